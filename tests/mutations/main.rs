//! Breaks the shipped guide in every way `check` names, hundreds of times, and
//! sees whether each mistake is told on the right line.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::thread;

use uncramp::guide::check::check;
use uncramp::guide::problem::Code;

mod danger;
mod shapes;
mod sheet;
mod words;

use sheet::{Dice, GuideLines};

const GUIDE: &str = include_str!("../../guide.yaml");

/// How often each way of breaking is tried, each time elsewhere.
const TRIES: u64 = 3;

struct Mutant {
    what: String,
    text: String,
    code: &'static str,
    /// Lines of which the problem must name one, from 1.
    lines: Vec<usize>,
}

fn word_mutants(sheet: &GuideLines, out: &mut Vec<Mutant>) {
    for (index, (section, find, put, code)) in words::CHANGES.iter().enumerate() {
        let places = sheet.section(section);
        let places: Vec<usize> = places.filter(|at| sheet.lines[*at].contains(find)).collect();
        assert!(!places.is_empty(), "the guide nowhere says {find:?} in {section:?}");
        let mut chosen = BTreeSet::new();
        for seed in 0..TRIES {
            let at = *Dice::new(seed * 1000 + index as u64).pick(&places);
            if !chosen.insert(at) {
                continue;
            }
            let mut broken = sheet.clone();
            broken.lines[at] = broken.lines[at].replacen(find, put, 1);
            // A quote or bracket without end is noticed where the next key begins.
            let slack = usize::from(*code == "syntax");
            out.push(Mutant {
                what: format!("{find:?} becomes {put:?}"),
                text: broken.text(),
                code,
                lines: (at + 1..=at + 1 + slack).collect(),
            });
        }
    }
}

fn loss_mutants(sheet: &GuideLines, out: &mut Vec<Mutant>) {
    for (index, (section, kinds, key, code)) in words::LOSSES.iter().enumerate() {
        let mut entries = sheet.entries(section);
        entries.retain(|entry| {
            (kinds.is_empty() || sheet.is_kind(entry, kinds)) && sheet.key(entry, key).is_some()
        });
        for seed in 0..TRIES {
            let entry = Dice::new(seed * 777 + index as u64).pick(&entries).clone();
            let mut broken = sheet.clone();
            let gone = sheet.key(&entry, key).expect("kept for having it");
            broken.lines.drain(gone);
            out.push(Mutant {
                what: format!("`{}` loses `{key}`", entry.id),
                text: broken.text(),
                code,
                lines: vec![entry.lines.start + 1],
            });
        }
    }
}

fn shape_mutants(sheet: &GuideLines, out: &mut Vec<Mutant>) {
    for (index, (what, shape)) in shapes::SHAPES.iter().enumerate() {
        for seed in 0..TRIES {
            let mut broken = sheet.clone();
            let told = shape(&mut broken, &mut Dice::new(seed * 333 + index as u64));
            out.push(Mutant {
                what: (*what).to_owned(),
                text: broken.text(),
                code: told.code,
                lines: told.lines.iter().map(|line| line + 1).collect(),
            });
        }
    }
}

/// Whether the mistake is told on a right line, and with its own code.
fn is_caught(mutant: &Mutant) -> Result<(), String> {
    let found = check("guide.yaml", mutant.text.as_bytes()).problems.list;
    let right = |line| mutant.lines.contains(&line);
    if found.iter().any(|p| p.code.word() == mutant.code && right(p.line)) {
        return Ok(());
    }
    let told: Vec<String> = found.iter().map(|p| format!("{} at {}", p.code, p.line)).collect();
    Err(format!("{}: expected {} at {:?}, told {:?}", mutant.what, mutant.code, mutant.lines, told))
}

fn mutants() -> Vec<Mutant> {
    let sheet = GuideLines::new(GUIDE);
    let mut all = Vec::new();
    word_mutants(&sheet, &mut all);
    loss_mutants(&sheet, &mut all);
    shape_mutants(&sheet, &mut all);
    all
}

#[test]
fn the_shipped_guide_has_no_problem_at_all() {
    let problems = check("guide.yaml", GUIDE.as_bytes()).problems;
    assert!(problems.list.is_empty(), "{problems}");
}

#[test]
fn a_broken_guide_is_told_on_the_right_line() {
    let mutants = mutants();
    assert!(mutants.len() >= 300, "only {} mutants", mutants.len());
    let missed_of = |part: &[Mutant]| part.iter().filter_map(|m| is_caught(m).err()).collect();
    let missed: Vec<String> = thread::scope(|scope| {
        let parts = mutants.chunks(mutants.len().div_ceil(8));
        let parts = parts.map(|part| scope.spawn(move || -> Vec<String> { missed_of(part) }));
        let parts = parts.collect::<Vec<_>>().into_iter();
        parts.flat_map(|part| part.join().expect("a verdict")).collect()
    });
    let allowed = mutants.len() / 50;
    eprintln!("{} mutants, {} missed", mutants.len(), missed.len());
    assert!(
        missed.len() <= allowed,
        "{} of {} mutants missed:\n{}",
        missed.len(),
        mutants.len(),
        missed.join("\n")
    );
}

#[test]
fn every_kind_of_problem_a_text_can_have_is_among_the_mutants() {
    let tried: BTreeSet<&str> = mutants().iter().map(|mutant| mutant.code).collect();
    // What is wrong with the whole file, or with the program, has tests of its own.
    let whole_file = ["not-utf8", "empty-file", "too-large", "parsers-disagree", "program-fault"];
    let all = Code::ALL.iter().map(|code| code.word());
    let untried: Vec<&str> =
        all.filter(|code| !whole_file.contains(code) && !tried.contains(code)).collect();
    assert!(untried.is_empty(), "no mutant tries {untried:?}");
}
