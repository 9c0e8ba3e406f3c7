//! The chart screen: which chart is shown, and how far back.

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
    pub const ALL: [Self; 5] = [
        Self::Nights,
        Self::Weeks,
        Self::Course,
        Self::Hours,
        Self::Places,
    ];

    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nights => words::NIGHTS,
            Self::Weeks => words::WEEKS,
            Self::Course => words::PAIN,
            Self::Hours => words::HOURS,
            Self::Places => words::WHERE,
        }
    }
}

/// The state of the chart screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Charts {
    /// What is drawn.
    pub stats: Stats,
    /// Which chart.
    pub chart: Chart,
    /// How many weeks before this one the newest week shown is.
    pub back: usize,
}

impl Charts {
    /// The calendar of the newest weeks. `stats` should cover [`MOST_WEEKS`].
    pub fn new(stats: Stats) -> Self {
        Self {
            stats,
            chart: Chart::default(),
            back: 0,
        }
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

    /// So many weeks towards now.
    pub fn newer(&mut self, weeks: usize) {
        self.back = self.back.saturating_sub(weeks);
    }

    /// Fresh numbers for the same view, after an entry has changed.
    pub fn renew(&mut self, stats: Stats) {
        self.stats = stats;
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
    use crate::diary::Diary;
    use crate::diary::entry::{Cramp, Entry, EntryId, Record};
    use crate::diary::stamp::{Night, Stamp};

    fn charts() -> Charts {
        let began = Stamp::parse("2026-03-05T03:10:00+01:00").unwrap();
        let entry = Entry {
            id: EntryId(1),
            record: Record::Cramp(Box::new(Cramp::at(began))),
        };
        let tonight = Night("2026-03-26".parse().unwrap());
        Charts::new(Stats::of(&Diary::new(vec![entry]), tonight, MOST_WEEKS))
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
        charts.newer(1);
        assert_eq!(charts.weeks(1)[0].run.first.to_string(), "2026-03-09");
        charts.newer(100);
        assert_eq!(charts.back, 0);
    }
}
