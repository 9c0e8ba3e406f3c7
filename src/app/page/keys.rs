//! The keys of one screen, from the one table of keys.

use super::{Page, Role, SectionKind, Writer};
use crate::app::keymap::{self, Action, Binding, Context};
use crate::guide::Guide;

/// The list that `?` opens.
pub fn page(guide: &Guide, context: Context) -> Page {
    let mut writer = Writer::new();
    writer.title("Keys");
    writer.text(context.heading(), Role::Quiet);
    writer.gap();
    let has_use = |binding: &&Binding| keymap::has_use(guide, binding.action);
    let rows: Vec<_> =
        keymap::bindings(context).filter(has_use).map(|row| (keys(row), row)).collect();
    let column = rows.iter().map(|(keys, _)| keys.len()).max().unwrap_or(0);
    let common = [Action::Danger, Action::CrampNow, Action::Search];
    let first = rows.iter().position(|(_, row)| common.contains(&row.action));
    for (index, (keys, row)) in rows.iter().enumerate() {
        if Some(index) == first {
            if matches!(context, Context::Search | Context::Form) {
                let keys = "Left Right Home End Ctrl-U Ctrl-W  ";
                writer.hang(keys, Role::Key, &[("Edit the text", Role::Body)]);
            }
            // The rows from here on are the same on every screen.
            writer.section(SectionKind::Text, "On every screen");
        }
        let help = guide.words.in_place(row.help);
        writer.hang(&format!("{keys:column$}  "), Role::Key, &[(&help, Role::Body)]);
    }
    writer.finish()
}

/// The keys of a row; a group such as the digits from the first to the last.
fn keys(row: &Binding) -> String {
    match row.keys {
        [first, _, .., last] if row.keys.len() > 3 => format!("{first}-{last}"),
        keys => keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::built_in::built_in;

    #[test]
    fn where_text_is_typed_the_keys_that_edit_it_are_named() {
        let guide = built_in().unwrap();
        let named = |context| page(&guide, context).text(80).contains("Ctrl-U Ctrl-W  Edit");
        assert!(named(Context::Search) && named(Context::Form) && !named(Context::Guide));
    }

    #[test]
    fn starting_a_stretch_is_named_only_where_the_guide_has_one() {
        let names_start =
            |guide: &Guide| page(guide, Context::Guide).text(80).contains("Start the stretches");
        let mut guide = built_in().unwrap();
        assert!(names_start(&guide));
        guide.routines.clear();
        assert!(!names_start(&guide));
    }
}
