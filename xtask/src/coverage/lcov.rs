//! Reads LCOV's text form: per file, how often each line ran.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The lines of one file that hold code, with how often each ran.
#[derive(Debug, Default, PartialEq)]
pub(super) struct File {
    pub(super) lines: BTreeMap<u32, u64>,
}

impl File {
    pub(super) fn executed(&self) -> usize {
        self.lines.values().filter(|count| **count > 0).count()
    }

    /// Whether the first line with code at or after `line` ran; `None` when there is none.
    pub(super) fn ran_from(&self, line: u32) -> Option<bool> {
        self.lines.range(line..).next().map(|(_, count)| *count > 0)
    }
}

/// The files below `root`, by their paths inside it.
pub(super) fn parse(text: &str, root: &Path) -> BTreeMap<PathBuf, File> {
    let mut files: BTreeMap<PathBuf, File> = BTreeMap::new();
    let mut current = None;
    for line in text.lines() {
        if let Some(path) = line.strip_prefix("SF:") {
            current = Path::new(path)
                .strip_prefix(root)
                .ok()
                .map(Path::to_path_buf);
        } else if let (Some(path), Some(entry)) = (&current, line.strip_prefix("DA:")) {
            let mut parts = entry.split(',');
            let number = parts.next().and_then(|part| part.parse().ok());
            let count = parts.next().and_then(|part| part.parse::<u64>().ok());
            if let (Some(number), Some(count)) = (number, count) {
                let file = files.entry(path.clone()).or_default();
                let seen = file.lines.entry(number).or_default();
                *seen = (*seen).max(count);
            }
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_by_file() {
        let text = "SF:/w/a.rs\nDA:1,0\nDA:3,7\nend_of_record\nSF:/x/b.rs\nDA:1,1\n";
        let files = parse(text, Path::new("/w"));
        assert_eq!(files.len(), 1);
        let file = &files[Path::new("a.rs")];
        assert_eq!(file.executed(), 1);
        assert_eq!(file.ran_from(1), Some(false));
        assert_eq!(file.ran_from(2), Some(true));
        assert_eq!(file.ran_from(4), None);
    }
}
