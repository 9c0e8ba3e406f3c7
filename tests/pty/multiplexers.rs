//! Inside the real tmux and the real GNU screen, under a real shell: start,
//! keys, a new size, Ctrl-Z and `fg`, leaving; each is passed over, with a word,
//! where it is not installed.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::patience::Patience;
use crate::terminal::HOME;

/// A terminal inside a terminal, with a shell in it.
trait Inside {
    /// Types this; a line break is Enter.
    fn send(&self, keys: &str);
    /// What it shows.
    fn text(&self) -> String;
    /// Gives it another size.
    fn resize(&self, width: u16, height: u16);

    /// Waits until this is so.
    #[track_caller]
    fn until(&self, what: &str, is_so: impl Fn(&str) -> bool) {
        let mut patience = Patience::new();
        loop {
            let text = self.text();
            if is_so(&text) {
                return;
            }
            assert!(!patience.ends(), "it hangs: no {what} in\n{text}");
            thread::sleep(Duration::from_millis(30));
        }
    }

    /// Waits for these words, also where they stand across the end of a line.
    #[track_caller]
    fn wait_for(&self, words: &str) {
        let flat = words.replace('\n', "");
        self.until(words, |text| text.replace('\n', "").contains(&flat));
    }

    /// Waits until the shell asks for the next command below these words.
    #[track_caller]
    fn wait_for_prompt(&self, words: &str) {
        self.until("a prompt", |text| {
            let (before, after) = text.split_once(words).unwrap_or_default();
            !before.is_empty() && after.trim_end().ends_with('$')
        });
    }
}

/// What only a wide window shows beside the first page.
const WIDE: &str = "A cramp now: calf";

/// What surrounds the shell in either.
fn surroundings(home: &Path) -> [(&'static str, String); 6] {
    let path = std::env::var("PATH").unwrap_or_default();
    [
        ("PATH", path),
        ("LC_ALL", "C.UTF-8".to_owned()),
        ("HOME", home.display().to_string()),
        ("SHELL", "/bin/sh".to_owned()),
        ("PS1", "$ ".to_owned()),
        ("TERM", "xterm-256color".to_owned()),
    ]
}

fn surround(command: &mut Command, home: &Path) {
    command.env_clear().envs(surroundings(home));
    command.current_dir(home).stdin(Stdio::null());
}

fn cells(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, ..PtySize::default() }
}

/// Output of a command that succeeds.
fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(text)
}

/// `tmux` with a server of its own.
struct Tmux(tempfile::TempDir);

impl Tmux {
    fn start() -> Option<Self> {
        let tmux = Self(tempfile::tempdir().unwrap());
        let new = ["-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "sh -i"];
        if tmux.command(&new).is_none() {
            eprintln!("passed over: tmux does not start here");
            return None;
        }
        tmux.wait_for("$");
        Some(tmux)
    }

    fn command(&self, args: &[&str]) -> Option<String> {
        let mut command = Command::new("tmux");
        surround(&mut command, self.0.path());
        command.arg("-S").arg(self.0.path().join("socket"));
        output(command.args(args))
    }

    /// Every mode of the terminal that tmux knows of, and its title.
    fn modes(&self) -> String {
        let names = [
            "alternate_on",
            "cursor_flag",
            "insert_flag",
            "keypad_cursor_flag",
            "keypad_flag",
            "mouse_any_flag",
            "mouse_sgr_flag",
            "origin_flag",
            "wrap_flag",
            "pane_title",
            "scroll_region_upper",
            "scroll_region_lower",
        ];
        let format: Vec<String> = names.map(|name| format!("{name}=#{{{name}}}")).into();
        self.command(&["display-message", "-p", &format.join(" ")]).unwrap()
    }

    /// The screen with its colours.
    fn colored(&self) -> String {
        self.command(&["capture-pane", "-p", "-e"]).unwrap()
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.command(&["kill-server"]);
    }
}

impl Inside for Tmux {
    fn send(&self, keys: &str) {
        let bytes: Vec<String> = keys.bytes().map(|byte| format!("{byte:x}")).collect();
        let args = ["send-keys", "-H"].into_iter();
        let args: Vec<&str> = args.chain(bytes.iter().map(String::as_str)).collect();
        self.command(&args).unwrap();
    }

    fn text(&self) -> String {
        self.command(&["capture-pane", "-p"]).unwrap_or_default()
    }

    fn resize(&self, width: u16, height: u16) {
        let (width, height) = (width.to_string(), height.to_string());
        let args = ["resize-window", "-x", &width, "-y", &height];
        self.command(&args).unwrap();
    }
}

/// GNU screen with its sockets in a folder of its own, attached to a window.
struct GnuScreen {
    folder: tempfile::TempDir,
    window: Box<dyn MasterPty + Send>,
}

impl GnuScreen {
    /// With another screen for programs as an option; without one by default.
    fn start(config: &str) -> Option<Self> {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
        fs::write(folder.path().join("rc"), config).unwrap();
        let pair = native_pty_system().openpty(cells(80, 24)).unwrap();
        let mut command = CommandBuilder::new("screen");
        command.env_clear();
        for (name, value) in surroundings(folder.path()) {
            command.env(name, value);
        }
        command.env("SCREENDIR", folder.path());
        command.cwd(folder.path());
        command.args(["-c", "rc", "-S", "proof", "sh", "-i"]);
        if pair.slave.spawn_command(command).is_err() {
            eprintln!("passed over: GNU screen does not start here");
            return None;
        }
        let mut shown = pair.master.try_clone_reader().unwrap();
        // What it draws on its window is not looked at: it is asked for its own copy.
        let drain = move || std::io::copy(&mut shown, &mut std::io::sink());
        thread::Builder::new().spawn(drain).unwrap();
        let window = pair.master;
        let screen = Self { folder, window };
        screen.wait_for("$");
        Some(screen)
    }

    fn command(&self, args: &[&str]) -> Option<String> {
        let mut command = Command::new("screen");
        surround(&mut command, self.folder.path());
        command.env("SCREENDIR", self.folder.path());
        output(command.args(["-S", "proof"]).args(args))
    }
}

impl Drop for GnuScreen {
    fn drop(&mut self) {
        self.command(&["-X", "quit"]);
    }
}

/// A copy that has not come after so many looks does not come, and is asked for again.
const MOST_LOOKS: u32 = 500;

impl Inside for GnuScreen {
    fn send(&self, keys: &str) {
        // Every byte in octal: nothing is a name or a control mark to screen.
        let mut bytes = String::new();
        for byte in keys.bytes() {
            let _ = write!(bytes, "\\{byte:03o}");
        }
        self.command(&["-X", "stuff", &bytes]).unwrap();
    }

    fn text(&self) -> String {
        let file = self.folder.path().join("hardcopy");
        let name = file.display().to_string();
        // It answers before it has written: an old copy must not be taken for the new one, nor
        // a part for the whole.
        let _ = fs::remove_file(&file);
        if self.command(&["-X", "hardcopy", &name]).is_none() {
            return String::new();
        }
        let mut last = Vec::new();
        for _ in 0..MOST_LOOKS {
            let text = fs::read(&file).unwrap_or_default();
            if !text.is_empty() && text == last {
                break;
            }
            last = text;
            thread::sleep(Duration::from_millis(10));
        }
        String::from_utf8_lossy(&last).into_owned()
    }

    fn resize(&self, width: u16, height: u16) {
        self.window.resize(cells(width, height)).unwrap();
    }
}

/// What was there before is there, and the program's own lines below it.
#[track_caller]
fn is_as_before(before: &str, inside: &impl Inside) {
    let before = before.trim_end();
    inside.until("screen as before", |text| text.starts_with(before) && !text.contains(HOME));
}

/// Starts it under this shell, uses it, stops it and goes on, and leaves it.
/// `state` says what must be the same before, while stopped, and after.
fn goes_through<I: Inside>(inside: &I, state: impl Fn(&I) -> String) {
    inside.send("printf '\\033[31m%s\\033[0m\\n' before; stty -a > settings\r");
    inside.wait_for_prompt("\nbefore");
    let command = format!("'{}' --no-save", env!("CARGO_BIN_EXE_uncramp"));
    inside.send(&command);
    inside.wait_for("--no-save");
    let (before, modes) = (inside.text(), state(inside));
    inside.send("\r");
    inside.wait_for(HOME);
    inside.send("?");
    inside.wait_for("PgDn");
    inside.send("\x1b");
    inside.wait_for(HOME);
    inside.resize(120, 40);
    inside.wait_for(WIDE);
    inside.resize(80, 24);
    inside.until("the narrow page", |text| text.contains(HOME) && !text.contains(WIDE));
    inside.send("c");
    inside.wait_for("it has let go");
    inside.send("\x1a");
    inside.wait_for_prompt("Stopped");
    is_as_before(&before, inside);
    assert_eq!(state(inside), modes);
    inside.send("fg\r");
    inside.wait_for("it has let go");
    inside.send("\x1b");
    inside.wait_for(HOME);
    inside.send("q");
    // What is typed before the shell has its line settings back is not what it reads.
    inside.wait_for_prompt("fg\n");
    inside.send("echo left with $?; stty -a | diff settings - && echo same\r");
    inside.until("left as it was", |text| text.contains("\nleft with 0\nsame\n"));
    is_as_before(&before, inside);
    assert_eq!(state(inside), modes);
}

/// Where there is one screen only, nothing of the shell stands between what the program draws.
fn owns_every_cell(inside: &impl Inside, arguments: &str) {
    inside.send("for n in $(seq 40); do echo SHELL SHELL SHELL SHELL; done\r");
    inside.until("the shell's lines", |text| {
        text.lines().filter(|line| line.starts_with("SHELL SHELL")).count() > 20
    });
    let program = env!("CARGO_BIN_EXE_uncramp");
    inside.send(&format!("'{program}' --no-save {arguments}\r"));
    inside.wait_for("Swollen, hot");
    inside.until("a screen of its own", |text| !text.contains("SHELL"));
    inside.send("\x03");
    inside.until("a clean prompt", |text| text.trim_end() == "$");
}

#[test]
fn tmux_without_another_screen_shows_nothing_of_the_shell_inside() {
    let Some(tmux) = Tmux::start() else { return };
    tmux.command(&["set", "-g", "alternate-screen", "off"]).unwrap();
    for arguments in ["--theme dark", "--theme terminal now", "--color never stretch"] {
        owns_every_cell(&tmux, arguments);
    }
}

#[test]
fn gnu_screen_as_it_ships_shows_nothing_of_the_shell_inside() {
    let Some(screen) = GnuScreen::start("startup_message off\n") else { return };
    for arguments in ["--theme dark", "--ascii --theme mono now", "--theme terminal stretch"] {
        owns_every_cell(&screen, arguments);
    }
}

#[test]
fn modes_that_a_crashed_program_left_on_move_and_garble_nothing() {
    let Some(tmux) = Tmux::start() else { return };
    // Insert mode; an origin inside a scroll region; line-drawing letters in either set.
    for left_on in ["\\033[4h", "\\033[5;10r\\033[?6h", "\\033(0", "\\033)0\\016"] {
        let program = env!("CARGO_BIN_EXE_uncramp");
        tmux.send(&format!("clear; printf '{left_on}'; '{program}' --no-save\r"));
        tmux.wait_for(HOME);
        let second = |text: &str| text.lines().nth(1).unwrap_or_default().trim_end().to_owned();
        let before = second(&tmux.text());
        tmux.send("\x1b[B\x1b[B");
        tmux.until("the third line selected", |text| text.contains("\u{258c} 3  "));
        let text = tmux.text();
        assert!(before.starts_with(" \u{256d}\u{2500} What do you need?"), "{left_on}: {text}");
        assert_eq!(second(&text), before, "{left_on}");
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{left_on}: {text}");
        assert_eq!(text.matches("\u{2502}").count() % 2, 0, "{left_on}: {text}");
        tmux.send("q");
        tmux.until("a prompt", |text| text.trim_end().ends_with('$'));
    }
}

#[test]
fn tmux_and_the_shell_in_it_get_their_screen_back() {
    let Some(tmux) = Tmux::start() else { return };
    goes_through(&tmux, Tmux::modes);
    assert!(tmux.colored().contains("\x1b[31mbefore"), "{}", tmux.colored());
}

#[test]
fn gnu_screen_and_the_shell_in_it_get_their_screen_back() {
    let config = "altscreen on\nstartup_message off\ndefutf8 on\n";
    let Some(screen) = GnuScreen::start(config) else {
        return;
    };
    goes_through(&screen, |_| String::new());
}

#[test]
fn gnu_screen_that_has_one_screen_only_is_left_with_a_clean_prompt() {
    let config = "startup_message off\ndefutf8 on\n";
    let Some(screen) = GnuScreen::start(config) else {
        return;
    };
    let program = env!("CARGO_BIN_EXE_uncramp");
    screen.send(&format!("'{program}' --no-save; echo left with $?\r"));
    screen.wait_for(HOME);
    screen.send("q");
    screen.until("clean prompt", |text| text.trim_end() == "left with 0\n$");
}
