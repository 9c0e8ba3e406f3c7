//! The timer pane while nothing runs: the routine that fits this page, its
//! steps, its length, and the figure of its first stretch.

use std::sync::{Arc, Weak};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::figure;
use super::glyphs::Glyphs;
use super::memo::Memo;
use super::text::write;
use super::theme::Theme;
use crate::app::codes;
use crate::app::keymap::Context;
use crate::app::state::State;
use crate::figure::Posture;
use crate::guide::raw::{Routine, RoutineStep};
use crate::guide::{Guide, markup};
use crate::stretch::Side;
use crate::stretch::plan::{Options, Plan};
use crate::text::messages::amounts;
use crate::text::messages::session;
use crate::text::wrap::wrap_plain;

/// Everything the pane depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    guide: Version,
    routine: Option<String>,
    danger: bool,
    start: Option<&'static str>,
    theme: Theme,
    ascii: bool,
    first_leg: Side,
}

/// Which reading of the guide file. Held, so that no later one can take its address.
#[derive(Debug, Clone)]
struct Version(Weak<Guide>);

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.0.ptr_eq(&other.0)
    }
}

impl Key {
    fn of(state: &State, theme: &Theme) -> Self {
        Self {
            guide: Version(Arc::downgrade(&state.guide)),
            routine: routine(state).map(str::to_owned),
            danger: state.danger().is_some(),
            start: start(state),
            theme: *theme,
            ascii: state.settings.ascii,
            first_leg: state.settings.first_leg,
        }
    }
}

/// The routine that is offered: none while a cramp lasts.
fn routine(state: &State) -> Option<&str> {
    let cramps = state.lasting_cramp().is_some();
    state.fitting_routine().filter(|_| !cramps)
}

/// What `s` does here: beside a page of the guide, not beside what lies above one.
fn start(state: &State) -> Option<&'static str> {
    let says = if state.has_session_waiting() {
        session::KEY_GO_ON
    } else {
        session::KEY_START
    };
    (state.context() == Context::Guide).then_some(says)
}

/// Draws the pane with the line that parts it from the guide, where there is something to show.
pub fn draw(
    area: Rect,
    buf: &mut Buffer,
    state: &State,
    (theme, glyphs): (&Theme, &Glyphs),
    memo: &mut Memo<Key>,
) {
    let key = Key::of(state, theme);
    let routine = key.routine.clone();
    let danger = key.danger;
    if routine.is_none() && !danger {
        return;
    }
    memo.show(key, area, buf, |area, buf| {
        wall(area, buf, theme, glyphs);
        let inner = Rect {
            x: area.x + 3,
            width: area.width.saturating_sub(4),
            ..area
        };
        if danger {
            lines(inner, buf, 2, &[(session::NO_STRETCHING, theme.warning)]);
        } else if let Some((id, routine)) =
            routine.and_then(|id| state.guide.routines.get_key_value(id.as_str()))
        {
            let y = head(inner, buf, state, (id, routine), theme);
            let below = Rect {
                y: inner.y + y,
                height: inner.height.saturating_sub(y),
                ..inner
            };
            figure(below, buf, state, routine, theme);
        }
    });
}

/// The line that parts the pane from the guide.
pub fn wall(area: Rect, buf: &mut Buffer, theme: &Theme, glyphs: &Glyphs) {
    for y in area.top()..area.bottom() {
        buf.set_stringn(area.x, y, glyphs.wall, 1, theme.border);
    }
}

/// Title, safety line, length and steps; returns the row below them.
fn head(
    area: Rect,
    buf: &mut Buffer,
    state: &State,
    (id, routine): (&str, &Routine),
    theme: &Theme,
) -> u16 {
    let options = Options {
        first: state.settings.first_leg,
        ..Options::default()
    };
    let total = Plan::new(id, routine, options)
        .map_or_else(|_| String::new(), |plan| amounts::clock(plan.total));
    let check = state.guide.safety();
    let summary = session::in_all(&total);
    let mut said = vec![
        (routine.title.as_str(), theme.accent),
        (summary.as_str(), theme.muted),
        ("", theme.text),
        (check, theme.warning),
    ];
    let steps: Vec<String> = routine
        .steps
        .iter()
        .map(|step| about(state, step))
        .collect();
    said.extend(steps.iter().map(|step| (step.as_str(), theme.text)));
    if let Some(start) = start(state) {
        said.extend([("", theme.text), (start, theme.strong)]);
    }
    lines(area, buf, 2, &said)
}

fn about(state: &State, step: &RoutineStep) -> String {
    let title = state.guide.stretch_title(&step.stretch);
    let times = amounts::times(step.repeat);
    let sides = codes::sides(step.sides);
    format!("- {title}: {}, {times}, {sides}", step.hold)
}

/// Lines one below the other from a row on; returns the row below them.
fn lines(area: Rect, buf: &mut Buffer, top: u16, said: &[(&str, ratatui::style::Style)]) -> u16 {
    let mut y = top;
    for (text, style) in said {
        let hang = if text.starts_with("- ") { 2 } else { 0 };
        let width = usize::from(area.width.saturating_sub(hang));
        let mut rows = wrap_plain(&markup::clean(text), width);
        if rows.is_empty() {
            rows.push(String::new());
        }
        if rows.len() > usize::from(area.height.saturating_sub(y)) {
            // Whole or not at all, and nothing below what is left out.
            return area.height;
        }
        for (index, row) in rows.into_iter().enumerate() {
            let x = area.x + if index == 0 { 0 } else { hang };
            write(buf, (x, area.y + y), &row, usize::from(area.width), *style);
            y += 1;
        }
    }
    y
}

fn figure(area: Rect, buf: &mut Buffer, state: &State, routine: &Routine, theme: &Theme) {
    let first = routine
        .steps
        .first()
        .and_then(|step| state.guide.stretches.get(&step.stretch));
    let Some(figure) = first.and_then(|stretch| stretch.figure.as_ref()) else {
        return;
    };
    let area = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(2).min(18),
        ..area
    };
    if area.height < 6 {
        return;
    }
    let posture = Posture {
        figure,
        leg: Some(state.settings.first_leg.into()),
        held: 1.0,
    };
    figure::draw(area, buf, &posture, (theme, state.settings.ascii));
}
