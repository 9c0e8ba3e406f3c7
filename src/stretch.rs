//! Stretch sessions and rescue as pure functions of elapsed time.

/// A leg, or both at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leg {
    /// The left leg.
    Left,
    /// The right leg.
    Right,
    /// Both legs at once.
    Both,
}
