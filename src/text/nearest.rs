//! Names near a name that does not exist, for "did you mean".

/// How many near names are offered.
const MOST: usize = 3;

/// The names that were probably meant, the best first; none when no name is near.
pub(crate) fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let written = written.to_lowercase();
    let distance = |name| Some((distance(&written, name)?, name));
    let mut near: Vec<(usize, &str)> = names.into_iter().filter_map(distance).collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().take(MOST).map(|(_, name)| name).collect()
}

/// How far a name is from what was written; none when it is too far to be meant.
fn distance(written: &str, name: &str) -> Option<usize> {
    let most = (written.chars().count() / 3).clamp(1, 4);
    let is_long = written.len().min(name.len()) > 2;
    let begins = is_long && (name.starts_with(written) || written.starts_with(name));
    if begins || name.len().abs_diff(written.len()) <= 4 * most {
        let whole = strsim::osa_distance(written, name);
        if begins || whole <= most {
            return Some(whole.min(most));
        }
    }
    if !is_long {
        return None;
    }
    // A word may be left out, so each word written may also stand anywhere in the name.
    let words = written.split(['-', ' ', '_']).map(|word| {
        let distances = name.split(['-', '_']).map(|other| strsim::osa_distance(word, other));
        distances.min().filter(|distance| *distance <= word.len() / 3)
    });
    Some(most + 1 + words.sum::<Option<usize>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_offered_and_a_far_one_is_not() {
        let names = ["calf-cramp", "hot-calf", "home", "calf-wall-straight", "cause-night-cramp"];
        let best = |written| nearest(written, names).first().copied();
        assert_eq!(best("calf-camp"), Some("calf-cramp"));
        assert_eq!(best("hoem"), Some("home"));
        assert_eq!(best("Home"), Some("home"));
        assert_eq!(best("calf"), Some("calf-cramp"));
        assert_eq!(best("calf-straight"), Some("calf-wall-straight"));
        assert_eq!(best("night-crmap"), Some("cause-night-cramp"));
        assert_eq!(best("kidney"), None);
        assert_eq!(best("zzz"), None);
    }
}
