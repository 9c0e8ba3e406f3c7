//! What an entry under `sources` must say in a guide with sourced claims.

use super::report::Report;
use super::tree::Value;
use crate::guide::problem::Code;
use crate::guide::raw;

/// Notes sources that do not say what they are or how they were read, in a guide with sourced claims.
pub(super) fn check(root: &Value<'_>, report: &mut Report) {
    if root.read("claims") == Some(raw::Claims::Plain) {
        return;
    }
    for (id, source) in root.entries_of("sources") {
        for key in ["kind", "seen"].into_iter().filter(|key| source.get(key).is_none()) {
            let message = format!("the source `{}` has no `{key}`", id.value);
            report.add(Code::SourceDetails, id.location, message);
        }
    }
}
