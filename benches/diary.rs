//! Ten years of entries, opened, counted and drawn. The goal is 50 ms for all of it.
//!
//! `cargo bench --bench diary`

#![expect(clippy::expect_used, reason = "a bench may fail loudly")]

use std::path::Path;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use uncramp::app::settings::{ColorDepth, ThemeChoice};
use uncramp::diary::Diary;
use uncramp::diary::chart::{Charts, MOST_WEEKS};
use uncramp::diary::entry::{Cramp, Entry, EntryId, Lasted, Record, Scale, Stretched};
use uncramp::diary::stamp::Stamp;
use uncramp::diary::stats::Stats;
use uncramp::diary::store::Store;
use uncramp::diary::words::Words;
use uncramp::stretch::Leg;
use uncramp::ui::diary::draw;
use uncramp::ui::theme::Theme;

const CRAMPS: i64 = 10_000;
const SESSIONS: i64 = 4_000;
const TEN_YEARS: i64 = 3_652 * 86_400;
const FIRST: i64 = 1_450_000_000;

fn main() {
    divan::main();
}

fn at(n: i64, of: i64) -> Stamp {
    let seconds = FIRST + TEN_YEARS / of * n;
    Stamp::from_numbers(seconds, 3600, Some("Europe/Berlin")).expect("in range")
}

fn cramp(n: i64) -> Record {
    let digit = u8::try_from(n % 11).expect("small");
    Record::Cramp(Box::new(Cramp {
        lasted: Lasted::from_seconds(60 + u32::from(digit) * 20),
        pain: Scale::new(digit),
        sleep: Scale::new(digit),
        muscle: Words::cut(["calf", "foot", "thigh"][usize::from(digit % 3)]),
        leg: Some(Leg::Left),
        helped: Words::cut("stretching it, then a warm towel"),
        note: Words::cut("after a long day of work in the garden"),
        ..Cramp::at(at(n, CRAMPS))
    }))
}

fn session(n: i64) -> Record {
    Record::Stretched(Stretched {
        began: at(n, SESSIONS),
        routine: Words::cut("bedtime").expect("not empty"),
        completed: 12,
        skipped: 0,
        planned: 12,
        left: Duration::from_secs(60),
        right: Duration::from_secs(60),
    })
}

fn filled(folder: &Path) {
    let records = (0..CRAMPS).map(cramp).chain((0..SESSIONS).map(session));
    let entries: Vec<Entry> = (1..)
        .zip(records)
        .map(|(id, record)| Entry {
            id: EntryId(id),
            record,
        })
        .collect();
    let mut store = Store::open(folder).expect("a new diary");
    store.import(&entries).expect("room on the disk");
}

fn tonight() -> uncramp::diary::stamp::Night {
    at(CRAMPS, CRAMPS).night()
}

/// Everything between pressing `d` and the frame.
#[divan::bench]
fn open_count_and_draw(bencher: divan::Bencher<'_, '_>) {
    let home = tempfile::tempdir().expect("a folder");
    filled(home.path());
    let theme = Theme::of(ThemeChoice::Night, ColorDepth::True);
    let area = Rect::new(0, 0, 80, 24);
    bencher.bench_local(|| {
        let store = Store::open(home.path()).expect("the diary");
        let diary = Diary::new(store.entries().expect("readable"));
        let charts = Charts::new(Stats::of(&diary, tonight(), MOST_WEEKS));
        let mut buf = Buffer::empty(area);
        draw(area, &mut buf, &charts, &theme, false);
        buf
    });
}

/// The reading alone.
#[divan::bench]
fn open_and_read(bencher: divan::Bencher<'_, '_>) {
    let home = tempfile::tempdir().expect("a folder");
    filled(home.path());
    bencher.bench_local(|| {
        let store = Store::open(home.path()).expect("the diary");
        store.entries().expect("readable").len()
    });
}

/// The counting alone.
#[divan::bench]
fn count(bencher: divan::Bencher<'_, '_>) {
    let home = tempfile::tempdir().expect("a folder");
    filled(home.path());
    let store = Store::open(home.path()).expect("the diary");
    let diary = Diary::new(store.entries().expect("readable"));
    bencher.bench_local(|| Stats::of(&diary, tonight(), MOST_WEEKS));
}
