//! A terminal guide to leg cramps.
//!
//! Data flows one way: a terminal event becomes a message, `app::update` turns
//! state and message into new state and effects, `ui` draws the state, and the
//! runtime carries the effects out.

#[macro_use]
mod words;

pub mod app;
pub mod cli;
pub mod commands;
pub mod config;
pub mod diary;
pub(crate) mod figure;
pub mod guide;
pub(crate) mod plain;
pub mod runtime;
pub mod stretch;
pub mod text;
pub mod ui;
