//! See `uncramp_fuzz::answers`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uncramp_fuzz::answers::run(data));
