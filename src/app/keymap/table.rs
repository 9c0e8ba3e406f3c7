//! The rows of the table of keys. One line each: read it as a table.

use super::{
    Action, Binding, Context, DiaryAction as D, Movement as M, PRESSED_DIGIT, RescueAction as R,
    TimerAction as T,
};
use crate::app::key::{KeyName, KeyPress};
use crate::text::messages::{diary::NO_CRAMP, labels};

const fn c(char: char) -> KeyPress {
    KeyPress::char(char)
}

const fn k(code: KeyName) -> KeyPress {
    KeyPress::plain(code)
}

/// A row; its hint is a word for the footer and how soon that gives way there.
const fn row(
    contexts: &'static [Context],
    keys: &'static [KeyPress],
    action: Action,
    hint: Option<(&'static str, u8)>,
    help: &'static str,
) -> Binding {
    Binding { contexts, keys, action, hint, help }
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
const TIMER: &[Context] = &[C::Timer];
const RESCUE: &[Context] = &[C::Rescue];

/// The table, in the order of footer and help.
#[rustfmt::skip]
pub(super) static BINDINGS: &[Binding] = &[
    // Reading the guide.
    row(LISTS, &[k(KeyName::Up), c('k')], A::Move(M::Up), None, "One up"),
    row(LISTS, &[k(KeyName::Down), c('j')], A::Move(M::Down), None, "One down"),
    row(&[C::Search], &[k(KeyName::Up)], A::Move(M::Up), None, "One up"),
    row(&[C::Search], &[k(KeyName::Down)], A::Move(M::Down), None, "One down"),
    row(LISTS, &[k(KeyName::Enter), k(KeyName::Right)], A::Choose, Some(("choose", 0)), "Choose, or read on"),
    row(&[C::Search], &[k(KeyName::Enter)], A::Choose, Some(("open", 0)), "Open what is selected"),
    row(LISTS, DIGITS, A::Pick(PRESSED_DIGIT), None, "Answer or choose directly"),
    row(GUIDE, &[c('n')], A::Pick('n'), Some(("none of these", 3)), "Answer \"none of these\""),
    row(GUIDE, &[c('0')], A::Pick('0'), Some(("not sure", 3)), "Answer \"not sure\""),
    row(GUIDE, &[c('o')], A::Pick('o'), None, "Open the page below the answers"),
    row(GUIDE, &[k(KeyName::Left), k(KeyName::Backspace)], A::Previous, Some(("back", 4)), "Back to the previous page"),
    row(GUIDE, &[k(KeyName::Tab)], A::Trail, Some(("answers", 8)), "Your answers: go back to one and change it"),
    row(GUIDE, &[c('s')], A::Start, Some(("stretch", 3)), "Start the stretches that fit this page"),
    row(SCROLLS, &[k(KeyName::PageUp)], A::Move(M::PageUp), None, "A screenful up"),
    row(SCROLLS, &[k(KeyName::PageDown)], A::Move(M::PageDown), Some(("more", 4)), "A screenful down"),
    row(LISTS, &[c('g'), k(KeyName::Home)], A::Move(M::Top), None, "To the top"),
    row(LISTS, &[c('G'), k(KeyName::End)], A::Move(M::Bottom), None, "To the end"),
    row(GUIDE, &[c('p')], A::Print, None, "Print this page on exit (again: cancel)"),
    row(GUIDE, &[c('r')], A::StartOver, None, "Start over"),
    // Before a stretch.
    row(&[C::SafetyGate], &[k(KeyName::Enter)], A::Choose, Some(("none of these: start", 0)), "None of these: start the stretches"),
    // A session.
    row(TIMER, &[c(' '), k(KeyName::Enter)], A::Timer(T::Pause), Some(("pause", 0)), "Pause or resume"),
    row(TIMER, &[k(KeyName::Right), c('n')], A::Timer(T::Skip), Some(("skip", 4)), "Skip this phase"),
    row(TIMER, &[k(KeyName::Left), c('b')], A::Timer(T::Rewind), Some(("again", 5)), "Restart phase; twice: previous"),
    row(TIMER, &[c('+'), c('=')], A::Timer(T::Longer), Some(("10 s", 6)), "10 seconds more in this phase"),
    row(TIMER, &[c('-')], A::Timer(T::Shorter), Some(("10 s", 6)), "10 seconds less in this phase"),
    row(TIMER, &[c('x')], A::Timer(T::SwapLeg), Some(("swap leg", 8)), "Swap the legs"),
    row(TIMER, &[c('r')], A::Timer(T::Restart), None, "Restart the session"),
    row(&[C::Guide, C::Timer], &[c('f')], A::FullScreen, None, "Full screen / split"),
    row(TIMER, &[c('s')], A::Timer(T::Seated), Some(("sit down", 3)), "While getting ready: the seated version"),
    row(TIMER, &[k(KeyName::PageUp)], A::Move(M::PageUp), None, "Scroll the page beside the timer up"),
    row(TIMER, &[k(KeyName::PageDown)], A::Move(M::PageDown), None, "Scroll the page beside the timer down"),
    row(&[C::Summary], &[k(KeyName::Enter)], A::Choose, Some(("done", 0)), "Done"),
    // A cramp now.
    row(RESCUE, &[k(KeyName::Enter)], A::Rescue(R::LetGo), Some(("it has let go", 0)), "It has let go"),
    row(RESCUE, &[c('1'), c('2'), c('3'), c('4')], A::Rescue(R::Muscle(PRESSED_DIGIT)), None, "The muscle that cramps"),
    row(RESCUE, &[k(KeyName::Tab)], A::Rescue(R::NextPose), Some(("lying, seated, standing", 4)), "Lying, seated or standing, in turn"),
    row(RESCUE, &[c('x')], A::Rescue(R::Leg), Some(("leg", 5)), "Which leg it is: left, right, both, not said"),
    row(RESCUE, &[c('-')], A::Rescue(R::Earlier), Some(("began earlier", 6)), "It began a minute earlier"),
    row(RESCUE, &[c('+'), c('=')], A::Rescue(R::Later), None, "It began a minute later"),
    // The diary.
    row(DIARY, &[k(KeyName::Left)], A::Diary(D::Earlier), None, "The night before"),
    row(DIARY, &[k(KeyName::Right)], A::Diary(D::Later), Some(("night", 8)), "The night after"),
    row(DIARY, &[k(KeyName::Up), c('k')], A::Move(M::Up), None, "A week earlier"),
    row(DIARY, &[k(KeyName::Down), c('j')], A::Move(M::Down), None, "A week later"),
    row(DIARY, &[k(KeyName::PageUp)], A::Move(M::PageUp), None, "Eight weeks earlier"),
    row(DIARY, &[k(KeyName::PageDown)], A::Move(M::PageDown), None, "Eight weeks later"),
    row(DIARY, &[k(KeyName::Home)], A::Move(M::Top), None, "To the first night"),
    row(DIARY, &[k(KeyName::End)], A::Move(M::Bottom), None, "To the last night"),
    row(DIARY, &[k(KeyName::Enter)], A::Choose, Some(("open", 0)), "Open the night: its cramp, to read or change"),
    row(DIARY, &[c('a')], A::Diary(D::Add), Some(("add", 8)), "Add a cramp to this night"),
    row(DIARY, &[c('w')], A::Details, Some(("change", 8)), "Change the cramp of this night"),
    row(DIARY, &[c(' ')], A::Diary(D::NextEntry), None, "The next entry of this night, where there are several"),
    row(DIARY, &[k(KeyName::Delete)], A::Diary(D::Remove), Some(("remove", 8)), "Remove this entry (u: undo)"),
    row(DIARY, &[c('n')], A::Diary(D::Quiet), Some((NO_CRAMP, 3)), "Log this night as one without a cramp"),
    row(DIARY, &[k(KeyName::Tab)], A::Diary(D::NextChart), Some(("next chart", 4)), "The next chart"),
    row(DIARY, &[k(KeyName::BackTab)], A::Diary(D::PreviousChart), None, "The chart before"),
    // The form.
    row(FORM, &[k(KeyName::Down), k(KeyName::Tab)], A::Move(M::Down), Some(("next field", 7)), "The next field; what was typed is saved"),
    row(FORM, &[k(KeyName::Up), k(KeyName::BackTab)], A::Move(M::Up), None, "The field before"),
    row(FORM, &[k(KeyName::Enter)], A::Choose, None, "Save the field and go on"),
    row(FORM, &[k(KeyName::Esc)], A::Back, Some(("done", 2)), "Done"),
    row(&[C::Guide, C::ListOverlay, C::Summary], &[c('d')], A::Charts, Some(("diary", 8)), "The diary: nights, weeks, pain"),
    // Everywhere.
    row(BODIES, &[c('e'), k(KeyName::F(2))], A::Danger, Some((labels::DANGER, 1)), "Danger signs: when to get help"),
    row(TEXT, &[k(KeyName::F(2))], A::Danger, Some((labels::DANGER, 1)), "Danger signs: when to get help"),
    row(NO_TEXT, &[c('c'), k(KeyName::F(3))], A::CrampNow, Some(("cramp now", 5)), "A cramp now: what to do this minute"),
    row(TEXT, &[k(KeyName::F(3))], A::CrampNow, Some(("cramp now", 5)), "A cramp now: what to do this minute"),
    row(RESCUE, &[c('c'), k(KeyName::F(3))], A::CrampNow, Some(("steps", 1)), "The cramp steps, once a danger sign was read"),
    row(BODIES, &[c('/'), k(KeyName::F(4))], A::Search, Some(("search", 7)), "Search the guide"),
    row(&[C::Search], &[k(KeyName::F(4))], A::Search, None, "Empty the search field"),
    row(FORM, &[k(KeyName::F(4))], A::Search, Some(("search", 7)), "Search the guide"),
    row(GUIDE, &[c('l')], A::Log, Some(("log", 5)), "Log a cramp, or the danger sign of this page"),
    row(RESCUE, &[c('l')], A::Log, Some(("log", 5)), "Log this cramp"),
    row(DIARY, &[c('l')], A::Log, Some(("log", 3)), "Log a cramp"),
    row(&[C::ListOverlay, C::SafetyGate, C::Summary], &[c('l')], A::Log, Some(("log", 5)), "Log a cramp"),
    // A session logs itself.
    row(TIMER, &[c('l')], A::Log, Some(("log", 8)), "Log a cramp"),
    row(BODIES, &[c('u')], A::TakeBack, None, "Undo what was logged, while that is offered"),
    row(&[C::Guide, C::ListOverlay, C::Summary], &[c('w')], A::Details, None, "Add details to the last cramp: pain, sleep, help"),
    row(GUIDE, &[c('i')], A::Sources, Some(("sources", 8)), "Sources, evidence and words of this page"),
    row(&[C::ListOverlay], &[c('i')], A::Sources, None, "Sources, evidence and words of this page"),
    row(TIMER, &[c('i')], A::Sources, None, "How it is done, and its sources"),
    row(RESCUE, &[c('i')], A::Sources, None, "Where the advice for after a cramp comes from"),
    row(BODIES, &[c('t')], A::Theme, None, "The next theme: night, dark, light, terminal, mono"),
    row(BODIES, &[c('m')], A::Mute, None, "Mute / unmute"),
    row(BODIES, &[c('v')], A::Voice, None, "Voice on or off"),
    row(BODIES, &[c('?'), k(KeyName::F(1))], A::Help, Some(("keys", 2)), "The keys of this screen"),
    row(TEXT, &[k(KeyName::F(1))], A::Help, Some(("keys", 2)), "The keys of this screen"),
    row(&[C::Diary, C::ListOverlay, C::Search], &[k(KeyName::Esc)], A::Back, Some(("back", 0)), "Back one level"),
    row(&[C::Guide, C::SafetyGate, C::Timer, C::Summary, C::Rescue], &[k(KeyName::Esc)], A::Back, None, "Back one level"),
    row(&[C::ListOverlay, C::SafetyGate], &[c('q')], A::Leave, Some(("close", 6)), "Close this box"),
    row(&[C::Diary, C::Guide, C::Timer, C::Summary, C::Rescue], &[c('q')], A::Leave, Some(("leave", 6)), "Leave"),
    row(&[C::Standby], &[k(KeyName::Esc), c('q')], A::Leave, None, "Leave"),
    row(&Context::ALL, &[KeyPress::ctrl('c')], A::Interrupt, None, "Leave at once"),
    row(&Context::ALL, &[KeyPress::ctrl('z')], A::Suspend, None, "Suspend; `fg` brings it back"),
    row(&Context::ALL, &[KeyPress::ctrl('l')], A::Redraw, None, "Draw the screen again"),
];
