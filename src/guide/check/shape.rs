//! Compares the tree with the table of the format: keys that are missing or
//! unknown, and values that are not what they must be.

use super::report::{Place, Report};
use super::syntax;
use super::tree::{Data, Text, Value};
use super::values;
use crate::guide::problem::Code;
use crate::guide::raw::{KeyFormat, MappingFormat, Pose, ValueFormat as Type};

/// Notes everything about this file that the format does not allow.
pub(crate) fn check(
    root: &Value<'_>,
    record: &'static MappingFormat,
    source: &str,
    report: &mut Report,
) {
    let shape = &mut Shape { source, report };
    let start = Place::new(0, 1);
    shape.record(root, record, start, record.what);
}

struct Shape<'r> {
    source: &'r str,
    report: &'r mut Report,
}

impl Shape<'_> {
    /// `owner` is where a missing key is reported: the key or item that this mapping belongs to.
    fn record(
        &mut self,
        value: &Value<'_>,
        record: &'static MappingFormat,
        owner: Place,
        name: &str,
    ) {
        let Data::Map(entries) = &value.data else {
            let message = format!("{} is a mapping of keys to values", record.what);
            self.wrong_type(value, owner, &message);
            return;
        };
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
        if matches!(&value.data, Data::Refused) {
            return;
        }
        if matches!(&value.data, Data::Scalar(text) if text.is_null()) {
            self.report.add_help(
                Code::EmptyText,
                owner,
                format!("`{name}` has no value"),
                format!("write {}, or leave the key out where it may be", values::form(must_be)),
            );
            return;
        }
        match must_be {
            Type::NoneOr(_) if value.text().is_some_and(|word| word.value == "none") => {}
            Type::LineOr(_) if value.text().is_some() => {
                self.scalar(value, &Type::Line, owner, name);
            }
            Type::Mapping(record) | Type::NoneOr(record) | Type::LineOr(record) => {
                self.record(value, record, owner, name);
            }
            Type::List(each) => self.list(value, each, owner, name),
            Type::Map(each) => self.map(value, each, owner, name, values::id),
            Type::ByPosition(each) => self.map(value, each, owner, name, values::position),
            Type::Terms => self.map(value, &Type::Text, owner, name, values::term),
            Type::Point => self.point(value, owner, name),
            _ => self.scalar(value, must_be, owner, name),
        }
    }

    fn list(&mut self, value: &Value<'_>, each: &'static Type, owner: Place, name: &str) {
        let Data::List(items) = &value.data else {
            let form = values::form(&Type::List(each));
            self.wrong_type(value, owner, &format!("`{name}` must be {form}"));
            return;
        };
        for item in items {
            let item_name = match each {
                Type::Mapping(record) | Type::LineOr(record) => record.what,
                _ => name,
            };
            self.value(item, each, item.place, item_name);
        }
    }

    fn map(
        &mut self,
        value: &Value<'_>,
        each: &'static Type,
        owner: Place,
        name: &str,
        check_key: fn(&Text<'_>, &mut Report),
    ) {
        let Data::Map(entries) = &value.data else {
            self.wrong_type(value, owner, &format!("`{name}` must be a mapping from id to value"));
            return;
        };
        for (key, value) in entries {
            check_key(key, self.report);
            self.value(value, each, key.place, &key.value);
        }
    }

    fn point(&mut self, value: &Value<'_>, owner: Place, name: &str) {
        let items = value.items();
        if items.len() != 2 {
            self.wrong_type(value, owner, &format!("`{name}` must be a point such as [40, 85]"));
            return;
        }
        for item in items {
            match &item.data {
                Data::Scalar(text) => values::coordinate(text, name, self.report),
                Data::Refused => {}
                _ => self.wrong_type(item, item.place, values::COORDINATE),
            }
        }
    }

    fn scalar(&mut self, value: &Value<'_>, must_be: &'static Type, owner: Place, name: &str) {
        let Data::Scalar(text) = &value.data else {
            let form = values::form(must_be);
            self.wrong_type(value, owner, &format!("`{name}` must be {form}"));
            return;
        };
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
    fn wrong_type(&mut self, value: &Value<'_>, owner: Place, message: &str) {
        let found = match &value.data {
            Data::Scalar(_) => "a single text was found",
            Data::List(_) => "a list was found; an item begins with `- ` or stands in brackets",
            Data::Map(_) => "a mapping was found; text with a colon in it needs quotes",
            Data::Refused => return,
        };
        self.report.add_help(Code::WrongType, owner, message, found);
    }
}
