//! The program without terminal, files and clocks: state, messages, and how one changes the other.

pub(crate) mod body_words;
pub mod danger_answers;
pub mod diary_status;
pub mod diary_view;
pub mod effect;
pub mod footer;
pub mod form;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod message;
pub mod page;
pub mod scroll;
pub mod settings;
pub mod state;
pub mod text_field;
pub mod time;
pub mod update;
pub mod view;
