//! The shipped guide as lines, so that a test can break it at a known line.

use std::ops::Range;

/// The lines of a guide.
#[derive(Clone)]
pub struct GuideLines {
    pub lines: Vec<String>,
}

/// One entry of a section, such as a node: its id line and what belongs to it.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: String,
    /// All its lines, the id line first.
    pub lines: Range<usize>,
}

impl GuideLines {
    pub fn new(text: &str) -> Self {
        Self { lines: one_line_options(text) }
    }

    pub fn text(&self) -> String {
        self.lines.join("\n") + "\n"
    }

    fn depth(line: &str) -> usize {
        line.len() - line.trim_start().len()
    }

    fn is_blank(line: &str) -> bool {
        line.trim().is_empty() || line.trim_start().starts_with('#')
    }

    /// The lines from `start` that are indented deeper than it.
    pub fn block(&self, start: usize) -> Range<usize> {
        let depth = Self::depth(&self.lines[start]);
        let inside = |line: &String| Self::is_blank(line) || Self::depth(line) > depth;
        let mut end = start + 1;
        while self.lines.get(end).is_some_and(inside) {
            end += 1;
        }
        while Self::is_blank(&self.lines[end - 1]) {
            end -= 1;
        }
        start..end
    }

    /// The lines of a section; the head of the file for "".
    pub fn section(&self, name: &str) -> Range<usize> {
        if name.is_empty() {
            let end = self.line_of("sources:");
            return 0..end;
        }
        self.block(self.line_of(&format!("{name}:")))
    }

    /// The first line that says exactly this.
    pub fn line_of(&self, whole: &str) -> usize {
        let found = self.lines.iter().position(|line| line == whole);
        found.unwrap_or_else(|| panic!("no line says {whole:?}"))
    }

    /// The entries of a section.
    pub fn entries(&self, section: &str) -> Vec<Entry> {
        let lines = self.section(section);
        let is_entry = |line: &&str| Self::depth(line) == 2 && !Self::is_blank(line);
        lines
            .filter(|at| is_entry(&self.lines[*at].as_str()))
            .map(|at| Entry {
                id: self.lines[at].trim().trim_end_matches(':').to_owned(),
                lines: self.block(at),
            })
            .collect()
    }

    /// The lines of this key of an entry.
    pub fn key(&self, entry: &Entry, key: &str) -> Option<Range<usize>> {
        let begin = format!("    {key}:");
        let at = entry.lines.clone().find(|at| self.lines[*at].starts_with(&begin))?;
        Some(self.block(at))
    }

    /// Whether a node is of one of these kinds.
    pub fn is_kind(&self, entry: &Entry, kinds: &[&str]) -> bool {
        let line = self.key(entry, "kind").map(|at| &self.lines[at.start]);
        line.is_some_and(|line| kinds.iter().any(|kind| line.ends_with(&format!(" {kind}"))))
    }

    /// The lines of the options of a node.
    pub fn options(&self, entry: &Entry) -> Vec<usize> {
        let block = self.key(entry, "options").unwrap_or(0..0);
        block.skip(1).filter(|at| self.lines[*at].trim_start().starts_with("- {")).collect()
    }

    /// The node with this id.
    pub fn node(&self, id: &str) -> Entry {
        let found = self.entries("nodes").into_iter().find(|entry| entry.id == id);
        found.unwrap_or_else(|| panic!("no node is named {id}"))
    }

    /// Replaces the target of an option line.
    pub fn lead(&mut self, at: usize, to: &str) {
        let line = &self.lines[at];
        let start = line.find(" to: ").expect("an option has a target") + 5;
        let end = line[start..].find([',', '}']).map_or(line.len(), |end| start + end);
        self.lines[at] = format!("{}{to}{}", &line[..start], &line[end..]);
    }

    /// Puts lines in before this one.
    pub fn insert(&mut self, at: usize, lines: &[&str]) {
        let new = lines.iter().map(|line| (*line).to_owned());
        self.lines.splice(at..at, new);
    }
}

/// The lines of a guide, each option on one line without its hint, so that a test can break it there.
fn one_line_options(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut label = None;
    for line in text.lines() {
        if let Some(words) = line.strip_prefix("      - label: ") {
            label = Some(words);
        } else if let (Some(words), Some(to)) = (label, line.strip_prefix("        to: ")) {
            lines.push(format!("      - {{label: {words}, to: {to}}}"));
            label = None;
        } else if label.is_none() {
            lines.push(line.to_owned());
        }
    }
    lines
}

/// Numbers that look random and are the same in every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % most
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}
