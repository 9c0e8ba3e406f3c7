//! What single values of a guide file must look like.

use super::report::{Place, Report};
use super::tree::Text;
use crate::guide::problem::Code;
use crate::guide::raw::{Length, Position, ValueFormat as Type};
use crate::text::{is_unsafe, nearest};

/// The longest id, in characters, because ids appear in commands and messages.
const LONGEST_ID: usize = 80;

/// Notes what is wrong with a single value; `owner` is the key or item it belongs to.
pub(crate) fn check(
    text: &Text<'_>,
    must_be: &Type,
    name: &str,
    owner: Place,
    report: &mut Report,
) {
    escaped_characters(text, report);
    if text.value.trim().is_empty() {
        let message = format!("`{name}` is empty");
        let help = format!("write {}", form(must_be));
        report.add_help(Code::EmptyText, owner, message, help);
        return;
    }
    let mut is_not = |code, what| {
        report.add(code, text.place, format!("`{}` is not {what}", short(&text.value)));
    };
    match must_be {
        Type::Line if text.value.trim().contains('\n') => {
            let message = format!("`{name}` must be on one line");
            let help = "use `>-` to fold long lines, or shorten it";
            report.add_help(Code::WrongType, owner, message, help);
        }
        Type::Word(words) => word(text, words, name, report),
        Type::Number(least, most) => number(text, (*least, *most), name, report),
        Type::Truth if !(text.plain && matches!(&*text.value, "true" | "false")) => {
            let message = format!("`{name}` must be true or false, not `{}`", short(&text.value));
            let help = "write true or false, without quotes";
            report.add_help(Code::WrongType, text.place, message, help);
        }
        Type::Length => {
            if let Err(help) = Length::parse(&text.value) {
                let message = format!("`{name}` must be a length of time");
                report.add_help(Code::BadDuration, text.place, message, help);
            }
        }
        Type::Date if !is_date(&text.value) => is_not(Code::BadDate, "a day"),
        Type::Language if !is_language(&text.value) => is_not(Code::BadLanguage, "a language"),
        Type::Url if !is_url(&text.value) => is_not(Code::BadUrl, "an address"),
        _ => {}
    }
}

/// What a value must be, for "must be ...".
pub(crate) fn form(must_be: &Type) -> String {
    match must_be {
        Type::Text => "text".to_owned(),
        Type::Line => "text on one line".to_owned(),
        Type::Name => "a name".to_owned(),
        Type::Word(words) => format!("one of {}", words.join(", ")),
        Type::Number(1, 1) => "1".to_owned(),
        Type::Number(least, most) => format!("a whole number from {least} to {most}"),
        Type::Truth => "true or false".to_owned(),
        Type::Length => "a length of time such as 10s or 1m30s".to_owned(),
        Type::Point => "a point such as [40, 85]".to_owned(),
        Type::Date => "a day such as 2026-01-31".to_owned(),
        Type::Language => "a language such as en or pt-BR".to_owned(),
        Type::Url => "an address such as https://example.org".to_owned(),
        Type::NoneOr(_) => "a mapping, or none".to_owned(),
        Type::LineOr(_) => "text on one line, or a mapping".to_owned(),
        Type::List(Type::Name) => "a list of names such as [one, two]".to_owned(),
        Type::List(_) => "a list".to_owned(),
        Type::Map(_) | Type::ByPosition(_) | Type::Terms | Type::Mapping(_) => {
            "a mapping of keys to values".to_owned()
        }
    }
}

/// Notes an id that is not lower-case words with hyphens.
pub(crate) fn id(key: &Text<'_>, report: &mut Report) {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    if key.value.len() <= LONGEST_ID && key.value.split('-').all(part) {
        return;
    }
    let better = key.value.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let hint = match better.trim_matches('-') {
        better if better.is_empty() || better.len() > LONGEST_ID => {
            format!("at most {LONGEST_ID} letters")
        }
        better => format!("such as `{better}`"),
    };
    let help = format!("an id is lower-case words with hyphens, {hint}");
    let message = format!("`{}` cannot be an id", short(&key.value));
    report.add_help(Code::BadId, key.place, message, help);
}

/// Notes a key that is no position of the body.
pub(crate) fn position(key: &Text<'_>, report: &mut Report) {
    word(key, Position::WORDS, "the position", report);
}

/// Notes a term of the glossary that is no text.
pub(crate) fn term(key: &Text<'_>, report: &mut Report) {
    check(key, &Type::Line, "a term of the glossary", key.place, report);
}

/// Notes a coordinate of a figure that is no number from 0 to 100.
pub(crate) fn coordinate(text: &Text<'_>, name: &str, report: &mut Report) {
    let unsigned = text.value.strip_prefix('-').unwrap_or(&text.value);
    let written = unsigned.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    match text.value.parse::<f32>().ok().filter(|_| written && text.plain) {
        Some(0.0..=100.0) => {}
        Some(number) => {
            let message = format!("`{name}` lies outside the figure: {number}");
            let help = "coordinates run from 0 to 100, x to the right and y upwards";
            report.add_help(Code::OutOfRange, text.place, message, help);
        }
        None => {
            let message = format!("`{}` is no coordinate", short(&text.value));
            let help = "a coordinate is a number from 0 to 100";
            report.add_help(Code::WrongType, text.place, message, help);
        }
    }
}

fn word(text: &Text<'_>, words: &[&'static str], name: &str, report: &mut Report) {
    if words.contains(&&*text.value) {
        return;
    }
    let help = match *nearest(&text.value, words.iter().copied()) {
        [near, ..] => format!("did you mean `{near}`? Allowed: {}", words.join(", ")),
        [] => format!("allowed: {}", words.join(", ")),
    };
    let message = format!("`{name}` cannot be `{}`", short(&text.value));
    report.add_help(Code::UnknownWord, text.place, message, help);
}

fn number(text: &Text<'_>, (least, most): (u32, u32), name: &str, report: &mut Report) {
    let whole = text.plain
        && text.value.bytes().all(|b| b.is_ascii_digit())
        && (text.value.len() == 1 || !text.value.starts_with('0'));
    let quote = if text.plain { "" } else { "\"" };
    let shown = format!("{quote}{}{quote}", short(&text.value));
    let (code, message, help) = match text.value.parse::<u32>() {
        Ok(number) if whole && (least..=most).contains(&number) => return,
        _ if name == "schema" => (
            Code::WrongSchema,
            format!("this guide is written in format `{shown}`; this program reads format 1"),
            "write 1 without quotes, or use a newer version of the program".to_owned(),
        ),
        _ if whole => (
            Code::OutOfRange,
            format!("`{name}` is {shown}"),
            format!("it must be from {least} to {most}"),
        ),
        _ => (
            Code::WrongType,
            format!("`{name}` must be a whole number, not `{shown}`"),
            format!("write a number from {least} to {most}, without quotes"),
        ),
    };
    report.add_help(code, text.place, message, help);
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
        report.add(Code::ControlCharacter, text.place, message);
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
