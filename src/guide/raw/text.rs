//! Words of a guide. Those that come with the program are read where they lie.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// A piece of text: part of the program, or read from a file.
///
/// The built-in guide has some two thousand of them. Copying each would cost more than
/// everything else before the first frame, so what is decoded from bytes of the program
/// itself (`'de: 'static`) is borrowed; what a parser hands over is kept.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(Cow<'static, str>);

impl Text {
    /// Words of the program itself.
    pub const fn borrowed(words: &'static str) -> Self {
        Self(Cow::Borrowed(words))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

// As a key of a map it is found by the words alone.
impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl std::hash::Hash for Text {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self(Cow::Owned(words))
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self(Cow::Owned(words.to_owned()))
    }
}

impl From<Text> for String {
    fn from(words: Text) -> Self {
        words.0.into_owned()
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<Text> for String {
    fn eq(&self, other: &Text) -> bool {
        self == other.as_str()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de: 'static> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;

        impl<'de: 'static> Visitor<'de> for Words {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: de::Error>(self, words: &str) -> Result<Text, E> {
                Ok(words.into())
            }

            fn visit_string<E: de::Error>(self, words: String) -> Result<Text, E> {
                Ok(words.into())
            }

            fn visit_borrowed_str<E: de::Error>(self, words: &'de str) -> Result<Text, E> {
                Ok(Text(Cow::Borrowed(words)))
            }
        }

        deserializer.deserialize_str(Words)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}
