//! `answer`: replays answers and says where they lead.

use serde_json::{Value, json};

use super::output::{print_json, print_page, print_text};
use super::show::find_page;
use super::{Exit, Failure, Out, Outcome, guide_json};
use crate::app::page::node;
use crate::cli::AnswerArgs;
use crate::guide::NodeId;
use crate::guide::model::{Guide, Target};
use crate::guide::raw::{Care, RESCUE};
use crate::guide::trail::{Step, Trail, label};

/// Where the answers led.
struct Replay {
    trail: Trail,
    /// Each answer, and the page it was given on.
    answers: Vec<(NodeId, Step)>,
    /// The last answer started rescue.
    rescue: bool,
}

/// Replays the answers and prints the page they lead to.
pub fn run(guide: &Guide, args: &AnswerArgs, as_json: bool, out: &mut Out) -> Outcome {
    let start = match &args.from {
        Some(id) => find_page(guide, id)?,
        None => guide.start,
    };
    let replay = replay(guide, start, &args.list.0)?;
    if as_json {
        print_json(&document(guide, &replay), out)?;
    } else if replay.rescue {
        print_text("This opens the help for a cramp now: `uncramp now`.\n", out)?;
    } else {
        print_page(guide, node::answered(guide, &replay.trail), out)?;
    }
    Ok(if args.exit_care { care_exit(guide, &replay) } else { Exit::Done })
}

fn replay(guide: &Guide, start: NodeId, list: &[char]) -> Outcome<Replay> {
    let mut trail = Trail::new(start);
    let mut answers = Vec::with_capacity(list.len());
    let mut rescue = false;
    for (index, key) in list.iter().enumerate() {
        let page = trail.here();
        let name = guide.name(page);
        let wrong = |why: &str| Failure::usage(format!("answer {} ({}): {why}", index + 1, key));
        if rescue {
            return Err(wrong(
                "the answer before it opens the help for a cramp now, so no answer can follow",
            ));
        }
        let choices = guide.choices(page);
        if choices.is_empty() {
            return Err(wrong(&format!("`{name}` is the end of this path; it asks nothing more")));
        }
        let Some(choice) = choices.iter().find(|choice| choice.key == *key) else {
            let keys: Vec<String> = choices.iter().map(|choice| choice.key.to_string()).collect();
            return Err(wrong(&format!("`{name}` has the answers {}", keys.join(", "))));
        };
        let step = choice.step;
        rescue = trail.take_step(guide, step) == Some(Target::Rescue);
        answers.push((page, step));
    }
    Ok(Replay { trail, answers, rescue })
}

fn document(guide: &Guide, replay: &Replay) -> Value {
    let step = |(node, step): &(NodeId, Step)| {
        json!({
            "node": guide.name(*node),
            "answer": guide.choice_of(*node, *step).map(|choice| guide_json::key(choice.key)),
            "label": label(guide, *node, *step),
        })
    };
    let trail: Vec<Value> = replay.answers.iter().map(step).collect();
    // Rescue is no page.
    let here = (!replay.rescue).then(|| replay.trail.here());
    let page = here.map(|id| guide.node(id));
    json!({
        "trail": trail,
        "node": here.map_or(RESCUE, |id| guide.name(id)),
        "kind": page.map_or("rescue", |page| page.kind.word()),
        "title": page.map_or("A cramp now", |page| &page.title),
        "care": page.and_then(|page| page.care).map(Care::word),
        "next": here.map_or_else(Vec::new, |id| guide_json::next(guide, id)),
    })
}

fn care_exit(guide: &Guide, replay: &Replay) -> Exit {
    match guide.node(replay.trail.here()).care {
        Some(Care::Routine) => Exit::CareRoutine,
        Some(Care::Urgent) => Exit::CareUrgent,
        Some(Care::Emergency) => Exit::CareEmergency,
        Some(Care::SelfCare) | None => Exit::Done,
    }
}
