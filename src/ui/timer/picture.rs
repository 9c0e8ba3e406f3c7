//! The figure of a session: where it stands, how large it may be, and how much light it takes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Look, TimerView};
use crate::guide::raw::Figure;
use crate::stretch::{Leg, motion};
use crate::ui::figure::Picture;
use crate::ui::memo::Memo;
use crate::ui::theme::Theme;

/// The largest figure: more would only be more light.
const LARGEST: (u16, u16) = (52, 18);
/// The largest figure where light is counted and scarce.
const CALM: (u16, u16) = (28, 10);
/// The largest figure there that leaves light for a move in words besides two digits.
const TIGHT: (u16, u16) = (28, 7);

/// The figure of the last frame, and how bright it gets.
#[derive(Debug, Default)]
pub struct FigureMemo {
    drawing: Memo<FigureKey>,
    brightest: Option<(GlowKey, usize)>,
}

/// What the drawing of the figure depends on.
#[derive(Debug, Clone, PartialEq)]
struct FigureKey {
    figure: Figure,
    leg: Leg,
    held: f32,
    ascii: bool,
    theme: Theme,
}

/// What its light depends on.
#[derive(Debug, Clone, PartialEq)]
struct GlowKey {
    figure: Figure,
    leg: Leg,
    ascii: bool,
    size: (u16, u16),
}

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
    let Some(figure) = figure(view) else {
        return;
    };
    let key = FigureKey {
        figure: figure.clone(),
        leg: view.phase.leg,
        held: view.held,
        ascii: view.look.ascii,
        theme: *theme,
    };
    let picture = Picture {
        figure,
        leg: view.phase.leg,
        held: view.held,
        ascii: view.look.ascii,
    };
    memo.drawing.show(key, place, buf, |area, buf| {
        picture.draw(area, buf, theme.into());
    });
}

/// The most cells that the figure lights on its way from the first pose to the held one.
pub(super) fn brightest(place: Rect, view: &TimerView<'_>, memo: &mut FigureMemo) -> usize {
    let Some(figure) = figure(view) else {
        return 0;
    };
    let key = GlowKey {
        figure: figure.clone(),
        leg: view.phase.leg,
        ascii: view.look.ascii,
        size: (place.width, place.height),
    };
    if let Some((known, cells)) = &memo.brightest
        && *known == key
    {
        return *cells;
    }
    let lit = motion::POSES.map(|held| {
        let picture = Picture {
            figure,
            leg: view.phase.leg,
            held,
            ascii: view.look.ascii,
        };
        picture.lit(place.width, place.height)
    });
    let cells = lit.into_iter().max().unwrap_or(0);
    memo.brightest = Some((key, cells));
    cells
}

fn figure<'a>(view: &TimerView<'a>) -> Option<&'a Figure> {
    view.stretch.and_then(|stretch| stretch.figure.as_ref())
}
