use super::*;
use crate::diary::entry::{Cramp, Entry, Quiet, Record, Scale};
use crate::diary::note_text::NoteText;
use crate::diary::stamp::Stamp;

/// The trial of these tests begins on this day.
const BEGAN: &str = "2026-03-02T20:00:00+01:00";

fn first() -> Night {
    Night("2026-03-02".parse().unwrap())
}

/// Three in the morning of the nth night, from 0.
fn at(night: i32, minute: i64) -> Stamp {
    let began = Stamp::parse(BEGAN).unwrap();
    let seconds = began.seconds() + 7 * 3600 + i64::from(night) * 86_400 + minute * 60;
    Stamp::from_numbers(seconds, 3600, None).unwrap()
}

/// A diary with so many cramps of so much pain each night; `None` is a night without a word.
fn diary(nights: &[Option<(u32, u8)>], more: Vec<Record>) -> Diary {
    let mut records =
        vec![Record::Trial(Trial { began: Stamp::parse(BEGAN).unwrap(), stopped: None })];
    for (night, said) in (0..).zip(nights) {
        match said {
            None => {}
            Some((0, _)) => records
                .push(Record::Quiet(Quiet { logged: at(night, 0), night: at(night, 0).night() })),
            Some((cramps, pain)) => records.extend((0..*cramps).map(|minute| {
                Record::Cramp(Box::new(Cramp {
                    pain: Scale::new(*pain),
                    ..Cramp::at(at(night, minute.into()))
                }))
            })),
        }
    }
    records.extend(more);
    let entry = |(id, record)| Entry { id: EntryId(id), record };
    Diary::new((1..).zip(records).map(entry).collect())
}

fn nights(before: (u32, u8), after: (u32, u8)) -> Vec<Option<(u32, u8)>> {
    let mut nights = vec![Some(before); 14];
    nights.extend([Some(after); 42]);
    nights
}

fn sign() -> Record {
    Record::Sign(Sign {
        logged: at(20, 0),
        node: NoteText::cut("swollen-leg").unwrap(),
        title: NoteText::cut("One swollen leg").unwrap(),
    })
}

fn says(status: &Status, words: &str) -> bool {
    status.lines().iter().any(|line| line.contains(words))
}

#[test]
fn the_stages_follow_each_other_night_by_night() {
    let diary = diary(&[], vec![]);
    let stage = |night| last(&diary, first().plus(night)).unwrap().stage;
    assert_eq!(stage(0), Stage::Baseline { night: 1 });
    assert_eq!(stage(13), Stage::Baseline { night: 14 });
    assert_eq!(stage(14), Stage::Stretching { night: 1 });
    assert_eq!(stage(55), Stage::Stretching { night: 42 });
    assert_eq!(stage(56), Stage::Over);
    assert!(is_running(&diary, first().plus(55)) && !is_running(&diary, first().plus(56)));
}

#[test]
fn nothing_is_said_before_the_end() {
    let diary = diary(&nights((3, 8), (0, 0)), vec![]);
    let status = last(&diary, first().plus(55)).unwrap();
    assert!(status.verdict == Verdict::TooEarly && says(&status, "the nights are not over"));
}

#[test]
fn clear_changes_are_named_and_unclear_ones_are_not() {
    let verdict = |before, after| {
        last(&diary(&nights(before, after), vec![]), first().plus(56)).unwrap().verdict
    };
    assert_eq!(verdict((2, 6), (1, 6)), Verdict::FewerOrMilder);
    assert_eq!(verdict((1, 8), (1, 3)), Verdict::FewerOrMilder);
    assert_eq!(verdict((1, 6), (3, 6)), Verdict::MoreOrStronger);
    assert_eq!(verdict((1, 3), (1, 8)), Verdict::MoreOrStronger);
    assert_eq!(verdict((1, 6), (1, 6)), Verdict::NoClearChange);
    assert_eq!(verdict((0, 0), (0, 0)), Verdict::NoClearChange);
    // Fewer, but stronger: the worse of the two is said.
    assert_eq!(verdict((3, 3), (1, 8)), Verdict::MoreOrStronger);
}

#[test]
fn nights_without_a_word_are_not_nights_without_a_cramp() {
    let mut said = nights((2, 6), (2, 6));
    for night in &mut said[20..] {
        *night = None;
    }
    let status = last(&diary(&said, vec![]), first().plus(56)).unwrap();
    assert!(status.verdict == Verdict::TooEarly && says(&status, "with stretching are known"));
    let text = status.lines().join("\n");
    assert!(text.contains("36 nights with nothing logged"), "{text}");
    let mut said = nights((2, 6), (2, 6));
    said[..5].fill(None);
    let status = last(&diary(&said, vec![]), first().plus(56)).unwrap();
    assert!(status.verdict == Verdict::TooEarly && says(&status, "before are known"));
    // Half of the nights are silent, the others as before: that is no improvement.
    let mut said = nights((2, 6), (2, 6));
    for night in said[14..].iter_mut().step_by(3) {
        *night = None;
    }
    let status = last(&diary(&said, vec![]), first().plus(56)).unwrap();
    assert_eq!(status.verdict, Verdict::NoClearChange);
}

#[test]
fn a_danger_sign_ends_it() {
    let diary = diary(&nights((2, 6), (0, 0)), vec![sign()]);
    let status = last(&diary, first().plus(60)).unwrap();
    assert!(matches!(status.stage, Stage::Danger(_)));
    assert!(status.verdict == Verdict::TooEarly && says(&status, "the danger sign comes first"));
    assert_eq!(status.after.nights, 6);
    let told = status.lines().join("\n");
    assert!(
        told.contains("`uncramp show swollen-leg` or `uncramp card` says what to do; see a doctor")
    );
    assert!(!is_running(&diary, first().plus(21)));
}

#[test]
fn every_result_says_what_it_cannot_show() {
    for (before, after) in [((2, 6), (1, 6)), ((1, 6), (3, 6)), ((1, 6), (1, 6))] {
        let diary = diary(&nights(before, after), vec![]);
        for night in [3, 20, 56] {
            let lines = last(&diary, first().plus(night)).unwrap().lines();
            let text = lines.join("\n");
            assert!(text.contains("no control group"), "{text}");
            assert!(text.contains("Do not put off a doctor"), "{text}");
        }
        let text = last(&diary, first().plus(56)).unwrap().lines().join("\n");
        assert!(text.contains("Method: "), "{text}");
    }
}

#[test]
fn cramps_where_there_were_none_are_no_number_of_times_as_often() {
    let status = last(&diary(&nights((0, 0), (1, 6)), vec![]), first().plus(56)).unwrap();
    assert_eq!(status.verdict, Verdict::MoreOrStronger);
    let (_, said) = &status.brief()[2];
    assert!(status.lines().contains(said));
    let told = "No cramp came before, some did after (likely at least ";
    assert!(said.starts_with(told), "{said}");
    // The page for the doctor has one line of 76 cells for it.
    assert!(said.len() <= 76, "{said}");
}

/// A sequence of numbers from 0 to 1 without a pattern, the same in every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        f64::from(u32::try_from(self.0 >> 32).unwrap()) / 4_294_967_296.0
    }

    fn poisson(&mut self, mean: f64) -> u32 {
        let floor = (-mean).exp();
        let (mut product, mut count) = (self.next(), 0);
        while product > floor {
            product *= self.next();
            count += 1;
        }
        count
    }
}

#[test]
fn where_nothing_changed_a_change_is_seen_in_about_one_trial_of_twenty() {
    let mut chance = Chance(0x1234_5678_9abc_def1);
    for bunched in [false, true] {
        let (mut seen, trials) = (0, 600);
        for _ in 0..trials {
            let said: Vec<_> = (0..56)
                .map(|_| {
                    // In bunches: three nights in four nothing, then four times as many.
                    let mean = match bunched {
                        true if chance.next() < 0.75 => 0.0,
                        true => 3.2,
                        false => 0.8,
                    };
                    let cramps = chance.poisson(mean);
                    let pain = chance.next() * 8.0 + 1.0;
                    #[expect(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "from 1 to 9"
                    )]
                    Some((cramps, pain as u8))
                })
                .collect();
            let status = last(&diary(&said, vec![]), first().plus(56)).unwrap();
            seen += u32::from(status.verdict != Verdict::NoClearChange);
        }
        // 5 % are meant; 8 % is far beyond what 600 trials scatter to.
        assert!(seen < trials * 8 / 100, "bunched {bunched}: {seen} of {trials}");
    }
}
