//! The one table of keys: where they are pressed, what they ask for, in the words of footer and
//! help.

mod table;

use super::key::{KeyName, KeyPress};
use crate::guide::Guide;

words! {
    /// Where a key is pressed, and in a word for the footer what one does there.
    pub enum Context {
        /// A page of the guide.
        Guide = "GUIDE",
        /// A list beside the guide: keys, sources, the trail, problems.
        ListOverlay = "LIST",
        /// The search field and its results.
        Search = "SEARCH",
        /// The one-line check before a routine.
        SafetyGate = "CHECK",
        /// A running or paused session.
        Timer = "STRETCH",
        /// The end of a session.
        Summary = "DONE",
        /// A cramp now.
        Rescue = "CRAMP",
        /// The charts of the diary.
        Diary = "DIARY",
        /// The form with the details of a cramp.
        Form = "FORM",
        /// The black screen.
        Standby = "STANDBY",
    }
}

impl Context {
    /// What one does there, as the heading of the help.
    pub(crate) fn heading(self) -> &'static str {
        match self {
            Self::Guide => "Reading the guide",
            Self::ListOverlay => "Reading a list",
            Self::Search => "Searching",
            Self::SafetyGate => "Before a stretch",
            Self::Timer => "During a stretch session",
            Self::Summary => "After a stretch session",
            Self::Rescue => "During a cramp",
            Self::Diary => "Looking at the diary",
            Self::Form => "Filling in a form",
            Self::Standby => "Standby",
        }
    }
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Show the keys of this screen.
    Help,
    /// Show the danger signs.
    Danger,
    /// Open rescue, or return to it.
    CrampNow,
    /// Open the search field, or empty it.
    Search,
    /// Sources, evidence and words of this page.
    Sources,
    /// The next theme.
    Theme,
    /// Sound and voice off, or on again.
    Mute,
    /// Voice on or off.
    Voice,
    /// Back one level.
    Back,
    /// Close what lies over a page; elsewhere leave the program.
    Leave,
    /// Leave by Ctrl-C.
    Interrupt,
    /// Draw the whole screen anew.
    Redraw,
    /// Suspend by Ctrl-Z.
    Suspend,
    /// Log a cramp, or note a danger sign.
    Log,
    /// Take back what was just logged.
    TakeBack,
    /// Add details to a cramp that is logged.
    Details,
    /// Open the diary screen.
    Charts,
    /// Move on a page, in a list, in a form or over the nights of the diary.
    Move(Movement),
    /// Choose what is selected; at the safety gate start, in a form go on.
    Choose,
    /// Choose the item with this key.
    Pick(char),
    /// The page before.
    Previous,
    /// The answers so far.
    Trail,
    /// Start the fitting routine.
    Start,
    /// Print this page on leaving.
    Print,
    /// Start the guide over.
    StartOver,
    /// Fill the screen with the timer, or show the guide beside it.
    FullScreen,
    /// Change the session on the screen.
    Timer(TimerAction),
    /// Change what rescue shows.
    Rescue(RescueAction),
    /// Look at or change the diary.
    Diary(DiaryAction),
}

/// A way to move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Movement {
    /// To the item or line above; a week earlier in the calendar.
    Up,
    /// To the item or line below; a week later in the calendar.
    Down,
    /// A screenful up; eight weeks earlier in the calendar.
    PageUp,
    /// A screenful down; eight weeks later in the calendar.
    PageDown,
    /// To the first line.
    Top,
    /// To the last line.
    Bottom,
}

/// What a key asks of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimerAction {
    /// Pause or resume.
    Pause,
    /// Skip this phase.
    Skip,
    /// Restart this phase, or go to the one before.
    Rewind,
    /// Ten seconds more.
    Longer,
    /// Ten seconds less.
    Shorter,
    /// The other leg first, from this phase on.
    SwapLeg,
    /// Start the session again.
    Restart,
    /// The routine that does the same sitting down.
    Seated,
}

/// What a key asks of a cramp that lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RescueAction {
    /// The muscle with this digit, from 1, in the guide's order.
    Muscle(char),
    /// The moves for the next pose: lying, seated, standing.
    NextPose,
    /// The leg that cramps: the next of left, right, both, not said.
    Leg,
    /// The cramp began a minute earlier.
    Earlier,
    /// Takes such a minute back.
    Later,
    /// The cramp has let go.
    LetGo,
}

/// What a key asks of the diary screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DiaryAction {
    /// The night after.
    Later,
    /// The night before.
    Earlier,
    /// Add a cramp to this night.
    Add,
    /// Log this night as one without a cramp.
    Quiet,
    /// Choose the next entry of this night.
    NextEntry,
    /// Remove the entry of this night that is chosen.
    Remove,
    /// The next chart.
    NextChart,
    /// The chart before.
    PreviousChart,
}

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
    /// A sentence for the help, without its full stop.
    pub help: &'static str,
}

/// Stands in the table for the digit that is pressed, which `resolve` puts in its place.
pub(crate) const PRESSED_DIGIT: char = '1';

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

/// The key that asks for this, as a sentence names it: the first one in the table.
pub(crate) fn name(action: Action) -> String {
    let row = table::BINDINGS.iter().find(|row| row.action == action);
    row.map(|row| row.keys[0].to_string()).unwrap_or_default()
}

/// Whether this guide has what an action is about: one without cramps offers no key for them.
pub fn has_use(guide: &Guide, action: Action) -> bool {
    match action {
        Action::CrampNow => guide.rescue.is_some(),
        Action::Danger => guide.danger.is_some(),
        Action::Start => !guide.routines.is_empty(),
        Action::Log | Action::TakeBack | Action::Charts | Action::Details => guide.diary,
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
        for action in [Action::CrampNow, Action::Danger, Action::Log, Action::Charts] {
            assert!(has_use(&whole, action) && !has_use(&bare, action));
        }
        assert!(has_use(&bare, Action::Search));
    }
}
