//! What the commands print that have no file of their own here.

// A guide with mistakes.
pub fn guide_has_errors(file: &str) -> String {
    format!("{file} has errors; `uncramp check {file}` names them")
}
/// What is used comes first: a narrow window cuts the rest off.
pub fn built_in_is_used(why: &str) -> String {
    format!("the built-in guide is used: {why}")
}
/// Below the first of the mistakes.
pub fn guide_is_unusable(file: &str) -> String {
    format!(
        "This guide cannot be used. `uncramp check {file}` shows each mistake and how to mend it"
    )
}
