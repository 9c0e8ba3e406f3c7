//! What the start of the program offers.

use super::details;
use crate::app::effect::Effect;
use crate::app::notice::{Notice, SessionNotice};
use crate::app::state::State;
use crate::app::view::CurrentSession;
use crate::diary::jot::Unfinished;
use crate::diary::request::DiaryRequest;
use crate::stretch::plan::Plan;
use crate::stretch::session::{Session, Snapshot};

/// From this width on several notices at the start stand together.
const WIDE_ENOUGH: u16 = 60;

/// Offers to go on with a session that was broken off, and to complete unfinished entries.
pub(crate) fn tell(
    state: &mut State,
    kept: Option<&Snapshot>,
    unfinished: Option<Unfinished>,
) -> Vec<Effect> {
    let kept = kept.filter(|_| state.session == CurrentSession::None);
    let session = kept.and_then(|kept| {
        let routine = state.guide.routines.get(kept.routine.as_str())?;
        let plan = Plan::new(&kept.routine, routine, kept.options).ok()?;
        Session::resumed(plan, kept)
    });
    let foreign = kept.is_some() && session.is_none();
    let resume = session.map(|session| {
        state.session = CurrentSession::Aside(Box::new(session));
        Notice::from(SessionNotice::Unfinished)
    });
    let unfinished = details::offer(state, unfinished).map(Notice::from);
    state.notices.extend(resume.into_iter().chain(unfinished));
    if state.size.width < WIDE_ENOUGH && state.notices.len() > 1 {
        let later = state.notices.drain(1..);
        state.diary_status.later.extend(later);
    }
    foreign.then_some(Effect::Diary(DiaryRequest::ReleaseSession)).into_iter().collect()
}
