//! Hints for common mistakes, against the golden files of `tests/hints`: sources with the hint
//! and the exception's line that they must give. A hint is a field of its own.
#![cfg(feature = "hints")]

use miniscript_runtime::{Blame, Error, Fault, Limits, Vm};
use std::fs;
use std::path::Path;

fn fault(limits: Limits, source: &str) -> Fault {
    let mut vm = Vm::builder()
        .limits(limits)
        .input(Box::new(|| Ok(None)))
        .build()
        .expect("a VM");
    match vm.run_main(source.as_bytes(), "<stdin>") {
        Err(Error::Fault(fault)) => *fault,
        other => panic!("{source}\n{other:?}"),
    }
}

#[test]
fn golden_hints() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/hints");
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the golden files") {
        let path = entry.expect("a golden file").path();
        let text = fs::read_to_string(&path).expect("a text");
        for case in text.split("-----\n") {
            let (source, expected) = case.split_once("=====\n").expect("source and hint");
            let (hint, line) = expected.split_once('\n').expect("two lines");
            let fault = fault(Limits::default(), source);
            let found = format!("hint: {}", fault.hint().unwrap_or_default());
            assert_eq!(found, hint, "{}:\n{source}", path.display());
            // It stands before the exception's line, and nowhere else.
            let explained = fault.explained();
            assert!(explained.ends_with(expected), "{explained}\n{expected}");
            assert_eq!(
                explained.replace(&format!("{hint}\n"), ""),
                fault.traceback()
            );
            assert!(fault.traceback().ends_with(line), "{}", fault.traceback());
            assert!(!fault.message().contains("hint:"));
            count += 1;
        }
    }
    assert!(count > 150, "{count}");
}

#[test]
fn limits_say_what_raises_them() {
    let limits = Limits {
        fuel: Some(10_000),
        ..Limits::default()
    };
    let stopped = fault(limits, "while True: pass");
    assert_eq!(stopped.blame(), Blame::Stopped, "{stopped}");
    assert!(
        stopped
            .hint()
            .is_some_and(|hint| hint.contains("Limits::fuel"))
    );
    let limits = Limits {
        memory: 8 << 20,
        ..Limits::default()
    };
    let full = fault(limits, "x = []\nwhile True: x.append('a' * 1000)");
    assert!(
        full.hint()
            .is_some_and(|hint| hint.contains("Limits::memory"))
    );
}

#[test]
fn what_has_no_hint_is_as_it_was() {
    let fault = fault(Limits::default(), "raise Exception('a')");
    assert_eq!(fault.hint(), None);
    assert_eq!(fault.explained(), fault.traceback());
}
