//! Mutants that change the shape of the guide, and where that must be told.

use crate::danger;
use crate::sheet::{Dice, Entry, GuideLines};

/// What a mutation came to: the code that must be told, and the lines (from 0)
/// of which it must name one.
pub struct Expected {
    pub code: &'static str,
    pub lines: Vec<usize>,
}

pub type Shape = fn(&mut GuideLines, &mut Dice) -> Expected;

pub const SHAPES: &[(&str, Shape)] = &[
    ("a key twice", key_twice),
    ("a node twice", node_twice),
    ("two equal labels", equal_labels),
    ("ten options", ten_options),
    ("a danger sign leads to reading", danger::sign_to_reading),
    ("not sure about danger leads to reading", danger::unsure_to_reading),
    ("not sure about danger leads to less care", danger::unsure_to_less),
    ("no answer clears", danger::no_clear),
    ("two answers clear", danger::two_clear),
    ("clear outside the screen", danger::clear_outside),
    ("a menu leads behind the screen", danger::menu_behind_screen),
    ("a warning leads on to advice", danger::warning_to_advice),
    ("a screen text links to advice", danger::link_to_advice),
    ("a page no way leads to", lonely),
    ("a question that leads to itself", circle),
    ("an answer that leads back to its question", self_loop),
    ("a heading in a text", heading),
    ("a mark that is not closed", open_mark),
    ("too many questions in a row", long_path),
    ("an unused source", unused_source),
    ("an unused stretch", unused_stretch),
    ("an unused routine", unused_routine),
    ("a field of another kind", wrong_field),
    ("an id with a capital", capital_id),
    ("a rescue position left out", position_left_out),
    ("a routine of many hours", long_routine),
    ("there is nobody who must not stretch", rescue_is_none),
    ("a joint left out", joint_left_out),
    ("a second document", second_document),
    ("brackets without end", brackets),
    ("rescue from a question", rescue_from_question),
    ("a number to head the file left out", head_left_out),
    ("indentation gone wrong", indentation),
    ("a chair of three points", three_point_chair),
    ("a routine without steps", no_steps),
];

pub fn told(code: &'static str, lines: impl IntoIterator<Item = usize>) -> Expected {
    Expected { code, lines: lines.into_iter().collect() }
}

pub fn any(sheet: &GuideLines, dice: &mut Dice, kinds: &[&str]) -> Entry {
    let mut all = sheet.entries("nodes");
    all.retain(|entry| kinds.is_empty() || sheet.is_kind(entry, kinds));
    dice.pick(&all).clone()
}

fn key_twice(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = any(sheet, dice, &[]);
    let key = sheet.key(&entry, "title").expect("every node has a title");
    sheet.insert(key.end, &["    title: Again"]);
    told("duplicate-key", [key.end])
}

fn self_loop(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = any(sheet, dice, &["symptom"]);
    let option = *dice.pick(&sheet.options(&entry));
    sheet.lead(option, &entry.id);
    told("self-loop", [option])
}

fn text_line(sheet: &mut GuideLines, dice: &mut Dice, line: &str) -> Expected {
    let entry = any(sheet, dice, &["topic", "cause"]);
    let text = sheet.key(&entry, "text").expect("it has a text");
    sheet.insert(text.start + 1, &[line, ""]);
    told("markdown", [text.start + 1])
}

fn heading(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    text_line(sheet, dice, "      # A heading")
}

fn open_mark(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    text_line(sheet, dice, "      Wait **an hour.")
}

fn node_twice(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let id = any(sheet, dice, &[]).id;
    let end = sheet.section("nodes").end;
    sheet.insert(end, &[&format!("  {id}:"), "    kind: topic", "    title: T"]);
    told("duplicate-key", [end])
}

fn equal_labels(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let options = sheet.options(&any(sheet, dice, &["menu", "symptom"]));
    let last = options[options.len() - 1];
    let label = |line: &str| line.split(", to:").next().unwrap_or_default().to_owned();
    let (first, own) = (label(&sheet.lines[options[0]]), label(&sheet.lines[last]));
    sheet.lines[last] = sheet.lines[last].replace(&own, &first);
    told("equal-labels", [last])
}

fn ten_options(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let options = sheet.options(&any(sheet, dice, &["menu", "symptom"]));
    let last = options[options.len() - 1];
    for n in options.len()..10 {
        let line = format!("      - {{label: \"Number {n}\", to: home}}");
        sheet.insert(last + 1 + n - options.len(), &[&line]);
    }
    told("too-many-options", [last + 10 - options.len()])
}

fn lonely(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let at = any(sheet, dice, &[]).lines.start;
    sheet.insert(at, &["  lonely:", "    kind: topic", "    title: T", "    text: NoteText."]);
    told("unreachable", [at])
}

fn circle(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = any(sheet, dice, &["symptom"]);
    for at in sheet.options(&entry) {
        sheet.lead(at, &entry.id);
    }
    let not_sure = sheet.key(&entry, "not_sure").expect("a question has it").start;
    sheet.lines[not_sure] = format!("    not_sure: {}", entry.id);
    let first = sheet.options(&entry)[0];
    told("no-way-out", [first])
}

fn long_path(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = sheet.node("about-you");
    let at = sheet.options(&entry)[dice.below(2)];
    sheet.lead(at, "long-1");
    let mut end = sheet.section("nodes").end;
    let mut eighth = 0;
    for n in 1..=9 {
        let next = if n == 9 { "relief-menu".to_owned() } else { format!("long-{}", n + 1) };
        // Two questions of the screen and this one come before.
        if n == 5 {
            eighth = end;
        }
        let lines = [
            format!("  long-{n}:"),
            "    kind: symptom".to_owned(),
            "    title: T".to_owned(),
            "    options:".to_owned(),
            format!("      - {{label: A, to: {next}}}"),
            "    not_sure: cause-fluids".to_owned(),
        ];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        sheet.insert(end, &lines);
        end += lines.len();
    }
    told("too-many-answers", [eighth])
}

fn unused_source(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let at = dice.pick(&sheet.entries("sources")).lines.start;
    let url = "    url: https://example.org";
    sheet.insert(at, &["  nobody:", "    title: T", "    by: B", url]);
    told("unused-source", [at])
}

fn copy(sheet: &mut GuideLines, dice: &mut Dice, section: &str) -> usize {
    let entry = dice.pick(&sheet.entries(section)).clone();
    let mut lines: Vec<String> = sheet.lines[entry.lines.clone()].to_vec();
    "  nobody:".clone_into(&mut lines[0]);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    sheet.insert(entry.lines.end, &lines);
    entry.lines.end
}

fn unused_stretch(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let at = copy(sheet, dice, "stretches");
    told("unused-stretch", [at])
}

fn unused_routine(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let at = copy(sheet, dice, "routines");
    told("unused-routine", [at])
}

fn wrong_field(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = any(sheet, dice, &["menu", "topic", "symptom"]);
    let line = *dice.pick(&["    care: urgent", "    steps: [Wait.]", "    relief: [home]"]);
    sheet.insert(entry.lines.start + 1, &[line]);
    told("field-not-for-kind", [entry.lines.start + 1])
}

fn capital_id(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let section = *dice.pick(&["nodes", "stretches", "routines", "sources"]);
    let at = dice.pick(&sheet.entries(section)).lines.start;
    let line = sheet.lines[at].replace("  ", "  X_");
    sheet.lines[at] = line;
    told("bad-id", [at])
}

fn position_left_out(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let muscle = *dice.pick(&["    calf:", "    hamstring:", "    thigh:", "    foot:"]);
    let pose = *dice.pick(&["      lying:", "      seated:", "      standing:"]);
    let at = sheet.line_of(muscle);
    let block = sheet.block(at);
    let pose = block.clone().find(|line| sheet.lines[*line] == pose);
    let gone = sheet.block(pose.expect("it has every pose"));
    sheet.lines.drain(gone);
    told("rescue-move-missing", [at])
}

fn long_routine(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = dice.pick(&sheet.entries("routines")).clone();
    let step = entry.lines.clone().find(|at| sheet.lines[*at].contains("{stretch:"));
    let step = step.expect("a routine has steps");
    let name = sheet.lines[step].split(", ").next().unwrap_or_default().to_owned();
    sheet.lines[step] = format!("{name}, sides: each, hold: 2m, rest: 1m, repeat: 30}}");
    told("routine-too-long", [entry.lines.start])
}

fn rescue_is_none(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let rescue = sheet.section("rescue");
    sheet.lines.splice(rescue, ["rescue: none".to_owned()]);
    let entry = dice.pick(&sheet.entries("routines")).clone();
    told("routine-without-check", [entry.lines.start])
}

fn joint_left_out(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let figures = sheet.section("stretches");
    let poses = ["      start:", "      hold:"];
    let poses: Vec<usize> = figures.filter(|at| poses.contains(&&*sheet.lines[*at])).collect();
    let pose = *dice.pick(&poses);
    let joint = *dice.pick(&["head", "hip", "elbow", "toe_near", "ankle_far"]);
    let joint = format!("        {joint}: ");
    let gone = sheet.block(pose).find(|at| sheet.lines[*at].starts_with(&joint));
    sheet.lines.remove(gone.expect("it has every joint"));
    told("missing-joint", [pose])
}

fn second_document(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let end = sheet.lines.len();
    let more = *dice.pick(&["a: b", "more", "- x"]);
    sheet.insert(end, &["---", more]);
    told("several-documents", [end])
}

fn brackets(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = any(sheet, dice, &[]);
    let at = sheet.key(&entry, "title").expect("every node has a title").start;
    sheet.lines[at] = format!("    title: {}", "[".repeat(70 + dice.below(500)));
    told("too-deep", [at])
}

fn rescue_from_question(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = any(sheet, dice, &["symptom"]);
    let at = *dice.pick(&sheet.options(&entry));
    sheet.lead(at, "\"@rescue\"");
    told("rescue-outside-menu", [at])
}

fn head_left_out(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let key = *dice.pick(&["title: ", "version: ", "language: ", "start: "]);
    sheet.lines.retain(|line| !line.starts_with(key));
    told("missing-key", [0])
}

fn indentation(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = any(sheet, dice, &[]);
    let at = sheet.key(&entry, "title").expect("every node has a title").start;
    sheet.lines[at].insert(0, ' ');
    told("syntax", [at, at + 1])
}

fn three_point_chair(sheet: &mut GuideLines, _: &mut Dice) -> Expected {
    let lines = sheet.section("stretches");
    let at = lines.into_iter().find(|at| sheet.lines[*at].contains("{kind: chair"));
    let at = at.expect("some stretch has a chair");
    "        - {kind: chair, at: [[1, 2], [3, 4], [5, 6]]}".clone_into(&mut sheet.lines[at]);
    told("prop-points", [at])
}

fn no_steps(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = dice.pick(&sheet.entries("routines")).clone();
    let key = sheet.key(&entry, "steps").expect("a routine has steps");
    sheet.lines.splice(key.clone(), ["    steps: []".to_owned()]);
    told("empty-routine", [key.start])
}
