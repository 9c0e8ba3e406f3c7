//! Asks for what is not known of a cramp yet, one line each.

use std::io::{self, BufRead, Write};

use super::{Said, drinks, yes_or_no};
use crate::diary::entry::{Cramp, Lasted, Scale};
use crate::diary::words::Words;
use crate::stretch::Leg;
use crate::text::messages::entry as words;

/// Asks about a cramp; Enter alone leaves a thing open, the end of input or `q` all the rest.
///
/// # Errors
/// When the answers cannot be read or the questions not written.
pub fn ask(
    cramp: &Cramp,
    answers: &mut dyn BufRead,
    questions: &mut dyn Write,
) -> io::Result<Said> {
    let mut said = Said::default();
    let about = words::about_the_cramp(&cramp.began.short());
    writeln!(questions, "{about}")?;
    for question in QUESTIONS {
        if (question.is_known)(cramp) {
            continue;
        }
        if !question.put(&mut said, answers, questions)? {
            break;
        }
    }
    Ok(said)
}

/// One question, whether its answer is known, and how the answer is taken.
struct Question {
    text: &'static str,
    is_known: fn(&Cramp) -> bool,
    take: fn(&mut Said, &str) -> Result<(), String>,
}

impl Question {
    /// Asks until the answer can be used; `false` when no more is to be asked.
    fn put(
        &self,
        said: &mut Said,
        answers: &mut dyn BufRead,
        questions: &mut dyn Write,
    ) -> io::Result<bool> {
        loop {
            write!(questions, "{} ", self.text)?;
            questions.flush()?;
            let mut line = Vec::new();
            if answers.read_until(b'\n', &mut line)? == 0 {
                writeln!(questions)?;
                return Ok(false);
            }
            // One letter in another encoding must not lose the answers before it.
            match String::from_utf8_lossy(&line).trim() {
                "" => return Ok(true),
                "q" => return Ok(false),
                answer => match (self.take)(said, answer) {
                    Ok(()) => return Ok(true),
                    Err(why) => writeln!(questions, "{why}")?,
                },
            }
        }
    }
}

const QUESTIONS: [Question; 11] = [
    Question {
        text: words::ASK_PAIN,
        is_known: |cramp| cramp.pain.is_some(),
        take: |said, answer| Scale::parse(answer).map(|pain| said.pain = Some(pain)),
    },
    Question {
        text: words::ASK_SLEEP,
        is_known: |cramp| cramp.sleep.is_some(),
        take: |said, answer| Scale::parse(answer).map(|sleep| said.sleep = Some(sleep)),
    },
    Question {
        text: words::ASK_MINUTES,
        is_known: |cramp| cramp.lasted.is_some(),
        take: |said, answer| Lasted::parse_minutes(answer).map(|lasted| said.lasted = Some(lasted)),
    },
    Question {
        text: words::ASK_MUSCLE,
        is_known: |cramp| cramp.muscle.is_some(),
        take: |said, answer| muscle(answer).map(|words| said.muscle = words),
    },
    Question {
        text: words::ASK_LEG,
        is_known: |cramp| cramp.leg.is_some(),
        take: |said, answer| {
            said.leg = Some(match answer.to_lowercase().as_str() {
                "left" | "l" => Leg::Left,
                "right" | "r" => Leg::Right,
                "both" | "b" => Leg::Both,
                _ => return Err(words::WRITE_A_LEG.to_owned()),
            });
            Ok(())
        },
    },
    Question {
        text: words::ASK_HELPED,
        is_known: |cramp| cramp.helped.is_some(),
        take: |said, answer| Words::parse(answer).map(|words| said.helped = words),
    },
    Question {
        text: words::ASK_DAY,
        is_known: |cramp| cramp.activity.is_some(),
        take: |said, answer| Words::parse(answer).map(|words| said.activity = words),
    },
    Question {
        text: words::ASK_DRINKS,
        is_known: |cramp| cramp.alcohol.is_some(),
        take: |said, answer| drinks(answer).map(|drinks| said.alcohol = Some(drinks)),
    },
    Question {
        text: words::ASK_HEAT,
        is_known: |cramp| cramp.heat.is_some(),
        take: |said, answer| yes_or_no(answer).map(|heat| said.heat = Some(heat)),
    },
    Question {
        text: words::ASK_MEDICINE,
        is_known: |cramp| cramp.medicine.is_some(),
        take: |said, answer| Words::parse(answer).map(|words| said.medicine = words),
    },
    Question {
        text: words::ASK_NOTE,
        is_known: |cramp| cramp.note.is_some(),
        take: |said, answer| Words::parse(answer).map(|words| said.note = words),
    },
];

/// A muscle: the numbers are those of a cramp now.
fn muscle(answer: &str) -> Result<Option<Words>, String> {
    match answer {
        "1" => Words::parse("calf"),
        "2" => Words::parse("hamstring"),
        "3" => Words::parse("thigh"),
        "4" => Words::parse("foot"),
        _ if answer.chars().all(|c| c.is_ascii_digit()) => Err(words::WRITE_A_MUSCLE.to_owned()),
        _ => Words::parse(answer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::stamp::Stamp;

    fn cramp() -> Cramp {
        Cramp::at(Stamp::parse("2026-03-05T03:10:00+01:00").unwrap())
    }

    fn asked(cramp: &Cramp, answers: &str) -> (Said, String) {
        let mut questions = Vec::new();
        let said = ask(cramp, &mut answers.as_bytes(), &mut questions).unwrap();
        (said, String::from_utf8(questions).unwrap())
    }

    #[test]
    fn every_answer_goes_where_it_belongs_and_enter_leaves_a_thing_open() {
        let answers = "7\n\n4\ncalf\nR\nwalking\n\n2\ny\n\nagain\n";
        let (told, _) = asked(&cramp(), answers);
        let expected = Said {
            pain: Scale::new(7),
            lasted: Lasted::from_seconds(240),
            muscle: Words::cut("calf"),
            leg: Some(Leg::Right),
            helped: Words::cut("walking"),
            alcohol: Some(2),
            heat: Some(true),
            note: Words::cut("again"),
            ..Said::default()
        };
        assert_eq!(told, expected);
    }

    #[test]
    fn a_number_names_the_muscle_as_in_a_cramp_and_no_other_number_is_one() {
        let muscle = |answers: &str| asked(&cramp(), answers).0.muscle;
        assert_eq!(muscle("\n\n\n1\nq\n"), Words::cut("calf"));
        assert_eq!(muscle("\n\n\n7\n4\nq\n"), Words::cut("foot"));
        assert_eq!(muscle("\n\n\nhip\nq\n"), Words::cut("hip"));
    }

    #[test]
    fn no_heat_is_an_answer_too() {
        let (told, _) = asked(&cramp(), "\n\n\n\n\n\n\n\nNo\n\n\n");
        assert_eq!(told.heat, Some(false));
    }

    #[test]
    fn a_wrong_answer_is_asked_again_and_the_end_stops() {
        let (told, said) = asked(&cramp(), "eleven\n12\n3\nq\n5\n");
        assert_eq!((told.pain, told.sleep), (Scale::new(3), None));
        assert_eq!(said.matches("How much did it hurt").count(), 3);
        assert_eq!(asked(&cramp(), "").0, Said::default());
    }

    #[test]
    fn a_letter_in_another_encoding_loses_no_answer() {
        let mut answers = &b"7\n\n\n\n\n\xe4rger\n"[..];
        let said = ask(&cramp(), &mut answers, &mut Vec::new()).unwrap();
        assert_eq!(said.pain, Scale::new(7));
        assert_eq!(said.helped, Words::cut("\u{fffd}rger"));
    }

    #[test]
    fn what_is_known_is_not_asked() {
        let mut cramp = cramp();
        cramp.pain = Scale::new(2);
        cramp.muscle = Words::cut("calf");
        let (_, said) = asked(&cramp, &"\n".repeat(20));
        assert!(!said.contains("hurt") && !said.contains("muscle"), "{said}");
        assert!(said.contains("Which leg"), "{said}");
    }
}
