//! Collects problems by location in the file, and puts them in file order at the end.

use std::ops::Range;
use std::sync::Arc;

use crate::guide::problem::{Code, Problem, Problems, Severity, char_floor};
use crate::text::{clean, nearest};

/// The most problems kept, so that a hopeless file does not fill the memory.
const MOST: usize = 10_000;

/// The most comparisons of wrong names with existing ones; in a guide of ordinary
/// size they are enough for every problem that is shown.
const MOST_COMPARED: usize = 100_000;

/// A location in the file, as bytes. Guide files are far smaller than 4 GiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Location {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Location {
    /// The location of these bytes.
    pub(crate) fn new(start: usize, end: usize) -> Self {
        let narrow = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
        Self { start: narrow(start), end: narrow(end.max(start)) }
    }

    /// The bytes of this location.
    pub(crate) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// What the file says.
    pub source: Arc<str>,
    found: Vec<Problem>,
    compared: usize,
}

impl Report {
    /// Notes a problem that its code says how to mend.
    pub(crate) fn add(&mut self, code: Code, location: Location, message: impl Into<String>) {
        let help = code.help().map(str::to_owned);
        self.note(Problem::new(code, location.range(), message.into(), help));
    }

    /// Notes a problem and how to mend it.
    pub(crate) fn add_help(
        &mut self,
        code: Code,
        location: Location,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.note(Problem::new(code, location.range(), message.into(), Some(help.into())));
    }

    /// Notes a problem. Messages go to terminals and quote the file, so they are made safe here.
    pub(crate) fn note(&mut self, problem: Problem) {
        if self.found.len() < MOST {
            let message = clean(&problem.message).into_owned();
            let help = problem.help.map(|help| clean(&help).into_owned());
            self.found.push(Problem { message, help, ..problem });
        }
    }

    /// Notes a name that leads nowhere, with the nearest of the names that exist.
    pub(crate) fn add_unknown<'a>(
        &mut self,
        code: Code,
        location: Location,
        message: impl Into<String>,
        written: &str,
        names: impl Iterator<Item = &'a str>,
        otherwise: &str,
    ) {
        let left = MOST_COMPARED - self.compared;
        let compared = &mut self.compared;
        let help = match *nearest(written, names.take(left).inspect(|_| *compared += 1)) {
            [name, ..] => format!("did you mean `{name}`?"),
            [] => otherwise.to_owned(),
        };
        self.add_help(code, location, message, help);
    }

    /// Where these words stand within this location, or all of it when quoting hides them.
    pub(crate) fn find(&self, words: &str, location: Location) -> Location {
        let found = self.source.get(location.range()).and_then(|part| part.find(words));
        found.map_or(location, |at| {
            let start = location.start as usize + at;
            Location::new(start, start + words.len())
        })
    }

    /// Whether anything found so far makes the guide unusable.
    pub(crate) fn has_errors(&self) -> bool {
        self.found.iter().any(|found| found.severity == Severity::Error)
    }

    /// Forgets every problem with another code.
    pub(crate) fn keep_only(&mut self, code: Code) {
        self.found.retain(|found| found.code == code);
    }

    /// Whether this code was found.
    pub(crate) fn has(&self, code: Code) -> bool {
        self.found.iter().any(|found| found.code == code)
    }

    /// All problems in file order, with lines and columns.
    pub(crate) fn finish(mut self, file: &str) -> Problems {
        let text = self.source;
        self.found.sort_by_key(|found| (found.span.start, found.code));
        self.found.dedup_by(|b, a| a.span == b.span && a.code == b.code && a.message == b.message);
        // At the end of the file a location is kept on the last line.
        let last = text.trim_end_matches(['\n', '\r']).len();
        let (mut seen, mut line, mut column) = (0, 1, 1);
        for found in &mut self.found {
            let start = char_floor(&text, found.span.start).min(last);
            found.span = start..char_floor(&text, found.span.end).max(start);
            let passed = &text[seen..start];
            line += passed.matches('\n').count();
            column = match passed.rfind('\n') {
                Some(end) => passed[end + 1..].chars().count() + 1,
                None => column + passed.chars().count(),
            };
            seen = start;
            (found.line, found.column) = (line, column);
        }
        Problems { file: clean(file).into_owned(), text, list: self.found }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_come_in_file_order_with_lines_and_columns_in_characters() {
        let text: Arc<str> = Arc::from("a: 1\né é: x\nlast\n");
        let at = |needle: &str| {
            let start = text.find(needle).expect("it is in the text");
            Location::new(start, start + needle.len())
        };
        let mut report = Report { source: text.clone(), ..Report::default() };
        report.add(Code::BadId, Location::new(900, 901), "beyond the end");
        report.add(Code::BadId, at("x"), "third");
        report.add(Code::BadId, at("a"), "first");
        let problems = report.finish("f");
        let places: Vec<_> = problems.list.iter().map(|p| (p.line, p.column)).collect();
        assert_eq!(places, [(1, 1), (2, 6), (3, 5)]);
    }
}
