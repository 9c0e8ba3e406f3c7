//! What the program says in more than one place, and what its screens say.
//!
//! A sentence is a constant; one with holes is a function of what fills them. These files know
//! none of the other parts and decide nothing: which sentence is said when, the caller knows. A
//! sentence that one command or one part of the diary alone says stands there.

pub mod amounts;
pub mod charts;
pub mod commands;
pub mod cramp;
pub mod diary;
pub mod doctor;
pub mod entry;
pub mod keys;
pub mod labels;
pub mod mistakes;
pub mod pages;
pub mod plain;
pub mod problems;
pub mod session;
pub mod settings;
pub mod system;
