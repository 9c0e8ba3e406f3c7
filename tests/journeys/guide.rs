//! Reading the guide.

use uncramp::app::effect::Ending;
use uncramp::app::keymap::Context;
use uncramp::app::page::Goal;
use uncramp::guide::trail::Step;

use crate::harness::{Journey, file};

/// From the first page past both pages of danger signs.
const PAST_THE_SCREEN: &str = "2n";

#[test]
fn the_first_page_offers_rescue_first() {
    let end = Journey::new().end();
    assert!(end.shows("1  I have a cramp now"));
    assert!(end.shows("not a diagnosis"));
}

#[test]
fn q_leaves_and_ctrl_c_interrupts() {
    assert_eq!(Journey::new().press("q").end().ending, Some(Ending::Done));
    assert_eq!(Journey::new().press("<c-c>").end().ending, Some(Ending::Interrupted));
}

#[test]
fn the_real_cursor_stands_on_the_selected_row_and_where_letters_are_typed() {
    let row = |keys: &str| {
        let end = Journey::new().press(keys).end();
        let (_, y) = end.cursor;
        end.screen[usize::from(y)].clone()
    };
    assert!(row("<down>").contains("2  Find out what it may be"));
    assert!(row("2<down><down><down>").contains("3  "));
    assert!(row("<f2><down>").contains("1  New trouble breathing"));
    for typed in ["", "zzzz", "quinine"] {
        let end = Journey::new().press("<f4>").press(typed).end();
        let (x, y) = end.cursor;
        let before: String = end.screen[usize::from(y)].chars().take(x.into()).collect();
        assert!(before.trim_end().ends_with(&format!("/ {typed}").trim_end()), "{before}");
    }
}

#[test]
fn going_back_shows_the_page_exactly_as_it_was() {
    const DOWN: &str = "<down><down><down><down><down><down><down><down><down><down><down>";
    let before = Journey::new().at(60, 14).press("2").press(DOWN).end();
    let after = Journey::new().at(60, 14).press("2").press(DOWN).press("<enter><left>").end();
    assert_eq!(before.text(), after.text());
    assert_eq!(before.state.reading.trail.place(), after.state.reading.trail.place());
}

#[test]
fn a_danger_sign_leads_straight_to_its_warning() {
    let end = Journey::new().press("21").end();
    assert!(end.shows("!! EMERGENCY   Call your local emergency number now"), "{}", end.text());
}

#[test]
fn after_a_danger_answer_no_stretching_starts() {
    let end = Journey::new().press("21s").end();
    assert_eq!(end.state.context(), Context::Guide);
    assert!(end.shows("You reported a danger sign"), "{}", end.text());
}

#[test]
fn the_danger_signs_open_above_everything_and_leave_it_as_it_was() {
    let before = Journey::new().press(PAST_THE_SCREEN).end();
    let after = Journey::new().press(PAST_THE_SCREEN).press("e<down><esc>").end();
    assert_eq!(before.text(), after.text());
}

#[test]
fn without_the_danger_screen_a_routine_asks_first() {
    let end = Journey::new().press("s").end();
    assert_eq!(end.state.context(), Context::SafetyGate);
    assert!(end.shows("Do not stretch"), "{}", end.text());
}

#[test]
fn the_search_finds_a_stretch_and_a_page() {
    let end = Journey::new().press("/towel").end();
    assert!(end.shows(" stretch"), "{}", end.text());
    let page = Journey::new().press("/magnesium<enter>").end();
    assert!(page.page().contains("magnesium"), "{}", page.page());
}

#[test]
fn every_size_shows_something_and_none_panics() {
    for (width, height) in [(1, 1), (2, 2), (5, 1), (1, 5), (10, 4), (40, 10), (300, 100)] {
        Journey::new().at(width, height).press("2<down><pgdn>e?<esc><esc>/leg<enter>").end();
    }
}

#[test]
fn growing_and_shrinking_the_window_keeps_the_page() {
    let end = Journey::new().press("2").resize(40, 10).resize(120, 36).resize(80, 24).end();
    assert_eq!(end.text(), Journey::new().press("2").end().text());
}

#[test]
fn a_page_marked_with_p_is_printed_on_leaving() {
    let end = Journey::new().press("21pq").end();
    let exit_text = end.state.exit_text();
    assert!(exit_text.contains("Emergency"), "{exit_text}");
    assert!(exit_text.contains("Sources"), "{exit_text}");
}

#[test]
fn a_printed_page_is_no_wider_than_the_window() {
    let end = Journey::new().at(40, 10).press("pq").end();
    let exit_text = end.state.exit_text();
    let words: Vec<&str> = exit_text.lines().filter(|l| !l.contains("://")).collect();
    assert!(words.len() > 8, "{exit_text}");
    let too_wide = words.iter().find(|line| line.chars().count() > 40);
    assert_eq!(too_wide, None, "{exit_text}");
}

#[test]
fn what_a_menu_leads_to_besides_has_a_number_too_after_its_options() {
    let end = Journey::new().press("8").end();
    assert_eq!(end.page(), "children", "{}", end.text());
    let question = Journey::new().press("2n").end();
    assert!(!question.shows("Read on"), "{}", question.text());
}

#[test]
fn a_notice_stands_over_the_full_width_above_the_keys() {
    let home = tempfile::tempdir().unwrap();
    let journey = || Journey::new().keeping(home.path());
    for (width, height) in [(120, 36), (80, 24), (40, 10)] {
        for keys in ["ll", "Gll", "dl"] {
            let end = journey().at(width, height).press(keys).end();
            let at = end.row_of("Cramp logged.").unwrap();
            // Over the full width: nothing of the page stands beside it.
            let row = end.screen[at].trim();
            assert!(row.starts_with("Cramp logged."), "{}", end.text());
            assert!(!row.ends_with('╯') && !row.ends_with('│'), "{}", end.text());
        }
    }
}

#[test]
fn the_header_says_how_many_questions_a_usual_way_through_this_guide_has() {
    let end = Journey::new().at(120, 36).press("2").end();
    let usual = uncramp::guide::paths::count(&end.state.guide).median;
    assert!(end.shows(&format!("question 1 of about {usual}")), "{}", end.text());
    let other = Journey::with(file("tests/guides/good/kaffee.yaml")).at(120, 36);
    let end = other.press("1").end();
    assert!(end.shows("question 1 of about 1"), "{}", end.text());
}

#[test]
fn every_row_of_a_question_can_be_reached_by_the_key_beside_it() {
    let question = Journey::new().at(80, 50).press("2").end();
    let (page, _) = question.state.visible_page();
    assert!(page.items.iter().all(|item| item.key.is_some()), "{}", question.text());
    let further = page.items.iter().find(|item| matches!(item.goal, Goal::Step(Step::Link(_))));
    let key = further.and_then(|item| item.key).unwrap().to_string();
    assert!(question.shows(&format!("{key}  Prevent the next cramp")), "{}", question.text());
    assert_eq!(Journey::new().press("2").press(&key).end().page(), "prevention");
}

#[test]
fn the_footer_and_the_help_use_the_words_of_the_guide() {
    let coffee = || Journey::with(file("tests/guides/good/kaffee.yaml")).at(120, 36).press("1");
    let footer = coffee().end().screen.pop().unwrap();
    assert!(footer.contains("n nichts davon") && footer.contains("0 weiß nicht"), "{footer}");
    let help = coffee().press("?").end();
    assert!(help.shows("Answer \"nichts davon\""), "{}", help.text());
    assert!(!help.shows("none of these"), "{}", help.text());
}

#[test]
fn a_key_that_only_closes_what_lies_over_a_page_is_called_close() {
    for keys in ["?", "2n<tab>", "e"] {
        let open = Journey::new().at(120, 60).press(keys).end();
        let footer = open.screen.last().unwrap();
        assert!(footer.contains("q close") && !footer.contains("leave"), "{keys}: {footer}");
        let closed = Journey::new().at(120, 60).press(keys).press("q").end();
        assert_eq!(closed.ending, None, "{keys}");
        assert!(!closed.screen.last().unwrap().contains("q close"), "{keys}: {}", closed.text());
    }
    let keys = Journey::new().at(120, 60).press("2n<tab>?").end();
    assert!(keys.shows("Close this box"), "{}", keys.text());
}

#[test]
fn a_key_that_answers_nothing_here_says_which_keys_do() {
    let pages = ["emergency-signs", "same-day-signs", "about-you", "when"];
    let asked = || Journey::new().at(80, 40).along(&pages).wait(2);
    let end = asked().press("n").end();
    assert_eq!(end.page(), "when");
    let said = "Nothing here has the key n. Press 1, 2, 3, 4, 5, 6, 7, 8 or 0.";
    assert!(end.shows(said), "{}", end.text());
    // Where no key chooses anything, none is named.
    assert!(!asked().press("?n").end().shows("Nothing here"));
}

#[test]
fn the_sources_of_a_cramp_are_called_what_they_are() {
    let sources = Journey::new().at(120, 60).press("ci").end();
    assert!(sources.shows("After a cramp"), "{}", sources.text());
    let keys = Journey::new().at(120, 60).press("c?").end();
    assert!(keys.shows("Where the advice for after a cramp comes from"), "{}", keys.text());
    let timer = Journey::new().at(120, 60).press("s<enter>?").end();
    assert!(timer.shows("How it is done, and its sources"), "{}", timer.text());
}

#[test]
fn none_of_these_answers_a_question_of_danger_only_once_its_last_sign_was_shown() {
    let asked = |keys: &str| Journey::new().at(40, 10).press("2<wait>").press(keys).end();
    let end = asked("n");
    assert_eq!(end.page(), "emergency-signs");
    assert!(end.shows("Read every sign"), "{}", end.text());
    // Each press shows more, and the last of them counts.
    let answers = |presses: &usize| asked(&"n<wait>".repeat(*presses)).page() != "emergency-signs";
    let presses = (1..20).find(answers).unwrap();
    assert!((3..15).contains(&presses), "{presses}");
    assert_eq!(asked("<end>n").page(), "same-day-signs");
    assert_eq!(Journey::new().press("2<wait>n").end().page(), "same-day-signs");
}
