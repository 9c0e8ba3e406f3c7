use super::*;
use crate::app::settings::{ColorDepth, ThemeChoice};
use crate::guide::Guide;
use crate::guide::built_in::built_in;
use crate::stretch::plan::{Options, Plan};

const SAFETY: &str = "Swollen, hot, red, cold, numb, or hurt? Do not stretch or rub";

struct Scene {
    guide: Guide,
    session: Session,
    look: Look,
}

impl Scene {
    fn new(routine: &str) -> Self {
        let guide = built_in().unwrap();
        let plan = Plan::new(routine, &guide.routines[routine], Options::default()).unwrap();
        Self {
            session: Session::new(plan, Duration::ZERO),
            guide,
            look: Look {
                calm: true,
                keys: 50,
                ..Look::default()
            },
        }
    }

    fn draw(&self, width: u16, height: u16, now: Duration) -> Buffer {
        let area = Rect::new(0, 0, width, height);
        let theme = Theme::of(ThemeChoice::Night, ColorDepth::True);
        let mut buf = Buffer::empty(area);
        buf.set_style(area, theme.ground);
        let stretches = &self.guide.stretches;
        match TimerView::of(&self.session, now, stretches, SAFETY, self.look) {
            Some(view) => draw(area, &mut buf, &view, &theme),
            None => summary::draw(
                area,
                &mut buf,
                &self.session.summary(now),
                stretches,
                &theme,
            ),
        }
        buf
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

#[test]
fn everything_is_shown_at_once_from_forty_by_ten_on() {
    let scene = Scene::new("bedtime");
    for (width, height) in [(40, 9), (40, 10), (38, 29), (76, 22), (80, 24), (120, 36)] {
        let text = text(&scene.draw(width, height, s(13.0)));
        let words = [
            "Hold",
            "LEFT",
            "Calf at the",
            "1 of 3",
            "right",
            "2:37 left",
            "[",
            "██████",
            "Breathe in",
            "Do not stretch or rub",
        ];
        // Where there is no room for both, the line that says who must not stands alone.
        let told = (height > 10).then_some("Keep the back knee straight.");
        for word in words.into_iter().chain(told) {
            assert!(
                text.contains(word),
                "{width}x{height}: no `{word}` in\n{text}"
            );
        }
    }
}

#[test]
fn how_to_get_into_position_is_said_whole_on_a_common_screen() {
    for routine in ["bedtime", "bedtime-seated", "lying-in-bed", "after-cramp"] {
        let scene = Scene::new(routine);
        let text = text(&scene.draw(76, 22, s(1.0))).replace('\n', " ");
        let left = |row: &str| row.split_whitespace().collect::<Vec<_>>().join(" ");
        let first = &scene.guide.routines[routine].steps[0].stretch;
        for word in scene.guide.stretches[first].setup.split_whitespace() {
            assert!(
                left(&text).contains(word),
                "{routine}: no `{word}` in {text}"
            );
        }
    }
}

#[test]
fn how_to_move_is_said_whole_in_every_hold_on_a_common_screen() {
    let guide = built_in().unwrap();
    for routine in guide.routines.keys() {
        let mut scene = Scene::new(routine);
        scene.look.keys = 36;
        let plan = Plan::new(routine, &guide.routines[routine], Options::default()).unwrap();
        for phase in plan
            .phases
            .iter()
            .filter(|phase| phase.kind == PhaseKind::Hold)
        {
            let text = text(&scene.draw(76, 22, phase.start + s(1.0)));
            let told: Vec<&str> = text.split_whitespace().collect();
            let stretch = &guide.stretches[&guide.routines[routine].steps[phase.step].stretch];
            let missing = |word: &&str| !told.contains(word);
            let missing: Vec<&str> = stretch.motion.split_whitespace().filter(missing).collect();
            assert!(missing.is_empty(), "{routine}: no {missing:?} in\n{text}");
        }
    }
}

#[test]
fn who_must_not_stretch_stands_above_the_first_instruction() {
    let scene = Scene::new("bedtime");
    for (width, height) in [(12, 9), (40, 9), (40, 10), (40, 29), (80, 24), (120, 36)] {
        let text = text(&scene.draw(width, height, s(1.0))).replace('\n', " ");
        let squeezed = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let safety = squeezed.find("Do not stretch or rub");
        let safety = safety.unwrap_or_else(|| panic!("{width}x{height}: {squeezed}"));
        assert!(squeezed.contains("Calf at the") || width < 34, "{squeezed}");
        let first = squeezed.find("Light on.").unwrap_or(usize::MAX);
        assert!(safety < first);
    }
}

#[test]
fn left_is_drawn_left_and_right_is_drawn_right() {
    let scene = Scene::new("bedtime");
    let column = |word: &str, now: f64| {
        let rows = rows(&scene.draw(80, 24, s(now)));
        rows.iter()
            .find_map(|row| row.find(word).map(|at| row[..at].chars().count()))
    };
    assert!(column("LEFT", 12.0).unwrap() < 10);
    assert!((10..22).contains(&column("RIGHT", 25.0).unwrap()));
}

#[test]
fn a_second_changes_few_cells() {
    let scene = Scene::new("bedtime");
    let (mut changes, mut ticks) = (0, 0);
    for second in 11..20 {
        let before = scene.draw(100, 30, s(f64::from(second)));
        let after = scene.draw(100, 30, s(f64::from(second + 1)));
        if second > 11 && second < 19 {
            changes += before.diff(&after).len();
            ticks += 1;
        }
    }
    assert!(changes / ticks <= 16, "{changes} cells in {ticks} ticks");
}

#[test]
fn a_pause_says_so_and_changes_the_outline() {
    let mut scene = Scene::new("bedtime");
    scene.session.gap(s(13.0));
    let text = text(&scene.draw(80, 24, s(99.0)));
    assert!(
        text.contains("Paused: hold") && text.contains("Interrupted."),
        "{text}"
    );
    assert!(text.contains('║') && !text.contains('┃'), "{text}");
}

#[test]
fn plain_characters_are_enough() {
    let mut scene = Scene::new("bedtime");
    scene.look.ascii = true;
    for now in [1.0, 13.0, 21.0, 80.0, 300.0] {
        let buf = scene.draw(80, 24, s(now));
        assert!(text(&buf).is_ascii(), "{}", text(&buf));
    }
}

#[test]
fn no_window_is_too_small() {
    let scene = Scene::new("lying-in-bed");
    for width in (0..14).chain([25, 26, 39, 40, 41, 72, 110, 200]) {
        for height in (0..12).chain([14, 16, 18, 24, 32, 60]) {
            for now in [0.0, 16.0, 37.0, 9999.0] {
                scene.draw(width, height, s(now));
            }
        }
    }
    assert_eq!(text(&scene.draw(1, 1, s(0.0))), "1");
    assert_eq!(text(&scene.draw(14, 1, s(16.0))), "LEFT 19       ");
}

#[test]
fn the_summary_says_what_each_leg_got() {
    let mut scene = Scene::new("bedtime");
    scene.session.skip(s(14.0));
    let summary = scene.session.summary(s(1000.0));
    let drawn = |width, height| text(&scene.draw(width, height, s(1000.0)));
    assert_eq!(summary.skipped, 1);
    for (width, height) in [(80, 24), (40, 9)] {
        let text = drawn(width, height);
        for words in [
            "11 of 12 holds done, 1 skipped",
            "Held: left 0:54, right 1:00",
            "Calf at the wall, back knee straight",
            "left 0:24, right 0:30, 1 skipped",
            "This closes by itself after a minute.",
        ] {
            assert!(text.contains(words), "{words}:\n{text}");
        }
    }
}

#[test]
fn a_figure_taken_from_the_last_drawing_is_the_same() {
    let scene = Scene::new("bedtime");
    let theme = Theme::of(ThemeChoice::Night, ColorDepth::True);
    let mut memo = FigureMemo::default();
    for now in [1.0, 2.0, 10.2, 10.6, 15.0, 16.0, 21.0, 24.5, 90.0] {
        let area = Rect::new(0, 0, 80, 24);
        let mut buf = Buffer::empty(area);
        buf.set_style(area, theme.ground);
        let stretches = &scene.guide.stretches;
        let view = TimerView::of(&scene.session, s(now), stretches, SAFETY, scene.look).unwrap();
        draw_again(area, &mut buf, &view, &theme, &mut memo);
        assert_eq!(buf, scene.draw(80, 24, s(now)));
    }
}
