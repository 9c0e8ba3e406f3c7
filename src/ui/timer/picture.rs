//! The figure of a session: where it stands, how large it may be, and how much light it takes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Look, TimerView};
use crate::figure::Posture;
use crate::guide::raw::Figure;
use crate::ui::figure::{self, FigureMemo};
use crate::ui::theme::Theme;

/// The largest figure: more would only be more light.
const LARGEST: (u16, u16) = (52, 18);
/// The largest figure where light is counted and scarce.
const CALM: (u16, u16) = (28, 10);
/// The largest figure there that leaves light for a move in words besides two digits.
const TIGHT: (u16, u16) = (28, 7);

/// The upper middle of an area, as much of it as a figure may fill on this screen.
pub(super) fn place(area: Rect, screen: Rect, look: Look, tight: bool) -> Rect {
    let most = match look.calm && screen.area() < 2400 {
        true if tight => TIGHT,
        true => CALM,
        false => LARGEST,
    };
    let (width, height) = (area.width.min(most.0), area.height.min(most.1));
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        height,
        ..area
    }
}

/// Rows of a figure that stands below the digits, of so many that are left.
pub(super) fn rows_below(left: u16) -> u16 {
    if left < 18 {
        left * 3 / 5
    } else {
        // The cue lines keep a row of distance.
        (left / 2).min(LARGEST.1)
    }
}

/// Draws the figure, or takes it from the last drawing where it stands still.
pub(super) fn draw(
    place: Rect,
    buf: &mut Buffer,
    view: &TimerView<'_>,
    theme: &Theme,
    memo: &mut FigureMemo,
) {
    let Some(figure) = figure_of(view) else {
        return;
    };
    let posture = Posture {
        figure,
        leg: Some(view.phase.leg),
        held: view.held,
    };
    figure::draw_again(place, buf, &posture, (theme, view.look.ascii), memo);
}

fn figure_of<'a>(view: &TimerView<'a>) -> Option<&'a Figure> {
    view.stretch.and_then(|stretch| stretch.figure.as_ref())
}
