//! A self-trial in sentences, for the screen, the plain face and the command line alike.

use super::{
    BASELINE, BASELINE_NEEDED, Part, STRETCHING, STRETCHING_NEEDED, Stage, Status, TooEarly,
    Verdict,
};
use crate::text::messages::{amounts, notices, trial as words};

impl Status {
    /// Where it stands and what it shows, one paragraph each.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.stage_line()];
        lines.push(part_line(words::BEFORE, &self.before));
        if self.after.tally.nights > 0 {
            lines.push(part_line(words::WITH_STRETCHING, &self.after));
            let said = match self.stage {
                Stage::Stretching { .. } => words::stretched_so_far,
                _ => words::stretched,
            };
            let planned = amounts::nights(self.after.tally.nights);
            lines.push(said(self.after.tally.stretched, &planned));
        }
        lines.push(self.verdict_line());
        if !matches!(self.verdict, Verdict::TooEarly(_)) {
            let or = |line: Option<String>, words: &str| line.unwrap_or_else(|| words.to_owned());
            lines.push(or(self.ratio_line(), words::NO_CRAMP));
            lines.push(or(self.pain_line(), words::TOO_FEW_PAINS));
            lines.push(words::METHOD.to_owned());
        }
        lines.push(words::LIMITS.to_owned());
        lines
    }

    /// The same for the page of the doctor: where it stands, the result and the numbers behind it.
    pub fn brief(&self) -> Brief {
        let too_early = matches!(self.verdict, Verdict::TooEarly(_));
        let numbers = if too_early {
            vec![words::RESULT_TOO_EARLY.to_owned()]
        } else {
            [self.ratio_line(), self.pain_line()].into_iter().flatten().collect()
        };
        Brief {
            stage: self.stage_line(),
            result: (!too_early).then(|| self.verdict_line()),
            numbers,
        }
    }

    fn stage_line(&self) -> String {
        let began = amounts::day(self.trial.began.local().date());
        let stretching = self.trial.stretching();
        match &self.stage {
            Stage::Baseline { night } => {
                words::as_ever(began, *night, BASELINE, stretching.first.short())
            }
            Stage::Stretching { night } => {
                words::with_stretching(began, *night, STRETCHING, stretching.last.short())
            }
            Stage::Over => words::over(began),
            Stage::Stopped => words::stopped(began),
            Stage::Danger(sign) => words::ended_by_sign(
                began,
                amounts::day(sign.noted.local().date()),
                sign.title.as_str(),
            ),
        }
    }

    fn verdict_line(&self) -> String {
        let result = self.verdict.words();
        if let Stage::Danger(sign) = &self.stage {
            return words::result_with_sign(result, sign.node.as_str());
        }
        let why = match self.verdict {
            Verdict::TooEarly(TooEarly::FewBefore) => {
                return words::few_before(self.before.tally.known, BASELINE_NEEDED);
            }
            Verdict::TooEarly(TooEarly::FewAfter) => {
                return words::few_with_stretching(self.after.tally.known, STRETCHING_NEEDED);
            }
            Verdict::TooEarly(TooEarly::StillRunning) => words::LOOKING_EARLY,
            Verdict::TooEarly(TooEarly::Danger) => words::SIGN_FIRST,
            Verdict::NoClearChange => words::PERHAPS_CHANCE,
            Verdict::FewerOrMilder => words::BETTER_THAN_CHANCE,
            Verdict::MoreOrStronger => words::WORSE_THAN_CHANCE,
        };
        words::result(result, why)
    }

    /// Cramps after against before, where there was one.
    fn ratio_line(&self) -> Option<String> {
        let ratio = self.comparison.as_ref()?.ratio.as_ref()?;
        let number = |value: f64| format!("{value:.2}");
        let [low, middle, high] = [ratio.low, ratio.middle, ratio.high].map(number);
        Some(if ratio.middle.is_finite() {
            words::times_as_often(&middle, &low, &high)
        } else {
            words::none_before(&low)
        })
    }

    /// Pain after against before, where enough nights have one.
    fn pain_line(&self) -> Option<String> {
        let pain = self.comparison.as_ref()?.pain.as_ref()?;
        Some(words::pain_changed(pain.middle, pain.low, pain.high))
    }
}

/// A self-trial in a few lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// Where it stands.
    pub stage: String,
    /// How it ended and why; none while it is too early to tell.
    pub result: Option<String>,
    /// The numbers behind it, or that it is too early.
    pub numbers: Vec<String>,
}

fn part_line(name: &str, part: &Part) -> String {
    let tally = &part.tally;
    if tally.nights == 0 {
        return words::no_night_over(name);
    }
    let cramps = amounts::cramps(tally.cramps);
    let cramps = (tally.known > 0).then(|| (cramps.as_str(), tally.known_a_week()));
    let nights = amounts::nights(tally.nights);
    let told = words::part(name, &nights, tally.known, cramps, part.mean_pain());
    let silent = match tally.silent() {
        0 => String::new(),
        silent => words::without_a_word(&amounts::nights(silent)),
    };
    notices::sentences(&[&told, &silent])
}
