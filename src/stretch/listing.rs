//! The timeline of a plan as text and as JSON, without running it.

use std::fmt::Write;
use std::time::Duration;

use serde::Serialize;

use super::plan::{Phase, PhaseKind, Plan};
use super::{Leg, millis};

/// A length as `m:ss`, with milliseconds only where there are some.
pub fn exact(length: Duration) -> String {
    let ms = millis(length);
    let clock = format!("{}:{:02}", ms / 60_000, ms / 1000 % 60);
    match ms % 1000 {
        0 => clock,
        part => format!("{clock}.{part:03}"),
    }
}

/// Who must not stretch, one line a phase, and the exact total; `name` gives the name of a stretch
/// by its id.
pub fn text(plan: &Plan, title: &str, safety: &str, name: impl Fn(&str) -> String) -> String {
    let mut out = format!("{title} ({})\n{safety}\n", plan.routine);
    let mut step = None;
    for phase in &plan.phases {
        if step != Some(phase.step) {
            step = Some(phase.step);
            let stretch = &plan.steps[phase.step].stretch;
            // Writing to a string cannot fail.
            let _ = writeln!(out, "\n{}. {} ({stretch})", phase.step + 1, name(stretch));
        }
        let _ = writeln!(
            out,
            "{:>9}  {:<6}  {:<5}  {} of {}  {:>9}",
            exact(phase.start),
            phase.kind.word(),
            phase.leg.word(),
            phase.rep,
            phase.of,
            exact(phase.length),
        );
    }
    let _ = writeln!(out, "\n{:>9}  done", exact(plan.total));
    let _ = writeln!(out, "Total {}", exact(plan.total));
    out
}

/// The timeline in the documented JSON shape; serialise it.
#[derive(Debug, Serialize)]
pub struct Listing<'a> {
    /// Id of the routine.
    pub routine: &'a str,
    /// Who must not stretch.
    pub safety: &'a str,
    /// How long it all takes, in milliseconds.
    pub total_ms: u64,
    /// Every phase in order.
    pub phases: Vec<ListingLine<'a>>,
}

/// One phase of a [`Listing`].
#[derive(Debug, Serialize)]
pub struct ListingLine<'a> {
    /// What it asks.
    pub kind: PhaseKind,
    /// The leg that holds, now or next.
    pub leg: Leg,
    /// Id of the stretch.
    pub stretch: &'a str,
    /// Which hold of this leg, from 1.
    pub rep: u32,
    /// How many holds this leg gets.
    pub of: u32,
    /// When it begins, in milliseconds.
    pub start_ms: u64,
    /// How long it lasts, in milliseconds.
    pub length_ms: u64,
}

impl<'a> Listing<'a> {
    /// The listing of this plan, with who must not stretch.
    pub fn of(plan: &'a Plan, safety: &'a str) -> Self {
        let line = |phase: &Phase| ListingLine {
            kind: phase.kind,
            leg: phase.leg,
            stretch: &plan.steps[phase.step].stretch,
            rep: phase.rep,
            of: phase.of,
            start_ms: millis(phase.start),
            length_ms: millis(phase.length),
        };
        Self {
            routine: &plan.routine,
            safety,
            total_ms: millis(plan.total),
            phases: plan.phases.iter().map(line).collect(),
        }
    }
}
