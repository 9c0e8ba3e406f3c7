//! The words of the timer.

use std::time::Duration;

use super::TimerView;
use crate::stretch::plan::PhaseKind;
use crate::stretch::stopwatch::seconds_shown;
use crate::text::messages::amounts;
use crate::text::wrap::cells;

/// The phase, or that it stands still; `is_short` in at most six letters.
pub(super) fn phase(view: &TimerView<'_>, is_short: bool) -> String {
    let word = match (view.session.paused(), view.moment.phase.kind, is_short) {
        (Some(_), ..) => "Paused",
        (None, PhaseKind::Ready, true) => "Ready",
        (None, PhaseKind::Ready, false) => "Get ready",
        (None, PhaseKind::Hold, _) => "Hold",
        (None, PhaseKind::Change, true) => "Change",
        (None, PhaseKind::Change, false) => "Change legs",
        (None, PhaseKind::Rest, _) => "Rest",
    };
    word.to_uppercase()
}

/// The leg in capitals, because nobody must miss it.
pub(super) fn leg(view: &TimerView<'_>) -> String {
    let name = view.moment.phase.leg.named(&view.context.state.guide.words);
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    format!("{} {rest}", first.to_uppercase()).trim_end().to_owned()
}

/// Phase, leg and seconds in one line of so many cells; the seconds before all else.
pub(super) fn one_line(view: &TimerView<'_>, width: u16) -> String {
    let (seconds, leg) = (seconds(view.seconds), leg(view));
    let letter: String = leg.chars().take(1).collect();
    let lines = [
        format!("{} {leg} {seconds}", phase(view, true)),
        format!("{leg} {seconds}"),
        format!("{letter} {seconds}"),
    ];
    let fitting = lines.into_iter().find(|line| cells(line) <= width.into());
    fitting.unwrap_or(seconds)
}

/// What comes next, in so many cells.
pub(super) fn then(view: &TimerView<'_>, width: usize) -> String {
    let Some(next) = view.moment.next else {
        return "then done".to_owned();
    };
    let guide = &view.context.state.guide;
    match next.kind {
        PhaseKind::Ready => {
            let step = view.session.plan().steps.get(next.step);
            let named = step.map(|step| format!("then: {}", guide.stretch_title(&step.stretch)));
            let fitting = named.filter(|named| cells(named) <= width);
            fitting.unwrap_or_else(|| "next stretch".to_owned())
        }
        PhaseKind::Hold => format!("then hold {}", next.leg.named(&guide.words)),
        PhaseKind::Change => format!("then {}", next.leg.named(&guide.words)),
        PhaseKind::Rest => "then rest".to_owned(),
    }
}

/// The seconds left of the phase: `9`, `45`, `1:30`.
pub(super) fn seconds(seconds: u64) -> String {
    if seconds < 100 { seconds.to_string() } else { amounts::clock(Duration::from_secs(seconds)) }
}

/// The time left in all, which changes together with the seconds of the phase.
pub(crate) fn total_left(view: &TimerView<'_>) -> String {
    format!("{} left", amounts::clock(Duration::from_secs(seconds_shown(view.moment.total_left))))
}
