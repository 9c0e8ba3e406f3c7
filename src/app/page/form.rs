//! The form of a cramp's details as a page: a field a line, and why a text cannot be saved.

use super::{Goal, Page, PageChoice, Role, Writer};
use crate::app::form::Form;
use crate::diary::field::Field;
use crate::text::wrap::cells;

/// The fields with what is typed in them; the one that is being filled in shows its question.
pub fn page(form: &Form) -> Page {
    let mut writer = Writer::new();
    writer.title(&form.title);
    let widest = form.fields.iter().map(|field| cells(field.label())).max().unwrap_or(0);
    for (index, field) in form.fields.iter().enumerate() {
        let selected = index == form.selected;
        let (before, after) = field.input.around_cursor();
        let cursor = if selected { "_" } else { "" }.to_owned();
        let question = selected.then(|| field.question.to_owned());
        let unit = field.detail.map_or("", Field::unit);
        writer.choice(PageChoice {
            lead: format!("{:1$}  ", format!("{}:", field.label()), widest + 1),
            label: vec![(before, Role::Strong), (cursor, Role::Cursor), (after, Role::Strong)],
            hint: field.error.clone().or(question),
            aside: if unit.is_empty() { String::new() } else { format!("{unit} ") },
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
