//! `check`: every mistake of a guide file, where it is and how to fix it.

use std::io::Write;
use std::path::Path;

use super::output::print_json;
use super::{Exit, Failure, Outcome, Setup};
use crate::config::merge::colors_lines;
use crate::guide::check::{Checked, check};
use crate::guide::problem::text;
use crate::runtime::guide_file;
use crate::text::clean;

/// The built-in guide as it was written, so that it can be checked like any other.
const BUILT_IN: &[u8] = include_bytes!("../../guide.yaml");

/// What `check` is asked to do.
#[derive(Debug, Clone, Copy)]
pub struct Request<'p> {
    /// The file to check; the built-in guide when there is none.
    pub file: Option<&'p Path>,
    /// Warnings count as errors.
    pub strict: bool,
    /// Print a JSON document on stdout instead of text.
    pub json: bool,
    /// The text may carry colour.
    pub color: bool,
}

/// Checks the guide in use.
pub(super) fn run_command(setup: &Setup, strict: bool, out: &mut dyn Write) -> Outcome {
    let request = Request {
        file: setup.settings.guide.as_deref(),
        strict,
        json: setup.flags.json,
        color: colors_lines(&setup.flags, &setup.environment),
    };
    run(request, out)
}

/// Checks and prints what was found: text and JSON both go to stdout.
pub fn run(request: Request<'_>, out: &mut dyn Write) -> Outcome {
    let Checked { mut problems, .. } = match request.file {
        Some(path) => {
            let bytes = guide_file::read_bytes(path)
                .map_err(|error| Failure::new(Exit::BadFile, error.to_string()))?;
            check(&path.display().to_string(), &bytes)
        }
        None => check("guide.yaml (built-in)", BUILT_IN),
    };
    if request.strict {
        problems.make_strict();
    }
    if request.json {
        print_json(&problems.document(), out)?;
    } else if problems.list.is_empty() {
        writeln!(out, "{}: no problems", clean(&problems.file))?;
    } else {
        write!(out, "{}", text::render(&problems, request.color))?;
    }
    Ok(match problems.errors() {
        0 => Exit::Done,
        _ => Exit::BadFile,
    })
}
