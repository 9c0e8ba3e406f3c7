//! Runs the real loop on a script of keys and waits, with a clock of its own
//! and a screen in memory.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use uncramp::app::effect::{Effect, Ending};
use uncramp::app::key::Key;
use uncramp::app::launch::{Launch, launch};
use uncramp::app::layout::Size;
use uncramp::app::message::Message;
use uncramp::app::settings::Settings;
use uncramp::app::state::State;
use uncramp::app::time::Now;
use uncramp::clerk::Clerk;
use uncramp::guide::{self, Guide};
use uncramp::input::{Event, Source};
use uncramp::runtime::{Edge, run};

use crate::keys::{keys_along, named};

/// What happens next.
enum Act {
    Press(Key),
    /// Keys that arrive in one go.
    Burst(Vec<Key>),
    Wait(Duration),
    /// The machine sleeps.
    Sleep(Duration),
    /// The program is stopped, as by Ctrl-Z, and continued after so long.
    Stop(Duration),
    Resize(u16, u16),
    /// Something changes outside, such as the guide file.
    Outside(Box<Message>),
    /// Something else happens on the machine.
    Meanwhile(Box<dyn FnOnce()>),
}

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
    clerk: Option<Clerk>,
}

/// What is left at the end of a journey.
pub struct End {
    /// The program's state.
    pub state: State,
    /// The screen, one string a row, without trailing spaces.
    pub screen: Vec<String>,
    /// Everything the edge was asked to do.
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
            clerk: None,
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
    /// `"29<enter><esc>"`, `"<c-c>"`, `"<f2>"`.
    pub fn press(mut self, keys: &str) -> Self {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let (key, after) = match rest.strip_prefix('<').and_then(|tail| tail.split_once('>')) {
                Some((name, after)) => (named(name), after),
                None => (Key::char(c), &rest[c.len_utf8()..]),
            };
            self.acts.push_back(Act::Press(key));
            rest = after;
        }
        self
    }

    /// Waits so many seconds.
    pub fn wait(mut self, seconds: u64) -> Self {
        self.acts.push_back(Act::Wait(Duration::from_secs(seconds)));
        self
    }

    /// The machine sleeps so many seconds.
    pub fn sleep(mut self, seconds: u64) -> Self {
        self.acts
            .push_back(Act::Sleep(Duration::from_secs(seconds)));
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
        let save = self.settings.save;
        self.clerk = Some(Clerk::new(Some(folder.to_owned()), save, true).on_screen());
        self
    }

    /// Runs it to the end of the script.
    pub fn end(self) -> End {
        let now = Rc::new(Cell::new(Now::default()));
        let resize = Rc::new(Cell::new(None));
        let (width, height) = self.size;
        let mut state = State::new(self.guide, self.settings, Size { width, height }, false);
        let opening = launch(&mut state, self.launch, now.get());
        let mut edge = Fake {
            now: Rc::clone(&now),
            effects: RefCell::new(Vec::new()),
            outside: Rc::default(),
            clerk: self.clerk,
        };
        let outside = Rc::clone(&edge.outside);
        let mut source = Script {
            now,
            acts: self.acts,
            resize: Rc::clone(&resize),
            outside,
            waits: 0,
        };
        let backend = TestBackend::new(width, height);
        let mut terminal = Terminal::new(backend).expect("a terminal in memory");
        let ending = loop {
            match run(
                &mut state,
                &mut terminal,
                &mut source,
                &mut edge,
                opening.clone(),
            ) {
                Ok(ending) => break Some(ending),
                Err(_) => match resize.take() {
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
            effects: edge.effects.into_inner(),
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
        &self
            .state
            .guide
            .node(self.state.top_reading().trail.here())
            .id
    }
}

struct Script {
    now: Rc<Cell<Now>>,
    acts: VecDeque<Act>,
    resize: Rc<Cell<Option<(u16, u16)>>>,
    outside: Rc<RefCell<Option<Message>>>,
    waits: usize,
}

impl Script {
    fn pass(&self, time: Duration) {
        let now = self.now.get();
        self.now.set(Now {
            mono: now.mono + time,
            boot: now.boot + time,
        });
    }
}

impl Source for Script {
    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Event>> {
        self.waits += 1;
        match self.acts.pop_front() {
            None => Err(io::ErrorKind::UnexpectedEof.into()),
            Some(Act::Press(key)) => Ok(vec![Event::Key(key)]),
            Some(Act::Burst(keys)) => Ok(keys.into_iter().map(Event::Key).collect()),
            Some(Act::Resize(width, height)) => {
                self.resize.set(Some((width, height)));
                Err(io::ErrorKind::Interrupted.into())
            }
            Some(Act::Sleep(time)) => {
                let now = self.now.get();
                self.now.set(Now {
                    mono: now.mono,
                    boot: now.boot + time,
                });
                // Nothing tells a program that the machine has slept.
                Ok(Vec::new())
            }
            Some(Act::Stop(time)) => {
                self.pass(time);
                Ok(vec![Event::Continued])
            }
            Some(Act::Outside(message)) => {
                self.outside.replace(Some(*message));
                Ok(Vec::new())
            }
            Some(Act::Meanwhile(happens)) => {
                happens();
                Ok(Vec::new())
            }
            Some(Act::Wait(time)) => {
                let step = timeout.map_or(time, |timeout| timeout.min(time));
                self.pass(step);
                if step < time {
                    self.acts.push_front(Act::Wait(time.saturating_sub(step)));
                }
                Ok(Vec::new())
            }
        }
    }
}

struct Fake {
    now: Rc<Cell<Now>>,
    effects: RefCell<Vec<Effect>>,
    outside: Rc<RefCell<Option<Message>>>,
    clerk: Option<Clerk>,
}

impl Edge for Fake {
    fn now(&self) -> Now {
        self.now.get()
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        let answer = self
            .clerk
            .as_mut()
            .and_then(|clerk| clerk.carry_out(&effect));
        self.effects.get_mut().push(effect);
        answer
    }

    fn look_round(&mut self) -> Option<Message> {
        let now = self.now.get().mono;
        let waited = self.clerk.as_mut().and_then(|clerk| clerk.try_again(now));
        waited.or_else(|| self.outside.take())
    }

    fn pace(&self) -> Option<Duration> {
        self.clerk.as_ref().and_then(Clerk::pace)
    }
}

/// The guide in this file, from the root of the repository.
pub fn file(path: &str) -> Guide {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let read = uncramp::guide_file::read(&path);
    read.unwrap_or_else(|error| panic!("{error}")).guide
}
