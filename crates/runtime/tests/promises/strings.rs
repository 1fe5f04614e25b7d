//! Strings and the words that values are made of.

use crate::support::{int, machine, run, show};
use miniscript_runtime::Limits;
use miniscript_runtime::core::{Local, Value};

/// Asserted where they are defined, too: neither can grow without a test that fails.
#[test]
fn a_value_has_8_bytes_and_a_local_4() {
    assert_eq!(size_of::<Value<'_, '_>>(), 8);
    assert_eq!(size_of::<Local<'_>>(), 4);
    assert_eq!(size_of::<Option<Value<'_, '_>>>(), 16);
}

#[test]
fn a_lone_surrogate_is_a_string_of_length_1() {
    let mut vm = machine(Limits::default());
    assert_eq!(
        show(
            &mut vm,
            r#"len("\ud800"), "\ud800" == chr(0xd800), ord("\ud800")"#
        ),
        "(1, True, 55296)"
    );
    assert_eq!(
        show(
            &mut vm,
            r#""a\ud800b"[1] == "\ud800", len("a\ud800b\udfff")"#
        ),
        "(True, 4)"
    );
}

/// Bytes allocated, none freed, by `count` appends of one character.
fn bytes_of_appends(count: usize, unit: &str) -> usize {
    let mut vm = machine(Limits::default());
    vm.enter(|cx| {
        cx.set_collects(false);
        Ok(())
    })
    .expect("entered");
    let before = vm.core_mut().heap_bytes();
    run(
        &mut vm,
        &format!(
            "def f(n):\n    s = ''\n    for _ in range(n): s += {unit}\n    return s\ns = f({count})\n"
        ),
    );
    let bytes = vm.core_mut().heap_bytes() - before;
    assert_eq!(int(&mut vm, "len(s)"), count as i64);
    bytes
}

#[test]
fn a_million_appends_to_a_string_are_linear() {
    for unit in ["'x'", "'\\u20ac'", "'\\ud800'"] {
        let (few, many) = (
            bytes_of_appends(100_000, unit),
            bytes_of_appends(1_000_000, unit),
        );
        println!("+= {unit}: {few} bytes for 10^5, {many} for 10^6");
        assert!(many < few * 15, "{few} bytes for 10^5, {many} for 10^6");
    }
}
