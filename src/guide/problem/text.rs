//! Problems as text for people: the lines of the file, what is wrong, how to mend it.

use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Problem, Problems, Severity, char_floor};
use crate::guide::markup;

/// Showing more than this helps nobody; mending the first ones is quicker.
const MOST_SHOWN: usize = 50;

/// A line longer than this is shown in part, in bytes.
const LONGEST_LINE: usize = 400;

/// All problems with the lines they stand on, then how many there are.
/// The result ends with a line break unless there is no problem.
pub fn render(problems: &Problems, color: bool) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for problem in problems.list.iter().take(MOST_SHOWN) {
        out.push_str(&renderer.render(&[group(problems, problem)]));
        out.push_str("\n\n");
    }
    if let Some(more @ 1..) = problems.list.len().checked_sub(MOST_SHOWN) {
        let _ = writeln!(out, "... and {more} more; mend these first\n");
    }
    if !problems.list.is_empty() {
        let _ = writeln!(
            out,
            "{}: {}",
            markup::clean(&problems.file),
            count(problems)
        );
    }
    out
}

/// How many problems there are, in words: `2 errors, 1 warning`.
pub fn count(problems: &Problems) -> String {
    let words = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    match (problems.errors(), problems.warnings()) {
        (0, 0) => "no problems".to_owned(),
        (errors, 0) => words(errors, "error"),
        (0, warnings) => words(warnings, "warning"),
        (errors, warnings) => {
            format!("{}, {}", words(errors, "error"), words(warnings, "warning"))
        }
    }
}

fn group<'p>(problems: &'p Problems, problem: &'p Problem) -> Group<'p> {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let window = Window::around(&problems.text, problem);
    let title = level
        .primary_title(problem.message.as_str())
        .id(problem.code.word());
    let snippet = Snippet::source(window.text)
        .line_start(window.first_line)
        .path(markup::clean(&problems.file))
        .fold(false)
        .annotation(AnnotationKind::Primary.span(window.span));
    let mut group = title.element(snippet);
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// The line of a problem and the one before, safe to send to a terminal.
struct Window {
    text: String,
    first_line: usize,
    span: Range<usize>,
}

impl Window {
    fn around(text: &str, problem: &Problem) -> Self {
        let at = char_floor(text, problem.span.start);
        let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let before = text[..line_start].strip_suffix('\n');
        let before = before.map(|before| before.rsplit('\n').next().unwrap_or_default());
        let line_end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let end = char_floor(text, problem.span.end.clamp(at, line_end));
        let (mut shown, mut span) = part(
            &text[line_start..line_end],
            at - line_start..end - line_start,
        );
        let mut first_line = problem.line;
        if let Some(before) = before.filter(|line| line.len() <= LONGEST_LINE) {
            let before = clean(before.trim_end_matches('\r'));
            let by = before.len() + 1;
            shown = format!("{before}\n{shown}");
            span = span.start + by..span.end + by;
            first_line -= 1;
        }
        Self {
            text: shown,
            first_line,
            span,
        }
    }
}

/// A line short enough to show, and where the span is in it then.
fn part(line: &str, span: Range<usize>) -> (String, Range<usize>) {
    let line = line.trim_end_matches('\r');
    let start = span.start.min(line.len());
    let from = match line.len() {
        0..=LONGEST_LINE => 0,
        _ => char_floor(line, start.saturating_sub(LONGEST_LINE / 4)),
    };
    let to = char_floor(line, line.len().min(from + LONGEST_LINE));
    let head = clean(&line[from..start.clamp(from, to)]);
    let middle =
        clean(&line[start.clamp(from, to)..span.end.clamp(start, to.max(start)).min(line.len())]);
    let tail_from = span.end.clamp(start, to.max(start)).min(line.len());
    let tail = clean(&line[tail_from..to.max(tail_from)]);
    let marked = head.len()..head.len() + middle.len().max(1);
    let mut shown = format!("{head}{middle}{tail}");
    if shown.len() < marked.end {
        shown.push(' ');
    }
    (shown, marked)
}

fn clean(text: &str) -> String {
    markup::clean(text).into_owned()
}
