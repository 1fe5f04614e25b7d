//! The collector's part: the longest pause and its share of the time, by live objects, and what
//! callgrind says of its steps.
//!
//! `bench/growth/collector.py` takes the time of every hundred allocations, so the longest holds
//! the longest step, what the script did beside it, and whatever else the machine was at: of
//! several runs the shortest longest counts. The share is what the same program takes less
//! without a collector. Instructions are the second measure, which no other process disturbs:
//! those of each step, of a large heap and of a small one.

use std::time::Duration;

use super::super::callgrind::Callgrind;
use super::super::engines::Engine;
use super::super::figures::median;
use super::super::measure;
use super::super::results::MINISCRIPT;
use super::super::table::Table;
use super::{nanos, power};
use crate::cli::Failure;
use crate::process;

/// The program.
pub(super) const NAME: &str = "collector";
const SIZES: &[u32] = &[10_000, 100_000, 1_000_000, 10_000_000];
const RUNS: usize = 5;
const RUN_LIMIT: Duration = Duration::from_secs(120);
/// What a step of the collector is: what has come due, or a cycle where memory is used up.
const STEPS: &[&str] = &[
    "miniscript_core::vm::collect::pay",
    "miniscript_core::vm::collect::full",
];
/// Live objects, where instructions are counted.
const COUNTED: u32 = 1_000_000;
/// The program in a small heap, an example of the runtime, and the KiB that it has beyond what a
/// fresh VM takes.
const EXAMPLE: &str = "small_heap";
const SMALL: &str = "192";
/// The conditions: seconds of a pause, parts of the time.
const LONGEST: f64 = 0.01;
const SHARE: f64 = 0.2;

/// The table for all engines.
///
/// # Errors
/// When a run fails or prints something else.
pub(super) fn table(engines: &[Engine]) -> Result<String, Failure> {
    let mut table = Table::new([
        "live objects",
        "engine",
        "longest pause",
        "without a collector",
        "time",
        "share of the time",
    ]);
    let mut judged = String::new();
    for size in SIZES {
        eprintln!("{NAME}: {size}");
        for engine in engines {
            let (mut on, mut off) = (Vec::new(), Vec::new());
            for _ in 0..RUNS {
                on.push(one(engine, *size, "on")?);
                off.push(one(engine, *size, "off")?);
            }
            let (longest, time) = figures(&on);
            let (undisturbed, without) = figures(&off);
            let share = ((time - without) / time).max(0.0);
            if engine.name == MINISCRIPT && Some(size) == SIZES.last() {
                judged = judge(*size, longest, share);
            }
            table.row(
                &power(*size),
                [
                    engine.name.to_owned(),
                    nanos(longest),
                    nanos(undisturbed),
                    nanos(time),
                    format!("{:.0} %", share * 100.0),
                ],
            );
        }
    }
    let own = engines.iter().find(|engine| engine.name == MINISCRIPT);
    let counted = match own.zip(Callgrind::find()) {
        Some((own, callgrind)) => steps(&callgrind, own)?,
        None => String::new(),
    };
    Ok(format!("{}\n{judged}{counted}", table.text()))
}

/// The conditions, held or missed.
fn judge(size: u32, longest: f64, share: f64) -> String {
    let word = |held| if held { "held" } else { "missed" };
    format!(
        "- With {} live objects no pause over {}, script included: {} ({}).\n\
         - At most {:.0} % of the time: {} ({:.0} %).\n",
        power(size),
        nanos(LONGEST),
        word(longest <= LONGEST),
        nanos(longest),
        SHARE * 100.0,
        word(share <= SHARE),
        share * 100.0,
    )
}

/// What callgrind says of the steps.
fn steps(callgrind: &Callgrind, own: &Engine) -> Result<String, Failure> {
    eprintln!("{NAME}: instructions");
    let mut command = own.script(&format!("bench/growth/{NAME}.py"));
    command.arg(COUNTED.to_string());
    let large = callgrind.calls(&command, NAME, STEPS)?;
    let whole = callgrind.count(&command, NAME)?;
    process::run(process::cargo().args([
        "build",
        "--release",
        "--workspace",
        "--example",
        EXAMPLE,
    ]))?;
    let mut command = process::program(
        process::profile_dir("release")
            .join("examples")
            .join(process::executable(EXAMPLE)),
    );
    command.arg(SMALL);
    let small = callgrind.calls(&command, EXAMPLE, STEPS)?;
    let heap = measure::run(&mut command, EXAMPLE, RUN_LIMIT)?.printed;
    Ok(format!(
        "- In instructions, with {} live objects: {:.0} % of all in {} steps, the longest {}.\n\
         - In the smallest heap (a fresh VM and {SMALL} KiB; {heap}): the longest step {} \
         instructions.\n",
        power(COUNTED),
        large.iter().sum::<u64>() as f64 * 100.0 / whole as f64,
        large.len(),
        grouped(longest(&large)),
        grouped(longest(&small)),
    ))
}

fn longest(calls: &[u64]) -> u64 {
    calls.iter().copied().max().unwrap_or_default()
}

/// `218,738`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn one(engine: &Engine, size: u32, collector: &str) -> Result<(f64, f64), Failure> {
    let mut command = engine.script(&format!("bench/growth/{NAME}.py"));
    command.arg(size.to_string()).arg(collector);
    let run = measure::run(&mut command, NAME, RUN_LIMIT)?;
    let pair = run.printed.split_once(' ');
    let pair = pair.and_then(|(longest, time)| Some((longest.parse().ok()?, time.parse().ok()?)));
    Ok(pair.ok_or_else(|| format!("{NAME} prints '{}'", run.printed))?)
}

/// The least of the longest pauses, the median of the times.
fn figures(runs: &[(f64, f64)]) -> (f64, f64) {
    let longest = runs.iter().map(|(longest, _)| *longest);
    let times: Vec<f64> = runs.iter().map(|(_, time)| *time).collect();
    (longest.fold(f64::INFINITY, f64::min), median(&times))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_judged() {
        let text = judge(10_000_000, 0.0125, 0.05);
        assert!(
            text.contains("missed (12.5 ms)") && text.contains("held (5 %)"),
            "{text}"
        );
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(
            [
                grouped(7),
                grouped(218),
                grouped(218_738),
                grouped(1_000_000)
            ],
            ["7", "218", "218,738", "1,000,000"]
        );
    }

    #[test]
    fn a_disturbed_run_does_not_count() {
        let runs = [(0.5, 1.0), (0.002, 1.1), (0.003, 9.0)];
        assert_eq!(figures(&runs), (0.002, 1.1));
    }
}
