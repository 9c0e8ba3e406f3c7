//! A session or a cramp that fills the screen, and a session in the pane beside the guide.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::figure::FigureMemo;
use super::glyphs::Glyphs;
use super::panel::Panel;
use super::rescue::{self, Advice, RescueView};
use super::text::{width, write};
use super::theme::Theme;
use super::timer::{self, TimerView, summary};
use super::{RenderContext, chrome};
use crate::app::layout::Area;
use crate::app::state::State;
use crate::app::view::{STANDBY_HINT, Timer};
use crate::guide::markup;
use crate::guide::model::GuideWords;
use crate::guide::raw::Kind;
use crate::stretch::clock::seconds_shown;
use crate::stretch::rescue::OngoingCramp;
use crate::text::messages::amounts;

/// What a session or a cramp is drawn with.
#[derive(Debug, Clone, Copy)]
pub struct ExerciseLook<'a> {
    /// How everything looks.
    pub theme: &'a Theme,
    /// Signs that are not letters.
    pub glyphs: &'a Glyphs,
    /// What the guide calls the legs.
    pub words: &'a GuideWords,
    /// The last drawing of the body.
    pub figure: &'a FigureMemo,
}

impl<'a> ExerciseLook<'a> {
    fn of(context: RenderContext<'a>) -> Self {
        let RenderContext { state, theme, glyphs, figure } = context;
        Self { theme, glyphs, words: &state.guide.words, figure }
    }
}

/// A session that fills the screen.
pub fn full(buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    let (head, area) = parts(context.state);
    if let Some(head) = head {
        session_header(head, buf, context, timer);
    }
    session(area, buf, context, timer);
    let layout = context.state.layout_with(false);
    chrome::below(layout, buf, context.state, context.theme);
}

/// A session in the pane.
pub fn beside(pane: Rect, buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    let view = view(context, timer);
    let left = view.map_or_else(String::new, |view| {
        let left = Duration::from_secs(seconds_shown(view.total_left));
        format!("{} left", amounts::clock(left))
    });
    let routine = &timer.session.plan().routine;
    let title = context.state.guide.routine_title(routine);
    let panel = Panel {
        title: view.map_or(title, |view| view.title),
        right: &left,
        active: true,
        ..Panel::default()
    };
    let inner = panel.draw(pane, buf, (context.theme, context.glyphs));
    session(inner, buf, context, timer);
}

/// The routine, the stretch, which of how many it is, and the time left in all.
fn session_header(area: Area, buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    let RenderContext { state, theme, glyphs, .. } = context;
    let routine = &timer.session.plan().routine;
    let mut crumbs = vec![state.guide.routine_title(routine).to_owned()];
    let Some(view) = view(context, timer) else {
        let far: [(&str, _); 0] = [];
        return chrome::header(area, buf, (theme, glyphs), &crumbs, &far);
    };
    crumbs.push(view.title.to_owned());
    let left = Duration::from_secs(seconds_shown(view.total_left));
    let far = [
        ("stretch ".to_owned(), theme.muted),
        ((view.phase.step + 1).to_string(), theme.strong),
        (format!(" of {}   ", view.steps), theme.muted),
        (format!("{} left", amounts::clock(left)), theme.text),
    ];
    chrome::header(area, buf, (theme, glyphs), &crumbs, &far);
}

fn view<'a>(context: RenderContext<'a>, timer: &'a Timer) -> Option<TimerView<'a>> {
    let state = context.state;
    TimerView::of(
        &timer.session,
        state.now.mono,
        &state.guide.stretches,
        state.guide.safety(),
        state.settings.reduced_motion,
    )
}

fn session(area: Rect, buf: &mut Buffer, context: RenderContext<'_>, timer: &Timer) {
    let state = context.state;
    let look = ExerciseLook::of(context);
    match view(context, timer) {
        Some(view) => timer::draw(area, buf, &view, look),
        None => {
            let summary = timer.session.summary(state.now.mono);
            summary::draw(area, buf, &summary, &state.guide.stretches, look);
        }
    }
}

/// A cramp now.
pub fn rescue(buf: &mut Buffer, context: RenderContext<'_>, cramp: &OngoingCramp) {
    let RenderContext { state, theme, glyphs, .. } = context;
    let Some(rescue) = &state.guide.rescue else {
        return;
    };
    let is_over = cramp.is_over(rescue.limit, state.now.boot);
    let advice = is_over.then(|| advice(context));
    let view = RescueView {
        rescue,
        cramp,
        advice: advice.as_ref(),
        borrowed: state.guide.rescue_is_built_in(),
        now: state.now.boot,
    };
    let (head, area) = parts(state);
    if let Some(head) = head {
        let began = state.now.wall.map(|wall| wall.wrapping_sub(cramp.age(state.now.boot)));
        let began = began.map_or_else(String::new, |time| {
            format!("   began {:02}:{:02}", time.hour(), time.minute())
        });
        let far = [(view.place(&state.guide.words, 40), theme.muted), (began, theme.text)];
        let crumbs = ["Cramp now".to_owned()];
        chrome::header(head, buf, (theme, glyphs), &crumbs, &far);
    }
    let look = ExerciseLook::of(context);
    rescue::draw(area, buf, &view, look);
    chrome::below(state.layout_with(false), buf, state, theme);
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
fn advice(context: RenderContext<'_>) -> Advice {
    let state = context.state;
    let Some(rescue) = &state.guide.rescue else {
        return Advice::default();
    };
    let node = state.guide.node(rescue.over_limit);
    let care = node.care;
    let head = match (node.kind, care) {
        (Kind::Warning, Some(care)) => {
            format!("{}. {}", state.guide.words.care(care), node.title)
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

/// The header, where there is room for one, and what a session or a cramp fills above the keys.
fn parts(state: &State) -> (Option<Area>, Rect) {
    let size = state.size;
    let has_header = size.width >= 60 && size.height >= 20;
    let has_footer = size.height >= 4;
    let top = u16::from(has_header);
    let head = has_header.then_some(Area { x: 0, y: 0, width: size.width, height: 1 });
    let below = u16::from(has_footer) + state.notice_rows();
    let height = size.height.saturating_sub(top + below);
    let area = Rect { x: 0, y: top, width: size.width, height };
    (head, area)
}
