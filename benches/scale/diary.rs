//! What is measured of a diary.

use std::path::Path;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use uncramp::app::diary_view::DiaryView;
use uncramp::app::settings::{ColorDepth, ThemeChoice};
use uncramp::diary::entry::{Cramp, ImportedEntry, Lasted, Record, Scale};
use uncramp::diary::note_text::NoteText;
use uncramp::diary::report::{self, CrampReport};
use uncramp::diary::stamp::Stamp;
use uncramp::diary::statistics::Statistics;
use uncramp::diary::store::Store;
use uncramp::diary::{Diary, transfer};
use uncramp::ui::diary::body;
use uncramp::ui::theme::Theme;

use super::best;

/// Does it with a diary of so many entries; `None` when it is nothing of a diary.
pub fn measure(what: &str, entries: usize) -> Option<Duration> {
    let home = tempfile::tempdir().expect("a folder");
    filled(home.path(), entries);
    let read = || {
        let store = Store::open(home.path()).expect("the diary");
        store.entries().expect("readable")
    };
    Some(match what {
        "diary" => best(9, read),
        "charts" => {
            let diary = Diary::new(read());
            best(9, || charts(&diary, entries))
        }
        "report" => {
            let diary = Diary::new(read());
            best(9, || report::page(&CrampReport::of(&diary, &at(entries), 42), false))
        }
        "export" => {
            let all = read();
            best(9, || transfer::to_csv(&all))
        }
        _ => return None,
    })
}

fn at(n: usize) -> Stamp {
    // Two cramps in three days.
    let seconds = 1_500_000_000 + i64::try_from(n).expect("small") * 129_600;
    Stamp::from_numbers(seconds, 3600, Some("Europe/Berlin")).expect("in range")
}

fn cramp(n: usize) -> Record {
    let digit = u8::try_from(n % 11).expect("small");
    Record::Cramp(Box::new(Cramp {
        lasted: Lasted::from_seconds(60 + u32::from(digit) * 20),
        pain: Scale::new(digit),
        sleep: Scale::new(digit),
        muscle: NoteText::cut(["calf", "foot", "thigh"][n % 3]),
        helped: NoteText::cut("stretching it, then a warm towel"),
        note: NoteText::cut("after a long day of work in the garden"),
        ..Cramp::at(at(n))
    }))
}

fn filled(folder: &Path, entries: usize) {
    let entries: Vec<ImportedEntry> =
        (0..entries).map(|n| ImportedEntry { id: None, record: cramp(n) }).collect();
    let mut store = Store::open(folder).expect("a new diary");
    store.import(&entries).expect("room on the disk");
}

fn charts(diary: &Diary, entries: usize) -> Buffer {
    let view = DiaryView::new(Statistics::of(diary, at(entries).night()));
    let area = Rect::new(0, 0, 80, 24);
    let mut buf = Buffer::empty(area);
    let theme = Theme::of(ThemeChoice::Night, ColorDepth::True, false);
    body(area, &mut buf, &view, true, &theme);
    buf
}
