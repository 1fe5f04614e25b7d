//! The table of programs: their groups and their small sizes.
//!
//! A program is a folder under `bench/programs`. Without an argument it takes at least a second
//! under CPython 3.11; with its small size it executes some tens of millions of instructions in
//! this VM, which is what `--quick` and `--check` run.

use crate::process;

/// What a program spends its time on; means are shown by group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Numbers,
    Lists,
    Calls,
    Data,
    Exceptions,
    Generators,
    /// What Lua's library has nothing for: compared with CPython alone.
    Library,
    /// Reported apart, in no mean.
    Apart,
}

impl Group {
    /// The groups with means, in the order in which tables show them.
    pub(super) const MEANT: [Self; 7] = [
        Self::Numbers,
        Self::Lists,
        Self::Calls,
        Self::Data,
        Self::Exceptions,
        Self::Generators,
        Self::Library,
    ];

    /// The group as tables name it.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Lists => "lists",
            Self::Calls => "calls, closures, objects",
            Self::Data => "trees, dicts, sorting, strings",
            Self::Exceptions => "exceptions",
            Self::Generators => "generators",
            Self::Library => "json, regular expressions, asyncio",
            Self::Apart => "apart",
        }
    }
}

/// One program.
#[derive(Debug, Clone, Copy)]
pub(super) struct Program {
    pub(super) name: &'static str,
    pub(super) group: Group,
    /// The argument that makes it small.
    pub(super) quick: &'static str,
}

const fn program(name: &'static str, group: Group, quick: &'static str) -> Program {
    Program { name, group, quick }
}

/// Every program but [`EMPTY`].
pub(super) const PROGRAMS: &[Program] = &[
    program("int_loop", Group::Numbers, "5000"),
    program("modulo_loop", Group::Numbers, "300000"),
    program("lcg", Group::Numbers, "10000"),
    program("float_loop", Group::Numbers, "120000"),
    program("nbody", Group::Numbers, "1500"),
    program("spectral_norm", Group::Numbers, "28"),
    program("mandelbrot", Group::Numbers, "60"),
    program("fannkuch", Group::Lists, "7"),
    program("matrix", Group::Lists, "55"),
    program("queens", Group::Lists, "8"),
    program("sieve", Group::Lists, "20000"),
    program("list", Group::Lists, "10000"),
    program("comprehensions", Group::Lists, "120"),
    program("fib", Group::Calls, "24"),
    program("closures", Group::Calls, "8000"),
    program("method_calls", Group::Calls, "40000"),
    program("inheritance", Group::Calls, "8000"),
    program("simulation", Group::Calls, "3500"),
    program("vector", Group::Calls, "6000"),
    program("binary_trees", Group::Data, "10"),
    program("dict", Group::Data, "35000"),
    program("dict_ints", Group::Data, "20000"),
    program("dict_strings", Group::Data, "14000"),
    program("sort", Group::Data, "5000"),
    program("sort_plain", Group::Data, "6000"),
    program("sort_key", Group::Data, "1500"),
    program("strings", Group::Data, "2000"),
    program("string_building", Group::Data, "5000"),
    program("word_count", Group::Data, "250"),
    program("exceptions", Group::Exceptions, "12000"),
    program("generators", Group::Generators, "30000"),
    program("json", Group::Library, "90"),
    program("regex", Group::Library, "700"),
    program("asyncio", Group::Library, "1500"),
    program("native_calls", Group::Apart, "25000"),
];

/// The script that does nothing; its time is an engine's start-up.
pub(super) const EMPTY: &str = "empty";

/// The group of a program, by its name.
pub(super) fn group_of(name: &str) -> Group {
    PROGRAMS
        .iter()
        .find(|program| program.name == name)
        .map_or(Group::Apart, |program| program.group)
}

/// The first of the files that a program has, as a path inside the workspace.
pub(super) fn source(name: &str, files: &[&str]) -> Option<String> {
    files
        .iter()
        .map(|file| format!("bench/programs/{name}/{file}"))
        .find(|path| process::root().join(path).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_exists_for_both_languages() {
        for name in PROGRAMS.iter().map(|program| program.name).chain([EMPTY]) {
            assert!(source(name, &["main.py"]).is_some(), "{name}");
            let lua = source(name, &["main.lua"]).is_some();
            assert_eq!(lua, group_of(name) != Group::Library, "{name}");
        }
    }

    #[test]
    fn every_folder_is_in_the_table() {
        let folder = process::root().join("bench/programs");
        for entry in std::fs::read_dir(folder).expect("the folder is there") {
            let name = entry.expect("an entry").file_name();
            let listed = PROGRAMS.iter().any(|program| name == *program.name);
            assert!(listed || name == *EMPTY, "{name:?}");
        }
    }
}
