//! The blocks of a page as lines of a width: as text for pipes and paper, or for a panel of the
//! screen.

use super::{ColorRole, GUTTER, Item, Page, PageBlock, PageChoice, PageSection, Paragraph, Role};
use super::{SectionKind, badge};
use crate::guide::raw::{Care, Evidence, SourceKind};
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
    /// A panel, with this spacing.
    Panel(Spacing),
}

/// How much space the options of a list take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    /// Hints below, and an empty line after each option and each panel.
    Roomy,
    /// Hints below, and an empty line after each step.
    Airy,
    /// Hints below.
    Close,
    /// Hints beside the labels where they fit.
    Tight,
    /// The same without empty lines.
    Dense,
    /// The same without the hints of a menu.
    Bare,
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

    /// A section with its heading.
    pub(super) fn section(&mut self, section: &PageSection) {
        self.gap();
        if !section.title.is_empty() {
            let role = match section.kind {
                SectionKind::Head | SectionKind::Verdict(_) | SectionKind::Answer => Role::Title,
                _ => Role::Heading,
            };
            self.wrapped(&[], &[(&section.title, role)]);
        }
        self.blocks(section);
    }

    /// What a section says, without its heading.
    pub(super) fn blocks(&mut self, section: &PageSection) {
        let labels = section.blocks.iter().filter_map(|block| match block {
            PageBlock::Choice(choice) if choice.hint.is_some() => Some(label_cells(choice)),
            _ => None,
        });
        self.label_width = labels.max().unwrap_or(0);
        let starts_at = self.out.lines.len();
        let is_dense = matches!(self.medium, Medium::Panel(Spacing::Dense | Spacing::Bare));
        let questions = section.blocks.iter().filter_map(|block| match block {
            PageBlock::Answered(question, _) => Some(cells(question)),
            _ => None,
        });
        let questions = questions.max().unwrap_or(0);
        for block in &section.blocks {
            match block {
                PageBlock::Gap if self.out.lines.len() == starts_at || is_dense => {}
                PageBlock::Gap => self.gap(),
                PageBlock::Text(paragraph) => self.paragraph(paragraph),
                PageBlock::Care(care, words) => self.care(*care, words, &section.title),
                PageBlock::Step(number, runs) => self.step(*number, runs, section.kind),
                PageBlock::Answered(question, answer) => self.answered(question, answer, questions),
                PageBlock::Source(year, kind, said) => self.source(year, *kind, said),
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
        let lead = [(paragraph.lead.as_str(), paragraph.lead_role)];
        let runs: Vec<(&str, Role)> =
            paragraph.runs.iter().map(|(text, role)| (text.as_str(), *role)).collect();
        if paragraph.unbroken && self.medium == Medium::Text {
            let mut line = FlowLine::default();
            for (text, role) in lead.into_iter().chain(runs) {
                line.push(text, role);
            }
            self.out.lines.push(line);
        } else {
            self.wrapped(&lead, &runs);
        }
    }

    /// Runs of text behind a lead; further lines stand below the first word. Where the lead is
    /// most of the width, it is the beginning of the text.
    fn wrapped(&mut self, lead: &[(&str, Role)], runs: &[(&str, Role)]) {
        let indent: usize = lead.iter().map(|(text, _)| cells(text)).sum();
        let is_blank = lead.iter().all(|(text, _)| text.trim().is_empty());
        if !is_blank && 2 * indent > self.width {
            return self.wrapped(&[], &[lead, &[(" ", Role::Body)], runs].concat());
        }
        let indent = indent.min(self.width.saturating_sub(1));
        let mut wrapped = wrap(runs.iter().copied(), self.width - indent);
        if wrapped.is_empty() && !is_blank {
            wrapped.push(Vec::new());
        }
        for (index, line) in wrapped.into_iter().enumerate() {
            let mut out = FlowLine::default();
            if index == 0 {
                for (text, role) in lead {
                    out.push(text, *role);
                }
            } else {
                out.push(&" ".repeat(indent), Role::Body);
            }
            out.runs.extend(line);
            self.out.lines.push(out);
        }
    }

    /// The badge of a verdict, its name beside it on the screen, and how soon in words.
    fn care(&mut self, care: Care, words: &str, name: &str) {
        let (sign, label) = badge::care_badge(care);
        let is_check = care == Care::SelfCare;
        if self.medium == Medium::Text {
            let role = Role::Tone(ColorRole::Care(care));
            // A sign says it without colour, except where nothing must stand out.
            let sign = if is_check { String::new() } else { format!("[{sign}] ") };
            return self.wrapped(&[(&sign, role)], &[(words, role)]);
        }
        // The badge says it already.
        let is_said = label.to_lowercase().ends_with(&words.to_lowercase());
        let badge = Role::Badge(ColorRole::Care(care));
        let lead = [
            (" ", badge),
            (sign, if is_check { Role::Badge(ColorRole::Check) } else { badge }),
            (&*format!(" {label} "), badge),
            ("  ", Role::Body),
        ];
        let name = if names_beside_badge(self.width) { name } else { "" };
        let words = if is_said { "" } else { words };
        let first = if name.is_empty() { words } else { name };
        self.wrapped(&lead, &[(first, Role::Strong)]);
        self.gap_where_roomy();
        if !name.is_empty() && !words.is_empty() {
            self.wrapped(&[], &[(words, Role::Tone(ColorRole::Care(care)))]);
        }
    }

    /// A grade of evidence: on the screen as a bar of four parts, the word, and what it means.
    fn evidence(&mut self, evidence: Evidence) {
        let (dots, said) = badge::evidence(evidence);
        if self.medium == Medium::Text {
            self.gap();
            return self.wrapped(&[("Evidence: ", Role::Quiet)], &[(said, Role::Quiet)]);
        }
        self.gap_where_roomy();
        let part = if self.width < 60 { "  " } else { "    " };
        let mut line = FlowLine::default();
        line.push("Evidence  ", Role::Quiet);
        for at in 0..4 {
            let role =
                if at < dots { Role::Badge(ColorRole::Grade(evidence)) } else { Role::Track };
            line.push(part, role);
            line.push(" ", Role::Quiet);
        }
        let (word, meaning) = said.split_once(": ").unwrap_or((said, ""));
        line.push(&format!(" {word}"), Role::Tone(ColorRole::Grade(evidence)));
        let used: usize = line.runs.iter().map(|(run, _)| cells(run)).sum();
        let fits = used + 2 + cells(meaning) <= self.width;
        if fits {
            line.push(&format!("  {meaning}"), Role::Quiet);
        }
        self.out.lines.push(line);
        if !fits {
            self.wrapped(&[], &[(meaning, Role::Quiet)]);
        }
    }

    /// Something to do. In an emergency the first thing stands out.
    fn step(&mut self, number: usize, runs: &[(String, Role)], kind: SectionKind) {
        let is_urgent = kind == SectionKind::Emergency;
        let strong = |role| if is_urgent && number == 1 { Role::Strong } else { role };
        let runs: Vec<_> = runs.iter().map(|(text, role)| (text.as_str(), strong(*role))).collect();
        if self.medium == Medium::Text {
            return self.wrapped(&[(&format!("{number:>2}. "), Role::Quiet)], &runs);
        }
        let red = Role::Tone(ColorRole::Care(Care::Emergency));
        let role = if is_urgent { red } else { Role::Key };
        self.wrapped(&[(&format!("{number}  "), role)], &runs);
        self.gap_where_roomy();
    }

    /// An answer beside its question, or behind it where the questions are long.
    fn answered(&mut self, question: &str, answer: &str, widest: usize) {
        let pair = [(question, Role::Quiet), (" ", Role::Quiet), (answer, Role::Body)];
        if self.medium == Medium::Text {
            return self.wrapped(&[("- ", Role::Quiet)], &pair);
        }
        let check = [("+", Role::Tone(ColorRole::Check)), (" ", Role::Quiet)];
        if 2 * (widest + 4) > self.width {
            // An answer that does not fit beside its question stands whole below it.
            let fits = cells(question) + cells(answer) + 3 <= self.width;
            self.wrapped(&check, if fits { &pair } else { &pair[..1] });
            if !fits {
                self.wrapped(&[("  ", Role::Quiet)], &pair[2..]);
            }
            return;
        }
        let question = format!("{question:widest$}  ");
        let lead = [check[0], check[1], (&question, Role::Quiet)];
        self.wrapped(&lead, &[(answer, Role::Body)]);
    }

    /// A source in one line, which the drawing cuts off where it is too long.
    fn source(&mut self, year: &str, kind: SourceKind, said: &str) {
        let mut line = FlowLine::default();
        line.push(&format!("{year:4} "), Role::Tone(ColorRole::Active));
        let kind_width = if self.width < 50 { 0 } else { 9 };
        line.push(&format!(" {:kind_width$} ", kind.word()), Role::Badge(badge::source_kind(kind)));
        line.push(" ", Role::Body);
        line.push(said, Role::Body);
        self.out.lines.push(line);
    }

    fn gap_where_roomy(&mut self) {
        if matches!(self.medium, Medium::Panel(Spacing::Roomy | Spacing::Airy)) {
            self.gap();
        }
    }

    fn choice(&mut self, choice: &PageChoice) {
        let first = self.out.lines.len();
        let (gutter, lead_role) = match self.medium {
            Medium::Text => (GUTTER, Role::Quiet),
            Medium::Panel(_) => (0, Role::Key),
        };
        let key = choice.key.map_or_else(String::new, |key| format!("{key}  "));
        let key = format!("{:gutter$}{key}", "");
        let lead = [(&*key, lead_role), (&*choice.lead, Role::Quiet)];
        let whole_width = self.width;
        let aside = cells(&choice.aside);
        let fits_aside = 2 * cells(&choice.lead) + aside + 2 <= self.width;
        let has_aside = self.medium != Medium::Text && aside > 0 && fits_aside;
        if has_aside {
            self.width = self.width.saturating_sub(aside + 2).max(8);
        }
        let runs: Vec<(&str, Role)> =
            choice.label.iter().map(|(text, role)| (text.as_str(), *role)).collect();
        self.wrapped(&lead, &runs);
        let is_bare = self.medium == Medium::Panel(Spacing::Bare);
        if let Some(hint) = choice.hint.as_ref().filter(|_| !(is_bare && choice.spares_hint)) {
            self.hint(hint, cells(&key), first, whole_width);
        }
        self.width = whole_width;
        if has_aside && let Some(line) = self.out.lines.get_mut(first) {
            line.aside = Some((choice.aside.clone(), choice.aside_role));
        }
        self.out.items.push(Item {
            lines: first..self.out.lines.len(),
            key: choice.key,
            goal: choice.goal.clone(),
            about: choice.about.clone(),
            apart: choice.apart,
        });
        if self.medium == Medium::Panel(Spacing::Roomy) {
            self.gap();
        }
    }

    /// The second line of a choice, beside its label where there is little room but for that.
    fn hint(&mut self, hint: &str, indent: usize, first: usize, whole_width: usize) {
        let beside = indent + self.label_width + 3;
        let fits = beside + cells(hint) <= self.width && self.out.lines.len() == first + 1;
        self.width = whole_width;
        let is_tight =
            matches!(self.medium, Medium::Panel(Spacing::Tight | Spacing::Dense | Spacing::Bare));
        match self.out.lines.last_mut() {
            // A hit of a search has no key before it: its text stands below its title.
            Some(line) if is_tight && fits && indent > 0 => {
                let used: usize = line.runs.iter().map(|(run, _)| cells(run)).sum();
                line.push(&" ".repeat(beside.saturating_sub(used)), Role::Hint);
                line.push(hint, Role::Hint);
            }
            _ => self.wrapped(&[(&" ".repeat(indent), Role::Hint)], &[(hint, Role::Hint)]),
        }
    }
}

/// Whether the name of a verdict stands beside its badge, not on the border.
pub(super) fn names_beside_badge(width: usize) -> bool {
    width >= 50
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
