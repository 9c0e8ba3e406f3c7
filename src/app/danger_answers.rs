//! The danger signs that were reported, which keep every exercise from starting.

use crate::guide::model::{Guide, NodeId};
use crate::guide::raw::{Care, Kind};
use crate::guide::trail::{Step, Visit, label};

/// The danger signs that the reader reported, in a question, in the list of danger signs or by a
/// cramp that lasted too long. Each stands until it is changed or taken back, wherever the reader
/// goes meanwhile, and in every later version of the guide.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DangerAnswers {
    given: Vec<DangerAnswer>,
}

/// One reported danger sign. It names pages, because another version of the guide may lack them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DangerAnswer {
    /// The page where it was reported.
    pub question: String,
    /// The answer in the words of the guide; the title of the warning where nothing was asked.
    pub answer: String,
    /// The page with the warning that it leads to.
    pub warning: String,
    /// How urgent that warning is.
    care: Option<Care>,
}

impl DangerAnswer {
    fn new(guide: &Guide, question: NodeId, answer: Option<&str>, warning: NodeId) -> Self {
        Self {
            question: guide.name(question).to_owned(),
            answer: answer.unwrap_or(&guide.node(warning).title).to_owned(),
            warning: guide.name(warning).to_owned(),
            care: guide.node(warning).care,
        }
    }
}

impl DangerAnswers {
    /// Records what was answered on these visits, which follow one another on a trail.
    pub fn record(&mut self, guide: &Guide, visits: &[Visit]) {
        for pair in visits.windows(2) {
            let (question, warning) = (pair[0].node, pair[1].node);
            let Some(step) = pair[0].left_by else { continue };
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
            let sign = DangerAnswer::new(guide, question, label(guide, question, step), warning);
            // A question has one answer; of a list several signs may fit.
            let has_one = guide.node(question).kind == Kind::Symptom;
            self.given.retain(|one| {
                one.question != sign.question || !has_one && one.answer != sign.answer
            });
            if is_sign {
                self.given.push(sign);
            }
        }
    }

    /// Records a sign that was measured, under the question that asks for it where there is one. Returns
    /// the answer that it comes to, unless the sign was reported before.
    pub fn report(&mut self, guide: &Guide, warning: NodeId) -> Option<DangerAnswer> {
        let name = guide.name(warning);
        if self.given.iter().any(|sign| sign.warning == name) {
            return None;
        }
        let asks = |question: &NodeId| {
            let mut options = guide.node(*question).options.iter();
            let option = options.find(|option| option.to == name)?;
            Some((*question, Some(option.label.as_str())))
        };
        let asked = guide.danger_questions.iter().find_map(asks);
        let (question, answer) = asked.unwrap_or((warning, None));
        self.given.push(DangerAnswer::new(guide, question, answer, warning));
        self.given.last().cloned()
    }

    /// This answer no longer counts.
    pub fn take_back(&mut self, answer: &DangerAnswer) {
        self.given.retain(|given| given != answer);
    }

    /// The answers, the latest last.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &DangerAnswer> {
        self.given.iter()
    }

    /// The warning to show before anything is started: the most urgent, of equal ones the latest.
    /// Where this version of the guide lacks it, the danger signs.
    pub fn warning(&self, guide: &Guide) -> Option<NodeId> {
        let sign = self.given.iter().max_by_key(|sign| sign.care)?;
        Some(guide.find(&sign.warning).or(guide.danger).unwrap_or(guide.start))
    }
}
