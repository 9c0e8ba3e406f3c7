//! From the bytes of a guide file to a guide that the program can use.

use super::built_in;
use super::check::{Checked, check};
use super::model::Guide;
use super::problem::{Code, Problem, Problems};
use super::raw::{Kind, RawGuide};
use crate::text::clean;
use serde_yaml::Value;

/// Reads a guide from the bytes of a file; `name` is only used in messages. It gets rescue and
/// danger signs of the built-in guide where it has none.
///
/// # Errors
/// All problems of the file, when at least one of them is an error.
pub fn parse(name: &str, text: &[u8]) -> Result<Guide, Problems> {
    without_errors(check(name, text))
}

fn without_errors(Checked { guide, mut problems }: Checked) -> Result<Guide, Problems> {
    let Some(raw) = guide else { return Err(problems) };
    finish(raw, &problems.text).map_err(|fault| {
        // `check` finds every fault that a file can have, so this one is the program's.
        let message = format!("the guide cannot be used: {fault}");
        let help = Code::ProgramFault.help().map(str::to_owned);
        problems.list.push(Problem::new(Code::ProgramFault, 0..0, message, help));
        problems
    })
}

fn finish(mut raw: RawGuide, source: &str) -> Result<Guide, String> {
    // Of what a terminal would obey `check` lets only tabs through, raw or as an escape.
    if source.contains(['\t', '\\']) {
        let value = serde_yaml::to_value(&raw).map(cleaned);
        raw = value.and_then(serde_yaml::from_value).map_err(|error| error.to_string())?;
    }
    fill_defaults(&mut raw);
    if raw.rescue.is_none() || raw.danger.is_none() {
        built_in::add_fallback(&mut raw, built_in::raw_built_in()?);
    }
    Guide::from_raw(raw)
}

/// A value with every text in it clean, so that nothing that shows a guide has to clean it.
fn cleaned(value: Value) -> Value {
    match value {
        // A tab is as wide as Markdown takes it at the start of a line.
        Value::String(text) => clean(&text.replace('\t', "    ")).into_owned().into(),
        Value::Sequence(items) => items.into_iter().map(cleaned).collect::<Vec<_>>().into(),
        Value::Mapping(entries) => Value::Mapping(
            entries.into_iter().map(|(key, value)| (cleaned(key), cleaned(value))).collect(),
        ),
        other => other,
    }
}

/// Gives every node what `defaults` says about those that say nothing of their own.
pub(crate) fn fill_defaults(guide: &mut RawGuide) {
    let defaults = std::mem::take(&mut guide.defaults);
    for node in guide.nodes.values_mut() {
        let outcome = node.is_outcome();
        let claims = node.evidence.is_some() || !node.sources.is_empty();
        if node.kind == Kind::Symptom {
            node.not_sure = node.not_sure.take().or_else(|| defaults.not_sure.clone());
        }
        if outcome {
            node.care = node.care.or(defaults.care);
        }
        if outcome || (node.kind == Kind::Topic && claims) {
            node.evidence = node.evidence.or(defaults.evidence);
            if node.sources.is_empty() {
                node.sources.clone_from(&defaults.sources);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::is_unsafe;

    fn is_clean(guide: &Guide) -> bool {
        !format!("{guide:#?}").contains(|c| c != '\n' && is_unsafe(c))
            && !format!("{guide:?}").contains("\\t")
    }

    #[test]
    fn a_guide_in_use_has_no_tab_wherever_the_file_had_one() {
        let file = include_str!("../../tests/guides/good/bicycle.yaml");
        let tabs = file
            .replace("title: A dry chain", "title: \"A\\tdry\tchain\"")
            .replace("  pad: The", "  \"brake\\tpad\": \"The\t")
            .replace("the wheel.", "the wheel.\"");
        let guide = parse("f", tabs.as_bytes()).unwrap();
        assert!(guide.glossary.contains_key("brake    pad"), "{:?}", guide.glossary);
        assert!(is_clean(&guide));
    }

    #[test]
    fn cleaning_changes_nothing_of_a_clean_guide() {
        let without_rescue = include_bytes!("../../tests/guides/good/kaffee.yaml");
        let other = check("f", without_rescue).guide.unwrap();
        for raw in [built_in::raw_built_in().unwrap(), other] {
            let value = serde_yaml::to_value(&raw).unwrap();
            assert_eq!(serde_yaml::from_value::<RawGuide>(cleaned(value)).unwrap(), raw);
        }
        assert!(is_clean(&built_in::built_in().unwrap()));
    }

    #[test]
    fn a_fault_that_the_check_has_missed_is_called_one_of_the_program() {
        let mut checked = check("f", include_bytes!("../../tests/guides/good/bicycle.yaml"));
        checked.guide.as_mut().unwrap().start = "nowhere".to_owned();
        let problems = without_errors(checked).unwrap_err();
        let said = crate::guide::problem::text::render(&problems, false);
        assert!(said.contains("there is no node `nowhere`"), "{said}");
        assert!(said.contains("uncramp is wrong here, not the guide"), "{said}");
    }
}
