//! The program's own words for what the guide says in codes.

use std::time::Duration;

use crate::guide::raw::{Care, Evidence, Position, Sides};
use crate::stretch::Leg;

/// How soon to get help, in a few words.
pub fn care(care: Care) -> &'static str {
    match care {
        Care::SelfCare => "Self-care",
        Care::Routine => "See a doctor",
        Care::Urgent => "Urgent: get help today",
        Care::Emergency => "Emergency: get help now",
    }
}

/// A sign beside the words of [`care`], so that it never rests on colour alone.
pub fn care_sign(care: Care) -> &'static str {
    match care {
        Care::SelfCare => "[ ]",
        Care::Routine => "[i]",
        Care::Urgent => "[!]",
        Care::Emergency => "[!!]",
    }
}

/// How well a page is supported, in a sentence.
pub fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Good => "Good: trials or large studies agree.",
        Evidence::Mixed => "Mixed: studies or sources differ.",
        Evidence::Weak => "Weak: few or small studies, or hints.",
        Evidence::Expert => "Expert advice: no good studies.",
    }
}

/// A leg, in a word.
pub fn leg(leg: Leg) -> &'static str {
    match leg {
        Leg::Left => "left leg",
        Leg::Right => "right leg",
        Leg::Both => "both legs",
    }
}

/// A position, in a word.
pub fn position(position: Position) -> &'static str {
    match position {
        Position::Lying => "lying",
        Position::Seated => "sitting",
        Position::Standing => "standing",
    }
}

/// Where a cramp is, and how the person is placed: `calf, left leg, lying`.
pub fn place(muscle: &str, of: Option<Leg>, how: Position) -> String {
    let leg = of.map_or_else(String::new, |of| format!("{}, ", leg(of)));
    format!("{muscle}, {leg}{}", position(how))
}

/// How the legs take turns, in a word or two.
pub fn sides(sides: Sides) -> &'static str {
    match sides {
        Sides::Alternate => "legs in turn",
        Sides::Each => "one leg, then the other",
        Sides::Both => "both legs at once",
    }
}

/// How often: `once`, `twice`, `3 times`.
pub fn times(n: u32) -> String {
    match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    }
}

/// Whether a text about when to stop begins with that word itself, and needs no label.
pub fn says_stop(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    word.eq_ignore_ascii_case("stop")
}

/// When to stop a stretch, as a sentence that stands by itself.
pub fn stop_if(text: &str) -> String {
    if says_stop(text) {
        text.to_owned()
    } else {
        format!("Stop if: {text}")
    }
}

/// A length of time as minutes and seconds: `2:50`.
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A length of time as it is read aloud, to the nearest second: `2 minutes 50 seconds`.
pub fn spelled(time: Duration) -> String {
    let unit = |count: u64, one: &str| match count {
        1 => format!("1 {one}"),
        more => format!("{more} {one}s"),
    };
    let seconds = (time + Duration::from_millis(500)).as_secs();
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    match (minutes, seconds) {
        (0, seconds) => unit(seconds, "second"),
        (minutes, 0) => unit(minutes, "minute"),
        (minutes, seconds) => format!("{} {}", unit(minutes, "minute"), unit(seconds, "second")),
    }
}

/// A word with its first letter in upper case.
pub fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// Said where a guide on another topic shows what it borrowed.
pub const BORROWED: &str = "From the built-in guide to leg cramps.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_to_stop_is_said_once_whoever_wrote_it() {
        assert_eq!(stop_if("Stop for sharp pain."), "Stop for sharp pain.");
        assert_eq!(stop_if("stop, if it hurts."), "stop, if it hurts.");
        assert_eq!(stop_if("It hurts."), "Stop if: It hurts.");
        assert_eq!(stop_if("Stopped breath."), "Stop if: Stopped breath.");
    }

    #[test]
    fn a_length_of_time_is_read_aloud_without_digits_between_colons() {
        let said = |ms| spelled(Duration::from_millis(ms));
        assert_eq!(said(0), "0 seconds");
        assert_eq!(said(1_300), "1 second");
        assert_eq!(said(60_000), "1 minute");
        assert_eq!(said(59_700), "1 minute");
        assert_eq!(said(170_000), "2 minutes 50 seconds");
        assert_eq!(said(121_000), "2 minutes 1 second");
    }
}
