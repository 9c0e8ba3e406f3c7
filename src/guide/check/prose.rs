//! Texts that would not read as their author meant them: Markdown that pages do not show, marks
//! without an end, unknown placeholders, options named by a number that may change.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::report::Report;
use super::tree::{Text, Value};
use crate::guide::markup::EMERGENCY_MARK;
use crate::guide::problem::Code;

/// Notes what is wrong with the texts of pages and routines.
pub(crate) fn check(root: &Value<'_>, report: &mut Report) {
    for (_, page) in root.entries_of("nodes") {
        let options = page.items_of("options");
        let of_options = |key| options.iter().filter_map(move |option| option.text_of(key));
        let steps = page.texts_of("steps");
        let markdown = page.text_of("text").into_iter().chain(steps).chain(of_options("about"));
        let plain = page.text_of("title").into_iter();
        let plain = plain.chain(of_options("label")).chain(of_options("hint"));
        for text in markdown.clone() {
            unsupported(text, report);
        }
        for text in plain.chain(markdown) {
            placeholders(text, report);
            numbered_option(text, report);
        }
    }
    for text in root.entries_of("routines").iter().filter_map(|(_, one)| one.text_of("text")) {
        unsupported(text, report);
    }
}

/// Notes `{words}` in braces other than the one the program fills in.
fn placeholders(text: &Text<'_>, report: &mut Report) {
    for part in text.value.split('{').skip(1) {
        let inner = part.split('}').next().unwrap_or_default();
        let mark = format!("{{{inner}}}");
        let is_word = !inner.is_empty() && inner.chars().all(|c| c.is_alphanumeric() || c == '_');
        if is_word && mark != EMERGENCY_MARK {
            let message = format!("unknown placeholder `{mark}`");
            let help = format!("only `{EMERGENCY_MARK}` is replaced, by the number to call");
            let location = report.find(&mark, text.location);
            report.add_help(Code::UnknownPlaceholder, location, message, help);
        }
    }
}

/// Notes each kind of Markdown in a text that pages do not show as such.
fn unsupported(text: &Text<'_>, report: &mut Report) {
    // Most texts have no sign of Markdown, and need not be parsed.
    let signs = ['#', '|', '<', '>', '`', '~', '*', '_', '[', '=', '-', '+', '!'];
    if !text.value.contains(signs) && !text.value.contains("    ") {
        return;
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS;
    let mut reported: Vec<&str> = Vec::new();
    for (event, range) in Parser::new_ext(&text.value, options).into_offset_iter() {
        let (what, range) = match event {
            Event::Text(_) => match unclosed(&text.value, range.start, range.end) {
                Some(at) => ("a mark that is not closed", at..text.value.len()),
                None => continue,
            },
            event => match name(&event) {
                Some(what) => (what, range),
                None => continue,
            },
        };
        if reported.contains(&what) {
            continue;
        }
        reported.push(what);
        let found = text.value.get(range).unwrap_or_default();
        let line = found.lines().next().unwrap_or_default();
        let short: String = line.chars().take(12).collect();
        let message = format!("this text has {what}; it is shown as plain words");
        report.add(Code::Markdown, report.find(short.trim_end(), text.location), message);
    }
}

fn name(event: &Event<'_>) -> Option<&'static str> {
    Some(match event {
        Event::Start(Tag::Heading { .. }) => "a heading",
        Event::Start(Tag::BlockQuote(_)) => "a quotation",
        Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => "code",
        Event::Html(_) | Event::InlineHtml(_) => "HTML",
        Event::Start(Tag::Image { .. }) => "an image",
        Event::Start(Tag::Table(_)) => "a table",
        Event::Start(Tag::Strikethrough) => "struck-out words",
        Event::Start(Tag::FootnoteDefinition(_)) | Event::FootnoteReference(_) => "a footnote",
        Event::TaskListMarker(_) => "a box to tick",
        Event::Rule => "a rule",
        _ => return None,
    })
}

/// Where a mark of Markdown stands among plain words because the parser found no end to it.
fn unclosed(text: &str, start: usize, end: usize) -> Option<usize> {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text[start..end].char_indices().find_map(|(at, c)| {
        let at = start + at;
        let before = text[..at].chars().next_back();
        if before == Some('\\') {
            return None;
        }
        let rest = &text[at..];
        let after = rest.trim_start_matches(c).chars().next();
        let is_mark = match c {
            '`' => true,
            ']' => rest.starts_with("]("),
            '*' | '_' if before != Some(c) => {
                rest[1..].starts_with(c) || is_word(before) != is_word(after)
            }
            _ => false,
        };
        is_mark.then_some(at)
    })
}

/// What an option might be called before its number.
const OPTION_WORDS: [&str; 9] =
    ["line", "lines", "option", "options", "answer", "answers", "choice", "item", "key"];

/// Notes an option that is named by its number, which changes when another is put in.
fn numbered_option(text: &Text<'_>, report: &mut Report) {
    let is_edge = |c: char| !c.is_alphanumeric();
    let words: Vec<&str> = text.value.split_whitespace().collect();
    let found = words.windows(2).find(|pair| {
        let word = pair[0].trim_start_matches(is_edge).to_lowercase();
        let number = pair[1].trim_matches(is_edge);
        OPTION_WORDS.contains(&&*word)
            && number.len() == 1
            && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    if let Some([word, number]) = found {
        let said = format!("{word} {}", number.trim_matches(is_edge));
        let message = format!("this text names an option by its number: `{said}`");
        report.add(Code::NumberedOption, report.find(&said, text.location), message);
    }
}
