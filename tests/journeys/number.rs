//! The number to call stands wherever a guide leaves room for it, in the full screen.

use uncramp::app::message::Launch;
use uncramp::stretch::plan::Options;

use crate::harness::{Journey, file};

#[test]
fn no_text_of_an_opened_guide_has_the_mark_left() {
    let guide = file("tests/guides/number.yaml");
    assert!(format!("{guide:?}").contains("{emergency}"));
    let guide = guide.with_emergency_number(Some("112"));
    let left = format!("{guide:?}");
    assert!(!left.contains("{emergency}"), "{left}");
}

#[test]
fn every_screen_shows_the_number_to_call() {
    let guide = || file("tests/guides/number.yaml").with_emergency_number(Some("112"));
    let stretch = || Launch::Stretch { routine: "routine".to_owned(), options: Options::default() };
    let screens = [
        ("title", Journey::with(guide()), "Home 112"),
        ("label", Journey::with(guide()), "Ask, 112"),
        ("trail", Journey::with(guide()).press("1"), "Title 112 › Ask, 112"),
        ("rescue", Journey::with(guide()).press("c"), "Pull, 112"),
        ("timer", Journey::with(guide()).launch(stretch()), "Sit, 112"),
        ("preview", Journey::with(guide()).at(120, 36).press("12"), "Routine 112"),
        ("safety check", Journey::with(guide()).press("12s"), "Hurt? 112"),
        ("answers", Journey::with(guide()).press("11<tab>"), "Yes, 112"),
    ];
    for (name, journey, words) in screens {
        let end = journey.end();
        let number = end.shows("112") && !end.shows("{emerg");
        assert!(number && end.shows(words), "{name}: {}", end.text());
    }
}
