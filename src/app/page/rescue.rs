//! Rescue as one printed page, for where nobody can press a key, and the advice
//! for a cramp that stays.

use super::{Page, Role, SectionKind, Writer};
use crate::app::body_words;
use crate::guide::model::{Guide, NodeId};
use crate::guide::muscle;
use crate::guide::raw::{Kind, Pose};
use crate::stretch::Leg;
use crate::text::messages::pages;

/// Check, steps, the advice for a cramp that stays, and after-care.
pub fn printed(guide: &Guide, wanted: Option<&str>, leg: Option<Leg>, pose: Option<Pose>) -> Page {
    let mut writer = Writer::new();
    let Some(rescue) = &guide.rescue else {
        writer.text("This guide has no rescue steps.", Role::Body);
        return writer.finish();
    };
    let known = wanted.and_then(|name| rescue.muscle_named(name));
    let (name, pose) = rescue.nearest(known.map(String::as_str), pose);
    let leg = leg.map(|leg| leg.named(&guide.words));
    writer.title(&pages::cramp_now(&body_words::cramp(muscle::part(name), leg, pose)));
    if guide.rescue_is_borrowed() {
        writer.text(pages::BORROWED, Role::Quiet);
    }
    writer.text(&rescue.check, Role::Safety);
    writer.moves(rescue.steps(name, pose));
    writer.section(SectionKind::Text, &pages::still_there(rescue.limit));
    advise(&mut writer, guide, rescue.over_limit);
    writer.section(SectionKind::Text, pages::WHEN_IT_LET_GO);
    advise(&mut writer, guide, rescue.after);
    writer.finish()
}

/// Title, urgency and steps of a page, without its text.
pub fn advice(guide: &Guide, id: NodeId) -> Page {
    let mut writer = Writer::new();
    writer.title(&guide.node(id).title);
    advise(&mut writer, guide, id);
    writer.finish()
}

/// How soon to get help, and what to do.
fn advise(writer: &mut Writer, guide: &Guide, id: NodeId) {
    let node = guide.node(id);
    if let (Kind::Warning, Some(care)) = (node.kind, node.care) {
        writer.care(care, guide.words.care(care));
    }
    if node.steps.is_empty() {
        writer.markdown(&node.text);
    } else {
        writer.safety(guide.safety_of(node));
        writer.steps(&node.steps);
    }
}
