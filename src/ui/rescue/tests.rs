use std::sync::Arc;

use super::*;
use crate::app::layout::Size;
use crate::app::settings::{ColorDepth, Settings, ThemeChoice};
use crate::app::state::State;
use crate::guide::built_in::built_in;
use crate::guide::raw::Pose;
use crate::stretch::cramp::BootTime;
use crate::ui::figure::FigureMemo;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;

fn advice() -> Advice {
    Advice {
        big: "Call a doctor now".to_owned(),
        head: "A cramp of more than 10 minutes".to_owned(),
        lines: vec!["Stop pulling, and let the leg rest.".to_owned()],
        care: Care::Urgent,
    }
}

/// A cramp of this muscle in this pose, so many seconds old.
fn drawn_of(
    (muscle, pose): (&str, Pose),
    (width, height): (u16, u16),
    seconds: u64,
) -> (Buffer, String) {
    let size = Size { width, height };
    let mut state = State::new(Arc::new(built_in().unwrap()), Settings::default(), size);
    state.now.boot.0 = Duration::from_secs(seconds);
    let cramp = OngoingCramp::new(muscle.into(), pose, None, BootTime::default());
    let area = Rect::new(0, 0, width, height);
    let theme = Theme::of(ThemeChoice::Night, ColorDepth::True, false);
    let mut buf = Buffer::empty(area);
    buf.set_style(area, theme.ground);
    let figure = &FigureMemo::default();
    let context = RenderContext { state: &state, theme: &theme, figure };
    let rescue = RescueState::new(cramp);
    let mut view = RescueView::of(&rescue, context).unwrap();
    view.advice = view.advice.map(|_| advice());
    draw(area, &mut buf, &view);
    let rows = (0..height).map(|y| (0..width).map(|x| buf[(x, y)].symbol()).collect());
    let rows: Vec<String> = rows.collect();
    (buf, rows.join("\n"))
}

fn drawn(width: u16, height: u16, seconds: u64) -> String {
    drawn_of(("calf", Pose::Lying), (width, height), seconds).1
}

/// The words of a screen, one blank between two.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_first_frame_has_the_check_above_the_whole_step_for_every_move() {
    let guide = built_in().unwrap();
    let rescue = guide.rescue.as_ref().unwrap();
    for (muscle, poses) in &rescue.moves {
        for (pose, one) in poses {
            for size in [(40, 9), (80, 22), (120, 34)] {
                let (_, text) = drawn_of((muscle, *pose), size, 0);
                let said = words(&text);
                let check = said.find("Do not stretch or rub").unwrap();
                let step = one.steps[0].text.split_whitespace();
                let missing = step.clone().find(|word| !said[check..].contains(word));
                assert_eq!(missing, None, "{muscle} {pose:?} {size:?}:\n{text}");
            }
        }
    }
}

#[test]
fn the_step_is_there_in_the_smallest_window() {
    for (width, height) in [(20, 3), (20, 4), (34, 5), (60, 1), (16, 3)] {
        let text = words(&drawn(width, height, 3));
        assert!(text.contains("0:03"), "{width}x{height}: {text}");
        assert!(text.to_lowercase().contains("knee"), "{width}x{height}: {text}");
    }
    let said = "Swollen, hot? Stop 0:03 Knee straight. Toes to shin";
    assert_eq!(words(&drawn(20, 3, 3)), said);
}

#[test]
fn no_step_of_two_lines_stands_without_the_check_above_it() {
    for width in 10..80 {
        for height in 2..24 {
            let text = drawn(width, height, 3);
            let rows: Vec<&str> = text.lines().map(str::trim).collect();
            let check = rows.iter().position(|row| row.contains("Swollen"));
            let step = rows.iter().position(|row| {
                let row = row.to_lowercase();
                row.contains("knee") || row.contains("0:03 k")
            });
            let told = rows.iter().skip(step.unwrap_or(0)).filter(|row| !row.is_empty());
            assert!(
                check.is_some() && check < step || told.count() <= 1,
                "{width}x{height}:\n{text}"
            );
        }
    }
}

#[test]
fn each_step_is_the_large_one_in_its_turn_and_the_first_comes_again() {
    let guide = built_in().unwrap();
    let rescue = guide.rescue.as_ref().unwrap();
    let steps = rescue.steps("calf", Pose::Lying);
    for seconds in [0, 13, 25, 37, 49, 61] {
        let at = usize::try_from(seconds / 12).unwrap() % steps.len();
        let text = words(&drawn(80, 22, seconds));
        let first = steps[at].text.split_whitespace().next().unwrap();
        assert!(text.contains(first), "{seconds}: {text}");
        assert!(text.contains("next in 0:1"), "{seconds}: {text}");
    }
    assert!(words(&drawn(40, 9, 4)).contains("next in 0:08"));
}

#[test]
fn over_the_limit_the_advice_takes_the_place_of_the_moves() {
    for (width, height) in [(40, 9), (80, 22), (120, 34)] {
        assert!(!drawn(width, height, 599).contains("more than 10 minutes"));
        let text = words(&drawn(width, height, 600));
        for said in ["A cramp of more than 10 minutes", "Stop pulling", "Do not stretch or rub"] {
            assert!(text.contains(said), "{width}x{height}: {text}");
        }
        assert!(!text.contains("Straighten the knee."), "{text}");
    }
    for (width, height) in [(30, 3), (20, 4)] {
        let text = words(&drawn(width, height, 600));
        assert!(text.contains("10:00 A cramp") || text.contains("Call a doctor"), "{text}");
    }
}

#[test]
fn the_body_stands_beside_the_step_and_the_clock_is_large() {
    let black = ratatui::style::Color::Rgb(0, 0, 0);
    for size in [(80, 22), (120, 34)] {
        let (buf, text) = drawn_of(("calf", Pose::Lying), size, 65);
        let painted = |x: std::ops::Range<u16>| {
            let at = x.flat_map(|x| (12..size.1).map(move |y| (x, y)));
            at.filter(|at| buf[*at].bg != black || matches!(buf[*at].symbol(), "▀" | "▄")).count()
        };
        assert!(painted(0..size.0 / 2 - 4) > 25, "{text}");
        assert!(painted(size.0 / 2..size.0) > 100, "{text}");
        assert!(text.contains("10:00 get help"), "{text}");
    }
}

#[test]
fn a_wide_window_gives_most_of_its_width_to_the_body() {
    let black = ratatui::style::Color::Rgb(0, 0, 0);
    let (buf, text) = drawn_of(("calf", Pose::Lying), (120, 34), 1);
    let is_drawn = |x: &u16| (24..34).any(|y| buf[(*x, y)].bg != black);
    let columns = (46..120).filter(is_drawn).count();
    assert!(columns >= 62, "{columns} of 120:\n{text}");
    assert!(text.contains("1 calf  2 hamstring  3 thigh  4 foot"), "{text}");
}

#[test]
fn on_a_common_screen_letters_clock_and_body_have_a_free_row() {
    let black = ratatui::style::Color::Rgb(0, 0, 0);
    let guide = built_in().unwrap();
    for (muscle, poses) in &guide.rescue.as_ref().unwrap().moves {
        for (pose, one) in poses {
            for at in 0..one.steps.len() {
                let of = (muscle.as_str(), *pose);
                let (buf, text) = drawn_of(of, (80, 22), 1 + 12 * at as u64);
                let is_free = |x: std::ops::Range<u16>, y: u16| {
                    let mut cells = x.map(|x| &buf[(x, y)]);
                    cells.all(|cell| cell.symbol() == " " && cell.bg == black)
                };
                let beside_bar = is_free(42..80, 21);
                let free = is_free(0..80, 1) && is_free(0..41, 15) && beside_bar;
                assert!(free, "{muscle} {pose:?} {at}:\n{text}");
                assert!(text.contains("next in"), "{muscle} {pose:?} {at}:\n{text}");
            }
        }
    }
}

#[test]
fn no_window_is_too_small() {
    for width in (0..14).chain([33, 34, 39, 40, 41, 71, 72, 80, 200]) {
        for height in (0..12).chain([17, 18, 24, 60]) {
            for seconds in [0, 40, 700] {
                drawn(width, height, seconds);
            }
        }
    }
    assert!(drawn(4, 1, 65).starts_with("1:05"));
}
