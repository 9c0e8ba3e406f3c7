//! What a bell or a voice may announce, as a pure function of the time passed.

use super::Leg;
use super::plan::{Phase, PhaseKind};

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
        Self::Phase {
            kind: phase.kind,
            leg: phase.leg,
            step: phase.step,
        }
    }

    /// The words a voice says; `title` is the name of the stretch.
    pub fn words(&self, title: &str) -> String {
        let which = |leg: Leg| match leg {
            Leg::Both => "both legs".to_owned(),
            one => format!("{} leg", one.word()),
        };
        match self {
            Self::Phase { kind, leg, .. } => match kind {
                PhaseKind::Ready => format!("Get ready. {title}. {}.", capital(&which(*leg))),
                PhaseKind::Hold => format!("Hold, {}.", which(*leg)),
                PhaseKind::Change => format!("Change, {}.", which(*leg)),
                PhaseKind::Rest => format!("Rest. Next, {}.", which(*leg)),
            },
            Self::Count(3) => "three".to_owned(),
            Self::Count(2) => "two".to_owned(),
            Self::Count(_) => "one".to_owned(),
            Self::Done => "Done.".to_owned(),
        }
    }

    /// Whether a bell rings for it: at the edges of phases, not at the count.
    pub fn rings(&self) -> bool {
        !matches!(self, Self::Count(_))
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_voice_names_phase_leg_and_stretch() {
        let cue = |kind, leg| Cue::Phase { kind, leg, step: 0 }.words("Calf at the wall");
        assert_eq!(
            cue(PhaseKind::Ready, Leg::Left),
            "Get ready. Calf at the wall. Left leg."
        );
        assert_eq!(cue(PhaseKind::Hold, Leg::Both), "Hold, both legs.");
        assert_eq!(cue(PhaseKind::Change, Leg::Right), "Change, right leg.");
        assert_eq!(Cue::Count(3).words(""), "three");
        assert!(!Cue::Count(1).rings() && Cue::Done.rings());
    }
}
