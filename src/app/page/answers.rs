//! The answers so far, to go back to one and change it.

use super::{Goal, Page, Role, Writer};
use crate::guide::model::Guide;
use crate::guide::trail::{Trail, label};
use crate::text::messages::pages;

/// The sheet that Tab opens.
pub fn page(guide: &Guide, trail: &Trail, width: usize) -> Page {
    let mut writer = Writer::new(width);
    writer.say(pages::YOUR_ANSWERS, Role::Title);
    let answers: Vec<_> = trail.answers(guide).collect();
    if answers.is_empty() {
        writer.gap();
        writer.say(pages::NO_ANSWERS, Role::Body);
        return writer.finish();
    }
    writer.say(pages::CHANGE_AN_ANSWER, Role::Quiet);
    writer.gap();
    for (number, (index, node, step)) in answers.into_iter().enumerate() {
        let answer = label(guide, node, step).unwrap_or_default();
        let question = &guide.node(node).title;
        let key = char::from_digit(u32::try_from(number + 1).unwrap_or(10), 10);
        writer.item(key, &format!("{question} {answer}"), Goal::Answer(index));
    }
    writer.finish()
}
