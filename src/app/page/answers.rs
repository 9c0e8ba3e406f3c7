//! The answers so far, to go back to one and change it.

use super::{Goal, Page, Role, Writer};
use crate::app::danger_answers::DangerAnswers;
use crate::guide::model::Guide;
use crate::guide::trail::{Answer, Trail, label};
use crate::text::messages::pages;

/// The list that Tab opens.
pub fn page(guide: &Guide, trail: &Trail, danger: &DangerAnswers) -> Page {
    let mut writer = Writer::new();
    writer.title(pages::YOUR_ANSWERS);
    let answers: Vec<_> = trail.answers(guide).collect();
    let elsewhere: Vec<_> = danger
        .iter()
        .filter(|sign| {
            // The same question may have been answered otherwise since.
            answers.iter().all(|Answer { question, step, .. }| {
                let answer = label(guide, *question, *step);
                guide.name(*question) != sign.question || answer != Some(sign.answer.as_str())
            })
        })
        .collect();
    if answers.is_empty() && elsewhere.is_empty() {
        writer.gap();
        writer.text("No question has been answered yet.", Role::Body);
        return writer.finish();
    }
    let mut keys = ('1'..='9').fuse();
    if !answers.is_empty() {
        writer.text(
            "Choose one to answer it again. Later answers stay where they still fit.",
            Role::Quiet,
        );
        writer.gap();
    }
    for Answer { index, question, step } in answers {
        let answer = label(guide, question, step).unwrap_or_default();
        let question = &guide.node(question).title;
        writer.item(keys.next(), &format!("{question} {answer}"), Goal::Answer(index));
    }
    if !elsewhere.is_empty() {
        writer.gap();
        writer.text("You reported these danger signs. Choose one to take it back:", Role::Quiet);
        writer.gap();
    }
    for sign in elsewhere {
        writer.item(keys.next(), &sign.answer, Goal::TakeBack(sign.clone()));
    }
    writer.finish()
}
