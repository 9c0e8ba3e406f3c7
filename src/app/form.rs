//! The form over a page that says more about one cramp of the diary.

use super::key::{KeyName, KeyPress};
use super::keymap::Movement;
use super::text_field::TextField;
use crate::diary::entry::{Cramp, EntryId, Scale};
use crate::diary::field::{Field, FieldKind};
use crate::guide::trail::PagePlace;
use crate::stretch::Leg;
use crate::text::clean;

/// The name of when the cramp began.
pub(crate) const BEGAN: &str = "when";

/// A form with the details of one cramp.
#[derive(Debug, Clone)]
pub struct Form {
    /// The number of the cramp's entry.
    pub entry: EntryId,
    /// Which cramp it is, in a line.
    pub title: String,
    /// The fields, top to bottom.
    pub fields: Vec<FormField>,
    /// The field that is being filled in.
    pub selected: usize,
    /// Whether it closes as soon as every field is saved.
    pub(crate) closes: bool,
}

/// One field of a form.
#[derive(Debug, Clone)]
pub struct FormField {
    /// The detail that it is about; `None` where it is when the cramp began.
    pub detail: Option<&'static Field>,
    /// What is asked about it.
    pub question: &'static str,
    /// What is typed in it.
    pub input: TextField,
    /// Why that cannot be saved.
    pub error: Option<String>,
    /// What is saved of it.
    saved: String,
    /// What the diary was asked to save and has not replied to yet.
    sent: Option<String>,
}

impl Form {
    /// The form of this cramp, at the first field that says nothing yet.
    pub fn new(entry: EntryId, cramp: &Cramp) -> Self {
        // A time that can be typed again as it stands.
        let began = format!("{} {}", cramp.began.local().date(), cramp.began.time());
        let mut fields = vec![FormField::new(None, "When did it begin?", began)];
        fields.extend(Field::all_asked().map(|(field, asked)| {
            let typed = field.typed(cramp).unwrap_or_default();
            FormField::new(Some(field), asked.question, typed)
        }));
        let empty = fields.iter().position(|field| field.saved.is_empty());
        Self {
            entry,
            title: format!("The cramp of {}", cramp.began.date_and_time(None)),
            selected: empty.unwrap_or(0),
            fields,
            closes: false,
        }
    }

    /// The field that is being filled in.
    pub fn field(&self) -> Option<&FormField> {
        self.fields.get(self.selected)
    }

    /// The field that is being filled in, to change it.
    pub fn field_mut(&mut self) -> Option<&mut FormField> {
        self.fields.get_mut(self.selected)
    }

    /// The selected field as the place on its page.
    pub(crate) fn place(&self) -> PagePlace {
        PagePlace { cursor: Some(self.selected), scroll: 0 }
    }

    /// Whether the field holds what cannot be saved and must be corrected first.
    pub(crate) fn is_refused(&self) -> bool {
        self.field().is_some_and(|field| field.error.is_some())
    }

    /// Whether no field was refused or waits for the diary.
    pub(crate) fn is_saved(&self) -> bool {
        self.fields.iter().all(|field| field.error.is_none() && field.sent.is_none())
    }

    /// The diary has replied: this text of a field is saved, or was refused for this reason.
    pub(crate) fn replied(&mut self, detail: Option<&Field>, typed: String, error: Option<String>) {
        let Some(index) = self.fields.iter().position(|field| field.detail == detail) else {
            return;
        };
        let field = &mut self.fields[index];
        field.sent = None;
        if error.is_none() {
            field.saved = typed;
        } else if std::mem::take(&mut self.closes) || detail.is_none() {
            self.selected = index;
        }
        field.error = error.map(|why| clean(&why).into_owned());
    }

    /// Edits the field by this key.
    pub(crate) fn edit(&mut self, key: KeyPress) {
        if let Some(field) = self.field_mut() {
            let is_stepped = match key.code {
                KeyName::Left => field.step(false),
                KeyName::Right => field.step(true),
                _ => false,
            };
            if is_stepped || field.input.edit(key) {
                field.error = None;
            }
        }
    }

    /// Puts a text into the field.
    pub(crate) fn paste(&mut self, text: &str) {
        if let Some(field) = self.field_mut() {
            field.input.insert(text);
            field.error = None;
        }
    }

    /// To the field before or after, unless this one is refused; `false` where there is none.
    pub(crate) fn move_by(&mut self, movement: Movement) -> bool {
        let to = match movement {
            Movement::Up => self.selected.wrapping_sub(1),
            Movement::Down => self.selected + 1,
            _ => self.selected,
        };
        if to < self.fields.len() && !self.is_refused() {
            self.selected = to;
        }
        to < self.fields.len()
    }
}

impl FormField {
    fn new(detail: Option<&'static Field>, question: &'static str, saved: String) -> Self {
        Self { detail, question, input: TextField::new(&saved), error: None, saved, sent: None }
    }

    /// Its name in the form.
    pub(crate) fn label(&self) -> &'static str {
        self.detail.map_or(BEGAN, |field| field.label)
    }

    /// What was typed and neither saved nor sent yet, to be sent now. Where that cannot be saved, the
    /// reason is kept beside the field.
    pub(crate) fn unsent(&mut self) -> Option<String> {
        let mut typed = self.input.text().trim().to_owned();
        self.error = None;
        if typed == *self.sent.as_ref().unwrap_or(&self.saved) {
            return None;
        }
        if let Some(field) = self.detail {
            match field.read(&typed) {
                Ok(read) => typed = read,
                Err(why) => {
                    self.error = Some(why.to_string());
                    return None;
                }
            }
            self.input = TextField::new(&typed);
        }
        self.sent = Some(typed.clone());
        Some(typed)
    }

    /// The next or previous value, where a field has a few of them or counts; `false` elsewhere.
    pub fn step(&mut self, up: bool) -> bool {
        let text = self.input.text().trim();
        let value = match self.detail.map(|field| &field.kind) {
            Some(FieldKind::Leg(_)) => next_word(&Leg::ALL.map(Leg::word), text, up).to_owned(),
            Some(FieldKind::YesNo(_)) => next_word(&["yes", "no"], text, up).to_owned(),
            Some(FieldKind::Scale(_)) => next_number(text, up, Scale::MOST),
            Some(FieldKind::Drinks(_)) => next_number(text, up, u8::MAX),
            _ => return false,
        };
        self.input = TextField::new(&value);
        true
    }
}

/// The word after or before this one; after the last comes the first.
fn next_word<'a>(words: &[&'a str], text: &str, up: bool) -> &'a str {
    let last = words.len() - 1;
    let here = words.iter().position(|word| *word == text).unwrap_or(if up { last } else { 0 });
    words[(here + if up { 1 } else { last }) % words.len()]
}

fn next_number(text: &str, up: bool, most: u8) -> String {
    let next = match text.parse::<u8>() {
        Ok(number) if up => number.saturating_add(1).min(most),
        Ok(number) => number.saturating_sub(1),
        Err(_) => 0,
    };
    next.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_counts_drinks_on_from_any_number_that_can_be_saved() {
        let cramp = Cramp { alcohol: Some(200), ..Cramp::default() };
        let mut form = Form::new(EntryId(1), &cramp);
        let is_drinks = |field: &&mut FormField| field.label() == "drinks";
        let drinks = form.fields.iter_mut().find(is_drinks).unwrap();
        assert!(drinks.step(true));
        assert_eq!(drinks.input.text(), "201");
    }
}
