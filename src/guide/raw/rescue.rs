//! What to do while a cramp lasts, as a guide file writes it.

use std::fmt;

use indexmap::IndexMap;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::{Figure, KeyFormat, Length, MappingFormat, Muscle, NONE, Position, ValueFormat};

mapping! {
    /// What to do while a cramp lasts.
    pub struct RawRescue, "`rescue`" {
        /// The muscle and position shown first.
        default: RescueDefault = Mapping(RescueDefault::FORMAT);
        /// When the cramp has lasted this long, `over_limit` is shown; never more than 10 minutes.
        limit: Length = Length;
        /// Id of the warning shown when the cramp outlasts the limit.
        over_limit: String = Name;
        /// Id of the page shown when the cramp has let go.
        after: String = Name;
        /// Who must not stretch; stands on the line above the first step.
        check: String = Line;
        /// What to do by muscle, then by position.
        moves: IndexMap<Muscle, IndexMap<Position, RescueMove>> = Map(&ByPosition(&Mapping(RescueMove::FORMAT)));
    }
}

mapping! {
    /// The muscle and position that rescue begins with.
    #[derive(Eq)]
    pub struct RescueDefault, "the default of `rescue`" {
        /// A muscle named in `moves`.
        muscle: Muscle = Name;
        /// A position named under that muscle.
        pose: Position = Word(Position::WORDS);
    }
}

mapping! {
    /// What to do for one muscle in one position.
    pub struct RescueMove, "a rescue move" {
        /// The steps, in order.
        steps: Vec<RescueStep> = List(&LineOr(StepFields::FORMAT));
        /// The body that shows the move.
        figure: Option<Figure> = Mapping(Figure::FORMAT), default;
    }
}

/// One step of a move: a text alone, or a mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RescueStep {
    /// The step in at most two lines of 16 letters, for the largest letters of the screen.
    pub big: Option<String>,
    /// The step, in at most 12 words.
    pub text: String,
    /// What to do instead, for those who cannot do this.
    pub or: Option<String>,
}

mapping! {
    /// A step that is written as a mapping.
    pub struct StepFields, "a step of rescue" {
        /// The step in at most two lines of 16 letters, for the largest letters of the screen.
        big: Option<String> = Text, default;
        /// The step, in at most 12 words.
        text: String = Line;
        /// What to do instead, for those who cannot do this.
        or: Option<String> = Line, default;
    }
}

impl From<StepFields> for RescueStep {
    fn from(StepFields { big, text, or }: StepFields) -> Self {
        Self { big, text, or }
    }
}

/// What a guide says about rescue: its own moves, or that the topic has none.
#[derive(Debug, Clone, PartialEq)]
pub enum RescueSetting {
    /// The topic has no cramps.
    None,
    /// The guide's own rescue.
    Own(Box<RawRescue>),
}

impl RescueSetting {
    /// The guide's own rescue, if it has one.
    pub fn own(&self) -> Option<&RawRescue> {
        match self {
            Self::None => None,
            Self::Own(rescue) => Some(rescue),
        }
    }
}

impl Serialize for RescueSetting {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.own().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RescueSetting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return deserializer.deserialize_any(WordOrMapping {
                expected: "a mapping or `none`",
                word: |word| (word == NONE).then_some(Self::None),
                mapping: |own| Self::Own(Box::new(own)),
            });
        }
        let own: Option<Box<RawRescue>> = Deserialize::deserialize(deserializer)?;
        Ok(own.map_or(Self::None, Self::Own))
    }
}

impl<'de> Deserialize<'de> for RescueStep {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return deserializer.deserialize_any(WordOrMapping {
                expected: "a step: text, or a mapping with `text`",
                word: |text| Some(text.into()),
                mapping: StepFields::into,
            });
        }
        StepFields::deserialize(deserializer).map(Self::from)
    }
}

/// Reads what is written as a word or text alone, or else as a mapping.
struct WordOrMapping<M, T> {
    expected: &'static str,
    word: fn(&str) -> Option<T>,
    mapping: fn(M) -> T,
}

impl<'de, M: Deserialize<'de>, T> Visitor<'de> for WordOrMapping<M, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<T, E> {
        (self.word)(word).ok_or_else(|| E::invalid_value(de::Unexpected::Str(word), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        M::deserialize(MapAccessDeserializer::new(map)).map(self.mapping)
    }
}

impl From<&str> for RescueStep {
    fn from(text: &str) -> Self {
        Self { big: None, text: text.into(), or: None }
    }
}

#[cfg(test)]
impl schemars::JsonSchema for RescueSetting {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RescueSetting".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let own = generator.subschema_for::<RawRescue>();
        schemars::json_schema!({
            "description": "What to do while a cramp lasts, or \"none\".",
            "anyOf": [{"const": NONE}, own],
        })
    }
}

#[cfg(test)]
impl schemars::JsonSchema for RescueStep {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RescueStep".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let fields = generator.subschema_for::<StepFields>();
        schemars::json_schema!({
            "description": "A step: its text, or a mapping.",
            "anyOf": [{"type": "string"}, fields],
        })
    }
}
