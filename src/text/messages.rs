//! What the program says in more than one place.
//!
//! A sentence is a constant; one with holes is a function of what fills them. These files know
//! none of the other parts and decide nothing: which sentence is said when, the caller knows. A
//! sentence that one file alone says stands there.

pub(crate) mod amounts;
pub(crate) mod dates;
pub(crate) mod diary;
pub(crate) mod labels;
pub(crate) mod mistakes;
pub(crate) mod pages;
pub(crate) mod session;
