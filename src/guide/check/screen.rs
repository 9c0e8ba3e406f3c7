//! First safety proof: every question of the danger screen is cleared by one
//! answer only, and every other answer leads straight to a warning.

use super::edges::{CheckedPage, Edge, EdgeKind, Edges};
use super::report::Report;
use super::tree::Value;
use crate::guide::problem::Code;
use crate::guide::raw::{Care, Kind};

/// Notes every hole in the questions of the danger screen.
pub(crate) fn check(edges: &Edges<'_>, screen: &[usize], report: &mut Report) {
    for question in screen.iter().map(|question| &edges.pages[*question]) {
        if question.kind == Some(Kind::Symptom) {
            clear_answer(edges, question, report);
            dangerous_answers(edges, question, report);
            not_sure(edges, question, report);
        }
    }
    clear_elsewhere(edges, screen, report);
}

fn clear_answer(edges: &Edges<'_>, question: &CheckedPage<'_>, report: &mut Report) {
    let id = &question.id.value;
    let clear: Vec<&Edge> = question.edges_of(EdgeKind::Clear).collect();
    match *clear {
        [] if !question.leads_out => {
            let message = format!("no answer of `{id}` says \"none of these\"");
            let help = "mark that answer with `clear: true`";
            report.add_help(Code::ScreenClear, question.id.place, message, help);
        }
        [] | [_] => {}
        [_, second, ..] => {
            // An answer that leads to a warning is probably marked by mistake.
            let is_sign = |edge: &&&Edge| edges.pages[edge.to].kind == Some(Kind::Warning);
            let wrong = clear.iter().find(is_sign).unwrap_or(&second);
            let message = format!("{} answers of `{id}` say `clear`", clear.len());
            let help = "only \"none of these\" may clear a danger question";
            report.add_help(Code::ScreenClear, wrong.place, message, help);
        }
    }
}

fn dangerous_answers(edges: &Edges<'_>, question: &CheckedPage<'_>, report: &mut Report) {
    for edge in question.edges_of(EdgeKind::Option) {
        let to = &edges.pages[edge.to];
        if to.kind.is_some_and(|kind| kind != Kind::Warning) {
            let message = format!("a danger sign leads to `{}`, which is no warning", to.id.value);
            report.add(Code::ScreenAnswer, edge.place, message);
        }
    }
}

fn not_sure(edges: &Edges<'_>, question: &CheckedPage<'_>, report: &mut Report) {
    let Some(edge) = question.edges_of(EdgeKind::NotSure).next() else {
        return;
    };
    let to = &edges.pages[edge.to];
    if to.kind.is_some_and(|kind| kind != Kind::Warning) {
        let id = &to.id.value;
        let message =
            format!("\"not sure\" about a danger sign leads to `{id}`, which is no warning");
        let help = "unknown counts as yes: lead straight to a warning";
        report.add_help(Code::ScreenNotSure, edge.place, message, help);
        return;
    }
    let signs = question.edges_of(EdgeKind::Option).map(|edge| &edges.pages[edge.to]);
    let signs = signs.filter(|page| page.kind == Some(Kind::Warning));
    let least: Option<Care> = signs.filter_map(|page| page.care).min();
    if let (Some(least), Some(care)) = (least, to.care)
        && care < least
    {
        let id = &question.id.value;
        let message = format!("\"not sure\" leads to less care than any danger sign of `{id}`");
        let help = "lead to a warning of at least the lowest care among the signs";
        report.add_help(Code::ScreenNotSure, edge.place, message, help);
    }
}

/// Notes `clear` on a menu, and on a second answer of a question outside of the screen.
fn clear_elsewhere(edges: &Edges<'_>, screen: &[usize], report: &mut Report) {
    for (index, page) in edges.pages.iter().enumerate() {
        if screen.contains(&index) {
            continue;
        }
        let options = page.value.items_of("options").iter();
        let keys = options.flat_map(Value::entries).filter(|(key, value)| {
            key.value == "clear" && value.text().is_some_and(|text| text.value == "true")
        });
        let allowed = usize::from(page.kind == Some(Kind::Symptom));
        for (key, _) in keys.skip(allowed) {
            let message = match allowed {
                0 => format!("`{}` is no question", page.id.value),
                _ => format!("`{}` says `clear` more than once", page.id.value),
            };
            report.add(Code::ClearMisplaced, key.place, message);
        }
    }
}
