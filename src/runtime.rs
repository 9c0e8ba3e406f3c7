//! The loop: wait for what happens, update, carry out effects, draw once; and
//! sleep until the next visible change.

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
use crate::app::update::{next_wake, update};
use crate::ui::Ui;
use input::{Input, InputSource};

pub mod clock;
pub mod environment;
pub mod guide_file;
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

/// What the loop needs of the world outside besides input and a screen.
pub trait Environment {
    /// The present moment.
    fn now(&self) -> Now;
    /// Carries out an effect; what comes of it may be told in a message.
    fn carry_out(&mut self, effect: Effect) -> Option<Message>;
    /// What changed outside since this was last asked, such as the guide file.
    fn poll(&mut self) -> Option<Message>;
    /// How often [`Environment::poll`] is worth asking; `None` for never.
    fn poll_interval(&self) -> Option<Duration>;
}

/// Runs the program until it is left; says how.
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
    S: InputSource,
    E: Environment,
{
    let mut orders = opening;
    let mut ahead = VecDeque::new();
    let mut ui = Ui::default();
    let mut shown = state.context();
    loop {
        // Another program may have written on the screen: a new one replaces every cell.
        if state.context() != shown || orders.contains(&Effect::Redraw) {
            shown = state.context();
            orders.retain(|order| *order != Effect::Redraw);
            refresh(terminal)?;
        }
        // What is seen never waits for what is heard.
        orders.extend(draw(state, &mut ui, terminal, source, environment)?);
        if let Some(ending) = leave(state, &mut orders, environment) {
            return Ok(ending);
        }
        let lends = orders.iter().any(Effect::lends_terminal);
        let told = carry_out_all(&mut orders, environment);
        if lends {
            orders.extend(update(state, Message::Continued, environment.now()));
            refresh(terminal)?;
        }
        if lends || !told.is_empty() {
            for message in told {
                orders.extend(step(state, message, source, environment));
            }
            continue;
        }
        if ahead.is_empty() {
            ahead.extend(wait(state, source, environment)?);
        }
        let mut continued = false;
        while let Some(message) = ahead.pop_front() {
            continued |= matches!(message, Message::Continued);
            orders.extend(step(state, message, source, environment));
            if let Some(ending) = leave(state, &mut orders, environment) {
                return Ok(ending);
            }
            // Keys typed ahead wait for what the diary answers to the one before, and for `fg`.
            if orders.iter().any(Effect::is_waited_for) {
                break;
            }
        }
        if continued {
            refresh(terminal)?;
        }
    }
}

/// Hands over one message. A stop that ended before it, while the diary was written say, comes
/// first: else the time it took would pass for mere lateness.
fn step<S: InputSource, E: Environment>(
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

/// Carries out the last orders when one of them is to leave; says how.
fn leave<E: Environment>(
    state: &mut State,
    orders: &mut Vec<Effect>,
    environment: &mut E,
) -> Option<Ending> {
    let ending = Effect::ending(orders)?;
    for message in carry_out_all(orders, environment) {
        state.exit_error = message.exit_error().or(state.exit_error.take());
    }
    Some(ending)
}

fn carry_out_all<E: Environment>(orders: &mut Vec<Effect>, environment: &mut E) -> Vec<Message> {
    orders.drain(..).filter_map(|effect| environment.carry_out(effect)).collect()
}

/// Draws one frame, at the size the terminal has now. Another size is news like
/// any other: what follows from it is to be carried out.
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
    let mut orders = Vec::new();
    let size = terminal.size().map_err(io::Error::other)?;
    let size = Size { width: size.width, height: size.height };
    if size != state.size {
        orders = step(state, Message::Resized(size), source, environment);
    }
    terminal.draw(|frame| ui.draw(state, frame)).map_err(io::Error::other)?;
    Ok(orders)
}

/// Forgets what is on the screen, so that the next frame is drawn whole.
fn refresh<B>(terminal: &mut Terminal<B>) -> io::Result<()>
where
    B: Backend,
    B::Error: Send + Sync + 'static,
{
    terminal.clear().map_err(io::Error::other)
}

/// Waits for what happens next; everything that is there comes in one batch.
fn wait<S: InputSource, E: Environment>(
    state: &State,
    source: &mut S,
    environment: &mut E,
) -> io::Result<Vec<Message>> {
    loop {
        let passed = environment.now().mono.saturating_sub(state.now.mono);
        let wake = next_wake(state).map(|time| time.saturating_sub(passed));
        let timeout = match (wake, environment.poll_interval()) {
            (Some(wake), Some(interval)) => Some(wake.min(interval)),
            (one, other) => one.or(other),
        };
        let inputs = source.wait(timeout)?;
        // A stop first of all: what comes after it must not be taken for the time it ended.
        let mut batch: Vec<Message> = inputs.into_iter().map(message).collect();
        batch.extend(environment.poll());
        let passed = environment.now().mono.saturating_sub(state.now.mono);
        if batch.is_empty() && next_wake(state).is_some_and(|time| time <= passed) {
            batch.push(Message::Woke);
        }
        if !batch.is_empty() {
            return Ok(batch);
        }
    }
}

fn message(input: Input) -> Message {
    match input {
        Input::Key(key) => Message::Pressed(key),
        Input::Pasted(text) => Message::Pasted(text),
        // The size itself is asked for with every frame.
        Input::Resized => Message::Woke,
        Input::Continued => Message::Continued,
    }
}

#[cfg(test)]
mod tests;
