//! Every program of the corpus does through the library what its expectation says.

mod common;

use std::path::Path;

#[test]
fn every_program_does_what_is_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/joy");
    let mut count = 0;
    let mut failures = Vec::new();
    for entry in std::fs::read_dir(&folder).expect("the corpus") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "joy") {
            continue;
        }
        count += 1;
        let source = std::fs::read(&path).expect("a program");
        let expected = std::fs::read_to_string(path.with_extension("expect")).expect("an outcome");
        for stress in [false, true] {
            let mut session = common::Session::new(Default::default());
            session.vm.set_stress(stress);
            let (out, err) = session.run(&source);
            let actual = outcome(&out, &err);
            if actual != expected {
                failures.push(format!(
                    "{} (collecting at every allocation: {stress})\n{actual}\nexpected\n{expected}",
                    path.display()
                ));
                break;
            }
        }
    }
    assert!(count >= 60, "only {count} programs");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The outcome as the corpus writes it.
fn outcome(out: &str, err: &str) -> String {
    let mut text = String::from("exit: 0\n");
    for (name, part) in [("stdout", out), ("stderr", err)] {
        if part.is_empty() {
            continue;
        }
        text.push_str(&format!("--- {name}"));
        if !part.ends_with('\n') {
            text.push_str(" (no final newline)");
        }
        text.push('\n');
        text.push_str(part);
        if !part.ends_with('\n') {
            text.push('\n');
        }
    }
    text.push_str("--- end\n");
    text
}
