//! A page as what it says, in sections and blocks. The screen arranges them in panels; plain mode,
//! print and card write them as lines of text.

pub mod answers;
pub mod arrange;
pub(crate) mod badge;
mod flow;
pub mod form;
pub mod glossary;
pub mod keys;
pub mod node;
pub(crate) mod problems;
pub mod rescue;
pub mod routine;
pub mod search;
pub mod sources;
pub mod stretch;
mod writer;

use std::ops::Range;

use crate::app::danger_answers::DangerAnswer;
use crate::guide::NodeId;
use crate::guide::raw::{Care, Evidence, SourceKind};
use crate::guide::trail::Step;

pub use flow::{FlowLine, PageLines};
pub use writer::Writer;

/// What a run of text is for; the theme decides how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The heading of the page.
    Title,
    /// A heading inside the page.
    Heading,
    /// Running text.
    Body,
    /// Stands out strongly.
    Strong,
    /// Stands out a little.
    Emphasis,
    /// Leads to another page.
    Link,
    /// Says who must not do what follows.
    Safety,
    /// A word in a colour that says something.
    Tone(ColorRole),
    /// The same as a filled label.
    Badge(ColorRole),
    /// The empty part of a bar.
    Track,
    /// A key that chooses.
    Key,
    /// Where the next letter goes.
    Cursor,
    /// The second line of an option.
    Hint,
    /// Of less weight: numbers, sources.
    Quiet,
}

/// What a colour says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColorRole {
    /// How soon to get help.
    Care(Care),
    /// That of self-care, for what is answered or needs nothing more: drawn as the sign for it.
    Check,
    /// How well something is supported.
    Grade(Evidence),
    /// What can be done here.
    Active,
    /// What stands out without being more than that.
    Key,
    /// Of less weight.
    Quiet,
}

/// What choosing an item does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// Takes a step on the trail.
    Step(Step),
    /// Opens a page: on the trail, or above what is not the guide.
    Open(NodeId),
    /// Starts the routine with this id.
    Routine(String),
    /// Shows the stretch with this id.
    Stretch(String),
    /// Shows this word of the glossary.
    Word(String),
    /// Shows every word of the glossary.
    Glossary,
    /// The field of the open form with this index.
    Field(usize),
    /// Returns to the answer given at the visit with this index.
    Answer(usize),
    /// Takes back this danger sign.
    TakeBack(DangerAnswer),
}

/// Something that can be chosen, once it is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its lines on the page.
    pub lines: Range<usize>,
    /// The key beside it, where it has one.
    pub key: Option<char>,
    /// What choosing it does.
    pub goal: Goal,
    /// What it looks like and what it is not.
    pub about: Option<String>,
    /// Whether it stands apart from the numbered ones.
    pub apart: bool,
}

/// What a page says, before it is laid out for any width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Its sections, top to bottom; the first has the title of the page.
    pub sections: Vec<PageSection>,
    /// On a page about an emergency: what to do now, in a few words.
    pub big: Option<String>,
    /// What it is about.
    pub urgency: Option<String>,
    /// Shown on the screen where rows are left below everything else.
    pub sources: Option<PageSection>,
}

/// A part of a page: a panel on the screen, a heading with what is below it in text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageSection {
    /// What it is for.
    pub kind: SectionKind,
    /// Its heading.
    pub title: String,
    /// What it says.
    pub blocks: Vec<PageBlock>,
}

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    /// The title of the page and what it says first.
    Head,
    /// How soon to get help, and what for.
    Verdict(Care),
    /// The answer to the question of the page.
    Answer,
    /// What to do, in order, or what can be chosen.
    Main,
    /// What to do in an emergency.
    Emergency,
    /// The answers that led here, one line each.
    Answers,
    /// Reading.
    Text,
    /// Where the words of the page come from.
    Sources,
}

/// A block of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageBlock {
    /// An empty line.
    Gap,
    /// Text.
    Text(Paragraph),
    /// How soon to get help, in the guide's words.
    Care(Care, String),
    /// How well what stands above is supported.
    Evidence(Evidence),
    /// Something to do, with its number.
    Step(usize, Vec<(String, Role)>),
    /// A question and what was answered.
    Answered(String, String),
    /// A source in a line: year, kind, and what it is.
    Source(String, SourceKind, String),
    /// Something that can be chosen.
    Choice(PageChoice),
}

/// Runs of text behind a lead; further lines stand below the first word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What stands before the first line.
    pub lead: String,
    /// How the lead looks.
    pub lead_role: Role,
    /// The text.
    pub runs: Vec<(String, Role)>,
    /// Whether it is never broken, however long.
    pub unbroken: bool,
}

/// Something that can be chosen, before it is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageChoice {
    /// The key that chooses it, where it has one.
    pub key: Option<char>,
    /// Quiet words before it, as wide for every choice.
    pub lead: String,
    /// What it says.
    pub label: Vec<(String, Role)>,
    /// A second, quieter line.
    pub hint: Option<String>,
    /// Whether the hint gives way to more choices where there are few rows.
    pub spares_hint: bool,
    /// What this looks like and what it is not.
    pub about: Option<String>,
    /// At the right of the screen: how long it takes, what it is, or a key that does the same.
    pub aside: String,
    /// How that looks.
    pub aside_role: Role,
    /// What choosing it does.
    pub goal: Goal,
    /// Whether it stands apart from the numbered ones.
    pub apart: bool,
}

impl PageChoice {
    /// A choice with this label and nothing beside it.
    pub fn new(label: &str, goal: Goal) -> Self {
        Self {
            key: None,
            label: vec![(label.to_owned(), Role::Strong)],
            hint: None,
            spares_hint: false,
            about: None,
            lead: String::new(),
            aside: String::new(),
            aside_role: Role::Quiet,
            goal,
            apart: false,
        }
    }
}

/// Cells left of an item in text, and of a list inside a list.
pub(crate) const GUTTER: usize = 2;

impl Page {
    /// What can be chosen, top to bottom.
    pub(crate) fn choices_mut(&mut self) -> impl Iterator<Item = &mut PageChoice> {
        self.sections.iter_mut().flat_map(|section| &mut section.blocks).filter_map(|block| {
            if let PageBlock::Choice(choice) = block { Some(choice) } else { None }
        })
    }

    /// The page as text, one line each, without trailing spaces.
    pub fn text(&self, width: usize) -> String {
        self.lines(width).text()
    }
}
