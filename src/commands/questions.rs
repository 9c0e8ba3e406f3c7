//! Asks line by line for what is not known of a cramp, and saves each answer at once.

use std::io::{self, BufRead, Write};

use crate::diary::entry::Cramp;
use crate::diary::field::Field;
use crate::text::messages::diary::SKIP_OR_FINISH;

/// Asks about a cramp. Enter skips a question; `q` or the end of input ends the questions. Each
/// answer goes to `save` at once, so that none is lost; where it is refused, the question is asked
/// again.
pub(super) fn ask(
    cramp: &Cramp,
    answers: &mut dyn BufRead,
    questions: &mut dyn Write,
    save: &mut dyn FnMut(&Field, &str) -> anyhow::Result<()>,
) -> io::Result<()> {
    writeln!(questions, "The cramp of {}. {SKIP_OR_FINISH}", cramp.began.short())?;
    for (field, asked) in Field::all_asked().filter(|(field, _)| field.typed(cramp).is_none()) {
        let mut save = |answer: &str| save(field, answer);
        if !put(asked.question, answers, questions, &mut save)? {
            break;
        }
    }
    Ok(())
}

/// Asks until the question is answered or skipped; `false` ends the questions.
fn put(
    question: &str,
    answers: &mut dyn BufRead,
    questions: &mut dyn Write,
    save: &mut dyn FnMut(&str) -> anyhow::Result<()>,
) -> io::Result<bool> {
    loop {
        write!(questions, "{question} ")?;
        questions.flush()?;
        let mut line = Vec::new();
        if answers.read_until(b'\n', &mut line)? == 0 {
            writeln!(questions)?;
            return Ok(false);
        }
        // A letter in another encoding must not lose the whole answer.
        match String::from_utf8_lossy(&line).trim() {
            "" => return Ok(true),
            "q" => return Ok(false),
            // An arrow key arrives as control characters, which are no answer.
            answer if answer.contains(|c: char| c.is_control() && c != '\t') => {
                writeln!(questions, "Only words and numbers can be read here.")?;
            }
            answer => match save(answer) {
                Ok(()) => return Ok(true),
                Err(why) => writeln!(questions, "{why}")?,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::entry::{Lasted, Scale};
    use crate::diary::note_text::NoteText;
    use crate::diary::stamp::Stamp;
    use crate::stretch::Leg;

    fn cramp() -> Cramp {
        Cramp::at(Stamp::parse("2026-03-05T03:10:00+01:00").unwrap())
    }

    /// The cramp with the answers, and what was asked.
    fn asked(cramp: &Cramp, mut answers: &[u8]) -> (Cramp, String) {
        let mut questions = Vec::new();
        let mut filled = cramp.clone();
        ask(cramp, &mut answers, &mut questions, &mut |field, typed| {
            field.write(&mut filled, typed)
        })
        .unwrap();
        (filled, String::from_utf8(questions).unwrap())
    }

    #[test]
    fn every_answer_goes_where_it_belongs_and_enter_skips_a_question() {
        let answers = "calf\nR\n4\n7\n\nwalking\n\n2\ny\n\nagain\n";
        let (told, _) = asked(&cramp(), answers.as_bytes());
        assert_eq!((told.pain, told.sleep), (Scale::new(7), None));
        assert_eq!(told.lasted, Lasted::from_seconds(240));
        assert_eq!(told.muscle, NoteText::cut("calf"));
        assert_eq!((told.leg, told.alcohol), (Some(Leg::Right), Some(2)));
        assert_eq!(told.helped, NoteText::cut("walking"));
        assert_eq!((told.heat, told.note), (Some(true), NoteText::cut("again")));
    }

    #[test]
    fn a_number_names_the_muscle_as_in_a_cramp_and_no_other_number_is_one() {
        let muscle = |answers: &str| asked(&cramp(), answers.as_bytes()).0.muscle;
        assert_eq!(muscle("1\nq\n"), NoteText::cut("calf"));
        assert_eq!(muscle("7\n4\nq\n"), NoteText::cut("foot"));
        assert_eq!(muscle("hip\nq\n"), NoteText::cut("hip"));
        // One muscle has one name, so that the charts count it once.
        for word in ["CALF", "calves", "Calf "] {
            assert_eq!(muscle(&format!("{word}\nq\n")), NoteText::cut("calf"), "{word}");
        }
    }

    #[test]
    fn a_wrong_answer_is_asked_again_and_the_end_stops() {
        let (told, said) = asked(&cramp(), b"\n\n\neleven\n12\n3\nq\n5\n");
        assert_eq!((told.pain, told.sleep), (Scale::new(3), None));
        assert_eq!(said.matches("How much did it hurt").count(), 3);
        assert_eq!(asked(&cramp(), b"").0, cramp());
    }

    #[test]
    fn a_letter_in_another_encoding_loses_no_answer() {
        let (told, _) = asked(&cramp(), b"\n\n\n7\n\n\xe4rger\n");
        assert_eq!(told.pain, Scale::new(7));
        assert_eq!(told.helped, NoteText::cut("\u{fffd}rger"));
    }

    #[test]
    fn an_arrow_key_is_no_answer_and_never_said_again() {
        for key in ["\x1b[A", "\x1bOA", "calf\x07", "\u{9b}A"] {
            let (told, said) = asked(&cramp(), format!("{key}\nhip\t joint\nq\n").as_bytes());
            assert_eq!(told.muscle, NoteText::cut("hip joint"), "{key:?}");
            assert_eq!(said.matches("Which muscle").count(), 2, "{said:?}");
            assert!(!said.contains(|c: char| c.is_control() && c != '\n'), "{said:?}");
        }
    }

    #[test]
    fn what_is_known_is_not_asked() {
        let mut cramp = cramp();
        cramp.pain = Scale::new(2);
        cramp.muscle = NoteText::cut("calf");
        let (_, said) = asked(&cramp, "\n".repeat(20).as_bytes());
        assert!(!said.contains("hurt") && !said.contains("muscle"), "{said}");
        assert!(said.contains("Which leg"), "{said}");
    }
}
