//! What came of what the diary was asked for, as the reader is told.

use super::{details, stack};
use crate::app::effect::Effect;
use crate::app::logbook::{CrampEntry, Told};
use crate::app::state::State;
use crate::app::view::View;
use crate::diary::chart::Charts;
use crate::diary::jot::{Noted, Subject};
use crate::words::amounts;

/// What is said of something that another program keeps waiting.
const WAITS: &str = "Not yet: another program holds the diary. This is done when it lets go.";

/// Whether a note about this waits already; then that is said.
pub(crate) fn is_waiting(state: &mut State, subject: &Subject) -> bool {
    let waits = state.logbook.waiting.contains(subject);
    if waits {
        state.notice = Some(WAITS.to_owned());
    }
    waits
}

/// Another program holds the diary. What has to wait is not said to be noted.
pub(crate) fn wait(state: &mut State, subject: Option<Subject>) {
    let by_itself = state.logbook.cramp == CrampEntry::Asked { aloud: false };
    if subject == Some(Subject::Cramp) && by_itself {
        return;
    }
    state.logbook.waiting.extend(subject);
    let also = before_it(state);
    state.notice = Some(format!("{also}{WAITS}"));
}

/// What stands in the notice already and is not to be lost.
fn before_it(state: &mut State) -> String {
    let words = state.notice.take().unwrap_or_default().replace(WAITS, "");
    match words.trim() {
        "" => String::new(),
        words => format!("{words} "),
    }
}

/// The diary has answered.
pub(crate) fn tell(
    state: &mut State,
    subject: Subject,
    result: Result<Option<Noted>, String>,
) -> Vec<Effect> {
    let mut aloud = true;
    let waiting = &mut state.logbook.waiting;
    if let Some(index) = waiting.iter().position(|known| *known == subject) {
        waiting.remove(index);
    }
    if let (Subject::Cramp, CrampEntry::Asked { aloud: asked }) = (&subject, state.logbook.cramp) {
        aloud = asked;
        state.logbook.cramp = match result {
            Ok(Some(noted)) => CrampEntry::Saved(noted.id),
            Ok(None) | Err(_) => CrampEntry::Refused,
        };
    }
    if !aloud {
        return Vec::new();
    }
    match result {
        Ok(Some(Noted { id, ends_trial })) => {
            let also = before_it(state);
            let trial = if ends_trial {
                " It ends the self-trial."
            } else {
                ""
            };
            let more = if subject == Subject::Cramp {
                details::may_add(state, id);
                details::hint(state)
            } else {
                ""
            };
            let told = told(&subject);
            state.notice = Some(format!("{also}{told}{trial} u takes it back.{more}"));
            let at = state.now.mono;
            state.logbook.last = Some(Told { id, subject, at });
        }
        // A session of which nothing was held is not worth a word.
        Ok(None) if subject == Subject::Stretched => {}
        Ok(None) => {
            let also = before_it(state);
            let why = "Not noted: --no-save leaves the diary closed.";
            state.notice = Some(format!("{also}{why}"));
        }
        Err(why) => {
            let also = before_it(state);
            state.notice = Some(format!("{also}Not noted: {why}"));
        }
    }
    renew(state)
}

/// What was noted, in a sentence.
fn told(subject: &Subject) -> &'static str {
    match subject {
        Subject::Cramp => "Cramp noted.",
        Subject::Stretched => "Stretching noted.",
        Subject::Sign(_) => "Danger sign noted.",
        Subject::Quiet => "Noted: no cramp last night.",
    }
}

/// The diary has taken something back.
pub(crate) fn took_back(state: &mut State, result: Result<bool, String>) -> Vec<Effect> {
    state.notice = Some(match result {
        Ok(true) => "Taken back.".to_owned(),
        Ok(false) => "It was gone already.".to_owned(),
        Err(why) => format!("Not taken back: {why}"),
    });
    renew(state)
}

/// The charts on the screen are drawn from fresh numbers.
pub(crate) fn renew(state: &State) -> Vec<Effect> {
    match state.above.last() {
        Some(View::Diary(_)) => vec![Effect::ReadDiary],
        _ => Vec::new(),
    }
}

/// The diary was read: its charts open, or are renewed.
pub(crate) fn show_charts(state: &mut State, result: Result<Box<Charts>, String>) -> Vec<Effect> {
    match (result, state.above.last_mut()) {
        (Ok(charts), Some(View::Diary(shown))) => shown.renew(charts.stats),
        (Ok(charts), _) => {
            stack::open(state, View::Diary(charts));
        }
        (Err(why), _) => state.notice = Some(amounts::capital(&why)),
    }
    Vec::new()
}
