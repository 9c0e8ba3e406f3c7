//! The commands that open the full screen: the guide, a session, rescue, standby.

use std::io::{self, Write};
use std::sync::Arc;

use super::setup::{Setup, Source};
use super::{Exit, Failure, Outcome};
use crate::app::effect::Ending;
use crate::app::launch::Launch;
use crate::cli::{NowArgs, StandbyArgs};
use crate::guide::Guide;
use crate::runtime::open::{Opening, open};

/// Opens the guide.
///
/// # Errors
/// Without a terminal, or when it stops working.
pub fn browse(setup: Setup, guide: Guide) -> Outcome {
    run(setup, guide, Launch::Browse)
}

/// Opens rescue.
///
/// # Errors
/// When the terminal stops working.
pub fn now(mut setup: Setup, guide: Guide, args: &NowArgs) -> Outcome {
    setup.settings.keep_awake |= args.keep_awake;
    let launch = Launch::Rescue {
        muscle: args.muscle.as_ref().map(|muscle| muscle.to_lowercase()),
        position: args.pose.map(Into::into),
        leg: args.leg.map(Into::into),
    };
    run(setup, guide, launch)
}

/// Opens the black screen.
///
/// # Errors
/// Without a terminal, or when it stops working.
pub fn standby(mut setup: Setup, guide: Guide, args: &StandbyArgs) -> Outcome {
    setup.settings.keep_awake |= args.keep_awake;
    run(setup, guide, Launch::Standby)
}

/// Opens a session that has been laid out already.
///
/// # Errors
/// Without a terminal, or when it stops working.
pub fn run(setup: Setup, guide: Guide, launch: Launch) -> Outcome {
    if !has_terminal() {
        let message = "this needs a terminal; --plain works line by line without one";
        return Err(Failure::new(Exit::NeedsTerminal, message));
    }
    let file = match setup.source() {
        Source::File(path) => Some(path.clone()),
        Source::BuiltIn => None,
    };
    let opening = Opening {
        guide: Arc::new(guide),
        file,
        settings: setup.settings,
        launch,
        notices: setup.notices,
    };
    let closing = open(opening)?;
    io::stdout().write_all(closing.farewell.as_bytes())?;
    Ok(match closing.ending {
        Ending::Done => Exit::Done,
        Ending::Interrupted => Exit::Interrupted,
    })
}

/// Whether there is a terminal to read from and to draw on.
pub fn has_terminal() -> bool {
    rustix::termios::isatty(rustix::stdio::stdin())
        && rustix::termios::isatty(rustix::stdio::stdout())
}
