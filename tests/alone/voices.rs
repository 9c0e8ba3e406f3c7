//! The voice of a session: a real one into a file, and one that is slow, without delaying the clock.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::house::{House, finish, program, text, until, until_said};
use crate::programs::GUIDE;

const LINE: &str = "stretch --plain --no-log --ready 3s --hold 2s --rest 0 --repeat 1";

/// How long the plan of `LINE` takes: two stretches of ready, hold, change, hold.
const TOTAL: Duration = Duration::from_secs(20);

#[test]
fn a_real_voice_speaks_into_a_file() {
    let installed = Command::new("espeak-ng").arg("--version").output();
    if installed.is_err() {
        eprintln!("passed over: espeak-ng is not installed");
        return;
    }
    let (house, tools) = (House::new(), tempfile::tempdir().unwrap());
    let spoken = tempfile::tempdir().unwrap();
    // Each sentence into a file of its own.
    let script = format!("exec espeak-ng -w '{}'/$$ \"$@\"", spoken.path().display());
    let voice = program(tools.path(), "voice", &script);
    let mut command = house.command(&[], LINE);
    command.arg("--voice").arg(&voice);
    let began = Instant::now();
    let run = finish(&mut command, "");
    assert!(run.status.success(), "{}", text(&run.stderr));
    assert!(began.elapsed() >= TOTAL, "{:?}", began.elapsed());
    let mut heard: Vec<usize> = fs::read_dir(spoken.path())
        .unwrap()
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .filter(|wave| wave.starts_with(b"RIFF"))
        .map(|wave| wave.len())
        .collect();
    heard.sort_unstable();
    heard.dedup();
    // "Get ready" with the name of a stretch, "hold", "change", "three", "two", "one", "done";
    // on a busy machine some are cut off by the next before they have begun.
    assert!(heard.len() >= 3, "{heard:?}");
    assert!(heard.iter().any(|bytes| *bytes > 60_000), "{heard:?}");
}

#[test]
fn a_voice_that_never_stops_talking_delays_nothing_and_ends_with_the_session() {
    let house = House::new();
    let tools = tempfile::tempdir().unwrap();
    let notes = tools.path().join("notes");
    let script = format!("echo $$ >> '{}'\nexec sleep 600", notes.display());
    let voice = program(tools.path(), "slow", &script);
    let mut command = house.command(&[], LINE);
    command.arg("--voice").arg(&voice);
    let began = Instant::now();
    let output = finish(&mut command, "");
    let took = began.elapsed();
    assert!(output.status.success(), "{}", text(&output.stderr));
    // It would wait ten minutes for each sentence. No verdict on speed.
    let waiting = Duration::from_secs(600);
    assert!(took >= TOTAL && took < TOTAL + waiting, "{took:?}");
    let processes = fs::read_to_string(&notes).unwrap();
    assert!(processes.lines().count() >= 3, "{processes}");
    for process in processes.lines() {
        let is_left = fs::read_to_string(format!("/proc/{process}/cmdline"));
        assert!(!is_left.is_ok_and(|words| words.contains("sleep\u{0}600")));
    }
}

#[test]
fn the_last_words_are_said_to_their_end() {
    let house = House::new();
    let tools = tempfile::tempdir().unwrap();
    let notes = tools.path().join("notes");
    let script = format!("sleep 0.2\necho \"$*\" >> '{}'", notes.display());
    let guide = tools.path().join("guide.yaml");
    fs::write(&guide, GUIDE).unwrap();
    // The second one hands the words to a service, which would be told to stop.
    for name in ["slow", "spd-say"] {
        let voice = program(tools.path(), name, &script);
        let mut command = house.command(&[], "stretch --plain --no-log");
        command.arg("--guide").arg(&guide);
        let output = finish(command.arg("--voice").arg(&voice), "");
        assert!(output.status.success(), "{}", text(&output.stderr));
        let said = fs::read_to_string(&notes).unwrap_or_default();
        assert!(said.lines().last().unwrap().starts_with("Done"), "{name}: {said}");
    }
}

#[test]
fn a_missing_voice_is_one_notice_and_the_session_goes_on() {
    let house = House::new();
    let mut none = house.command(&[], LINE);
    none.args(["--voice", "auto"]).env("PATH", house.home.path());
    let mut wrong = house.command(&[], LINE);
    wrong.args(["--voice", "/no/such/voice"]);
    for (mut command, words) in
        [(none, "No voice was found"), (wrong, "`/no/such/voice` does not start")]
    {
        let told = until_said(&mut command, &[words, "Hold, left leg"]);
        assert_eq!(told.matches(words).count(), 1, "{told}");
        assert!(told.contains("Hold, left leg"), "{told}");
    }
}

#[test]
fn muting_takes_back_what_the_speech_service_has_not_said_yet_and_ends_a_sound() {
    let house = House::new();
    let tools = tempfile::tempdir().unwrap();
    let write = |name: &str, script: &str| program(tools.path(), name, script);
    let notes = tools.path().join("notes");
    write("spd-say", &format!("echo \"$*\" >> '{}'", notes.display()));
    let horn = tools.path().join("horn-runs");
    let sound = write("horn", &format!("echo $$ > '{}'; exec sleep 600", horn.display()));
    let mut command = house.command(&[], "stretch --plain --no-log --ready 300 --voice auto");
    let path = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{}:{path}", tools.path().display()));
    command.arg("--sound").arg(&sound);
    let mut run =
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut keys = run.stdin.take().unwrap();
    let said = || fs::read_to_string(&notes).unwrap_or_default();
    until("it speaks", || {
        said().starts_with("Get ready.")
            && fs::read_to_string(&horn).is_ok_and(|number| number.ends_with('\n'))
    });
    keys.write_all(b"m\n").unwrap();
    until("taken back", || said().lines().nth(1) == Some("--cancel"));
    let process = fs::read_to_string(&horn).unwrap();
    let stat = format!("/proc/{}/stat", process.trim());
    until("the sound ends", || {
        fs::read_to_string(&stat).map_or(true, |stat| stat.contains(") Z "))
    });
    keys.write_all(b"q\n").unwrap();
    assert!(run.wait().unwrap().success());
    assert_eq!(said().lines().count(), 2, "{}", said());
}

#[test]
fn leaving_takes_back_what_a_slow_speech_service_has_not_said_yet() {
    let house = House::new();
    let tools = tempfile::tempdir().unwrap();
    let notes = tools.path().join("notes");
    // It is slow to reach the service.
    let script =
        format!("[ \"$1\" = --cancel ] && sleep 0.1\necho \"$*\" >> '{}'", notes.display());
    program(tools.path(), "spd-say", &script);
    let path = std::env::var("PATH").unwrap_or_default();
    for keys in ["q\n", "m\nq\n"] {
        let mut command = house.command(&[], "stretch --plain --no-log --ready 300 --voice auto");
        command.env("PATH", format!("{}:{path}", tools.path().display()));
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut run = command.spawn().unwrap();
        let said = || fs::read_to_string(&notes).unwrap_or_default();
        until("it speaks", || said().starts_with("Get ready."));
        run.stdin.take().unwrap().write_all(keys.as_bytes()).unwrap();
        assert!(run.wait().unwrap().success());
        assert_eq!(said().lines().nth(1), Some("--cancel"), "{keys}");
        fs::remove_file(&notes).unwrap();
    }
}
