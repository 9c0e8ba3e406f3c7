//! What the diary is told, by a key or by itself.

use crate::app::effect::Effect;
use crate::app::keymap::Context;
use crate::app::logbook::{CrampEntry, REGRET, WORTH_NOTING};
use crate::app::state::State;
use crate::app::view::View;
use crate::app::words;
use crate::diary::chart::Charts;
use crate::diary::entry::EntryId;
use crate::diary::jot::Jot;
use crate::guide::model::Body;
use crate::stretch::plan::Plan;
use crate::stretch::rescue::Cramp;
use crate::stretch::session::{Session, Snapshot};

/// One press: a cramp now; on a danger page that sign; in rescue the cramp that lasts.
pub(crate) fn log(state: &mut State) -> Vec<Effect> {
    if let Some(View::Rescue(cramp)) = state.above.last() {
        if state.logbook.cramp != CrampEntry::None {
            state.notice = Some("This cramp is noted already.".to_owned());
            return Vec::new();
        }
        let jot = jot(state, cramp, false);
        state.logbook.cramp = CrampEntry::Asked;
        return vec![Effect::Note(jot)];
    }
    let node = state.guide.node(state.top_reading().trail.here());
    let on_danger_page =
        state.context() == Context::Guide && matches!(node.body, Body::Warning { .. });
    let jot = if on_danger_page {
        Jot::Sign {
            node: node.id.to_string(),
            title: node.title.clone(),
        }
    } else {
        Jot::cramp_now()
    };
    vec![Effect::Note(jot)]
}

/// What is known of a cramp; `ended` when it has let go.
fn jot(state: &State, cramp: &Cramp, ended: bool) -> Jot {
    let age = cramp.age(state.now.boot);
    let position = words::position(cramp.position);
    Jot::Cramp {
        ago: age,
        lasted: ended.then_some(age),
        muscle: Some(cramp.muscle.clone()),
        leg: cramp.leg,
        done: ended.then(|| format!("rescue steps, {} {position}", cramp.muscle)),
    }
}

/// A cramp leaves the screen: noted when it has let go, or was watched for long.
pub(crate) fn cramp_over(state: &mut State, cramp: &Cramp, ended: bool) -> Vec<Effect> {
    let entry = std::mem::take(&mut state.logbook.cramp);
    let jot = jot(state, cramp, ended);
    match entry {
        CrampEntry::Saved(id) => vec![Effect::NoteMore(id, jot)],
        CrampEntry::Asked => Vec::new(),
        CrampEntry::None if ended || cramp.watched(state.now.boot) >= WORTH_NOTING => {
            vec![Effect::Note(jot)]
        }
        CrampEntry::None => Vec::new(),
    }
}

/// What is to be kept when the program is left: the cramp on the screen, the session under way.
pub(crate) fn before_leaving(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    let cramp = state.above.iter().find_map(|view| match view {
        View::Rescue(cramp) => Some(cramp.clone()),
        _ => None,
    });
    if let Some(cramp) = cramp {
        effects.extend(cramp_over(state, &cramp, false));
    }
    let now = state.now.mono;
    let running = state.above.iter().find_map(|view| match view {
        View::Timer(timer) => timer.session.snapshot(now),
        _ => None,
    });
    let kept = || {
        state
            .kept
            .as_ref()
            .and_then(|session| session.snapshot(now))
    };
    if let Some(snapshot) = running.or_else(kept) {
        effects.push(Effect::KeepSession(Some(Box::new(snapshot))));
    }
    effects
}

/// A session that is over, or was given up for another.
pub(crate) fn stretched(state: &State, session: &Session) -> Effect {
    let now = state.now.mono;
    Effect::Note(Jot::Stretched {
        ago: session.elapsed(now),
        routine: session.plan().routine.clone(),
        summary: session.summary(now),
    })
}

/// The diary has answered.
pub(crate) fn noted(state: &mut State, result: Result<Option<EntryId>, String>) -> Vec<Effect> {
    let asked = state.logbook.cramp == CrampEntry::Asked;
    match result {
        Ok(Some(id)) => {
            state.logbook.last = Some((id, state.now.mono));
            if asked {
                state.logbook.cramp = CrampEntry::Saved(id);
            }
            let also = state
                .notice
                .take()
                .map_or_else(String::new, |words| format!("{words} "));
            state.notice = Some(format!("{also}Noted in the diary. u takes it back."));
        }
        Ok(None) if asked => {
            state.logbook.cramp = CrampEntry::None;
            state.notice = Some("Not noted: nothing is to be saved.".to_owned());
        }
        Ok(None) => {}
        Err(why) => {
            if asked {
                state.logbook.cramp = CrampEntry::None;
            }
            state.notice = Some(format!("Not noted: {why}"));
        }
    }
    renew(state)
}

/// Takes back the last entry, for as long as that is possible.
pub(crate) fn take_back(state: &mut State) -> Vec<Effect> {
    let now = state.now.mono;
    match state.logbook.last.take() {
        Some((id, at)) if now.saturating_sub(at) <= REGRET => {
            if state.logbook.cramp == CrampEntry::Saved(id) {
                state.logbook.cramp = CrampEntry::None;
            }
            vec![Effect::TakeBack(id)]
        }
        _ => {
            state.notice = Some("Nothing was noted in the last 10 seconds.".to_owned());
            Vec::new()
        }
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
fn renew(state: &State) -> Vec<Effect> {
    match state.above.last() {
        Some(View::Diary(_)) => vec![Effect::ReadDiary],
        _ => Vec::new(),
    }
}

/// The diary was read: its charts open, or are renewed.
pub(crate) fn read(state: &mut State, result: Result<Box<Charts>, String>) -> Vec<Effect> {
    match (result, state.above.last_mut()) {
        (Ok(charts), Some(View::Diary(shown))) => shown.renew(charts.stats),
        (Ok(charts), _) => {
            super::timing::hold_still(state);
            state.above.push(View::Diary(charts));
        }
        (Err(why), _) => state.notice = Some(format!("The diary cannot be read: {why}")),
    }
    Vec::new()
}

/// Offers to go on with a session that was broken off, and to complete unfinished entries.
pub(crate) fn offer(state: &mut State, kept: Option<&Snapshot>, unfinished: Option<String>) {
    let session = kept.and_then(|kept| {
        let routine = state.guide.routines.get(&kept.routine)?;
        let plan = Plan::new(&kept.routine, routine, kept.options).ok()?;
        Session::resumed(plan, kept)
    });
    let resume = session.map(|session| {
        state.kept = Some(Box::new(session));
        "A session was broken off. s goes on with it.".to_owned()
    });
    let mut lines = state
        .notice
        .take()
        .into_iter()
        .chain(resume)
        .chain(unfinished);
    state.notice = lines.next();
    state.logbook.later = lines.next();
}
