//! What the commands print that have no file of their own here.
