//! What the program says in more than one place, and what its screens say.
//!
//! A sentence is a constant; one with holes is a function of what fills them. These files know
//! none of the other parts and decide nothing: which sentence is said when, the caller knows. A
//! sentence that one command or one part of the diary alone says stands there.

pub(crate) mod amounts;
pub(crate) mod charts;
pub(crate) mod commands;
pub(crate) mod cramp;
pub(crate) mod diary;
pub(crate) mod doctor;
pub(crate) mod entry;
pub(crate) mod keys;
pub(crate) mod labels;
pub(crate) mod mistakes;
pub(crate) mod pages;
pub(crate) mod plain;
pub(crate) mod problems;
pub(crate) mod session;
pub(crate) mod settings;
pub(crate) mod system;
