//! What a session tells somebody who has never seen it, in windows of every size.

use uncramp::app::keymap::Context;
use uncramp::app::launch::Launch;
use uncramp::stretch::plan::{Options, PhaseKind};

use crate::harness::{End, Journey};

fn session(routine: &str) -> Journey {
    Journey::new()
        .launch(Launch::Stretch { routine: routine.to_owned(), options: Options::default() })
}

/// Whether the screen has all these words, however they are wrapped beside the figure.
fn has_words(end: &End, text: &str) -> bool {
    let shown: Vec<&str> = end.screen.iter().flat_map(|row| row.split(' ')).collect();
    text.split_whitespace().all(|word| shown.contains(&word))
}

#[test]
fn at_night_on_a_common_screen_each_hold_of_the_bedtime_stretches_tells_the_whole_move() {
    let guide = session("bedtime").end().state.guide;
    let routine = &guide.routines["bedtime"];
    let plan = uncramp::stretch::plan::Plan::new("bedtime", routine, Options::default()).unwrap();
    for phase in plan.phases.iter().filter(|p| p.kind == PhaseKind::Hold) {
        let stretch = &guide.stretches[plan.steps[phase.step].stretch.as_str()];
        for into in [0, 1, 5, 9] {
            let end = session("bedtime").wait(phase.start.as_secs() + into).end();
            assert!(has_words(&end, &stretch.motion), "{}", end.text());
        }
    }
    let ready = session("bedtime").end();
    let first = &guide.stretches[plan.steps[0].stretch.as_str()];
    assert!(has_words(&ready, &first.setup), "{}", ready.text());
    let beginning = first.motion.split(". ").next().unwrap();
    assert!(has_words(&ready, beginning), "{}", ready.text());
    assert!(ready.shows("s sit down"), "{}", ready.text());
}

#[test]
fn from_getting_ready_to_the_hold_how_to_move_stays_in_its_place() {
    for (width, height) in [(100, 30), (120, 36)] {
        let at = |seconds| session("bedtime").at(width, height).wait(seconds).end();
        let row = |seconds| {
            let end = at(seconds);
            let place = end.screen.iter().position(|row| row.contains("Keep the back knee"));
            assert!(place.is_some(), "{}", end.text());
            place
        };
        assert_eq!(row(3), row(12));
    }
}

#[test]
fn a_session_beside_the_guide_begins_level_with_the_title_of_the_page() {
    for (width, height) in [(100, 24), (100, 30), (120, 36)] {
        let end = Journey::new().at(width, height).press("s<enter>").end();
        let row = |words: &str| end.screen.iter().position(|row| row.contains(words));
        let (title, warning) = (row("Leg cramps"), row("Swollen, hot"));
        assert!(title.is_some() && title == warning, "{}", end.text());
        let is_figure = |c: char| ('\u{2801}'..='\u{28ff}').contains(&c);
        assert!(end.text().contains(is_figure), "{}", end.text());
    }
}

#[test]
fn nobody_is_told_to_breathe_while_a_hold_stands_still() {
    let holding = session("bedtime").wait(11);
    assert!(holding.end().shows("Breathe "));
    let paused = session("bedtime").wait(11).press("<space>").wait(9).end();
    assert!(!paused.shows("Breathe "), "{}", paused.text());
    let on = session("bedtime").wait(11).press("<space>").wait(9).press("<space>");
    assert!(on.wait(1).end().shows("Breathe "));
}

#[test]
fn the_name_of_every_stretch_stands_whole_in_forty_by_ten() {
    let guide = session("bedtime").end().state.guide;
    for (id, routine) in &guide.routines {
        let plan = uncramp::stretch::plan::Plan::new(id, routine, Options::default()).unwrap();
        for phase in plan.phases.iter().filter(|p| p.kind == PhaseKind::Hold && p.rep == 1) {
            let end = session(id).at(40, 10).wait(phase.start.as_secs() + 1).end();
            let title = &guide.stretches[plan.steps[phase.step].stretch.as_str()].title;
            assert!(has_words(&end, title), "{title}:\n{}", end.text());
        }
    }
}

#[test]
fn the_smallest_windows_name_phase_pause_leg_and_seconds() {
    let at = |width, height| session("bedtime").at(width, height);
    for (width, height) in [(20, 6), (30, 3), (70, 2)] {
        assert!(at(width, height).wait(11).end().shows("Hold LEFT 9"));
        let changing = at(width, height).wait(21).end();
        assert!(changing.shows("RIGHT 2"), "{}", changing.text());
    }
    let paused = at(20, 6).wait(11).press("<space>").end();
    assert!(paused.shows("Paused: hold LEFT 9"), "{}", paused.text());
    let paused = at(16, 7).wait(11).press("<space>").end();
    assert!(paused.shows("Paused LEFT 9"), "{}", paused.text());
    let stopped = at(40, 10).wait(11).stop(3).end();
    assert!(stopped.shows(" Interrupted"), "{}", stopped.text());
    let paused = at(80, 24).wait(21).press("<space>").end();
    assert!(paused.shows("Paused: change"), "{}", paused.text());
}

#[test]
fn a_window_without_room_for_who_must_not_tells_no_stretch_and_cuts_no_warning() {
    for (width, height) in [(20, 5), (30, 2), (14, 1), (10, 3), (16, 4)] {
        for wait in [1, 11, 21] {
            let end = session("bedtime").at(width, height).wait(wait).end();
            let text = end.text();
            assert!(!text.contains("Hold") && !text.contains("Light on"), "{text}");
            let warned =
                has_words(&end, "Swollen, hot, red, cold, numb, or hurt? Do not stretch or rub");
            assert!(warned || !text.contains("Swollen"), "{text}");
            assert!(warned || text.contains("LEFT") || text.contains("RIGHT"), "{text}");
        }
    }
    let asks = session("bedtime").at(20, 5).wait(11).end();
    assert!(has_words(&asks, "LEFT 9 Make the window larger"), "{}", asks.text());
}

#[test]
fn minutes_of_a_hold_leave_no_word_cut_in_forty_by_ten() {
    let long = Launch::Stretch {
        routine: "bedtime".to_owned(),
        options: Options {
            hold: Some(uncramp::guide::raw::Length(std::time::Duration::from_secs(150))),
            ..Options::default()
        },
    };
    let at = |wait| Journey::new().launch(long.clone()).at(40, 10).wait(wait).end();
    let hold = at(12);
    for words in ["1 of 3", " right leg", " the wa...", "30:38", "┛ In"] {
        assert!(hold.shows(words), "{words}:\n{}", hold.text());
    }
    assert!(at(18).shows("┛ Out"), "{}", at(18).text());
}

#[test]
fn the_summary_cuts_no_word_in_a_narrow_window() {
    let skips = "n".repeat(30);
    let end = session("bedtime").at(24, 20).wait(12).press(&skips).end();
    assert_eq!(end.state.context(), Context::Summary, "{}", end.text());
    let skipped = end.text().matches("skipped").count();
    assert_eq!(skipped, 3, "{}", end.text());
}
