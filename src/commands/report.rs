//! `report`: one page for a doctor.

use std::io::{self, Write};

use super::diary_context::DiaryContext;
use super::output::print_text;
use super::{Exit, Failure, Out, Outcome};
use crate::cli::diary::{ReportArgs, ReportFormat};
use crate::diary::report::{self, CrampReport};
use crate::runtime::platform;
use crate::text::messages::mistakes::unwritable;

/// Writes the report to stdout or a file.
pub(super) fn run(context: &DiaryContext<'_>, args: &ReportArgs, out: &mut Out) -> Outcome {
    let report = CrampReport::of(&context.diary()?, &context.stamp(), args.days);
    let text = if context.json {
        serde_json::to_string_pretty(&report.document()).map_err(io::Error::from)?
    } else {
        report::page(&report, args.format == ReportFormat::Md).join("\n")
    };
    let text = text + "\n";
    let Some(file) = &args.out else { return print_text(&text, out) };
    // Only the owner may read a new file, because it is about health.
    let open = platform::private_file().write(true).create(true).truncate(true).open(file);
    open.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|why| Failure::io(unwritable(file.display()), &why))?;
    Ok(Exit::Done)
}
