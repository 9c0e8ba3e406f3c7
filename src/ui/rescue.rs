//! A cramp now: the step as the largest words, the body doing it, how long it lasts, and what
//! comes next.
//!
//! ```text
//! ! Swollen, hot, red, cold, numb or injured? Do not stretch or rub
//! KNEE STRAIGHT
//! TOES TO SHIN
//! Straighten the knee. Pull your toes up towards your shin.     O
//! Cannot reach? Loop a towel round the foot and pull.          /|___
//! next in 0:12 [====    ]                                      |  __\__/
//! 1:24  [==           ] 10:00 get help                         =========
//! ```

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{RenderContext, chrome};
use crate::app::body_words;
use crate::app::layout::Size;
use crate::app::view::RescueState;
use crate::guide::model::Rescue;
use crate::guide::raw::{Care, Kind, RescueStep};
use crate::guide::{Guide, NodeId, markup, muscle};
use crate::stretch::cramp::OngoingCramp;
use crate::text::messages::pages;
use crate::ui::text::width;

mod compact;
mod full;

/// The least size with room for the body, the large letters and the big clock.
const FULL: Size = Size { width: 72, height: 18 };
/// In a smaller window the clock has no row of its own.
const LEAST: Size = Size { width: 34, height: 9 };

/// A cramp now, over the whole screen.
pub(crate) fn screen(buf: &mut Buffer, context: RenderContext<'_>, rescue: &RescueState) {
    let RenderContext { state, theme, .. } = context;
    let Some(view) = RescueView::of(rescue, context) else {
        return;
    };
    let began = state.now.wall.map(|wall| wall.wrapping_sub(view.age()));
    let began = began.map_or_else(String::new, |time| {
        format!("   began {:02}:{:02}", time.hour(), time.minute())
    });
    let right = [(view.label(40), theme.muted), (began, theme.text)];
    let area = chrome::below_header(buf, context, &["Cramp now".to_owned()], &right);
    draw(area, buf, &view);
    chrome::notice_and_keys(buf, context, None);
}

/// Everything rescue shows at one instant.
#[derive(Debug, Clone)]
pub struct RescueView<'a> {
    pub rescue: &'a Rescue,
    pub cramp: &'a OngoingCramp,
    /// What to do instead, once it has outlasted the limit or a danger sign was reported.
    pub advice: Option<Advice>,
    /// The program, and what it is drawn with.
    pub context: RenderContext<'a>,
}

/// The step to do now, the one after it, and how long until then.
struct CurrentStep<'a> {
    step: &'a RescueStep,
    next: Option<&'a RescueStep>,
    wait: Duration,
}

/// A step in a few words, its lines joined by this.
pub(super) fn in_short(step: &RescueStep, between: &str) -> String {
    step.big.as_deref().unwrap_or(&step.text).replace('\n', between)
}

/// What a cramp that lasts too long, or a danger sign reported in it, asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The advice in a few words.
    pub big: String,
    /// How soon to get help, and why.
    pub head: String,
    /// What to do, in order.
    pub lines: Vec<String>,
    /// How soon to get help.
    pub care: Care,
}

impl Advice {
    fn of(guide: &Guide, id: NodeId) -> Self {
        let node = guide.node(id);
        let head = match (node.kind, node.care) {
            // Where it says what to do itself, "today" may be later than that.
            (Kind::Warning, Some(care)) if care == Care::Emergency || node.big.is_none() => {
                format!("{}. {}", guide.words.care(care), node.title)
            }
            _ => node.title.clone(),
        };
        let steps = match &*node.steps {
            [] => std::slice::from_ref(&node.text),
            steps => steps,
        };
        Self {
            big: node.big.as_deref().map(markup::plain).unwrap_or_default(),
            head: markup::plain(&head),
            lines: steps.iter().map(String::as_str).map(markup::plain).collect(),
            care: node.care.unwrap_or(Care::Urgent),
        }
    }
}

impl<'a> RescueView<'a> {
    /// What a cramp shows now; `None` when the guide has no rescue.
    pub fn of(view: &'a RescueState, context: RenderContext<'a>) -> Option<Self> {
        let RenderContext { state, .. } = context;
        let (rescue, cramp) = (state.guide.rescue.as_ref()?, &view.cramp);
        let warning = state.rescue_warning(view);
        let mut advice = warning.map(|warning| Advice::of(&state.guide, warning));
        if let Some(advice) = advice.as_mut().filter(|_| state.offers_steps(view)) {
            advice.lines.push(pages::STEPS_ALL_THE_SAME.to_owned());
        }
        Some(Self { rescue, cramp, advice, context })
    }

    fn steps(&self) -> &[RescueStep] {
        self.rescue.steps(&self.cramp.muscle, self.cramp.pose)
    }

    fn current_step(&self) -> Option<CurrentStep<'_>> {
        let steps = self.steps();
        let (at, wait) = self.cramp.current_step(steps.len(), self.context.state.now.boot);
        let next = (steps.len() > 1).then(|| &steps[(at + 1) % steps.len()]);
        Some(CurrentStep { step: steps.get(at)?, next, wait })
    }

    pub(super) fn age(&self) -> Duration {
        self.cramp.age(self.context.state.now.boot)
    }

    fn check(&self) -> String {
        format!("! {}", self.rescue.check)
    }

    /// Where the cramp is, in so many cells where the bare name of the muscle is short enough.
    pub(super) fn label(&self, cells: u16) -> String {
        let OngoingCramp { muscle, pose, leg, .. } = self.cramp;
        let leg = leg.map(|leg| leg.named(&self.context.state.guide.words));
        let whole = body_words::cramp(muscle::part(muscle), leg, *pose);
        if width(&whole) <= cells { whole } else { body_words::cramp(muscle, leg, *pose) }
    }
}

/// Draws rescue into an area of any size.
pub fn draw(area: Rect, buf: &mut Buffer, view: &RescueView<'_>) {
    let area = area.intersection(buf.area);
    if FULL.fits(area.width, area.height) {
        full::draw(area, buf, view);
    } else {
        compact::draw(area, buf, view);
    }
}

#[cfg(test)]
mod tests;
