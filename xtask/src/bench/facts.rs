//! What stands beside every figure: the machine, the versions, the day.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::process;

/// Names and values, in the order in which they are shown.
pub(super) fn all(rounds: usize) -> Vec<(String, String)> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown".to_owned());
    let memory = field("/proc/meminfo", "MemTotal").and_then(|text| kib(&text));
    let system = field_of("/etc/os-release", "PRETTY_NAME", '=')
        .unwrap_or_else(|| std::env::consts::OS.to_owned());
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let mut facts = vec![
        ("date", today()),
        ("commit", asked("git", &["rev-parse", "--short=12", "HEAD"])),
        ("processor", format!("{processor}, {cores} cores")),
    ];
    if let Some(memory) = memory {
        facts.push(("memory", format!("{:.1} GiB", memory as f64 / 1048576.0)));
    }
    facts.push(("system", format!("{system}, kernel {}", kernel.trim())));
    facts.push(("compiler", asked("rustc", &["--version"])));
    facts.push(("rounds", rounds.to_string()));
    facts
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn asked(program: &str, arguments: &[&str]) -> String {
    let output = process::program(program).args(arguments).output();
    let text = output.map(|output| output.stdout).unwrap_or_default();
    match String::from_utf8_lossy(&text).trim() {
        "" => "unknown".to_owned(),
        text => text.to_owned(),
    }
}

fn field(file: &str, name: &str) -> Option<String> {
    field_of(file, name, ':')
}

/// The first value of a name in a file of `name: value` lines.
fn field_of(file: &str, name: &str, between: char) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    let mut pairs = text.lines().filter_map(|line| line.split_once(between));
    let (_, value) = pairs.find(|(found, _)| found.trim() == name)?;
    Some(value.trim().trim_matches('"').to_owned())
}

fn kib(text: &str) -> Option<u64> {
    text.split_whitespace().next()?.parse().ok()
}

fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    date(since.map_or(0, |since| since.as_secs() / 86400))
}

/// The day of so many days after 1970-01-01. A year is taken to begin in March, so that the day
/// that leap years add is its last.
fn date(days: u64) -> String {
    // From 0000-03-01 on; 400 years have 146097 days.
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    format!("{:04}-{month:02}-{day:02}", year + era * 400 + next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        for (days, text) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (19_723, "2024-01-01"),
            (20_148, "2025-03-01"),
        ] {
            assert_eq!(date(days), text);
        }
    }

    #[test]
    fn every_fact_has_a_value() {
        for (name, value) in all(7) {
            assert!(
                !value.is_empty() && !value.contains('\n'),
                "{name}: {value}"
            );
        }
    }
}
