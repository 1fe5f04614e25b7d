//! Programs under `tests/programs` print what CPython 3.11 prints.

mod common;

use common::machine;
use miniscript_tests::skip::skip;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oracle, where there is one of the right version.
fn python() -> Option<&'static str> {
    let output = Command::new("python3").arg("--version").output();
    let version = output.map_or_else(
        |error| error.to_string(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    );
    if version.starts_with("Python 3.11.") {
        return Some("python3");
    }
    skip(
        "standard modules",
        &format!("no CPython 3.11 but {version}"),
    );
    None
}

fn compare(program: &str) {
    let Some(python) = python() else { return };
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "programs", program]
        .iter()
        .collect();
    let script = std::fs::read_to_string(Path::new(&path)).unwrap();
    let output = Command::new(python)
        .arg("-c")
        .arg(&script)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let expected = String::from_utf8(output.stdout).unwrap();
    let mut machine = machine();
    let printed = match machine.run(&script) {
        Ok(printed) => printed,
        Err(fault) => panic!("{program}\n{}", fault.traceback()),
    };
    let mut differences = Vec::new();
    for (number, (ours, theirs)) in printed.lines().zip(expected.lines()).enumerate() {
        if ours != theirs {
            differences.push(format!(
                "line {}\n  ours {ours}\nCPython {theirs}",
                number + 1
            ));
        }
    }
    assert!(
        differences.is_empty(),
        "{program}: {} of {} lines differ\n{}",
        differences.len(),
        expected.lines().count(),
        differences[..differences.len().min(20)].join("\n")
    );
    assert_eq!(printed.lines().count(), expected.lines().count());
}

#[test]
fn math_of_floats() {
    compare("math_floats.py");
}

#[test]
fn math_of_ints() {
    compare("math_ints.py");
}

#[test]
fn json_reading() {
    compare("json_loads.py");
}

#[test]
fn json_writing() {
    compare("json_dumps.py");
}

#[test]
fn sys_and_time() {
    compare("sys_time.py");
}
