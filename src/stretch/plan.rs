//! From a routine to its timeline: every phase with its start and its length.

use std::time::Duration;

use anyhow::ensure;
use serde::{Deserialize, Serialize};

use super::Leg;
use crate::guide::bounds::{LONGEST_HOLD, LONGEST_ROUTINE, SHORTEST_HOLD};
use crate::guide::model::Guide;
use crate::guide::raw::{Length, Routine, RoutineStep, Sides};
use crate::text::messages::amounts;

mod layout;

pub(super) use layout::{Timeline, turns};

words! {
    /// What a phase asks of the person. Behind the last phase the session is done.
    pub enum PhaseKind {
        /// Get into position for the next stretch.
        Ready = "ready",
        /// Hold the stretch.
        Hold = "hold",
        /// Change to the other leg.
        Change = "change",
        /// Let the leg rest.
        Rest = "rest",
    }
}

/// One phase of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// What is asked.
    pub kind: PhaseKind,
    /// The leg that holds; outside a hold, the leg that holds next.
    pub leg: Leg,
    /// Which step of the routine, from 0.
    pub step: usize,
    /// Which hold of this leg, from 1; outside a hold, that of the next one.
    pub rep: u32,
    /// How many holds this leg gets in this step.
    pub of: u32,
    /// When it begins, counted from the start of the plan or on the stopwatch of a session.
    pub start: Duration,
    /// How long it lasts; never zero.
    pub length: Duration,
}

impl Phase {
    /// When it ends, counted as the start.
    pub fn end(&self) -> Duration {
        self.start + self.length
    }
}

/// One stretch of the plan with its times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanStep {
    /// Id of the stretch.
    pub stretch: String,
    /// How the legs take turns.
    pub sides: Sides,
    /// How long a hold lasts.
    pub hold: Duration,
    /// The least rest a leg gets between two holds.
    pub rest: Duration,
    /// Holds of each leg, at least 1.
    pub repeat: u32,
}

/// What the person changed about a routine.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Options {
    /// The leg that goes first, left or right.
    pub first: Leg,
    /// A hold of this length in every step.
    pub hold: Option<Length>,
    /// A rest of this length in every step.
    pub rest: Option<Length>,
    /// So many holds of each leg in every step.
    pub repeat: Option<u32>,
    /// Time to get into position before every step.
    pub ready: Option<Length>,
}

const TOO_LONG: &str = "this would take more than two hours; give shorter times or fewer repeats";

/// A routine laid out in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Id of the routine.
    pub routine: String,
    /// What the person changed about it.
    pub options: Options,
    /// Time to change legs.
    pub change: Duration,
    /// The stretches with the times that apply.
    pub steps: Vec<PlanStep>,
    /// Every phase; each begins where the one before ends. Never empty.
    pub phases: Vec<Phase>,
    /// How long it all takes.
    pub total: Duration,
}

impl Plan {
    /// Lays out the routine with this id.
    ///
    /// `rest` counts between two holds of one leg within a step; between steps there is `ready`.
    ///
    /// # Errors
    /// A sentence on why: no leg that goes first, no steps, no repeats, a hold outside 1 s to
    /// 10 min, or more than two hours in all.
    pub fn new(id: &str, routine: &Routine, options: Options) -> anyhow::Result<Self> {
        // A saved session that is damaged may say so, and such legs would take turns for ever.
        ensure!(options.first != Leg::Both, "both legs cannot go first; choose left or right");
        ensure!(!routine.steps.is_empty(), "the routine has no steps; give it at least one");
        let change = routine.change.0;
        let ready = options.ready.unwrap_or(routine.ready).0;
        let mut steps = Vec::with_capacity(routine.steps.len());
        let mut layout = Timeline::new(change);
        for (index, step) in routine.steps.iter().enumerate() {
            let step = with_options(step, &options)?;
            // Checked before it is laid out, because millions of repeats would fill the memory.
            ensure!(step.hold.saturating_mul(step.repeat) <= LONGEST_ROUTINE, TOO_LONG);
            let legs = turns(&step, options.first, [step.repeat; 2]);
            layout.add_step(index, &step, ready, &legs);
            ensure!(layout.at <= LONGEST_ROUTINE, TOO_LONG);
            steps.push(step);
        }
        Ok(Self {
            routine: id.to_owned(),
            options,
            change,
            steps,
            total: layout.at,
            phases: layout.phases,
        })
    }

    /// How long the routine with this id takes while nothing about it is changed, as its timer
    /// shows it.
    pub(crate) fn usual_length(guide: &Guide, id: &str) -> String {
        let routine = guide.routines.get(id);
        let plan = routine.and_then(|routine| Self::new(id, routine, Options::default()).ok());
        plan.map_or_else(String::new, |plan| amounts::clock(plan.total))
    }
}

fn with_options(step: &RoutineStep, options: &Options) -> anyhow::Result<PlanStep> {
    let hold = options.hold.unwrap_or(step.hold).0;
    let repeat = options.repeat.unwrap_or(step.repeat);
    ensure!(
        (SHORTEST_HOLD..=LONGEST_HOLD).contains(&hold),
        "a hold of {} s for `{}` is out of range; give 1 s to 10 min",
        hold.as_secs_f64(),
        step.stretch
    );
    ensure!(repeat > 0, "`{}` is repeated 0 times; 1 is the least", step.stretch);
    Ok(PlanStep {
        stretch: step.stretch.clone(),
        sides: step.sides,
        hold,
        rest: options.rest.unwrap_or(step.rest).0,
        repeat,
    })
}

#[cfg(test)]
pub(super) mod tests;
