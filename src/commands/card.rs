//! `card`: first aid and danger signs on one page to print, at most 66 lines
//! of 76 cells, which fits A4 with its margins and, printed small, A5.

use std::iter;

use super::output::print_text;
use super::{Exit, Failure, Out, Outcome, Setup};
use crate::app::body_words;
use crate::app::page::{PageLines, Role, Writer};
use crate::guide::model::{Guide, KeyedChoice, NodeId};
use crate::guide::muscle;
use crate::guide::raw::{Care, Kind, Muscle, Pose};
use crate::text::messages::{amounts, pages};

/// Cells of a line.
const WIDTH: usize = 76;
/// Lines of the page.
const HEIGHT: usize = 66;

/// Prints the card.
pub(super) fn run(guide: &Guide, setup: &Setup, out: &mut Out) -> Outcome {
    if guide.rescue.is_none() && guide.danger.is_none() && guide.danger_questions.is_empty() {
        return Err(Failure::new(
            Exit::NotFound,
            "this guide has no first steps and no danger signs, so there is no card to print",
        ));
    }
    let number = setup.settings.emergency_number.as_deref().unwrap_or(pages::EMERGENCY_NUMBER);
    let card = Card { guide, number };
    print_text(&card.fitting().text(), out)
}

struct Card<'a> {
    guide: &'a Guide,
    /// What to call in an emergency.
    number: &'a str,
}

impl Card<'_> {
    /// The fullest card that fits the page. What helps at once and the danger
    /// signs always stay; other muscles and after-care give way.
    fn fitting(&self) -> PageLines {
        let muscles = self.guide.rescue.as_ref().map_or(0, |rescue| rescue.moves.len());
        let shorter = (0..muscles).rev().map(|others| self.page(others, false));
        let mut pages = iter::once_with(|| self.page(muscles, true)).chain(shorter);
        let fits = |page: &PageLines| page.lines.len() <= HEIGHT;
        pages.find(fits).unwrap_or_else(|| self.page(0, false))
    }

    fn page(&self, others: usize, aftercare: bool) -> PageLines {
        let mut writer = Writer::new();
        let title = format!("{}: first aid card", self.guide.title);
        writer.text(&title.to_uppercase(), Role::Title);
        if self.guide.rescue_is_borrowed() || self.guide.danger_is_borrowed() {
            writer.text(pages::BORROWED, Role::Quiet);
        }
        self.rescue(&mut writer, others, aftercare);
        self.danger(&mut writer);
        writer.gap();
        writer.text(&self.guide.notice, Role::Quiet);
        writer.finish().lines(WIDTH)
    }

    fn rescue(&self, writer: &mut Writer, others: usize, aftercare: bool) {
        let Some(rescue) = &self.guide.rescue else { return };
        writer.gap();
        writer.text(&rescue.check, Role::Safety);
        writer.text(&heading(&rescue.muscle, rescue.pose), Role::Heading);
        let above = rescue.steps(&rescue.muscle, rescue.pose);
        writer.moves(above);
        let rest = rescue.moves.iter().filter(|(muscle, _)| **muscle != rescue.muscle);
        for (muscle, poses) in rest.take(others) {
            let usual = poses.get_key_value(&rescue.pose);
            if let Some((pose, one)) = usual.or_else(|| poses.first()) {
                let lead = format!("{}: ", heading(muscle, *pose));
                // What stands above for every muscle is not said again.
                let own = one.steps.iter().filter(|step| !above.contains(step));
                let steps = own.flat_map(|step| iter::once(&step.text).chain(&step.or));
                let text = steps.map(String::as_str).collect::<Vec<_>>().join(" ");
                let runs = [(lead.as_str(), Role::Heading), (text.as_str(), Role::Body)];
                writer.gap();
                writer.hang("", Role::Quiet, &runs);
            }
        }
        writer.gap();
        writer.text(&pages::still_there(rescue.limit), Role::Heading);
        self.steps(writer, rescue.over_limit);
        if aftercare {
            writer.gap();
            writer.text(pages::WHEN_IT_LET_GO, Role::Heading);
            // One of these steps is a stretch.
            writer.text(&rescue.check, Role::Safety);
            self.steps(writer, rescue.after);
        }
    }

    /// What a page says to do: its steps, or else its text.
    fn steps(&self, writer: &mut Writer, id: NodeId) {
        let node = self.guide.node(id);
        if node.steps.is_empty() {
            writer.markdown(&node.text);
        } else {
            writer.steps(&node.steps);
        }
    }

    fn danger(&self, writer: &mut Writer) {
        for id in &self.guide.danger_questions {
            let choices = self.guide.choices(*id).into_iter();
            let signs = choices.filter(|choice| !choice.is_apart());
            let signs: Vec<_> = signs.filter_map(sign).collect();
            self.signs(writer, &signs);
        }
        if let Some(id) = self.guide.danger.filter(|_| self.guide.danger_questions.is_empty()) {
            self.danger_menu(writer, id);
        }
    }

    /// A guide without a danger screen still has a menu of danger signs. A choice that only leads
    /// to another menu is no sign: what that menu names stands below.
    fn danger_menu(&self, writer: &mut Writer, first: NodeId) {
        let is_menu = |id: &NodeId| self.guide.node(*id).kind == Kind::Menu;
        let mut menus = vec![first];
        let mut next = 0;
        while let Some(&id) = menus.get(next) {
            next += 1;
            let choices = self.guide.choices(id).into_iter();
            let (below, signs): (Vec<_>, Vec<_>) =
                choices.partition(|choice| choice.to.node().is_some_and(|to| is_menu(&to)));
            let signs: Vec<_> = signs.into_iter().filter_map(sign).collect();
            self.signs(writer, &signs);
            let beside = self.guide.find_all(&self.guide.node(id).see_also).filter(is_menu);
            for id in below.iter().filter_map(|choice| choice.to.node()).chain(beside) {
                if id != self.guide.start && !menus.contains(&id) {
                    menus.push(id);
                }
            }
        }
    }

    /// Danger signs below how soon to get help for the worst of them.
    fn signs(&self, writer: &mut Writer, signs: &[(String, NodeId)]) {
        if signs.is_empty() {
            return;
        }
        let care = signs.iter().filter_map(|(_, to)| self.guide.node(*to).care);
        writer.gap();
        writer.text(&self.urgency(care.max()), Role::Heading);
        for (sign, _) in signs {
            writer.hang("- ", Role::Quiet, &[(sign, Role::Body)]);
        }
    }

    fn urgency(&self, care: Option<Care>) -> String {
        match care {
            Some(Care::Emergency) => format!("Emergency: get help now. Call {}", self.number),
            Some(care) => self.guide.words.care(care).to_owned(),
            None => "Get help".to_owned(),
        }
    }
}

/// A danger sign with its hint, and where it leads.
fn sign(choice: KeyedChoice<'_>) -> Option<(String, NodeId)> {
    let to = choice.to.node()?;
    let words: Vec<&str> = iter::once(choice.label).chain(choice.hint).collect();
    Some((words.join(". "), to))
}

fn heading(muscle: &Muscle, pose: Pose) -> String {
    amounts::capital(&body_words::cramp(muscle::part(muscle), None, pose))
}
