//! A running session: phase, leg, seconds, body, when to stop, and how far it has come.
//!
//! ```text
//! ! Swollen, hot, red, cold, numb or injured? Do not stretch or rub
//! ╭─ HOLD ───────────── LEFT leg ─╮            O
//! │          ██████               │           /|__
//! │              ██               │          / |  |
//! │              ██               │         |/    |
//! ╰─ hold 1 of 3 ─ then right leg ─╯       //  \  |
//! Keep the back knee straight.             ====== |
//! stop   sharp pain, numbness
//! ```

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::exercise::ExerciseLook;
use crate::guide::Guide;
use crate::guide::raw::Stretch;
use crate::stretch::breath::{Breath, breath};
use crate::stretch::clock::seconds_shown;
use crate::stretch::motion;
use crate::stretch::plan::{Phase, PhaseKind};
use crate::stretch::session::{Pause, Session};

mod compact;
mod countdown;
mod cues;
mod full;
pub mod summary;
pub(super) mod words;

/// The least size at which the body stands beside the seconds.
const BESIDE: (u16, u16) = (72, 18);
/// The least size at which it stands below them.
const BELOW: (u16, u16) = (34, 20);
/// In a smaller area the timer is one line. A window of 40 by 10 has nine rows above its footer.
const LEAST: (u16, u16) = (34, 9);

/// Everything the timer shows at one instant.
#[derive(Debug, Clone, Copy)]
pub struct TimerView<'a> {
    /// The phase that runs.
    pub phase: Phase,
    /// What its stretch is called: by its id when a guide that was read again lacks it.
    pub title: &'a str,
    /// Its stretch.
    pub stretch: Option<&'a Stretch>,
    /// Whole seconds left of it.
    pub seconds: u64,
    /// Whole seconds of all of it.
    pub length: u64,
    /// What comes next; `None` before the end.
    pub next: Option<Phase>,
    /// The stretch that comes next.
    pub next_stretch: Option<&'a Stretch>,
    /// Time left in all.
    pub total_left: Duration,
    /// Every phase of the session.
    pub script: &'a [Phase],
    /// Which of them runs.
    pub at: usize,
    /// Why it stands still.
    pub paused: Option<Pause>,
    /// The breath inside a hold that runs.
    pub breath: Option<Breath>,
    /// How far the body has moved into the stretch, 0 to 1.
    pub held: f32,
}

impl<'a> TimerView<'a> {
    /// What a session shows at this instant; `None` when it is done.
    pub fn of(
        session: &'a Session,
        now: Duration,
        guide: &'a Guide,
        reduced_motion: bool,
    ) -> Option<Self> {
        let moment = session.moment(now)?;
        let steps = &session.plan().steps;
        let id = |phase: &Phase| Some(steps.get(phase.step)?.stretch.as_str());
        let stretch = |phase: &Phase| guide.stretches.get(id(phase)?);
        let is_hold = moment.phase.kind == PhaseKind::Hold;
        let (seconds, length) = (moment.seconds(), seconds_shown(moment.phase.length));
        // The breath changes with the seconds, so that it needs no frames of its own.
        let into = length.saturating_sub(seconds);
        let breathes = is_hold && session.paused().is_none();
        let held = match (is_hold, reduced_motion) {
            (false, _) => 0.0,
            (true, true) => 1.0,
            (true, false) => motion::moved(moment.into),
        };
        Some(Self {
            phase: *moment.phase,
            title: stretch(moment.phase).map_or_else(
                || id(moment.phase).unwrap_or_default(),
                |stretch| stretch.title.as_str(),
            ),
            stretch: stretch(moment.phase),
            seconds,
            length,
            next: moment.next.copied(),
            next_stretch: moment.next.and_then(stretch),
            total_left: moment.total_left,
            script: session.script(),
            at: moment.index,
            paused: session.paused(),
            breath: breathes.then(|| breath(Duration::from_secs(into))),
            held,
        })
    }
}

/// Draws the timer into an area of any size.
pub fn draw(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, look: ExerciseLook<'_>) {
    let area = area.intersection(buf.area);
    let has_room = |least: (u16, u16)| area.width >= least.0 && area.height >= least.1;
    if has_room(BESIDE) {
        full::beside(area, buf, view, look);
    } else if has_room(BELOW) {
        full::below(area, buf, view, look);
    } else if has_room(LEAST) {
        compact::draw(area, buf, view, look);
    } else {
        compact::one_line(area, buf, view, look);
    }
}

#[cfg(test)]
mod tests;
