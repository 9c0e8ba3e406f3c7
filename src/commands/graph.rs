//! `graph`: the tree of a guide as lines or for Graphviz.

use std::io::{self, Write};

use super::{Exit, Outcome};
use crate::cli::GraphFormat;
use crate::guide::{Guide, graph};

/// Prints the tree.
pub fn run(guide: &Guide, format: GraphFormat, out: &mut dyn Write) -> Outcome {
    let mut text = String::new();
    let written = match format {
        GraphFormat::Text => graph::text(guide, &mut text),
        GraphFormat::Dot => graph::dot(guide, &mut text),
    };
    written.map_err(io::Error::other)?;
    out.write_all(text.as_bytes())?;
    Ok(Exit::Done)
}
