//! From the bytes of a guide file to a guide that the program can use.

use std::sync::Arc;

use super::built_in;
use super::model::{Fault, Guide};
use super::problem::{Code, Problem, Problems, Severity};
use super::raw;

/// A guide that can be used, with what is worth mending in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The guide; what it lacked of rescue and danger signs is borrowed.
    pub guide: Guide,
    /// Its warnings.
    pub problems: Problems,
}

/// Reads a guide from the bytes of a file; `name` is only used in messages.
///
/// # Errors
/// All problems of the file, when at least one of them is an error.
pub fn parse(name: &str, text: &[u8]) -> Result<Loaded, Problems> {
    let mut problems = Problems {
        file: name.to_owned(),
        text: Arc::from(String::from_utf8_lossy(text)),
        list: Vec::new(),
    };
    let read = serde_yaml::from_slice::<raw::Guide>(text);
    let raw = read.map_err(|error| {
        let place = error.location();
        let at = place.map_or((1, 1), |place| (place.line(), place.column()));
        problems
            .clone()
            .with(Code::Syntax, at.0, at.1, error.to_string())
    })?;
    match finish(raw) {
        Ok(guide) => Ok(Loaded { guide, problems }),
        Err(fault) => {
            problems = problems.with(Code::ParsersDisagree, 1, 1, fault.to_string());
            Err(problems)
        }
    }
}

impl Problems {
    fn with(mut self, code: Code, line: usize, column: usize, message: String) -> Self {
        self.list.push(Problem {
            code,
            severity: Severity::Error,
            line,
            column,
            span: 0..0,
            message,
            help: None,
        });
        self
    }
}

fn finish(mut raw: raw::Guide) -> Result<Guide, Fault> {
    if raw.rescue.is_none() || raw.danger.is_none() {
        built_in::lend(&mut raw, &built_in::raw_built_in()?);
    }
    Guide::from_raw(raw)
}
