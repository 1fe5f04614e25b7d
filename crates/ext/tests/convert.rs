//! Arguments and results, seen from scripts.

use miniscript_ext::*;
use miniscript_tests::machine::Machine;
use std::collections::{BTreeMap, BTreeSet};

fn keywords<'f>(cx: &mut Context<'f>, a: i64, rest: Rest<'f>, kwargs: Kwargs<'f>) -> Res<'f> {
    let kwargs = match kwargs.dict() {
        Some(dict) => dict,
        None => cx.dict()?,
    };
    let a = cx.int(a)?;
    let rest: Vec<_> = rest.iter().collect();
    let rest = cx.list(&rest)?;
    cx.tuple(&[a, rest, kwargs])
}

fn only_rest<'f>(cx: &mut Context<'f>, key: &'f str, rest: Rest<'f>) -> Res<'f> {
    let mut text = String::from(key);
    for item in rest.iter() {
        let item = cx.to_str(item)?;
        text.push_str(cx.as_str(item).unwrap_or(""));
    }
    cx.str(&text)
}

fn module() -> Module {
    Module::new("m")
        .version("1.2.0")
        .doc("A module for tests.")
        .constant("ANSWER", 42)
        .constant("NAMES", vec!["a", "b"])
        .function("hypot", |a: f64, b: f64| a.hypot(b))
        .function("i8", |a: i8| a)
        .function("i16", |a: i16| a)
        .function("i32", |a: i32| a)
        .function("i64", |a: i64| a)
        .function("u8", |a: u8| a)
        .function("u16", |a: u16| a)
        .function("u32", |a: u32| a)
        .function("u64", |a: u64| a)
        .function("usize", |a: usize| a)
        .function("big", |a: miniscript_core::num_bigint::BigInt| a * 2)
        .function("f32", |a: f32| a)
        .function("flag", |a: bool| !a)
        .function("text", |a: &str| a.to_uppercase())
        .function("owned", |a: String| a)
        .function("letter", |a: char| a)
        .function("ints", |a: Vec<i64>| a.iter().sum::<i64>())
        .function("texts", |a: Vec<&str>| a.join("-"))
        .function("joined", |a: &[u8], b: &[u8]| Bytes([a, b].concat()))
        .function("backwards", |mut a: Bytes| {
            a.0.reverse();
            a
        })
        .function("sizes", |a: Vec<u8>| a.len())
        .function("pair", |a: (i64, &str)| (a.1.len(), a.0))
        .function("swap", |a: i64, b: f64| (b, a))
        .function("dict", |a: BTreeMap<String, i64>| a)
        .function("elements", |a: BTreeSet<i64>| {
            a.into_iter().collect::<Vec<_>>()
        })
        .function("halves", |a: Vec<i64>| {
            a.into_iter().map(|item| item / 2).collect::<BTreeSet<_>>()
        })
        .function("optional", |a: Option<i64>| a)
        .function("unit", |_: i64| ())
        .function("parse", |a: &str| a.parse::<i64>())
        .function("narrow", |a: i64| u8::try_from(a))
        .function("fail", |a: &str| {
            Err::<i64, _>(Fail::new(Exception::LookupError, a))
        })
        .function("scale(x, factor=2.5)", |x: f64, f: f64| x * f)
        .function(
            "named(a, b='x', *, c=7, d=None)",
            |a: &str, b: &str, c: i64, d: Option<i64>| format!("{a}{b}{c}{d:?}"),
        )
        .function("keywords(a, *rest, **kwargs)", keywords)
        .function("only_rest(*rest, key)", only_rest)
}

#[test]
fn values_go_both_ways() {
    let mut m = Machine::with(module());
    for (expression, expected) in [
        (
            "m.ANSWER, m.NAMES, m.__version__, m.__doc__",
            "(42, ['a', 'b'], '1.2.0', 'A module for tests.')",
        ),
        ("m.hypot(3, 4.0)", "5.0"),
        (
            "m.elements({3, 1, 2}), m.elements(frozenset())",
            "([1, 2, 3], [])",
        ),
        ("m.halves([2, 3]), m.halves(())", "({1}, set())"),
        (
            "m.i8(-128), m.i16(32767), m.i32(-2**31), m.i64(2**63-1)",
            "(-128, 32767, -2147483648, 9223372036854775807)",
        ),
        (
            "m.u8(255), m.u16(65535), m.u32(2**32-1), m.u64(2**64-1), m.usize(0)",
            "(255, 65535, 4294967295, 18446744073709551615, 0)",
        ),
        ("m.big(10**30)", "2000000000000000000000000000000"),
        ("m.f32(0.5), m.flag([]), m.flag(True)", "(0.5, True, False)"),
        (
            "m.text('straße'), m.owned('ä'), m.letter('x')",
            "('STRASSE', 'ä', 'x')",
        ),
        (
            "m.ints([1, 2, 3]), m.ints((4,)), m.ints(range(5))",
            "(6, 4, 10)",
        ),
        ("m.texts(['a', 'b'])", "a-b"),
        (
            "m.joined(b'a', bytearray(b'b')), m.joined(memoryview(b'xy'), b'')",
            "(b'ab', b'xy')",
        ),
        (
            "m.backwards(memoryview(b'abc')[1:]), m.sizes(b'four'), m.sizes([1, 2])",
            "(b'cb', 4, 2)",
        ),
        ("m.pair((7, 'abc')), m.pair([7, ''])", "((3, 7), (0, 7))"),
        ("m.swap(1, 2)", "(2.0, 1)"),
        ("m.dict({'b': 2, 'a': 1})", "{'a': 1, 'b': 2}"),
        (
            "m.optional(), m.optional(None), m.optional(3), m.unit(1)",
            "(None, None, 3, None)",
        ),
        ("m.parse('12')", "12"),
        (
            "m.scale(2), m.scale(2, 3), m.scale(2, factor=4), m.scale(factor=1, x=9)",
            "(5.0, 6.0, 8.0, 9.0)",
        ),
        (
            "m.named('a'), m.named('a', 'b', c=1, d=2), m.named(b='q', a='p')",
            "('ax7None', 'ab1Some(2)', 'pq7None')",
        ),
        (
            "m.keywords(1), m.keywords(1, 2, 3, x=4)",
            "((1, [], {}), (1, [2, 3], {'x': 4}))",
        ),
        (
            "m.only_rest(1, 2, key='k'), m.only_rest(key='k')",
            "('k12', 'k')",
        ),
    ] {
        m.check(&format!("import m\nx = {expression}\nprint(x)"), expected);
    }
}

#[test]
fn index_and_float_methods_convert() {
    let mut m = Machine::with(module());
    m.check(
        "import m\nclass I:\n def __index__(self): return 7\nclass F:\n def __float__(self): return 1.5\nprint(m.i8(I()), m.hypot(F(), 2), m.hypot(I(), 24))",
        "7 2.5 25.0",
    );
}

#[test]
fn what_does_not_fit_is_told() {
    let mut m = Machine::with(module());
    for (expression, expected) in [
        (
            "m.joined(b'', 'text')",
            "TypeError: joined() argument 2 must be bytes-like object, not str",
        ),
        (
            "m.backwards([1])",
            "TypeError: backwards() argument 1 must be bytes-like object, not list",
        ),
        (
            "m.hypot('a', 1)",
            "TypeError: hypot() argument 1 must be real number, not str",
        ),
        (
            "m.hypot(1, None)",
            "TypeError: hypot() argument 2 must be real number, not None",
        ),
        (
            "m.i8(1.5)",
            "TypeError: i8() argument 1 must be int, not float",
        ),
        (
            "m.text(1)",
            "TypeError: text() argument 1 must be str, not int",
        ),
        (
            "m.ints(['a'])",
            "TypeError: ints() argument 1 must be int, not list",
        ),
        (
            "m.pair((1,))",
            "TypeError: pair() argument 1 must be tuple of 2 items, not tuple",
        ),
        (
            "m.i8(128)",
            "OverflowError: signed char is greater than maximum",
        ),
        (
            "m.i16(-32769)",
            "OverflowError: signed short integer is less than minimum",
        ),
        (
            "m.i32(2**31)",
            "OverflowError: signed integer is greater than maximum",
        ),
        (
            "m.i64(2**63)",
            "OverflowError: Python int too large to convert to C long",
        ),
        (
            "m.u8(256)",
            "OverflowError: unsigned byte integer is greater than maximum",
        ),
        (
            "m.u64(-1)",
            "OverflowError: can't convert negative int to unsigned",
        ),
        (
            "m.u64(-2**70)",
            "OverflowError: can't convert negative int to unsigned",
        ),
        (
            "m.u64(2**64)",
            "OverflowError: Python int too large to convert to C unsigned long",
        ),
        (
            "m.letter('xy')",
            "TypeError: letter() argument 1 must be a unicode character, not str",
        ),
        ("m.parse('x')", "ValueError: invalid digit found in string"),
        (
            "m.narrow(300)",
            "OverflowError: out of range integral type conversion attempted",
        ),
        ("m.fail('gone')", "LookupError: gone"),
        ("m.hypot(1)", "TypeError: hypot expected 2 arguments, got 1"),
        (
            "m.text('\\ud800')",
            "UnicodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
        ),
    ] {
        m.check_error(&format!("import m\nprint({expression})"), expected);
    }
}
