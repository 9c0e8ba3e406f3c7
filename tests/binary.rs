//! The program as a shell sees it.

#[path = "binary/documents.rs"]
mod documents;
#[path = "binary/endings.rs"]
mod endings;
#[path = "binary/number.rs"]
mod number;
#[path = "binary/shell.rs"]
mod shell;
