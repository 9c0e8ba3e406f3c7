//! ratatui's crossterm backend, with each frame sent in one write between the marks of a
//! synchronized update.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{Clear, ClearType as CrosstermClear};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::terminal::TerminalHandle;

/// The backend of the full screen.
#[derive(Debug)]
pub(super) struct Screen {
    inner: CrosstermBackend<FrameWriter>,
    /// The next frame replaces everything on the screen.
    unknown: bool,
}

/// Collects a frame and sends it whole.
#[derive(Debug)]
struct FrameWriter {
    handle: TerminalHandle,
    frame: Vec<u8>,
    frames_to_panic: Option<u32>,
}

/// For tests of the way out: the number of the frame in whose middle the program panics.
const PANIC: &str = "UNCRAMP_PANIC";

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

impl Screen {
    /// A screen in this terminal.
    pub(super) fn new(handle: TerminalHandle) -> Self {
        Self {
            inner: CrosstermBackend::new(FrameWriter {
                handle,
                frame: Vec::with_capacity(16 * 1024),
                frames_to_panic: std::env::var(PANIC).ok().and_then(|n| n.parse().ok()),
            }),
            unknown: false,
        }
    }

    /// Replaces everything on the screen. A frame that paints every cell needs no clearing before
    /// it, which would flash in a dark room.
    fn draw_all(&mut self, cells: Vec<(u16, u16, &Cell)>) -> io::Result<()> {
        queue!(self.inner, Hide, SetAttribute(Attribute::Reset))?;
        if cells.len() < usize::try_from(self.size()?.area()).unwrap_or(usize::MAX) {
            queue!(self.inner, Clear(CrosstermClear::All))?;
        }
        self.inner.draw(cells.into_iter())
    }
}

impl FrameWriter {
    /// Panics if a test asked for it, with half a frame sent.
    fn panic_when_asked(&mut self) {
        if let Some(left @ 1..) = &mut self.frames_to_panic {
            *left -= 1;
            if *left == 0 {
                let _ = self.handle.write(BEGIN);
                let _ = self.handle.write(&self.frame);
                panic!("{PANIC} asked for this");
            }
        }
    }
}

impl Write for FrameWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        self.panic_when_asked();
        let bytes = [BEGIN, &self.frame, END].concat();
        self.frame.clear();
        self.handle.write(&bytes)
    }
}

// The stock backend flushes after each cursor move and each clearing, which would send a frame in
// pieces; and it asks the terminal for the cursor position, whose answer would be read as keys.
impl Backend for Screen {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        if std::mem::take(&mut self.unknown) {
            return self.draw_all(content.collect());
        }
        self.inner.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, Hide)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, Show)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        // Asked only to put it back after clearing; each frame puts it anew.
        Ok(Position::default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        queue!(self.inner, MoveTo(position.x, position.y))
    }

    fn clear(&mut self) -> io::Result<()> {
        self.unknown = true;
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        // Only full-screen viewports are used, which clear everything.
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}
