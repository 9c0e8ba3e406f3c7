//! What single values of a guide file must look like.

use super::report::{Location, Report};
use super::syntax;
use super::tree::Text;
use crate::guide::problem::Code;
use crate::guide::raw::{Length, ValueFormat as Type};
use crate::text::{is_unsafe, nearest};

/// The longest id, in characters, because ids appear in commands and messages.
const LONGEST_ID: usize = 80;

/// Notes what is wrong with a single value; `owner` is the key or item it belongs to.
pub(crate) fn check(
    text: &Text<'_>,
    must_be: &Type,
    name: &str,
    owner: Location,
    report: &mut Report,
) {
    escaped_characters(text, report);
    if matches!(must_be, Type::Text | Type::Line) {
        cut_text(text, report);
    }
    if text.value.trim().is_empty() {
        let message = format!("`{name}` is empty");
        let help = format!("write {}", form(must_be));
        report.add_help(Code::EmptyText, owner, message, help);
        return;
    }
    let Some(code) = fault(text, must_be, name) else { return };
    let quote = if text.plain { "" } else { "\"" };
    let shown = format!("{quote}{}{quote}", short(&text.value));
    let message = match code {
        Code::WrongSchema => {
            format!("this guide is in format `{shown}`; this program reads format 1")
        }
        _ => format!("`{name}` cannot be `{shown}`"),
    };
    let near = match must_be {
        Type::Word(words) => {
            nearest(&text.value, words.iter().copied()).first().map(ToString::to_string)
        }
        Type::Id => {
            let lower = text.value.to_lowercase();
            Some(lower.replace(|c: char| !c.is_ascii_alphanumeric(), "-")).filter(|id| is_id(id))
        }
        _ => None,
    };
    let near = near.map(|near| format!("did you mean `{near}`? Otherwise "));
    let form = form(must_be);
    let help = format!("{}write {form}", near.unwrap_or_default());
    report.add_help(code, text.location, message, help);
}

/// Notes words behind text without quotes that YAML takes for a comment.
fn cut_text(text: &Text<'_>, report: &mut Report) {
    let end = text.location.end as usize;
    let rest = report.source.get(end..).unwrap_or_default();
    let rest = rest.lines().next().unwrap_or_default();
    let comment = rest.trim_start();
    if text.plain && comment.starts_with('#') {
        let at = end + rest.len() - comment.len();
        let location = Location::new(at, at + comment.trim_end().len());
        report.add(Code::CutText, location, syntax::CUT_TEXT);
    }
}

/// What is wrong with a value that says something.
fn fault(text: &Text<'_>, must_be: &Type, name: &str) -> Option<Code> {
    let value = &*text.value;
    let is_made_of = |more: &[u8]| value.bytes().all(|b| b.is_ascii_digit() || more.contains(&b));
    let (code, is_right) = match must_be {
        Type::Line if value.trim().contains('\n') => (Code::WrongType, false),
        Type::Id => (Code::BadId, is_id(value)),
        Type::Word(words) => (Code::UnknownWord, words.contains(&value)),
        Type::Number(least, most) => {
            let whole =
                text.plain && is_made_of(b"") && (value.len() == 1 || !value.starts_with('0'));
            let is_right = whole && value.parse().is_ok_and(|it| (*least..=*most).contains(&it));
            match (name, whole) {
                ("schema", _) => (Code::WrongSchema, is_right),
                (_, true) => (Code::OutOfRange, is_right),
                (_, false) => (Code::WrongType, is_right),
            }
        }
        Type::Coordinate => match value.parse::<f32>() {
            Ok(it) if text.plain && is_made_of(b"-.") => {
                (Code::OutOfRange, (0.0..=100.0).contains(&it))
            }
            _ => (Code::WrongType, false),
        },
        Type::Truth => (Code::WrongType, text.plain && matches!(value, "true" | "false")),
        Type::Length => (Code::BadDuration, Length::parse(value).is_ok()),
        Type::Date => (Code::BadDate, is_date(value)),
        Type::Language => (Code::BadLanguage, is_language(value)),
        Type::Url => (Code::BadUrl, is_url(value)),
        _ => return None,
    };
    (!is_right).then_some(code)
}

/// What a value must be, for "must be ...".
pub(crate) fn form(must_be: &Type) -> String {
    match must_be {
        Type::Text => "text".to_owned(),
        Type::Line => "text on one line".to_owned(),
        Type::Name => "a name".to_owned(),
        Type::Id => format!("lower-case words with hyphens, at most {LONGEST_ID} letters"),
        Type::Word(words) => format!("one of {}", words.join(", ")),
        Type::Number(1, 1) => "1 without quotes, or use a newer version of the program".to_owned(),
        Type::Number(least, most) => {
            format!("a whole number from {least} to {most}, without quotes")
        }
        Type::Coordinate => "a number from 0 to 100; x runs to the right, y upwards".to_owned(),
        Type::Truth => "true or false, without quotes".to_owned(),
        Type::Length => "a length of time such as 90, 90s, 1m30s or 1:30".to_owned(),
        Type::Point => "a point such as [40, 85]".to_owned(),
        Type::Date => "a day such as 2026-01-31".to_owned(),
        Type::Language => "a language by its short name, such as en or pt-BR".to_owned(),
        Type::Url => "an address such as https://example.org".to_owned(),
        Type::NoneOr(_) => "a mapping, or none".to_owned(),
        Type::LineOr(_) => "text on one line, or a mapping".to_owned(),
        Type::List(Type::Name) => "a list of names such as [one, two]".to_owned(),
        Type::List(_) => "a list".to_owned(),
        Type::Map(..) | Type::Mapping(_) => "a mapping of keys to values".to_owned(),
    }
}

fn is_id(text: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(is_letter);
    text.len() <= LONGEST_ID && text.split('-').all(is_part)
}

fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}

fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| host.contains('.') && !host.starts_with('.'))
        && !text.contains(char::is_whitespace)
}

/// Notes a bad character that is written as an escape, so that the text of the file does not show it.
fn escaped_characters(text: &Text<'_>, report: &mut Report) {
    let mut characters = text.value.chars().filter(|_| !text.plain);
    if let Some(c) = characters.find(|c| !matches!(c, '\n' | '\t') && is_unsafe(*c)) {
        let message = format!("U+{:04X} steers a terminal or hides in the text", u32::from(c));
        report.add(Code::ControlCharacter, text.location, message);
    }
}

/// A value short enough for a message.
pub(crate) fn short(value: &str) -> String {
    let line = value.replace('\n', " ");
    match line.char_indices().nth(39) {
        Some((end, last)) if end + last.len_utf8() < line.len() => format!("{}…", &line[..end]),
        _ => line,
    }
}
