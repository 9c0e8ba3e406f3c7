//! `doctor`: what this terminal and system can do, and how to fix what is missing.

use std::io::Write;
use std::path::Path;

use serde_json::json;

use super::output::{print_json, print_text, width};
use super::{Outcome, Setup};
use crate::app::page::{Role, Writer};
use crate::app::settings::{ColorDepth, CommandLine};
use crate::config::Mistake;
use crate::diary::store::{COMMAND_TIMEOUT, Store};
use crate::guide::Guide;
use crate::guide::model::About;
use crate::runtime::platform;
use crate::runtime::programs::find::{self, SystemProgram};
use crate::runtime::programs::voice::try_voices;
use crate::text::clean;
use crate::text::messages::{amounts, pages};

const NO_HOME: &str = "this user has no home folder";

/// A guide reviewed longer ago than this, in days, is worth a look for a newer one.
const OLD: i32 = 2 * 365;

/// What is fine, or what is not and how to mend it.
type Finding = Result<String, (String, String)>;

fn lacks(value: impl Into<String>, mend: impl Into<String>) -> Finding {
    Err((value.into(), mend.into()))
}

/// Prints what was found. Nothing that is missing is a failure.
pub(super) fn run(guide: &Guide, setup: &Setup, out: &mut dyn Write) -> Outcome {
    let mut findings =
        vec![("program", Ok(PROGRAM.into())), ("guide", guide_version(guide, setup))];
    findings.extend(terminal(setup));
    findings.extend(programs(setup));
    findings.extend(config_file(setup).into_iter().map(|found| ("config file", found)));
    findings.extend([("data folder", data_folder(setup)), ("diary", diary(setup))]);
    let findings = findings.into_iter().map(|(name, found)| match found {
        Ok(value) => (name, value, None),
        Err((value, mend)) => (name, value, Some(mend)),
    });
    if setup.flags.json {
        let list: Vec<_> = findings
            .map(|(name, value, mend)| {
                json!({ "name": name, "fine": mend.is_none(), "value": value, "mend": mend })
            })
            .collect();
        return print_json(&json!({ "findings": list }), out);
    }
    let mut writer = Writer::new();
    for (name, value, mend) in findings {
        let sign = if mend.is_none() { "ok" } else { "--" };
        writer.hang(&format!("{sign}  {name:<13} "), Role::Quiet, &[(&value, Role::Body)]);
        if let Some(mend) = mend {
            writer.hang(&" ".repeat(18), Role::Quiet, &[(&mend, Role::Quiet)]);
        }
    }
    print_text(&writer.finish().text(width()), out)
}

const PROGRAM: &str = concat!("uncramp ", env!("CARGO_PKG_VERSION"));

/// What `-V` says of the program and of the guide in use.
pub(super) fn versions(about: &About, file: Option<&Path>) -> String {
    format!("{PROGRAM}\nguide {}\n", named(about, file))
}

/// Title and version of a guide, where it comes from, and when it was checked last.
fn named(About { title, version, reviewed, .. }: &About, file: Option<&Path>) -> String {
    let from = file.map_or_else(|| "built in".to_owned(), |file| file.display().to_string());
    let checked = reviewed.as_deref().map(pages::last_checked);
    format!("{title} {version} ({from}){}", checked.as_deref().unwrap_or(", not dated"))
}

fn guide_version(guide: &Guide, setup: &Setup) -> Finding {
    if let Some(why) = &setup.guide_error {
        let value = format!("the built-in guide is used, because {why}");
        return lacks(value, "`uncramp check FILE` names every mistake in it");
    }
    let guide_in_use = named(&guide.about, setup.guide_file.as_deref());
    let Some(day) = &guide.about.reviewed else {
        return lacks(guide_in_use, "its author can add `reviewed: YYYY-MM-DD`");
    };
    match age_in_days(day) {
        Some(days) if days > OLD => lacks(
            format!("{guide_in_use}, {} years ago", days / 365),
            "look for a newer version; advice changes",
        ),
        Some(0) => Ok(guide_in_use + ", today"),
        Some(1) => Ok(guide_in_use + ", yesterday"),
        Some(days) if days > 0 => Ok(format!("{guide_in_use}, {days} days ago")),
        _ => Ok(guide_in_use),
    }
}

fn age_in_days(day: &str) -> Option<i32> {
    let day: jiff::civil::Date = day.parse().ok()?;
    let today = jiff::Zoned::now().date();
    Some(today.since(day).ok()?.get_days())
}

/// The terminal, its size, colours and characters, and how the program would talk in it. What does
/// not matter here is left out.
fn terminal(setup: &Setup) -> Vec<(&'static str, Finding)> {
    let environment = &setup.environment;
    let has_terminal = environment.has_terminal();
    let terminal = if !has_terminal {
        lacks(
            "standard input or output is not a terminal",
            "the full screen needs one; --plain does not",
        )
    } else if environment.is_dumb() {
        Ok("TERM=dumb, which can only print lines".into())
    } else {
        Ok(format!("TERM={}", environment.term))
    };
    let mode = match (setup.plain, has_terminal) {
        (true, _) => Ok("line by line".into()),
        (false, true) => Ok("full screen; --plain is line by line".into()),
        (false, false) => lacks(
            "none: the full screen cannot open here",
            "use --plain to work line by line; `uncramp now` still prints its steps",
        ),
    };
    let mut findings = vec![("terminal", terminal)];
    if has_terminal && !setup.plain {
        let colors = colors(setup.settings.depth);
        findings.extend([("size", size()), ("colours", colors), ("characters", characters(setup))]);
    }
    findings.push(("mode", mode));
    findings
}

fn size() -> Finding {
    match platform::window_size(std::io::stdout()) {
        None | Some((0, _) | (_, 0)) => {
            lacks("unknown", "the terminal does not say its size; `stty cols 80 rows 24` tells it")
        }
        Some((columns, rows)) => {
            let size = format!("{columns} columns, {rows} rows");
            if columns >= 40 && rows >= 10 {
                return Ok(size);
            }
            lacks(size, "make the window at least 40 by 10; 80 by 24 is comfortable")
        }
    }
}

fn colors(depth: ColorDepth) -> Finding {
    match depth {
        ColorDepth::None => Ok("none, because of NO_COLOR or --color never".into()),
        ColorDepth::Basic => {
            lacks("16", "if the terminal has 256 colours, set TERM=xterm-256color")
        }
        ColorDepth::Indexed => Ok("256".into()),
        ColorDepth::True => Ok("24 bits".into()),
    }
}

fn characters(setup: &Setup) -> Finding {
    let environment = &setup.environment;
    if !setup.settings.ascii {
        return Ok("UTF-8; use --ascii if figures look wrong".into());
    }
    if setup.flags.ascii || !environment.is_ascii() {
        return Ok("plain only, because `ascii` is on".into());
    }
    let mend = if environment.term == "linux" {
        "the console's font cannot show figures; a terminal in a window can"
    } else {
        "set a UTF-8 locale such as LANG=C.UTF-8 for figures; `ascii: off` forces them"
    };
    lacks("plain only", mend)
}

/// The programs for sound, voice, notices and a computer that stays awake.
fn programs(setup: &Setup) -> Vec<(&'static str, Finding)> {
    let mut findings = Vec::new();
    if let Some(line) = setup.settings.sound.command() {
        findings.push(("sound", own_program("--sound", line)));
    }
    let voice = match setup.settings.voice.command() {
        Some(line) => own_program("--voice", line),
        None => voice(),
    };
    let program = |known: &[SystemProgram], mend: &str| match find::first(known) {
        Some((_, command)) => Ok(command.get_program().display().to_string()),
        None => lacks("not found", mend),
    };
    let asleep =
        "without systemd-inhibit or caffeinate the computer may fall asleep during a session";
    findings.extend([
        ("voice", voice),
        ("notification", program(platform::NOTIFIERS, "install notify-send for --notify on")),
        ("keep awake", program(platform::WAKERS, asleep)),
    ]);
    findings
}

/// The voice that speaks, tried: one that starts may still not work.
fn voice() -> Finding {
    let (works, failing) = try_voices();
    let verb = if failing.len() == 1 { "does" } else { "do" };
    let failing =
        (!failing.is_empty()).then(|| format!("{} {verb} not work here", failing.join(" and ")));
    match (works, failing) {
        (Some(voice), None) => Ok(voice),
        (Some(voice), Some(failing)) => Ok(format!("{voice} ({failing})")),
        (None, failing) => {
            let value = failing.as_deref().unwrap_or("not found");
            lacks(value, "install speech-dispatcher or espeak-ng for --voice")
        }
    }
}

/// A program that the reader chose: nothing else is started in its place.
fn own_program(flag: &str, line: &CommandLine) -> Finding {
    match find::find(&line.program) {
        Some(file) => Ok(file.display().to_string()),
        None => lacks(
            format!("`{}` is not found", clean(&line.program)),
            format!("name another program in the config file or with {flag}"),
        ),
    }
}

/// The config file, or in its place whatever is wrong with it.
fn config_file(setup: &Setup) -> Vec<Finding> {
    let mistakes = setup.mistakes.iter().map(Mistake::to_string);
    let wrong = mistakes.chain(setup.notices.iter().cloned());
    let wrong: Vec<_> = wrong.map(|what| lacks(what, "correct the config file")).collect();
    if !wrong.is_empty() {
        return wrong;
    }
    vec![match &setup.config_file {
        None => lacks(NO_HOME, "name one with --config FILE"),
        Some(file) if file.exists() => Ok(file.display().to_string()),
        Some(file) => {
            Ok(format!("{} (none yet; `uncramp config init` writes one)", file.display()))
        }
    }]
}

fn data_folder(setup: &Setup) -> Finding {
    let Some(folder) = &setup.data_dir else {
        return lacks(NO_HOME, "name one with --data-dir DIR");
    };
    let shown = folder.display().to_string();
    // The folder is made when something is first saved; until then its parents count.
    let existing = folder.ancestors().find(|folder| folder.exists());
    let found = match existing {
        Some(place) if !place.is_dir() => format!("a file is in the way of {shown}"),
        Some(place) if platform::may_write(place) => return Ok(shown),
        _ => format!("{shown} cannot be written"),
    };
    lacks(found, "the diary cannot be kept; name another folder with --data-dir DIR")
}

/// Whether the diary can be read, and how much it holds.
fn diary(setup: &Setup) -> Finding {
    let Some(folder) = setup.data_dir.as_ref().filter(|_| !setup.settings.no_save) else {
        return Ok("not checked".into());
    };
    let store = Store::open_to_read(folder, COMMAND_TIMEOUT);
    match store.and_then(|store| store.map(|store| store.entries()).transpose()) {
        Ok(None) => Ok("none yet; `uncramp log` starts it".into()),
        Ok(Some(entries)) => Ok(amounts::counted(entries.len(), "entry", "entries")),
        Err(why) => lacks(why.to_string(), "everything else works without it"),
    }
}
