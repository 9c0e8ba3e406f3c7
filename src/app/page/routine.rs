//! What a routine is, as a printed page.

use super::{Page, Role, Writer, sources};
use crate::app::codes;
use crate::guide::Guide;
use crate::guide::raw::Routine;
use crate::text::messages::amounts;
use crate::text::messages::pages;

/// What a routine is and which stretches it has.
pub fn printed(guide: &Guide, routine: &Routine, width: usize) -> Page {
    let mut writer = Writer::new(width);
    writer.say(&routine.title, Role::Title);
    writer.markdown(&routine.text);
    writer.gap();
    writer.say(pages::STEPS, Role::Heading);
    if let Some(rescue) = &guide.rescue {
        writer.say(&rescue.check, Role::Safety);
    }
    for (index, step) in routine.steps.iter().enumerate() {
        let name = guide.stretch_title(&step.stretch);
        let times = pages::routine_step(
            name,
            &step.hold.to_string(),
            &amounts::times(step.repeat),
            codes::sides(step.sides),
        );
        writer.hang(
            &format!("{:>2}. ", index + 1),
            Role::Quiet,
            &[(&times, Role::Body)],
        );
    }
    writer.evidence(routine.evidence);
    sources::list_printed(&mut writer, guide, &routine.sources);
    writer.finish()
}
