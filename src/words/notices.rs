//! The one line above the keys: what just happened.
