//! Any bytes from the keyboard, into the running program: the state stays whole.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use uncramp::app::key::{KeyName, KeyPress};
use uncramp::app::layout::Size;
use uncramp::app::message::{Launch, Message};
use uncramp::app::settings::Settings;
use uncramp::app::state::State;
use uncramp::app::time::Now;
use uncramp::app::update::update;
use uncramp::app::view::View;
use uncramp::guide::Guide;
use uncramp::guide::search::Index;
use uncramp::stretch::plan::Options;
use uncramp::ui::Ui;

static GUIDE: LazyLock<Arc<Guide>> =
    LazyLock::new(|| Arc::new(uncramp::guide::built_in().expect("the guide")));

static INDEX: LazyLock<Arc<Index>> = LazyLock::new(|| Arc::new(Index::new(&GUIDE)));

// The program as it opens, in each way and window: opened once, copied for each run.
thread_local! {
    static OPENED: Vec<State> = (0..8).map(begin).collect();
}

/// The first byte says how the program opens and how long each key takes.
pub fn run(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else {
        return;
    };
    let mut now = Now::default();
    let mut state = OPENED.with(|opened| opened[usize::from(first % 8)].clone());
    let pace = Duration::from_millis(u64::from(first / 8) * 400);
    for key in bytes.iter().map(|byte| pressed(*byte)) {
        now.mono += pace;
        now.boot.0 += pace;
        update(&mut state, Message::Pressed(key), now);
        if state.ending.is_some() {
            break;
        }
    }
    is_whole(&state);
    if first.is_multiple_of(32) {
        draw(&state);
    }
}

/// The key that a byte stands for; those above ASCII are the keys that are no characters.
fn pressed(byte: u8) -> KeyPress {
    const OTHERS: [KeyName; 16] = [
        KeyName::Esc,
        KeyName::Backspace,
        KeyName::Delete,
        KeyName::BackTab,
        KeyName::Left,
        KeyName::Right,
        KeyName::Up,
        KeyName::Down,
        KeyName::Home,
        KeyName::End,
        KeyName::PageUp,
        KeyName::PageDown,
        KeyName::F(1),
        KeyName::F(2),
        KeyName::F(3),
        KeyName::Other,
    ];
    match byte {
        b'\t' => KeyPress::plain(KeyName::Tab),
        b'\r' | b'\n' => KeyPress::plain(KeyName::Enter),
        1..=26 => KeyPress::ctrl(char::from(byte + b'a' - 1)),
        0x20..0x7f => KeyPress::char(char::from(byte)),
        _ => KeyPress::plain(OTHERS[usize::from(byte % 16)]),
    }
}

fn begin(first: u8) -> State {
    let size = Size { width: if first & 4 == 0 { 80 } else { 120 }, height: 24 };
    let mut state = State::new(Arc::clone(&GUIDE), Settings::default(), size);
    state.index = Some(Arc::clone(&INDEX));
    let opening = match first % 4 {
        0 => Launch::Browse,
        1 => Launch::Stretch { routine: "bedtime".to_owned(), options: Options::default() },
        2 => Launch::Rescue { muscle: None, pose: None, leg: None },
        _ => Launch::Standby,
    };
    update(&mut state, Message::Launched(opening), Now::default());
    state
}

fn is_whole(state: &State) {
    let count = |is: fn(&View) -> bool| state.overlays.iter().filter(|view| is(view)).count();
    assert!(count(|view| matches!(view, View::Timer(_))) <= 1);
    assert!(count(|view| matches!(view, View::Rescue(_))) <= 1);
    let (window, place) = state.visible_page();
    assert!(place.scroll <= window.last_scroll(), "scrolled too far");
    let items = window.items.len();
    let cursor = place.cursor.unwrap_or(0);
    assert!(cursor < items.max(1), "{cursor} of {items}");
}

fn draw(state: &State) {
    let size = (state.size.width, state.size.height);
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a screen in memory");
    let drawn = terminal.draw(|frame| Ui::default().draw(state, frame));
    drawn.expect("a screen in memory");
}
