//! No file but its own, and those for nobody else.

use std::os::unix::fs::PermissionsExt;

use crate::house::{EVERY_COMMAND, House, reading, text};

/// A shell that hides nothing from anybody before it starts the program.
const OPEN_HANDED: &[&str] = &["sh", "-c", "umask 000; exec \"$0\" \"$@\""];

#[test]
fn what_only_reads_writes_nothing_at_all() {
    let house = House::new();
    for (line, input) in reading() {
        let output = house.run(OPEN_HANDED, line, input);
        let files = house.files();
        assert!(files.is_empty(), "{line}: {files:?}");
        assert_eq!(
            output.status.code(),
            Some(0),
            "{line}: {}",
            text(&output.stderr)
        );
    }
}

#[test]
fn what_writes_keeps_to_its_folders_and_lets_nobody_else_read() {
    let house = House::new();
    for (line, input) in EVERY_COMMAND {
        let output = house.run(OPEN_HANDED, line, input);
        assert!(output.status.success(), "{line}: {}", text(&output.stderr));
        for file in house.files() {
            let name = file.display().to_string();
            let data = ".local/share/uncramp";
            let config = ".config/uncramp";
            let belongs = [data, config]
                .iter()
                .any(|own| name.starts_with(own) || own.starts_with(&name));
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
