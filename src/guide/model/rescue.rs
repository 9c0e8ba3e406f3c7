//! Rescue as the program uses it: the steps for a muscle and a position.

use std::time::Duration;

use indexmap::IndexMap;

use super::NodeId;
use crate::guide::raw::{Figure, Muscle, Position, RawRescue, RescueMove, RescueStep};

/// What to do while a cramp lasts.
#[derive(Debug, Clone, PartialEq)]
pub struct Rescue {
    /// The muscle shown first.
    pub muscle: Muscle,
    /// The position shown first.
    pub position: Position,
    /// How long a cramp may last before `over_limit` is shown.
    pub limit: Duration,
    /// The warning shown when the cramp outlasts the limit.
    pub over_limit: NodeId,
    /// The page shown when the cramp has let go.
    pub after: NodeId,
    /// Who must not stretch; stands above the first step.
    pub check: String,
    /// Moves by muscle, then by position.
    pub moves: IndexMap<Muscle, IndexMap<Position, RescueMove>>,
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
            position: raw.default.pose,
            limit: raw.limit.0,
            check: raw.check,
            moves: raw.moves,
        })
    }

    /// The steps for a muscle in a position; none where the guide has none.
    pub(crate) fn steps(&self, muscle: &str, position: Position) -> &[RescueStep] {
        self.get(muscle, position).map_or(&[], |one| one.steps.as_slice())
    }

    /// The body that shows the move for a muscle in a position.
    pub(crate) fn figure(&self, muscle: &str, position: Position) -> Option<&Figure> {
        self.get(muscle, position)?.figure.as_ref()
    }

    fn get(&self, muscle: &str, position: Position) -> Option<&RescueMove> {
        self.moves.get(muscle)?.get(&position)
    }

    /// The muscle, position and steps that were asked for, or the nearest that the guide has.
    pub(crate) fn nearest(
        &self,
        muscle: Option<&str>,
        position: Option<Position>,
    ) -> (&str, Position, &[RescueStep]) {
        // Every muscle has moves in every position.
        let position = position.unwrap_or(self.position);
        let known = muscle.and_then(|name| self.moves.get_key_value(name));
        let muscle = known.map_or(&*self.muscle, |(name, _)| name);
        (muscle, position, self.steps(muscle, position))
    }
}
