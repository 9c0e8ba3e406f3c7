//! The blocks of a page as lines of a width: as text for pipes and paper, or for a panel of the
//! screen.

use std::ops::Range;

use super::{GUTTER, Item, Page, PageBlock, PageChoice, PageSection, Paragraph, Role, SectionKind};
use crate::app::labels;
use crate::guide::raw::{Care, Evidence};
use crate::text::messages::labels as words;
use crate::text::messages::pages;
use crate::text::wrap::{cells, wrap};

/// One line of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FlowLine {
    /// Runs of text with their roles.
    pub runs: Vec<(String, Role)>,
    /// What stands at the right end of it.
    pub aside: Option<(String, Role)>,
}

/// A page laid out for one width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageLines {
    /// The lines, top to bottom.
    pub lines: Vec<FlowLine>,
    /// What can be chosen, top to bottom.
    pub items: Vec<Item>,
}

impl PageLines {
    /// The lines as text, one line each, without trailing spaces.
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

/// What the lines are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Medium {
    /// Pipes, paper and plain mode.
    Text,
    /// A panel, with as much space between its options as this.
    Panel(Spacing),
}

/// How much space the options of a list take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    /// Hints below, and an empty line after each option.
    Roomy,
    /// Hints below.
    Close,
    /// Hints beside the labels where they fit.
    Tight,
}

impl Page {
    /// The page as lines of text.
    pub fn lines(&self, width: usize) -> PageLines {
        let mut flow = Flow::new(width, Medium::Text);
        for section in &self.sections {
            flow.section(section);
        }
        flow.finish()
    }
}

/// Lays blocks out one below the other.
#[derive(Debug)]
pub(super) struct Flow {
    width: usize,
    medium: Medium,
    out: PageLines,
    /// Cells of the labels in a list whose hints stand beside them.
    label_width: usize,
}

impl Flow {
    pub(super) fn new(width: usize, medium: Medium) -> Self {
        Self { width: width.max(1), medium, out: PageLines::default(), label_width: 0 }
    }

    pub(super) fn finish(mut self) -> PageLines {
        while self.out.lines.last().is_some_and(FlowLine::is_empty) {
            self.out.lines.pop();
        }
        self.out
    }

    /// Lines so far.
    pub(super) fn len(&self) -> usize {
        self.out.lines.len()
    }

    /// A section with its heading.
    pub(super) fn section(&mut self, section: &PageSection) {
        self.gap();
        if !section.title.is_empty() {
            let role = match section.kind {
                SectionKind::Head | SectionKind::Verdict(_) => Role::Title,
                _ => Role::Heading,
            };
            self.wrapped("", Role::Quiet, &[(&section.title, role)]);
        }
        self.blocks(section);
    }

    /// What a section says, without its heading.
    pub(super) fn blocks(&mut self, section: &PageSection) {
        self.label_width = section
            .blocks
            .iter()
            .filter_map(|block| match block {
                PageBlock::Choice(choice) if choice.hint.is_some() => Some(label_cells(choice)),
                _ => None,
            })
            .max()
            .unwrap_or(0);
        let starts_at = self.len();
        for block in &section.blocks {
            match block {
                PageBlock::Gap if self.len() == starts_at => {}
                PageBlock::Gap => self.gap(),
                PageBlock::Text(paragraph) => self.paragraph(paragraph),
                PageBlock::Care(care, words) => self.care(*care, words),
                PageBlock::Evidence(evidence) => self.evidence(*evidence),
                PageBlock::Choice(choice) => self.choice(choice),
            }
        }
    }

    /// An empty line, but never two and never first.
    pub(super) fn gap(&mut self) {
        if self.out.lines.last().is_some_and(|line| !line.is_empty()) {
            self.out.lines.push(FlowLine::default());
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let runs: Vec<(&str, Role)> =
            paragraph.runs.iter().map(|(text, role)| (text.as_str(), *role)).collect();
        if paragraph.unbroken && self.medium == Medium::Text {
            let mut line = FlowLine::default();
            line.push(&paragraph.lead, paragraph.lead_role);
            for (text, role) in runs {
                line.push(text, role);
            }
            self.out.lines.push(line);
        } else {
            self.wrapped(&paragraph.lead, paragraph.lead_role, &runs);
        }
    }

    /// Runs of text behind a lead; further lines stand below the first word. Where the lead is
    /// most of the width, they stand below the lead.
    fn wrapped(&mut self, lead: &str, lead_role: Role, runs: &[(&str, Role)]) {
        let indent = cells(lead);
        if !lead.trim().is_empty() && 2 * indent > self.width {
            let lead = format!("{} ", lead.trim());
            let runs: Vec<_> = [(lead.as_str(), lead_role)].iter().chain(runs).copied().collect();
            return self.wrapped("", Role::Quiet, &runs);
        }
        let indent = indent.min(self.width.saturating_sub(1));
        let wrapped = wrap(runs.iter().copied(), self.width - indent);
        for (index, line) in wrapped.into_iter().enumerate() {
            let mut out = FlowLine::default();
            if index == 0 {
                out.push(lead, lead_role);
            } else {
                out.push(&" ".repeat(indent), lead_role);
            }
            out.runs.extend(line);
            self.out.lines.push(out);
        }
    }

    fn care(&mut self, care: Care, words: &str) {
        let role = Role::Care(care);
        match self.medium {
            Medium::Text => {
                self.wrapped(labels::care_sign(care), role, &[(words, role)]);
            }
            Medium::Panel(_) => {
                let badge = labels::care_badge(care);
                // The badge says it already.
                let is_said = badge.to_lowercase().ends_with(&words.to_lowercase());
                let words = if is_said { "" } else { words };
                let badge = format!(" {badge} ");
                if words.is_empty() {
                    let mut line = FlowLine::default();
                    line.push(&badge, Role::Badge(care));
                    self.out.lines.push(line);
                } else if 2 * cells(&badge) > self.width {
                    let mut line = FlowLine::default();
                    line.push(&badge, Role::Badge(care));
                    self.out.lines.push(line);
                    self.wrapped("", Role::Quiet, &[(words, Role::Strong)]);
                } else {
                    let mut lead = FlowLine::default();
                    lead.push(&badge, Role::Badge(care));
                    lead.push("  ", Role::Body);
                    let indent = cells(&badge) + 2;
                    let runs = [(words, Role::Strong)];
                    for line in wrap(runs.iter().copied(), self.width - indent) {
                        let mut out = std::mem::take(&mut lead);
                        if out.runs.is_empty() {
                            out.push(&" ".repeat(indent), Role::Body);
                        }
                        out.runs.extend(line);
                        self.out.lines.push(out);
                    }
                }
            }
        }
    }

    fn evidence(&mut self, evidence: Evidence) {
        match self.medium {
            Medium::Text => {
                self.gap();
                let words = labels::evidence(evidence);
                self.wrapped(pages::EVIDENCE, Role::Quiet, &[(words, Role::Quiet)]);
            }
            Medium::Panel(_) => {
                let filled = labels::evidence_dots(evidence);
                let dots = words::DOT.repeat(filled);
                let empty = words::EMPTY_DOT.repeat(4 - filled);
                let said = format!("  {}", labels::evidence(evidence));
                let runs = [
                    (dots.as_str(), Role::Heading),
                    (empty.as_str(), Role::Quiet),
                    (said.as_str(), Role::Quiet),
                ];
                self.wrapped(pages::EVIDENCE_LABEL, Role::Quiet, &runs);
            }
        }
    }

    fn choice(&mut self, choice: &PageChoice) {
        let first = self.len();
        let lead = match (choice.key, self.medium) {
            (None, Medium::Text) => " ".repeat(GUTTER),
            (None, Medium::Panel(_)) => String::new(),
            (Some(key), Medium::Text) => format!("{:GUTTER$}{key}  ", ""),
            (Some(key), Medium::Panel(_)) => format!("{key}  "),
        };
        let lead_role = match self.medium {
            Medium::Text => Role::Quiet,
            Medium::Panel(_) => Role::Key,
        };
        let whole_width = self.width;
        let aside = cells(&choice.aside);
        let is_panel = self.medium != Medium::Text;
        if is_panel && aside > 0 {
            self.width = self.width.saturating_sub(aside + 2).max(8);
        }
        let runs: Vec<(&str, Role)> =
            choice.label.iter().map(|(text, role)| (text.as_str(), *role)).collect();
        self.wrapped(&lead, lead_role, &runs);
        let beside = cells(&lead) + self.label_width + 3;
        let hint = choice.hint.as_deref();
        if let Some(hint) = hint {
            let fits = beside + cells(hint) <= self.width && self.len() == first + 1;
            if self.medium == Medium::Panel(Spacing::Tight) && fits {
                if let Some(line) = self.out.lines.last_mut() {
                    let used: usize = line.runs.iter().map(|(run, _)| cells(run)).sum();
                    line.push(&" ".repeat(beside.saturating_sub(used)), Role::Hint);
                    line.push(hint, Role::Hint);
                }
            } else {
                self.wrapped(&" ".repeat(cells(&lead)), Role::Hint, &[(hint, Role::Hint)]);
            }
        }
        self.width = whole_width;
        if is_panel && aside > 0 {
            let is_key = choice.aside.chars().count() == 1;
            let role = if is_key { Role::Key } else { Role::Quiet };
            if let Some(line) = self.out.lines.get_mut(first) {
                line.aside = Some((choice.aside.clone(), role));
            }
        }
        let lines = first..self.len();
        if self.medium == Medium::Panel(Spacing::Roomy) {
            self.gap();
        }
        self.item(choice, lines);
    }

    fn item(&mut self, choice: &PageChoice, lines: Range<usize>) {
        self.out.items.push(Item {
            lines,
            key: choice.key,
            goal: choice.goal.clone(),
            about: choice.about.clone(),
            apart: choice.apart,
        });
    }
}

fn label_cells(choice: &PageChoice) -> usize {
    choice.label.iter().map(|(text, _)| cells(text)).sum()
}

impl FlowLine {
    pub(super) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    pub(super) fn push(&mut self, text: &str, role: Role) {
        if !text.is_empty() {
            self.runs.push((text.to_owned(), role));
        }
    }
}
