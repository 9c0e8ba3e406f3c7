//! What came of what the diary was asked for, as the reader is told.

use super::{details, stack};
use crate::app::diary_status::{CrampEntry, LastSaved};
use crate::app::effect::Effect;
use crate::app::state::State;
use crate::app::view::View;
use crate::diary::chart::Charts;
use crate::diary::jot::{Noted, Subject};
use crate::diary::request::DiaryRequest;
use crate::text::messages::amounts;
use crate::text::messages::notices;

/// Says this after what stands in the notice already and is not to be lost.
fn say(state: &mut State, told: &[&str]) {
    let before = state.notice.take().unwrap_or_default();
    let all = [&[before.trim()], told].concat();
    state.notice = Some(notices::sentences(&all));
}

/// The diary has answered.
pub(crate) fn tell(
    state: &mut State,
    subject: Subject,
    result: Result<Option<Noted>, String>,
) -> Vec<Effect> {
    let mut aloud = true;
    if let (Subject::Cramp, CrampEntry::Asked { aloud: asked }) =
        (&subject, state.diary_status.cramp)
    {
        aloud = asked;
        state.diary_status.cramp = match result {
            Ok(Some(noted)) => CrampEntry::Saved(noted.id),
            Ok(None) | Err(_) => CrampEntry::Refused,
        };
    }
    if !aloud {
        return Vec::new();
    }
    match result {
        Ok(Some(Noted { id, ends_trial })) => {
            let trial = if ends_trial { notices::ENDS_TRIAL } else { "" };
            let more = if subject == Subject::Cramp {
                details::may_add(state, id);
                details::hint(state)
            } else {
                ""
            };
            let told = told(&subject);
            say(state, &[told, trial, notices::CAN_BE_TAKEN_BACK, more]);
            let at = state.now.mono;
            state.diary_status.last = Some(LastSaved { id, subject, at });
        }
        // A session of which nothing was held is not worth a word.
        Ok(None) if subject == Subject::Stretched => {}
        Ok(None) => say(state, &[notices::DIARY_CLOSED]),
        Err(why) => say(state, &[&notices::not_noted(&why)]),
    }
    renew(state)
}

/// What was noted, in a sentence.
fn told(subject: &Subject) -> &'static str {
    match subject {
        Subject::Cramp => notices::CRAMP_NOTED,
        Subject::Stretched => notices::STRETCHING_NOTED,
        Subject::Sign(_) => notices::SIGN_NOTED,
        Subject::Quiet => notices::QUIET_NIGHT_NOTED,
    }
}

/// The diary has taken something back.
pub(crate) fn took_back(state: &mut State, result: Result<bool, String>) -> Vec<Effect> {
    state.notice = Some(match result {
        Ok(true) => notices::TAKEN_BACK.to_owned(),
        Ok(false) => notices::GONE_ALREADY.to_owned(),
        Err(why) => notices::not_taken_back(&why),
    });
    renew(state)
}

/// The charts on the screen are drawn from fresh numbers.
pub(crate) fn renew(state: &State) -> Vec<Effect> {
    match state.overlays.last() {
        Some(View::Diary(_)) => vec![Effect::Diary(DiaryRequest::ReadCharts)],
        _ => Vec::new(),
    }
}

/// The diary was read: its charts open, or are renewed.
pub(crate) fn show_charts(state: &mut State, result: Result<Box<Charts>, String>) -> Vec<Effect> {
    match (result, state.overlays.last_mut()) {
        (Ok(charts), Some(View::Diary(shown))) => shown.renew(charts.stats),
        (Ok(charts), _) => {
            stack::open(state, View::Diary(charts));
        }
        (Err(why), _) => state.notice = Some(amounts::capital(&why)),
    }
    Vec::new()
}
