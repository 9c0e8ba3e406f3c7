//! What stands on the screen: a page of the guide below, and what lies above it.

use std::time::Duration;

use super::danger_answers::{DangerAnswer, DangerAnswers};
use super::diary_status::CrampEntry;
use super::diary_view::DiaryView;
use super::form::Form;
use super::keymap::Context;
use super::text_field::TextField;
use crate::guide::search::SearchTarget;
use crate::guide::trail::PagePlace;
use crate::guide::{NodeId, Trail};
use crate::stretch::cramp::OngoingCramp;
use crate::stretch::session::Session;

/// A way through the guide.
#[derive(Debug, Clone, PartialEq)]
pub struct GuideView {
    /// The way so far.
    pub trail: Trail,
    /// How long the cramp lasted that its page on after-care follows.
    pub past_cramp: Option<Duration>,
}

impl GuideView {
    /// A way through the guide that follows no cramp.
    pub fn new(trail: Trail) -> Self {
        Self { trail, past_cramp: None }
    }
}

/// A list beside the guide.
#[derive(Debug, Clone, PartialEq)]
pub struct ListOverlay {
    /// What it lists.
    pub kind: ListKind,
    /// Where on it the reader is.
    pub place: PagePlace,
}

/// What a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListKind {
    /// The keys of this screen.
    Keys(Context),
    /// Sources, evidence and words of a page.
    Sources(NodeId),
    /// The answers so far.
    Answers,
    /// What is wrong with the guide file, as text.
    Problems(String),
    /// The stretch with this id.
    Stretch(String),
    /// The word of the glossary.
    Word(String),
    /// Every word of the glossary.
    Glossary,
}

/// What lies above the guide.
#[derive(Debug, Clone)]
pub enum View {
    /// Another way through the guide, such as the danger signs.
    GuideView(GuideView),
    /// Keys, sources, answers or the like, beside the guide.
    ListOverlay(ListOverlay),
    /// The search field and what it found.
    Search(SearchView),
    /// The one-line check before a session.
    SafetyGate(PendingStart),
    /// The session that runs, is paused or done.
    Timer(Box<Timer>),
    /// A cramp now.
    Rescue(RescueState),
    /// The charts of the diary.
    Diary(Box<DiaryView>),
    /// The details of a cramp, being filled in.
    Form(Box<Form>),
    /// The screen that is black but for a hint at its beginning.
    Standby {
        /// When it began.
        since: Duration,
    },
}

impl View {
    /// Whether it lies over another view, which is seen dimmed around it.
    pub(crate) fn lies_over(&self) -> bool {
        matches!(self, Self::SafetyGate(_) | Self::ListOverlay(_) | Self::Form(_))
    }
}

/// What the one-line check stands before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PendingStart {
    /// The routine with this id.
    Routine(String),
    /// The session that was left.
    Resume,
}

/// A cramp that is going on.
#[derive(Debug, Clone, PartialEq)]
pub struct RescueState {
    /// The cramp, with its clock.
    pub cramp: OngoingCramp,
    /// What the diary knows of it.
    pub entry: CrampEntry,
    /// The danger signs that were reported when the steps were asked for all the same.
    pub read_signs: DangerAnswers,
    /// The danger sign that the cramp itself became by lasting too long.
    pub overdue: Option<DangerAnswer>,
}

impl RescueState {
    /// A cramp of which the diary knows nothing yet.
    pub fn new(cramp: OngoingCramp) -> Self {
        let (entry, read_signs) = (CrampEntry::None, DangerAnswers::default());
        Self { cramp, entry, read_signs, overdue: None }
    }
}

/// A session on the screen or under what is being read.
#[derive(Debug, Clone)]
pub struct Timer {
    /// What runs, is paused or done.
    pub session: Session,
    /// It was named on the command line: the program leaves when it is over.
    pub by_command: bool,
}

/// The search field and what it found.
#[derive(Debug, Clone)]
pub struct SearchView {
    /// What was typed.
    pub query: TextField,
    /// What was found, the best first.
    pub hits: Vec<SearchTarget>,
    /// Where on it the reader is.
    pub place: PagePlace,
}

impl Timer {
    /// Id of the stretch at this instant; `None` when the session is done.
    pub fn stretch(&self, now: Duration) -> Option<String> {
        let step = self.session.moment(now)?.phase.step;
        Some(self.session.plan().steps.get(step)?.stretch.clone())
    }
}
