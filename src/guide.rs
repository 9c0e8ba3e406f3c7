//! The guide: its file format, its checked model, and ways through it.

pub mod markup;
pub mod model;
pub mod raw;
pub mod trail;

pub use model::{Guide, Node, NodeId};
pub use trail::Trail;
