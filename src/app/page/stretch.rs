//! One stretch by itself.

use super::{Goal, Page, Role, SectionKind, Writer, sources};
use crate::guide::model::Guide;
use crate::guide::raw::Stretch;
use crate::text::messages::session;

/// How a stretch is done, who must not, and the routines that have it.
pub fn page(guide: &Guide, id: &str) -> Page {
    let mut writer = Writer::new();
    if let Some(stretch) = guide.stretches.get(id) {
        instructions(&mut writer, guide, id, stretch);
        sources::list(&mut writer, guide, &stretch.sources);
    }
    writer.finish()
}

fn instructions(writer: &mut Writer, guide: &Guide, id: &str, stretch: &Stretch) {
    writer.title(&stretch.title);
    let what = format!("{}, {}", stretch.muscle, stretch.pose.word());
    writer.text(&what, Role::Quiet);
    writer.gap();
    writer.safety(guide.rescue.as_ref().map(|rescue| &*rescue.check));
    let stop_label = if session::says_stop(&stretch.stop_if) { "         " } else { "Stop:    " };
    for (lead, text) in [
        ("Set up:  ", &stretch.setup),
        ("Move:    ", &stretch.motion),
        ("Feel:    ", &stretch.feel),
        ("Avoid:   ", &stretch.avoid),
        (stop_label, &stretch.stop_if),
    ] {
        writer.hang(lead, Role::Heading, &[(text, Role::Body)]);
    }
    let mut routines = guide
        .routines
        .iter()
        .filter(|(_, routine)| routine.steps.iter().any(|step| step.stretch == id))
        .peekable();
    if routines.peek().is_none() {
        return;
    }
    writer.section(SectionKind::Main, "Routines with it");
    for (id, routine) in routines {
        writer.item(None, &format!("Start: {}", routine.title), Goal::Routine(id.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routines_have_a_heading_only_where_there_are_any() {
        let mut guide = crate::guide::built_in().unwrap();
        let id = guide.stretches.keys().next().unwrap().clone();
        let heading = "Routines with it";
        assert!(page(&guide, &id).text(80).contains(heading));
        guide.routines.clear();
        assert!(!page(&guide, &id).text(80).contains(heading));
    }
}
