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
    /// Where the cursor was put since the last frame with any change.
    cursor: Option<Position>,
    cursor_is_shown: bool,
    /// The next frame replaces everything on the screen.
    unknown: bool,
}

/// Collects a frame and sends it whole.
#[derive(Debug)]
struct FrameWriter {
    handle: TerminalHandle,
    frame: Vec<u8>,
    frames_to_panic: Option<i32>,
}

/// For tests of the way out: the number of the frame in whose middle the program panics; with a
/// minus before it, after that frame.
const PANIC: &str = "UNCRAMP_PANIC";

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

impl Screen {
    /// A screen whose cursor is hidden.
    pub(super) fn new(handle: TerminalHandle) -> Self {
        Self {
            inner: CrosstermBackend::new(FrameWriter {
                handle,
                frame: Vec::with_capacity(16 * 1024),
                frames_to_panic: std::env::var(PANIC).ok().and_then(|n| n.parse().ok()),
            }),
            cursor: None,
            cursor_is_shown: false,
            unknown: false,
        }
    }
}

impl Screen {
    /// Replaces everything on the screen. A frame that paints every cell needs no clearing before
    /// it, which would flash in a dark room.
    fn draw_all(&mut self, cells: Vec<(u16, u16, &Cell)>) -> io::Result<()> {
        (self.cursor, self.cursor_is_shown) = (None, false);
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

    /// Panics if a test asked for it, with the frame sent whole.
    fn panic_after_frame_when_asked(&mut self) {
        if let Some(left @ ..=-1) = &mut self.frames_to_panic {
            *left += 1;
            assert!(*left < 0, "{PANIC} asked for this");
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
        self.handle.write(&bytes)?;
        self.panic_after_frame_when_asked();
        Ok(())
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
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.cursor = None;
        self.inner.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.cursor_is_shown) {
            queue!(self.inner, Hide)?;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !std::mem::replace(&mut self.cursor_is_shown, true) {
            queue!(self.inner, Show)?;
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor.replace(position) != Some(position) {
            queue!(self.inner, MoveTo(position.x, position.y))?;
        }
        Ok(())
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
