//! The JSON Schema of the guide format, for editors that complete and check
//! while one types. The committed file is made from the types of `raw`, and the
//! test below fails when the two differ.

/// The schema as it is committed at the root of the repository.
pub const SCHEMA: &str = include_str!("../../guide.schema.json");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::raw;

    /// Mends the committed file when `UPDATE_SCHEMA` is set.
    #[test]
    fn the_committed_schema_is_the_one_the_types_describe() {
        let schema = schemars::schema_for!(raw::RawGuide);
        let made = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON") + "\n";
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            let file = concat!(env!("CARGO_MANIFEST_DIR"), "/guide.schema.json");
            std::fs::write(file, &made).expect("the repository can be written");
        } else {
            assert!(made == SCHEMA, "run the tests once with UPDATE_SCHEMA=1");
        }
    }
}
