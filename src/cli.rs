//! The command line: every command, flag and their help, and no behaviour.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{
    ArgAction, Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueHint,
};

use clap_complete::Shell;

use crate::app::settings::{AUTO, BELL, CueChoice, ThemeChoice, switch};
use crate::diary::when;
use crate::text::messages::amounts::lower;
use crate::text::{clean, nearest};

mod args;
pub(crate) mod diary;

pub use args::{
    AnswerArgs, Answers, CheckArgs, ConfigCommand, GraphArgs, GraphFormat, NowArgs, PathsArgs,
    StretchArgs,
};

const EXAMPLES: &str = "\
Examples:
  uncramp                    read the guide: answer a few questions, see what helps
  uncramp now                a cramp right now: what to do this minute
  uncramp stretch            the bedtime stretches, hands-free
  uncramp search magnesium   look something up

It works offline, informs adults and never diagnoses. Danger signs are one key away: `e`.";

const FLAGS_OF_EVERY_COMMAND: &str = "`uncramp --help` shows the flags that every command takes.";

const IS_IT_A_CRAMP: &str = "Is it a cramp? `uncramp now` says what to do this minute.";

const SHELLS: &str = "\
The line that a shell runs as it starts, and the file for it:
  bash  ~/.bashrc                    eval \"$(uncramp completions bash)\"
  zsh   ~/.zshrc, after `compinit`   eval \"$(uncramp completions zsh)\"
  fish  ~/.config/fish/config.fish   uncramp completions fish | source";

/// A companion for leg cramps: what to do now, why they come, timed stretches.
///
/// Without a command it opens the guide. It works offline and sends nothing anywhere.
#[derive(Debug, Parser)]
#[command(
    name = "uncramp",
    version,
    disable_version_flag = true,
    disable_help_flag = true,
    after_help = EXAMPLES,
    disable_help_subcommand = true,
    max_term_width = 100,
    subcommand_help_heading = "Commands"
)]
pub struct Cli {
    /// What to do; without it, the guide opens.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The flags that every command takes.
    #[command(flatten)]
    pub global: GlobalFlags,
}

impl Cli {
    /// Reads a command line, the name of the program first.
    pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let mut arguments: Vec<OsString> = arguments.into_iter().collect();
        // Only who asks for help, or mistypes, sees the command line for people.
        Self::try_parse_from(&arguments).or_else(|_| {
            // `help now` is `now --help`.
            if arguments.get(1).is_some_and(|word| word == "help") {
                arguments.remove(1);
                arguments.push("--help".into());
            }
            let mut command = command();
            let matches = command.try_get_matches_from_mut(arguments)?;
            Self::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
        })
    }
}

/// The command line for people: only the help of the program itself lists the flags of every
/// command.
pub fn command() -> clap::Command {
    let mut command = Cli::command();
    command.build();
    command.mut_subcommands(hide_flags_of_every_command)
}

fn hide_flags_of_every_command(command: clap::Command) -> clap::Command {
    let help = match command.get_after_help() {
        Some(own) => format!("{own}\n\n{FLAGS_OF_EVERY_COMMAND}"),
        None => FLAGS_OF_EVERY_COMMAND.to_owned(),
    };
    command
        .mut_args(|flag| {
            let hidden = flag.is_global_set() && flag.get_id() != "help";
            flag.hide(hidden)
        })
        .mut_subcommands(hide_flags_of_every_command)
        .after_help(help)
}

/// What is wrong with a command line, or the help that it asks for. A word that is no command
/// may be typed by somebody with a cramp, so `now` is named.
pub fn explain(error: &mut clap::Error) -> String {
    suggest_command(error);
    let text = clean(&error.render().to_string()).into_owned();
    if error.kind() == ErrorKind::InvalidSubcommand {
        format!("{text}\n{IS_IT_A_CRAMP}\n")
    } else {
        text
    }
}

/// Whether a command line begins with `now`, whatever is wrong with the rest of it.
pub fn is_for_rescue(mut arguments: impl Iterator<Item = OsString>) -> bool {
    let is_command =
        |word: &OsString| Cli::command().get_subcommands().any(|c| c.get_name() == word);
    arguments.find(is_command).is_some_and(|word| word == "now")
}

/// Names the command that was probably meant, wherever it stands: `log` for `diary log`, and
/// `diary undo` for `undo`. clap would look only where the word was written.
fn suggest_command(error: &mut clap::Error) {
    let wrong = error.get(ContextKind::InvalidSubcommand).or(error.get(ContextKind::InvalidArg));
    let Some(ContextValue::String(word)) = wrong else { return };
    if when::time(&word.to_lowercase()).is_some() {
        let tip = format!("`uncramp log --at {word}`: the time when the cramp began");
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
        return;
    }
    let cli = command();
    let inner = cli.get_subcommands().flat_map(clap::Command::get_subcommands);
    let all = cli.get_subcommands().chain(inner).flat_map(|command| {
        command.get_all_aliases().chain([command.get_name()]).map(move |name| (name, command))
    });
    let all: Vec<_> = all.collect();
    let near = nearest(word, all.iter().map(|(name, _)| *name));
    let meant = all.iter().filter(|(name, _)| near.first() == Some(name));
    let tips: Vec<StyledStr> = meant
        .filter_map(|(_, command)| {
            let about = lower(&command.get_about()?.to_string());
            Some(format!("`{}`: {about}", command.get_bin_name()?).into())
        })
        .collect();
    if !tips.is_empty() {
        error.remove(ContextKind::SuggestedSubcommand);
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(tips));
    }
}

/// The flags that every command takes.
#[derive(Debug, Clone, Default, Args)]
pub struct GlobalFlags {
    /// Use this guide instead of the built-in one
    #[arg(long, global = true, value_name = "FILE", help_heading = FILES)]
    pub guide: Option<PathBuf>,
    /// Read this config file instead of your own
    #[arg(long, global = true, value_name = "FILE", help_heading = FILES)]
    pub config: Option<PathBuf>,
    /// Keep the diary in this folder
    #[arg(long, global = true, value_name = "DIR", help_heading = FILES)]
    pub data_dir: Option<PathBuf>,
    /// Neither read nor write the diary
    #[arg(long, global = true, help_heading = FILES)]
    pub no_save: bool,
    /// Colours of the screen
    #[arg(long, global = true, value_name = "THEME", value_parser = args::named(ThemeChoice::WORDS, |name| ThemeChoice::parse(name).ok()), ignore_case = true, help_heading = SCREEN)]
    pub theme: Option<ThemeChoice>,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", value_enum, ignore_case = true, help_heading = SCREEN)]
    pub color: Option<ColorChoice>,
    /// Line by line, for screen readers and pipes
    #[arg(long, global = true, help_heading = SCREEN)]
    pub plain: bool,
    /// Draw with plain characters only
    #[arg(long, global = true, help_heading = SCREEN)]
    pub ascii: bool,
    /// Figures stand still
    #[arg(long, global = true, help_heading = SCREEN)]
    pub reduced_motion: bool,
    /// Turn the window's own background black
    #[arg(long, global = true, help_heading = SCREEN)]
    pub window_background: bool,
    /// Sound at each change: off, bell, or a command
    #[arg(long, global = true, value_name = "SOUND", value_parser = |text: &str| CueChoice::parse(text, BELL), help_heading = SIGNALS)]
    pub sound: Option<CueChoice>,
    /// Spoken changes: off, auto, or a command
    #[arg(long, global = true, value_name = "VOICE", value_parser = |text: &str| CueChoice::parse(text, AUTO), help_heading = SIGNALS)]
    pub voice: Option<CueChoice>,
    /// A notification when a session ends
    #[arg(long, global = true, value_name = "WHEN", value_parser = args::named(["off", "on"], switch), ignore_case = true, help_heading = SIGNALS)]
    pub notify: Option<bool>,
    /// Print JSON, where the command has a JSON form
    #[arg(long, global = true, help_heading = OUTPUT)]
    pub json: bool,
    /// Print this help
    // In its short form, so that what a command takes itself is not a screen further up.
    #[arg(short = 'h', long, global = true, action = ArgAction::HelpShort, display_order = 999)]
    pub help: Option<bool>,
    /// Print the versions of the program and of its guide
    #[arg(short = 'V', long, global = true, display_order = 1000)]
    pub version: bool,
}

impl GlobalFlags {
    /// The same flags, with this guide where one is named.
    pub(crate) fn with_guide(&self, file: Option<&PathBuf>) -> Self {
        Self { guide: file.or(self.guide.as_ref()).cloned(), ..self.clone() }
    }
}

const FILES: &str = "Files";
const SCREEN: &str = "Screen";
const SIGNALS: &str = "Sound and signals";
const OUTPUT: &str = "Output";

/// Everything the program can be told to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// A cramp right now: what to do this minute
    Now(NowArgs),
    /// A black screen; any key is `now`
    Standby {
        /// Keep the computer from sleeping meanwhile
        #[arg(long)]
        keep_awake: bool,
    },
    /// Run timed stretches, hands-free
    Stretch(StretchArgs),
    /// Log a cramp, or a night without one
    #[command(alias = "add")]
    Log(Box<diary::LogArgs>),
    /// Look at the diary and change it
    Diary {
        /// What to do; without it, the charts.
        #[command(subcommand)]
        command: Option<diary::DiaryCommand>,
    },
    /// One page for the doctor
    Report(diary::ReportArgs),
    /// Find out whether stretching helps you
    Trial {
        /// What to do; `status` when nothing is said.
        #[command(subcommand)]
        command: Option<diary::TrialCommand>,
    },
    /// First aid and danger signs on one page to print
    Card,
    /// List the pages, stretches and routines of the guide
    List,
    /// Print one page, stretch or routine
    Show {
        /// Id of a page, stretch or routine, as `list` prints it
        #[arg(value_hint = ValueHint::Other)]
        id: String,
    },
    /// Search the guide
    Search {
        /// What to look for
        #[arg(required = true, value_hint = ValueHint::Other)]
        words: Vec<String>,
    },
    /// Give answers and see where they lead
    Answer(AnswerArgs),
    /// Check a guide file and name every mistake
    Check(CheckArgs),
    /// Count the ways through a guide
    Paths(PathsArgs),
    /// Print the tree of a guide
    Graph(GraphArgs),
    /// Print the JSON Schema of the guide format
    Schema,
    /// Show or create the config file
    Config {
        /// What to do with it; `show` when nothing is said
        #[command(subcommand)]
        command: Option<ConfigCommand>,
    },
    /// What this terminal and system can do
    Doctor,
    /// Print completions for a shell
    #[command(after_help = SHELLS)]
    Completions {
        /// Which shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page of the program, or of one of its commands
    Man {
        /// The command, such as `diary export`
        command: Vec<String>,
    },
}
