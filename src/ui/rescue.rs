//! A cramp now: the safety line, the steps as they come, and how long it lasts.
//!
//! ```text
//! Swollen, hot, red, cold, numb, or hurt? Do not stretch or rub
//! 1 Knee straight. Pull your toes up towards your shin.
//! 2 Cannot reach? Loop a towel round your foot. Pull both ends.
//!
//! 0:14  calf, lying
//!
//! 1 calf  2 hamstring  3 thigh  4 foot    b lying  s sitting  w standing
//! ```

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::digits::{self, Size};
use super::lettering::{Column, lines, lit, lit_by, put};
use super::theme::Theme;
use super::timer::{Look, light};
use crate::app::words;
use crate::guide::model::Rescue;
use crate::guide::raw::Position;
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
    /// What to do when it outlasts the limit: the title and first steps of that page.
    pub over_limit: &'a [String],
    /// The instant, on the boot-time clock.
    pub now: Duration,
    /// How it is drawn.
    pub look: Look,
}

impl RescueView<'_> {
    fn steps(&self) -> &[String] {
        let poses = self.rescue.moves.get(&self.cramp.muscle);
        poses
            .and_then(|poses| poses.get(&self.cramp.position))
            .map_or(&[], Vec::as_slice)
    }

    fn is_over(&self) -> bool {
        self.cramp.is_over(self.rescue.limit, self.now)
    }

    fn age(&self) -> String {
        words::clock(self.cramp.age(self.now))
    }

    fn place(&self) -> String {
        let leg = self.cramp.leg.map_or("", |leg| leg.word());
        let space = if leg.is_empty() { "" } else { " " };
        let position = words::position(self.cramp.position);
        format!("{leg}{space}{}, {position}", self.cramp.muscle)
    }
}

/// Draws rescue into an area of any size.
pub fn draw(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, theme: &Theme) {
    let area = area.intersection(buf.area);
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return small(area, buf, view, theme);
    }
    // Over the limit the advice needs the room and the light that the digits take.
    let roomy = area.height >= 18 && !(view.is_over() && view.look.calm);
    let keys_rows = if roomy { 3 } else { 0 };
    let clock_rows = if roomy { digits::ROWS + 1 } else { 1 };
    let (top, bottom) = split(area, clock_rows + keys_rows);
    let mut column = Column::new(bottom, buf);
    if roomy {
        clock(&mut column, view, theme);
        column.skip(1);
        keys(&mut column, view, theme);
    } else {
        column.line(&format!("{}  {}", view.age(), view.place()), theme.accent);
    }
    let mut column = Column::new(top, buf);
    advice(&mut column, view, theme);
    column.text(&view.rescue.check, theme.warning);
    let light = light(area, view.look).saturating_sub(lit(area, column.buf()));
    steps(&mut column, view, theme, light);
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

/// What changes when it lasts too long stands above everything else.
fn advice(column: &mut Column<'_>, view: &RescueView<'_>, theme: &Theme) {
    if !view.is_over() {
        return;
    }
    for (index, line) in view.over_limit.iter().enumerate() {
        let rows = lines(line, column.rest().width);
        // The safety line, the first step and the current one keep their place below it.
        if index > 0 && column.left() < rows + 7 {
            return;
        }
        column.text(
            line,
            if index == 0 {
                theme.danger
            } else {
                theme.strong
            },
        );
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
    let rows: u16 = kept.iter().map(|at| lines(&numbered[*at], width)).sum();
    let spaced = column.left() >= rows * 2;
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

fn clock(column: &mut Column<'_>, view: &RescueView<'_>, theme: &Theme) {
    let place = column.take(digits::ROWS);
    let age = view.age();
    let size = Size::SMALL;
    digits::draw(
        &age,
        size,
        place,
        column.buf(),
        theme.digits,
        view.look.ascii,
    );
}

/// The muscles and the positions with their keys.
fn keys(column: &mut Column<'_>, view: &RescueView<'_>, theme: &Theme) {
    let muscles = view.rescue.moves.keys();
    let muscles = (1..).zip(muscles).map(|(number, muscle)| {
        let chosen = *muscle == view.cramp.muscle;
        (format!("{number} {muscle}"), chosen)
    });
    row(column, muscles, theme);
    let positions = view.rescue.moves.get(&view.cramp.muscle);
    let known = |position: &Position| positions.is_some_and(|p| p.contains_key(position));
    let positions = [
        ('b', Position::Lying),
        ('s', Position::Seated),
        ('w', Position::Standing),
    ]
    .into_iter()
    .filter(|(_, position)| known(position))
    .map(|(key, position)| {
        let chosen = position == view.cramp.position;
        (format!("{key} {}", words::position(position)), chosen)
    });
    row(column, positions, theme);
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
        x = x.saturating_add(super::lettering::width(&text) + 1);
    }
}

/// As much as fits, the first step before all else where there is one row only.
fn small(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, theme: &Theme) {
    let mut column = Column::new(area, buf);
    let all = view.steps();
    let shown = view.cramp.steps_shown(all.len(), view.now);
    let current = all[..shown].last().map_or("", String::as_str);
    let line = match area.width {
        0..=11 => view.age(),
        _ if view.is_over() => {
            let advice = view.over_limit.first().map_or("", String::as_str);
            format!("{} {advice}", view.age())
        }
        _ => format!("{} {current}", view.age()),
    };
    if area.height >= 3 && area.width >= 12 {
        let rows = lines(&view.rescue.check, area.width).min(area.height - 2);
        let place = column.take(rows);
        Column::new(place, column.buf()).text(&view.rescue.check, theme.warning);
    }
    column.text(&line, theme.strong);
}

#[cfg(test)]
mod tests;
