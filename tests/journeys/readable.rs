//! What must be readable on every common window: what to do, and the key for it.

use uncramp::app::message::Launch;
use uncramp::app::settings::ThemeChoice;
use uncramp::stretch::plan::Options;

use crate::harness::{Journey, file};

#[test]
fn a_cramp_of_ten_minutes_says_who_to_call_on_every_window() {
    for (width, height) in [(120, 36), (80, 24), (60, 14), (40, 10)] {
        let end = Journey::new().at(width, height).press("c").press(&"-<wait>".repeat(10)).end();
        let text = end.text().split_whitespace().collect::<Vec<_>>().join(" ");
        for words in [
            "Call your doctor or an urgent care line now, day or night.",
            "Leg cold, pale or numb?",
            "Call your local emergency number.",
            "Stop pulling.",
        ] {
            assert!(text.contains(words), "{width}x{height}: {text}");
        }
        assert!(!text.contains("Pull your toes"), "{text}");
    }
}

#[test]
fn in_an_emergency_the_bar_says_what_to_do_in_one_uncut_line() {
    for (width, height) in [(40, 10), (45, 14), (50, 18), (60, 14), (80, 24), (120, 36)] {
        let end = Journey::new().at(width, height).press("23").end();
        let words = "Call your local emergency number now";
        let bar = end.screen.iter().take(7).find(|line| line.contains(words));
        assert!(bar.is_some(), "{width}x{height}: {}", end.text());
    }
}

/// A session of the bedtime routine, from the command line.
fn bedtime(width: u16, height: u16) -> Journey {
    let routine = "bedtime".to_owned();
    let options = Options::default();
    Journey::new().at(width, height).launch(Launch::Stretch { routine, options })
}

#[test]
fn getting_ready_says_to_put_the_light_on_and_hold_on_and_how_to_sit_instead() {
    let end = bedtime(120, 36).wait(1).end();
    assert!(end.shows("Turn the light on. Hands on the wall."), "{}", end.text());
    assert!(end.shows("s sit down"));
    let holding = bedtime(80, 24).wait(12).end();
    assert!(!holding.shows("s sit down"), "{}", holding.text());
}

#[test]
fn by_day_a_chosen_theme_shows_all_cues_beside_a_large_figure() {
    let end = bedtime(120, 36).set(|settings| settings.theme = ThemeChoice::Light).wait(12).end();
    for words in ["Keep the back knee", "feel", "avoid", "stop"] {
        assert!(end.shows(words), "no `{words}` in {}", end.text());
    }
}

#[test]
fn rescue_in_a_guide_that_has_none_says_whose_steps_these_are() {
    for (width, height) in [(120, 36), (80, 24), (60, 18), (40, 10)] {
        for theme in [ThemeChoice::Night, ThemeChoice::Dark] {
            let bicycle = Journey::with(file("tests/guides/good/bicycle.yaml"));
            let bicycle = bicycle.at(width, height).set(|set| set.theme = theme);
            let end = bicycle.press("c").wait(1).end();
            assert!(end.shows("From the built-in guide to"), "{}", end.text());
        }
    }
    let own = Journey::new().press("c").wait(1).end();
    assert!(!own.shows("built-in"));
}
