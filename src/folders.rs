//! Where files live: the XDG base directories, on every system.
