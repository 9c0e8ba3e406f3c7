//! The rows of the table of keys. One line each: read it as a table.

use super::{Action, Binding, Context};
use crate::app::key::{KeyName, KeyPress};
use crate::text::messages::keys::{help, label};

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
    row(LISTS, &[k(KeyName::Up), c('k')], A::Up, "", help::UP),
    row(LISTS, &[k(KeyName::Down), c('j')], A::Down, "", help::DOWN),
    row(&[C::Search], &[k(KeyName::Up)], A::Up, "", help::UP),
    row(&[C::Search], &[k(KeyName::Down)], A::Down, "", help::DOWN),
    row(GUIDE, &[k(KeyName::Enter), k(KeyName::Right)], A::Choose, label::CHOOSE, help::CHOOSE),
    row(&[C::ListOverlay], &[k(KeyName::Enter), k(KeyName::Right)], A::Choose, label::CHOOSE, help::CHOOSE),
    row(&[C::Search], &[k(KeyName::Enter)], A::Choose, label::OPEN, help::OPEN),
    row(LISTS, &[c('1')], A::Pick(1), "", help::PICK),
    row(LISTS, &[c('2')], A::Pick(2), "", ""),
    row(LISTS, &[c('3')], A::Pick(3), "", ""),
    row(LISTS, &[c('4')], A::Pick(4), "", ""),
    row(LISTS, &[c('5')], A::Pick(5), "", ""),
    row(LISTS, &[c('6')], A::Pick(6), "", ""),
    row(LISTS, &[c('7')], A::Pick(7), "", ""),
    row(LISTS, &[c('8')], A::Pick(8), "", ""),
    row(LISTS, &[c('9')], A::Pick(9), "", ""),
    row(GUIDE, &[c('n')], A::NoneOfThese, label::NONE, help::NONE),
    row(GUIDE, &[c('0')], A::NotSure, label::NOT_SURE, help::NOT_SURE),
    row(GUIDE, &[k(KeyName::Left), k(KeyName::Backspace)], A::Previous, label::PREVIOUS, help::PREVIOUS),
    row(GUIDE, &[k(KeyName::Tab)], A::Trail, label::TRAIL, help::TRAIL),
    row(GUIDE, &[c('s')], A::Start, label::START, help::START),
    row(SCROLLS, &[k(KeyName::PageUp)], A::PageUp, "", help::PAGE_UP),
    row(SCROLLS, &[k(KeyName::PageDown)], A::PageDown, "", help::PAGE_DOWN),
    row(LISTS, &[c('g'), k(KeyName::Home)], A::Top, "", help::TOP),
    row(LISTS, &[c('G'), k(KeyName::End)], A::Bottom, "", help::BOTTOM),
    row(GUIDE, &[c('p')], A::Print, "", help::PRINT),
    row(GUIDE, &[c('r')], A::StartOver, "", help::START_OVER),
    // Before a stretch.
    row(&[C::SafetyGate], &[k(KeyName::Enter)], A::Choose, label::NONE_OF_THESE, help::NONE_OF_THESE),
    // A session.
    row(TIMER, &[c(' '), k(KeyName::Enter)], A::Pause, label::PAUSE, help::PAUSE),
    row(TIMER, &[k(KeyName::Right), c('n')], A::Skip, label::SKIP, help::SKIP),
    row(TIMER, &[k(KeyName::Left), c('b')], A::Rewind, label::REWIND, help::REWIND),
    row(TIMER, &[c('+'), c('=')], A::Longer, "", help::LONGER),
    row(TIMER, &[c('-')], A::Shorter, "", help::SHORTER),
    row(TIMER, &[c('x')], A::SwapLeg, label::SWAP_LEG, help::SWAP_LEG),
    row(TIMER, &[c('r')], A::Restart, "", help::RESTART),
    row(PANES, &[c('f')], A::FullScreen, "", help::FULL_SCREEN),
    row(TIMER, &[c('s')], A::Seated, label::SEATED, help::SEATED),
    row(TIMER, &[k(KeyName::PageUp)], A::PageUp, "", help::PAGE_BESIDE_UP),
    row(TIMER, &[k(KeyName::PageDown)], A::PageDown, "", help::PAGE_BESIDE_DOWN),
    row(&[C::Summary], &[k(KeyName::Enter)], A::Choose, label::DONE, help::DONE),
    // A cramp now.
    row(RESCUE, &[k(KeyName::Enter)], A::LetGo, label::LET_GO, help::LET_GO),
    row(RESCUE, &[c('1')], A::Muscle(1), "", help::MUSCLE),
    row(RESCUE, &[c('2')], A::Muscle(2), "", ""),
    row(RESCUE, &[c('3')], A::Muscle(3), "", ""),
    row(RESCUE, &[c('4')], A::Muscle(4), "", ""),
    row(RESCUE, &[k(KeyName::Tab)], A::NextPosition, label::POSITION, help::POSITION),
    row(RESCUE, &[c('x')], A::Leg, label::LEG, help::LEG),
    row(RESCUE, &[c('-')], A::Earlier, "", help::EARLIER),
    // The diary.
    row(DIARY, &[k(KeyName::Left)], A::PreviousNight, "", help::NIGHT_EARLIER),
    row(DIARY, &[k(KeyName::Right)], A::NextNight, label::NIGHT, help::NIGHT_LATER),
    row(DIARY, &[k(KeyName::Up), c('k')], A::Up, "", help::WEEK_EARLIER),
    row(DIARY, &[k(KeyName::Down), c('j')], A::Down, "", help::WEEK_LATER),
    row(DIARY, &[k(KeyName::PageUp)], A::PageUp, "", help::EIGHT_WEEKS_EARLIER),
    row(DIARY, &[k(KeyName::PageDown)], A::PageDown, "", help::EIGHT_WEEKS_LATER),
    row(DIARY, &[k(KeyName::Home)], A::Top, "", help::FIRST_NIGHT),
    row(DIARY, &[k(KeyName::End)], A::Bottom, "", help::LAST_NIGHT),
    row(DIARY, &[k(KeyName::Enter)], A::Choose, label::OPEN, help::OPEN_NIGHT),
    row(DIARY, &[c('a')], A::AddEntry, label::ADD, help::ADD_ENTRY),
    row(DIARY, &[c('w')], A::Details, label::CHANGE, help::CHANGE_ENTRY),
    row(DIARY, &[k(KeyName::Delete)], A::Remove, label::REMOVE, help::REMOVE_ENTRY),
    row(DIARY, &[c('n')], A::QuietNight, label::QUIET_NIGHT, help::QUIET_NIGHT),
    row(DIARY, &[k(KeyName::Tab)], A::NextChart, label::NEXT_CHART, help::NEXT_CHART),
    row(DIARY, &[k(KeyName::BackTab)], A::PreviousChart, "", help::PREVIOUS_CHART),
    // The form.
    row(FORM, &[k(KeyName::Down), k(KeyName::Tab)], A::Down, label::NEXT_FIELD, help::NEXT_FIELD),
    row(FORM, &[k(KeyName::Up), k(KeyName::BackTab)], A::Up, "", help::PREVIOUS_FIELD),
    row(FORM, &[k(KeyName::Enter)], A::Choose, "", help::FIELD_GIVEN),
    row(FORM, &[k(KeyName::Esc)], A::Back, label::DONE, help::FORM_DONE),
    row(&[C::Guide, C::ListOverlay, C::Summary], &[c('d')], A::Diary, label::DIARY, help::DIARY),
    // Everywhere.
    row(BODIES, &[c('e'), f(2)], A::Danger, label::DANGER, help::DANGER),
    row(TEXT, &[f(2)], A::Danger, label::DANGER, help::DANGER),
    row(NO_TEXT, &[c('c'), f(3)], A::CrampNow, label::CRAMP_NOW, help::CRAMP_NOW),
    row(TEXT, &[f(3)], A::CrampNow, label::CRAMP_NOW, help::CRAMP_NOW),
    row(BODIES, &[c('/'), f(4)], A::Search, label::SEARCH, help::SEARCH),
    row(&[C::Search], &[f(4)], A::Search, "", help::EMPTY_SEARCH),
    row(FORM, &[f(4)], A::Search, label::SEARCH, help::SEARCH),
    row(GUIDE, &[c('l')], A::Log, label::LOG, help::LOG),
    row(RESCUE, &[c('l')], A::Log, label::LOG, help::LOG_THIS),
    row(&[C::ListOverlay], &[c('l')], A::Log, label::LOG, help::LOG_TWICE),
    row(&[C::Diary, C::SafetyGate, C::Timer, C::Summary], &[c('l')], A::Log, label::LOG, help::LOG_CRAMP),
    row(BODIES, &[c('u')], A::TakeBack, "", help::TAKE_BACK),
    row(&[C::Guide, C::ListOverlay, C::Summary], &[c('w')], A::Details, "", help::DETAILS),
    row(GUIDE, &[c('i')], A::Sources, label::SOURCES, help::SOURCES),
    row(&[C::ListOverlay], &[c('i')], A::Sources, "", help::SOURCES),
    row(&[C::Timer, C::Rescue], &[c('i')], A::Sources, "", help::HOW_AND_SOURCES),
    row(BODIES, &[c('t')], A::Theme, "", help::THEME),
    row(BODIES, &[c('m')], A::Mute, "", help::MUTE),
    row(BODIES, &[c('v')], A::Voice, "", help::VOICE),
    row(BODIES, &[c('?'), f(1)], A::Help, label::HELP, help::HELP),
    row(TEXT, &[f(1)], A::Help, label::HELP, help::HELP),
    row(OVERLAYS, &[k(KeyName::Esc)], A::Back, label::BACK, help::BACK),
    row(BASES, &[k(KeyName::Esc)], A::Back, "", help::BACK),
    row(&[C::Standby], &[k(KeyName::Esc), c('q')], A::Leave, "", help::LEAVE),
    row(BODIES, &[c('q')], A::Leave, label::LEAVE, help::LEAVE),
    row(ALL, &[KeyPress::ctrl('c')], A::Interrupt, "", help::INTERRUPT),
    row(ALL, &[KeyPress::ctrl('z')], A::Suspend, "", help::SUSPEND),
    row(ALL, &[KeyPress::ctrl('l')], A::Redraw, "", help::REDRAW),
];
