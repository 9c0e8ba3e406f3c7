//! The self-trial: where it stands, and how it ended.
