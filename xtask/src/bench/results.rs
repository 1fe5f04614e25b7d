//! What a comparison has measured, and its form as a file.
//!
//! The file lies in the target folder, so that `--again` judges, prints and draws the last run
//! without repeating it. Tables, chart and conditions are all made from [`Results`].

use std::fmt::Write;

use super::figures::{geometric_mean, median};
use super::programs::{EMPTY, Group, group_of};

/// The names of the engines; the first is this project's.
pub(super) const MINISCRIPT: &str = "miniscript";
pub(super) const CPYTHON: &str = "CPython 3.11";
/// CPython without its site module and the environment: for start-up only.
pub(super) const CPYTHON_BARE: &str = "CPython -I -S";
pub(super) const LUA: &str = "Lua 5.4";

/// One program's figures, a column per engine.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) checksum: String,
    /// Seconds, a list per engine, empty where the engine does not have the program.
    pub(super) times: Vec<Vec<f64>>,
    /// Peak of resident memory in KiB.
    pub(super) memory: Vec<Option<u64>>,
}

impl Row {
    /// A row without figures.
    pub(super) fn new(name: &str, engines: usize) -> Self {
        Self {
            name: name.to_owned(),
            checksum: String::new(),
            times: vec![Vec::new(); engines],
            memory: vec![None; engines],
        }
    }

    /// The program's group.
    pub(super) fn group(&self) -> Group {
        group_of(&self.name)
    }

    /// The median time of an engine.
    pub(super) fn seconds(&self, engine: usize) -> Option<f64> {
        self.by(engine, median)
    }

    /// A figure of an engine's times.
    pub(super) fn by(&self, engine: usize, figure: fn(&[f64]) -> f64) -> Option<f64> {
        let times = self.times.get(engine)?;
        (!times.is_empty()).then(|| figure(times))
    }
}

/// Everything a comparison has measured.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Results {
    /// Names of the engines and which builds they are.
    pub(super) engines: Vec<(String, String)>,
    /// What the machine is: names and values.
    pub(super) facts: Vec<(String, String)>,
    pub(super) rows: Vec<Row>,
}

/// How a figure of one run of an engine is taken.
pub(super) type Figure = fn(&[f64]) -> f64;

impl Results {
    /// The column of an engine.
    pub(super) fn engine(&self, name: &str) -> Option<usize> {
        self.engines.iter().position(|(known, _)| known == name)
    }

    /// The engines that run programs: all but those that only start.
    pub(super) fn runners(&self) -> Vec<usize> {
        (0..self.engines.len())
            .filter(|index| self.engines[*index].0 != CPYTHON_BARE)
            .collect()
    }

    /// The rows that count in means.
    pub(super) fn counted(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.group() != Group::Apart)
    }

    /// A row by its name.
    pub(super) fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name)
    }

    /// The row of the script that does nothing.
    pub(super) fn start(&self) -> Option<&Row> {
        self.row(EMPTY)
    }

    /// How many times as fast as `base` an engine is in one program.
    pub(super) fn speed(&self, row: &Row, engine: usize, base: usize) -> Option<f64> {
        Some(row.seconds(base)? / row.seconds(engine)?)
    }

    /// The geometric mean of [`Results::speed`] over the programs of a group, or over all, that
    /// both engines have.
    pub(super) fn mean_speed(
        &self,
        group: Option<Group>,
        engine: usize,
        base: usize,
        figure: Figure,
    ) -> Option<f64> {
        let speeds = self
            .counted()
            .filter(|row| group.is_none_or(|group| row.group() == group))
            .filter_map(|row| Some(row.by(base, figure)? / row.by(engine, figure)?));
        Some(geometric_mean(speeds)).filter(|mean| !mean.is_nan())
    }

    /// The geometric mean of the peaks of memory, `base` being 1.
    pub(super) fn mean_memory(&self, engine: usize, base: usize) -> Option<f64> {
        let of = |row: &Row, engine: usize| row.memory.get(engine).copied().flatten();
        let parts = self
            .counted()
            .filter_map(|row| Some(of(row, engine)? as f64 / of(row, base)? as f64));
        Some(geometric_mean(parts)).filter(|mean| !mean.is_nan())
    }

    /// The file: a line per engine, fact and row, fields separated by tabs.
    pub(super) fn to_text(&self) -> String {
        let mut text = String::new();
        for (kind, pairs) in [("engine", &self.engines), ("fact", &self.facts)] {
            for (name, value) in pairs {
                let _ = writeln!(text, "{kind}\t{name}\t{value}");
            }
        }
        for row in &self.rows {
            let _ = writeln!(text, "row\t{}\t{}", row.name, row.checksum);
            for (index, times) in row.times.iter().enumerate() {
                let times: Vec<String> = times.iter().map(f64::to_string).collect();
                let memory = row.memory[index].map_or("-".to_owned(), |kib| kib.to_string());
                let _ = writeln!(text, "run\t{memory}\t{}", times.join(" "));
            }
        }
        text
    }

    /// Reads what [`Results::to_text`] has written; the number of the first line that is not so.
    pub(super) fn from_text(text: &str) -> Result<Self, usize> {
        let mut results = Self::default();
        for (number, line) in text.lines().enumerate() {
            let wrong = || number + 1;
            let mut fields = line.splitn(3, '\t');
            let mut field = || fields.next().ok_or_else(wrong);
            let (kind, first, second) = (field()?, field()?, field()?);
            let pair = || (first.to_owned(), second.to_owned());
            match kind {
                "engine" => results.engines.push(pair()),
                "fact" => results.facts.push(pair()),
                "row" => {
                    let (name, checksum) = pair();
                    results.rows.push(Row {
                        name,
                        checksum,
                        ..Row::default()
                    });
                }
                "run" => {
                    let row = results.rows.last_mut().ok_or_else(wrong)?;
                    let times = second.split_whitespace().map(str::parse);
                    let times: Result<Vec<f64>, _> = times.collect();
                    row.times.push(times.map_err(|_| wrong())?);
                    row.memory.push(first.parse().ok());
                }
                _ => return Err(wrong()),
            }
        }
        Ok(results)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Two programs, one of them without Lua, and an empty script; three engines.
    pub(in super::super) fn sample() -> Results {
        let pair = |name: &str, about: &str| (name.to_owned(), about.to_owned());
        let row = |name: &str, times: [&[f64]; 3], memory: [Option<u64>; 3]| Row {
            name: name.to_owned(),
            checksum: "17".to_owned(),
            times: times.map(<[f64]>::to_vec).to_vec(),
            memory: memory.to_vec(),
        };
        Results {
            engines: vec![
                pair(MINISCRIPT, "profile release"),
                pair(CPYTHON, "CPython 3.11.2"),
                pair(LUA, "Lua 5.4.4"),
            ],
            facts: vec![pair("processor", "a <fast> one")],
            rows: vec![
                row(
                    "fib",
                    [&[0.5, 0.4, 0.6], &[1.0], &[0.25]],
                    [Some(1024), Some(4096), Some(512)],
                ),
                row(
                    "json",
                    [&[0.5], &[4.0], &[]],
                    [Some(4096), Some(4096), None],
                ),
                row("empty", [&[0.003], &[0.01], &[0.001]], [None; 3]),
            ],
        }
    }

    #[test]
    fn means_are_over_what_both_have() {
        let results = sample();
        let of = |engine, base| results.mean_speed(None, engine, base, median);
        assert_eq!(of(0, 1), Some(4.0));
        assert_eq!(of(0, 2), Some(0.5));
        assert_eq!(results.mean_speed(Some(Group::Lists), 0, 1, median), None);
        assert_eq!(results.mean_memory(0, 1), Some(0.5));
    }

    #[test]
    fn the_file_is_read_as_it_was_written() {
        let results = sample();
        assert_eq!(Results::from_text(&results.to_text()), Ok(results));
        for (bad, line) in [
            ("fact\ta\tb\nnoise", 2),
            ("run\t-\t0.1", 1),
            ("row\ta\tb\nrun\t-\tx", 2),
        ] {
            assert_eq!(Results::from_text(bad), Err(line), "{bad}");
        }
    }
}
