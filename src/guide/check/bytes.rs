//! From bytes to text: what is no text at all, and characters that no guide may hold.

use std::borrow::Cow;

use super::report::{Location, Report};
use crate::guide::problem::Code;
use crate::text::is_unsafe;

/// The text of a guide file without its byte order mark, or `None` when the
/// problem noted makes any further reading pointless.
pub(crate) fn read<'t>(bytes: &'t [u8], report: &mut Report) -> Option<&'t str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let message = format!("byte {:#04x} is not UTF-8 text", bytes[at]);
            let help = match bytes {
                [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "the file is in UTF-16; save it as UTF-8",
                _ if bytes.contains(&0) => "this is a binary file; a guide is a YAML text file",
                _ => "save the file as UTF-8",
            };
            report.add_help(Code::NotUtf8, Location::new(at, at + 1), message, help);
            return None;
        }
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(at) = text.find('\0') {
        let message = "this is a binary file, not a guide";
        let help = "a guide is a YAML text file in UTF-8";
        report.add_help(Code::ControlCharacter, Location::new(at, at + 1), message, help);
        return None;
    }
    if text.trim().is_empty() {
        report.add(Code::EmptyFile, Location::default(), "this file is empty");
        return None;
    }
    characters(text, report);
    Some(text)
}

/// As much of the file as it takes to show where it stops being text.
pub(crate) fn head(bytes: &[u8]) -> Cow<'_, str> {
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let shown = bytes.iter().position(|b| *b == 0).unwrap_or(valid).min(valid);
    String::from_utf8_lossy(&bytes[..bytes.len().min(shown + 80)])
}

/// Notes every character that editors and terminals would treat as a command.
fn characters(text: &str, report: &mut Report) {
    let bad = text.char_indices().filter(|(at, c)| match c {
        '\n' | '\t' => false,
        '\r' => !text[at + 1..].starts_with('\n'),
        c => is_unsafe(*c),
    });
    for (at, c) in bad {
        let (code, what) = match c {
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                (Code::LineBreak, "is a line break that editors count differently")
            }
            _ => (Code::ControlCharacter, "steers a terminal or hides in the text"),
        };
        let message = format!("U+{:04X} {what}", u32::from(c));
        report.add(code, Location::new(at, at + c.len_utf8()), message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(bytes: &[u8]) -> Vec<Code> {
        let mut report = Report::default();
        read(bytes, &mut report);
        report.source = String::from_utf8_lossy(bytes).into();
        let list = report.finish("f").list;
        list.into_iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn what_is_no_text_is_told_in_one_problem() {
        assert_eq!(codes(b"\x7fELF\x02\x00\xff\xfe"), [Code::NotUtf8]);
        assert_eq!(codes(b"a: \xff\xff\xff"), [Code::NotUtf8]);
        assert_eq!(codes(b"a\0b\0c"), [Code::ControlCharacter]);
        assert_eq!(codes(b" \n\n"), [Code::EmptyFile]);
        assert_eq!(codes(b""), [Code::EmptyFile]);
    }

    #[test]
    fn ordinary_text_is_accepted_with_either_line_end_and_a_byte_order_mark() {
        assert_eq!(codes("\u{feff}a: ä\r\nb: \"x\ty\"\n".as_bytes()), []);
    }

    #[test]
    fn characters_that_steer_terminals_or_hide_are_named_each() {
        let text = "a: \u{1b}[1m\u{202e}\u{9b}\u{200b}x\rb\u{2028}";
        let control = Code::ControlCharacter;
        let expected = [control, control, control, control, Code::LineBreak, Code::LineBreak];
        assert_eq!(codes(text.as_bytes()), expected);
    }
}
