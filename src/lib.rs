//! A terminal guide to leg cramps.
//!
//! Data flows one way: a terminal event becomes a message, `app::update` turns
//! state and message into new state and effects, `ui` draws the state, and the
//! edge carries the effects out.

pub mod app;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod companions;
pub mod config;
pub mod diary;
pub mod figure;
pub mod folders;
pub mod guide;
pub mod guide_file;
pub mod input;
pub mod local_time;
pub mod os_words;
pub mod plain;
pub mod programs;
pub mod runtime;
pub mod stops;
pub mod stretch;
pub mod terminal;
pub mod text;
pub mod ui;
