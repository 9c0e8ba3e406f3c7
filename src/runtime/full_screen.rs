//! Opens the full screen, and runs the program in it.

use std::io::{self, IsTerminal};
use std::time::Duration;

use anyhow::{Context as _, ensure};
use crossterm::event;
use crossterm::style::force_color_output;
use ratatui::Terminal;

use super::environment::SystemEnvironment;
use super::input::Keyboard;
use super::opening::{Closing, Opening};
use super::programs::child::ManagedChildren;
use super::screen::Screen;
use super::terminal::{TerminalSession, restore_on_panic};
use super::{Environment as _, platform, run};
use crate::app::layout::Size;
use crate::app::message::Message;
use crate::app::settings::ColorDepth;
use crate::app::state::State;
use crate::app::update::update;
use crate::text::wrap::{cells, fit};

const DOCTOR_SAYS_ALL: &str = "...; run `uncramp doctor` for the rest";

/// Runs the program until it is left, and restores the terminal in every case.
///
/// # Errors
/// When standard input or output is no terminal, or stops being one.
pub fn open(opening: Opening) -> anyhow::Result<Closing> {
    for (name, is_terminal) in
        [("input", io::stdin().is_terminal()), ("output", io::stdout().is_terminal())]
    {
        ensure!(is_terminal, format!("standard {name} is not a terminal"));
    }
    let title = opening.guide.title.clone();
    let session = TerminalSession::new(title, opening.settings.window_background);
    restore_on_panic(session.handle());
    let children = ManagedChildren::default();
    let keyboard =
        Keyboard::new(session.handle(), children.clone()).context("signals cannot be caught")?;
    let closing = run_full_screen(opening, &session, keyboard, &children);
    if closing.is_err() {
        platform::end_if_hung_up(&session.handle());
    }
    closing
}

/// From taking the terminal to leaving the program.
fn run_full_screen(
    opening: Opening,
    session: &TerminalSession,
    mut keyboard: Keyboard,
    children: &ManagedChildren,
) -> anyhow::Result<Closing> {
    session.enter().context("the terminal cannot be set up")?;
    // crossterm learns of new sizes only from its first call on, so it comes before the first size.
    event::poll(Duration::ZERO)?;
    // crossterm would follow NO_COLOR even with `--color always`.
    force_color_output(opening.settings.depth != ColorDepth::None);
    let mut terminal = Terminal::new(Screen::new(session.handle()))?;
    let size = terminal.size()?;
    let size = Size { width: size.width, height: size.height };
    let mut environment =
        SystemEnvironment::new(Some(session.handle()), opening.files, &opening.settings, children);
    let mut state = State::new(opening.guide, opening.settings.clone(), size);
    let notice = first_notice(&opening.notices, usize::from(size.width)).map(Message::Notice);
    let messages = notice.into_iter().chain([Message::Launched(opening.launch)]);
    let effects =
        messages.flat_map(|message| update(&mut state, message, environment.now())).collect();
    let ending = run(&mut state, &mut terminal, &mut keyboard, &mut environment, effects);
    drop(environment);
    Ok(Closing {
        ending: ending.context("the terminal can no longer be used")?,
        exit_text: state.exit_text(),
        exit_error: state.exit_error,
    })
}

/// The first notice in one line. If there is more to say, it names the command that says it.
fn first_notice(notices: &[String], width: usize) -> Option<String> {
    let first = notices.first()?.as_str();
    let room = width.saturating_sub(4);
    if notices.len() == 1 && cells(first) <= room {
        return Some(first.to_owned());
    }
    let rest = DOCTOR_SAYS_ALL;
    let beginning = fit(first, room.saturating_sub(cells(rest)));
    Some(format!("{beginning}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_that_does_not_fit_names_the_command_that_says_all() {
        let notice = |notices: &[&str], width| {
            let notices: Vec<String> = notices.iter().map(ToString::to_string).collect();
            first_notice(&notices, width)
        };
        assert_eq!(notice(&[], 80), None);
        assert_eq!(notice(&["short"], 80).as_deref(), Some("short"));
        let long = "long ".repeat(30);
        for notices in [&[long.as_str()][..], &["short", "another"]] {
            let line = notice(notices, 80).unwrap();
            assert!(line.ends_with(DOCTOR_SAYS_ALL), "{line}");
            assert!(cells(&line) <= 76, "{line}");
        }
    }
}
