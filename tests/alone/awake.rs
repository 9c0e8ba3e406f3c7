//! The machine is kept awake by an outside program that ends with this one, however it ends.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};
use uncramp::runtime::programs::sleep_inhibitor::is_on_battery;

use crate::house::{House, program, until, until_said};

/// A program of this name that notes its arguments and its number, and then does `rest`.
fn waker(folder: &Path, rest: &str) {
    let notes = folder.join("notes");
    let script = format!("echo \"$$ $*\" > '{0}.new'\nmv '{0}.new' '{0}'\n{rest}", notes.display());
    program(folder, "systemd-inhibit", &script);
}

/// The program in this house, which finds those tools first.
fn command(house: &House, tools: &Path, line: &str) -> Command {
    let mut command = house.command(&[], line);
    let path = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{}:{path}", tools.display()));
    command
}

fn lives(process: &str) -> bool {
    // One that has ended and was not waited for yet is not alive.
    fs::read_to_string(format!("/proc/{process}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}

#[test]
#[cfg(target_os = "linux")]
fn what_keeps_awake_ends_with_the_program_also_when_that_is_killed() {
    if is_on_battery() {
        return eprintln!("passed over: this machine runs on battery");
    }
    for signal in [Signal::KILL, Signal::TERM] {
        let (house, tools) = (House::new(), tempfile::tempdir().unwrap());
        waker(tools.path(), "exec cat");
        let line = "standby --plain --keep-awake";
        let mut run = command(&house, tools.path(), line)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let notes = tools.path().join("notes");
        until("it is started", || notes.exists());
        let told = fs::read_to_string(&notes).unwrap();
        let (process, words) = told.trim_end().split_once(' ').unwrap();
        // Sleep, never the display.
        assert!(words.starts_with("--what=sleep "), "{words}");
        assert!(lives(process));
        let id = Pid::from_raw(i32::try_from(run.id()).unwrap()).unwrap();
        kill_process(id, signal).unwrap();
        run.wait().unwrap();
        until("it ends too", || !lives(process));
    }
}

#[test]
fn a_system_that_cannot_be_kept_awake_is_one_notice() {
    if is_on_battery() {
        return eprintln!("passed over: this machine runs on battery");
    }
    let (house, tools) = (House::new(), tempfile::tempdir().unwrap());
    let wish = tools.path().join("config.yaml");
    fs::write(&wish, "keep_awake: on\n").unwrap();
    let plain = "stretch --plain --no-log --ready 1s --hold 1s --rest 0 --repeat 1";
    let line = format!("{plain} --config {}", wish.display());
    waker(tools.path(), "exit 1");
    let told = until_said(&mut command(&house, tools.path(), &line), &["not kept awake", "Hold"]);
    assert_eq!(told.matches("not kept awake").count(), 1, "{told}");
    // Nothing of the kind is installed.
    let mut without = house.command(&[], &line);
    without.env("PATH", tools.path().join("none"));
    let told = until_said(&mut without, &["no program that keeps it awake", "Hold"]);
    assert_eq!(told.matches("no program that keeps it awake").count(), 1, "{told}");
    // Not asked for, nothing is started.
    fs::remove_file(tools.path().join("notes")).unwrap();
    until_said(&mut command(&house, tools.path(), plain), &["Hold"]);
    assert!(!tools.path().join("notes").exists());
}
