//! The rows of the table of keys. One line each: read it as a table.

use super::{
    Action, Binding, Context, Movement as M, NightAction as N, RescueAction as R, TimerAction as T,
};
use crate::app::key::{KeyName, KeyPress};
use crate::text::messages::keys::label;

const fn c(char: char) -> KeyPress {
    KeyPress::char(char)
}

const fn k(code: KeyName) -> KeyPress {
    KeyPress::plain(code)
}

const fn f(n: u8) -> KeyPress {
    KeyPress::plain(KeyName::F(n))
}

const fn row(
    contexts: &'static [Context],
    keys: &'static [KeyPress],
    action: Action,
    label: &'static str,
    help: &'static str,
) -> Binding {
    Binding { contexts, keys, action, label, help }
}

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
    row(LISTS, &[k(KeyName::Up), c('k')], A::Move(M::Up), "", "One up"),
    row(LISTS, &[k(KeyName::Down), c('j')], A::Move(M::Down), "", "One down"),
    row(&[C::Search], &[k(KeyName::Up)], A::Move(M::Up), "", "One up"),
    row(&[C::Search], &[k(KeyName::Down)], A::Move(M::Down), "", "One down"),
    row(GUIDE, &[k(KeyName::Enter), k(KeyName::Right)], A::Choose, "choose", "Choose, or read on"),
    row(&[C::ListOverlay], &[k(KeyName::Enter), k(KeyName::Right)], A::Choose, "choose", "Choose, or read on"),
    row(&[C::Search], &[k(KeyName::Enter)], A::Choose, "open", "Open what is selected"),
    row(LISTS, &[c('1')], A::Pick('1'), "", "Answer or choose directly"),
    row(LISTS, &[c('2')], A::Pick('2'), "", ""),
    row(LISTS, &[c('3')], A::Pick('3'), "", ""),
    row(LISTS, &[c('4')], A::Pick('4'), "", ""),
    row(LISTS, &[c('5')], A::Pick('5'), "", ""),
    row(LISTS, &[c('6')], A::Pick('6'), "", ""),
    row(LISTS, &[c('7')], A::Pick('7'), "", ""),
    row(LISTS, &[c('8')], A::Pick('8'), "", ""),
    row(LISTS, &[c('9')], A::Pick('9'), "", ""),
    row(GUIDE, &[c('n')], A::Pick('n'), "none of these", "Answer \"none of these\""),
    row(GUIDE, &[c('0')], A::Pick('0'), "not sure", "Answer \"not sure\""),
    row(GUIDE, &[k(KeyName::Left), k(KeyName::Backspace)], A::Previous, "back", "Back to the previous page"),
    row(GUIDE, &[k(KeyName::Tab)], A::Trail, "answers", "Your answers: go back to one and change it"),
    row(GUIDE, &[c('s')], A::Start, "stretch", "Start the stretches that fit this page"),
    row(SCROLLS, &[k(KeyName::PageUp)], A::Move(M::PageUp), "", "A screenful up"),
    row(SCROLLS, &[k(KeyName::PageDown)], A::Move(M::PageDown), "more", "A screenful down"),
    row(LISTS, &[c('g'), k(KeyName::Home)], A::Move(M::Top), "", "To the top"),
    row(LISTS, &[c('G'), k(KeyName::End)], A::Move(M::Bottom), "", "To the end"),
    row(GUIDE, &[c('p')], A::Print, "", "Print this page on exit (again: cancel)"),
    row(GUIDE, &[c('r')], A::StartOver, "", "Start over"),
    // Before a stretch.
    row(&[C::SafetyGate], &[k(KeyName::Enter)], A::Choose, label::NONE_OF_THESE, "None of these: start the stretches"),
    // A session.
    row(TIMER, &[c(' '), k(KeyName::Enter)], A::Timer(T::Pause), "pause", "Pause or resume"),
    row(TIMER, &[k(KeyName::Right), c('n')], A::Timer(T::Skip), "skip", "Skip this phase"),
    row(TIMER, &[k(KeyName::Left), c('b')], A::Timer(T::Rewind), "again", "Restart phase; twice: previous"),
    row(TIMER, &[c('+'), c('=')], A::Timer(T::Longer), "10 s", "10 seconds more in this phase"),
    row(TIMER, &[c('-')], A::Timer(T::Shorter), "10 s", "10 seconds less in this phase"),
    row(TIMER, &[c('x')], A::Timer(T::SwapLeg), "swap leg", "Swap the legs"),
    row(TIMER, &[c('r')], A::Timer(T::Restart), "", "Restart the session"),
    row(PANES, &[c('f')], A::FullScreen, "", "Full screen / split"),
    row(TIMER, &[c('s')], A::Timer(T::Seated), "sit down", "While getting ready: the seated version"),
    row(TIMER, &[k(KeyName::PageUp)], A::Move(M::PageUp), "", "Scroll the page beside the timer up"),
    row(TIMER, &[k(KeyName::PageDown)], A::Move(M::PageDown), "", "Scroll the page beside the timer down"),
    row(&[C::Summary], &[k(KeyName::Enter)], A::Choose, "done", "Done"),
    // A cramp now.
    row(RESCUE, &[k(KeyName::Enter)], A::Rescue(R::LetGo), "it has let go", "It has let go"),
    row(RESCUE, &[c('1')], A::Rescue(R::Muscle(1)), "", "The muscle that cramps"),
    row(RESCUE, &[c('2')], A::Rescue(R::Muscle(2)), "", ""),
    row(RESCUE, &[c('3')], A::Rescue(R::Muscle(3)), "", ""),
    row(RESCUE, &[c('4')], A::Rescue(R::Muscle(4)), "", ""),
    row(RESCUE, &[k(KeyName::Tab)], A::Rescue(R::NextPosition), "lying, seated, standing", "Lying, seated or standing, in turn"),
    row(RESCUE, &[c('x')], A::Rescue(R::Leg), "leg", "Which leg it is: left, right, both, not said"),
    row(RESCUE, &[c('-')], A::Rescue(R::Earlier), "began earlier", "It began a minute earlier"),
    // The diary.
    row(DIARY, &[k(KeyName::Left)], A::Night(N::Earlier), "", "The night before"),
    row(DIARY, &[k(KeyName::Right)], A::Night(N::Later), "night", "The night after"),
    row(DIARY, &[k(KeyName::Up), c('k')], A::Move(M::Up), "", "A week earlier"),
    row(DIARY, &[k(KeyName::Down), c('j')], A::Move(M::Down), "", "A week later"),
    row(DIARY, &[k(KeyName::PageUp)], A::Move(M::PageUp), "", "Eight weeks earlier"),
    row(DIARY, &[k(KeyName::PageDown)], A::Move(M::PageDown), "", "Eight weeks later"),
    row(DIARY, &[k(KeyName::Home)], A::Move(M::Top), "", "To the first night"),
    row(DIARY, &[k(KeyName::End)], A::Move(M::Bottom), "", "To the last night"),
    row(DIARY, &[k(KeyName::Enter)], A::Choose, "open", "Open the night: its cramp, to read or change"),
    row(DIARY, &[c('a')], A::Night(N::Add), "add", "Add a cramp to this night"),
    row(DIARY, &[c('w')], A::Details, "change", "Change the cramp of this night"),
    row(DIARY, &[k(KeyName::Delete)], A::Night(N::Remove), "remove", "Remove the last entry of this night (u: undo)"),
    row(DIARY, &[c('n')], A::QuietNight, "no cramp", "Log a night without a cramp"),
    row(DIARY, &[k(KeyName::Tab)], A::Night(N::NextChart), "next chart", "The next chart"),
    row(DIARY, &[k(KeyName::BackTab)], A::Night(N::PreviousChart), "", "The chart before"),
    // The form.
    row(FORM, &[k(KeyName::Down), k(KeyName::Tab)], A::Move(M::Down), "next field", "The next field; what was typed is saved"),
    row(FORM, &[k(KeyName::Up), k(KeyName::BackTab)], A::Move(M::Up), "", "The field before"),
    row(FORM, &[k(KeyName::Enter)], A::Choose, "", "Save the field and go on"),
    row(FORM, &[k(KeyName::Esc)], A::Back, "done", "Done"),
    row(&[C::Guide, C::ListOverlay, C::Summary], &[c('d')], A::Diary, "diary", "The diary: nights, weeks, pain"),
    // Everywhere.
    row(BODIES, &[c('e'), f(2)], A::Danger, label::DANGER, "Danger signs: when to get help"),
    row(TEXT, &[f(2)], A::Danger, label::DANGER, "Danger signs: when to get help"),
    row(NO_TEXT, &[c('c'), f(3)], A::CrampNow, "cramp now", "A cramp now: what to do this minute"),
    row(TEXT, &[f(3)], A::CrampNow, "cramp now", "A cramp now: what to do this minute"),
    row(BODIES, &[c('/'), f(4)], A::Search, "search", "Search the guide"),
    row(&[C::Search], &[f(4)], A::Search, "", "Empty the search field"),
    row(FORM, &[f(4)], A::Search, "search", "Search the guide"),
    row(GUIDE, &[c('l')], A::Log, "log", "Log a cramp (press twice), or the danger sign of this page"),
    row(RESCUE, &[c('l')], A::Log, "log", "Log this cramp"),
    row(&[C::ListOverlay], &[c('l')], A::Log, "log", "Log a cramp (press twice)"),
    row(&[C::Diary, C::SafetyGate, C::Timer, C::Summary], &[c('l')], A::Log, "log", "Log a cramp"),
    row(BODIES, &[c('u')], A::TakeBack, "", "Undo what was logged, within 10 seconds"),
    row(&[C::Guide, C::ListOverlay, C::Summary], &[c('w')], A::Details, "", "Add details to the last cramp: pain, sleep, help"),
    row(GUIDE, &[c('i')], A::Sources, "sources", "Sources, evidence and words of this page"),
    row(&[C::ListOverlay], &[c('i')], A::Sources, "", "Sources, evidence and words of this page"),
    row(&[C::Timer, C::Rescue], &[c('i')], A::Sources, "", "How it is done, and its sources"),
    row(BODIES, &[c('t')], A::Theme, "", "The next theme: night, dark, light, terminal, mono"),
    row(BODIES, &[c('m')], A::Mute, "", "Mute / unmute"),
    row(BODIES, &[c('v')], A::Voice, "", "Voice on or off"),
    row(BODIES, &[c('?'), f(1)], A::Help, "keys", "The keys of this screen"),
    row(TEXT, &[f(1)], A::Help, "keys", "The keys of this screen"),
    row(OVERLAYS, &[k(KeyName::Esc)], A::Back, "back", "Back one level"),
    row(BASES, &[k(KeyName::Esc)], A::Back, "", "Back one level"),
    row(&[C::Standby], &[k(KeyName::Esc), c('q')], A::Leave, "", "Leave"),
    row(BODIES, &[c('q')], A::Leave, "leave", "Leave"),
    row(ALL, &[KeyPress::ctrl('c')], A::Interrupt, "", "Leave at once"),
    row(ALL, &[KeyPress::ctrl('z')], A::Suspend, "", "Suspend; `fg` brings it back"),
    row(ALL, &[KeyPress::ctrl('l')], A::Redraw, "", "Draw the screen again"),
];
