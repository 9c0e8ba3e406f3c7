//! Says what is new: a page that has opened, a phase that begins, ten seconds
//! of a hold that have passed, the next step against a cramp.

use std::fmt::Write as _;
use std::time::Duration;

use super::render;
use crate::app::body_words;
use crate::app::form::Form;
use crate::app::keymap::Context;
use crate::app::page::rescue;
use crate::app::state::State;
use crate::app::view::{RescueState, Timer, View};
use crate::guide::raw::{Pose, Stretch};
use crate::guide::{NodeId, muscle};
use crate::stretch::Leg;
use crate::stretch::plan::{Phase, PhaseKind};
use crate::stretch::session::Moment;
use crate::stretch::stopwatch::Pause;
use crate::text::messages::amounts::{capital, lower, spelled};
use crate::text::messages::{pages, session};

/// How often a hold says how much is left.
const PACE: u64 = 10;

/// Remembers what has been said.
#[derive(Debug, Default)]
pub(crate) struct Announcer {
    seen: Option<Seen>,
    /// The phase that was told.
    phase: Option<Phase>,
    tens: u64,
    paused: bool,
    leg: Option<Leg>,
    steps: usize,
    minutes: u64,
    warned: Option<NodeId>,
    field: Option<usize>,
}

/// What a reader would call "another page".
#[derive(Debug, Clone, PartialEq, Eq)]
struct Seen {
    depth: usize,
    context: Context,
    node: NodeId,
    visits: usize,
    /// The muscle and pose of a cramp, or the routine of a session.
    about: Option<(String, Option<Pose>)>,
}

impl Seen {
    fn of(state: &State) -> Self {
        let trail = &state.top_reading().trail;
        let about = match state.overlays.last() {
            Some(View::Rescue(RescueState { cramp, .. })) => {
                Some((cramp.muscle.clone(), Some(cramp.pose)))
            }
            Some(View::Timer(timer)) => Some((timer.session.plan().routine.clone(), None)),
            _ => None,
        };
        let context = match state.context() {
            // The end of a session counts as the same page.
            Context::Summary => Context::Timer,
            other => other,
        };
        Self {
            depth: state.overlays.len(),
            context,
            node: trail.here(),
            visits: trail.visits().len(),
            about,
        }
    }
}

impl Announcer {
    /// What is new since this was last asked.
    pub(crate) fn tell(&mut self, state: &State) -> String {
        let seen = Seen::of(state);
        let new = self.seen.as_ref() != Some(&seen);
        if new {
            *self = Self { seen: Some(seen), ..Self::default() };
        }
        match state.overlays.last() {
            Some(View::Timer(timer)) => self.timer(state, timer, new),
            Some(View::Rescue(rescue)) => self.rescue(state, rescue, new),
            Some(View::Form(form)) => self.form(form, new),
            _ if new => render::view(state),
            _ => String::new(),
        }
    }

    /// Forgets what has been said, so that it is said again.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }

    fn timer(&mut self, state: &State, timer: &Timer, new: bool) -> String {
        let now = state.now.mono;
        let session = &timer.session;
        let mut said = if new { introduction(state, timer) } else { String::new() };
        let Some(moment) = session.moment(now) else {
            let sum = session.summary(now);
            let holds = session::holds_done(sum.completed, sum.planned, sum.skipped);
            let (left, right) = (spelled(sum.left), spelled(sum.right));
            let _ = writeln!(said, "Done. Left leg held {left}, right leg {right}. {holds}.");
            return said;
        };
        let paused = session.paused().is_some();
        let left = Duration::from_secs(moment.seconds());
        if self.paused && !paused {
            let _ = writeln!(said, "Resumed. {} left.", spelled(left));
        }
        let phase = moment.phase;
        match self.phase.replace(*phase) {
            Some(old) if old.start == phase.start && old.kind == phase.kind => {
                if old.leg != phase.leg {
                    let leg = phase.leg.named(&state.guide.words);
                    let _ = writeln!(said, "Legs swapped: {leg}.");
                } else if old.length != phase.length {
                    let how = if phase.length > old.length { "Longer" } else { "Shorter" };
                    let _ = writeln!(said, "{how}: {} left.", spelled(left));
                }
            }
            _ => {
                self.tens = 0;
                let _ = writeln!(said, "{}", phase_line(state, timer, &moment));
            }
        }
        if paused && !self.paused {
            // The machine slept, or the program was stopped.
            let interrupted = session.paused() == Some(Pause::Gap);
            let why = if interrupted { "Interrupted" } else { "Paused" };
            let _ = writeln!(said, "{why}. p: resume. {} left.", spelled(left));
        }
        self.paused = paused;
        let tens = moment.passed.as_secs() / PACE;
        if phase.kind == PhaseKind::Hold && tens > self.tens {
            self.tens = tens;
            let _ = writeln!(said, "{} left.", spelled(left));
        }
        said
    }

    /// The question of the field that is being filled in, and why an answer was refused.
    fn form(&mut self, form: &Form, new: bool) -> String {
        let mut said = String::new();
        if new {
            let _ = writeln!(said, "{}. Press Enter to skip a question, q to finish.", form.title);
        }
        let Some(field) = form.field() else { return said };
        if let Some(why) = &field.error {
            let _ = writeln!(said, "{why}");
        }
        if self.field != Some(form.selected) {
            self.field = Some(form.selected);
            let known = field.input.text();
            let _ = writeln!(said, "{}", question_line(field.question, known));
        }
        said
    }

    fn rescue(&mut self, state: &State, view: &RescueState, new: bool) -> String {
        let cramp = &view.cramp;
        let now = state.now.boot;
        let Some(own) = &state.guide.rescue else { return String::new() };
        let leg = cramp.leg.map(|leg| leg.named(&state.guide.words));
        let steps = state.cramp_steps(cramp);
        let mut said = String::new();
        if new {
            let label = body_words::cramp(muscle::part(&cramp.muscle), leg, cramp.pose);
            let _ = writeln!(said, "{}.", pages::cramp_now(&label));
            self.leg = cramp.leg;
            if state.guide.rescue_is_borrowed() {
                let _ = writeln!(said, "{}", pages::BORROWED);
            }
            let _ = writeln!(said, "{}", own.check);
        }
        if cramp.leg != self.leg {
            self.leg = cramp.leg;
            let leg = leg.unwrap_or("leg not said");
            let _ = writeln!(said, "{}.", capital(leg));
        }
        let warning = state.rescue_warning(view);
        let shown = if warning.is_some() { 0 } else { cramp.steps_shown(steps.len(), now) };
        for (index, step) in steps.iter().enumerate().take(shown).skip(self.steps) {
            let _ = writeln!(said, "{}. {}", index + 1, step.text);
            if let Some(or) = &step.or {
                let _ = writeln!(said, "   {or}");
            }
        }
        if new {
            let muscles = render::muscles(own.moves.keys());
            let danger = render::danger_key(&state.guide);
            let _ = writeln!(
                said,
                "Enter: it has let go.{danger} Muscle: {muscles}. Leg: left, right, both."
            );
        }
        self.steps = self.steps.max(shown);
        let minutes = cramp.age(now).as_secs() / 60;
        if minutes != self.minutes {
            self.minutes = minutes;
            let age = spelled(Duration::from_secs(60 * minutes));
            let _ = writeln!(said, "{age}.");
        }
        if let Some(warning) = warning
            && self.warned != Some(warning)
        {
            let advice = rescue::advice(&state.guide, warning);
            said.push_str(&advice.text(state.page_width()));
            if state.offers_steps(view) {
                let _ = writeln!(said, "{}", pages::STEPS_ALL_THE_SAME);
            }
        }
        self.warned = warning;
        said
    }
}

/// What stands before the first phase: what it is, who must not, and what can be typed.
fn introduction(state: &State, timer: &Timer) -> String {
    let guide = &state.guide;
    let plan = timer.session.plan();
    let title = guide.routine_title(&plan.routine);
    let mut said = String::new();
    let _ = writeln!(said, "{}. {}.", title, spelled(plan.total));
    if let Some(rescue) = &guide.rescue {
        let _ = writeln!(said, "{}", rescue.check);
    }
    let _ = writeln!(said, "p: pause. n: skip. b: leave it.{}", render::danger_key(guide));
    said
}

/// The one line of a phase.
fn phase_line(state: &State, timer: &Timer, moment: &Moment<'_>) -> String {
    let phase = moment.phase;
    let leg = phase.leg.named(&state.guide.words);
    let time = Duration::from_secs(moment.seconds());
    let step = timer.session.plan().steps.get(phase.step);
    let stretch = step.and_then(|step| state.guide.stretches.get(step.stretch.as_str()));
    match phase.kind {
        PhaseKind::Ready => {
            let how = stretch.map_or_else(String::new, |stretch| {
                let stop_if = stop_if(&stretch.stop_if);
                let avoid = lower(&stretch.avoid);
                let Stretch { title, setup, motion, .. } = stretch;
                format!("{title}. {setup} {motion} {stop_if} Avoid: {avoid}")
            });
            format!("Get ready, {leg}, {}. {}", spelled(time), how)
        }
        PhaseKind::Hold => {
            let stretch = stretch.filter(|_| phase.rep == 1);
            let feel = stretch.map(|stretch| format!(" Feel: {}", lower(&stretch.feel)));
            let hold = format!("Hold, {leg}, {}, {} of {}.", spelled(time), phase.rep, phase.of);
            hold + &feel.unwrap_or_default()
        }
        PhaseKind::Change => format!("Change, {}: {leg} next.", spelled(time)),
        PhaseKind::Rest => format!("Rest, {}: {leg} next.", spelled(time)),
    }
}

/// A question of a form, and what is known already.
fn question_line(question: &str, known: &str) -> String {
    if known.is_empty() { question.to_owned() } else { format!("{question} (now: {known})") }
}

/// When to stop a stretch, as a sentence that stands by itself.
pub(super) fn stop_if(text: &str) -> String {
    if session::says_stop(text) { text.to_owned() } else { format!("Stop if: {text}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_to_stop_is_said_once_whoever_wrote_it() {
        assert_eq!(stop_if("Stop for sharp pain."), "Stop for sharp pain.");
        assert_eq!(stop_if("stop, if it hurts."), "stop, if it hurts.");
        assert_eq!(stop_if("It hurts."), "Stop if: It hurts.");
        assert_eq!(stop_if("Stopped breath."), "Stop if: Stopped breath.");
    }
}
