//! Random programs and random bytes: nothing panics, memory and fuel end them by
//! messages or a fault, and text gives the same in one piece as byte by byte.

mod common;

use common::Session;
use miniscript_core::{Blame, Limits};
use proptest::prelude::*;

const WORDS: &[&str] = &[
    "id",
    "dup",
    "pop",
    "swap",
    "over",
    "pick",
    "rollup",
    "rolldown",
    "rotate",
    "dupd",
    "popd",
    "swapd",
    "stack",
    "unstack",
    "choice",
    "and",
    "or",
    "xor",
    "not",
    "+",
    "-",
    "*",
    "/",
    "rem",
    "div",
    "sign",
    "neg",
    "abs",
    "succ",
    "pred",
    "max",
    "min",
    "ord",
    "chr",
    "sqrt",
    "floor",
    "pow",
    "trunc",
    "frexp",
    "ldexp",
    "modf",
    "format",
    "formatf",
    "strtol",
    "strtod",
    "gmtime",
    "mktime",
    "strftime",
    "first",
    "rest",
    "uncons",
    "unswons",
    "cons",
    "swons",
    "size",
    "null",
    "small",
    "at",
    "of",
    "in",
    "has",
    "take",
    "drop",
    "concat",
    "enconcat",
    "compare",
    "equal",
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "integer",
    "list",
    "leaf",
    "user",
    "typeof",
    "sametype",
    "casting",
    "name",
    "intern",
    "body",
    "ifinteger",
    "iflist",
    "i",
    "x",
    "dip",
    "app1",
    "app11",
    "app12",
    "nullary",
    "unary",
    "binary",
    "ternary",
    "unary2",
    "unary3",
    "unary4",
    "cleave",
    "construct",
    "branch",
    "ifte",
    "cond",
    "case",
    "opcase",
    "while",
    "step",
    "map",
    "filter",
    "split",
    "some",
    "all",
    "fold",
    "times",
    "infra",
    "primrec",
    "linrec",
    "tailrec",
    "binrec",
    "genrec",
    "condlinrec",
    "condnestrec",
    "treestep",
    "treerec",
    "treegenrec",
    "assign",
    "unassign",
    "put",
    "putch",
    "putchars",
    "get",
    "conts",
    "undefs",
    "gc",
    "foo",
    "bar",
    "true",
    "false",
    "maxint",
    "abort",
    "srand",
    "rand",
    "setautoput",
    "setundeferror",
    "plugin-load",
    "include",
    "fput",
    "stdout",
    "stderr",
    "a.b",
    "help",
];

/// A program of literals, words and quotations, with terms and definitions.
fn program() -> impl Strategy<Value = String> {
    let literal = prop_oneof![
        (-3i64..70).prop_map(|i| i.to_string()),
        any::<i64>().prop_map(|i| i.to_string()),
        (-9.0..9.0f64).prop_map(|f| format!("{f:.3}")),
        "[a-cé]{0,4}".prop_map(|s| format!("\"{s}\"")),
        Just(String::from("'a")),
        Just(String::from("{1 5 63}")),
        Just(String::from("[]")),
    ];
    let word = prop::sample::select(WORDS).prop_map(String::from);
    let atom = prop_oneof![2 => literal, 3 => word];
    let factor = atom.prop_recursive(4, 40, 6, |inner| {
        prop::collection::vec(inner, 0..6).prop_map(|parts| format!("[{}]", parts.join(" ")))
    });
    let term = prop::collection::vec(factor, 0..12).prop_map(|parts| parts.join(" "));
    let unit = prop_oneof![
        5 => term.clone().prop_map(|term| format!("{term} .\n")),
        1 => term.clone().prop_map(|term| format!("DEFINE foo == {term}.\n")),
        1 => term.clone().prop_map(|term| format!("CONST bar == {term}.\n")),
        1 => term.prop_map(|term| format!("HIDE bar == {term} IN foo == bar END\n")),
    ];
    prop::collection::vec(unit, 1..6).prop_map(|units| units.concat())
}

/// Text that looks like source.
fn source() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just("DEFINE "),
        Just("HIDE "),
        Just("IN "),
        Just("END "),
        Just("MODULE "),
        Just("CONST "),
        Just("PUBLIC "),
        Just("m "),
        Just("m.q "),
        Just("== "),
        Just("; "),
        Just(". "),
        Just("."),
        Just("[ "),
        Just("]"),
        Just("{ "),
        Just("}"),
        Just("( "),
        Just("(* x *)"),
        Just("(*"),
        Just("#x\n"),
        Just("\n"),
        Just("$x\n"),
        Just("'a "),
        Just("'\\0"),
        Just("\"a\\065\" "),
        Just("\""),
        Just("1 "),
        Just("0x"),
        Just("1.5e"),
        Just("-"),
        Just("99 "),
        Just("dup "),
        Just("+ "),
        Just("setecho "),
        Just("3"),
        Just("é"),
        Just("\0"),
        Just("put "),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|parts| parts.concat().into_bytes())
}

fn limits() -> Limits {
    Limits {
        memory: 2 << 20,
        fuel: Some(60_000),
        ..Limits::default()
    }
}

fn fed(pieces: &[&[u8]]) -> (String, String) {
    let mut session = Session::new(limits());
    for piece in pieces {
        let joy = &mut session.joy;
        match session.vm.enter(|cx| joy.feed(cx, piece)) {
            Ok(miniscript_joy::Status::Quit) => break,
            Ok(_) => {}
            Err(fault) => {
                assert_eq!(fault.blame(), Blame::Stopped, "{fault}");
                break;
            }
        }
    }
    (session.output.take(), session.errors.take())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn programs_end_without_a_panic(program in program()) {
        let mut session = Session::new(limits());
        let joy = &mut session.joy;
        let result = session.vm.enter(|cx| joy.run(cx, program.as_bytes(), "t"));
        if let Err(fault) = result {
            prop_assert_eq!(fault.blame(), Blame::Stopped, "{}", fault);
        }
    }

    #[test]
    fn collecting_at_every_allocation_changes_nothing(program in program()) {
        let run = |stress| {
            let mut session = Session::new(Limits { fuel: Some(1_000), ..limits() });
            session.vm.set_stress(stress);
            let joy = &mut session.joy;
            let ended = session.vm.enter(|cx| joy.run(cx, program.as_bytes(), "t")).is_ok();
            (ended, session.output.take(), session.errors.take())
        };
        prop_assert_eq!(run(false), run(true));
    }

    #[test]
    fn text_may_come_in_any_pieces(source in source()) {
        let single: Vec<&[u8]> = source.chunks(1).collect();
        prop_assert_eq!(fed(&[&source]), fed(&single));
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        prop_assert_eq!(fed(&[&bytes]), fed(&single));
    }
}
