//! See `uncramp_fuzz::bytes`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uncramp_fuzz::bytes::run(data));
