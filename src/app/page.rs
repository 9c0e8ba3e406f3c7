//! A page laid out for a width: lines of runs with a role each, and the items
//! that can be chosen. The full screen draws it, plain mode and printing write it.

pub mod answers;
pub mod found;
pub mod glossary;
pub mod keys;
pub mod node;
pub mod rescue;
pub mod routine;
pub mod sources;
pub mod stretch;

use std::ops::Range;

use super::codes;
use crate::guide::NodeId;
use crate::guide::markup::{self, Block, Marker, Span};
use crate::guide::raw::{Care, Evidence, RescueStep, Text};
use crate::guide::trail::Step;
use crate::text::messages::pages;
use crate::text::wrap::wrap;

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
    /// How soon to get help.
    Care(Care),
    /// Of less weight: numbers, sources, hints.
    Quiet,
}

/// What choosing an item does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// Takes a step on the trail.
    Step(Step),
    /// Opens a page.
    Open(NodeId),
    /// Starts the routine with this id.
    Routine(String),
    /// Shows the stretch with this id.
    Stretch(String),
    /// Shows this word of the glossary.
    Word(String),
    /// Shows every word of the glossary.
    Glossary,
    /// Takes back the danger sign reported on this page.
    TakeBack(NodeId),
    /// Returns to the answer given at the visit with this index.
    Answer(usize),
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its lines on the page.
    pub lines: Range<usize>,
    /// The key beside it, where it has one.
    pub key: Option<char>,
    /// What choosing it does.
    pub goal: Goal,
}

/// One line of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Runs of text with their roles.
    pub runs: Vec<(String, Role)>,
}

/// A page laid out for one width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The lines, top to bottom.
    pub lines: Vec<Line>,
    /// What can be chosen, top to bottom.
    pub items: Vec<Item>,
}

/// Cells left of an item for the mark of the selected one, and of a list.
pub const GUTTER: usize = 2;

impl Page {
    /// The page as text, one line each, without trailing spaces.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            let whole: String = line.runs.iter().map(|(run, _)| run.as_str()).collect();
            text.push_str(whole.trim_end());
            text.push('\n');
        }
        text
    }
}

/// Lays out a page, block by block.
#[derive(Debug)]
pub struct Writer {
    width: usize,
    page: Page,
}

impl Writer {
    /// A page of this width in cells.
    pub fn new(width: usize) -> Self {
        Self {
            width: width.max(1),
            page: Page::default(),
        }
    }

    /// The finished page.
    pub fn finish(mut self) -> Page {
        while self
            .page
            .lines
            .last()
            .is_some_and(|line| line.runs.is_empty())
        {
            self.page.lines.pop();
        }
        self.page
    }

    /// An empty line, but never two and never first.
    pub fn gap(&mut self) {
        if self
            .page
            .lines
            .last()
            .is_some_and(|line| !line.runs.is_empty())
        {
            self.page.lines.push(Line::default());
        }
    }

    /// Text in one role.
    pub fn say(&mut self, text: &str, role: Role) {
        self.hang("", Role::Quiet, &[(text, role)]);
    }

    /// Runs of text behind a lead; further lines stand below the first word. Where the lead is
    /// most of the width, they stand below the lead.
    pub fn hang(&mut self, lead: &str, lead_role: Role, runs: &[(&str, Role)]) {
        let indent = crate::text::wrap::cells(lead);
        if !lead.trim().is_empty() && 2 * indent > self.width {
            let lead = format!("{} ", lead.trim());
            let runs: Vec<_> = [(lead.as_str(), lead_role)]
                .iter()
                .chain(runs)
                .copied()
                .collect();
            return self.hang("", Role::Quiet, &runs);
        }
        let indent = indent.min(self.width.saturating_sub(1));
        let cleaned: Vec<_> = runs
            .iter()
            .map(|(text, role)| (markup::clean(text), *role))
            .collect();
        let runs = cleaned.iter().map(|(text, role)| (text.as_ref(), *role));
        for (index, line) in wrap(runs, self.width - indent).into_iter().enumerate() {
            let mut out = Line::default();
            if indent > 0 {
                let lead = if index == 0 {
                    lead.to_owned()
                } else {
                    " ".repeat(indent)
                };
                out.runs.push((lead, lead_role));
            }
            out.runs.extend(line);
            self.page.lines.push(out);
        }
    }

    /// How soon to get help, behind its sign.
    pub fn care(&mut self, care: Care) {
        let role = Role::Care(care);
        self.hang(codes::care_sign(care), role, &[(codes::care(care), role)]);
    }

    /// How well what stands above is supported.
    pub fn evidence(&mut self, evidence: Evidence) {
        self.gap();
        let words = codes::evidence(evidence);
        self.hang(pages::EVIDENCE, Role::Quiet, &[(words, Role::Quiet)]);
    }

    /// One line that is never broken, however long, behind a lead.
    pub fn whole(&mut self, lead: &str, text: &str, role: Role) {
        let mut out = Line::default();
        out.runs.push((lead.to_owned(), Role::Quiet));
        out.runs.push((markup::clean(text).into_owned(), role));
        self.page.lines.push(out);
    }

    /// Something that can be chosen; `key` is the character that chooses it.
    pub fn item(&mut self, key: Option<char>, label: &str, goal: Goal) {
        self.choice(key, &[(label, Role::Body)], goal);
    }

    /// The same with a label in several runs.
    pub fn choice(&mut self, key: Option<char>, label: &[(&str, Role)], goal: Goal) {
        let first = self.page.lines.len();
        let lead = key.map_or_else(
            || " ".repeat(GUTTER),
            |key| format!("{:GUTTER$}{key}  ", ""),
        );
        self.hang(&lead, Role::Quiet, label);
        let lines = first..self.page.lines.len();
        self.page.items.push(Item { lines, key, goal });
    }

    /// The second, quieter line of the item above; it belongs to the item.
    pub fn hint(&mut self, hint: &str) {
        let lead = " ".repeat(GUTTER + 3);
        self.hang(&lead, Role::Quiet, &[(hint, Role::Quiet)]);
        if let Some(item) = self.page.items.last_mut() {
            item.lines.end = self.page.lines.len();
        }
    }

    /// A text in the guide's small Markdown.
    pub fn markdown(&mut self, text: &str) {
        let mut in_list = false;
        for block in markup::parse(text) {
            let is_item = matches!(block, Block::Item { .. });
            if !(in_list && is_item || self.is_below_heading()) {
                self.gap();
            }
            in_list = is_item;
            self.block(&block);
        }
    }

    fn is_below_heading(&self) -> bool {
        let last = self.page.lines.last();
        last.is_some_and(|line| matches!(line.runs.as_slice(), [(_, Role::Heading)]))
    }

    fn block(&mut self, block: &Block) {
        let lead = match block {
            Block::Paragraph(_) => String::new(),
            Block::Item { depth, marker, .. } => {
                let pad = " ".repeat(GUTTER * depth);
                match marker {
                    Marker::Bullet => format!("{pad}- "),
                    Marker::Number(n) => format!("{pad}{n}. "),
                    Marker::Continued => format!("{pad}  "),
                }
            }
        };
        let runs: Vec<(&str, Role)> = block
            .spans()
            .iter()
            .map(|span| (span.text.as_str(), role(span)))
            .collect();
        self.hang(&lead, Role::Quiet, &runs);
    }

    /// Numbered moves against a cramp, as they stand: rescue shows them without Markdown too.
    pub fn moves(&mut self, moves: &[RescueStep]) {
        for (index, step) in moves.iter().enumerate() {
            let lead = format!("{:>2}. ", index + 1);
            self.hang(&lead, Role::Quiet, &[(&step.text, Role::Body)]);
            if let Some(or) = &step.or {
                self.hang("    ", Role::Quiet, &[(or, Role::Body)]);
            }
        }
    }

    /// Numbered steps in the guide's small Markdown.
    pub fn steps(&mut self, steps: &[Text]) {
        for (index, step) in steps.iter().enumerate() {
            let blocks = markup::parse(step);
            let runs: Vec<(&str, Role)> = blocks
                .iter()
                .flat_map(Block::spans)
                .map(|span| (span.text.as_str(), role(span)))
                .collect();
            self.hang(&format!("{:>2}. ", index + 1), Role::Quiet, &runs);
        }
    }
}

fn role(span: &Span) -> Role {
    match span {
        Span { link: Some(_), .. } => Role::Link,
        Span { strong: true, .. } => Role::Strong,
        Span { emphasis: true, .. } => Role::Emphasis,
        _ => Role::Body,
    }
}

/// A page of text as it is, such as the problems of a guide file.
pub fn problems(text: &str, width: usize) -> Page {
    let mut writer = Writer::new(width);
    writer.say(pages::GUIDE_HAS_PROBLEMS, Role::Title);
    writer.say(pages::LAST_GOOD_GUIDE, Role::Quiet);
    writer.gap();
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        writer.hang(&" ".repeat(indent), Role::Body, &[(line, Role::Body)]);
    }
    writer.finish()
}
