//! How muscles, cramps and turns of the legs are said.

use crate::guide::raw::{Pose, Sides};

/// Where a muscle is, for readers who do not know its name, because what helps the front of the
/// thigh is wrong for its back. A muscle of another guide keeps its name.
pub(crate) fn part(muscle: &str) -> &str {
    match muscle {
        "hamstring" => "back of the thigh",
        "thigh" => "front of the thigh",
        other => other,
    }
}

/// A muscle with where it is, when its name alone does not say it.
pub(crate) fn muscle(name: &str) -> String {
    match part(name) {
        same if same == name => name.to_owned(),
        part => format!("{name} ({part})"),
    }
}

/// A cramp in a few words: `calf, left leg, lying`.
pub(crate) fn cramp(muscle: &str, leg: Option<&str>, pose: Pose) -> String {
    let leg = leg.map_or_else(String::new, |leg| format!("{leg}, "));
    format!("{muscle}, {leg}{}", pose.word())
}

/// How the legs take turns, in a word or two.
pub(crate) fn sides(sides: Sides) -> &'static str {
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
