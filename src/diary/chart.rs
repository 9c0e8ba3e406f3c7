//! The chart screen: which chart is shown, and how far back.

use super::Diary;
use super::overview::{self, DiaryNight, Figures, TrialProgress};
use super::stamp::Night;
use super::stats::Stats;
use crate::text::messages::charts as words;

/// Weeks that the chart screen looks back, at most: ten years.
pub const MOST_WEEKS: u16 = 522;

/// One chart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Chart {
    /// A calendar of nights.
    #[default]
    Nights,
    /// Cramps a week, with the weeks of stretching marked.
    Weeks,
    /// Pain and length over time.
    Course,
    /// Time of night.
    Hours,
    /// Muscle and leg.
    Places,
}

impl Chart {
    /// Every chart, in the order of the screen.
    pub const ALL: [Self; 5] = [Self::Nights, Self::Weeks, Self::Course, Self::Hours, Self::Places];

    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nights => words::NIGHTS,
            Self::Weeks => "Weeks",
            Self::Course => words::PAIN,
            Self::Hours => "Hours",
            Self::Places => words::WHERE,
        }
    }
}

/// Weeks of the small charts, with the running one.
const RECENT_WEEKS: u16 = 9;

/// Weeks that the cursor moves back before the charts follow it.
const NEAR_WEEKS: usize = 6;

/// The diary on the screen: everything that is drawn of it, and where the reader is.
#[derive(Debug, Clone, PartialEq)]
pub struct Charts {
    /// Counts over all weeks, at most [`MOST_WEEKS`].
    pub stats: Stats,
    /// Counts over the last weeks, at most nine: cramps a week with the nights stretched
    /// (`weeks`), pain (`pains`), time of night (`hours`), muscles and legs.
    pub recent: Stats,
    /// Every night of `stats.run`, the oldest first, with its entries.
    pub nights: Vec<DiaryNight>,
    /// The four figures; their `weekly` runs along `stats.weeks`.
    pub figures: Figures,
    /// How far the self-trial is, while one runs.
    pub trial: Option<TrialProgress>,
    /// Which chart.
    pub chart: Chart,
    /// How many weeks before this one the newest week shown is.
    pub back: usize,
    /// Which of `nights` the cursor is on.
    pub cursor: usize,
}

impl Charts {
    /// Of a diary as it stands in this night; the calendar of the newest weeks is shown first.
    pub fn of(diary: &Diary, tonight: Night) -> Self {
        let stats = Stats::of(diary, tonight, MOST_WEEKS);
        Self {
            recent: Stats::of(diary, tonight, RECENT_WEEKS),
            nights: overview::nights(diary, &stats.nights, stats.run),
            figures: Figures::of(diary, &stats.nights, tonight, &stats.weeks),
            trial: overview::trial_progress(diary, tonight),
            stats,
            chart: Chart::default(),
            back: 0,
            cursor: 0,
        }
        .at_the_newest()
    }

    fn at_the_newest(mut self) -> Self {
        self.cursor = self.nights.len().saturating_sub(1);
        self
    }

    /// The cursor so many nights earlier.
    pub fn earlier(&mut self, nights: usize) {
        self.cursor = self.cursor.saturating_sub(nights);
        self.follow();
    }

    /// The cursor so many nights later.
    pub fn later(&mut self, nights: usize) {
        let last = self.nights.len().saturating_sub(1);
        self.cursor = (self.cursor + nights).min(last);
        self.follow();
    }

    /// The newest week shown is that of the cursor, or the newest of all while it is near.
    fn follow(&mut self) {
        let weeks = self.nights.len().div_ceil(7);
        let behind = weeks.saturating_sub(self.cursor / 7 + 1);
        self.back = behind.saturating_sub(NEAR_WEEKS);
    }

    /// The next chart, after the last one the first.
    pub fn next(&mut self) {
        self.turn(1);
    }

    /// The chart before, before the first one the last.
    pub fn previous(&mut self) {
        self.turn(Chart::ALL.len() - 1);
    }

    fn turn(&mut self, by: usize) {
        let here = Chart::ALL.iter().position(|chart| *chart == self.chart);
        self.chart = Chart::ALL[(here.unwrap_or(0) + by) % Chart::ALL.len()];
    }

    /// So many weeks further back, at most to the first one.
    pub fn older(&mut self, weeks: usize) {
        let most = self.stats.weeks.len().saturating_sub(1);
        self.back = (self.back + weeks).min(most);
    }

    /// Fresh numbers for the same view, after an entry has changed.
    pub fn renew(&mut self, fresh: Self) {
        *self = Self {
            chart: self.chart,
            back: self.back,
            cursor: self.cursor.min(fresh.cursor),
            ..fresh
        };
        self.older(0);
    }

    /// The newest weeks shown, at most so many, the oldest first.
    pub fn weeks(&self, most: usize) -> &[super::stats::Week] {
        let end = self.stats.weeks.len().saturating_sub(self.back);
        &self.stats.weeks[end.saturating_sub(most)..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::entry::{Cramp, Entry, EntryId, Record};
    use crate::diary::stamp::Stamp;

    fn charts() -> Charts {
        let began = Stamp::parse("2026-03-05T03:10:00+01:00").unwrap();
        let entry = Entry { id: EntryId(1), record: Record::Cramp(Box::new(Cramp::at(began))) };
        let tonight = Night("2026-03-26".parse().unwrap());
        Charts::of(&Diary::new(vec![entry]), tonight)
    }

    #[test]
    fn the_charts_go_round() {
        let mut charts = charts();
        for chart in Chart::ALL {
            assert_eq!(charts.chart, chart);
            charts.next();
        }
        assert_eq!(charts.chart, Chart::Nights);
        charts.previous();
        assert_eq!(charts.chart, Chart::Places);
    }

    #[test]
    fn looking_back_ends_at_the_first_week() {
        let mut charts = charts();
        assert_eq!(charts.weeks(9).len(), 4);
        charts.older(100);
        assert_eq!((charts.back, charts.weeks(9).len()), (3, 1));
        assert_eq!(charts.weeks(9)[0].tally.cramps, 1);
    }
}
