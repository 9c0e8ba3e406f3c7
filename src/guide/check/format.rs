//! The format of a guide file as a table: every mapping, its keys and what
//! each may hold. A test holds it against the types of `raw`.

use crate::guide::bounds::MOST_HOLDS;

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Type {
    /// Text of any length.
    Text,
    /// Text on one line.
    Line,
    /// The name of something defined elsewhere in the file.
    Name,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number within these bounds.
    Number(u32, u32),
    /// `true` or `false`.
    Truth,
    /// A length of time.
    Length,
    /// Two numbers from 0 to 100.
    Point,
    /// A day as YYYY-MM-DD.
    Date,
    /// A language as in "en" or "pt-BR".
    Language,
    /// An address that begins with http:// or https://.
    Url,
    /// Any number of these.
    List(&'static Type),
    /// These by id.
    Map(&'static Type),
    /// These by position: lying, seated, standing.
    ByPosition(&'static Type),
    /// Sentences by the term they explain.
    Terms,
    /// A mapping with fixed keys.
    Record(&'static Record),
    /// The word `none`, or a mapping.
    NoneOr(&'static Record),
    /// Text on one line, or a mapping.
    LineOr(&'static Record),
}

/// A mapping with fixed keys.
#[derive(Debug)]
pub(crate) struct Record {
    /// What it is, with its article, for messages.
    pub what: &'static str,
    /// The name of its type in `raw`, for the messages of the test that compares both.
    #[cfg_attr(not(test), expect(dead_code, reason = "only the test names it"))]
    pub raw: &'static str,
    /// Its keys.
    pub fields: &'static [Field],
}

/// One key of a mapping.
#[derive(Debug)]
pub(crate) struct Field {
    /// The key as written.
    pub key: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it holds.
    pub holds: Type,
}

const fn must(key: &'static str, holds: Type) -> Field {
    Field { key, required: true, holds }
}

const fn may(key: &'static str, holds: Type) -> Field {
    Field { key, required: false, holds }
}

/// The kinds of nodes.
pub(crate) const KINDS: &[&str] = &["menu", "symptom", "cause", "relief", "warning", "topic"];
/// How soon to get help, from the least.
pub(crate) const CARE: &[&str] = &["self-care", "routine", "urgent", "emergency"];
/// How well something is supported.
pub(crate) const EVIDENCE: &[&str] = &["good", "mixed", "weak", "expert"];
/// What a source may be.
const SOURCE_KINDS: &[&str] = &["guideline", "review", "trial", "study", "service", "manual"];
/// How a source may have been read.
const SOURCE_SEEN: &[&str] = &["page", "abstract", "copy"];
/// The positions of the body.
pub(crate) const POSITIONS: &[&str] = &["lying", "seated", "standing"];

const NAMES: Type = Type::List(&Type::Name);
const LINES: Type = Type::List(&Type::Line);

/// The whole file.
pub(crate) static GUIDE: Record = Record {
    what: "a guide",
    raw: "Guide",
    fields: &[
        must("schema", Type::Number(1, 1)),
        must("title", Type::Line),
        must("version", Type::Line),
        may("reviewed", Type::Date),
        must("language", Type::Language),
        must("notice", Type::Text),
        must("start", Type::Name),
        may("danger", Type::Name),
        may("screen", NAMES),
        may("bedtime", Type::Name),
        may("limits", Type::Record(&LIMITS)),
        may("rescue", Type::NoneOr(&RESCUE)),
        may("diary", Type::Word(&["none"])),
        may("claims", Type::Word(&["sourced", "plain"])),
        may("defaults", Type::Record(&DEFAULTS)),
        may("words", Type::Record(&WORDS)),
        may("sources", Type::Map(&Type::Record(&SOURCE))),
        must("nodes", Type::Map(&Type::Record(&NODE))),
        may("stretches", Type::Map(&Type::Record(&STRETCH))),
        may("routines", Type::Map(&Type::Record(&ROUTINE))),
        may("glossary", Type::Terms),
    ],
};

static LIMITS: Record =
    Record { what: "`limits`", raw: "Limits", fields: &[must("answers", Type::Number(1, 100))] };

static DEFAULTS: Record = Record {
    what: "`defaults`",
    raw: "Defaults",
    fields: &[
        may("not_sure", Type::Name),
        may("care", Type::Word(CARE)),
        may("evidence", Type::Word(EVIDENCE)),
        may("sources", NAMES),
    ],
};

static WORDS: Record = Record {
    what: "`words`",
    raw: "Words",
    fields: &[
        may("not_sure", Type::Line),
        may("none", Type::Line),
        may("left", Type::Line),
        may("right", Type::Line),
        may("both", Type::Line),
        may("self-care", Type::Line),
        may("routine", Type::Line),
        may("urgent", Type::Line),
        may("emergency", Type::Line),
    ],
};

static SOURCE: Record = Record {
    what: "a source",
    raw: "Source",
    fields: &[
        must("title", Type::Line),
        must("by", Type::Line),
        may("year", Type::Number(1000, 2999)),
        must("url", Type::Url),
        may("kind", Type::Word(SOURCE_KINDS)),
        may("seen", Type::Word(SOURCE_SEEN)),
    ],
};

/// A page.
pub(crate) static NODE: Record = Record {
    what: "a node",
    raw: "Node",
    fields: &[
        must("kind", Type::Word(KINDS)),
        must("title", Type::Line),
        may("text", Type::Text),
        may("also", LINES),
        may("see_also", NAMES),
        may("sources", NAMES),
        may("options", Type::List(&Type::Record(&CHOICE))),
        may("not_sure", Type::Name),
        may("care", Type::Word(CARE)),
        may("evidence", Type::Word(EVIDENCE)),
        may("relief", NAMES),
        may("steps", LINES),
        may("routine", Type::Name),
        may("big", Type::Line),
    ],
};

static CHOICE: Record = Record {
    what: "an option",
    raw: "Choice",
    fields: &[
        must("label", Type::Line),
        may("hint", Type::Line),
        may("about", Type::Text),
        must("to", Type::Name),
        may("clear", Type::Truth),
    ],
};

static RESCUE: Record = Record {
    what: "`rescue`",
    raw: "Rescue",
    fields: &[
        must("default", Type::Record(&RESCUE_DEFAULT)),
        must("limit", Type::Length),
        must("over_limit", Type::Name),
        must("after", Type::Name),
        must("check", Type::Line),
        must("moves", Type::Map(&Type::ByPosition(&MOVE))),
    ],
};

const MOVE: Type = Type::Record(&RESCUE_MOVE);

static RESCUE_MOVE: Record = Record {
    what: "a rescue move",
    raw: "RescueMove",
    fields: &[
        must("steps", Type::List(&Type::LineOr(&RESCUE_STEP))),
        may("figure", Type::Record(&FIGURE)),
    ],
};

static RESCUE_STEP: Record = Record {
    what: "a step of rescue",
    raw: "StepFields",
    fields: &[may("big", Type::Text), must("text", Type::Line), may("or", Type::Line)],
};

static RESCUE_DEFAULT: Record = Record {
    what: "the default of `rescue`",
    raw: "RescueDefault",
    fields: &[must("muscle", Type::Name), must("pose", Type::Word(POSITIONS))],
};

static STRETCH: Record = Record {
    what: "a stretch",
    raw: "Stretch",
    fields: &[
        must("title", Type::Line),
        must("muscle", Type::Name),
        must("pose", Type::Word(POSITIONS)),
        must("setup", Type::Text),
        must("move", Type::Text),
        must("feel", Type::Text),
        must("avoid", Type::Text),
        must("stop_if", Type::Text),
        may("sources", NAMES),
        may("figure", Type::Record(&FIGURE)),
    ],
};

static FIGURE: Record = Record {
    what: "a figure",
    raw: "Figure",
    fields: &[
        must("start", Type::Record(&POSE)),
        must("hold", Type::Record(&POSE)),
        may("props", Type::List(&Type::Record(&PROP))),
        must("highlight", Type::Word(&["calf", "hamstring", "quadriceps", "foot"])),
    ],
};

/// The joints of a figure.
pub(crate) static POSE: Record = Record {
    what: "a pose",
    raw: "Pose",
    fields: &[
        must("head", Type::Point),
        must("neck", Type::Point),
        must("hip", Type::Point),
        may("shoulder", Type::Point),
        must("elbow", Type::Point),
        must("hand", Type::Point),
        may("elbow_far", Type::Point),
        may("hand_far", Type::Point),
        must("knee_near", Type::Point),
        must("ankle_near", Type::Point),
        must("toe_near", Type::Point),
        must("knee_far", Type::Point),
        must("ankle_far", Type::Point),
        must("toe_far", Type::Point),
    ],
};

static PROP: Record = Record {
    what: "a prop",
    raw: "Prop",
    fields: &[
        must("kind", Type::Word(&["wall", "chair", "bed", "towel", "floor", "step"])),
        must("at", Type::List(&Type::Point)),
    ],
};

static ROUTINE: Record = Record {
    what: "a routine",
    raw: "Routine",
    fields: &[
        must("title", Type::Line),
        must("text", Type::Text),
        must("evidence", Type::Word(EVIDENCE)),
        may("sources", NAMES),
        must("ready", Type::Length),
        must("change", Type::Length),
        may("seated", Type::Name),
        may("sound", Type::Word(&["off", "bell"])),
        may("voice", Type::Word(&["off", "on"])),
        must("steps", Type::List(&Type::Record(&ROUTINE_STEP))),
    ],
};

static ROUTINE_STEP: Record = Record {
    what: "a step of a routine",
    raw: "RoutineStep",
    fields: &[
        must("stretch", Type::Name),
        must("sides", Type::Word(&["alternate", "each", "both"])),
        must("hold", Type::Length),
        must("rest", Type::Length),
        must("repeat", Type::Number(1, MOST_HOLDS)),
    ],
};

#[cfg(test)]
mod tests;
