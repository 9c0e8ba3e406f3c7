//! Rescue as the program uses it: the steps for a muscle and a pose.

use std::time::Duration;

use indexmap::IndexMap;

use super::NodeId;
use crate::guide::muscle;
use crate::guide::raw::{Figure, Muscle, Pose, RawRescue, RescueMove, RescueStep};

/// What to do while a cramp lasts.
#[derive(Debug, Clone, PartialEq)]
pub struct Rescue {
    /// The muscle shown first.
    pub muscle: Muscle,
    /// The pose shown first.
    pub pose: Pose,
    /// How long a cramp may last before `over_limit` is shown.
    pub limit: Duration,
    /// The warning shown when the cramp outlasts the limit.
    pub over_limit: NodeId,
    /// The page shown when the cramp has let go.
    pub after: NodeId,
    /// Who must not stretch; stands above the first step.
    pub check: String,
    /// Moves by muscle, then by pose.
    pub moves: IndexMap<Muscle, IndexMap<Pose, RescueMove>>,
}

impl Rescue {
    /// The rescue of a file. `find` is the node that a name in it leads to.
    pub(super) fn new(
        raw: RawRescue,
        find: impl Fn(&String) -> Result<NodeId, String>,
    ) -> Result<Self, String> {
        Ok(Self {
            over_limit: find(&raw.over_limit)?,
            after: find(&raw.after)?,
            muscle: raw.default.muscle,
            pose: raw.default.pose,
            limit: raw.limit.0,
            check: raw.check,
            moves: raw.moves,
        })
    }

    /// The steps for a muscle in a pose; none where the guide has none.
    pub(crate) fn steps(&self, muscle: &str, pose: Pose) -> &[RescueStep] {
        self.get(muscle, pose).map_or(&[], |one| one.steps.as_slice())
    }

    /// The body that shows the move for a muscle in a pose.
    pub(crate) fn figure(&self, muscle: &str, pose: Pose) -> Option<&Figure> {
        self.get(muscle, pose)?.figure.as_ref()
    }

    fn get(&self, muscle: &str, pose: Pose) -> Option<&RescueMove> {
        self.moves.get(muscle)?.get(&pose)
    }

    /// The muscle that a word means, in the guide's own spelling.
    pub(crate) fn muscle_named(&self, word: &str) -> Option<&Muscle> {
        let find = |name: &str| self.moves.keys().find(|muscle| muscle.to_lowercase() == name);
        let word = word.trim().to_lowercase();
        // Only here: the diary keeps "toe" as it was written.
        let is_toe = matches!(&*word, "toe" | "toes");
        let meant = if is_toe { Some("foot") } else { muscle::named(&word) };
        let is_near = |muscle: &&Muscle| strsim::osa_distance(muscle, &word) == 1;
        find(&word).or_else(|| find(meant?)).or_else(|| self.moves.keys().find(is_near))
    }

    /// The muscle and pose that were asked for, or the nearest that the guide has steps for.
    pub(crate) fn nearest(&self, muscle: Option<&str>, pose: Option<Pose>) -> (&str, Pose) {
        let known = muscle.and_then(|name| self.moves.get_key_value(name));
        let muscle = known.map_or(&*self.muscle, |(name, _)| name);
        // Every muscle has moves in every pose.
        (muscle, pose.unwrap_or(self.pose))
    }
}
