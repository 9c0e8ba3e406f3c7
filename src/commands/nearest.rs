//! Names near a name that does not exist, for "did you mean".

/// How many near names are offered.
const MOST: usize = 3;

/// The names nearest to `name`, the best first; none when nothing is near.
pub(super) fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let mut near: Vec<(f64, &str)> = names
        .into_iter()
        .map(|candidate| (likeness(&wanted, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.7)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.truncate(MOST);
    near.into_iter().map(|(_, name)| name).collect()
}

/// From 0 to 1. Words count one by one, so that a slip in one, or a word left
/// out, still finds the name.
fn likeness(wanted: &str, candidate: &str) -> f64 {
    let whole = strsim::normalized_damerau_levenshtein(wanted, candidate);
    let best = |part| {
        let near = |other| strsim::normalized_damerau_levenshtein(part, other);
        candidate.split('-').map(near).fold(0.0, f64::max)
    };
    let (sum, parts) = wanted
        .split(['-', ' ', '_'])
        .fold((0.0, 0_u32), |(sum, parts), part| (sum + best(part), parts + 1));
    let within = wanted.len().min(candidate.len()) >= 3
        && (wanted.contains(candidate) || candidate.contains(wanted));
    let within = if within { 0.8 } else { 0.0 };
    whole.max(within).max(0.95 * sum / f64::from(parts.max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_name_and_nonsense_finds_none() {
        let names = ["calf-wall-straight", "cause-night-cramp", "night-eases"];
        assert_eq!(nearest("night-crmap", names), ["cause-night-cramp"]);
        assert_eq!(nearest("calf", names), ["calf-wall-straight"]);
        assert!(nearest("zzzz", names).is_empty());
    }
}
