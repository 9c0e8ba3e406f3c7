//! Kinds of terminals: few colours and many, plain characters, a slow line.

use std::thread;
use std::time::Duration;

use crate::colors::inks_in;
use crate::terminal::{HOME, Start, Window};
use crate::traces::{frames, left_on};

/// Guide, danger signs, search, keys, session and rescue, then Ctrl-C.
fn look_everywhere(start: Start) -> Window {
    let mut window = start.open();
    window.until("the screen", |window| window.screen().alternate_screen());
    for keys in
        ["2", "e", "\x1b", "/calf", "\x1b", "?", "\x1b", "i", "\x1b", "s", "\r", "c", "\x1b"]
    {
        window.send(keys).settle();
    }
    window.send([3]);
    assert_eq!(window.exit_code(), 130);
    let left = left_on(&window.bytes());
    assert!(left.is_empty(), "{left:?}");
    window
}

/// The number of a colour that is asked for in the form for 256.
fn number_of_256(ink: &str) -> Option<u8> {
    let number = ink.strip_prefix("38;5;").or(ink.strip_prefix("48;5;"))?;
    number.parse().ok()
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
                    ink if number_of_256(ink).is_some_and(|n| n >= 16) => 256,
                    _ => 16,
                };
                assert!(needs <= most, "{term} {colorterm} {theme}: {ink}");
                if theme == "mono" {
                    let marks = ["", "0", "1", "2", "3", "4", "7", "9", "22", "23", "24", "27"];
                    let own = ["39", "49", "59"];
                    assert!(marks.contains(&ink.as_str()) || own.contains(&ink.as_str()), "{ink}");
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
        (("LANG", "C.UTF-8"), &["--no-save", "--color", "never"], false),
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
    for (name, value) in
        [("LC_ALL", "C"), ("LC_CTYPE", "POSIX"), ("LANG", "de_DE.ISO-8859-1"), ("TERM", "linux")]
    {
        for size in [(80, 24), (120, 40), (40, 10)] {
            // `LANG` is set in the bare environment; the others go before it.
            let start = Start::new(&["--no-save"]).sized(size.0, size.1).env(name, value);
            let bytes = look_everywhere(start).bytes();
            let odd: Vec<_> =
                String::from_utf8_lossy(&bytes).chars().filter(|c| !c.is_ascii()).collect();
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
    let mut window = Start::new(&["--no-save"]).slow(Duration::from_millis(5), 10).until(HOME);
    let mut keys = 0;
    for _ in 0..150 {
        window.send("jk?\x1b[A");
        thread::sleep(Duration::from_millis(20));
        window.send("?");
        keys += 5;
    }
    window.feed.hurry();
    window.send([3]);
    assert_eq!(window.exit_code(), 130);
    let bytes = window.bytes();
    let left = left_on(&bytes);
    assert!(left.is_empty(), "{left:?}");
    // Frames that nobody could see were never drawn.
    let drawn = frames(&bytes).0.len();
    assert!(drawn < keys / 5, "{drawn} frames for {keys} keys");
}

#[test]
fn a_terminal_with_one_screen_only_shows_nothing_of_the_shell_between() {
    for (term, theme) in [("linux", "auto"), ("linux", "mono"), ("vt100", "terminal")] {
        let start = Start::new(&["--no-save", "--theme", theme]).env("TERM", term);
        let mut window = start.until(HOME);
        let shown = window.settle().text();
        let bytes = String::from_utf8(window.bytes()).unwrap().replace("\x1b[?1049h", "");
        let mut terminal = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
        terminal.process("SHELL ".repeat(400).as_bytes());
        terminal.process(bytes.as_bytes());
        let rows: Vec<String> = terminal.screen().rows(0, 80).collect();
        let rows: Vec<&str> = rows.iter().map(|row| row.trim_end()).collect();
        assert_eq!(rows.join("\n").trim_end(), shown, "{term} {theme}");
        window.send([3]);
        assert_eq!(window.exit_code(), 130);
    }
}

#[test]
fn a_terminal_with_one_screen_only_is_left_empty_for_the_shell() {
    // The Linux console, a VT100 and GNU screen by default know no other screen:
    // the last frame would stay, with the prompt in its middle.
    for term in ["linux", "vt100", "screen"] {
        let start = Start::new(&["--no-save"]).env("TERM", term);
        let mut window = start.until(HOME);
        window.send("q");
        assert_eq!(window.exit_code(), 0);
        let text = String::from_utf8(window.bytes()).unwrap();
        let text = text.replace("\x1b[?1049h", "").replace("\x1b[?1049l", "");
        let mut terminal = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
        terminal.process(b"$ uncramp\r\n");
        terminal.process(text.as_bytes());
        let screen = terminal.screen();
        assert_eq!(screen.contents().trim(), "", "{term}");
        assert_eq!(screen.cursor_position(), (0, 0), "{term}");
    }
}

/// How much one colour of the 256 stands out on another, as WCAG 2 counts it.
fn contrast(one: vt100::Color, other: vt100::Color) -> f64 {
    let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    let light = |color| {
        let [red, green, blue] = match color {
            vt100::Color::Idx(n @ 16..=231) => {
                [(n - 16) / 36, (n - 16) / 6 % 6, (n - 16) % 6].map(level)
            }
            vt100::Color::Idx(n @ 232..) => [8 + 10 * (n - 232); 3],
            _ => panic!("{color:?} looks different in every window"),
        };
        let linear = |c: u8| (f64::from(c) / 255.0).powf(2.2);
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Every cell has a ground of its own, and every letter stands out on it but for those of a page
/// that is dimmed below another.
#[track_caller]
fn is_readable(screen: &vt100::Screen, (width, height): (u16, u16), dimmed: bool, what: &str) {
    for (row, column) in (0..height).flat_map(|row| (0..width).map(move |column| (row, column))) {
        let cell = screen.cell(row, column).expect("a cell");
        let (ink, ground) = if cell.inverse() {
            (cell.bgcolor(), cell.fgcolor())
        } else {
            (cell.fgcolor(), cell.bgcolor())
        };
        assert_ne!(ground, vt100::Color::Default, "{what}: {row} {column}");
        if !dimmed && cell.contents().contains(char::is_alphanumeric) {
            let contrast = contrast(ink, ground);
            let line = screen.rows(0, width).nth(usize::from(row));
            assert!(contrast >= 4.5, "{what}: {contrast:.2}:1 in {line:?}");
        }
    }
}

#[test]
fn in_a_window_of_any_colour_every_word_stands_out_on_the_ground_of_the_theme() {
    for (theme, size) in [("light", (80, 24)), ("dark", (80, 24)), ("light", (120, 40))] {
        let start = Start::new(&["--no-save", "--theme", theme]).env("COLORFGBG", "0;15");
        let mut window = start.sized(size.0, size.1).open();
        window.until("the screen", |window| window.screen().alternate_screen());
        for keys in [
            "2", "3", "\x1b", "e", "\x1b", "?", "\x1b", "i", "\x1b", "/calf", "\x1b", "d", "\x1b",
            "s",
        ] {
            window.send(keys).settle();
            let dimmed = matches!(keys, "?" | "i" | "s");
            is_readable(window.screen(), size, dimmed, &format!("{theme} after {keys:?}"));
        }
        window.send([3]);
        assert_eq!(window.exit_code(), 130);
    }
}
