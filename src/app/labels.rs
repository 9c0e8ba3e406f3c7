//! Which words stand for the values of the guide and the diary.

use crate::app::page::ColorRole;
use crate::guide::raw::{Care, Evidence, Pose, Sides, SourceKind};
use crate::text::messages::labels as words;

/// A sign for how soon to get help, so that colour alone never says it. Self-care has none, because
/// it must not stand out.
pub fn care_sign(care: Care) -> &'static str {
    match care {
        Care::SelfCare => "",
        Care::Routine => "[i] ",
        Care::Urgent => "[!] ",
        Care::Emergency => "[!!] ",
    }
}

/// How soon to get help as a filled label, with its sign.
pub fn care_badge(care: Care) -> String {
    let (sign, word) = match care {
        Care::SelfCare => (words::CHECK, "SELF-CARE"),
        Care::Routine => ("i", "SEE A DOCTOR"),
        Care::Urgent => ("!", "URGENT TODAY"),
        Care::Emergency => ("!!", words::BADGE_EMERGENCY),
    };
    format!("{sign} {word}")
}

/// How many of four dots a grade of evidence fills.
pub fn evidence_dots(evidence: Evidence) -> usize {
    match evidence {
        Evidence::Good => 4,
        Evidence::Mixed => 2,
        Evidence::Weak | Evidence::Expert => 1,
    }
}

/// How well a page is supported, in a sentence.
pub fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Good => "Good: trials or large studies agree.",
        Evidence::Mixed => "Mixed: studies or sources differ.",
        Evidence::Weak => "Weak: few or small studies, or hints.",
        Evidence::Expert => "Expert advice: from guidelines, not from trials.",
    }
}

/// The colour for what a source is.
pub fn source_kind(kind: SourceKind) -> ColorRole {
    match kind {
        SourceKind::Guideline => ColorRole::Care(Care::Routine),
        SourceKind::Review => ColorRole::Care(Care::SelfCare),
        SourceKind::Trial => ColorRole::Active,
        SourceKind::Study => ColorRole::Key,
        SourceKind::Service | SourceKind::Manual => ColorRole::Quiet,
    }
}

/// A pose, in a word.
pub fn pose(pose: Pose) -> &'static str {
    match pose {
        Pose::Lying => "lying",
        Pose::Seated => "seated",
        Pose::Standing => "standing",
    }
}

/// Where a muscle is, for readers who do not know its name, because what helps the front of the
/// thigh is wrong for its back. A muscle of another guide keeps its name.
pub fn part(muscle: &str) -> &str {
    match muscle {
        "hamstring" => "back of the thigh",
        "thigh" => "front of the thigh",
        other => other,
    }
}

/// A muscle with where it is, when its name alone does not say it.
pub fn muscle(name: &str) -> String {
    match part(name) {
        same if same == name => name.to_owned(),
        part => format!("{name} ({part})"),
    }
}

/// A cramp in a few words: `calf, left leg, lying`.
pub fn cramp(muscle: &str, leg: Option<&str>, pose: Pose) -> String {
    let leg = leg.map_or_else(String::new, |leg| format!("{leg}, "));
    format!("{muscle}, {leg}{}", self::pose(pose))
}

/// How the legs take turns, in a word or two.
pub fn sides(sides: Sides) -> &'static str {
    match sides {
        Sides::Alternate => "alternating legs",
        Sides::Each => "one leg, then the other",
        Sides::Both => "both legs at once",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_back_and_the_front_of_the_thigh_are_told_apart_and_other_guides_keep_their_names() {
        assert_eq!(muscle("hamstring"), "hamstring (back of the thigh)");
        assert_eq!(muscle("thigh"), "thigh (front of the thigh)");
        assert_eq!(muscle("neck"), "neck");
        assert_eq!(
            cramp(part("thigh"), Some("left leg"), Pose::Lying),
            "front of the thigh, left leg, lying"
        );
    }
}
