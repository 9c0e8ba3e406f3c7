//! See `uncramp_fuzz::config`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uncramp_fuzz::config::run(data));
