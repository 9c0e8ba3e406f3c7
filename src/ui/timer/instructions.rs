//! What to do, what it feels like, and when to stop, which has its rows before all else.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::TimerView;
use crate::guide::raw::Care;
use crate::stretch::plan::PhaseKind;
use crate::text::messages::session;
use crate::text::wrap::wrap_plain;
use crate::ui::glyphs::Glyphs;
use crate::ui::text::{Column, put, right_of, shortened};
use crate::ui::theme::Theme;

/// Cells of the labels before the instructions.
const LABEL: u16 = 7;

/// In a narrower column the labels are part of the text.
const NARROW: u16 = 30;

/// A text with its label, wrapped.
struct Instruction {
    label: &'static str,
    lines: Vec<String>,
    style: Style,
    /// The lower, the sooner it has its rows.
    rank: u8,
}

/// The ranks. When to stop and what to do are there whatever the room.
const STOP: u8 = 0;
const NAME: u8 = 1;
const TO_DO: u8 = 2;
/// The move while one still gets ready.
const AHEAD: u8 = 3;
const FEEL: u8 = 4;
const AVOID: u8 = 5;

/// The instructions that have room in an area of this size, in the order in which they are read.
pub(super) struct Instructions {
    lines: Vec<Instruction>,
    /// The rank of the move, below which a row is left free.
    motion: u8,
}

impl Instructions {
    /// The instructions for this phase that fit into the wanted rows; `stop` and what to do are there in any
    /// case, and whole where they need no more than the most rows.
    pub(super) fn of(view: &TimerView<'_>, width: u16, wanted: u16, most: u16) -> Self {
        let is_set_up = matches!(view.moment.phase.kind, PhaseKind::Hold | PhaseKind::Rest);
        let motion = if is_set_up { TO_DO } else { AHEAD };
        let mut instructions = Self { lines: Vec::new(), motion };
        let Some(stretch) = view.stretch else {
            return instructions;
        };
        let theme = view.context.theme;
        let is_narrow = width < NARROW;
        let instruction = |label, text: &str, style, rank| {
            let (label, wide, text) = match label {
                "" => ("", width, text.to_owned()),
                label if is_narrow => ("", width, format!("{label} {text}")),
                label => (label, width.saturating_sub(LABEL), text.to_owned()),
            };
            Instruction { label, lines: wrap_plain(&text, usize::from(wide).max(8)), style, rank }
        };
        if is_narrow {
            // So narrow a window has no header that names the stretch.
            let name = stretch.title.split(',').next().unwrap_or_default();
            let mut title = instruction("", name, theme.accent, NAME);
            title.lines.truncate(1);
            instructions.lines.push(title);
        }
        if !is_set_up {
            instructions.lines.push(instruction("", &stretch.setup, theme.strong, TO_DO));
        }
        let motion_style = if is_set_up { theme.strong } else { theme.text };
        let stop_style = if is_narrow { theme.warning } else { theme.text };
        instructions.lines.extend([
            instruction("", &stretch.motion, motion_style, motion),
            instruction("feel", &stretch.feel, theme.text, FEEL),
            instruction("avoid", &stretch.avoid, theme.text, AVOID),
            instruction("stop", when_to_stop(&stretch.stop_if), stop_style, STOP),
        ]);
        instructions.cut_to(wanted, most, width, theme.glyphs);
        instructions
    }

    /// Leaves out what has no room in so many rows, but cuts `stop` and what to do only where they
    /// would need more rows than there are.
    fn cut_to(&mut self, wanted: u16, most: u16, width: u16, glyphs: &Glyphs) {
        let (mut wanted, mut most) = (usize::from(wanted), usize::from(most));
        let mut by_rank: Vec<&mut Instruction> = self.lines.iter_mut().collect();
        by_rank.sort_by_key(|instruction| instruction.rank);
        for instruction in by_rank {
            let is_always_shown = matches!(instruction.rank, STOP | TO_DO);
            let room = if is_always_shown { most } else { wanted };
            if instruction.lines.len() > room {
                instruction.lines.truncate(if is_always_shown { room } else { 0 });
                let label = if instruction.label.is_empty() { 0 } else { LABEL };
                let line_width = usize::from(width.saturating_sub(label));
                if let Some(last) = instruction.lines.last_mut() {
                    let more = format!("{}{}", last.trim_end_matches('.'), glyphs.more);
                    *last = shortened(&more, line_width, glyphs).into_owned();
                }
            }
            wanted = wanted.saturating_sub(instruction.lines.len());
            most -= instruction.lines.len();
        }
        self.lines.retain(|instruction| !instruction.lines.is_empty());
    }

    /// Rows that they take, air included.
    pub(super) fn rows(&self) -> u16 {
        let rows = |instruction: &Instruction| {
            instruction.lines.len() + usize::from(instruction.rank == self.motion)
        };
        u16::try_from(self.lines.iter().map(rows).sum::<usize>()).unwrap_or(u16::MAX)
    }

    /// Draws them from the top of an area; air only where all of them have room with it.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let air = u16::from(self.rows() <= area.height);
        let mut column = Column::new(area, buf);
        for instruction in &self.lines {
            let is_stop = instruction.rank == STOP;
            let label = if is_stop { theme.care(Care::Emergency).bold() } else { theme.muted };
            let from = if instruction.label.is_empty() { 0 } else { LABEL };
            put(column.area, column.buf, instruction.label, label);
            for line in &instruction.lines {
                let row = column.take(1);
                put(right_of(row, from), column.buf, line, instruction.style);
            }
            column.skip(if instruction.rank == self.motion { air } else { 0 });
        }
    }
}

/// When to stop, after its label.
pub(super) fn when_to_stop(text: &str) -> &str {
    if session::says_stop(text) {
        text.get(4..).unwrap_or_default().trim_start_matches([',', ' '])
    } else {
        text
    }
}
