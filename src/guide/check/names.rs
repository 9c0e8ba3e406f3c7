//! Sources, stretches and routines: names that do not exist, and entries that
//! nothing names.

use std::collections::HashMap;

use super::report::Report;
use super::tree::{Text, Value};
use super::values::short;
use crate::guide::problem::Code;

/// The entries of one section of the file, and whether something names them.
struct NameSection<'t> {
    key: &'static str,
    what: &'static str,
    unknown: Code,
    unused: Code,
    entries: HashMap<&'t str, bool>,
}

impl<'t> NameSection<'t> {
    fn new(
        root: &'t Value<'t>,
        key: &'static str,
        what: &'static str,
        unknown: Code,
        unused: Code,
    ) -> Self {
        let entries = root.entries_of(key);
        Self {
            key,
            what,
            unknown,
            unused,
            entries: entries.iter().map(|(id, _)| (&*id.value, false)).collect(),
        }
    }

    fn name(&mut self, name: &Text<'_>, report: &mut Report) {
        if let Some(used) = self.entries.get_mut(&*name.value) {
            *used = true;
        } else if !name.value.trim().is_empty() {
            report.add_unknown(
                self.unknown,
                name.place,
                format!("no {} is named `{}`", self.what, short(&name.value)),
                &name.value,
                self.entries.keys().copied(),
                &format!("add it under `{}`, or name one that exists", self.key),
            );
        }
    }

    fn report_unused(&self, root: &Value<'_>, report: &mut Report) {
        let entries = root.entries_of(self.key);
        for (id, _) in entries {
            if self.entries.get(&*id.value) == Some(&false) {
                let message = format!("nothing names the {} `{}`", self.what, id.value);
                let help = "name it where it belongs, or delete it";
                report.add_help(self.unused, id.place, message, help);
            }
        }
    }
}

/// Notes every name of a source, stretch or routine that does not exist, and
/// every one of these that nothing names.
pub(crate) fn check(root: &Value<'_>, report: &mut Report) {
    let mut sources =
        NameSection::new(root, "sources", "source", Code::UnknownSource, Code::UnusedSource);
    let mut stretches =
        NameSection::new(root, "stretches", "stretch", Code::UnknownStretch, Code::UnusedStretch);
    let mut routines =
        NameSection::new(root, "routines", "routine", Code::UnknownRoutine, Code::UnusedRoutine);
    for section in ["nodes", "stretches", "routines"] {
        for (_, entry) in root.entries_of(section) {
            let keys = entry.items_of("sources");
            for key in keys.iter().filter_map(Value::text) {
                sources.name(key, report);
            }
            for key in ["routine", "seated"] {
                if let Some(name) = entry.text_of(key) {
                    routines.name(name, report);
                }
            }
            if section == "routines" {
                let steps = entry.items_of("steps");
                for step in steps {
                    if let Some(name) = step.text_of("stretch") {
                        stretches.name(name, report);
                    }
                }
            }
        }
    }
    let defaults = root.get("defaults");
    let keys = defaults.map(|all| all.items_of("sources")).unwrap_or_default();
    for key in keys.iter().filter_map(Value::text) {
        sources.name(key, report);
    }
    if let Some(name) = root.text_of("bedtime") {
        routines.name(name, report);
    }
    for section in [&sources, &stretches, &routines] {
        section.report_unused(root, report);
    }
}
