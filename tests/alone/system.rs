//! Any system: no home, nothing writable, a full disk, no locale, no reader.

use std::fs::OpenOptions;
use std::process::{Command, Stdio};

use crate::house::{EVERY_COMMAND, House, ended_well, finish, reading, text};

fn is_no_panic(line: &str, output: &std::process::Output) {
    let said = text(&output.stderr);
    assert!(!said.contains("panicked"), "{line}: {said}");
    assert!(output.status.code().is_some(), "{line}: {:?}", output.status);
    assert_ne!(output.status.code(), Some(101), "{line}: {said}");
}

#[test]
fn without_home_locale_terminal_or_path_everything_that_reads_works() {
    for (line, input) in reading() {
        let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
        command.args(line.split_whitespace()).env_clear();
        let output = finish(&mut command, input);
        is_no_panic(line, &output);
        let needs_home = line.starts_with("diary")
            || line.starts_with("report")
            || line.starts_with("trial")
            || *line == "config path";
        let code = output.status.code().unwrap_or_default();
        assert!(code == 0 || needs_home && code == 1, "{line}: {code} {}", text(&output.stderr));
        assert_eq!(code == 1, !output.stderr.is_empty() && output.stdout.is_empty(), "{line}");
    }
}

#[test]
fn a_home_that_cannot_be_written_is_told_and_harms_nothing_else() {
    for (line, input) in EVERY_COMMAND {
        let house = House::new();
        let mut command = house.command(&[], line);
        // Nobody can make a folder there, not even root.
        command.env("HOME", "/proc/1/no-such-home");
        let output = finish(&mut command, input);
        is_no_panic(line, &output);
        let writes = !reading().any(|(reads, _)| reads == line);
        if output.status.code() != Some(0) {
            assert!(
                writes
                    || line.contains("diary")
                    || line.contains("report")
                    || line.contains("trial"),
                "{line}: {}",
                text(&output.stderr)
            );
            assert!(text(&output.stderr).starts_with("uncramp: "), "{line}");
        }
        assert!(house.files().is_empty(), "{line}");
    }
    let house = House::new();
    let mut log = house.command(&[], "log --pain 3");
    log.env("HOME", "/proc/1/no-such-home");
    assert_eq!(finish(&mut log, "").status.code(), Some(1));
}

/// Everything read-only, the home too.
const READ_ONLY: &str = "folder=$(mktemp -d); mount --rbind / $folder && \
    mount --options-source=disable -o remount,bind,ro $folder || exit 99; \
    cd $folder$PWD; PATH=$PATH:/usr/sbin:/sbin; exec chroot $folder \"$0\" \"$@\"";

#[test]
fn a_system_on_which_nothing_can_be_written_is_told_and_harms_nothing_else() {
    let house = House::new();
    let under = ["unshare", "-rm", "sh", "-c", READ_ONLY];
    let mut refused = 0;
    for (line, input) in EVERY_COMMAND {
        let output = house.run(&under, line, input);
        let said = text(&output.stderr);
        if output.status.code() == Some(99) || said.contains("unshare:") {
            return eprintln!("passed over: {said}");
        }
        is_no_panic(line, &output);
        let reads = reading().any(|(reads, _)| reads == line);
        if reads {
            assert_eq!(output.status.code(), Some(0), "{line}: {said}");
        } else if output.status.code() != Some(0) {
            assert!(said.starts_with("uncramp: "), "{line}: {said}");
            refused += 1;
        }
        assert!(house.files().is_empty(), "{line}");
    }
    assert!(refused >= 3, "{refused}");
    let log = house.run(&under, "log --pain 3", "");
    assert_eq!(log.status.code(), Some(1));
    let said = text(&log.stderr);
    assert!(said.contains("Read-only file system"), "{said}");
}

#[test]
fn a_full_disk_under_stdout_is_told_by_every_command() {
    let Ok(full) = OpenOptions::new().write(true).open("/dev/full") else {
        return eprintln!("passed over: no /dev/full here");
    };
    let house = House::new();
    house.run(&[], "log --pain 2", "");
    for (line, _) in EVERY_COMMAND {
        let mut command = house.command(&[], line);
        command.stdout(full.try_clone().unwrap()).stderr(Stdio::piped());
        let output = command.stdin(Stdio::null()).output().unwrap();
        is_no_panic(line, &output);
        if output.status.code() == Some(0) {
            // Nothing was to be printed.
            let again = house.run(&[], line, "");
            assert!(again.stdout.is_empty(), "{line} lost {}", text(&again.stdout));
        } else {
            assert!(text(&output.stderr).starts_with("uncramp: "), "{line}");
        }
    }
}

/// A file system of a few pages, as full as it can be; `None` where it may not be made.
fn on_a_full_disk(house: &House, line: &str) -> Option<std::process::Output> {
    // The empty file is what a first note leaves that found no room.
    let script = "mkdir -p data && mount -t tmpfs -o size=64k tmpfs data || exit 99; \
                  : > data/diary.db; \
                  dd if=/dev/zero of=data/filler bs=1k 2>/dev/null; exec \"$0\" \"$@\"";
    let under = ["unshare", "-rm", "sh", "-c", script];
    let output = house.run(&under, line, "");
    let refused = output.status.code() == Some(99) || text(&output.stderr).contains("unshare:");
    if refused {
        eprintln!("passed over: {}", text(&output.stderr));
    }
    (!refused).then_some(output)
}

#[test]
fn a_full_disk_under_the_diary_is_told_and_the_rest_works() {
    let house = House::new();
    for line in [
        "--data-dir data/diary log --pain 3",
        "--data-dir data log --pain 3",
        "--data-dir data trial start",
    ] {
        let Some(output) = on_a_full_disk(&house, line) else {
            return;
        };
        is_no_panic(line, &output);
        assert_eq!(output.status.code(), Some(1), "{line}: {}", text(&output.stderr));
        assert!(text(&output.stderr).starts_with("uncramp: "), "{line}");
    }
    let list = on_a_full_disk(&house, "--data-dir data diary list").unwrap();
    assert_eq!(list.status.code(), Some(0), "{}", text(&list.stderr));
    assert!(text(&list.stdout).contains("The diary is empty."));
    let now = on_a_full_disk(&house, "--data-dir data now").unwrap();
    assert_eq!(now.status.code(), Some(0), "{}", text(&now.stderr));
    assert!(text(&now.stdout).contains(" 1. "));
}

#[test]
fn a_reader_that_goes_away_is_success_for_every_command() {
    let house = House::new();
    for (line, input) in EVERY_COMMAND {
        let mut child = house
            .command(&[], line)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes());
        let output = child.wait_with_output().unwrap();
        is_no_panic(line, &output);
        ended_well(line, &output);
    }
}

#[test]
fn eight_programs_that_note_at_once_lose_nothing() {
    let house = House::new();
    let log = |pain: usize| format!("log --pain {pain}");
    let start = |pain| {
        let mut command = house.command(&[], &log(pain));
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command.stderr(Stdio::piped()).spawn().unwrap()
    };
    let running: Vec<_> = (0..8).map(start).collect();
    let ended = running.into_iter().map(|child| {
        let output = child.wait_with_output().unwrap();
        // On a slow disk the others may take longer than one waits; it says so then.
        let said = text(&output.stderr);
        let was_held = output.status.code() == Some(1) && said.contains("held by another");
        assert!(output.status.success() || was_held, "{said}");
        output.status.success()
    });
    let mut logged: Vec<usize> = (0..8).zip(ended).filter_map(|(n, ok)| ok.then_some(n)).collect();
    assert_eq!(pains(&house), logged, "what was said to be logged, and nothing else");
    // The others were told to try again.
    for pain in 0..8 {
        if !logged.contains(&pain) {
            ended_well("again", &house.run(&[], &log(pain), ""));
            logged.push(pain);
        }
    }
    assert_eq!(pains(&house), [0, 1, 2, 3, 4, 5, 6, 7]);
}

/// How much each cramp of the diary hurt, from the least on.
fn pains(house: &House) -> Vec<usize> {
    let list = text(&house.run(&[], "diary list --json", "").stdout);
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let entries = list["entries"].as_array().unwrap().iter();
    let pain = |entry: &serde_json::Value| entry["pain"].as_u64().unwrap();
    let mut pains: Vec<usize> =
        entries.map(|entry| usize::try_from(pain(entry)).unwrap()).collect();
    pains.sort_unstable();
    pains
}

/// A diary of one cramp, one session and one self-trial around this time.
fn diary_of(time: &str) -> String {
    let zone = "+00:00[Etc/UTC]";
    format!(
        "id,kind,at,seconds,pain,routine,completed,skipped,planned,left_ms,right_ms\n\
         1,cramp,{time}T03:10:00{zone},120,5,,,,,,\n\
         2,stretch,{time}T22:00:00{zone},,,bedtime,12,0,12,60000,60000\n\
         3,trial,{time}T22:30:00{zone},,,,,,,,\n"
    )
}

#[test]
fn a_clock_that_was_set_back_or_forward_costs_no_entry_and_no_command() {
    // As seen from entries of the far future and the far past, the clock was set.
    for time in ["2199-12-30", "1971-01-02", "9999-12-29", "-009998-01-05"] {
        let house = House::new();
        std::fs::write(house.home.path().join("all.csv"), diary_of(time)).unwrap();
        let imported = house.run(&[], "diary import all.csv", "");
        assert!(imported.status.success(), "{time}: {}", text(&imported.stderr));
        for line in [
            "diary",
            "diary list",
            "report",
            "report --days 366",
            "trial status",
            "trial stop",
            "log --pain 3",
            "diary undo",
            "diary edit 1 --pain 4",
            "doctor",
            "now",
            "stretch --dry-run",
        ] {
            let output = house.run(&[], line, "");
            is_no_panic(line, &output);
            let code = output.status.code();
            assert!(
                code == Some(0) || line.starts_with("trial") && code == Some(2),
                "{time} {line}: {}",
                text(&output.stderr)
            );
        }
        let list = text(&house.run(&[], "diary list --json", "").stdout);
        let list: serde_json::Value = serde_json::from_str(&list).unwrap();
        assert!(list.to_string().contains(&format!("{time}T03:10:00")), "{list}");
    }
}
