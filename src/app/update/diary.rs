//! The diary screen: a cursor over its nights, and what is done with the night under it.

use std::time::Duration;

use crate::app::keymap::{Movement, NightAction};
use crate::app::state::State;
use crate::app::view::View;
use crate::diary::chart::Charts;
use crate::diary::entry::{Entry, Record};
use crate::diary::request::{DiaryRequest, NewCramp, NewEntry};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Nights of a week.
const WEEK: isize = 7;

fn on_top(state: &mut State) -> Option<&mut Charts> {
    match state.overlays.last_mut() {
        Some(View::Diary(charts)) => Some(charts),
        _ => None,
    }
}

/// Moves over the nights: a week is a row.
pub(crate) fn move_by(charts: &mut Charts, movement: Movement) {
    match movement {
        Movement::Up => charts.move_by(-WEEK),
        Movement::Down => charts.move_by(WEEK),
        Movement::PageUp => charts.move_by(-8 * WEEK),
        Movement::PageDown => charts.move_by(8 * WEEK),
        Movement::Top => charts.move_by(isize::MIN),
        Movement::Bottom => charts.move_by(isize::MAX),
    }
}

/// Does what a key asks for on the diary screen.
pub(crate) fn handle_night(state: &mut State, action: NightAction) {
    let Some(charts) = on_top(state) else {
        return;
    };
    match action {
        NightAction::NextChart => charts.turn(true),
        NightAction::PreviousChart => charts.turn(false),
        NightAction::Later => charts.move_by(1),
        NightAction::Earlier => charts.move_by(-1),
        NightAction::Add => {
            // Its form opens next, to say when it was.
            let nights = charts.nights.len().saturating_sub(charts.cursor + 1);
            let days = u32::try_from(nights).unwrap_or(0);
            state.diary_status.form_after_adding = true;
            let cramp = NewCramp { ago: DAY * days, ..NewCramp::default() };
            state.request(DiaryRequest::Add(NewEntry::Cramp(cramp)));
        }
        NightAction::Remove => match entries(charts).last().map(|entry| entry.id) {
            Some(id) => state.request(DiaryRequest::Remove(id)),
            None => state.tell("Nothing to remove that night."),
        },
    }
}

/// The entries of the night under the cursor, the latest last.
fn entries(charts: &Charts) -> &[Entry] {
    charts.nights.get(charts.cursor).map_or(&[], |night| &night.entries)
}

/// Opens the form of the night's last cramp.
pub(crate) fn open_form(state: &mut State) {
    let is_cramp = |entry: &&Entry| matches!(entry.record, Record::Cramp(_));
    let found = on_top(state).and_then(|charts| entries(charts).iter().rfind(is_cramp));
    match found.map(|entry| entry.id) {
        Some(id) => state.request(DiaryRequest::ReadCramp(Some(id))),
        None => state.tell("No cramp that night. a: add one."),
    }
}
