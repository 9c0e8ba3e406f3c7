//! A cramp now: the safety line, the steps as they come, and how long it lasts.
//!
//! ```text
//! Swollen, hot, red, cold, numb, or hurt? Do not stretch or rub
//! 1 Knee straight. Pull your toes up towards your shin.
//! 2 Cannot reach? Loop a towel round your foot. Pull both ends.
//!
//! 0:14  calf, lying
//!
//! [1 calf]  2 hamstring   3 thigh   4 foot
//! ```

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::digits::{self, Size};
use super::lettering::{Column, lines, lit, lit_by, put, right_of, width};
use super::theme::Theme;
use super::timer::{Look, light};
use crate::app::words;
use crate::guide::model::Rescue;
use crate::guide::raw::Text;
use crate::stretch::rescue::Cramp;

/// Below this rescue is one step. A window of 40 by 10 leaves nine rows beside its footer.
const LEAST: (u16, u16) = (34, 9);

/// Everything rescue shows at one instant.
#[derive(Debug, Clone, Copy)]
pub struct RescueView<'a> {
    /// The guide's rescue.
    pub rescue: &'a Rescue,
    /// The cramp.
    pub cramp: &'a Cramp,
    /// What to do when it outlasts the limit: how soon to get help, then what to do.
    pub over_limit: &'a [String],
    /// Whether these are the steps of the built-in guide, in a guide on another topic.
    pub borrowed: bool,
    /// The instant, on the boot-time clock.
    pub now: Duration,
    /// How it is drawn.
    pub look: Look,
}

impl RescueView<'_> {
    /// The moves against the cramp. After the limit the advice takes their place: it says to stop pulling.
    fn steps(&self) -> &[Text] {
        if self.advice().len() > 1 {
            return &[];
        }
        let cramp = self.cramp;
        self.rescue.steps(&cramp.muscle, cramp.position)
    }

    /// What to do instead, once it has outlasted the limit.
    fn advice(&self) -> &[String] {
        if self.cramp.is_over(self.rescue.limit, self.now) {
            self.over_limit
        } else {
            &[]
        }
    }

    fn age(&self) -> String {
        words::clock(self.cramp.age(self.now))
    }

    fn place(&self) -> String {
        let cramp = self.cramp;
        words::place(&cramp.muscle, cramp.leg, cramp.position)
    }
}

/// Draws rescue into an area of any size.
pub fn draw(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, theme: &Theme) {
    let area = area.intersection(buf.area);
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return small(area, buf, view, theme);
    }
    let large = area.height >= 18 && area.width >= 60 && has_light_for_digits(area, view);
    let room = !view.steps().is_empty() && rows_of_all(view, area.width) <= area.height - 3;
    let keys_rows = if area.height >= 18 || room { 2 } else { 0 };
    let (top, bottom) = split(area, keys_rows + if large { digits::ROWS } else { 1 });
    let mut column = Column::new(bottom, buf);
    clock(&mut column, view, theme, large);
    let keys_at = column.rest();
    let mut column = Column::new(top, buf);
    advice(&mut column, view, theme);
    if view.advice().is_empty() || lines(&view.rescue.check, top.width) <= column.left() {
        column.text(&view.rescue.check, theme.warning);
    }
    let left = light(area, view.look).saturating_sub(lit(area, column.buf()));
    steps(&mut column, view, theme, left);
    let left = light(area, view.look).saturating_sub(lit(area, column.buf()));
    let mut column = Column::new(keys_at, buf);
    // With the marks around the chosen one. Once the moves are gone there is none to choose.
    let muscles_light: usize = view.rescue.moves.keys().map(|name| lit_by(name) + 1).sum();
    if !view.steps().is_empty() && left >= muscles_light + 2 {
        column.skip(1);
        muscles(&mut column, view, theme);
    }
}

/// Whether big digits leave light enough for all steps; a clock in plain text does else.
fn has_light_for_digits(area: Rect, view: &RescueView<'_>) -> bool {
    let steps = view.steps().iter().map(Text::as_str);
    let advice = view.advice().iter().map(String::as_str);
    let texts = steps.chain(advice).chain([view.rescue.check.as_str()]);
    let words: usize = texts.map(|text| lit_by(text) + 1).sum();
    // Four digits and a colon, the place with its leg, and the muscles with their keys.
    light(area, view.look) >= words + 95 + 28 + 32
}

/// Rows of who must not and of all the steps, so that what stands below keeps its place.
fn rows_of_all(view: &RescueView<'_>, width: u16) -> u16 {
    let steps = (1..).zip(view.steps());
    let steps = steps.map(|(number, step)| lines(&format!("{number} {step}"), width));
    steps.fold(lines(&view.rescue.check, width), u16::saturating_add)
}

fn split(area: Rect, bottom: u16) -> (Rect, Rect) {
    let top = Rect {
        height: area.height.saturating_sub(bottom),
        ..area
    };
    let bottom = Rect {
        y: area.y + top.height,
        height: area.height - top.height,
        ..area
    };
    (top, bottom)
}

/// What changes when it lasts too long stands above everything else, as much as fits whole.
fn advice(column: &mut Column<'_>, view: &RescueView<'_>, theme: &Theme) {
    for (index, line) in view.advice().iter().enumerate() {
        if index > 0 && column.left() < lines(line, column.rest().width) {
            return;
        }
        let style = if index == 0 {
            theme.danger
        } else {
            theme.strong
        };
        column.text(line, style);
    }
}

/// The steps so far; the last of them is the one to do now.
fn steps(column: &mut Column<'_>, view: &RescueView<'_>, theme: &Theme, light: usize) {
    let all = view.steps();
    let shown = view.cramp.steps_shown(all.len(), view.now);
    let width = column.rest().width;
    let numbered: Vec<String> = (1..)
        .zip(&all[..shown])
        .map(|(number, step)| format!("{number} {step}"))
        .collect();
    let kept = kept(&numbered, width, column.left(), light);
    // Judged by all steps, so that none moves when another appears.
    let all_rows = all.iter().map(|step| usize::from(lines(step, width)) + 1);
    let spaced = usize::from(column.left()) >= all_rows.sum();
    for at in kept {
        if spaced && at > 0 {
            column.skip(1);
        }
        let current = at + 1 == shown || at == 0;
        let style = if current { theme.strong } else { theme.text };
        column.text(&numbered[at], style);
    }
}

/// Which steps are shown when there is not room and light for all: the current one, the first, then the latest.
fn kept(steps: &[String], width: u16, room: u16, light: usize) -> Vec<usize> {
    let Some(last) = steps.len().checked_sub(1) else {
        return Vec::new();
    };
    let (mut room, mut light) = (room, light);
    let mut kept = Vec::new();
    for at in [last, 0].into_iter().chain((1..last).rev()) {
        let (rows, cost) = (lines(&steps[at], width), lit_by(&steps[at]));
        let needed = kept.is_empty() || (at == 0 && rows <= room);
        if kept.contains(&at) || !(needed || (rows <= room && cost <= light)) {
            continue;
        }
        room = room.saturating_sub(rows);
        light = light.saturating_sub(cost);
        kept.push(at);
    }
    kept.sort_unstable();
    kept
}

/// How long it lasts, and where.
fn clock(column: &mut Column<'_>, view: &RescueView<'_>, theme: &Theme, large: bool) {
    let age = view.age();
    let size = Size::SMALL;
    let place = column.take(if large { size.rows() } else { 1 });
    let wide = if large {
        let ascii = view.look.ascii;
        digits::draw(&age, size, place, column.buf(), theme.digits, ascii);
        size.columns(&age)
    } else {
        put(place, column.buf(), &age, theme.digits);
        width(&age)
    };
    let beside = Rect {
        y: place.bottom().saturating_sub(1),
        height: place.height.min(1),
        ..right_of(place, wide + 3)
    };
    let place = view.place();
    put(beside, column.buf(), &place, theme.text);
    let whose = right_of(beside, width(&place) + 3);
    if view.borrowed && width(words::BORROWED) <= whose.width {
        put(whose, column.buf(), words::BORROWED, theme.quiet);
    }
}

/// The muscles with their keys; the positions are among the keys below.
fn muscles(column: &mut Column<'_>, view: &RescueView<'_>, theme: &Theme) {
    let muscles = view.rescue.moves.keys();
    let muscles = (1..).zip(muscles).map(|(number, muscle)| {
        let chosen = *muscle == view.cramp.muscle;
        (format!("{number} {muscle}"), chosen)
    });
    row(column, muscles, theme);
}

/// Choices side by side; the chosen one stands between marks.
fn row(column: &mut Column<'_>, choices: impl Iterator<Item = (String, bool)>, theme: &Theme) {
    let place = column.take(1);
    let mut x = place.x;
    for (text, chosen) in choices {
        let (text, style) = if chosen {
            (format!("[{text}]"), theme.strong)
        } else {
            (format!(" {text} "), theme.quiet)
        };
        let rest = Rect {
            x,
            width: place.right().saturating_sub(x),
            ..place
        };
        put(rest, column.buf(), &text, style);
        x = x.saturating_add(width(&text) + 1);
    }
}

/// As much as fits, the first step before all else where there is one row only.
fn small(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, theme: &Theme) {
    let mut column = Column::new(area, buf);
    let all = view.steps();
    let shown = view.cramp.steps_shown(all.len(), view.now);
    let current = all[..shown].last().map_or("", Text::as_str);
    // The advice tells no move, so it needs no room for who must not.
    let moves = view.advice().is_empty();
    let warned = moves && lines(&view.rescue.check, area.width) < area.height;
    if warned {
        column.text(&view.rescue.check, theme.warning);
    }
    let line = match (area.width, view.advice().first()) {
        (0..=11, _) => view.age(),
        (_, Some(advice)) => format!("{} {advice}", view.age()),
        (_, None) if warned => format!("{} {current}", view.age()),
        // No step is told without who must not take it.
        (_, None) => format!("{} {}", view.age(), view.place()),
    };
    column.text(&line, theme.strong);
    for line in view.advice().iter().skip(1) {
        if area.width >= 12 && lines(line, area.width) <= column.left() {
            column.text(line, theme.text);
        }
    }
}

#[cfg(test)]
mod tests;
