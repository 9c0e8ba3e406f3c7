//! The arguments of `log`, `diary`, `report` and `trial`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum, ValueHint};

use super::LegChoice;
use crate::diary::details::{drinks, yes_or_no};
use crate::diary::entry::{About, Lasted, Scale};
use crate::text::messages::mistakes;

/// What can be said about a cramp.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct CrampArgs {
    /// When it began: 03:10, `yesterday 23:40`, `20 minutes ago`, a date and time
    #[arg(long, value_name = "WHEN", value_hint = ValueHint::Other)]
    pub at: Option<String>,
    /// The muscle: calf, hamstring (back of the thigh), thigh (its front), foot or any other word
    #[arg(long, value_hint = ValueHint::Other)]
    pub muscle: Option<String>,
    /// Which leg
    #[arg(long, value_enum)]
    pub leg: Option<LegChoice>,
    /// How long it lasted, in minutes
    #[arg(long, value_name = "N", value_parser = Lasted::parse_minutes, allow_negative_numbers = true)]
    pub minutes: Option<Lasted>,
    /// How much it hurt, 0 (not at all) to 10 (worst)
    #[arg(long, value_name = "0-10", value_parser = Scale::parse, allow_negative_numbers = true)]
    pub pain: Option<Scale>,
    /// How much it disturbed sleep, 0 (not at all) to 10 (worst)
    #[arg(long, value_name = "0-10", value_parser = Scale::parse, allow_negative_numbers = true)]
    pub sleep: Option<Scale>,
    /// What helped
    #[arg(long, value_name = "TEXT", value_hint = ValueHint::Other)]
    pub helped: Option<String>,
    /// What the day had been like
    #[arg(long, value_name = "TEXT", value_hint = ValueHint::Other)]
    pub activity: Option<String>,
    /// Alcoholic drinks that day
    #[arg(long, value_name = "N", value_parser = drinks, allow_negative_numbers = true)]
    pub alcohol: Option<u8>,
    /// There was heat, or loss of fluid; `--heat=no` where there was none
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no, num_args = 0..=1,
        require_equals = true, default_missing_value = "yes")]
    pub heat: Option<bool>,
    /// A new medicine or supplement
    #[arg(long, value_name = "TEXT", value_hint = ValueHint::Other)]
    pub medicine: Option<String>,
    /// Anything else
    #[arg(long, value_name = "TEXT", value_hint = ValueHint::Other)]
    pub note: Option<String>,
}

/// So many days or nights, at most a year of them.
fn year(text: &str) -> Result<u16, String> {
    const MOST: u16 = 366;
    let count = text.trim().parse().ok().filter(|n| (1..=MOST).contains(n));
    count.ok_or_else(|| mistakes::no_number_up_to(text, MOST))
}

fn entry(text: &str) -> Result<i64, String> {
    text.parse().map_err(|_| mistakes::no_entry_number(text))
}

/// Arguments of `log`.
#[derive(Debug, Clone, Default, Args)]
pub struct LogArgs {
    /// What can be said about it; nothing has to be.
    #[command(flatten)]
    pub cramp: CrampArgs,
    /// There was no cramp last night, or in the night of `--at DAY`
    #[arg(long, conflicts_with_all = [
        "muscle", "leg", "minutes", "pain", "sleep", "helped", "activity", "alcohol", "heat",
        "medicine", "note",
    ])]
    pub none: bool,
    /// With `--none`: nor in the nights before, so many in all, where nothing is noted yet
    #[arg(long, requires = "none", value_name = "N",
        value_parser = year, allow_negative_numbers = true)]
    pub nights: Option<u16>,
}

/// Arguments of `diary`.
#[derive(Debug, Clone, Default, Args)]
pub struct DiaryArgs {
    /// What to do; without it, the charts.
    #[command(subcommand)]
    pub command: Option<DiaryCommand>,
}

/// What can be done with the diary.
#[derive(Debug, Clone, Subcommand)]
pub enum DiaryCommand {
    /// List the entries
    List,
    /// Fill in or change a cramp; without an option, asks for what is not known
    Edit(EditArgs),
    /// Remove an entry
    Remove {
        /// Its number, as `list` shows it
        #[arg(value_parser = entry, allow_negative_numbers = true)]
        id: i64,
    },
    /// Undo the last change
    Undo,
    /// Note a condition, a medicine you take, or something you tried, for the report
    Note {
        /// What it is about
        #[arg(value_enum)]
        about: AboutChoice,
        /// Your words
        #[arg(required = true, value_hint = ValueHint::Other)]
        text: Vec<String>,
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
    pub id: i64,
    /// What to change.
    #[command(flatten)]
    pub cramp: CrampArgs,
    /// What to make empty again, such as `pain,note`
    #[arg(long, value_enum, value_delimiter = ',', value_name = "FIELD")]
    pub clear: Vec<Field>,
}

/// Something about a cramp that can be made empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each is named like its flag")]
pub enum Field {
    Muscle,
    Leg,
    Minutes,
    Pain,
    Sleep,
    Helped,
    Activity,
    Alcohol,
    Heat,
    Medicine,
    Note,
    Done,
}

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AboutChoice {
    /// A condition you have
    Condition,
    /// A medicine or supplement you take
    Medicine,
    /// Something you tried against the cramps
    Tried,
}

impl From<AboutChoice> for About {
    fn from(about: AboutChoice) -> Self {
        match about {
            AboutChoice::Condition => Self::Condition,
            AboutChoice::Medicine => Self::Medicine,
            AboutChoice::Tried => Self::Tried,
        }
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
        value_parser = year, allow_negative_numbers = true)]
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

/// Arguments of `trial`.
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct TrialArgs {
    /// What to do; `status` when nothing is said.
    #[command(subcommand)]
    pub command: Option<TrialCommand>,
}

/// What can be done with a self-trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum TrialCommand {
    /// Begin: two weeks as ever, then six weeks of stretching every night
    Start,
    /// Where it stands, and what it shows
    Status,
    /// End it early
    Stop,
}
