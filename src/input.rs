//! Terminal events as messages.
