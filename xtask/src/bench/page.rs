//! `docs/performance.md`: sections that are made, between marks, and all else, written by hand.

use super::results::Results;
use super::table::Table;
use super::{chart, report};
use crate::cli::{Failure, Outcome};
use crate::process;

const PAGE: &str = "docs/performance.md";
const CHART: &str = "docs/performance.svg";

/// Writes the tables and the chart of a comparison.
///
/// # Errors
/// When a file cannot be read or written, or the page has lost a mark.
pub(super) fn write(results: &Results) -> Outcome {
    section("comparison", &report::text(results))?;
    section("machine", &machine(results))?;
    save(CHART, &chart::svg(results))
}

/// Writes one made section of the page.
///
/// # Errors
/// As [`write`].
pub(super) fn section(name: &str, text: &str) -> Outcome {
    let page = std::fs::read_to_string(process::root().join(PAGE))
        .map_err(|error| format!("{PAGE} cannot be read: {error}"))?;
    let Some(page) = replaced(&page, name, text) else {
        let (begin, end) = marks(name);
        return Err(format!("{PAGE} needs the lines `{begin}` and `{end}`").into());
    };
    save(PAGE, &page)
}

fn save(path: &str, text: &str) -> Outcome {
    std::fs::write(process::root().join(path), text)
        .map_err(|error| Failure::Found(format!("{path} cannot be written: {error}")))?;
    println!("wrote {path}");
    Ok(())
}

fn machine(results: &Results) -> String {
    let mut table = Table::new(["", ""]);
    for (name, value) in &results.facts {
        table.row(name, [value.clone()]);
    }
    for (name, about) in &results.engines {
        table.row(name, [about.clone()]);
    }
    table.text()
}

fn marks(name: &str) -> (String, String) {
    (
        format!("<!-- begin {name}: made by cargo xtask bench -->"),
        format!("<!-- end {name} -->"),
    )
}

/// The page with another text between a section's marks; `None` where it has no such marks.
fn replaced(page: &str, name: &str, text: &str) -> Option<String> {
    let (begin, end) = marks(name);
    let (before, rest) = page.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!(
        "{before}{begin}\n{}\n{end}{after}",
        text.trim_end()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_by_hand_stays() {
        let (begin, end) = marks("x");
        let page = format!("a\n{begin}\nold\n{end}\nb\n");
        let new = format!("a\n{begin}\nnew\n{end}\nb\n");
        assert_eq!(replaced(&page, "x", "new\n\n").as_deref(), Some(&*new));
        assert_eq!(replaced(&new, "x", "new").as_deref(), Some(&*new));
        assert_eq!(replaced(&page, "y", "new"), None);
    }

    #[test]
    fn the_page_has_its_marks() {
        let page = std::fs::read_to_string(process::root().join(PAGE)).expect("the page is there");
        for name in ["comparison", "machine", "growth"] {
            assert!(replaced(&page, name, "").is_some(), "{name}");
        }
    }
}
