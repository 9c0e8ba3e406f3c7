//! What to do while a cramp lasts, as a guide file writes it.

use std::fmt;

use indexmap::IndexMap;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::{Figure, KeyFormat, Length, MappingFormat, Muscle, NONE, Pose, ValueFormat};

mapping! {
    /// What to do while a cramp lasts.
    pub struct RawRescue, "`rescue`" {
        /// The muscle and pose shown first.
        default: RescueDefault = Mapping(RescueDefault::FORMAT);
        /// When the cramp has lasted this long, `over_limit` is shown; never more than 10 minutes.
        limit: Length = Length;
        /// Id of the warning shown when the cramp outlasts the limit.
        over_limit: String = Name;
        /// Id of the page shown when the cramp has let go.
        after: String = Name;
        /// Who must not stretch; stands on the line above the first step.
        check: String = Line;
        /// What to do by muscle, then by pose.
        moves: IndexMap<Muscle, IndexMap<Pose, RescueMove>> = Map(&Id, &Map(&Word(Pose::WORDS), &Mapping(RescueMove::FORMAT)));
    }
}

mapping! {
    /// The muscle and pose that rescue begins with.
    #[derive(Eq)]
    pub struct RescueDefault, "the default of `rescue`" {
        /// A muscle named in `moves`.
        muscle: Muscle = Name;
        /// A pose named under that muscle.
        pose: Pose = Word(Pose::WORDS);
    }
}

mapping! {
    /// What to do for one muscle in one pose.
    pub struct RescueMove, "a rescue move" {
        /// The steps, in order.
        #[serde(deserialize_with = "steps")]
        #[cfg_attr(test, schemars(with = "Vec<AnyStep>"))]
        steps: Vec<RescueStep> = List(&LineOr(RescueStep::FORMAT));
        /// The body that shows the move.
        figure: Option<Figure> = Mapping(Figure::FORMAT), default;
    }
}

mapping! {
    /// One step of a move, where it is not written as a text alone.
    #[derive(Eq)]
    #[cfg_attr(test, schemars(rename = "StepFields"))]
    pub struct RescueStep, "a step of rescue" {
        /// The step in at most two lines of 16 letters, for the largest letters of the screen.
        big: Option<String> = Text, default;
        /// The step, in at most 12 words.
        text: String = Line;
        /// What to do instead, for those who cannot do this.
        or: Option<String> = Line, default;
    }
}

/// A step as it is written: its text alone, or a mapping.
#[derive(Deserialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "RescueStep"))]
enum AnyStep {
    Text(String),
    Mapping(RescueStep),
}

fn steps<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<RescueStep>, D::Error> {
    if !deserializer.is_human_readable() {
        return Deserialize::deserialize(deserializer);
    }
    let steps: Vec<AnyStep> = Deserialize::deserialize(deserializer)?;
    let steps = steps.into_iter().map(|step| match step {
        AnyStep::Text(text) => RescueStep { big: None, text, or: None },
        AnyStep::Mapping(step) => step,
    });
    Ok(steps.collect())
}

/// What a guide says about rescue: its own moves, or that the topic has none.
#[derive(Debug, Clone, PartialEq)]
pub struct RescueSetting(pub Option<Box<RawRescue>>);

impl Serialize for RescueSetting {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            None if serializer.is_human_readable() => serializer.serialize_str(NONE),
            moves => moves.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for RescueSetting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return deserializer.deserialize_any(NoneOrMoves).map(Self);
        }
        Deserialize::deserialize(deserializer).map(Self)
    }
}

struct NoneOrMoves;

impl<'de> Visitor<'de> for NoneOrMoves {
    type Value = Option<Box<RawRescue>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping or `none`")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Self::Value, E> {
        let wrong = || E::invalid_value(de::Unexpected::Str(word), &self);
        (word == NONE).then_some(None).ok_or_else(wrong)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Deserialize::deserialize(MapAccessDeserializer::new(map)).map(Some)
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
