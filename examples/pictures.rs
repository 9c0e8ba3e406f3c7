//! Draws the README's pictures from the program's own frames:
//! `cargo run --example pictures` writes `docs/*.svg`.

use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use uncramp::app::effect::Effect;
use uncramp::app::key::{KeyName, KeyPress};
use uncramp::app::launch::{Launch, launch};
use uncramp::app::layout::Size;
use uncramp::app::message::Message;
use uncramp::app::settings::{ColorDepth, Settings, ThemeChoice};
use uncramp::app::state::State;
use uncramp::app::time::Now;
use uncramp::app::update::update;
use uncramp::diary::request::{DiaryReply, DiaryRequest};
use uncramp::guide;
use uncramp::stretch::plan::Options;
use uncramp::ui::Ui;

#[path = "pictures/diary.rs"]
mod diary;

/// One picture: a window, what opens in it, the keys pressed, and the seconds waited.
struct Picture {
    name: &'static str,
    size: (u16, u16),
    theme: ThemeChoice,
    launch: Launch,
    keys: &'static str,
    seconds: u64,
}

fn pictures() -> Vec<Picture> {
    let bedtime = Launch::Stretch { routine: "bedtime".to_owned(), options: Options::default() };
    let rescue = Launch::Rescue { muscle: None, position: None, leg: None };
    vec![
        Picture {
            name: "guide",
            size: (120, 34),
            theme: ThemeChoice::Dark,
            launch: Launch::Browse,
            keys: "299",
            seconds: 0,
        },
        Picture {
            name: "timer",
            size: (100, 30),
            theme: ThemeChoice::Night,
            launch: bedtime,
            keys: "",
            seconds: 14,
        },
        Picture {
            name: "rescue",
            size: (80, 24),
            theme: ThemeChoice::Night,
            launch: rescue,
            keys: "",
            seconds: 20,
        },
        Picture {
            name: "diary",
            size: (80, 24),
            theme: ThemeChoice::Dark,
            launch: Launch::Diary,
            keys: "",
            seconds: 0,
        },
    ]
}

fn main() -> anyhow::Result<()> {
    let guide = Arc::new(guide::built_in()?.with_emergency_number(None));
    fs::create_dir_all("docs")?;
    for picture in pictures() {
        let buffer = frame(&guide, &picture)?;
        fs::write(format!("docs/{}.svg", picture.name), svg(&buffer, picture.theme))?;
    }
    Ok(())
}

/// Runs the program on the picture's keys and time, and returns its last frame.
fn frame(guide: &Arc<guide::Guide>, picture: &Picture) -> anyhow::Result<Buffer> {
    let settings =
        Settings { theme: picture.theme, depth: ColorDepth::True, ..Settings::default() };
    let (width, height) = picture.size;
    let mut state = State::new(Arc::clone(guide), settings, Size { width, height }, false);
    for order in launch(&mut state, picture.launch.clone(), Now::default()) {
        if order == Effect::Diary(DiaryRequest::ReadCharts) {
            let read = Message::Diary(DiaryReply::Charts(Ok(Box::new(diary::charts()?))));
            update(&mut state, read, Now::default());
        }
    }
    for key in picture.keys.chars() {
        let code = if key == '\n' { KeyName::Enter } else { KeyName::Char(key) };
        update(&mut state, Message::Pressed(KeyPress::plain(code)), Now::default());
    }
    update(&mut state, Message::Woke, Now::at(Duration::from_secs(picture.seconds)));
    let mut terminal = Terminal::new(TestBackend::new(width, height))?;
    terminal.draw(|frame| Ui::default().draw(&state, frame))?;
    Ok(terminal.backend().buffer().clone())
}

/// Width and height of a cell in the picture's own units.
const CELL: (u16, u16) = (9, 20);

fn svg(buffer: &Buffer, theme: ThemeChoice) -> String {
    let (ground, ink) = match theme {
        ThemeChoice::Night => ("#000000", "#c87400"),
        ThemeChoice::Light => ("#fafafa", "#202020"),
        _ => ("#16181c", "#d8dade"),
    };
    let (width, height) = (buffer.area.width * CELL.0 + 20, buffer.area.height * CELL.1 + 20);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{ground}\"/>\n"
    );
    for y in 0..buffer.area.height {
        for x in 0..buffer.area.width {
            cell(&mut out, &buffer[(x, y)], (x, y), (ground, ink));
        }
    }
    out.push_str("</svg>\n");
    out
}

fn cell(out: &mut String, cell: &Cell, (x, y): (u16, u16), (ground, ink): (&str, &str)) {
    let (left, top) = (10 + x * CELL.0, 10 + y * CELL.1);
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let mut fill = hex(cell.fg).unwrap_or_else(|| ink.to_owned());
    if reversed {
        let _ = writeln!(
            out,
            "<rect shape-rendering=\"crispEdges\" x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{}\" fill=\"{fill}\"/>",
            CELL.0, CELL.1
        );
        ground.clone_into(&mut fill);
    }
    let symbol = cell.symbol();
    if symbol.trim().is_empty() {
        return;
    }
    if let Some(dots) = symbol.chars().next().and_then(braille) {
        for (dx, dy) in dots {
            let (cx, cy) = (f32::from(left) + dx, f32::from(top) + dy);
            let _ = writeln!(out, "<circle cx=\"{cx}\" cy=\"{cy}\" r=\"1.6\" fill=\"{fill}\"/>");
        }
        return;
    }
    if let Some(eighths) = symbol.chars().next().and_then(block) {
        let height = CELL.1 * eighths / 8;
        let from = top + CELL.1 - height;
        let _ = writeln!(
            out,
            "<rect shape-rendering=\"crispEdges\" x=\"{left}\" y=\"{from}\" width=\"{}\" height=\"{height}\" fill=\"{fill}\"/>",
            CELL.0
        );
        return;
    }
    let weight = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let line = if cell.modifier.contains(Modifier::UNDERLINED) {
        " text-decoration=\"underline\""
    } else {
        ""
    };
    let text = symbol.replace('&', "&amp;").replace('<', "&lt;");
    let baseline = top + 15;
    let _ = writeln!(
        out,
        "<text x=\"{left}\" y=\"{baseline}\" fill=\"{fill}\"{weight}{line} \
         textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">{text}</text>",
        CELL.0
    );
}

/// How many eighths of its cell a block character fills from below.
fn block(c: char) -> Option<u16> {
    let eighths = u32::from(c).checked_sub(0x2580)?;
    u16::try_from(eighths).ok().filter(|eighths| (1..=8).contains(eighths))
}

/// Where the dots of a Braille character are inside its cell.
fn braille(c: char) -> Option<Vec<(f32, f32)>> {
    const PLACES: [(f32, f32); 8] = [
        (2.5, 2.5),
        (2.5, 7.5),
        (2.5, 12.5),
        (7.0, 2.5),
        (7.0, 7.5),
        (7.0, 12.5),
        (2.5, 17.5),
        (7.0, 17.5),
    ];
    let bits = u32::from(c).checked_sub(0x2800).filter(|bits| *bits < 256)?;
    Some(PLACES.iter().enumerate().filter(|(n, _)| bits >> n & 1 == 1).map(|(_, at)| *at).collect())
}

fn hex(color: Color) -> Option<String> {
    let (r, g, b) = match color {
        Color::Rgb(r, g, b) => (r, g, b),
        Color::Indexed(n @ 16..=231) => {
            let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
            (level((n - 16) / 36), level((n - 16) / 6 % 6), level((n - 16) % 6))
        }
        Color::Indexed(n @ 232..) => {
            let grey = 8 + 10 * (n - 232);
            (grey, grey, grey)
        }
        _ => return None,
    };
    Some(format!("#{r:02x}{g:02x}{b:02x}"))
}
