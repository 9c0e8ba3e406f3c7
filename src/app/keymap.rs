//! The one table of keys: what each does where, in the words of footer and help.

use super::key::{Code, Key};

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// A page of the guide.
    Guide,
    /// A list beside the guide: keys, sources, the trail, problems.
    Sheet,
    /// The search field and its results.
    Search,
    /// The one-line check before a routine.
    Door,
    /// A running or paused session.
    Timer,
    /// The end of a session.
    Summary,
    /// A cramp now.
    Rescue,
    /// The black screen.
    Standby,
}

impl Context {
    /// Every place.
    pub const ALL: [Self; 8] = [
        Self::Guide,
        Self::Sheet,
        Self::Search,
        Self::Door,
        Self::Timer,
        Self::Summary,
        Self::Rescue,
        Self::Standby,
    ];

    /// Its name in the help.
    pub fn title(self) -> &'static str {
        match self {
            Self::Guide => "Reading the guide",
            Self::Sheet => "Reading a list",
            Self::Search => "Searching",
            Self::Door => "Before a stretch",
            Self::Timer => "During a stretch session",
            Self::Summary => "After a stretch session",
            Self::Rescue => "During a cramp",
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
    /// A cramp now.
    CrampNow,
    /// Search the guide.
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
    /// Leave the program.
    Leave,
    /// Leave by Ctrl-C.
    Interrupt,
    /// Suspend by Ctrl-Z.
    Suspend,
    /// One up.
    Up,
    /// One down.
    Down,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
    /// To the first line.
    Top,
    /// To the last line.
    Bottom,
    /// Choose what is selected.
    Choose,
    /// Choose the item with this number, from 1.
    Pick(u8),
    /// Answer "not sure".
    NotSure,
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
    /// The other leg.
    SwapLeg,
    /// Start the session again.
    Restart,
    /// Fill the screen with the timer, or show the guide beside it.
    FullScreen,
    /// The routine that does the same sitting down.
    Seated,
    /// The muscle with this number, from 1, in the guide's order.
    Muscle(u8),
    /// Moves for lying down.
    Lying,
    /// Moves for sitting.
    Sitting,
    /// Moves for standing.
    Standing,
    /// The cramp began a minute earlier.
    Earlier,
    /// The cramp has let go.
    LetGo,
}

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// What they ask for.
    pub action: Action,
    /// A word for the footer; empty where the footer does not show it.
    pub label: &'static str,
    /// A sentence for the help; empty for the further keys of a group.
    pub help: &'static str,
}

const fn c(char: char) -> Key {
    Key::char(char)
}

const fn k(code: Code) -> Key {
    Key::plain(code)
}

const fn f(n: u8) -> Key {
    Key::plain(Code::F(n))
}

const fn row(
    contexts: &'static [Context],
    keys: &'static [Key],
    action: Action,
    label: &'static str,
    help: &'static str,
) -> Binding {
    Binding {
        contexts,
        keys,
        action,
        label,
        help,
    }
}

use Action as A;
use Context as C;

const GUIDE: &[Context] = &[C::Guide];
const LISTS: &[Context] = &[C::Guide, C::Sheet];
const SCROLLS: &[Context] = &[C::Guide, C::Sheet, C::Search];
const BODIES: &[Context] = &[C::Guide, C::Sheet, C::Door, C::Timer, C::Summary, C::Rescue];
const NO_TEXT: &[Context] = &[C::Guide, C::Sheet, C::Door, C::Timer, C::Summary];
const CALM: &[Context] = &[C::Guide, C::Sheet, C::Summary];
const AWAKE: &[Context] = &[
    C::Guide,
    C::Sheet,
    C::Search,
    C::Door,
    C::Timer,
    C::Summary,
    C::Rescue,
];
const ALL: &[Context] = &Context::ALL;
const TIMER: &[Context] = &[C::Timer];
const RESCUE: &[Context] = &[C::Rescue];

/// The table, in the order of footer and help.
pub static BINDINGS: &[Binding] = &[
    // Reading the guide.
    row(LISTS, &[k(Code::Up), c('k')], A::Up, "", "One up"),
    row(LISTS, &[k(Code::Down), c('j')], A::Down, "", "One down"),
    row(&[C::Search], &[k(Code::Up)], A::Up, "", "One up"),
    row(&[C::Search], &[k(Code::Down)], A::Down, "", "One down"),
    row(
        GUIDE,
        &[k(Code::Enter), k(Code::Right)],
        A::Choose,
        "choose",
        "Choose, or read on",
    ),
    row(
        &[C::Sheet],
        &[k(Code::Enter), k(Code::Right)],
        A::Choose,
        "choose",
        "Choose, or read on",
    ),
    row(
        &[C::Search],
        &[k(Code::Enter)],
        A::Choose,
        "open",
        "Open what is selected",
    ),
    row(
        LISTS,
        &[c('1')],
        A::Pick(1),
        "",
        "1 to 9: answer or choose directly",
    ),
    row(LISTS, &[c('2')], A::Pick(2), "", ""),
    row(LISTS, &[c('3')], A::Pick(3), "", ""),
    row(LISTS, &[c('4')], A::Pick(4), "", ""),
    row(LISTS, &[c('5')], A::Pick(5), "", ""),
    row(LISTS, &[c('6')], A::Pick(6), "", ""),
    row(LISTS, &[c('7')], A::Pick(7), "", ""),
    row(LISTS, &[c('8')], A::Pick(8), "", ""),
    row(LISTS, &[c('9')], A::Pick(9), "", ""),
    row(
        GUIDE,
        &[c('0')],
        A::NotSure,
        "not sure",
        "Answer \"not sure\"",
    ),
    row(
        GUIDE,
        &[k(Code::Left), k(Code::Backspace)],
        A::Previous,
        "back",
        "The page before, as it was",
    ),
    row(
        GUIDE,
        &[k(Code::Tab)],
        A::Trail,
        "answers",
        "Your answers: go back to one and change it",
    ),
    row(
        GUIDE,
        &[c('s')],
        A::Start,
        "stretch",
        "Start the stretches that fit this page",
    ),
    row(SCROLLS, &[k(Code::PageUp)], A::PageUp, "", "A screenful up"),
    row(
        SCROLLS,
        &[k(Code::PageDown)],
        A::PageDown,
        "",
        "A screenful down",
    ),
    row(LISTS, &[c('g'), k(Code::Home)], A::Top, "", "To the top"),
    row(LISTS, &[c('G'), k(Code::End)], A::Bottom, "", "To the end"),
    row(
        GUIDE,
        &[c('p')],
        A::Print,
        "",
        "Print this page to the terminal when you leave; again: not",
    ),
    row(GUIDE, &[c('r')], A::StartOver, "", "Start over"),
    // Before a stretch.
    row(
        &[C::Door],
        &[k(Code::Enter)],
        A::Choose,
        "none of these: start",
        "None of these: start the stretches",
    ),
    // A session.
    row(
        TIMER,
        &[c(' '), k(Code::Enter)],
        A::Pause,
        "pause",
        "Pause, and go on",
    ),
    row(
        TIMER,
        &[k(Code::Right), c('n')],
        A::Skip,
        "skip",
        "Skip this phase",
    ),
    row(
        TIMER,
        &[k(Code::Left), c('b')],
        A::Rewind,
        "again",
        "This phase again; twice: the phase before",
    ),
    row(
        TIMER,
        &[c('+'), c('=')],
        A::Longer,
        "",
        "10 seconds more in this phase",
    ),
    row(
        TIMER,
        &[c('-')],
        A::Shorter,
        "",
        "10 seconds less in this phase",
    ),
    row(TIMER, &[c('x')], A::SwapLeg, "swap leg", "Swap the legs"),
    row(TIMER, &[c('r')], A::Restart, "", "Start the session again"),
    row(
        TIMER,
        &[c('f')],
        A::FullScreen,
        "",
        "Fill the screen, or show the guide beside the timer",
    ),
    row(
        TIMER,
        &[c('s')],
        A::Seated,
        "",
        "While getting ready: the same sitting down",
    ),
    row(
        TIMER,
        &[k(Code::PageUp)],
        A::PageUp,
        "",
        "Scroll the page beside the timer up",
    ),
    row(
        TIMER,
        &[k(Code::PageDown)],
        A::PageDown,
        "",
        "Scroll the page beside the timer down",
    ),
    row(&[C::Summary], &[k(Code::Enter)], A::Choose, "done", "Done"),
    // A cramp now.
    row(
        RESCUE,
        &[k(Code::Enter)],
        A::LetGo,
        "it has let go",
        "It has let go",
    ),
    row(
        RESCUE,
        &[c('1')],
        A::Muscle(1),
        "",
        "1 to 4: the muscle that cramps",
    ),
    row(RESCUE, &[c('2')], A::Muscle(2), "", ""),
    row(RESCUE, &[c('3')], A::Muscle(3), "", ""),
    row(RESCUE, &[c('4')], A::Muscle(4), "", ""),
    row(
        RESCUE,
        &[c('b')],
        A::Lying,
        "in bed",
        "Moves for lying in bed",
    ),
    row(
        RESCUE,
        &[c('s')],
        A::Sitting,
        "sitting",
        "Moves for sitting",
    ),
    row(
        RESCUE,
        &[c('w')],
        A::Standing,
        "standing",
        "Moves for standing",
    ),
    row(
        RESCUE,
        &[c('-')],
        A::Earlier,
        "",
        "It began a minute earlier",
    ),
    // Everywhere.
    row(
        BODIES,
        &[c('e'), f(2)],
        A::Danger,
        "danger signs",
        "Danger signs: when to get help",
    ),
    row(
        &[C::Search],
        &[f(2)],
        A::Danger,
        "danger signs",
        "Danger signs: when to get help",
    ),
    row(
        NO_TEXT,
        &[c('c'), f(3)],
        A::CrampNow,
        "cramp now",
        "A cramp now: what to do this minute",
    ),
    row(
        &[C::Search],
        &[f(3)],
        A::CrampNow,
        "cramp now",
        "A cramp now: what to do this minute",
    ),
    row(
        CALM,
        &[c('/'), f(4)],
        A::Search,
        "search",
        "Search the guide",
    ),
    row(
        &[C::Search],
        &[f(4)],
        A::Search,
        "",
        "Empty the search field",
    ),
    row(
        GUIDE,
        &[c('i')],
        A::Sources,
        "sources",
        "Sources, evidence and words of this page",
    ),
    row(
        BODIES,
        &[c('t')],
        A::Theme,
        "",
        "The next theme: night, dark, light, mono",
    ),
    row(TIMER, &[c('m')], A::Mute, "", "Mute, and sound again"),
    row(TIMER, &[c('v')], A::Voice, "", "Voice on or off"),
    row(
        BODIES,
        &[c('?'), f(1)],
        A::Help,
        "keys",
        "The keys of this screen",
    ),
    row(
        &[C::Search],
        &[f(1)],
        A::Help,
        "keys",
        "The keys of this screen",
    ),
    row(AWAKE, &[k(Code::Esc)], A::Back, "", "Back one level"),
    row(
        &[C::Standby],
        &[k(Code::Esc), c('q')],
        A::Leave,
        "",
        "Leave",
    ),
    row(BODIES, &[c('q')], A::Leave, "leave", "Leave"),
    row(ALL, &[Key::ctrl('c')], A::Interrupt, "", "Leave at once"),
    row(
        ALL,
        &[Key::ctrl('z')],
        A::Suspend,
        "",
        "Suspend; `fg` brings it back",
    ),
];

/// What this key asks for here.
pub fn resolve(context: Context, key: Key) -> Option<Action> {
    bindings(context)
        .find(|binding| binding.keys.contains(&key))
        .map(|binding| binding.action)
}

/// The rows that hold here.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    BINDINGS
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
            assert_eq!(resolve(Context::Search, Key::char(c)), None, "{c}");
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
            assert_eq!(resolve(context, Key::ctrl('c')), Some(Action::Interrupt));
        }
    }
}
