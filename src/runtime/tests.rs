//! What the loop promises about the order of things.

use std::cell::Cell;
use std::sync::Arc;

use ratatui::backend::TestBackend;

use super::*;
use crate::app::key::KeyPress;
use crate::app::message::Launch;
use crate::app::settings::Settings;
use crate::app::update::session;
use crate::diary::entry::EntryId;
use crate::diary::night::Night;
use crate::diary::request::{DiaryReply, DiaryRequest, Logged};
use crate::guide::built_in::built_in;
use crate::stretch::plan::Options;

/// An environment whose every answer makes the program leave.
struct Leaving;

impl Environment for Leaving {
    fn now(&self) -> Now {
        Now::default()
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        (effect == Effect::Diary(DiaryRequest::ReadStartupPrompts)).then_some(Message::Quit)
    }

    fn poll(&mut self) -> Option<Message> {
        None
    }

    fn poll_interval(&self) -> Option<Duration> {
        None
    }
}

impl InputSource for Leaving {
    type Item = Message;

    fn wait(&mut self, _: Option<Duration>) -> io::Result<Vec<Message>> {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

#[test]
fn leaving_counts_before_the_first_key_and_as_an_answer() {
    let size = Size { width: 80, height: 24 };
    let guide = Arc::new(built_in().unwrap());
    for messages in [vec![Message::Quit], vec![Message::Launched(Launch::Browse)]] {
        let mut state = State::new(Arc::clone(&guide), Settings::default(), size);
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let now = Now::default();
        let messages = messages.into_iter();
        let effects = messages.flat_map(|message| update(&mut state, message, now)).collect();
        let ending = run(&mut state, &mut terminal, &mut Leaving, &mut Leaving, effects);
        assert_eq!(ending.unwrap(), Ending::Done);
    }
}

/// A clock and a script of keys, in which carrying out an order takes a stop of a minute.
struct Stopping {
    now: Cell<Duration>,
    stopped: bool,
    /// The keys, and how long before each.
    keys: Vec<(u64, Vec<KeyPress>)>,
    stops_in: fn(&Effect) -> bool,
    carried_out: Vec<Effect>,
}

/// Both sides of the loop look at one world.
struct Shared<'a>(&'a std::cell::RefCell<Stopping>);

impl Environment for Shared<'_> {
    fn now(&self) -> Now {
        Now::at(self.0.borrow().now.get())
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        let mut world = self.0.borrow_mut();
        if (world.stops_in)(&effect) {
            world.now.set(world.now.get() + Duration::from_secs(60));
            world.stopped = effect != Effect::Suspend;
        }
        let answer = match &effect {
            Effect::Diary(DiaryRequest::Add(entry)) => Some(Message::Diary(DiaryReply::Added {
                entry: entry.clone(),
                result: Ok(Some(Logged {
                    id: EntryId(1),
                    night: Night(jiff::civil::Date::MIN),
                    ends_trial: false,
                    same_minute: false,
                })),
            })),
            _ => None,
        };
        world.carried_out.push(effect);
        answer
    }

    fn poll(&mut self) -> Option<Message> {
        None
    }

    fn poll_interval(&self) -> Option<Duration> {
        None
    }
}

impl InputSource for Shared<'_> {
    type Item = Message;

    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Message>> {
        let mut world = self.0.borrow_mut();
        let Some((seconds, _)) = world.keys.first().cloned() else {
            return Err(io::ErrorKind::UnexpectedEof.into());
        };
        let until = Duration::from_secs(seconds);
        let now = world.now.get();
        let next = timeout.map_or(until, |timeout| until.min(now + timeout));
        world.now.set(next.max(now));
        if next < until {
            return Ok(Vec::new());
        }
        let (_, keys) = world.keys.remove(0);
        Ok(keys.into_iter().map(Message::Pressed).collect())
    }

    fn was_stopped(&mut self) -> bool {
        std::mem::take(&mut self.0.borrow_mut().stopped)
    }
}

/// Runs the bedtime session, with a cramp under it if asked, through these keys.
fn stopped(
    on_a_cramp: bool,
    stops_in: fn(&Effect) -> bool,
    keys: Vec<(u64, Vec<KeyPress>)>,
) -> (State, Vec<Effect>) {
    let guide = Arc::new(built_in().unwrap());
    let size = Size { width: 80, height: 24 };
    let mut state = State::new(guide, Settings::default(), size);
    let mut effects = Vec::new();
    if on_a_cramp {
        let rescue = Launch::Rescue { muscle: None, pose: None, leg: None };
        effects.extend(update(&mut state, Message::Launched(rescue), Now::default()));
    }
    let routine = state.guide.bedtime.clone().unwrap();
    session::start(&mut state, &routine, Options::default(), true);
    effects.append(&mut state.effects);
    let world = std::cell::RefCell::new(Stopping {
        now: Cell::default(),
        stopped: false,
        keys,
        stops_in,
        carried_out: Vec::new(),
    });
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let (mut source, mut environment) = (Shared(&world), Shared(&world));
    run(&mut state, &mut terminal, &mut source, &mut environment, effects).unwrap_err();
    (state, world.into_inner().carried_out)
}

/// Where the session stands when it was paused.
fn paused_at(state: &State) -> Option<Duration> {
    let session = &state.timer()?.session;
    session.paused().and_then(|_| Some(session.moment(state.now.mono)?.elapsed))
}

#[test]
fn a_stop_while_the_diary_is_written_pauses_the_session_and_has_the_screen_redrawn() {
    let keys = vec![(12, vec![KeyPress::char('l')]), (80, Vec::new())];
    let note = |effect: &Effect| matches!(effect, Effect::Diary(DiaryRequest::Add(_)));
    let (state, done) = stopped(false, note, keys);
    let note = done.iter().position(note).expect("it is written");
    assert!(done[note..].contains(&Effect::Redraw), "{done:?}");
    let at = paused_at(&state).expect("it is paused");
    assert!(at <= Duration::from_secs(12), "{at:?}");
}

#[test]
fn a_suspension_that_comes_with_a_note_is_a_stop_too() {
    // At 30 seconds the cramp underneath is logged by itself: at the very key that suspends.
    let keys = vec![(30, vec![KeyPress::ctrl('z'), KeyPress::char('l')]), (100, Vec::new())];
    let (state, done) = stopped(true, |effect| *effect == Effect::Suspend, keys);
    let at = |wanted: fn(&Effect) -> bool| done.iter().position(wanted);
    let note = at(|effect| matches!(effect, Effect::Diary(DiaryRequest::Add(_))));
    let suspension = at(|effect| *effect == Effect::Suspend);
    assert!(note.is_some() && suspension.is_some(), "{done:?}");
    let at = paused_at(&state).expect("it is paused");
    assert!(at <= Duration::from_secs(30), "{at:?}");
}
