//! The form of a cramp's details as a page: a field a line, and why a text cannot be saved.

use super::{Goal, Page, PageChoice, Role, Writer};
use crate::app::form::Form;
use crate::text::wrap::cells;

/// The fields with what is typed in them; the one that is being filled in shows its question.
pub fn page(form: &Form) -> Page {
    let mut writer = Writer::new();
    writer.title(&form.title);
    let widest = form.fields.iter().map(|field| cells(field.label())).max().unwrap_or(0);
    for (index, field) in form.fields.iter().enumerate() {
        let selected = index == form.selected;
        let (label, text) = (field.label(), field.input.text());
        let text = if selected {
            let (before, after) = field.input.around_cursor();
            format!("{before}_{after}")
        } else {
            text.to_owned()
        };
        let question = selected.then(|| field.question.to_owned());
        writer.choice(PageChoice {
            lead: format!("{:1$}  ", format!("{label}:"), widest + 1),
            label: vec![(text, Role::Strong)],
            hint: field.error.clone().or(question),
            ..PageChoice::new("", Goal::Field(index))
        });
    }
    writer.gap();
    writer.text(
        "Up, Down: move. Left, Right: change. Esc: done. Everything is saved as you go.",
        Role::Quiet,
    );
    writer.finish()
}
