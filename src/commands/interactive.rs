//! The commands that a person stays in: the guide, a session, rescue, standby;
//! in the full screen, or line by line.

use std::io::{self, Write};
use std::sync::Arc;

use super::diary_context::DiaryContext;
use super::output::{print, print_message, print_text, width};
use super::{Exit, Failure, Outcome, Setup, Strictness, diary, stretch};
use crate::app::effect::Ending;
use crate::app::message::Launch;
use crate::app::page::rescue;
use crate::cli::{GlobalFlags, NowArgs, StretchArgs};
use crate::config::Mistake;
use crate::diary::entry::EntryId;
use crate::guide::Guide;
use crate::guide::model::Rescue;
use crate::plain;
use crate::runtime::environment::Files;
use crate::runtime::full_screen::open;
use crate::runtime::opening::Opening;
use crate::text::messages::amounts;

/// Opens the guide, or the charts of the diary.
pub(super) fn launch(mut setup: Setup, launch: Launch) -> Outcome {
    let guide = setup.guide(Strictness::Strict)?;
    run(setup, guide, launch)
}

/// Opens rescue. Where nobody can answer, prints what to do and is done.
pub(super) fn now(flags: &GlobalFlags, args: &NowArgs) -> Outcome {
    let (mut setup, guide) = Setup::with_rescue(flags, Strictness::Forgiving)?;
    let can_answer = setup.environment.has_terminal();
    let muscle = args.muscle.as_deref().zip(guide.rescue.as_ref()).and_then(|(name, rescue)| {
        let known = rescue.muscle_named(name);
        if known.is_none() {
            setup.notices.push(unknown_muscle(rescue, name, can_answer));
        }
        known.cloned()
    });
    if !can_answer {
        setup.print_notices();
        let page = rescue::printed(&guide, muscle.as_deref(), args.leg, args.pose);
        return print(|out| print_text(&page.text(width()), out));
    }
    setup.settings.keep_awake |= args.keep_awake;
    run(setup, guide, Launch::Rescue { muscle, pose: args.pose, leg: args.leg })
}

/// Prints the steps of the muscle that rescue begins with.
pub(super) fn printed_rescue(flags: &GlobalFlags) -> Outcome {
    let (_, guide) = Setup::with_rescue(flags, Strictness::Forgiving)?;
    print(|out| print_text(&rescue::printed(&guide, None, None, None).text(width()), out))
}

/// Opens the form of a cramp.
pub(super) fn form(mut setup: Setup, id: EntryId) -> Outcome {
    let guide = setup.guide(Strictness::Strict)?;
    diary::check_cramp(&DiaryContext::new(&setup), id)?;
    if setup.flags.json || !setup.environment.has_terminal() {
        return Err(Failure::usage(
            "say what to change, such as `--pain 6`; without it the form needs a terminal. \
             `uncramp diary edit --help` lists everything",
        ));
    }
    run(setup, guide, Launch::Form(id))
}

/// Opens the black screen.
pub(super) fn standby(flags: &GlobalFlags, keep_awake: bool) -> Outcome {
    let (mut setup, guide) = Setup::with_rescue(flags, Strictness::Strict)?;
    setup.settings.keep_awake |= keep_awake;
    run(setup, guide, Launch::Standby)
}

/// Opens a session.
pub(super) fn stretch(flags: &GlobalFlags, args: &StretchArgs) -> Outcome {
    let (mut setup, guide) = Setup::with_guide(flags, Strictness::Strict)?;
    setup.settings.no_log = args.no_log;
    setup.settings.keep_awake |= args.keep_awake;
    let plan = stretch::plan(&guide, &setup.settings, args)?;
    let launch = Launch::Stretch { routine: plan.routine, options: plan.options };
    run(setup, guide, launch)
}

fn run(mut setup: Setup, guide: Guide, launch: Launch) -> Outcome {
    let has_terminal = setup.environment.has_terminal();
    if !setup.plain && !has_terminal {
        return Err(Failure::new(
            Exit::NeedsTerminal,
            "this needs a terminal; use --plain to work line by line without one",
        ));
    }
    if setup.plain {
        setup.print_notices();
    }
    let opening = Opening {
        guide: Arc::new(guide),
        notices: setup.take_notices(Mistake::in_one_line),
        files: Files { guide: setup.guide_file, data_dir: setup.data_dir },
        settings: setup.settings,
        launch,
    };
    let closing = if setup.plain {
        plain::run(opening, has_terminal)?
    } else {
        open(opening).map_err(|why| Failure::new(Exit::Failed, format!("{why:#}")))?
    };
    io::stdout().write_all(closing.exit_text.as_bytes())?;
    if let Some(why) = &closing.exit_error {
        print_message(why);
    }
    Ok(match closing.ending {
        Ending::Done if closing.exit_error.is_some() => Exit::Failed,
        Ending::Done => Exit::Done,
        Ending::Interrupted => Exit::Interrupted,
    })
}

/// What to say about a muscle that the guide does not know. A cramp does not
/// wait: rescue opens all the same, with the muscle it begins with.
fn unknown_muscle(rescue: &Rescue, name: &str, can_answer: bool) -> String {
    let unknown = format!("there are no steps for `{name}`; these are for the {}", rescue.muscle);
    if !can_answer {
        return unknown;
    }
    let unknown = amounts::capital(&unknown);
    format!("{unknown}. Press 1 to {} for another muscle.", rescue.moves.len())
}
