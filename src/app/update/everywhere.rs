//! What keys do on every screen.

use super::{choose, cramp, details, diary, form, logging, noted, reading, search, stack, timing};
use crate::app::effect::{Effect, Ending};
use crate::app::keymap::{Action, Context};
use crate::app::notice::GuideNotice;
use crate::app::settings::{ColorDepth, ThemeChoice};
use crate::app::state::State;
use crate::app::view::{ListKind, View};
use crate::diary::request::DiaryRequest;

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
        Action::Danger => toggle_danger(state),
        Action::Search => search::open(state),
        Action::Theme => next_theme(state),
        Action::Mute => return timing::mute(state),
        Action::Voice => return timing::voice(state),
        Action::FullScreen => state.full = !state.full,
        Action::Log => return logging::log(state),
        Action::QuietNight => return logging::quiet(),
        Action::TakeBack => return logging::take_back(state),
        Action::Diary => return vec![Effect::Diary(DiaryRequest::ReadCharts)],
        Action::Start => return choose::start_fitting(state),
        Action::CrampNow => return cramp::start(state),
        Action::StartOver => return reading::start_over(state),
        Action::Previous => reading::previous_or_close(state),
        Action::Print => reading::print(state),
        Action::Pick(key) => return choose::pick(state, key),
        Action::Timer(action) => return timing::act(state, action),
        Action::Rescue(action) => return cramp::act(state, action),
        Action::Night(action) => return diary::act(state, action),
        Action::Move(movement) => match state.overlays.last_mut() {
            Some(View::Form(form)) => form.move_by(movement),
            Some(View::Diary(charts)) => diary::move_by(charts, movement),
            _ => reading::move_by(state, movement),
        },
        Action::Choose => match state.context() {
            Context::Form => return form::next(state),
            Context::Diary => return diary::change(state),
            Context::Summary => return timing::finish(state),
            Context::SafetyGate => return choose::pass_gate(state),
            _ => return choose::selected(state),
        },
        Action::Details => match state.context() {
            Context::Diary => return diary::change(state),
            _ => return details::ask(state),
        },
    }
    Vec::new()
}

/// Closes what lies over a page; on a screen of its own it leaves the program.
fn quit(state: &mut State) -> Vec<Effect> {
    let is_over_page = match state.overlays.last() {
        Some(View::ListOverlay(_) | View::Search(_) | View::SafetyGate(_) | View::Form(_)) => true,
        Some(View::GuideView(reading)) => Some(reading.trail.first()) == state.guide.danger,
        Some(View::Timer | View::Rescue(_) | View::Diary(_) | View::Standby { .. }) | None => false,
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
        Some(View::Timer) => timing::put_aside(state),
        Some(View::Rescue(rescue)) => logging::cramp_over(state, &rescue, false),
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
        Some(View::Timer) => {
            state.timer().and_then(|timer| timer.stretch(state.now.mono)).map(ListKind::Stretch)
        }
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
fn toggle_danger(state: &mut State) {
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
