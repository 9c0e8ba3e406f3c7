//! The clock on the wall is set back and forward under the running program:
//! what runs goes on, and entries carry the date of the wall.
//!
//! `libfaketime` (Debian: `faketime`) sets it for one program alone. The clocks
//! of a session are asked of the kernel itself and stay what they are.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use rustix::process::Signal;

use crate::terminal::{HOME, Start, Window};

const LIBRARIES: [&str; 4] = [
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
    "/usr/lib64/faketime/libfaketimeMT.so.1",
    "/usr/lib/faketime/libfaketimeMT.so.1",
];

/// A clock on the wall that can be set, and a diary.
struct Wall {
    folder: tempfile::TempDir,
    library: PathBuf,
}

impl Wall {
    /// `None` where there is no such library.
    fn new() -> Option<Self> {
        let library = LIBRARIES.iter().map(Path::new).find(|path| path.exists());
        if library.is_none() {
            eprintln!("passed over: faketime is not installed");
        }
        let library = library?.to_owned();
        let folder = tempfile::tempdir().unwrap();
        let wall = Self { folder, library };
        wall.set(0);
        Some(wall)
    }

    /// So many hours away from the true time.
    fn set(&self, hours: i64) {
        let (file, new) = (self.folder.path().join("time"), "time.new");
        let new = self.folder.path().join(new);
        fs::write(&new, format!("{hours:+}h\n")).unwrap();
        // Whoever looks meanwhile finds the old time or the new one.
        fs::rename(new, file).unwrap();
    }

    /// The program by this clock and with this diary, in a window that shows all in words.
    fn start(&self, args: &[&str]) -> Start {
        let place = |name: &str| self.folder.path().join(name).display().to_string();
        let diary = place("diary");
        let args: Vec<&str> =
            ["--data-dir", &diary].into_iter().chain(args.iter().copied()).collect();
        Start::new(&args)
            .env("LD_PRELOAD", &self.library.display().to_string())
            .env("FAKETIME_TIMESTAMP_FILE", &place("time"))
            .env("FAKETIME_NO_CACHE", "1")
            .env("FAKETIME_DONT_FAKE_MONOTONIC", "1")
            .env("DONT_FAKE_MONOTONIC", "1")
    }

    /// The diary, by the true clock.
    fn entries(&self) -> Vec<serde_json::Value> {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_uncramp"))
            .args(["diary", "list", "--json", "--data-dir"])
            .arg(self.folder.path().join("diary"))
            .env("TZ", "UTC")
            .output()
            .unwrap();
        let list: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let entries = list.as_array().or_else(|| list["entries"].as_array());
        entries.unwrap().clone()
    }
}

/// The time between this word at the beginning of a line and that character, in seconds.
fn seconds(window: &mut Window, before: &str, after: char) -> Option<u64> {
    window.text().lines().find_map(|line| {
        let (clock, _) = line.trim_start().strip_prefix(before)?.trim_start().split_once(after)?;
        let clock = clock.trim();
        // The number of a step is no time.
        (clock.contains(':') || !before.is_empty()).then_some(())?;
        let (minutes, seconds) = clock.rsplit_once(':').unwrap_or(("0", clock));
        Some(minutes.parse::<u64>().ok()? * 60 + seconds.parse::<u64>().ok()?)
    })
}

/// Waits until the cramp is older than this; says how old it is then.
fn older_than(window: &mut Window, age: u64) -> u64 {
    let mut found = 0;
    window.until("a later second", |window| {
        found = seconds(window, "", ' ').unwrap_or(0);
        found > age
    });
    found
}

/// Whether this entry is from the day so many hours from now.
fn is_of(entry: &serde_json::Value, hours: i64) -> bool {
    let at: Timestamp = {
        let text = entry["at"].as_str().unwrap();
        let text = text.split('[').next().unwrap();
        text.parse().unwrap()
    };
    let wall = Timestamp::now().to_zoned(TimeZone::UTC) + hours.hours();
    at.duration_until(wall.timestamp()).abs() < jiff::SignedDuration::from_mins(10)
}

#[test]
fn a_cramp_ages_on_whatever_the_wall_says_and_is_dated_by_it() {
    for hours in [-24 * 40, 24 * 300] {
        let Some(wall) = Wall::new() else { return };
        let begin = Instant::now();
        let mut window = wall.start(&["now"]).sized(60, 6).until("0:0");
        let age = older_than(&mut window, 0);
        wall.set(hours);
        let age = older_than(&mut window, age + 1);
        assert!(age <= begin.elapsed().as_secs() + 1, "{age} s");
        wall.set(-hours);
        let age = older_than(&mut window, age + 1);
        assert!(age <= begin.elapsed().as_secs() + 1, "{age} s");
        wall.set(hours);
        window.send("\r").wait_for("After a cramp");
        window.send([3]);
        assert_eq!(window.exit_code(), 130);
        let entries = wall.entries();
        assert_eq!(entries.len(), 1, "{entries:?}");
        assert!(is_of(&entries[0], hours), "{entries:?}");
        let lasted = entries[0]["seconds"].as_u64().unwrap();
        assert!((age..=age + 60).contains(&lasted), "{entries:?}");
    }
}

/// What stands before the seconds of a hold in a window of one line.
const HOLD: &str = "HOLD LEFT leg";

#[test]
fn a_hold_goes_on_whatever_the_wall_says() {
    let Some(wall) = Wall::new() else { return };
    let mut window =
        wall.start(&["stretch", "--hold", "600", "--repeat", "1"]).sized(60, 4).until("READY LEFT");
    window.send("n").wait_for(HOLD);
    let mut left = 600;
    for hours in [-24 * 40, 24 * 300, -1, 0] {
        wall.set(hours);
        window.until("a later second", |window| {
            let text = window.text();
            assert!(!text.contains("PAUSED") && text.contains(HOLD), "{text}");
            let now = seconds(window, HOLD, ' ').unwrap_or(left);
            let later = now < left;
            left = now;
            later
        });
    }
    window.send([3]);
    assert_eq!(window.exit_code(), 130);
}

#[test]
fn a_session_that_was_broken_off_is_offered_for_twelve_hours_of_the_wall() {
    for (hours, offered) in [(1, true), (13, false), (24 * 400, false), (-24 * 400, true)] {
        let Some(wall) = Wall::new() else { return };
        let mut window = wall.start(&["stretch"]).until("Get ready");
        // Where the session stands is in the diary by then.
        window.send("n").wait_for("Hold").settle();
        window.signal(Signal::KILL);
        window.wait_end();
        wall.set(hours);
        let mut window = wall.start(&[]).until(HOME);
        assert_eq!(window.settle().text().contains("unfinished session"), offered, "{hours} h");
        window.send("q");
        assert_eq!(window.exit_code(), 0);
    }
}
