//! Nobody is told to stretch before they are told who must not.

use uncramp::app::keymap::Context;
use uncramp::app::launch::Launch;
use uncramp::app::page::node;
use uncramp::app::page::{Goal, Item, PageLines, Role};
use uncramp::guide::raw::Kind;
use uncramp::guide::{self, Guide, Trail};
use uncramp::stretch::plan::Options;

use crate::harness::{End, Journey};
use crate::launches;

fn pages(guide: &Guide, width: usize) -> Vec<(String, PageLines)> {
    let nodes = guide.nodes();
    nodes
        .flat_map(|(id, _)| {
            let name = guide.name(id).to_owned();
            [
                (name.clone(), node::page(guide, &Trail::new(id)).lines(width)),
                (name, node::printed(guide, id).lines(width)),
            ]
        })
        .collect()
}

fn line_with(page: &PageLines, role: Role) -> Option<usize> {
    page.lines.iter().position(|line| line.runs.iter().any(|(_, found)| *found == role))
}

#[test]
fn above_the_first_step_of_every_relief_stands_who_must_not() {
    let guide = guide::built_in().unwrap();
    let mut seen = 0;
    for width in [20, 36, 72] {
        for (name, page) in pages(&guide, width) {
            let node = guide.node(guide.find(&name).unwrap());
            let stretches = node.routine.is_some()
                || node.steps.iter().any(|step| step.to_lowercase().contains("stretch"));
            if node.kind != Kind::Relief || !stretches || node.steps.is_empty() {
                continue;
            }
            let lines = &mut page.lines.iter();
            let first =
                lines.position(|line| line.runs.first().is_some_and(|r| r.0.trim() == "1."));
            let check = line_with(&page, Role::Safety);
            assert!(check.is_some() && check < first, "{name} at {width}:\n{}", page.text());
            seen += 1;
        }
    }
    assert!(seen >= 12, "{seen}");
}

#[test]
fn a_page_that_starts_a_routine_says_who_must_not_once_right_above_the_beginning() {
    let guide = guide::built_in().unwrap();
    let stiff = guide::load::parse("bicycle.yaml", include_bytes!("../guides/good/bicycle.yaml"));
    let mut seen = 0;
    for guide in [guide, stiff.unwrap().guide] {
        for (name, page) in pages(&guide, 76) {
            let node = guide.node(guide.find(&name).unwrap());
            if node.routine.is_none() {
                continue;
            }
            let text = page.text();
            assert_eq!(
                text.matches("wollen, hot, red or darker, cold").count(),
                1,
                "{name}:\n{text}"
            );
            let begins = |line: &str| line.starts_with(" 1. ") || line.contains("Start: ");
            let first = text.lines().position(begins);
            let check = line_with(&page, Role::Safety);
            assert_eq!(check.map(|check| check + 1), first, "{name}:\n{text}");
            seen += 1;
        }
        for routine in guide.routines.values() {
            assert!(!routine.text.contains("wollen, hot"), "{}", routine.title);
        }
    }
    assert!(seen >= 18, "{seen}");
}

#[test]
fn every_start_of_a_routine_comes_through_the_safety_gate() {
    let guide = guide::built_in().unwrap();
    let starts = [
        ("s on the first page", "s"),
        ("s in a topic", "6<enter>s"),
        ("s on the danger signs", "es"),
        ("a stretch found", "/calf stretch wall<enter>"),
    ];
    for (name, keys) in starts {
        let end = Journey::new().press(keys).end();
        assert_ne!(end.state.context(), Context::Timer, "{name}");
    }
    assert!(!guide.routines.is_empty());
}

#[test]
fn the_door_opens_by_enter_leads_to_the_danger_signs_and_lets_back() {
    let open = Journey::new().press("s<enter>").end();
    assert_eq!(open.state.context(), Context::Timer);
    let danger = Journey::new().press("se").end();
    assert_eq!(danger.page(), "danger");
    let back = Journey::new().press("s<esc>").end();
    assert_eq!(back.state.context(), Context::Guide);
    // No other key starts anything.
    for key in ["s", "<space>", "1", "0", "<right>", "n", "y"] {
        let end = Journey::new().press("s").press(key).end();
        assert_eq!(end.state.context(), Context::SafetyGate, "{key}");
    }
}

#[test]
fn the_door_does_not_open_where_who_must_not_cannot_be_read() {
    for (width, height) in [(20, 4), (16, 4), (10, 6), (30, 1)] {
        let end = Journey::new().at(width, height).press("s<enter>").end();
        assert_eq!(end.state.context(), Context::SafetyGate, "{}", end.text());
        assert!(!end.text().contains("none of"), "{}", end.text());
        let larger =
            Journey::new().at(width, height).press("s<enter>").resize(80, 24).press("<enter>");
        assert_eq!(larger.end().state.context(), Context::Timer);
    }
    let end = Journey::new().at(20, 8).press("s<enter>").end();
    assert_eq!(end.state.context(), Context::Timer, "{}", end.text());
}

#[test]
fn every_danger_answer_shuts_the_safety_gate_until_it_is_changed() {
    for answer in "123456780".chars() {
        let warned = Journey::new().press("2").press(&answer.to_string()).end();
        // Neither reading on, stepping back nor starting over changes the answer.
        for keys in ["s", "<left>s<enter>", "<left><left>s<enter>", "r6<enter>s", "<left>c"] {
            let end = Journey::new().press("2").press(&answer.to_string());
            let end = end.press(keys).end();
            assert_eq!(end.page(), warned.page(), "{answer}{keys}: {}", end.text());
        }
    }
    // Changed to "none of these" on both pages, it is open.
    let end = Journey::new().press("21<left>nns").end();
    assert_eq!(end.state.context(), Context::Timer, "{}", end.text());
}

#[test]
fn a_sign_picked_from_the_list_counts_as_the_same_answer_in_the_question() {
    for (pick, page) in
        [("e1", "clot-in-lung"), ("e<end><enter>1", "swollen-leg"), ("2<f2>4", "saddle-numbness")]
    {
        for keys in ["<esc>c", "<left><esc>s<enter>", "<esc><esc>s", "r6<enter>s", "s"] {
            let end = Journey::new().press(pick).press(keys).end();
            assert_eq!(end.page(), page, "{pick}{keys}: {}", end.text());
            assert_eq!(end.state.context(), Context::Guide, "{pick}{keys}");
        }
        // Asked again, rescue opens all the same.
        let end = Journey::new().press(pick).press("<esc>cc").end();
        assert_eq!(end.state.context(), Context::Rescue, "{pick}");
    }
    // Looking through the list reports nothing, and neither does reading what was searched for.
    for keys in ["e<esc>", "e<end><enter><left><esc>", "/saddle<enter><esc>"] {
        let end = Journey::new().press(keys).press("s").end();
        assert_eq!(end.state.context(), Context::SafetyGate, "{keys}");
    }
}

#[test]
fn a_reported_sign_is_taken_back_among_the_answers() {
    let listed = Journey::new().press("e1<esc><tab>").end();
    assert!(listed.shows("take it back"), "{}", listed.text());
    let end = Journey::new().press("e1<esc><tab><enter>s").end();
    assert_eq!(end.state.context(), Context::SafetyGate, "{}", end.text());
    // A question that was stepped back from is among them too.
    let end = Journey::new().press("21<left><left><tab>1s").end();
    assert_eq!(end.state.context(), Context::SafetyGate, "{}", end.text());
    // Of two signs, one remains.
    let end = Journey::new().press("e1<esc>23<left><left><tab>1s").end();
    assert_eq!(end.page(), "cold-leg", "{}", end.text());
}

#[test]
fn nothing_is_selected_on_danger_pages_until_the_reader_moves() {
    for keys in ["2", "2n", "e", "e<end><enter>", "e1", "21"] {
        let open = Journey::new().press(keys).end();
        let (window, place) = open.state.visible_page();
        assert_eq!(window.selected(place), None, "{keys}");
        let enters = "<enter>".repeat(12);
        let end = Journey::new().press(keys).press(&enters).end();
        assert_eq!(end.page(), open.page(), "{keys}");
        let moved = Journey::new().press(keys).press("<end><enter>").end();
        assert_ne!(moved.page(), open.page(), "{keys}");
    }
    // Enter again and again from the first page answers nothing.
    let enters = "<enter>".repeat(12);
    let end = Journey::new().press("<down>").press(&enters).end();
    assert_eq!(end.page(), "emergency-signs");
}

#[test]
fn after_a_long_cramp_its_advice_stays_on_top_of_after_care() {
    for (width, height) in [(80, 24), (120, 36), (40, 10)] {
        let earlier = "-".repeat(10);
        let after = || after_keys(width, height, &format!("{earlier}<enter>"));
        let end = after().end();
        let text = end.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(end.page(), "after-a-cramp", "{text}");
        assert!(text.contains("It lasted 10:36. Over 10 minutes: call"), "{text}");
        assert!(!text.contains("Start: "), "{text}");
        let (window, place) = end.state.visible_page();
        assert_eq!(window.selected(place), None, "{text}");
        // Enter and s start nothing, and the advice is there again after reading elsewhere.
        for keys in ["<enter><enter><enter>", "s", "s<enter>", "1<left>", "e<esc>", "?<esc>"] {
            let end = after().press(keys).end();
            assert_eq!(end.state.context(), Context::Guide, "{keys}");
        }
        let again = after().press("/magnesium<enter><left>").end();
        assert!(again.shows("It lasted 10:36."), "{}", again.text());
        assert_eq!(after().press("s").end().page(), "cramp-over-limit");
    }
    // A short cramp leaves no such advice.
    let end = after_keys(80, 24, "<enter>").end();
    assert!(end.shows("It lasted 0:36."), "{}", end.text());
    assert!(!end.shows("Over 10 minutes"), "{}", end.text());
}

#[test]
fn after_a_long_cramp_no_stretch_starts_or_goes_on_until_it_is_taken_back() {
    let earlier = "-".repeat(10);
    for keys in [
        "<enter><esc>s<enter>",
        "<enter>rs<enter>",
        "<enter>/bedtime<enter>s<enter>",
        "<enter>cc<enter><esc>s<enter>",
        // The cramp still lasts under the page.
        "/bedtime<enter>s<enter>",
    ] {
        let end = after_keys(80, 24, &format!("{earlier}{keys}")).end();
        assert_eq!(end.page(), "cramp-over-limit", "{keys}: {}", end.text());
    }
    let end = after_keys(80, 24, &format!("{earlier}<enter><esc>s")).end();
    assert!(end.shows("The cramp lasted too long."), "{}", end.text());
    // A session that waits below does not go on either, whichever key asks for it.
    let stands = |keys: &str| {
        let session = Journey::new().launch(launches::bedtime()).wait(12);
        let end = session.press(&format!("c{earlier}<enter><esc>{keys}")).wait(5).end();
        end.state.timer().map(|timer| timer.session.paused().is_some())
    };
    for keys in ["", " ", "<enter>", "n", "b", "r", "x", "+"] {
        assert_eq!(stands(keys), Some(true), "{keys}");
    }
    // A short cramp after it does not make its advice go away.
    let end = after_keys(80, 24, &format!("{earlier}<enter>cc<enter>")).end();
    assert!(end.shows("The one before was over 10 minutes:"), "{}", end.text());
    assert!(!end.shows("Start: "), "{}", end.text());
    // Taken back among the answers, it counts no longer.
    let end = after_keys(80, 24, &format!("{earlier}<enter><esc><tab>1s")).end();
    assert_eq!(end.state.context(), Context::SafetyGate, "{}", end.text());
}

#[test]
fn of_several_signs_from_the_list_each_counts_until_it_is_taken_back() {
    let gate = |keys: &str| Journey::new().press(keys).end().state.context();
    let both = "e1<esc>e3<esc>";
    let listed = Journey::new().press(&format!("{both}<tab>")).end();
    assert!(
        listed.shows("1  Sudden trouble") && listed.shows("2  Leg or foot"),
        "{}",
        listed.text()
    );
    // With one of the two taken back, the other still shuts the check.
    assert_eq!(gate(&format!("{both}<tab>1s")), Context::Guide);
    assert_eq!(gate(&format!("{both}<tab>1<tab>1s")), Context::SafetyGate);
    assert_eq!(gate("e1<esc>e1<esc><tab>1s"), Context::SafetyGate);
}

#[test]
fn a_danger_sign_reported_above_the_check_shuts_it() {
    let earlier = "-".repeat(10);
    for keys in ["se1<esc><enter>", &format!("sc{earlier}<enter><esc><enter>")] {
        let end = Journey::new().press(keys).end();
        assert!(end.state.timer().is_none(), "{keys}: {}", end.text());
        assert!(end.shows("No stretching; get help."), "{keys}: {}", end.text());
    }
}

#[test]
fn a_danger_sign_reported_in_a_session_keeps_it_paused() {
    for keys in ["", " ", "<enter>", "n", "b", "r", "x", "s"] {
        let session = Journey::new().launch(launches::bedtime()).wait(3);
        let end = session.press(&format!("e1<esc>{keys}")).wait(5).end();
        let timer = end.state.timer().expect("the session is kept");
        assert!(timer.session.paused().is_some(), "{keys}: {}", end.text());
        assert_eq!(end.state.top_timer().is_some(), keys.is_empty(), "{keys}: {}", end.text());
    }
}

/// Keys pressed in a cramp that was watched for 36 seconds.
fn after_keys(width: u16, height: u16, keys: &str) -> Journey {
    let cramp = Journey::new().at(width, height).launch(launches::cramp());
    cramp.wait(36).press(keys)
}

#[test]
fn the_answer_given_is_marked_when_the_question_comes_back() {
    for (keys, chosen) in
        [("2n<left>", 9), ("23<left>", 2), ("20<left>", 10), ("23<left>n<left>", 9)]
    {
        let end = Journey::new().press(keys).end();
        let (window, place) = end.state.visible_page();
        assert_eq!(window.selected(place), Some(chosen), "{keys}: {}", end.text());
    }
    // The same when it is reached anew, or reopened from the list of answers.
    for keys in ["2n<left><left>2", "2nn<tab>1"] {
        let end = Journey::new().press(keys).end();
        let (window, place) = end.state.visible_page();
        assert_eq!(window.selected(place), Some(9), "{keys}: {}", end.text());
    }
}

#[test]
fn the_warning_is_shown_where_its_answer_can_be_changed() {
    // On from the warning, and back to it by `s`: Tab still knows the answer.
    let warned = Journey::new().press("21").end();
    let end = Journey::new().press("21/magnesium<enter>s").end();
    assert_eq!(end.page(), warned.page());
    let answers = Journey::new().press("21/magnesium<enter>s<tab>").end();
    assert!(!answers.shows("No question has been answered"), "{}", answers.text());
    let changed = Journey::new().press("21/magnesium<enter>s<tab>1");
    assert_eq!(changed.end().page(), Journey::new().press("2").end().page());
}

#[test]
fn a_danger_answer_given_above_a_cramp_counts_too() {
    let asked = Journey::new().press("2").end();
    let title = &asked.state.guide.node(asked.state.top_reading().trail.here()).title;
    let answered = || Journey::new().press(&format!("2nnc/{title}<enter>"));
    assert_eq!(answered().end().page(), asked.page());
    let end = answered().press("1s").end();
    assert_eq!(end.state.context(), Context::Guide, "{}", end.text());
    assert!(end.shows("You reported a danger sign"), "{}", end.text());
}

/// The first words of the line that says who must not.
fn check(end: &End) -> String {
    let rescue = end.state.guide.rescue.as_ref().unwrap();
    let words: Vec<&str> = rescue.check.split_whitespace().take(3).collect();
    words.join(" ")
}

/// The first row that has the beginning of one of these texts.
fn first_told(end: &End, texts: &[&String]) -> Option<usize> {
    let beginning = |text: &str| text.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    let rows = texts.iter().filter_map(|text| end.row_of(&beginning(text)));
    rows.min()
}

#[test]
fn in_every_phase_of_every_routine_nothing_is_told_without_the_line_above_it() {
    let guide = guide::built_in().unwrap();
    let sizes =
        [(120, 36), (80, 24), (60, 18), (45, 14), (40, 10), (34, 9), (70, 3), (30, 8), (20, 6)];
    for (routine, plan) in &guide.routines {
        for (width, height) in sizes {
            for wait in [0, 12, 22, 60] {
                let end = Journey::new()
                    .at(width, height)
                    .launch(Launch::Stretch {
                        routine: routine.clone(),
                        options: Options::default(),
                    })
                    .wait(wait)
                    .end();
                if end.state.context() != Context::Timer {
                    continue;
                }
                let at = format!("{routine} {width}x{height} at {wait} s\n{}", end.text());
                // In a small window it is said in fewer words.
                let check = end.row_of("Swollen, hot");
                if width >= 40 && height >= 10 {
                    assert!(check.is_some(), "{at}");
                }
                for step in &plan.steps {
                    let s = &guide.stretches[step.stretch.as_str()];
                    let told = first_told(&end, &[&s.setup, &s.motion, &s.avoid, &s.stop_if]);
                    if let Some(told) = told {
                        assert!(check.is_some_and(|check| check < told), "{at}");
                    }
                }
            }
        }
    }
}

#[test]
fn in_a_cramp_the_step_is_always_told_below_the_line_wherever_both_have_room() {
    let guide = guide::built_in().unwrap();
    let rescue = guide.rescue.as_ref().unwrap();
    let step = &rescue.moves[&rescue.muscle][&rescue.position].steps[1];
    for width in [12, 20, 30, 40, 62, 80] {
        for height in 1..=24 {
            let end = Journey::new().at(width, height).launch(launches::cramp()).wait(14).end();
            let at = format!("{width}x{height}\n{}", end.text());
            let words: Vec<&str> = at.split_whitespace().collect();
            let words = words.join(" ");
            let first = step.text.split_whitespace().next().unwrap();
            let told = words.find(first);
            assert!(told.is_some() || u32::from(width) * u32::from(height) < 24, "{at}");
            let check = words.find("Swollen");
            if let Some(check) = check {
                assert!(told.is_some_and(|told| check < told), "{at}");
            }
            assert!(check.is_some() || width < 40 || height < 10, "{at}");
        }
    }
}

#[test]
fn a_stretch_or_routine_looked_up_says_who_must_not_before_how() {
    let guide = guide::built_in().unwrap();
    for (width, height) in [(80, 40), (120, 40)] {
        for stretch in guide.stretches.values() {
            let end = Journey::new().at(width, height).press("/").press(&stretch.title).end();
            let (window, _) = end.state.visible_page();
            let is_it = |item: &Item| matches!(&item.goal, Goal::Stretch(id) if guide.stretches.get(id.as_str()) == Some(stretch));
            let at = window.items.iter().position(is_it);
            let at = at.unwrap_or_else(|| panic!("{} is not found", stretch.title));
            let downs = "<down>".repeat(at);
            let end = Journey::new()
                .at(width, height)
                .press("/")
                .press(&stretch.title)
                .press(&downs)
                .press("<enter>")
                .end();
            let setup: Vec<&str> = stretch.setup.split_whitespace().take(2).collect();
            let step = end.row_of(&setup.join(" "));
            assert!(!end.shows("Stop if: Stop"), "{}", end.text());
            let check = end.row_of(&check(&end));
            assert!(check.is_some() && check < step, "{}\n{}", stretch.title, end.text());
        }
    }
}

#[test]
fn the_pane_beside_the_guide_says_who_must_not_before_the_steps() {
    let signs = Journey::new().at(120, 36).press("2").end();
    assert!(!signs.shows("s  start") && !signs.shows("3 times"), "{}", signs.text());
    assert!(signs.shows("Act as if"), "{}", signs.text());
    let end = Journey::new().at(120, 36).press("2nn").end();
    let who = end.row_of(&check(&end));
    let step = end.row_of("3 times");
    assert!(who.is_some() && who < step, "{}", end.text());
    let cramp = Journey::new().at(120, 36).end();
    let who = cramp.row_of(&check(&cramp));
    let step = cramp.row_of("Hold a chair");
    assert!(who.is_some() && who < step, "{}", cramp.text());
    let end = Journey::new().at(120, 36).press("21").end();
    assert!(end.shows("You reported a danger sign") && !end.shows("s  start"), "{}", end.text());
}
