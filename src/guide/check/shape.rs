//! Compares the tree with the table of the format: keys that are missing or
//! unknown, and values that are not what they must be.

use super::report::{Location, Report};
use super::tree::{Data, Text, Value};
use super::values;
use crate::guide::problem::Code;
use crate::guide::raw::{JointPoints, MappingFormat, NONE, ValueFormat as Type};

/// Notes everything about this file that the format does not allow.
pub(crate) fn check(root: &Value<'_>, record: &'static MappingFormat, report: &mut Report) {
    value(root, &Type::Mapping(record), Location::new(0, 1), record.what, report);
}

/// `owner` is where a missing key is reported: the key or item that this mapping belongs to.
fn mapping(
    entries: &[(Text<'_>, Value<'_>)],
    record: &MappingFormat,
    owner: Location,
    name: &str,
    report: &mut Report,
) {
    for (key, held) in entries {
        if let Some(field) = record.keys.iter().find(|field| field.key == key.value) {
            value(held, &field.holds, key.location, field.key, report);
        } else {
            let keys: Vec<&str> = record.keys.iter().map(|field| field.key).collect();
            let message = format!("{} has no key `{}`", record.what, key.value);
            let listed = format!("{} has the keys {}", record.what, keys.join(", "));
            let keys = keys.into_iter();
            report.add_unknown(Code::UnknownKey, key.location, message, &key.value, keys, &listed);
        }
    }
    let is_joint = record.what == JointPoints::FORMAT.what;
    let code = if is_joint { Code::MissingJoint } else { Code::MissingKey };
    for field in record.keys.iter().filter(|field| field.required) {
        if !entries.iter().any(|(key, _)| key.value == field.key) {
            let within = if name == record.what { "" } else { &format!(" in `{name}`") };
            let message = format!("`{}` is missing{within}", field.key);
            let form = values::form(&field.holds);
            let help = format!("{} needs `{}`: {form}", record.what, field.key);
            report.add_help(code, owner, message, help);
        }
    }
}

fn value(value: &Value<'_>, must_be: &Type, owner: Location, name: &str, report: &mut Report) {
    use Type::{Line, LineOr, List, Map, Mapping, NoneOr, Point};
    match (&value.data, must_be) {
        (Data::Scalar(text), _) if text.is_null() => {
            let message = format!("`{name}` has no value");
            let form = values::form(must_be);
            let help = format!("write {form}, or leave the key out where it may be");
            report.add_help(Code::EmptyText, owner, message, help);
        }
        (Data::Scalar(word), NoneOr(_)) if word.value == NONE => {}
        (Data::Scalar(text), LineOr(_)) => values::check(text, &Line, name, owner, report),
        (Data::Map(entries), Mapping(record) | NoneOr(record) | LineOr(record)) => {
            mapping(entries, record, owner, name, report);
        }
        (Data::Map(entries), Map(by, each)) => {
            let what = format!("a key of {name}");
            for (key, held) in entries {
                values::check(key, by, &what, key.location, report);
                self::value(held, each, key.location, &key.value, report);
            }
        }
        (Data::List(items), List(each)) => {
            let item_name = match each {
                Mapping(record) | LineOr(record) => record.what,
                _ => name,
            };
            for item in items {
                self::value(item, each, item.location, item_name, report);
            }
        }
        (Data::List(items), Point) if items.len() == 2 => {
            for item in items {
                self::value(item, &Type::Coordinate, item.location, name, report);
            }
        }
        (Data::Scalar(_), Mapping(_) | NoneOr(_) | Map(..) | List(_) | Point)
        | (Data::List(_) | Data::Map(_) | Data::Refused, _) => {
            wrong_type(value, must_be, owner, name, report);
        }
        (Data::Scalar(text), _) => values::check(text, must_be, name, owner, report),
    }
}

/// Reported at the key, because the value itself may begin on a later line.
fn wrong_type(value: &Value<'_>, must_be: &Type, owner: Location, name: &str, report: &mut Report) {
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
    report.add_help(Code::WrongType, owner, message, found);
}
