//! Rescue as one printed page, for where nobody can press a key, and the advice
//! for a cramp that stays.

use super::node::Look;
use super::{Page, Role, Writer};
use crate::app::words;
use crate::guide::markup::fill;
use crate::guide::model::{Body, Guide, NodeId, Rescue};
use crate::guide::raw::{Muscle, Position};

/// The muscle with this name, in the guide's own spelling.
pub fn muscle<'a>(rescue: &'a Rescue, name: &str) -> Option<&'a Muscle> {
    let name = name.to_lowercase();
    rescue
        .moves
        .keys()
        .find(|muscle| muscle.to_lowercase() == name)
}

/// The steps for a muscle and position, or for the nearest that the guide has.
fn steps<'a>(
    rescue: &'a Rescue,
    wanted: Option<&str>,
    position: Option<Position>,
) -> (&'a str, Position, &'a [String]) {
    let (name, poses) = wanted
        .and_then(|name| muscle(rescue, name))
        .and_then(|name| rescue.moves.get_key_value(name))
        .or_else(|| rescue.moves.get_key_value(&rescue.muscle))
        .map_or(("", None), |(name, poses)| (name.as_str(), Some(poses)));
    let wish = position.unwrap_or(rescue.position);
    let found = poses.and_then(|poses| {
        poses
            .get_key_value(&wish)
            .or_else(|| poses.get_key_value(&rescue.position))
            .or_else(|| poses.first())
    });
    found.map_or((name, wish, &[]), |(position, steps)| {
        (name, *position, steps.as_slice())
    })
}

/// Check, steps, the advice for a cramp that stays, and after-care.
pub fn printed(
    guide: &Guide,
    wanted: Option<&str>,
    position: Option<Position>,
    look: Look<'_>,
) -> Page {
    let mut writer = Writer::new(look.width);
    let Some(rescue) = &guide.rescue else {
        writer.say("This guide has no rescue steps.", Role::Body);
        return writer.finish();
    };
    let (muscle, position, steps) = steps(rescue, wanted, position);
    let title = format!("A cramp now: {muscle}, {}", words::position(position));
    writer.say(&title, Role::Title);
    if guide.rescue_is_built_in() {
        writer.say(words::BORROWED, Role::Quiet);
    }
    writer.say(&fill(&rescue.check, look.emergency()), Role::Safety);
    writer.steps(steps, look.emergency());
    let minutes = rescue.limit.as_secs() / 60;
    writer.gap();
    writer.say(
        &format!("Still there after {minutes} minutes"),
        Role::Heading,
    );
    advise(&mut writer, guide, rescue.over_limit, look);
    writer.gap();
    writer.say("When it has let go", Role::Heading);
    advise(&mut writer, guide, rescue.after, look);
    writer.finish()
}

/// Title, urgency and steps of a page, without its text.
pub fn advice(guide: &Guide, id: NodeId, look: Look<'_>) -> Page {
    let mut writer = Writer::new(look.width);
    writer.say(&guide.node(id).title, Role::Title);
    advise(&mut writer, guide, id, look);
    writer.finish()
}

/// How soon to get help, and what to do.
fn advise(writer: &mut Writer, guide: &Guide, id: NodeId, look: Look<'_>) {
    let node = guide.node(id);
    if let Body::Warning { advice, .. } = &node.body {
        let sign = format!("{} ", words::care_sign(advice.care));
        let role = Role::Care(advice.care);
        writer.hang(&sign, role, &[(words::care(advice.care), role)]);
    }
    match &node.body {
        Body::Relief { steps, .. } | Body::Warning { steps, .. } if !steps.is_empty() => {
            writer.steps(steps, look.emergency());
        }
        _ => writer.markdown(&node.text, look.emergency()),
    }
}
