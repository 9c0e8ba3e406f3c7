//! Holds what the second parser reads against the tree, value by value.

use std::cell::Cell;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::report::Place;
use super::tree::{Data, Value};

/// Where the two parsers read something else, if they do.
pub(crate) fn disagreement(root: &Value<'_>, text: &str) -> Option<Place> {
    let place = Cell::new(root.place);
    let same = Same { value: root, place: &place };
    let read = same.deserialize(serde_yaml::Deserializer::from_str(text));
    read.is_err().then(|| place.get())
}

/// Expects one value of the tree; `place` keeps the value that was looked at last.
struct Same<'v, 't> {
    value: &'v Value<'t>,
    place: &'v Cell<Place>,
}

impl<'de> DeserializeSeed<'de> for Same<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.place.set(self.value.place);
        match self.value.data {
            Data::Scalar(_) => deserializer.deserialize_str(self),
            Data::List(_) => deserializer.deserialize_seq(self),
            Data::Map(_) => deserializer.deserialize_map(self),
            Data::Refused => Err(de::Error::custom("a refused value")),
        }
    }
}

impl<'de> Visitor<'de> for Same<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what the first parser read")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        match &self.value.data {
            Data::Scalar(own) if own.value == text => Ok(()),
            _ => Err(E::invalid_value(de::Unexpected::Str(text), &self)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        for value in self.value.items() {
            let item = items.next_element_seed(Same { value, place: self.place })?;
            item.ok_or_else(|| de::Error::custom("an item is missing"))?;
        }
        match items.next_element::<de::IgnoredAny>()? {
            Some(_) => Err(de::Error::custom("an item too many")),
            None => Ok(()),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        for (key, value) in self.value.entries() {
            if entries.next_key::<String>()?.is_none_or(|other| other != key.value) {
                return Err(de::Error::custom("another key"));
            }
            entries.next_value_seed(Same { value, place: self.place })?;
        }
        match entries.next_key::<de::IgnoredAny>()? {
            Some(_) => Err(de::Error::custom("a key too many")),
            None => Ok(()),
        }
    }
}
