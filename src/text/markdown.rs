//! Words as Markdown, none of whose characters is a mark in it.

/// Text in which Markdown sees no marks, also in a table.
pub(crate) fn escaped(text: &str) -> String {
    let escape = |c: char| "\\`*_{}[]<>&#|!~".contains(c).then_some('\\').into_iter().chain([c]);
    text.chars().flat_map(escape).collect()
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser};

    use super::*;

    #[test]
    fn whatever_is_escaped_is_read_as_it_was_written() {
        let marks = ('!'..='~').filter(char::is_ascii_punctuation);
        let text = format!("a {} &lt; <b> *c* ~~d~~", marks.collect::<String>());
        let markdown = escaped(&text);
        let words = Parser::new(&markdown).map(|event| match event {
            Event::Text(words) => words.into_string(),
            _ => String::new(),
        });
        assert_eq!(words.collect::<String>(), text);
    }
}
