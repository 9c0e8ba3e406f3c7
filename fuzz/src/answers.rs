//! Any answers to the shipped guide: a cause or a remedy is never reached by
//! answering without the whole danger screen cleared.

use std::sync::LazyLock;

use uncramp::app::danger_answers::DangerAnswers;
use uncramp::cli::{AnswerArgs, Answers};
use uncramp::commands::{Exit, answer};
use uncramp::guide::model::{CLEAR, Guide, Target};
use uncramp::guide::raw::Kind;
use uncramp::guide::trail::{Step, Trail};

static GUIDE: LazyLock<Guide> = LazyLock::new(|| uncramp::guide::built_in().expect("the guide"));

/// Takes each byte for an answer or a way back; a few are also replayed by `answer`.
pub fn run(data: &[u8]) {
    let guide = &*GUIDE;
    let mut trail = Trail::new(guide.start);
    for byte in data {
        let before = trail.clone();
        let moved = match byte {
            0..=99 => {
                let step = usize::from(byte % 10).checked_sub(1);
                let taken = trail.take_step(guide, step.map_or(Step::NotSure, Step::Option));
                matches!(taken, Some(Target::Node(_)))
            }
            100..=119 => trail.back(),
            120..=139 => {
                trail.reopen(usize::from(byte - 120));
                true
            }
            _ => {
                let index = usize::from(byte - 140) / 10;
                let step = usize::from(byte % 10).checked_sub(1);
                trail.reopen(index);
                trail.take_step(guide, step.map_or(Step::NotSure, Step::Option));
                true
            }
        };
        assert!(moved || trail == before, "changed without a move");
        is_whole(guide, &trail);
    }
    if data.first().is_some_and(|byte| byte % 16 == 0) {
        replay(guide, &data[1..]);
    }
}

fn is_whole(guide: &Guide, trail: &Trail) {
    let visits = trail.visits();
    assert!(!visits.is_empty());
    for (index, visit) in visits.iter().enumerate() {
        assert_eq!(visit.left_by.is_some(), index + 1 < visits.len());
    }
    let is_advice = matches!(guide.node(trail.here()).kind, Kind::Cause | Kind::Relief);
    let has_answered = trail.answers(guide).next().is_some();
    if is_advice && has_answered {
        assert!(trail.is_cleared(guide), "advice without a cleared screen");
        let mut danger = DangerAnswers::default();
        danger.record(guide, visits);
        assert_eq!(danger.warning(guide), None, "advice after a danger sign");
    }
}

fn replay(guide: &Guide, data: &[u8]) {
    let list = data.iter().map(|byte| key(byte % 12)).collect();
    let args = AnswerArgs { list: Answers(list), from: None, exit_care: true };
    let mut out = Vec::new();
    match answer::run(guide, &args, true, &mut out) {
        Ok(_) => assert!(out.starts_with(b"{")),
        Err(failure) => assert_eq!(failure.exit, Exit::Usage, "{failure:?}"),
    }
}

fn key(byte: u8) -> char {
    char::from_digit(u32::from(byte), 10).unwrap_or(CLEAR)
}
