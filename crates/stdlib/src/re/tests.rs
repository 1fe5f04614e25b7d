//! The engine without a VM: errors of patterns, what programs find, and that nothing
//! breaks, whatever the pattern and the text.

use super::compile::compile;
use super::machine::{Machine, Memory, Mode, Step};
use super::parse::parse;
use super::program::Program;
use super::source::Fault;
use super::template::{Groups, Piece};
use super::tree::flag;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use miniscript_core::text::wtf8::CodePoints;
use proptest::prelude::*;

fn characters(text: &str) -> Vec<u32> {
    CodePoints::new(text.as_bytes()).collect()
}

fn program(pattern: &str, flags: u32) -> Result<Program, Fault> {
    let tree = parse(&characters(pattern), true, flags, &|_| None).1?;
    compile(&tree, false, &mut |_, bytes| bytes < 1 << 24)
}

/// What a pattern has against it, with the position.
fn fault(pattern: &str) -> String {
    match program(pattern, 0) {
        Ok(_) => String::from("ok"),
        Err(Fault::Error(message, at)) => {
            let message = String::from_utf8_lossy(&message).to_string();
            match at {
                Some(at) => format!("{message} @{at}"),
                None => message,
            }
        }
        Err(other) => format!("{other:?}"),
    }
}

/// The spans of all matches, or how the search ended.
fn spans(pattern: &str, text: &str, slice: usize, most: usize) -> Result<Vec<(usize, usize)>, Step> {
    let program = program(pattern, 0).map_err(|_| Step::Nothing)?;
    let narrow = text.is_ascii();
    let memory = Memory::default();
    let mut machine = Machine::new((text.as_bytes(), narrow), 0, Mode::Search, memory, 1 << 20);
    let (mut found, mut used) = (Vec::new(), 0);
    loop {
        let mut steps = slice;
        match machine.run(&program, &mut steps) {
            Step::Found => {
                found.push((machine.start, machine.at));
                machine.again();
            }
            Step::Paused => {}
            Step::Nothing => return Ok(found),
            Step::Memory => return Err(Step::Memory),
        }
        used += slice - steps + 1;
        if used > most {
            return Err(Step::Paused);
        }
    }
}

#[test]
fn errors_say_what_and_where() {
    for (pattern, wanted) in [
        ("a(b|c", "missing ), unterminated subpattern @1"),
        ("a)b", "unbalanced parenthesis @1"),
        ("*", "nothing to repeat @0"),
        ("ab**", "multiple repeat @3"),
        ("x{2,1}", "min repeat greater than max repeat @2"),
        ("[a", "unterminated character set @0"),
        ("[z-a]", "bad character range z-a @1"),
        ("\\", "bad escape (end of pattern) @0"),
        ("\\y", "bad escape \\y @0"),
        ("\\x4", "incomplete escape \\x4 @0"),
        ("(?P<a>)(?P<a>)", "redefinition of group name 'a' as group 2; was group 1 @11"),
        ("(?P<1>)", "bad character in group name '1' @4"),
        ("(?P=n)", "unknown group name 'n' @4"),
        ("(a)\\2", "invalid group reference 2 @4"),
        ("(?(2)a)", "invalid group reference 2 @3"),
        ("(\\1)", "cannot refer to an open group @1"),
        ("(?<=a+)", "look-behind requires fixed-width pattern"),
        ("x(?i)", "global flags not at the start of the expression @1"),
        ("(?ix-i:a)", "bad inline flags: flag turned on and off @6"),
        ("(?z)", "unknown extension ?z @1"),
        ("a{4294967295}", "Overflow(\"the repetition number is too large\")"),
        ("(?:a|b)++", "ok"),
    ] {
        assert_eq!(fault(pattern), wanted, "{pattern}");
    }
}

#[test]
fn positions_and_notices_of_sets() {
    let (notices, tree) = parse(&characters("[[a&&b||c]"), true, 0, &|_| None);
    assert!(tree.is_ok());
    let shown: Vec<_> = notices
        .iter()
        .map(|notice| (String::from_utf8_lossy(&notice.message), notice.future))
        .collect();
    assert_eq!(
        shown,
        [
            ("Possible nested set at position 1".into(), true),
            ("Possible set intersection at position 3".into(), true),
            ("Possible set union at position 6".into(), true),
        ]
    );
}

#[test]
fn matches_are_where_they_should_be() {
    for (pattern, text, wanted) in [
        ("a|ab", "abab", &[(0, 1), (2, 3)][..]),
        ("a*", "baac", &[(0, 0), (1, 3), (3, 3), (4, 4)]),
        ("(?>a*)a", "aaa", &[]),
        ("(?>|a)b", "ab", &[(1, 2)]),
        ("(?:a|ab){2}+", "aba", &[]),
        ("(?<=é)b", "éb b", &[(2, 3)]),
        ("[é-ü]+?x", "éüx", &[(0, 5)]),
        (".*é", "aéaé\né", &[(0, 6), (7, 9)]),
        ("(a)?b(?(1)c|d)", "abcbd", &[(0, 3), (3, 5)]),
        ("(?i)straSSe", "STRASSE", &[(0, 7)]),
        ("\\b\\w", "ab cd", &[(0, 1), (3, 4)]),
        ("(\\w)\\1", "aabbc", &[(0, 2), (2, 4)]),
        ("(?!a)\\w", "ab", &[(1, 2)]),
        ("x{2,3}?x", "xxxx", &[(0, 3)]),
        ("(?:)*", "", &[(0, 0)]),
    ] {
        // However often it is interrupted.
        for slice in [1, 2, 7, 1000] {
            assert_eq!(spans(pattern, text, slice, 1 << 20).as_deref(), Ok(wanted), "{pattern}");
        }
    }
}

#[test]
fn what_takes_too_long_is_stopped() {
    let text = "a".repeat(40);
    for pattern in ["(a*)*b", "(a|aa)+b", "(?:a?){30}b", "(.*)*\\1b", "(?:a+)+?b", "(?=(a+)+b)"] {
        assert_eq!(spans(pattern, &text, 100, 100_000), Err(Step::Paused), "{pattern}");
    }
    // The stack is bounded, too.
    let text = "ab".repeat(100_000);
    assert_eq!(spans("(?:a|b|(c))*(?:a|b)*d", &text, 1000, 1 << 24), Err(Step::Memory));
}

#[test]
fn compiling_is_bounded() {
    let tree = parse(&characters(&"(?:ab|cd)".repeat(1000)), true, 0, &|_| None).1;
    let tree = tree.unwrap_or_default();
    let result = compile(&tree, false, &mut |_, bytes| bytes < 10_000);
    assert!(matches!(result, Err(Fault::Memory)));
    // Nesting costs memory only.
    let deep = "(".repeat(20_000) + "a" + &")".repeat(20_000);
    assert_eq!(fault(&deep), "ok");
    assert_eq!(fault(&"(?:".repeat(20_000)), "missing ), unterminated subpattern @59997");
}

#[test]
fn replacements_are_taken_apart() {
    let names = BTreeMap::from([(characters("n"), 1)]);
    let groups = Groups {
        count: 1,
        names: &names,
    };
    let parsed = |text: &str| super::template::parse(&characters(text), true, &groups).1;
    assert_eq!(
        parsed("a\\1\\g<n>\\n\\\\\\g<0>"),
        Ok(alloc::vec![
            Piece::Text(b"a".to_vec()),
            Piece::Group(1),
            Piece::Group(1),
            Piece::Text(b"\n\\".to_vec()),
            Piece::Group(0),
        ])
    );
    for (text, message, at) in [
        ("\\2", "invalid group reference 2", 1),
        ("\\q", "bad escape \\q", 0),
        ("\\g<n", "missing >, unterminated name", 3),
        ("\\400", "octal escape value \\400 outside of range 0-0o377", 0),
    ] {
        let wanted = Fault::Error(message.as_bytes().to_vec(), Some(at));
        assert_eq!(parsed(text), Err(wanted), "{text}");
    }
}

/// Patterns that are likely to be right, of few characters.
fn patterns() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "[abé]{1,3}",
        Just(String::from(".")),
        Just(String::from("\\w")),
        Just(String::from("[^a]")),
        Just(String::from("[a-é]")),
        Just(String::from("^")),
        Just(String::from("$")),
        Just(String::from("\\b")),
        Just(String::from("\\1")),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a}{b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("(?:{a}|{b})")),
            inner.clone().prop_map(|a| format!("({a})")),
            (inner.clone(), "[*+?]|\\{1,2\\}|\\{2\\}", "[?+]?")
                .prop_map(|(a, count, greed)| format!("(?:{a}){count}{greed}")),
            (inner.clone(), "\\?=|\\?!|\\?>|\\?<=|\\?<!|\\?i:")
                .prop_map(|(a, kind)| format!("({kind}{a})")),
            inner.prop_map(|a| format!("(a)?(?(1){a}|b)")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_pattern_is_parsed_or_refused(pattern in any::<String>(), flags in 0..512u32) {
        let _ = program(&pattern, flags & !flag::TEMPLATE);
        let _ = parse(&characters(&pattern), false, flags, &|_| None);
    }

    #[test]
    fn signs_in_any_order(pattern in "[ab(){}\\[\\]|*+?^$.\\\\:=!<>#iPd1-]{0,24}", text in "[ab1\n]{0,12}") {
        let _ = spans(&pattern, &text, 50, 20_000);
    }

    #[test]
    fn any_text_is_searched(pattern in patterns(), text in "[abéß \n]{0,16}") {
        if let Ok(found) = spans(&pattern, &text, 64, 50_000) {
            let mut last = 0;
            for (start, end) in found {
                prop_assert!(last <= start && start <= end && end <= text.len());
                prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(end));
                last = end;
            }
        }
    }

    #[test]
    fn interruptions_change_nothing(pattern in patterns(), text in "[abé]{0,10}") {
        let whole = spans(&pattern, &text, 10_000, 40_000);
        if let Ok(whole) = whole {
            prop_assert_eq!(spans(&pattern, &text, 3, usize::MAX), Ok(whole));
        }
    }
}
