//! From the bytes of a guide file to a guide that the program can use.

use super::built_in;
use super::check::{Checked, check};
use super::defaults;
use super::model::{Fault, Guide};
use super::problem::{Code, Problem, Problems};
use super::raw;
use crate::text::messages::problems as words;

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
    let Checked { guide, mut problems } = check(name, text);
    let Some(raw) = guide else {
        return Err(problems);
    };
    match finish(raw) {
        Ok(guide) => Ok(Loaded { guide, problems }),
        Err(fault) => {
            problems.list.push(unexpected(&fault));
            Err(problems)
        }
    }
}

/// What the check let pass but the model refuses: a fault of the program, told
/// as a problem so that the reader is not left with nothing.
fn unexpected(fault: &Fault) -> Problem {
    Problem {
        code: Code::ParsersDisagree,
        severity: Code::ParsersDisagree.severity(),
        line: 1,
        column: 1,
        span: 0..0,
        message: words::unusable(fault),
        help: None,
    }
}

fn finish(mut raw: raw::RawGuide) -> Result<Guide, Fault> {
    defaults::fill(&mut raw);
    if raw.rescue.is_none() || raw.danger.is_none() {
        built_in::add_fallback(&mut raw, &built_in::raw_built_in()?);
    }
    Guide::from_raw(raw)
}
