//! What fills the screen, a session, a cramp or the charts of the diary; and a session in the
//! pane beside the guide.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::figure::FigureMemo;
use super::rescue::{self, RescueView};
use super::timer::{self, Look, TimerView, summary};
use super::{RenderContext, chrome, preview};
use crate::app::footer;
use crate::app::layout::{Area, Layout};
use crate::app::settings::ThemeChoice;
use crate::app::view::Timer;
use crate::diary::chart::Charts;
use crate::guide::markup;
use crate::guide::model::Body;
use crate::guide::raw::Text;
use crate::stretch::rescue::Cramp;

/// A session that fills the screen.
pub fn full(buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer, memo: &mut FigureMemo) {
    let layout = Layout::of(context.state.size, false);
    session(alone(layout), buf, context, timer, memo);
    chrome::below(layout, buf, context.state, context.theme);
}

/// A session in the pane.
pub fn beside(
    pane: Rect,
    buf: &mut Buffer,
    context: RenderContext<'_>,
    timer: &Timer,
    memo: &mut FigureMemo,
) {
    preview::wall(pane, buf, context.theme, context.glyphs);
    // In line with the title of the page beside it, where that costs no figure.
    let above = if pane.height >= 23 { 2 } else { 0 };
    let inner = Rect {
        x: pane.x + 3,
        y: pane.y + above,
        width: pane.width.saturating_sub(4),
        height: pane.height - above,
    };
    session(inner, buf, context, timer, memo);
}

fn session(
    area: Rect,
    buf: &mut Buffer,
    context: RenderContext<'_>,
    timer: &Timer,
    memo: &mut FigureMemo,
) {
    let state = context.state;
    // Beside the guide the guide's own text is lit anyway.
    let look = look(context, area.width > context.state.size.width / 2);
    let safety = state.guide.safety();
    let stretches = &state.guide.stretches;
    let now = state.now.mono;
    match TimerView::of(&timer.session, now, stretches, safety, look) {
        Some(view) => timer::draw_again(area, buf, &view, context.theme, memo),
        None => summary::draw(
            area,
            buf,
            &timer.session.summary(now),
            stretches,
            context.theme,
        ),
    }
}

/// How the reader wants it drawn; `alone` when it fills the screen: at night light is scarce then.
fn look(context: RenderContext<'_>, alone: bool) -> Look {
    let settings = &context.state.settings;
    Look {
        ascii: settings.ascii,
        reduced_motion: settings.reduced_motion,
        calm: alone && context.state.theme() == ThemeChoice::Night,
        keys: footer::lit(context.state),
        above: rows_above(Layout::of(context.state.size, false)),
    }
}

/// A cramp now.
pub fn rescue(buf: &mut Buffer, context: RenderContext<'_>, cramp: &Cramp) {
    let state = context.state;
    let Some(rescue) = &state.guide.rescue else {
        return;
    };
    let over_limit = if cramp.is_over(rescue.limit, state.now.boot) {
        advice(context)
    } else {
        Vec::new()
    };
    let view = RescueView {
        rescue,
        cramp,
        over_limit: &over_limit,
        borrowed: state.guide.rescue_is_built_in(),
        now: state.now.boot,
        look: look(context, true),
    };
    let layout = Layout::of(state.size, false);
    rescue::draw(alone(layout), buf, &view, context.theme);
    chrome::below(layout, buf, state, context.theme);
}

/// The charts of the diary.
pub fn diary(buf: &mut Buffer, context: RenderContext<'_>, charts: &Charts) {
    let layout = Layout::of(context.state.size, false);
    let ascii = context.state.settings.ascii;
    let mut area = whole(layout);
    // A notice keeps a row of distance.
    area.height -= u16::from(area.height >= 20);
    super::diary::draw(area, buf, charts, context.theme, ascii);
    chrome::below(layout, buf, context.state, context.theme);
}

/// What to do when the cramp outlasts the limit, in plain lines: how soon to get help, then each step.
fn advice(context: RenderContext<'_>) -> Vec<String> {
    let state = context.state;
    let Some(rescue) = &state.guide.rescue else {
        return Vec::new();
    };
    let node = state.guide.node(rescue.over_limit);
    let (head, steps): (_, &[Text]) = match &node.body {
        Body::Warning { steps, .. } => {
            let care = node.care().map_or("", |care| state.guide.words.care(care));
            (format!("{care}. {}", node.title), steps)
        }
        _ => (node.title.to_string(), &[]),
    };
    let steps = if steps.is_empty() {
        std::slice::from_ref(&node.text)
    } else {
        steps
    };
    std::iter::once(head.as_str())
        .chain(steps.iter().map(Text::as_str))
        .map(markup::plain)
        .collect()
}

/// What a session or a cramp fills: the screen above notice and keys, below a margin.
fn alone(layout: Layout) -> Rect {
    let whole = whole(layout);
    let above = rows_above(layout);
    Rect {
        y: whole.y + above,
        height: whole.height - above,
        ..whole
    }
}

/// Rows left empty above a session or a cramp, where there is room.
fn rows_above(layout: Layout) -> u16 {
    match layout.body.height {
        0..20 => 0,
        20..28 => 1,
        _ => 2,
    }
}

/// The screen above notice and keys.
fn whole(layout: Layout) -> Rect {
    let body = layout.body;
    let top = layout.header.map_or(body.y, |header| header.y);
    let left = layout.notice.x;
    Area {
        x: left,
        y: top,
        width: layout.notice.width,
        height: body.height + body.y - top,
    }
    .into()
}
