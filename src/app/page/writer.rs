//! Writes a page, block by block.

use super::{Goal, Page, PageBlock, PageChoice, PageSection, Paragraph, Role, SectionKind};
use crate::guide::markup::{self, Span};
use crate::guide::raw::{Care, Evidence, RescueStep};

/// A page in the making.
#[derive(Debug, Default)]
pub struct Writer {
    page: Page,
}

impl Writer {
    /// An empty page.
    pub fn new() -> Self {
        Self::default()
    }

    /// The finished page.
    pub fn finish(mut self) -> Page {
        for section in &mut self.page.sections {
            while section.blocks.last() == Some(&PageBlock::Gap) {
                section.blocks.pop();
            }
        }
        self.page
            .sections
            .retain(|section| !section.title.is_empty() || !section.blocks.is_empty());
        self.page
    }

    /// From here on a section with this heading.
    pub(crate) fn section(&mut self, kind: SectionKind, title: &str) {
        self.page.sections.push(PageSection { kind, title: title.to_owned(), blocks: Vec::new() });
    }

    /// The page with this title, which says this first.
    pub(crate) fn title(&mut self, title: &str) {
        self.section(SectionKind::Head, title);
    }

    /// What to do now, in a few words, and what it is about, for the bar on top.
    pub(crate) fn bar(&mut self, big: &str, urgency: &str) {
        self.page.big = Some(big.to_owned());
        self.page.urgency = Some(urgency.to_owned());
    }

    /// What is shown below everything else where there is room.
    pub(crate) fn sources(&mut self, blocks: Vec<PageBlock>) {
        let title = "Sources".to_owned();
        let section = PageSection { kind: SectionKind::Sources, title, blocks };
        self.page.sources = Some(section).filter(|section| !section.blocks.is_empty());
    }

    fn push(&mut self, block: PageBlock) {
        if self.page.sections.is_empty() {
            self.section(SectionKind::Head, "");
        }
        if let Some(section) = self.page.sections.last_mut() {
            section.blocks.push(block);
        }
    }

    fn last(&self) -> Option<&PageBlock> {
        self.page.sections.last()?.blocks.last()
    }

    /// An empty line, but never two and never first.
    pub(crate) fn gap(&mut self) {
        if self.last().is_some_and(|block| *block != PageBlock::Gap) {
            self.push(PageBlock::Gap);
        }
    }

    /// Text in one role.
    pub(crate) fn text(&mut self, text: &str, role: Role) {
        self.hang("", Role::Quiet, &[(text, role)]);
    }

    /// Who must not do what follows, where that must be said.
    pub(crate) fn safety(&mut self, check: Option<&str>) {
        if let Some(check) = check {
            self.text(check, Role::Safety);
        }
    }

    /// Runs of text behind a lead; further lines stand below the first word.
    pub(crate) fn hang(&mut self, lead: &str, lead_role: Role, runs: &[(&str, Role)]) {
        self.paragraph(lead, lead_role, runs, false);
    }

    fn paragraph(&mut self, lead: &str, lead_role: Role, runs: &[(&str, Role)], unbroken: bool) {
        self.push(PageBlock::Text(Paragraph {
            lead: lead.to_owned(),
            lead_role,
            runs: owned(runs),
            unbroken,
        }));
    }

    /// How soon to get help, in the guide's words.
    pub(crate) fn care(&mut self, care: Care, words: &str) {
        self.push(PageBlock::Care(care, words.to_owned()));
    }

    /// How well what stands above is supported.
    pub(crate) fn evidence(&mut self, evidence: Evidence) {
        self.push(PageBlock::Evidence(evidence));
    }

    /// A question and what was answered.
    pub(crate) fn answered(&mut self, question: &str, answer: &str) {
        self.push(PageBlock::Answered(question.to_owned(), answer.to_owned()));
    }

    /// One line that is never broken, however long, behind a lead.
    pub(crate) fn unbroken_line(&mut self, lead: &str, text: &str, role: Role) {
        self.paragraph(lead, Role::Quiet, &[(text, role)], true);
    }

    /// Something that can be chosen; `key` is the character that chooses it.
    pub(crate) fn item(&mut self, key: Option<char>, label: &str, goal: Goal) {
        self.choice(PageChoice { key, ..PageChoice::new(label, goal) });
    }

    /// The same with all that can be said of it.
    pub(crate) fn choice(&mut self, choice: PageChoice) {
        self.push(PageBlock::Choice(choice));
    }

    /// A text in the guide's small Markdown.
    pub(crate) fn markdown(&mut self, text: &str) {
        let mut in_list = false;
        for block in markup::parse(text) {
            let is_item = !block.lead.is_empty();
            if !(in_list && is_item || self.is_below_heading()) {
                self.gap();
            }
            in_list = is_item;
            let runs: Vec<_> = block.spans.iter().map(run).collect();
            self.hang(&block.lead, Role::Quiet, &runs);
        }
    }

    fn is_below_heading(&self) -> bool {
        let is_heading = |above: &Paragraph| matches!(&*above.runs, [(_, Role::Heading)]);
        matches!(self.last(), Some(PageBlock::Text(above)) if is_heading(above))
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
    pub(crate) fn steps(&mut self, steps: &[String]) {
        for (number, step) in (1..).zip(steps) {
            let blocks = markup::parse(step);
            let runs: Vec<_> = blocks.iter().flat_map(|block| &block.spans).map(run).collect();
            self.push(PageBlock::Step(number, owned(&runs)));
        }
    }
}

fn owned(runs: &[(&str, Role)]) -> Vec<(String, Role)> {
    runs.iter().map(|(text, role)| ((*text).to_owned(), *role)).collect()
}

fn run(span: &Span) -> (&str, Role) {
    let role = match span {
        Span { link: Some(_), .. } => Role::Link,
        Span { strong: true, .. } => Role::Strong,
        Span { emphasis: true, .. } => Role::Emphasis,
        _ => Role::Body,
    };
    (&span.text, role)
}
