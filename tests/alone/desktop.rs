//! With the real things of a desktop on private buses: logind's own locks, and a notification
//! that a service receives. Passed over, with a word, where they are not installed.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;
use uncramp::runtime::programs::sleep_inhibitor::is_on_battery;

use crate::house::{House, finish, text, until};
use crate::programs::GUIDE;

/// Lets everybody own and call everything: it is seen by nobody else.
const RULES: &str =
    "<busconfig><type>TYPE</type><listen>unix:path=PLACE</listen><auth>EXTERNAL</auth>
<policy context='default'><allow user='*'/><allow own='*'/><allow send_destination='*'/>
<allow eavesdrop='true'/><allow send_requested_reply='true'/><allow receive_type='signal'/>
<allow receive_type='method_call'/><allow receive_requested_reply='true'/></policy></busconfig>";

/// A message bus of our own, and what runs on it.
struct Bus {
    folder: TempDir,
    address: String,
    running: Vec<Child>,
}

impl Bus {
    /// A bus of this kind; `None` where there is no program for it.
    fn open(kind: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("bus").display().to_string();
        let rules = folder.path().join("rules.conf");
        let text = RULES.replace("TYPE", kind).replace("PLACE", &place);
        fs::write(&rules, text).unwrap();
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--nofork", "--nopidfile", "--config-file"]);
        daemon.arg(rules).stderr(Stdio::null());
        let running = vec![daemon.spawn().ok()?];
        until("a bus", || Path::new(&place).exists());
        let address = format!("unix:path={place}");
        Some(Self { folder, address, running })
    }

    /// Starts a program on it; `false` where it is not installed.
    fn start(&mut self, command: &mut Command) -> bool {
        let command = command.stdin(Stdio::null()).stdout(Stdio::null());
        let child = self.on(command).stderr(Stdio::null()).spawn();
        self.running.extend(child.ok());
        self.running.len() > 1
    }

    /// The same command, with this bus in its environment.
    fn on<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let both = ["DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"];
        command.envs(both.map(|name| (name, &self.address)))
    }

    /// Whether somebody answers to this name.
    fn has(&self, name: &str) -> bool {
        let mut ask = Command::new("dbus-send");
        ask.arg(format!("--bus={}", self.address));
        ask.args(["--print-reply=literal", "--dest=org.freedesktop.DBus", "/"]);
        ask.arg("org.freedesktop.DBus.NameHasOwner");
        let answer = ask.arg(format!("string:{name}")).output().unwrap();
        text(&answer.stdout).contains("true")
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        for child in self.running.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// A guide whose bedtime routine takes four seconds, and the end of a line that runs it.
fn short(folder: &Path) -> String {
    let guide = folder.join("guide.yaml");
    fs::write(&guide, GUIDE).unwrap();
    format!("stretch --plain --no-log --guide {}", guide.display())
}

/// A service that notes the notifications it is sent, as a desktop would show them.
fn notified() -> Option<(Bus, PathBuf)> {
    let mut bus = Bus::open("session")?;
    let notes = bus.folder.path().join("notes");
    let mut service = Command::new("/usr/bin/python3");
    service.args(["-m", "dbusmock", "--session", "--template"]);
    service.args(["notification_daemon", "--logfile"]);
    bus.start(service.arg(&notes)).then_some(())?;
    let mut gave_up = false;
    until("a service for notifications", || {
        gave_up = matches!(bus.running[1].try_wait(), Ok(Some(_)));
        gave_up || bus.has("org.freedesktop.Notifications")
    });
    (!gave_up).then_some((bus, notes))
}

#[test]
fn a_real_notification_is_shown_once_at_the_end_and_only_when_asked_for() {
    let sender = Command::new("notify-send").arg("--version").output();
    let Some((bus, notes)) = sender.ok().and_then(|_| notified()) else {
        return eprintln!("passed over: no dbus-daemon, notify-send or python3-dbusmock");
    };
    let house = House::new();
    let line = short(bus.folder.path());
    let shown = || {
        let notes = fs::read_to_string(&notes).unwrap_or_default();
        let calls = notes.lines().filter(|line| line.contains(" Notify "));
        calls.map(str::to_owned).collect::<Vec<_>>()
    };
    let silent = finish(bus.on(&mut house.command(&[], &line)), "");
    assert!(silent.status.success(), "{}", text(&silent.stderr));
    assert!(shown().is_empty(), "{:?}", shown());
    let asked = format!("{line} --notify on");
    let told = finish(bus.on(&mut house.command(&[], &asked)), "");
    // It ends with its messenger, which was let finish.
    let notes = shown();
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(notes[0].contains("\"uncramp\" \"The stretches are done.\""));
    assert!(!text(&told.stdout).contains("otification"));
}

#[test]
fn a_desktop_that_shows_no_notification_is_one_notice() {
    let Some(bus) = Bus::open("session") else {
        return eprintln!("passed over: no dbus-daemon");
    };
    let house = House::new();
    let line = format!("{} --notify on", short(bus.folder.path()));
    let none = bus.folder.path().join("no-programs");
    let mut missing = house.command(&[], &line);
    let told = text(&finish(missing.env("PATH", none), "").stdout);
    let words = "This system has no program for notifications.";
    assert_eq!(told.matches(words).count(), 1, "{told}");
    if Command::new("notify-send").arg("--version").output().is_ok() {
        let told = text(&finish(bus.on(&mut house.command(&[], &line)), "").stdout);
        let words = "The notification could not be shown: there is no desktop here.";
        assert_eq!(told.matches(words).count(), 1, "{told}");
    }
}

/// Where the system's own program is found.
const LOGIND: [&str; 2] = ["/usr/lib/systemd/systemd-logind", "/lib/systemd/systemd-logind"];

/// The real logind on a bus of its own. A machine that systemd runs has one already, which is
/// not to be disturbed by a second.
fn logind() -> Option<Bus> {
    let program = LOGIND.iter().find(|file| Path::new(file).exists())?;
    let is_root = rustix::process::geteuid().is_root();
    if !is_root || Path::new("/run/systemd/system").exists() {
        return None;
    }
    let mut bus = Bus::open("system")?;
    let mut hidden = Command::new("unshare");
    let script = "mkdir -p /run/systemd && mount -t tmpfs none /run/systemd || exit 99
        mkdir /run/systemd/inhibit /run/systemd/seats /run/systemd/users /run/systemd/sessions
        exec \"$0\"";
    hidden.args(["--mount", "sh", "-c", script, program]);
    bus.start(&mut hidden).then_some(())?;
    let mut gave_up = false;
    until("logind", || {
        gave_up = matches!(bus.running[1].try_wait(), Ok(Some(_)));
        gave_up || bus.has("org.freedesktop.login1")
    });
    (!gave_up).then_some(bus)
}

/// The locks of this program, as logind tells them: for what, and how firmly.
fn locks(bus: &Bus) -> Vec<String> {
    let mut list = Command::new("systemd-inhibit");
    let told = bus.on(list.args(["--list", "--no-legend"])).output();
    let told = text(&told.unwrap().stdout);
    let ours = told.lines().filter(|line| line.starts_with("uncramp"));
    ours.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

const NO_LOGIND: &str = "passed over: no dbus-daemon, or no systemd-logind that may be started";

#[test]
fn logind_holds_one_lock_against_sleep_alone_until_the_end_of_whatever_kind() {
    if is_on_battery() {
        return eprintln!("passed over: this machine runs on battery");
    }
    let Some(bus) = logind() else {
        return eprintln!("{NO_LOGIND}");
    };
    let house = House::new();
    let wish = bus.folder.path().join("config.yaml");
    fs::write(&wish, "keep_awake: on\n").unwrap();
    let session = short(bus.folder.path());
    let session = format!("{session} --config {}", wish.display());
    let standby = "standby --plain --keep-awake".to_owned();
    let flagged = format!("{} --keep-awake", short(bus.folder.path()));
    for (line, how) in [
        (&session, "its end"),
        (&flagged, "its end"),
        (&standby, "q"),
        (&standby, "KILL"),
        (&standby, "TERM"),
    ] {
        let mut run = house.command(&[], line);
        let run = bus.on(&mut run).stdin(Stdio::piped());
        let mut run = run.stdout(Stdio::null()).spawn().unwrap();
        until("a lock", || !locks(&bus).is_empty());
        let held = locks(&bus);
        assert_eq!(held.len(), 1, "{held:?}");
        assert!(held[0].ends_with(" sleep a session is running block"), "{held:?}");
        match how {
            "its end" => {}
            "q" => {
                run.stdin.as_ref().unwrap().write_all(b"q\n").unwrap();
            }
            signal => {
                let process = rustix::process::Pid::from_child(&run);
                let signal = match signal {
                    "KILL" => rustix::process::Signal::KILL,
                    _ => rustix::process::Signal::TERM,
                };
                rustix::process::kill_process(process, signal).unwrap();
            }
        }
        run.wait().unwrap();
        until("no lock", || locks(&bus).is_empty());
    }
    // Not asked for, none is taken.
    let mut run = house.command(&[], &session);
    fs::write(&wish, "keep_awake: off\n").unwrap();
    let run = bus.on(&mut run).stdin(Stdio::null());
    let mut run = run.stdout(Stdio::null()).spawn().unwrap();
    while run.try_wait().unwrap().is_none() {
        assert!(locks(&bus).is_empty());
    }
}

#[test]
fn on_battery_no_lock_is_held_and_the_plug_decides_as_long_as_it_runs() {
    let Some(bus) = logind() else {
        return eprintln!("{NO_LOGIND}");
    };
    let house = House::new();
    let power = bus.folder.path().join("power");
    let write = |file: &str, words: &str| {
        let file = power.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, words).unwrap();
    };
    write("AC/type", "Mains\n");
    write("AC/online", "0\n");
    write("BAT0/type", "Battery\n");
    write("BAT0/status", "Discharging\n");
    let script = "mount --bind \"$0\" /sys/class/power_supply && exec \"$@\"";
    let place = power.display().to_string();
    let under = ["unshare", "--mount", "sh", "-c", script, &place];
    let mut run = house.command(&under, "standby --plain --keep-awake");
    let run = bus.on(&mut run).stdin(Stdio::piped());
    let mut run = run.stdout(Stdio::piped()).spawn().unwrap();
    let words = "The computer is on battery, so it is not kept awake.";
    let mut told = BufReader::new(run.stdout.take().unwrap());
    let mut line = String::new();
    while !line.contains(words) {
        line.clear();
        assert_ne!(told.read_line(&mut line).unwrap(), 0, "no such notice");
    }
    assert!(locks(&bus).is_empty());
    // It looks again after ten seconds.
    write("AC/online", "1\n");
    until("a lock once it is plugged in", || !locks(&bus).is_empty());
    write("AC/online", "0\n");
    until("none once it is not", || locks(&bus).is_empty());
    drop(run.stdin.take());
    let mut rest = String::new();
    told.read_to_string(&mut rest).unwrap();
    assert!(run.wait().unwrap().success() && !rest.contains(words), "{rest}");
}
