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

use super::panel::Panel;
use super::{RenderContext, chrome};
use crate::app::layout::Size;
use crate::app::view::Timer;
use crate::guide::raw::Stretch;
use crate::stretch::plan::PhaseKind;
use crate::stretch::session::{Moment, Session};
use crate::stretch::stopwatch::seconds_shown;

mod compact;
mod countdown;
mod full;
mod instructions;
pub mod summary;
pub(super) mod words;

/// The least size at which the body stands beside the seconds.
const BESIDE: Size = Size { width: 72, height: 18 };
/// The least size at which it stands below them.
const BELOW: Size = Size { width: 28, height: 20 };
/// In a smaller area the timer is one line. A window of 40 by 10 has nine rows above its footer.
const LEAST: Size = Size { width: 38, height: 9 };

/// A session that fills the screen: the routine, the stretch, which of how many it is, and the
/// time left in all.
pub(crate) fn screen(buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    let RenderContext { state, theme, .. } = context;
    let plan = timer.session.plan();
    let mut crumbs = vec![state.guide.routine_title(&plan.routine).to_owned()];
    let mut right = Vec::new();
    if let Some(view) = TimerView::of(&timer.session, context) {
        crumbs.push(view.title.to_owned());
        right = vec![
            ("stretch ".to_owned(), theme.muted),
            ((view.moment.phase.step + 1).to_string(), theme.strong),
            (format!(" of {}   ", plan.steps.len()), theme.muted),
            (words::total_left(&view), theme.text),
        ];
    }
    session(chrome::below_header(buf, context, &crumbs, &right), buf, context, timer);
    chrome::notice_and_keys(buf, context, None);
}

/// A session in the pane beside the guide.
pub(crate) fn beside(pane: Rect, buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    let view = TimerView::of(&timer.session, context);
    let routine = context.state.guide.routine_title(&timer.session.plan().routine);
    let panel = Panel {
        title: view.map_or(routine, |view| view.title),
        right: &view.map_or_else(String::new, |view| words::total_left(&view)),
        active: true,
        ..Panel::default()
    };
    session(panel.draw(pane, buf, context.theme), buf, context, timer);
}

fn session(area: Rect, buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    match TimerView::of(&timer.session, context) {
        Some(view) => draw(area, buf, &view),
        None => {
            let summary = timer.session.summary(context.state.now.mono);
            summary::draw(area, buf, &summary, context);
        }
    }
}

/// Everything the timer shows at one instant.
#[derive(Debug, Clone, Copy)]
pub struct TimerView<'a> {
    /// The program, and what it is drawn with.
    pub context: RenderContext<'a>,
    pub session: &'a Session,
    pub moment: Moment<'a>,
    /// What the stretch is called: by its id when a guide that was read again lacks it.
    pub title: &'a str,
    pub stretch: Option<&'a Stretch>,
    /// Whole seconds left of the phase.
    pub seconds: u64,
    /// Whole seconds of all of it.
    pub length: u64,
}

impl<'a> TimerView<'a> {
    /// What a session shows at this instant; `None` when it is done.
    pub fn of(session: &'a Session, context: RenderContext<'a>) -> Option<Self> {
        let moment = session.moment(context.state.now.mono)?;
        Some(Self::at(session, context, moment))
    }

    fn at(session: &'a Session, context: RenderContext<'a>, moment: Moment<'a>) -> Self {
        let guide = &context.state.guide;
        let id = session.plan().steps.get(moment.phase.step).map_or("", |step| &step.stretch);
        Self {
            context,
            session,
            moment,
            title: guide.stretch_title(id),
            stretch: guide.stretches.get(id),
            seconds: moment.seconds(),
            length: seconds_shown(moment.phase.length),
        }
    }

    /// The same in each phase that belongs to the first hold of a leg: together they show every text
    /// of the session.
    fn with_every_text(&self) -> impl Iterator<Item = Self> {
        let phases = self.session.phases().iter().filter(|phase| phase.rep == 1);
        phases.map(|phase| Self::at(self.session, self.context, Moment { phase, ..self.moment }))
    }

    /// The longest time that the digits show in this session, which gives them their size.
    fn longest(&self) -> String {
        let lengths = self.session.phases().iter().map(|phase| seconds_shown(phase.length));
        words::seconds(lengths.max().unwrap_or(self.length))
    }

    /// How much of the phase has passed, in whole seconds as they are shown.
    fn passed(&self) -> Duration {
        Duration::from_secs(self.length.saturating_sub(self.seconds))
    }

    /// Whether a hold runs and is not paused.
    fn holds(&self) -> bool {
        self.moment.phase.kind == PhaseKind::Hold && self.session.paused().is_none()
    }
}

/// Draws the timer into an area of any size.
pub fn draw(area: Rect, buf: &mut Buffer, view: &TimerView<'_>) {
    let area = area.intersection(buf.area);
    if BESIDE.fits(area.width, area.height) {
        full::beside(area, buf, view);
    } else if BELOW.fits(area.width, area.height) {
        full::below(area, buf, view);
    } else if LEAST.fits(area.width, area.height) {
        compact::draw(area, buf, view);
    } else {
        compact::one_line(area, buf, view);
    }
}

#[cfg(test)]
mod tests;
