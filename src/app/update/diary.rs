//! The diary screen: a cursor over its nights, and what is done with the night under it.

use std::time::Duration;

use super::form;
use crate::app::effect::Effect;
use crate::app::keymap::{Movement, NightAction};
use crate::app::notice::DiaryNotice;
use crate::app::state::State;
use crate::app::view::View;
use crate::diary::chart::Charts;
use crate::diary::entry::{Entry, Record};
use crate::diary::jot::NewEntry;
use crate::diary::request::DiaryRequest;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Nights of a week.
const WEEK: usize = 7;

fn on_top(state: &mut State) -> Option<&mut Charts> {
    match state.overlays.last_mut() {
        Some(View::Diary(charts)) => Some(charts),
        _ => None,
    }
}

/// Moves over the nights: a week is a row.
pub(crate) fn move_by(charts: &mut Charts, movement: Movement) {
    match movement {
        Movement::Up => charts.earlier(WEEK),
        Movement::Down => charts.later(WEEK),
        Movement::PageUp => charts.earlier(8 * WEEK),
        Movement::PageDown => charts.later(8 * WEEK),
        Movement::Top => charts.earlier(charts.nights.len()),
        Movement::Bottom => charts.later(charts.nights.len()),
    }
}

/// Does what a key asks for on the diary screen.
pub(crate) fn act(state: &mut State, action: NightAction) -> Vec<Effect> {
    let Some(charts) = on_top(state) else {
        return Vec::new();
    };
    match action {
        NightAction::NextChart => charts.next(),
        NightAction::PreviousChart => charts.previous(),
        NightAction::Later => charts.later(1),
        NightAction::Earlier => charts.earlier(1),
        NightAction::Add => return add(state),
        NightAction::Remove => return remove(state),
    }
    Vec::new()
}

/// The entries of the night under the cursor, the latest last.
fn entries(state: &mut State) -> Vec<Entry> {
    let night = on_top(state).and_then(|charts| charts.nights.get(charts.cursor));
    night.map_or_else(Vec::new, |night| night.entries.clone())
}

/// Opens the form of the night's last cramp.
pub(crate) fn change(state: &mut State) -> Vec<Effect> {
    let is_cramp = |entry: &&Entry| matches!(entry.record, Record::Cramp(_));
    let found = entries(state).iter().rev().find(is_cramp).map(|entry| entry.id);
    match found {
        Some(id) => form::request(state, id),
        None => {
            state.tell(DiaryNotice::NoCrampThatNight);
            Vec::new()
        }
    }
}

/// Adds a cramp to the night under the cursor, and opens its form to say when it was.
fn add(state: &mut State) -> Vec<Effect> {
    let Some(charts) = on_top(state) else {
        return Vec::new();
    };
    let nights = charts.nights.len().saturating_sub(charts.cursor + 1);
    let days = u32::try_from(nights).unwrap_or(0);
    state.diary_status.form_after_adding = true;
    vec![Effect::Diary(DiaryRequest::Add(NewEntry::cramp_ago(DAY * days)))]
}

/// Removes the last entry of the night under the cursor; `u` brings it back.
fn remove(state: &mut State) -> Vec<Effect> {
    match entries(state).last() {
        Some(entry) => vec![Effect::Diary(DiaryRequest::Remove(entry.id))],
        None => {
            state.tell(DiaryNotice::NothingToRemove);
            Vec::new()
        }
    }
}
