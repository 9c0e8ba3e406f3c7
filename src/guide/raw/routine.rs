//! Stretches and the routines made of them as a guide file writes them.

use super::{Evidence, Figure, KeyFormat, Length, MappingFormat, Muscle, Pose, ValueFormat};

/// The most holds of one leg in a step.
pub const MOST_HOLDS: u32 = 100;

mapping! {
    /// One stretch: how it is done, how it should feel, what to avoid.
    pub struct Stretch, "a stretch" {
        /// Its name.
        title: String = Line;
        /// The muscle it stretches.
        muscle: Muscle = Name;
        /// The pose it is done in.
        pose: Pose = Word(Pose::WORDS);
        /// How to get into position.
        setup: String = Text;
        /// How to move into the stretch.
        motion ("move"): String = Text;
        /// Where it should be felt.
        feel: String = Text;
        /// The common mistake.
        avoid: String = Text;
        /// When to stop.
        stop_if: String = Text;
        /// Keys of the sources.
        sources: Vec<String> = List(&Name), default;
        /// The stick figure.
        figure: Option<Figure> = Mapping(Figure::FORMAT), default;
    }
}

mapping! {
    /// A timed sequence of stretches.
    pub struct Routine, "a routine" {
        /// Its name.
        title: String = Line;
        /// What it is and how well it is supported, in small Markdown.
        text: String = Text;
        /// How well it is supported.
        evidence: Evidence = Word(Evidence::WORDS);
        /// Keys of the sources.
        sources: Vec<String> = List(&Name), default;
        /// Time to get into position before each step.
        ready: Length = Length;
        /// Time to change legs.
        change: Length = Length;
        /// Id of the routine that does the same sitting down.
        seated: Option<String> = Name, default;
        /// Whether a bell sounds at a phase change when nothing else says so.
        sound: RoutineSound = Word(RoutineSound::WORDS), default;
        /// Whether phases are spoken when nothing else says so.
        voice: RoutineVoice = Word(RoutineVoice::WORDS), default;
        /// The stretches, in order.
        steps: Vec<RoutineStep> = List(&Mapping(RoutineStep::FORMAT));
    }
}

words! {
    /// The sound a routine asks for. A guide can never name a command.
    #[derive(Default)]
    pub enum RoutineSound {
        /// Silent.
        #[default]
        Off = "off",
        /// The terminal bell.
        Bell = "bell",
    }
}

words! {
    /// Whether a routine asks to be spoken.
    #[derive(Default)]
    pub enum RoutineVoice {
        /// Silent.
        #[default]
        Off = "off",
        /// Spoken by the system's voice.
        On = "on",
    }
}

mapping! {
    /// One stretch of a routine with its times.
    #[derive(Eq)]
    pub struct RoutineStep, "a step of a routine" {
        /// Id of the stretch.
        stretch: String = Name;
        /// How the legs take turns.
        sides: Sides = Word(Sides::WORDS);
        /// How long a hold lasts.
        hold: Length = Length;
        /// The least rest the same leg gets between two holds.
        rest: Length = Length;
        /// Holds of each leg.
        repeat: u32 = Number(1, MOST_HOLDS);
    }
}

words! {
    /// How the legs take turns.
    pub enum Sides {
        /// One hold of each leg in turn.
        Alternate = "alternate",
        /// All holds of one leg, then all of the other.
        Each = "each",
        /// Both legs at once.
        Both = "both",
    }
}
