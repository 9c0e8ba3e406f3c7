//! Colours, and terminals that have none.

use crate::terminal::{HOME, Start, Window};
use crate::traces::{Sequence, sequences};

/// The numbers of every colour sequence sent.
fn inks(window: &Window) -> Vec<String> {
    let found = sequences(&window.bytes()).into_iter();
    found
        .filter_map(|sequence| match sequence {
            Sequence::Csi(middle, 'm') => Some(middle),
            _ => None,
        })
        .flat_map(|middle| middle.split(';').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Every colour or emphasis asked for, as its numbers: `1`, `31`, `38;5;166`.
pub fn inks_in(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for sequence in sequences(bytes) {
        let Sequence::Csi(middle, 'm') = sequence else {
            continue;
        };
        // A form of keys, not a colour.
        if middle.starts_with('>') {
            continue;
        }
        let mut numbers = middle.split(';');
        while let Some(first) = numbers.next() {
            let more = match (first, numbers.clone().next()) {
                ("38" | "48" | "58", Some("5")) => 2,
                ("38" | "48" | "58", Some("2")) => 4,
                _ => 0,
            };
            let mut ink = first.to_owned();
            for number in numbers.by_ref().take(more) {
                ink = ink + ";" + number;
            }
            found.push(ink);
        }
    }
    found
}

/// Through guide, danger signs, search, keys and rescue, and out.
fn look_round(start: Start) -> Window {
    let mut window = start.until(HOME);
    window.send("2").wait_away(HOME).send("e").send("?").wait_for("PgDn");
    window.send("\x03");
    assert_eq!(window.exit_code(), 130);
    window
}

#[test]
fn no_color_sends_no_colour_at_all() {
    let window = look_round(Start::new(&[]).env("NO_COLOR", "1"));
    let inks = inks(&window);
    let is_modifier = |ink: &String| match ink.as_str() {
        "" | "0" | "1" | "2" | "3" | "4" | "7" | "9" => true,
        // What takes them back.
        "22" | "23" | "24" | "27" | "29" => true,
        // A form of keys.
        ">4" => true,
        _ => false,
    };
    let colors: Vec<_> = inks.iter().filter(|ink| !is_modifier(ink)).collect();
    assert!(colors.is_empty(), "{colors:?}");
    assert!(!inks.is_empty());
}

#[test]
fn sixteen_colours_are_enough() {
    for theme in ["night", "dark", "light"] {
        let start = Start::new(&["--theme", theme]).env("TERM", "xterm");
        let window = look_round(start);
        let more = |ink: &String| {
            let number = ink.split_once("8;5;").map(|(_, number)| number);
            ink.starts_with("38;2") || number.is_some_and(|n| n.parse::<u8>().is_ok_and(|n| n > 15))
        };
        let found = inks_in(&window.bytes()).into_iter().find(more);
        assert_eq!(found, None, "{theme}");
    }
}

#[test]
fn a_dumb_terminal_gets_plain_lines() {
    let mut window = Start::new(&[]).env("TERM", "dumb").until(HOME);
    let plain = |window: &Window| {
        let found = sequences(&window.bytes());
        let marks: Vec<_> = found
            .into_iter()
            .filter(|sequence| !matches!(sequence, Sequence::Control(b'\r' | b'\n' | b'\t')))
            .collect();
        assert!(marks.is_empty(), "{marks:?}");
    };
    plain(&window);
    window.send("q\n");
    assert_eq!(window.exit_code(), 0);
    plain(&window);
}

#[test]
fn line_by_line_a_narrow_window_breaks_no_word() {
    let start = Start::new(&["--plain"]).sized(40, 30);
    let mut window = start.until("A child");
    let sent = String::from_utf8(window.settle().bytes()).unwrap();
    let widest = sent.lines().map(|line| line.trim_end().chars().count());
    assert!(widest.max().is_some_and(|widest| widest <= 40), "{sent}");
    window.send("q\n");
    assert_eq!(window.exit_code(), 0);
}

/// A zone in which the clock now shows this hour.
fn zone_where_it_is(hour: u64) -> String {
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap();
    // A rule says how far the zone is behind UTC.
    let behind = (now.as_secs() / 3600 + 24 - hour) % 24;
    format!("XYZ{behind}")
}

#[test]
fn a_page_opened_from_a_cramp_is_as_dark_as_the_night_around_it() {
    let ground = |hour| {
        let zone = zone_where_it_is(hour);
        let start = Start::new(&["now", "--no-save"]).env("TZ", &zone);
        let mut window = start.until("Swollen");
        window.send("e").wait_for("Danger signs");
        window.screen().cell(0, 0).unwrap().bgcolor()
    };
    assert_eq!(ground(3), vt100::Color::Idx(16));
    assert_ne!(ground(12), vt100::Color::Idx(16));
}
