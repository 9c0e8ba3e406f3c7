//! A running session: phase, leg, digits, figure, cues, and how far it has come.
//!
//! ```text
//! Swollen, hot, red, cold, numb, or hurt? Do not stretch or rub
//! Calf at the wall, back knee straight
//! ┏━━━━━━━ Hold ━━━━━━━┓  1 of 3                    O
//! ┃      ██  ██████    ┃  then change to right     /|__
//! ┃      ██  ██  ██    ┃                          / |  |
//! ┃      ██  ██  ██    ┃  2:43 left               |/   |
//! ┃      ██  ██  ██    ┃  [━━━━        ]         //    |
//! ┃      ██  ██████    ┃  Breathe in   ━━━      //  \  |
//! ┗━ < LEFT ━━━━━━━━━━━┛                      ====  == |
//! Keep the back knee straight. Bend the front knee ...
//! ```

use std::time::Duration;

use indexmap::IndexMap;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::digits::Size;
use super::figure::{FigureStyle, Picture};
use super::lettering::{Column, lines, lit, lit_by, width};
use super::memo::Memo;
use super::theme::Theme;
use crate::guide::raw::{Figure, Stretch};
use crate::stretch::Leg;
use crate::stretch::breath::{Breath, breath};
use crate::stretch::clock::seconds_shown;
use crate::stretch::plan::{Phase, PhaseKind};
use crate::stretch::session::{MOVE_IN, Pause, Session};

mod cues;
mod dial;
mod outline;
pub mod summary;
mod words;

/// Below this the timer is one line. A window of 40 by 10 leaves nine rows beside its footer.
const LEAST: (u16, u16) = (34, 9);
/// From this on the figure stands beside the digits instead of below them.
const BESIDE: (u16, u16) = (72, 16);
/// The largest figure: more would only be more light.
const LARGEST_FIGURE: (u16, u16) = (52, 18);
/// The largest figure where light is counted and scarce.
const CALM_FIGURE: (u16, u16) = (28, 10);

/// How the screen is to be drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Plain characters only.
    pub ascii: bool,
    /// The figure jumps and the breath is words only.
    pub reduced_motion: bool,
    /// At most a fifth of the cells may be lit.
    pub calm: bool,
}

/// Everything the timer shows at one instant.
#[derive(Debug, Clone, Copy)]
pub struct TimerView<'a> {
    /// The phase that runs.
    pub phase: Phase,
    /// Its stretch.
    pub stretch: Option<&'a Stretch>,
    /// Whole seconds left of it.
    pub seconds: u64,
    /// What comes next; `None` before the end.
    pub next: Option<Phase>,
    /// The stretch that comes next.
    pub next_stretch: Option<&'a Stretch>,
    /// Time left in all.
    pub total_left: Duration,
    /// How much is over, in thousandths.
    pub progress: u16,
    /// Why it stands still.
    pub paused: Option<Pause>,
    /// The breath inside a hold.
    pub breath: Option<Breath>,
    /// How far the figure has moved into the stretch, 0 to 1.
    pub held: f32,
    /// Who must not stretch.
    pub safety: &'a str,
    /// How it is drawn.
    pub look: Look,
}

impl<'a> TimerView<'a> {
    /// What a session shows at this instant; `None` when it is done.
    pub fn of(
        session: &Session,
        now: Duration,
        stretches: &'a IndexMap<String, Stretch>,
        safety: &'a str,
        look: Look,
    ) -> Option<Self> {
        let moment = session.moment(now)?;
        let stretch = |phase: &Phase| {
            let step = session.plan().steps.get(phase.step)?;
            stretches.get(&step.stretch)
        };
        let is_hold = moment.phase.kind == PhaseKind::Hold;
        let seconds = moment.seconds();
        // The breath keeps to the seconds shown, so that it costs no drawing of its own.
        let into = seconds_shown(moment.phase.length).saturating_sub(seconds);
        let held = match (is_hold, look.reduced_motion) {
            (false, _) => 0.0,
            (true, true) => 1.0,
            (true, false) => (moment.into.as_secs_f32() / MOVE_IN.as_secs_f32()).min(1.0),
        };
        Some(Self {
            phase: *moment.phase,
            stretch: stretch(moment.phase),
            seconds,
            next: moment.next.copied(),
            next_stretch: moment.next.and_then(stretch),
            total_left: moment.total_left,
            progress: moment.progress(),
            paused: session.paused(),
            breath: is_hold.then(|| breath(Duration::from_secs(into))),
            held,
            safety,
            look,
        })
    }

    fn title(&self) -> &str {
        self.stretch.map_or("", |stretch| &stretch.title)
    }

    fn head(&self) -> String {
        let phase = words::phase(self.phase.kind);
        match self.paused {
            Some(_) => format!("Paused: {}", phase.to_lowercase()),
            None => phase.to_owned(),
        }
    }
}

/// What the drawing of the figure depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureKey {
    figure: Figure,
    leg: Leg,
    held: f32,
    ascii: bool,
    theme: Theme,
}

/// Draws the timer into an area of any size.
pub fn draw(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, theme: &Theme) {
    draw_again(area, buf, view, theme, &mut Memo::default());
}

/// Draws the timer, and takes the figure from the last drawing where it stands still.
pub fn draw_again(
    area: Rect,
    buf: &mut Buffer,
    view: &TimerView<'_>,
    theme: &Theme,
    memo: &mut Memo<FigureKey>,
) {
    let area = area.intersection(buf.area);
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return small(area, buf, view, theme);
    }
    let beside = area.width >= BESIDE.0 && area.height >= BESIDE.1;
    let mut column = Column::new(area, buf);
    let warned = safety(&mut column, view, theme, dial::rows(Size::SMALL));
    let roomy = column.left() > dial::rows(Size::SMALL);
    if roomy {
        column.line(view.title(), theme.accent);
    }
    if column.left() >= 20 {
        column.skip(1);
    }
    let body = column.rest();
    if beside {
        let size = dial::size(view, area);
        let left = (dial::width(view, size) + 22).max(area.width * 2 / 5);
        let most = largest_figure(area, view.look);
        let place = limited(right_part(body, left + 2), most);
        picture(place, column.buf(), view, theme, memo);
        let body = Rect {
            width: left,
            ..body
        };
        let mut column = Column::new(body, column.buf());
        dial::draw(&mut column, view, theme, size, true);
        column.skip(1);
        if warned {
            let light = light_for_cues(area, column.buf(), view, size);
            cues::draw(&mut column, light, view, theme);
        }
    } else {
        dial::draw(&mut column, view, theme, Size::SMALL, roomy);
        let left = column.left();
        if left >= 9 {
            let rows = (left * 3 / 5).min(LARGEST_FIGURE.1);
            let place = limited(column.take(rows), LARGEST_FIGURE);
            picture(place, column.buf(), view, theme, memo);
        }
        if warned {
            let light = light_for_cues(area, column.buf(), view, Size::SMALL);
            cues::draw(&mut column, light, view, theme);
        }
    }
}

/// Who must not stretch, above everything that tells to, where it has room beside
/// the digits and always while getting ready. Says whether all of it is shown:
/// without it nothing on the screen may tell how to stretch.
fn safety(column: &mut Column<'_>, view: &TimerView<'_>, theme: &Theme, rest: u16) -> bool {
    let rows = lines(view.safety, column.rest().width);
    let fits = rows + rest <= column.left();
    if fits || view.phase.kind == PhaseKind::Ready {
        let place = column.take(rows.min(column.left().saturating_sub(1)));
        Column::new(place, column.buf()).text(view.safety, theme.warning);
    }
    fits
}

fn right_part(area: Rect, from: u16) -> Rect {
    let from = from.min(area.width);
    Rect {
        x: area.x + from,
        width: area.width - from,
        ..area
    }
}

/// The largest figure on this screen.
fn largest_figure(screen: Rect, look: Look) -> (u16, u16) {
    if look.calm && screen.area() < 2400 {
        CALM_FIGURE
    } else {
        LARGEST_FIGURE
    }
}

/// The upper middle of an area, of this size at most.
fn limited(area: Rect, most: (u16, u16)) -> Rect {
    let (width, height) = (area.width.min(most.0), area.height.min(most.1));
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        height,
        ..area
    }
}

fn picture(
    area: Rect,
    buf: &mut Buffer,
    view: &TimerView<'_>,
    theme: &Theme,
    memo: &mut Memo<FigureKey>,
) {
    let Some(figure) = view.stretch.and_then(|stretch| stretch.figure.as_ref()) else {
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
    memo.show(key, area, buf, |area, buf| {
        picture.draw(area, buf, figure_style(theme));
    });
}

/// The roles of a figure in a theme.
fn figure_style(theme: &Theme) -> FigureStyle {
    FigureStyle {
        body: theme.figure,
        quiet: theme.figure_far,
        muscle: theme.muscle,
    }
}

/// One line, and above it who must not, where both have room.
fn small(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, theme: &Theme) {
    let mut column = Column::new(area, buf);
    let warned = safety(&mut column, view, theme, 1);
    let seconds = words::digits(view.seconds);
    let head = view.head();
    let leg = words::leg(view.phase.leg);
    let mut line = match area.width {
        0..=5 => seconds,
        6..=11 => format!("{} {seconds}", &leg[..1]),
        12..=25 if width(&head) > 4 => format!("{leg} {seconds}"),
        _ => format!("{head} {leg} {seconds}"),
    };
    for part in [
        words::rep(&view.phase),
        words::total(view.total_left),
        view.title().to_owned(),
    ] {
        if width(&line) + width(&part) + 2 <= area.width {
            line = format!("{line}, {part}");
        }
    }
    column.line(&line, theme.accent);
    if warned && area.width >= 20 {
        cues::draw(&mut column, usize::MAX, view, theme);
    }
}

/// Cells that the keys below may light.
const KEYS: usize = 50;

/// How many cells may be lit in an area.
///
/// In a small window what has to be said comes before darkness.
pub(super) fn light(area: Rect, look: Look) -> usize {
    if look.calm && area.width >= 60 && area.height >= 18 {
        // A fifth of the window, with its margins, notice and keys; the keys are lit too.
        let window = (usize::from(area.width) + 4) * (usize::from(area.height) + 2);
        window / 5 - KEYS
    } else {
        usize::MAX
    }
}

/// What is left of the light for cue lines. What moves is counted at its brightest, or the
/// lines would come and go with it.
fn light_for_cues(area: Rect, buf: &Buffer, view: &TimerView<'_>, size: Size) -> usize {
    if light(area, view.look) == usize::MAX {
        return usize::MAX;
    }
    let (digits, brightest) = dial::lit_by_digits(view, size);
    if view.phase.kind != PhaseKind::Hold {
        // Only the digits change here.
        let others = lit(area, buf).saturating_sub(digits);
        return light(area, view.look).saturating_sub(others + brightest);
    }
    let frame = dial::width(view, size) + size.rows() + 2;
    let standing = 58;
    // The most cells that a figure of the guide lights at these sizes.
    let figure = if largest_figure(area, view.look) == CALM_FIGURE {
        100
    } else {
        130
    };
    let safety = lit_by(view.safety);
    let words = lit_by(view.title()) + safety;
    light(area, view.look)
        .saturating_sub(2 * usize::from(frame) + brightest + standing + figure + words)
}

#[cfg(test)]
mod tests;
