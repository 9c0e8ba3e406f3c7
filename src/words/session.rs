//! A stretch session: the door before it, its phases, its end.

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
}
