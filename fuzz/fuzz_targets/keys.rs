//! See `uncramp_fuzz::keys`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uncramp_fuzz::keys::run(data));
