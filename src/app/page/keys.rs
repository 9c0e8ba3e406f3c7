//! The keys of one screen, from the one table of keys.

use super::{Page, Role, Writer};
use crate::app::keymap::{self, Context};

/// The sheet that `?` opens.
pub fn page(context: Context, width: usize) -> Page {
    let mut writer = Writer::new(width);
    writer.say("Keys", Role::Title);
    writer.say(context.title(), Role::Quiet);
    writer.gap();
    let rows: Vec<(String, &str)> = keymap::bindings(context)
        .filter(|binding| !binding.help.is_empty())
        .map(|binding| {
            let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
            (keys.join(" "), binding.help)
        })
        .collect();
    let column = rows
        .iter()
        .map(|(keys, _)| keys.len())
        .max()
        .unwrap_or(0)
        .min(width / 3);
    for (keys, help) in &rows {
        writer.hang(
            &format!("{keys:column$}  "),
            Role::Strong,
            &[(help, Role::Body)],
        );
    }
    writer.finish()
}
