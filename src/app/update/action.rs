//! Carries out what a key asks for.

use super::{choose, cramp, diary, logging, safety_gate, search, session, stack};
use crate::app::effect::{Effect, Ending};
use crate::app::keymap::{Action, Context, Movement, name};
use crate::app::settings::{ColorDepth, ThemeChoice};
use crate::app::state::State;
use crate::app::view::{ListKind, ListOverlay, View};
use crate::diary::request::DiaryRequest;
use crate::guide::Trail;
use crate::guide::trail::PagePlace;

/// Does what a key asks for.
pub(crate) fn carry_out(state: &mut State, action: Action) {
    match action {
        Action::Interrupt => leave(state, Ending::Interrupted),
        Action::Leave => close_or_leave(state),
        Action::Suspend => state.effects.push(Effect::Suspend),
        Action::Redraw => state.effects.push(Effect::Redraw),
        Action::Back => close_top_view(state),
        Action::Help => stack::toggle_list(state, ListKind::Keys(state.context())),
        Action::Sources => toggle_sources(state),
        Action::Trail => stack::open_list(state, ListKind::Answers),
        Action::Danger => toggle_danger(state),
        Action::Search => search::open(state),
        Action::Theme => next_theme(state),
        Action::Mute => session::toggle_mute(state),
        Action::Voice => session::toggle_voice(state),
        Action::FullScreen => state.full_screen = !state.full_screen,
        Action::Log => logging::log(state),
        Action::TakeBack => logging::take_back(state),
        Action::Charts => {
            // Opened anew it is on top.
            state.overlays.retain(|view| !matches!(view, View::Diary(_)));
            state.request(DiaryRequest::ReadStatistics);
        }
        Action::Start => safety_gate::start_fitting(state),
        Action::CrampNow => cramp::open(state),
        Action::StartOver => {
            session::close_from(state, 0);
            state.reading.trail = Trail::new(state.guide.start);
        }
        Action::Previous => go_back_or_close(state),
        Action::Print => toggle_print(state),
        Action::Pick(key) => choose::choose_by_key(state, key),
        Action::Timer(action) => session::change_session(state, action),
        Action::Rescue(action) => cramp::change_cramp(state, action),
        Action::Diary(action) => diary::handle_action(state, action),
        Action::Move(movement) => move_by(state, movement),
        Action::Choose => match state.context() {
            Context::Form => diary::next_field(state),
            Context::Diary => diary::open_form(state),
            Context::Summary => close_top_view(state),
            Context::SafetyGate => safety_gate::confirm_check(state),
            _ => choose::choose_selected(state),
        },
        Action::Details if state.context() == Context::Diary => diary::open_form(state),
        Action::Details => diary::ask_details(state),
    }
}

/// Closes what lies over a page; on a screen of its own it leaves the program.
fn close_or_leave(state: &mut State) {
    let is_over_page = match state.context() {
        Context::ListOverlay | Context::Search | Context::SafetyGate | Context::Form => true,
        _ => state.shows_danger(),
    };
    if is_over_page { close_top_view(state) } else { leave(state, Ending::Done) }
}

/// Leaves the program and keeps a cramp or a session that runs.
pub(crate) fn leave(state: &mut State, ending: Ending) {
    logging::save_before_leaving(state);
    state.ending = Some(ending);
}

/// Back one level; on the lowest level Esc means the page before.
pub(crate) fn close_top_view(state: &mut State) {
    if state.context() == Context::Form {
        return diary::close_form(state);
    }
    match state.overlays.pop() {
        Some(View::Timer(timer)) => session::close(state, *timer),
        Some(View::Rescue(rescue)) => logging::log_past_cramp(state, &rescue, false),
        Some(_) => {}
        None => go_back_or_close(state),
    }
}

/// To the page before; on the first page of what lies above the guide, closes it.
fn go_back_or_close(state: &mut State) {
    if !state.change_trail(|trail, _| trail.back()) && state.overlays.pop().is_none() {
        state.tell(format!("This is the first page. Press {} to leave.", name(Action::Leave)));
    }
}

/// Moves in the form, over the nights or on the page that the reader sees.
fn move_by(state: &mut State, movement: Movement) {
    match state.overlays.last_mut() {
        Some(View::Form(form)) => {
            form.move_by(movement);
        }
        Some(View::Diary(view)) => view.move_by(movement),
        _ => {
            let (page, place) = state.visible_page();
            state.set_place(match movement {
                Movement::Up => page.up(place),
                Movement::Down => page.down(place),
                Movement::PageUp => page.page_up(place),
                Movement::PageDown => page.page_down(place),
                Movement::Top => PagePlace::default(),
                Movement::Bottom => page.bottom(),
            });
        }
    }
}

/// Marks the page for printing on leaving, or no longer.
fn toggle_print(state: &mut State) {
    let here = state.top_reading().trail.here();
    if state.to_print.contains(&here) {
        state.to_print.retain(|id| *id != here);
        state.tell("This page will not be printed.");
    } else {
        state.to_print.push(here);
        state.tell("This page will be printed when you leave.");
    }
}

/// Sources, evidence and words of what is on the screen.
fn toggle_sources(state: &mut State) {
    let kind = match state.overlays.last() {
        Some(View::ListOverlay(ListOverlay { kind: stretch @ ListKind::Stretch(_), .. })) => {
            Some(stretch.clone())
        }
        Some(View::Timer(timer)) => timer.stretch(state.now.mono).map(ListKind::Stretch),
        Some(View::Rescue(_)) => {
            state.guide.rescue.as_ref().map(|rescue| ListKind::Sources(rescue.after))
        }
        _ => Some(ListKind::Sources(state.top_reading().trail.here())),
    };
    if let Some(kind) = kind {
        stack::toggle_list(state, kind);
    }
}

/// Opens the danger signs above whatever is there, or returns to them from a page that they lead to;
/// pressed again, closes them.
fn toggle_danger(state: &mut State) {
    if state.shows_danger() {
        let is_list = |state: &State| Some(state.top_reading().trail.here()) == state.guide.danger;
        if is_list(state) {
            state.overlays.pop();
        } else {
            while !is_list(state) && state.change_trail(|trail, _| trail.back()) {}
        }
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
    state.tell(format!("Theme: {}", next.word()));
}
