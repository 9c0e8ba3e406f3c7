//! The small Markdown of guide texts, turned into plain typed blocks: paragraphs
//! and list items made of styled spans.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::text::clean;

/// Stands in a guide text where the number to call belongs.
pub(crate) const EMERGENCY_MARK: &str = "{emergency}";

/// How far a list within a list is indented.
const INDENT: usize = 2;

/// A paragraph or an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What stands before an item: its indentation and `- ` or `1. `. Empty before a paragraph.
    pub lead: String,
    /// What it says.
    pub spans: Vec<Span>,
}

/// A run of text in one style. May contain line breaks that the author asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    /// The words, without control characters other than a line break.
    pub text: String,
    /// Stands out strongly.
    pub strong: bool,
    /// Stands out a little.
    pub emphasis: bool,
    /// The target as the author wrote it: usually the name of a node.
    pub link: Option<String>,
}

impl Span {
    fn same_style(&self, other: &Self) -> bool {
        (self.strong, self.emphasis, &self.link) == (other.strong, other.emphasis, &other.link)
    }
}

/// Reads a text.
/// Other Markdown is shown as its words.
pub fn parse(text: &str) -> Vec<Block> {
    let mut reader = MarkupReader::default();
    for event in Parser::new_ext(text, Options::empty()) {
        reader.read(event);
    }
    reader.end_block();
    reader.blocks
}

/// The links of a text: each target as written, with the bytes of `text` the link covers.
pub(crate) fn links(text: &str) -> Vec<(String, Range<usize>)> {
    Parser::new_ext(text, Options::empty())
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some((dest_url.into_string(), range)),
            _ => None,
        })
        .collect()
}

#[derive(Default)]
struct MarkupReader {
    blocks: Vec<Block>,
    spans: Vec<Span>,
    /// The style of what comes next, without text.
    style: Span,
    lists: Vec<Option<u64>>,
    /// The mark of the innermost open item, until its first block has used it.
    mark: Option<String>,
}

impl MarkupReader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text(&text);
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\n"),
            Event::Start(Tag::Strong) => self.style.strong = true,
            Event::End(TagEnd::Strong) => self.style.strong = false,
            Event::Start(Tag::Emphasis) => self.style.emphasis = true,
            Event::End(TagEnd::Emphasis) => self.style.emphasis = false,
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.style.link = Some(clean(&dest_url).into_owned());
            }
            Event::End(TagEnd::Link) => self.style.link = None,
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            Event::Start(Tag::List(first)) => {
                self.end_block();
                self.lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                self.end_block();
                self.lists.pop();
            }
            Event::Start(Tag::Item) => {
                self.end_block();
                self.mark = Some(self.next_mark());
            }
            _ => self.end_block(),
        }
    }

    fn next_mark(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            _ => "- ".to_owned(),
        }
    }

    fn text(&mut self, text: &str) {
        let span = Span { text: clean(text).into_owned(), ..self.style.clone() };
        match self.spans.last_mut() {
            Some(last) if last.same_style(&span) => last.text.push_str(&span.text),
            _ => self.spans.push(span),
        }
    }

    fn end_block(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        if spans.iter().all(|span| span.text.trim().is_empty()) {
            return;
        }
        let depth = self.lists.len().saturating_sub(1);
        let indent = " ".repeat(INDENT * depth);
        let lead = match self.lists.len() {
            0 => String::new(),
            _ => indent + self.mark.take().as_deref().unwrap_or("  "),
        };
        self.blocks.push(Block { lead, spans });
    }
}

/// The words of a text in small Markdown, without its marks.
pub(crate) fn plain(text: &str) -> String {
    let words = |block: &Block| block.spans.iter().map(|span| span.text.as_str()).collect();
    sentences(parse(text).iter().map(words))
}

/// All parts in one line, with a full stop after each that has no end mark.
pub(crate) fn sentences(parts: impl Iterator<Item = String>) -> String {
    let mut line = String::new();
    for part in parts {
        for (index, word) in part.split_whitespace().enumerate() {
            if index == 0 && !line.is_empty() && !line.ends_with(['.', '?', '!', ':', ',', ';']) {
                line.push('.');
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(block: &Block) -> String {
        block.spans.iter().map(|span| span.text.as_str()).collect()
    }

    #[test]
    fn paragraphs_keep_their_words_and_styles() {
        let blocks = parse("One *soft* and **loud**\nline.\n\nTwo.");
        assert_eq!(blocks.len(), 2);
        assert_eq!(plain(&blocks[0]), "One soft and loud line.");
        assert!(blocks[0].spans[1].emphasis && !blocks[0].spans[1].strong);
        assert!(blocks[0].spans[3].strong && !blocks[0].spans[3].emphasis);
    }

    #[test]
    fn a_link_names_its_target() {
        let blocks = parse("See [night cramps](night-cramp) first.");
        let link = &blocks[0].spans[1];
        assert_eq!(link.text, "night cramps");
        assert_eq!(link.link.as_deref(), Some("night-cramp"));
        assert_eq!(blocks[0].spans[2].link, None);
    }

    #[test]
    fn the_links_of_a_text_are_found_where_they_stand() {
        let text = "See [a](one) and **[b](two)**.";
        let found = links(text);
        assert_eq!(found.len(), 2);
        assert_eq!(&text[found[0].1.clone()], "[a](one)");
        assert_eq!(found[1].0, "two");
    }

    #[test]
    fn list_items_know_their_depth_and_number() {
        let blocks = parse("- a\n- b\n  1. c\n  2. d\n- e\n");
        let shape: Vec<_> =
            blocks.iter().map(|block| format!("{}{}", block.lead, plain(block))).collect();
        assert_eq!(shape, ["- a", "- b", "  1. c", "  2. d", "- e"]);
    }

    #[test]
    fn a_second_paragraph_of_an_item_has_no_mark() {
        assert_eq!(parse("- a\n\n  b\n")[1].lead, "  ");
    }

    #[test]
    fn no_character_that_steers_a_terminal_is_left() {
        let text = "a\u{1b}[31mb &#27; c\u{202e}d \u{9b}1m\te\u{7}";
        for block in parse(text) {
            assert!(!plain(&block).contains(crate::text::is_unsafe), "{block:?}");
        }
    }

    #[test]
    fn what_is_not_small_markdown_still_shows_its_words() {
        let text = "# Head\n\n> quote\n\n`code` <b>html</b> ![alt](x.png)\n\n    block\n";
        let all: String = parse(text).iter().map(plain).collect();
        for word in ["Head", "quote", "code", "html", "alt", "block"] {
            assert!(all.contains(word), "{word} in {all}");
        }
    }
}
