//! What works on every screen: danger signs, rescue, search, sources, keys; and
//! no key that is shown does nothing.

use uncramp::app::footer;
use uncramp::app::keymap::{Action, Context, resolve};
use uncramp::app::message::Message;
use uncramp::app::settings::ThemeChoice;
use uncramp::app::state::State;
use uncramp::app::update::update;
use uncramp::app::view::View;
use uncramp::guide::raw::Pose;

use crate::harness::{End, Journey};
use crate::launches;

/// A journey to each kind of screen, with its name.
pub fn screens() -> Vec<(&'static str, Journey)> {
    let bedtime = launches::bedtime;
    let rescue = launches::cramp;
    vec![
        ("home", Journey::new()),
        ("a question", Journey::new().press("2")),
        ("an outcome", Journey::new().press("2n<wait>nn11n")),
        ("a warning", Journey::new().press("21")),
        ("a topic", Journey::new().press("6<enter>")),
        ("danger signs", Journey::new().press("e")),
        ("keys", Journey::new().press("?")),
        ("sources", Journey::new().press("2n<wait>nn11ni")),
        ("answers", Journey::new().press("2n<wait>nn11n<tab>")),
        ("search", Journey::new().press("/calf")),
        ("safety check", Journey::new().press("s")),
        ("session", Journey::new().launch(bedtime()).late(15)),
        ("paused session", Journey::new().launch(bedtime()).late(15).press("<space>")),
        ("session beside the guide", Journey::new().at(120, 36).launch(bedtime()).late(15)),
        ("summary", Journey::new().launch(bedtime()).late(172)),
        ("rescue", Journey::new().launch(rescue()).wait(3)),
        ("rescue after the limit", Journey::new().launch(rescue()).late(601)),
    ]
}

/// What must be the same again after looking elsewhere.
fn view(end: &End) -> String {
    format!("{:?} {:?}\n{}", end.state.context(), end.page(), end.text())
}

fn each_screen(keys: &str, search_keys: &str, then: impl Fn(&str, &End)) {
    for ((name, journey), (_, before)) in screens().into_iter().zip(screens()) {
        let before = before.end();
        // There the same key closes it again.
        if matches!((name, search_keys), ("keys", "<f1>") | ("danger signs", "<f2>")) {
            continue;
        }
        let in_search = before.state.context() == Context::Search;
        let keys = if in_search { search_keys } else { keys };
        let there = journey.press(keys).end();
        then(name, &there);
        let (_, journey) = screens().into_iter().find(|(n, _)| *n == name).unwrap();
        let back = journey.press(keys).press("<esc>").end();
        // A session pauses for the look elsewhere, and says so.
        let runs = matches!(name, "session" | "session beside the guide");
        if !runs && name != "search" && overlays(&there.state) != overlays(&before.state) {
            assert_eq!(view(&back), view(&before), "{name}: back after {keys}");
        }
        if !in_search {
            assert_eq!(back.state.context(), before.state.context(), "{name}");
        }
    }
}

#[test]
fn the_danger_signs_are_one_key_away_from_every_screen_and_back() {
    for keys in ["e", "<f2>"] {
        each_screen(keys, "<f2>", |name, end| {
            assert_eq!(end.page(), "danger", "{name}");
            assert_eq!(end.state.context(), Context::Guide, "{name}");
        });
    }
}

#[test]
fn rescue_is_one_key_away_from_every_screen() {
    for (name, journey) in screens() {
        let in_search = name == "search";
        let warned = name == "a warning";
        let end = journey.press(if in_search { "<f3>" } else { "c" }).end();
        if warned {
            // A danger sign was answered: its warning comes first, and asked again, rescue.
            assert_eq!(end.state.context(), Context::Guide, "{name}");
            assert!(end.shows("c again"), "{}", end.text());
            let again = screens().into_iter().find(|(other, _)| *other == name);
            let (_, journey) = again.expect("the same screen");
            let end = journey.press("c<wait>c").end();
            assert_eq!(end.state.context(), Context::Rescue, "{name}");
            continue;
        }
        assert_eq!(end.state.context(), Context::Rescue, "{name}\n{}", end.text());
    }
}

#[test]
fn the_search_opens_from_every_screen_and_leads_back() {
    for keys in ["/", "<f4>"] {
        each_screen(keys, "<f4>", |name, end| {
            assert_eq!(end.state.context(), Context::Search, "{name}");
        });
    }
}

#[test]
fn a_page_found_from_any_screen_is_shown_and_left_again() {
    for (name, journey) in screens() {
        let slash = if name == "search" { "<f4>" } else { "/" };
        let before = screens().into_iter().find(|(n, _)| *n == name).unwrap().1.end();
        let end = journey.press(slash).press("magnesium<enter>").end();
        assert!(end.page().contains("magnesium"), "{name}: {}", end.text());
        assert_eq!(end.state.context(), Context::Guide, "{name}: {}", end.text());
        if matches!(before.state.context(), Context::Timer | Context::Rescue) {
            let (_, journey) = screens().into_iter().find(|(n, _)| *n == name).unwrap();
            let back = journey.press(slash).press("magnesium<enter><esc>").end();
            assert_eq!(back.state.context(), before.state.context(), "{name}");
        }
    }
}

#[test]
fn the_keys_of_a_screen_are_shown_from_it_and_lead_back() {
    for keys in ["?", "<f1>"] {
        each_screen(keys, "<f1>", |name, end| {
            assert_eq!(end.state.context(), Context::ListOverlay, "{name}");
        });
    }
}

#[test]
fn sources_open_from_pages_sessions_and_rescue_and_lead_back() {
    for (name, journey) in screens() {
        let before = screens().into_iter().find(|(n, _)| *n == name).unwrap().1.end();
        if resolve(before.state.context(), uncramp::app::key::KeyPress::char('i'))
            != Some(Action::Sources)
            || name == "sources"
        {
            continue;
        }
        let end = journey.press("i").end();
        assert_eq!(end.state.context(), Context::ListOverlay, "{name}");
    }
}

fn overlays(state: &State) -> String {
    format!("{:?}", state.overlays)
}

#[test]
fn every_key_in_the_footer_does_something() {
    for (name, journey) in screens() {
        let end = journey.end();
        let (page, place) = end.state.visible_page();
        let hints = footer::hints(&end.state, Some((&page, place)));
        assert!(!hints.is_empty(), "{name} shows no keys");
        for hint in hints {
            let mut state = end.state.clone();
            let effects = update(&mut state, Message::Pressed(hint.key), end.state.now);
            let changed = overlays(&state) != overlays(&end.state)
                || state.reading != end.state.reading
                || state.settings != end.state.settings
                || state.notices != end.state.notices
                || state.to_print != end.state.to_print
                || state.muted != end.state.muted
                || state.ending.is_some();
            assert!(
                changed || !effects.is_empty(),
                "{name}: {} {} does nothing",
                hint.key,
                hint.label
            );
            assert_eq!(resolve(end.state.context(), hint.key), Some(hint.action));
        }
    }
}

#[test]
fn the_footer_fits_and_keeps_the_danger_signs_longest() {
    for (name, journey) in screens() {
        let end = journey.end();
        let (page, place) = end.state.visible_page();
        for width in 0..=200 {
            let hints = footer::fitting(&end.state, Some((&page, place)), width);
            let used: usize = hints
                .iter()
                .map(|hint| hint.key.to_string().chars().count() + 1 + hint.label.chars().count())
                .sum::<usize>()
                + footer::SPACE * hints.len().saturating_sub(1);
            assert!(used <= width, "{name} at {width}");
        }
        let narrow = footer::fitting(&end.state, Some((&page, place)), 44);
        let on_danger = end.page() == "danger" && end.state.context() == Context::Guide;
        assert!(
            on_danger || narrow.iter().any(|hint| hint.action == Action::Danger),
            "{name}: {narrow:?}"
        );
    }
}

#[test]
fn starting_over_lets_no_session_and_no_cramp_be_lost() {
    let session = screens().into_iter().find(|(n, _)| *n == "session").unwrap().1;
    let end = session.press("er").end();
    assert!(end.state.waiting_session().is_some(), "{}", end.text());
    let rescue = screens().into_iter().find(|(n, _)| *n == "rescue").unwrap().1;
    let end = rescue.press("er").end();
    assert!(end.state.rescue().is_some(), "{}", end.text());
}

#[test]
fn what_lies_above_a_page_shows_the_way_back_and_the_danger_signs_in_any_window() {
    for (width, height) in [(120, 36), (80, 24), (40, 10)] {
        for keys in ["?", "2<tab>", "6<enter>i", "/calf", "d", "c?", "s?"] {
            let home = tempfile::tempdir().unwrap();
            let journey = Journey::new().keeping(home.path()).at(width, height);
            let end = journey.press(keys).end();
            let last = end.screen.last().unwrap();
            assert!(last.contains("Esc back"), "{keys} at {width}: {}", end.text());
            assert!(last.contains("danger"), "{keys} at {width}: {}", end.text());
        }
    }
}

#[test]
fn the_pane_names_the_key_that_starts_only_where_it_starts() {
    for (keys, starts) in [("", true), ("2n<wait>n", true), ("?", false), ("2<tab>", false)] {
        let end = Journey::new().at(120, 36).press(keys).end();
        let (page, place) = end.state.visible_page();
        let hints = footer::hints(&end.state, Some((&page, place)));
        let named = hints.iter().any(|hint| hint.action == Action::Start);
        assert_eq!(named, starts, "{keys}: {}", end.text());
        // On the first page the cursor is on something else.
        let shown = starts && !keys.is_empty();
        assert_eq!(end.shows("s  start"), shown, "{keys}: {}", end.text());
    }
}

#[test]
fn the_pane_and_the_footer_call_what_s_does_by_the_same_words() {
    let end = Journey::new().at(120, 36);
    let end = end.press("s<enter>").wait(12).press("<esc>").end();
    assert_eq!(end.state.context(), Context::Guide);
    let named = end.text().matches(" resume").count();
    assert_eq!((named, end.shows("s start")), (2, false), "{}", end.text());
}

#[test]
fn nothing_looks_selected_beside_a_session_that_has_the_keys() {
    let page = Journey::new().at(120, 36).set(|s| s.theme = ThemeChoice::Dark);
    let end = page.press("s<enter>").wait(12).end();
    assert!(end.shows("1  I have a cramp now"), "{}", end.text());
    assert!(!end.shows("▌"), "{}", end.text());
}

#[test]
fn an_answer_too_long_for_the_trail_ends_with_a_sign_that_it_goes_on() {
    let end = Journey::new().at(40, 24).press("21").end();
    assert!(end.screen[0].contains('…'), "{}", end.text());
    let end = Journey::new().at(40, 24).set(|s| s.ascii = true).press("21").end();
    assert!(end.screen[0].contains("..."), "{}", end.text());
}

#[test]
fn a_word_on_a_low_screen_names_its_keys_in_full() {
    let home = tempfile::tempdir().unwrap();
    let journey = Journey::new().keeping(home.path()).at(40, 10);
    let end = journey.press("dw").end();
    assert!(end.shows("a: add."), "{}", end.text());
    let end = Journey::new().at(40, 10).press("21s").end();
    assert!(end.shows("Tab: answers."), "{}", end.text());
}

#[test]
fn the_question_before_a_stretch_is_shown_whole_on_a_low_screen() {
    let end = Journey::new().at(40, 10).press("s").end();
    for words in ["Do not stretch", "danger signs", "Esc    back", "e danger"] {
        assert!(end.shows(words), "{words}: {}", end.text());
    }
}

#[test]
fn what_a_key_opened_the_same_key_and_q_close() {
    let below = Journey::new().press("6").end();
    for keys in ["??", "ii", "ee", "?q", "iq", "eq", "?<esc>", "sq", "e1ee"] {
        let end = Journey::new().press("6").press(keys).end();
        assert_eq!(end.ending, None, "{keys}");
        assert_eq!(end.state.overlays.len(), 0, "{keys}: {}", end.text());
        assert_eq!(end.page(), below.page(), "{keys}");
    }
    // During a cramp too, and only there `q` leaves.
    for keys in ["??", "ii", "ee", "?q", "eq"] {
        let end = Journey::new().launch(launches::cramp()).press(keys).end();
        assert_eq!(end.state.context(), Context::Rescue, "{keys}");
    }
    assert!(Journey::new().press("q").end().ending.is_some());
}

#[test]
fn the_search_field_is_edited_as_a_shell_line() {
    let query = |keys: &str| {
        let end = Journey::new().press("/").press(keys).end();
        match end.state.overlays.last() {
            Some(View::Search(search)) => search.query.text().to_owned(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(query("calf night<c-w>day"), "calf day");
    assert_eq!(query("calf<home>my <end>s"), "my calfs");
    assert_eq!(query("calf<left><left><c-u>"), "lf");
}

#[test]
fn tab_goes_through_the_positions_of_a_cramp() {
    let pose = |keys: &str| {
        let end = Journey::new().launch(launches::cramp()).press(keys).end();
        end.state.rescue().map(|rescue| rescue.cramp.pose)
    };
    let all = [Pose::Lying, Pose::Seated, Pose::Standing, Pose::Lying];
    for (keys, place) in ["", "<tab>", "<tab><tab>", "<tab><tab><tab>"].iter().zip(all) {
        assert_eq!(pose(keys), Some(place), "{keys}");
    }
}

#[test]
fn a_paste_goes_into_a_text_field_or_nowhere() {
    let pasted = || Message::Pasted("all well\nq".to_owned());
    let nowhere = Journey::new().outside(pasted()).end();
    assert_eq!(nowhere.state.context(), Context::Guide);
    assert_eq!((nowhere.ending, nowhere.effects.len()), (None, Journey::new().end().effects.len()));
    let field = Journey::new().press("/").outside(pasted()).end();
    assert!(field.shows("all well q"), "{}", field.text());
}
