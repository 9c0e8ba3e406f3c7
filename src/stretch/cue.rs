//! What a bell or a voice may announce, as a pure function of the time passed.

use super::Leg;
use super::plan::{Phase, PhaseKind};
use crate::guide::model::GuideWords;
use crate::text::messages::amounts::capital;
use crate::text::messages::session;

/// Something worth announcing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// A phase begins.
    Phase {
        /// What it asks.
        kind: PhaseKind,
        /// The leg that holds, now or next.
        leg: Leg,
        /// Which step of the plan, from 0.
        step: usize,
    },
    /// So many seconds are left of a phase: 3, 2 or 1.
    Count(u8),
    /// The last hold is over.
    Done,
}

impl Cue {
    /// The beginning of this phase.
    pub fn of(phase: &Phase) -> Self {
        Self::Phase { kind: phase.kind, leg: phase.leg, step: phase.step }
    }

    /// What a voice says in the words of a guide; `title` is the name of the stretch.
    pub fn words(&self, title: &str, words: &GuideWords) -> String {
        match self {
            Self::Phase { kind, leg, .. } => {
                let leg = leg.named(words);
                match kind {
                    PhaseKind::Ready => format!("Get ready. {title}. {}.", capital(leg)),
                    PhaseKind::Hold => format!("Hold, {leg}."),
                    PhaseKind::Change => format!("Change, {leg}."),
                    PhaseKind::Rest => format!("Rest. Next, {leg}."),
                }
            }
            Self::Count(3) => "three".to_owned(),
            Self::Count(2) => "two".to_owned(),
            Self::Count(_) => "one".to_owned(),
            Self::Done => session::DONE.to_owned(),
        }
    }

    /// Whether a bell rings for it: at the start of a phase and at the end, not at the count.
    pub fn rings(&self) -> bool {
        !matches!(self, Self::Count(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::raw::RawWords;

    #[test]
    fn the_voice_names_phase_leg_and_stretch() {
        let cue = |kind, leg| {
            Cue::Phase { kind, leg, step: 0 }.words("Calf at the wall", &RawWords::default().into())
        };
        assert_eq!(cue(PhaseKind::Ready, Leg::Left), "Get ready. Calf at the wall. Left leg.");
        assert_eq!(cue(PhaseKind::Hold, Leg::Both), "Hold, both legs.");
        assert_eq!(cue(PhaseKind::Change, Leg::Right), "Change, right leg.");
        assert_eq!(Cue::Count(3).words("", &RawWords::default().into()), "three");
        assert!(!Cue::Count(1).rings() && Cue::Done.rings());
    }
}
