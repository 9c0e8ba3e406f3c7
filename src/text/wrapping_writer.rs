//! Lines that are longer than the window are broken between words, not inside one.

use std::io::{self, Write};

use crate::text::wrap::{cells, wrap_plain};

/// Passes lines on, none wider than the window.
#[derive(Debug)]
pub(crate) struct WrappingWriter<W: Write> {
    out: W,
    /// Cells of the window; `None` where there is none and lines stay as they are.
    width: Option<usize>,
    /// The line that has not ended yet.
    line: Vec<u8>,
}

impl<W: Write> WrappingWriter<W> {
    /// Breaks lines at this many cells, if any are known.
    pub(crate) fn new(out: W, width: Option<usize>) -> Self {
        Self { out, width: width.filter(|width| *width > 0), line: Vec::new() }
    }

    fn end_line(&mut self) -> io::Result<()> {
        let line = std::mem::take(&mut self.line);
        match (std::str::from_utf8(&line), self.width) {
            (Ok(text), Some(width)) if cells(text) > width => {
                self.out.write_all(broken(text, width).as_bytes())
            }
            _ => self.out.write_all(&line),
        }
    }
}

/// The line over several rows, each as far in as its words were at first.
fn broken(line: &str, width: usize) -> String {
    let words = line.trim_start();
    let indent = line.len() - words.len();
    // The words after a number or a dash hang beside it.
    let sign = words.find(' ').filter(|at| *at < 4).map_or(0, |at| {
        let rest = words[at..].trim_start();
        if words[..at].contains(char::is_alphabetic) { 0 } else { words.len() - rest.len() }
    });
    let hang = if indent + sign < width / 2 { indent + sign } else { 0 };
    let (first, words) = line.split_at(indent + sign);
    let rows = wrap_plain(words, width.saturating_sub(hang));
    let gap = format!("\n{}", " ".repeat(hang));
    // A question keeps the space before what is typed.
    let end = if words.ends_with(' ') { " " } else { "" };
    format!("{first}{}{end}", rows.join(&gap))
}

impl<W: Write> Write for WrappingWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            match part.strip_suffix(b"\n") {
                Some(part) => {
                    self.line.extend_from_slice(part);
                    self.end_line()?;
                    self.out.write_all(b"\n")?;
                }
                None => self.line.extend_from_slice(part),
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.end_line()?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(text: &str, width: Option<usize>) -> String {
        let mut out = Vec::new();
        let mut writer = WrappingWriter::new(&mut out, width);
        // In pieces, as they come.
        for piece in text.as_bytes().chunks(3) {
            writer.write_all(piece).unwrap();
        }
        writer.flush().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_long_line_is_broken_between_words_and_hangs_below_its_own() {
        assert_eq!(
            through("  7  New weakness, lost feeling\n> ", Some(20)),
            "  7  New weakness,\n     lost feeling\n> "
        );
        assert_eq!(
            through("Hold, left leg, 10 seconds.\n", Some(15)),
            "Hold, left leg,\n10 seconds.\n"
        );
    }

    #[test]
    fn an_answer_keeps_its_distance_from_a_question_that_is_broken() {
        assert_eq!(
            through("How much did it hurt, 0 to 10? ", Some(20)),
            "How much did it\nhurt, 0 to 10? "
        );
    }

    #[test]
    fn without_a_window_and_where_there_is_room_lines_stay_as_they_are() {
        let text = "  7  New weakness,  lost feeling\n\n> ";
        assert_eq!(through(text, None), text);
        assert_eq!(through(text, Some(0)), text);
        assert_eq!(through(text, Some(40)), text);
    }
}
