//! The YAML of a guide as a tree of values with their locations. `check` finds
//! every problem on this tree alone.

use std::borrow::Cow;

use super::report::Location;

mod read;
mod typed;

pub(crate) use read::read;

/// A text with its location in the file.
#[derive(Debug, Clone)]
pub(crate) struct Text<'t> {
    /// The text after YAML's quoting is taken away.
    pub value: Cow<'t, str>,
    /// Where it stands.
    pub location: Location,
    /// Written without quotes, so that it may also be a number or a truth value.
    pub plain: bool,
}

/// A value with its location in the file.
#[derive(Debug)]
pub(crate) struct Value<'t> {
    /// Where it stands.
    pub location: Location,
    /// What it is.
    pub data: Data<'t>,
}

/// What a value is.
#[derive(Debug)]
pub(crate) enum Data<'t> {
    /// A single text, number or truth value.
    Scalar(Text<'t>),
    /// A list.
    List(Vec<Value<'t>>),
    /// A mapping, in which each key stands once.
    Map(Vec<(Text<'t>, Value<'t>)>),
    /// Something that was refused and is already reported.
    Refused,
}

impl<'t> Value<'t> {
    /// The value under this key, if this is a mapping that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Value<'t>> {
        self.entries().iter().find(|(name, _)| name.value == key).map(|(_, value)| value)
    }

    /// The entries, if this is a mapping.
    pub(crate) fn entries(&self) -> &[(Text<'t>, Value<'t>)] {
        match &self.data {
            Data::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items, if this is a list.
    pub(crate) fn items(&self) -> &[Value<'t>] {
        match &self.data {
            Data::List(items) => items,
            _ => &[],
        }
    }

    /// The entries of the mapping under this key; none where there is no such mapping.
    pub(crate) fn entries_of(&self, key: &str) -> &[(Text<'t>, Value<'t>)] {
        self.get(key).map(Value::entries).unwrap_or_default()
    }

    /// The items of the list under this key; none where there is no such list.
    pub(crate) fn items_of(&self, key: &str) -> &[Value<'t>] {
        self.get(key).map(Value::items).unwrap_or_default()
    }

    /// The texts of the list under this key that say something.
    pub(crate) fn texts_of(&self, key: &str) -> impl Iterator<Item = &Text<'t>> + Clone {
        self.items_of(key).iter().filter_map(Value::text)
    }

    /// The text under this key, if it is a single one that says something.
    pub(crate) fn text_of(&self, key: &str) -> Option<&Text<'t>> {
        self.get(key).and_then(Value::text)
    }

    /// The text, if this is a single one that says something.
    pub(crate) fn text(&self) -> Option<&Text<'t>> {
        match &self.data {
            Data::Scalar(text) if !text.is_null() => Some(text),
            _ => None,
        }
    }
}

impl Text<'_> {
    /// Whether nothing is written here, or YAML's words for nothing.
    pub(crate) fn is_null(&self) -> bool {
        self.plain && matches!(&*self.value, "" | "~" | "null" | "Null" | "NULL")
    }
}
