//! What a routine is, as a printed page.

use super::{Page, Role, SectionKind, Writer, sources};
use crate::app::body_words;
use crate::guide::Guide;
use crate::guide::raw::Routine;
use crate::text::messages::amounts;

/// What a routine is and which stretches it has.
pub fn printed(guide: &Guide, routine: &Routine) -> Page {
    let mut writer = Writer::new();
    writer.title(&routine.title);
    writer.markdown(&routine.text);
    writer.section(SectionKind::Main, "Steps");
    writer.safety(guide.rescue.as_ref().map(|rescue| &*rescue.check));
    for (index, step) in routine.steps.iter().enumerate() {
        let name = guide.stretch_title(&step.stretch);
        let times = format!(
            "{name}: hold {}, {} a leg, {}",
            step.hold,
            amounts::times(step.repeat),
            body_words::sides(step.sides)
        );
        writer.hang(&format!("{:>2}. ", index + 1), Role::Quiet, &[(&times, Role::Body)]);
    }
    writer.evidence(routine.evidence);
    sources::list(&mut writer, guide, &routine.sources);
    writer.finish()
}
