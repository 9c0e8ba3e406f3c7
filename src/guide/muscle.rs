//! The muscles of the built-in guide: where each is, and what people call it.

/// The muscles in the order in which the diary numbers them, each with where it is and other words
/// for it.
const MUSCLES: [(&str, &str, &[&str]); 4] = [
    ("calf", "calf", &["calfs", "calves"]),
    ("hamstring", "back of the thigh", &["hamstrings"]),
    ("thigh", "front of the thigh", &["thighs", "quad", "quads", "quadriceps"]),
    ("foot", "foot", &["feet"]),
];

/// The muscle with this number, from 1.
pub(crate) fn numbered(number: usize) -> Option<&'static str> {
    MUSCLES.get(number.checked_sub(1)?).map(|(name, ..)| *name)
}

/// The muscle that an everyday word means.
pub(crate) fn named(word: &str) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    let known = MUSCLES.iter().find(|(name, _, others)| *name == word || others.contains(&&*word));
    known.map(|(name, ..)| *name)
}

/// Where a muscle is, for readers who do not know its name, because what helps the front of the
/// thigh is wrong for its back. A muscle of another guide keeps its name.
pub(crate) fn part(muscle: &str) -> &str {
    MUSCLES.iter().find(|(name, ..)| *name == muscle).map_or(muscle, |(_, part, _)| part)
}

/// A muscle with where it is, when its name alone does not say it.
pub(crate) fn with_part(name: &str) -> String {
    let part = part(name);
    if part == name { name.to_owned() } else { format!("{name} ({part})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_back_and_the_front_of_the_thigh_are_told_apart_and_other_guides_keep_their_names() {
        assert_eq!(with_part("hamstring"), "hamstring (back of the thigh)");
        assert_eq!(with_part("thigh"), "thigh (front of the thigh)");
        assert_eq!((part("thigh"), part("neck")), ("front of the thigh", "neck"));
        assert_eq!(with_part("neck"), "neck");
    }
}
