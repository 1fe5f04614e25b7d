//! `cargo xtask bench --growth`: what one operation costs as sizes grow, here and in CPython.
//!
//! Each program of `bench/growth` takes a size and prints how many operations one piece of work
//! has and the least seconds that it took. Sizes grow until a run would take longer than
//! [`PATIENCE`]; the order is the slope of the cost per operation over the largest sizes, both
//! taken as logarithms. Where time grows by less than that of any algorithm here, the processor's
//! caches are at work: then instructions are counted, which know no caches.

mod collector;
mod fit;

use std::time::Duration;

use super::callgrind::Callgrind;
use super::engines::{self, Engine};
use super::table::Table;
use super::{measure, page};
use crate::cli::{Failure, Outcome};
use fit::{DOUBTFUL, Point, order, said};

/// A size whose run would take longer is left out.
const PATIENCE: f64 = 10.0;
/// A run that takes so much longer than expected is ended.
const RUN_LIMIT: Duration = Duration::from_secs(120);

/// Instructions are counted up to this size.
const COUNTED: u32 = 100_000;

/// From a thousand to ten millions.
const LONG: &[u32] = &[1_000, 10_000, 100_000, 1_000_000, 10_000_000];
/// Frames and generators: CPython stops at its recursion limit.
const DEEP: &[u32] = &[10, 30, 100, 300, 900];
const FRAMES: &[u32] = &[10, 100, 1_000, 10_000];
const BASES: &[u32] = &[1, 2, 5, 10, 20, 40];

/// A program, what one operation of it is, and the sizes that make sense.
const CASES: &[(&str, &str, &[u32])] = &[
    ("list_append", "append to a list", LONG),
    ("deque_front", "insert at the front of a deque", LONG),
    ("dict_insert", "insert into a dict, strings", LONG),
    ("dict_lookup", "look up in a dict, strings", LONG),
    ("dict_spaced", "the same, ints with equal low bits", LONG),
    ("dict_equal", "insert into a dict, equal hashes", LONG),
    ("str_append", "`+=` of a letter", LONG),
    ("str_index", "`s[i]`, not ASCII", LONG),
    ("str_in", "`in` on n letters", LONG),
    ("str_in_chosen", "the same, chosen against it", LONG),
    ("int_multiply", "product of two ints of n digits", LONG),
    ("int_to_str", "decimal text of n digits", LONG),
    ("str_to_int", "int of n digits", LONG),
    ("unwind", "an exception through n frames", FRAMES),
    ("bases", "attribute of the n-th base", BASES),
    ("generator_chain", "next through n `yield from`", DEEP),
    ("generator_filters", "next through n loops", DEEP),
];

/// What an engine needs, size by size, and why no larger one was run.
struct Measured {
    points: Vec<Point>,
    /// The slope of instructions, where that of time is doubtful.
    counted: Option<f64>,
    failed: Option<String>,
}

/// Measures one case or all and prints the tables; with `write` they become a section of the page.
///
/// # Errors
/// When an engine is missing, nothing is chosen, or this project's engine fails.
pub(super) fn run(only: Option<&str>, write: bool) -> Outcome {
    let cases: Vec<_> = CASES
        .iter()
        .filter(|(name, ..)| only.is_none_or(|only| only == *name))
        .collect();
    let collects = only.is_none_or(|only| only == collector::NAME);
    if cases.is_empty() && !collects {
        let names: Vec<&str> = CASES.iter().map(|(name, ..)| *name).collect();
        return Err(Failure::Usage(format!(
            "--only takes one of: {}, {}",
            names.join(", "),
            collector::NAME
        )));
    }
    let mut both = vec![engines::own("release")?];
    both.extend(engines::cpython());
    let mut text = String::new();
    if !cases.is_empty() {
        let mut table = Table::new([
            "operation",
            "n",
            "engine",
            "smallest n",
            "largest n",
            "order",
            "slope",
        ]);
        for (name, about, sizes) in cases {
            eprintln!("{name}");
            for engine in &both {
                let measured = sweep(engine, name, sizes)?;
                if let (Some(why), true) = (&measured.failed, engine.name == both[0].name) {
                    return Err(format!("{name}: {why}").into());
                }
                table.row(about, cells(engine, &measured));
            }
        }
        text += &format!("**What one operation costs**\n\n{}", table.text());
    }
    if collects {
        text += &format!("\n**The collector**\n\n{}", collector::table(&both)?);
    }
    print!("{text}");
    if write {
        page::section("growth", &text)?;
    }
    Ok(())
}

/// Runs a program at growing sizes.
fn sweep(engine: &Engine, name: &str, sizes: &[u32]) -> Result<Measured, Failure> {
    let mut measured = Measured {
        points: Vec::new(),
        counted: None,
        failed: None,
    };
    let mut before: Option<(u32, f64)> = None;
    for size in sizes {
        if let Some((smaller, seconds)) = before {
            let factor = f64::from(*size) / f64::from(smaller);
            // What a run costs at least is not growth.
            let power = order(&measured.points).unwrap_or(1.0).max(0.0) + 1.0;
            let least = measured.points.last().map_or(0.0, |point| point.work);
            let expected = least * factor.powf(power.min(2.0));
            if seconds > PATIENCE || expected > PATIENCE {
                break;
            }
        }
        let mut command = engine.script(&format!("bench/growth/{name}.py"));
        command.arg(size.to_string());
        let run = match measure::run(&mut command, name, RUN_LIMIT) {
            Ok(run) => run,
            Err(failure) => {
                measured.failed = Some(failure.message().to_owned());
                break;
            }
        };
        before = Some((*size, run.seconds));
        let point = Point::parse(*size, &run.printed)
            .ok_or_else(|| format!("{name} prints '{}'", run.printed))?;
        measured.points.push(point);
    }
    if order(&measured.points).is_some_and(|slope| DOUBTFUL.contains(&slope)) {
        measured.counted = counted(engine, name, &measured.points)?;
    }
    Ok(measured)
}

/// The slope of instructions per operation; `None` without valgrind.
fn counted(engine: &Engine, name: &str, timed: &[Point]) -> Result<Option<f64>, Failure> {
    let Some(callgrind) = Callgrind::find() else {
        return Ok(None);
    };
    let mut points = Vec::new();
    let largest = timed.iter().rev().filter(|point| point.size <= COUNTED);
    for point in largest.take(2) {
        // One piece of work more: start-up and preparations are in both.
        let with = |turns: &str| {
            let mut command = engine.script(&format!("bench/growth/{name}.py"));
            command.args([&point.size.to_string(), turns]);
            callgrind.count(&command, name)
        };
        let work = with("2")?.saturating_sub(with("1")?) as f64;
        points.push(Point {
            size: point.size,
            cost: work * point.cost / point.work,
            work,
        });
    }
    Ok(order(&points))
}

fn cells(engine: &Engine, measured: &Measured) -> Vec<String> {
    let slope = order(&measured.points);
    let cost = |point: Option<&Point>| point.map_or(String::new(), |point| nanos(point.cost));
    let size = |point: Option<&Point>| point.map_or(String::new(), |point| power(point.size));
    let (first, last) = (measured.points.first(), measured.points.last());
    vec![
        format!("{} to {}", size(first), size(last)),
        engine.name.to_owned(),
        cost(first),
        cost(last),
        measured.counted.or(slope).map_or(String::new(), said),
        match (slope, measured.counted) {
            (Some(time), Some(counted)) => format!("{time:+.2} ({counted:+.2})"),
            (Some(time), None) => format!("{time:+.2}"),
            (None, _) => String::new(),
        },
    ]
}

/// `10^4` for a power of ten, else the number.
fn power(size: u32) -> String {
    let digits = size.ilog10();
    if digits >= 3 && 10_u32.pow(digits) == size {
        format!("10^{digits}")
    } else {
        size.to_string()
    }
}

/// A time as a person reads it.
fn nanos(seconds: f64) -> String {
    match seconds {
        _ if seconds < 1e-6 => format!("{:.1} ns", seconds * 1e9),
        _ if seconds < 1e-3 => format!("{:.1} µs", seconds * 1e6),
        _ if seconds < 1.0 => format!("{:.1} ms", seconds * 1e3),
        _ => format!("{seconds:.2} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process;

    #[test]
    fn sizes_and_times_are_shown() {
        assert_eq!([power(1000), power(900), power(10)], ["10^3", "900", "10"]);
        assert_eq!(
            [nanos(2.5e-8), nanos(2.5e-5), nanos(0.0025), nanos(2.5)],
            ["25.0 ns", "25.0 µs", "2.5 ms", "2.50 s"]
        );
    }

    #[test]
    fn every_program_is_a_case() {
        let folder = process::root().join("bench/growth");
        let known = |name: &str| CASES.iter().any(|(case, ..)| *case == name);
        for entry in std::fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            let name = path
                .file_stem()
                .and_then(|name| name.to_str())
                .unwrap_or("");
            let other = ["timing", "__pycache__", collector::NAME].contains(&name);
            assert!(known(name) || other, "{name}");
        }
    }
}
