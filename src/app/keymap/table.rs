//! The rows of the table of keys. One line each: read it as a table.

use super::{
    Action, Binding, Context, Movement as M, NightAction as N, RescueAction as R, TimerAction as T,
};
use crate::app::key::{KeyName, KeyPress};
use crate::text::messages::{diary::NO_CRAMP, labels};

const fn c(char: char) -> KeyPress {
    KeyPress::char(char)
}

const fn k(code: KeyName) -> KeyPress {
    KeyPress::plain(code)
}

const fn f(n: u8) -> KeyPress {
    KeyPress::plain(KeyName::F(n))
}

/// A row that the footer leaves out.
const fn row(
    contexts: &'static [Context],
    keys: &'static [KeyPress],
    action: Action,
    help: &'static str,
) -> Binding {
    Binding { contexts, keys, action, hint: None, help }
}

/// A row with a word for the footer and how soon that gives way there.
const fn hint(
    contexts: &'static [Context],
    keys: &'static [KeyPress],
    action: Action,
    hint: (&'static str, u8),
    help: &'static str,
) -> Binding {
    Binding { contexts, keys, action, hint: Some(hint), help }
}

const DIGITS: &[KeyPress] =
    &[c('1'), c('2'), c('3'), c('4'), c('5'), c('6'), c('7'), c('8'), c('9')];

use Action as A;
use Context as C;

const GUIDE: &[Context] = &[C::Guide];
const LISTS: &[Context] = &[C::Guide, C::ListOverlay];
const SCROLLS: &[Context] = &[C::Guide, C::ListOverlay, C::Search];
const BODIES: &[Context] =
    &[C::Diary, C::Guide, C::ListOverlay, C::SafetyGate, C::Timer, C::Summary, C::Rescue];
const NO_TEXT: &[Context] =
    &[C::Diary, C::Guide, C::ListOverlay, C::SafetyGate, C::Timer, C::Summary];
const DIARY: &[Context] = &[C::Diary];
const FORM: &[Context] = &[C::Form];
/// Where letters are typed: only function keys mean what letters mean elsewhere.
const TEXT: &[Context] = &[C::Search, C::Form];
const PANES: &[Context] = &[C::Guide, C::Timer];
/// What lies above a page, where nothing else shows the way back to it.
const OVERLAYS: &[Context] = &[C::Diary, C::ListOverlay, C::Search];
const BASES: &[Context] = &[C::Guide, C::SafetyGate, C::Timer, C::Summary, C::Rescue];
const ALL: &[Context] = &Context::ALL;
const TIMER: &[Context] = &[C::Timer];
const RESCUE: &[Context] = &[C::Rescue];

/// The table, in the order of footer and help.
#[rustfmt::skip]
pub(super) static BINDINGS: &[Binding] = &[
    // Reading the guide.
    row(LISTS, &[k(KeyName::Up), c('k')], A::Move(M::Up), "One up"),
    row(LISTS, &[k(KeyName::Down), c('j')], A::Move(M::Down), "One down"),
    row(&[C::Search], &[k(KeyName::Up)], A::Move(M::Up), "One up"),
    row(&[C::Search], &[k(KeyName::Down)], A::Move(M::Down), "One down"),
    hint(GUIDE, &[k(KeyName::Enter), k(KeyName::Right)], A::Choose, ("choose", 0), "Choose, or read on"),
    hint(&[C::ListOverlay], &[k(KeyName::Enter), k(KeyName::Right)], A::Choose, ("choose", 0), "Choose, or read on"),
    hint(&[C::Search], &[k(KeyName::Enter)], A::Choose, ("open", 0), "Open what is selected"),
    row(LISTS, DIGITS, A::Pick('1'), "Answer or choose directly"),
    hint(GUIDE, &[c('n')], A::Pick('n'), ("none of these", 3), "Answer \"none of these\""),
    hint(GUIDE, &[c('0')], A::Pick('0'), ("not sure", 3), "Answer \"not sure\""),
    row(GUIDE, &[c('o')], A::Pick('o'), "Open the page below the answers"),
    hint(GUIDE, &[k(KeyName::Left), k(KeyName::Backspace)], A::Previous, ("back", 4), "Back to the previous page"),
    hint(GUIDE, &[k(KeyName::Tab)], A::Trail, ("answers", 8), "Your answers: go back to one and change it"),
    hint(GUIDE, &[c('s')], A::Start, ("stretch", 3), "Start the stretches that fit this page"),
    row(SCROLLS, &[k(KeyName::PageUp)], A::Move(M::PageUp), "A screenful up"),
    hint(SCROLLS, &[k(KeyName::PageDown)], A::Move(M::PageDown), ("more", 4), "A screenful down"),
    row(LISTS, &[c('g'), k(KeyName::Home)], A::Move(M::Top), "To the top"),
    row(LISTS, &[c('G'), k(KeyName::End)], A::Move(M::Bottom), "To the end"),
    row(GUIDE, &[c('p')], A::Print, "Print this page on exit (again: cancel)"),
    row(GUIDE, &[c('r')], A::StartOver, "Start over"),
    // Before a stretch.
    hint(&[C::SafetyGate], &[k(KeyName::Enter)], A::Choose, ("none of these: start", 0), "None of these: start the stretches"),
    // A session.
    hint(TIMER, &[c(' '), k(KeyName::Enter)], A::Timer(T::Pause), ("pause", 0), "Pause or resume"),
    hint(TIMER, &[k(KeyName::Right), c('n')], A::Timer(T::Skip), ("skip", 4), "Skip this phase"),
    hint(TIMER, &[k(KeyName::Left), c('b')], A::Timer(T::Rewind), ("again", 5), "Restart phase; twice: previous"),
    hint(TIMER, &[c('+'), c('=')], A::Timer(T::Longer), ("10 s", 6), "10 seconds more in this phase"),
    hint(TIMER, &[c('-')], A::Timer(T::Shorter), ("10 s", 6), "10 seconds less in this phase"),
    hint(TIMER, &[c('x')], A::Timer(T::SwapLeg), ("swap leg", 8), "Swap the legs"),
    row(TIMER, &[c('r')], A::Timer(T::Restart), "Restart the session"),
    row(PANES, &[c('f')], A::FullScreen, "Full screen / split"),
    hint(TIMER, &[c('s')], A::Timer(T::Seated), ("sit down", 3), "While getting ready: the seated version"),
    row(TIMER, &[k(KeyName::PageUp)], A::Move(M::PageUp), "Scroll the page beside the timer up"),
    row(TIMER, &[k(KeyName::PageDown)], A::Move(M::PageDown), "Scroll the page beside the timer down"),
    hint(&[C::Summary], &[k(KeyName::Enter)], A::Choose, ("done", 0), "Done"),
    // A cramp now.
    hint(RESCUE, &[k(KeyName::Enter)], A::Rescue(R::LetGo), ("it has let go", 0), "It has let go"),
    row(RESCUE, &[c('1'), c('2'), c('3'), c('4')], A::Rescue(R::Muscle('1')), "The muscle that cramps"),
    hint(RESCUE, &[k(KeyName::Tab)], A::Rescue(R::NextPosition), ("lying, seated, standing", 4), "Lying, seated or standing, in turn"),
    hint(RESCUE, &[c('x')], A::Rescue(R::Leg), ("leg", 5), "Which leg it is: left, right, both, not said"),
    hint(RESCUE, &[c('-')], A::Rescue(R::Earlier), ("began earlier", 6), "It began a minute earlier"),
    // The diary.
    row(DIARY, &[k(KeyName::Left)], A::Night(N::Earlier), "The night before"),
    hint(DIARY, &[k(KeyName::Right)], A::Night(N::Later), ("night", 8), "The night after"),
    row(DIARY, &[k(KeyName::Up), c('k')], A::Move(M::Up), "A week earlier"),
    row(DIARY, &[k(KeyName::Down), c('j')], A::Move(M::Down), "A week later"),
    row(DIARY, &[k(KeyName::PageUp)], A::Move(M::PageUp), "Eight weeks earlier"),
    row(DIARY, &[k(KeyName::PageDown)], A::Move(M::PageDown), "Eight weeks later"),
    row(DIARY, &[k(KeyName::Home)], A::Move(M::Top), "To the first night"),
    row(DIARY, &[k(KeyName::End)], A::Move(M::Bottom), "To the last night"),
    hint(DIARY, &[k(KeyName::Enter)], A::Choose, ("open", 0), "Open the night: its cramp, to read or change"),
    hint(DIARY, &[c('a')], A::Night(N::Add), ("add", 8), "Add a cramp to this night"),
    hint(DIARY, &[c('w')], A::Details, ("change", 8), "Change the cramp of this night"),
    hint(DIARY, &[k(KeyName::Delete)], A::Night(N::Remove), ("remove", 8), "Remove the last entry of this night (u: undo)"),
    hint(DIARY, &[c('n')], A::QuietNight, (NO_CRAMP, 3), "Log a night without a cramp"),
    hint(DIARY, &[k(KeyName::Tab)], A::Night(N::NextChart), ("next chart", 4), "The next chart"),
    row(DIARY, &[k(KeyName::BackTab)], A::Night(N::PreviousChart), "The chart before"),
    // The form.
    hint(FORM, &[k(KeyName::Down), k(KeyName::Tab)], A::Move(M::Down), ("next field", 7), "The next field; what was typed is saved"),
    row(FORM, &[k(KeyName::Up), k(KeyName::BackTab)], A::Move(M::Up), "The field before"),
    row(FORM, &[k(KeyName::Enter)], A::Choose, "Save the field and go on"),
    hint(FORM, &[k(KeyName::Esc)], A::Back, ("done", 2), "Done"),
    hint(&[C::Guide, C::ListOverlay, C::Summary], &[c('d')], A::Diary, ("diary", 8), "The diary: nights, weeks, pain"),
    // Everywhere.
    hint(BODIES, &[c('e'), f(2)], A::Danger, (labels::DANGER, 1), "Danger signs: when to get help"),
    hint(TEXT, &[f(2)], A::Danger, (labels::DANGER, 1), "Danger signs: when to get help"),
    hint(NO_TEXT, &[c('c'), f(3)], A::CrampNow, ("cramp now", 5), "A cramp now: what to do this minute"),
    hint(TEXT, &[f(3)], A::CrampNow, ("cramp now", 5), "A cramp now: what to do this minute"),
    hint(BODIES, &[c('/'), f(4)], A::Search, ("search", 7), "Search the guide"),
    row(&[C::Search], &[f(4)], A::Search, "Empty the search field"),
    hint(FORM, &[f(4)], A::Search, ("search", 7), "Search the guide"),
    hint(GUIDE, &[c('l')], A::Log, ("log", 5), "Log a cramp, or the danger sign of this page"),
    hint(RESCUE, &[c('l')], A::Log, ("log", 5), "Log this cramp"),
    hint(&[C::ListOverlay], &[c('l')], A::Log, ("log", 5), "Log a cramp"),
    hint(DIARY, &[c('l')], A::Log, ("log", 3), "Log a cramp"),
    hint(&[C::SafetyGate, C::Summary], &[c('l')], A::Log, ("log", 5), "Log a cramp"),
    // A session logs itself.
    hint(TIMER, &[c('l')], A::Log, ("log", 8), "Log a cramp"),
    row(BODIES, &[c('u')], A::TakeBack, "Undo what was logged, within 10 seconds"),
    row(&[C::Guide, C::ListOverlay, C::Summary], &[c('w')], A::Details, "Add details to the last cramp: pain, sleep, help"),
    hint(GUIDE, &[c('i')], A::Sources, ("sources", 8), "Sources, evidence and words of this page"),
    row(&[C::ListOverlay], &[c('i')], A::Sources, "Sources, evidence and words of this page"),
    row(&[C::Timer, C::Rescue], &[c('i')], A::Sources, "How it is done, and its sources"),
    row(BODIES, &[c('t')], A::Theme, "The next theme: night, dark, light, terminal, mono"),
    row(BODIES, &[c('m')], A::Mute, "Mute / unmute"),
    row(BODIES, &[c('v')], A::Voice, "Voice on or off"),
    hint(BODIES, &[c('?'), f(1)], A::Help, ("keys", 2), "The keys of this screen"),
    hint(TEXT, &[f(1)], A::Help, ("keys", 2), "The keys of this screen"),
    hint(OVERLAYS, &[k(KeyName::Esc)], A::Back, ("back", 0), "Back one level"),
    row(BASES, &[k(KeyName::Esc)], A::Back, "Back one level"),
    row(&[C::Standby], &[k(KeyName::Esc), c('q')], A::Leave, "Leave"),
    hint(BODIES, &[c('q')], A::Leave, ("leave", 6), "Leave"),
    row(ALL, &[KeyPress::ctrl('c')], A::Interrupt, "Leave at once"),
    row(ALL, &[KeyPress::ctrl('z')], A::Suspend, "Suspend; `fg` brings it back"),
    row(ALL, &[KeyPress::ctrl('l')], A::Redraw, "Draw the screen again"),
];
