use std::sync::Arc;

use super::*;
use crate::app::layout::Size;
use crate::app::settings::{ColorDepth, Settings, ThemeChoice};
use crate::app::state::State;
use crate::figure::Posture;
use crate::guide::built_in::built_in;
use crate::stretch::cramp::BootTime;
use crate::stretch::plan::{Options, Phase, Plan};
use crate::ui::figure::FigureMemo;
use crate::ui::glyphs::{ASCII, UNICODE};
use crate::ui::theme::Theme;

/// Windows without their first and last row: wide, common, a pane, small.
const SIZES: [(u16, u16); 5] = [(120, 34), (100, 28), (80, 22), (42, 30), (40, 9)];

struct Scene {
    state: State,
    session: Session,
    ascii: bool,
}

impl Scene {
    fn new(routine: &str) -> Self {
        let guide = built_in().unwrap();
        let plan = Plan::new(routine, &guide.routines[routine], Options::default()).unwrap();
        let size = Size { width: 80, height: 24 };
        let state = State::new(Arc::new(guide), Settings::default(), size);
        Self {
            state,
            session: Session::new(plan, Duration::ZERO, BootTime::default()),
            ascii: false,
        }
    }

    fn draw(&self, width: u16, height: u16, now: Duration) -> Buffer {
        self.draw_again(width, height, now, &FigureMemo::default())
    }

    fn draw_again(&self, width: u16, height: u16, now: Duration, memo: &FigureMemo) -> Buffer {
        let area = Rect::new(0, 0, width, height);
        let theme = Theme::of(ThemeChoice::Night, ColorDepth::True, self.ascii);
        let mut buf = Buffer::empty(area);
        buf.set_style(area, theme.ground);
        let mut state = self.state.clone();
        state.now.mono = now;
        let context = RenderContext { state: &state, theme: &theme, figure: memo };
        match TimerView::of(&self.session, context) {
            Some(view) => draw(area, &mut buf, &view),
            None => summary::draw(area, &mut buf, &self.session.summary(now), context),
        }
        buf
    }

    /// A moment a second after the beginning of each phase.
    fn moments(&self) -> Vec<(Phase, Duration)> {
        let phases = self.session.plan().phases.iter();
        phases.map(|phase| (*phase, phase.start + s(1.0))).collect()
    }
}

fn s(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

fn rows(buf: &Buffer) -> Vec<String> {
    (0..buf.area.height)
        .map(|y| (0..buf.area.width).map(|x| buf[(x, y)].symbol()).collect())
        .collect()
}

fn text(buf: &Buffer) -> String {
    rows(buf).join("\n")
}

/// Its words, one blank between two.
fn words(buf: &Buffer) -> String {
    let text = text(buf);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cells painted by their ground, other than that of the window.
fn painted(buf: &Buffer, rows: std::ops::Range<u16>) -> usize {
    let black = ratatui::style::Color::Rgb(0, 0, 0);
    let at = rows.flat_map(|y| (0..buf.area.width).map(move |x| (x, y)));
    at.filter(|at| buf[*at].bg != black).count()
}

#[test]
fn everything_is_shown_at_once_from_forty_by_ten_on() {
    let scene = Scene::new("bedtime");
    for (width, height) in SIZES {
        let buf = scene.draw(width, height, s(13.0));
        let text = text(&buf);
        for word in ["HOLD", "LEFT leg", "1 of 3", "stop", "Keep the back knee"] {
            assert!(text.contains(word), "{width}x{height}: no {word}:\n{text}");
        }
        assert!(width < 80 || text.contains("  avoid  "), "{width}x{height}:\n{text}");
        assert!(painted(&buf, 0..height) > 10, "{width}x{height}: no seconds");
        let strip = rows(&buf);
        let letters = |row: &String| row.trim_start().starts_with(['L', 'R']);
        let legs = strip.iter().filter(|row| letters(row)).count();
        // In the smallest of them the strip has one row, in which halves stand for the legs.
        let halves = strip.iter().any(|row| row.contains('▀') && row.contains('▄'));
        assert!(legs >= 2 || halves, "{text}");
        assert!(text.contains("Calf at the wall") || width > 40, "{text}");
    }
    assert!(text(&scene.draw(80, 22, s(13.0))).contains("then right leg"));
}

#[test]
fn when_to_stop_is_said_whole_in_every_phase_of_every_routine() {
    let guide = built_in().unwrap();
    for routine in guide.routines.keys() {
        let scene = Scene::new(routine);
        for (width, height) in [(120, 34), (80, 22), (42, 26)] {
            for (phase, now) in scene.moments() {
                let id = &scene.session.plan().steps[phase.step].stretch;
                let stop = &guide.stretches[id.as_str()].stop_if;
                let text = words(&scene.draw(width, height, now));
                let missing = super::instructions::when_to_stop(stop)
                    .split_whitespace()
                    .find(|word| !text.contains(word));
                assert_eq!(missing, None, "{routine} {width}x{height} {now:?}:\n{text}");
            }
        }
    }
}

#[test]
fn what_to_do_is_said_whole_on_a_common_screen() {
    let guide = built_in().unwrap();
    for routine in guide.routines.keys() {
        let scene = Scene::new(routine);
        for (phase, now) in scene.moments() {
            let id = &scene.session.plan().steps[phase.step].stretch;
            let stretch = &guide.stretches[id.as_str()];
            let told = match phase.kind {
                PhaseKind::Hold => &stretch.motion,
                PhaseKind::Ready => &stretch.setup,
                PhaseKind::Change | PhaseKind::Rest => continue,
            };
            let text = words(&scene.draw(80, 22, now));
            let missing = told.split_whitespace().find(|word| !text.contains(word));
            assert_eq!(missing, None, "{routine} {now:?}:\n{text}");
        }
    }
}

#[test]
fn who_must_not_stretch_is_said_before_the_first_hold() {
    let scene = Scene::new("bedtime");
    for (width, height) in SIZES.into_iter().chain([(30, 9), (24, 5)]) {
        let text = words(&scene.draw(width, height, s(1.0)));
        assert!(text.contains("Do not stretch or rub"), "{width}x{height}: {text}");
    }
    // In less room it is said in fewer words; where those have none, nothing tells how to stretch.
    let text = words(&scene.draw(20, 3, s(1.0)));
    assert!(text.starts_with("READY LEFT leg 9 ! Swollen, hot, cold, injured? Stop"), "{text}");
    for (width, height) in [(20, 1), (16, 2)] {
        assert_eq!(words(&scene.draw(width, height, s(1.0))), "READY LEFT leg 9");
    }
}

#[test]
fn the_body_moves_in_the_first_second_and_then_stands() {
    let mut scene = Scene::new("bedtime");
    let body = |scene: &Scene, now: f64| {
        let buf = scene.draw(100, 28, s(now));
        let half = (0..24).flat_map(|y| (46..100).map(move |x| (x, y)));
        half.map(|at| buf[at].clone()).collect::<Vec<_>>()
    };
    assert_ne!(body(&scene, 10.0), body(&scene, 10.5));
    assert_ne!(body(&scene, 10.5), body(&scene, 11.0));
    assert_eq!(body(&scene, 11.0), body(&scene, 19.0));
    scene.state.settings.reduced_motion = true;
    assert_eq!(body(&scene, 10.0), body(&scene, 19.0));
}

#[test]
fn a_line_gets_shorter_with_the_seconds() {
    let accent = Theme::of(ThemeChoice::Night, ColorDepth::True, false).accent.fg;
    let mut scene = Scene::new("bedtime");
    for glyphs in [UNICODE, ASCII] {
        scene.ascii = glyphs == ASCII;
        for (width, height) in [(120, 34), (80, 22)] {
            let left = |now: f64| {
                let buf = scene.draw(width, height, s(now));
                let line = buf
                    .content()
                    .iter()
                    .filter(|cell| cell.symbol() == glyphs.line && Some(cell.fg) == accent);
                line.count()
            };
            assert!(left(11.0) > left(14.0) && left(14.0) > left(18.0), "{width}x{height}");
        }
    }
}

#[test]
fn the_panel_and_the_height_of_the_digits_stay_through_a_session() {
    let theme = Theme::of(ThemeChoice::Night, ColorDepth::True, false);
    let inks = [theme.large, theme.muted].map(|style| theme.fill(style).bg);
    for routine in built_in().unwrap().routines.keys() {
        let scene = Scene::new(routine);
        for (width, height) in SIZES {
            let places = scene.moments().into_iter().map(|(_, now)| {
                let buf = scene.draw(width, height, now);
                let border = rows(&buf).iter().position(|row| row.contains('╰'));
                // The strip at the bottom is no digit.
                let digits = (0..height - 3)
                    .filter(|y| (2..width.min(36)).any(|x| inks.contains(&Some(buf[(x, *y)].bg))));
                (border, digits.collect::<Vec<_>>())
            });
            let places: std::collections::BTreeSet<_> = places.collect();
            assert_eq!(places.len(), 1, "{routine} {width}x{height}: {places:?}");
        }
    }
}

#[test]
fn a_hold_has_the_colour_of_what_is_active_from_its_first_second_to_its_last() {
    let scene = Scene::new("bedtime");
    let theme = Theme::of(ThemeChoice::Night, ColorDepth::True, false);
    let ink = theme.fill(theme.large).bg.unwrap();
    for (width, height) in SIZES {
        for second in 10..20 {
            let buf = scene.draw(width, height, s(f64::from(second) + 0.5));
            let digits = buf.content().iter().filter(|cell| cell.bg == ink).count();
            assert!(digits >= 10, "{width}x{height}, second {second}");
        }
    }
}

#[test]
fn a_pause_says_so_and_what_goes_on() {
    let mut scene = Scene::new("bedtime");
    scene.session.pause_since(s(13.0));
    for (width, height) in SIZES {
        let text = text(&scene.draw(width, height, s(99.0)));
        assert!(text.contains("PAUSED"), "{text}");
    }
    let text = text(&scene.draw(80, 22, s(99.0)));
    assert!(text.contains("Interrupted. Space: resume"), "{text}");
}

#[test]
fn plain_characters_are_enough() {
    let mut scene = Scene::new("bedtime");
    scene.ascii = true;
    for (width, height) in SIZES {
        for now in [1.0, 13.0, 21.0, 80.0, 300.0] {
            let buf = scene.draw(width, height, s(now));
            assert!(text(&buf).is_ascii(), "{}", text(&buf));
        }
    }
}

#[test]
fn no_window_is_too_small() {
    let scene = Scene::new("lying-in-bed");
    for width in (0..14).chain([25, 33, 34, 39, 40, 41, 71, 72, 110, 200]) {
        for height in (0..12).chain([14, 17, 18, 24, 32, 60]) {
            for now in [0.0, 16.0, 37.0, 9999.0] {
                scene.draw(width, height, s(now));
            }
        }
    }
    assert_eq!(text(&scene.draw(1, 1, s(0.0))), "1");
    assert_eq!(text(&scene.draw(14, 1, s(16.0))), "LEFT leg 19   ");
}

#[test]
fn the_summary_says_what_each_leg_got() {
    let mut scene = Scene::new("bedtime");
    scene.session.skip(s(14.0));
    let title = scene.state.guide.stretches["calf-wall-straight"].title.clone();
    for (width, height) in [(120, 34), (80, 22), (40, 9)] {
        let text = text(&scene.draw(width, height, s(1000.0)));
        for words in [
            "11 of 12 holds done, 1 skipped",
            &*title,
            "left 0:24, right 0:30, 1 skipped",
            "This closes by itself after a minute.",
        ] {
            assert!(text.contains(words), "{words}:\n{text}");
        }
    }
    let small = text(&scene.draw(40, 9, s(1000.0)));
    assert!(small.contains("Held: left 0:54, right 1:00"), "{small}");
}

#[test]
fn a_body_taken_from_the_last_drawing_is_the_same() {
    let scene = Scene::new("bedtime");
    let memo = FigureMemo::default();
    for now in [1.0, 2.0, 10.2, 10.6, 15.0, 16.0, 21.0, 24.5, 90.0] {
        let again = scene.draw_again(80, 22, s(now), &memo);
        assert_eq!(again, scene.draw(80, 22, s(now)));
    }
}

#[test]
fn a_body_lies_on_what_is_beneath_it_now() {
    let guide = built_in().unwrap();
    let figure = guide.stretches.values().find_map(|stretch| stretch.figure.as_ref()).unwrap();
    let posture = Posture { figure, leg: None, held: Some(1.0) };
    let theme = Theme::of(ThemeChoice::Night, ColorDepth::True, false);
    let area = Rect::new(0, 0, 30, 12);
    let memo = FigureMemo::default();
    for (ground, beneath) in [(0, " "), (9, " "), (9, "x")] {
        let mut cell = ratatui::buffer::Cell::new(beneath);
        cell.set_bg(ratatui::style::Color::Rgb(ground, ground, ground));
        let (mut again, mut fresh) =
            (Buffer::filled(area, cell.clone()), Buffer::filled(area, cell));
        memo.draw(area, &mut again, &posture, &theme);
        FigureMemo::default().draw(area, &mut fresh, &posture, &theme);
        assert_eq!(again, fresh);
    }
}

#[test]
fn a_small_window_with_empty_rows_leaves_no_instruction_out() {
    let scene = Scene::new("bedtime");
    let (_, hold) = scene.moments()[1];
    for (width, height) in [(60, 17), (70, 18), (56, 19)] {
        let buf = scene.draw(width, height, hold);
        let text: String = buf.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        for label in ["feel", "avoid", "stop"] {
            assert!(text.contains(&format!("{label} ")), "{label} at {width}x{height}: {text}");
        }
    }
}
