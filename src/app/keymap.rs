//! The one table of keys: what each does where, in the words of footer and help.

mod table;

pub use super::action::{Action, Context, Movement, NightAction, RescueAction, TimerAction};
use super::key::{KeyName, KeyPress};
use crate::guide::Guide;

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys, the one to show first.
    pub keys: &'static [KeyPress],
    /// What they ask for.
    pub action: Action,
    /// A word for the footer, where it shows the key, and a rank: a narrow footer drops the
    /// highest first.
    pub hint: Option<(&'static str, u8)>,
    /// A sentence for the help.
    pub help: &'static str,
}

/// What this key asks for here.
pub fn resolve(context: Context, key: KeyPress) -> Option<Action> {
    let binding = bindings(context).find(|binding| binding.keys.contains(&key))?;
    Some(match (binding.action, key.code) {
        (Action::Pick(_), KeyName::Char(c)) => Action::Pick(c),
        (Action::Rescue(RescueAction::Muscle(_)), KeyName::Char(c)) => {
            Action::Rescue(RescueAction::Muscle(c))
        }
        (action, _) => action,
    })
}

/// Whether this guide has what an action is about: one without cramps offers no key for them.
pub fn has_use(guide: &Guide, action: Action) -> bool {
    match action {
        Action::CrampNow => guide.rescue.is_some(),
        Action::Danger => guide.danger.is_some(),
        Action::Start => !guide.routines.is_empty(),
        Action::Log | Action::TakeBack | Action::Diary | Action::Details | Action::QuietNight => {
            guide.diary
        }
        _ => true,
    }
}

/// The rows that hold here.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    table::BINDINGS.iter().filter(move |binding| binding.contexts.contains(&context))
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
        for context in Context::ALL.into_iter().filter(|context| *context != Context::Standby) {
            let has = |action| bindings(context).any(|binding| binding.action == action);
            assert!(has(Action::Danger), "{context:?}");
            assert!(has(Action::Help), "{context:?}");
            assert!(has(Action::Back), "{context:?}");
        }
        for context in Context::ALL {
            assert_eq!(resolve(context, KeyPress::ctrl('c')), Some(Action::Interrupt));
        }
    }

    #[test]
    fn a_guide_without_cramps_has_no_keys_for_them() {
        let text = "{schema: 1, title: T, version: '1', language: en, notice: N, start: a, \
                    rescue: none, danger: none, diary: none, \
                    nodes: {a: {kind: topic, title: A, text: B}}}";
        let bare = crate::guide::load::parse("f", text.as_bytes()).expect("it is whole");
        let whole = crate::guide::built_in().expect("it is whole");
        for action in [Action::CrampNow, Action::Danger, Action::Log, Action::Diary] {
            assert!(has_use(&whole, action) && !has_use(&bare, action));
        }
        assert!(has_use(&bare, Action::Search));
    }
}
