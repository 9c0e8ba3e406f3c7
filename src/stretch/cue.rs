//! What a bell or a voice may announce, as a pure function of the time passed.

use std::time::Duration;

use super::plan::{Phase, PhaseKind};
use crate::guide::model::GuideWords;
use crate::text::messages::amounts::capital;
use crate::text::messages::session;

/// Something worth announcing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// A phase begins.
    Phase(Phase),
    /// So many seconds are left of a phase: 3, 2 or 1.
    Count(u8),
    /// The last hold is over.
    Done,
}

impl Cue {
    /// What a voice says in the words of a guide; `title` is the name of the stretch.
    pub fn words(&self, title: &str, words: &GuideWords) -> String {
        match self {
            Self::Phase(phase) => {
                let leg = phase.leg.named(words);
                match phase.kind {
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

/// What there is to announce after `from` and up to `to`. `ahead` are the phases to come and `end`
/// is when the last hold is over, all on the session's own count.
pub(super) fn between(ahead: &[Phase], end: Duration, from: Duration, to: Duration) -> Vec<Cue> {
    let within = |at: Duration| from < at && at <= to;
    let mut cues = Vec::new();
    for phase in ahead.iter().take_while(|phase| phase.start <= to) {
        if within(phase.start) {
            cues.push(Cue::Phase(*phase));
        }
        for left in [3, 2, 1] {
            let at = phase.end().checked_sub(Duration::from_secs(u64::from(left)));
            // In a phase of three seconds "three" would be said over its announcement.
            if at.is_some_and(|at| at > phase.start && within(at)) {
                cues.push(Cue::Count(left));
            }
        }
    }
    if within(end) {
        cues.push(Cue::Done);
    }
    cues
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::model::GuideWords;
    use crate::stretch::Leg;

    #[test]
    fn the_voice_names_phase_leg_and_stretch() {
        let cue = |kind, leg| {
            let (start, length) = (Duration::ZERO, Duration::from_secs(1));
            let phase = Phase { kind, leg, step: 0, rep: 1, of: 1, start, length };
            Cue::Phase(phase).words("Calf at the wall", &GuideWords::default().or_usual())
        };
        assert_eq!(cue(PhaseKind::Ready, Leg::Left), "Get ready. Calf at the wall. Left leg.");
        assert_eq!(cue(PhaseKind::Hold, Leg::Both), "Hold, both legs.");
        assert_eq!(cue(PhaseKind::Change, Leg::Right), "Change, right leg.");
        assert_eq!(Cue::Count(3).words("", &GuideWords::default().or_usual()), "three");
        assert!(!Cue::Count(1).rings() && Cue::Done.rings());
    }
}
