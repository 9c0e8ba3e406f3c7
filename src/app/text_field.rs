//! One line of text that is being typed, edited as a shell edits its line.

use tui_input::{Input, InputRequest};

use super::key::{Code, Key};

/// The most characters a field takes.
const LONGEST: usize = 500;

/// A field for one line of text.
#[derive(Debug, Clone, Default)]
pub struct TextField {
    input: Input,
}

impl PartialEq for TextField {
    fn eq(&self, other: &Self) -> bool {
        (self.text(), self.cursor()) == (other.text(), other.cursor())
    }
}

impl TextField {
    /// A field that holds this text, with the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self {
            input: Input::new(text.to_owned()),
        }
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

    /// Cells before the cursor.
    pub fn cursor(&self) -> usize {
        self.input.visual_cursor()
    }

    /// Puts a text in at the cursor; whatever would break the line becomes a blank.
    pub fn insert(&mut self, text: &str) {
        for c in text.chars() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if !c.is_control() && self.text().chars().count() < LONGEST {
                self.input.handle(InputRequest::InsertChar(c));
            }
        }
    }

    /// Edits the line by this key; `false` where the key does not edit.
    pub fn edit(&mut self, key: Key) -> bool {
        let request = match (key.code, key.ctrl) {
            (Code::Char('u'), true) => {
                self.delete_before_cursor();
                return true;
            }
            (Code::Char('w'), true) => InputRequest::DeletePrevWord,
            (Code::Char('a'), true) | (Code::Home, _) => InputRequest::GoToStart,
            (Code::Char('e'), true) | (Code::End, _) => InputRequest::GoToEnd,
            (Code::Char('k'), true) => InputRequest::DeleteTillEnd,
            (Code::Left, true) => InputRequest::GoToPrevWord,
            (Code::Right, true) => InputRequest::GoToNextWord,
            (Code::Left, false) => InputRequest::GoToPrevChar,
            (Code::Right, false) => InputRequest::GoToNextChar,
            (Code::Backspace, _) => InputRequest::DeletePrevChar,
            (Code::Delete, _) => InputRequest::DeleteNextChar,
            (Code::Char(c), false) => {
                self.insert(c.encode_utf8(&mut [0; 4]));
                return true;
            }
            _ => return false,
        };
        self.input.handle(request);
        true
    }

    fn delete_before_cursor(&mut self) {
        let rest: String = self.text().chars().skip(self.input.cursor()).collect();
        self.input = Input::new(rest).with_cursor(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[Key]) -> TextField {
        let mut field = TextField::new("one two three");
        for key in keys {
            assert!(field.edit(*key), "{key}");
        }
        field
    }

    #[test]
    fn keys_edit_as_a_shell_does() {
        let left = Key::plain(Code::Left);
        assert_eq!(typed(&[Key::ctrl('w')]).text(), "one two ");
        assert_eq!(typed(&[left, left, Key::ctrl('u')]).text(), "ee");
        let home = Key::plain(Code::Home);
        let start = typed(&[home, Key::char('x')]);
        assert_eq!((start.text(), start.cursor()), ("xone two three", 1));
        let end = typed(&[home, Key::plain(Code::End), Key::plain(Code::Backspace)]);
        assert_eq!(end.text(), "one two thre");
        assert!(!TextField::default().edit(Key::plain(Code::Tab)));
    }

    #[test]
    fn what_is_put_in_stays_one_line() {
        let mut field = TextField::default();
        field.insert("a\nb\tc\u{1b}[1m");
        assert_eq!(field.text(), "a b c[1m");
    }
}
