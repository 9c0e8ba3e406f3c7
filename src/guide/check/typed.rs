//! Builds the typed guide from the tree, so that it can be held against what
//! the other parser made of the same file.

use std::fmt;

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::tree::{Data, Text, Value};
use crate::guide::raw;

/// Why the types of the guide do not fit the tree, although the check found no error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misread(String);

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misread {}

impl de::Error for Misread {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// The typed guide that this tree describes.
pub(crate) fn from_tree(root: &Value<'_>) -> Result<raw::Guide, Misread> {
    raw::Guide::deserialize(Node(root))
}

#[derive(Clone, Copy)]
struct Node<'v, 't>(&'v Value<'t>);

impl<'v, 't> Node<'v, 't> {
    fn text(self) -> Result<&'v Text<'t>, Misread> {
        match &self.0.data {
            Data::Scalar(text) => Ok(text),
            _ => Err(Misread("a single value was expected".to_owned())),
        }
    }
}

macro_rules! numbers {
    ($($name:ident $visit:ident $type:ty;)+) => {
        $(fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
            let text = self.text()?;
            let number = text.value.parse::<$type>();
            visitor.$visit(number.map_err(|error| Misread(error.to_string()))?)
        })+
    };
}

impl<'de> Deserializer<'de> for Node<'_, '_> {
    type Error = Misread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match &self.0.data {
            Data::Scalar(text) => visitor.visit_str(&text.value),
            Data::List(items) => visitor.visit_seq(Items(items.iter())),
            Data::Map(entries) => visitor.visit_map(Entries { rest: entries.iter(), value: None }),
            Data::Refused => Err(Misread("a refused value".to_owned())),
        }
    }

    numbers! {
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
        deserialize_u64 visit_u64 u64;
        deserialize_f32 visit_f32 f32;
        deserialize_bool visit_bool bool;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        visitor.visit_enum(Word(&self.text()?.value))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u128 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct Items<'v, 't>(std::slice::Iter<'v, Value<'t>>);

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Misread;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Misread> {
        self.0.next().map(|value| seed.deserialize(Node(value))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct Entries<'v, 't> {
    rest: std::slice::Iter<'v, (Text<'t>, Value<'t>)>,
    value: Option<&'v Value<'t>>,
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Misread;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Misread> {
        let Some((key, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        seed.deserialize(Word(&key.value)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Misread> {
        match self.value.take() {
            Some(value) => seed.deserialize(Node(value)),
            None => Err(Misread("a key without a value".to_owned())),
        }
    }
}

/// A single word: a key, or one of a fixed set.
struct Word<'v>(&'v str);

impl<'de> Deserializer<'de> for Word<'_> {
    type Error = Misread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_str(self.0)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        option unit unit_struct newtype_struct seq tuple tuple_struct map struct identifier
        ignored_any
    }
}

impl<'de> EnumAccess<'de> for Word<'_> {
    type Error = Misread;
    type Variant = UnitOnly;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, UnitOnly), Misread> {
        let word: StrDeserializer<'_, Misread> = de::IntoDeserializer::into_deserializer(self.0);
        seed.deserialize(word).map(|value| (value, UnitOnly))
    }
}

/// All enums of the format are plain words.
struct UnitOnly;

impl<'de> de::VariantAccess<'de> for UnitOnly {
    type Error = Misread;

    fn unit_variant(self) -> Result<(), Misread> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Misread> {
        Err(Misread("a plain word was expected".to_owned()))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Misread> {
        Err(Misread("a plain word was expected".to_owned()))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Misread> {
        Err(Misread("a plain word was expected".to_owned()))
    }
}
