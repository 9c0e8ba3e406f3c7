//! What keys do on every screen.

use super::{choose, cramp, details, diary, form, logging, noted, reading, search, stack, timing};
use crate::app::effect::{Effect, Ending};
use crate::app::keymap::{Action, Context};
use crate::app::settings::{ColorDepth, ThemeChoice};
use crate::app::state::State;
use crate::app::view::{ListKind, View};
use crate::diary::request::DiaryRequest;
use crate::text::messages::notices::GuideNotice;

/// Does what a key asks for.
pub(crate) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Interrupt => return leave(state, Ending::Interrupted),
        Action::Leave => return quit(state),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
        Action::Back => return back(state),
        Action::Help => stack::toggle_list(state, ListKind::Keys(state.context())),
        Action::Sources => sources(state),
        Action::Trail => stack::open_sheet(state, ListKind::Answers),
        Action::Danger => return toggle_danger(state),
        Action::Search => search::open(state),
        Action::Theme => next_theme(state),
        Action::Pick(_) | Action::NoneOfThese | Action::NotSure => {
            return choose::act(state, action);
        }
        Action::Log => return logging::log(state),
        Action::QuietNight => return logging::quiet(),
        Action::TakeBack => return logging::take_back(state),
        Action::Diary => return vec![Effect::Diary(DiaryRequest::ReadCharts)],
        Action::Start => return choose::start_fitting(state),
        Action::CrampNow => return cramp::start(state),
        Action::StartOver => return reading::start_over(state),
        Action::Previous | Action::Print => reading::act(state, action),
        Action::Muscle(_)
        | Action::NextPosition
        | Action::Leg
        | Action::Earlier
        | Action::LetGo => {
            return cramp::act(state, action);
        }
        Action::Pause
        | Action::Skip
        | Action::Rewind
        | Action::Longer
        | Action::Shorter
        | Action::SwapLeg
        | Action::Restart
        | Action::FullScreen
        | Action::Seated
        | Action::Mute
        | Action::Voice => {
            return timing::act(state, action);
        }
        Action::Up
        | Action::Down
        | Action::PageUp
        | Action::PageDown
        | Action::Top
        | Action::Bottom
        | Action::Choose
        | Action::Details
        | Action::NextChart
        | Action::PreviousChart
        | Action::NextNight
        | Action::PreviousNight
        | Action::AddEntry
        | Action::Remove => return move_or_choose(state, action),
    }
    Vec::new()
}

/// Moves or chooses on what lies on top.
fn move_or_choose(state: &mut State, action: Action) -> Vec<Effect> {
    match (state.context(), action) {
        (Context::Form, _) => return form::act(state, action),
        (Context::Diary, _) => return diary::act(state, action),
        (_, Action::Details) => return details::ask(state),
        (_, Action::Choose) => return choose::act(state, action),
        (_, _) => reading::act(state, action),
    }
    Vec::new()
}

/// Closes what lies over a page; on a screen of its own it leaves the program.
fn quit(state: &mut State) -> Vec<Effect> {
    let is_over_page = match state.overlays.last() {
        Some(View::ListOverlay(_) | View::Search(_) | View::SafetyGate(_) | View::Form(_)) => true,
        Some(View::GuideView(reading)) => Some(reading.trail.first()) == state.guide.danger,
        Some(View::Timer(_) | View::Rescue(_) | View::Diary(_) | View::Standby { .. }) | None => {
            false
        }
    };
    if is_over_page {
        return back(state);
    }
    leave(state, Ending::Done)
}

/// Leaves; what runs is kept.
pub(crate) fn leave(state: &mut State, ending: Ending) -> Vec<Effect> {
    let mut effects = logging::before_leaving(state);
    effects.push(Effect::Leave(ending));
    effects
}

/// Back one level; on the lowest level Esc means the page before.
fn back(state: &mut State) -> Vec<Effect> {
    if form::keeps_open(state) {
        return Vec::new();
    }
    match state.overlays.pop() {
        Some(View::Form(_)) => noted::renew(state),
        Some(View::Timer(timer)) => timing::put_aside(state, *timer),
        Some(View::Rescue(cramp)) => logging::cramp_over(state, &cramp, false),
        Some(_) => Vec::new(),
        None => {
            if !reading::previous(state) {
                state.tell(GuideNotice::FirstPage);
            }
            Vec::new()
        }
    }
}

/// Sources, evidence and words of what is on the screen.
fn sources(state: &mut State) {
    let kind = match state.overlays.last() {
        Some(View::Timer(timer)) => timer.stretch(state.now.mono).map(ListKind::Stretch),
        Some(View::Rescue(_)) => {
            let after = state.guide.rescue.as_ref().map(|rescue| rescue.after);
            after.map(ListKind::Sources)
        }
        _ => Some(ListKind::Sources(state.top_reading().trail.here())),
    };
    if let Some(kind) = kind {
        stack::toggle_list(state, kind);
    }
}

/// Opens the danger signs above whatever is there; pressed again, closes them.
fn toggle_danger(state: &mut State) -> Vec<Effect> {
    let danger = state.guide.danger;
    let is_open = match state.overlays.last() {
        Some(View::GuideView(reading)) => Some(reading.trail.first()) == danger,
        _ => false,
    };
    if is_open {
        state.overlays.pop();
    } else if let Some(danger) = danger {
        stack::open_page(state, danger);
    }
    Vec::new()
}

fn next_theme(state: &mut State) {
    if state.theme() == ThemeChoice::Mono && state.settings.depth == ColorDepth::None {
        state.tell(GuideNotice::NoColor);
        return;
    }
    let next = match state.theme() {
        ThemeChoice::Auto | ThemeChoice::Night => ThemeChoice::Dark,
        ThemeChoice::Dark => ThemeChoice::Light,
        ThemeChoice::Light => ThemeChoice::Terminal,
        ThemeChoice::Terminal => ThemeChoice::Mono,
        ThemeChoice::Mono => ThemeChoice::Night,
    };
    state.settings.theme = next;
    state.tell(GuideNotice::Theme(next.name()));
}
