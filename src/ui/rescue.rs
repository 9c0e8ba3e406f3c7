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

use super::exercise::ExerciseLook;
use crate::app::labels;
use crate::guide::model::GuideWords;
use crate::guide::model::Rescue;
use crate::guide::raw::{Care, RescueStep};
use crate::stretch::Leg;
use crate::stretch::rescue::OngoingCramp;
use crate::text::clean;
use crate::text::messages::amounts;
use crate::ui::text::width;

mod compact;
mod full;

/// The least size with room for the body, the large letters and the big clock.
const FULL: (u16, u16) = (72, 18);
/// In a smaller window rescue is one step, cut off if need be.
const LEAST: (u16, u16) = (34, 9);

/// Everything rescue shows at one instant.
#[derive(Debug, Clone, Copy)]
pub struct RescueView<'a> {
    /// The guide's rescue.
    pub rescue: &'a Rescue,
    /// The cramp.
    pub cramp: &'a OngoingCramp,
    /// What to do instead, once it has outlasted the limit.
    pub advice: Option<&'a Advice>,
    /// Whether these are the steps of the built-in guide, in a guide on another topic.
    pub borrowed: bool,
    /// The instant, on the boot-time clock.
    pub now: Duration,
}

/// What a cramp that lasts too long asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The advice in a few words.
    pub big: String,
    /// How soon to get help, and why.
    pub head: String,
    /// What to do, in order.
    pub lines: Vec<String>,
    /// How soon to get help.
    pub care: Option<Care>,
}

impl RescueView<'_> {
    fn steps(&self) -> &[RescueStep] {
        self.rescue.steps(&self.cramp.muscle, self.cramp.position)
    }

    /// The step to do now, the one after it, and how long until then.
    fn current(&self) -> Option<(&RescueStep, Option<&RescueStep>, Duration)> {
        let steps = self.steps();
        let (at, wait) = self.cramp.current_step(steps.len(), self.now);
        let next = (steps.len() > 1).then(|| &steps[(at + 1) % steps.len()]);
        Some((steps.get(at)?, next, wait))
    }

    fn age(&self) -> String {
        amounts::clock(self.cramp.age(self.now))
    }

    fn check(&self) -> String {
        format!("! {}", clean(&self.rescue.check))
    }

    /// Where the cramp is, in so many cells. The name of the muscle replaces a place that would be
    /// too long with a leg, so that it stays the same once the leg is known.
    pub(super) fn place(&self, words: &GuideWords, cells: u16) -> String {
        let cramp = self.cramp;
        let said = |muscle, leg| labels::place(muscle, leg, cramp.position);
        let part = labels::part(&cramp.muscle);
        let named = |leg: Leg| leg.named(words);
        let leg = cramp.leg.map(named);
        if width(&said(part, Some(named(Leg::Right)))) <= cells {
            return said(part, leg);
        }
        said(&cramp.muscle, leg)
    }
}

/// Draws rescue into an area of any size.
pub fn draw(area: Rect, buf: &mut Buffer, view: &RescueView<'_>, look: ExerciseLook<'_>) {
    let area = area.intersection(buf.area);
    let has_room = |least: (u16, u16)| area.width >= least.0 && area.height >= least.1;
    if has_room(FULL) {
        full::draw(area, buf, view, look);
    } else if has_room(LEAST) {
        compact::draw(area, buf, view, look);
    } else {
        compact::cut(area, buf, view, look);
    }
}

#[cfg(test)]
mod tests;
