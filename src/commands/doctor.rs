//! `doctor`: what this terminal and system can do, and how to mend what is missing.

use std::io::Write;
use std::path::Path;

use serde_json::json;

use super::setup::{Setup, Source};
use super::show::width;
use super::{Exit, Outcome, print_json};
use crate::app::page::{Role, Writer};
use crate::app::settings::{CommandLine, Sound, Voice};
use crate::diary::store::Store;
use crate::guide::Guide;
use crate::guide::markup::clean;
use crate::guide::model::About;
use crate::programs;

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
        Self {
            name,
            fine: true,
            value: value.into(),
            mend: None,
        }
    }

    fn lacks(name: &'static str, value: impl Into<String>, mend: &str) -> Self {
        Self {
            name,
            fine: false,
            value: value.into(),
            mend: Some(mend.to_owned()),
        }
    }
}

/// Prints what was found. Nothing that is missing is a failure.
pub fn run(guide: &Guide, setup: &Setup, out: &mut dyn Write) -> Outcome {
    let mut findings = vec![
        Finding::fine("program", PROGRAM),
        guide_version(guide, setup),
    ];
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
    let mut writer = Writer::new(width());
    for found in &findings {
        let sign = if found.fine { "ok" } else { "--" };
        let lead = format!("{sign}  {:<13} ", found.name);
        writer.hang(&lead, Role::Quiet, &[(&found.value, Role::Body)]);
        if let Some(mend) = &found.mend {
            writer.hang(&" ".repeat(18), Role::Quiet, &[(mend, Role::Quiet)]);
        }
    }
    out.write_all(writer.finish().text().as_bytes())?;
    Ok(Exit::Done)
}

const PROGRAM: &str = concat!("uncramp ", env!("CARGO_PKG_VERSION"));

/// What `-V` says of the program and of the guide in use.
pub fn versions(about: &About, source: &Source) -> String {
    let review = match &about.reviewed {
        Some(day) => format!("last checked {day}"),
        None => "no date of its last check".to_owned(),
    };
    format!("{PROGRAM}\nguide {}, {review}", named(about, source))
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
    let name = named(about, setup.source());
    let Some(day) = &about.reviewed else {
        return Finding::lacks(
            "guide",
            format!("{name}, no date of its last check"),
            "its author can add `reviewed: YYYY-MM-DD`",
        );
    };
    let value = format!("{name}, last checked {day}");
    match age_in_days(day) {
        Some(days) if days > OLD => Finding::lacks(
            "guide",
            format!("{value}, {} years ago", days / 365),
            "look for a newer version; advice changes",
        ),
        Some(0) => Finding::fine("guide", format!("{value}, today")),
        Some(1) => Finding::fine("guide", format!("{value}, yesterday")),
        Some(days) if days > 0 => Finding::fine("guide", format!("{value}, {days} days ago")),
        _ => Finding::fine("guide", value),
    }
}

fn age_in_days(day: &str) -> Option<i32> {
    let day: jiff::civil::Date = day.parse().ok()?;
    let today = crate::local_time::now().date();
    Some(today.since(day).ok()?.get_days())
}

fn system(setup: &Setup) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Sound::Command(line) = &setup.settings.sound {
        findings.push(own_program("sound", line));
    }
    findings.push(match &setup.settings.voice {
        Voice::Command(line) => own_program("voice", line),
        _ => program(
            "voice",
            &programs::VOICES,
            "install speech-dispatcher or espeak-ng for --voice",
        ),
    });
    findings.extend([
        program(
            "notification",
            &programs::NOTIFIERS,
            "install notify-send for --notify on",
        ),
        program(
            "keep awake",
            &programs::WAKERS,
            "without systemd-inhibit or caffeinate the computer may sleep in a session",
        ),
    ]);
    findings.extend(config_file(setup));
    findings.extend([data_folder(setup), diary(setup)]);
    findings
}

/// A program that the reader chose: nothing else is started in its place.
fn own_program(name: &'static str, line: &CommandLine) -> Finding {
    match programs::find(&line.program) {
        Some(file) => Finding::fine(name, file.display().to_string()),
        None => Finding::lacks(
            name,
            format!("`{}` is not found", clean(&line.program)),
            &format!("name another program in the config file or by --{name}"),
        ),
    }
}

fn program(name: &'static str, names: &[&'static str], mend: &str) -> Finding {
    match programs::first(names) {
        Some((_, file)) => Finding::fine(name, file.display().to_string()),
        None => Finding::lacks(name, "not found", mend),
    }
}

/// The config file, or in its place whatever is wrong with it.
fn config_file(setup: &Setup) -> Vec<Finding> {
    let wrong =
        |notice: &String| Finding::lacks("config file", notice.clone(), "mend the config file");
    if !setup.notices.is_empty() {
        return setup.notices.iter().map(wrong).collect();
    }
    vec![match setup.config_file() {
        Some(file) if file.exists() => Finding::fine("config file", file.display().to_string()),
        Some(file) => Finding::fine(
            "config file",
            format!(
                "{} (none yet; `uncramp config init` writes one)",
                file.display()
            ),
        ),
        None => Finding::lacks(
            "config file",
            "this user has no home folder",
            "name one with --config FILE",
        ),
    }]
}

fn data_folder(setup: &Setup) -> Finding {
    let Some(folder) = &setup.data_dir else {
        return Finding::lacks(
            "data folder",
            "this user has no home folder",
            "name one with --data-dir DIR",
        );
    };
    let shown = folder.display().to_string();
    // The folder is made when something is first saved; until then its parents count.
    let existing = folder.ancestors().find(|folder| folder.exists());
    let found = match existing {
        Some(place) if !place.is_dir() => format!("a file is in the way of {shown}"),
        Some(place) if is_writable(place) => return Finding::fine("data folder", shown),
        _ => format!("{shown} cannot be written"),
    };
    let mend = "the diary cannot be kept; name another folder with --data-dir DIR";
    Finding::lacks("data folder", found, mend)
}

/// Whether the diary can be read, and how much it holds.
fn diary(setup: &Setup) -> Finding {
    let Some(folder) = setup.data_dir.as_ref().filter(|_| setup.settings.save) else {
        return Finding::fine("diary", "not looked at");
    };
    let found = Store::open_to_read(folder).and_then(|store| match store {
        Some(store) => store.entries().map(|entries| Some(entries.len())),
        None => Ok(None),
    });
    match found {
        Ok(None) => Finding::fine("diary", "none yet; `uncramp log` begins it"),
        Ok(Some(1)) => Finding::fine("diary", "1 entry"),
        Ok(Some(entries)) => Finding::fine("diary", format!("{entries} entries")),
        Err(why) => Finding::lacks(
            "diary",
            why.to_string(),
            "everything that needs no diary works without it",
        ),
    }
}

fn is_writable(folder: &Path) -> bool {
    rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).is_ok()
}
