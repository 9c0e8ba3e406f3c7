//! The main loop: waits for input, updates the state, carries out the effects, draws one frame,
//! and sleeps until the next visible change.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::Backend;

use crate::app::effect::{Effect, Ending};
use crate::app::layout::Size;
use crate::app::message::Message;
use crate::app::state::State;
use crate::app::time::Now;
use crate::app::update::update;
use crate::ui::Ui;
use input::InputSource;

pub mod environment;
pub mod full_screen;
pub mod guide_file;
mod guide_watch;
pub mod input;
pub mod opening;
pub mod programs;
mod screen;
mod terminal;
#[cfg(unix)]
pub(crate) mod unix;
#[cfg(windows)]
pub(crate) mod windows;

#[cfg(unix)]
pub(crate) use unix as platform;
#[cfg(windows)]
pub(crate) use windows as platform;

/// Columns of the window behind this output, where there is one.
pub(crate) fn columns(output: impl platform::AsOutput) -> Option<usize> {
    platform::window_size(output).map(|(columns, _)| usize::from(columns))
}

/// What the program needs from outside, besides its input and output.
pub trait Environment {
    /// The present moment.
    fn now(&self) -> Now;
    /// Carries out an effect. A message tells its result, where there is one.
    fn carry_out(&mut self, effect: Effect) -> Option<Message>;
    /// What has changed outside since the last call, such as the guide file.
    fn poll(&mut self) -> Option<Message>;
    /// How often [`Environment::poll`] should be called; `None` for never.
    fn poll_interval(&self) -> Option<Duration>;
    /// Lets what is still being said or shown come to its end; says what failed.
    fn finish(&mut self) -> Option<String> {
        None
    }
}

/// What the full screen and the program line by line have in common.
pub(crate) struct EventLoop<'a, S, E> {
    pub(crate) state: &'a mut State,
    pub(crate) source: &'a mut S,
    pub(crate) environment: &'a mut E,
    /// What is still to be carried out.
    pub(crate) effects: Vec<Effect>,
}

impl<S: InputSource, E: Environment> EventLoop<'_, S, E> {
    /// Updates the state with one message. If the process was stopped and continued meanwhile, the
    /// state learns that first: else the time of the stop would count as time of the session.
    pub(crate) fn step(&mut self, message: Message) {
        let mut now = self.environment.now();
        // Asked after the clock: a stop in between is longer than the time that was read.
        if self.source.was_stopped() {
            now = self.environment.now();
            self.effects.extend(update(self.state, Message::Continued, now));
        }
        self.effects.extend(update(self.state, message, now));
    }

    /// Carries out the effects, and updates the state with what comes of them; `false` when nothing
    /// does.
    pub(crate) fn carry_out(&mut self) -> bool {
        let mut messages = Vec::new();
        for effect in std::mem::take(&mut self.effects) {
            let suspends = effect == Effect::Suspend;
            messages.extend(self.environment.carry_out(effect));
            if suspends {
                // The time of the stop must not count for the messages after it.
                messages.insert(0, Message::Continued);
            }
        }
        let changes = !messages.is_empty();
        for message in messages {
            self.step(message);
        }
        changes
    }

    /// Waits until something happens. Returns all inputs that are there, and what else has happened.
    pub(crate) fn wait(&mut self) -> io::Result<(Vec<S::Item>, Option<Message>)> {
        loop {
            let passed = self.environment.now().mono.saturating_sub(self.state.now.mono);
            let deadline = self.state.next_deadline().map(|time| time.saturating_sub(passed));
            let timeout = deadline.into_iter().chain(self.environment.poll_interval()).min();
            let inputs = self.source.wait(timeout)?;
            let other = self.environment.poll();
            if !inputs.is_empty() || other.is_some() {
                return Ok((inputs, other));
            }
            let passed = self.environment.now().mono.saturating_sub(self.state.now.mono);
            if self.state.next_deadline().is_some_and(|time| time <= passed) {
                return Ok((inputs, Some(Message::Tick)));
            }
        }
    }
}

/// Runs the program until it is left, and returns how it was left.
///
/// # Errors
/// When the terminal can no longer be read or written.
pub fn run<B, S, E>(
    state: &mut State,
    terminal: &mut Terminal<B>,
    source: &mut S,
    environment: &mut E,
    opening: Vec<Effect>,
) -> io::Result<Ending>
where
    B: Backend,
    B::Error: Send + Sync + 'static,
    S: InputSource<Item = Message>,
    E: Environment,
{
    let mut core = EventLoop { state, source, environment, effects: opening };
    let mut queue = VecDeque::new();
    let ui = Ui::default();
    let mut shown = core.state.context();
    loop {
        if let Some(ending) = core.state.ending {
            core.carry_out();
            return Ok(ending);
        }
        let size = terminal.size().map_err(io::Error::other)?;
        let size = Size { width: size.width, height: size.height };
        if size != core.state.size {
            core.step(Message::Resized(size));
        }
        // Another program may have written on the screen: a new one replaces every cell.
        if core.state.context() != shown || core.effects.contains(&Effect::Redraw) {
            shown = core.state.context();
            terminal.clear().map_err(io::Error::other)?;
        }
        // Drawn before the effects: a slow voice or diary must not delay the frame.
        terminal.draw(|frame| ui.draw(core.state, frame)).map_err(io::Error::other)?;
        if core.carry_out() {
            continue;
        }
        if queue.is_empty() {
            let (inputs, other) = core.wait()?;
            queue.extend(inputs.into_iter().chain(other));
        }
        while let Some(message) = queue.pop_front() {
            core.step(message);
            // The next key waits for the diary's answer to this one, and for `fg` after a stop.
            if core.state.ending.is_some() || core.effects.iter().any(Effect::is_waited_for) {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests;
