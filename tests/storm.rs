//! Keys and sizes of the window at random, through the loop of the real program:
//! 20,000 with every `cargo test`, a million with
//! `cargo test --release --test storm -- --ignored --nocapture`.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::cell::Cell;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell as Glyph;
use ratatui::layout::{Position, Size};
use uncramp::app::effect::{Effect, Ending};
use uncramp::app::key::KeyPress;
use uncramp::app::layout;
use uncramp::app::message::{Launch, Message};
use uncramp::app::settings::Settings;
use uncramp::app::state::State;
use uncramp::app::time::Now;
use uncramp::app::update::update;
use uncramp::diary::Diary;
use uncramp::diary::entry::{Cramp, Entry, EntryId, Record};
use uncramp::diary::request::{DiaryReply, DiaryRequest, Logged, NewEntry, Unfinished};
use uncramp::diary::stamp::Stamp;
use uncramp::diary::statistics::Statistics;
use uncramp::guide::{self, Guide};
use uncramp::runtime::input::InputSource;
use uncramp::runtime::{Environment, run};
use uncramp::stretch::plan::Options;
use uncramp::stretch::session::Snapshot;
use uncramp::text::is_unsafe;

use codes::CODES;

#[path = "journeys/codes.rs"]
mod codes;

/// The widest and highest window.
const MOST: (u16, u16) = (500, 200);

/// Chance that is the same every time.
struct Dice(TestRng);

impl Dice {
    fn new() -> Self {
        Self(TestRng::deterministic_rng(RngAlgorithm::ChaCha))
    }

    /// A number below this one.
    fn below(&mut self, most: u32) -> u32 {
        self.0.next_u32() % most
    }

    fn key(&mut self) -> KeyPress {
        const USUAL: &[u8] = b"0123456789secfdlux+-?/ jknbtmvpr";
        match self.below(10) {
            0..=2 => KeyPress::plain(CODES[self.below(22) as usize]),
            3..=7 => KeyPress::char(char::from(USUAL[self.below(32) as usize])),
            8 => KeyPress::char(char::from_u32(self.below(0x11_0000)).unwrap_or('x')),
            _ => KeyPress::ctrl(char::from(b'a' + u8::try_from(self.below(26)).unwrap_or(0))),
        }
    }

    fn size(&mut self) -> Size {
        // Mostly windows as people have them, sometimes anything.
        let (width, height) = if self.below(4) > 0 { (130, 45) } else { MOST };
        let side = |n: u32| u16::try_from(n).unwrap_or(0);
        Size {
            width: side(self.below(u32::from(width) + 1)),
            height: side(self.below(u32::from(height) + 1)),
        }
    }

    fn launch(&mut self) -> Launch {
        match self.below(4) {
            0 => Launch::Stretch { routine: "bedtime".to_owned(), options: Options::default() },
            1 => Launch::Rescue { muscle: None, pose: None, leg: None },
            2 => Launch::Standby,
            _ => Launch::Browse,
        }
    }
}

/// What the fake terminal, keyboard and clock share.
#[derive(Clone)]
struct Shared {
    size: Rc<Cell<Size>>,
    now: Rc<Cell<Now>>,
    /// Keys and sizes that are still to come.
    left: Rc<Cell<usize>>,
    frames: Rc<Cell<usize>>,
}

/// A window that only looks whether what it is sent fits into it.
struct Pane(Shared);

impl Backend for Pane {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Glyph)>>(
        &mut self,
        content: I,
    ) -> io::Result<()> {
        let size = self.0.size.get();
        for (x, y, glyph) in content {
            assert!(x < size.width && y < size.height, "{x},{y} in {size:?}");
            assert!(!glyph.symbol().contains(is_unsafe), "{:?}", glyph.symbol());
        }
        self.0.frames.set(self.0.frames.get() + 1);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let (at, size) = (position.into(), self.0.size.get());
        let fits = at.x < size.width.max(1) && at.y < size.height.max(1);
        assert!(fits, "the cursor at {at} in {size:?}");
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.0.size.get())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        let size = self.0.size.get();
        Ok(WindowSize { columns_rows: size, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A keyboard that is sat upon.
struct Keyboard {
    dice: Dice,
    shared: Shared,
}

impl InputSource for Keyboard {
    type Item = Message;

    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Message>> {
        let left = self.shared.left.get();
        if left == 0 {
            // However wild it was: this key always leaves.
            return Ok(vec![Message::Pressed(KeyPress::ctrl('c'))]);
        }
        let time = Duration::from_millis(self.dice.below(3_000).into());
        let time = if self.dice.below(50) == 0 { time * 400 } else { time };
        let time = timeout.map_or(time, |most| time.min(most));
        let mut now = self.shared.now.get();
        now.mono += time;
        now.boot.0 += time;
        if self.dice.below(300) == 0 {
            now.boot.0 += Duration::from_secs(self.dice.below(40_000).into());
        }
        self.shared.now.set(now);
        let count = (self.dice.below(30) as usize).min(left);
        self.shared.left.set(left - count);
        let mut events = Vec::with_capacity(count);
        for _ in 0..count {
            events.push(match self.dice.below(60) {
                0 => {
                    self.shared.size.set(self.dice.size());
                    Message::Tick
                }
                1 => Message::Continued,
                // Only the last key of all leaves for sure.
                _ => Message::Pressed(self.dice.key()),
            });
        }
        Ok(events)
    }
}

/// A world in which everything works, or now and then nothing does.
struct World {
    dice: Dice,
    shared: Shared,
    kept: Option<Box<Snapshot>>,
}

/// A diary of one cramp.
fn statistics() -> Statistics {
    let began = Stamp::parse("2026-03-05T03:10:00+01:00[Europe/Berlin]").expect("a time");
    let night = began.night();
    let entry = Entry { id: EntryId(1), record: Record::Cramp(Box::new(Cramp::at(began))) };
    Statistics::of(&Diary::new(vec![entry]), night)
}

impl Environment for World {
    fn now(&self) -> Now {
        self.shared.now.get()
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        let fails = self.dice.below(10) == 0;
        let sorry = || "This does not work here.".to_owned();
        let id = EntryId(i64::from(self.dice.below(5)));
        match effect {
            Effect::Diary(request @ (DiaryRequest::Add(_) | DiaryRequest::Complete(..))) => {
                Some(Message::Diary(DiaryReply::Added {
                    entry: match request {
                        DiaryRequest::Complete(_, cramp) => NewEntry::Cramp(cramp),
                        DiaryRequest::Add(entry) => entry,
                        _ => NewEntry::Quiet(None),
                    },
                    result: if fails {
                        Err(sorry())
                    } else {
                        Ok(Some(Logged {
                            id,
                            night: Stamp::default().night(),
                            ends_trial: false,
                            same_minute: false,
                        }))
                    },
                }))
            }
            Effect::Diary(DiaryRequest::TakeBack(_)) => {
                Some(Message::Diary(DiaryReply::Undone(Ok(!fails))))
            }
            Effect::Diary(DiaryRequest::ReadStatistics) if fails => {
                Some(Message::Diary(DiaryReply::Statistics(Err(sorry()))))
            }
            Effect::Diary(DiaryRequest::ReadStatistics) => {
                Some(Message::Diary(DiaryReply::Statistics(Ok(Box::new(statistics())))))
            }
            Effect::Diary(DiaryRequest::SaveSession(session)) => {
                self.kept = Some(session);
                None
            }
            Effect::Diary(DiaryRequest::ReadStartupPrompts) => {
                Some(Message::Diary(DiaryReply::StartupPrompts {
                    session: self.kept.clone(),
                    unfinished: fails.then(|| Unfinished { ids: vec![id], line: sorry() }),
                }))
            }
            _ => fails.then(|| Message::Notice(sorry())),
        }
    }

    fn poll(&mut self) -> Option<Message> {
        None
    }

    fn poll_interval(&self) -> Option<Duration> {
        None
    }
}

/// Runs the program again and again until so many keys and sizes were taken.
fn storm(count: usize) {
    let guide: Arc<Guide> = Arc::new(guide::built_in().expect("the guide"));
    let begin = Instant::now();
    let mut dice = Dice::new();
    let shared = Shared {
        size: Rc::new(Cell::new(Size { width: 80, height: 24 })),
        now: Rc::new(Cell::new(Now::default())),
        left: Rc::new(Cell::new(count)),
        frames: Rc::new(Cell::new(0)),
    };
    let mut runs = 0;
    let mut kept = None;
    let mut ending = Ending::Done;
    let mut keyboard = Keyboard { dice: Dice::new(), shared: shared.clone() };
    while shared.left.get() > 0 {
        let Size { width, height } = shared.size.get();
        let size = layout::Size { width, height };
        let mut state = State::new(Arc::clone(&guide), Settings::default(), size);
        let opening = update(&mut state, Message::Launched(dice.launch()), shared.now.get());
        let mut terminal = Terminal::new(Pane(shared.clone())).expect("a window");
        let mut world = World { dice: Dice::new(), shared: shared.clone(), kept: kept.take() };
        ending =
            run(&mut state, &mut terminal, &mut keyboard, &mut world, opening).expect("no failure");
        kept = world.kept;
        runs += 1;
    }
    println!(
        "{count} keys and sizes in {runs} runs, {} frames drawn, {:.1} s",
        shared.frames.get(),
        begin.elapsed().as_secs_f64()
    );
    assert!(shared.frames.get() > count / 60, "{} frames", shared.frames.get());
    assert!(matches!(ending, Ending::Done | Ending::Interrupted));
}

#[test]
fn twenty_thousand_keys_and_sizes_break_nothing() {
    storm(20_000);
}

#[test]
#[ignore = "takes minutes; run it with --release"]
fn a_million_keys_and_sizes_break_nothing() {
    storm(1_000_000);
}
