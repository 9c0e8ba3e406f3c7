//! The page of one node: its text, what can be chosen, what to do, how well it
//! is supported, and above the first step who must not take it.

use super::{Goal, Page, Role, Writer};
use crate::guide::markup;
use crate::guide::model::{Body, Guide, Node, NodeId};
use crate::guide::raw::Text;
use crate::guide::trail::{Step, Trail, label};
use crate::text::messages::pages;

/// The page where this trail is.
pub fn page(guide: &Guide, trail: &Trail, width: usize) -> Page {
    let mut writer = laid_out(guide, trail, width);
    sources_hint(&mut writer, guide, trail.here(), pages::sources_by_key);
    writer.finish()
}

/// The page where this trail is, for where no key can be pressed.
pub fn answered(guide: &Guide, trail: &Trail, width: usize) -> Page {
    let here = trail.here();
    let mut writer = laid_out(guide, trail, width);
    let id = &guide.node(here).id;
    sources_hint(&mut writer, guide, here, |count| {
        pages::sources_by_command(count, id)
    });
    writer.finish()
}

fn laid_out(guide: &Guide, trail: &Trail, width: usize) -> Writer {
    let here = trail.here();
    let mut writer = Writer::new(width);
    head(&mut writer, guide, here);
    if guide.node(here).is_outcome() {
        because(&mut writer, guide, trail);
    }
    middle(&mut writer, guide, here);
    choices(&mut writer, guide, here);
    foot(&mut writer, guide, here);
    writer
}

/// The page of a node by itself, as it is printed: with its sources, without choices.
pub fn printed(guide: &Guide, id: NodeId, width: usize) -> Page {
    let mut writer = Writer::new(width);
    head(&mut writer, guide, id);
    middle(&mut writer, guide, id);
    choices(&mut writer, guide, id);
    foot(&mut writer, guide, id);
    super::sources::list_printed(&mut writer, guide, &guide.node(id).sources);
    writer.gap();
    writer.say(&guide.about.notice, Role::Quiet);
    writer.finish()
}

fn head(writer: &mut Writer, guide: &Guide, id: NodeId) {
    let node = guide.node(id);
    writer.say(&node.title, Role::Title);
    if node.is_built_in() {
        writer.say(pages::BORROWED, Role::Quiet);
    }
    if let Some(care) = node.care() {
        writer.care(care);
    }
    writer.markdown(&node.text);
    if id == guide.start {
        writer.gap();
        writer.say(&guide.about.notice, Role::Quiet);
    }
}

/// The answers that led here, in the guide's words.
fn because(writer: &mut Writer, guide: &Guide, trail: &Trail) {
    let mut answers = trail
        .answers(guide)
        .filter(|(_, node, _)| !guide.is_screen(*node))
        .peekable();
    let cleared = trail.is_cleared(guide);
    if answers.peek().is_none() && !cleared {
        return;
    }
    writer.gap();
    writer.say(pages::YOUR_ANSWERS, Role::Heading);
    if cleared {
        writer.hang("- ", Role::Quiet, &[(pages::NO_DANGER_SIGNS, Role::Quiet)]);
    }
    for (_, node, step) in answers {
        let question = format!("{} ", guide.node(node).title);
        let answer = label(guide, node, step).unwrap_or_default();
        writer.hang(
            "- ",
            Role::Quiet,
            &[(&question, Role::Quiet), (answer, Role::Body)],
        );
    }
}

/// What to do, with the line above it that says who must not.
fn middle(writer: &mut Writer, guide: &Guide, id: NodeId) {
    let node = guide.node(id);
    let steps = node.steps();
    if steps.is_empty() {
        return;
    }
    writer.gap();
    writer.say(pages::WHAT_TO_DO, Role::Heading);
    say_check(writer, guide, node);
    writer.steps(steps);
}

fn say_check(writer: &mut Writer, guide: &Guide, node: &Node) {
    if let Some(check) = safety(guide, node) {
        writer.say(check, Role::Safety);
    }
}

/// The line that stands above the first step of a page that tells to stretch or rub.
pub fn safety<'a>(guide: &'a Guide, node: &Node) -> Option<&'a str> {
    let Body::Relief { routine, steps, .. } = &node.body else {
        return None;
    };
    let rescue = guide.rescue.as_ref()?;
    let own = !guide.rescue_is_built_in();
    (routine.is_some() || own && tells_to_stretch(guide, steps)).then_some(rescue.check.as_str())
}

/// Whether any step may move or press the leg. In a language the program does
/// not know, every step may.
fn tells_to_stretch(guide: &Guide, steps: &[Text]) -> bool {
    const WORDS: [&str; 8] = [
        "stretch", "rub", "massage", "pull", "lean", "bend", "push", "knead",
    ];
    !guide.about.language.starts_with("en")
        || steps.iter().any(|step| {
            let step = step.to_lowercase();
            WORDS.iter().any(|word| step.contains(word))
        })
}

fn choices(writer: &mut Writer, guide: &Guide, id: NodeId) {
    let node = guide.node(id);
    for (index, choice) in guide.choices(id).into_iter().enumerate() {
        if index == 0 {
            writer.gap();
        }
        writer.item(choice.key.char(), choice.label, Goal::Step(choice.step));
        if let Some(hint) = choice.hint {
            writer.hint(hint);
        }
    }
    // The numbers of a question are its answers.
    let is_question = matches!(node.body, Body::Symptom { .. });
    let mut number = (!is_question).then(|| node.options().len());
    for (heading, links) in groups(guide, node) {
        writer.gap();
        writer.say(heading, Role::Heading);
        let starts = matches!(links.first(), Some((_, Goal::Routine(_))));
        if starts && node.steps().is_empty() {
            // Without steps this is where it begins.
            say_check(writer, guide, node);
        }
        for (label, goal) in links {
            let key = number.and_then(digit);
            number = number.map(|number| number + 1);
            writer.item(key, &label, goal);
        }
    }
}

/// Everything this page leads to besides its options, under a heading each.
fn groups(guide: &Guide, node: &Node) -> Vec<(&'static str, Vec<(String, Goal)>)> {
    let page = |id: NodeId| (guide.node(id).title.to_string(), Goal::Step(Step::Link(id)));
    let mut shown: Vec<NodeId> = Vec::new();
    let mut groups = Vec::new();
    if let Body::Cause { relief, .. } = &node.body {
        shown.extend(relief);
        groups.push((
            pages::WHAT_HELPS,
            relief.iter().copied().map(page).collect(),
        ));
    }
    if let Body::Relief {
        routine: Some(id), ..
    } = &node.body
        && let Some(routine) = guide.routines.get(id)
    {
        let label = pages::start(&routine.title);
        groups.push((
            pages::STRETCHES,
            vec![(label, Goal::Routine(id.to_string()))],
        ));
    }
    let further: Vec<NodeId> = node
        .see_also
        .iter()
        .copied()
        .chain(
            markup::links(&node.text)
                .iter()
                .filter_map(|(name, _)| guide.find(name)),
        )
        .fold(Vec::new(), |mut list, id| {
            if !shown.contains(&id) && !list.contains(&id) {
                list.push(id);
            }
            list
        });
    groups.push((pages::READ_ON, further.into_iter().map(page).collect()));
    groups.retain(|(_, links): &(_, Vec<_>)| !links.is_empty());
    groups
}

fn foot(writer: &mut Writer, guide: &Guide, id: NodeId) {
    if let Some(evidence) = guide.node(id).evidence() {
        writer.evidence(evidence);
    }
}

/// How many sources there are, and how to see them.
fn sources_hint(writer: &mut Writer, guide: &Guide, id: NodeId, said: impl Fn(usize) -> String) {
    let node = guide.node(id);
    let count = node.sources.len();
    if count > 0 {
        if node.evidence().is_none() {
            // Nothing of its kind stands above it.
            writer.gap();
        }
        writer.hang(
            pages::SOURCES_LABEL,
            Role::Quiet,
            &[(&said(count), Role::Quiet)],
        );
    }
}

/// The key of an option: 1 to 9 for the first nine, none beyond.
fn digit(index: usize) -> Option<char> {
    u32::try_from(index + 1)
        .ok()
        .filter(|n| *n <= 9)
        .and_then(|n| char::from_digit(n, 10))
}
