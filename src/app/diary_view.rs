//! The diary on its screen: which chart is chosen, and the night of the cursor.

use super::keymap::Movement;
use crate::diary::diary_night::DiaryNight;
use crate::diary::entry::{Entry, EntryId};
use crate::diary::statistics::Statistics;
use crate::diary::summary::NightSummary;

words! {
    /// The charts of the screen; where it is narrow, one is shown at a time.
    #[derive(Default)]
    pub enum Chart {
        /// A calendar of nights.
        #[default]
        Nights = "Nights",
        /// Cramps a week, with the weeks of stretching marked.
        Weeks = "Weeks",
        /// Pain over time.
        Pain = "Pain",
        /// Time of night.
        Hours = "Hours",
        /// Muscle and leg.
        Where = "Where",
    }
}

/// Nights of a week, which is a row of the calendar.
const WEEK: isize = 7;

/// How many weeks the cursor moves back before the charts follow it.
const NEAR_WEEKS: usize = 6;

/// What the reader sees of the diary, and where in it the reader is.
#[derive(Debug, Clone, PartialEq)]
pub struct DiaryView {
    /// What the charts show.
    pub statistics: Statistics,
    /// The chart that is chosen; a wide window shows the others too.
    pub chart: Chart,
    /// Which of the nights the cursor is on.
    pub cursor: usize,
    /// The entry of that night that Space went on to; `None` while it is the first choice.
    pub went_on_to: Option<EntryId>,
}

impl DiaryView {
    /// The calendar, with the cursor on the last night.
    pub fn new(statistics: Statistics) -> Self {
        let cursor = statistics.nights.len().saturating_sub(1);
        Self { statistics, chart: Chart::default(), cursor, went_on_to: None }
    }

    /// Moves the cursor over the calendar.
    pub(crate) fn move_by(&mut self, movement: Movement) {
        self.move_by_nights(match movement {
            Movement::Up => -WEEK,
            Movement::Down => WEEK,
            Movement::PageUp => -8 * WEEK,
            Movement::PageDown => 8 * WEEK,
            Movement::Top => isize::MIN,
            Movement::Bottom => isize::MAX,
        });
    }

    /// Moves the cursor to a later night, or to an earlier one where this is negative.
    pub(crate) fn move_by_nights(&mut self, nights: isize) {
        let last = self.statistics.nights.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(nights).min(last);
        self.went_on_to = None;
    }

    /// Chooses the next chart or the one before, from each end to the other.
    pub(crate) fn turn(&mut self, forward: bool) {
        let by = if forward { 1 } else { Chart::ALL.len() - 1 };
        let here = Chart::ALL.iter().position(|chart| *chart == self.chart);
        self.chart = Chart::ALL[(here.unwrap_or(0) + by) % Chart::ALL.len()];
    }

    /// Takes over new numbers after an entry has changed, and keeps the chart and the night of the
    /// cursor, though weeks may stand before it now.
    pub(crate) fn renew(&mut self, statistics: Statistics) {
        let kept = self.night().map(|night| night.night);
        let at = statistics.nights.partition_point(|night| Some(night.night) < kept);
        self.cursor = at.min(statistics.nights.len().saturating_sub(1));
        self.statistics = statistics;
    }

    /// Chooses the next entry of the night, from the last one the first.
    pub(crate) fn next_entry(&mut self) {
        let chosen = self.night().zip(self.chosen());
        self.went_on_to = chosen.map(|(DiaryNight { entries, .. }, (index, _))| {
            entries[(index + 1) % entries.len()].id
        });
    }

    /// Goes to the entry after the chosen one, or else before it, because that is removed.
    pub(crate) fn leave_entry(&mut self) {
        let chosen = self.night().zip(self.chosen());
        self.went_on_to = chosen.and_then(|(DiaryNight { entries, .. }, (index, _))| {
            let before = || entries.get(index.checked_sub(1)?);
            entries.get(index + 1).or_else(before).map(|entry| entry.id)
        });
    }

    /// The night under the cursor.
    pub(crate) fn night(&self) -> Option<&DiaryNight> {
        self.statistics.nights.get(self.cursor)
    }

    /// The entry of the night under the cursor that a key changes, and which of them it is: the one
    /// that Space went on to, else the last cramp, else the last.
    pub(crate) fn chosen(&self) -> Option<(usize, &Entry)> {
        let entries = &self.night()?.entries;
        let went_on = entries.iter().position(|entry| Some(entry.id) == self.went_on_to);
        let last_cramp = || entries.iter().rposition(|entry| entry.record.cramp().is_some());
        let index = went_on.or_else(last_cramp).or(entries.len().checked_sub(1))?;
        Some((index, entries.get(index)?))
    }

    /// How many weeks there are up to the newest one shown, which is that of the cursor or a few later.
    pub(crate) fn weeks_to_show(&self) -> usize {
        self.statistics.weeks.len().min(self.cursor / 7 + 1 + NEAR_WEEKS)
    }

    /// The weeks shown, at most this many, the oldest first.
    pub(crate) fn shown_weeks(&self, most: usize) -> &[NightSummary] {
        let end = self.weeks_to_show();
        &self.statistics.weeks[end.saturating_sub(most)..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::Diary;
    use crate::diary::entry::{Cramp, EntryId, Record};
    use crate::diary::night::Night;
    use crate::diary::stamp::Stamp;

    fn tonight() -> Night {
        Night("2026-03-26".parse().unwrap())
    }

    fn diary() -> Diary {
        let began = Stamp::parse("2026-03-05T03:10:00+01:00").unwrap();
        let record = Record::Cramp(Box::new(Cramp::at(began)));
        let entry = |id| Entry { id: EntryId(id), record: record.clone() };
        Diary::new((1..=3).map(entry).collect())
    }

    fn view() -> DiaryView {
        DiaryView::new(Statistics::of(&diary(), tonight()))
    }

    #[test]
    fn the_chosen_entry_stays_when_another_one_of_its_night_is_removed() {
        let mut view = view();
        view.move_by_nights(-22);
        let chosen = |view: &DiaryView| view.chosen().unwrap().1.id;
        assert_eq!(chosen(&view), EntryId(3));
        view.next_entry();
        view.next_entry();
        assert_eq!(chosen(&view), EntryId(2));
        let left = |ids: &[i64]| {
            let entries = diary().entries().cloned().collect::<Vec<_>>();
            let left = entries.into_iter().filter(|entry| ids.contains(&entry.id.0));
            Statistics::of(&Diary::new(left.collect()), tonight())
        };
        view.renew(left(&[2, 3]));
        assert_eq!(chosen(&view), EntryId(2));
        view.renew(left(&[3]));
        assert_eq!(chosen(&view), EntryId(3));
    }

    #[test]
    fn the_charts_go_round() {
        let mut view = view();
        for chart in Chart::ALL {
            assert_eq!(view.chart, chart);
            view.turn(true);
        }
        assert_eq!(view.chart, Chart::Nights);
        view.turn(false);
        assert_eq!(view.chart, Chart::Where);
    }

    #[test]
    fn the_cursor_stays_on_its_night_when_another_week_begins() {
        let mut view = view();
        let next_week = Statistics::of(&diary(), tonight().plus(7));
        view.move_by_nights(-2);
        let night = view.night().unwrap().night;
        view.renew(next_week);
        assert_eq!(view.night().unwrap().night, night);
    }

    #[test]
    fn the_weeks_follow_the_cursor_to_the_first_one() {
        let mut view = view();
        assert_eq!(view.shown_weeks(9).len(), 4);
        view.renew(Statistics::of(&diary(), tonight().plus(70)));
        assert_eq!((view.weeks_to_show(), view.statistics.weeks.len()), (10, 14));
        view.move_by(Movement::Top);
        assert_eq!(view.shown_weeks(9).len(), 7);
        assert_eq!(view.shown_weeks(9)[0].cramps, 3);
        view.renew(Statistics::of(&Diary::default(), tonight()));
        assert_eq!(view.shown_weeks(9).len(), 1);
    }
}
