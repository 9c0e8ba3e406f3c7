//! Finds the links of a page's text: `[words](node-id)`.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

/// One link in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it points to, as written: a node id, or an address.
    pub to: String,
    /// Bytes of the whole link in the text.
    pub range: Range<usize>,
}

/// All links of a text, in order. Images count as links.
pub fn find(text: &str) -> Vec<Link> {
    // Nearly every page has no link at all; parsing those would be wasted.
    if !text.contains('[') && !text.contains('<') {
        return Vec::new();
    }
    Parser::new(text)
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(Link {
                to: dest_url.into_string(),
                range,
            }),
            _ => None,
        })
        .collect()
}

/// Renames the targets of the inline links; a link without a new name becomes its words.
pub fn map(text: &str, rename: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for link in find(text) {
        let source = &text[link.range.clone()];
        let Some(split) = source.rfind("](") else {
            continue;
        };
        out.push_str(&text[done..link.range.start]);
        match rename(&link.to) {
            Some(name) => {
                out.push_str(&source[..split]);
                out.push_str("](");
                out.push_str(&name);
                out.push(')');
            }
            None => out.push_str(source[..split].trim_start_matches(['!', '['])),
        }
        done = link.range.end;
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_with_their_place_but_not_inside_code() {
        let text = "See [one](a-b), `[no](c)` and **[two](d)**.";
        let found: Vec<_> = find(text)
            .into_iter()
            .map(|link| (link.to, &text[link.range]))
            .collect();
        assert_eq!(
            found,
            [
                ("a-b".to_owned(), "[one](a-b)"),
                ("d".to_owned(), "[two](d)")
            ]
        );
    }

    #[test]
    fn a_renamed_link_keeps_its_words() {
        let map = map("x [a *b*](one) y [c](two) z", |id| {
            (id == "one").then(|| "uno".to_owned())
        });
        assert_eq!(map, "x [a *b*](uno) y c z");
    }
}
