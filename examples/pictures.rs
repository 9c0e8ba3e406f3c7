//! Draws the README's pictures from the program's own frames:
//! `cargo run --example pictures` writes `docs/*.svg`.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use uncramp::app::effect::Effect;
use uncramp::app::key::{KeyName, KeyPress};
use uncramp::app::layout::Size;
use uncramp::app::message::{Launch, Message};
use uncramp::app::settings::{ColorDepth, Settings, ThemeChoice};
use uncramp::app::state::State;
use uncramp::app::time::Now;
use uncramp::app::update::update;
use uncramp::diary::request::{DiaryReply, DiaryRequest};
use uncramp::guide;
use uncramp::stretch::plan::Options;
use uncramp::ui::Ui;

#[path = "pictures/diary.rs"]
mod diary;
#[path = "pictures/svg.rs"]
mod svg;

/// One picture: a window, what opens in it, the keys pressed, and the seconds waited.
struct Picture {
    name: &'static str,
    size: (u16, u16),
    theme: ThemeChoice,
    launch: Launch,
    keys: &'static str,
    seconds: u64,
}

fn pictures() -> Vec<Picture> {
    let bedtime = Launch::Stretch { routine: "bedtime".to_owned(), options: Options::default() };
    let rescue = Launch::Rescue { muscle: None, pose: None, leg: None };
    vec![
        Picture {
            name: "guide",
            size: (120, 36),
            theme: ThemeChoice::Dark,
            launch: Launch::Browse,
            keys: "2nnn11nj",
            seconds: 0,
        },
        Picture {
            name: "timer",
            size: (120, 36),
            theme: ThemeChoice::Night,
            launch: bedtime,
            keys: "",
            seconds: 13,
        },
        Picture {
            name: "rescue",
            size: (120, 36),
            theme: ThemeChoice::Night,
            launch: rescue,
            keys: "",
            seconds: 6,
        },
        Picture {
            name: "diary",
            size: (120, 36),
            theme: ThemeChoice::Dark,
            launch: Launch::Diary,
            keys: "",
            seconds: 0,
        },
    ]
}

/// The body going into a hold: the first second of it, a frame every tenth of a second.
const MOVING: Picture = Picture {
    name: "hold",
    size: (80, 24),
    theme: ThemeChoice::Dark,
    launch: Launch::Browse,
    keys: "s\n",
    seconds: HOLD,
};

/// When the first hold of the bedtime stretches begins.
const HOLD: u64 = 10;

fn main() -> anyhow::Result<()> {
    let guide =
        Arc::new(guide::built_in().map_err(anyhow::Error::msg)?.with_emergency_number(Some("112")));
    fs::create_dir_all("docs")?;
    for picture in pictures() {
        let now = Duration::from_secs(picture.seconds);
        let frames = frames(&guide, &picture, &[now])?;
        fs::write(format!("docs/{}.svg", picture.name), svg::still(&frames[0]))?;
    }
    let times: Vec<Duration> =
        (0..=11).map(|tenth| Duration::from_millis(HOLD * 1000 + tenth * 100)).collect();
    let frames = frames(&guide, &MOVING, &times)?;
    fs::write(format!("docs/{}.svg", MOVING.name), svg::moving(&frames))?;
    Ok(())
}

/// Runs the program on the picture's keys, and returns its frames at these times.
fn frames(
    guide: &Arc<guide::Guide>,
    picture: &Picture,
    times: &[Duration],
) -> anyhow::Result<Vec<Buffer>> {
    let settings =
        Settings { theme: picture.theme, depth: ColorDepth::True, ..Settings::default() };
    let (width, height) = picture.size;
    let mut state = State::new(Arc::clone(guide), settings, Size { width, height });
    // All keys come at one moment, which from a keyboard would be one that is held down.
    state.has_keyboard = false;
    for effect in update(&mut state, Message::Launched(picture.launch.clone()), Now::default()) {
        if effect == Effect::Diary(DiaryRequest::ReadStatistics) {
            let read = Message::Diary(DiaryReply::Statistics(Ok(Box::new(diary::statistics()?))));
            update(&mut state, read, Now::default());
        }
    }
    for key in picture.keys.chars() {
        let code = if key == '\n' { KeyName::Enter } else { KeyName::Char(key) };
        update(&mut state, Message::Pressed(KeyPress::plain(code)), Now::default());
    }
    let mut terminal = Terminal::new(TestBackend::new(width, height))?;
    let ui = Ui::default();
    let mut frames = Vec::new();
    for time in times {
        update(&mut state, Message::Tick, Now::at(*time));
        terminal.draw(|frame| ui.draw(&state, frame))?;
        frames.push(terminal.backend().buffer().clone());
    }
    Ok(frames)
}
