//! Journeys: keys in, screen out, through the real loop with a clock of its own.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a journey that cannot begin fails the test"
)]

#[path = "journeys/chance.rs"]
mod chance;
#[path = "journeys/codes.rs"]
mod codes;
#[path = "journeys/cues.rs"]
mod cues;
#[path = "journeys/details.rs"]
mod details;
#[path = "journeys/diary.rs"]
mod diary;
#[path = "journeys/diary_screen.rs"]
mod diary_screen;
#[path = "journeys/everywhere.rs"]
mod everywhere;
#[path = "journeys/guide.rs"]
mod guide_pages;
#[path = "journeys/harness.rs"]
mod harness;
#[path = "journeys/held_keys.rs"]
mod held_keys;
#[path = "journeys/keys.rs"]
mod keys;
#[path = "journeys/launches.rs"]
mod launches;
#[path = "journeys/leg.rs"]
mod leg;
#[path = "journeys/locked_diary.rs"]
mod locked_diary;
#[path = "journeys/look.rs"]
mod look;
#[path = "journeys/night.rs"]
mod night;
#[path = "journeys/number.rs"]
mod number;
#[path = "journeys/pictures.rs"]
mod pictures;
#[path = "journeys/readable.rs"]
mod readable;
#[path = "journeys/reload.rs"]
mod reload;
#[path = "journeys/reported.rs"]
mod reported;
#[path = "journeys/rescue.rs"]
mod rescue;
#[path = "journeys/safety.rs"]
mod safety;
#[path = "journeys/script.rs"]
mod script;
#[path = "journeys/sessions.rs"]
mod sessions;
#[path = "journeys/two_at_once.rs"]
mod two_at_once;
#[path = "journeys/ways.rs"]
mod ways;
