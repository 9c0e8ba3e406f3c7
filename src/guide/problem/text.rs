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
    let errors = problems.errors();
    let warnings = problems.list.len() - errors;
    let counts = [(errors, "error", "errors"), (warnings, "warning", "warnings")];
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    let counts: Vec<_> = counts.map(|(count, one, more)| counted(count, one, more)).collect();
    if !counts.is_empty() {
        let _ = writeln!(out, "{}: {}", problems.file, counts.join(", "));
    }
    out
}

fn group<'p>(problems: &'p Problems, problem: &'p Problem) -> Group<'p> {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(problem.message.as_str()).id(problem.code.word());
    let (shown, span, first_line) = window(&problems.text, problem);
    let snippet = Snippet::source(shown)
        .line_start(first_line)
        .path(&problems.file)
        .fold(false)
        .annotation(AnnotationKind::Primary.span(span));
    let mut group = title.element(snippet);
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// The line of a problem and the one before, safe to send to a terminal; where the problem stands
/// in them; the number of the first of them.
fn window(text: &str, problem: &Problem) -> (String, Range<usize>, usize) {
    let at = char_floor(text, problem.span.start);
    let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line_end = line_start + text[line_start..].lines().next().map_or(0, str::len);
    let at = at.min(line_end);
    // Of a very long line only the part around the problem is shown.
    let from = match line_end - line_start {
        0..=LONGEST_LINE => line_start,
        _ => char_floor(text, at.saturating_sub(LONGEST_LINE / 4)).max(line_start),
    };
    let to = char_floor(text, from + LONGEST_LINE).min(line_end);
    let first = text[at..to].chars().next().map_or(0, char::len_utf8);
    let end = char_floor(text, problem.span.end).clamp(at + first, to);
    let before = text[..line_start].lines().next_back();
    let before = before.filter(|line| line.len() <= LONGEST_LINE);
    let mut shown = before.map_or_else(String::new, |line| format!("{}\n", clean(line)));
    shown.push_str(&clean(&text[from..at]));
    let start = shown.len();
    let marked = if at == end { " " } else { &text[at..end] };
    shown.push_str(&clean(marked));
    let span = start..shown.len();
    shown.push_str(&clean(&text[end..to]));
    (shown, span, problem.line - usize::from(before.is_some()))
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
