//! The diary on the screen.
