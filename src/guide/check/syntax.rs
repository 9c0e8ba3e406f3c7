//! What a YAML syntax error means to the author, where it really is, and how it
//! is usually fixed.

use granit_parser::{ErrorKind as Kind, ScanError};

use crate::guide::problem::{Code, Problem, char_floor};

pub(super) const CUT_TEXT: &str = "the text ends here: what follows ` #` is a comment to YAML";

const CLOSE_QUOTE: &str = "close it; a quote inside of quoted text is written twice or as \\\"";

/// A mistake in the YAML of this length at this byte.
fn mistake(at: usize, long: usize, message: impl Into<String>, help: impl Into<String>) -> Problem {
    Problem::new(Code::Syntax, at..at + long, message.into(), Some(help.into()))
}

/// Where the mistake is, what it is and how to fix it. The parser stopped at
/// byte `at`; `understood` is where the last value it could read ended.
pub(crate) fn explain(error: &ScanError, text: &str, at: usize, understood: usize) -> Problem {
    let at = char_floor(text, at);
    let kind = error.kind();
    odd_character(text, at)
        .or_else(|| typographic(kind, text, at))
        .or_else(|| open_quote(text, understood, at))
        .or_else(|| colon(kind, text, at))
        .or_else(|| between_commas(text, at))
        .or_else(|| cut_in_brackets(kind, text, at))
        .or_else(|| open_bracket(kind, text, at))
        .or_else(|| first_sign(kind, text, at))
        .unwrap_or_else(|| {
            let (message, help) = explained(kind, line_at(text, at).1);
            let as_parsed = || format!("this is not valid YAML: {}", error.info());
            mistake(at, 1, message.map_or_else(as_parsed, str::to_owned), help)
        })
}

/// Why one parser stopped at this byte of a file that the other could read.
pub(crate) fn refused(text: &str, at: usize) -> Option<Problem> {
    let at = char_floor(text, at);
    odd_character(text, at).or_else(|| {
        let (start, line) = line_at(text, at);
        let indent = line.len() - line.trim_start().len();
        let begins = line[indent..].starts_with(':');
        let colon = if begins { start + indent } else { at };
        text[colon..].starts_with(':').then(|| {
            let message = "a colon stands at the beginning of this value or line";
            let help = "write a key and its colon together: `key: value`; text with a colon in front needs quotes";
            mistake(colon, 1, message, help)
        })
    })
}

/// The line with this byte, and where it begins.
fn line_at(text: &str, at: usize) -> (usize, &str) {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    (start, line)
}

/// The last line above this one with something in it, and where it begins.
fn line_above(text: &str, start: usize) -> Option<(usize, &str)> {
    let above = text[..start].trim_end();
    (!above.is_empty()).then(|| line_at(text, above.len()))
}

/// A character that looks like an ordinary one, between the last line above this one with something
/// in it and the line below, because parsers often stop beside it.
fn odd_character(text: &str, at: usize) -> Option<Problem> {
    let (here, _) = line_at(text, at);
    let mut start = line_above(text, here).map_or(here, |(above, _)| above);
    for line in text[start..].split_inclusive('\n') {
        let found = odd_space(start, line).or_else(|| surrogate(start, line));
        if found.is_some() || start > at {
            return found;
        }
        start += line.len();
    }
    None
}

/// A tab or another character that looks like a space, where YAML allows only spaces.
fn odd_space(start: usize, line: &str) -> Option<Problem> {
    let is_odd = |c: char| c.is_whitespace() && (c == '\t' || !c.is_ascii());
    let (at, c) = line.char_indices().filter(|(_, c)| is_odd(*c)).find(|(at, c)| {
        let before = line[..*at].trim_end();
        let is_comment = *c == '\t' && line[*at..].trim_start().starts_with('#');
        before.is_empty() || before.ends_with(['-', ':', ',', '?']) || is_comment
    })?;
    let copied = "replace it by an ordinary space; it often comes with copied text";
    let (name, help) = match c {
        '\t' => ("a tab", "replace the tab by spaces; most editors can do so in the whole file"),
        '\u{a0}' => ("a no-break space", copied),
        '\u{3000}' => ("a wide space", copied),
        _ => ("an unusual space", copied),
    };
    let message = format!("{name} (U+{:04X}) stands here where YAML wants spaces", u32::from(c));
    Some(mistake(start + at, c.len_utf8(), message, help))
}

/// Half a character, as JSON writes one in two escapes.
fn surrogate(start: usize, line: &str) -> Option<Problem> {
    let is_half = |code: &str| matches!(u16::from_str_radix(code, 16), Ok(0xd800..=0xdfff));
    let mut escapes = line.match_indices("\\u").map(|(at, _)| at);
    let at = escapes.find(|at| line.get(at + 2..at + 6).is_some_and(is_half))?;
    let message = format!("`{}` is not a character of YAML", &line[at..at + 6]);
    Some(mistake(start + at, 6, message, "write the character itself"))
}

/// A comma or a quote of a word processor, where YAML wants the one of a keyboard.
fn typographic(kind: &Kind, text: &str, at: usize) -> Option<Problem> {
    let (Kind::InvalidTrailingDoubleQuotedScalar
    | Kind::InvalidTrailingSingleQuotedScalar
    | Kind::UnclosedQuotedScalar) = kind
    else {
        return None;
    };
    if text[at..].starts_with('\u{ff0c}') {
        let message = "a full-width comma (U+FF0C) stands here";
        return Some(mistake(at, 3, message, "write an ordinary comma and a space"));
    }
    let (start, line) = line_at(text, at);
    let mut lines = [Some((start, line)), line_above(text, start)].into_iter().flatten();
    let (start, line) = lines.find(|(_, line)| line.matches('"').count() % 2 == 1)?;
    let (index, quote) = line.char_indices().find(|(_, c)| matches!(c, '“' | '”' | '„'))?;
    let message = format!("a typographic quote (U+{:04X}) stands here", u32::from(quote));
    Some(mistake(start + index, quote.len_utf8(), message, "write a straight quote: \""))
}

/// A line or value that begins with a sign which YAML keeps for itself, or with another dash than
/// that of a list.
fn first_sign(kind: &Kind, text: &str, at: usize) -> Option<Problem> {
    let (start, line) = line_at(text, at);
    match kind {
        Kind::ExpectedDocumentStart if text.starts_with('%') => {
            let message = "a line that begins with `%` is an instruction to YAML";
            return Some(mistake(0, 1, message, "delete this line; a guide needs none"));
        }
        Kind::UnexpectedCharacter { .. } => {}
        Kind::ExpectedBlockMappingKey
        | Kind::ExpectedBlockSequenceEntry
        | Kind::BlockSequenceEntryNotAllowed
        | Kind::InvalidBlockScalarHeader => {
            let item = line.trim_start();
            let is_tight = item.starts_with('-') && !item.starts_with("- ");
            if is_tight || item.starts_with(['–', '—', '•']) {
                let message = "a list item begins with a hyphen and a space";
                let begin = start + line.len() - item.len();
                return Some(mistake(begin, 1, message, "write `- ` in front of it"));
            }
        }
        _ => return None,
    }
    let content = line.trim_start_matches([' ', '-']);
    let value = content.split_once(": ").map_or(content, |(_, value)| value.trim_start());
    let begin = start + line.len() - value.len();
    let begin = if matches!(kind, Kind::UnexpectedCharacter { .. }) { at } else { begin };
    let sign = text[begin..].chars().next().filter(|c| "[{*&!@`%>|-".contains(*c))?;
    (begin <= at).then(|| {
        let message = format!("a text that begins with {sign} needs quotes");
        let help = "put quotes round the whole text: key: \"…\"";
        mistake(begin, sign.len_utf8(), message, help)
    })
}

/// The quote that begins the value which could not be read, when that value
/// runs on over the end of its line.
fn open_quote(text: &str, understood: usize, at: usize) -> Option<Problem> {
    let from = char_floor(text, understood.min(at));
    let begin = text[from..at].trim_start_matches([':', ' ', '-', ',', '[', '{', '\n', '\r']);
    let message = "a quote is opened here and not closed on this line";
    (begin.starts_with(['"', '\'']) && begin.contains('\n'))
        .then(|| mistake(at - begin.len(), 1, message, CLOSE_QUOTE))
}

/// A key whose colon is missing, is another character, or has no space behind it.
fn colon(kind: &Kind, text: &str, at: usize) -> Option<Problem> {
    let (start, line) = line_at(text, at);
    let (start, line) = match kind {
        // The parser only stops at the next colon, which is on the line below.
        Kind::MappingValueNotAllowed if line.matches(": ").count() < 2 => line_above(text, start)?,
        Kind::SimpleKeyExpected | Kind::InvalidSimpleKey => (start, line),
        _ => return None,
    };
    let content = line.trim_start_matches([' ', '-']);
    let at = start + line.len() - content.len();
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let key: &str = &content[..content.find(|c| !is_key(c)).unwrap_or(content.len())];
    if key.is_empty() {
        return None;
    }
    let rest = &content[key.len()..];
    if rest.starts_with('\u{ff1a}') {
        let message = "this line has a full-width colon (U+FF1A)";
        let help = format!("write an ordinary colon and a space: `{key}: …`");
        return Some(mistake(at + key.len(), 3, message, help));
    }
    if let Some(value) = rest.strip_prefix(':') {
        let tight = value.starts_with(|c: char| !c.is_whitespace()) && !value.starts_with("//");
        return tight.then(|| {
            let message = "a space is missing behind this colon";
            mistake(at + key.len(), 1, message, format!("write `{key}: …`"))
        });
    }
    let bare = rest.trim_start();
    let is_simple = !matches!(kind, Kind::MappingValueNotAllowed) || !rest.contains(": ");
    (is_simple && !bare.starts_with(':')).then(|| {
        let message = format!("a colon is missing behind `{key}`");
        let help = format!("a key is followed by a colon and a space: `{key}: …`");
        mistake(at, key.len(), message, help)
    })
}

/// A comma with nothing before it.
fn between_commas(text: &str, at: usize) -> Option<Problem> {
    let is_empty = text[at..].starts_with(',') && text[..at].trim_end().ends_with([',', '[', '{']);
    let message = "there is nothing between these two commas";
    let help = "delete one comma, or write the missing value";
    is_empty.then(|| mistake(at, 1, message, help))
}

/// A ` #` on this line or the one above that made a comment of the rest of a list in brackets.
fn cut_in_brackets(kind: &Kind, text: &str, at: usize) -> Option<Problem> {
    if !matches!(kind, Kind::ExpectedFlowMappingSeparator | Kind::ExpectedFlowSequenceSeparator) {
        return None;
    }
    let (start, line) = line_at(text, at);
    let lines = [line_above(text, start), Some((start, line))];
    lines.into_iter().flatten().find_map(|(start, line)| cut(start, line))
}

/// The first ` #` of this text, which stands at `start`.
fn cut(start: usize, text: &str) -> Option<Problem> {
    let at = start + text.find(" #")? + 1;
    Some(mistake(at, 1, CUT_TEXT, "put the text in quotes"))
}

/// A list in brackets that begins here or a few lines above and is still open where the
/// parser stopped, or whose end was lost behind a ` #`.
fn open_bracket(kind: &Kind, text: &str, at: usize) -> Option<Problem> {
    let (Kind::BlockEntryInFlowCollection | Kind::InvalidColonPlacement) = kind else {
        return None;
    };
    let (mut start, mut line) = line_at(text, at);
    for _ in 0..10 {
        let content = line.trim_start_matches([' ', '-']);
        let value = match content.split_once(": ") {
            Some((_, value)) if !content.starts_with(['[', '{']) => value,
            _ => content,
        };
        let begin = start + line.len() - value.len();
        if value.starts_with(['[', '{']) && brackets_open(&text[begin..at.max(begin)]) {
            let message = "this bracket is opened and not closed";
            let help = "close it at the end of the list; text with a bracket in front needs quotes";
            return cut(begin, value).or_else(|| Some(mistake(begin, 1, message, help)));
        }
        (start, line) = line_above(text, start)?;
    }
    None
}

/// Whether more brackets are opened than closed outside of comments.
fn brackets_open(text: &str) -> bool {
    let code = || text.lines().filter_map(|line| line.split(" #").next());
    let count =
        |brackets: [char; 2]| code().map(|line| line.matches(brackets).count()).sum::<usize>();
    count(['[', '{']) > count([']', '}'])
}

/// What the parser means, if its own words would not help an author, and how it is fixed.
fn explained(kind: &Kind, line: &str) -> (Option<&'static str>, &'static str) {
    let columns = "keys that belong together begin in the same column; so do the lines of a text";
    let brackets = "a bracket is opened and not closed, or a comma is missing";
    let backslash = "in double quotes a backslash must be doubled; or use single quotes";
    let colon = "text with a colon in it needs quotes: title: \"One: two\"";
    let has_two_colons = line.matches(": ").count() > 1;
    match kind {
        Kind::MappingValueNotAllowed => {
            (Some("a colon cannot stand here"), if has_two_colons { colon } else { columns })
        }
        Kind::InvalidSimpleKey if has_two_colons => (None, colon),
        Kind::UnclosedFlowCollection { .. }
        | Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping
        | Kind::ExpectedFlowMappingSeparator
        | Kind::ExpectedFlowSequenceSeparator => {
            (Some("a comma or the closing bracket is missing"), brackets)
        }
        Kind::MismatchedFlowCollectionEnd { .. } | Kind::MisplacedFlowCollectionEnd => {
            (None, "a bracket is closed that was not opened, or by the wrong kind")
        }
        Kind::UnknownQuotedScalarEscape | Kind::InvalidQuotedScalarHexEscape => {
            (Some("a backslash in this text stands before a wrong letter"), backslash)
        }
        Kind::InvalidUnicodeEscape => (None, backslash),
        Kind::UnclosedQuotedScalar => (Some("a quote is opened here and not closed"), CLOSE_QUOTE),
        Kind::InvalidTrailingDoubleQuotedScalar | Kind::InvalidTrailingSingleQuotedScalar => (
            Some("something stands behind the closing quote"),
            "put the whole text in one pair of quotes, or write the missing comma",
        ),
        Kind::ExpectedBlockMappingKey
        | Kind::ExpectedBlockSequenceEntry
        | Kind::InvalidIndentation => (Some("this line does not fit the lines around it"), columns),
        _ => (None, "look at the indentation and quotes of this line and the one before"),
    }
}
