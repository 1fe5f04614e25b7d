//! The report of a comparison: conditions, means by group, programs, memory, start-up.
//!
//! The same Markdown goes to the terminal and into `docs/performance.md`.

use super::conditions;
use super::figures::{geometric_mean, lower_quartile, median, spread};
use super::programs::Group;
use super::results::{CPYTHON, Results, Row};
use super::table::Table;

/// What stands at the place of a figure that there is not.
const NONE: &str = "-";

/// The whole report.
pub(super) fn text(results: &Results) -> String {
    let parts = [
        ("Conditions", conditions_of(results)),
        (
            "Speed by group (geometric means of the medians; CPython 3.11 = 1.00, higher is faster)",
            groups(results),
        ),
        (
            "Seconds (median of the rounds; in brackets the lower quartile, and the spread of all rounds in % of the median)",
            seconds(results),
        ),
        ("Speed by program (CPython 3.11 = 1.00)", speeds(results)),
        ("Peak memory in MiB", memory(results)),
        (
            "Apart: start-up and native calls, which are in no mean",
            apart(results),
        ),
    ];
    parts
        .iter()
        .map(|(title, part)| format!("**{title}**\n\n{part}\n"))
        .collect()
}

/// A list: what was found may name many programs, too many for a cell.
fn conditions_of(results: &Results) -> String {
    conditions::judge(results)
        .iter()
        .map(|condition| {
            format!(
                "- {}: {}. Measured: {}.\n",
                condition.word(),
                condition.asked,
                condition.found
            )
        })
        .collect()
}

fn head<'a>(results: &'a Results, first: &'a str, engines: &[usize]) -> Table {
    let names = engines
        .iter()
        .map(|index| results.engines[*index].0.as_str());
    Table::new(std::iter::once(first).chain(names))
}

/// The engine that is 1.00: CPython, or this project's where there is none.
fn base(results: &Results) -> usize {
    results.engine(CPYTHON).unwrap_or(0)
}

fn shown(figure: Option<f64>, digits: usize) -> String {
    figure.map_or(NONE.to_owned(), |figure| format!("{figure:.digits$}"))
}

fn groups(results: &Results) -> String {
    let (engines, base) = (results.runners(), base(results));
    let mut table = head(results, "group", &engines);
    for group in Group::MEANT {
        if results.counted().any(|row| row.group() == group) {
            let means = engines
                .iter()
                .map(|engine| shown(results.mean_speed(Some(group), *engine, base, median), 2));
            table.row(group.title(), means);
        }
    }
    for (name, figure) in [
        ("geometric mean", median as fn(&[f64]) -> f64),
        ("the same, of lower quartiles", lower_quartile),
    ] {
        let means = engines
            .iter()
            .map(|engine| shown(results.mean_speed(None, *engine, base, figure), 2));
        table.row(name, means);
    }
    let memory = engines
        .iter()
        .map(|engine| shown(results.mean_memory(*engine, base), 2));
    table.row("memory, CPython 3.11 = 1.00", memory);
    table.text()
}

fn seconds(results: &Results) -> String {
    let engines = results.runners();
    let mut table = head(results, "program", &engines);
    for row in results.counted() {
        table.row(&row.name, engines.iter().map(|engine| times(row, *engine)));
    }
    table.text()
}

fn times(row: &Row, engine: usize) -> String {
    let figures = (
        row.by(engine, median),
        row.by(engine, lower_quartile),
        row.by(engine, spread),
    );
    match figures {
        (Some(middle), Some(quartile), Some(spread)) => {
            format!("{middle:.3} ({quartile:.3}, {:.0} %)", spread * 100.0)
        }
        _ => NONE.to_owned(),
    }
}

fn speeds(results: &Results) -> String {
    let (engines, base) = (results.runners(), base(results));
    let mut table = head(results, "program", &engines);
    for row in results.counted() {
        let cells = engines
            .iter()
            .map(|engine| shown(results.speed(row, *engine, base), 2));
        table.row(&row.name, cells);
    }
    table.text()
}

fn memory(results: &Results) -> String {
    let engines = results.runners();
    let mut table = head(results, "program", &engines);
    let of = |row: &Row, engine: &usize| row.memory.get(*engine).copied().flatten();
    let mib = |kib: f64| kib / 1024.0;
    for row in results.counted() {
        let cells = engines
            .iter()
            .map(|engine| shown(of(row, engine).map(|kib| mib(kib as f64)), 1));
        table.row(&row.name, cells);
    }
    let means = engines.iter().map(|engine| {
        let peaks = results.counted().filter_map(|row| of(row, engine));
        let mean = geometric_mean(peaks.map(|kib| mib(kib as f64)));
        shown(Some(mean).filter(|mean| !mean.is_nan()), 1)
    });
    table.row("geometric mean", means);
    table.text()
}

fn apart(results: &Results) -> String {
    let engines: Vec<usize> = (0..results.engines.len()).collect();
    let mut table = head(results, "", &engines);
    if let Some(start) = results.start() {
        let of = |figure: fn(&[f64]) -> f64| {
            let figure = move |engine: &usize| start.by(*engine, figure).map(|time| time * 1e3);
            engines.iter().map(move |engine| shown(figure(engine), 2))
        };
        table.row("an empty script, ms: median", of(median));
        table.row("an empty script, ms: lower quartile", of(lower_quartile));
        let memory = engines
            .iter()
            .map(|engine| start.memory.get(*engine).copied().flatten())
            .map(|kib| shown(kib.map(|kib| kib as f64 / 1024.0), 1));
        table.row("an empty script, MiB", memory);
    }
    for row in &results.rows {
        if row.group() == Group::Apart && Some(row) != results.start() {
            let cells = engines.iter().map(|engine| times(row, *engine));
            table.row(&format!("{}, s", row.name), cells);
        }
    }
    table.text()
}

#[cfg(test)]
mod tests {
    use super::super::results::tests::sample;
    use super::*;

    #[test]
    fn the_sample_is_reported() {
        let text = text(&sample());
        for line in [
            "| calls, closures, objects           |       2.00 |         1.00 |    4.00 |",
            "| json, regular expressions, asyncio |       8.00 |         1.00 |       - |",
            "- missed: at least 1.2 times as fast as Lua 5.4, in the mean. Measured: 0.50 (0.56 by lower quartiles).",
            "| geometric mean                     |       4.00 |         1.00 |    4.00 |",
            "| fib     | 0.500 (0.450, 40 %) | 1.000 (1.000, 0 %) | 0.250 (0.250, 0 %) |",
            "| an empty script, ms: median         |       3.00 |        10.00 |    1.00 |",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
    }
}
