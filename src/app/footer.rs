//! Which keys matter here, in the words of the table of keys.

use super::key::KeyPress;
use super::keymap::{self, Action, Binding, Context, RescueAction, TimerAction};
use super::layout::WIDE;
use super::page::Goal;
use super::settings::ThemeChoice;
use super::state::State;
use super::view::{PendingStart, Timer, View};
use crate::guide::raw::{Care, Kind};
use crate::stretch::plan::PhaseKind;
use crate::text::messages::labels;
use crate::text::wrap::cells;

/// A key and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The key to show.
    pub key: KeyPress,
    /// What it does.
    pub label: String,
    /// What it asks for.
    pub action: Action,
    rank: u8,
}

/// The keys for the footer, in order.
pub fn hints(state: &State) -> Vec<Hint> {
    let on_page = on_page(state);
    keymap::bindings(state.context())
        .filter_map(|&Binding { keys, action, hint, .. }| {
            let (usual, rank) = hint.filter(|_| matters(state, action, &on_page))?;
            let label = state.guide.words.in_place(label(state, action, &on_page).unwrap_or(usual));
            // On a warning page, logging the sign matters more.
            let rank = if action == Action::Log && is_on_warning(state) { 3 } else { rank };
            Some(Hint { key: *keys.first()?, label, action, rank })
        })
        .collect()
}

/// As many of the hints as fit into `width` cells: the least important go first.
pub fn fitting(state: &State, width: usize) -> Vec<Hint> {
    let mut hints = hints(state);
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
    match state.context() {
        Context::Guide if is_danger => ("EMERGENCY", true),
        Context::Guide => ("GUIDE", false),
        Context::ListOverlay => ("LIST", false),
        Context::Search => ("SEARCH", false),
        Context::SafetyGate => ("CHECK", false),
        Context::Timer => (timer_mode(state), false),
        Context::Summary => ("DONE", false),
        Context::Rescue => ("CRAMP", false),
        Context::Diary => ("DIARY", false),
        Context::Form => ("FORM", false),
        Context::Standby => ("STANDBY", false),
    }
}

fn timer_mode(state: &State) -> &'static str {
    let Some(timer) = state.top_timer() else {
        return "STRETCH";
    };
    if timer.session.paused().is_some() {
        return "PAUSED";
    }
    match timer.session.moment(state.now.mono).map(|now| now.phase.kind) {
        Some(PhaseKind::Ready) => "GET READY",
        Some(PhaseKind::Hold) => "HOLD",
        Some(PhaseKind::Change) => "CHANGE",
        Some(PhaseKind::Rest) => "REST",
        None => "DONE",
    }
}

/// What stands at the right of the footer: how many sources a page has, or how far a trial is.
pub fn standing(state: &State) -> String {
    if let Some(View::Diary(charts)) = state.overlays.last()
        && let Some((night, of)) = charts.trial
    {
        return format!("trial: night {night} of {of}");
    }
    let here = state.guide.node(state.top_reading().trail.here());
    match (state.context(), here.sources.len()) {
        (Context::Guide, count) if count > 0 => {
            format!("{count} {}  i", if count == 1 { "source" } else { "sources" })
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

/// Whether the key that logs notes a danger sign here.
fn is_on_warning(state: &State) -> bool {
    let here = state.top_reading().trail.here();
    let is_warning = state.guide.node(here).kind == Kind::Warning;
    state.context() == Context::Guide && is_warning
}

/// What the keys of a page depend on.
#[derive(Default)]
struct OnPage {
    selected: Option<Goal>,
    has_more: bool,
}

/// Laid out once for all keys, because a page is much work.
fn on_page(state: &State) -> OnPage {
    if !matches!(state.context(), Context::Guide | Context::ListOverlay | Context::Search) {
        return OnPage::default();
    }
    let (page, place) = state.visible_page();
    let item = page.selected(place).and_then(|index| page.items.get(index));
    OnPage { selected: item.map(|item| item.goal.clone()), has_more: page.has_more(place) }
}

fn matters(state: &State, action: Action, on_page: &OnPage) -> bool {
    if !keymap::has_use(&state.guide, action) {
        return false;
    }
    let reading = state.top_reading();
    let node = state.guide.node(reading.trail.here());
    match (state.context(), action) {
        (Context::Guide, Action::Pick('0')) => node.kind == Kind::Symptom,
        (Context::Guide, Action::Pick('n')) => node.options.iter().any(|option| option.clear),
        (Context::Guide, Action::Previous) => {
            reading.trail.visits().len() > 1 || !state.overlays.is_empty()
        }
        (Context::Guide, Action::Trail) => reading.trail.answers(&state.guide).next().is_some(),
        (Context::Guide, Action::Start) => {
            let waits = !state.is_beside_danger() && state.waiting_session().is_some();
            waits || state.fitting_routine().is_some()
        }
        (Context::Guide, Action::Sources) => !node.sources.is_empty(),
        (Context::Guide | Context::ListOverlay, Action::Choose) => {
            on_page.selected.is_some() || on_page.has_more
        }
        (Context::Guide, Action::Danger) => state.guide.danger != Some(reading.trail.here()),
        (Context::Guide | Context::ListOverlay | Context::Search, Action::Move(_)) => {
            on_page.has_more
        }
        (Context::SafetyGate, Action::Choose) => state.gate_has_room(),
        (Context::Timer, Action::Timer(TimerAction::Seated)) => state.seated_version().is_some(),
        (
            Context::Timer,
            Action::Timer(TimerAction::Pause) | Action::Danger | Action::CrampNow | Action::Help,
        ) => true,
        (Context::Timer, _)
        | (
            Context::Rescue,
            Action::Rescue(RescueAction::Earlier) | Action::Search | Action::Log | Action::Leave,
        ) => !is_light_scarce(state),
        // Once a cramp lasts too long, the advice has taken the place of the moves.
        (Context::Rescue, Action::Rescue(RescueAction::NextPosition)) => {
            !state.shows_cramp_advice()
        }
        _ => true,
    }
}

/// Whether every word of the footer counts as light: on a common screen in a dark room.
fn is_light_scarce(state: &State) -> bool {
    (64..WIDE).contains(&state.size.width) && state.theme() == ThemeChoice::Night
}

/// A more fitting word than the table's, where there is one.
fn label(state: &State, action: Action, on_page: &OnPage) -> Option<&'static str> {
    match (state.context(), action) {
        (Context::Guide | Context::ListOverlay, Action::Choose) => match on_page.selected {
            None => Some("read on"),
            Some(Goal::Routine(_)) => Some(labels::START),
            Some(_) => None,
        },
        (Context::Guide, Action::Log) if is_on_warning(state) => Some("log sign"),
        // A shorter word leaves room for the key that shows all keys, and gives less light.
        (Context::Rescue, Action::Danger) if state.size.width < 80 || is_light_scarce(state) => {
            Some("danger")
        }
        // A shorter word leaves room for the way back.
        (
            Context::Diary | Context::ListOverlay | Context::Search | Context::SafetyGate,
            Action::Danger,
        ) if state.size.width < 50 => Some("danger"),
        (Context::SafetyGate, Action::Choose)
            if matches!(state.overlays.last(), Some(View::SafetyGate(PendingStart::Resume))) =>
        {
            Some("none of these: resume")
        }
        (Context::Guide, Action::Start) if state.waiting_session().is_some() => Some("resume"),
        (Context::Timer, Action::Timer(TimerAction::Pause)) => {
            let is_paused = |timer: &Timer| timer.session.paused().is_some();
            state.top_timer().is_some_and(is_paused).then_some(labels::RESUME)
        }
        _ => None,
    }
}
