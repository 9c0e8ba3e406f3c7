//! Carries out what the program asks of the diary, for the full screen and line by line.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::time::Duration;

use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::diary::jot::{NewEntry, Subject};
use crate::diary::stamp::Stamp;
use crate::diary::store::{DiaryError, Keeper, PATIENCE, StartupPrompts};
use crate::local_time;
use crate::text::messages::diary as words;

mod details;

/// How long the screen may stand still for another program that holds the diary.
const MOMENT: Duration = Duration::from_millis(50);

/// How often what waits is tried again.
const PACE: Duration = Duration::from_millis(250);

/// The diary's side of a running program.
#[derive(Debug)]
pub struct DiaryService {
    keeper: Keeper,
    sessions: bool,
    /// That a session cannot be kept is told once, not at every phase.
    told: bool,
    /// What another program that holds the file keeps waiting, in order; only on a screen.
    queue: VecDeque<Asked>,
    on_screen: bool,
    /// When the queue was last tried.
    tried: Duration,
}

/// Something that was asked for.
#[derive(Debug)]
struct Asked {
    effect: Effect,
    /// When: however long it waits, it is noted as of this moment.
    at: Stamp,
}

impl DiaryService {
    /// A diary in this folder, opened when it is first needed; never, when nothing is to be saved.
    /// With `sessions`, stretch sessions are noted too.
    pub fn new(folder: Option<PathBuf>, save: bool, sessions: bool) -> Self {
        Self {
            keeper: Keeper::new(folder, save),
            sessions,
            told: false,
            queue: VecDeque::new(),
            on_screen: false,
            tried: Duration::ZERO,
        }
    }

    /// For a screen, which must not stand still: what cannot be written at once is written
    /// later, and only then said to be noted. Call [`Self::try_again`] every [`Self::pace`].
    #[must_use]
    pub fn on_screen(mut self) -> Self {
        self.on_screen = true;
        self.keeper.wait_within(MOMENT);
        self
    }

    /// Does what concerns the diary, and nothing else; says what came of it.
    pub fn carry_out(&mut self, effect: &Effect) -> Option<Message> {
        match effect {
            Effect::Note(NewEntry::Stretched { .. }) | Effect::KeepSession(_) if !self.sessions => {
                None
            }
            Effect::Note(_)
            | Effect::NoteMore(..)
            | Effect::NoteLeg(..)
            | Effect::TakeBack(_)
            | Effect::KeepSession(_) => self.write(effect),
            Effect::ReadDiary | Effect::LookForOffers => {
                let asked = Asked::now(effect);
                let done = self.attempt(&asked);
                done.unwrap_or_else(|refusal| self.sorry(&asked.effect, &refusal))
            }
            Effect::NoteInstead(jot) => {
                self.call_off(&jot.subject());
                self.write(&Effect::Note(jot.clone()))
            }
            Effect::CallOff(subject) => {
                self.call_off(subject);
                None
            }
            Effect::LeaveOffer => {
                self.keeper.leave_session();
                None
            }
            Effect::Leave(_) => self.finish(),
            _ => None,
        }
    }

    /// Writes at once, or after what waits already.
    fn write(&mut self, effect: &Effect) -> Option<Message> {
        let asked = Asked::now(effect);
        if !self.queue.is_empty() {
            return self.wait(asked);
        }
        // Line by line a note is waited for, but a session must not be late for being kept.
        let brief = matches!(effect, Effect::KeepSession(_)) && !self.on_screen;
        if brief {
            self.keeper.wait_within(MOMENT);
        }
        let done = self.attempt(&asked);
        if brief {
            self.keeper.wait_within(PATIENCE);
        }
        match done {
            Ok(message) => message,
            Err(refusal) if refusal.passes && self.on_screen => self.wait(asked),
            Err(refusal) => self.sorry(&asked.effect, &refusal),
        }
    }

    fn wait(&mut self, asked: Asked) -> Option<Message> {
        let message = match &asked.effect {
            Effect::Note(jot) => Some(Message::Waits(Some(jot.subject()))),
            Effect::KeepSession(_) | Effect::NoteLeg(..) => None,
            _ => Some(Message::Waits(None)),
        };
        if (self.queue.back()).is_some_and(|last| last.is_outdated_by(&asked)) {
            self.queue.pop_back();
        }
        self.queue.push_back(asked);
        message
    }

    /// Takes the last note about this out of what waits.
    fn call_off(&mut self, subject: &Subject) {
        let is_meant = |asked: &Asked| match &asked.effect {
            Effect::Note(jot) => jot.subject() == *subject,
            _ => false,
        };
        if let Some(index) = self.queue.iter().rposition(is_meant) {
            self.queue.remove(index);
        }
    }

    /// How often [`Self::try_again`] is worth calling; `None` while nothing waits.
    pub fn pace(&self) -> Option<Duration> {
        (!self.queue.is_empty()).then_some(PACE)
    }

    /// Tries again what waits, if it is time to; says what came of it.
    pub fn try_again(&mut self, now: Duration) -> Option<Message> {
        if self.queue.is_empty() || now.saturating_sub(self.tried) < PACE {
            return None;
        }
        while let Some(asked) = self.queue.pop_front() {
            match self.attempt(&asked) {
                Ok(None) => {}
                Ok(message) => return message,
                Err(refusal) if refusal.passes => {
                    self.queue.push_front(asked);
                    self.tried = now;
                    break;
                }
                Err(refusal) => return self.sorry(&asked.effect, &refusal),
            }
        }
        None
    }

    /// Writes what waits before the program is left, with more patience; says what was lost.
    fn finish(&mut self) -> Option<Message> {
        self.keeper.wait_within(PATIENCE);
        self.told = false;
        let mut exit_error = None;
        while let Some(asked) = self.queue.pop_front() {
            if let Err(refusal) = self.attempt(&asked) {
                self.keeper.wait_within(MOMENT);
                let sorry = self.sorry(&asked.effect, &refusal);
                exit_error = exit_error.or(sorry);
            }
        }
        exit_error
    }

    fn attempt(&mut self, asked: &Asked) -> Result<Option<Message>, DiaryError> {
        let keeper = &mut self.keeper;
        Ok(match &asked.effect {
            Effect::Note(jot) => Some(Message::Noted {
                subject: jot.subject(),
                result: Ok(keeper.note(jot.clone(), &asked.at)?),
            }),
            Effect::NoteMore(id, jot) => Some(Message::Noted {
                subject: jot.subject(),
                result: Ok(keeper.note_more(*id, jot.clone(), &asked.at)?),
            }),
            Effect::NoteLeg(id, leg) => {
                keeper.note_leg(*id, *leg)?;
                None
            }
            Effect::TakeBack(id) => Some(Message::TookBack(Ok(keeper.take_back(*id)?))),
            Effect::ReadDiary => Some(Message::DiaryRead(Ok(Box::new(keeper.charts()?)))),
            Effect::KeepSession(session) => {
                keeper.keep_session(session.as_deref(), &asked.at)?;
                None
            }
            Effect::LookForOffers => {
                let offers = keeper.offers()?;
                (offers != StartupPrompts::default()).then(|| Message::StartupPrompts {
                    unfinished: offers.to_tell(),
                    session: offers.session.map(Box::new),
                })
            }
            _ => None,
        })
    }

    /// What to say of something that cannot be done.
    fn sorry(&mut self, effect: &Effect, refusal: &DiaryError) -> Option<Message> {
        let why = refusal.why.clone();
        match effect {
            Effect::Note(jot) | Effect::NoteMore(_, jot) => Some(Message::Noted {
                subject: jot.subject(),
                result: Err(why),
            }),
            Effect::NoteLeg(..) => Some(Message::Failed(words::leg_not_noted(&why))),
            Effect::TakeBack(_) => Some(Message::TookBack(Err(why))),
            Effect::ReadDiary => Some(Message::DiaryRead(Err(why))),
            Effect::KeepSession(_) => (!std::mem::replace(&mut self.told, true))
                .then(|| Message::Failed(words::session_not_kept(&why))),
            _ => Some(Message::Failed(words::without_the_diary(&why))),
        }
    }
}

impl Asked {
    fn now(effect: &Effect) -> Self {
        Self {
            effect: effect.clone(),
            at: Stamp::of(&local_time::now()),
        }
    }

    /// Of a session, and of the leg of a cramp, only the latest counts.
    fn is_outdated_by(&self, next: &Self) -> bool {
        match (&self.effect, &next.effect) {
            (Effect::KeepSession(_), Effect::KeepSession(_)) => true,
            (Effect::NoteLeg(one, _), Effect::NoteLeg(other, _)) => one == other,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::entry::EntryId;
    use crate::stretch::Leg;

    #[test]
    fn a_key_that_is_held_down_fills_no_queue() {
        let mut clerk = DiaryService::new(None, true, true).on_screen();
        let leg = |id, leg| Asked::now(&Effect::NoteLeg(EntryId(id), leg));
        for held in [Some(Leg::Left), Some(Leg::Right), Some(Leg::Both), None] {
            clerk.wait(leg(1, held));
            clerk.wait(Asked::now(&Effect::KeepSession(None)));
            clerk.wait(Asked::now(&Effect::KeepSession(None)));
            clerk.queue.pop_back();
        }
        clerk.wait(leg(2, None));
        let queue: Vec<_> = clerk.queue.iter().map(|asked| &asked.effect).collect();
        let (first, second) = (leg(1, None), leg(2, None));
        assert_eq!(queue, [&first.effect, &second.effect]);
    }
}
