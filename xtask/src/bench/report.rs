//! Medians, spread, ratios and their geometric mean, as tables of text.
//!
//! The first engine is this project's; a ratio says how many times as long the other one takes.

use std::fmt::Write;
use std::time::Duration;

/// One program's figures, a column per engine.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) checksum: String,
    pub(super) times: Vec<Vec<Duration>>,
    /// Peak of resident memory in KiB.
    pub(super) memory: Vec<Option<u64>>,
}

impl Row {
    pub(super) fn new(name: &str, engines: usize) -> Self {
        let times = vec![Vec::new(); engines];
        Self {
            name: name.to_owned(),
            checksum: String::new(),
            times,
            memory: vec![None; engines],
        }
    }
}

/// All tables.
pub(super) fn text(engines: &[&str], rows: &[Row], start: &Row) -> String {
    let mut out = String::new();
    table(
        &mut out,
        "seconds: median (spread of all rounds in % of it)",
        engines,
        rows,
        |row, engine| {
            let times = &row.times[engine];
            if times.is_empty() {
                return "-".to_owned();
            }
            format!("{:.3} ({:.0}%)", median(times), spread(times) * 100.0)
        },
    );
    table(
        &mut out,
        "times as long as miniscript",
        engines,
        rows,
        |row, engine| ratio(row, engine).map_or("-".to_owned(), |ratio| format!("{ratio:.2}")),
    );
    let means =
        (0..engines.len()).map(|engine| mean(rows.iter().filter_map(|row| ratio(row, engine))));
    line(
        &mut out,
        "geometric mean",
        means.map(|mean| format!("{mean:.2}")),
    );
    table(
        &mut out,
        "\npeak memory in MiB (one run under GNU time)",
        engines,
        rows,
        |row, engine| {
            row.memory[engine].map_or("-".to_owned(), |kib| format!("{:.1}", kib as f64 / 1024.0))
        },
    );
    table(
        &mut out,
        "\nstart-up in ms: median of an empty script",
        engines,
        std::slice::from_ref(start),
        |row, engine| format!("{:.1}", median(&row.times[engine]) * 1e3),
    );
    out.push('\n');
    for row in rows {
        line(
            &mut out,
            &row.name,
            std::iter::once(format!("  prints {}", row.checksum)),
        );
    }
    out
}

fn table(
    out: &mut String,
    title: &str,
    engines: &[&str],
    rows: &[Row],
    cell: impl Fn(&Row, usize) -> String,
) {
    let _ = writeln!(out, "{title}");
    line(out, "", engines.iter().map(|name| (*name).to_owned()));
    for row in rows {
        line(
            out,
            &row.name,
            (0..engines.len()).map(|engine| cell(row, engine)),
        );
    }
}

fn line(out: &mut String, name: &str, cells: impl Iterator<Item = String>) {
    let mut text = format!("  {name:16}");
    for cell in cells {
        let _ = write!(text, "{cell:>16}");
    }
    let _ = writeln!(out, "{}", text.trim_end());
}

/// How many times as long an engine takes; none for a program that it does not have.
fn ratio(row: &Row, engine: usize) -> Option<f64> {
    let times = &row.times[engine];
    (!times.is_empty()).then(|| median(times) / median(&row.times[0]))
}

fn median(times: &[Duration]) -> f64 {
    let mut seconds: Vec<f64> = times.iter().map(Duration::as_secs_f64).collect();
    seconds.sort_by(f64::total_cmp);
    let middle = seconds.len() / 2;
    match (seconds.get(middle), seconds.len() % 2) {
        (None, _) => f64::NAN,
        (Some(upper), 1) => *upper,
        (Some(upper), _) => (seconds[middle - 1] + upper) / 2.0,
    }
}

/// From the quickest to the slowest, as a part of the median.
fn spread(times: &[Duration]) -> f64 {
    let seconds = || times.iter().map(Duration::as_secs_f64);
    (seconds().fold(f64::MIN, f64::max) - seconds().fold(f64::MAX, f64::min)) / median(times)
}

fn mean(ratios: impl Iterator<Item = f64>) -> f64 {
    let logs: Vec<f64> = ratios.map(f64::ln).collect();
    (logs.iter().sum::<f64>() / logs.len() as f64).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn millis(times: &[u64]) -> Vec<Duration> {
        times.iter().map(|ms| Duration::from_millis(*ms)).collect()
    }

    #[test]
    fn figures() {
        assert_eq!(median(&millis(&[30, 10, 20])), 0.02);
        assert_eq!(median(&millis(&[10, 20])), 0.015);
        assert!((spread(&millis(&[9, 10, 11])) - 0.2).abs() < 1e-9);
        assert!((mean([2.0, 8.0].into_iter()) - 4.0).abs() < 1e-9);
    }

    #[test]
    fn the_mean_stands_below_the_ratios() {
        let mut row = Row::new("fib", 2);
        row.times = vec![millis(&[100]), millis(&[250])];
        row.memory[1] = Some(2048);
        let text = text(
            &["miniscript", "CPython 3.11"],
            &[row],
            &Row::new("empty", 2),
        );
        assert!(
            text.contains("geometric mean              1.00            2.50"),
            "{text}"
        );
        assert!(
            text.contains("fib                            -             2.0"),
            "{text}"
        );
    }
}
