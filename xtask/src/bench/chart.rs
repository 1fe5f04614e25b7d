//! The chart of a comparison, as SVG: one bar per engine on a logarithmic axis, and a dot for
//! each program, so that the mean does not hide how far they lie apart.
//!
//! Plain text: colours follow the reader's light or dark mode, and every bar has its figure
//! beside it and a `<title>`.

use std::fmt::Write;

use super::figures::median;
use super::results::{CPYTHON, MINISCRIPT, Results};

const WIDTH: f64 = 760.0;
/// Where the axis begins and ends; names stand left of it, figures right.
const LEFT: f64 = 130.0;
const RIGHT: f64 = 690.0;
const TOP: f64 = 64.0;
const ROW: f64 = 36.0;
const BAR: f64 = 20.0;

const STYLE: &str = "\
text{font-family:system-ui,sans-serif;font-size:13px;fill:#1f2328}\
.title{font-size:16px;font-weight:600}\
.note{fill:#59636e;font-size:12px}\
.grid{stroke:#d1d9e0}\
.one{stroke:#59636e}\
.bar{fill:#9aa7b4}\
.own{fill:#2f6fd0}\
.dot{fill:#1f2328;fill-opacity:.45}\
@media(prefers-color-scheme:dark){\
text{fill:#f0f6fc}\
.note{fill:#9198a1}\
.grid{stroke:#3d444d}\
.one{stroke:#9198a1}\
.bar{fill:#656d76}\
.own{fill:#4c8df0}\
.dot{fill:#f0f6fc;fill-opacity:.5}}";

/// One bar: an engine, its mean, and its single programs.
struct Bar<'a> {
    name: &'a str,
    mean: f64,
    programs: Vec<f64>,
}

/// The chart; an empty one where nothing was compared.
pub(super) fn svg(results: &Results) -> String {
    let bars = bars(results);
    let axis = Axis::over(bars.iter().flat_map(|bar| bar.programs.iter().copied()));
    let bottom = TOP + ROW * bars.len() as f64;
    let height = bottom + 46.0;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\">\n\
         <title>Speed of {MINISCRIPT} and other engines, {CPYTHON} being 1</title>\n\
         <style>{STYLE}</style>\n"
    );
    text(
        &mut out,
        (16.0, 26.0),
        "start",
        "title",
        "How fast, compared with CPython 3.11",
    );
    text(
        &mut out,
        (16.0, 46.0),
        "start",
        "note",
        "bars: geometric mean of the programs that all have; dots: single programs; higher is faster",
    );
    for tick in axis.ticks() {
        let x = axis.place(tick);
        let class = if tick == 1.0 { "one" } else { "grid" };
        let _ = writeln!(
            out,
            "<line class=\"{class}\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{TOP}\" y2=\"{bottom}\"/>"
        );
        text(
            &mut out,
            (x, bottom + 18.0),
            "middle",
            "note",
            &tick.to_string(),
        );
    }
    text(
        &mut out,
        (f64::midpoint(LEFT, RIGHT), bottom + 36.0),
        "middle",
        "note",
        "times CPython's speed (logarithmic)",
    );
    for (index, bar) in bars.iter().enumerate() {
        draw(&mut out, &axis, bar, TOP + ROW * index as f64);
    }
    out + "</svg>\n"
}

fn bars(results: &Results) -> Vec<Bar<'_>> {
    let Some(base) = results.engine(CPYTHON) else {
        return Vec::new();
    };
    let engines = results.runners();
    let mut bars: Vec<Bar<'_>> = engines
        .iter()
        .map(|engine| {
            let all_have = results
                .counted()
                .filter(|row| engines.iter().all(|engine| row.seconds(*engine).is_some()));
            let programs: Vec<f64> = all_have
                .filter_map(|row| Some(row.by(base, median)? / row.by(*engine, median)?))
                .collect();
            Bar {
                name: &results.engines[*engine].0,
                mean: super::figures::geometric_mean(programs.iter().copied()),
                programs,
            }
        })
        .filter(|bar| !bar.mean.is_nan())
        .collect();
    bars.sort_by(|left, right| right.mean.total_cmp(&left.mean));
    bars
}

fn draw(out: &mut String, axis: &Axis, bar: &Bar<'_>, top: f64) {
    let middle = top + ROW / 2.0;
    let end = axis.place(bar.mean);
    let class = if bar.name == MINISCRIPT { "own" } else { "bar" };
    text(out, (LEFT - 10.0, middle + 4.5), "end", "", bar.name);
    let _ = writeln!(
        out,
        "<rect class=\"{class}\" x=\"{LEFT}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{BAR}\" rx=\"2\"><title>{} {:.2}</title></rect>",
        middle - BAR / 2.0,
        end - LEFT,
        escaped(bar.name),
        bar.mean
    );
    // The engine that is 1 everywhere has nothing to scatter.
    let scattered = bar.programs.iter().filter(|_| bar.name != CPYTHON);
    for program in scattered {
        let _ = writeln!(
            out,
            "<circle class=\"dot\" cx=\"{:.1}\" cy=\"{middle:.1}\" r=\"2.5\"/>",
            axis.place(*program)
        );
    }
    let figure = format!("{:.2}", bar.mean);
    text(out, (WIDTH - 16.0, middle + 4.5), "end", "", &figure);
}

fn text(out: &mut String, (x, y): (f64, f64), anchor: &str, class: &str, words: &str) {
    let class = if class.is_empty() {
        String::new()
    } else {
        format!(" class=\"{class}\"")
    };
    let _ = writeln!(
        out,
        "<text{class} x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>",
        escaped(words)
    );
}

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A logarithmic axis from one of 1, 2, 5, 10 ... to another.
struct Axis {
    least: f64,
    greatest: f64,
}

impl Axis {
    /// The axis that holds the values, and what lies between a half and two.
    fn over(values: impl Iterator<Item = f64>) -> Self {
        let (mut least, mut greatest) = (0.5, 2.0);
        for value in values {
            least = f64::min(least, value);
            greatest = f64::max(greatest, value);
        }
        let below = steps().rev().find(|step| *step <= least);
        let above = steps().find(|step| *step >= greatest);
        Self {
            least: below.unwrap_or(least),
            greatest: above.unwrap_or(greatest),
        }
    }

    fn place(&self, value: f64) -> f64 {
        LEFT + (value / self.least).ln() / (self.greatest / self.least).ln() * (RIGHT - LEFT)
    }

    fn ticks(&self) -> Vec<f64> {
        steps()
            .filter(|step| (self.least..=self.greatest).contains(step))
            .collect()
    }
}

fn steps() -> impl DoubleEndedIterator<Item = f64> {
    const STEPS: [f64; 19] = [
        0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0,
        100.0, 200.0, 500.0, 1000.0,
    ];
    STEPS.into_iter()
}

#[cfg(test)]
mod tests {
    use super::super::results::tests::sample;
    use super::*;

    #[test]
    fn the_axis_is_logarithmic() {
        let axis = Axis::over([0.6, 45.0].into_iter());
        assert_eq!((axis.least, axis.greatest), (0.5, 50.0));
        assert_eq!(axis.place(0.5), LEFT);
        assert!((axis.place(5.0) - f64::midpoint(LEFT, RIGHT)).abs() < 1e-9);
        assert_eq!(axis.ticks(), [0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0]);
    }

    #[test]
    fn there_is_a_bar_per_engine() {
        let svg = svg(&sample());
        assert_eq!(svg.matches("<rect ").count(), 3);
        assert_eq!(svg.matches("class=\"own\"").count(), 1);
        // Only fib is there for all engines.
        assert_eq!(svg.matches("<circle ").count(), 2);
        assert!(svg.contains("<title>miniscript 2.00</title>"), "{svg}");
    }

    #[test]
    fn names_are_escaped() {
        assert_eq!(escaped("a<b> & c"), "a&lt;b&gt; &amp; c");
    }
}
