//! The settings file and what is wrong in it.
