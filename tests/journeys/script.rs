//! What happens in a journey, and the world in which it does, with a clock of its own.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::io;
use std::rc::Rc;
use std::time::Duration;

use jiff::Zoned;
use uncramp::app::effect::Effect;
use uncramp::app::key::KeyPress;
use uncramp::app::message::Message;
use uncramp::app::time::Now;
use uncramp::diary::service::DiaryService;
use uncramp::runtime::Environment;
use uncramp::runtime::input::InputSource;

/// What happens next.
pub enum Act {
    /// A key.
    Press(KeyPress),
    /// Keys that arrive in one go.
    Burst(Vec<KeyPress>),
    /// Time passes.
    Wait(Duration),
    /// Time passes, and the program is woken only at its end.
    Late(Duration),
    /// The machine sleeps.
    Sleep(Duration),
    /// The program is stopped, as by Ctrl-Z, and continued after so long.
    Stop(Duration),
    /// The window gets this size.
    Resize(u16, u16),
    /// Something changes outside, such as the guide file.
    Outside(Box<Message>),
    /// Something else happens on the machine.
    Meanwhile(Box<dyn FnOnce()>),
}

/// A world in which all this happens; without a diary nobody answers what the diary is asked.
pub fn play(acts: VecDeque<Act>, diary: Option<DiaryService>) -> (Script, World) {
    let now = Rc::new(Cell::new(Now::default()));
    let outside = Rc::default();
    let script =
        Script { now: Rc::clone(&now), acts, resize: None, outside: Rc::clone(&outside), waits: 0 };
    let world = World { now, effects: Vec::new(), outside, diary };
    (script, world)
}

/// What happens, in turn.
pub struct Script {
    now: Rc<Cell<Now>>,
    acts: VecDeque<Act>,
    /// The size that the window is to get, since the loop was broken off for it.
    pub resize: Option<(u16, u16)>,
    outside: Rc<RefCell<Option<Message>>>,
    /// How often the program has waited.
    pub waits: usize,
}

impl Script {
    fn pass(&self, time: Duration) {
        let mut now = self.now.get();
        now.mono += time;
        now.boot.0 += time;
        self.now.set(now);
    }
}

impl InputSource for Script {
    type Item = Message;

    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Message>> {
        self.waits += 1;
        match self.acts.pop_front() {
            None => Err(io::ErrorKind::UnexpectedEof.into()),
            Some(Act::Press(key)) => Ok(vec![Message::Pressed(key)]),
            Some(Act::Burst(keys)) => Ok(keys.into_iter().map(Message::Pressed).collect()),
            Some(Act::Resize(width, height)) => {
                self.resize = Some((width, height));
                Err(io::ErrorKind::Interrupted.into())
            }
            Some(Act::Late(time)) => {
                self.pass(time);
                Ok(Vec::new())
            }
            Some(Act::Sleep(time)) => {
                let mut now = self.now.get();
                now.boot.0 += time;
                self.now.set(now);
                // Nothing tells a program that the machine has slept.
                Ok(Vec::new())
            }
            Some(Act::Stop(time)) => {
                self.pass(time);
                Ok(vec![Message::Continued])
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

/// Everything else there is in the world.
pub struct World {
    now: Rc<Cell<Now>>,
    /// Everything it was asked to do.
    pub effects: Vec<Effect>,
    outside: Rc<RefCell<Option<Message>>>,
    diary: Option<DiaryService>,
}

impl Environment for World {
    fn now(&self) -> Now {
        self.now.get()
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        let answer = self
            .diary
            .as_mut()
            .zip(match &effect {
                Effect::Diary(request) => Some(request),
                _ => None,
            })
            .and_then(|(diary, request)| diary.carry_out(request, &Zoned::now()))
            .map(Message::Diary);
        self.effects.push(effect);
        answer
    }

    fn poll(&mut self) -> Option<Message> {
        self.outside.take()
    }

    fn poll_interval(&self) -> Option<Duration> {
        None
    }
}
