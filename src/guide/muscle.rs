//! The muscles of the built-in guide, and what people call them.

/// The muscles in the order in which the diary numbers them, each with other words for it.
const MUSCLES: [(&str, &[&str]); 4] = [
    ("calf", &["calfs", "calves"]),
    ("hamstring", &["hamstrings"]),
    ("thigh", &["thighs", "quad", "quads", "quadriceps"]),
    ("foot", &["feet"]),
];

/// The muscle with this number, from 1.
pub(crate) fn numbered(number: usize) -> Option<&'static str> {
    MUSCLES.get(number.checked_sub(1)?).map(|(name, _)| *name)
}

/// The muscle that an everyday word means.
pub(crate) fn named(word: &str) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    let known = MUSCLES.iter().find(|(name, others)| *name == word || others.contains(&&*word));
    known.map(|(name, _)| *name)
}
