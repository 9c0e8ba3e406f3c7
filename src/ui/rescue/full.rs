//! Rescue in a window with room for the body and the large letters.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Advice, ExerciseLook, RescueView};
use crate::figure::Posture;
use crate::guide::raw::Care;
use crate::stretch::clock::seconds_shown;
use crate::stretch::rescue::STEP_TURN;
use crate::text::messages::labels;
use crate::text::messages::{amounts, pages, session};
use crate::ui::digits::{self, PointSize};
use crate::ui::glyphs::ASCII;
use crate::ui::letters;
use crate::ui::text::{Column, lines, put, right_of, runs, width, write};

pub(super) fn draw(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let is_high = area.height >= 28;
    let side = if area.width >= 100 { 4 } else { 1 };
    let inner = Rect {
        x: area.x + side,
        y: area.y + u16::from(is_high),
        width: area.width - side - 1,
        height: area.height - u16::from(is_high),
    };
    let mut column = Column::new(inner, buf);
    check(&mut column, view, look);
    if view.borrowed {
        column.line(pages::BORROWED, theme.muted);
    }
    column.skip(u16::from(area.height >= 22));
    big_words(&mut column, view, look);
    let rest = column.rest();
    let wide = (inner.width * 11 / 24).clamp(40, 60);
    let left = Rect { width: wide, ..rest };
    // The clock and its bar.
    let high = match area.height {
        28.. => 10,
        23.. => 7,
        _ => 6,
    };
    let gap = u16::from(area.height >= 22);
    let told_at = Rect { width: rest.width.min(76), ..rest };
    // No line of the advice gives way to large digits.
    let high = match view.advice {
        Some(advice) if told_rows(advice, told_at.width) + gap + high > rest.height => 1,
        _ => high,
    };
    let clock_at = Rect {
        y: left.bottom().saturating_sub(high),
        height: high,
        // A bar over the whole width would give too much light in a small dark window.
        width: if view.advice.is_some() && area.height >= 32 { rest.width } else { wide },
        ..left
    };
    clock(clock_at, buf, view, look);
    let height = left.height.saturating_sub(high + gap);
    match view.advice {
        Some(advice) => told(Rect { height, ..told_at }, buf, advice, look),
        None => step(Rect { height, ..left }, buf, view, look),
    }
    // The row above the footer stays free, or the floor runs into it.
    let right = Rect { height: rest.height.saturating_sub(1), ..right_of(rest, wide + 2) };
    // Past the limit there is no body, since the advice is to stop pulling.
    let figure = view.rescue.figure(&view.cramp.muscle, view.cramp.position);
    if let Some(figure) = figure.filter(|_| view.advice.is_none()) {
        let posture = Posture { figure, leg: view.cramp.leg, held: 1.0 };
        look.figure.draw(right, buf, &posture, (theme, look.glyphs));
    }
}

/// Who must not stretch, and the key to the danger signs where the row has room for it.
fn check(column: &mut Column<'_>, view: &RescueView<'_>, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let check = view.check();
    let row = column.rest();
    column.balanced(&check, theme.warning);
    let left = row.width.saturating_sub(width(&check));
    let named = format!(" {}", labels::DANGER);
    let key = [("  ", theme.muted), ("e", theme.key), (named.as_str(), theme.muted)];
    if key.iter().map(|part| width(part.0)).sum::<u16>() <= left {
        runs(column.buf(), (row.x + width(&check), row.y), left, &key);
    }
}

/// The muscles with their keys, one under the other; the chosen one stands out.
fn muscles(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, look: ExerciseLook<'_>) {
    let theme = look.theme;
    for ((key, name), y) in (1..).zip(view.rescue.moves.keys()).zip(area.y..area.bottom()) {
        let is_chosen = *name == view.cramp.muscle;
        let style = if is_chosen { theme.strong } else { theme.muted };
        let key = format!("{key} ");
        runs(buf, (area.x, y), area.width, &[(key.as_str(), theme.key), (name.as_str(), style)]);
    }
}

/// The step or the advice in a few words, in large letters where all of it has room.
fn big_words(column: &mut Column<'_>, view: &RescueView<'_>, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let (text, style) = match (view.advice, view.current()) {
        (Some(advice), _) => (advice.big.as_str(), care(advice, look)),
        (None, Some((step, ..))) => match &step.big {
            Some(big) => (big.as_str(), theme.large),
            None => return,
        },
        (None, None) => return,
    };
    let room = column.rest().width;
    let wrapped = text.lines().map(|line| letters::lines(line, room));
    let wrapped: Option<Vec<_>> = wrapped.collect();
    let whole = || text.lines().map(str::to_owned).collect();
    let said: Vec<String> = match view.advice {
        Some(_) => wrapped.map_or_else(whole, |lines| lines.concat()),
        None => whole(),
    };
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let size = letters::LetterSize::fitting(&said, room).filter(|_| *look.glyphs != ASCII);
    for line in said {
        match size {
            Some(size) => {
                let place = column.take(letters::ROWS);
                letters::draw(column.buf(), (place.x, place.y), line, size, (style, theme));
                column.skip(1);
            }
            None => column.line(&line.to_uppercase(), style),
        }
    }
    if size.is_none() {
        column.skip(1);
    }
}

/// The step, its alternative, and the next step with its countdown.
fn step(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let Some((step, next, wait)) = view.current() else {
        return;
    };
    let mut rows = lines(&step.text, area.width);
    let alternative = step.or.as_ref();
    rows += alternative.map_or(0, |or| lines(or, area.width) + 1);
    let air = u16::from(rows + 3 <= area.height);
    let mut column = Column::new(area, buf);
    column.balanced(&step.text, theme.strong);
    if let Some(or) = alternative {
        column.skip(air);
        column.balanced(or, theme.muted);
    }
    let Some(next) = next else {
        return;
    };
    column.skip(air);
    let row = column.take(1);
    let short = next.big.as_deref().unwrap_or(&next.text).replace('\n', ", ");
    let beside = if column.left() == 0 { short.as_str() } else { "" };
    next_in(row, column.buf(), (wait, beside), look);
    let is_whole = lines(&next.text, area.width) <= column.left();
    column.text(if is_whole { &next.text } else { &short }, theme.text);
}

/// How soon the next step comes, with a bar that shrinks, and what it is where it has no row.
fn next_in(row: Rect, buf: &mut Buffer, (wait, beside): (Duration, &str), look: ExerciseLook<'_>) {
    let theme = look.theme;
    let wait = seconds_shown(wait);
    let label = session::next_in(&amounts::clock(Duration::from_secs(wait)));
    put(row, buf, &label, theme.muted);
    let mut place = right_of(row, width(&label) + 2);
    place.width = place.width.min(20);
    if !beside.is_empty() {
        let room = row.width.saturating_sub(width(&label) + width(beside) + 4);
        place.width = if room < 3 { 0 } else { room.min(12) };
        let from = width(&label) + 2 + place.width + if room < 3 { 0 } else { 2 };
        put(right_of(row, from), buf, beside, theme.text);
    }
    digits::bar(place, buf, (wait, STEP_TURN.as_secs()), theme.text, (theme, look.glyphs));
}

/// What to do once it lasts too long. A line that does not fit whole is left out.
fn told(area: Rect, buf: &mut Buffer, advice: &Advice, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let mut column = Column::new(area, buf);
    column.text(&advice.head, care(advice, look).bold());
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

/// Rows of the advice without air.
fn told_rows(advice: &Advice, width: u16) -> u16 {
    [&advice.head].into_iter().chain(&advice.lines).map(|line| lines(line, width)).sum()
}

fn care(advice: &Advice, look: ExerciseLook<'_>) -> Style {
    look.theme.care(advice.care.unwrap_or(Care::Urgent))
}

/// How long the cramp has lasted, in big digits, the muscles beside it, and a bar up to the limit.
fn clock(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, look: ExerciseLook<'_>) {
    let theme = look.theme;
    let age = view.age();
    if area.height == 1 {
        let parts = [(age.as_str(), theme.strong), (" since it began", theme.muted)];
        runs(buf, (area.x, area.y), area.width, &parts);
        return;
    }
    let is_high = area.height >= 10;
    let names = view.rescue.moves.keys().map(|name| width(name) + 4).max().unwrap_or(0);
    let beside = if view.advice.is_some() || view.borrowed { 0 } else { names };
    let Some(size) = PointSize::fitting(&age, area.width.saturating_sub(beside), 5) else {
        return;
    };
    // The steps stand at the right of the clock, the longer advice at its left.
    let wide = size.of(&age).0;
    let from = if view.advice.is_some() { area.width.saturating_sub(wide) } else { 0 };
    digits::draw(right_of(area, from), buf, &age, size, theme.fill(theme.muted));
    if beside > 0 {
        let place = Rect { height: area.height.min(5), ..right_of(area, wide + 2) };
        muscles(place, buf, view, look);
    }
    let limit = view.rescue.limit;
    let label = format!("{} get help", amounts::clock(limit));
    let parts = (view.cramp.age(view.now).as_secs(), limit.as_secs());
    let style = match view.advice {
        Some(advice) => care(advice, look),
        None => theme.accent,
    };
    let wide = if is_high { area.width } else { area.width.saturating_sub(width(&label) + 1) };
    let y = area.y + area.height.min(7) - 1;
    let row = Rect::new(area.x, y, wide, 1);
    if area.height > 6 || !theme.has_shades() {
        digits::bar(row, buf, parts, style, (theme, look.glyphs));
    } else {
        digits::line(row, buf, parts, style, (theme, look.glyphs));
    }
    let at = if is_high { (area.x, y + 1) } else { (area.x + wide + 1, y) };
    write(buf, at, &label, usize::from(area.width), theme.muted);
}
