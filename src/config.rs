//! The config file: a flat YAML mapping, read line by line so that one mistake
//! costs one setting and never the start of the program.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, ensure};

use crate::app::settings::Settings;
use crate::text::messages::mistakes;
use crate::text::{io_error, is_unsafe, nearest};

pub(crate) mod folders;
pub mod merge;
pub mod table;
pub mod terminal;
pub mod variables;

pub use variables::EnvironmentVariables;

/// Something in the config file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The config file, as it was named.
    pub file: PathBuf,
    /// Line in the file, from 1; `None` when the file as a whole is meant.
    pub line: Option<usize>,
    /// What is wrong and how to fix it.
    pub what: String,
}

impl Mistake {
    /// The mistake in one line, without the folder of the file.
    pub fn in_one_line(&self) -> String {
        let file = self.file.file_name().map_or_else(PathBuf::new, PathBuf::from);
        Self { file, ..self.clone() }.to_string()
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.what)
    }
}

/// What to say of a line that is no setting.
const NO_ENTRY: &str =
    "write `key: value` on one line; a value with `#`, a colon or quotes in it stands in quotes";

/// A config file is read up to this size, in bytes.
const MOST_BYTES: u64 = 1 << 20;

/// Reads a config file into the settings. A file that is not there is an empty one when
/// `must_exist` is false.
pub fn read(file: &Path, must_exist: bool, settings: &mut Settings) -> Vec<Mistake> {
    let failed = |what: String| {
        let mistake = Mistake { file: file.to_owned(), line: None, what };
        vec![mistake]
    };
    let mut text = String::new();
    let read =
        File::open(file).and_then(|handle| handle.take(MOST_BYTES + 1).read_to_string(&mut text));
    match read {
        Ok(_) if text.len() as u64 > MOST_BYTES => {
            failed("is larger than 1 MiB, so it is not a config file".to_owned())
        }
        Ok(_) => parse(&text, file, settings),
        Err(error) if error.kind() == ErrorKind::NotFound && !must_exist => Vec::new(),
        Err(error) => failed(mistakes::unreadable(&io_error::why(&error))),
    }
}

/// Reads the text of a config file line by line; `file` is named in the mistakes, and a relative
/// `guide:` is looked for beside it.
pub fn parse(text: &str, file: &Path, settings: &mut Settings) -> Vec<Mistake> {
    let (mut seen, mut mistakes) = (Vec::new(), Vec::new());
    // A byte order mark would become part of the first key.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (number, line) in (1..).zip(text.lines()) {
        if let Err(why) = read_line(line, &mut seen, settings) {
            let what = why.to_string();
            mistakes.push(Mistake { file: file.to_owned(), line: Some(number), what });
        }
    }
    if let Some(guide) = settings.guide.take() {
        settings.guide = Some(resolve_path(file, &guide));
    }
    mistakes
}

/// Reads a line of YAML: a key with its value, if it has one, or only a comment.
fn read_line(line: &str, seen: &mut Vec<String>, settings: &mut Settings) -> anyhow::Result<()> {
    let entry: Option<BTreeMap<String, Option<String>>> =
        serde_yaml::from_str(line).ok().context(NO_ENTRY)?;
    for (name, value) in entry.into_iter().flatten() {
        let setting = table::find(&name).with_context(|| unknown_key(&name))?;
        ensure!(!seen.contains(&name), "`{name}` is given twice; the first one is used");
        if let Some(value) = value {
            (setting.set)(settings, &value).map_err(|what| anyhow!("`{name}`: {what}"))?;
        }
        seen.push(name);
    }
    Ok(())
}

/// What to say about a key that does not exist.
fn unknown_key(name: &str) -> String {
    let name: String = name.chars().filter(|c| !is_unsafe(*c)).take(40).collect();
    let names = table::SETTINGS.each_ref().map(|key| key.name);
    match *nearest(&name, names) {
        [near, ..] => format!("unknown key `{name}`{}", mistakes::did_you_mean(&[near])),
        [] => format!("unknown key `{name}`; the keys are {}", names.join(", ")),
    }
}

/// A path as it is meant in a config file: `~/` is the home, anything else
/// that is relative starts in the file's own folder.
fn resolve_path(file: &Path, path: &Path) -> PathBuf {
    if let (Ok(rest), Ok(home)) = (path.strip_prefix("~"), etcetera::home_dir()) {
        return home.join(rest);
    }
    file.parent().map_or_else(|| path.to_owned(), |folder| folder.join(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::settings::ThemeChoice;
    use crate::stretch::Leg;

    fn read_text(text: &str) -> (Settings, Vec<Mistake>) {
        let mut settings = Settings::default();
        let mistakes = parse(text, Path::new("/etc/x/c.yaml"), &mut settings);
        (settings, mistakes)
    }

    fn mistakes(text: &str) -> Vec<String> {
        let (_, mistakes) = read_text(text);
        mistakes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn in_one_line_a_mistake_names_its_file_without_the_folder() {
        let (_, mistakes) = read_text("theme: pink");
        assert!(mistakes[0].to_string().starts_with("/etc/x/c.yaml:1: "), "{}", mistakes[0]);
        assert!(
            mistakes[0].in_one_line().starts_with("c.yaml:1: "),
            "{}",
            mistakes[0].in_one_line()
        );
    }

    #[test]
    fn every_key_of_the_written_example_is_read_without_a_mistake() {
        let example = table::example();
        assert_eq!(read_text(&example), (Settings::default(), vec![]));
        let live: String = example
            .lines()
            .map(|line| line.strip_prefix("#: ").unwrap_or(line))
            .fold(String::new(), |text, line| text + line + "\n");
        let (settings, mistakes) = read_text(&live);
        assert_eq!(mistakes, []);
        assert!(settings.guide.is_some() && settings.keep_awake);
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line_and_the_nearest_key() {
        let found = mistakes("ascii: true\nthem: dark\n");
        assert_eq!(found, ["/etc/x/c.yaml:2: unknown key `them`; did you mean `theme`?"]);
    }

    #[test]
    fn one_wrong_value_costs_one_setting() {
        let (settings, mistakes) =
            read_text("theme: pink\nfirst_leg: right\nascii: {a: [1, 2]}\nnotify: on\n");
        assert_eq!(settings.first_leg, Leg::Right);
        assert!(settings.notify);
        let lines: Vec<_> = mistakes.iter().map(|mistake| mistake.line).collect();
        assert_eq!(lines, [Some(1), Some(3)]);
    }

    #[test]
    fn what_is_not_a_mapping_or_not_yaml_is_said() {
        for text in ["- a\n", "hello", "a: [", "theme: dark\n\tx: 1", "? [a]\n"] {
            assert_eq!(mistakes(text).len(), 1, "{text:?}: {:?}", mistakes(text));
        }
        for text in ["", "# nothing\n", "---\n\n", "sound: bell # ding\r\nvoice: off\r\n"] {
            assert!(mistakes(text).is_empty(), "{text:?}: {:?}", mistakes(text));
        }
        let (settings, _) = read_text("a: [\nemergency_number: 0112\n");
        assert_eq!(settings.emergency_number.as_deref(), Some("0112"), "the rest is read");
    }

    #[test]
    fn a_key_given_twice_is_said_and_the_first_one_counts() {
        let (settings, mistakes) = read_text("theme: dark\ntheme: light\n");
        assert_eq!(settings.theme, ThemeChoice::Dark);
        assert_eq!(mistakes[0].line, Some(2));
    }

    #[test]
    fn a_key_without_a_value_sets_nothing() {
        for nothing in ["", " ~", " null", " # later"] {
            let text =
                format!("voice:{nothing}\nsound:{nothing}\nguide:{nothing}\nascii:{nothing}\n");
            assert_eq!(read_text(&text), (Settings::default(), vec![]), "{text:?}");
        }
        assert_eq!(mistakes("voic:\n").len(), 1);
        assert_eq!(mistakes("voice: ''\n").len(), 1);
    }

    #[test]
    fn a_switch_is_read_in_every_spelling() {
        for (word, on) in [("ON", true), ("Yes", true), ("'1'", true), ("OFF", false), ("n", false)]
        {
            let (settings, mistakes) =
                read_text(&format!("notify: {word}\nascii: {word}\ntheme: DARK\nfirst_leg: R\n"));
            assert_eq!((settings.notify, settings.ascii, mistakes), (on, on, vec![]), "{word}");
            assert_eq!((settings.theme, settings.first_leg), (ThemeChoice::Dark, Leg::Right));
        }
    }

    #[test]
    fn a_guide_is_looked_for_beside_the_file() {
        let (settings, _) = read_text("guide: my.yaml\n");
        assert_eq!(settings.guide, Some(PathBuf::from("/etc/x/my.yaml")));
    }
}
