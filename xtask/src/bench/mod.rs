//! `cargo xtask bench`: the same programs under this VM, CPython 3.11 and Lua, interleaved.
//!
//! A round runs every engine once on every program, so that a busy moment of the machine meets
//! all engines alike; a figure is the median of the rounds. Before the rounds one run of each
//! that is not counted compares the printed checksums and measures memory. `--quick` does only
//! that, with small sizes: the bench programs as tests.

mod engines;
mod report;

use std::time::Duration;

use crate::cli::{Failure, Options, Outcome};
use engines::Engine;
use report::Row;

/// A program: its folder under `bench/programs`, and the argument with which it is a quick test.
/// Without an argument it runs for at least a second under CPython 3.11.
const PROGRAMS: &[(&str, &str)] = &[
    ("fib", "15"),
    ("int_loop", "2000"),
    ("float_loop", "2000"),
    ("list", "500"),
    ("dict", "500"),
    ("method_calls", "1000"),
    ("inheritance", "300"),
    ("exceptions", "300"),
    ("generators", "1000"),
    ("strings", "100"),
    ("sort", "300"),
    ("json", "20"),
];

/// The script that does nothing; its time is an engine's start-up.
const EMPTY: &str = "empty";
const DEFAULT_ROUNDS: usize = 5;
/// Start-up is so short that it needs more runs.
const STARTS: usize = 20;
const RUN_LIMIT: Duration = Duration::from_secs(600);

/// Reads the options and compares.
///
/// # Errors
/// When an engine fails, or two engines print different checksums.
pub(crate) fn run(options: &Options) -> Outcome {
    let parsed = options.parse(&["--quick"], &["--rounds", "--only"])?;
    let rounds = parsed.count("--rounds")?.unwrap_or(DEFAULT_ROUNDS);
    let chosen: Vec<(&str, &str)> = match parsed.value("--only") {
        None => PROGRAMS.to_vec(),
        Some(name) => PROGRAMS
            .iter()
            .copied()
            .filter(|(program, _)| *program == name)
            .collect(),
    };
    if chosen.is_empty() {
        let names: Vec<&str> = PROGRAMS.iter().map(|(name, _)| *name).collect();
        return Err(Failure::Usage(format!(
            "--only takes one of: {}",
            names.join(", ")
        )));
    }
    if parsed.has("--quick") {
        quick_of(&chosen)
    } else {
        full(&chosen, rounds)
    }
}

/// Every program once at its small size, checksums compared.
///
/// # Errors
/// As [`run`].
pub(crate) fn quick() -> Outcome {
    quick_of(PROGRAMS)
}

fn quick_of(programs: &[(&str, &str)]) -> Outcome {
    let engines = engines::all("demo")?;
    for (name, size) in programs {
        let row = first_run(&engines, name, Some(size))?;
        let those: Vec<&str> = engines
            .iter()
            .filter(|engine| engine.has(name))
            .map(|engine| engine.name)
            .collect();
        println!(
            "{name:14} {} the same under {}",
            row.checksum,
            those.join(", ")
        );
    }
    Ok(())
}

fn full(programs: &[(&str, &str)], rounds: usize) -> Outcome {
    let engines = engines::all("release")?;
    for engine in &engines {
        println!("{:18} {}", engine.name, engine.about);
    }
    println!("{rounds} interleaved rounds; a first run of each is not counted\n");

    let mut rows = Vec::new();
    for (name, _) in programs {
        eprintln!("first run: {name}");
        rows.push(first_run(&engines, name, None)?);
    }
    for round in 1..=rounds {
        for row in &mut rows {
            eprintln!("round {round} of {rounds}: {}", row.name);
            for (engine, times) in engines.iter().zip(&mut row.times) {
                if engine.has(&row.name) {
                    times.push(engine.time(&row.name, None)?.0);
                }
            }
        }
    }
    let mut start = Row::new(EMPTY, engines.len());
    for _ in 0..STARTS {
        for (engine, times) in engines.iter().zip(&mut start.times) {
            times.push(engine.time(EMPTY, None)?.0);
        }
    }
    let names: Vec<&str> = engines.iter().map(|engine| engine.name).collect();
    print!("{}", report::text(&names, &rows, &start));
    Ok(())
}

/// Runs a program once under each engine: checksum and memory.
fn first_run(engines: &[Engine], name: &str, size: Option<&str>) -> Result<Row, Failure> {
    let mut row = Row::new(name, engines.len());
    for (index, engine) in engines.iter().enumerate() {
        if !engine.has(name) {
            continue;
        }
        let (_, checksum, memory) = engine.measure(name, size)?;
        row.memory[index] = memory;
        if index == 0 {
            row.checksum = checksum;
        } else if row.checksum != checksum {
            let text = format!(
                "{name}: {} prints '{}', {} prints '{checksum}'",
                engines[0].name, row.checksum, engine.name
            );
            return Err(text.into());
        }
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process;

    /// What Lua's library has nothing for.
    const PYTHON_ONLY: &[&str] = &["json"];

    #[test]
    fn every_program_exists_for_both_languages() {
        let folder = process::root().join("bench/programs");
        for (name, _) in PROGRAMS.iter().chain(&[(EMPTY, "")]) {
            for file in ["main.py", "main.lua"] {
                if file == "main.lua" && PYTHON_ONLY.contains(name) {
                    continue;
                }
                assert!(folder.join(name).join(file).is_file(), "{name}/{file}");
            }
        }
    }
}
