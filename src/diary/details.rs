//! What can be said about a cramp besides that there was one: asked for line by line, and
//! written into its entry. The commands and a running session note it alike.

use crate::diary::entry::{Cramp, Details, Lasted, Scale};
use crate::diary::stamp::Stamp;
use crate::diary::words::Words;
use crate::stretch::Leg;
use crate::text::messages::entry as words;

mod ask;

pub use ask::ask;

/// What was said about a cramp; `None` where nothing was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "each is named like the field of a cramp that it goes into"
)]
pub struct Said {
    pub began: Option<Stamp>,
    pub lasted: Option<Lasted>,
    pub pain: Option<Scale>,
    pub sleep: Option<Scale>,
    pub muscle: Option<Words>,
    pub leg: Option<Leg>,
    pub helped: Option<Words>,
    pub activity: Option<Words>,
    pub alcohol: Option<u8>,
    pub heat: Option<bool>,
    pub medicine: Option<Words>,
    pub note: Option<Words>,
}

impl Said {
    /// A cramp with this written into it; what was not said stays. With more said than when it
    /// was, its details count as given.
    pub fn of(self, cramp: Cramp) -> Cramp {
        let only_when = Self {
            began: self.began.clone(),
            ..Self::default()
        };
        Cramp {
            details: if self == only_when {
                cramp.details
            } else {
                Details::Given
            },
            began: self.began.unwrap_or(cramp.began),
            lasted: self.lasted.or(cramp.lasted),
            pain: self.pain.or(cramp.pain),
            sleep: self.sleep.or(cramp.sleep),
            muscle: self.muscle.or(cramp.muscle),
            leg: self.leg.or(cramp.leg),
            helped: self.helped.or(cramp.helped),
            activity: self.activity.or(cramp.activity),
            alcohol: self.alcohol.or(cramp.alcohol),
            heat: self.heat.or(cramp.heat),
            medicine: self.medicine.or(cramp.medicine),
            note: self.note.or(cramp.note),
            done: cramp.done,
        }
    }
}

/// How many alcoholic drinks.
///
/// # Errors
/// A sentence saying what is accepted.
pub fn drinks(text: &str) -> Result<u8, String> {
    let drinks = text.trim().parse();
    drinks.map_err(|_| words::not_drinks(text, u8::MAX))
}

/// Yes or no.
///
/// # Errors
/// As [`drinks`].
pub fn yes_or_no(text: &str) -> Result<bool, String> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "y" => Ok(true),
        "no" | "n" => Ok(false),
        _ => Err(words::not_yes_or_no(text)),
    }
}
