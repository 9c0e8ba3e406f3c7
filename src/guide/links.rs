//! Renames or removes the links of a page's text: `[words](node-id)`.

use super::markup;

/// Renames the targets of the inline links; a link without a new name becomes its words.
pub fn map(text: &str, rename: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (to, range) in markup::links(text) {
        let source = &text[range.clone()];
        let Some(split) = source.rfind("](") else {
            continue;
        };
        out.push_str(&text[done..range.start]);
        match rename(&to) {
            Some(name) => {
                out.push_str(&source[..split]);
                out.push_str("](");
                out.push_str(&name);
                out.push(')');
            }
            None => out.push_str(source[..split].trim_start_matches(['!', '['])),
        }
        done = range.end;
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renamed_link_keeps_its_words() {
        let map = map("x [a *b*](one) y [c](two) z", |id| (id == "one").then(|| "uno".to_owned()));
        assert_eq!(map, "x [a *b*](uno) y c z");
    }
}
