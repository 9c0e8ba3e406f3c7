//! No file but its own, and those for nobody else.

use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

use crate::house::{EVERY_COMMAND, House, ended_well, reading, until};

/// A shell that hides nothing from anybody before it starts the program.
const OPEN_HANDED: &[&str] = &["sh", "-c", "umask 000; exec \"$0\" \"$@\""];

#[test]
fn what_only_reads_writes_nothing_at_all() {
    let house = House::new();
    for (line, input) in reading() {
        let output = house.run(OPEN_HANDED, line, input);
        let files = house.files();
        assert!(files.is_empty(), "{line}: {files:?}");
        ended_well(line, &output);
    }
}

#[test]
fn what_writes_keeps_to_its_folders_and_lets_nobody_else_read() {
    let house = House::new();
    for (line, input) in EVERY_COMMAND {
        let output = house.run(OPEN_HANDED, line, input);
        ended_well(line, &output);
        for file in house.files() {
            let name = file.display().to_string();
            let data = ".local/share/uncramp";
            let config = ".config/uncramp";
            let belongs =
                [data, config].iter().any(|own| name.starts_with(own) || own.starts_with(&name));
            assert!(belongs, "{line} wrote {name}");
            let mode = house.home.path().join(&file).metadata().unwrap();
            let mode = mode.permissions().mode() & 0o777;
            if name == data {
                assert_eq!(mode, 0o700, "{line}: {name}");
            } else if name.starts_with(data) {
                assert_eq!(mode, 0o600, "{line}: {name}");
            }
        }
    }
    assert!(house.files().len() > 2, "{:?}", house.files());
}

#[test]
fn nobody_else_reads_the_diary_while_it_is_open_either() {
    let house = House::new();
    let mut command = house.command(OPEN_HANDED, "stretch --plain");
    let command = command.stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.stderr(Stdio::null()).spawn().unwrap();
    let data = house.home.path().join(".local/share/uncramp");
    let open = data.join("diary.db-wal");
    until("the diary is open", || open.exists());
    let modes: Vec<_> = std::fs::read_dir(&data)
        .unwrap()
        .map(|file| file.unwrap())
        .map(|file| (file.file_name(), file.metadata().unwrap().permissions().mode() & 0o777))
        .collect();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(modes.len() >= 2, "{modes:?}");
    assert!(modes.iter().all(|(_, mode)| *mode == 0o600), "{modes:?}");
}
