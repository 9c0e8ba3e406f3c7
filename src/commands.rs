//! One file a subcommand; this file sends each to its own.
