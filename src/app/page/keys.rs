//! The keys of one screen, from the one table of keys.

use super::{Page, Role, SectionKind, Writer};
use crate::app::keymap::{self, Action, Context};
use crate::guide::Guide;
use crate::text::messages::pages;

/// The sheet that `?` opens.
pub fn page(guide: &Guide, context: Context) -> Page {
    let mut writer = Writer::new();
    writer.title(pages::KEYS);
    writer.say(context.title(), Role::Quiet);
    writer.gap();
    let mut rows = rows(context);
    retain_useful(&mut rows, guide);
    let common = [Action::Danger, Action::CrampNow, Action::Search];
    let first = rows.iter().position(|row| common.contains(&row.action));
    let widest = rows.iter().map(|row| row.keys.len()).max();
    let column = widest.unwrap_or(0);
    for (index, row) in rows.iter().enumerate() {
        if Some(index) == first {
            // From here on the table is the same wherever one is.
            writer.section(SectionKind::Text, pages::ON_EVERY_SCREEN);
        }
        let keys = format!("{:column$}  ", row.keys);
        writer.hang(&keys, Role::Key, &[(row.help, Role::Body)]);
    }
    writer.finish()
}

/// Leaves out the keys that this guide has no use for.
fn retain_useful(rows: &mut Vec<Row>, guide: &Guide) {
    rows.retain(|row| {
        let has_start = row.action != Action::Start || !guide.routines.is_empty();
        has_start && keymap::has_use(guide, row.action)
    });
}

/// A line of the sheet.
struct Row {
    keys: String,
    help: &'static str,
    action: Action,
}

/// The keys that hold here; those of a group, such as the digits, from the first to the last.
fn rows(context: Context) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut first = String::new();
    for binding in keymap::bindings(context) {
        let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
        let keys = keys.join(" ");
        match rows.last_mut() {
            Some(group) if binding.help.is_empty() => group.keys = format!("{first}-{keys}"),
            _ => {
                first.clone_from(&keys);
                rows.push(Row { keys, help: binding.help, action: binding.action });
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::built_in::built_in;

    #[test]
    fn starting_a_stretch_is_named_only_where_the_guide_has_one() {
        let names_start = |guide: &Guide| {
            let mut kept = rows(Context::Guide);
            retain_useful(&mut kept, guide);
            kept.iter().any(|row| row.action == Action::Start)
        };
        let mut guide = built_in().unwrap();
        assert!(names_start(&guide));
        guide.routines.clear();
        assert!(!names_start(&guide));
    }
}
