//! From a person's question to the right advice, and back to change an answer.

use uncramp::app::keymap::Context;

use crate::harness::{Journey, file};

/// The way past the danger signs to the first real question.
const SAFE: [&str; 3] = ["emergency-signs", "same-day-signs", "about-you"];

fn safely(pages: &[&'static str]) -> Vec<&'static str> {
    SAFE.iter().chain(pages).copied().collect()
}

#[test]
fn a_calf_cramp_at_night_leads_to_its_cause_with_the_answers_and_the_stretch() {
    let way = safely(&["when", "night-eases", "background", "cause-night-cramp"]);
    let end = Journey::new().at(80, 60).along(&way).end();
    assert_eq!(end.page(), "cause-night-cramp");
    assert!(end.shows("Why this fits"), "{}", end.text());
    assert!(end.shows("Any danger signs? None"), "{}", end.text());
    assert!(end.shows("What helps"), "{}", end.text());
    // The screen is cleared: s starts at once.
    let stretching = Journey::new().along(&way).press("s").end();
    assert_eq!(stretching.state.context(), Context::Timer);
}

#[test]
fn a_swollen_hot_calf_leads_to_help_today() {
    let end = Journey::new().along(&["emergency-signs", "same-day-signs", "swollen-leg"]).end();
    assert_eq!(end.page(), "swollen-leg");
    assert!(end.shows("today") || end.shows("same day"), "{}", end.text());
}

#[test]
fn a_cramp_in_pregnancy_leads_to_advice_that_suits_it() {
    let end = Journey::new().along(&safely(&["with-pregnancy", "cause-pregnancy"])).end();
    assert_eq!(end.page(), "cause-pregnancy");
}

#[test]
fn a_cramp_that_has_lasted_fifteen_minutes_leads_to_help_today() {
    let end =
        Journey::new().along(&["emergency-signs", "same-day-signs", "cramp-over-limit"]).end();
    assert_eq!(end.page(), "cramp-over-limit");
}

#[test]
fn cramps_since_a_new_medicine_lead_to_a_call_and_no_stopping_alone() {
    let end = Journey::new().at(80, 60).along(&safely(&["cause-medicines"])).end();
    assert_eq!(end.page(), "cause-medicines");
    let text = end.text().to_lowercase();
    assert!(text.contains("do not stop"), "{text}");
}

#[test]
fn not_sure_is_an_answer_to_every_question_and_ends_in_advice() {
    // Unsure about a danger sign counts as yes.
    let end = Journey::new().press("20").end();
    let here = end.state.reading.trail.here();
    let (name, node) = (end.state.guide.name(here), end.state.guide.node(here));
    assert!(node.care.is_some(), "{name}");
    // Past the danger signs, always unsure.
    let mut journey = Journey::new().along(&SAFE);
    for _ in 0..7 {
        journey = journey.press("0");
    }
    let end = journey.end();
    let here = end.state.reading.trail.here();
    let (name, node) = (end.state.guide.name(here), end.state.guide.node(here));
    assert!(node.is_outcome(), "{name}");
    assert!(node.care.is_some(), "{name}");
}

#[test]
fn an_earlier_answer_is_changed_and_the_later_ones_are_kept() {
    let way = safely(&["when", "night-eases", "background", "cause-night-cramp"]);
    let before = Journey::new().along(&way).end();
    let answers = before.state.reading.trail.answers(&before.state.guide).count();
    // Tab, the first answer about the cramp itself, and the same answer again.
    let same = Journey::new().along(&way).press("<tab>").end();
    assert_eq!(same.state.context(), Context::ListOverlay);
    let index = same.row_of("night").or(same.row_of("Night"));
    assert!(index.is_some(), "{}", same.text());
    let again = Journey::new().along(&way).press("<tab>4").end();
    assert_eq!(again.page(), "when");
    let kept = Journey::new().along(&way).press("<tab>41").end();
    assert_eq!(kept.page(), "cause-night-cramp", "the later answers still fit");
    assert_eq!(kept.state.reading.trail.answers(&kept.state.guide).count(), answers);
    // A danger answer ends the way there.
    let danger = Journey::new().along(&way).press("<tab>1<wait>1").end();
    assert_eq!(danger.state.reading.trail.answers(&danger.state.guide).count(), 1);
    let warned = danger.state.guide.node(danger.state.reading.trail.here());
    assert!(warned.care.is_some());
}

#[test]
fn a_guide_on_another_topic_runs_unchanged() {
    let bicycle = file("tests/guides/good/bicycle.yaml");
    let end = Journey::with(bicycle).along(&["when", "where", "dry-chain", "oil-chain"]).end();
    assert!(end.shows("Wipe the chain with a rag"), "{}", end.text());
    assert!(end.shows("A bicycle that squeaks"), "{}", end.text());
    // What it lacks comes from the built-in guide.
    let bicycle = file("tests/guides/good/bicycle.yaml");
    let cramp = Journey::with(bicycle).press("c").end();
    assert_eq!(cramp.state.context(), Context::Rescue);
    let bicycle = file("tests/guides/good/bicycle.yaml");
    let danger = Journey::with(bicycle).press("e").end();
    assert_ne!(danger.page(), "home", "{}", danger.text());
}

#[test]
fn every_good_guide_can_be_read_to_the_end_at_any_size() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/guides/good");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        for (width, height) in [(80, 24), (40, 10), (120, 36)] {
            let path = path.to_string_lossy();
            let end = Journey::with(file(&path))
                .at(width, height)
                .press("0110<enter><enter>s<enter><esc>/a<enter>ice?<esc><tab>")
                .end();
            assert!(end.ending.is_none());
        }
    }
}

#[test]
fn no_stretch_is_offered_beside_a_page_of_danger_signs() {
    for keys in ["e", "e<end><enter>", "4"] {
        let end = Journey::new().at(120, 36).press(keys).end();
        assert!(!end.shows("s start"), "{keys}: {}", end.text());
        assert!(!end.shows("s stretch"), "{keys}: {}", end.text());
        let pressed = Journey::new().at(120, 36).press(keys).press("s").end();
        assert_eq!(pressed.state.context(), Context::Guide, "{keys}");
        assert!(pressed.shows("No stretching beside danger signs"), "{keys}");
    }
}
