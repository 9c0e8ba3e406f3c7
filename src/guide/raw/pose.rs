//! How somebody lies, sits or stands.

words! {
    /// The pose a stretch is done in.
    pub enum Pose {
        /// Lying down, for example in bed.
        Lying = "lying",
        /// Sitting.
        Seated = "seated",
        /// Standing at a support.
        Standing = "standing",
    }
}

impl Pose {
    /// What people call each pose: first the names that are shown where one is asked for.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("lying", Self::Lying),
        ("bed", Self::Lying),
        ("seated", Self::Seated),
        ("standing", Self::Standing),
        ("sitting", Self::Seated),
        ("sit", Self::Seated),
        ("stand", Self::Standing),
    ];

    /// How many of the names are shown.
    pub const SHOWN_NAMES: usize = 4;

    /// The pose that a word means, in small or capital letters.
    pub fn parse(word: &str) -> Option<Self> {
        let known = Self::NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
        known.map(|(_, pose)| *pose)
    }
}
