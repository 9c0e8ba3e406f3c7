//! `stretch`: which routine is meant, its plan, and the dry run.

use super::output::{print_json, print_text};
use super::{Exit, Failure, Out, Outcome, Setup};
use crate::app::settings::Settings;
use crate::cli::StretchArgs;
use crate::guide::{Guide, built_in};
use crate::stretch::listing;
use crate::stretch::plan::{Options, Plan};
use crate::text::messages::mistakes::did_you_mean;
use crate::text::nearest;

const NO_ROUTINES: &str = "this guide has no routines";

/// The plan that the command line asks for: of the routine that is named, or that of bedtime, or
/// the first one of the guide.
pub(super) fn plan(guide: &Guide, settings: &Settings, args: &StretchArgs) -> Outcome<Plan> {
    let own = || guide.routines.keys().find(|id| !id.starts_with(built_in::PREFIX));
    let named = args.routine.as_ref().or(settings.bedtime.as_ref()).or(guide.bedtime.as_ref());
    let id = named.or_else(own).ok_or_else(|| Failure::new(Exit::NotFound, NO_ROUTINES))?;
    let routine = guide.routines.get(id).ok_or_else(|| unknown(guide, id))?;
    let options = Options {
        first: args.first.unwrap_or(settings.first_leg),
        hold: args.hold,
        rest: args.rest,
        repeat: args.repeat,
        ready: args.ready,
    };
    Plan::new(id, routine, options).map_err(|why| Failure::usage(why.to_string()))
}

fn unknown(guide: &Guide, id: &str) -> Failure {
    let routines: Vec<&str> = guide.routines.keys().map(String::as_str).collect();
    let near = did_you_mean(&nearest(id, routines.iter().copied()));
    let message = match *routines {
        [] => format!("no routine is named `{id}`; {NO_ROUTINES}"),
        [one] => format!("no routine is named `{id}`{near}\nThe only routine is {one}"),
        _ => format!("no routine is named `{id}`{near}\nThe routines are {}", routines.join(", ")),
    };
    Failure::new(Exit::NotFound, message)
}

/// Prints the timeline of the plan that the command line asks for.
pub(super) fn dry_run(guide: &Guide, setup: &Setup, args: &StretchArgs, out: &mut Out) -> Outcome {
    let plan = plan(guide, &setup.settings, args)?;
    if setup.flags.json {
        return print_json(&listing::json(&plan, guide.safety()), out);
    }
    let title = guide.routine_title(&plan.routine);
    let name = |id: &str| guide.stretch_title(id).to_owned();
    print_text(&listing::text(&plan, title, guide.safety(), name), out)
}
