//! What the system refused, and the outside programs.
