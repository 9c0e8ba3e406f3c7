//! What a YAML syntax error means to the author, where it really is, and how it
//! is usually mended.

use granit_parser::{ErrorKind, ScanError};

use crate::guide::problem::char_floor;

/// Where the mistake is, what it is and how to mend it. The parser stopped at
/// byte `at`; `understood` is where the last value it could read ended.
pub(crate) fn explain(
    error: &ScanError,
    text: &str,
    at: usize,
    understood: usize,
) -> (usize, String, String) {
    let at = char_floor(text, at);
    let message = format!("this is not valid YAML: {}", error.info());
    if let Some(tab) = tab_indent(text, at) {
        let help = "indent with spaces, not with tabs";
        return (tab, message, help.to_owned());
    }
    if let Some(quote) = open_quote(text, understood, at) {
        let message = "a quote is opened here and not closed on this line".to_owned();
        let help = "close it; a quote inside of quoted text is written twice or as \\\"";
        return (quote, message, help.to_owned());
    }
    (
        at,
        message,
        help(error.kind(), line_around(text, at)).to_owned(),
    )
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn line_around(text: &str, at: usize) -> &str {
    text[line_start(text, at)..]
        .lines()
        .next()
        .unwrap_or_default()
}

/// A tab in the indentation of this line or the next: parsers stop before it.
fn tab_indent(text: &str, at: usize) -> Option<usize> {
    let mut start = line_start(text, at);
    for line in text[start..].split_inclusive('\n').take(2) {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t') {
            return Some(start + tab);
        }
        start += line.len();
    }
    None
}

/// The quote that begins the value which could not be read, when that value
/// runs on over the end of its line.
fn open_quote(text: &str, understood: usize, at: usize) -> Option<usize> {
    let from = char_floor(text, understood.min(at));
    let between = &text[from..at];
    let begin = between.trim_start_matches([':', ' ', '-', ',', '[', '{', '\n', '\r']);
    let quoted = begin.starts_with(['"', '\'']);
    (quoted && begin.contains('\n')).then(|| at - begin.len())
}

fn help(kind: &ErrorKind, line: &str) -> &'static str {
    match kind {
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidSimpleKey
            if line.matches(": ").count() > 1 =>
        {
            "text with a colon in it needs quotes: title: \"One: two\""
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => {
            "a bracket is opened and not closed, or a comma is missing"
        }
        ErrorKind::MismatchedFlowCollectionEnd { .. } | ErrorKind::MisplacedFlowCollectionEnd => {
            "a bracket is closed that was not opened, or by the wrong kind"
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => {
            "in double quotes a backslash must be doubled; or use single quotes"
        }
        ErrorKind::UnexpectedCharacter { .. } => {
            "text that begins with a sign such as @, ` or % needs quotes"
        }
        _ => "look at the indentation and quotes of this line and the one before",
    }
}
