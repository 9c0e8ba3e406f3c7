//! Carries out what the program asks of the diary, for the full screen and line by line.

use std::path::PathBuf;

use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::diary::jot::Jot;
use crate::diary::store::Keeper;

/// The diary's side of a running program.
#[derive(Debug)]
pub struct Clerk {
    keeper: Keeper,
    sessions: bool,
    /// That a session cannot be kept is told once, not at every phase.
    told: bool,
}

impl Clerk {
    /// A diary in this folder, opened when it is first needed; never, when nothing is to be saved.
    /// With `sessions`, stretch sessions are noted too.
    pub fn new(folder: Option<PathBuf>, save: bool, sessions: bool) -> Self {
        Self {
            keeper: Keeper::new(folder, save),
            sessions,
            told: false,
        }
    }

    /// Does what concerns the diary, and nothing else; says what came of it.
    pub fn carry_out(&mut self, effect: &Effect) -> Option<Message> {
        match effect {
            Effect::Note(Jot::Stretched { .. }) | Effect::KeepSession(_) if !self.sessions => None,
            Effect::Note(jot) => Some(Message::Noted {
                subject: jot.subject(),
                result: self.keeper.note(jot.clone()),
            }),
            Effect::NoteMore(id, jot) => {
                let result = self.keeper.note_more(*id, jot.clone());
                Some(Message::Noted {
                    subject: jot.subject(),
                    result: result.map(|()| Some(*id)),
                })
            }
            Effect::NoteLeg(id, leg) => {
                let result = self.keeper.note_leg(*id, *leg);
                result
                    .err()
                    .map(|why| Message::Failed(format!("The leg is not noted: {why}")))
            }
            Effect::TakeBack(id) => Some(Message::TookBack(self.keeper.take_back(*id))),
            Effect::ReadDiary => Some(Message::DiaryRead(self.keeper.charts().map(Box::new))),
            Effect::KeepSession(session) => {
                let result = self.keeper.keep_session(session.as_deref());
                let why = result
                    .err()
                    .filter(|_| !std::mem::replace(&mut self.told, true))?;
                Some(Message::Failed(format!(
                    "The session cannot be kept: {why}"
                )))
            }
            Effect::LeaveOffer => {
                self.keeper.leave_session();
                None
            }
            Effect::LookForOffers => match self.keeper.offers() {
                Ok(offers) => Some(Message::Offers {
                    unfinished: offers.unfinished_line(),
                    session: offers.session.map(Box::new),
                }),
                Err(why) => Some(Message::Failed(format!("Without the diary: {why}"))),
            },
            _ => None,
        }
    }
}
