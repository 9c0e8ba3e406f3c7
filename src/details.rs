//! What can be said about a cramp besides that there was one: asked for line by line, and
//! written into its entry. The commands and a running session note it alike.

use jiff::Zoned;

use crate::cli::diary::CrampArgs;
use crate::diary::entry::{Cramp, Details, Lasted};
use crate::diary::stamp::Stamp;
use crate::diary::when;
use crate::diary::words::Words;

mod ask;

pub use ask::ask;

/// Writes what was said into a cramp. With anything said, its details count as given.
///
/// # Errors
/// A sentence on what cannot be used.
pub fn fill(cramp: &mut Cramp, args: &CrampArgs, now: &Zoned) -> Result<(), String> {
    if let Some(text) = &args.at {
        let when = when::parse(text, now);
        cramp.began = Stamp::of(&when.map_err(|why| format!("`--at`: {why}"))?);
    }
    text("--muscle", &mut cramp.muscle, args.muscle.as_deref())?;
    text("--helped", &mut cramp.helped, args.helped.as_deref())?;
    text("--activity", &mut cramp.activity, args.activity.as_deref())?;
    text("--medicine", &mut cramp.medicine, args.medicine.as_deref())?;
    text("--note", &mut cramp.note, args.note.as_deref())?;
    cramp.leg = args.leg.map(Into::into).or(cramp.leg);
    let lasted = args
        .minutes
        .and_then(|minutes| Lasted::from_seconds(minutes.saturating_mul(60)));
    cramp.lasted = lasted.or(cramp.lasted);
    cramp.pain = args.pain.or(cramp.pain);
    cramp.sleep = args.sleep.or(cramp.sleep);
    cramp.alcohol = args.alcohol.or(cramp.alcohol);
    cramp.heat = args.heat.or(cramp.heat);
    let only_time = CrampArgs {
        at: args.at.clone(),
        ..CrampArgs::default()
    };
    if *args != only_time {
        cramp.details = Details::Given;
    }
    Ok(())
}

/// An empty text takes the words away.
fn text(flag: &str, field: &mut Option<Words>, text: Option<&str>) -> Result<(), String> {
    if let Some(text) = text {
        *field = words(flag, text)?;
    }
    Ok(())
}

/// The words given for something; `what` begins the message when they cannot be kept.
///
/// # Errors
/// A sentence on what cannot be kept.
pub fn words(what: &str, text: &str) -> Result<Option<Words>, String> {
    Words::parse(text).map_err(|why| format!("{what}: {why}"))
}
