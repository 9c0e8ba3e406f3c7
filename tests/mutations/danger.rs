//! Mutants that break the danger screen.

use crate::shapes::{Expected, any, told};
use crate::sheet::{Dice, Entry, GuideLines};

fn screen_question(sheet: &GuideLines, dice: &mut Dice) -> Entry {
    let id = *dice.pick(&["emergency-signs", "same-day-signs"]);
    sheet.node(id)
}

/// The options of a screen question that do not clear it.
fn signs(sheet: &GuideLines, entry: &Entry) -> Vec<usize> {
    let mut options = sheet.options(entry);
    options.retain(|at| !sheet.lines[*at].contains("clear"));
    options
}

pub fn sign_to_reading(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = screen_question(sheet, dice);
    let at = *dice.pick(&signs(sheet, &entry));
    let reading = any(sheet, dice, &["topic", "cause", "menu"]).id;
    sheet.lead(at, &reading);
    told("screen-answer", [at])
}

fn unsure(sheet: &mut GuideLines, entry: &Entry, to: &str) -> Expected {
    let at = sheet.key(entry, "not_sure").expect("a question has it").start;
    sheet.lines[at] = format!("    not_sure: {to}");
    told("screen-not-sure", [at])
}

pub fn unsure_to_reading(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = screen_question(sheet, dice);
    let reading = any(sheet, dice, &["topic", "relief"]).id;
    unsure(sheet, &entry, &reading)
}

pub fn unsure_to_less(sheet: &mut GuideLines, _: &mut Dice) -> Expected {
    let entry = sheet.node("emergency-signs");
    unsure(sheet, &entry, "swollen-leg")
}

pub fn no_clear(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = screen_question(sheet, dice);
    let at = *sheet.options(&entry).last().expect("it has options");
    sheet.lines[at] = sheet.lines[at].replace(", clear: true", "");
    told("screen-clear", [entry.lines.start, at])
}

pub fn two_clear(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = screen_question(sheet, dice);
    let at = *dice.pick(&signs(sheet, &entry));
    sheet.lines[at] = sheet.lines[at].replace('}', ", clear: true}");
    told("screen-clear", [at])
}

pub fn clear_outside(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let mut all = sheet.entries("nodes");
    all.retain(|entry| sheet.is_kind(entry, &["menu"]));
    let entry = dice.pick(&all).clone();
    let at = *dice.pick(&sheet.options(&entry));
    sheet.lines[at] = sheet.lines[at].replace('}', ", clear: true}");
    told("clear-misplaced", [at])
}

pub fn menu_behind_screen(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let mut menus = sheet.options(&sheet.node("home"));
    menus.extend(sheet.options(&sheet.node("danger")));
    let at = *dice.pick(&menus);
    let question = *dice.pick(&["when", "night-eases", "background"]);
    sheet.lead(at, question);
    told("unscreened", [at])
}

pub fn warning_to_advice(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = screen_question(sheet, dice);
    let sign = *dice.pick(&signs(sheet, &entry));
    let line = sheet.lines[sign].clone();
    let id = line.split(" to: ").nth(1).and_then(|rest| rest.split('}').next());
    let warning = sheet.node(id.expect("an option has a target"));
    let advice = any(sheet, dice, &["cause", "relief"]).id;
    let new = format!("    see_also: [{advice}]");
    let at = if let Some(key) = sheet.key(&warning, "see_also") {
        sheet.lines[key.start] = new;
        key.start
    } else {
        sheet.insert(warning.lines.end, &[&new]);
        warning.lines.end
    };
    told("unscreened", [at])
}

pub fn link_to_advice(sheet: &mut GuideLines, dice: &mut Dice) -> Expected {
    let entry = sheet.node("same-day-signs");
    let advice = any(sheet, dice, &["cause", "relief"]).id;
    let text = sheet.key(&entry, "text").expect("it has a text");
    sheet.insert(text.end, &[&format!("      Or see [this page]({advice}).")]);
    told("unscreened", [text.end])
}
