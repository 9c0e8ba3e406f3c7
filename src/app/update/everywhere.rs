//! What keys do on every screen.

use super::{choose, cramp, details, logging, reading, search, stack, timing};
use crate::app::effect::{Effect, Ending};
use crate::app::keymap::Action;
use crate::app::settings::{ColorDepth, ThemeChoice};
use crate::app::state::State;
use crate::app::view::{ListKind, View};
use crate::diary::request::DiaryRequest;
use crate::text::messages::notices::GuideNotice;

/// Does what a key asks for.
pub(crate) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Interrupt => return leave(state, Ending::Interrupted),
        Action::Leave => return leave(state, Ending::Done),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
        Action::Back => return back(state),
        Action::Help => stack::open_sheet(state, ListKind::Keys(state.context())),
        Action::Sources => sources(state),
        Action::Trail => stack::open_sheet(state, ListKind::Answers),
        Action::Danger => open_danger(state),
        Action::Search => search::open(state),
        Action::Theme => next_theme(state),
        Action::Choose | Action::Pick(_) | Action::NoneOfThese | Action::NotSure => {
            return choose::act(state, action);
        }
        Action::Log => return logging::log(state),
        Action::QuietNight => return logging::quiet(),
        Action::TakeBack => return logging::take_back(state),
        Action::Details => return details::ask(state),
        Action::Diary => return vec![Effect::Diary(DiaryRequest::ReadCharts)],
        Action::Start => return choose::start_fitting(state),
        Action::CrampNow => return cramp::start(state),
        Action::StartOver => return reading::start_over(state),
        Action::Muscle(_)
        | Action::Lying
        | Action::Sitting
        | Action::Standing
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
        _ => reading::act(state, action),
    }
    Vec::new()
}

/// Leaves; what runs is kept.
fn leave(state: &mut State, ending: Ending) -> Vec<Effect> {
    let mut effects = logging::before_leaving(state);
    effects.push(Effect::Leave(ending));
    effects
}

/// Back one level; on the lowest level Esc means the page before.
fn back(state: &mut State) -> Vec<Effect> {
    match state.overlays.pop() {
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
        stack::open_sheet(state, kind);
    }
}

/// Opens the danger signs above whatever is there.
fn open_danger(state: &mut State) {
    if let Some(danger) = state.guide.danger {
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
