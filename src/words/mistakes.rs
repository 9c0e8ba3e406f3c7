//! A command line that was not understood, and what was meant perhaps.
