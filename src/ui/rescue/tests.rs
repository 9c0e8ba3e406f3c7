use super::*;
use crate::app::settings::{ColorDepth, ThemeChoice};
use crate::guide::built_in::built_in;
use crate::ui::text::lit;

/// What to do when it lasts too long.
const ADVICE: [&str; 2] = [
    "Ten minutes: get help today. No common cramp",
    "A cramp that does not let go needs a doctor.",
];

fn drawn(width: u16, height: u16, seconds: u64, calm: bool) -> (Buffer, String) {
    let guide = built_in().unwrap();
    let rescue = guide.rescue.as_ref().unwrap();
    let cramp = Cramp::new(rescue.muscle.clone(), rescue.position, None, Duration::ZERO);
    let over_limit = ADVICE.map(str::to_owned);
    let area = Rect::new(0, 0, width, height);
    let theme = Theme::of(ThemeChoice::Night, ColorDepth::True);
    let mut buf = Buffer::empty(area);
    buf.set_style(area, theme.ground);
    let view = RescueView {
        rescue,
        cramp: &cramp,
        over_limit: &over_limit,
        borrowed: false,
        now: Duration::from_secs(seconds),
        look: Look {
            calm,
            keys: 50,
            ..Look::default()
        },
    };
    draw(area, &mut buf, &view, &theme);
    let rows: Vec<String> = (0..height)
        .map(|y| (0..width).map(|x| buf[(x, y)].symbol()).collect())
        .collect();
    (buf, rows.join("\n"))
}

#[test]
fn the_first_frame_has_the_check_on_the_line_above_step_one_and_the_clock() {
    for (width, height) in [(40, 9), (38, 20), (80, 24), (120, 36)] {
        let (_, text) = drawn(width, height, 0, true);
        let rows: Vec<&str> = text.lines().collect();
        let first = rows
            .iter()
            .position(|row| row.starts_with("1 Knee straight."));
        let above = rows[first.unwrap() - 1].trim_end();
        assert!(above.ends_with("Do not stretch or rub"), "{text}");
        assert!(text.contains("0:00") || text.contains("██████"), "{text}");
    }
}

#[test]
fn steps_appear_in_turn_and_the_first_stays() {
    let (_, text) = drawn(100, 30, 5, true);
    assert!(!text.contains("2 Cannot reach?"));
    let (_, text) = drawn(100, 30, 6, true);
    assert!(text.contains("2 Cannot reach?"), "{text}");
    for (width, height) in [(40, 10), (80, 22), (100, 30)] {
        let (_, text) = drawn(width, height, 300, true);
        assert!(
            text.contains("1 Knee straight.") && text.contains("6 Rub gently."),
            "{text}"
        );
    }
}

#[test]
fn over_the_limit_the_advice_takes_the_place_of_the_moves() {
    for (width, height) in [(40, 9), (38, 20), (80, 24), (120, 36)] {
        let (_, before) = drawn(width, height, 599, true);
        assert!(!before.contains("Ten minutes"));
        let (_, text) = drawn(width, height, 600, true);
        assert!(text.starts_with("Ten minutes: get help today"), "{text}");
        assert!(
            (text.contains("10:00") || text.contains("██"))
                && text.contains("Do not stretch or rub"),
            "{text}"
        );
        assert!(
            text.contains("A cramp that does not let go needs"),
            "{text}"
        );
        assert!(!text.contains("1 Knee straight."), "{text}");
    }
    assert!(drawn(30, 2, 600, true).1.contains("Ten minutes"));
    // In the smallest windows it has all the room.
    let (_, text) = drawn(20, 5, 600, true);
    let words: Vec<&str> = text.split_whitespace().collect();
    assert!(
        words
            .join(" ")
            .starts_with("10:00 Ten minutes: get help today"),
        "{text}"
    );
}

#[test]
fn in_the_smallest_windows_no_sentence_of_the_advice_is_cut() {
    let sentences = |text: &str| -> Vec<String> {
        let all = text.split(". ").map(|one| one.trim_end_matches('.'));
        all.map(str::to_owned).collect()
    };
    let whole = sentences(&ADVICE.join(". "));
    for (width, height) in (12..34).flat_map(|width| (1..9).map(move |height| (width, height))) {
        let (_, text) = drawn(width, height, 600, true);
        let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = said.strip_prefix("10:00").unwrap().trim();
        for sentence in sentences(said).iter().filter(|one| !one.is_empty()) {
            let known = whole.iter().any(|all| sentence.starts_with(all.as_str()));
            assert!(known, "{width}x{height}: {sentence}");
        }
    }
}

#[test]
fn muscles_are_shown_with_their_keys_and_the_place_in_words() {
    let (_, text) = drawn(80, 24, 0, true);
    assert!(
        text.contains("[1 calf]  2 hamstring   3 thigh   4 foot"),
        "{text}"
    );
    assert!(text.contains("calf, lying"), "{text}");
}

#[test]
fn muscles_keep_their_keys_in_forty_by_ten_and_after_the_leg_is_said() {
    for seconds in [0, 14, 60] {
        let (_, text) = drawn(40, 9, seconds, true);
        assert!(
            text.contains("[1 calf] 2 hamstring  3 thigh  4 foot"),
            "{text}"
        );
    }
}

#[test]
fn all_steps_stay_in_view_on_a_common_screen() {
    let (_, text) = drawn(76, 22, 120, true);
    for number in 1..=6 {
        let start = format!("{number} ");
        assert!(text.lines().any(|row| row.starts_with(&start)), "{text}");
    }
}

#[test]
fn at_night_it_is_mostly_dark() {
    for seconds in [0, 12, 60, 599, 600, 2000] {
        let (buf, text) = drawn(76, 22, seconds, true);
        let shown = lit(buf.area, &buf);
        assert!(shown <= 1920 / 5 - 32, "{seconds} s: {shown}\n{text}");
    }
}

#[test]
fn no_window_is_too_small() {
    for width in (0..14).chain([39, 40, 41, 80, 200]) {
        for height in (0..12).chain([17, 18, 24, 60]) {
            for seconds in [0, 40, 700] {
                drawn(width, height, seconds, width % 2 == 0);
            }
        }
    }
    assert_eq!(drawn(4, 1, 65, true).1, "1:05");
    // One row has no room for who must not, so it tells no step.
    assert!(drawn(60, 1, 0, true).1.contains("calf, lying"));
    assert!(!drawn(60, 1, 0, true).1.contains("Knee straight."));
    let (_, text) = drawn(62, 2, 0, true);
    assert!(text.contains("0:00 1 Knee straight."), "{text}");
    // The first step comes before the clock and the step to do now.
    let (_, text) = drawn(34, 5, 60, true);
    assert!(
        text.contains("1 Knee straight.") && text.contains("1:00"),
        "{text}"
    );
    assert!(!text.contains("6 Rub gently."), "{text}");
    // And the window is asked for where it cannot be told.
    let (_, text) = drawn(20, 4, 0, true);
    assert!(text.contains("Make the window"), "{text}");
}
