//! The program as a shell sees it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "binary/completions.rs"]
mod completions;
#[path = "program/data_folder.rs"]
mod data_folder;
#[path = "binary/documents.rs"]
mod documents;
#[path = "binary/endings.rs"]
mod endings;
#[path = "program/finish.rs"]
mod finish;
#[path = "binary/json.rs"]
mod json;
#[path = "binary/number.rs"]
mod number;
#[path = "binary/shell.rs"]
mod shell;
