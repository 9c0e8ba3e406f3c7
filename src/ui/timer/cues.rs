//! The cue lines of a stretch: the one that counts now first, the others while there is room and light.

use ratatui::layout::Rect;

use super::TimerView;
use crate::guide::raw::Stretch;
use crate::stretch::plan::PhaseKind;
use crate::ui::lettering::{Column, lines, lit_by};
use crate::ui::theme::Theme;

/// The cue lines in the order in which this phase needs them.
pub(super) fn ordered(stretch: &Stretch, kind: PhaseKind) -> [String; 5] {
    let setup = stretch.setup.clone();
    let motion = stretch.motion.clone();
    let feel = format!("Feel: {}", lower(&stretch.feel));
    let avoid = stretch.avoid.clone();
    let stop_if = stretch.stop_if.clone();
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

/// Draws as many cue lines as fit whole; of the first, at least its first sentence.
pub(super) fn draw(column: &mut Column<'_>, mut light: usize, view: &TimerView<'_>, theme: &Theme) {
    let Some(stretch) = view.stretch else { return };
    let spaced = column.left() >= 12;
    for (index, cue) in ordered(stretch, view.phase.kind).iter().enumerate() {
        let rest = column.rest();
        let fits = lines(cue, rest.width) <= rest.height;
        let cost = lit_by(cue);
        if index > 0 && (!fits || cost > light) {
            continue;
        }
        let cue = if cost > light {
            first_sentence(cue)
        } else {
            cue
        };
        light = light.saturating_sub(cost);
        let style = if index == 0 { theme.text } else { theme.quiet };
        column.text(beginning(cue, rest), style);
        if spaced {
            column.skip(1);
        }
    }
}

fn first_sentence(cue: &str) -> &str {
    cue.find(". ").map_or(cue, |at| &cue[..=at])
}

/// As many whole sentences as fit, or all of it when not even the first does.
fn beginning(cue: &str, room: Rect) -> &str {
    let ends = cue.match_indices(". ").map(|(at, _)| at + 1);
    std::iter::once(cue.len())
        .chain(ends.collect::<Vec<_>>().into_iter().rev())
        .map(|end| &cue[..end])
        .find(|part| lines(part, room.width) <= room.height)
        .unwrap_or(cue)
}
