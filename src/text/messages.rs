//! Every sentence that the program itself says, in one place: to be found, mended and translated.
//!
//! A sentence is a constant; one with holes is a function of what fills them.
//! These files know none of the other parts and decide nothing: which sentence
//! is said when, the caller knows. Two kinds of words stand elsewhere: what
//! `--help` says, in the docs of `cli`, where it is read from, and what the
//! author of a guide is told, in `guide/check`, each beside its rule.

pub mod amounts;
pub mod card;
pub mod charts;
pub mod codes;
pub mod commands;
pub mod cramp;
pub mod diary;
pub mod doctor;
pub mod entry;
pub mod keys;
pub mod mistakes;
pub mod notices;
pub mod pages;
pub mod plain;
pub mod problems;
pub mod report;
pub mod session;
pub mod settings;
pub mod system;
pub mod trial;
