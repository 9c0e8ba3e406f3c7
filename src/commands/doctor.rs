//! `doctor`: what this terminal and system can do, and how to fix what is missing.

use std::io::Write;

use serde_json::json;

use super::setup::{Setup, Source};
use super::show::width;
use super::{Exit, Outcome, print_json};
use crate::app::page::{Role, Writer};
use crate::app::settings::{CommandLine, Sound, Voice};
use crate::config::Mistake;
use crate::diary::store::{COMMAND_TIMEOUT, Store};
use crate::guide::Guide;
use crate::guide::markup::clean;
use crate::guide::model::About;
use crate::runtime::platform;
use crate::runtime::programs::find;
use crate::runtime::programs::voice::try_voices;
use crate::text::messages::amounts;
use crate::text::messages::doctor as words;

mod terminal;

/// A guide reviewed longer ago than this, in days, is worth a look for a newer one.
const OLD: i32 = 2 * 365;

/// One thing looked at.
struct Finding {
    name: &'static str,
    fine: bool,
    value: String,
    mend: Option<String>,
}

impl Finding {
    fn fine(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, fine: true, value: value.into(), mend: None }
    }

    fn lacks(name: &'static str, value: impl Into<String>, mend: &str) -> Self {
        Self { name, fine: false, value: value.into(), mend: Some(mend.to_owned()) }
    }
}

/// Prints what was found. Nothing that is missing is a failure.
pub fn run(guide: &Guide, setup: &Setup, out: &mut dyn Write) -> Outcome {
    let mut findings = vec![Finding::fine("program", PROGRAM), guide_version(guide, setup)];
    findings.extend(terminal::findings(setup));
    findings.extend(system(setup));
    if setup.flags.json {
        let list: Vec<_> = findings
            .iter()
            .map(|found| {
                json!({
                    "name": found.name,
                    "fine": found.fine,
                    "value": found.value,
                    "mend": found.mend,
                })
            })
            .collect();
        return print_json(&json!({ "findings": list }), out);
    }
    let mut writer = Writer::new();
    for found in &findings {
        let sign = if found.fine { "ok" } else { "--" };
        let lead = format!("{sign}  {:<13} ", found.name);
        writer.hang(&lead, Role::Quiet, &[(&found.value, Role::Body)]);
        if let Some(mend) = &found.mend {
            writer.hang(&" ".repeat(18), Role::Quiet, &[(mend, Role::Quiet)]);
        }
    }
    out.write_all(writer.finish().text(width()).as_bytes())?;
    Ok(Exit::Done)
}

const PROGRAM: &str = concat!("uncramp ", env!("CARGO_PKG_VERSION"));

/// What `-V` says of the program and of the guide in use.
pub fn versions(about: &About, source: &Source) -> String {
    let guide = named(about, source);
    let guide = match &about.reviewed {
        Some(day) => words::last_checked(&guide, day),
        None => words::never_checked(&guide),
    };
    format!("{PROGRAM}\nguide {guide}")
}

/// Title and version of a guide, and where it comes from.
fn named(about: &About, source: &Source) -> String {
    let from = match source {
        Source::BuiltIn => "built in".to_owned(),
        Source::File(file) => file.display().to_string(),
    };
    format!("{} {} ({from})", about.title, about.version)
}

fn guide_version(guide: &Guide, setup: &Setup) -> Finding {
    let about = &guide.about;
    let name = named(about, &setup.source);
    if let Some(why) = &setup.guide_error {
        let value = format!("the built-in guide is used, because {why}");
        return Finding::lacks(
            words::GUIDE,
            value,
            "`uncramp check FILE` names every mistake in it",
        );
    }
    let Some(day) = &about.reviewed else {
        let value = words::never_checked(&name);
        return Finding::lacks(words::GUIDE, value, "its author can add `reviewed: YYYY-MM-DD`");
    };
    let value = match age_in_days(day) {
        Some(days) if days > OLD => {
            let value = format!("{name}, last checked {day}, {} years ago", days / 365);
            return Finding::lacks(words::GUIDE, value, "look for a newer version; advice changes");
        }
        Some(days) if days >= 0 => words::checked_days_ago(&name, day, days),
        _ => words::last_checked(&name, day),
    };
    Finding::fine(words::GUIDE, value)
}

fn age_in_days(day: &str) -> Option<i32> {
    let day: jiff::civil::Date = day.parse().ok()?;
    let today = jiff::Zoned::now().date();
    Some(today.since(day).ok()?.get_days())
}

fn system(setup: &Setup) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Sound::Command(line) = &setup.settings.sound {
        findings.push(own_program("sound", "--sound", line));
    }
    findings.push(match &setup.settings.voice {
        Voice::Command(line) => own_program(words::VOICE, "--voice", line),
        _ => voice(),
    });
    findings.extend([
        program("notification", &find::NOTIFIERS, "install notify-send for --notify on"),
        program(
            "keep awake",
            &find::WAKERS,
            "without systemd-inhibit or caffeinate the computer may fall asleep during a session",
        ),
    ]);
    findings.extend(config_file(setup));
    findings.extend([data_folder(setup), diary(setup)]);
    findings
}

/// The voice that speaks, tried: one that starts may still not work.
fn voice() -> Finding {
    let (works, failing) = try_voices();
    match (works, failing.as_slice()) {
        (Some(voice), []) => Finding::fine(words::VOICE, voice),
        (Some(voice), failing) => Finding::fine(words::VOICE, words::voice_after(&voice, failing)),
        (None, []) => Finding::lacks(words::VOICE, words::NOT_FOUND, words::INSTALL_A_VOICE),
        (None, failing) => {
            Finding::lacks(words::VOICE, words::does_not_work(failing), words::INSTALL_A_VOICE)
        }
    }
}

/// A program that the reader chose: nothing else is started in its place.
fn own_program(name: &'static str, flag: &str, line: &CommandLine) -> Finding {
    match find::find(&line.program) {
        Some(file) => Finding::fine(name, file.display().to_string()),
        None => Finding::lacks(
            name,
            format!("`{}` is not found", clean(&line.program)),
            &format!("name another program in the config file or with {flag}"),
        ),
    }
}

fn program(name: &'static str, names: &[&'static str], mend: &str) -> Finding {
    match find::first(names) {
        Some((_, file)) => Finding::fine(name, file.display().to_string()),
        None => Finding::lacks(name, words::NOT_FOUND, mend),
    }
}

/// The config file, or in its place whatever is wrong with it.
fn config_file(setup: &Setup) -> Vec<Finding> {
    let wrong = |what: String| Finding::lacks(words::CONFIG_FILE, what, "correct the config file");
    let mistakes = setup.mistakes.iter().map(Mistake::to_string);
    let wrong: Vec<_> = mistakes.chain(setup.notices.iter().cloned()).map(wrong).collect();
    if !wrong.is_empty() {
        return wrong;
    }
    let Some(file) = &setup.config_file else {
        let none =
            Finding::lacks(words::CONFIG_FILE, words::NO_HOME, "name one with --config FILE");
        return vec![none];
    };
    let shown = file.display().to_string();
    let value = if file.exists() {
        shown
    } else {
        format!("{shown} (none yet; `uncramp config init` writes one)")
    };
    vec![Finding::fine(words::CONFIG_FILE, value)]
}

fn data_folder(setup: &Setup) -> Finding {
    let name = "data folder";
    let Some(folder) = &setup.data_dir else {
        return Finding::lacks(name, words::NO_HOME, "name one with --data-dir DIR");
    };
    let shown = folder.display().to_string();
    // The folder is made when something is first saved; until then its parents count.
    let existing = folder.ancestors().find(|folder| folder.exists());
    let found = match existing {
        Some(place) if !place.is_dir() => format!("a file is in the way of {shown}"),
        Some(place) if platform::may_write(place) => return Finding::fine(name, shown),
        _ => format!("{shown} cannot be written"),
    };
    Finding::lacks(name, found, "the diary cannot be kept; name another folder with --data-dir DIR")
}

/// Whether the diary can be read, and how much it holds.
fn diary(setup: &Setup) -> Finding {
    let name = "diary";
    let Some(folder) = setup.data_dir.as_ref().filter(|_| setup.settings.save) else {
        return Finding::fine(name, "not checked");
    };
    let found = Store::open_to_read(folder, COMMAND_TIMEOUT).and_then(|store| match store {
        Some(store) => store.entries().map(|entries| Some(entries.len())),
        None => Ok(None),
    });
    match found {
        Ok(None) => Finding::fine(name, "none yet; `uncramp log` starts it"),
        Ok(Some(count)) => Finding::fine(name, amounts::entries(count)),
        Err(why) => Finding::lacks(name, why.to_string(), "everything else works without it"),
    }
}
