use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::app::settings::{ColorDepth, ThemeChoice};
use crate::diary::Diary;
use crate::diary::diary_night::DiaryNight;
use crate::diary::entry::{Cramp, Entry, EntryId, Quiet, Record, Sign};
use crate::diary::night::Night;
use crate::diary::note_text::NoteText;
use crate::diary::stamp::Stamp;
use crate::diary::statistics::Statistics;

fn view() -> DiaryView {
    let days = ["02", "03", "03", "09", "17"];
    let entries = (1..).zip(days).map(|(id, day)| {
        let began = Stamp::parse(&format!("2026-03-{day}T03:10:00+01:00")).unwrap();
        Entry { id: EntryId(id), record: Record::Cramp(Box::new(Cramp::at(began))) }
    });
    let tonight = Night("2026-03-26".parse().unwrap());
    DiaryView::new(Statistics::of(&Diary::new(entries.collect()), tonight))
}

fn rows(width: u16, height: u16, ascii: bool, draw: impl Fn(Rect, &mut Buffer, &Theme)) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let theme = Theme::of(ThemeChoice::Mono, ColorDepth::None, ascii);
    draw(area, &mut buf, &theme);
    let row = |y: u16| {
        let row: String = (0..width).map(|x| buf[(x, y)].symbol()).collect();
        row.trim_end().to_owned()
    };
    (0..height).map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_page_shows_every_chart_and_the_night_of_the_cursor() {
    let text = rows(118, 32, false, |area, buf, look| page(area, buf, &view(), look));
    for words in [
        "cramps a week",
        "median pain, 0-10",
        "Nights",
        "Time of night",
        "Where",
        "night of 26 to 27 Mar",
        "not logged",
        "[ ]",
    ] {
        assert!(text.contains(words), "no `{words}` in\n{text}");
    }
}

#[test]
fn the_legend_parts_its_marks_and_nothing_is_said_twice() {
    let once = |text: &str| {
        assert!(text.contains(" 1  cramp   ·  none  ▏ stretched"), "{text}");
        let said = ["blank: not logged", "╰─ not logged"].map(|words| text.contains(words));
        assert!(said[0] != said[1], "{text}");
    };
    for width in [98, 118, 158] {
        once(&rows(width, 32, false, |area, buf, look| page(area, buf, &view(), look)));
    }
    once(&rows(78, 20, false, |area, buf, look| tabbed(area, buf, &view(), true, look)));
}

#[test]
fn one_chart_at_a_time_keeps_the_names_of_all() {
    let mut view = view();
    for chart in Chart::ALL {
        let text = rows(78, 20, false, |area, buf, look| tabbed(area, buf, &view, true, look));
        for other in Chart::ALL.iter().filter(|other| **other != chart) {
            assert!(text.contains(other.word()), "{text}");
        }
        assert!(text.contains(title(chart)), "{text}");
        view.turn(true);
    }
}

#[test]
fn no_window_is_too_small_for_a_chart() {
    let mut view = view();
    for _ in Chart::ALL {
        for (width, height) in [(1, 1), (5, 2), (20, 3), (40, 8), (60, 12), (200, 60)] {
            for ascii in [false, true] {
                rows(width, height, ascii, |area, buf, look| {
                    tabbed(area, buf, &view, false, look);
                    page(area, buf, &view, look);
                });
            }
        }
        view.turn(true);
    }
}

#[test]
fn in_plain_characters_nothing_else_is_drawn() {
    let text = rows(118, 32, true, |area, buf, look| page(area, buf, &view(), look));
    assert!(text.is_ascii(), "{text}");
}

#[test]
fn the_border_names_the_last_cramp_of_the_night() {
    let began = Stamp::parse("2026-03-03T03:10:00+01:00").unwrap();
    let mut cramp = Cramp::at(began.clone());
    cramp.muscle = NoteText::cut("calf");
    cramp.note = NoteText::cut("tea, then bed");
    let words = |cramp: &Cramp| {
        let record = Record::Cramp(Box::new(cramp.clone()));
        let diary = Diary::new(vec![Entry { id: EntryId(1), record }]);
        nights::in_words(&DiaryView::new(Statistics::of(&diary, began.night())), 40)
    };
    assert_eq!(words(&cramp), "03:10 calf, note: tea, then bed");
    assert_eq!(words(&Cramp::at(began.clone())), "03:10");
}

#[test]
fn an_empty_diary_says_which_keys_to_press() {
    let tonight = Night("2026-03-26".parse().unwrap());
    let empty = DiaryView::new(Statistics::of(&Diary::default(), tonight));
    for (width, height, framed) in [(118, 32, true), (78, 20, true), (40, 10, false)] {
        let text = rows(width, height, false, |area, buf, look| {
            body(area, buf, &empty, framed, look);
        });
        for words in ["l  log a cramp", "n  a night without a cramp"] {
            assert!(text.contains(words), "{text}");
        }
    }
}

#[test]
fn what_a_figure_was_is_whole_beside_it_or_on_the_border() {
    let mut view = view();
    view.statistics.values.cramps.now = Some(6.5);
    view.statistics.values.cramps.before = Some(12.5);
    for width in [98, 110, 118, 158] {
        let text = rows(width, 32, false, |area, buf, look| page(area, buf, &view, look));
        assert!(text.contains("▼ was 12.5"), "{text}");
    }
}

#[test]
fn the_first_page_compares_only_what_is_known() {
    let quiet = |nights: &[DiaryNight]| -> Vec<DiaryNight> {
        let quiet = |night: &DiaryNight| DiaryNight { known: Some(0), ..night.clone() };
        nights.iter().map(quiet).collect()
    };
    let all = view().statistics.nights;
    let nights = quiet(&all[all.len() - 14..]);
    let mut known = nights.clone();
    known[3].known = Some(5);
    let mut unknown = known.clone();
    for night in unknown.iter_mut().skip(8) {
        night.known = None;
    }
    for (before, says) in [(&known, true), (&unknown, false), (&Vec::new(), false)] {
        let text = rows(60, 6, false, |area, buf, look| {
            last_nights::columns(area, buf, before, &nights, look);
        });
        assert!(text.contains("0 cramps") && text.contains("stretched"), "{text}");
        assert_eq!(text.contains("▼ was 5 before"), says, "{text}");
    }
}

#[test]
fn a_danger_sign_is_marked_on_its_night_and_named_on_the_border() {
    let logged = Stamp::parse("2026-03-24T20:10:00+01:00").unwrap();
    let sign = Sign {
        logged: logged.clone(),
        node: NoteText::cut("swollen").unwrap(),
        title: NoteText::cut("One swollen leg").unwrap(),
    };
    let sign = Entry { id: EntryId(1), record: Record::Sign(sign) };
    let cramp = Entry { id: EntryId(2), record: Record::Cramp(Box::new(Cramp::at(logged))) };
    for (entries, mark, words) in [
        (vec![sign.clone()], "[!]", "danger sign: One swollen leg"),
        (vec![sign, cramp], "[1!]", "danger sign; 2 of 2 (Space: next), 20:10"),
    ] {
        let tonight = Night("2026-03-24".parse().unwrap());
        let view = DiaryView::new(Statistics::of(&Diary::new(entries), tonight));
        let text = rows(118, 32, false, |area, buf, look| page(area, buf, &view, look));
        for words in [mark, words, "! danger sign"] {
            assert!(text.contains(words), "no `{words}` in\n{text}");
        }
        let small = rows(44, 12, false, |area, buf, look| tabbed(area, buf, &view, false, look));
        assert!(small.contains("! danger sign"), "{small}");
    }
}

#[test]
fn the_first_page_marks_a_night_as_the_calendar_does() {
    let quiet = Quiet { logged: Stamp::default(), night: Night("2026-03-23".parse().unwrap()) };
    let entry = Entry { id: EntryId(1), record: Record::Quiet(quiet) };
    let tonight = Night("2026-03-24".parse().unwrap());
    let view = DiaryView::new(Statistics::of(&Diary::new(vec![entry]), tonight));
    let text = rows(70, 6, false, |area, buf, look| {
        last_nights::columns(area, buf, &[], &view.statistics.nights, look);
    });
    assert!(text.contains("· none  blank: not logged"), "{text}");
    let (marks, _) = text.split_once("0 cramps").unwrap();
    assert_eq!(marks.matches('·').count(), 1, "{text}");
    assert!(!text.contains('●'), "{text}");
    let calendar = rows(78, 20, false, |area, buf, look| tabbed(area, buf, &view, true, look));
    assert!(calendar.contains("·  none"), "{calendar}");
}

#[test]
fn nights_with_stretches_are_counted_as_people_say_it() {
    let mut view = view();
    view.statistics.values.stretched.now = Some(0.0);
    view.statistics.values.stretched_of = 16;
    let line = rows(110, 20, false, |area, buf, look| tabbed(area, buf, &view, true, look));
    assert!(line.contains("stretched on 0 of 16 nights"), "{line}");
    let panel = rows(118, 32, false, |area, buf, look| page(area, buf, &view, look));
    assert!(panel.contains("of 16 nights") && panel.contains(" stretched on "), "{panel}");
}
