//! Rescue in a window with room for the body and the large letters.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

use super::{Advice, CurrentStep, RenderContext, RescueView, in_short};
use crate::figure::Posture;
use crate::stretch::cramp::STEP_TURN;
use crate::stretch::stopwatch::seconds_shown;
use crate::text::messages::{amounts, labels, pages, session};
use crate::text::wrap::wrap_plain;
use crate::ui::bar::{self, share};
use crate::ui::digits::{self, PointSize};
use crate::ui::letters::{self, LetterSize};
use crate::ui::text::{self, Column, lines, put, right_of, runs, width, write};
use crate::ui::theme::Theme;

/// Who must not, the large words, and below them the step or the advice above the clock, with the
/// body beside them.
pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &RescueView<'_>) {
    let RenderContext { state, theme, figure: memo } = view.context;
    let top = u16::from(area.height >= 28);
    let side = if area.width >= 100 { 4 } else { 1 };
    let gap = u16::from(area.height >= 22);
    let inner = Rect { width: area.width - 1, ..text::below(area, top) };
    let mut column = Column::new(right_of(inner, side), buf);
    check(&mut column, view);
    if state.guide.rescue_is_borrowed() {
        column.line(pages::BORROWED, theme.muted);
    }
    column.skip(gap);
    big_words(&mut column, view);
    let rest = column.area;
    // A high window has a row for the muscles, which else stand beside the clock.
    let widest = if area.height >= 28 { 44 } else { 60 };
    let left = Rect { width: (rest.width * 11 / 24).clamp(40, widest), ..rest };
    // The clock and its bar.
    let height = match area.height {
        32.. => 11,
        28.. => 10,
        23.. => 7,
        _ => 6,
    };
    let Some(advice) = &view.advice else {
        let rows = Layout::vertical([Constraint::Fill(1), Constraint::Length(height)]).spacing(gap);
        let [above, below] = rows.areas(left);
        step(above, buf, view);
        clock(below, buf, view);
        // The row above the footer stays free, or the floor runs into it.
        let mut right = right_of(rest, left.width + 2);
        right.height = right.height.saturating_sub(1);
        if let Some(figure) = view.rescue.figure(&view.cramp.muscle, view.cramp.pose) {
            let posture = Posture { figure, leg: view.cramp.leg, held: Some(1.0) };
            memo.draw(right, buf, &posture, theme);
        }
        return;
    };
    // Past the limit there is no body, since the advice is to stop pulling; and no line of the
    // advice gives way to large digits.
    let advice_area = Rect { width: rest.width.min(76), ..rest };
    let all_lines = advice.lines.iter().chain([&advice.head]);
    let rows_needed: u16 = all_lines.map(|line| lines(line, advice_area.width)).sum();
    let height = if rows_needed + gap + height > rest.height { 1 } else { height };
    // A bar over the whole width would give too much light in a small dark window.
    let clock_at = if area.height >= 32 { rest } else { left };
    let rows = Layout::vertical([Constraint::Fill(1), Constraint::Length(height)]).spacing(gap);
    clock(rows.areas::<2>(clock_at)[1], buf, view);
    advice_lines(rows.areas::<2>(advice_area)[0], buf, advice, theme);
}

/// Who must not stretch, and the key to the danger signs where the row has room for it.
fn check(column: &mut Column<'_>, view: &RescueView<'_>) {
    let theme = view.context.theme;
    let check = view.check();
    let row = column.area;
    column.balanced(&check, theme.warning);
    let left = row.width.saturating_sub(width(&check));
    let named = format!(" {}", labels::DANGER);
    let key = [("  ", theme.muted), ("e", theme.key), (named.as_str(), theme.muted)];
    if key.iter().map(|part| width(part.0)).sum::<u16>() <= left {
        runs(column.buf, (row.x + width(&check), row.y), left, &key);
    }
}

/// The muscles with their keys, in a row or one under the other; the chosen one stands out.
fn muscles(mut area: Rect, buf: &mut Buffer, view: &RescueView<'_>) {
    let theme = view.context.theme;
    let is_row = area.height == 1;
    for (key, name) in (1..).zip(view.rescue.moves.keys()) {
        let is_chosen = *name == view.cramp.muscle;
        let style = if is_chosen { theme.strong } else { theme.muted };
        let key = format!("{key} ");
        put(area, buf, &key, theme.key);
        put(right_of(area, 2), buf, name, style);
        area = if is_row { right_of(area, width(name) + 4) } else { text::below(area, 1) };
    }
}

/// The step or the advice in a few words, in large letters where all of it has room.
fn big_words(column: &mut Column<'_>, view: &RescueView<'_>) {
    let theme = view.context.theme;
    let room = column.area.width;
    let step = view.current_step().and_then(|now| now.step.big.as_deref());
    let (big, style) = match (&view.advice, step) {
        (Some(advice), _) => {
            let most_letters = usize::from(room / letters::NARROW).max(1);
            (wrap_plain(&advice.big, most_letters), theme.care(advice.care))
        }
        (None, Some(big)) => (big.lines().map(str::to_owned).collect(), theme.large),
        (None, None) => return,
    };
    let size = LetterSize::fitting(&big, room, theme);
    for line in big {
        match size {
            Some(size) => {
                let area = column.take(letters::ROWS);
                letters::draw(area, column.buf, &line, size, style, theme);
                column.skip(1);
            }
            None => column.line(&line.to_uppercase(), style),
        }
    }
    column.skip(u16::from(size.is_none()));
}

/// The step, its alternative, and the next step with its countdown.
fn step(area: Rect, buf: &mut Buffer, view: &RescueView<'_>) {
    let theme = view.context.theme;
    let Some(CurrentStep { step, next, wait }) = view.current_step() else {
        return;
    };
    let or_rows = step.or.as_ref().map_or(0, |or| lines(or, area.width) + 1);
    let air = u16::from(lines(&step.text, area.width) + or_rows + 3 <= area.height);
    let mut column = Column::new(area, buf);
    column.balanced(&step.text, theme.strong);
    if let Some(or) = &step.or {
        column.skip(air);
        column.balanced(or, theme.muted);
    }
    let Some(next) = next else {
        return;
    };
    column.skip(air);
    let row = column.take(1);
    let wait = seconds_shown(wait);
    let label = session::next_in(&amounts::clock(Duration::from_secs(wait)));
    put(row, column.buf, &label, theme.muted);
    // What it is stands beside the bar where it has no row.
    let next_short = in_short(next, ", ");
    let beside = if column.left() == 0 { next_short.as_str() } else { "" };
    let from = width(&label) + 2;
    let wide = row.width.saturating_sub(from + width(beside) + 2).min(20);
    let bar = Rect { width: wide, ..right_of(row, from) };
    let filled = share(wide, wait, STEP_TURN.as_secs());
    bar::bar(bar, column.buf, filled, theme.text, theme);
    put(right_of(row, from + wide + 2), column.buf, beside, theme.text);
    let is_whole = lines(&next.text, area.width) <= column.left();
    column.balanced(if is_whole { &next.text } else { &next_short }, theme.text);
}

/// What to do once it lasts too long. A line that does not fit whole is left out.
fn advice_lines(area: Rect, buf: &mut Buffer, advice: &Advice, theme: &Theme) {
    let mut column = Column::new(area, buf);
    column.text(&advice.head, theme.care(advice.care).bold());
    let rows: u16 = advice.lines.iter().map(|line| lines(line, area.width) + 1).sum();
    let more = u16::try_from(advice.lines.len()).unwrap_or(u16::MAX);
    let air = match column.left() {
        left if rows.saturating_add(more) <= left => 2,
        left => u16::from(rows < left),
    };
    for line in &advice.lines {
        if lines(line, area.width) + air > column.left() {
            return;
        }
        column.skip(air);
        column.text(line, theme.text);
    }
}

/// How long the cramp has lasted, in big digits, the muscles beside it, and a bar up to the limit.
fn clock(area: Rect, buf: &mut Buffer, view: &RescueView<'_>) {
    let theme = view.context.theme;
    let age = amounts::clock(view.age());
    if area.height == 1 {
        let parts = [(age.as_str(), theme.strong), (" since it began", theme.muted)];
        runs(buf, (area.x, area.y), area.width, &parts);
        return;
    }
    let is_high = area.height >= 10;
    let names = || view.rescue.moves.keys().map(|name| width(name) + 4);
    let in_row = is_high && names().sum::<u16>() <= area.width + 2;
    let is_own = view.advice.is_none() && !view.context.state.guide.rescue_is_borrowed();
    let beside = if is_own && !in_row { names().max().unwrap_or(0) } else { 0 };
    let Some(size) = PointSize::fitting(&age, area.width.saturating_sub(beside), 5) else {
        return;
    };
    // The steps stand at the right of the clock, the longer advice at its left.
    let wide = size.of(&age).0;
    let from = if view.advice.is_some() { area.width.saturating_sub(wide) } else { 0 };
    digits::draw(right_of(area, from), buf, &age, size, theme.fill(theme.muted));
    if is_own {
        let beside = Rect { height: area.height.min(5), ..right_of(area, wide + 2) };
        let row = Rect { height: 1, ..text::below(area, 9) };
        muscles(if in_row { row } else { beside }, buf, view);
    }
    let limit = view.rescue.limit;
    let label = format!("{} get help", amounts::clock(limit));
    let style = view.advice.as_ref().map_or(theme.accent, |advice| theme.care(advice.care));
    let wide = if is_high { area.width } else { area.width.saturating_sub(width(&label) + 1) };
    let y = area.y + area.height.min(7) - 1;
    let row = Rect::new(area.x, y, wide, 1);
    let filled = share(wide, view.age().as_secs(), limit.as_secs());
    if area.height > 6 || !theme.has_shades() {
        bar::bar(row, buf, filled, style, theme);
    } else {
        bar::line(row, buf, filled, style, theme);
    }
    let at = if is_high { (area.x, y + 1) } else { (area.x + wide + 1, y) };
    write(buf, at, &label, usize::from(area.width), theme.muted);
}
