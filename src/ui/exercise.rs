//! A session or a cramp that fills the screen, and a session in the pane beside the guide.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Text;
use ratatui::widgets::Widget;

use super::panel::Panel;
use super::rescue::{self, RescueView};
use super::text::below;
use super::timer::{self, TimerView, summary, words};
use super::{RenderContext, chrome};
use crate::app::view::{STANDBY_HINT, Timer};
use crate::stretch::rescue::OngoingCramp;

/// A session that fills the screen: the routine, the stretch, which of how many it is, and the
/// time left in all.
pub(crate) fn full(buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    let RenderContext { state, theme, .. } = context;
    let plan = timer.session.plan();
    let mut crumbs = vec![state.guide.routine_title(&plan.routine).to_owned()];
    let mut far = Vec::new();
    if let Some(view) = TimerView::of(&timer.session, context) {
        crumbs.push(view.title.to_owned());
        far = vec![
            ("stretch ".to_owned(), theme.muted),
            ((view.moment.phase.step + 1).to_string(), theme.strong),
            (format!(" of {}   ", plan.steps.len()), theme.muted),
            (words::total(&view), theme.text),
        ];
    }
    let area = below_header(buf, context, &crumbs, &far);
    session(area, buf, context, timer);
    chrome::below(state.layout_with(false), buf, (state, None), theme);
}

/// A session in the pane.
pub(crate) fn beside(pane: Rect, buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    let view = TimerView::of(&timer.session, context);
    let routine = context.state.guide.routine_title(&timer.session.plan().routine);
    let panel = Panel {
        title: view.map_or(routine, |view| view.title),
        right: &view.map_or_else(String::new, |view| words::total(&view)),
        active: true,
        ..Panel::default()
    };
    let inner = panel.draw(pane, buf, context.theme);
    session(inner, buf, context, timer);
}

fn session(area: Rect, buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    match TimerView::of(&timer.session, context) {
        Some(view) => timer::draw(area, buf, &view),
        None => {
            let summary = timer.session.summary(context.state.now.mono);
            summary::draw(area, buf, &summary, context);
        }
    }
}

/// A cramp now.
pub(crate) fn rescue(buf: &mut Buffer, context: RenderContext<'_>, cramp: &OngoingCramp) {
    let RenderContext { state, theme, .. } = context;
    let Some(view) = RescueView::of(cramp, context) else {
        return;
    };
    let began = state.now.wall.map(|wall| wall.wrapping_sub(view.age()));
    let began = began.map_or_else(String::new, |time| {
        format!("   began {:02}:{:02}", time.hour(), time.minute())
    });
    let far = [(view.place(40), theme.muted), (began, theme.text)];
    let area = below_header(buf, context, &["Cramp now".to_owned()], &far);
    rescue::draw(area, buf, &view);
    chrome::below(state.layout_with(false), buf, (state, None), theme);
}

/// Shows the keys dimly for a moment, then nothing.
pub(crate) fn standby(buf: &mut Buffer, context: RenderContext<'_>, since: Duration) {
    let RenderContext { state, theme, .. } = context;
    if state.now.mono.saturating_sub(since) >= STANDBY_HINT {
        return;
    }
    let rows = below(buf.area, buf.area.height / 2);
    let hint = Text::styled("Any key: a cramp now\nq leaves", theme.muted);
    hint.centered().render(rows, buf);
}

/// Draws the header, where there is room for one, and gives back what a session or a cramp fills
/// above the keys.
fn below_header(
    buf: &mut Buffer,
    context: RenderContext<'_>,
    crumbs: &[String],
    far: &[(String, Style)],
) -> Rect {
    let RenderContext { state, theme, .. } = context;
    let size = state.size;
    let top = u16::from(size.width >= 60 && size.height >= 20);
    if let Some(area) = state.layout_with(false).header.filter(|_| top > 0) {
        chrome::header(area, buf, theme, crumbs, far);
    }
    let end = state.layout_with(false).end;
    Rect::new(0, top, size.width, end.saturating_sub(top))
}
