//! The command line: what can be typed, without any behaviour.
