//! Why the system refused, in words and without its error numbers.

use std::io::{Error, ErrorKind};

/// What a refusal means to the person who reads it; no capital, no full stop.
pub(crate) fn why(error: &Error) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => "no such file or folder",
        ErrorKind::PermissionDenied => "permission denied",
        ErrorKind::IsADirectory => "it is a folder",
        ErrorKind::NotADirectory => "a part of its path is a file",
        ErrorKind::AlreadyExists => "there is a file of that name already",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::InvalidData => "it is not UTF-8 text; save it as UTF-8",
        _ => {
            let text = error.to_string();
            let end = text.find(" (os error").unwrap_or(text.len());
            return text[..end].to_owned();
        }
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_the_system_is_shown() {
        for number in 1..=133 {
            let words = why(&Error::from_raw_os_error(number));
            assert!(!words.contains("os error") && !words.is_empty(), "{words}");
        }
        assert_eq!(why(&Error::other("of our own")), "of our own");
        let latin = std::io::read_to_string(&b"caf\xe9"[..]).unwrap_err();
        assert_eq!(why(&latin), "it is not UTF-8 text; save it as UTF-8");
    }
}
