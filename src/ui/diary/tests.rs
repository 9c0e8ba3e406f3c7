use std::time::Duration;

use super::*;
use crate::app::settings::{ColorDepth, ThemeChoice};
use crate::diary::Diary;
use crate::diary::entry::{Cramp, Entry, EntryId, Lasted, Quiet, Record, Scale, Stretched};
use crate::diary::note_text::NoteText;
use crate::diary::stamp::Stamp;
use crate::stretch::Leg;

fn entries(records: Vec<Record>) -> Diary {
    let entry = |(id, record)| Entry {
        id: EntryId(id),
        record,
    };
    Diary::new((1..).zip(records).map(entry).collect())
}

/// Nine weeks: a cramp every third night, stretching from the third week on, some nights silent.
fn diary() -> Diary {
    let first = Stamp::parse("2026-03-03T03:10:00+01:00").unwrap();
    let mut records = Vec::new();
    for night in 0..60_u32 {
        let seconds = first.seconds() + i64::from(night) * 86_400;
        let at = Stamp::from_numbers(seconds, 3600, None).unwrap();
        match night % 4 {
            0 => records.push(Record::Cramp(Box::new(Cramp {
                pain: Scale::new(u8::try_from(9 - night / 8).unwrap()),
                lasted: Lasted::from_seconds(60 + night * 4),
                muscle: NoteText::cut(if night % 8 == 0 { "calf" } else { "foot" }),
                leg: Some(if night % 3 == 0 {
                    Leg::Left
                } else {
                    Leg::Right
                }),
                ..Cramp::at(at.clone())
            }))),
            3 => {}
            _ => records.push(Record::Quiet(Quiet {
                night: at.night(),
                noted: at.clone(),
            })),
        }
        if night > 14 && night % 5 != 0 {
            records.push(Record::Stretched(Stretched {
                began: at.earlier(Duration::from_secs(5 * 3600)),
                routine: NoteText::cut("bedtime").unwrap(),
                completed: 12,
                skipped: 0,
                planned: 12,
                left: Duration::from_secs(60),
                right: Duration::from_secs(60),
            }));
        }
    }
    entries(records)
}

fn charts(diary: &Diary) -> Charts {
    let tonight = Night("2026-04-30".parse().unwrap());
    Charts::of(diary, tonight)
}

fn theme() -> Theme {
    Theme::of(ThemeChoice::Night, ColorDepth::True)
}

fn drawn(charts: &Charts, width: u16, height: u16, ascii: bool) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    draw(area, &mut buf, charts, &theme(), ascii);
    buf
}

fn text(buf: &Buffer) -> String {
    let width = usize::from(buf.area.width);
    let lines = buf.content.chunks(width).map(|line| {
        let line: String = line.iter().map(ratatui::buffer::Cell::symbol).collect();
        line.trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Every chart in turn.
fn all(width: u16, height: u16, ascii: bool) -> String {
    let mut charts = charts(&diary());
    let mut pages = Vec::new();
    for _ in Chart::ALL {
        pages.push(text(&drawn(&charts, width, height, ascii)));
        charts.next();
    }
    pages.join("\n----\n")
}

#[test]
fn the_charts_fill_a_usual_window() {
    insta::assert_snapshot!(all(80, 20, false));
}

#[test]
fn the_charts_fit_a_small_window() {
    insta::assert_snapshot!(all(40, 9, false));
}

#[test]
fn plain_characters_do() {
    let drawn = all(80, 20, true) + &all(40, 9, true);
    assert!(drawn.is_ascii(), "{drawn}");
}

#[test]
fn no_size_makes_drawing_panic() {
    let empty = charts(&Diary::default());
    let mut full = charts(&diary());
    for _ in Chart::ALL {
        for width in (0..90).step_by(3) {
            for height in 0..30 {
                drawn(&full, width, height, false);
                drawn(&empty, width, height, false);
            }
        }
        full.next();
        full.older(3);
    }
}

#[test]
fn an_area_beyond_the_window_is_cut() {
    let mut buf = Buffer::empty(Rect::new(0, 0, 30, 8));
    let full = charts(&diary());
    draw(Rect::new(20, 4, 80, 24), &mut buf, &full, &theme(), false);
}

#[test]
fn in_a_narrow_window_no_chart_name_and_no_week_is_cut() {
    let mut charts = charts(&diary());
    for width in [14, 24, 30, 34] {
        for chart in Chart::ALL {
            assert_eq!(charts.chart, chart);
            let page = text(&drawn(&charts, width, 8, false));
            let names = page.lines().next().unwrap();
            assert!(names.contains(&format!("[{}]", chart.name())), "{page}");
            for name in names.replace(['[', ']'], " ").split_whitespace() {
                assert!(
                    Chart::ALL.iter().any(|known| known.name() == name),
                    "{page}"
                );
            }
            charts.next();
        }
    }
    let page = text(&drawn(&charts, 30, 7, false));
    assert!(page.contains("Week of  Mo Tu We Th Fr Sa Su"), "{page}");
    assert!(page.contains("Apr 20   0+ 0  .+ 1+ 0+ 0+ ."), "{page}");
}

#[test]
fn in_a_low_window_the_bars_of_the_weeks_come_before_what_stands_below_them() {
    let mut charts = charts(&diary());
    charts.next();
    for height in 5..12 {
        let page = text(&drawn(&charts, 30, height, true));
        let has_bars = page.contains("###") || page.contains("...");
        assert!(has_bars && page.contains("27"), "{height}\n{page}");
        assert_eq!(page.contains("+4"), height >= 8, "{height}\n{page}");
        assert_eq!(
            page.contains("~ under 5 known"),
            height >= 6,
            "{height}\n{page}"
        );
    }
}

#[test]
fn no_title_and_no_day_of_a_title_is_cut() {
    let mut charts = charts(&diary());
    charts.next();
    let page = text(&drawn(&charts, 20, 3, false));
    assert!(page.contains("27"), "{page}");
    for _ in 0..2 {
        charts.next();
    }
    let page = text(&drawn(&charts, 30, 8, false));
    assert_eq!(page.lines().nth(1), Some("When cramps began"), "{page}");
    charts.next();
    let page = text(&drawn(&charts, 16, 8, false));
    assert_eq!(page.lines().nth(1), Some("Cramps"), "{page}");
}

#[test]
fn an_empty_diary_names_the_keys_that_fill_it() {
    let page = text(&drawn(&charts(&Diary::default()), 40, 9, false));
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("n logs a night without one"), "{page}");
}

#[test]
fn the_night_theme_sends_no_blue_light() {
    use ratatui::style::Color;
    let mut charts = charts(&diary());
    for _ in Chart::ALL {
        for cell in drawn(&charts, 80, 20, false).content {
            if let Color::Rgb(_, _, blue) = cell.fg {
                assert_eq!(blue, 0, "{cell:?}");
            }
        }
        charts.next();
    }
}

#[test]
fn nights_without_a_word_look_unlike_nights_without_a_cramp() {
    let page = text(&drawn(&charts(&diary()), 40, 12, false));
    let week = page
        .lines()
        .find(|line| line.starts_with("Apr 27"))
        .unwrap();
    assert_eq!(week.trim_end(), "Apr 27   1+  0+  0+  .+");
}

#[test]
fn a_week_without_a_word_looks_unlike_a_week_without_a_cramp() {
    let at = |day: &str| Stamp::parse(&format!("2026-{day}T08:00:00+01:00")).unwrap();
    let quiet = |day: i32| {
        let night = Night("2026-04-06".parse().unwrap()).plus(day);
        let noted = at("04-14");
        Record::Quiet(Quiet { noted, night })
    };
    let mut records: Vec<Record> = (0..7).map(quiet).collect();
    records.push(Record::Cramp(Box::new(Cramp::at(at("03-31")))));
    let mut charts = charts(&entries(records));
    charts.next();
    let drawn = text(&drawn(&charts, 80, 20, false));
    let foot = drawn.lines().find(|line| line.contains(" 0 ")).unwrap();
    assert!(drawn.contains("1~") && foot.contains(" -"), "{drawn}");
}

#[test]
fn a_lying_bar_is_as_long_as_its_share_and_what_has_no_line_is_summed_up() {
    let mut records = Vec::new();
    for (muscle, times) in [
        ("calf", 40),
        ("foot", 4),
        ("shin", 3),
        ("thigh", 2),
        ("toes", 1),
    ] {
        for _ in 0..times {
            let began = Stamp::parse("2026-03-05T03:10:00+01:00").unwrap();
            records.push(Record::Cramp(Box::new(Cramp {
                muscle: NoteText::cut(muscle),
                ..Cramp::at(began)
            })));
        }
    }
    let mut charts = charts(&entries(records));
    charts.previous();
    let length = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.contains(name));
        let line = line.unwrap_or_else(|| panic!("no {name}: {text}"));
        line.chars().filter(|c| *c == '#').count()
    };
    let wide = text(&drawn(&charts, 80, 24, true));
    assert_eq!(length(&wide, "foot   "), length(&wide, "calf  ") / 10);
    assert!(length(&wide, "toes   ") >= 1, "{wide}");
    let small = text(&drawn(&charts, 40, 8, true));
    assert!(small.contains("2 others            3"), "{small}");
    assert!(!small.contains("toes"), "{small}");
}
