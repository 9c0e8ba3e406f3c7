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
use input::{Input, InputSource};

pub mod clock;
pub mod environment;
pub mod guide_file;
mod guide_watch;
pub mod input;
pub mod open;
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
    S: InputSource<Item = Input>,
    E: Environment,
{
    let mut effects = opening;
    let mut queue = VecDeque::new();
    let mut ui = Ui::default();
    let mut shown = state.context();
    loop {
        if let Some(ending) = state.ending {
            carry_out(state, &mut effects, source, environment);
            return Ok(ending);
        }
        // Another program may have written on the screen: a new one replaces every cell.
        if state.context() != shown || effects.contains(&Effect::Redraw) {
            shown = state.context();
            refresh(terminal)?;
        }
        // Drawn before the effects: a slow voice or diary must not delay the frame.
        effects.extend(draw(state, &mut ui, terminal, source, environment)?);
        let suspends = effects.contains(&Effect::Suspend);
        if carry_out(state, &mut effects, source, environment) {
            if suspends {
                refresh(terminal)?;
            }
            continue;
        }
        if queue.is_empty() {
            let (inputs, other) = wait(state, source, environment)?;
            queue.extend(inputs.into_iter().map(message).chain(other));
        }
        let mut continued = false;
        while let Some(message) = queue.pop_front() {
            continued |= matches!(message, Message::Continued);
            effects.extend(step(state, message, source, environment));
            // The next key waits for the diary's answer to this one, and for `fg` after a stop.
            if state.ending.is_some() || effects.iter().any(Effect::is_waited_for) {
                break;
            }
        }
        if continued {
            refresh(terminal)?;
        }
    }
}

/// Updates the state with one message. If the process was stopped and continued meanwhile, the
/// state learns that first: else the time of the stop would count as time of the session.
pub(crate) fn step<S: InputSource, E: Environment>(
    state: &mut State,
    message: Message,
    source: &mut S,
    environment: &E,
) -> Vec<Effect> {
    let now = environment.now();
    // Asked after the clock: a stop in between is longer than the time that was read.
    if !source.was_stopped() {
        return update(state, message, now);
    }
    let now = environment.now();
    let mut effects = update(state, Message::Continued, now);
    effects.extend(update(state, message, now));
    effects
}

/// Carries out the effects, and updates the state with what comes of them; `false` when nothing
/// does. What is to be done then is left in `effects`.
pub(crate) fn carry_out<S: InputSource, E: Environment>(
    state: &mut State,
    effects: &mut Vec<Effect>,
    source: &mut S,
    environment: &mut E,
) -> bool {
    let mut messages = Vec::new();
    for effect in effects.drain(..) {
        let suspends = effect == Effect::Suspend;
        messages.extend(environment.carry_out(effect));
        if suspends {
            // The time of the stop must not count for the messages after it.
            messages.insert(0, Message::Continued);
        }
    }
    let changes = !messages.is_empty();
    for message in messages {
        effects.extend(step(state, message, source, environment));
    }
    changes
}

/// Draws one frame at the present size of the terminal. A new size is a message like any other,
/// so it may have effects.
fn draw<B, S, E>(
    state: &mut State,
    ui: &mut Ui,
    terminal: &mut Terminal<B>,
    source: &mut S,
    environment: &E,
) -> io::Result<Vec<Effect>>
where
    B: Backend,
    B::Error: Send + Sync + 'static,
    S: InputSource,
    E: Environment,
{
    let mut effects = Vec::new();
    let size = terminal.size().map_err(io::Error::other)?;
    let size = Size { width: size.width, height: size.height };
    if size != state.size {
        effects = step(state, Message::Resized(size), source, environment);
    }
    terminal.draw(|frame| ui.draw(state, frame)).map_err(io::Error::other)?;
    Ok(effects)
}

/// Makes the next frame draw every cell.
fn refresh<B>(terminal: &mut Terminal<B>) -> io::Result<()>
where
    B: Backend,
    B::Error: Send + Sync + 'static,
{
    terminal.clear().map_err(io::Error::other)
}

/// Waits until something happens. Returns all inputs that are there, and what else has happened.
pub(crate) fn wait<S: InputSource, E: Environment>(
    state: &State,
    source: &mut S,
    environment: &mut E,
) -> io::Result<(Vec<S::Item>, Option<Message>)> {
    loop {
        let passed = environment.now().mono.saturating_sub(state.now.mono);
        let wake = state.next_wake().map(|time| time.saturating_sub(passed));
        let timeout = wake.into_iter().chain(environment.poll_interval()).min();
        let inputs = source.wait(timeout)?;
        let other = environment.poll();
        if !inputs.is_empty() || other.is_some() {
            return Ok((inputs, other));
        }
        let passed = environment.now().mono.saturating_sub(state.now.mono);
        if state.next_wake().is_some_and(|time| time <= passed) {
            return Ok((inputs, Some(Message::Woke)));
        }
    }
}

fn message(input: Input) -> Message {
    match input {
        Input::Key(key) => Message::Pressed(key),
        Input::Pasted(text) => Message::Pasted(text),
        // The size is read before every frame.
        Input::Resized => Message::Woke,
        Input::Continued => Message::Continued,
    }
}

#[cfg(test)]
mod tests;
