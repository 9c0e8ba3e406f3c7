//! What `doctor` finds, and how to mend it.
