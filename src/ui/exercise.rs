//! A session or a cramp that fills the screen, and a session in the pane beside the guide.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::figure::FigureMemo;
use super::glyphs::Glyphs;
use super::panel::Panel;
use super::rescue::{self, Advice, RescueView};
use super::text::{width, write};
use super::theme::Theme;
use super::timer::{self, TimerView, summary, words};
use super::{RenderContext, chrome};
use crate::app::layout::Area;
use crate::app::view::{STANDBY_HINT, Timer};
use crate::guide::markup;
use crate::guide::raw::Kind;
use crate::guide::{Guide, NodeId};
use crate::stretch::rescue::OngoingCramp;

/// What a session or a cramp is drawn with.
#[derive(Debug, Clone, Copy)]
pub struct ExerciseLook<'a> {
    /// How everything looks.
    pub theme: &'a Theme,
    /// Signs that are not letters.
    pub glyphs: &'a Glyphs,
    /// Its stretches, and what it calls the legs.
    pub guide: &'a Guide,
    /// The last drawing of the body.
    pub figure: &'a FigureMemo,
}

impl<'a> ExerciseLook<'a> {
    fn of(context: RenderContext<'a>) -> Self {
        let RenderContext { state, theme, glyphs, figure } = context;
        Self { theme, glyphs, guide: &state.guide, figure }
    }
}

/// A session that fills the screen: the routine, the stretch, which of how many it is, and the
/// time left in all.
pub fn full(buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    let theme = context.theme;
    let mut crumbs = vec![routine_title(context, timer).to_owned()];
    let mut far = Vec::new();
    if let Some(view) = view(context, timer) {
        crumbs.push(view.title.to_owned());
        far = vec![
            ("stretch ".to_owned(), theme.muted),
            ((view.phase.step + 1).to_string(), theme.strong),
            (format!(" of {}   ", timer.session.plan().steps.len()), theme.muted),
            (words::total(&view), theme.text),
        ];
    }
    let area = below_header(buf, context, &crumbs, &far);
    session(area, buf, context, timer);
    chrome::below(context.state.layout_with(false), buf, (context.state, None), theme);
}

/// A session in the pane.
pub fn beside(pane: Rect, buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    let view = view(context, timer);
    let panel = Panel {
        title: view.map_or_else(|| routine_title(context, timer), |view| view.title),
        right: &view.map_or_else(String::new, |view| words::total(&view)),
        active: true,
        ..Panel::default()
    };
    let inner = panel.draw(pane, buf, (context.theme, context.glyphs));
    session(inner, buf, context, timer);
}

fn routine_title<'a>(context: RenderContext<'a>, timer: &'a Timer) -> &'a str {
    context.state.guide.routine_title(&timer.session.plan().routine)
}

fn view<'a>(context: RenderContext<'a>, timer: &'a Timer) -> Option<TimerView<'a>> {
    let state = context.state;
    TimerView::of(&timer.session, state.now.mono, &state.guide, state.settings.reduced_motion)
}

fn session(area: Rect, buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    let state = context.state;
    let look = ExerciseLook::of(context);
    match view(context, timer) {
        Some(view) => timer::draw(area, buf, &view, look),
        None => {
            let summary = timer.session.summary(state.now.mono);
            summary::draw(area, buf, &summary, look);
        }
    }
}

/// A cramp now.
pub fn rescue(buf: &mut Buffer, context: RenderContext<'_>, cramp: &OngoingCramp) {
    let RenderContext { state, theme, .. } = context;
    let Some(rescue) = &state.guide.rescue else {
        return;
    };
    let is_over = cramp.is_over(rescue.limit, state.now.boot);
    let advice = is_over.then(|| advice(&state.guide, rescue.over_limit));
    let view = RescueView {
        rescue,
        cramp,
        advice: advice.as_ref(),
        borrowed: state.guide.rescue_is_built_in(),
        now: state.now.boot,
    };
    let began = state.now.wall.map(|wall| wall.wrapping_sub(cramp.age(state.now.boot)));
    let began = began.map_or_else(String::new, |time| {
        format!("   began {:02}:{:02}", time.hour(), time.minute())
    });
    let far = [(view.place(&state.guide.words, 40), theme.muted), (began, theme.text)];
    let area = below_header(buf, context, &["Cramp now".to_owned()], &far);
    let look = ExerciseLook::of(context);
    rescue::draw(area, buf, &view, look);
    chrome::below(state.layout_with(false), buf, (state, None), theme);
}

/// Shows the keys dimly for a moment, then nothing.
pub fn standby(buf: &mut Buffer, context: RenderContext<'_>, since: Duration) {
    let RenderContext { state, theme, .. } = context;
    if state.now.mono.saturating_sub(since) >= STANDBY_HINT {
        return;
    }
    let lines = ["Any key: a cramp now", "q leaves"];
    for (y, line) in (buf.area.height / 2..buf.area.height).zip(lines) {
        let wide = width(line);
        let x = buf.area.width.saturating_sub(wide) / 2;
        write(buf, (x, y), line, usize::from(wide), theme.muted);
    }
}

/// What to do when the cramp outlasts the limit, in plain lines: how soon to get help, then each step.
fn advice(guide: &Guide, id: NodeId) -> Advice {
    let node = guide.node(id);
    let care = node.care;
    let head = match (node.kind, care) {
        (Kind::Warning, Some(care)) => {
            format!("{}. {}", guide.words.care(care), node.title)
        }
        _ => node.title.clone(),
    };
    let steps = match &*node.steps {
        [] => std::slice::from_ref(&node.text),
        steps => steps,
    };
    Advice {
        big: node.big.as_deref().map(markup::plain).unwrap_or_default(),
        head: markup::plain(&head),
        lines: steps.iter().map(String::as_str).map(markup::plain).collect(),
        care,
    }
}

/// Draws the header, where there is room for one, and gives back what a session or a cramp fills
/// above the keys.
fn below_header(
    buf: &mut Buffer,
    context: RenderContext<'_>,
    crumbs: &[String],
    far: &[(String, Style)],
) -> Rect {
    let RenderContext { state, theme, glyphs, .. } = context;
    let size = state.size;
    let top = u16::from(size.width >= 60 && size.height >= 20);
    if top > 0 {
        let area = Area { x: 0, y: 0, width: size.width, height: top };
        chrome::header(area, buf, (theme, glyphs), crumbs, far);
    }
    let end = state.layout_with(false).end;
    Rect::new(0, top, size.width, end.saturating_sub(top))
}
