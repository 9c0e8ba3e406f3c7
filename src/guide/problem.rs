//! What is wrong with a guide file, as data: a code, a place and words that
//! help to mend it. `problem::text` prints it.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde_json::json;

mod code;
pub mod text;

pub use code::Code;

words! {
    /// How bad a problem is.
    pub enum Severity {
        /// Worth mending; the guide can be used.
        Warning = "warning",
        /// The guide cannot be used.
        Error = "error",
    }
}

/// One problem at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind of problem; stable, for other programs.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The bytes of the file that are wrong.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
}

impl Problem {
    /// A problem at these bytes; its line is counted when all problems are known.
    pub(crate) fn new(code: Code, at: Range<usize>, message: String, help: Option<String>) -> Self {
        Self { code, severity: code.severity(), line: 1, column: 1, span: at, message, help }
    }
}

/// All problems of one file, in file order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems {
    /// The file's name as it was given.
    pub file: String,
    /// What the file says, for showing the lines with problems.
    pub text: Arc<str>,
    /// The problems in file order.
    pub list: Vec<Problem>,
}

impl Problems {
    /// How many are errors; the others are warnings.
    pub fn errors(&self) -> usize {
        self.list.iter().filter(|problem| problem.severity == Severity::Error).count()
    }

    /// The problems for other programs. The shape is promised and stays:
    /// `{"problems":[{"code","severity","file","line","column","message","help"}],"errors","warnings"}`
    pub fn document(&self) -> serde_json::Value {
        let list = self.list.iter().map(|problem| {
            json!({
                "code": problem.code.word(),
                "severity": problem.severity.word(),
                "file": self.file,
                "line": problem.line,
                "column": problem.column,
                "message": problem.message,
                "help": problem.help,
            })
        });
        let list: Vec<_> = list.collect();
        let errors = self.errors();
        json!({"problems": list, "errors": errors, "warnings": self.list.len() - errors})
    }

    /// Turns every warning into an error.
    pub fn make_strict(&mut self) {
        for problem in &mut self.list {
            problem.severity = Severity::Error;
        }
    }
}

/// The nearest place at or before this byte where a character begins.
pub(crate) fn char_floor(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl std::error::Error for Problems {}

impl fmt::Display for Problems {
    /// One line a problem: `file:line:column: error: message (code)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = &self.file;
        let lines = self.list.iter().map(|problem| {
            let Problem { line, column, message, code, severity, .. } = problem;
            format!("{file}:{line}:{column}: {}: {message} ({code})", severity.word())
        });
        f.write_str(&lines.collect::<Vec<_>>().join("\n"))
    }
}
