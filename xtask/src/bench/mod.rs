//! `cargo xtask bench`: the same programs under this VM, CPython 3.11 and Lua, interleaved.
//!
//! A round runs every engine once on every program, so that a busy moment of the machine meets
//! all engines alike; a figure is the median of the rounds. Before the rounds one run of each
//! that is not counted compares the printed checksums and measures memory.
//!
//! What else it does is chosen by one [`Mode`]; `--write` puts what was measured into
//! `docs/performance.md`.

mod callgrind;
mod chart;
mod check;
mod conditions;
mod engines;
mod facts;
mod figures;
mod growth;
mod lackey;
mod layout;
mod measure;
mod page;
mod programs;
mod report;
mod results;
mod table;

use crate::cli::{Failure, Options, Outcome};
use crate::process;
use engines::Engine;
use programs::{EMPTY, PROGRAMS, Program};
use results::{Results, Row};

const DEFAULT_ROUNDS: usize = 7;
/// Start-up is so short that it needs more runs in each round.
const STARTS: usize = 10;
/// The figures of the last comparison, inside the target folder.
const LAST: &str = "bench-results.txt";

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Compare the engines.
    Compare,
    /// Report the last comparison again.
    Again,
    /// Run every program once at its small size and compare the checksums.
    Quick,
    /// Count instructions and compare them with the baseline.
    Check,
    /// Count instructions and make them the baseline.
    Bless,
    /// Measure how cost grows with size.
    Growth,
    /// Write the order of the executables' code.
    Layout,
}

/// The modes that are asked for by a word.
const MODES: &[(&str, Mode)] = &[
    ("--again", Mode::Again),
    ("--quick", Mode::Quick),
    ("--check", Mode::Check),
    ("--bless", Mode::Bless),
    ("--growth", Mode::Growth),
    ("--layout", Mode::Layout),
];
const WRITE: &str = "--write";

/// Reads the options and does what they ask for.
///
/// # Errors
/// When an engine fails, two engines print different checksums, or a mode finds something wrong.
pub(crate) fn run(options: &Options) -> Outcome {
    let words: Vec<&str> = MODES.iter().map(|(word, _)| *word).collect();
    let flags: Vec<&str> = words.iter().copied().chain([WRITE]).collect();
    let parsed = options.parse(&flags, &["--rounds", "--only"])?;
    let rounds = parsed.count("--rounds")?.unwrap_or(DEFAULT_ROUNDS);
    let write = parsed.has(WRITE);
    let asked = MODES.iter().filter(|(word, _)| parsed.has(word));
    let mode = match *asked.map(|(_, mode)| *mode).collect::<Vec<Mode>>() {
        [] => Mode::Compare,
        [mode] => mode,
        _ => return Err(Failure::Usage(format!("only one of {}", words.join(", ")))),
    };
    if write && !matches!(mode, Mode::Compare | Mode::Again | Mode::Growth) {
        return Err(Failure::Usage(format!("nothing is there to {WRITE}")));
    }
    let only = parsed.value("--only");
    if write && only.is_some() {
        return Err(Failure::Usage(format!("{WRITE} wants all, not --only")));
    }
    match mode {
        Mode::Growth => return growth::run(only, write),
        Mode::Layout => return layout::run(),
        _ => {}
    }
    let chosen = chosen(only)?;
    match mode {
        Mode::Compare => show(&compare(&chosen, rounds)?, write),
        Mode::Again => show(&last()?, write),
        Mode::Quick => quick_of(&chosen),
        Mode::Check if only.is_none() => counts(),
        Mode::Check => check::run(&chosen, false),
        Mode::Bless => check::run(&chosen, true),
        Mode::Growth | Mode::Layout => Ok(()),
    }
}

fn chosen(only: Option<&str>) -> Result<Vec<Program>, Failure> {
    let chosen: Vec<Program> = PROGRAMS
        .iter()
        .filter(|program| only.is_none_or(|name| program.name == name))
        .copied()
        .collect();
    if chosen.is_empty() {
        let names: Vec<&str> = PROGRAMS.iter().map(|program| program.name).collect();
        return Err(Failure::Usage(format!(
            "--only takes one of: {}",
            names.join(", ")
        )));
    }
    Ok(chosen)
}

/// Every program once at its small size, checksums compared.
///
/// # Errors
/// As [`run`].
pub(crate) fn quick() -> Outcome {
    quick_of(PROGRAMS)
}

/// Instructions of every program against the baseline.
///
/// # Errors
/// As [`run`].
pub(crate) fn counts() -> Outcome {
    check::run(PROGRAMS, false)
}

fn quick_of(programs: &[Program]) -> Outcome {
    let engines = engines::all("demo")?;
    for program in programs {
        let row = first_run(&engines, program.name, Some(program.quick))?;
        let those: Vec<&str> = engines
            .iter()
            .filter(|engine| engine.has(program.name))
            .map(|engine| engine.name)
            .collect();
        println!(
            "{:18} {} the same under {}",
            program.name,
            row.checksum,
            those.join(", ")
        );
    }
    Ok(())
}

fn show(results: &Results, write: bool) -> Outcome {
    print!("{}", report::text(results));
    if write { page::write(results) } else { Ok(()) }
}

fn compare(programs: &[Program], rounds: usize) -> Result<Results, Failure> {
    let engines = engines::all("release")?;
    let described = |engine: &Engine| (engine.name.to_owned(), engine.about.clone());
    let mut results = Results {
        engines: engines.iter().map(described).collect(),
        facts: facts::all(rounds),
        rows: Vec::new(),
    };
    for (name, about) in &results.engines {
        println!("{name:18} {about}");
    }
    println!("{rounds} interleaved rounds; a first run of each is not counted\n");
    for name in programs.iter().map(|program| program.name).chain([EMPTY]) {
        eprintln!("first run: {name}");
        results.rows.push(first_run(&engines, name, None)?);
    }
    for round in 1..=rounds {
        for row in &mut results.rows {
            eprintln!("round {round} of {rounds}: {}", row.name);
            let runs = if row.name == EMPTY { STARTS } else { 1 };
            for _ in 0..runs {
                one_round(&engines, row)?;
            }
        }
        if programs.len() == PROGRAMS.len() {
            keep(&results)?;
        }
    }
    Ok(results)
}

fn one_round(engines: &[Engine], row: &mut Row) -> Outcome {
    for (engine, times) in engines.iter().zip(&mut row.times) {
        if engine.has(&row.name) {
            times.push(engine.time(&row.name, None)?.seconds);
        }
    }
    Ok(())
}

/// Runs a program once under each engine: checksum and memory.
fn first_run(engines: &[Engine], name: &str, size: Option<&str>) -> Result<Row, Failure> {
    let mut row = Row::new(name, engines.len());
    for (index, engine) in engines.iter().enumerate() {
        if !engine.has(name) {
            continue;
        }
        let (run, memory) = engine.peak(name, size)?;
        row.memory[index] = memory;
        if index == 0 {
            row.checksum = run.printed;
        } else if row.checksum != run.printed {
            let text = format!(
                "{name}: {} prints '{}', {} prints '{}'",
                engines[0].name, row.checksum, engine.name, run.printed
            );
            return Err(text.into());
        }
    }
    Ok(row)
}

/// Keeps what has been measured so far for `--again`, when it is a comparison of all programs.
fn keep(results: &Results) -> Outcome {
    let file = process::target_dir().join(LAST);
    std::fs::write(&file, results.to_text())
        .map_err(|error| format!("{LAST} cannot be written: {error}"))?;
    Ok(())
}

fn last() -> Result<Results, Failure> {
    let file = process::target_dir().join(LAST);
    let text = std::fs::read_to_string(&file)
        .map_err(|error| format!("{LAST}: there is no comparison yet: {error}"))?;
    let results = Results::from_text(&text);
    Ok(results.map_err(|line| format!("{LAST}:{line}: not understood"))?)
}
