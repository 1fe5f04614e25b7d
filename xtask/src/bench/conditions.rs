//! The conditions that a comparison has to meet: held or missed, and by which programs.

use super::figures::{lower_quartile, median};
use super::results::{CPYTHON, LUA, MINISCRIPT, Results, Row};

/// Times CPython's speed, and times Lua's, in the mean.
const FASTER_THAN_CPYTHON: f64 = 2.0;
const FASTER_THAN_LUA: f64 = 1.2;
/// The least speed of a single program, as times Lua's.
const LEAST_OF_LUA: f64 = 0.5;
/// So many programs may miss the line, each explained by its profile.
const MAY_MISS: usize = 2;
const START_OF_LUA: f64 = 2.0;
const MEMORY_OF_CPYTHON: f64 = 0.5;

/// One condition and what became of it.
#[derive(Debug, PartialEq)]
pub(super) struct Condition {
    /// What is asked.
    pub(super) asked: String,
    /// What was measured.
    pub(super) found: String,
    pub(super) held: bool,
}

impl Condition {
    /// "held" or "missed".
    pub(super) fn word(&self) -> &'static str {
        if self.held { "held" } else { "missed" }
    }
}

/// Judges a comparison; a condition whose peer was not measured is left out.
pub(super) fn judge(results: &Results) -> Vec<Condition> {
    let engine = |name| results.engine(name);
    let Some(own) = engine(MINISCRIPT) else {
        return Vec::new();
    };
    let (cpython, lua) = (engine(CPYTHON), engine(LUA));
    let mut judged = Vec::new();
    for (peer, name, least) in [
        (cpython, CPYTHON, FASTER_THAN_CPYTHON),
        (lua, LUA, FASTER_THAN_LUA),
    ] {
        let mean = |figure| results.mean_speed(None, own, peer?, figure);
        if let (Some(middle), Some(quartile)) = (mean(median), mean(lower_quartile)) {
            judged.push(Condition {
                asked: format!("at least {least:.1} times as fast as {name}, in the mean"),
                found: format!("{middle:.2} ({quartile:.2} by lower quartiles)"),
                held: middle >= least,
            });
        }
    }
    let lines = [
        (cpython, 1.0, format!("slower than {CPYTHON}")),
        (lua, LEAST_OF_LUA, format!("slower than half of {LUA}")),
    ];
    let mut slow: Vec<&str> = Vec::new();
    let mut named: Vec<String> = Vec::new();
    for (peer, least, what) in &lines {
        let Some(peer) = *peer else { continue };
        let below = slowest_first(results, own, peer, *least);
        if !below.is_empty() {
            let list: Vec<String> = below
                .iter()
                .map(|(row, speed)| format!("{} {speed:.2}", row.name))
                .collect();
            named.push(format!("{what}: {}", list.join(", ")));
        }
        slow.extend(below.iter().map(|(row, _)| row.name.as_str()));
    }
    slow.sort_unstable();
    slow.dedup();
    if cpython.is_some() || lua.is_some() {
        judged.push(Condition {
            asked: format!(
                "no program {} or {}; {MAY_MISS} may miss, explained",
                lines[0].2, lines[1].2
            ),
            found: if named.is_empty() {
                "none".to_owned()
            } else {
                named.join("; ")
            },
            held: slow.len() <= MAY_MISS,
        });
    }
    let start = results.start().zip(lua).and_then(|(row, lua)| {
        // Start-up is short and the machine is never quite idle: the quartile is the steadier one.
        let of = |engine| row.by(engine, lower_quartile);
        Some((of(own)?, of(lua)?))
    });
    if let Some((mine, theirs)) = start {
        judged.push(Condition {
            asked: format!("starts in at most {START_OF_LUA:.1} times {LUA}'s time"),
            found: format!(
                "{:.2} ({:.2} ms, {:.2} ms)",
                mine / theirs,
                mine * 1e3,
                theirs * 1e3
            ),
            held: mine / theirs <= START_OF_LUA,
        });
    }
    if let Some(memory) = cpython.and_then(|cpython| results.mean_memory(own, cpython)) {
        judged.push(Condition {
            asked: format!(
                "at most {MEMORY_OF_CPYTHON:.1} of {CPYTHON}'s peak memory, in the mean"
            ),
            found: format!("{memory:.2}"),
            held: memory <= MEMORY_OF_CPYTHON,
        });
    }
    judged
}

fn slowest_first(results: &Results, own: usize, peer: usize, least: f64) -> Vec<(&Row, f64)> {
    let mut below: Vec<(&Row, f64)> = results
        .counted()
        .filter_map(|row| Some((row, results.speed(row, own, peer)?)))
        .filter(|(_, speed)| *speed < least)
        .collect();
    below.sort_by(|left, right| left.1.total_cmp(&right.1));
    below
}

#[cfg(test)]
mod tests {
    use super::super::results::tests::sample;
    use super::*;

    #[test]
    fn the_sample_is_judged() {
        let judged = judge(&sample());
        let words: Vec<(&str, &str)> = judged
            .iter()
            .map(|condition| (condition.word(), condition.found.as_str()))
            .collect();
        assert_eq!(
            words,
            [
                ("held", "4.00 (4.22 by lower quartiles)"),
                ("missed", "0.50 (0.56 by lower quartiles)"),
                ("held", "none"),
                ("missed", "3.00 (3.00 ms, 1.00 ms)"),
                ("held", "0.50"),
            ]
        );
    }

    #[test]
    fn slow_programs_are_named() {
        let mut results = sample();
        results.rows[0].times[0] = vec![2.0];
        let judged = judge(&results);
        assert_eq!(
            judged[2].found,
            "slower than CPython 3.11: fib 0.50; slower than half of Lua 5.4: fib 0.12"
        );
        assert!(judged[2].held, "one program may miss");
    }

    #[test]
    fn without_peers_there_is_nothing_to_judge() {
        let mut results = sample();
        results.engines.truncate(1);
        assert_eq!(judge(&results), []);
    }
}
