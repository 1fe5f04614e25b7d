//! Line coverage by the compiler's instrumentation, read with LLVM's own tools.
//!
//! The tests run as usual, in a target folder of their own; every process adds to a few profile
//! files, so the programs that tests start count as well.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::lcov::{self, File};
use crate::cli::{Failure, Outcome};
use crate::process;

/// The share of lines, in per cent, that each of [`GATED`] must reach.
const MARK: f64 = 92.0;
const GATED: &[&str] = &["crates/core/src", "crates/stdlib/src"];
/// Where opcodes are executed; each arm `Op::Name` must have been reached.
const DISPATCH: &[&str] = &[
    "crates/core/src/vm/dispatch.rs",
    "crates/core/src/vm/slow/rare.rs",
];
/// Their programs are other tests' as well, but for the generated ones, which are many and alike.
const LEFT_OUT: &[&str] = &[
    "the_corpus_passes_with_a_collection_at_every_allocation",
    "the_corpus_passes_with_a_collection_always_under_way",
    "generated_programs_do_what_cpython_does",
    "the_stored_outcomes_are_those_of_cpython",
];

/// Builds, runs, reports.
///
/// # Errors
/// When a tool is missing, a test fails, or a mark is missed.
pub(super) fn run(all: bool) -> Outcome {
    let merge = tool("llvm-profdata")?;
    let export = tool("llvm-cov")?;
    let target = process::target_dir().join("coverage");
    let profiles = target.join("profiles");
    // A folder of an earlier run would add its counts.
    if profiles.exists() {
        fs::remove_dir_all(&profiles).map_err(|error| error.to_string())?;
    }
    let objects = objects(&target, &profiles)?;
    let mut tests = cargo(&target, &profiles);
    // What was built with the tests is what they run.
    for (variable, name) in [("MINISCRIPT_BIN", "miniscript"), ("JOY_BIN", "joy")] {
        tests.env(variable, product(&target, name));
    }
    tests.args(TESTS).args(["--no-fail-fast", "--"]);
    for name in LEFT_OUT {
        tests.args(["--skip", name]);
    }
    process::run(&mut tests)?;
    let merged = target.join("merged.profdata");
    process::run(
        process::program(merge)
            .args(["merge", "--sparse", "--output"])
            .arg(&merged)
            .arg(&profiles),
    )?;
    let mut command = process::program(export);
    command
        .args(["export", "--format=lcov", "--instr-profile"])
        .arg(&merged);
    for (index, object) in objects.iter().enumerate() {
        if index > 0 {
            command.arg("--object");
        }
        command.arg(object);
    }
    let files = lcov::parse(&process::output(&mut command)?, &process::root());
    let mut complaints = report(&files, all);
    complaints.extend(arms(&files)?);
    if complaints.is_empty() {
        return Ok(());
    }
    Err(Failure::Found(complaints.join("\n  ")))
}

/// The tests of what is measured, and the corpus; the others reach little that these do not.
const TESTS: &[&str] = &[
    "test",
    "--package=miniscript-core",
    "--package=miniscript-ext",
    "--package=miniscript-stdlib",
    "--package=miniscript-joy",
    "--package=miniscript-tests",
    "--package=miniscript-cli",
    "--lib",
    "--bins",
    "--tests",
];

fn cargo(target: &Path, profiles: &Path) -> std::process::Command {
    let mut command = process::cargo();
    command
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("RUSTFLAGS", "-C instrument-coverage")
        .env("LLVM_PROFILE_FILE", profiles.join("%8m.profraw"));
    command
}

/// LLVM's tool, under its plain name or with the version that Debian appends.
fn tool(name: &str) -> Result<PathBuf, Failure> {
    let variable = name.replace('-', "_").to_uppercase();
    if let Some(path) = std::env::var_os(&variable) {
        return Ok(path.into());
    }
    [format!("{name}-22"), name.to_owned()]
        .iter()
        .find_map(|name| process::which(name))
        .ok_or_else(|| {
            format!("{name} is missing: install Debian's llvm-22, or set {variable}").into()
        })
}

fn product(target: &Path, name: &str) -> PathBuf {
    target.join("debug").join(process::executable(name))
}

/// Every executable that writes profiles: the two products and the test programs.
fn objects(target: &Path, profiles: &Path) -> Result<Vec<PathBuf>, Failure> {
    let listing = process::output(
        cargo(target, profiles)
            .args(TESTS)
            .args(["--no-run", "--message-format=json"]),
    )?;
    let mut found: Vec<PathBuf> = ["miniscript", "joy"]
        .map(|name| product(target, name))
        .into();
    for line in listing.lines() {
        if let Some((_, rest)) = line.split_once("\"executable\":\"")
            && let Some((path, _)) = rest.split_once('"')
        {
            found.push(PathBuf::from(path.replace("\\\\", "\\")));
        }
    }
    Ok(found)
}

/// Prints the table by folder and the files below the mark; returns what misses it.
fn report(files: &BTreeMap<PathBuf, File>, all: bool) -> Vec<String> {
    let mut complaints = Vec::new();
    for folder in GATED {
        let inside: Vec<_> = files
            .iter()
            .filter(|(path, _)| path.starts_with(folder) && !is_test(path))
            .collect();
        let total: usize = inside.iter().map(|(_, file)| file.lines.len()).sum();
        let executed: usize = inside.iter().map(|(_, file)| file.executed()).sum();
        let share = percent(executed, total);
        println!("{folder}: {executed} of {total} lines, {share:.1} %");
        for (path, file) in inside {
            let own = percent(file.executed(), file.lines.len());
            if own < MARK || all {
                let missed = file.lines.len() - file.executed();
                println!("  {own:5.1} %  {missed:4} missed  {}", path.display());
            }
        }
        if share < MARK {
            complaints.push(format!("{folder}: {share:.1} % of lines, {MARK} % wanted"));
        }
    }
    complaints
}

/// Whether a file holds tests only: those lines always run.
fn is_test(path: &Path) -> bool {
    path.components().any(|part| {
        let name = part.as_os_str().to_string_lossy();
        name == "tests" || name.ends_with("tests.rs")
    })
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    100.0 * part as f64 / whole as f64
}

/// The opcodes whose arm no test reached.
fn arms(files: &BTreeMap<PathBuf, File>) -> Result<Vec<String>, Failure> {
    let mut seen = 0;
    let mut missed = Vec::new();
    for path in DISPATCH {
        let text = fs::read_to_string(process::root().join(path))
            .map_err(|error| format!("{path}: {error}"))?;
        let Some(file) = files.get(Path::new(path)) else {
            return Err(format!("{path} was not measured").into());
        };
        for (number, line) in (1..).zip(text.lines()) {
            let Some(rest) = line.trim_start().strip_prefix("Op::") else {
                continue;
            };
            if !rest.contains("=>") {
                continue;
            }
            seen += 1;
            if file.ran_from(number) == Some(false) {
                let name = rest.split([' ', '|']).next().unwrap_or(rest);
                missed.push(format!("{path}:{number}: no test executes {name}"));
            }
        }
    }
    println!(
        "{seen} arms of the dispatch, {} never executed",
        missed.len()
    );
    Ok(missed)
}
