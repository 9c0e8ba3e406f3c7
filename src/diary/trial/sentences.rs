//! A self-trial in sentences, for every command and the report.

use std::fmt::Write as _;

use super::{BASELINE, BASELINE_NEEDED, STRETCHING, STRETCHING_NEEDED, Stage, Status, Verdict};
use crate::diary::summary::{NightSummary, mean};
use crate::text::messages::{amounts, dates};

const METHOD: &str = "Method: exact interval for the ratio of two rates (as R's poisson.test), \
    widened when cramps come in bunches; Welch's interval (1947) for pain, night by night. Both \
    together err in at most 1 of 20 comparisons. Nights with nothing logged are left out, not \
    counted as free of cramps. Measures and six weeks: Hallegraeff 2012 (J Physiother 58: 17).";

const NO_CONTROL_GROUP: &str = "There is no control group: cramps come and go by themselves, so \
    any change may be chance. Do not put off a doctor because of this.";

impl Status {
    /// Its state and its result, one paragraph each.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.stage_line(), part_line("Before", &self.before)];
        if self.after.nights > 0 {
            lines.push(part_line("With stretching", &self.after));
            let runs = matches!(self.stage, Stage::Stretching { .. });
            lines.push(format!(
                "Stretched on {} of {}{}.",
                self.after.stretched,
                amounts::nights(self.after.nights),
                if runs { " planned so far" } else { " planned" }
            ));
        }
        lines.push(self.verdict_line());
        if self.verdict != Verdict::TooEarly {
            let or = |line: Option<String>, words: &str| line.unwrap_or_else(|| words.to_owned());
            lines.push(or(self.ratio_line(), "There was no cramp before or after."));
            lines.push(or(self.pain_line(), "Too few nights have a pain rating to compare pain."));
            lines.push(METHOD.to_owned());
        }
        lines.push(NO_CONTROL_GROUP.to_owned());
        lines
    }

    /// The same in short for the report: each text with the most lines that it may take there.
    pub(crate) fn brief(&self) -> Vec<(usize, String)> {
        let numbers = [self.ratio_line(), self.pain_line()].into_iter().flatten();
        let result = [(2, self.stage_line()), (2, self.verdict_line())];
        result.into_iter().chain(numbers.map(|number| (1, number))).collect()
    }

    fn stage_line(&self) -> String {
        let began = dates::full(self.trial.began.local().date());
        let stretching = self.trial.stretching();
        let stands = match &self.stage {
            Stage::Baseline { night } => format!(
                "night {night} of {BASELINE}, no change yet (baseline). The stretching begins on {}.",
                stretching.first.full_date()
            ),
            Stage::Stretching { night } => format!(
                "night {night} of {STRETCHING} with stretching (`uncramp stretch`), until {}.",
                stretching.last.full_date()
            ),
            Stage::Over => "all nights are over.".to_owned(),
            Stage::Stopped => "stopped.".to_owned(),
            Stage::Danger(sign) => format!(
                "ended on {}, when you logged a danger sign: {}.",
                dates::full(sign.logged.local().date()),
                sign.title
            ),
        };
        format!("Self-trial since {began}: {stands}")
    }

    fn verdict_line(&self) -> String {
        let why = match (&self.stage, self.verdict) {
            (Stage::Danger(sign), _) => &format!(
                "the danger sign comes first. `uncramp show {}` or `uncramp card` says what to do; \
                 see a doctor before you stretch again.",
                sign.node
            ),
            (Stage::Baseline { .. } | Stage::Stretching { .. }, _) => {
                "the nights are not over. Early results mislead."
            }
            (_, Verdict::TooEarly) if self.before.known < BASELINE_NEEDED => {
                &few(self.before.known, "before", BASELINE_NEEDED)
            }
            (_, Verdict::TooEarly) => &few(self.after.known, "with stretching", STRETCHING_NEEDED),
            (_, Verdict::NoClearChange) => {
                "the difference is no larger than chance alone may make it. That does not prove \
                 that stretching does nothing."
            }
            (_, Verdict::FewerOrMilder) => {
                "more than chance alone would usually make; stretching may or may not be the reason."
            }
            (_, Verdict::MoreOrStronger) => {
                "more than chance alone would usually make. Ask a doctor or pharmacist about it."
            }
        };
        format!("Result: {}: {why}", self.verdict.words())
    }

    /// How often cramps came compared with before, where there was any.
    fn ratio_line(&self) -> Option<String> {
        let ratio = self.comparison.as_ref()?.ratio.as_ref()?;
        let number = |value: f64| format!("{value:.2}");
        let [low, middle, high] = [ratio.low, ratio.middle, ratio.high].map(number);
        Some(if ratio.middle.is_finite() {
            format!(
                "Cramps came {middle} times as often as before (likely between {low} and {high})."
            )
        } else {
            format!("No cramp came before, some did after (likely at least {low} times as often).")
        })
    }

    /// How pain changed, where enough nights have a rating.
    fn pain_line(&self) -> Option<String> {
        let pain = self.comparison.as_ref()?.pain.as_ref()?;
        Some(format!(
            "Pain changed by {:+.1} points of 10 (likely between {:+.1} and {:+.1}).",
            pain.middle, pain.low, pain.high
        ))
    }
}

fn few(known: u32, when: &str, needed: u32) -> String {
    let (nights, are) = (amounts::nights(known), if known == 1 { "is" } else { "are" });
    format!(
        "{nights} {when} {are} known, and {needed} are needed. A night without \
         a cramp counts once you say so: `uncramp log --none --at DAY`."
    )
}

fn part_line(name: &str, part: &NightSummary) -> String {
    let NightSummary { nights, known, cramps, .. } = *part;
    if nights == 0 {
        return format!("{name}: no night is over yet.");
    }
    let mut line = format!("{name}: {} over, {known} known", amounts::nights(nights));
    if known > 0 {
        let rate = part.known_a_week();
        let _ = write!(line, ", {}, {rate:.1} a week", amounts::cramps(cramps));
    }
    if let Some(pain) = mean(&part.pains) {
        let _ = write!(line, ", average pain {pain:.1}");
    }
    line.push('.');
    match part.unlogged() {
        0 => line,
        silent => format!(
            "{line} {} with nothing logged: if there was no cramp, say so with `uncramp log --none --at DAY`.",
            amounts::nights(silent)
        ),
    }
}
