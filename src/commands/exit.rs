//! How the program ends: each exit code, and the sentence that the manual page says of it.

use std::process::ExitCode;

macro_rules! exits {
    ($($name:ident = $code:literal, $meaning:literal;)+) => {
        /// How the program ended, as its exit code says it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Exit {
            $(#[doc = $meaning] $name = $code,)+
        }

        impl Exit {
            /// Every exit code and what it means.
            pub(super) const MEANINGS: &[(u8, &str)] = &[$(($code, $meaning)),+];
        }
    };
}

exits! {
    Done = 0, "Done, or left by choice.";
    Failed = 1, "Something could not be read or written.";
    Usage = 2, "The command line was not understood.";
    BadFile = 3, "A guide or config file named by a flag cannot be used, or check found errors.";
    NeedsTerminal = 4, "This needs a terminal; --plain does not.";
    NotFound = 5, "There is no such page, routine, stretch or entry.";
    CareRoutine = 10, "With --exit-care: see a doctor.";
    CareUrgent = 11, "With --exit-care: get help the same day.";
    CareEmergency = 12, "With --exit-care: get help now.";
    Interrupted = 130, "Left by Ctrl-C.";
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_lists_every_code() {
        let reference = include_str!("../../docs/reference.md");
        let (_, table) = reference.split_once("### Exit codes").unwrap();
        let (table, _) = table.split_once("###").unwrap();
        let cells = table.lines().filter_map(|row| row.split('|').nth(1));
        let listed =
            cells.flat_map(|cell| cell.split(',')).filter_map(|code| code.trim().parse().ok());
        let codes: Vec<u8> = Exit::MEANINGS.iter().map(|(code, _)| *code).collect();
        assert_eq!(listed.collect::<Vec<u8>>(), codes);
    }
}
