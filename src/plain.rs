//! The line-by-line face of the same core, for screen readers, pipes and simple terminals.
