//! `check`: every mistake of a guide file, where it is and how to fix it.

use std::path::Path;

use super::output::print_json;
use super::{Exit, Failure, Out, Outcome, Setup};
use crate::config::terminal::colors_lines;
use crate::guide::check::{Checked, check};
use crate::guide::problem::text;
use crate::runtime::guide_file;

/// The built-in guide as it was written, so that it can be checked like any other.
const BUILT_IN: &[u8] = include_bytes!("../../guide.yaml");

/// Checks the guide in use.
pub(super) fn run_command(setup: &Setup, strict: bool, out: &mut Out) -> Outcome {
    let color = colors_lines(&setup.flags, &setup.environment);
    run(setup.settings.guide.as_deref(), strict, setup.flags.json, color, out)
}

/// Checks a file, or the built-in guide, and prints what was found: text, perhaps in colour, or
/// JSON. With `strict`, warnings count as errors.
pub fn run(file: Option<&Path>, strict: bool, json: bool, color: bool, out: &mut Out) -> Outcome {
    let Checked { mut problems, .. } = match file {
        Some(path) => {
            let bytes = guide_file::read_bytes(path)
                .map_err(|why| Failure::new(Exit::BadFile, why.to_string()))?;
            check(&path.display().to_string(), &bytes)
        }
        None => check("guide.yaml (built-in)", BUILT_IN),
    };
    if strict {
        problems.make_strict();
    }
    if json {
        print_json(&problems.document(), out)?;
    } else if problems.list.is_empty() {
        writeln!(out, "{}: no problems", problems.file)?;
    } else {
        write!(out, "{}", text::render(&problems, color))?;
    }
    Ok(match problems.errors() {
        0 => Exit::Done,
        _ => Exit::BadFile,
    })
}
