//! The timeline of a plan as text and as JSON, without running it.

use std::fmt::Write;
use std::time::Duration;

use serde_json::{Value, json};

use super::millis;
use super::plan::{Phase, Plan};

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

/// The timeline with who must not stretch, in the documented JSON shape.
pub fn json(plan: &Plan, safety: &str) -> Value {
    let phase = |phase: &Phase| {
        json!({
            "kind": phase.kind,
            "leg": phase.leg,
            "stretch": plan.steps[phase.step].stretch,
            "rep": phase.rep,
            "of": phase.of,
            "start_ms": millis(phase.start),
            "length_ms": millis(phase.length),
        })
    };
    let phases: Vec<Value> = plan.phases.iter().map(phase).collect();
    let total = millis(plan.total);
    json!({"routine": plan.routine, "safety": safety, "total_ms": total, "phases": phases})
}
