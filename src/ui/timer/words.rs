//! The words of the timer.

use std::time::Duration;

use super::TimerView;
use crate::stretch::Leg;
use crate::stretch::breath::Breath;
use crate::stretch::clock::seconds_shown;
use crate::stretch::plan::{Phase, PhaseKind};
use crate::stretch::session::Pause;
use crate::ui::lettering::width as cells;
use crate::words::amounts;

/// What the phase asks.
pub(super) fn phase(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Ready => "Get ready",
        PhaseKind::Hold => "Hold",
        PhaseKind::Change => "Change legs",
        PhaseKind::Rest => "Rest",
    }
}

/// What the phase asks, in a word.
fn short(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Ready => "Ready",
        PhaseKind::Hold => "Hold",
        PhaseKind::Change => "Change",
        PhaseKind::Rest => "Rest",
    }
}

/// The phase, and whether it stands still, in so many cells.
pub(super) fn head(view: &TimerView<'_>, width: u16) -> String {
    if view.paused.is_none() {
        return phase(view.phase.kind).to_owned();
    }
    let full = format!("Paused: {}", short(view.phase.kind).to_lowercase());
    if cells(&full) <= width {
        full
    } else {
        "Paused".to_owned()
    }
}

/// Phase, leg and seconds in one line of so many cells; the seconds before all else.
pub(super) fn shortest(view: &TimerView<'_>, width: u16) -> String {
    let (seconds, leg) = (digits(view.seconds), leg(view.phase.leg));
    let word = match view.paused {
        Some(_) => "Paused",
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
        format!("Paused {leg} {seconds}"),
        format!("{leg} {seconds}"),
        format!("{} {seconds}", &leg[..1]),
    ];
    let skipped = usize::from(view.paused.is_none());
    let mut lines = lines.into_iter().skip(skipped);
    let fitting = lines.find(|line| cells(line) <= width);
    fitting.unwrap_or(seconds)
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

/// What comes next, in one row of so many cells.
pub(super) fn next_in(view: &TimerView<'_>, width: u16) -> String {
    let forms = [next(view), next_short(view)];
    let fitting = forms.into_iter().find(|form| cells(form) <= width);
    fitting.unwrap_or_else(|| next_shortest(view))
}

/// What comes next, where there is little room.
fn next_short(view: &TimerView<'_>) -> String {
    match &view.next {
        Some(next) if next.kind == PhaseKind::Ready => "next stretch".to_owned(),
        Some(next) if next.kind == PhaseKind::Change => {
            format!("then {} leg", next.leg.word())
        }
        _ => self::next(view),
    }
}

/// What comes next, in nine cells.
fn next_shortest(view: &TimerView<'_>) -> String {
    match &view.next {
        None => "then done".to_owned(),
        Some(next) => match next.kind {
            PhaseKind::Ready => "next one".to_owned(),
            PhaseKind::Hold => format!("hold {}", next.leg.word()),
            PhaseKind::Change => format!("{} leg", next.leg.word()),
            PhaseKind::Rest => "then rest".to_owned(),
        },
    }
}

/// The breath, in so many cells.
pub(super) fn breath(breath: Breath, width: u16) -> &'static str {
    match (cells(breath.words()) <= width, breath.inward) {
        (true, _) => breath.words(),
        (false, true) => "In",
        (false, false) => "Out",
    }
}

/// Why it stands still, in a row of so many cells; the keys below say how it goes on.
pub(super) fn pause(pause: Pause, width: u16) -> &'static str {
    match pause {
        Pause::Asked => "Space goes on",
        Pause::Gap if width < 26 => "Interrupted",
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
        amounts::clock(Duration::from_secs(seconds))
    }
}

/// The time left in all; it shares the second of the phase, so that both change together.
pub(super) fn total(left: Duration) -> String {
    format!(
        "{} left",
        amounts::clock(Duration::from_secs(seconds_shown(left)))
    )
}

/// The same in so many cells.
pub(super) fn total_in(left: Duration, width: u16) -> String {
    let total = total(left);
    if cells(&total) <= width {
        total
    } else {
        total.trim_end_matches(" left").to_owned()
    }
}
