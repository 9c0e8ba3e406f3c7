//! What came of what the diary was asked for, as the reader is told.

use super::{details, form, stack};
use crate::app::diary_status::{COMPARED_NIGHTS, CrampEntry, LastSaved};
use crate::app::effect::Effect;
use crate::app::notice::DiaryNotice;
use crate::app::state::State;
use crate::app::view::View;
use crate::diary::chart::Charts;
use crate::diary::entry::{Entry, EntryId};
use crate::diary::jot::{Noted, Subject};
use crate::diary::request::DiaryRequest;

/// The diary has answered.
pub(crate) fn tell(
    state: &mut State,
    subject: Subject,
    result: Result<Option<Noted>, String>,
) -> Vec<Effect> {
    let mut aloud = true;
    if subject == Subject::Cramp
        && let Some(rescue) = state.rescue_mut()
        && let CrampEntry::Asked { aloud: asked } = rescue.entry
    {
        aloud = asked;
        rescue.entry = match &result {
            Ok(Some(noted)) => CrampEntry::Saved(noted.id),
            Ok(None) | Err(_) => CrampEntry::Refused,
        };
    }
    if !aloud {
        return Vec::new();
    }
    let mut opened = Vec::new();
    match result {
        Ok(Some(Noted { id, ends_trial, same_minute })) => {
            let is_cramp = subject == Subject::Cramp;
            if is_cramp {
                details::may_add(state, id);
            }
            if is_cramp && std::mem::take(&mut state.diary_status.form_after_adding) {
                opened = form::request(state, id);
            }
            state.tell_also(DiaryNotice::Logged {
                subject: subject.clone(),
                ends_trial,
                same_minute,
                details_key: is_cramp && details::has_key(state),
            });
            let at = state.now.mono;
            state.diary_status.last = Some(LastSaved { id, subject, at });
        }
        // A session of which nothing was held is not worth a word.
        Ok(None) if subject == Subject::Stretched => {}
        Ok(None) => state.tell_also(DiaryNotice::NotSaved),
        Err(why) => state.tell_also(DiaryNotice::NotLogged(why)),
    }
    opened.extend(renew(state));
    opened
}

/// The diary has taken something back.
pub(crate) fn took_back(state: &mut State, result: Result<bool, String>) -> Vec<Effect> {
    state.tell(match result {
        Ok(true) => DiaryNotice::Undone,
        Ok(false) => DiaryNotice::GoneAlready,
        Err(why) => DiaryNotice::NotUndone(why),
    });
    renew(state)
}

/// An entry was read or changed.
pub(crate) fn changed(state: &mut State, result: Result<Box<Entry>, String>) -> Vec<Effect> {
    match result {
        Ok(entry) => form::entry_read(state, &entry),
        Err(why) => state.tell(DiaryNotice::NotRead(why)),
    }
    renew(state)
}

/// An entry was removed; one key brings it back.
pub(crate) fn removed(state: &mut State, result: Result<EntryId, String>) -> Vec<Effect> {
    match result {
        Ok(id) => {
            details::forget(state, id);
            let at = state.now.mono;
            let subject = Subject::Removal;
            state.diary_status.last = Some(LastSaved { id, subject, at });
            state.tell(DiaryNotice::Removed);
        }
        Err(why) => state.tell(DiaryNotice::NotRead(why)),
    }
    renew(state)
}

/// What the screen shows of the diary is drawn from fresh numbers.
pub(crate) fn renew(state: &State) -> Vec<Effect> {
    match state.overlays.last() {
        Some(View::Diary(_)) => vec![Effect::Diary(DiaryRequest::ReadCharts)],
        _ => vec![Effect::Diary(DiaryRequest::ReadLastNights(COMPARED_NIGHTS))],
    }
}

/// The diary was read: its charts open, or are renewed.
pub(crate) fn show_charts(state: &mut State, result: Result<Box<Charts>, String>) -> Vec<Effect> {
    match (result, state.overlays.last_mut()) {
        (Ok(charts), Some(View::Diary(shown))) => shown.renew(*charts),
        (Ok(charts), _) => {
            stack::open(state, View::Diary(charts));
        }
        (Err(why), _) => state.tell(DiaryNotice::NotRead(why)),
    }
    Vec::new()
}
