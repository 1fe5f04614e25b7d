//! Generated programs: whatever the parser takes is compiled to code that the verifier and the
//! dataflow analysis accept, and mutated chunks never make the verifier panic.

extern crate std;

use super::dataflow;
use crate::compile::chunk::{Chunk, Const, Handler};
use crate::compile::part::Part;
use crate::compile::{Options, compile, verify};
use crate::syntax::Mode;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::{format, vec};
use proptest::prelude::*;

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[abcd]", Just("__p".to_string()), Just("super".to_string())]
}

fn expr() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => name(),
        1 => (-3..70_000_i64).prop_map(|n| n.to_string()),
        1 => prop_oneof![
            Just("None"), Just("True"), Just("0"), Just("1.5"), Just("''"), Just("'x'"),
            Just("()"), Just("..."), Just("super()"), Just("99999999999999999999"),
        ].prop_map(ToString::to_string),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let op = prop_oneof![
            Just("+"),
            Just("-"),
            Just("*"),
            Just("//"),
            Just("%"),
            Just("**"),
            Just("<<"),
            Just("and"),
            Just("or"),
            Just("<"),
            Just("=="),
            Just("is"),
            Just("is not"),
            Just("in"),
            Just("not in"),
            Just(">="),
        ];
        prop_oneof![
            (inner.clone(), op, inner.clone()).prop_map(|(a, o, b)| format!("({a} {o} {b})")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("({a} if {b} else {c})")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("({a} < {b} is {c})")),
            (name(), inner.clone()).prop_map(|(n, e)| format!("({n} := {e})")),
            inner.clone().prop_map(|e| format!("(not {e})")),
            inner.clone().prop_map(|e| format!("(-{e})")),
            (inner.clone(), inner.clone()).prop_map(|(f, a)| format!("({f})({a}, k={a})")),
            (inner.clone(), inner.clone()).prop_map(|(f, a)| format!("({f}).m({a}, {f})")),
            (inner.clone(), inner.clone())
                .prop_map(|(f, a)| format!("({f})(1, *{a}, x=1, **{a}, y=2)")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a})[{b}:]")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("[{a}, *{b}, 1]")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}, {b})")),
            (inner.clone(), inner.clone())
                .prop_map(|(a, b)| format!("{{{a}: {b}, **{a}, 1: {b}}}")),
            (inner.clone(), name(), inner.clone())
                .prop_map(|(a, n, b)| format!("[{a} for {n} in {b} if {a} if {n}]")),
            (inner.clone(), name(), inner.clone())
                .prop_map(|(a, n, b)| format!("({a} for {n} in {b} for a in {a})")),
            (inner.clone(), name(), inner.clone())
                .prop_map(|(a, n, b)| format!("{{{n}: {a} for {n} in {b}}}")),
            (inner.clone(), name()).prop_map(|(a, n)| format!("(lambda {n}=1, *z: {a})")),
            inner.clone().prop_map(|a| format!("(yield {a})")),
            inner.prop_map(|a| format!("f'{{a!r:{{b}}}}' + str({a})")),
        ]
    })
}

fn target() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => name(),
        1 => name().prop_map(|n| format!("{n}.x")),
        1 => (name(), name()).prop_map(|(n, m)| format!("{n}[{m}]")),
        1 => (name(), name()).prop_map(|(n, m)| format!("{n}, *{m}")),
        1 => (name(), name()).prop_map(|(n, m)| format!("({n}, {m})")),
    ]
}

/// Patterns that bind nothing, so that they may stand side by side.
fn closed_pattern() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("1"),
        Just("'x'"),
        Just("None"),
        Just("-2.5"),
        Just("a.b"),
        Just("70000"),
        Just("True"),
    ];
    leaf.prop_map(ToString::to_string)
        .prop_recursive(3, 12, 3, |inner| {
            prop_oneof![
                (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("[{a}, *_, {b}]")),
                (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} | {b})")),
                (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("C({a}, _, k={b})")),
                (inner.clone(), inner).prop_map(|(a, b)| format!("{{'k': {a}, a.c: {b}}}")),
            ]
        })
}

fn pattern() -> impl Strategy<Value = String> {
    (closed_pattern(), name(), 0..8).prop_map(|(p, n, shape)| match shape {
        0 => format!("{p} as {n}"),
        1 => format!("[{n}, {p}, *w]"),
        2 => format!("[*w, {p}, {n}]"),
        3 => format!("{{'k': {n}, 'l': {p}, **w}}"),
        4 => format!("[w, {n}, {p}] | [{p}, {n}, w] | {{1: w, 2: [{n}]}}"),
        5 => format!("C({p}, w, y={n}) | D({n}, {p} as w)"),
        6 => format!("[_, *_, {p}, [{n}]]"),
        _ => p,
    })
}

fn indent(block: &[String]) -> String {
    let mut out = String::new();
    for stmt in block {
        for line in stmt.lines() {
            out.push_str("  ");
            out.push_str(line);
            out.push('\n');
        }
    }
    if out.is_empty() {
        out.push_str("  pass\n");
    }
    out
}

fn stmt() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => (target(), expr()).prop_map(|(t, e)| format!("{t} = {e}")),
        2 => (name(), expr()).prop_map(|(t, e)| format!("{t} += {e}")),
        1 => (name(), expr()).prop_map(|(t, e)| format!("{t}.x -= {e}")),
        1 => (name(), expr()).prop_map(|(t, e)| format!("{t}[{t}] *= {e}")),
        2 => expr(),
        1 => expr().prop_map(|e| format!("return {e}")),
        1 => name().prop_map(|n| format!("del {n}")),
        1 => Just("break".to_string()),
        1 => Just("continue".to_string()),
        1 => expr().prop_map(|e| format!("raise {e} from a")),
        1 => Just("raise".to_string()),
        1 => expr().prop_map(|e| format!("assert {e}, {e}")),
        1 => name().prop_map(|n| format!("import {n}.x.y as {n}, z")),
        1 => name().prop_map(|n| format!("from ..x import {n}, b as c")),
        1 => (name(), expr()).prop_map(|(n, e)| format!("{n}: {e} = {e}")),
    ];
    leaf.prop_recursive(4, 40, 4, |inner| {
        let block = prop::collection::vec(inner, 0..4).prop_map(|b| indent(&b));
        let test = prop_oneof![3 => expr(), 1 => Just("1".to_string()), 1 => Just("0".to_string())];
        prop_oneof![
            (test.clone(), block.clone()).prop_map(|(e, b)| format!("if {e}:\n{b}")),
            (test.clone(), test.clone(), block.clone(), block.clone())
                .prop_map(|(e, f, b, c)| format!("if {e}:\n{b}elif {f}:\n{c}else:\n{b}")),
            (test, block.clone(), block.clone())
                .prop_map(|(e, b, c)| format!("while {e}:\n{b}else:\n{c}")),
            (target(), expr(), block.clone(), block.clone())
                .prop_map(|(t, e, b, c)| format!("for {t} in {e}:\n{b}else:\n{c}")),
            (expr(), target(), block.clone())
                .prop_map(|(e, t, b)| format!("with {e} as {}, a:\n{b}", t.replace(", *", "."))),
            (block.clone(), expr(), name(), block.clone(), block.clone()).prop_map(
                |(b, e, n, c, d)| format!("try:\n{b}except {e} as {n}:\n{c}except:\n{d}else:\n{c}")
            ),
            (block.clone(), block.clone()).prop_map(|(b, c)| format!("try:\n{b}finally:\n{c}")),
            (block.clone(), expr(), block.clone(), block.clone())
                .prop_map(|(b, e, c, d)| { format!("try:\n{b}except {e}:\n{c}finally:\n{d}") }),
            (pattern(), pattern(), expr(), block.clone()).prop_map(|(p, q, g, b)| {
                let b = indent(&[b]);
                format!("match a, d:\n case {p} if {g}:\n{b} case {q}:\n  d = w\n case _:\n  b\n")
            }),
            // No jump may leave such a handler: so they hold expressions.
            (block.clone(), expr(), name()).prop_map(|(b, e, n)| {
                let handlers = format!("except* {e} as {n}:\n  d = {n}\nexcept* a:\n  raise\n");
                format!("try:\n{b}{handlers}else:\n  b = d\n")
            }),
            (name(), name(), block.clone()).prop_map(|(f, p, b)| format!(
                "@dec\ndef {f}({p}, q: 1 = {p}, *, r={p}, **s):\n{b}"
            )),
            (name(), name(), block.clone())
                .prop_map(|(f, n, b)| format!("def {f}(self):\n  nonlocal {n}\n{b}")),
            (name(), block).prop_map(|(c, b)| format!("class {c}(a, metaclass=b):\n{b}")),
        ]
    })
}

fn program() -> impl Strategy<Value = String> {
    prop::collection::vec(stmt(), 1..5)
        .prop_map(|body| format!("def f(a, b=1, *c):\n  d = 1\n{}", indent(&body)))
}

/// 48 cases unless `PROPTEST_CASES` says otherwise.
fn config() -> ProptestConfig {
    let default = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => default,
        None => ProptestConfig {
            cases: 48,
            ..default
        },
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn programs_compile_to_sound_code(source in program()) {
        if let Ok(chunk) = compile(source.as_bytes(), "g", Mode::Module, &Options::default()) {
            prop_assert_eq!(verify::verify(&chunk), Ok(()));
            prop_assert_eq!(dataflow::check(&chunk), Ok(()), "{}\n{}", source, chunk.disassembly());
        }
    }

    #[test]
    fn mutated_chunks_are_judged_without_a_panic(
        source in program(),
        edits in prop::collection::vec((any::<u32>(), 0..64_u32, any::<u16>()), 1..6),
    ) {
        if let Ok(chunk) = compile(source.as_bytes(), "g", Mode::Module, &Options::default()) {
            let mut chunk = Chunk::clone(&chunk);
            for (place, bit, value) in edits {
                mutate(&mut chunk, place as usize, bit, value);
            }
            if verify::verify(&chunk).is_ok() {
                // What passes can be shown.
                prop_assert!(!chunk.disassembly().to_string().is_empty());
            }
        }
    }
}

/// How many programs are taken at all: the generator must not be vacuous.
#[test]
fn most_programs_compile() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut taken = 0;
    for _ in 0..100 {
        let source = program().new_tree(&mut runner).unwrap().current();
        let result = compile(source.as_bytes(), "g", Mode::Module, &Options::default());
        taken += usize::from(result.is_ok());
    }
    assert!(taken > 25, "only {taken} of 100");
}

fn mutate(chunk: &mut Chunk, place: usize, bit: u32, value: u16) {
    let count = chunk.protos.len();
    let p = &mut chunk.protos[place % count];
    let at = place / count;
    match bit {
        48 => p.nregs = value,
        49 => p.args = value,
        50 => p.posonly = value,
        51 => p.kwonly = value,
        52 => p.flags = value as u8,
        53 => p.free_start = value,
        54 => p.doc = Some(value),
        55 => p.consts = Box::new([Const::Tuple(Box::new([Const::Str(Part::Lent(&[0xFF]))]))]),
        56 => p.sites = boxed(&p.sites, |sites| sites.fill(value)),
        57 => {
            p.heights = boxed(&p.heights, |heights| {
                // An earlier change may have taken them all.
                let count = heights.len().max(1);
                if let Some(height) = heights.get_mut(at % count) {
                    *height = value;
                }
            });
        }
        58 => {
            let (start, end) = (u32::from(value), u32::from(value) + bit);
            p.handlers = Box::new([Handler {
                start,
                end,
                target: place as u32,
                reg: value,
            }]);
        }
        59 => p.code = Part::Own(p.code[..at % p.code.len().max(1)].into()),
        60 => p.heights = Part::Lent(&[]),
        _ => {
            p.code = boxed(&p.code, |code| {
                let words = code.len().max(1);
                if let Some(word) = code.get_mut(at % words) {
                    *word ^= 1 << bit;
                }
            });
        }
    }
}

fn boxed<T: Clone>(part: &[T], change: impl FnOnce(&mut [T])) -> Part<[T]> {
    let mut items: Box<[T]> = part.into();
    change(&mut items);
    Part::Own(items)
}
