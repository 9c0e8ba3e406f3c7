//! See `uncramp_fuzz::import`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uncramp_fuzz::import::run(data));
