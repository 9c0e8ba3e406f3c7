//! Compares the tree with the table of the format: keys that are missing or
//! unknown, and values that are not what they must be.

use super::report::{Place, Report};
use super::syntax;
use super::tree::{Data, Text, Value};
use super::values;
use crate::guide::problem::Code;
use crate::guide::raw::{KeyFormat, MappingFormat, NONE, Pose, ValueFormat as Type};

/// Notes everything about this file that the format does not allow.
pub(crate) fn check(
    root: &Value<'_>,
    record: &'static MappingFormat,
    source: &str,
    report: &mut Report,
) {
    let shape = &mut Shape { source, report };
    let start = Place::new(0, 1);
    match &root.data {
        Data::Map(entries) => shape.record(entries, record, start, record.what),
        _ => shape.wrong_type(root, &Type::Mapping(record), start, record.what),
    }
}

struct Shape<'r> {
    source: &'r str,
    report: &'r mut Report,
}

impl Shape<'_> {
    /// `owner` is where a missing key is reported: the key or item that this mapping belongs to.
    fn record(
        &mut self,
        entries: &[(Text<'_>, Value<'_>)],
        record: &'static MappingFormat,
        owner: Place,
        name: &str,
    ) {
        for (key, value) in entries {
            match record.keys.iter().find(|field| field.key == key.value) {
                Some(field) => self.value(value, &field.holds, key.place, field.key),
                None => self.unknown_key(key, record),
            }
        }
        for field in record.keys.iter().filter(|field| field.required) {
            if !entries.iter().any(|(key, _)| key.value == field.key) {
                self.missing_key(record, field, owner, name);
            }
        }
    }

    fn missing_key(&mut self, record: &MappingFormat, field: &KeyFormat, owner: Place, name: &str) {
        let code =
            if record.what == Pose::FORMAT.what { Code::MissingJoint } else { Code::MissingKey };
        let message = if name == record.what {
            format!("`{}` is missing", field.key)
        } else {
            format!("`{}` is missing in `{name}`", field.key)
        };
        let help = format!("{} needs `{}`: {}", record.what, field.key, values::form(&field.holds));
        self.report.add_help(code, owner, message, help);
    }

    fn unknown_key(&mut self, key: &Text<'_>, record: &MappingFormat) {
        let keys: Vec<&str> = record.keys.iter().map(|field| field.key).collect();
        let message = format!("{} has no key `{}`", record.what, key.value);
        let listed = format!("{} has the keys {}", record.what, keys.join(", "));
        let names = keys.into_iter();
        self.report.add_unknown(Code::UnknownKey, key.place, message, &key.value, names, &listed);
    }

    fn value(&mut self, value: &Value<'_>, must_be: &'static Type, owner: Place, name: &str) {
        use Type::{ByPosition, Line, LineOr, List, Map, Mapping, NoneOr, Point, Terms};
        match (&value.data, must_be) {
            (Data::Scalar(text), _) if text.is_null() => {
                let message = format!("`{name}` has no value");
                let form = values::form(must_be);
                let help = format!("write {form}, or leave the key out where it may be");
                self.report.add_help(Code::EmptyText, owner, message, help);
            }
            (Data::Scalar(word), NoneOr(_)) if word.value == NONE => {}
            (Data::Scalar(text), LineOr(_)) => self.scalar(text, &Line, owner, name),
            (Data::Map(entries), Mapping(record) | NoneOr(record) | LineOr(record)) => {
                self.record(entries, record, owner, name);
            }
            (Data::Map(entries), Map(each)) => self.map(entries, each, values::id),
            (Data::Map(entries), ByPosition(each)) => self.map(entries, each, values::position),
            (Data::Map(entries), Terms) => self.map(entries, &Type::Text, values::term),
            (Data::List(items), List(each)) => {
                for item in items {
                    let item_name = match each {
                        Mapping(record) | LineOr(record) => record.what,
                        _ => name,
                    };
                    self.value(item, each, item.place, item_name);
                }
            }
            (Data::List(items), Point) if items.len() == 2 => {
                for item in items {
                    match &item.data {
                        Data::Scalar(text) => values::coordinate(text, name, self.report),
                        _ => self.wrong_type(item, must_be, item.place, name),
                    }
                }
            }
            (
                _,
                Mapping(_) | NoneOr(_) | LineOr(_) | Map(_) | ByPosition(_) | Terms | List(_)
                | Point,
            )
            | (Data::List(_) | Data::Map(_) | Data::Refused, _) => {
                self.wrong_type(value, must_be, owner, name);
            }
            (Data::Scalar(text), _) => self.scalar(text, must_be, owner, name),
        }
    }

    fn map(
        &mut self,
        entries: &[(Text<'_>, Value<'_>)],
        each: &'static Type,
        check_key: fn(&Text<'_>, &mut Report),
    ) {
        for (key, value) in entries {
            check_key(key, self.report);
            self.value(value, each, key.place, &key.value);
        }
    }

    fn scalar(&mut self, text: &Text<'_>, must_be: &'static Type, owner: Place, name: &str) {
        values::check(text, must_be, name, owner, self.report);
        if matches!(must_be, Type::Text | Type::Line) {
            self.cut_text(text);
        }
    }

    /// Notes words behind text without quotes that YAML takes for a comment.
    fn cut_text(&mut self, text: &Text<'_>) {
        let end = text.place.end as usize;
        let rest = self.source.get(end..).unwrap_or_default();
        let rest = rest.lines().next().unwrap_or_default();
        let comment = rest.trim_start();
        if text.plain && comment.starts_with('#') {
            let at = end + rest.len() - comment.len();
            let place = Place::new(at, at + comment.trim_end().len());
            self.report.add(Code::CutText, place, syntax::CUT_TEXT);
        }
    }

    /// Reported at the key, because the value itself may begin on a later line.
    fn wrong_type(&mut self, value: &Value<'_>, must_be: &Type, owner: Place, name: &str) {
        let found = match &value.data {
            Data::Scalar(_) => "a single text was found",
            Data::List(_) => "a list was found; an item begins with `- ` or stands in brackets",
            Data::Map(_) => "a mapping was found; text with a colon in it needs quotes",
            Data::Refused => return,
        };
        let message = match must_be {
            Type::Mapping(record) | Type::NoneOr(record) | Type::LineOr(record) => {
                format!("{} is a mapping of keys to values", record.what)
            }
            _ => format!("`{name}` must be {}", values::form(must_be)),
        };
        self.report.add_help(Code::WrongType, owner, message, found);
    }
}
