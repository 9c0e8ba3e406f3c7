//! The form of a cramp's details as a page: a field a line, and why a text cannot be saved.

use super::{Goal, Page, PageChoice, Role, Writer};
use crate::app::form::Form;

/// The fields with what is typed in them; the one that is being filled in shows its question.
pub fn page(form: &Form) -> Page {
    let mut writer = Writer::new();
    writer.title(&form.title);
    for (index, field) in form.fields.iter().enumerate() {
        let selected = index == form.selected;
        let (label, text) = (field.about.label(), field.input.text());
        let text = if selected {
            let (before, after) = field.input.around_cursor();
            format!("{before}_{after}")
        } else {
            text.to_owned()
        };
        let question = selected.then(|| field.question.to_owned());
        writer.choice(PageChoice {
            label: vec![(format!("{label}: "), Role::Quiet), (text, Role::Strong)],
            hint: field.error.clone().or(question),
            ..PageChoice::new("", Goal::Field(index))
        });
    }
    writer.gap();
    writer.say(
        "Up, Down: move. Left, Right: change. Esc: done. Everything is saved as you go.",
        Role::Quiet,
    );
    writer.finish()
}
