//! One line of text that is being typed, edited as a shell edits its line.

use tui_input::{Input, InputRequest};

use super::key::{KeyName, KeyPress};
use crate::diary::note_text;
use crate::text::is_unsafe;

/// A field for one line of text.
#[derive(Debug, Clone, Default)]
pub struct TextField {
    input: Input,
}

impl TextField {
    /// A field that holds this text, with the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()) }
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// What stands before the cursor, and what stands behind it.
    pub fn around_cursor(&self) -> (String, String) {
        let at = self.input.cursor();
        let before = self.text().chars().take(at).collect();
        (before, self.text().chars().skip(at).collect())
    }

    /// Puts a text in at the cursor; whatever would break the line becomes a blank.
    pub fn insert(&mut self, text: &str) {
        for c in text.chars() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if !is_unsafe(c) && self.text().chars().count() < note_text::MOST {
                self.input.handle(InputRequest::InsertChar(c));
            }
        }
    }

    /// Edits the line by this key; `false` where the key does not edit.
    pub fn edit(&mut self, key: KeyPress) -> bool {
        let request = match (key.code, key.ctrl) {
            (KeyName::Char('u'), true) => {
                let rest: String = self.text().chars().skip(self.input.cursor()).collect();
                self.input = Input::new(rest).with_cursor(0);
                return true;
            }
            (KeyName::Char('w'), true) => InputRequest::DeletePrevWord,
            (KeyName::Char('a'), true) | (KeyName::Home, _) => InputRequest::GoToStart,
            (KeyName::Char('e'), true) | (KeyName::End, _) => InputRequest::GoToEnd,
            (KeyName::Char('k'), true) => InputRequest::DeleteTillEnd,
            (KeyName::Left, true) => InputRequest::GoToPrevWord,
            (KeyName::Right, true) => InputRequest::GoToNextWord,
            (KeyName::Left, false) => InputRequest::GoToPrevChar,
            (KeyName::Right, false) => InputRequest::GoToNextChar,
            (KeyName::Backspace, _) => InputRequest::DeletePrevChar,
            (KeyName::Delete, _) => InputRequest::DeleteNextChar,
            (KeyName::Char(c), false) => {
                self.insert(c.encode_utf8(&mut [0; 4]));
                return true;
            }
            _ => return false,
        };
        self.input.handle(request);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[KeyPress]) -> TextField {
        let mut field = TextField::new("one two three");
        for key in keys {
            assert!(field.edit(*key), "{key}");
        }
        field
    }

    #[test]
    fn keys_edit_as_a_shell_does() {
        let left = KeyPress::plain(KeyName::Left);
        assert_eq!(typed(&[KeyPress::ctrl('w')]).text(), "one two ");
        assert_eq!(typed(&[left, left, KeyPress::ctrl('u')]).text(), "ee");
        let home = KeyPress::plain(KeyName::Home);
        let start = typed(&[home, KeyPress::char('x')]);
        assert_eq!(start.around_cursor(), ("x".to_owned(), "one two three".to_owned()));
        let end =
            typed(&[home, KeyPress::plain(KeyName::End), KeyPress::plain(KeyName::Backspace)]);
        assert_eq!(end.text(), "one two thre");
        assert!(!TextField::default().edit(KeyPress::plain(KeyName::Tab)));
    }

    #[test]
    fn what_is_put_in_stays_one_line() {
        let mut field = TextField::default();
        field.insert("a\nb\tc\u{1b}[1m\u{202e}");
        assert_eq!(field.text(), "a b c[1m");
    }
}
