//! Problems as text for people: the lines of the file, what is wrong, how to mend it.

use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Problem, Problems, Severity, char_floor};
use crate::text::clean;
use crate::text::messages::amounts::counted;

/// The most problems shown, because the first ones are best mended first.
const MOST_SHOWN: usize = 50;

/// A line longer than this is shown in part, in bytes.
const LONGEST_LINE: usize = 400;

/// All problems with the lines they stand on, then how many there are.
/// The result ends with a line break unless there is no problem.
pub fn render(problems: &Problems, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for problem in problems.list.iter().take(MOST_SHOWN) {
        out.push_str(&renderer.render(&[group(problems, problem)]));
        out.push_str("\n\n");
    }
    if let Some(more @ 1..) = problems.list.len().checked_sub(MOST_SHOWN) {
        let _ = writeln!(out, "and {more} more; fix these first\n");
    }
    if !problems.list.is_empty() {
        let _ = writeln!(out, "{}: {}", clean(&problems.file), count(problems));
    }
    out
}

/// How many problems there are, in words: `2 errors, 1 warning`.
pub fn count(problems: &Problems) -> String {
    let errors = counted(problems.errors(), "error", "errors");
    let warnings = counted(problems.warnings(), "warning", "warnings");
    match (problems.errors(), problems.warnings()) {
        (0, 0) => "no problems".to_owned(),
        (_, 0) => errors,
        (0, _) => warnings,
        _ => format!("{errors}, {warnings}"),
    }
}

fn group<'p>(problems: &'p Problems, problem: &'p Problem) -> Group<'p> {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let window = SourceWindow::around(&problems.text, problem);
    let title = level.primary_title(problem.message.as_str()).id(problem.code.word());
    let snippet = Snippet::source(window.text)
        .line_start(window.first_line)
        .path(clean(&problems.file))
        .fold(false)
        .annotation(AnnotationKind::Primary.span(window.span));
    let mut group = title.element(snippet);
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// The line of a problem and the one before, safe to send to a terminal.
struct SourceWindow {
    text: String,
    first_line: usize,
    span: Range<usize>,
}

impl SourceWindow {
    fn around(text: &str, problem: &Problem) -> Self {
        let at = char_floor(text, problem.span.start);
        let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let before = text[..line_start].strip_suffix('\n');
        let before = before.map(|before| before.rsplit('\n').next().unwrap_or_default());
        let line_end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let end = char_floor(text, problem.span.end.clamp(at, line_end));
        let (mut shown, mut span) =
            part(&text[line_start..line_end], at - line_start..end - line_start);
        let mut first_line = problem.line;
        if let Some(before) = before.filter(|line| line.len() <= LONGEST_LINE) {
            let before = clean(before.trim_end_matches('\r'));
            let by = before.len() + 1;
            shown = format!("{before}\n{shown}");
            span = span.start + by..span.end + by;
            first_line -= 1;
        }
        Self { text: shown, first_line, span }
    }
}

/// A line short enough to show, and where the span is in it: at least one
/// character long, and on character borders after cleaning.
fn part(line: &str, span: Range<usize>) -> (String, Range<usize>) {
    let line = line.trim_end_matches('\r');
    let from = match line.len() {
        0..=LONGEST_LINE => 0,
        _ => char_floor(line, span.start.saturating_sub(LONGEST_LINE / 4)),
    };
    let to = char_floor(line, from + LONGEST_LINE);
    let start = char_floor(line, span.start.clamp(from, to));
    let first = line[start..to].chars().next().map_or(0, char::len_utf8);
    let end = char_floor(line, span.end).clamp(start + first, to);
    let (head, mut marked) = (clean(&line[from..start]), clean(&line[start..end]));
    if marked.is_empty() {
        marked = " ".into();
    }
    let span = head.len()..head.len() + marked.len();
    (format!("{head}{marked}{}", clean(&line[end..to])), span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::problem::Code;

    fn problems(text: &str, span: Range<usize>) -> Problems {
        let line = text[..span.start].matches('\n').count() + 1;
        let problem = Problem {
            code: Code::BadId,
            severity: Severity::Error,
            line,
            column: 1,
            span,
            message: "it is wrong".to_owned(),
            help: Some("mend it".to_owned()),
        };
        Problems { file: "guide.yaml".to_owned(), text: text.into(), list: vec![problem] }
    }

    #[test]
    fn a_problem_shows_its_line_the_one_before_and_what_helps() {
        let expected = "\
error[bad-id]: it is wrong
 --> guide.yaml:3:5
  |
2 | two
3 | lin three
  |     ^^^^^
  |
  = help: mend it

guide.yaml: 1 error
";
        assert_eq!(render(&problems("one\ntwo\nlin three\n", 12..17), false), expected);
    }

    #[test]
    fn no_place_in_any_text_breaks_the_rendering() {
        let long = "x".repeat(1000) + "ä\n";
        for text in ["", "\n", "ä\u{fffd}ß", "a\r\nb\r\n", "\tä\u{202e}\n\n", &long] {
            for start in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                for end in [start, start + 1, start + 2, text.len() + 9] {
                    let out = render(&problems(text, start..end), false);
                    assert!(out.contains("help: mend it"), "{out}");
                    assert!(!out.contains('\u{202e}'), "{out}");
                }
            }
        }
    }

    #[test]
    fn only_the_first_fifty_are_shown_and_the_rest_counted() {
        let mut many = problems("one\n", 0..1);
        many.list = vec![many.list[0].clone(); 60];
        let out = render(&many, false);
        assert_eq!(out.matches("it is wrong").count(), 50);
        assert!(out.ends_with("and 10 more; fix these first\n\nguide.yaml: 60 errors\n"), "{out}");
    }
}
