//! Any keys at any size: nothing panics and the state makes sense.

use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use uncramp::app::key::KeyPress;
use uncramp::app::layout::Size;
use uncramp::app::message::Message;
use uncramp::app::settings::Settings;
use uncramp::app::state::State;
use uncramp::app::time::Now;
use uncramp::app::update::update;
use uncramp::app::view::View;
use uncramp::guide::{self, Guide};
use uncramp::ui::Ui;

use crate::codes::CODES;
use crate::everywhere::screens;
use crate::harness::Journey;
use crate::launches;

/// What may happen.
#[derive(Debug, Clone)]
enum Chance {
    Press(KeyPress),
    Wait(u32),
    Sleep(u32),
    Resize(u16, u16),
    Continued,
}

fn key() -> impl Strategy<Value = KeyPress> {
    prop_oneof![
        4 => (0x20_u8..0x7f).prop_map(|byte| KeyPress::char(char::from(byte))),
        3 => proptest::sample::select(&CODES[..]).prop_map(KeyPress::plain),
        2 => proptest::sample::select(b"0129seicfx+-?/ ".to_vec())
            .prop_map(|byte| KeyPress::char(char::from(byte))),
        1 => any::<char>().prop_map(KeyPress::char),
    ]
}

fn chance() -> impl Strategy<Value = Chance> {
    prop_oneof![
        12 => key().prop_map(Chance::Press),
        2 => (0_u32..40_000).prop_map(Chance::Wait),
        1 => (0_u32..900_000).prop_map(Chance::Sleep),
        1 => (0_u16..=200, 0_u16..=60).prop_map(|(w, h)| Chance::Resize(w, h)),
        1 => Just(Chance::Continued),
    ]
}

fn is_consistent(state: &State) -> Result<(), TestCaseError> {
    let (window, place) = state.visible_page();
    let items = window.items.len();
    prop_assert!(place.cursor.unwrap_or(0) < items.max(1), "cursor {:?} of {items}", place.cursor);
    let readings = state.overlays.iter().filter_map(|view| match view {
        View::GuideView(reading) => Some(reading),
        _ => None,
    });
    for reading in readings.chain([&state.reading]) {
        prop_assert!(!reading.trail.visits().is_empty());
        let last = reading.trail.visits().len() - 1;
        for (index, visit) in reading.trail.visits().iter().enumerate() {
            prop_assert_eq!(visit.left_by.is_some(), index < last);
        }
    }
    let (window, place) = state.visible_page();
    prop_assert!(place.scroll <= window.last_scroll(), "scrolled past the end");
    let timers = state.overlays.iter().filter(|view| matches!(view, View::Timer(_)));
    prop_assert!(timers.count() <= 1);
    let cramps = state.overlays.iter().filter(|view| matches!(view, View::Rescue(_)));
    prop_assert!(cramps.count() <= 1);
    Ok(())
}

fn live(guide: &Arc<Guide>, chances: Vec<Chance>) -> Result<(), TestCaseError> {
    let size = Size { width: 80, height: 24 };
    let mut state = State::new(Arc::clone(guide), Settings::default(), size);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let ui = Ui::default();
    let mut now = Now::default();
    for chance in chances {
        let message = match chance {
            Chance::Press(key) => Message::Pressed(key),
            Chance::Wait(ms) => {
                let time = Duration::from_millis(ms.into());
                // As the loop does it: woken when asked for, or late.
                let time = state.next_deadline().map_or(time, |wake| time.min(wake + time / 10));
                now.mono += time;
                now.boot.0 += time;
                Message::Tick
            }
            Chance::Sleep(ms) => {
                now.boot.0 += Duration::from_millis(ms.into());
                Message::Tick
            }
            Chance::Resize(width, height) => {
                terminal.backend_mut().resize(width, height);
                Message::Resized(Size { width, height })
            }
            Chance::Continued => Message::Continued,
        };
        update(&mut state, message, now);
        if state.ending.is_some() {
            break;
        }
        is_consistent(&state)?;
        if state.size.width > 0 && state.size.height > 0 {
            terminal.draw(|frame| ui.draw(&state, frame)).unwrap();
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_happens_in_whatever_order_nothing_breaks(
        chances in proptest::collection::vec(chance(), 1..120),
    ) {
        thread_local! {
            static GUIDE: Arc<Guide> = Arc::new(guide::built_in().unwrap());
        }
        GUIDE.with(|guide| live(guide, chances))?;
    }
}

/// Kinds of views, each open at most once: seven lists, help for nine places, two ways through the guide, and one each of
/// search, safety check, session, cramp, charts and standby.
const DEEPEST: usize = 24;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn no_row_of_keys_piles_up_views_or_loses_a_session(
        keys in proptest::collection::vec(
            proptest::sample::select(b"?/eicds<>F1234290jk\t".to_vec()), 300,
        ),
    ) {
        let keys: String = keys.into_iter().map(|byte| match byte {
            b'<' => "<f1>".to_owned(),
            b'>' => "<enter>".to_owned(),
            b'F' => "<f4>".to_owned(),
            b'\t' => "<tab>".to_owned(),
            other => char::from(other).to_string(),
        }).collect();
        let state = Journey::new().launch(launches::bedtime()).at_once(&keys).end().state;
        prop_assert!(state.overlays.len() <= DEEPEST, "{}", state.overlays.len());
        prop_assert!(state.waiting_session().is_some());
    }
}

#[test]
fn help_and_search_in_turn_are_a_few_views_deep() {
    let end = Journey::new().press(&"<f1><f4>".repeat(50)).end();
    assert_eq!(end.state.overlays.len(), 2, "the keys, and the search");
    let end = Journey::new().press(&"e1ie".repeat(30)).end();
    assert_eq!(end.state.overlays.len(), 2, "a list above the danger signs");
}

#[test]
fn every_screen_is_drawn_at_every_size() {
    for (_, journey) in screens() {
        let mut state = journey.end().state;
        let mut terminal = Terminal::new(TestBackend::new(1, 1)).unwrap();
        let ui = Ui::default();
        for width in (0..=120).step_by(11).chain([1, 2, 3, 4, 99, 100, 101]) {
            for height in (0..=50).step_by(10).chain([1, 2, 4, 5, 7, 8]) {
                let size = Size { width, height };
                let now = state.now;
                update(&mut state, Message::Resized(size), now);
                if width == 0 || height == 0 {
                    continue;
                }
                terminal.backend_mut().resize(width, height);
                terminal.draw(|frame| ui.draw(&state, frame)).unwrap();
            }
        }
    }
}
