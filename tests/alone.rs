//! The program keeps to itself: no network, no file but its own, no shell, and
//! it goes on whatever the system lacks.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "alone/awake.rs"]
mod awake;
#[path = "alone/desktop.rs"]
mod desktop;
#[path = "alone/failing_voice.rs"]
mod failing_voice;
#[path = "alone/files.rs"]
mod files;
#[path = "program/finish.rs"]
mod finish;
#[path = "alone/house.rs"]
mod house;
#[path = "alone/network.rs"]
mod network;
#[path = "program/patience.rs"]
mod patience;
#[path = "alone/programs.rs"]
mod programs;
#[path = "alone/system.rs"]
mod system;
#[path = "alone/voices.rs"]
mod voices;
