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

mod small;

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::digits::{self, Size};
use super::text::{Column, lines, lit, lit_by, put, right_of, width};
use super::theme::Theme;
use super::timer::{Look, light};
use crate::app::codes;
use crate::guide::model::Rescue;
use crate::guide::raw::Care;
use crate::stretch::Leg;
use crate::stretch::rescue::Cramp;
use crate::text::messages::amounts;
use crate::text::messages::pages;

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
    fn steps(&self) -> Vec<&str> {
        if self.advice().len() > 1 {
            return Vec::new();
        }
        let cramp = self.cramp;
        let steps = self.rescue.steps(&cramp.muscle, cramp.position);
        steps.iter().map(|step| step.text.as_str()).collect()
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
        amounts::clock(self.cramp.age(self.now))
    }

    /// Where it is, in so many cells: by the name of the muscle where its place would be too long
    /// with a leg, so that nothing changes when the leg is said.
    fn place(&self, cells: u16) -> String {
        let cramp = self.cramp;
        let said = |muscle, leg| codes::place(muscle, leg, cramp.position);
        let part = codes::part(&cramp.muscle);
        if width(&said(part, Some(Leg::Right))) <= cells {
            return said(part, cramp.leg);
        }
        said(&cramp.muscle, cramp.leg)
    }
}

/// Draws rescue into an area of any size.
pub fn draw(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, theme: &Theme) {
    let area = area.intersection(buf.area);
    if area.width < LEAST.0 || area.height < LEAST.1 || !has_room_for_a_step(area, view) {
        return small::draw(area, buf, view, theme);
    }
    let large = area.height >= 18 && area.width >= 60 && has_light_for_digits(area, view);
    let clock_rows = if large { digits::ROWS } else { 1 };
    let muscles_rows = rows_of_muscles(area, view);
    let (top, bottom) = split(area, clock_rows + muscles_rows);
    let mut column = Column::new(bottom, buf);
    let is_said = clock(&mut column, view, theme, large);
    let keys_at = column.rest();
    let mut column = Column::new(top, buf);
    if view.advice().is_empty() {
        column.text(&view.rescue.check, theme.warning);
    } else {
        advice(&mut column, view, theme);
    }
    let left = light(area, view.look).saturating_sub(lit(area, column.buf()));
    steps(&mut column, view, theme, left);
    if view.borrowed && !is_said {
        column.skip(column.left().saturating_sub(1));
        column.line(pages::BORROWED, theme.muted);
    }
    let left = light(area, view.look).saturating_sub(lit(area, column.buf()));
    let mut column = Column::new(keys_at, buf);
    // With the marks around the chosen one. Once the moves are gone there is none to choose.
    let muscles_light: usize = view.rescue.moves.keys().map(|name| lit_by(name) + 1).sum();
    if !view.steps().is_empty() && left >= muscles_light + 2 {
        column.skip((muscles_rows - 1).min(1));
        muscles(&mut column, view, theme);
    }
}

/// Rows for the muscles with their keys; a blank one above them where there is room, and one
/// below them, where a notice may stand.
fn rows_of_muscles(area: Rect, view: &RescueView<'_>) -> u16 {
    if view.steps().is_empty() {
        // The clock keeps its place all the same.
        return if area.height >= 18 { 3 } else { 0 };
    }
    let room = rows_of_all(view, area.width) <= area.height - 3;
    match room {
        _ if area.height >= 18 => 3,
        true => 2,
        false => 1,
    }
}

/// Whether who must not, the first step, the clock and the muscles fit whole.
fn has_room_for_a_step(area: Rect, view: &RescueView<'_>) -> bool {
    let steps = view.steps();
    let step = steps
        .first()
        .map_or(0, |step| rows_of_step(step, area.width));
    steps.is_empty() || lines(&view.rescue.check, area.width) + step + 2 <= area.height
}

/// Whether big digits leave light enough for all steps; a clock in plain text does else.
fn has_light_for_digits(area: Rect, view: &RescueView<'_>) -> bool {
    let steps = view.steps().into_iter();
    let advice = view.advice().iter().map(String::as_str);
    let texts = steps.chain(advice).chain([view.rescue.check.as_str()]);
    let words: usize = texts.map(|text| lit_by(text) + 1).sum();
    // Four digits and a colon, the place with its leg, and the muscles with their keys.
    let whose = usize::from(view.borrowed) * lit_by(pages::BORROWED);
    light(area, view.look) >= words + 95 + 28 + 32 + whose
}

/// Rows of who must not and of all the steps, so that what stands below keeps its place.
fn rows_of_all(view: &RescueView<'_>, width: u16) -> u16 {
    let steps = view
        .steps()
        .into_iter()
        .map(|step| rows_of_step(step, width));
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

/// What changes when it lasts too long, and below it who must not: as much as fits whole.
fn advice(column: &mut Column<'_>, view: &RescueView<'_>, theme: &Theme) {
    let width = column.rest().width;
    let check = (view.rescue.check.as_str(), theme.warning);
    let said = view.advice().iter().enumerate().map(|(index, line)| {
        let first = index == 0;
        (
            line.as_str(),
            if first {
                theme.care(Care::Emergency)
            } else {
                theme.strong
            },
        )
    });
    let said: Vec<_> = said.chain([check]).collect();
    let rows: u16 = said.iter().map(|(line, _)| lines(line, width) + 1).sum();
    let spaced = rows <= column.left();
    for (index, (line, style)) in said.iter().enumerate() {
        if index > 0 && column.left() < lines(line, width) {
            return;
        }
        column.text(line, *style);
        column.skip(u16::from(spaced));
    }
}

/// The steps so far; the last of them is the one to do now.
fn steps(column: &mut Column<'_>, view: &RescueView<'_>, theme: &Theme, light: usize) {
    let all = view.steps();
    let shown = view.cramp.steps_shown(all.len(), view.now);
    let width = column.rest().width;
    let kept = kept(&all[..shown], width, column.left(), light);
    // Judged by all steps, so that none moves when another appears.
    let all_rows = all
        .iter()
        .map(|step| usize::from(rows_of_step(step, width)) + 1);
    let spaced = usize::from(column.left()) >= all_rows.sum();
    for at in kept {
        if spaced && at > 0 {
            column.skip(1);
        }
        let current = at + 1 == shown || at == 0;
        let style = if current { theme.strong } else { theme.text };
        step(column, at, &all[at], style);
    }
}

/// Cells before the words of a step: its number and a blank.
const NUMBER: u16 = 2;

/// Rows of one step.
fn rows_of_step(step: &str, width: u16) -> u16 {
    lines(step, width.saturating_sub(NUMBER))
}

/// One step behind its number; further lines stand below its first word.
fn step(column: &mut Column<'_>, at: usize, words: &str, style: Style) {
    let place = column.take(rows_of_step(words, column.rest().width));
    put(place, column.buf(), &(at + 1).to_string(), style);
    Column::new(right_of(place, NUMBER), column.buf()).text(words, style);
}

/// Which steps are shown when there is not room and light for all: the current one, the first, then the latest.
fn kept(steps: &[&str], width: u16, room: u16, light: usize) -> Vec<usize> {
    let Some(last) = steps.len().checked_sub(1) else {
        return Vec::new();
    };
    let (mut room, mut light) = (room, light);
    let mut kept = Vec::new();
    for at in [last, 0].into_iter().chain((1..last).rev()) {
        let (rows, cost) = (rows_of_step(&steps[at], width), lit_by(&steps[at]) + 1);
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

/// How long it lasts, and where; gives back whether there was room to say whose steps these are.
fn clock(column: &mut Column<'_>, view: &RescueView<'_>, theme: &Theme, large: bool) -> bool {
    let age = view.age();
    let size = Size::CLOCK;
    let place = column.take(if large { size.rows() } else { 1 });
    let wide = if large {
        let ascii = view.look.ascii;
        digits::draw(&age, size, place, column.buf(), theme.accent, ascii);
        size.columns(&age)
    } else {
        put(place, column.buf(), &age, theme.accent);
        width(&age)
    };
    let beside = Rect {
        y: place.bottom().saturating_sub(1),
        height: place.height.min(1),
        ..right_of(place, wide + 3)
    };
    let place = view.place(beside.width);
    put(beside, column.buf(), &place, theme.text);
    let above = Rect {
        y: beside.y.saturating_sub(1),
        ..beside
    };
    let whose = if large {
        above
    } else {
        right_of(beside, width(&place) + 3)
    };
    let has_room = width(pages::BORROWED) <= whose.width;
    if view.borrowed && has_room {
        put(whose, column.buf(), pages::BORROWED, theme.muted);
    }
    has_room
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

/// Choices side by side, as many as fit whole; the chosen one stands between marks.
fn row(column: &mut Column<'_>, choices: impl Iterator<Item = (String, bool)>, theme: &Theme) {
    let place = column.take(1);
    let choices: Vec<_> = choices.collect();
    let cells: u16 = choices.iter().map(|(text, _)| width(text) + 3).sum();
    // Nothing stands behind the last.
    let gap = u16::from(cells <= place.width + 1);
    let mut x = place.x;
    for (text, chosen) in choices {
        let (text, style) = if chosen {
            (format!("[{text}]"), theme.strong)
        } else {
            (format!(" {text}"), theme.muted)
        };
        let rest = Rect {
            x,
            width: place.right().saturating_sub(x),
            ..place
        };
        if width(&text) > rest.width {
            return;
        }
        put(rest, column.buf(), &text, style);
        x = x.saturating_add(width(&text) + u16::from(!chosen) + gap);
    }
}

#[cfg(test)]
mod tests;
