//! The guide: its file format, its checked model, and ways through it.

pub mod bounds;
pub mod built_in;
pub mod check;
mod digraph;
pub mod graph;
pub mod load;
pub mod markup;
pub mod model;
pub(crate) mod muscle;
pub mod paths;
pub mod problem;
pub mod raw;
pub mod search;
pub mod trail;

pub use built_in::built_in;
pub use model::{Guide, NodeId};
pub use problem::{Problem, Problems};
pub use raw::Node;
pub use trail::Trail;

/// The JSON Schema of the format, for editors that complete and check while one types; made from
/// the types of `raw`.
pub const SCHEMA: &str = include_str!("../guide.schema.json");

#[cfg(test)]
mod tests {
    use super::*;

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
