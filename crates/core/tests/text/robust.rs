//! Nothing panics, whatever the bytes; what is written stays valid text.

use miniscript_core::text::float::{self, hex, parse};
use miniscript_core::text::percent::write::{self, Resolved};
use miniscript_core::text::percent::{Kind, Piece, Pieces};
use miniscript_core::text::spec::{self, Subject};
use miniscript_core::text::unicode::case;
use miniscript_core::text::wtf8::split::{Lines, Space, Words, trim, trim_set};
use miniscript_core::text::wtf8::{self, CodePoints};
use miniscript_core::text::{Sink, StackBuf, format, int, repr};
use proptest::prelude::*;

/// Arbitrary bytes, or text of the characters that mean something to the parsers.
fn hostile() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..40),
        "[-+ #0-9.,_:!%{}\\[\\]()*a-gxXnosr<>=^\u{e9}\u{661}\u{1f600}]{0,24}"
            .prop_map(String::into_bytes),
    ]
}

fn both() -> [Space; 2] {
    [Space::Str, Space::Bytes]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn strings_never_panic(text in hostile(), other in hostile(), start: usize, end in 0usize..50) {
        let mut out = StackBuf::<64>::new();
        let mut all = Vec::new();
        let _ = wtf8::is_valid(&text);
        prop_assert!(wtf8::count(&text) <= text.len());
        let _ = wtf8::slice(&text, start % 50, end);
        let _ = wtf8::offset_of(&text, start);
        prop_assert!(CodePoints::new(&text).count() <= text.len());
        prop_assert!(CodePoints::new(&text).rev().count() <= text.len());
        let _ = (wtf8::find(&text, &other), wtf8::rfind(&text, &other));
        let _ = (wtf8::occurrences(&text, &other), wtf8::first_surrogate(&text));
        for space in both() {
            let _ = trim(&text, space);
            let words = Words::new(&text, space);
            let _ = (words.remainder_of(&text), words.remainder_back_of(&text));
            let _ = (words.clone().count(), words.rev().count());
            let _ = Lines::new(&text, space).count();
        }
        let _ = trim_set(&text, &other);
        let sinks: [&mut dyn Sink; 2] = [&mut out, &mut all];
        for sink in sinks {
            let _ = (repr::write_str(&text, sink), repr::write_ascii(&text, sink));
            let _ = (repr::write_bytes(&text, sink), repr::escape_non_ascii(&text, sink));
            let _ = (case::write_lower(&text, sink), case::write_upper(&text, sink));
            let _ = (case::write_title(&text, sink), case::write_capitalize(&text, sink));
            let _ = (case::write_swapcase(&text, sink), case::write_casefold(&text, sink));
        }
        let _ = (case::is_upper(&text), case::is_lower(&text), case::is_title(&text));
        let _ = case::is_identifier(&text);
    }

    #[test]
    fn numbers_never_panic(text in hostile(), base in 0u32..40, value: f64, places: i64, n: i64) {
        for space in both() {
            let _ = int::parse(&text, base, space);
            let _ = parse::parse(&text, space);
        }
        let _ = hex::from_hex(&text);
        let _ = (float::round_to(value, places), float::round_to(value, places % 400));
        let _ = float::hash::cmp_i64_f64(n, value);
        let _ = float::arith::float_pow(value, n as f64);
    }

    #[test]
    fn repr_reads_back(value: f64) {
        let mut out = StackBuf::<32>::new();
        float::write_repr(value, &mut out).expect("a repr is short");
        let back = parse::parse(out.as_bytes(), Space::Str).expect("a repr is a float");
        prop_assert!(back == value || value.is_nan() && back.is_nan());
        let mut out = StackBuf::<32>::new();
        hex::write_hex(value, &mut out).expect("hex is short");
        let back = hex::from_hex(out.as_bytes()).expect("hex is a float");
        prop_assert!(back == value || value.is_nan() && back.is_nan());
    }

    #[test]
    fn fields_never_panic(text in hostile(), subject in hostile(), value: f64, n: i64) {
        let mut out = StackBuf::<4096>::new();
        for kind in [Subject::Str, Subject::Int, Subject::Float] {
            let Ok(spec) = spec::parse(&text, kind) else {
                continue;
            };
            let _ = spec::write_str(&subject, &spec, &mut out);
            let _ = spec::write_i64(n, &spec, &mut out);
            let _ = spec::write_f64(value, &spec, &mut out);
            let _ = spec::write_big(true, b"123456789012345678901234567890", &spec, &mut out);
        }
    }

    #[test]
    fn templates_never_panic(text in hostile(), width: usize, precision: usize, value: f64) {
        let mut auto = format::AutoNumber::default();
        for piece in format::Template::new(&text) {
            if let Some(field) = piece.ok().and_then(|piece| piece.field) {
                let _ = field.conversion();
                if let Ok((_, path)) = auto.split(field.name) {
                    prop_assert!(path.count() <= text.len());
                }
            }
        }
        for piece in Pieces::new(&text) {
            let Piece::Conversion(conversion) = piece else {
                continue;
            };
            let mut out = StackBuf::<128>::new();
            for (width, precision) in [(0, None), (width, Some(precision)), (20, Some(5))] {
                let how = Resolved { flags: conversion.flags, width, precision };
                let _ = write::write_f64(value, b'g', &how, &mut out);
                let _ = write::write_i64(-7, conversion.kind.unwrap_or(Kind::Hex), &how, &mut out);
                let _ = write::write_text(&text, &how, &mut out);
                let _ = write::write_bytes(&text, &how, &mut out);
                let _ = write::write_char(u32::MAX, &how, &mut out);
            }
        }
    }
}
