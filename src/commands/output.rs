//! What commands write: text and JSON on stdout, messages on stderr.

use std::io::{self, BufWriter, Write};

use super::{Exit, Out, Outcome};
use crate::app::page::{GUTTER, Goal, Page, Role};
use crate::guide::Guide;
use crate::guide::trail::Step;
use crate::runtime;
use crate::text::clean;
use crate::text::wrap::{cells, wrap_plain};

/// The most cells that a printed line takes.
pub(super) const WIDTH: usize = 72;

/// The fewest cells of a line, however narrow the window is.
const NARROWEST: usize = 20;

/// Cells of a line of the diary.
const DIARY_WIDTH: usize = 79;

/// The cells of a printed line: fewer in a narrow window.
pub(super) fn width() -> usize {
    let window = runtime::columns(io::stdout()).filter(|columns| *columns > 0);
    window.map_or(WIDTH, |columns| columns.clamp(NARROWEST, WIDTH))
}

/// Writes a message to stderr. Never fails: there is nobody left to tell.
pub(super) fn print_message(message: &str) {
    // One write, so that two programs on one terminal do not mix their lines.
    // It may quote a file or an argument, so it is made safe like everything else.
    let message = format!("uncramp: {}\n", clean(message));
    let _ = io::stderr().write_all(message.as_bytes());
}

/// Lets a command write to stdout, and makes sure that it all got there.
pub(super) fn print(write: impl FnOnce(&mut Out) -> Outcome) -> Outcome {
    let mut out = BufWriter::new(io::stdout().lock());
    let exit = write(&mut out)?;
    out.flush()?;
    Ok(exit)
}

/// Writes a text that ends with a line feed.
pub(super) fn print_text(text: &str, out: &mut Out) -> Outcome {
    out.write_all(text.as_bytes())?;
    Ok(Exit::Done)
}

/// Writes a JSON document.
pub(super) fn print_json(document: &impl serde::Serialize, out: &mut Out) -> Outcome {
    serde_json::to_writer_pretty(&mut *out, document).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(Exit::Done)
}

/// Writes paragraphs; an empty one is an empty line.
pub(super) fn print_paragraphs(paragraphs: &[String], out: &mut Out) -> Outcome {
    for paragraph in paragraphs {
        writeln!(out, "{}", wrap_plain(paragraph, DIARY_WIDTH).join("\n"))?;
    }
    Ok(Exit::Done)
}

/// Writes a page. No number can be typed there, so links have their id beside them and a routine
/// its command; the answers of a question keep their numbers for `answer`.
pub(super) fn print_page(guide: &Guide, mut page: Page, out: &mut Out) -> Outcome {
    let width = width();
    for choice in page.choices_mut() {
        let name = match &choice.goal {
            Goal::Step(Step::Link(id)) => format!("({})", guide.name(*id)),
            Goal::Routine(id) => format!("(`uncramp stretch {id}`)"),
            _ => continue,
        };
        choice.key = choice.key.map(|_| '-');
        let label = choice.label.iter().map(|(text, _)| cells(text)).sum::<usize>();
        let gutter = if choice.key.is_some() { GUTTER + 3 } else { GUTTER };
        if gutter + label + 1 + cells(&name) <= width {
            choice.label.push((format!(" {name}"), Role::Strong));
        } else {
            choice.hint = Some(name);
        }
    }
    print_text(&page.text(width), out)
}
