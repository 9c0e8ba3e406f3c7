//! What holds for the look of every screen: whole borders with air inside, and words that stand out.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use uncramp::app::keymap::Context;
use uncramp::app::message::Message;
use uncramp::app::settings::{ColorDepth, ThemeChoice};
use uncramp::app::time::Now;
use uncramp::app::update::update;
use uncramp::ui::theme::Theme;

use crate::everywhere::screens;
use crate::harness::{End, Journey};
use crate::launches;
use crate::night::contrast;

const SIZES: [(u16, u16); 5] = [(160, 50), (120, 36), (100, 30), (80, 24), (81, 20)];

/// Whether something lies over a dimmed page, whose borders it covers.
fn has_overlay(end: &End) -> bool {
    matches!(end.state.context(), Context::ListOverlay | Context::SafetyGate | Context::Form)
}

fn symbol(buffer: &Buffer, x: u16, y: u16) -> &str {
    buffer.cell((x, y)).map_or("", |cell| cell.symbol())
}

/// The corners of every panel: left, top, right, bottom.
fn panels(buffer: &Buffer) -> Vec<(u16, u16, u16, u16)> {
    let mut found = Vec::new();
    for y in 0..buffer.area.height {
        for x in 0..buffer.area.width {
            if symbol(buffer, x, y) != "╭" {
                continue;
            }
            let right = (x + 1..buffer.area.width).find(|x| symbol(buffer, *x, y) == "╮");
            let bottom = (y + 1..buffer.area.height).find(|y| symbol(buffer, x, *y) == "╰");
            if let (Some(right), Some(bottom)) = (right, bottom) {
                found.push((x, y, right, bottom));
            }
        }
    }
    found
}

#[test]
fn no_text_touches_or_crosses_a_border() {
    for (width, height) in SIZES {
        for (name, journey) in screens() {
            let end = journey.at(width, height).end();
            if has_overlay(&end) || !end.state.notices.is_empty() {
                continue;
            }
            for (left, top, right, bottom) in panels(&end.buffer) {
                for y in top + 1..bottom {
                    for (border, beside) in [(left, left + 1), (right, right - 1)] {
                        let is_border = matches!(symbol(&end.buffer, border, y), "│" | "┃");
                        let is_air = matches!(symbol(&end.buffer, beside, y), " " | "▌");
                        assert!(
                            is_border && is_air,
                            "{name} at {width}x{height}, row {y}:\n{}",
                            end.text()
                        );
                    }
                }
                assert_eq!(symbol(&end.buffer, right, bottom), "╯", "{name}: {}", end.text());
            }
        }
    }
}

#[test]
fn the_night_theme_comes_and_goes_with_the_hour_while_the_program_runs() {
    let mut state = Journey::new().end().state;
    for (hour, minute, theme) in [
        (20, 59, ThemeChoice::Dark),
        (21, 0, ThemeChoice::Night),
        (6, 59, ThemeChoice::Night),
        (7, 0, ThemeChoice::Dark),
    ] {
        let wall = Some(jiff::civil::time(hour, minute, 0, 0));
        update(&mut state, Message::Tick, Now { wall, ..Now::default() });
        assert_eq!(state.theme(), theme, "{hour}:{minute:02}");
        // Nothing wakes the program for it.
        assert_eq!(state.next_deadline(), None);
    }
}

#[test]
fn every_word_stands_out_from_its_ground_in_every_theme() {
    for theme in [ThemeChoice::Dark, ThemeChoice::Light, ThemeChoice::Night] {
        for depth in [ColorDepth::Indexed, ColorDepth::True] {
            let faint = Theme::of(theme, depth, false).faint.fg;
            for (name, journey) in screens() {
                let end = journey
                    .at(120, 36)
                    .set(|settings| {
                        settings.theme = theme;
                        settings.depth = depth;
                    })
                    .end();
                for cell in &end.buffer.content {
                    let is_word = cell.symbol().chars().all(char::is_alphanumeric);
                    let is_dimmed = has_overlay(&end) && Some(cell.fg) == faint;
                    if !is_word || is_dimmed {
                        continue;
                    }
                    let is_reversed = cell.modifier.contains(Modifier::REVERSED);
                    let (ink, ground): (Color, Color) =
                        if is_reversed { (cell.bg, cell.fg) } else { (cell.fg, cell.bg) };
                    let contrast = contrast(ink, ground);
                    assert!(
                        contrast >= 4.5,
                        "{name} in {theme:?} {depth:?}: {contrast:.2}:1 in {:?}",
                        cell.symbol()
                    );
                }
            }
        }
    }
}

/// The cells of the largest rectangle in which nothing is drawn.
fn largest_empty(buffer: &Buffer, grounds: &[Option<Color>]) -> usize {
    let width = usize::from(buffer.area.width);
    let mut heights = vec![0_usize; width];
    let mut largest = 0;
    for row in buffer.content.chunks(width) {
        for (height, cell) in heights.iter_mut().zip(row) {
            let is_empty = cell.symbol() == " " && grounds.contains(&Some(cell.bg));
            *height = if is_empty { *height + 1 } else { 0 };
        }
        for from in 0..width {
            let mut least = usize::MAX;
            for (count, height) in (1..).zip(&heights[from..]) {
                least = least.min(*height);
                largest = largest.max(least * count);
            }
        }
    }
    largest
}

#[test]
fn no_screen_has_an_empty_rectangle_of_more_than_a_fifth_of_it() {
    let theme = Theme::of(ThemeChoice::Dark, ColorDepth::True, false);
    let grounds = [theme.ground.bg, theme.panel.bg];
    let mut empty = Vec::new();
    for (width, height) in [(120, 36), (80, 24)] {
        for (name, journey) in screens() {
            let end = journey
                .at(width, height)
                .set(|settings| {
                    settings.theme = ThemeChoice::Dark;
                    settings.depth = ColorDepth::True;
                })
                .end();
            if end.state.context() == Context::Standby || has_overlay(&end) {
                continue;
            }
            let share = largest_empty(&end.buffer, &grounds) * 100 / end.buffer.content.len();
            if share > 20 {
                empty.push(format!("{name} at {width}x{height}: {share} %\n{}", end.text()));
            }
        }
    }
    assert!(empty.is_empty(), "{}", empty.join("\n"));
}

#[test]
fn what_opens_over_a_cramp_or_the_diary_leaves_its_screen_and_theme_around_it() {
    let rescue = Journey::new().launch(launches::cramp()).press("?").end();
    assert!(rescue.shows("uncramp › Cramp now"), "{}", rescue.text());
    assert_eq!(rescue.state.theme(), ThemeChoice::Night);
    let home = tempfile::tempdir().unwrap();
    let form = Journey::new().keeping(home.path()).press("lld<up>a").end();
    assert!(form.shows("uncramp › Diary"), "{}", form.text());
}

#[test]
fn what_is_typed_in_a_form_has_its_own_ground_and_the_cursor() {
    for (width, height) in [(120, 36), (80, 24), (40, 10)] {
        let home = tempfile::tempdir().unwrap();
        let journey = Journey::new().at(width, height).keeping(home.path());
        let end = journey.set(|settings| settings.theme = ThemeChoice::Dark);
        let end = end.press("llwcalf").end();
        let theme = Theme::of(ThemeChoice::Dark, end.state.settings.depth, false);
        let row = u16::try_from(end.row_of("muscle:").unwrap()).unwrap();
        let line = &end.screen[usize::from(row)];
        let column = |word: &str| {
            let before = line.split(word).next().unwrap_or_default();
            u16::try_from(before.chars().count()).unwrap()
        };
        let (label, typed) = (column("muscle:"), column("calf"));
        let cell = |x: u16| &end.buffer[(x, row)];
        assert_eq!(Some(cell(label).bg), theme.selected.bg);
        for x in typed..typed + 10 {
            assert_eq!(Some(cell(x).bg), theme.field.bg, "{width}x{height}: {}", end.text());
            assert!(cell(x).modifier.contains(Modifier::UNDERLINED));
        }
        assert_eq!(end.cursor, (typed + 4, row), "{width}x{height}: {}", end.text());
    }
}

#[test]
fn an_outcome_sets_its_evidence_apart_and_breaks_no_answer() {
    for (width, height) in [(120, 36), (80, 24)] {
        let end = Journey::new().at(width, height).press("2n<wait>nn11n").end();
        let evidence = end.row_of("Evidence").unwrap();
        let above = end.screen[evidence - 1].chars().take(70);
        assert!(above.into_iter().all(|c| " │".contains(c)), "{}", end.text());
        let answer = end.row_of("Stretching it, or it lets go in minutes");
        assert!(answer.is_some(), "{}", end.text());
    }
}

#[test]
fn a_small_window_shows_most_of_a_menu() {
    for (keys, least) in [("", 3), ("3", 3), ("6", 6)] {
        let end = Journey::new().at(40, 10).press(keys).end();
        let is_choice = |row: &&String| {
            let row = row.trim_start_matches(['▌', ' ']);
            row.starts_with(|c: char| c.is_ascii_digit())
        };
        let shown = end.screen.iter().filter(is_choice).count();
        assert!(shown >= least, "{}", end.text());
        // What must be read is still there.
        assert!(keys != "3" || end.shows("Do not stretch a leg"), "{}", end.text());
    }
    // The hints of a danger sign are part of it.
    let end = Journey::new().at(40, 10).press("2").end();
    assert!(end.shows("Or fainting"), "{}", end.text());
}
