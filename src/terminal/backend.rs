//! A ratatui backend that sends only what must change, in one write a frame.
//!
//! ratatui's own crossterm backend resets colours and hides the cursor with
//! every frame and flushes in between; at one frame a second all night, and for
//! a terminal at the end of a slow line, that is most of the bytes.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use super::Stage;
use super::cluster::Clusters;

/// Draws to the terminal through a [`Stage`].
#[derive(Debug)]
pub struct Screen {
    stage: Stage,
    frame: Vec<u8>,
    pen: Option<Position>,
    ink: Ink,
    cursor: Cursor,
    clusters: Clusters,
    frames_to_panic: Option<i32>,
}

/// For tests of the way out: the number of the frame in whose middle the program panics; with a
/// minus before it, after that frame.
const PANIC: &str = "UNCRAMP_PANIC";

/// Colours and modifiers last sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ink {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

impl Ink {
    const PLAIN: Self = Self {
        foreground: Color::Reset,
        background: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// Whether a space looks the same in either: then the pen need not be dipped for it.
    fn blank_as(self, other: Self) -> bool {
        let lit = Modifier::UNDERLINED | Modifier::REVERSED | Modifier::CROSSED_OUT;
        self.background == other.background && !(self.modifier | other.modifier).intersects(lit)
    }
}

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
            pen: None,
            ink: Ink::PLAIN,
            cursor: Cursor::Hidden,
            clusters: Clusters::default(),
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

    fn move_to(&mut self, to: Position) {
        if self.pen == Some(to) {
            return;
        }
        match self.pen {
            Some(pen) if pen.y == to.y && to.x > pen.x => {
                let _ = write!(self.frame, "\x1b[{}C", to.x - pen.x);
            }
            _ => {
                let _ = write!(self.frame, "\x1b[{};{}H", to.y + 1, to.x + 1);
            }
        }
        self.pen = Some(to);
    }

    /// Writes plain spaces where something stood.
    fn blank(&mut self, (at, width): (Position, u16)) {
        self.move_to(at);
        self.dip(Ink::PLAIN);
        let spaces = std::iter::repeat_n(b' ', usize::from(width));
        self.frame.extend(spaces);
        self.pen = None;
    }

    fn dip(&mut self, ink: Ink) {
        if self.ink == ink {
            return;
        }
        self.frame.extend(b"\x1b[");
        let mut old = self.ink;
        let mut first = true;
        if !ink.modifier.contains(old.modifier) {
            self.frame.push(b'0');
            first = false;
            old = Ink::PLAIN;
        }
        for (modifier, code) in MODIFIERS {
            if (ink.modifier - old.modifier).contains(*modifier) {
                separate(&mut self.frame, &mut first);
                self.frame.extend(code.as_bytes());
            }
        }
        if ink.foreground != old.foreground {
            separate(&mut self.frame, &mut first);
            color(&mut self.frame, ink.foreground, 30);
        }
        if ink.background != old.background {
            separate(&mut self.frame, &mut first);
            color(&mut self.frame, ink.background, 40);
        }
        self.frame.push(b'm');
        self.ink = ink;
    }
}

fn separate(frame: &mut Vec<u8>, first: &mut bool) {
    if !*first {
        frame.push(b';');
    }
    *first = false;
}

/// SGR codes; slow blink, hidden and the like are not used by any theme.
const MODIFIERS: &[(Modifier, &str)] = &[
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::REVERSED, "7"),
    (Modifier::CROSSED_OUT, "9"),
];

/// The SGR code of a colour; `base` is 30 for text, 40 for the background.
fn color(frame: &mut Vec<u8>, color: Color, base: u8) {
    let basic = |n: u8| format!("{}", base + n);
    let bright = |n: u8| format!("{}", base + 60 + n);
    let code = match color {
        Color::Reset => basic(9),
        Color::Black => basic(0),
        Color::Red => basic(1),
        Color::Green => basic(2),
        Color::Yellow => basic(3),
        Color::Blue => basic(4),
        Color::Magenta => basic(5),
        Color::Cyan => basic(6),
        Color::Gray => basic(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(n) => format!("{};5;{n}", base + 8),
        Color::Rgb(r, g, b) => format!("{};2;{r};{g};{b}", base + 8),
    };
    frame.extend(code.as_bytes());
}

impl Backend for Screen {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            let at = Position { x, y };
            let symbol = cell.symbol();
            let width = if symbol.is_ascii() {
                1
            } else {
                cell.cell_width()
            };
            while let Some(old) = self.clusters.covered(at, width) {
                self.blank(old);
            }
            self.move_to(at);
            let ink = Ink {
                foreground: cell.fg,
                background: cell.bg,
                modifier: cell.modifier,
            };
            if symbol != " " || !ink.blank_as(self.ink) {
                self.dip(ink);
            }
            if symbol.is_ascii() || symbol.chars().nth(1).is_none() {
                self.frame.extend(symbol.as_bytes());
            } else {
                self.clusters.send(at, symbol, width, &mut self.frame);
            }
            // Terminals disagree on the width of rare characters, and on what
            // the pen does in the last column: there the place is sent anew.
            self.pen = (width == 1).then_some(Position {
                x: x.saturating_add(1),
                y,
            });
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
        Ok(self.pen.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.move_to(position.into());
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        // Whatever was sent before may have been undone by a stop: nothing is taken for granted.
        self.frame.extend(b"\x1b[?25l\x1b[0m\x1b[2J");
        self.ink = Ink::PLAIN;
        self.cursor = Cursor::Hidden;
        self.clusters.clear();
        self.pen = None;
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        // Only full-screen viewports are used, which clear everything.
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        // Asked with every frame; crossterm opens the terminal anew each time.
        let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout())?;
        Ok(Size {
            width: size.ws_col,
            height: size.ws_row,
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_takes_new_ink_only_where_it_would_be_seen() {
        let amber = Ink {
            foreground: Color::Indexed(172),
            ..Ink::PLAIN
        };
        assert!(amber.blank_as(Ink::PLAIN));
        let black = Ink {
            background: Color::Indexed(16),
            ..amber
        };
        assert!(!black.blank_as(amber));
        let turned = Ink {
            modifier: Modifier::REVERSED,
            ..amber
        };
        assert!(!turned.blank_as(amber) && !amber.blank_as(turned));
    }
}
