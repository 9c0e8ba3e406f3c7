//! The danger signs that were reported, which keep every exercise from starting.

use crate::guide::model::{Guide, NodeId};
use crate::guide::raw::Kind;
use crate::guide::trail::{Step, Visit};

/// The danger signs that the reader reported, in a question, in the list of danger signs or by a
/// cramp that lasted too long. Each stands until it is changed or taken back, wherever the reader goes meanwhile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DangerAnswers {
    given: Vec<DangerAnswer>,
}

/// One reported danger sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DangerAnswer {
    /// The question or list where it was reported.
    pub question: NodeId,
    /// The answer.
    pub step: Step,
    /// The warning that it leads to.
    pub warning: NodeId,
}

impl DangerAnswers {
    /// Records what was answered on these visits, which follow one another on a trail.
    pub fn record(&mut self, guide: &Guide, visits: &[Visit]) {
        for pair in visits.windows(2) {
            let (question, warning) = (pair[0].node, pair[1].node);
            let Some(step) = pair[0].left_by else {
                continue;
            };
            let is_sign = guide.node(warning).kind == Kind::Warning;
            let answers = match guide.node(question).kind {
                Kind::Symptom => true,
                // Leaving the list of signs for another page takes back no sign.
                Kind::Menu => is_sign && guide.is_of_danger(question),
                _ => false,
            };
            if !answers || matches!(step, Step::Link(_)) {
                continue;
            }
            // A question has one answer; of a list several signs may fit.
            let has_one = guide.node(question).kind == Kind::Symptom;
            self.given.retain(|one| one.question != question || !has_one && one.step != step);
            if is_sign {
                self.given.push(DangerAnswer { question, step, warning });
            }
        }
    }

    /// Records a sign that was measured, under the question that asks for it where there is one.
    pub fn report(&mut self, guide: &Guide, warning: NodeId) {
        if self.given.iter().any(|answer| answer.warning == warning) {
            return;
        }
        let asks = |question: &NodeId| {
            let mut options = guide.node(*question).options.iter();
            let index = options.position(|option| option.to == guide.name(warning))?;
            Some((*question, Step::Option(index)))
        };
        let asked = guide.danger_questions.iter().find_map(asks);
        let (question, step) = asked.unwrap_or((warning, Step::Link(warning)));
        self.given.push(DangerAnswer { question, step, warning });
    }

    /// This answer no longer counts.
    pub fn take_back(&mut self, answer: DangerAnswer) {
        self.given.retain(|given| *given != answer);
    }

    /// The answers, the latest last.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &DangerAnswer> {
        self.given.iter()
    }

    /// The warning to show before anything is started: the most urgent, of equal ones the latest.
    pub fn warning(&self, guide: &Guide) -> Option<NodeId> {
        let warnings = self.given.iter().map(|answer| answer.warning);
        warnings.max_by_key(|id| guide.node(*id).care)
    }

    /// The answers in another version of the guide, where their pages still exist.
    #[must_use]
    pub fn carry_over(&self, from: &Guide, to: &Guide) -> Self {
        let find = |id: NodeId| to.find(from.name(id));
        let carried = self.given.iter().filter_map(|answer| {
            Some(DangerAnswer {
                question: find(answer.question)?,
                step: answer.step,
                warning: find(answer.warning)?,
            })
        });
        Self { given: carried.collect() }
    }
}
