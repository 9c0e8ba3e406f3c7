//! The terminal session: entered, left, suspended, and restored on every way out.
