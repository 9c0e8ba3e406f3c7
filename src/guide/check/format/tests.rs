//! Holds the table of the format against the schema made from the types of `raw`.

use std::collections::BTreeSet;

use serde_json::Value;

use super::*;
use crate::guide::raw;

fn schema() -> Value {
    schemars::schema_for!(raw::Guide).to_value()
}

/// Follows references, and the one alternative to null of an optional value.
fn resolve<'s>(schema: &'s Value, root: &'s Value) -> &'s Value {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.strip_prefix("#/$defs/").expect("references are local");
        return resolve(&root["$defs"][name], root);
    }
    let alternatives = schema["anyOf"].as_array();
    let real = alternatives.and_then(|all| {
        let mut real = all.iter().filter(|one| one["type"] != "null");
        Some((real.next()?, real.next())).filter(|(_, second)| second.is_none())
    });
    match real {
        Some((only, _)) => resolve(only, root),
        None => schema,
    }
}

fn is_type(schema: &Value, name: &str) -> bool {
    match &schema["type"] {
        Value::String(one) => one == name,
        Value::Array(any) => any.iter().any(|one| one == name),
        _ => false,
    }
}

fn words_of(schema: &Value) -> BTreeSet<String> {
    let listed = schema["enum"].as_array().into_iter().flatten();
    let each = schema["oneOf"].as_array().into_iter().flatten();
    let each = each.map(|one| &one["const"]);
    listed.chain(each).filter_map(|word| word.as_str().map(str::to_owned)).collect()
}

fn compare(holds: &Type, schema: &Value, root: &Value, place: &str) {
    let schema = resolve(schema, root);
    match holds {
        Type::Record(record) => compare_record(record, schema, root),
        Type::NoneOr(record) | Type::LineOr(record) => {
            let either = &schema["anyOf"][1];
            compare_record(record, resolve(either, root), root);
        }
        Type::List(each) => compare(each, &schema["items"], root, place),
        Type::Map(each) | Type::ByPosition(each) => {
            compare(each, &schema["additionalProperties"], root, place);
        }
        Type::Terms => compare(&Type::Text, &schema["additionalProperties"], root, place),
        Type::Word(words) => {
            let words: BTreeSet<String> = words.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(words, words_of(schema), "words of {place}");
        }
        Type::Number(..) => assert!(is_type(schema, "integer"), "{place}: {schema}"),
        Type::Truth => assert!(is_type(schema, "boolean"), "{place}: {schema}"),
        Type::Length => assert!(schema["anyOf"].is_array(), "{place}: {schema}"),
        Type::Point => assert_eq!(schema["maxItems"], 2, "{place}: {schema}"),
        Type::Text | Type::Line | Type::Name | Type::Date | Type::Language | Type::Url => {
            assert!(is_type(schema, "string"), "{place}: {schema}");
        }
    }
}

fn compare_record(record: &Record, schema: &Value, root: &Value) {
    let properties = schema["properties"].as_object();
    let properties = properties.unwrap_or_else(|| panic!("{} is no mapping: {schema}", record.raw));
    let keys: BTreeSet<&str> = record.fields.iter().map(|field| field.key).collect();
    let expected: BTreeSet<&str> = properties.keys().map(String::as_str).collect();
    assert_eq!(keys, expected, "keys of {}", record.raw);
    let required = schema["required"].as_array().into_iter().flatten();
    let expected: BTreeSet<&str> = required.filter_map(Value::as_str).collect();
    let must = record.fields.iter().filter(|field| field.required);
    let must: BTreeSet<&str> = must.map(|field| field.key).collect();
    assert_eq!(must, expected, "required keys of {}", record.raw);
    for field in record.fields {
        let place = format!("{}.{}", record.raw, field.key);
        compare(&field.holds, &properties[field.key], root, &place);
    }
}

#[test]
fn the_table_and_the_types_describe_the_same_format() {
    let root = schema();
    compare_record(&GUIDE, &root, &root);
}
