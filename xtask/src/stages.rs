//! A row of named stages that stops at the first failure and ends with a table of times.
//!
//! `ci` is made of these; a stage is any function that returns an [`Outcome`].

use std::time::{Duration, Instant};

use crate::cli::{Failure, Outcome};

/// One stage: its name, as `--from` takes it, and what it does.
pub(crate) struct Stage {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) run: fn() -> Outcome,
}

/// Runs the stages in order and prints the table, whatever happens.
///
/// # Errors
/// The first failing stage's failure, with the stage's name.
pub(crate) fn run(stages: &[Stage]) -> Outcome {
    let mut done: Vec<(&Stage, Duration, bool)> = Vec::new();
    let mut outcome = Ok(());
    for stage in stages {
        println!("\n===== {}: {}", stage.name, stage.about);
        let start = Instant::now();
        let result = (stage.run)();
        done.push((stage, start.elapsed(), result.is_ok()));
        println!(
            "===== {}: {} in {}",
            stage.name,
            word(result.is_ok()),
            clock(start.elapsed())
        );
        if let Err(failure) = result {
            outcome = Err(Failure::Found(format!(
                "stage '{}': {}",
                stage.name,
                failure.message()
            )));
            break;
        }
    }
    print!("\n{}", table(stages, &done));
    outcome
}

fn table(stages: &[Stage], done: &[(&Stage, Duration, bool)]) -> String {
    let width = stages
        .iter()
        .map(|stage| stage.name.len())
        .max()
        .unwrap_or(0)
        .max("total".len());
    let mut text = String::new();
    for (index, stage) in stages.iter().enumerate() {
        let (state, time) = match done.get(index) {
            Some((_, time, good)) => (word(*good), clock(*time)),
            None => ("not run", String::new()),
        };
        text += format!("{:width$}  {state:7}  {time:>8}", stage.name).trim_end();
        text.push('\n');
    }
    let total: Duration = done.iter().map(|(_, time, _)| *time).sum();
    text += &format!("{:width$}  {:7}  {:>8}\n", "total", "", clock(total));
    text
}

fn word(good: bool) -> &'static str {
    if good { "ok" } else { "FAILED" }
}

/// A duration as a person reads it: `0.4 s`, `3 m 07 s`.
pub(crate) fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} m {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_shows_what_did_not_run() {
        let good = || Ok(());
        let stages = [
            Stage {
                name: "first",
                about: "",
                run: good,
            },
            Stage {
                name: "second",
                about: "",
                run: good,
            },
            Stage {
                name: "third",
                about: "",
                run: good,
            },
        ];
        let done = [
            (&stages[0], Duration::from_millis(1500), true),
            (&stages[1], Duration::from_secs(187), false),
        ];
        let expected = "first   ok          1.5 s\nsecond  FAILED   3 m 07 s\nthird   not run\ntotal            3 m 08 s\n";
        assert_eq!(table(&stages, &done), expected);
    }
}
