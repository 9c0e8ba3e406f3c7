//! What must hold for any bytes: the functions that the fuzzer calls, and that
//! `cargo test --test fuzz_smoke` calls on the kept inputs and on random ones.
//!
//! `cargo fuzz run --sanitizer none guide fuzz/corpus/guide fuzz/seeds/guide`
//!
//! `keys` runs a program a time: three times as many with `--no-trace-compares`, and
//! `-- -max_len=24 -reduce_inputs=0`.

pub mod answers;
pub mod config;
pub mod guide;
pub mod import;
pub mod keys;
pub mod printed;
