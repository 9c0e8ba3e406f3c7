//! The programs that it starts end with it, however it ends.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use rustix::process::Signal;
use uncramp::runtime::programs::sleep_inhibitor::is_on_battery;

use crate::patience::Patience;
use crate::terminal::{Start, Window};

/// A program that notes its number and never ends by itself. It reads nothing,
/// so that not even a closed pipe ends it.
const ENDLESS: &str = "#!/bin/sh\necho $$ >> \"$HOME/started\"\nexec sleep 3600\n";

/// The numbers that were logged so far.
fn numbers(file: &Path) -> Vec<u32> {
    let text = fs::read_to_string(file).unwrap_or_default();
    text.lines().filter_map(|line| line.parse().ok()).collect()
}

/// The numbers of what was started, once it was so many.
#[track_caller]
fn started(window: &mut Window, count: usize) -> Vec<u32> {
    let file = window.home.path().join("started");
    window.until("its companions", |_| numbers(&file).len() >= count);
    numbers(&file)
}

/// Whether this process still runs; one that only waits to be buried does not, nor is another
/// one meant that got its number.
fn runs(id: u32) -> bool {
    let state = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let after_name = state.rsplit(") ").next().unwrap_or_default();
    let words = fs::read_to_string(format!("/proc/{id}/cmdline")).unwrap_or_default();
    let is_other = !words.is_empty() && !OURS.iter().any(|own| words.contains(own));
    !after_name.is_empty() && !after_name.starts_with('Z') && !is_other
}

/// What is on the command line of what is started here, before and after it has become another.
const OURS: [&str; 5] = ["voice", "sound", "sleep\u{0}3600", "systemd-inhibit", "cat"];

#[track_caller]
fn are_gone(ids: &[u32], how: &str) {
    // The system may take a moment to carry them away.
    let mut patience = Patience::new();
    for id in ids {
        while runs(*id) {
            if patience.ends() {
                for id in ids {
                    let id = i32::try_from(*id).unwrap();
                    let id = rustix::process::Pid::from_raw(id).unwrap();
                    let _ = rustix::process::kill_process(id, Signal::KILL);
                }
                panic!("{how}: a program that it started still runs");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

/// Writes a program; gives its place.
///
/// By another process: what is open for writing here is so, for a moment, in whatever another
/// test is just starting too, and a file that is open for writing cannot be started.
fn write(folder: &Path, name: &str, script: &str) -> String {
    let file = folder.join(name).display().to_string();
    let mut write = Command::new("sh");
    write.args(["-c", r#"printf '%s' "$1" > "$0" && chmod 755 "$0""#]);
    assert!(write.args([&file, script]).status().unwrap().success());
    file
}

/// A session that speaks and rings by programs that never end.
fn session(tools: &Path, also: impl Fn(Start) -> Start) -> (Window, Vec<u32>) {
    let path = |name: &str| write(tools, name, ENDLESS);
    let (voice, sound) = (path("voice"), path("sound"));
    let args = [
        "--no-save",
        "--voice",
        &voice,
        "--sound",
        &sound,
        "stretch",
        "--ready",
        "1",
        "--repeat",
        "1",
        "--hold",
        "300",
    ];
    let mut window = also(Start::new(&args)).until("Hold");
    let ids = started(&mut window, 2);
    // Each phase ends what the one before started.
    let file = window.home.path().join("started");
    window.until("one that runs", |_| numbers(&file).into_iter().any(runs));
    (window, ids)
}

/// A way to end it.
type Way = (&'static str, fn(&mut Window));

const WAYS: &[Way] = &[
    ("vanished", Window::close),
    ("Ctrl-C", |window| {
        window.send([3]);
    }),
    ("q", |window| {
        window.send("q");
    }),
    ("TERM", |window| window.signal(Signal::TERM)),
    ("HUP", |window| window.signal(Signal::HUP)),
    ("INT", |window| window.signal(Signal::INT)),
    ("QUIT", |window| window.signal(Signal::QUIT)),
];

#[test]
fn no_program_that_it_started_outlives_it() {
    for (how, end) in WAYS {
        let tools = tempfile::tempdir().unwrap();
        let (mut window, _) = session(tools.path(), |start| start);
        end(&mut window);
        window.wait_end();
        are_gone(&started(&mut window, 2), how);
    }
}

#[test]
fn none_outlives_a_closed_window_or_a_panic() {
    let tools = tempfile::tempdir().unwrap();
    let (mut window, _) = session(tools.path(), Start::with_signals_of_the_window);
    window.close();
    window.wait_end();
    are_gone(&started(&mut window, 2), "closed");

    let tools = tempfile::tempdir().unwrap();
    let late = |start: Start| start.env("UNCRAMP_PANIC", "40");
    let (mut window, _) = session(tools.path(), late);
    while !window.has_ended() {
        let sent = window.sent();
        window.signal(Signal::CONT);
        window.until("a frame or the end", |window| window.sent() > sent || window.has_ended());
    }
    assert_eq!(window.exit_code(), 101);
    are_gone(&started(&mut window, 2), "panic");
}

#[test]
fn line_by_line_no_voice_outlives_it_either() {
    let tools = tempfile::tempdir().unwrap();
    let voice = write(tools.path(), "voice", ENDLESS);
    let args = ["--plain", "--no-save", "--voice", &voice, "stretch", "--ready", "1"];
    let mut window = Start::new(&args).until("Hold");
    let ids = started(&mut window, 1);
    window.signal(Signal::TERM);
    assert_eq!(window.ending_signal(), Signal::TERM.as_raw());
    are_gone(&started(&mut window, ids.len()), "TERM");
}

/// What keeps the machine awake, as the system's own does it: until the program
/// it was given, the last word, has read to the end.
const INHIBIT: &str =
    "#!/bin/sh\necho $$ >> \"$HOME/started\"\nfor last; do :; done\nexec \"$last\"\n";

#[test]
fn nothing_keeps_the_machine_awake_after_the_end() {
    if is_on_battery() {
        return eprintln!("passed over: this machine runs on battery");
    }
    // Not even by a death that nobody can answer.
    let killed: Way = ("KILL", |window| window.signal(Signal::KILL));
    for (how, end) in WAYS.iter().chain([&killed]) {
        let tools = tempfile::tempdir().unwrap();
        write(tools.path(), "systemd-inhibit", INHIBIT);
        write(tools.path(), "caffeinate", INHIBIT);
        let old = std::env::var("PATH").unwrap_or_default();
        let path = format!("{}:{old}", tools.path().display());
        let start = Start::new(&["standby", "--keep-awake"]).env("PATH", &path);
        let mut window = start.open();
        window.until("the screen", |window| window.screen().alternate_screen());
        let ids = started(&mut window, 1);
        assert!(runs(ids[0]), "it does not run");
        end(&mut window);
        window.wait_end();
        are_gone(&ids, how);
    }
}
