//! The page of one node: how soon to get help, what to do and what helps come first, above the
//! first step who must not take it; then the answers that led here and the explanation.

use std::time::Duration;

use super::{Goal, Page, PageChoice, Role, SectionKind, Writer};
use crate::guide::markup;
use crate::guide::model::{Guide, NodeId, Rescue, Target};
use crate::guide::raw::{Care, Kind, Node};
use crate::guide::trail::{Answer, Step, Trail, label};
use crate::stretch::plan::Plan;
use crate::text::messages::{amounts, pages};

/// The page where this trail is.
pub fn page(guide: &Guide, trail: &Trail) -> Page {
    let mut writer = Writer::new();
    verdict_first(&mut writer, guide, trail.here(), Some(trail));
    let here = guide.node(trail.here());
    if here.kind == Kind::Symptom {
        answers(&mut writer, guide, trail, false);
    } else {
        super::sources::in_lines(&mut writer, guide, here);
    }
    writer.finish()
}

/// After-care, which begins with how long the cramp lasted. After one that lasted too long, or
/// where `was_long` says that an earlier one did, that advice is on top and no stretch offered.
pub(crate) fn after_care(guide: &Guide, rescue: &Rescue, lasted: Duration, was_long: bool) -> Page {
    let mut writer = Writer::new();
    let node = guide.node(rescue.after);
    let mut keys = keys_after(node);
    let is_long = lasted >= rescue.limit || was_long;
    if is_long {
        let advice = guide.node(rescue.over_limit);
        let care = advice.care.unwrap_or(Care::Urgent);
        let what = advice.big.as_ref().or(advice.steps.first());
        let what = what.map_or("", String::as_str);
        let said = lasted_too_long(lasted, rescue.limit, what);
        writer.section(SectionKind::Verdict(care), &said);
        writer.care(care, guide.words.care(care));
        page_link(&mut writer, guide, rescue.over_limit, &mut keys, false);
    } else {
        writer.title(&format!("It lasted {}.", amounts::clock(lasted)));
    }
    writer.section(SectionKind::Main, &node.title);
    writer.safety(guide.safety_of(node));
    writer.steps(&node.steps);
    if !is_long {
        what_helps(&mut writer, guide, node, &mut keys);
    }
    explanation(&mut writer, node, node.text.trim());
    read_on(&mut writer, guide, node, &mut keys);
    writer.finish()
}

/// The page where this trail is, for output without input.
pub fn answered(guide: &Guide, trail: &Trail) -> Page {
    let here = trail.here();
    let mut writer = Writer::new();
    verdict_first(&mut writer, guide, here, Some(trail));
    let node = guide.node(here);
    let count = node.sources.len();
    if count > 0 {
        let said = format!("{count}, `uncramp show {}` names them", guide.name(here));
        writer.gap();
        writer.hang("Sources: ", Role::Quiet, &[(&said, Role::Quiet)]);
    }
    writer.finish()
}

/// The page of a node by itself, as it is printed: with its sources, without answers.
pub fn printed(guide: &Guide, id: NodeId) -> Page {
    let mut writer = Writer::new();
    verdict_first(&mut writer, guide, id, None);
    super::sources::list(&mut writer, guide, &guide.node(id).sources);
    writer.gap();
    writer.text(&guide.notice, Role::Quiet);
    writer.finish()
}

/// The page of a node as a preview: without what can be chosen on it.
pub(crate) fn preview(guide: &Guide, id: NodeId) -> Page {
    let node = guide.node(id);
    let mut writer = Writer::new();
    let rest = head(&mut writer, guide, id);
    for option in &node.options {
        writer.hang("- ", Role::Quiet, &[(&option.label, Role::Body)]);
    }
    if matches!(node.kind, Kind::Menu | Kind::Symptom) {
        // Below a menu of stretches there is the line that says who must not.
        if guide.first_routine(id).is_none() {
            writer.gap();
            writer.markdown(rest);
        }
    } else {
        what_to_do(&mut writer, guide, node);
        explanation(&mut writer, node, rest);
    }
    super::sources::in_lines(&mut writer, guide, node);
    let page = writer.finish();
    // A preview is no warning, because nothing was answered yet.
    Page { big: None, ..page }
}

/// How soon to get help and what to do; then what helps, why, and the explanation.
fn verdict_first(writer: &mut Writer, guide: &Guide, id: NodeId, trail: Option<&Trail>) {
    let node = guide.node(id);
    let mut keys = keys_after(node);
    let rest = head(writer, guide, id);
    match node.kind {
        Kind::Menu | Kind::Symptom => {
            writer.markdown(rest);
            choices(writer, guide, id);
        }
        Kind::Topic => explanation(writer, node, rest),
        Kind::Cause | Kind::Relief | Kind::Warning => {
            what_to_do(writer, guide, node);
            what_helps(writer, guide, node, &mut keys);
            if let Some(trail) = trail {
                answers(writer, guide, trail, true);
            }
            explanation(writer, node, rest);
        }
    }
    read_on(writer, guide, node, &mut keys);
    if id == guide.start {
        writer.gap();
        writer.text(&guide.notice, Role::Quiet);
    }
}

/// Title, how soon to get help, the answer in short and how well it is supported; gives back the
/// text that is left to say.
fn head<'a>(writer: &mut Writer, guide: &'a Guide, id: NodeId) -> &'a str {
    let node = guide.node(id);
    let (short, rest) = in_short(node);
    match node.care.filter(|_| node.is_outcome()) {
        Some(care) => {
            writer.section(SectionKind::Verdict(care), &node.title);
            writer.care(care, guide.words.care(care));
            if care == Care::Emergency {
                let words = guide.words.care(care);
                let big = node.big.as_deref().unwrap_or(words);
                writer.bar(big, &node.title);
            }
        }
        None if short.is_empty() => writer.title(&node.title),
        None => writer.section(SectionKind::Answer, &node.title),
    }
    if guide.is_borrowed(id) {
        writer.text(pages::BORROWED, Role::Quiet);
    }
    writer.markdown(short);
    if let Some(evidence) = node.evidence {
        writer.evidence(evidence);
    }
    rest
}

/// The text of a page in two parts, of which the first is its answer in short: the first sentence
/// where it stands out, or a short first paragraph.
fn in_short(node: &Node) -> (&str, &str) {
    let text = node.text.trim();
    let is_answer = matches!(node.kind, Kind::Topic | Kind::Cause | Kind::Warning);
    // Where there are steps, they say what to do.
    if !is_answer || !node.steps.is_empty() {
        return ("", text);
    }
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    let ends = [(". ", 1), (".\n", 1), (".** ", 3), (".**\n", 3)];
    let sentence = ends.into_iter().filter_map(|(end, length)| Some(paragraph.find(end)? + length));
    let sentence = &paragraph[..sentence.min().unwrap_or(paragraph.len())];
    let is_short = |part: &&str| !part.ends_with(':') && part.len() <= SHORT;
    let first = if sentence.starts_with("**") { sentence } else { paragraph };
    let short = [first, paragraph, sentence].into_iter().find(is_short).unwrap_or_default();
    (short, text[short.len()..].trim_start())
}

/// Bytes of what is said first, at most.
const SHORT: usize = 240;

/// The answers that led here, in the guide's words; where `folds`, those about danger signs are
/// one line.
fn answers(writer: &mut Writer, guide: &Guide, trail: &Trail, folds: bool) {
    let is_warning = guide.node(trail.here()).kind == Kind::Warning;
    let cleared = folds && !is_warning && trail.is_cleared(guide);
    let is_told = |answer: &Answer| !folds || !guide.is_danger_question(answer.question);
    let told: Vec<_> = trail.answers(guide).filter(is_told).collect();
    if told.is_empty() && !cleared {
        return;
    }
    let title = if folds { "Why this fits" } else { pages::YOUR_ANSWERS };
    writer.section(SectionKind::Answers, title);
    if cleared {
        writer.answered("Any danger signs?", "None");
    }
    for Answer { question, step, .. } in told {
        let answer = label(guide, question, step).unwrap_or_default();
        writer.answered(&guide.node(question).title, answer);
    }
}

fn explanation(writer: &mut Writer, node: &Node, text: &str) {
    if !text.is_empty() {
        let is_outcome = node.is_outcome();
        let title = if is_outcome { "What it is" } else { "Details" };
        writer.section(SectionKind::Text, title);
        writer.markdown(text);
    }
}

/// What to do, with the line above it that says who must not.
fn what_to_do(writer: &mut Writer, guide: &Guide, node: &Node) {
    if node.steps.is_empty() {
        return;
    }
    let is_emergency = node.care == Some(Care::Emergency);
    let kind = if is_emergency { SectionKind::Emergency } else { SectionKind::Main };
    writer.section(kind, "What to do");
    writer.safety(guide.safety_of(node));
    writer.steps(&node.steps);
}

fn choices(writer: &mut Writer, guide: &Guide, id: NodeId) {
    writer.gap();
    let mut is_apart = false;
    let is_menu = guide.node(id).kind == Kind::Menu;
    for choice in guide.choices(id) {
        let apart = choice.is_apart();
        if apart && !is_apart {
            writer.gap();
        }
        is_apart = apart;
        writer.choice(PageChoice {
            key: Some(choice.key),
            hint: choice.hint.map(str::to_owned),
            // What is urgent is told by its hint too.
            spares_hint: is_menu
                && matches!(choice.to, Target::Node(to) if guide.node(to).kind != Kind::Warning),
            about: choice.about.map(str::to_owned),
            aside: key_beside(guide, choice.to).to_owned(),
            aside_role: Role::Key,
            apart,
            ..PageChoice::new(choice.label, Goal::Step(choice.step))
        });
    }
}

/// The key that leads to the same place from everywhere.
fn key_beside(guide: &Guide, to: Target) -> &'static str {
    match to {
        Target::Rescue => "c",
        Target::Node(id) if guide.danger == Some(id) => "e",
        Target::Node(_) => "",
    }
}

type Keys = std::iter::Skip<std::str::Chars<'static>>;

/// The keys of what a page leads to besides its options: the digits behind theirs, but beside a
/// question, whose digits are answers, a letter.
fn keys_after(node: &Node) -> Keys {
    let (keys, taken) = match node.kind {
        Kind::Symptom => ("o", 0),
        _ => ("123456789", node.options.len()),
    };
    keys.chars().skip(taken)
}

/// The relief of a cause, or the routine of a relief page.
fn what_helps(writer: &mut Writer, guide: &Guide, node: &Node, keys: &mut Keys) {
    if !node.relief.is_empty() {
        writer.section(SectionKind::Main, "What helps");
        for id in guide.find_all(&node.relief) {
            page_link(writer, guide, id, keys, false);
        }
    }
    if let Some((id, routine)) =
        node.routine.as_ref().and_then(|id| guide.routines.get_key_value(id))
    {
        writer.section(SectionKind::Main, "Stretches");
        if node.steps.is_empty() {
            // On a page without steps the routine is the first thing to do.
            writer.safety(guide.safety_of(node));
        }
        writer.choice(PageChoice {
            key: keys.next(),
            aside: Plan::usual_length(guide, id),
            ..PageChoice::new(&format!("Start: {}", routine.title), Goal::Routine(id.clone()))
        });
    }
}

/// A page that this one leads to.
fn page_link(writer: &mut Writer, guide: &Guide, id: NodeId, keys: &mut Keys, apart: bool) {
    let node = guide.node(id);
    let aside = node.routine.as_ref().map(|id| Plan::usual_length(guide, id)).unwrap_or_default();
    let choice = PageChoice::new(&node.title, Goal::Step(Step::Link(id)));
    writer.choice(PageChoice { key: keys.next(), aside, apart, ..choice });
}

/// Everything else this page leads to.
fn read_on(writer: &mut Writer, guide: &Guide, node: &Node, keys: &mut Keys) {
    let chosen = node.options.iter().filter_map(|option| guide.find(&option.to));
    let mut shown: Vec<NodeId> = guide.find_all(&node.relief).chain(chosen).collect();
    let links = markup::links(&node.text);
    let linked = links.iter().filter_map(|(name, _)| guide.find(name));
    let is_question = node.kind == Kind::Symptom;
    let mut is_first = true;
    for id in guide.find_all(&node.see_also).chain(linked) {
        if shown.contains(&id) {
            continue;
        }
        if std::mem::take(&mut is_first) {
            match node.kind {
                // In a menu it stands among the choices.
                Kind::Menu => {}
                Kind::Symptom => writer.gap(),
                _ => writer.section(SectionKind::Main, "Read on"),
            }
        }
        shown.push(id);
        page_link(writer, guide, id, keys, is_question);
    }
}

/// After a cramp that lasted too long; `what` is the first thing to do.
fn lasted_too_long(lasted: Duration, limit: Duration, what: &str) -> String {
    let what = amounts::lower(what.trim_end_matches('.'));
    let which = if lasted >= limit { "Over" } else { "The one before was over" };
    format!("It lasted {}. {which} {}: {what}.", amounts::clock(lasted), amounts::spelled(limit))
}
