//! A ratatui backend that sends only what must change, in one write a frame.
//!
//! ratatui's own crossterm backend resets colours and hides the cursor with
//! every frame and flushes in between; at one frame a second all night, and for
//! a terminal at the end of a slow line, that is most of the bytes.

use std::cell::Cell;
use std::io;
use std::iter::repeat_n;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{self, CellWidth};
use ratatui::layout::{Position, Size};

use super::Stage;
use super::blanks::Blanks;
use super::cluster::Clusters;
use super::ink::Ink;
use super::pen::Pen;
use super::runs::{Change, Run, Runs};

/// Draws to the terminal through a [`Stage`].
#[derive(Debug)]
pub struct Screen {
    stage: Stage,
    frame: Vec<u8>,
    pen: Pen,
    ink: Ink,
    /// Of the window, when it was last asked for.
    size: Cell<Size>,
    cursor: Cursor,
    clusters: Clusters,
    blanks: Blanks,
    frames_to_panic: Option<i32>,
}

/// For tests of the way out: the number of the frame in whose middle the program panics; with a
/// minus before it, after that frame.
const PANIC: &str = "UNCRAMP_PANIC";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cursor {
    Hidden,
    Shown,
}

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

impl Screen {
    /// A screen whose cursor is hidden and whose colours are the terminal's own.
    pub fn new(stage: Stage) -> Self {
        let frame = Vec::with_capacity(16 * 1024);
        Self {
            stage,
            frame,
            pen: Pen::default(),
            ink: Ink::PLAIN,
            size: Cell::default(),
            cursor: Cursor::Hidden,
            clusters: Clusters::default(),
            blanks: Blanks::default(),
            frames_to_panic: std::env::var(PANIC).ok().and_then(|n| n.parse().ok()),
        }
    }

    /// Panics if a test asked for it, with half a frame sent.
    fn panic_when_asked(&mut self) {
        if let Some(left @ 1..) = &mut self.frames_to_panic {
            *left -= 1;
            if *left == 0 {
                let _ = self.stage.write(BEGIN);
                let _ = self.stage.write(&self.frame);
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

    /// Writes plain spaces where something stood.
    fn blank(&mut self, (at, width): (Position, u16)) {
        self.pen.move_to(at, &mut self.frame);
        self.dip(Ink::PLAIN);
        self.frame.extend(repeat_n(b' ', width.into()));
        self.blanks.note(at, width, Ink::PLAIN.ground());
        self.pen.lose();
    }

    fn dip(&mut self, ink: Ink) {
        if self.ink != ink {
            self.ink.change(ink, &mut self.frame);
            self.ink = ink;
        }
    }

    /// Takes in a cell to send, if it does not look so already.
    fn take_in(&mut self, at: Position, cell: &buffer::Cell, runs: &mut Runs) {
        let (symbol, ink) = (cell.symbol(), Ink::of(cell));
        let letter = match symbol.as_bytes() {
            [letter] => Some(*letter),
            _ => None,
        };
        let blank_on = ink.ground().filter(|_| letter == Some(b' '));
        let width = if letter.is_some() {
            1
        } else {
            cell.cell_width()
        };
        while let Some(old) = self.clusters.covered(at, width) {
            self.blank(old);
        }
        if self.blanks.note(at, width, blank_on) {
            return;
        }
        let change = Change {
            at,
            width,
            ink,
            is_blank: blank_on.is_some(),
        };
        runs.add(&change, |text| match letter {
            Some(letter) => text.push(letter),
            None if symbol.chars().nth(1).is_none() => text.extend(symbol.as_bytes()),
            None => self.clusters.send(at, symbol, width, text),
        });
    }

    /// Sends a run in the ink of the pen.
    fn send(&mut self, run: &Run, text: &[u8]) {
        let columns = self.size.get().width;
        let between = |from| self.blanks.between(from, run.at, self.ink.ground()?);
        if let Some(gap) = self.pen.at().and_then(between) {
            self.frame.extend(repeat_n(b' ', gap.into()));
            self.pen.step(gap, columns);
        }
        self.pen.move_to(run.at, &mut self.frame);
        self.frame.extend(text);
        if run.is_rare {
            self.pen.lose();
        } else {
            self.pen.step(run.width, columns);
        }
    }
}

impl Backend for Screen {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a buffer::Cell)>,
    {
        self.blanks.fit(self.size.get());
        let mut runs = Runs::default();
        for (x, y, cell) in content {
            self.take_in(Position { x, y }, cell, &mut runs);
        }
        runs.join_blanks();
        while let Some((ink, next)) = runs.next_ink(self.ink) {
            self.dip(ink);
            for run in next {
                self.send(&run, runs.text(&run));
            }
        }
        if !self.frame.is_empty() {
            self.panic_when_asked();
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor == Cursor::Shown {
            self.frame.extend(b"\x1b[?25l");
            self.cursor = Cursor::Hidden;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.cursor == Cursor::Hidden {
            self.frame.extend(b"\x1b[?25h");
            self.cursor = Cursor::Shown;
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.pen.at().unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.pen.move_to(position.into(), &mut self.frame);
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        // Whatever was sent before may have been undone by a stop: nothing is taken for granted.
        self.frame.extend(b"\x1b[?25l\x1b[0m\x1b[2J");
        self.ink = Ink::PLAIN;
        self.cursor = Cursor::Hidden;
        self.clusters.clear();
        self.blanks.clear();
        self.pen.lose();
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        // Only full-screen viewports are used, which clear everything.
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        // Asked with every frame; crossterm opens the terminal anew each time.
        let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout())?;
        self.size.set(Size {
            width: size.ws_col,
            height: size.ws_row,
        });
        Ok(self.size.get())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size()?,
            pixels: Size::default(),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        let mut bytes = Vec::with_capacity(self.frame.len() + BEGIN.len() + END.len());
        bytes.extend(BEGIN);
        bytes.append(&mut self.frame);
        bytes.extend(END);
        // The frame buffer keeps its capacity for the next one.
        self.stage.write(&bytes)?;
        self.panic_after_frame_when_asked();
        Ok(())
    }
}
