//! The program line by line, for screen readers, pipes and tests: the same
//! state and the same rules as the full screen, said in lines and answered by
//! a word or a number and Enter.

use std::io::{self, Write};

use crate::app::effect::Ending;
use crate::app::keymap::{Action, Context, TimerAction};
use crate::app::layout::Size;
use crate::app::message::{Launch, Message};
use crate::app::page::rescue;
use crate::app::state::State;
use crate::app::view::{RescueState, Timer};
use crate::runtime::environment::SystemEnvironment;
use crate::runtime::input::InputSource;
use crate::runtime::opening::{Closing, Opening};
use crate::runtime::platform::end_with_us;
use crate::runtime::programs::child::ManagedChildren;
use crate::runtime::{Environment, EventLoop, columns};
use crate::stretch::stopwatch::Pause;
use crate::text::clean;
use crate::text::wrapping_writer::WrappingWriter;

pub(crate) mod announcer;
pub(crate) mod input;
pub(crate) mod render;
pub(crate) mod typed_line;

use announcer::Announcer;
use input::{LineInput, TypedLines};
use typed_line::TypedLine;

/// A window that wraps text at 72 cells and never has to scroll.
const WINDOW: Size = Size { width: 76, height: u16::MAX };

/// Runs the program on standard input and output until it is left.
/// `has_terminal` says whether both are terminals, so that somebody can answer in time.
///
/// # Errors
/// When standard output cannot be written.
pub(crate) fn run(opening: Opening, has_terminal: bool) -> io::Result<Closing> {
    let Opening { guide, files, settings, launch, .. } = opening;
    let mut lines = TypedLines::open()?;
    let children = ManagedChildren::default();
    end_with_us(children.clone())?;
    let mut environment = SystemEnvironment::new(None, files, &settings, &children);
    let columns = columns(io::stdout());
    let mut out = WrappingWriter::new(io::stdout(), columns);
    // Pages are wrapped to a narrow window; in a wide one longer lines would not help.
    let width = columns.and_then(|columns| u16::try_from(columns).ok()).unwrap_or(WINDOW.width);
    let size = Size { width: width.clamp(20, WINDOW.width), ..WINDOW };
    let mut state = State { has_keyboard: has_terminal, ..State::plain(guide, settings, size) };
    let mut app = PlainApp::new(&mut state, &mut lines, &mut environment, &mut out);
    let ending = app.run(launch)?;
    Ok(Closing { ending, exit_text: String::new(), exit_error: state.exit_error })
}

/// The program line by line, while it runs.
struct PlainApp<'a, L, E> {
    core: EventLoop<'a, L, E>,
    out: &'a mut dyn Write,
    announcer: Announcer,
    /// Whether input has ended.
    input_closed: bool,
}

impl<'a, L: InputSource<Item = LineInput>, E: Environment> PlainApp<'a, L, E> {
    fn new(
        state: &'a mut State,
        source: &'a mut L,
        environment: &'a mut E,
        out: &'a mut dyn Write,
    ) -> Self {
        let core = EventLoop { state, source, environment, effects: Vec::new() };
        Self { core, out, announcer: Announcer::default(), input_closed: false }
    }

    fn run(&mut self, first: Launch) -> io::Result<Ending> {
        let begins_with_guide = first == Launch::Browse;
        self.send(Message::Launched(first));
        if begins_with_guide {
            writeln!(self.out, "{}", render::welcome(&self.core.state.guide))?;
        }
        loop {
            if let Some(ending) = self.core.state.ending {
                self.out.flush()?;
                return Ok(ending);
            }
            self.turn()?;
        }
    }

    /// Says what is new, listens once, and does what was heard.
    fn turn(&mut self) -> io::Result<()> {
        let in_time = self.core.state.has_keyboard && !self.input_closed;
        if self.core.state.context() == Context::Rescue && !in_time {
            return self.rescue_once();
        }
        let said = self.announcer.tell(self.core.state);
        self.out.write_all(said.as_bytes())?;
        if !self.core.state.notices.is_empty() {
            writeln!(self.out, "{}", self.core.state.notices.join(" "))?;
            self.send(Message::NoticesRead);
        }
        if self.core.state.context() == Context::Summary {
            if self.core.state.leaves_after_session() {
                self.out.flush()?;
                if let Some(words) = self.core.environment.finish() {
                    writeln!(self.out, "{words}")?;
                }
            }
            // The summary has been said and closes without a key.
            self.send(Message::Asked(Action::Choose));
            return Ok(());
        }
        if self.input_closed && self.is_interrupted() {
            // After the end of input nobody can resume it.
            self.send(Message::Asked(Action::Timer(TimerAction::Pause)));
            return Ok(());
        }
        self.listen()
    }

    /// Waits for a line or for something to happen, and does what follows from it.
    fn listen(&mut self) -> io::Result<()> {
        let is_timed = self.core.state.next_deadline().is_some();
        if !is_timed {
            write!(self.out, "> ")?;
        }
        self.out.flush()?;
        let (inputs, other) = if self.input_closed && !is_timed {
            (vec![LineInput::End], None)
        } else {
            self.core.wait()?
        };
        for input in inputs {
            match input {
                LineInput::Line(line) => {
                    if !self.core.state.has_keyboard && !is_timed {
                        // A terminal shows what is typed; in a pipe the program repeats it for the
                        // reader.
                        writeln!(self.out, "{}", clean(line.trim_end()))?;
                    }
                    self.answer_line(&line)?;
                }
                LineInput::End => {
                    self.input_closed = true;
                    if !is_timed {
                        writeln!(self.out)?;
                        self.send(Message::Quit);
                    }
                }
            }
        }
        if let Some(message) = other {
            if matches!(message, Message::GuideChanged(Ok(_))) {
                // The same page may have other words and options now.
                self.announcer.forget();
            }
            self.send(message);
        }
        Ok(())
    }

    /// Whether the session stands still because the machine slept or the program was stopped.
    fn is_interrupted(&self) -> bool {
        let is_gap = |timer: &Timer| timer.session.paused() == Some(Pause::Gap);
        self.core.state.top_timer().is_some_and(is_gap)
    }

    /// Prints all of rescue at once where no key can be pressed in time, and leaves after it where
    /// input has ended.
    fn rescue_once(&mut self) -> io::Result<()> {
        if let Some(RescueState { cramp, .. }) = self.core.state.rescue() {
            let guide = &self.core.state.guide;
            let pose = Some(cramp.pose);
            let page = rescue::printed(guide, Some(&cramp.muscle), cramp.leg, pose);
            writeln!(self.out, "{}", page.text(self.core.state.page_width()))?;
        }
        if self.input_closed {
            self.send(Message::Quit);
        } else {
            self.announcer.forget();
            self.send(Message::Asked(Action::Back));
        }
        Ok(())
    }

    /// Does what a line asks for.
    fn answer_line(&mut self, line: &str) -> io::Result<()> {
        match typed_line::read(line, self.core.state.context()) {
            TypedLine::Message(message) => self.send(message),
            TypedLine::Item(number) => return self.choose(number),
            TypedLine::Search(query) => return self.search(query),
            TypedLine::Repeat => {
                self.announcer.forget();
                self.send(Message::Tick);
            }
            TypedLine::Help => {
                let help = render::help(&self.core.state.guide, self.core.state.context());
                return self.answer(&help);
            }
            TypedLine::Unknown(word) => {
                return self.answer(&format!("No such choice here: \"{word}\". Type ? for help."));
            }
        }
        Ok(())
    }

    /// Types the words into the search field.
    fn search(&mut self, query: String) -> io::Result<()> {
        if query.is_empty() {
            return self.answer("Write / and what to look for, such as /magnesium.");
        }
        self.send(Message::Asked(Action::Search));
        self.send(Message::Pasted(query));
        self.announcer.forget();
        Ok(())
    }

    fn choose(&mut self, number: usize) -> io::Result<()> {
        let (page, _) = self.core.state.visible_page();
        let context = self.core.state.context();
        // On other screens the numbers belong to a page below, and Enter has another meaning.
        let numbered = matches!(context, Context::Guide | Context::ListOverlay | Context::Search);
        let numbers = render::numbers(page.items.iter().map(|item| item.key));
        let index = numbers.iter().position(|own| *own == number);
        let Some(index) = index.filter(|_| numbered) else {
            return self.answer(&format!("There is no choice {number} here."));
        };
        self.send(Message::ItemSelected(index));
        self.send(Message::Asked(Action::Choose));
        Ok(())
    }

    /// A line that changes nothing.
    fn answer(&mut self, words: &str) -> io::Result<()> {
        writeln!(self.out, "{words}")?;
        self.send(Message::Tick);
        Ok(())
    }

    fn send(&mut self, message: Message) {
        self.core.step(message);
        while self.core.carry_out() {}
    }
}

#[cfg(test)]
mod tests;
