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
use super::text::{Column, lines, lit, lit_by, right_of, width};
use super::theme::Theme;
use crate::guide::raw::{Position, Stretch, Text};
use crate::stretch::breath::{Breath, breath};
use crate::stretch::clock::seconds_shown;
use crate::stretch::motion;
use crate::stretch::plan::{Phase, PhaseKind};
use crate::stretch::session::{Pause, Session};
use crate::text::messages::session;

mod cues;
mod dial;
mod outline;
mod picture;
pub mod summary;
mod words;

use super::figure::FigureMemo;

/// Below this the timer is one line. A window of 40 by 10 leaves nine rows beside its footer.
const LEAST: (u16, u16) = (34, 9);
/// From this on the figure stands beside the digits instead of below them.
const BESIDE: (u16, u16) = (72, 16);
/// How the screen is to be drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Plain characters only.
    pub ascii: bool,
    /// The figure jumps and the breath is words only.
    pub reduced_motion: bool,
    /// At most a fifth of the cells may be lit.
    pub calm: bool,
    /// Cells that the keys below light.
    pub keys: usize,
    /// Rows left dark above.
    pub above: u16,
}

/// A hold whose seconds soon have one digit.
const SHORT: Duration = Duration::from_secs(10);

/// Everything the timer shows at one instant.
#[derive(Debug, Clone, Copy)]
pub struct TimerView<'a> {
    /// The phase that runs.
    pub phase: Phase,
    /// What its stretch is called: by its id when a guide that was read again lacks it.
    pub title: &'a str,
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
    /// The breath inside a hold that runs.
    pub breath: Option<Breath>,
    /// Whether its holds leave less light for the figure: long ones have two digits at a time, and
    /// who sits or lies is drawn wide.
    pub tight: bool,
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
        session: &'a Session,
        now: Duration,
        stretches: &'a IndexMap<Text, Stretch>,
        safety: &'a str,
        look: Look,
    ) -> Option<Self> {
        let moment = session.moment(now)?;
        let steps = &session.plan().steps;
        let id = |phase: &Phase| Some(steps.get(phase.step)?.stretch.as_str());
        let stretch = |phase: &Phase| stretches.get(id(phase)?);
        let is_hold = moment.phase.kind == PhaseKind::Hold;
        let seconds = moment.seconds();
        // The breath keeps to the seconds shown, so that it costs no drawing of its own.
        let into = seconds_shown(moment.phase.length).saturating_sub(seconds);
        let breathes = is_hold && session.paused().is_none();
        let held = match (is_hold, look.reduced_motion) {
            (false, _) => 0.0,
            (true, true) => 1.0,
            (true, false) => motion::moved(moment.into),
        };
        Some(Self {
            phase: *moment.phase,
            title: stretch(moment.phase).map_or_else(
                || id(moment.phase).unwrap_or_default(),
                |stretch| stretch.title.as_str(),
            ),
            stretch: stretch(moment.phase),
            seconds,
            next: moment.next.copied(),
            next_stretch: moment.next.and_then(stretch),
            total_left: moment.total_left,
            progress: moment.progress(),
            paused: session.paused(),
            breath: breathes.then(|| breath(Duration::from_secs(into))),
            tight: steps
                .get(moment.phase.step)
                .is_some_and(|step| step.hold > SHORT)
                || stretch(moment.phase).is_some_and(|own| own.pose != Position::Standing),
            held,
            safety,
            look,
        })
    }
}

/// Draws the timer into an area of any size.
pub fn draw(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, theme: &Theme) {
    draw_again(area, buf, view, theme, &mut FigureMemo::default());
}

/// Draws the timer, and takes the figure from the last drawing where it stands still.
pub fn draw_again(
    area: Rect,
    buf: &mut Buffer,
    view: &TimerView<'_>,
    theme: &Theme,
    memo: &mut FigureMemo,
) {
    let area = area.intersection(buf.area);
    let safety = lines(view.safety, area.width);
    let has_room = safety.saturating_add(dial::rows(Size::SMALL)) <= area.height;
    if area.width < LEAST.0 || area.height < LEAST.1 || !has_room {
        return small(area, buf, view, theme);
    }
    let beside = is_beside(area);
    let mut column = Column::new(area, buf);
    column.text(view.safety, theme.warning);
    let titled = lines(view.title, area.width).saturating_add(dial::rows(Size::SMALL));
    let roomy = column.left() >= titled;
    if roomy {
        column.text(view.title, theme.accent);
    }
    if column.left() >= 18 {
        column.skip(1);
    }
    let body = column.rest();
    let size = digits_in(area, view);
    let mut figure_at = None;
    let cues = if beside {
        let left = (dial::width(view, size, true) + 22).max(area.width * 2 / 5);
        figure_at = Some(picture::place(
            right_of(body, left + 2),
            area,
            view.look,
            view.tight,
        ));
        let body = Rect {
            width: left,
            ..body
        };
        let mut column = Column::new(body, column.buf());
        dial::draw(&mut column, view, theme, size, true);
        column.skip(1);
        column.rest()
    } else {
        dial::draw(&mut column, view, theme, size, roomy);
        let left = column.left();
        if left >= 9 {
            let rows = column.take(picture::rows_below(left));
            figure_at = Some(picture::place(rows, area, Look::default(), view.tight));
            column.skip(u16::from(left >= 18));
        }
        column.rest()
    };
    figure_and_cues((area, figure_at, cues), buf, view, theme, memo);
}

/// Whether the figure has room beside the digits.
fn is_beside(area: Rect) -> bool {
    area.width >= BESIDE.0 && area.height >= BESIDE.1
}

fn digits_in(area: Rect, view: &TimerView<'_>) -> Size {
    if is_beside(area) {
        dial::size(view, area)
    } else {
        Size::SMALL
    }
}

/// The figure, and beside or below it the cue lines, with what is left of the light.
fn figure_and_cues(
    (area, mut figure_at, cues): (Rect, Option<Rect>, Rect),
    buf: &mut Buffer,
    view: &TimerView<'_>,
    theme: &Theme,
    memo: &mut FigureMemo,
) {
    let size = digits_in(area, view);
    let light = |buf: &Buffer| light_for_cues((area, cues.width), buf, view, size, || 0);
    // The words of a move before its picture.
    let is_hold = view.phase.kind == PhaseKind::Hold;
    if is_hold && !cues::tells_the_move(view, light(buf)) {
        figure_at = None;
    }
    if let Some(place) = figure_at {
        picture::draw(place, buf, view, theme, memo);
    }
    let light = light(buf);
    cues::draw(&mut Column::new(cues, buf), light, view, theme);
}

/// Who must not, and below it one line and what else has room. Where they have none together
/// nothing tells to stretch, and the window is asked for.
fn small(area: Rect, buf: &mut Buffer, view: &TimerView<'_>, theme: &Theme) {
    let mut column = Column::new(area, buf);
    let rows = lines(view.safety, area.width);
    if rows > area.height || (rows == area.height && view.phase.kind != PhaseKind::Ready) {
        return without_room(&mut column, view, theme);
    }
    column.text(view.safety, theme.warning);
    let mut line = words::shortest(view, area.width);
    for part in [
        words::rep(&view.phase),
        words::total(view.total_left),
        view.title.to_owned(),
    ] {
        if width(&line) + width(&part) + 2 <= area.width {
            line = format!("{line}, {part}");
        }
    }
    column.line(&line, theme.accent);
    if area.width >= 20 {
        cues::draw(&mut column, usize::MAX, view, theme);
    }
}

/// Leg and seconds, and why there is nothing more.
fn without_room(column: &mut Column<'_>, view: &TimerView<'_>, theme: &Theme) {
    let wide = column.rest().width;
    column.line(&words::leg_and_seconds(view, wide), theme.accent);
    let forms = [
        session::WINDOW_TOO_SMALL_FOR_STRETCH,
        session::WINDOW_TOO_SMALL,
    ];
    let fitting = forms.iter().find(|form| lines(form, wide) <= column.left());
    column.text(fitting.unwrap_or(&""), theme.muted);
}

/// How many cells may be lit in an area.
///
/// In a small window what has to be said comes before darkness.
pub(super) fn light(area: Rect, look: Look) -> usize {
    if look.calm && area.width >= 60 && area.height >= 18 {
        // A fifth of the window, with its margins, notice and keys; the keys are lit too.
        let window = (usize::from(area.width) + 4) * (usize::from(area.height + look.above) + 2);
        (window / 5).saturating_sub(look.keys)
    } else {
        usize::MAX
    }
}

/// What is left of the light for cue lines. What moves is counted at its brightest, or the
/// lines would come and go with it; the figure, asked for its own, moves in a hold only.
fn light_for_cues(
    (area, dial): (Rect, u16),
    buf: &Buffer,
    view: &TimerView<'_>,
    size: Size,
    figure: impl FnOnce() -> usize,
) -> usize {
    let light = light(area, view.look);
    if light == usize::MAX {
        return light;
    }
    let (digits, brightest) = dial::lit_by_digits(view, size);
    if view.phase.kind != PhaseKind::Hold {
        // Only the digits change here.
        let others = lit(area, buf).saturating_sub(digits);
        return light.saturating_sub(others + brightest);
    }
    let words = lit_by(view.title) + lit_by(view.safety);
    light.saturating_sub(dial::lit_in_hold(view, size, dial) + brightest + figure() + words)
}

#[cfg(test)]
mod tests;
