//! What each key asks for, whatever is on the screen.

use super::{choose, cramp, diary, form, logging, reading, reply, search, stack, timing};
use crate::app::effect::{Effect, Ending};
use crate::app::keymap::{Action, Context};
use crate::app::settings::{ColorDepth, ThemeChoice};
use crate::app::state::State;
use crate::app::view::{ListKind, View};
use crate::diary::request::{DiaryRequest, NewEntry};

/// Does what a key asks for.
pub(crate) fn act(state: &mut State, action: Action) {
    match action {
        Action::Interrupt => leave(state, Ending::Interrupted),
        Action::Leave => quit(state),
        Action::Suspend => state.effects.push(Effect::Suspend),
        Action::Redraw => state.effects.push(Effect::Redraw),
        Action::Back => back(state),
        Action::Help => stack::toggle_list(state, ListKind::Keys(state.context())),
        Action::Sources => sources(state),
        Action::Trail => stack::open_list(state, ListKind::Answers),
        Action::Danger => toggle_danger(state),
        Action::Search => search::open(state),
        Action::Theme => next_theme(state),
        Action::Mute => timing::mute(state),
        Action::Voice => timing::voice(state),
        Action::FullScreen => state.full = !state.full,
        Action::Log => logging::log(state),
        Action::QuietNight => state.request(DiaryRequest::Add(NewEntry::Quiet)),
        Action::TakeBack => logging::take_back(state),
        Action::Diary => state.request(DiaryRequest::ReadCharts),
        Action::Start => choose::start_fitting(state),
        Action::CrampNow => cramp::start(state),
        Action::StartOver => reading::start_over(state),
        Action::Previous => reading::previous_or_close(state),
        Action::Print => reading::print(state),
        Action::Pick(key) => choose::pick(state, key),
        Action::Timer(action) => timing::act(state, action),
        Action::Rescue(action) => cramp::act(state, action),
        Action::Night(action) => diary::act(state, action),
        Action::Move(movement) => match state.overlays.last_mut() {
            Some(View::Form(form)) => form.move_by(movement),
            Some(View::Diary(charts)) => diary::move_by(charts, movement),
            _ => reading::move_by(state, movement),
        },
        Action::Choose => match state.context() {
            Context::Form => form::next(state),
            Context::Diary => diary::change(state),
            Context::Summary => timing::finish(state),
            Context::SafetyGate => choose::pass_gate(state),
            _ => choose::selected(state),
        },
        Action::Details if state.context() == Context::Diary => diary::change(state),
        Action::Details => form::ask(state),
    }
}

/// Closes what lies over a page; on a screen of its own it leaves the program.
fn quit(state: &mut State) {
    let is_over_page = match state.context() {
        Context::ListOverlay | Context::Search | Context::SafetyGate | Context::Form => true,
        _ => shows_danger(state),
    };
    if is_over_page { back(state) } else { leave(state, Ending::Done) }
}

/// Leaves the program and keeps a cramp or a session that runs.
pub(crate) fn leave(state: &mut State, ending: Ending) {
    logging::before_leaving(state);
    state.ending = Some(ending);
}

/// Back one level; on the lowest level Esc means the page before.
fn back(state: &mut State) {
    if form::keeps_open(state) {
        return;
    }
    match state.overlays.pop() {
        Some(View::Form(_)) => reply::renew(state),
        Some(View::Timer) => timing::put_aside(state),
        Some(View::Rescue(rescue)) => logging::cramp_over(state, &rescue, false),
        Some(_) => {}
        None => reading::previous_or_close(state),
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

/// Whether the way through the danger signs is on top.
fn shows_danger(state: &State) -> bool {
    match state.overlays.last() {
        Some(View::GuideView(reading)) => Some(reading.trail.first()) == state.guide.danger,
        _ => false,
    }
}

/// Opens the danger signs above whatever is there; pressed again, closes them.
fn toggle_danger(state: &mut State) {
    if shows_danger(state) {
        state.overlays.pop();
    } else if let Some(danger) = state.guide.danger {
        stack::open_page(state, danger);
    }
}

fn next_theme(state: &mut State) {
    if state.theme() == ThemeChoice::Mono && state.settings.depth == ColorDepth::None {
        return state.tell("Colour is turned off for this terminal.");
    }
    let [_, themes @ ..] = ThemeChoice::ALL;
    let shown = themes.iter().position(|theme| *theme == state.theme());
    let next = themes[shown.map_or(0, |index| (index + 1) % themes.len())];
    state.settings.theme = next;
    state.tell(format!("Theme: {}", next.name()));
}
