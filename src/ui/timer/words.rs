//! The words of the timer.

use std::time::Duration;

use super::TimerView;
use crate::app::words;
use crate::stretch::Leg;
use crate::stretch::clock::seconds_shown;
use crate::stretch::plan::{Phase, PhaseKind};
use crate::stretch::session::Pause;

/// What the phase asks.
pub(super) fn phase(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Ready => "Get ready",
        PhaseKind::Hold => "Hold",
        PhaseKind::Change => "Change legs",
        PhaseKind::Rest => "Rest",
    }
}

/// The leg, large: the word that one must not miss.
pub(super) fn leg(leg: Leg) -> &'static str {
    match leg {
        Leg::Left => "LEFT",
        Leg::Right => "RIGHT",
        Leg::Both => "BOTH LEGS",
    }
}

/// What comes next.
pub(super) fn next(view: &TimerView<'_>) -> String {
    let leg = |phase: &Phase| match phase.leg {
        Leg::Both => "both legs",
        one => one.word(),
    };
    match &view.next {
        None => "then done".to_owned(),
        Some(next) => match (next.kind, view.next_stretch) {
            (PhaseKind::Ready, Some(stretch)) => format!("then: {}", stretch.title),
            (PhaseKind::Ready, None) => "then the next stretch".to_owned(),
            (PhaseKind::Hold, _) => format!("then hold {}", leg(next)),
            (PhaseKind::Change, _) => format!("then change to {}", leg(next)),
            (PhaseKind::Rest, _) => "then rest".to_owned(),
        },
    }
}

/// What comes next, where there is little room.
pub(super) fn next_short(view: &TimerView<'_>) -> String {
    match &view.next {
        Some(next) if next.kind == PhaseKind::Ready => "next stretch".to_owned(),
        Some(next) if next.kind == PhaseKind::Change => {
            format!("then {} leg", next.leg.word())
        }
        _ => self::next(view),
    }
}

/// Why it stands still.
pub(super) fn pause(pause: Pause) -> &'static str {
    match pause {
        Pause::Asked => "Space goes on",
        Pause::Gap => "Interrupted. Space goes on",
    }
}

/// Which repetition this is.
pub(super) fn rep(phase: &Phase) -> String {
    format!("{} of {}", phase.rep, phase.of)
}

/// The seconds left of the phase, for the big digits: `9`, `45`, `1:30`.
pub(super) fn digits(seconds: u64) -> String {
    if seconds < 100 {
        seconds.to_string()
    } else {
        words::clock(Duration::from_secs(seconds))
    }
}

/// The time left in all; it shares the second of the phase, so that both change together.
pub(super) fn total(left: Duration) -> String {
    format!(
        "{} left",
        words::clock(Duration::from_secs(seconds_shown(left)))
    )
}
