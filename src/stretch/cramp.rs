//! A cramp while it lasts: its age, and how its steps appear.

use std::time::Duration;

use super::Leg;
use crate::guide::raw::{Muscle, Pose};

/// How long each step stands alone before the next appears: time to read twelve words and begin.
pub const STEP_PACE: Duration = Duration::from_secs(6);

/// How long a step is the one to do, before the next; after the last the first comes again.
pub const STEP_TURN: Duration = Duration::from_secs(12);

/// The most that "it began a minute earlier" can add in all.
pub const MOST_EARLIER: Duration = Duration::from_secs(2 * 60 * 60);

/// A reading of the clock that goes on while the machine sleeps, since the program began. It is no
/// bare [`Duration`], so that no cramp is timed by the clock of a session, which stands still then.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BootTime(pub Duration);

impl BootTime {
    pub(super) fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

/// A cramp that is going on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OngoingCramp {
    /// The muscle whose steps are shown.
    pub muscle: Muscle,
    /// The pose whose steps are shown.
    pub pose: Pose,
    /// The leg, where it is known.
    pub leg: Option<Leg>,
    noticed: BootTime,
    /// How long before that it began.
    earlier: Duration,
    /// When the muscle and pose were chosen, from which the steps appear in turn.
    chosen: BootTime,
}

impl OngoingCramp {
    /// A cramp noticed at this instant.
    pub fn new(muscle: Muscle, pose: Pose, leg: Option<Leg>, now: BootTime) -> Self {
        Self { muscle, pose, leg, noticed: now, earlier: Duration::ZERO, chosen: now }
    }

    /// Shows the steps for another muscle or pose, from the first.
    pub fn choose(&mut self, muscle: Muscle, pose: Pose, now: BootTime) {
        if (&self.muscle, self.pose) != (&muscle, pose) {
            (self.muscle, self.pose, self.chosen) = (muscle, pose, now);
        }
    }

    /// The leg after this one: left, right, both, then not said.
    pub fn next_leg(&self) -> Option<Leg> {
        match self.leg {
            None => Some(Leg::Left),
            Some(Leg::Left) => Some(Leg::Right),
            Some(Leg::Right) => Some(Leg::Both),
            Some(Leg::Both) => None,
        }
    }

    /// It began a minute earlier than was thought.
    pub fn minute_earlier(&mut self) {
        self.earlier = (self.earlier + Duration::from_secs(60)).min(MOST_EARLIER);
    }

    /// A minute of those is taken back.
    pub fn minute_later(&mut self) {
        self.earlier = self.earlier.saturating_sub(Duration::from_secs(60));
    }

    /// How long it lasts.
    pub fn age(&self, now: BootTime) -> Duration {
        now.since(self.noticed) + self.earlier
    }

    /// How long ago it was noticed here; "a minute earlier" does not count.
    pub fn watched(&self, now: BootTime) -> Duration {
        now.since(self.noticed)
    }

    /// Whether it has lasted so long that the advice changes.
    pub fn is_over(&self, limit: Duration, now: BootTime) -> bool {
        self.age(now) >= limit
    }

    /// How many of so many steps are shown; the last of them is the one to do. The first is there at once.
    pub fn steps_shown(&self, steps: usize, now: BootTime) -> usize {
        let passed = now.since(self.chosen).as_millis() / STEP_PACE.as_millis();
        usize::try_from(passed).unwrap_or(usize::MAX).saturating_add(1).min(steps)
    }

    /// Which of so many steps is the one to do, and how long until the next one is.
    pub fn current_step(&self, steps: usize, now: BootTime) -> (usize, Duration) {
        let passed = now.since(self.chosen);
        let (turn, steps) = (STEP_TURN.as_millis(), steps.max(1) as u128);
        let at = usize::try_from(passed.as_millis() / turn % steps).unwrap_or(0);
        let into = u64::try_from(passed.as_millis() % turn).unwrap_or(0);
        (at, STEP_TURN.saturating_sub(Duration::from_millis(into)))
    }

    /// How long until something visible changes: a second of the clock, or a step.
    pub fn next_change(&self, steps: usize, now: BootTime) -> Duration {
        let age = self.age(now);
        let second = Duration::from_secs(age.as_secs() + 1).saturating_sub(age);
        if self.steps_shown(steps, now) == steps {
            return second;
        }
        let shown = now.since(self.chosen).as_nanos() % STEP_PACE.as_nanos();
        let step =
            STEP_PACE.saturating_sub(Duration::from_nanos(u64::try_from(shown).unwrap_or(0)));
        second.min(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn s(s: u64) -> Duration {
        Duration::from_secs(s)
    }

    fn at(seconds: u64) -> BootTime {
        BootTime(s(seconds))
    }

    fn cramp() -> OngoingCramp {
        OngoingCramp::new("calf".into(), Pose::Lying, None, at(5))
    }

    #[test]
    fn it_ages_from_when_it_began() {
        let mut cramp = cramp();
        assert_eq!(cramp.age(at(5)), s(0));
        cramp.minute_earlier();
        assert_eq!(cramp.age(at(65)), s(120));
        assert_eq!(cramp.watched(at(65)), s(60));
    }

    #[test]
    fn the_limit_counts_minutes_before_it_was_noticed() {
        let mut cramp = cramp();
        assert!(!cramp.is_over(s(600), at(604)));
        assert!(cramp.is_over(s(600), at(605)));
        cramp.minute_earlier();
        assert!(cramp.is_over(s(600), at(545)));
    }

    #[test]
    fn the_first_step_is_there_at_once_and_the_others_follow() {
        let mut cramp = cramp();
        assert_eq!(cramp.steps_shown(4, at(5)), 1);
        assert_eq!(cramp.steps_shown(4, at(11)), 2);
        assert_eq!(cramp.steps_shown(4, at(10_000)), 4);
        assert_eq!(cramp.steps_shown(0, at(5)), 0);
        cramp.choose("foot".into(), Pose::Lying, at(100));
        assert_eq!(cramp.steps_shown(4, at(100)), 1);
        cramp.choose("foot".into(), Pose::Lying, at(103));
        assert_eq!(cramp.steps_shown(4, at(106)), 2);
    }

    #[test]
    fn each_step_has_its_turn_and_after_the_last_the_first_comes_again() {
        let cramp = cramp();
        assert_eq!(cramp.current_step(3, at(5)), (0, s(12)));
        assert_eq!(cramp.current_step(3, at(16)), (0, s(1)));
        assert_eq!(cramp.current_step(3, at(17)), (1, s(12)));
        assert_eq!(cramp.current_step(3, at(41)), (0, s(12)));
        assert_eq!(cramp.current_step(0, at(99)).0, 0);
    }

    #[test]
    fn the_leg_goes_round_and_leaves_the_steps_alone() {
        let mut cramp = cramp();
        let mut legs = Vec::new();
        for _ in 0..5 {
            cramp.leg = cramp.next_leg();
            legs.push(cramp.leg);
        }
        let (left, right, both) = (Some(Leg::Left), Some(Leg::Right), Some(Leg::Both));
        assert_eq!(legs, [left, right, both, None, left]);
        assert_eq!(cramp.steps_shown(4, at(11)), 2);
    }

    #[test]
    fn it_changes_each_second_and_at_each_step() {
        let mut cramp = cramp();
        assert_eq!(cramp.next_change(4, at(5)), s(1));
        let at = |ms| BootTime(Duration::from_millis(ms));
        cramp.choose("foot".into(), Pose::Lying, at(5300));
        assert_eq!(cramp.next_change(4, at(11_100)), Duration::from_millis(200));
    }
}
