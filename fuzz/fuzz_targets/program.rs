//! Hands libFuzzer's bytes to the target `program`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| miniscript_fuzzing::run("program", bytes));
