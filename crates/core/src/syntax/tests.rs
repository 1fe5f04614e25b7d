//! Tests of trees and errors against stored output of CPython 3.11, and properties.

use super::*;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use proptest::prelude::*;

fn show(source: &[u8], mode: Mode) -> String {
    let lines = LineIndex::new(source).expect("memory");
    // Knows no name, as CPython knows none of those in the cases.
    let unicode = UnicodeData {
        character: |_| None,
        compatible: |_| None,
    };
    let options = Options {
        unicode: Some(unicode),
        ..Options::default()
    };
    match parse(source, mode, &options) {
        Ok(tree) => dump(&tree, None),
        Err(error) => {
            let place = error
                .location(source, &lines, Origin::Text)
                .expect("memory");
            let (kind, message) = (error.kind, &error.message);
            format!(
                "!{kind:?}|{message}|{}|{}|{}",
                place.lineno, place.offset, place.end_offset
            )
        }
    }
}

/// The cases of a stored file: source and expected text, between lines of dashes.
fn cases(stored: &'static str) -> Vec<(String, &'static str)> {
    let cases = stored
        .split("\n-----\n")
        .filter_map(|case| case.split_once("\n=====\n"));
    cases
        .map(|(source, expected)| (source.replace("\\r", "\r"), expected.trim_end()))
        .collect()
}

#[test]
fn trees_equal_cpythons() {
    let cases = cases(include_str!("testdata/trees.txt"));
    assert!(cases.len() > 50);
    for (source, expected) in cases {
        assert_eq!(
            show(source.as_bytes(), Mode::Module),
            expected,
            "source:\n{source}"
        );
    }
}

#[test]
fn errors_equal_cpythons() {
    let cases = cases(include_str!("testdata/errors.txt"));
    assert!(cases.len() > 150);
    for (source, expected) in cases {
        assert_eq!(
            show(source.as_bytes(), Mode::Module),
            expected,
            "source:\n{source}"
        );
    }
}

#[test]
fn encoding_is_checked() {
    let message = |source: &[u8]| show(source, Mode::Module);
    assert!(message(b"\xff").contains("Non-UTF-8 code starting with '\\xff'"));
    assert!(message(b"x = '\xe9a'").contains("starting with '\\xe9'"));
    assert!(message(b"a\0").contains("source code string cannot contain null bytes"));
    assert!(message(b"\xff\xfea\0").contains("starting with '\\xff'"));
    assert!(message(b"\0\n\xff").contains("null bytes"));
    assert!(message(b"# coding: koi8-r\n").contains("encoding problem: koi8-r"));
    assert_eq!(
        message(b"\xef\xbb\xbfpass\r\npass\rpass"),
        message(b"pass\npass\npass\n")
    );
}

#[test]
fn interactive_input_may_go_on() {
    let incomplete = |source: &str| {
        parse(source.as_bytes(), Mode::Single, &Options::default())
            .err()
            .map(|e| e.incomplete)
    };
    for source in [
        "f(1,\n",
        "x = '''a\n",
        "if x:\n",
        "try:\n  pass\n",
        "@a\n",
        "x = \\\n",
    ] {
        assert_eq!(incomplete(source), Some(true), "{source:?}");
    }
    for source in ["f(1 1)\n", "x = 'a\n", "if x\n", ")\n"] {
        assert_eq!(incomplete(source), Some(false), "{source:?}");
    }
    let goes_on = |source: &str| {
        parse(source.as_bytes(), Mode::Single, &Options::default()).is_ok_and(|t| t.may_continue())
    };
    assert!(goes_on("if x:\n  pass\n"));
    assert!(goes_on("for i in x: i\n"));
    assert!(goes_on("@f\ndef g(): pass\n"));
    assert!(!goes_on("for i in x: i\n\n"));
    assert!(!goes_on("if x:\n  pass\n\n"));
    assert!(!goes_on("x = 1\n"));
}

#[test]
fn limits_are_errors() {
    let kind = |source: &str, options: &Options| {
        parse(source.as_bytes(), Mode::Module, options)
            .err()
            .map(|e| e.kind)
    };
    let source = "x = [1, 2, 3]\n".repeat(1000);
    for max_bytes in [0, 100, 10_000, 100_000] {
        let options = Options {
            max_bytes,
            ..Options::default()
        };
        assert_eq!(kind(&source, &options), Some(ErrorKind::Memory));
    }
    for (start, rest) in [
        ("", "-"),
        ("", "not "),
        ("", "lambda: "),
        ("x = ", "a if a else "),
    ] {
        let source = format!("{start}{}1", rest.repeat(100_000));
        assert_eq!(
            kind(&source, &Options::default()),
            Some(ErrorKind::Memory),
            "{rest}"
        );
    }
    for part in ["+a", ".a", "(a)", "[a]", " or a", "<a", "\nelif a: pass"] {
        let start = if part.starts_with('\n') {
            "if a: pass"
        } else {
            "a"
        };
        let source = format!("{start}{}", part.repeat(100_000));
        assert_eq!(kind(&source, &Options::default()), None, "{part}");
    }
}

const TOKENS: &[&str] = &[
    "a",
    "b",
    "print",
    "match",
    "case",
    "_",
    "1",
    "0x1f",
    "1.5e3",
    "2j",
    "'s'",
    "f'{a!r:>{b}}'",
    "b'x'",
    "f'{",
    "'''",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ":=",
    ";",
    ".",
    "...",
    "->",
    "@",
    "=",
    "+",
    "-",
    "*",
    "**",
    "/",
    "//",
    "|",
    "~",
    "<",
    "==",
    "!=",
    "+=",
    "\n",
    "\n    ",
    "\n\t",
    "\\\n",
    "#c\n",
    "False",
    "None",
    "and",
    "as",
    "async",
    "await",
    "break",
    "class",
    "def",
    "del",
    "elif",
    "else",
    "except",
    "finally",
    "for",
    "from",
    "global",
    "if",
    "import",
    "in",
    "is",
    "lambda",
    "nonlocal",
    "not",
    "or",
    "pass",
    "raise",
    "return",
    "try",
    "while",
    "with",
    "yield",
    "é",
    "\u{a0}",
    "$",
    "?",
];

proptest! {
    /// Any sequence of tokens is a tree or an error, and both can be shown.
    #[test]
    fn token_soup_never_panics(picks in prop::collection::vec(0..TOKENS.len(), 0..40)) {
        let source: Vec<&str> = picks.iter().map(|&pick| TOKENS[pick]).collect();
        for mode in [Mode::Module, Mode::Eval, Mode::Single] {
            let _ = show(source.join(" ").as_bytes(), mode);
        }
    }

    /// Any bytes are a tree or an error.
    #[test]
    fn bytes_never_panic(source in prop::collection::vec(any::<u8>(), 0..60)) {
        let _ = show(&source, Mode::Module);
    }

    /// A program with a piece cut out or moved is a tree or an error; blank lines and comments
    /// behind a program change nothing.
    #[test]
    fn mutated_programs_never_panic(
        pick in any::<prop::sample::Index>(), cut in 0_usize..200, length in 0_usize..20,
    ) {
        let cases = cases(include_str!("testdata/trees.txt"));
        let (source, expected) = &cases[pick.index(cases.len())];
        let longer = format!("{source}\n\n  # end\n");
        prop_assert_eq!(&show(longer.as_bytes(), Mode::Module), expected);
        let mut bytes = source.clone().into_bytes();
        let cut = cut.min(bytes.len());
        let end = (cut + length).min(bytes.len());
        let piece: Vec<u8> = bytes.drain(cut..end).collect();
        let _ = show(&bytes, Mode::Module);
        bytes.extend(piece);
        let _ = show(&bytes, Mode::Module);
    }
}
