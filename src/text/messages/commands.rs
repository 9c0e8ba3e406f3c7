//! What the commands print that have no file of their own here.

// `uncramp answer`.
pub(crate) fn has_answers(page: &str, keys: &[String]) -> String {
    format!("`{page}` has the answers {}", keys.join(", "))
}

// `uncramp graph`: the ways of a page that are not numbered.
pub(crate) const RELIEF: &str = "relief";
pub(crate) const SEE_ALSO: &str = "see also";
pub(crate) const LINK: &str = "link";
/// A page whose own ways are drawn further up.
pub(crate) fn drawn_above(page: &str) -> String {
    format!("{page} (above)")
}

// `uncramp paths`.
pub(crate) fn paths(count: u128, answered: u128) -> String {
    match (count, answered) {
        (1, 0) => "1 path, which answers no question".to_owned(),
        (1, _) => "1 path, which answers questions".to_owned(),
        (count, 1) => format!("{count} paths, 1 of them answers questions"),
        (count, some) => format!("{count} paths, {some} of them answer questions"),
    }
}
// The head of its table.
pub(crate) const ENDS: &str = "ends";
pub(crate) const PATHS: &str = "paths";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_path_is_not_one_paths() {
        assert_eq!(paths(1, 0), "1 path, which answers no question");
        assert_eq!(paths(1, 1), "1 path, which answers questions");
        assert_eq!(paths(3, 1), "3 paths, 1 of them answers questions");
        assert_eq!(paths(3, 2), "3 paths, 2 of them answer questions");
    }
}
