//! What is said of a name that is not known and of a file that cannot be read.

use std::fmt::Display;

/// A guide or config file; its name stands before this.
pub(crate) fn unreadable(why: &str) -> String {
    format!("cannot be read: {why}")
}

/// A file or folder, by its name.
pub(crate) fn unwritable(name: impl Display) -> String {
    format!("{name} cannot be written")
}

/// The end of a sentence about an unknown name.
pub(crate) fn did_you_mean(near: &[&str]) -> String {
    match near {
        [] => String::new(),
        [one] => format!("; did you mean `{one}`?"),
        many => format!("; did you mean one of `{}`?", many.join("`, `")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_perhaps_is_asked_in_one_sentence() {
        assert_eq!(did_you_mean(&[]), "");
        assert_eq!(did_you_mean(&["a"]), "; did you mean `a`?");
        assert_eq!(did_you_mean(&["a", "b"]), "; did you mean one of `a`, `b`?");
    }
}
