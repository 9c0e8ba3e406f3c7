//! A stretch session: the safety check before it, its phases, its end.

// The pane beside a page, while nothing runs.
pub(crate) const KEY_START: &str = "s  start";
pub(crate) const KEY_GO_ON: &str = "s  resume";
pub(crate) const NO_STRETCHING: &str = "You reported a danger sign. Don't stretch; get help first.";

// Where the window is too small to say who must not.
pub(crate) const WINDOW_TOO_SMALL: &str = "Window too small.";

// The phases; the short form where there is little room.
pub(crate) const READY: &str = "Get ready";
pub(crate) const READY_SHORT: &str = "Ready";
pub(crate) const HOLD: &str = "Hold";
pub(crate) const CHANGE: &str = "Change legs";
pub(crate) const CHANGE_SHORT: &str = "Change";
pub(crate) const REST: &str = "Rest";

// While it is paused.
pub(crate) const PAUSED: &str = "Paused";
pub(crate) const SPACE_GOES_ON: &str = "Space: resume";
pub(crate) const INTERRUPTED: &str = "Interrupted. Space: resume";

// The leg in one cell.
pub(crate) const LEFT_LETTER: &str = "L";
pub(crate) const RIGHT_LETTER: &str = "R";

// What comes next.
pub(crate) const THEN_DONE: &str = "then done";
pub(crate) const THEN_REST: &str = "then rest";
pub(crate) const NEXT_STRETCH: &str = "next stretch";

pub(crate) fn then_stretch(title: &str) -> String {
    format!("then: {title}")
}
pub(crate) fn then_hold(leg: &str) -> String {
    format!("then hold {leg}")
}
/// `leg`: such as `left leg`.
pub(crate) fn then_leg(leg: &str) -> String {
    format!("then {leg}")
}

/// Which hold of how many.
pub(crate) fn hold_of(rep: u32, of: u32) -> String {
    format!("hold {rep} of {of}")
}

/// Which stretch of how many, before and after the number.
pub(crate) const STRETCH: &str = "stretch ";
pub(crate) fn of_stretches(of: usize) -> String {
    format!(" of {of}   ")
}

// The labels of the cues.
pub(crate) const FEEL: &str = "feel";
pub(crate) const AVOID: &str = "avoid";
pub(crate) const STOP: &str = "stop";

/// Who must not stretch, with a sign that catches the eye.
pub(crate) fn warned(check: &str) -> String {
    format!("! {check}")
}

/// When to stop, after its label.
pub(crate) fn when_to_stop(text: &str) -> &str {
    if says_stop(text) {
        text.get(4..).unwrap_or_default().trim_start_matches([',', ' '])
    } else {
        text
    }
}

/// Which repetition of how many.
pub(crate) fn repetition(rep: u32, of: u32) -> String {
    format!("{rep} of {of}")
}

/// The time left in all, as `2:35`.
pub(crate) fn left(time: &str) -> String {
    format!("{time} left")
}

// The breath.
pub(crate) const BREATHE_IN: &str = "Breathe in";
pub(crate) const BREATHE_OUT: &str = "Breathe out";

// What a voice says.
pub(crate) fn say_ready(title: &str, leg: &str) -> String {
    format!("Get ready. {title}. {leg}.")
}
pub(crate) fn say_hold(leg: &str) -> String {
    format!("Hold, {leg}.")
}
pub(crate) fn say_change(leg: &str) -> String {
    format!("Change, {leg}.")
}
pub(crate) fn say_rest(leg: &str) -> String {
    format!("Rest. Next, {leg}.")
}
pub(crate) const SAY_THREE: &str = "three";
pub(crate) const SAY_TWO: &str = "two";
pub(crate) const SAY_ONE: &str = "one";

// The end.
pub(crate) const DONE: &str = "Done.";
pub(crate) const DONE_WHOLE: &str = "Done. Nicely stretched.";
pub(crate) const CLOSES: &str = "This closes by itself after a minute.";

/// Of the holds of a session.
pub(crate) fn holds_done(done: u32, of: u32, skipped: u32) -> String {
    match skipped {
        0 => format!("{done} of {of} holds done"),
        skipped => format!("{done} of {of} holds done, {skipped} skipped"),
    }
}

/// The end in one large word.
pub(crate) const DONE_BIG: &str = "Done";

/// Above how long a leg was held, such as `left leg`.
pub(crate) fn held_leg(leg: &str) -> String {
    format!("{leg} held")
}

/// How long the legs were held in all.
pub(crate) fn held(times: &str) -> String {
    format!("Held: {times}")
}

/// The same for both legs.
pub(crate) fn each_leg(time: &str) -> String {
    format!("{time} each leg")
}

/// Not the same for both.
pub(crate) fn left_and_right(left: &str, right: &str) -> String {
    format!("left {left}, right {right}")
}

/// How long the legs were held in one stretch, and how many of its holds were skipped.
pub(crate) fn with_skipped(held: &str, skipped: u32) -> String {
    match skipped {
        0 => held.to_owned(),
        skipped => format!("{held}, {skipped} skipped"),
    }
}

// The end of a routine that is listed, not run.
pub(crate) const LISTED_DONE: &str = "done";
pub(crate) fn listed_total(time: &str) -> String {
    format!("Total {time}")
}

// A routine that cannot be run.
pub(crate) const NO_STEPS: &str = "the routine has no steps; give it at least one";
pub(crate) const TOO_LONG: &str =
    "this would take more than two hours; give shorter times or fewer repeats";
pub(crate) fn no_repeat(stretch: &str) -> String {
    format!("`{stretch}` is repeated 0 times; 1 is the least")
}
pub(crate) fn hold_out_of_range(stretch: &str, seconds: f64) -> String {
    format!("a hold of {seconds} s for `{stretch}` is out of range; give 1 s to 10 min")
}

/// Whether a text about when to stop begins with that word and needs no label.
pub(crate) fn says_stop(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    word.eq_ignore_ascii_case("stop")
}

/// What not to do in a stretch.
pub(crate) fn avoid(text: &str) -> String {
    labelled("Avoid", text)
}

/// What a stretch feels like, beside its other cues.
pub(crate) fn feel(text: &str) -> String {
    labelled("Feel", text)
}

fn labelled(label: &str, text: &str) -> String {
    let mut letters = text.chars();
    let lower = letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect());
    format!("{label}: {lower}")
}

/// When to stop a stretch, as a sentence that stands by itself.
pub(crate) fn stop_if(text: &str) -> String {
    if says_stop(text) { text.to_owned() } else { format!("Stop if: {text}") }
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
