//! What must hold for any bytes: the functions that the fuzzer calls, and that
//! `cargo test --test fuzz_smoke` calls on the kept inputs and on random ones.
//!
//! `cargo fuzz run --sanitizer none guide fuzz/corpus/guide fuzz/seeds/guide`

pub mod answers;
pub mod bytes;
pub mod config;
pub mod guide;
pub mod import;
pub mod keys;
pub mod printed;
