//! `doctor`: what this terminal and system can do, and how to fix what is missing.

use jiff::Zoned;
use jiff::civil::Date;
use serde_json::json;

use super::output::{print_json, print_text, width};
use super::{Out, Outcome, Setup, version};
use crate::app::layout::{SMALLEST, Size};
use crate::app::page::{Role, Writer};
use crate::app::settings::{ColorDepth, CommandLine};
use crate::config::Mistake;
use crate::diary::store::{COMMAND_TIMEOUT, Store};
use crate::guide::Guide;
use crate::runtime::platform;
use crate::runtime::programs::speaker::try_voices;
use crate::runtime::programs::{self, SystemProgram};
use crate::text::clean;
use crate::text::messages::amounts;
use crate::text::messages::mistakes::unwritable;

const NO_HOME: &str = "this user has no home folder";

/// A guide reviewed longer ago than this, in days, is worth a look for a newer one.
const OLD: i32 = 2 * 365;

/// What is fine, or what is not and how to mend it.
type Finding = Result<String, (String, String)>;

fn lacks(value: impl Into<String>, mend: impl Into<String>) -> Finding {
    Err((value.into(), mend.into()))
}

/// Prints what was found. Nothing that is missing is a failure.
pub(super) fn run(guide: &Guide, setup: &Setup, out: &mut Out) -> Outcome {
    let findings = checks(guide, setup).into_iter().map(|(name, found)| match found {
        // Paths, programs and variables come from outside.
        Ok(value) => (name, clean(&value).into_owned(), None),
        Err((value, mend)) => (name, clean(&value).into_owned(), Some(clean(&mend).into_owned())),
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

/// Everything that is looked at, without what does not matter here.
fn checks(guide: &Guide, setup: &Setup) -> Vec<(&'static str, Finding)> {
    let mut found = vec![
        ("program", Ok(version::PROGRAM.into())),
        ("guide", guide_version(guide, setup)),
        ("terminal", Ok(format!("TERM={}", setup.environment.term))),
    ];
    if setup.environment.has_terminal() && !setup.plain {
        found.extend([
            ("size", size()),
            ("colours", colors(setup.settings.depth)),
            ("characters", characters(setup)),
        ]);
    }
    found.push(("mode", mode(setup)));
    let sound = setup.settings.sound.command();
    found.extend(sound.map(|line| ("sound", own_program("--sound", line))));
    let voice = setup.settings.voice.command();
    let asleep =
        "without systemd-inhibit or caffeinate the computer may fall asleep during a session";
    found.extend([
        ("voice", voice.map_or_else(system_voice, |line| own_program("--voice", line))),
        ("notification", program(platform::NOTIFIERS, "install notify-send for --notify on")),
        ("keep awake", program(platform::KEEP_AWAKE, asleep)),
    ]);
    found.extend(config_file(setup).into_iter().map(|finding| ("config file", finding)));
    found.extend([("data folder", data_folder(setup)), ("diary", diary(setup))]);
    found
}

fn guide_version(guide: &Guide, setup: &Setup) -> Finding {
    if let Some(why) = &setup.guide_error {
        let value = format!("the built-in guide is used, because {why}");
        return lacks(value, "`uncramp check FILE` names every mistake in it");
    }
    let guide_in_use = version::of_guide(guide, setup.guide_file.as_deref());
    let Some(day) = &guide.reviewed else {
        return lacks(guide_in_use, "its author can add `reviewed: YYYY-MM-DD`");
    };
    let age = day.parse().and_then(|day: Date| Zoned::now().date().since(day));
    match age.ok().map(|age| age.get_days()) {
        Some(days) if days > OLD => lacks(
            format!("{guide_in_use}, {} years ago", days / 365),
            "look for a newer version; advice changes",
        ),
        _ => Ok(guide_in_use),
    }
}

/// How the program would talk here.
fn mode(setup: &Setup) -> Finding {
    match (setup.plain, setup.environment.has_terminal()) {
        (true, _) => Ok("line by line".into()),
        (false, true) => Ok("full screen; --plain is line by line".into()),
        (false, false) => lacks(
            "none: standard input or output is not a terminal, so the full screen cannot open here",
            "use --plain to work line by line; `uncramp now` still prints its steps",
        ),
    }
}

fn size() -> Finding {
    let Size { width, height } = SMALLEST;
    match platform::window_size(std::io::stdout()) {
        None | Some((0, _) | (_, 0)) => {
            lacks("unknown", "the terminal does not say its size; `stty cols 80 rows 24` tells it")
        }
        Some((columns, rows)) if columns < width || rows < height => lacks(
            format!("{columns} columns, {rows} rows"),
            format!("make the window at least {width} by {height}; 80 by 24 is comfortable"),
        ),
        Some((columns, rows)) => Ok(format!("{columns} columns, {rows} rows")),
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

/// The first of these programs that there is.
fn program(known: &[SystemProgram], mend: &str) -> Finding {
    match programs::first(known) {
        Some((_, command)) => Ok(command.get_program().display().to_string()),
        None => lacks("not found", mend),
    }
}

/// The voice that speaks, tried: one that starts may still not work.
fn system_voice() -> Finding {
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
    match programs::find(&line.program) {
        Some(file) => Ok(file.display().to_string()),
        None => lacks(
            format!("`{}` is not found", line.program),
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
        _ => unwritable(&shown),
    };
    lacks(found, "the diary cannot be kept; name another folder with --data-dir DIR")
}

/// Whether the diary can be read, and how much it holds.
fn diary(setup: &Setup) -> Finding {
    let Some(folder) = setup.data_dir.as_ref().filter(|_| !setup.settings.no_save) else {
        return Ok("not checked".into());
    };
    let store = Store::open_existing(folder, COMMAND_TIMEOUT);
    match store.and_then(|store| store.map(|store| store.entries()).transpose()) {
        Ok(None) => Ok("none yet; `uncramp log` starts it".into()),
        Ok(Some(entries)) => Ok(amounts::counted(entries.len(), "entry", "entries")),
        Err(why) => lacks(why.to_string(), "everything else works without it"),
    }
}
