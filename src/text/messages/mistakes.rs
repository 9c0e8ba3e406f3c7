//! Mistakes on the command line, and what may have been meant.
//!
//! No sentence has a full stop: `uncramp: ` stands before the first, and another may follow.

// An unknown page, routine or stretch; `near` holds similar names.
pub(crate) fn nothing_named(id: &str, near: &[&str]) -> String {
    format!("this guide has nothing named `{id}`{}\n`uncramp list` names everything", meant(near))
}
/// `routines`: every one of the guide.
pub(crate) fn no_routine_named(id: &str, near: &[&str], routines: &[&str]) -> String {
    match routines {
        [] => format!("no routine is named `{id}`; {NO_ROUTINES}"),
        [one] => format!("no routine is named `{id}`{}\nThe only routine is {one}", meant(near)),
        some => format!(
            "no routine is named `{id}`{}\nThe routines are {}",
            meant(near),
            some.join(", ")
        ),
    }
}
pub(crate) const NO_ROUTINES: &str = "this guide has no routines";

/// The end of a sentence about an unknown name.
pub(super) fn meant(near: &[&str]) -> String {
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
        assert_eq!(meant(&[]), "");
        assert_eq!(meant(&["a"]), "; did you mean `a`?");
        assert_eq!(meant(&["a", "b"]), "; did you mean one of `a`, `b`?");
    }

    #[test]
    fn the_routines_are_listed_where_there_are_any() {
        let none = "no routine is named `x`; this guide has no routines";
        assert_eq!(no_routine_named("x", &[], &[]), none);
        let one = "no routine is named `x`\nThe only routine is evening";
        assert_eq!(no_routine_named("x", &[], &["evening"]), one);
        let two = "no routine is named `a`; did you mean `ab`?\nThe routines are ab, cd";
        assert_eq!(no_routine_named("a", &["ab"], &["ab", "cd"]), two);
    }
}
