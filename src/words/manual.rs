//! The manual page besides what the help of the commands says.
