//! Nobody is told to stretch before they are told who must not.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use uncramp::app::key::{KeyName, KeyPress};
use uncramp::app::keymap::Context;
use uncramp::app::layout::Size;
use uncramp::app::message::{Launch, Message};
use uncramp::app::page::node;
use uncramp::app::page::{Goal, Item, PageLines, Role};
use uncramp::app::settings::Settings;
use uncramp::app::state::State;
use uncramp::app::time::Now;
use uncramp::app::update::update;
use uncramp::guide::raw::Kind;
use uncramp::guide::{self, Guide, Trail};
use uncramp::stretch::plan::Options;
use uncramp::ui::Ui;

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
    for guide in [guide, stiff.unwrap()] {
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
fn a_page_that_says_to_get_help_today_starts_no_stretch() {
    let found = |care| {
        let page = "  cause-swelling:\n    kind: cause\n    title: Cramps, and both ankles swell\n";
        let text =
            include_str!("../../guide.yaml").replace(page, &format!("{page}    care: {care}\n"));
        let text = text.replace("heart failure]\n    care: routine\n", "heart failure]\n");
        let guide = guide::load::parse("guide.yaml", text.as_bytes()).unwrap();
        Journey::with(guide).press("/both ankles swell<enter>")
    };
    assert_eq!(found("routine").end().page(), "cause-swelling");
    assert_eq!(found("routine").press("s").end().state.context(), Context::SafetyGate);
    let end = found("urgent").at(120, 36).press("s").end();
    assert_eq!(end.state.context(), Context::Guide, "{}", end.text());
    assert!(end.shows("No stretching beside danger signs"), "{}", end.text());
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

/// At every size, also with a notice on the screen.
#[test]
fn the_door_opens_exactly_where_all_of_a_long_check_is_on_the_screen() {
    let words: Vec<String> = (0..150).map(|number| format!("z{number:03}")).collect();
    let mut guide = guide::built_in().unwrap();
    guide.rescue.as_mut().unwrap().check = words.join(" ");
    let size = |width, height| Size { width, height };
    let mut at_the_door = State::new(guide.into(), Settings::default(), size(80, 24));
    update(&mut at_the_door, Message::Pressed(KeyPress::char('s')), Now::default());
    let (mut open, mut shut) = (0, 0);
    for width in (4..130).step_by(6).chain([79, 80, 81]) {
        let mut terminal = Terminal::new(TestBackend::new(width, 1)).unwrap();
        for height in 1..40 {
            terminal.backend_mut().resize(width, height);
            for notice in [None, Some("It was gone already. ".repeat(4))] {
                let mut state = at_the_door.clone();
                state.size = size(width, height);
                state.notices.extend(notice);
                terminal.draw(|frame| Ui::default().draw(&state, frame)).unwrap();
                let seen = terminal.backend().to_string();
                let is_whole = words.iter().all(|word| seen.contains(word));
                update(
                    &mut state,
                    Message::Pressed(KeyPress::plain(KeyName::Enter)),
                    Now::default(),
                );
                let starts = state.context() == Context::Timer;
                assert_eq!(starts, is_whole, "{width}x{height}\n{seen}");
                *(if is_whole { &mut open } else { &mut shut }) += 1;
            }
        }
    }
    assert!(open > 200 && shut > 200, "{open} {shut}");
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
fn the_answer_given_is_marked_when_the_question_comes_back() {
    for (keys, chosen) in
        [("2n<left>", 9), ("23<left>", 2), ("20<left>", 10), ("23<left>n<left>", 9)]
    {
        let end = Journey::new().press(keys).end();
        let (window, place) = end.state.visible_page();
        assert_eq!(window.selected(place), Some(chosen), "{keys}: {}", end.text());
    }
    // The same when it is reached anew, or reopened from the list of answers.
    for keys in ["2n<left><left>2", "2n<wait>n<tab>1"] {
        let end = Journey::new().press(keys).end();
        let (window, place) = end.state.visible_page();
        assert_eq!(window.selected(place), Some(9), "{keys}: {}", end.text());
    }
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
                    .late(wait)
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
    let step = &rescue.moves[&rescue.muscle][&rescue.pose].steps[1];
    for width in [12, 20, 30, 40, 62, 80] {
        for height in 1..=24 {
            let end = Journey::new().at(width, height).launch(launches::cramp()).late(14).end();
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
            let end = Journey::new().at(width, height).press("/").at_once(&stretch.title).end();
            let (window, _) = end.state.visible_page();
            let is_it = |item: &Item| matches!(&item.goal, Goal::Stretch(id) if guide.stretches.get(id.as_str()) == Some(stretch));
            let at = window.items.iter().position(is_it);
            let at = at.unwrap_or_else(|| panic!("{} is not found", stretch.title));
            let downs = "<down>".repeat(at);
            let end = Journey::new()
                .at(width, height)
                .press("/")
                .at_once(&stretch.title)
                .at_once(&downs)
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
    let end = Journey::new().at(120, 36).press("2n<wait>n").end();
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

#[test]
fn every_emergency_sign_is_seen_whole_in_a_window_of_80_by_24() {
    let end = Journey::new().at(80, 24).press("2").end();
    let guide = &end.state.guide;
    let options = &guide.node(guide.danger_questions[0]).options;
    for option in options.iter().filter(|option| !option.clear) {
        let hint = option.hint.as_deref().unwrap_or("");
        assert!(end.shows(&option.label) && end.shows(hint), "{}: {}", option.label, end.text());
    }
}
