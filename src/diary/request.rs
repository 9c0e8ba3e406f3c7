//! What a running program asks of its diary, and what the diary answers: plain data.

use std::time::Duration;

use jiff::{ToSpan, Zoned};

use super::diary_night::DiaryNight;
use super::entry::{Cramp, EntryId, Lasted, Quiet, Record, Sign, Stretched};
use super::field::Field;
use super::night::Night;
use super::note_text::NoteText;
use super::row::MOST_HELD;
use super::stamp::Stamp;
use super::statistics::Statistics;
use crate::stretch::session::Snapshot;
use crate::stretch::summary::SessionSummary;
use crate::stretch::{Leg, millis};

/// Something the diary is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiaryRequest {
    /// Add an entry.
    Add(NewEntry),
    /// Write more into the cramp with this number, and keep what is not given.
    Complete(EntryId, NewCramp),
    /// Set the leg of the cramp with this number; `None` where nobody has said it.
    SetLeg(EntryId, Option<Leg>),
    /// Remove an entry as if it had never been made.
    TakeBack(EntryId),
    /// Save a session for the next start, until the entry of a session is added.
    SaveSession(Box<Snapshot>),
    /// Read the diary for its screen.
    ReadStatistics,
    /// Read this many of the last nights, for the home screen.
    ReadLastNights(u16),
    /// Read the cramp with this number, or the one that began last, to fill in its form.
    ReadCramp(Option<EntryId>),
    /// Write what was typed into a field of the cramp with this number; an empty text empties it.
    /// Fields written one after the other are undone together. No field is when the cramp began, in
    /// the words that `--at` takes, which is undone by itself.
    SetField(EntryId, Option<&'static Field>, String),
    /// Remove an entry. [`Self::Restore`] brings it back.
    Remove(EntryId),
    /// Bring back an entry that [`Self::Remove`] removed.
    Restore(EntryId),
    /// Read what the program may offer at its start.
    ReadStartupPrompts,
    /// Leave the saved session to another program, because it belongs to another guide.
    ReleaseSession,
}

impl DiaryRequest {
    /// Whether the next key has to wait for the reply, because it may change what the key does.
    pub fn is_waited_for(&self) -> bool {
        !matches!(
            self,
            Self::SetLeg(..)
                | Self::ReadLastNights(_)
                | Self::SaveSession(_)
                | Self::ReadStartupPrompts
                | Self::ReleaseSession
        )
    }
}

/// What came of a request.
#[derive(Debug, Clone)]
pub enum DiaryReply {
    /// An entry was added or completed.
    Added {
        /// What was to be logged.
        entry: NewEntry,
        /// Its entry, `None` where nothing is to be saved, or why it was not added.
        result: Result<Option<Logged>, String>,
    },
    /// What the charts of the diary show, or why it cannot be read.
    Statistics(Result<Box<Statistics>, String>),
    /// The last nights, the oldest first. Nothing is answered where they cannot be read.
    LastNights(Vec<DiaryNight>),
    /// A cramp with its number, or why there is none.
    Cramp(Result<(EntryId, Box<Cramp>), String>),
    /// A field of a cramp was saved, or was not.
    FieldSaved {
        /// The number of the cramp's entry.
        entry: EntryId,
        /// The field; `None` where it is when the cramp began.
        field: Option<&'static Field>,
        /// What was typed into it.
        typed: String,
        /// Why it was not saved, where it was not.
        result: Result<(), String>,
    },
    /// An entry was removed, with its number and what it was; or why it was not.
    Removed(Result<(EntryId, String), String>),
    /// An entry was taken back or restored; `false` when it was gone already.
    Undone(Result<bool, String>),
    /// What the program may offer at its start.
    StartupPrompts {
        /// A session that was broken off.
        session: Option<Box<Snapshot>>,
        /// Cramps without details.
        unfinished: Option<Unfinished>,
    },
    /// A request without any other reply has failed; this sentence tells the reader why.
    Failed(String),
}

/// Something to log. It says how long ago it was, because the core does not know the date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewEntry {
    /// A cramp.
    Cramp(NewCramp),
    /// A stretch session that has ended or was left.
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
    /// No cramp in this night, or in the last one that is over.
    Quiet(Option<Night>),
}

/// A cramp to log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewCramp {
    /// The night that it is added to, at this time of the night; `None` for the running one.
    pub night: Option<Night>,
    /// How long before now it began.
    pub ago: Duration,
    /// How long it lasted, once it has let go.
    pub lasted: Option<Duration>,
    /// The muscle whose steps were shown.
    pub muscle: Option<String>,
    /// The leg, where it is known.
    pub leg: Option<Leg>,
    /// What the person did meanwhile, in a few words.
    pub done: Option<String>,
    /// Whether its form opens once it is added, to say when it was.
    pub opens_form: bool,
}

/// What was logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Logged {
    /// The number of its entry.
    pub id: EntryId,
    /// The night it belongs to.
    pub night: Night,
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

impl NewCramp {
    /// The cramp with its date.
    pub fn dated(self, now: &Zoned) -> Cramp {
        let nights = self.night.map_or(0, |night| night.until(Night::of(now.datetime())).max(0));
        let moment = now.saturating_sub(nights.days());
        Cramp {
            lasted: self.lasted.map(Lasted::of),
            muscle: self.muscle.as_deref().and_then(NoteText::cut),
            leg: self.leg,
            done: self.done.as_deref().and_then(NoteText::cut),
            ..Cramp::at(Stamp::before(&moment, self.ago))
        }
    }
}

impl NewEntry {
    /// Whether both log the same: all cramps of one moment are the same, whatever is known of them.
    pub fn is_same(&self, other: &Self) -> bool {
        self == other || matches!((self, other), (Self::Cramp(_), Self::Cramp(_)))
    }

    /// The record with its date. `None` for a session without any hold, and for a routine or page
    /// without a name.
    pub fn dated(self, now: &Zoned) -> Option<Record> {
        Some(match self {
            Self::Cramp(cramp) => Record::Cramp(Box::new(cramp.dated(now))),
            Self::Stretched { ago, routine, summary } => {
                let held = summary.left.saturating_add(summary.right);
                let nothing_held = summary.skipped >= summary.planned || held < WORTH_SAVING;
                if summary.completed == 0 && nothing_held {
                    return None;
                }
                Record::Stretched(Stretched {
                    began: Stamp::before(now, ago),
                    routine: NoteText::cut(&routine)?,
                    completed: summary.completed,
                    skipped: summary.skipped,
                    planned: summary.planned,
                    left_ms: millis(summary.left).min(MOST_HELD),
                    right_ms: millis(summary.right).min(MOST_HELD),
                })
            }
            Self::Sign { node, title } => Record::Sign(Sign {
                logged: Stamp::of(now),
                node: NoteText::cut(&node)?,
                title: NoteText::cut(&title)?,
            }),
            Self::Quiet(night) => {
                let last = Night::last(now.datetime());
                let night = night.map_or(last, |night| night.min(last));
                Record::Quiet(Quiet { logged: Stamp::of(now), night })
            }
        })
    }
}

/// A session with less stretching than this is not saved.
const WORTH_SAVING: Duration = Duration::from_secs(3);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::row::EntryRow;

    fn moment(text: &str) -> Zoned {
        text.parse().unwrap()
    }

    #[test]
    fn a_new_entry_is_dated_back_to_when_it_began() {
        let now = moment("2026-03-05T03:20:00+01:00[Europe/Berlin]");
        let cramp = NewCramp {
            ago: Duration::from_secs(400),
            lasted: Some(Duration::from_millis(380_900)),
            muscle: Some("calf".to_owned()),
            leg: Some(Leg::Left),
            ..NewCramp::default()
        };
        let cramp = cramp.dated(&now);
        assert_eq!(cramp.began.to_string(), "2026-03-05T03:13:20+01:00[Europe/Berlin]");
        assert_eq!(cramp.lasted.map(Lasted::seconds), Some(380));
    }

    #[test]
    fn an_entry_from_before_the_clocks_changed_has_the_time_that_they_showed() {
        let began = |now: &str, cramp: NewCramp| cramp.dated(&moment(now)).began.to_string();
        let after = "2026-03-29T03:10:00+02:00[Europe/Berlin]";
        let ago = Duration::from_secs(30 * 60);
        let seen = NewCramp { ago, ..NewCramp::default() };
        assert_eq!(began(after, seen), "2026-03-29T01:40:00+01:00[Europe/Berlin]");
        // A night is gone back to at the same time of day, however long its days were.
        let night = |day: &str| Some(Night(day.parse().unwrap()));
        let added = |day: &str| NewCramp { night: night(day), ..NewCramp::default() };
        assert_eq!(began(after, added("2026-03-26")), "2026-03-27T03:10:00+01:00[Europe/Berlin]");
        let morning = "2026-10-26T00:30:00+01:00[Europe/Berlin]";
        assert_eq!(began(morning, added("2026-10-23")), "2026-10-24T00:30:00+02:00[Europe/Berlin]");
        assert_eq!(began(morning, added("2026-10-25")), morning);
    }

    #[test]
    fn a_session_in_which_nothing_was_held_is_not_noted() {
        let now = moment("2026-03-05T03:20:00+01:00[Europe/Berlin]");
        let mut summary = SessionSummary { planned: 12, ..SessionSummary::default() };
        let entry = |summary: &SessionSummary| NewEntry::Stretched {
            ago: Duration::ZERO,
            routine: "bedtime".to_owned(),
            summary: summary.clone(),
        };
        assert_eq!(entry(&summary).dated(&now), None);
        summary.left = Duration::from_secs(4);
        assert!(entry(&summary).dated(&now).is_some());
        // Skipped from end to end, a second here and there; then all but one.
        summary.skipped = 12;
        assert_eq!(entry(&summary).dated(&now), None);
        (summary.skipped, summary.completed) = (11, 1);
        assert!(entry(&summary).dated(&now).is_some());
    }

    #[test]
    fn a_session_kept_with_impossible_times_can_be_read_again_once_it_is_noted() {
        let now = moment("2026-03-05T03:20:00+01:00[Europe/Berlin]");
        let entry = NewEntry::Stretched {
            ago: Duration::MAX,
            routine: "bedtime".to_owned(),
            summary: SessionSummary {
                planned: 1,
                left: Duration::MAX,
                ..SessionSummary::default()
            },
        };
        let record = entry.dated(&now).unwrap();
        assert_eq!(EntryRow::of(None, &record).record(&jiff::tz::TimeZone::UTC).unwrap(), record);
    }
}
