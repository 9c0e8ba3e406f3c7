//! What a session tells somebody who has never seen it, in windows of every size.

use uncramp::app::effect::Effect;
use uncramp::app::keymap::Context;
use uncramp::app::message::Launch;
use uncramp::app::settings::{ColorDepth, ThemeChoice};
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
            let end = session("bedtime").late(phase.start.as_secs()).wait(into).end();
            assert!(has_words(&end, &stretch.motion), "{}", end.text());
        }
    }
    let ready = session("bedtime").end();
    let first = &guide.stretches[plan.steps[0].stretch.as_str()];
    assert!(has_words(&ready, &first.setup), "{}", ready.text());
    assert!(has_words(&ready, &first.motion), "{}", ready.text());
    assert!(ready.shows("s sit down"), "{}", ready.text());
}

#[test]
fn a_session_beside_the_guide_stands_level_with_the_page_and_warns_before_the_move() {
    for (width, height) in [(100, 24), (100, 30), (120, 36)] {
        let end = Journey::new().at(width, height).press("s<enter>").end();
        assert_eq!(end.row_of("What do you need?"), end.row_of("Calf at the wall"));
        let (warning, setup) = (end.row_of("Swollen, hot"), end.row_of("Turn the light on."));
        assert!(warning.is_some() && warning < setup, "{}", end.text());
    }
}

#[test]
fn nobody_is_told_to_breathe_while_a_hold_stands_still() {
    let holding = || session("bedtime").at(120, 36).wait(11);
    assert!(holding().end().shows("Breathe "), "{}", holding().end().text());
    let paused = holding().press("<space>").wait(9).end();
    assert!(!paused.shows("Breathe "), "{}", paused.text());
    let on = holding().press("<space>").wait(9).press("<space>");
    assert!(on.wait(1).end().shows("Breathe "));
}

#[test]
fn small_windows_name_phase_pause_leg_and_seconds() {
    for (width, height) in [(20, 6), (30, 3), (70, 2)] {
        let at = |wait| session("bedtime").at(width, height).wait(wait);
        for (end, words) in [
            (at(1).end(), "READY LEFT leg 9"),
            (at(11).end(), "HOLD LEFT leg 9"),
            (at(21).end(), "CHANGE RIGHT leg 2"),
            (at(11).press("<space>").end(), "PAUSED LEFT leg 9"),
            (at(11).stop(3).end(), "PAUSED LEFT leg 9"),
        ] {
            assert!(end.shows(words), "{words}:\n{}", end.text());
        }
    }
}

#[test]
fn a_window_without_room_for_who_must_not_tells_no_stretch_and_cuts_no_warning() {
    for (width, height) in [(20, 5), (20, 4), (30, 2), (14, 1), (10, 3), (16, 4)] {
        for wait in [1, 11, 21] {
            let end = session("bedtime").at(width, height).wait(wait).end();
            let text = end.text();
            let tells = text.contains("Turn the") || text.contains("Keep the");
            assert!(!tells, "{text}");
            // In a few words or not at all.
            let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(said.contains("Swollen"), said.contains("Stop"), "{text}");
            let leg = if wait == 21 { "R" } else { "L" };
            assert!(text.split_whitespace().any(|word| word.starts_with(leg)), "{text}");
        }
    }
}

#[test]
fn in_forty_by_ten_when_to_stop_is_told_whole_at_every_moment_of_a_hold() {
    let long = Launch::Stretch {
        routine: "bedtime".to_owned(),
        options: Options {
            hold: Some(uncramp::guide::raw::Length(std::time::Duration::from_secs(150))),
            ..Options::default()
        },
    };
    for wait in [1, 12, 100] {
        let end = Journey::new().launch(long.clone()).at(40, 10).late(wait).end();
        let stop = &end.state.guide.stretches["calf-wall-straight"].stop_if;
        assert!(end.shows("1 of 3") && has_words(&end, stop), "{}", end.text());
    }
}

#[test]
fn the_summary_cuts_no_word_in_a_narrow_window() {
    let skips = "n<wait>".repeat(30);
    let end = session("bedtime").at(24, 20).wait(12).press(&skips).end();
    assert_eq!(end.state.context(), Context::Summary, "{}", end.text());
    let skipped = end.text().matches("skipped").count();
    assert_eq!(skipped, 3, "{}", end.text());
}

#[test]
fn a_silhouette_that_has_moved_leaves_no_stroke_behind() {
    let redraws = |depth, theme| {
        let journey = session("bedtime").set(|settings| {
            settings.depth = depth;
            settings.theme = theme;
        });
        let end = journey.wait(14).end();
        end.effects.iter().filter(|effect| **effect == Effect::Redraw).count()
    };
    // The characters of a silhouette may reach beyond their cells; coloured cells do not.
    assert_eq!(redraws(ColorDepth::True, ThemeChoice::Dark), 0);
    for (depth, theme) in [
        (ColorDepth::None, ThemeChoice::Dark),
        (ColorDepth::Basic, ThemeChoice::Dark),
        (ColorDepth::True, ThemeChoice::Mono),
        (ColorDepth::True, ThemeChoice::Terminal),
    ] {
        assert!(redraws(depth, theme) > 0, "{depth:?} {theme:?}");
    }
}
