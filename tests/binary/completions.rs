//! Completions, typed in the shells that are there.

use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::shell::{run, stdout};

/// A shell, what makes it quiet, and what loads the completions.
const SHELLS: [(&str, &[&str], &str); 3] = [
    (
        "bash",
        &["--norc", "--noprofile", "-i"],
        "bind 'set enable-bracketed-paste off'; eval \"$(uncramp completions bash)\"",
    ),
    (
        "zsh",
        &["-f", "-i"],
        "autoload -U compinit; compinit -D; eval \"$(uncramp completions zsh)\"",
    ),
    ("fish", &["--no-config", "-i"], "uncramp completions fish | source"),
];

/// A shell on a terminal of its own.
struct Typed {
    keys: Box<dyn Write + Send>,
    shown: mpsc::Receiver<Vec<u8>>,
    text: String,
    _child: Box<dyn portable_pty::Child + Send + Sync>,
}

impl Typed {
    fn start(shell: &str, arguments: &[&str], home: &Path) -> Self {
        let pair = native_pty_system().openpty(PtySize {
            rows: 40,
            cols: 200,
            pixel_width: 0,
            pixel_height: 0,
        });
        let pair = pair.unwrap();
        let folder = Path::new(env!("CARGO_BIN_EXE_uncramp")).parent().unwrap();
        let mut command = CommandBuilder::new(shell);
        command.args(arguments);
        command.env_clear();
        command.env("PATH", format!("{}:/usr/bin:/bin", folder.display()));
        command.env("HOME", home);
        command.env("TERM", "dumb");
        command.env("PS1", "$ ");
        command.env("LANG", "C.UTF-8");
        command.cwd(home);
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (sender, shown) = mpsc::channel();
        let read = move || {
            // The terminal lives as long as it is read.
            let _master = pair.master;
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        };
        std::thread::Builder::new().spawn(read).unwrap();
        Self { keys, shown, text: String::new(), _child: child }
    }

    fn type_keys(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Reads until this is shown; says what was shown instead.
    fn wait_for(&mut self, wanted: &str) {
        let end = Instant::now() + Duration::from_secs(30);
        while !self.text.contains(wanted) {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.shown.recv_timeout(left) else {
                panic!("{wanted:?} is not in {:?}", self.text);
            };
            self.text.push_str(&String::from_utf8_lossy(&bytes));
        }
    }

    /// Reads until nothing more is shown for a while.
    fn settle(&mut self) {
        while let Ok(bytes) = self.shown.recv_timeout(Duration::from_millis(500)) {
            self.text.push_str(&String::from_utf8_lossy(&bytes));
        }
    }

    /// The words of the line that this becomes when it is completed.
    fn completed(&mut self, line: &str) -> Vec<String> {
        self.settle();
        self.text.clear();
        self.type_keys(&format!("{line}\t"));
        self.settle();
        // The line is printed instead of run: Ctrl-A goes to its beginning.
        self.type_keys("\x01printf '[%s]' begin \x05 'end'\r");
        self.wait_for("[end]");
        let from = self.text.rfind("[begin]").unwrap() + "[begin]".len();
        let to = self.text[from..].find("[end]").unwrap() + from;
        let words = self.text[from..to].trim_matches(['[', ']']);
        words.split("][").map(str::to_owned).collect()
    }
}

fn exists(shell: &str) -> bool {
    let found = Command::new(shell).arg("-c").arg("true").output().is_ok();
    if !found {
        println!("{shell} is passed over: it is not installed");
    }
    found
}

#[test]
fn bash_completes_commands_values_names_of_the_guide_and_files_with_spaces() {
    completes(SHELLS[0]);
}

#[test]
fn zsh_completes_commands_values_names_of_the_guide_and_files_with_spaces() {
    completes(SHELLS[1]);
}

#[test]
fn fish_completes_commands_values_names_of_the_guide_and_files_with_spaces() {
    completes(SHELLS[2]);
}

fn completes((shell, arguments, load): (&str, &[&str], &str)) {
    if !exists(shell) {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("my guide.yaml"), "").unwrap();
    std::fs::create_dir(home.path().join("folder")).unwrap();
    std::fs::write(home.path().join("folder/inside.yaml"), "").unwrap();
    let mut typed = Typed::start(shell, arguments, home.path());
    typed.type_keys(&format!("{load}; printf '%s\\n' loa''ded\r"));
    typed.wait_for("loaded");
    for (line, words) in [
        ("uncramp stan", &["uncramp", "standby"][..]),
        ("uncramp --theme ni", &["uncramp", "--theme", "night"]),
        ("uncramp stretch --fir", &["uncramp", "stretch", "--first"]),
        ("uncramp show calf-wall-str", &["uncramp", "show", "calf-wall-straight"]),
        ("uncramp now hamst", &["uncramp", "now", "hamstring"]),
        ("uncramp --guide my", &["uncramp", "--guide", "my guide.yaml"]),
        ("uncramp check folder/ins", &["uncramp", "check", "folder/inside.yaml"]),
    ] {
        assert_eq!(typed.completed(line), words, "{shell}: {line}");
    }
    // No space comes after a folder: what is in it may follow.
    typed.settle();
    typed.text.clear();
    typed.type_keys("uncramp check fol\tins\t");
    typed.settle();
    typed.type_keys("\x01printf '[%s]' begin \x05 'end'\r");
    typed.wait_for("[end]");
    assert!(typed.text.contains("[check][folder/inside.yaml]"), "{shell}: {}", typed.text);
    typed.type_keys("exit\r");
}

#[test]
fn the_help_of_completions_names_the_line_for_each_shell() {
    let help = stdout(&run(&["completions", "--help"]));
    for shell in ["bash", "zsh", "fish"] {
        let line = format!("uncramp completions {shell}");
        assert!(help.contains(&line), "{help}");
        let script = stdout(&run(&["completions", shell]));
        assert!(script.contains("UNCRAMP_COMPLETE"), "{script}");
    }
}
