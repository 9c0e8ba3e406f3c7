use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::app::settings::{ColorDepth, ThemeChoice};
use crate::diary::Diary;
use crate::diary::entry::{Cramp, Entry, EntryId, Record};
use crate::diary::stamp::Stamp;

fn charts() -> Charts {
    let days = ["02", "03", "03", "09", "17"];
    let entries = (1..).zip(days).map(|(id, day)| {
        let began = Stamp::parse(&format!("2026-03-{day}T03:10:00+01:00")).unwrap();
        Entry { id: EntryId(id), record: Record::Cramp(Box::new(Cramp::at(began))) }
    });
    let tonight = Night("2026-03-26".parse().unwrap());
    Charts::of(&Diary::new(entries.collect()), tonight)
}

fn rows(
    width: u16,
    height: u16,
    ascii: bool,
    draw: impl Fn(Rect, &mut Buffer, ChartStyle<'_>),
) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let theme = Theme::of(ThemeChoice::Mono, ColorDepth::None);
    draw(area, &mut buf, (&theme, Glyphs::of(ascii)));
    let row = |y: u16| {
        let row: String = (0..width).map(|x| buf[(x, y)].symbol()).collect();
        row.trim_end().to_owned()
    };
    (0..height).map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_page_shows_every_chart_and_the_night_of_the_cursor() {
    let text = rows(118, 32, false, |area, buf, look| page(area, buf, &charts(), look));
    for words in [
        "cramps a week",
        "median pain, 0-10",
        "Nights",
        "Time of night",
        "Where",
        "26 Mar 2026",
        "not noted",
        "[ ]",
    ] {
        assert!(text.contains(words), "no `{words}` in\n{text}");
    }
}

#[test]
fn one_chart_at_a_time_keeps_the_names_of_all() {
    let mut charts = charts();
    for chart in Chart::ALL {
        let text = rows(78, 20, false, |area, buf, look| tabbed(area, buf, &charts, true, look));
        for other in Chart::ALL.iter().filter(|other| **other != chart) {
            assert!(text.contains(other.name()), "{text}");
        }
        assert!(text.contains(title(chart)), "{text}");
        charts.next();
    }
}

#[test]
fn no_window_is_too_small_for_a_chart() {
    let mut charts = charts();
    for _ in Chart::ALL {
        for (width, height) in [(1, 1), (5, 2), (20, 3), (40, 8), (60, 12), (200, 60)] {
            for ascii in [false, true] {
                rows(width, height, ascii, |area, buf, look| {
                    tabbed(area, buf, &charts, false, look);
                    page(area, buf, &charts, look);
                });
            }
        }
        charts.next();
    }
}

#[test]
fn in_plain_characters_nothing_else_is_drawn() {
    let text = rows(118, 32, true, |area, buf, look| page(area, buf, &charts(), look));
    assert!(text.is_ascii(), "{text}");
}
