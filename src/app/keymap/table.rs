//! The rows of the table of keys. One line each: read it as a table.

use super::{Action, Binding, Context};
use crate::app::key::{Code, Key};

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
const BODIES: &[Context] = &[
    C::Diary,
    C::Guide,
    C::Sheet,
    C::Door,
    C::Timer,
    C::Summary,
    C::Rescue,
];
const NO_TEXT: &[Context] = &[C::Diary, C::Guide, C::Sheet, C::Door, C::Timer, C::Summary];
const PANES: &[Context] = &[C::Guide, C::Timer];
/// What lies above a page, where nothing else shows the way back to it.
const OVERLAYS: &[Context] = &[C::Diary, C::Sheet, C::Search];
const BASES: &[Context] = &[C::Guide, C::Door, C::Timer, C::Summary, C::Rescue];
const ALL: &[Context] = &Context::ALL;
const TIMER: &[Context] = &[C::Timer];
const RESCUE: &[Context] = &[C::Rescue];

/// The table, in the order of footer and help.
#[rustfmt::skip]
pub(super) static BINDINGS: &[Binding] = &[
    // Reading the guide.
    row(LISTS, &[k(Code::Up), c('k')], A::Up, "", "One up"),
    row(LISTS, &[k(Code::Down), c('j')], A::Down, "", "One down"),
    row(&[C::Search], &[k(Code::Up)], A::Up, "", "One up"),
    row(&[C::Search], &[k(Code::Down)], A::Down, "", "One down"),
    row(GUIDE, &[k(Code::Enter), k(Code::Right)], A::Choose, "choose", "Choose, or read on"),
    row(&[C::Sheet], &[k(Code::Enter), k(Code::Right)], A::Choose, "choose", "Choose, or read on"),
    row(&[C::Search], &[k(Code::Enter)], A::Choose, "open", "Open what is selected"),
    row(LISTS, &[c('1')], A::Pick(1), "", "Answer or choose directly"),
    row(LISTS, &[c('2')], A::Pick(2), "", ""),
    row(LISTS, &[c('3')], A::Pick(3), "", ""),
    row(LISTS, &[c('4')], A::Pick(4), "", ""),
    row(LISTS, &[c('5')], A::Pick(5), "", ""),
    row(LISTS, &[c('6')], A::Pick(6), "", ""),
    row(LISTS, &[c('7')], A::Pick(7), "", ""),
    row(LISTS, &[c('8')], A::Pick(8), "", ""),
    row(LISTS, &[c('9')], A::Pick(9), "", ""),
    row(GUIDE, &[c('0')], A::NotSure, "not sure", "Answer \"not sure\""),
    row(GUIDE, &[k(Code::Left), k(Code::Backspace)], A::Previous, "back", "The page before, as it was"),
    row(GUIDE, &[k(Code::Tab)], A::Trail, "answers", "Your answers: go back to one and change it"),
    row(GUIDE, &[c('s')], A::Start, "stretch", "Start the stretches that fit this page"),
    row(SCROLLS, &[k(Code::PageUp)], A::PageUp, "", "A screenful up"),
    row(SCROLLS, &[k(Code::PageDown)], A::PageDown, "", "A screenful down"),
    row(LISTS, &[c('g'), k(Code::Home)], A::Top, "", "To the top"),
    row(LISTS, &[c('G'), k(Code::End)], A::Bottom, "", "To the end"),
    row(GUIDE, &[c('p')], A::Print, "", "Print this page on leaving; again: not"),
    row(GUIDE, &[c('r')], A::StartOver, "", "Start over"),
    // Before a stretch.
    row(&[C::Door], &[k(Code::Enter)], A::Choose, "none of these: start", "None of these: start the stretches"),
    // A session.
    row(TIMER, &[c(' '), k(Code::Enter)], A::Pause, "pause", "Pause, and go on"),
    row(TIMER, &[k(Code::Right), c('n')], A::Skip, "skip", "Skip this phase"),
    row(TIMER, &[k(Code::Left), c('b')], A::Rewind, "again", "This phase again; twice: the phase before"),
    row(TIMER, &[c('+'), c('=')], A::Longer, "", "10 seconds more in this phase"),
    row(TIMER, &[c('-')], A::Shorter, "", "10 seconds less in this phase"),
    row(TIMER, &[c('x')], A::SwapLeg, "swap leg", "Swap the legs"),
    row(TIMER, &[c('r')], A::Restart, "", "Start the session again"),
    row(PANES, &[c('f')], A::FullScreen, "", "Fill the screen with one part, or show both"),
    row(TIMER, &[c('s')], A::Seated, "sit down", "While getting ready: the same sitting down"),
    row(TIMER, &[k(Code::PageUp)], A::PageUp, "", "Scroll the page beside the timer up"),
    row(TIMER, &[k(Code::PageDown)], A::PageDown, "", "Scroll the page beside the timer down"),
    row(&[C::Summary], &[k(Code::Enter)], A::Choose, "done", "Done"),
    // A cramp now.
    row(RESCUE, &[k(Code::Enter)], A::LetGo, "it has let go", "It has let go"),
    row(RESCUE, &[c('1')], A::Muscle(1), "", "The muscle that cramps"),
    row(RESCUE, &[c('2')], A::Muscle(2), "", ""),
    row(RESCUE, &[c('3')], A::Muscle(3), "", ""),
    row(RESCUE, &[c('4')], A::Muscle(4), "", ""),
    row(RESCUE, &[c('b')], A::Lying, "in bed", "Moves for lying in bed"),
    row(RESCUE, &[c('s')], A::Sitting, "sit", "Moves for sitting"),
    row(RESCUE, &[c('w')], A::Standing, "stand", "Moves for standing"),
    row(RESCUE, &[c('x')], A::Leg, "leg", "Which leg it is: left, right, both, not said"),
    row(RESCUE, &[c('-')], A::Earlier, "", "It began a minute earlier"),
    // The diary.
    row(&[C::Diary], &[k(Code::Right), k(Code::Tab)], A::NextChart, "next chart", "The next chart"),
    row(&[C::Diary], &[k(Code::Left), k(Code::BackTab)], A::PreviousChart, "", "The chart before"),
    row(&[C::Diary], &[c('n')], A::QuietNight, "no cramp", "No cramp last night: note it"),
    row(&[C::Diary], &[k(Code::Up), c('k')], A::Up, "earlier", "A week earlier"),
    row(&[C::Diary], &[k(Code::Down), c('j')], A::Down, "later", "A week later"),
    row(&[C::Diary], &[k(Code::PageUp)], A::PageUp, "", "Eight weeks earlier"),
    row(&[C::Diary], &[k(Code::PageDown)], A::PageDown, "", "Eight weeks later"),
    row(&[C::Guide, C::Sheet, C::Summary], &[c('d')], A::Diary, "diary", "The diary: nights, weeks, pain"),
    // Everywhere.
    row(BODIES, &[c('e'), f(2)], A::Danger, "danger signs", "Danger signs: when to get help"),
    row(&[C::Search], &[f(2)], A::Danger, "danger signs", "Danger signs: when to get help"),
    row(NO_TEXT, &[c('c'), f(3)], A::CrampNow, "cramp now", "A cramp now: what to do this minute"),
    row(&[C::Search], &[f(3)], A::CrampNow, "cramp now", "A cramp now: what to do this minute"),
    row(BODIES, &[c('/'), f(4)], A::Search, "search", "Search the guide"),
    row(&[C::Search], &[f(4)], A::Search, "", "Empty the search field"),
    row(GUIDE, &[c('l')], A::Log, "log", "Log a cramp, or the danger sign of this page"),
    row(RESCUE, &[c('l')], A::Log, "log", "Log this cramp"),
    row(&[C::Diary, C::Sheet, C::Door, C::Timer, C::Summary], &[c('l')], A::Log, "log", "Log a cramp"),
    row(BODIES, &[c('u')], A::TakeBack, "", "Take back what was noted, within 10 seconds"),
    row(&[C::Guide, C::Sheet, C::Diary, C::Summary], &[c('w')], A::Details, "", "Add details to the last cramp: pain, sleep, help"),
    row(GUIDE, &[c('i')], A::Sources, "sources", "Sources, evidence and words of this page"),
    row(&[C::Timer, C::Rescue], &[c('i')], A::Sources, "", "How it is done, and its sources"),
    row(BODIES, &[c('t')], A::Theme, "", "The next theme: night, dark, light, mono"),
    row(BODIES, &[c('m')], A::Mute, "", "Mute, and sound again"),
    row(BODIES, &[c('v')], A::Voice, "", "Voice on or off"),
    row(BODIES, &[c('?'), f(1)], A::Help, "keys", "The keys of this screen"),
    row(&[C::Search], &[f(1)], A::Help, "keys", "The keys of this screen"),
    row(OVERLAYS, &[k(Code::Esc)], A::Back, "back", "Back one level"),
    row(BASES, &[k(Code::Esc)], A::Back, "", "Back one level"),
    row(&[C::Standby], &[k(Code::Esc), c('q')], A::Leave, "", "Leave"),
    row(BODIES, &[c('q')], A::Leave, "leave", "Leave"),
    row(ALL, &[Key::ctrl('c')], A::Interrupt, "", "Leave at once"),
    row(ALL, &[Key::ctrl('z')], A::Suspend, "", "Suspend; `fg` brings it back"),
];
