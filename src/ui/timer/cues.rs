//! What to do, what it feels like, and when to stop: the last of these before all else.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{TimerLook, TimerView};
use crate::guide::markup::clean;
use crate::guide::raw::Care;
use crate::stretch::plan::PhaseKind;
use crate::text::messages::session;
use crate::text::wrap::{cells, fit, wrap_plain};
use crate::ui::text::{Column, put, right_of};

/// Cells of the labels before the cues.
const LABEL: u16 = 7;

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
    pub(super) fn of(view: &TimerView<'_>, look: TimerLook<'_>, width: u16, rows: u16) -> Self {
        let Some(stretch) = view.stretch else {
            return Self(Vec::new());
        };
        let theme = look.theme;
        let labelled = width.saturating_sub(LABEL);
        let cue = |label, text: &str, wide: u16, rank| CueLine {
            label,
            lines: wrap_plain(&clean(text), usize::from(wide).max(8)),
            label_style: theme.muted,
            style: theme.text,
            rank,
            has_air: false,
        };
        let doing = |text, rank| CueLine {
            style: theme.strong,
            has_air: true,
            ..cue("", text, width, rank)
        };
        let is_set_up = matches!(view.phase.kind, PhaseKind::Hold | PhaseKind::Rest);
        let mut cues = vec![
            doing(&stretch.motion, if is_set_up { 1 } else { 2 }),
            cue(session::FEEL, &stretch.feel, labelled, 3),
            cue(session::AVOID, &stretch.avoid, labelled, 4),
            CueLine {
                label_style: theme.care(Care::Emergency).bold(),
                ..cue(session::STOP, session::when_to_stop(&stretch.stop_if), labelled, 0)
            },
        ];
        if !is_set_up {
            let mut setup = doing(&stretch.setup, 1);
            setup.has_air = false;
            cues[0].style = theme.text;
            cues.insert(0, setup);
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
            } else if rank <= 1 {
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

    /// The same for a column too narrow for labels of their own: when to stop in at most so many of
    /// its rows as leave two to what is done.
    pub(super) fn narrow(view: &TimerView<'_>, look: TimerLook<'_>, width: u16, rows: u16) -> Self {
        let Some(stretch) = view.stretch else {
            return Self(Vec::new());
        };
        let theme = look.theme;
        let wide = usize::from(width).max(8);
        let cue = |text: &str, style, rank| CueLine {
            label: "",
            lines: wrap_plain(&clean(text), wide),
            label_style: style,
            style,
            rank,
            has_air: false,
        };
        let is_set_up = matches!(view.phase.kind, PhaseKind::Hold | PhaseKind::Rest);
        let what = if is_set_up { &stretch.motion } else { &stretch.setup };
        let stop = format!("{} {}", session::STOP, session::when_to_stop(&stretch.stop_if));
        let mut stop = cue(&stop, theme.warning, 1);
        stop.lines.truncate(usize::from(rows.saturating_sub(2)).max(1));
        let mut what = cue(what, theme.strong, 0);
        let left = usize::from(rows).saturating_sub(stop.lines.len()).max(1);
        if what.lines.len() > left {
            what.lines.truncate(left);
            if let Some(last) = what.lines.last_mut() {
                *last = format!("{}...", fit(last, wide.saturating_sub(3)).trim_end());
            }
        }
        let mut left = left.saturating_sub(what.lines.len());
        let motion = (!is_set_up).then(|| stretch.motion.clone());
        let feel = format!("{} {}", session::FEEL, stretch.feel);
        let avoid = format!("{} {}", session::AVOID, stretch.avoid);
        let more = motion.into_iter().chain([feel, avoid]).map(|text| cue(&text, theme.text, 2));
        let mut cues = vec![what];
        cues.extend(more.take_while(|cue| {
            let fits = cue.lines.len() <= left;
            left = left.saturating_sub(cue.lines.len());
            fits
        }));
        cues.push(stop);
        Self(cues)
    }

    /// Draws them from the top of an area; air only where all of them have room with it.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) {
        let is_airy = self.rows() <= area.height;
        let mut above = area.height;
        // What says when to stop has its rows before what stands above it.
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
                put(row, buf, &format!("{line}..."), self.style);
            } else {
                put(row, buf, line, self.style);
            }
        }
    }
}
