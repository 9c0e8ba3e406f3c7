//! The guide: its file format, its checked model, and ways through it.

pub mod bounds;
pub mod built_in;
pub mod check;
mod digraph;
pub mod graph;
pub mod load;
pub mod markup;
pub mod model;
pub mod paths;
pub mod problem;
pub mod raw;
pub mod schema;
pub mod search;
pub mod trail;

pub use built_in::built_in;
pub use model::{Guide, NodeId};
pub use problem::{Problem, Problems};
pub use raw::Node;
pub use trail::Trail;
