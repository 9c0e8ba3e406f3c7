//! What to do, what it feels like, and when to stop, which has its rows before all else.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{ExerciseLook, TimerView};
use crate::guide::raw::Care;
use crate::stretch::plan::PhaseKind;
use crate::text::clean;
use crate::text::messages::session;
use crate::text::wrap::{cells, wrap_plain};
use crate::ui::text::{Column, put, right_of};

/// Cells of the labels before the cues.
const LABEL: u16 = 7;

/// In a narrower column the labels are part of the text.
const NARROW: u16 = 30;

/// A text with its label, wrapped.
struct CueLine {
    label: &'static str,
    lines: Vec<String>,
    label_style: Style,
    style: Style,
    /// The lower, the sooner it has its rows.
    rank: u8,
    has_air: bool,
}

/// The cues that have room in an area of this size, in the order in which they are read.
pub(super) struct Cues(Vec<CueLine>);

impl Cues {
    /// The cues for this phase; those that do not fit whole are left out, but `stop` and what to
    /// do are there in any case.
    pub(super) fn of(view: &TimerView<'_>, look: ExerciseLook<'_>, width: u16, rows: u16) -> Self {
        let Some(stretch) = view.stretch else {
            return Self(Vec::new());
        };
        let theme = look.theme;
        let is_narrow = width < NARROW;
        let cue = |label, text: &str, style, rank| {
            let text = clean(text);
            let (label, wide, text) = match label {
                "" => ("", width, text),
                label if is_narrow => ("", width, format!("{label} {text}").into()),
                label => (label, width.saturating_sub(LABEL), text),
            };
            CueLine {
                label,
                lines: wrap_plain(&text, usize::from(wide).max(8)),
                label_style: theme.muted,
                style,
                rank,
                has_air: false,
            }
        };
        let stop = when_to_stop(&stretch.stop_if);
        let stop_style = if is_narrow { theme.warning } else { theme.text };
        let is_set_up = matches!(view.phase.kind, PhaseKind::Hold | PhaseKind::Rest);
        let (motion, rank) = if is_set_up { (theme.strong, 2) } else { (theme.text, 3) };
        let mut cues = vec![
            CueLine { has_air: true, ..cue("", &stretch.motion, motion, rank) },
            cue("feel", &stretch.feel, theme.text, 4),
            cue("avoid", &stretch.avoid, theme.text, 5),
            CueLine {
                label_style: theme.care(Care::Emergency).bold(),
                ..cue("stop", stop, stop_style, 0)
            },
        ];
        if !is_set_up {
            cues.insert(0, cue("", &stretch.setup, theme.strong, 2));
        }
        if is_narrow {
            // So narrow a window has no header that names the stretch.
            let name = stretch.title.split(',').next().unwrap_or_default();
            let mut title = cue("", name, theme.accent, 1);
            title.lines.truncate(1);
            cues.insert(0, title);
        }
        Self(cues).within(rows)
    }

    fn within(self, rows: u16) -> Self {
        let mut ranks: Vec<u8> = self.0.iter().map(|cue| cue.rank).collect();
        ranks.sort_unstable();
        let mut left = usize::from(rows);
        let mut kept = Vec::new();
        for rank in ranks {
            let Some(cue) = self.0.iter().find(|cue| cue.rank == rank) else {
                continue;
            };
            if cue.lines.len() <= left {
                left -= cue.lines.len();
                kept.push(rank);
            } else if rank == 0 || rank == 2 {
                left = 0;
                kept.push(rank);
            }
        }
        let cues = self.0.into_iter().filter(|cue| kept.contains(&cue.rank));
        Self(cues.collect())
    }

    /// Rows that they take, air included.
    pub(super) fn rows(&self) -> u16 {
        let rows = self.0.iter().map(|cue| cue.lines.len() + usize::from(cue.has_air));
        u16::try_from(rows.sum::<usize>()).unwrap_or(u16::MAX)
    }

    /// Draws them from the top of an area; air only where all of them have room with it.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) {
        let is_airy = self.rows() <= area.height;
        let mut above = area.height;
        // When to stop has its rows before the cues above it.
        let stop = self.0.last().map_or(0, |cue| cue.lines.len());
        let mut column = Column::new(area, buf);
        for (index, cue) in self.0.iter().enumerate() {
            let is_last = index + 1 == self.0.len();
            let kept = if is_last { 0 } else { u16::try_from(stop).unwrap_or(0) };
            let room = above.saturating_sub(kept);
            let count = u16::try_from(cue.lines.len()).unwrap_or(u16::MAX).min(room);
            let place = column.take(count);
            above = above.saturating_sub(count);
            cue.draw(place, column.buf());
            if cue.has_air && is_airy {
                column.skip(1);
                above = above.saturating_sub(1);
            }
        }
    }
}

impl CueLine {
    fn draw(&self, area: Rect, buf: &mut Buffer) {
        let from = if self.label.is_empty() { 0 } else { LABEL };
        put(area, buf, self.label, self.label_style);
        let text = right_of(area, from);
        let cut = self.lines.len() > usize::from(area.height);
        for (y, line) in (0..area.height).zip(&self.lines) {
            let row = Rect { y: text.y + y, height: 1, ..text };
            if cut && y + 1 == area.height && cells(line) + 3 <= usize::from(text.width) {
                put(row, buf, &format!("{}...", line.trim_end_matches('.')), self.style);
            } else {
                put(row, buf, line, self.style);
            }
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
