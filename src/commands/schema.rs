//! `schema`: the JSON Schema of the guide format.

use std::io::Write;

use super::{Exit, Outcome};
use crate::guide::schema::SCHEMA;

/// Prints the schema.
pub fn run(out: &mut dyn Write) -> Outcome {
    out.write_all(SCHEMA.as_bytes())?;
    Ok(Exit::Done)
}
