//! What the diary answered: what the reader is told of it, and what it changes.

use super::{diary, stack};
use crate::app::diary_status::{COMPARED_NIGHTS, CrampEntry, LastSaved};
use crate::app::diary_view::DiaryView;
use crate::app::form::Form;
use crate::app::keymap::{Action, Binding, bindings, name};
use crate::app::state::State;
use crate::app::view::View;
use crate::diary::request::{DiaryReply, DiaryRequest, Logged, NewEntry, Unfinished};
use crate::diary::statistics::Statistics;
use crate::stretch::plan::Plan;
use crate::stretch::session::{Session, Snapshot};
use crate::text::messages::amounts;
use crate::text::messages::diary::HOW_TO_UNDO;

/// What the diary's answer changes.
pub(crate) fn handle_reply(state: &mut State, reply: DiaryReply) {
    match reply {
        DiaryReply::Added { entry, result } => report_added(state, entry, result),
        DiaryReply::Statistics(result) => {
            if let Some(statistics) = or_tell(state, result) {
                show_statistics(state, *statistics);
            }
        }
        DiaryReply::StartupPrompts { session, unfinished } => {
            offer_unfinished(state, session.as_deref(), unfinished);
        }
        DiaryReply::LastNights(nights) => state.diary_status.last_nights = nights,
        DiaryReply::Cramp(result) => {
            if let Some((id, cramp)) = or_tell(state, result) {
                stack::open(state, View::Form(Box::new(Form::new(id, &cramp))));
            }
        }
        DiaryReply::FieldSaved { entry, field, typed, result } => {
            diary::field_saved(state, entry, field, typed, result);
        }
        DiaryReply::Removed(result) => {
            if let Some((id, what)) = or_tell(state, result) {
                diary::withdraw_offer(state, id);
                let undo = name(Action::TakeBack);
                state.tell(format!("Removed: {what}. Press {undo} to undo."));
                let at = state.now.mono;
                state.diary_status.last = Some(LastSaved { id, entry: None, at, is_offered: true });
            }
            read_again(state);
        }
        DiaryReply::Undone(result) => {
            match result {
                Ok(true) => state.tell("Undone."),
                Ok(false) => state.tell("It was gone already."),
                Err(why) => state.tell(format!("Not undone: {why}")),
            }
            read_again(state);
        }
        DiaryReply::Failed(what) => state.tell(what),
    }
}

/// What was asked for; tells the reader why, where it is not there.
fn or_tell<T>(state: &mut State, result: Result<T, String>) -> Option<T> {
    result.map_err(|why| state.tell(amounts::capital(&why))).ok()
}

/// An entry was added or completed, or could not be.
fn report_added(state: &mut State, entry: NewEntry, result: Result<Option<Logged>, String>) {
    let mut aloud = true;
    let is_cramp = matches!(entry, NewEntry::Cramp(_));
    let opens_form = matches!(&entry, NewEntry::Cramp(cramp) if cramp.opens_form);
    if is_cramp
        && let Some(rescue) = state.rescue_mut()
        && let CrampEntry::Asked { aloud: asked } = rescue.entry
    {
        aloud = asked;
        rescue.entry = match &result {
            Ok(Some(logged)) => CrampEntry::Saved(logged.id),
            Ok(None) | Err(_) => CrampEntry::Refused,
        };
    }
    if is_cramp {
        state.diary_status.cramp_refused = result.is_err();
    }
    if !aloud {
        return;
    }
    match result {
        Ok(Some(logged)) => {
            let id = logged.id;
            if is_cramp {
                diary::offer_details(state, id);
                if opens_form {
                    state.request(DiaryRequest::ReadCramp(Some(id)));
                }
            }
            state.tell_also(what_was_logged(state, &entry, logged));
            let at = state.now.mono;
            state.diary_status.last =
                Some(LastSaved { id, entry: Some(entry), at, is_offered: true });
        }
        // Nothing was held in this session, so nothing is said.
        Ok(None) if matches!(entry, NewEntry::Stretched { .. }) => {}
        Ok(None) => state.tell_also("Not saved (--no-save is on)."),
        Err(why) => state.tell_also(format!("Not logged: {why}")),
    }
    read_again(state);
}

/// What was logged, and what can be done about it.
fn what_was_logged(state: &State, entry: &NewEntry, logged: Logged) -> String {
    let days = logged.night.days(Some(logged.night.0.year()));
    let quiet = format!("Night of {days} logged: no cramp.");
    let what = match entry {
        NewEntry::Cramp(_) => "Cramp logged.",
        NewEntry::Stretched { .. } => "Stretching logged.",
        NewEntry::Sign { .. } => "Danger sign logged.",
        NewEntry::Quiet(_) => &quiet,
    };
    let more = match (logged.ends_trial, logged.same_minute) {
        (true, _) => Some("This ends the self-trial."),
        (false, true) => Some("Another one is logged at the same minute."),
        (false, false) => None,
    };
    // After the last line nobody reads a key any more.
    let is_last = state.is_plain && state.leaves_after_session();
    let undo = format!("Press {} to undo.", name(Action::TakeBack));
    let undo = if is_last { HOW_TO_UNDO } else { &undo };
    let is_details = |key: &Binding| key.action == Action::Details;
    let has_details = matches!(entry, NewEntry::Cramp(_))
        && state.rescue().is_none()
        && bindings(state.context()).any(is_details);
    let details = has_details.then(|| format!("{}: add details.", name(Action::Details)));
    let said = [Some(what), more, Some(undo), details.as_deref()];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Reads what the first page and the charts show of the diary.
pub(crate) fn read_again(state: &mut State) {
    state.request(DiaryRequest::ReadLastNights(COMPARED_NIGHTS));
    if state.overlays.iter().any(|view| matches!(view, View::Diary(_))) {
        state.request(DiaryRequest::ReadStatistics);
    }
}

/// Opens the diary's screen, or renews what it shows.
fn show_statistics(state: &mut State, statistics: Statistics) {
    // A list or the form of an entry that was just added may lie above it: that stays on top.
    match state.overlays.iter_mut().find(|view| matches!(view, View::Diary(_))) {
        Some(View::Diary(view)) => view.renew(statistics),
        _ => stack::open(state, View::Diary(Box::new(DiaryView::new(statistics)))),
    }
}

/// Offers to go on with a session that was broken off, and to complete unfinished entries.
fn offer_unfinished(state: &mut State, kept: Option<&Snapshot>, unfinished: Option<Unfinished>) {
    if let Some(kept) = kept.filter(|_| state.waiting_session().is_none()) {
        let Plan { routine: id, options, .. } = kept.plan();
        let routine = state.guide.routines.get(id.as_str());
        let plan = routine.and_then(|routine| Plan::new(id, routine, *options).ok());
        match plan.and_then(|plan| Session::resumed(&plan, kept, state.now.boot)) {
            Some(session) => {
                state.left_session = Some(session);
                let key = name(Action::Start);
                state.tell_also(format!("You have an unfinished session. Press {key} to resume."));
            }
            None => state.request(DiaryRequest::ReleaseSession),
        }
    }
    if let Some(Unfinished { ids, line }) = unfinished {
        // Cramps logged since then are asked about first.
        for id in std::mem::replace(&mut state.diary_status.to_detail, ids) {
            diary::offer_details(state, id);
        }
        state.tell_also(line);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::app::layout::Size;
    use crate::app::message::{Launch, Message};
    use crate::app::settings::Settings;
    use crate::app::time::Now;
    use crate::app::update::update;
    use crate::diary::entry::EntryId;
    use crate::diary::night::Night;
    use crate::stretch::plan::Options;
    use crate::stretch::summary::SessionSummary;

    fn said_at_the_end(is_plain: bool, last: Option<Duration>) -> String {
        let guide = crate::guide::built_in().unwrap();
        let routine = guide.routines.keys().next().unwrap().clone();
        let launch = Launch::Stretch { routine: routine.clone(), options: Options::default() };
        let mut state = State::new(guide.into(), Settings::default(), Size::default());
        state.is_plain = is_plain;
        update(&mut state, Message::Launched(launch), Now::default());
        let end = last.unwrap_or(state.timer().unwrap().session.plan().total);
        update(&mut state, Message::Tick, Now::at(end));
        let night = Night("2026-03-04".parse().unwrap());
        let logged = Logged { id: EntryId(1), night, ends_trial: false, same_minute: false };
        let result = Ok(Some(logged));
        let entry = NewEntry::Stretched { ago: end, routine, summary: SessionSummary::default() };
        let reply = DiaryReply::Added { entry, result };
        update(&mut state, Message::Diary(reply), Now::at(end));
        state.notices.join(" ")
    }

    #[test]
    fn the_last_line_names_no_key_that_nobody_reads_any_more() {
        let still_read = "Stretching logged. Press u to undo.";
        assert_eq!(said_at_the_end(true, Some(Duration::ZERO)), still_read);
        assert_eq!(said_at_the_end(false, None), still_read);
        let last = said_at_the_end(true, None);
        assert!(!last.contains("Press"), "{last}");
        assert!(last.contains("`uncramp diary undo`"), "{last}");
    }
}
