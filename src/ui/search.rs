//! The search field, above what was found.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::RenderContext;
use super::panel::Panel;
use super::text::{Column, below, lines, put, runs, width};
use crate::app::page::arrange::ScreenPage;
use crate::app::view::SearchView;
use crate::text::wrap::cells;

/// Draws the field; returns where the next letter goes.
pub(crate) fn draw(
    buf: &mut Buffer,
    context: RenderContext<'_>,
    search: &SearchView,
) -> Option<Position> {
    let RenderContext { state, theme, .. } = context;
    let layout = state.layout();
    let body = Rect::from(layout.body);
    let line = if layout.framed {
        let panel = Panel { active: true, is_field: true, ..Panel::default() };
        panel.draw(Rect { height: 3, ..body }, buf, theme)
    } else {
        Rect { height: 1.min(body.height), ..body }
    };
    if line.is_empty() {
        return None;
    }
    let room = usize::from(line.width).saturating_sub(cells("/ ") + 1);
    let (before, after) = search.query.around_cursor();
    // The cursor stays in sight in a query that is longer than the field.
    let from = before.char_indices().map(|(at, _)| at).find(|at| cells(&before[*at..]) <= room);
    let before = &before[from.unwrap_or(before.len())..];
    let shown = format!("{before}{after}");
    let parts = [("/ ", theme.key), (shown.as_str(), theme.strong)];
    runs(buf, (line.x, line.y), line.width, &parts);
    Some(Position { x: (line.x + width("/ ") + width(before)).min(line.right() - 1), y: line.y })
}

/// Marks the words that were typed, in the hits and beside them.
pub(crate) fn highlight(buf: &mut Buffer, context: RenderContext<'_>, query: &str) {
    let theme = context.theme;
    let body = Rect::from(context.state.layout().body);
    let rows = below(Rect { x: 0, width: buf.area.width, ..body }, 3);
    let style = theme.key.add_modifier(Modifier::UNDERLINED);
    for word in query.split_whitespace().filter(|word| word.chars().count() > 2) {
        mark(buf, rows.intersection(buf.area), &word.to_lowercase(), style);
    }
}

/// Gives a word this style wherever it stands in these rows.
fn mark(buf: &mut Buffer, rows: Rect, word: &str, style: Style) {
    let length = word.chars().count();
    for Rect { y, width, .. } in rows.rows() {
        let letter = |x: u16| buf[(x, y)].symbol().to_lowercase();
        let row: Vec<String> = (0..width).map(letter).collect();
        for (x, letters) in (0..).zip(row.windows(length)) {
            if letters.concat() == word {
                let width = u16::try_from(length).unwrap_or(0);
                buf.set_style(Rect::new(x, y, width, 1), style);
            }
        }
    }
}

/// Lists the words that the guide explains, below a few hits.
pub(crate) fn words_below(buf: &mut Buffer, context: RenderContext<'_>, page: &ScreenPage) {
    let RenderContext { state, theme, .. } = context;
    let Some(found) = page.panels.last().filter(|_| state.layout().framed) else { return };
    let used = u16::try_from(found.lines.len()).unwrap_or(u16::MAX).saturating_add(1);
    let inner = Rect::from(found.inner);
    let words: Vec<&str> = state.guide.glossary.keys().map(String::as_str).collect();
    let said = words.join(", ");
    let room = inner.height.saturating_sub(used + 1);
    let rows = (lines(&said, inner.width) + 2).min(room);
    if words.is_empty() || rows < 4 {
        return;
    }
    let rest = Rect { y: inner.bottom() - rows, height: rows, ..inner };
    put(rest, buf, "Words this guide explains", theme.strong);
    Column::new(below(rest, 2), buf).text(&said, theme.muted);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_marked_up_to_the_last_column_and_in_no_narrower_row() {
        let mut buf = Buffer::with_lines(["calf, Calf", "alf calf c"]);
        let style = Style::new().add_modifier(Modifier::UNDERLINED);
        let area = buf.area;
        mark(&mut buf, area, "calf", style);
        mark(&mut buf, area, "calf and foot", style);
        let marked = |(x, y): (u16, u16)| buf[(x, y)].modifier.contains(Modifier::UNDERLINED);
        let at: Vec<_> = area.positions().map(|at| (at.x, at.y)).filter(|at| marked(*at)).collect();
        let [above, below] = [[0, 1, 2, 3, 6, 7, 8, 9].as_slice(), &[4, 5, 6, 7]];
        let expected = above.iter().map(|x| (*x, 0)).chain(below.iter().map(|x| (*x, 1)));
        assert_eq!(at, expected.collect::<Vec<_>>());
    }
}
