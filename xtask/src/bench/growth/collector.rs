//! The collector's part: the longest pause and its share of the time, by live objects.
//!
//! `bench/growth/collector.py` takes the time of every hundred allocations, so the longest holds
//! the longest step, what the script did beside it, and whatever else the machine was at: of
//! several runs the shortest longest counts. The share is what the same program takes less
//! without a collector.

use std::time::Duration;

use super::super::engines::Engine;
use super::super::figures::median;
use super::super::measure;
use super::super::table::Table;
use super::{nanos, power};
use crate::cli::Failure;

/// The program.
pub(super) const NAME: &str = "collector";
const SIZES: &[u32] = &[10_000, 100_000, 1_000_000, 10_000_000];
const RUNS: usize = 5;
const RUN_LIMIT: Duration = Duration::from_secs(120);

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
    Ok(table.text())
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
    fn a_disturbed_run_does_not_count() {
        let runs = [(0.5, 1.0), (0.002, 1.1), (0.003, 9.0)];
        assert_eq!(figures(&runs), (0.002, 1.1));
    }
}
