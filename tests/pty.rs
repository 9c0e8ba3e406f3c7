//! The real program in a real pseudo-terminal: what it sends, what it leaves
//! behind, and how it ends.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a terminal that does not work fails the test"
)]

#[path = "pty/acknowledged.rs"]
mod acknowledged;
#[path = "pty/before.rs"]
mod before;
#[path = "pty/colors.rs"]
mod colors;
#[path = "pty/companions.rs"]
mod companions;
#[path = "pty/details.rs"]
mod details;
#[path = "pty/display.rs"]
mod display;
#[path = "pty/endings.rs"]
mod endings;
#[path = "pty/failures.rs"]
mod failures;
#[path = "program/finish.rs"]
mod finish;
#[path = "pty/flood.rs"]
mod flood;
#[path = "pty/foreign.rs"]
mod foreign;
#[path = "pty/frames.rs"]
mod frames;
#[path = "pty/hostile.rs"]
mod hostile;
#[path = "pty/kinds.rs"]
mod kinds;
#[path = "pty/lines.rs"]
mod lines;
#[path = "pty/multiplexers.rs"]
mod multiplexers;
#[path = "program/patience.rs"]
mod patience;
#[path = "pty/process.rs"]
mod process;
#[path = "pty/screens.rs"]
mod screens;
#[path = "pty/settle.rs"]
mod settle;
#[path = "pty/sound.rs"]
mod sound;
#[path = "pty/stops.rs"]
mod stops;
#[path = "pty/systems.rs"]
mod systems;
#[path = "pty/terminal.rs"]
mod terminal;
#[path = "pty/traces.rs"]
mod traces;
#[path = "pty/wall_clock.rs"]
mod wall_clock;
