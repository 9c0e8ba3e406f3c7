//! Names near a name that does not exist, for "did you mean".

/// How many near names are offered.
const MOST: usize = 3;

/// The names nearest to `name`, the best first; none when nothing is near.
pub fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let mut near: Vec<(f64, &str)> = names
        .into_iter()
        .map(|candidate| (likeness(&wanted, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.75)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.truncate(MOST);
    near.into_iter().map(|(_, name)| name).collect()
}

/// From 0 to 1. A name that has the wanted word in it is as near as a typing slip.
fn likeness(wanted: &str, candidate: &str) -> f64 {
    let inside = if wanted.len() >= 3 && candidate.contains(wanted) {
        0.9
    } else {
        0.0
    };
    strsim::jaro_winkler(wanted, candidate).max(inside)
}

/// The end of a message about an unknown name: what was probably meant.
pub fn did_you_mean(near: &[&str]) -> String {
    match near {
        [] => String::new(),
        [one] => format!("; did you mean `{one}`?"),
        many => format!("; did you mean one of `{}`?", many.join("`, `")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_name_and_nonsense_finds_none() {
        let names = ["calf-wall-straight", "night-cramp", "pregnancy"];
        assert_eq!(nearest("night-crmap", names), ["night-cramp"]);
        assert_eq!(nearest("calf", names), ["calf-wall-straight"]);
        assert!(nearest("zzzz", names).is_empty());
        assert_eq!(did_you_mean(&["a"]), "; did you mean `a`?");
        assert_eq!(did_you_mean(&["a", "b"]), "; did you mean one of `a`, `b`?");
    }
}
