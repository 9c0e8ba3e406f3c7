//! The arguments of each command.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand, ValueEnum, ValueHint, value_parser};

use crate::guide::raw::{Length, Pose};
use crate::stretch::Leg;

/// The names of these legs; the first letter of each is taken and not shown.
pub(super) fn leg_names(legs: &[Leg]) -> PossibleValuesParser {
    let whole = legs.iter().map(|leg| PossibleValue::new(leg.word()));
    let short = legs.iter().map(|leg| PossibleValue::new(&leg.word()[..1]).hide(true));
    PossibleValuesParser::new(whole.chain(short))
}

/// The names of poses; everyday words for them are taken and not shown.
fn pose_names() -> PossibleValuesParser {
    let name = |(at, (name, _)): (usize, &(&'static str, Pose))| {
        PossibleValue::new(*name).hide(at >= Pose::SHOWN_NAMES)
    };
    PossibleValuesParser::new(Pose::NAMES.iter().enumerate().map(name))
}

/// A value by one of these names, so that a shell can complete them.
pub(super) fn named<T: Clone + Send + Sync + 'static>(
    names: impl Into<PossibleValuesParser>,
    value: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    names.into().try_map(move |typed| value(&typed).ok_or(typed))
}

/// Arguments of `now`.
#[derive(Debug, Clone, Default, Args)]
pub struct NowArgs {
    /// What cramps: calf, hamstring (back of the thigh), thigh (its front) or foot
    #[arg(value_hint = ValueHint::Other)]
    pub muscle: Option<String>,
    /// Which leg
    #[arg(long, value_parser = named(leg_names(&Leg::ALL), Leg::parse), ignore_case = true)]
    pub leg: Option<Leg>,
    /// How you lie, sit or stand
    #[arg(long, value_parser = named(pose_names(), Pose::parse), ignore_case = true)]
    pub pose: Option<Pose>,
    /// Keep the computer from sleeping meanwhile
    #[arg(long)]
    pub keep_awake: bool,
}

/// Arguments of `stretch`.
#[derive(Debug, Clone, Default, Args)]
pub struct StretchArgs {
    /// Which routine; the bedtime routine when none is named
    #[arg(value_hint = ValueHint::Other)]
    pub routine: Option<String>,
    /// The leg that goes first
    #[arg(long, value_parser = named(leg_names(&[Leg::Left, Leg::Right]), Leg::parse), ignore_case = true, value_name = "LEG")]
    pub first: Option<Leg>,
    /// How long each hold lasts, 1s to 10m, such as 90, 90s, 1m30s or 1:30
    #[arg(long, value_name = "TIME", value_parser = Length::parse, allow_negative_numbers = true)]
    pub hold: Option<Length>,
    /// The least rest of a leg between two holds
    #[arg(long, value_name = "TIME", value_parser = Length::parse, allow_negative_numbers = true)]
    pub rest: Option<Length>,
    /// How often each leg is held
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..), allow_negative_numbers = true)]
    pub repeat: Option<u32>,
    /// Time to get into position before each stretch
    #[arg(long, value_name = "TIME", value_parser = Length::parse, allow_negative_numbers = true)]
    pub ready: Option<Length>,
    /// Print the timeline and its length instead of running it
    #[arg(long)]
    pub dry_run: bool,
    /// Do not log the session in the diary
    #[arg(long)]
    pub no_log: bool,
    /// Keep the computer from sleeping meanwhile
    #[arg(long)]
    pub keep_awake: bool,
}

/// Arguments of `answer`.
#[derive(Debug, Clone, Args)]
pub struct AnswerArgs {
    /// The keys of the options in turn, such as 2,n,0; n is "none of these", 0 "not sure"
    #[arg(value_parser = answers, value_hint = ValueHint::Other)]
    pub list: Answers,
    /// Begin at this page instead of the first
    #[arg(long, value_name = "ID", value_hint = ValueHint::Other)]
    pub from: Option<String>,
    /// End with 10, 11 or 12 when the outcome is: see a doctor, today, now
    #[arg(long)]
    pub exit_care: bool,
}

/// The keys given to `answer`, in turn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(pub Vec<char>);

fn answers(text: &str) -> Result<Answers, String> {
    text.split([',', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| match part.to_ascii_lowercase().parse() {
            Ok(key @ ('0'..='9' | 'n')) => Ok(key),
            _ => Err(format!("`{part}` is not an answer; write them like 2,n,0")),
        })
        .collect::<Result<_, _>>()
        .map(Answers)
}

/// Arguments of `check`.
#[derive(Debug, Clone, Default, Args)]
pub struct CheckArgs {
    /// The guide file; the built-in guide when none is named
    pub file: Option<PathBuf>,
    /// Warnings count as errors
    #[arg(long)]
    pub strict: bool,
}

/// Arguments of `paths`.
#[derive(Debug, Clone, Default, Args)]
pub struct PathsArgs {
    /// The guide file; the built-in guide when none is named
    pub file: Option<PathBuf>,
    /// Print every path
    #[arg(long)]
    pub list: bool,
}

/// Arguments of `graph`.
#[derive(Debug, Clone, Args)]
pub struct GraphArgs {
    /// The guide file; the built-in guide when none is named
    pub file: Option<PathBuf>,
    /// As a tree of lines, or for Graphviz
    #[arg(long, value_enum, default_value_t = GraphFormat::Text)]
    pub format: GraphFormat,
}

/// How a tree is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GraphFormat {
    /// For Graphviz
    Dot,
    /// As lines
    Text,
}

/// What `config` can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum ConfigCommand {
    /// Print where the config file is
    Path,
    /// Print what is in effect
    Show,
    /// Write a commented config file, never over one that exists
    Init,
}
