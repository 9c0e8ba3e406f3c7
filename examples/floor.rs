//! The floor of the terminal benchmark: the least that a ratatui program does.
//!
//! One list and a clock; `j` moves the mark, `q` leaves. With `--tick` it wakes once a second.

use std::io::{self, Read as _, Write as _};
use std::time::{Duration, Instant};

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, List, ListState};
use ratatui::{Frame, Terminal};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

fn main() -> io::Result<()> {
    let tick = std::env::args().any(|word| word == "--tick");
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, Hide)?;
    let ended = run(tick);
    execute!(io::stdout(), LeaveAlternateScreen, Show)?;
    disable_raw_mode()?;
    ended
}

fn run(tick: bool) -> io::Result<()> {
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    let mut list = ListState::default().with_selected(Some(0));
    let begin = Instant::now();
    loop {
        let seconds = begin.elapsed().as_secs();
        terminal.draw(|frame| draw(frame, &mut list, seconds))?;
        io::stdout().flush()?;
        let next = Duration::from_secs(seconds + 1).saturating_sub(begin.elapsed());
        if !key_within(tick.then_some(next))? {
            continue;
        }
        let mut keys = [0; 64];
        let read = io::stdin().read(&mut keys)?;
        for key in &keys[..read] {
            match key {
                b'q' => return Ok(()),
                b'j' => list.select_next(),
                _ => {}
            }
        }
        if read == 0 {
            return Ok(());
        }
    }
}

fn draw(frame: &mut Frame<'_>, list: &mut ListState, seconds: u64) {
    let lines = (1..=12).map(|number| Line::from(format!("Line number {number}")));
    let widget = List::new(lines)
        .block(Block::bordered().title(format!("{:02}:{:02}", seconds / 60, seconds % 60)))
        .highlight_symbol("> ")
        .highlight_style(Style::new().reversed());
    frame.render_stateful_widget(widget, frame.area(), list);
}

/// Waits for a key; for ever without a limit.
fn key_within(limit: Option<Duration>) -> io::Result<bool> {
    let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
    let mut fds = [PollFd::from_borrowed_fd(rustix::stdio::stdin(), PollFlags::IN)];
    Ok(poll(&mut fds, limit.as_ref())? > 0)
}
