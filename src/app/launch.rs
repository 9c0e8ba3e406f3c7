//! How the program opens: what a command asks to see first.

use crate::guide::raw::Position;
use crate::stretch::Leg;
use crate::stretch::plan::Options;

/// What stands on the first frame.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Launch {
    /// The guide.
    #[default]
    Browse,
    /// A running session of the routine with this id.
    Stretch {
        /// Id of the routine; one that the guide has.
        routine: String,
        /// Times of the reader's own.
        options: Options,
    },
    /// A cramp now.
    Rescue {
        /// The muscle, where it is known.
        muscle: Option<String>,
        /// The position, where it is known.
        position: Option<Position>,
        /// The leg, where it is known.
        leg: Option<Leg>,
    },
    /// The black screen.
    Standby,
    /// The charts of the diary.
    Diary,
}
