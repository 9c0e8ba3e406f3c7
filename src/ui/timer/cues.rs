//! The cue lines of a stretch: those that count now while there is room and light, each in its
//! place. From phase to phase a line stays where it was, so that only what is new catches the eye.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::TimerView;
use crate::guide::markup::clean;
use crate::guide::raw::Stretch;
use crate::stretch::plan::PhaseKind;
use crate::text::messages::session;
use crate::text::wrap::wrap_plain;
use crate::ui::text::{Column, lit_by};
use crate::ui::theme::Theme;

/// What a cue line says, from the top of the screen down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cue {
    Setup,
    Motion,
    Feel,
    StopIf,
    Avoid,
}

use Cue::{Avoid, Feel, Motion, Setup, StopIf};

/// The cues, the one that this phase needs most first.
fn by_need(kind: PhaseKind) -> [Cue; 5] {
    match kind {
        PhaseKind::Ready => [Setup, Motion, StopIf, Avoid, Feel],
        PhaseKind::Change => [Setup, StopIf, Motion, Avoid, Feel],
        PhaseKind::Hold => [Motion, Feel, StopIf, Avoid, Setup],
        PhaseKind::Rest => [StopIf, Avoid, Feel, Motion, Setup],
    }
}

impl Cue {
    fn words(self, stretch: &Stretch) -> String {
        match self {
            Setup => stretch.setup.to_string(),
            Feel => session::feel(&stretch.feel),
            Motion => stretch.motion.to_string(),
            Avoid => stretch.avoid.to_string(),
            StopIf => session::stop_if(&stretch.stop_if),
        }
    }

    /// What to do stands out.
    fn style(self, theme: &Theme) -> Style {
        match self {
            Setup | Motion => theme.text,
            Feel | Avoid | StopIf => theme.muted,
        }
    }
}

/// A cue line as it is shown.
struct Shown {
    cue: Cue,
    lines: Vec<String>,
    rows: u16,
}

/// Whether there is light for how to move, whole.
pub(super) fn tells_the_move(view: &TimerView<'_>, light: usize) -> bool {
    view.stretch
        .is_none_or(|stretch| lit_by(&stretch.motion) <= light)
}

/// Draws as many cue lines as fit whole; of the first two, as many sentences as fit.
pub(super) fn draw(column: &mut Column<'_>, light: usize, view: &TimerView<'_>, theme: &Theme) {
    let Some(stretch) = view.stretch else { return };
    let spaced = column.left() >= 12;
    for shown in chosen(stretch, view.phase.kind, column.rest(), light, spaced) {
        let place = column.take(shown.rows);
        let mut place = Column::new(place, column.buf());
        for line in &shown.lines {
            place.line(line, shown.cue.style(theme));
        }
    }
}

/// The cues to show, from above.
fn chosen(
    stretch: &Stretch,
    kind: PhaseKind,
    mut room: Rect,
    mut light: usize,
    spaced: bool,
) -> Vec<Shown> {
    let mut chosen = Vec::new();
    for (index, cue) in by_need(kind).into_iter().enumerate() {
        let words = cue.words(stretch);
        // How to do it: in part rather than not at all.
        let (cost, lines) = if index < 2 {
            beginning(&words, room, light)
        } else {
            (lit_by(&words), wrapped(&words, room.width))
        };
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        if index > 0 && (rows > room.height || cost > light) {
            continue;
        }
        light = light.saturating_sub(cost);
        let rows = rows.saturating_add(u16::from(spaced)).min(room.height);
        room.height -= rows;
        chosen.push(Shown { cue, lines, rows });
    }
    // In a hold the feeling takes the place of the setup, and the motion keeps its own.
    let is_set_up = !chosen.iter().any(|shown: &Shown| shown.cue == Setup);
    chosen.sort_by_key(|shown| match shown.cue {
        Feel if is_set_up => Setup,
        cue => cue,
    });
    chosen
}

/// As many whole sentences as there is room and light for, at least one; all of it when not even
/// the first has room. With the cells they light.
fn beginning(words: &str, room: Rect, light: usize) -> (usize, Vec<String>) {
    let whole = (lit_by(words), wrapped(words, room.width));
    let has_room = |lines: &[String]| lines.len() <= usize::from(room.height);
    if has_room(&whole.1) && whole.0 <= light {
        return whole;
    }
    let ends = words.match_indices(". ").map(|(at, _)| at + 1);
    let parts = ends.map(|end| &words[..end]);
    let mut parts = parts.map(|part| (lit_by(part), wrapped(part, room.width)));
    let Some(mut best) = parts.next().filter(|(_, lines)| has_room(lines)) else {
        return whole;
    };
    for longer in parts.take_while(|(cost, lines)| *cost <= light && has_room(lines)) {
        best = longer;
    }
    best
}

fn wrapped(words: &str, width: u16) -> Vec<String> {
    wrap_plain(&clean(words), usize::from(width).max(1))
}
