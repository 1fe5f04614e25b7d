//! `cargo xtask bench --check`: instructions per program, compared with `bench/baseline.txt`.
//!
//! What is counted is the release executable with every program at its small size. A growth over
//! [`TOLERANCE`] fails; a count that has shrunk as much is worth blessing, or the next growth
//! would hide behind it. The keys of hashes are fixed (`PYTHONHASHSEED=0`); what is left from run
//! to run is what waits for a clock. So what seems to have grown is counted again before it is
//! told.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

use super::callgrind::Callgrind;
use super::engines::{self, Engine};
use super::programs::{EMPTY, PROGRAMS, Program};
use crate::cli::{Failure, Outcome};
use crate::process;

const BASELINE: &str = "bench/baseline.txt";
/// In parts of the baseline's count.
const TOLERANCE: f64 = 0.02;
/// So often a program that seems to have grown is counted once more; the least count stands.
const AGAIN: usize = 2;
/// Programs counted at a time: it takes no time that they take from each other.
const AT_ONCE: usize = 2;

/// Counts by program.
type Counts = BTreeMap<String, u64>;

/// Counts the programs and compares; with `bless` the counts become the baseline.
///
/// # Errors
/// When a program executes more instructions than it may, has no count in the baseline, or
/// cannot be counted.
pub(super) fn run(chosen: &[Program], bless: bool) -> Outcome {
    let counter = Counter::new()?;
    let mut counts = counter.all(chosen)?;
    let path = process::root().join(BASELINE);
    let known = match std::fs::read_to_string(&path) {
        Ok(text) => parse(&text).map_err(|line| format!("{BASELINE}:{line}: not `name count`"))?,
        Err(_) if bless => Counts::new(),
        Err(error) => return Err(format!("{BASELINE} cannot be read: {error}").into()),
    };
    let suspects = compare(&known, &counts).bad;
    for name in suspects.iter().filter(|name| known.contains_key(*name)) {
        for _ in 0..AGAIN {
            let count = counts.entry(name.clone()).or_insert(u64::MAX);
            *count = counter.one(name)?.min(*count);
        }
    }
    let compared = compare(&known, &counts);
    print!("{}", compared.text);
    if bless {
        let mut all = known;
        all.extend(counts);
        all.retain(|name, _| name == EMPTY || PROGRAMS.iter().any(|known| known.name == name));
        std::fs::write(&path, format(&all))
            .map_err(|error| format!("{BASELINE} cannot be written: {error}"))?;
        println!("wrote {BASELINE}; say in the commit why the counts have changed");
        return Ok(());
    }
    if compared.shrunk {
        println!("some programs execute fewer instructions: cargo xtask bench --bless");
    }
    if compared.bad.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "more than {:.0} % above {BASELINE}, or not in it: {} (wanted? cargo xtask bench --bless)",
            TOLERANCE * 100.0,
            compared.bad.join(", ")
        )
        .into())
    }
}

/// What counts: callgrind, and the release executable.
struct Counter {
    callgrind: Callgrind,
    own: Engine,
}

impl Counter {
    fn new() -> Result<Self, Failure> {
        let callgrind = Callgrind::find().ok_or("valgrind is not installed (valgrind)")?;
        let own = engines::own("release")?;
        Ok(Self { callgrind, own })
    }

    fn all(&self, chosen: &[Program]) -> Result<Counts, Failure> {
        let names = chosen.iter().map(|program| program.name).chain([EMPTY]);
        let waiting = Mutex::new(names);
        let counted = || {
            let mut counts = Vec::new();
            // A lock that a failed thread has left behind still has the rest of the names.
            let next = || {
                waiting
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .next()
            };
            while let Some(name) = next() {
                counts.push((name.to_owned(), self.one(name)?));
            }
            Ok(counts)
        };
        let counts: Result<Vec<_>, Failure> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(counted)).collect();
            let joined = threads.into_iter().map(|thread| thread.join());
            joined
                .map(|counts| counts.unwrap_or_else(|_| Err("a thread failed".into())))
                .collect()
        });
        Ok(counts?.into_iter().flatten().collect())
    }

    fn one(&self, name: &str) -> Result<u64, Failure> {
        let program = PROGRAMS.iter().find(|program| program.name == name);
        let size = program.map(|program| program.quick);
        self.callgrind.count(&self.own.command(name, size)?, name)
    }
}

/// Reads lines of `name count`; the number of the first line that is not one.
fn parse(text: &str) -> Result<Counts, usize> {
    let mut counts = Counts::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let pair = line.split_once(' ');
        let pair = pair.and_then(|(name, count)| Some((name, count.trim().parse().ok()?)));
        let (name, count) = pair.ok_or(number + 1)?;
        counts.insert(name.to_owned(), count);
    }
    Ok(counts)
}

fn format(counts: &Counts) -> String {
    let mut text =
        "# Instructions of the release executable, small sizes: cargo xtask bench --bless\n"
            .to_owned();
    for (name, count) in counts {
        let _ = writeln!(text, "{name} {count}");
    }
    text
}

/// What a comparison with the baseline says.
struct Compared {
    text: String,
    /// Programs that have grown, or are new.
    bad: Vec<String>,
    /// Whether a program has shrunk enough to be worth blessing.
    shrunk: bool,
}

fn compare(known: &Counts, counts: &Counts) -> Compared {
    let mut compared = Compared {
        text: String::new(),
        bad: Vec::new(),
        shrunk: false,
    };
    for (name, count) in counts {
        let millions = *count as f64 / 1e6;
        let Some(before) = known.get(name).filter(|before| **before > 0) else {
            let _ = writeln!(
                compared.text,
                "{name:18} {millions:10.2} M  not in the baseline"
            );
            compared.bad.push(name.clone());
            continue;
        };
        let change = millions * 1e6 / *before as f64 - 1.0;
        let word = if change > TOLERANCE {
            compared.bad.push(name.clone());
            "  GROWN"
        } else if change < -TOLERANCE {
            compared.shrunk = true;
            "  shrunk"
        } else {
            ""
        };
        let percent = change * 100.0;
        let _ = writeln!(
            compared.text,
            "{name:18} {millions:10.2} M {percent:+7.2} %{word}"
        );
    }
    compared
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(pairs: &[(&str, u64)]) -> Counts {
        let owned = pairs
            .iter()
            .map(|(name, count)| ((*name).to_owned(), *count));
        owned.collect()
    }

    #[test]
    fn the_baseline_is_read_as_it_was_written() {
        let all = counts(&[("fib", 17), ("dict", 23)]);
        let text = format(&all);
        assert!(text.ends_with("\ndict 23\nfib 17\n"), "{text}");
        assert_eq!(parse(&text), Ok(all));
        for (bad, line) in [
            ("fib", 1),
            ("# x\n\nfib many", 3),
            ("fib -1", 1),
            ("fib 1 2", 1),
        ] {
            assert_eq!(parse(bad), Err(line), "{bad}");
        }
    }

    #[test]
    fn growth_fails_and_shrinkage_is_told() {
        let known = counts(&[
            ("a", 1000),
            ("b", 1000),
            ("c", 1000),
            ("d", 1000),
            ("gone", 1),
        ]);
        for (now, bad, shrunk) in [
            (counts(&[("a", 1019), ("b", 981)]), &[][..], false),
            (counts(&[("a", 1021), ("b", 979)]), &["a"], true),
            (counts(&[("new", 5)]), &["new"], false),
        ] {
            let compared = compare(&known, &now);
            assert_eq!(compared.bad, bad, "{}", compared.text);
            assert_eq!(compared.shrunk, shrunk, "{}", compared.text);
            assert_eq!(compared.text.lines().count(), now.len());
        }
    }

    #[test]
    fn the_baseline_is_whole() {
        let text = std::fs::read_to_string(process::root().join(BASELINE)).expect("it is there");
        let known = parse(&text).expect("it can be read");
        let wanted = PROGRAMS.iter().map(|program| program.name).chain([EMPTY]);
        let mut wanted: Vec<&str> = wanted.collect();
        wanted.sort_unstable();
        assert!(known.keys().eq(wanted.iter()), "cargo xtask bench --bless");
    }
}
