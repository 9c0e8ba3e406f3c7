//! What the program notes by itself, before the edge puts a date to it.

use std::time::Duration;

use super::entry::{Cramp, Details, EntryId, Lasted, Quiet, Record, Sign, Stretched};
use super::note_text::NoteText;
use super::row::MOST_HELD;
use super::stamp::{Night, Stamp};
use crate::stretch::Leg;
use crate::stretch::summary::SessionSummary;

/// Something to note that happened so long ago. Plain data: the core knows no date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewEntry {
    /// A cramp.
    Cramp {
        /// How long ago it began.
        ago: Duration,
        /// How long it lasted, once it has let go.
        lasted: Option<Duration>,
        /// The muscle whose steps were shown.
        muscle: Option<String>,
        /// The leg, where it is known.
        leg: Option<Leg>,
        /// What was done meanwhile, in a few words.
        done: Option<String>,
    },
    /// A stretch session that is over or was left.
    Stretched {
        /// How long ago it began.
        ago: Duration,
        /// Id of the routine.
        routine: String,
        /// What it came to.
        summary: SessionSummary,
    },
    /// A danger sign.
    Sign {
        /// Id of its page.
        node: String,
        /// What the page is called.
        title: String,
    },
    /// No cramp in the night that is over or about to be.
    Quiet,
}

/// What was noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted {
    /// The number of its entry.
    pub id: EntryId,
    /// It is a danger sign that ends a self-trial.
    pub ends_trial: bool,
    /// It is a cramp, and another one began in the same minute.
    pub same_minute: bool,
}

/// Cramps that have no details yet, to be offered once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// Their numbers, the oldest first.
    pub ids: Vec<EntryId>,
    /// What to say about them.
    pub line: String,
}

/// What a note is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A cramp.
    Cramp,
    /// A stretch session.
    Stretched,
    /// The danger sign with this id.
    Sign(String),
    /// A night without a cramp.
    Quiet,
    /// An entry that was removed.
    Removal,
}

impl NewEntry {
    /// What it is about.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Cramp { .. } => Subject::Cramp,
            Self::Stretched { .. } => Subject::Stretched,
            Self::Sign { node, .. } => Subject::Sign(node.clone()),
            Self::Quiet => Subject::Quiet,
        }
    }

    /// A cramp of which only the beginning, now, is known: the one press of `l`.
    pub fn cramp_now() -> Self {
        Self::cramp_ago(Duration::ZERO)
    }

    /// A cramp so long ago, of which nothing else is known.
    pub fn cramp_ago(ago: Duration) -> Self {
        Self::Cramp { ago, lasted: None, muscle: None, leg: None, done: None }
    }

    /// The record, as of this moment. `None` for a session without a single hold, and for a
    /// routine or page without a name.
    pub fn dated(self, now: &Stamp) -> Option<Record> {
        Some(match self {
            Self::Cramp { ago, lasted, muscle, leg, done } => Record::Cramp(Box::new(Cramp {
                lasted: lasted.map(Lasted::of),
                muscle: muscle.as_deref().and_then(NoteText::cut),
                leg,
                done: done.as_deref().and_then(NoteText::cut),
                details: Details::Missing,
                ..Cramp::at(now.earlier(ago))
            })),
            Self::Stretched { ago, routine, summary } => {
                if was_skipped(&summary) {
                    return None;
                }
                Record::Stretched(Stretched {
                    began: now.earlier(ago),
                    routine: NoteText::cut(&routine)?,
                    completed: summary.completed,
                    skipped: summary.skipped,
                    planned: summary.planned,
                    left: held(summary.left),
                    right: held(summary.right),
                })
            }
            Self::Sign { node, title } => Record::Sign(Sign {
                noted: now.clone(),
                node: NoteText::cut(&node)?,
                title: NoteText::cut(&title)?,
            }),
            Self::Quiet => {
                Record::Quiet(Quiet { noted: now.clone(), night: Night::last(now.local()) })
            }
        })
    }
}

/// Less than this is no stretching.
const WORTH_SAVING: Duration = Duration::from_secs(3);

/// Whether nobody stretched: every hold was skipped, or the first was left at once.
fn was_skipped(summary: &SessionSummary) -> bool {
    let held = summary.left.saturating_add(summary.right);
    summary.completed == 0 && (summary.skipped >= summary.planned || held < WORTH_SAVING)
}

/// How long a leg was held, as an entry can say it.
fn held(length: Duration) -> Duration {
    Duration::from_millis(crate::stretch::millis(length).min(MOST_HELD))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::row::EntryRow;

    #[test]
    fn a_jot_is_dated_back_to_when_it_began() {
        let now = Stamp::parse("2026-03-05T03:20:00+01:00").unwrap();
        let jot = NewEntry::Cramp {
            ago: Duration::from_secs(400),
            lasted: Some(Duration::from_millis(380_900)),
            muscle: Some("calf".to_owned()),
            leg: Some(Leg::Left),
            done: None,
        };
        let Some(Record::Cramp(cramp)) = jot.dated(&now) else { panic!("a cramp") };
        assert_eq!(cramp.began.to_string(), "2026-03-05T03:13:20+01:00");
        assert_eq!(cramp.lasted.map(Lasted::seconds), Some(380));
    }

    #[test]
    fn a_session_in_which_nothing_was_held_is_not_noted() {
        let now = Stamp::parse("2026-03-05T03:20:00+01:00").unwrap();
        let mut summary = SessionSummary { planned: 12, ..SessionSummary::default() };
        let jot = |summary: &SessionSummary| NewEntry::Stretched {
            ago: Duration::ZERO,
            routine: "bedtime".to_owned(),
            summary: summary.clone(),
        };
        assert_eq!(jot(&summary).dated(&now), None);
        summary.left = Duration::from_secs(4);
        assert!(jot(&summary).dated(&now).is_some());
        // Skipped from end to end, a second here and there; then all but one.
        summary.skipped = 12;
        assert_eq!(jot(&summary).dated(&now), None);
        (summary.skipped, summary.completed) = (11, 1);
        assert!(jot(&summary).dated(&now).is_some());
    }

    #[test]
    fn a_session_kept_with_impossible_times_can_be_read_again_once_it_is_noted() {
        let now = Stamp::parse("2026-03-05T03:20:00+01:00").unwrap();
        let jot = NewEntry::Stretched {
            ago: Duration::MAX,
            routine: "bedtime".to_owned(),
            summary: SessionSummary {
                planned: 1,
                left: Duration::MAX,
                ..SessionSummary::default()
            },
        };
        let record = jot.dated(&now).unwrap();
        assert_eq!(EntryRow::of(&record).record(), Ok(record));
    }
}
