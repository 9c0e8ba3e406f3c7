//! Kinds of terminals: few colours and many, plain characters, a slow line,
//! and a terminal inside a terminal.

use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::colors::inks_in;
use crate::terminal::{HOME, PATIENCE, Start, Window};
use crate::traces::{frames, left_on};

/// Guide, danger signs, search, keys, session and rescue, then Ctrl-C.
fn look_everywhere(start: Start) -> Window {
    let mut window = start.open();
    window.until("the screen", |window| window.screen().alternate_screen());
    for keys in [
        "2", "e", "\x1b", "/calf", "\x1b", "?", "\x1b", "i", "\x1b", "s", "\r", "c", "\x1b",
    ] {
        window.send(keys);
        window.wait_quiet(Duration::from_millis(25));
    }
    window.send([3]);
    assert_eq!(window.exit_code(), 130);
    let left = left_on(&window.bytes());
    assert!(left.is_empty(), "{left:?}");
    window
}

#[test]
fn no_more_colours_are_sent_than_the_terminal_says_it_has() {
    for (term, colorterm, most) in [
        ("vt100", "", 16),
        ("xterm", "", 16),
        ("linux", "", 16),
        ("screen", "", 16),
        ("", "", 16),
        ("xterm-256color", "", 256),
        ("tmux-256color", "", 256),
        ("screen-256color", "", 256),
        ("xterm-256color", "truecolor", 1 << 24),
        ("xterm-kitty", "", 1 << 24),
    ] {
        for theme in ["night", "light", "mono"] {
            let start = Start::new(&["--no-save", "--theme", theme])
                .env("TERM", term)
                .env("COLORTERM", colorterm);
            let bytes = look_everywhere(start).bytes();
            for ink in inks_in(&bytes) {
                let needs = match ink.as_str() {
                    ink if ink.starts_with("38;2;") || ink.starts_with("48;2;") => 1 << 24,
                    ink if ink.starts_with("38;5;") || ink.starts_with("48;5;") => 256,
                    _ => 16,
                };
                assert!(needs <= most, "{term} {colorterm} {theme}: {ink}");
                if theme == "mono" {
                    assert!(
                        matches!(
                            ink.as_str(),
                            "" | "0"
                                | "1"
                                | "2"
                                | "3"
                                | "4"
                                | "7"
                                | "9"
                                | "22"
                                | "23"
                                | "24"
                                | "27"
                        ),
                        "{ink}"
                    );
                }
                // At night nothing is blue.
                if let (Some(color), "night") = (ink.strip_prefix("38;2;"), theme) {
                    assert!(color.ends_with(";0"), "{ink}");
                }
            }
        }
    }
}

#[test]
fn colour_is_forced_and_forbidden_as_asked() {
    for (variable, args, colored) in [
        (("CLICOLOR_FORCE", "1"), &["--no-save"][..], true),
        (("NO_COLOR", "1"), &["--no-save"], false),
        (("NO_COLOR", "1"), &["--no-save", "--color", "always"], true),
        (("NO_COLOR", ""), &["--no-save"], true),
        (
            ("LANG", "C.UTF-8"),
            &["--no-save", "--color", "never"],
            false,
        ),
    ] {
        let start = Start::new(args).env(variable.0, variable.1);
        let bytes = look_everywhere(start).bytes();
        let is_color = |ink: &String| {
            ink.starts_with('3') && ink.len() > 1 || ink.starts_with('4') && ink.len() > 1
        };
        let found = inks_in(&bytes).iter().any(is_color);
        assert_eq!(found, colored, "{variable:?} {args:?}");
    }
}

#[test]
fn without_utf_8_nothing_but_ascii_is_sent() {
    for (name, value) in [
        ("LC_ALL", "C"),
        ("LC_CTYPE", "POSIX"),
        ("LANG", "de_DE.ISO-8859-1"),
        ("TERM", "linux"),
    ] {
        for size in [(80, 24), (120, 40), (40, 10)] {
            // `LANG` is set in the bare environment; the others go before it.
            let start = Start::new(&["--no-save"])
                .sized(size.0, size.1)
                .env(name, value);
            let bytes = look_everywhere(start).bytes();
            let odd: Vec<_> = String::from_utf8_lossy(&bytes)
                .chars()
                .filter(|c| !c.is_ascii())
                .collect();
            assert!(odd.is_empty(), "{name}={value}: {odd:?}");
        }
    }
}

#[test]
fn a_terminal_without_a_name_or_a_locale_works() {
    for names in [["TERM", "LANG"], ["LC_ALL", "COLORTERM"]] {
        let mut start = Start::new(&["--no-save"]);
        for name in names {
            start = start.env(name, "");
        }
        look_everywhere(start);
    }
}

#[test]
fn a_slow_line_gets_the_newest_screen_and_no_key_is_lost() {
    // 2,000 bytes a second, as over a bad phone line.
    let mut window = Start::new(&["--no-save"])
        .slow(Duration::from_millis(5), 10)
        .until(HOME);
    let mut keys = 0;
    for _ in 0..150 {
        window.send("jk?\x1b[A");
        thread::sleep(Duration::from_millis(20));
        window.send("?");
        keys += 5;
    }
    window.send([3]);
    assert_eq!(window.exit_code(), 130);
    let bytes = window.bytes();
    let left = left_on(&bytes);
    assert!(left.is_empty(), "{left:?}");
    // Frames that nobody could see were never drawn.
    let drawn = frames(&bytes).0.len();
    assert!(drawn < keys / 5, "{drawn} frames for {keys} keys");
}

/// `tmux` with a server of its own; `None` where it is not installed.
struct Tmux {
    socket: tempfile::TempDir,
}

impl Tmux {
    fn start(command: &str) -> Option<Self> {
        let socket = tempfile::tempdir().unwrap();
        let tmux = Self { socket };
        let begun = tmux.command(&[
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            "80",
            "-y",
            "24",
            command,
        ]);
        match begun {
            Some(_) => Some(tmux),
            None => {
                eprintln!("passed over: tmux does not start here");
                None
            }
        }
    }

    fn command(&self, args: &[&str]) -> Option<String> {
        let output = Command::new("tmux")
            .arg("-S")
            .arg(self.socket.path().join("socket"))
            .args(args)
            .env("LC_ALL", "C.UTF-8")
            .env("HOME", self.socket.path())
            .stdin(Stdio::null())
            .output()
            .ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    #[track_caller]
    fn wait_for(&self, words: &str) {
        let begin = Instant::now();
        loop {
            let screen = self.command(&["capture-pane", "-p"]).unwrap_or_default();
            if screen.contains(words) {
                return;
            }
            assert!(
                begin.elapsed() < PATIENCE,
                "it hangs: no {words} in\n{screen}"
            );
            thread::sleep(Duration::from_millis(30));
        }
    }

    fn send(&self, keys: &[&str]) {
        let args: Vec<&str> = ["send-keys"].iter().chain(keys).copied().collect();
        self.command(&args).unwrap();
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.command(&["kill-server"]);
    }
}

#[test]
fn inside_tmux_it_draws_resizes_and_gives_the_screen_back() {
    let program = env!("CARGO_BIN_EXE_uncramp");
    let Some(tmux) = Tmux::start("sh") else {
        return;
    };
    tmux.send(&[
        "echo before; ",
        "'",
        program,
        "' --no-save; echo left with $?",
        "Enter",
    ]);
    tmux.wait_for(HOME);
    tmux.send(&["?"]);
    tmux.wait_for("PgDn");
    tmux.send(&["Escape"]);
    tmux.wait_for(HOME);
    tmux.command(&["resize-window", "-x", "120", "-y", "40"])
        .unwrap();
    tmux.wait_for("│");
    tmux.send(&["c"]);
    tmux.wait_for("calf");
    tmux.send(&["C-c"]);
    tmux.wait_for("left with 130");
    let screen = tmux.command(&["capture-pane", "-p"]).unwrap();
    assert!(
        screen.contains("before") && !screen.contains(HOME),
        "{screen}"
    );
}
