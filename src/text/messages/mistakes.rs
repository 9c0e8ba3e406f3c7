//! A command line that was not understood, and what was meant perhaps.
//!
//! No sentence has a full stop: `uncramp: ` stands before the first, and another may follow.

// An option or a command that there is not.
/// `near`: the option that was meant perhaps.
pub fn no_option(given: &str, near: Option<&str>) -> String {
    format!(
        "there is no option `{given}` here{}",
        meant(near.as_slice())
    )
}
pub fn not_expected(given: &str) -> String {
    format!("`{given}` is not expected here")
}
/// `near`: the command that was meant perhaps.
pub fn no_command(given: &str, near: Option<&str>) -> String {
    format!("there is no command `{given}`{}", meant(near.as_slice()))
}

// An option with a wrong value, or with none.
pub fn needs_a_word(option: &str) -> String {
    format!("`{option}` needs a word after it")
}
/// `fitting`: every word that it can be.
pub fn needs_one_of(option: &str, fitting: &[String]) -> String {
    format!("`{option}` needs a word after it: {}", either(fitting))
}
pub fn cannot_be(option: &str, given: &str) -> String {
    format!("`{option}` cannot be `{given}`")
}
/// `fitting`: every word that it can be.
pub fn cannot_be_but(option: &str, given: &str, fitting: &[String]) -> String {
    format!("`{option}` cannot be `{given}`; write {}", either(fitting))
}

// Too little or too much.
/// `usage`: the command line with a name for each thing that it takes.
pub fn missing(names: &[String], usage: &str) -> String {
    match names {
        [one] => format!("`{one}` is missing; write `{usage}`"),
        some => format!("{} are missing; write `{usage}`", all(some)),
    }
}
pub fn given_twice(option: &str) -> String {
    format!("`{option}` is there twice")
}
pub fn not_together(option: &str, others: &[String]) -> String {
    format!("`{option}` does not go together with {}", all(others))
}

// Where to read more: the last line.
pub fn read_the_help(command: &str) -> String {
    format!("`{command} --help` shows what can be written")
}
pub const CRAMP_OR_HELP: &str =
    "`uncramp now` helps with a cramp; `uncramp --help` shows what can be written";

// Numbers.
pub fn no_number_from_1(given: &str) -> String {
    format!("`{given}` is not a whole number from 1 on")
}
pub fn no_number_up_to(given: &str, most: u16) -> String {
    format!("`{given}` is not a whole number from 1 to {most}")
}
pub fn no_entry_number(given: &str) -> String {
    format!("`{given}` is no number of an entry; `uncramp diary list` shows them")
}
pub fn no_answer_number(given: &str) -> String {
    format!("`{given}` is not a number; write them like 1,2,0")
}

// The id of a page, routine or stretch that there is not; `near` was meant perhaps.
pub fn nothing_named(id: &str, near: &[&str]) -> String {
    format!(
        "this guide has nothing named `{id}`{}\n`uncramp list` names everything",
        meant(near)
    )
}
/// `routines`: every one of the guide.
pub fn no_routine_named(id: &str, near: &[&str], routines: &[&str]) -> String {
    match routines {
        [] => format!("no routine is named `{id}`; {NO_ROUTINES}"),
        [one] => format!(
            "no routine is named `{id}`{}\nThe only routine is {one}",
            meant(near)
        ),
        some => format!(
            "no routine is named `{id}`{}\nThe routines are {}",
            meant(near),
            some.join(", ")
        ),
    }
}
pub const NO_ROUTINES: &str = "this guide has no routines";

/// The end of a sentence about an unknown name.
pub(super) fn meant(near: &[&str]) -> String {
    match near {
        [] => String::new(),
        [one] => format!("; did you mean `{one}`?"),
        many => format!("; did you mean one of `{}`?", many.join("`, `")),
    }
}

fn either(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

fn all(names: &[String]) -> String {
    format!("`{}`", names.join("` and `"))
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
