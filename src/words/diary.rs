//! The diary from the command line: what was noted, and what could not be.
