//! Answers of CPython 3.11 that are checked without it, and what only we promise.

use miniscript_core::text::float::{Notation, Style, round_to, write_repr, write_styled};
use miniscript_core::text::percent::write::{Resolved, write_i64};
use miniscript_core::text::percent::{Flags, Kind, PercentError};
use miniscript_core::text::spec::{self, SpecError, Subject};
use miniscript_core::text::wtf8;
use miniscript_core::text::{Full, Sink, StackBuf};

use crate::oracle::written;

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn repr_of_floats() {
    for (value, expected) in [
        (0.1, "0.1"),
        (-0.0, "-0.0"),
        (1e16, "1e+16"),
        (9999999999999998.0, "9999999999999998.0"),
        (1e-5, "1e-05"),
        (0.0001, "0.0001"),
        (5e-324, "5e-324"),
        (f64::MAX, "1.7976931348623157e+308"),
        (123456789.0, "123456789.0"),
        (f64::NEG_INFINITY, "-inf"),
        (-f64::NAN, "nan"),
    ] {
        assert_eq!(text(written(|out| write_repr(value, out))), expected);
    }
}

#[test]
fn ties_go_to_even_on_the_exact_value() {
    for (value, precision, expected) in [
        (0.5, 0, "0"),
        (1.5, 0, "2"),
        (2.5, 0, "2"),
        (0.125, 2, "0.12"),
        (2.675, 2, "2.67"),
    ] {
        let style = Style {
            notation: Notation::Fixed,
            precision,
            add_dot_zero: false,
            ..Style::REPR
        };
        assert_eq!(
            text(written(|out| write_styled(value, &style, out))),
            expected
        );
    }
    assert_eq!(round_to(2.5, 0), Ok(2.0));
    assert_eq!(round_to(25.0, -1), Ok(20.0));
    assert_eq!(round_to(35.0, -1), Ok(40.0));
    assert!(round_to(1.7e308, -308).is_err());
}

#[test]
fn every_digit_of_the_smallest_float() {
    let style = Style {
        notation: Notation::Fixed,
        precision: 1074,
        ..Style::REPR
    };
    let out = text(written(|out| write_styled(5e-324, &style, out)));
    assert_eq!(out.len(), 1076);
    assert!(
        out.starts_with("0.000") && out.ends_with("19718265533447265625"),
        "{out}"
    );
}

#[test]
fn grouping_pads_with_grouped_zeros() {
    for (spec, expected) in [
        ("010,", "00,001,234"),
        ("011,", "000,001,234"),
        ("012,", "0,000,001,234"),
        ("+#014_x", "+0x0_0000_04d2"),
        ("08_.1f", "01_234.0"),
    ] {
        let parsed = spec::parse(spec.as_bytes(), Subject::Int).expect("it is valid");
        assert_eq!(
            text(written(|out| spec::write_i64(1234, &parsed, out))),
            expected,
            "{spec}"
        );
    }
}

#[test]
fn hopeless_sizes_are_refused_at_once() {
    let mut small = StackBuf::<16>::new();
    for spec in [
        "9223372036854775807",
        "09223372036854775806,",
        "\u{1f600}<9000000000000000000",
    ] {
        let parsed = spec::parse(spec.as_bytes(), Subject::Int).expect("it is valid");
        assert_eq!(
            spec::write_i64(1, &parsed, &mut small),
            Err(SpecError::Full)
        );
        assert_eq!(
            spec::write_i64(1, &parsed, &mut Vec::new()),
            Err(SpecError::Full)
        );
    }
    let parsed = spec::parse(b".2147483647f", Subject::Float).expect("it is valid");
    assert_eq!(
        spec::write_f64(1.5, &parsed, &mut small),
        Err(SpecError::Full)
    );
    assert_eq!(small.fill(0x61, 17), Err(Full));
}

#[test]
fn surrogate_halves_stay_apart() {
    let halves = [wtf8::Encoded::new(0xd83d), wtf8::Encoded::new(0xde00)];
    let joined: Vec<u8> = halves
        .iter()
        .flat_map(|half| half.as_bytes().to_vec())
        .collect();
    assert_eq!(wtf8::count(&joined), 2);
    assert!(wtf8::is_valid(&joined) && wtf8::has_surrogates(&joined));
    assert_ne!(joined, "\u{1f600}".as_bytes());
}

#[test]
fn validity() {
    assert!(wtf8::is_valid("caf\u{e9} \u{1f600}".as_bytes()));
    assert!(wtf8::is_valid(b"a\xed\xbf\xbf"));
    for invalid in [
        &b"\x80"[..],
        b"\xc0\x80",
        b"\xed\xa0",
        b"\xf4\x90\x80\x80",
        b"\xe9t\xe9",
        b"\xff",
    ] {
        assert!(!wtf8::is_valid(invalid), "{invalid:?}");
    }
}

#[test]
fn precisions_of_ints_have_a_limit() {
    let how = |precision| Resolved {
        flags: Flags::default(),
        width: 0,
        precision: Some(precision),
    };
    let mut small = StackBuf::<16>::new();
    assert_eq!(
        write_i64(1, Kind::Decimal, &how(2_147_483_645), &mut small),
        Err(PercentError::PrecisionTooLarge)
    );
    assert_eq!(
        write_i64(1, Kind::Decimal, &how(2_147_483_644), &mut small),
        Err(PercentError::Full)
    );
}
