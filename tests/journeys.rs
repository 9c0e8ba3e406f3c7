//! Journeys: keys in, screen out, through the real loop with a clock of its own.

#[path = "journeys/guide.rs"]
mod guide_pages;
#[path = "journeys/harness.rs"]
mod harness;
