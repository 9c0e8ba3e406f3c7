//! Runs the real loop on a script of keys and waits, on a screen in memory.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use uncramp::app::effect::{Effect, Ending};
use uncramp::app::key::KeyPress;
use uncramp::app::layout::Size;
use uncramp::app::message::{Launch, Message};
use uncramp::app::settings::Settings;
use uncramp::app::state::State;
use uncramp::app::time::Now;
use uncramp::app::update::update;
use uncramp::diary::service::{DiaryService, SaveOptions};
use uncramp::guide::{self, Guide};
use uncramp::runtime::run;

use crate::keys::{keys_along, named};
use crate::script::{Act, play};

/// Read once for all journeys.
static BUILT_IN: LazyLock<Arc<Guide>> = LazyLock::new(|| {
    let guide = guide::built_in().expect("the built-in guide");
    Arc::new(guide.with_emergency_number(None))
});

/// A journey through the program.
pub struct Journey {
    guide: Arc<Guide>,
    settings: Settings,
    size: (u16, u16),
    launch: Launch,
    acts: VecDeque<Act>,
    diary: Option<DiaryService>,
}

/// What is left at the end of a journey.
pub struct End {
    /// The program's state.
    pub state: State,
    /// The screen, one string a row, without trailing spaces.
    pub screen: Vec<String>,
    /// Everything the environment was asked to do.
    pub effects: Vec<Effect>,
    /// How the program was left; `None` when it still runs.
    pub ending: Option<Ending>,
    /// How often the program waited: once after each frame.
    pub waits: usize,
    /// The cells of the last frame.
    pub buffer: ratatui::buffer::Buffer,
    /// Column and row of the real cursor.
    pub cursor: (u16, u16),
}

impl Journey {
    /// Opens the built-in guide at 80x24.
    pub fn new() -> Self {
        Self::of(Arc::clone(&BUILT_IN))
    }

    /// Opens another guide at 80x24.
    pub fn with(guide: Guide) -> Self {
        Self::of(Arc::new(guide))
    }

    fn of(guide: Arc<Guide>) -> Self {
        Self {
            guide,
            settings: Settings::default(),
            size: (80, 24),
            launch: Launch::Browse,
            acts: VecDeque::new(),
            diary: None,
        }
    }

    /// In a window of this size.
    pub fn at(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// With other settings.
    pub fn set(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(&mut self.settings);
        self
    }

    /// Opened by another command.
    pub fn launch(mut self, launch: Launch) -> Self {
        self.launch = launch;
        self
    }

    /// Presses keys: characters as they are, others in angle brackets:
    /// `"2n<enter><esc>"`, `"<c-c>"`, `"<f2>"`. `"<wait>"` is a second, in which one reads.
    pub fn press(mut self, keys: &str) -> Self {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let (act, after) = match rest.strip_prefix('<').and_then(|tail| tail.split_once('>')) {
                Some(("wait", after)) => (Act::Wait(Duration::from_secs(1)), after),
                Some((name, after)) => (Act::Press(named(name)), after),
                None => (Act::Press(KeyPress::char(c)), &rest[c.len_utf8()..]),
            };
            self.acts.push_back(act);
            rest = after;
        }
        self
    }

    /// Waits so many seconds.
    pub fn wait(mut self, seconds: u64) -> Self {
        self.acts.push_back(Act::Wait(Duration::from_secs(seconds)));
        self
    }

    /// Waits so many milliseconds.
    pub fn wait_ms(mut self, time: u64) -> Self {
        self.acts.push_back(Act::Wait(Duration::from_millis(time)));
        self
    }

    /// Waits so many seconds, in which the machine has no time for the program.
    pub fn late(mut self, seconds: u64) -> Self {
        self.acts.push_back(Act::Late(Duration::from_secs(seconds)));
        self
    }

    /// The machine sleeps so many seconds.
    pub fn sleep(mut self, seconds: u64) -> Self {
        self.acts.push_back(Act::Sleep(Duration::from_secs(seconds)));
        self
    }

    /// The program is stopped for so many seconds, as by Ctrl-Z and `fg`.
    pub fn stop(mut self, seconds: u64) -> Self {
        self.acts.push_back(Act::Stop(Duration::from_secs(seconds)));
        self
    }

    /// Takes the way along the pages with these ids, by the keys beside their options.
    pub fn along(mut self, pages: &[&str]) -> Self {
        let guide = Arc::clone(&self.guide);
        let keys = keys_along(&guide, pages);
        self = self.press(&keys);
        self
    }

    /// The window changes its size.
    pub fn resize(mut self, width: u16, height: u16) -> Self {
        self.acts.push_back(Act::Resize(width, height));
        self
    }

    /// Something changes outside.
    pub fn outside(mut self, message: Message) -> Self {
        self.acts.push_back(Act::Outside(Box::new(message)));
        self
    }

    /// Something else happens on the machine, such as another program taking the diary.
    pub fn meanwhile(mut self, happens: impl FnOnce() + 'static) -> Self {
        self.acts.push_back(Act::Meanwhile(Box::new(happens)));
        self
    }

    /// Types keys so fast that they arrive in one go.
    pub fn at_once(mut self, keys: &str) -> Self {
        let before = self.acts.len();
        self = self.press(keys);
        let typed = self.acts.split_off(before);
        let keys = typed.into_iter().filter_map(|act| match act {
            Act::Press(key) => Some(key),
            _ => None,
        });
        self.acts.push_back(Act::Burst(keys.collect()));
        self
    }

    /// With a diary in this folder; without one nobody answers what the diary is asked.
    pub fn keeping(mut self, folder: &Path) -> Self {
        let save = SaveOptions { diary: !self.settings.no_save, sessions: true };
        self.diary = Some(DiaryService::new(Some(folder.to_owned()), save));
        self
    }

    /// Runs it to the end of the script.
    pub fn end(self) -> End {
        let (width, height) = self.size;
        let mut state = State::new(self.guide, self.settings, Size { width, height });
        let mut opening = update(&mut state, Message::Launched(self.launch), Now::default());
        let (mut source, mut environment) = play(self.acts, self.diary);
        let backend = TestBackend::new(width, height);
        let mut terminal = Terminal::new(backend).expect("a terminal in memory");
        let ending = loop {
            let opening = std::mem::take(&mut opening);
            match run(&mut state, &mut terminal, &mut source, &mut environment, opening) {
                Ok(ending) => break Some(ending),
                Err(_) => match source.resize.take() {
                    Some((width, height)) => terminal.backend_mut().resize(width, height),
                    None => break None,
                },
            }
        };
        let buffer = terminal.backend().buffer().clone();
        let cursor = terminal.backend().cursor_position();
        let cursor = (cursor.x, cursor.y);
        let screen = buffer
            .content
            .chunks(usize::from(buffer.area.width).max(1))
            .map(|row| {
                let row: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
                row.trim_end().to_owned()
            })
            .collect();
        End {
            state,
            screen,
            effects: environment.effects,
            ending,
            waits: source.waits,
            buffer,
            cursor,
        }
    }
}

impl End {
    /// The screen as one text.
    pub fn text(&self) -> String {
        self.screen.join("\n")
    }

    /// Whether the screen says this.
    pub fn shows(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// The row that says this first.
    pub fn row_of(&self, words: &str) -> Option<usize> {
        self.screen.iter().position(|row| row.contains(words))
    }

    /// The id of the open page.
    pub fn page(&self) -> &str {
        self.state.guide.name(self.state.top_reading().trail.here())
    }
}

/// The guide in this file, from the root of the repository.
pub fn file(path: &str) -> Guide {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let read = uncramp::runtime::guide_file::read(&path);
    read.unwrap_or_else(|error| panic!("{error}"))
}
