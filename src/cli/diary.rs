//! The arguments of `log`, `diary`, `report` and `trial`.

use std::path::PathBuf;

use anyhow::bail;
use clap::builder::RangedI64ValueParser;
use clap::{
    Arg, ArgMatches, Args, Command, FromArgMatches, Subcommand, ValueEnum, ValueHint, value_parser,
};

use super::args::{leg_names, named};
use crate::diary::entry::{EntryId, RemarkTopic};
use crate::diary::field::{Asked, Field, FieldKind};
use crate::diary::report::MOST_DAYS;
use crate::stretch::Leg;

/// What can be said about a cramp.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct CrampArgs {
    /// When it began: 03:10, `yesterday 23:40`, `20 minutes ago`, a date and time
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true, value_hint = ValueHint::Other)]
    pub at: Option<String>,
    /// What is said of its fields.
    #[command(flatten)]
    pub fields: FieldArgs,
}

/// The fields of a cramp that were given as flags, each with what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldArgs(pub Vec<(&'static Field, String)>);

impl Args for FieldArgs {
    fn augment_args(command: Command) -> Command {
        command.args(Field::all_asked().map(|(field, asked)| flag(field, asked)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for FieldArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let typed = |(field, _): (&'static Field, _)| {
            Some((field, matches.get_one::<String>(field.name)?.clone()))
        };
        Ok(Self(Field::all_asked().filter_map(typed).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The flag of a field. A text may begin with a hyphen.
fn flag(field: &'static Field, asked: Asked) -> Arg {
    let arg = Arg::new(field.name)
        .long(field.name)
        .help(asked.help)
        .value_hint(ValueHint::Other)
        .allow_hyphen_values(true)
        .value_parser(move |typed: &str| checked(field, typed));
    match &field.kind {
        FieldKind::Leg(_) => {
            arg.value_name("LEG").value_parser(leg_names(&Leg::ALL)).ignore_case(true)
        }
        FieldKind::Muscle(_) => arg.value_name("MUSCLE"),
        FieldKind::Minutes(_) | FieldKind::Drinks(_) => arg.value_name("N"),
        FieldKind::Scale(_) => arg.value_name("0-10"),
        FieldKind::YesNo(_) => arg
            .value_name("yes|no")
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("yes"),
        FieldKind::Text(_) => arg.value_name("TEXT"),
    }
}

fn checked(field: &Field, typed: &str) -> anyhow::Result<String> {
    // A value that is the next flag means that the value was forgotten.
    if typed.strip_prefix("--").and_then(Field::named).is_some() {
        bail!("`{typed}` is a flag; the value before it is missing");
    }
    field.read(typed)?;
    Ok(typed.to_owned())
}

/// A number of days or nights, at most a year.
fn year() -> RangedI64ValueParser<u16> {
    value_parser!(u16).range(1..=i64::from(MOST_DAYS))
}

fn entry(text: &str) -> Result<EntryId, String> {
    text.parse()
        .map(EntryId)
        .map_err(|_| format!("`{text}` is not an entry number; `uncramp diary list` shows them"))
}

/// Arguments of `log`.
#[derive(Debug, Clone, Default, Args)]
pub struct LogArgs {
    /// What can be said about it; nothing has to be.
    #[command(flatten)]
    pub cramp: CrampArgs,
    /// There was no cramp last night, or in the night that begins on `--at DAY`
    #[arg(long)]
    pub none: bool,
    /// With `--none`: this many nights up to that one, except those with an entry
    #[arg(long, requires = "none", value_name = "N",
        value_parser = year(), allow_negative_numbers = true)]
    pub nights: Option<u16>,
}

/// What can be done with the diary.
#[derive(Debug, Clone, Subcommand)]
pub enum DiaryCommand {
    /// List the entries
    List,
    /// Fill in or change a cramp; without an option, opens its form
    Edit(EditArgs),
    /// Remove an entry
    Remove {
        /// Its number, as `list` shows it
        #[arg(value_parser = entry, allow_negative_numbers = true)]
        id: EntryId,
    },
    /// Undo the last change
    Undo,
    /// Log a condition, a medicine you take, or something you tried, for the report
    Note {
        /// What it is about
        #[arg(value_enum, ignore_case = true)]
        about: RemarkTopic,
        /// Your words
        #[arg(allow_hyphen_values = true, value_hint = ValueHint::Other)]
        text: String,
        /// More of them
        #[arg(hide = true, allow_negative_numbers = true, value_hint = ValueHint::Other)]
        more: Vec<String>,
    },
    /// Print the whole diary
    Export {
        /// In which form: csv (a table, without this) and json can be imported, md is to read
        #[arg(long, value_enum)]
        format: Option<ExportFormat>,
    },
    /// Read what `export` wrote as CSV or JSON
    Import {
        /// The file, or - for stdin
        file: PathBuf,
    },
    /// Delete everything, after a typed yes
    Erase,
}

/// Arguments of `diary edit`.
#[derive(Debug, Clone, Args)]
pub struct EditArgs {
    /// Its number, as `list` shows it
    #[arg(value_parser = entry, allow_negative_numbers = true)]
    pub id: EntryId,
    /// What to change.
    #[command(flatten)]
    pub cramp: CrampArgs,
    /// What to make empty again, such as `pain,note`
    #[arg(long, value_parser = named(Field::all().map(|field| field.name), Field::named), value_delimiter = ',', value_name = "FIELD")]
    pub clear: Vec<&'static Field>,
}

impl EditArgs {
    /// Whether nothing is to be changed, so that a form is meant.
    pub(crate) fn is_empty(&self) -> bool {
        self.cramp == CrampArgs::default() && self.clear.is_empty()
    }
}

/// How the diary is written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// A table for spreadsheets; can be imported
    Csv,
    /// JSON; can be imported
    Json,
    /// Markdown, to read
    Md,
}

/// Arguments of `report`.
#[derive(Debug, Clone, Args)]
pub struct ReportArgs {
    /// How many days to look back, 1 to 366
    #[arg(long, value_name = "N", default_value_t = 42,
        value_parser = year(), allow_negative_numbers = true)]
    pub days: u16,
    /// In which form
    #[arg(long, value_enum, default_value = "text")]
    pub format: ReportFormat,
    /// Write it to this file
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// How the report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// Plain text
    Text,
    /// Markdown
    Md,
}

/// What can be done with a self-trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum TrialCommand {
    /// Begin: two weeks as usual, then six weeks of stretching every night
    Start,
    /// Where it stands, and what it shows
    Status,
    /// End it early
    Stop,
}
