//! Which keys matter here, in the words of the table of keys.

use super::key::KeyPress;
use super::keymap::{
    self, Action, Action as A, Binding, Context, Context as C, RescueAction as R, TimerAction as T,
};
use super::layout::WIDE;
use super::page::Goal;
use super::page::arrange::ScreenPage;
use super::settings::ThemeChoice;
use super::state::State;
use super::view::{PendingStart, View};
use crate::diary::trial;
use crate::guide::raw::{Care, Kind};
use crate::guide::trail::PagePlace;
use crate::stretch::plan::PhaseKind;
use crate::text::messages::amounts::counted;
use crate::text::messages::labels;
use crate::text::wrap::cells;

/// A key and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The first of the keys that do it.
    pub key: KeyPress,
    /// What it does.
    pub label: String,
    /// What it asks for.
    pub action: Action,
    rank: u8,
}

/// The page of the guide on the screen, where there is one.
pub type VisiblePage<'a> = Option<(&'a ScreenPage, PagePlace)>;

/// The keys for the footer, in order.
pub fn hints(state: &State, page: VisiblePage<'_>) -> Vec<Hint> {
    keymap::bindings(state.context())
        .filter(|binding| keymap::has_use(&state.guide, binding.action))
        .filter_map(|&Binding { keys, action, hint, .. }| {
            let (usual, rank) = hint?;
            let word = word(state, page, action, usual)?;
            // Where the word is not the usual one, `l` logs a danger sign, which matters more.
            let rank = if action == A::Log && word != usual { 3 } else { rank };
            let label = state.guide.words.in_place(word);
            Some(Hint { key: *keys.first()?, label, action, rank })
        })
        .collect()
}

/// As many of the hints as fit into `width` cells: the least important go first.
pub fn fitting(state: &State, page: VisiblePage<'_>, width: usize) -> Vec<Hint> {
    let mut hints = hints(state, page);
    while total(&hints) > width {
        let least = (0..hints.len()).max_by_key(|index| hints[*index].rank);
        hints.remove(least.unwrap_or(0));
    }
    hints
}

/// What one is doing here, in a word, and whether it is about danger.
pub fn mode(state: &State) -> (&'static str, bool) {
    let here = state.guide.node(state.top_reading().trail.here());
    let is_danger = here.kind == Kind::Warning && here.care == Some(Care::Emergency);
    let session = state.top_timer().map(|timer| &timer.session);
    let moment = session.and_then(|session| session.moment(state.now.mono));
    let word = match (state.context(), moment.map(|moment| moment.phase.kind)) {
        (Context::Guide, _) if is_danger => return ("EMERGENCY", true),
        (_, Some(_)) if session.is_some_and(|session| session.paused().is_some()) => "PAUSED",
        (_, Some(PhaseKind::Ready)) => "GET READY",
        (_, Some(PhaseKind::Hold)) => "HOLD",
        (_, Some(PhaseKind::Change)) => "CHANGE",
        (_, Some(PhaseKind::Rest)) => "REST",
        (context, None) => context.word(),
    };
    (word, false)
}

/// What stands at the right of the footer: how many sources a page has, or how far a trial is.
pub fn side_note(state: &State) -> String {
    if let Some(View::Diary(view)) = state.overlays.last()
        && let Some(night) = view.statistics.trial_night
    {
        return format!("trial: night {night} of {}", trial::NIGHTS);
    }
    let here = state.guide.node(state.top_reading().trail.here());
    match (state.context(), here.sources.len()) {
        (Context::Guide, count) if count > 0 => {
            format!("{}  i", counted(count, "source", "sources"))
        }
        _ => String::new(),
    }
}

/// Cells between two hints.
pub const SPACE: usize = 3;

fn total(hints: &[Hint]) -> usize {
    let words: usize = hints
        .iter()
        .map(|hint| hint.key.to_string().chars().count() + 1 + cells(&hint.label))
        .sum();
    words + SPACE * hints.len().saturating_sub(1)
}

type Word = &'static str;

/// The word for this key, which is usually the table's; `None` where the key has no use.
fn word(state: &State, page: VisiblePage<'_>, action: Action, usual: Word) -> Option<Word> {
    let selected = page.and_then(|(page, place)| page.items.get(page.selected(place)?));
    let has_more = page.is_some_and(|(page, place)| page.has_more(place));
    let reading = state.top_reading();
    let here = reading.trail.here();
    let node = state.guide.node(here);
    let width = state.size.width;
    let usual_if = |is_of_use: bool| is_of_use.then_some(usual);
    match (state.context(), action) {
        (C::Guide, A::Pick('0')) => usual_if(node.kind == Kind::Symptom),
        (C::Guide, A::Pick('n')) => usual_if(node.options.iter().any(|option| option.clear)),
        (C::Guide, A::Previous) => {
            usual_if(reading.trail.visits().len() > 1 || !state.overlays.is_empty())
        }
        (C::Guide, A::Trail) => usual_if(reading.trail.answers(&state.guide).next().is_some()),
        (C::Guide, A::Start) => match state.fitting_start()? {
            PendingStart::Resume => Some("resume"),
            PendingStart::Routine(_) => Some(usual),
        },
        (C::Guide, A::Sources) => usual_if(!node.sources.is_empty()),
        (C::Guide, A::Danger) => usual_if(state.guide.danger != Some(here)),
        (C::Guide, A::Leave) if state.shows_danger() => Some("close"),
        (C::Guide, A::Log) if node.kind == Kind::Warning => Some("log sign"),
        (C::Guide | C::ListOverlay, A::Choose) => match selected.map(|item| &item.goal) {
            Some(Goal::Routine(_)) => Some(labels::START),
            Some(_) => Some(usual),
            None => has_more.then_some("read on"),
        },
        (C::Guide | C::ListOverlay | C::Search, A::Move(_)) => usual_if(has_more),
        (C::SafetyGate, A::Choose) => match state.overlays.last() {
            _ if !state.gate_has_room() => None,
            Some(View::SafetyGate(PendingStart::Resume)) => Some("none of these: resume"),
            _ => Some(usual),
        },
        // A shorter word leaves room for the way back.
        (C::Diary | C::ListOverlay | C::Search | C::SafetyGate, A::Danger) if width < 50 => {
            Some("danger")
        }
        // A shorter word leaves room for the key that shows all keys, and gives less light.
        (C::Rescue, A::Danger) if width < 80 || is_light_scarce(state) => Some("danger"),
        // Once a cramp lasts too long, the advice has taken the place of the moves.
        (C::Rescue, A::Rescue(R::NextPose)) => usual_if(!state.shows_cramp_advice()),
        (C::Rescue, A::CrampNow) => {
            usual_if(state.rescue().is_some_and(|view| state.offers_steps(view)))
        }
        (C::Timer, A::Timer(T::Pause)) => match state.top_timer() {
            Some(timer) if timer.session.paused().is_some() => Some(labels::RESUME),
            _ => Some(usual),
        },
        (C::Timer, A::Timer(T::Seated)) => usual_if(state.seated_version().is_some()),
        (C::Timer, A::Danger | A::CrampNow | A::Help) => Some(usual),
        (C::Timer, _) | (C::Rescue, A::Rescue(R::Earlier) | A::Search | A::Log | A::Leave) => {
            usual_if(!is_light_scarce(state))
        }
        _ => Some(usual),
    }
}

/// Whether every word of the footer counts as light: on a common screen in a dark room.
fn is_light_scarce(state: &State) -> bool {
    (64..WIDE).contains(&state.size.width) && state.theme() == ThemeChoice::Night
}
