//! Which constants of an executable a process reads: its loads, told by valgrind's lackey, and the
//! linker's map, which says what lies where. Constants without a name are in no other list.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::cli::Failure;
use crate::process;

/// Where valgrind maps an executable that may lie anywhere.
const MAPPED_AT: u64 = 0x10_8000;

/// An installed valgrind.
pub(super) struct Lackey {
    valgrind: PathBuf,
}

impl Lackey {
    /// Finds valgrind.
    pub(super) fn find() -> Option<Self> {
        let valgrind = process::which("valgrind")?;
        Some(Self { valgrind })
    }

    /// Runs a command and returns the sections of the map that it reads from.
    ///
    /// # Errors
    /// When it cannot be run or fails, or valgrind has mapped it elsewhere.
    pub(super) fn read<'m>(
        &self,
        command: &Command,
        what: &str,
        map: &'m Map,
    ) -> Result<BTreeSet<&'m str>, Failure> {
        let mut traced = process::program(&self.valgrind);
        traced
            .args(["--tool=lackey", "--trace-mem=yes", "--log-fd=2"])
            .arg(command.get_program())
            .args(command.get_args())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = traced
            .spawn()
            .map_err(|error| process::cannot_start(&traced, &error))?;
        let mut places = BTreeSet::new();
        let mut entered = false;
        if let Some(log) = child.stderr.take() {
            for line in BufReader::new(log).split(b'\n') {
                let line = line.map_err(|error| format!("{what}: {error}"))?;
                match access(&line) {
                    Some((b'I', at)) => entered |= at == MAPPED_AT + map.entry,
                    Some((b'L' | b'M', at)) => {
                        places.extend(at.checked_sub(MAPPED_AT).and_then(|at| map.find(at)));
                    }
                    _ => {}
                }
            }
        }
        let status = child.wait().map_err(|error| format!("{what}: {error}"))?;
        if !status.success() {
            return Err(format!("{what}: {status}").into());
        }
        if !entered {
            return Err(format!("{what}: valgrind has not mapped it at {MAPPED_AT:#x}").into());
        }
        Ok(places
            .into_iter()
            .map(|at| map.sections[at].2.as_str())
            .collect())
    }
}

/// The kind and the address of a line of the trace: `I  04001090,3`, ` L 1ffefff7e0,8`.
fn access(line: &[u8]) -> Option<(u8, u64)> {
    let kind = match line.first()? {
        b' ' => *line.get(1)?,
        kind => *kind,
    };
    let line = std::str::from_utf8(line.get(3..)?).ok()?;
    let (at, _) = line.split_once(',')?;
    Some((kind, u64::from_str_radix(at, 16).ok()?))
}

/// What the linker says of the constants' places.
pub(super) struct Map {
    /// First address, the one behind the last, section of an object file.
    sections: Vec<(u64, u64, String)>,
    /// Where the executable begins.
    entry: u64,
}

impl Map {
    /// Reads the linker's map.
    ///
    /// # Errors
    /// When the file cannot be read or names no start.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self::parse(&text).ok_or("the linker's map names no `_start`")?)
    }

    /// Lines are `VMA LMA SIZE ALIGN FILE:(SECTION)`, or a symbol in the section's place.
    fn parse(text: &str) -> Option<Self> {
        let mut sections = Vec::new();
        let mut entry = None;
        for line in text.lines() {
            let mut words = line.split_whitespace();
            let mut number = || u64::from_str_radix(words.next()?, 16).ok();
            let (Some(at), Some(_), Some(size)) = (number(), number(), number()) else {
                continue;
            };
            let name = line.split_whitespace().next_back()?;
            if name == "_start" {
                entry = Some(at);
            }
            let section = name
                .rsplit_once(":(")
                .and_then(|(_, name)| name.strip_suffix(')'));
            if let Some(section) = section.filter(|name| name.starts_with(".rodata")) {
                sections.push((at, at + size, section.to_owned()));
            }
        }
        sections.sort();
        Some(Self {
            sections,
            entry: entry?,
        })
    }

    /// The names of all sections of constants.
    pub(super) fn sections(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().map(|(_, _, name)| name.as_str())
    }

    /// The section that holds an address, as its place in the list.
    fn find(&self, at: u64) -> Option<usize> {
        let place = self.sections.partition_point(|section| section.0 <= at);
        let place = place.checked_sub(1)?;
        (at < self.sections[place].1).then_some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_trace() {
        assert_eq!(access(b"I  04001090,3"), Some((b'I', 0x0400_1090)));
        assert_eq!(access(b" L 1ffefff7e0,8"), Some((b'L', 0x1f_fefff7e0)));
        assert_eq!(access(b"==1== Lackey, an example"), None);
        assert_eq!(access(b""), None);
    }

    #[test]
    fn places_of_a_map() {
        let map = "             VMA              LMA     Size Align Out     In      Symbol\n\
            \x20           3d00             3d00    5b788    32 .rodata.layout\n\
            \x20           3d00             3d00        8     1         a.o:(.rodata..Lanon.1f.7)\n\
            \x20           3d10             3d10       10     1         a.o:(.rodata._ZN1a)\n\
            \x20         51bae0           51bae0        0     1                 _start\n";
        let map = Map::parse(map).expect("a map");
        assert_eq!(map.entry, 0x51_bae0);
        let name = |at| map.find(at).map(|place| map.sections[place].2.as_str());
        assert_eq!(name(0x3d07), Some(".rodata..Lanon.1f.7"));
        assert_eq!(name(0x3d08), None);
        assert_eq!(name(0x3d1f), Some(".rodata._ZN1a"));
        assert_eq!(name(0x3cff), None);
    }
}
