//! The diary on its screen: which chart is chosen, and the night of the cursor.

use super::keymap::Movement;
use crate::diary::diary_night::DiaryNight;
use crate::diary::entry::Entry;
use crate::diary::statistics::Statistics;
use crate::diary::summary::NightSummary;
use crate::guide::raw::words;

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
    /// How many weeks before this one the newest week shown is.
    pub back: usize,
    /// Which of the nights the cursor is on.
    pub cursor: usize,
    /// How many entries of that night were gone on from the one that is chosen first.
    pub entries_on: usize,
}

impl DiaryView {
    /// The calendar, with the cursor on the last night.
    pub fn new(statistics: Statistics) -> Self {
        let cursor = statistics.nights.len().saturating_sub(1);
        Self { statistics, chart: Chart::default(), back: 0, cursor, entries_on: 0 }
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

    /// Moves the cursor to a later night, or to an earlier one where this is negative. Its week is
    /// shown as the newest one, unless it is near the last week.
    pub(crate) fn move_by_nights(&mut self, nights: isize) {
        let last = self.statistics.nights.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(nights).min(last);
        self.entries_on = 0;
        let weeks = self.statistics.weeks.len();
        self.back = weeks.saturating_sub(self.cursor / 7 + 1 + NEAR_WEEKS);
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
        self.back = self.back.min(statistics.weeks.len().saturating_sub(1));
        let from_end = self.statistics.nights.len().saturating_sub(self.cursor);
        self.cursor = statistics.nights.len().saturating_sub(from_end);
        self.statistics = statistics;
    }

    /// The night under the cursor.
    pub(crate) fn night(&self) -> Option<&DiaryNight> {
        self.statistics.nights.get(self.cursor)
    }

    /// The entry of the night under the cursor that a key changes, and which of them it is: first its
    /// last cramp, or else the last.
    pub(crate) fn chosen(&self) -> Option<(usize, &Entry)> {
        let entries = &self.night()?.entries;
        let last_cramp = entries.iter().rposition(|entry| entry.record.cramp().is_some());
        let first_chosen = last_cramp.or(entries.len().checked_sub(1))?;
        let index = (first_chosen + self.entries_on) % entries.len();
        Some((index, entries.get(index)?))
    }

    /// The weeks shown, at most this many, the oldest first.
    pub(crate) fn shown_weeks(&self, most: usize) -> &[NightSummary] {
        let weeks = &self.statistics.weeks;
        let end = weeks.len().saturating_sub(self.back);
        &weeks[end.saturating_sub(most)..end]
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

    fn view() -> DiaryView {
        let began = Stamp::parse("2026-03-05T03:10:00+01:00").unwrap();
        let entry = Entry { id: EntryId(1), record: Record::Cramp(Box::new(Cramp::at(began))) };
        DiaryView::new(Statistics::of(&Diary::new(vec![entry]), tonight()))
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
    fn the_weeks_follow_the_cursor_to_the_first_one() {
        let mut view = view();
        assert_eq!(view.shown_weeks(9).len(), 4);
        view.back = 3;
        assert_eq!(view.shown_weeks(9).len(), 1);
        assert_eq!(view.shown_weeks(9)[0].cramps, 1);
        view.renew(Statistics::of(&Diary::default(), tonight()));
        assert_eq!((view.back, view.shown_weeks(9).len()), (0, 1));
    }
}
