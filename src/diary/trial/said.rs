//! A self-trial in sentences, for the screen, the plain face and the command line alike.

use std::fmt::Write as _;

use super::interval::Interval;
use super::{
    BASELINE, BASELINE_NEEDED, Part, STRETCHING, STRETCHING_NEEDED, Stage, Status, TooEarly,
    Verdict,
};

/// What a self-trial cannot show.
pub const LIMITS: &str = "There is no control group: cramps come and go by themselves, so any \
    change may be chance. Do not put off a doctor because of this.";

/// How the comparison is made.
pub const METHOD: &str = "Method: exact interval for the ratio of two rates (as R's poisson.test), \
    widened when cramps come in bunches; Welch's interval (1947) for pain, night by night. Both \
    together err in at most 1 of 20 comparisons. Nights without a word are left out, not \
    counted as free of cramps. Measures and six weeks: Hallegraeff 2012 (J Physiother 58: 17).";

impl Status {
    /// Where it stands and what it shows, one paragraph each.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.stage_line()];
        lines.push(part_line("Before", &self.before));
        if self.after.tally.nights > 0 {
            lines.push(part_line("With stretching", &self.after));
            let so_far = match self.stage {
                Stage::Stretching { .. } => " so far",
                _ => "",
            };
            lines.push(format!(
                "Stretched on {} of {} planned{so_far}.",
                self.after.tally.stretched,
                counted(self.after.tally.nights, "night")
            ));
        }
        lines.push(self.verdict_line());
        if !matches!(self.verdict, Verdict::TooEarly(_)) {
            lines.extend(self.comparison_lines());
            lines.push(METHOD.to_owned());
        }
        lines.push(LIMITS.to_owned());
        lines
    }

    fn stage_line(&self) -> String {
        let began = self.trial.began.local().date();
        match &self.stage {
            Stage::Baseline { night } => format!(
                "Self-trial since {began}: night {night} of {BASELINE} as ever. Do not change \
                 anything yet; the stretching begins on {}.",
                self.trial.stretching().first
            ),
            Stage::Stretching { night } => format!(
                "Self-trial since {began}: night {night} of {STRETCHING} with stretching \
                 (`uncramp stretch`), until {}.",
                self.trial.stretching().last
            ),
            Stage::Over => format!("Self-trial since {began}: all nights are over."),
            Stage::Stopped => format!("Self-trial since {began}: stopped."),
            Stage::Danger(sign) => format!(
                "Self-trial since {began}: ended on {}, when you noted a danger sign: {}.",
                sign.noted.local().date(),
                sign.title
            ),
        }
    }

    fn verdict_line(&self) -> String {
        if let Stage::Danger(sign) = &self.stage {
            return format!(
                "Result: {}: the danger sign comes first. `uncramp show {}` or `uncramp card` \
                 says what to do; see a doctor before you stretch again.",
                self.verdict.words(),
                sign.node
            );
        }
        let why = match self.verdict {
            Verdict::TooEarly(TooEarly::StillRunning) => {
                "the nights are not over. Looking early misleads."
            }
            Verdict::TooEarly(TooEarly::FewBefore) => {
                return few("before", &self.before, BASELINE_NEEDED);
            }
            Verdict::TooEarly(TooEarly::FewAfter) => {
                return few("with stretching", &self.after, STRETCHING_NEEDED);
            }
            Verdict::TooEarly(TooEarly::Danger) => "the danger sign comes first.",
            Verdict::NoClearChange => {
                "the difference is no larger than chance may well make it. That is not proof \
                 that stretching does nothing."
            }
            Verdict::FewerOrMilder => {
                "more than chance alone would usually make; stretching may be the reason or not."
            }
            Verdict::MoreOrStronger => {
                "more than chance alone would usually make. Ask a doctor or pharmacist about it."
            }
        };
        format!("Result: {}: {why}", self.verdict.words())
    }

    fn comparison_lines(&self) -> Vec<String> {
        let Some(comparison) = &self.comparison else {
            return Vec::new();
        };
        let mut lines = Vec::new();
        match &comparison.ratio {
            Some(ratio) => lines.push(format!(
                "Cramps came {} times as often as before (likely between {}).",
                number(ratio.middle),
                ends(ratio)
            )),
            None => lines.push("There was no cramp before or after.".to_owned()),
        }
        match &comparison.pain {
            Some(pain) => lines.push(format!(
                "Pain changed by {:+.1} points of 10 (likely between {:+.1} and {:+.1}).",
                pain.middle, pain.low, pain.high
            )),
            None => lines.push("Too few nights have a pain rating to compare pain.".to_owned()),
        }
        lines
    }
}

fn part_line(name: &str, part: &Part) -> String {
    let tally = &part.tally;
    if tally.nights == 0 {
        return format!("{name}: no night is over yet.");
    }
    let mut line = format!(
        "{name}: {} over, {} known",
        counted(tally.nights, "night"),
        tally.known
    );
    if tally.known > 0 {
        let cramps = counted(tally.cramps, "cramp");
        let _ = write!(line, ", {cramps}, {:.1} a week", tally.known_a_week());
    }
    if let Some(pain) = part.mean_pain() {
        let _ = write!(line, ", pain {pain:.1}");
    }
    if tally.silent() > 0 {
        let _ = write!(
            line,
            ". {} without a word: if there was no cramp, say so with \
             `uncramp log --none --at DAY`",
            counted(tally.silent(), "night")
        );
    }
    line + "."
}

fn few(when: &str, part: &Part, needed: u32) -> String {
    let known = part.tally.known;
    let nights = counted(known, "night");
    let are = if known == 1 { "is" } else { "are" };
    format!(
        "Result: too early: {nights} {when} {are} known, and {needed} are needed. A night without \
         a cramp counts once you say so: `uncramp log --none --at DAY`."
    )
}

fn counted(n: u32, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

fn ends(interval: &Interval) -> String {
    format!("{} and {}", number(interval.low), number(interval.high))
}

fn number(value: f64) -> String {
    if value.is_finite() {
        format!("{value:.2}")
    } else {
        "any number".to_owned()
    }
}
