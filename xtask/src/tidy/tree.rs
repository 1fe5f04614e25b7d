//! The checks of the tree as a whole: files, crates, and the map that names them.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::source::Source;
use crate::cli::{Failure, Outcome};
use crate::process;

/// Feature gates that a crate may have for every thousand lines.
const GATES_PER_THOUSAND: usize = 5;

/// Every file that is tracked, or would be.
///
/// # Errors
/// When git cannot be asked.
pub(super) fn files() -> Result<Vec<String>, Failure> {
    let mut git = process::program("git");
    let listed =
        process::output(git.args(["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    Ok(listed.lines().map(str::to_owned).collect())
}

/// Paths that exist on one machine only. (Written in parts, so as not to find itself.)
const MACHINE_PATHS: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
];

/// Finds paths of somebody's machine in a file.
pub(super) fn machine_paths(file: &str, text: &str, findings: &mut Vec<Finding>) {
    if file.ends_with(".lock") {
        return;
    }
    for (index, line) in text.lines().enumerate() {
        let starts_path = |at: usize| {
            !line[..at].ends_with(|c: char| {
                c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '}')
            })
        };
        let found = MACHINE_PATHS
            .iter()
            .find(|path| line.match_indices(**path).any(|(at, _)| starts_path(at)));
        if let Some(path) = found {
            let text = format!("a path of one machine ({path}...)");
            findings.push(Finding {
                file: file.to_owned(),
                line: index + 1,
                text,
            });
        }
    }
}

/// Counts the gates of each crate, tests left out.
pub(super) fn gates_per_crate(sources: &[Source], findings: &mut Vec<Finding>) {
    let mut crates: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for source in sources
        .iter()
        .filter(|source| !source.is_test() && !source.is_generated())
    {
        let Some((name, _)) = source
            .file
            .strip_prefix("crates/")
            .and_then(|rest| rest.split_once('/'))
        else {
            continue;
        };
        let gates = source.code.match_indices("#[cfg(").filter(|(at, _)| {
            !source.in_tests(*at) && !source.code[*at..].starts_with("#[cfg(test)]")
        });
        let counts = crates.entry(name).or_default();
        counts.0 += gates.count();
        counts.1 += source.lines.len();
    }
    for (name, (gates, lines)) in crates {
        // A small crate may have what a crate of a thousand lines may have.
        if gates * 1000 >= GATES_PER_THOUSAND * lines.max(1000) {
            let text = format!(
                "{gates} feature gates in {lines} lines; fewer than {GATES_PER_THOUSAND} per thousand"
            );
            findings.push(Finding {
                file: format!("crates/{name}"),
                line: 0,
                text,
            });
        }
    }
}

/// Compares the crates that exist with those that ARCHITECTURE.md names.
///
/// # Errors
/// When the map cannot be read.
pub(super) fn crates_in_the_map(files: &[String], findings: &mut Vec<Finding>) -> Outcome {
    let map = std::fs::read_to_string(process::root().join(MAP))
        .map_err(|error| format!("cannot read {MAP}: {error}"))?;
    compare_map(&map, &existing(files), findings);
    Ok(())
}

const MAP: &str = "ARCHITECTURE.md";

fn existing(files: &[String]) -> BTreeSet<String> {
    let manifests = files
        .iter()
        .filter_map(|file| file.strip_suffix("/Cargo.toml"));
    manifests
        .filter(|folder| !folder.contains('/') || folder.starts_with("crates/"))
        .map(str::to_owned)
        .collect()
}

fn compare_map(map: &str, existing: &BTreeSet<String>, findings: &mut Vec<Finding>) {
    for (index, line) in map.lines().enumerate() {
        for (at, _) in line.match_indices("crates/") {
            let word = line[at..]
                .split(|c: char| !(c.is_ascii_alphanumeric() || "-_/".contains(c)))
                .next()
                .unwrap_or("");
            let folder: Vec<&str> = word
                .split('/')
                .filter(|part| !part.is_empty())
                .take(2)
                .collect();
            if folder.len() == 2 && !existing.contains(&folder.join("/")) {
                let text = format!("names {}, which does not exist", folder.join("/"));
                findings.push(Finding {
                    file: MAP.to_owned(),
                    line: index + 1,
                    text,
                });
            }
        }
    }
    for folder in existing
        .iter()
        .filter(|folder| !map.contains(&format!("`{folder}`")))
    {
        let text = format!("does not name `{folder}`, which exists");
        findings.push(Finding {
            file: MAP.to_owned(),
            line: 0,
            text,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machine_paths_are_found_and_others_are_not() {
        let rows = [
            (format!("open({}x)", MACHINE_PATHS[0]), 1),
            (format!("\"{}ada\"", MACHINE_PATHS[2]), 1),
            (format!("https://example.org{}", MACHINE_PATHS[2]), 0),
            (format!("target{}", MACHINE_PATHS[0]), 0),
        ];
        for (text, expected) in rows {
            let mut findings = Vec::new();
            machine_paths("a.md", &text, &mut findings);
            assert_eq!(findings.len(), expected, "{text}");
        }
    }

    #[test]
    fn gates_are_counted_per_crate() {
        let few = format!(
            "//! a\n{}#[cfg(test)]\nmod t {{}}\n",
            "#[cfg(unix)]\nmod b;\n".repeat(4)
        );
        let many = "#[cfg(unix)]\nmod b;\n".repeat(5);
        let sources = [
            Source::new("crates/core/src/lib.rs", &few),
            Source::new("crates/ext/src/lib.rs", &many),
        ];
        let mut findings = Vec::new();
        gates_per_crate(&sources, &mut findings);
        assert_eq!(
            findings
                .iter()
                .map(|finding| finding.file.as_str())
                .collect::<Vec<_>>(),
            ["crates/ext"]
        );
    }

    #[test]
    fn the_map_and_the_tree_agree() {
        let files = [
            "crates/core/Cargo.toml",
            "tests/Cargo.toml",
            "xtask/size-image/Cargo.toml",
            "Cargo.toml",
        ];
        let existing = existing(&files.map(str::to_owned));
        let mut findings = Vec::new();
        compare_map(
            "`crates/core` and `tests`, and crates/core/src/vm",
            &existing,
            &mut findings,
        );
        assert_eq!(findings, []);
        compare_map("`crates/engine` and `tests`", &existing, &mut findings);
        assert_eq!(findings.len(), 2, "{findings:?}");
    }
}
