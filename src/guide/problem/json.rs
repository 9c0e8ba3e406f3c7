//! Problems as JSON for other programs. The shape is promised and stays.

use serde_json::{Value, json};

use super::Problems;

/// `{"problems":[{"code","severity","file","line","column","message","help"}],"errors","warnings"}`
pub fn document(problems: &Problems) -> Value {
    let list = problems.list.iter().map(|problem| {
        json!({
            "code": problem.code.word(),
            "severity": problem.severity.word(),
            "file": problems.file,
            "line": problem.line,
            "column": problem.column,
            "message": problem.message,
            "help": problem.help,
        })
    });
    json!({
        "problems": list.collect::<Vec<_>>(),
        "errors": problems.errors(),
        "warnings": problems.warnings(),
    })
}
