//! The program line by line, for screen readers, pipes and tests: the same
//! state and the same rules as the full screen, said in lines and answered by
//! a word or a number and Enter.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::app::effect::{Effect, Ending};
use crate::app::key::{KeyName, KeyPress};
use crate::app::keymap::Context;
use crate::app::launch::{Launch, launch};
use crate::app::layout::Size;
use crate::app::message::Message;
use crate::app::notice::{self, Surface};
use crate::app::page::rescue;
use crate::app::settings::Settings;
use crate::app::state::State;
use crate::app::update::{next_wake, update};
use crate::app::view::{RescueState, Timer};
use crate::guide::Guide;
use crate::runtime::Environment;
use crate::runtime::clock::Clock;
use crate::runtime::environment::{Files, SystemEnvironment};
use crate::runtime::platform::{self, end_with_us};
use crate::runtime::programs::ExternalPrograms;
use crate::runtime::programs::child::ManagedChildren;
use crate::stretch::session::Pause;
use crate::text::clean;
use crate::text::messages::plain as words;
use crate::text::wrapping_writer::WrappingWriter;

pub(crate) mod announcer;
pub(crate) mod input;
pub(crate) mod say;
pub(crate) mod typed_line;

use announcer::Announcer;
use input::{Heard, LineSource, TypedLines};
use typed_line::TypedLine;

/// A window that wraps text at 72 cells and never has to scroll.
const WINDOW: Size = Size { width: 76, height: u16::MAX };

/// Runs the program on standard input and output until it is left.
/// `answers` says whether both are terminals, so that somebody can answer in time.
/// Gives back how it was left, and what could not be saved then.
///
/// # Errors
/// When standard output cannot be written.
pub(crate) fn run(
    guide: Guide,
    settings: Settings,
    data_dir: Option<PathBuf>,
    first: Launch,
    answers: bool,
) -> io::Result<(Ending, Option<String>)> {
    let mut lines = TypedLines::open()?;
    let children = ManagedChildren::default();
    end_with_us(children.clone())?;
    let programs = ExternalPrograms::new(&settings, &children);
    let files = Files { guide: None, data_dir };
    let mut environment = SystemEnvironment::new(Clock::start(), None, files, programs, &settings);
    let width = platform::columns(io::stdout());
    let mut out = WrappingWriter::new(io::stdout(), width);
    let mut app = PlainApp::new(guide, settings, answers, &mut lines, &mut environment, &mut out);
    if let Some(width) = width.and_then(|width| u16::try_from(width).ok()) {
        // Pages are wrapped to a narrow window; in a wide one longer lines would not help.
        app.state.size.width = width.clamp(20, WINDOW.width);
    }
    let ending = app.run(first)?;
    Ok((ending, app.state.exit_error.take()))
}

/// The conversation.
struct PlainApp<'a, L, E> {
    state: State,
    lines: &'a mut L,
    environment: &'a mut E,
    out: &'a mut dyn Write,
    announcer: Announcer,
    answers: bool,
    /// Whether input has ended.
    input_closed: bool,
}

impl<'a, L: LineSource, E: Environment> PlainApp<'a, L, E> {
    fn new(
        guide: Guide,
        mut settings: Settings,
        answers: bool,
        lines: &'a mut L,
        environment: &'a mut E,
        out: &'a mut dyn Write,
    ) -> Self {
        // Nothing moves in lines, so no wake-up is needed for motion.
        settings.reduced_motion = true;
        Self {
            state: State::new(Arc::new(guide), settings, WINDOW, false),
            lines,
            environment,
            out,
            announcer: Announcer::default(),
            answers,
            input_closed: false,
        }
    }

    fn run(&mut self, first: Launch) -> io::Result<Ending> {
        let begins_with_guide = first == Launch::Browse;
        let orders = launch(&mut self.state, first, self.environment.now());
        let mut ending = self.carry_out(orders);
        if begins_with_guide {
            writeln!(self.out, "{}\n", words::WELCOME)?;
        }
        while ending.is_none() {
            ending = self.turn()?;
        }
        self.out.flush()?;
        Ok(ending.unwrap_or(Ending::Done))
    }

    /// Says what is new, listens once, and does what was heard.
    fn turn(&mut self) -> io::Result<Option<Ending>> {
        let in_time = self.answers && !self.input_closed;
        if self.state.context() == Context::Rescue && !in_time {
            return self.rescue_once();
        }
        let said = self.announcer.tell(&self.state);
        self.out.write_all(said.as_bytes())?;
        let notices = std::mem::take(&mut self.state.notices);
        if !notices.is_empty() {
            writeln!(self.out, "{}", notice::line(&notices, self.surface()))?;
        }
        if self.state.context() == Context::Summary {
            if self.ends_with_the_session() {
                self.out.flush()?;
                if let Some(words) = self.environment.finish() {
                    writeln!(self.out, "{words}")?;
                }
            }
            // The summary has been said and closes without a key.
            return Ok(self.press(KeyPress::plain(KeyName::Enter)));
        }
        if self.input_closed && self.is_interrupted() {
            // After the end of input nobody can resume it.
            return Ok(self.press(KeyPress::char(' ')));
        }
        let timed = next_wake(&self.state);
        if timed.is_none() {
            write!(self.out, "> ")?;
        }
        self.out.flush()?;
        let heard = self.listen(timed);
        if self.lines.was_stopped() {
            let ending = self.pass(Message::Continued);
            if ending.is_some() {
                return Ok(ending);
            }
        }
        match heard {
            Heard::Line(line) => {
                if !self.answers && timed.is_none() {
                    // A terminal shows what is typed; in a pipe the program repeats it for the reader.
                    writeln!(self.out, "{}", clean(line.trim_end()))?;
                }
                self.obey(&line)
            }
            Heard::Nothing => Ok(self.pass(Message::Woke)),
            Heard::Outside(message) => Ok(self.pass(message)),
            Heard::End => {
                self.input_closed = true;
                if timed.is_some() {
                    return Ok(None);
                }
                writeln!(self.out)?;
                Ok(self.pass(Message::Left))
            }
        }
    }

    /// Whether a key named in a notice can still be pressed.
    fn surface(&self) -> Surface {
        if self.ends_with_the_session() { Surface::LastLine } else { Surface::Lines }
    }

    /// Whether the session that is over was all that was asked for.
    fn ends_with_the_session(&self) -> bool {
        let over = self.state.context() == Context::Summary;
        over && self.state.timer().is_some_and(|timer| timer.by_command)
    }

    /// Whether the session stands still because the machine slept or the program was stopped.
    fn is_interrupted(&self) -> bool {
        let is_gap = |timer: &Timer| timer.session.paused() == Some(Pause::Gap);
        self.state.top_timer().is_some_and(is_gap)
    }

    /// Waits for a line, at most this long, and looks after the outside programs meanwhile.
    fn listen(&mut self, timed: Option<Duration>) -> Heard {
        if self.input_closed && timed.is_none() {
            return Heard::End;
        }
        let end = timed.map(|time| self.environment.now().mono + time);
        loop {
            let left = end.map(|end| end.saturating_sub(self.environment.now().mono));
            let wait = left.into_iter().chain(self.environment.poll_interval()).min();
            let heard = self.lines.hear(wait);
            if !matches!(heard, Heard::Nothing) {
                return heard;
            }
            match self.environment.poll() {
                Some(message) => return Heard::Outside(message),
                None if wait == left => return Heard::Nothing,
                None => {}
            }
        }
    }

    /// Prints all of rescue at once where no key can be pressed in time, and leaves after it where
    /// input has ended.
    fn rescue_once(&mut self) -> io::Result<Option<Ending>> {
        if let Some(RescueState { cramp, .. }) = self.state.rescue() {
            let guide = &self.state.guide;
            let position = Some(cramp.position);
            let page = rescue::printed(guide, Some(&cramp.muscle), cramp.leg, position);
            writeln!(self.out, "{}", page.text(self.state.page_width()))?;
        }
        if self.input_closed {
            return Ok(self.pass(Message::Left));
        }
        self.announcer.forget();
        Ok(self.press(KeyPress::plain(KeyName::Esc)))
    }

    fn obey(&mut self, line: &str) -> io::Result<Option<Ending>> {
        match typed_line::read(line, &self.state) {
            TypedLine::Leave => Ok(self.pass(Message::Left)),
            TypedLine::Key(key) => Ok(self.press_for_sure(key)),
            TypedLine::Leg(leg) => Ok(self.pass(Message::CrampLeg(leg))),
            TypedLine::Position(position) => Ok(self.pass(Message::CrampPosition(position))),
            TypedLine::Text(text) => Ok(self.fill_in(&text)),
            TypedLine::Item(number) => self.choose(number),
            TypedLine::Search(query) => self.search(&query),
            TypedLine::Repeat => {
                self.announcer.forget();
                Ok(self.pass(Message::Woke))
            }
            TypedLine::Help => {
                let help = self.state.guide.words.in_place(&say::help(self.state.context()));
                self.answer(&help)
            }
            TypedLine::Unknown(word) => self.answer(&words::means_nothing(&word)),
        }
    }

    /// Types the words into the search field.
    fn search(&mut self, query: &str) -> io::Result<Option<Ending>> {
        if query.is_empty() {
            return self.answer(words::LOOK_FOR_WHAT);
        }
        self.press(KeyPress::plain(KeyName::F(4)));
        for c in query.chars() {
            self.press(KeyPress::char(c));
        }
        if self.state.context() != Context::Search {
            return self.answer(words::NO_SEARCHING);
        }
        self.announcer.forget();
        Ok(None)
    }

    fn choose(&mut self, number: usize) -> io::Result<Option<Ending>> {
        let (window, mut place) = self.state.visible_page();
        let context = self.state.context();
        // On other screens the numbers belong to a page below, and Enter has another meaning.
        let has_numbers =
            matches!(context, Context::Guide | Context::ListOverlay | Context::Search);
        let numbers = say::numbers(&window.items);
        let index = numbers.iter().position(|own| *own == number);
        let Some(index) = index.filter(|_| has_numbers) else {
            return self.answer(&words::no_choice(number));
        };
        place.cursor = Some(index);
        self.state.set_place(place);
        Ok(self.press(KeyPress::plain(KeyName::Enter)))
    }

    /// Writes a line into the field of a form, in place of what stood there.
    fn fill_in(&mut self, text: &str) -> Option<Ending> {
        let ending = self.pass(Message::Pressed(KeyPress::plain(KeyName::End)));
        let ending = ending.or_else(|| self.press(KeyPress::ctrl('u')));
        let ending = ending.or_else(|| self.pass(Message::Pasted(text.to_owned())));
        ending.or_else(|| self.press(KeyPress::plain(KeyName::Enter)))
    }

    /// Presses a key twice where the screen asks for a second press, because a typed line is no mistake.
    fn press_for_sure(&mut self, key: KeyPress) -> Option<Ending> {
        let ending = self.press(key);
        if ending.is_none() && self.state.log_asked.is_some() {
            return self.press(key);
        }
        ending
    }

    /// A line that changes nothing.
    fn answer(&mut self, words: &str) -> io::Result<Option<Ending>> {
        writeln!(self.out, "{words}")?;
        Ok(self.pass(Message::Woke))
    }

    fn press(&mut self, key: KeyPress) -> Option<Ending> {
        self.pass(Message::Pressed(key))
    }

    fn pass(&mut self, message: Message) -> Option<Ending> {
        let orders = update(&mut self.state, message, self.environment.now());
        self.carry_out(orders)
    }

    fn carry_out(&mut self, mut orders: Vec<Effect>) -> Option<Ending> {
        let mut ending = Effect::ending(&mut orders);
        for effect in orders {
            let Some(message) = self.environment.carry_out(effect) else {
                continue;
            };
            if ending.is_some() {
                let exit_error = &mut self.state.exit_error;
                *exit_error = message.exit_error().or(exit_error.take());
            } else {
                let more = update(&mut self.state, message, self.environment.now());
                ending = self.carry_out(more);
            }
        }
        ending
    }
}

#[cfg(test)]
mod tests;
