//! The screens as they look, with their styles: one file a screen in `tests/snapshots`.
//!
//! After a change that is meant: `INSTA_UPDATE=always cargo test --test journeys pictures`,
//! then look at every difference as a reader would.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use uncramp::app::settings::ThemeChoice;

use crate::harness::{End, Journey};
use crate::launches;

/// The rows of the screen, each with the styles of its text below it.
fn picture(end: &End) -> String {
    let width = usize::from(end.buffer.area.width);
    let mut text = String::new();
    for (row, cells) in end.screen.iter().zip(end.buffer.content.chunks(width)) {
        let _ = writeln!(text, "|{row}");
        let styles = styles(cells);
        if !styles.is_empty() {
            let _ = writeln!(text, "  {styles}");
        }
    }
    let _ = write!(text, "ground: {}", ground(&end.buffer));
    text
}

/// From and to which column, from 0, which style stands; blanks are left out.
fn styles(cells: &[Cell]) -> String {
    let mut runs: Vec<(usize, usize, String)> = Vec::new();
    for (column, cell) in cells.iter().enumerate() {
        if cell.symbol().trim().is_empty() && !cell.modifier.contains(Modifier::REVERSED) {
            continue;
        }
        let style = style(cell);
        match runs.last_mut() {
            // One blank between two words of one style is no end of the run.
            Some((_, to, last)) if *last == style && column <= *to + 2 => *to = column,
            _ => runs.push((column, column, style)),
        }
    }
    let words: Vec<String> =
        runs.into_iter().map(|(from, to, style)| format!("{from}-{to} {style}")).collect();
    words.join(", ")
}

fn style(cell: &Cell) -> String {
    let mut words = vec![color(cell.fg)];
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ] {
        if cell.modifier.contains(modifier) {
            words.push(name.to_owned());
        }
    }
    words.retain(|word| !word.is_empty());
    if words.is_empty() { "plain".to_owned() } else { words.join(" ") }
}

fn color(color: Color) -> String {
    match color {
        Color::Reset => String::new(),
        Color::Indexed(n) => n.to_string(),
        other => format!("{other:?}"),
    }
}

/// The colours behind the cells.
fn ground(buffer: &Buffer) -> String {
    let mut grounds: Vec<String> = buffer.content.iter().map(|cell| color(cell.bg)).collect();
    grounds.sort();
    grounds.dedup();
    let names = grounds.iter().map(|ground| match ground.as_str() {
        "" => "the terminal's own",
        other => other,
    });
    names.collect::<Vec<_>>().join(", ")
}

/// Takes the picture at 80x24 in the dark and at 40x10 without colour.
fn take(name: &str, journey: impl Fn() -> Journey) {
    let night = journey().at(80, 24).set(|settings| settings.theme = ThemeChoice::Night);
    keep(&format!("{name}_at_night"), night);
    // Made small at the end: in so small a window every question would have to be read to its end.
    let mono = journey().resize(40, 10).set(|settings| settings.theme = ThemeChoice::Mono);
    keep(&format!("{name}_on_a_small_screen_without_colour"), mono);
}

fn keep(name: &str, journey: Journey) {
    let picture = picture(&journey.end());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, picture));
}

fn bedtime(wait: u64) -> Journey {
    let launch = launches::bedtime();
    Journey::new().launch(launch).wait(wait)
}

fn rescue(wait: u64) -> Journey {
    let launch = launches::cramp();
    Journey::new().launch(launch).wait(wait)
}

/// The way to the page of a cramp at night.
const NIGHT_CRAMP: &[&str] = &[
    "emergency-signs",
    "same-day-signs",
    "about-you",
    "when",
    "night-eases",
    "background",
    "cause-night-cramp",
];

#[test]
fn the_first_page() {
    take("the_first_page", Journey::new);
}

#[test]
fn the_first_page_of_danger_signs() {
    take("the_first_page_of_danger_signs", || Journey::new().along(&["emergency-signs"]));
}

#[test]
fn a_cause_with_the_answers_that_led_to_it() {
    take("a_cause_with_the_answers_that_led_to_it", || Journey::new().along(NIGHT_CRAMP));
}

#[test]
fn a_relief_page_with_the_safety_line_above_its_steps() {
    take("a_relief_page_with_the_safety_line_above_its_steps", || {
        Journey::new().along(NIGHT_CRAMP).press("1")
    });
}

#[test]
fn a_warning_page() {
    take("a_warning_page", || {
        Journey::new().along(&["emergency-signs", "same-day-signs", "swollen-leg"])
    });
}

#[test]
fn the_sources_of_a_page() {
    take("the_sources_of_a_page", || Journey::new().along(NIGHT_CRAMP).press("i"));
}

#[test]
fn the_keys_of_the_guide() {
    take("the_keys_of_the_guide", || Journey::new().press("?"));
}

#[test]
fn the_answers_so_far() {
    take("the_answers_so_far", || Journey::new().along(NIGHT_CRAMP).press("<tab>"));
}

#[test]
fn a_search_and_what_it_found() {
    take("a_search_and_what_it_found", || Journey::new().press("/calf"));
}

#[test]
fn the_door_before_a_stretch() {
    take("the_door_before_a_stretch", || Journey::new().press("s"));
}

#[test]
fn a_wide_screen_with_the_routine_beside_the_page() {
    let journey = Journey::new().at(120, 36).set(|settings| settings.theme = ThemeChoice::Dark);
    keep("a_wide_screen_with_the_routine_beside_the_page", journey);
}

#[test]
fn a_wide_screen_with_a_running_session_beside_the_page() {
    let journey = bedtime(15).at(120, 36).press("f");
    keep("a_wide_screen_with_a_running_session_beside_the_page", journey);
}

#[test]
fn a_session_gets_ready() {
    take("a_session_gets_ready", || bedtime(3));
}

#[test]
fn a_hold_of_the_left_leg() {
    take("a_hold_of_the_left_leg", || bedtime(15));
}

#[test]
fn a_hold_on_a_large_screen() {
    keep("a_hold_on_a_large_screen", bedtime(15).at(120, 36));
}

#[test]
fn the_summary_of_a_session() {
    take("the_summary_of_a_session", || bedtime(171));
}

#[test]
fn rescue_in_its_first_frame() {
    take("rescue_in_its_first_frame", || rescue(0));
}

#[test]
fn rescue_after_ten_minutes() {
    take("rescue_after_ten_minutes", || rescue(601));
}

#[test]
fn a_page_in_plain_characters() {
    let journey = bedtime(15).at(100, 30).set(|settings| settings.ascii = true);
    keep("a_page_in_plain_characters", journey);
}
