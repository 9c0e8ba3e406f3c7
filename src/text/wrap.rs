//! Wraps styled text to a width counted in terminal cells, without losing a word.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// One line: runs of text, each with the style it came with.
pub(crate) type Line<S> = Vec<(String, S)>;

/// Wraps runs of text to `width` cells (at least 1). A word that is wider than
/// the line is broken between graphemes; a line break in the text breaks the
/// line; other white space is squeezed to one space and dropped at line ends.
/// A no-break space keeps its words together. No text gives no line.
pub(crate) fn wrap<'a, S, I>(runs: I, width: usize) -> Vec<Line<S>>
where
    S: Clone + PartialEq,
    I: IntoIterator<Item = (&'a str, S)>,
{
    let mut wrapper = Wrapper {
        width: width.max(1),
        lines: Vec::new(),
        line: Vec::new(),
        line_width: 0,
        word: Vec::new(),
        word_width: 0,
        space: None,
    };
    for (text, style) in runs {
        wrapper.add(text, &style);
    }
    wrapper.end_word();
    if !wrapper.line.is_empty() {
        wrapper.end_line();
    }
    wrapper.lines
}

/// Wraps text that has no style.
pub(crate) fn wrap_plain(text: &str, width: usize) -> Vec<String> {
    wrap([(text, ())], width)
        .into_iter()
        .map(|line| line.into_iter().map(|(text, ())| text).collect())
        .collect()
}

/// Whether every byte is a letter of one cell, as in most texts, so that no width is looked up.
pub(crate) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Width of a text in terminal cells.
pub(crate) fn cells(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The longest beginning of a text that fits into `width` cells.
pub(crate) fn fit(text: &str, width: usize) -> &str {
    if is_plain(text) {
        return text.get(..width).unwrap_or(text);
    }
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > width {
            return &text[..at];
        }
    }
    text
}

struct Wrapper<'a, S> {
    width: usize,
    lines: Vec<Line<S>>,
    line: Line<S>,
    line_width: usize,
    /// The word being read.
    word: Vec<(&'a str, S)>,
    word_width: usize,
    /// The style of the white space between the line and the word.
    space: Option<S>,
}

impl<'a, S: Clone + PartialEq> Wrapper<'a, S> {
    fn add(&mut self, text: &'a str, style: &S) {
        for part in text.split_inclusive(is_space) {
            let word = part.trim_end_matches(is_space);
            if !word.is_empty() {
                self.add_word(word, style);
            }
            if word.len() < part.len() {
                self.end_word();
                self.space.get_or_insert_with(|| style.clone());
            }
            if part.ends_with('\n') {
                self.end_line();
            }
        }
    }

    fn add_word(&mut self, word: &'a str, style: &S) {
        let width = cells(word);
        if self.word_width + width <= self.width {
            self.word.push((word, style.clone()));
            self.word_width += width;
            return;
        }
        for grapheme in word.graphemes(true) {
            let width = grapheme.width();
            if self.word_width + width > self.width {
                // A word that is wider than any line is broken.
                self.end_word();
                self.space = None;
            }
            self.word.push((grapheme, style.clone()));
            self.word_width += width;
        }
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let space = self.space.take().filter(|_| !self.line.is_empty());
        let gap = usize::from(space.is_some());
        if self.line_width + gap + self.word_width > self.width {
            if !self.line.is_empty() {
                self.end_line();
            }
        } else if let Some(style) = space {
            push(&mut self.line, " ", &style);
            self.line_width += 1;
        }
        for (text, style) in self.word.drain(..) {
            push(&mut self.line, text, &style);
        }
        self.line_width += std::mem::take(&mut self.word_width);
    }

    fn end_line(&mut self) {
        self.lines.push(std::mem::take(&mut self.line));
        self.line_width = 0;
        self.space = None;
    }
}

fn push<S: Clone + PartialEq>(line: &mut Line<S>, text: &str, style: &S) {
    match line.last_mut() {
        _ if text.is_empty() => {}
        Some((last, last_style)) if last_style == style => last.push_str(text),
        _ => line.push((text.to_owned(), style.clone())),
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn letters(text: &str) -> String {
        text.replace(is_space, "")
    }

    #[test]
    fn words_move_to_the_next_line_whole() {
        assert_eq!(
            wrap_plain("pull the toes  toward\tyour shin", 10),
            ["pull the", "toes", "toward", "your shin"]
        );
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken() {
        assert_eq!(wrap_plain("an abcdefgh z", 3), ["an", "abc", "def", "gh", "z"]);
    }

    #[test]
    fn a_line_break_in_the_text_is_kept() {
        assert_eq!(wrap_plain("a b\nc", 20), ["a b", "c"]);
        assert_eq!(wrap_plain("a\n\nc", 20), ["a", "", "c"]);
    }

    #[test]
    fn a_word_in_two_styles_stays_one_word() {
        let lines = wrap([("see ", 0), ("calf", 1), (", then", 0)], 9);
        assert_eq!(
            lines,
            [
                vec![("see ".into(), 0), ("calf".into(), 1), (",".into(), 0)],
                vec![("then".into(), 0)]
            ]
        );
    }

    #[test]
    fn wide_characters_count_as_two_cells() {
        assert_eq!(wrap_plain("日本語", 4), ["日本", "語"]);
        assert_eq!(cells("日本"), 4);
        assert_eq!(fit("日本", 3), "日");
    }

    #[test]
    fn a_no_break_space_keeps_words_together() {
        assert_eq!(wrap_plain("hold 10\u{a0}s now", 8), ["hold", "10\u{a0}s now"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_word_is_lost(text in "[a-z日é \u{301}\n-]{0,80}", width in 0_usize..30) {
            let lines = wrap_plain(&text, width);
            for line in &lines {
                // A character two cells wide cannot be made to fit into one.
                prop_assert!(cells(line) <= width.max(2), "{line:?}");
                prop_assert!(!line.ends_with(' '));
            }
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }

        #[test]
        fn a_plain_text_is_wrapped_as_it_is_letter_by_letter(text in "[a-c ]{0,60}", width in 1_usize..12) {
            let letters = text.graphemes(true).map(|letter| (letter, ()));
            let slow: Vec<String> = wrap(letters, width)
                .into_iter()
                .map(|line| line.into_iter().map(|(text, ())| text).collect())
                .collect();
            prop_assert_eq!(wrap_plain(&text, width), slow);
        }

        #[test]
        fn styles_change_nothing_about_the_lines(parts in prop::collection::vec("[a-c ]{0,8}", 0..6), width in 1_usize..12) {
            let styled = wrap(parts.iter().enumerate().map(|(style, text)| (text.as_str(), style)), width);
            let joined: Vec<String> = styled
                .into_iter()
                .map(|line| line.into_iter().map(|(text, _)| text).collect())
                .collect();
            prop_assert_eq!(joined, wrap_plain(&parts.concat(), width));
        }
    }
}
