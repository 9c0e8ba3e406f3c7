//! The one table of keys: what each does where, in the words of footer and help.

mod table;

pub use super::action::{Action, Context};
use super::key::KeyPress;

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys, the one to show first.
    pub keys: &'static [KeyPress],
    /// What they ask for.
    pub action: Action,
    /// A word for the footer; empty where the footer does not show it.
    pub label: &'static str,
    /// A sentence for the help; empty for the further keys of a group.
    pub help: &'static str,
}

/// What this key asks for here.
pub fn resolve(context: Context, key: KeyPress) -> Option<Action> {
    bindings(context)
        .find(|binding| binding.keys.contains(&key))
        .map(|binding| binding.action)
}

/// The rows that hold here.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    table::BINDINGS
        .iter()
        .filter(move |binding| binding.contexts.contains(&context))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for context in Context::ALL {
            let mut seen = HashSet::new();
            for key in bindings(context).flat_map(|binding| binding.keys) {
                assert!(seen.insert(key), "{key} is bound twice in {context:?}");
            }
        }
    }

    #[test]
    fn letters_do_nothing_in_the_search_field() {
        for c in ('a'..='z').chain('0'..='9').chain("?/ ".chars()) {
            assert_eq!(resolve(Context::Search, KeyPress::char(c)), None, "{c}");
        }
    }

    #[test]
    fn danger_and_leaving_are_reachable_everywhere_but_in_standby() {
        for context in Context::ALL
            .into_iter()
            .filter(|context| *context != Context::Standby)
        {
            let has = |action| bindings(context).any(|binding| binding.action == action);
            assert!(has(Action::Danger), "{context:?}");
            assert!(has(Action::Help), "{context:?}");
            assert!(has(Action::Back), "{context:?}");
        }
        for context in Context::ALL {
            assert_eq!(
                resolve(context, KeyPress::ctrl('c')),
                Some(Action::Interrupt)
            );
        }
    }
}
