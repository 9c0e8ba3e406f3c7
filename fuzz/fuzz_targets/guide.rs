//! See `uncramp_fuzz::guide`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uncramp_fuzz::guide::run(data));
