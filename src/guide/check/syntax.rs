//! What a YAML syntax error means to the author, and how it is usually mended.

use granit_parser::{ErrorKind, ScanError};

use crate::guide::problem::char_floor;

/// Says what is wrong and how to mend it; `at` is the byte where the parser stopped.
pub(crate) fn explain(error: &ScanError, text: &str, at: usize) -> (String, String) {
    let at = char_floor(text, at);
    let start = text[..at].rfind('\n').map_or(0, |break_at| break_at + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let message = format!("this is not valid YAML: {}", error.info());
    let help = match error.kind() {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => "indent with spaces, not with tabs",
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidSimpleKey
            if line.matches(": ").count() > 1 =>
        {
            "text with a colon in it needs quotes: title: \"One: two\""
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            "a quote is opened here and never closed"
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
    };
    (message, help.to_owned())
}
