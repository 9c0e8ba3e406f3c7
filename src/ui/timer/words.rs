//! The words of the timer.

use std::time::Duration;

use super::TimerView;
use crate::stretch::Leg;
use crate::stretch::breath::Breath;
use crate::stretch::clock::seconds_shown;
use crate::stretch::plan::{Phase, PhaseKind};
use crate::stretch::session::Pause;
use crate::text::messages::amounts;
use crate::text::messages::codes;
use crate::text::messages::session;
use crate::ui::text::width as cells;

/// What the phase asks.
pub(super) fn phase(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Ready => session::READY,
        PhaseKind::Hold => session::HOLD,
        PhaseKind::Change => session::CHANGE,
        PhaseKind::Rest => session::REST,
    }
}

/// What the phase asks, in a word.
fn short(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Ready => session::READY_SHORT,
        PhaseKind::Hold => session::HOLD,
        PhaseKind::Change => session::CHANGE_SHORT,
        PhaseKind::Rest => session::REST,
    }
}

/// The phase, and whether it stands still, in so many cells.
pub(super) fn head(view: &TimerView<'_>, width: u16) -> String {
    if view.paused.is_none() {
        return phase(view.phase.kind).to_owned();
    }
    let full = session::paused(short(view.phase.kind));
    if cells(&full) <= width {
        full
    } else {
        session::PAUSED.to_owned()
    }
}

/// Phase, leg and seconds in one line of so many cells; the seconds before all else.
pub(super) fn shortest(view: &TimerView<'_>, width: u16) -> String {
    let (seconds, leg) = (digits(view.seconds), leg(view.phase.leg));
    let word = match view.paused {
        Some(_) => session::PAUSED,
        None => short(view.phase.kind),
    };
    let lines = [
        format!("{} {leg} {seconds}", head(view, width)),
        format!("{word} {leg} {seconds}"),
    ];
    let fitting = lines.into_iter().find(|line| cells(line) <= width);
    fitting.unwrap_or_else(|| leg_and_seconds(view, width))
}

/// Leg and seconds in one line of so many cells, and whether they stand still: it asks nothing.
pub(super) fn leg_and_seconds(view: &TimerView<'_>, width: u16) -> String {
    let (seconds, leg) = (digits(view.seconds), leg(view.phase.leg));
    let lines = [
        format!("{} {leg} {seconds}", session::PAUSED),
        format!("{leg} {seconds}"),
        format!("{} {seconds}", letter(view.phase.leg)),
    ];
    let skipped = usize::from(view.paused.is_none());
    let mut lines = lines.into_iter().skip(skipped);
    let fitting = lines.find(|line| cells(line) <= width);
    fitting.unwrap_or(seconds)
}

/// The leg, large: the word that one must not miss.
pub(super) fn leg(leg: Leg) -> &'static str {
    match leg {
        Leg::Left => session::LEFT,
        Leg::Right => session::RIGHT,
        Leg::Both => session::BOTH,
    }
}

/// The leg in one cell.
fn letter(leg: Leg) -> &'static str {
    match leg {
        Leg::Left => session::LEFT_LETTER,
        Leg::Right => session::RIGHT_LETTER,
        Leg::Both => session::BOTH_LETTER,
    }
}

/// What comes next.
pub(super) fn next(view: &TimerView<'_>) -> String {
    let leg = |phase: &Phase| match phase.leg {
        Leg::Both => codes::BOTH_LEGS,
        one => one.word(),
    };
    match &view.next {
        None => session::THEN_DONE.to_owned(),
        Some(next) => match (next.kind, view.next_stretch) {
            (PhaseKind::Ready, Some(stretch)) => session::then_stretch(&stretch.title),
            (PhaseKind::Ready, None) => session::THEN_NEXT_STRETCH.to_owned(),
            (PhaseKind::Hold, _) => session::then_hold(leg(next)),
            (PhaseKind::Change, _) => session::then_change(leg(next)),
            (PhaseKind::Rest, _) => session::THEN_REST.to_owned(),
        },
    }
}

/// What comes next, in one row of so many cells.
pub(super) fn next_in(view: &TimerView<'_>, width: u16) -> String {
    let forms = [next(view), next_short(view)];
    let fitting = forms.into_iter().find(|form| cells(form) <= width);
    fitting.unwrap_or_else(|| next_shortest(view))
}

/// What comes next, where there is little room.
fn next_short(view: &TimerView<'_>) -> String {
    match &view.next {
        Some(next) if next.kind == PhaseKind::Ready => session::NEXT_STRETCH.to_owned(),
        Some(next) if next.kind == PhaseKind::Change => session::then_leg(next.leg.said()),
        _ => self::next(view),
    }
}

/// What comes next, in nine cells.
fn next_shortest(view: &TimerView<'_>) -> String {
    match &view.next {
        None => session::THEN_DONE.to_owned(),
        Some(next) => match next.kind {
            PhaseKind::Ready => session::NEXT_ONE.to_owned(),
            PhaseKind::Hold => session::hold_leg(next.leg.word()),
            PhaseKind::Change => next.leg.said().to_owned(),
            PhaseKind::Rest => session::THEN_REST.to_owned(),
        },
    }
}

/// The breath, in so many cells.
pub(super) fn breath(breath: Breath, width: u16) -> &'static str {
    match (cells(breath.words()) <= width, breath.inward) {
        (true, _) => breath.words(),
        (false, true) => session::IN,
        (false, false) => session::OUT,
    }
}

/// Why it stands still, in a row of so many cells; the keys below say how it goes on.
pub(super) fn pause(pause: Pause, width: u16) -> &'static str {
    match pause {
        Pause::Asked => session::SPACE_GOES_ON,
        Pause::Gap if width < 26 => session::INTERRUPTED_SHORT,
        Pause::Gap => session::INTERRUPTED,
    }
}

/// Which repetition this is.
pub(super) fn rep(phase: &Phase) -> String {
    session::repetition(phase.rep, phase.of)
}

/// The seconds left of the phase, for the big digits: `9`, `45`, `1:30`.
pub(super) fn digits(seconds: u64) -> String {
    if seconds < 100 {
        seconds.to_string()
    } else {
        amounts::clock(Duration::from_secs(seconds))
    }
}

fn all(left: Duration) -> String {
    amounts::clock(Duration::from_secs(seconds_shown(left)))
}

/// The time left in all; it shares the second of the phase, so that both change together.
pub(super) fn total(left: Duration) -> String {
    session::left(&all(left))
}

/// The same in so many cells.
pub(super) fn total_in(left: Duration, width: u16) -> String {
    let total = total(left);
    if cells(&total) <= width {
        total
    } else {
        all(left)
    }
}
