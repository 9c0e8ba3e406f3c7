//! The cue lines of a stretch: the one that counts now first, the others while there is room and light.

use ratatui::layout::Rect;

use super::TimerView;
use crate::app::words;
use crate::guide::raw::Stretch;
use crate::stretch::plan::PhaseKind;
use crate::ui::lettering::{Column, lines, lit_by};
use crate::ui::theme::Theme;

/// The cue lines in the order in which this phase needs them.
pub(super) fn ordered(stretch: &Stretch, kind: PhaseKind) -> [String; 5] {
    let setup = stretch.setup.to_string();
    let motion = stretch.motion.to_string();
    let feel = format!("Feel: {}", lower(&stretch.feel));
    let avoid = stretch.avoid.to_string();
    let stop_if = words::stop_if(&stretch.stop_if);
    match kind {
        PhaseKind::Ready => [setup, motion, stop_if, avoid, feel],
        PhaseKind::Change => [setup, stop_if, motion, avoid, feel],
        PhaseKind::Hold => [motion, feel, avoid, stop_if, setup],
        PhaseKind::Rest => [stop_if, avoid, feel, motion, setup],
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// Draws as many cue lines as fit whole; of the first two, as many sentences as fit.
pub(super) fn draw(column: &mut Column<'_>, mut light: usize, view: &TimerView<'_>, theme: &Theme) {
    let Some(stretch) = view.stretch else { return };
    let spaced = column.left() >= 12;
    for (index, cue) in ordered(stretch, view.phase.kind).iter().enumerate() {
        let rest = column.rest();
        // How to do it: in part rather than not at all.
        let cue = if index < 2 {
            beginning(cue, rest, light)
        } else {
            cue
        };
        let cost = lit_by(cue);
        if index > 0 && (lines(cue, rest.width) > rest.height || cost > light) {
            continue;
        }
        light = light.saturating_sub(cost);
        let style = if index == 0 { theme.text } else { theme.quiet };
        column.text(cue, style);
        if spaced {
            column.skip(1);
        }
    }
}

/// As many whole sentences as there is room and light for, at least one; all of it when not even the first has room.
fn beginning(cue: &str, room: Rect, light: usize) -> &str {
    let has_room = |part: &str| lines(part, room.width) <= room.height;
    let ends = cue.match_indices(". ").map(|(at, _)| at + 1);
    let parts: Vec<&str> = ends.chain([cue.len()]).map(|end| &cue[..end]).collect();
    let fitting = parts.iter().rev();
    fitting
        .copied()
        .find(|part| has_room(part) && lit_by(part) <= light)
        .or_else(|| parts.first().copied().filter(|part| has_room(part)))
        .unwrap_or(cue)
}
