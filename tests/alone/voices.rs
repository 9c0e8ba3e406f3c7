//! The voice of a session: a real one into a file, and one that is slow, without delaying the clock.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::house::{House, a_while, finish, text};
use crate::programs::GUIDE;

const LINE: &str = "stretch --plain --no-log --ready 1s --hold 2s --rest 0 --repeat 1";

/// How long the plan of `LINE` takes: two stretches of ready, hold, change, hold.
const TOTAL: Duration = Duration::from_secs(16);

#[test]
fn a_real_voice_speaks_into_a_file() {
    let installed = Command::new("espeak-ng").arg("--version").output();
    if installed.is_err() {
        eprintln!("passed over: espeak-ng is not installed");
        return;
    }
    let house = House::new();
    let spoken = tempfile::tempdir().unwrap();
    let sound = spoken.path().join("said.wav");
    let mut command = house.command(&[], LINE);
    let voice = format!("espeak-ng -w {}", sound.display());
    command.arg("--voice").arg(voice);
    let began = Instant::now();
    let mut heard = Vec::new();
    let run = std::thread::scope(|scope| {
        let run = scope.spawn(|| finish(&mut command, ""));
        while !run.is_finished() {
            // Each sentence takes the place of the one before.
            let wave = fs::read(&sound).unwrap_or_default();
            if wave.starts_with(b"RIFF") && !heard.contains(&wave.len()) {
                heard.push(wave.len());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        run.join().unwrap()
    });
    let took = began.elapsed();
    assert!(run.status.success(), "{}", text(&run.stderr));
    // "Get ready" with the name of a stretch, "hold", "change", "three", "two", "one", "done".
    assert!(heard.len() >= 4, "{heard:?}");
    assert!(heard.iter().any(|bytes| *bytes > 60_000), "{heard:?}");
    assert!(
        took >= TOTAL && took < TOTAL + Duration::from_secs(6),
        "{took:?}"
    );
}

#[test]
fn a_voice_that_never_stops_talking_delays_nothing_and_ends_with_the_session() {
    let house = House::new();
    let tools = tempfile::tempdir().unwrap();
    let (program, notes) = (tools.path().join("slow"), tools.path().join("notes"));
    let script = format!(
        "#!/bin/sh\necho $$ >> '{}'\nexec sleep 600\n",
        notes.display()
    );
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = house.command(&[], LINE);
    command.arg("--voice").arg(&program);
    let began = Instant::now();
    let output = finish(&mut command, "");
    let took = began.elapsed();
    assert!(output.status.success(), "{}", text(&output.stderr));
    // The last words get three seconds.
    assert!(
        took >= TOTAL && took < TOTAL + Duration::from_secs(6),
        "{took:?}"
    );
    let processes = fs::read_to_string(&notes).unwrap();
    assert!(processes.lines().count() >= 6, "{processes}");
    for process in processes.lines() {
        let is_left = fs::read_to_string(format!("/proc/{process}/cmdline"));
        assert!(!is_left.is_ok_and(|words| words.contains("sleep")));
    }
}

#[test]
fn the_last_words_are_said_to_their_end() {
    let house = House::new();
    let tools = tempfile::tempdir().unwrap();
    let (program, notes) = (tools.path().join("slow"), tools.path().join("notes"));
    let script = format!(
        "#!/bin/sh\nsleep 0.5\necho \"$*\" >> '{}'\n",
        notes.display()
    );
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let guide = tools.path().join("guide.yaml");
    fs::write(&guide, GUIDE).unwrap();
    let mut command = house.command(&[], "stretch --plain --no-log");
    command.arg("--guide").arg(&guide);
    let output = finish(command.arg("--voice").arg(&program), "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let said = fs::read_to_string(&notes).unwrap_or_default();
    assert!(said.lines().last().unwrap().starts_with("Done"), "{said}");
}

#[test]
fn a_missing_voice_is_one_notice_and_the_session_goes_on() {
    let house = House::new();
    let mut none = house.command(&[], LINE);
    none.args(["--voice", "auto"])
        .env("PATH", house.home.path());
    let mut wrong = house.command(&[], LINE);
    wrong.args(["--voice", "/no/such/voice"]);
    for (mut command, words) in [
        (none, "No voice was found"),
        (wrong, "`/no/such/voice` does not start"),
    ] {
        let told = a_while(&mut command);
        assert_eq!(told.matches(words).count(), 1, "{told}");
        assert!(told.contains("Hold, left leg"), "{told}");
    }
}

#[test]
fn muting_takes_back_what_the_speech_service_has_not_said_yet_and_ends_a_sound() {
    let house = House::new();
    let tools = tempfile::tempdir().unwrap();
    let write = |name: &str, script: &str| {
        let program = tools.path().join(name);
        fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        program
    };
    let notes = tools.path().join("notes");
    write("spd-say", &format!("echo \"$*\" >> '{}'", notes.display()));
    let horn = tools.path().join("horn-runs");
    let sound = write(
        "horn",
        &format!("echo $$ > '{}'; exec sleep 600", horn.display()),
    );
    let mut command = house.command(&[], "stretch --plain --no-log --hold 20 --voice auto");
    let path = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{}:{path}", tools.path().display()));
    command.arg("--sound").arg(&sound);
    let mut run = command
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut keys = run.stdin.take().unwrap();
    let until = |what: &str, holds: &dyn Fn() -> bool| {
        let began = Instant::now();
        while !holds() {
            assert!(began.elapsed() < Duration::from_secs(20), "never: {what}");
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    let said = || fs::read_to_string(&notes).unwrap_or_default();
    until("it speaks", &|| {
        said().starts_with("Get ready.") && horn.exists()
    });
    keys.write_all(b"m\n").unwrap();
    until("taken back", &|| said().lines().nth(1) == Some("--cancel"));
    let process = fs::read_to_string(&horn).unwrap();
    let stat = format!("/proc/{}/stat", process.trim());
    until("the sound ends", &|| {
        fs::read_to_string(&stat).map_or(true, |stat| stat.contains(") Z "))
    });
    keys.write_all(b"q\n").unwrap();
    assert!(run.wait().unwrap().success());
    assert_eq!(said().lines().count(), 2, "{}", said());
}
