//! The table of the format: every mapping, its keys and what each may hold. It is made from the
//! same declarations as the types, so the two cannot differ.

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ValueFormat {
    /// Text of any length.
    Text,
    /// Text on one line.
    Line,
    /// The name of something defined elsewhere in the file.
    Name,
    /// The name under which something is defined.
    Id,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number within these bounds.
    Number(u32, u32),
    /// `true` or `false`.
    Truth,
    /// A length of time.
    Length,
    /// A number from 0 to 100.
    Coordinate,
    /// Two of these.
    Point,
    /// A day as YYYY-MM-DD.
    Date,
    /// A language as in "en" or "pt-BR".
    Language,
    /// An address that begins with http:// or https://.
    Url,
    /// Any number of these.
    List(&'static ValueFormat),
    /// The second by the first.
    Map(&'static ValueFormat, &'static ValueFormat),
    /// A mapping with fixed keys.
    Mapping(&'static MappingFormat),
    /// The word `none`, or a mapping.
    NoneOr(&'static MappingFormat),
    /// Text on one line, or a mapping.
    LineOr(&'static MappingFormat),
}

/// A mapping with fixed keys.
#[derive(Debug)]
pub(crate) struct MappingFormat {
    /// What it is, with its article, for messages.
    pub what: &'static str,
    /// Its keys.
    pub keys: &'static [KeyFormat],
}

/// One key of a mapping.
#[derive(Debug)]
pub(crate) struct KeyFormat {
    /// The key as written.
    pub key: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it holds.
    pub holds: ValueFormat,
}

/// Declares a mapping once: as a type, and as a part of the table. A field says what it holds,
/// its key where that differs from its name, and `default` where it may be left out.
macro_rules! mapping {
    (
        $(#[$about:meta])*
        pub struct $name:ident, $what:literal {
            $($(#[$doc:meta])* $field:ident $(($key:literal))?: $type:ty = $holds:expr $(, $default:ident)?;)+
        }
    ) => {
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        $(#[$about])*
        pub struct $name {
            $($(#[$doc])* $(#[serde(rename = $key)])? $(#[serde($default)])? pub $field: $type,)+
        }

        impl $name {
            pub(crate) const FORMAT: &'static MappingFormat = {
                use ValueFormat::*;
                &MappingFormat {
                    what: $what,
                    keys: &[$(KeyFormat {
                        key: [$($key,)? stringify!($field)][0],
                        required: [$(stringify!($default),)? ""][0].is_empty(),
                        holds: $holds,
                    }),+],
                }
            };
        }
    };
}
