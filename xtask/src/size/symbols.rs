//! What `nm` and `size` say, as data.

use super::owner::{is_library, owner};
use std::collections::BTreeSet;

/// The parts of core and the library that are worth a row for each folder within.
const DEEPER: &[&str] = &["miniscript_core::builtins", "miniscript_core::compile"];
/// Folders of the library that are worth a row; the others share one.
const LIBRARY_ROWS: &[&str] = &[
    "alloc::collections",
    "core::fmt",
    "core::num",
    "core::slice",
    "core::str",
];

/// A function or a constant.
#[derive(Debug, PartialEq)]
pub(super) struct Symbol {
    pub(super) name: String,
    /// What it belongs to; see [`owner`].
    pub(super) owner: Option<String>,
    pub(super) size: u64,
    /// A function; otherwise a constant.
    pub(super) code: bool,
}

/// Bytes of the sections that lie in flash.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Sections {
    pub(super) text: u64,
    pub(super) rodata: u64,
    /// Initial values of variables, and tables for unwinding.
    pub(super) other: u64,
}

/// Reads lines `ADDRESS SIZE TYPE NAME`. Where the linker has folded several into one, the first
/// stands for all.
pub(super) fn parse(text: &str) -> Vec<Symbol> {
    let mut seen = BTreeSet::new();
    let mut symbols = Vec::new();
    for line in text.lines() {
        let mut words = line.splitn(4, ' ');
        let (Some(address), Some(size), Some(kind), Some(name)) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            continue;
        };
        let code = match kind {
            "t" | "T" | "w" | "W" => true,
            "r" | "R" => false,
            _ => continue,
        };
        let Ok(size) = u64::from_str_radix(size, 16) else {
            continue;
        };
        if size > 0 && seen.insert((address, code)) {
            symbols.push(Symbol {
                name: name.to_owned(),
                owner: owner(name),
                size,
                code,
            });
        }
    }
    symbols
}

/// Reads lines `SECTION SIZE ADDRESS`.
pub(super) fn sections(text: &str) -> Sections {
    let mut sections = Sections::default();
    for line in text.lines() {
        let mut words = line.split_whitespace();
        let (Some(name), Some(Ok(size))) = (words.next(), words.next().map(str::parse::<u64>))
        else {
            continue;
        };
        match name {
            ".text" => sections.text += size,
            ".rodata" => sections.rodata += size,
            ".data" | ".ARM.exidx" | ".ARM.extab" => sections.other += size,
            _ => {}
        }
    }
    sections
}

/// The row that a symbol is counted in.
pub(super) fn group(symbol: &Symbol) -> String {
    let Some(path) = &symbol.owner else {
        return without_owner(&symbol.name).to_owned();
    };
    let segments: Vec<&str> = path.split("::").collect();
    let krate = segments.first().copied().unwrap_or("");
    // A module is followed by what lies in it; a last segment is a function.
    let module = |at: usize| {
        let segment = segments.get(at).filter(|_| segments.len() > at + 1);
        segment.copied().filter(|segment| is_module(segment))
    };
    let folder = module(1);
    if is_library(path) {
        let found = LIBRARY_ROWS
            .iter()
            .find(|row| folder.is_some_and(|folder| **row == format!("{krate}::{folder}")));
        return found.map_or_else(
            || "library: the rest".to_owned(),
            |row| format!("library: {row}"),
        );
    }
    let Some(own) = krate.strip_prefix("miniscript_") else {
        return match krate {
            "size_image" => "the image itself".to_owned(),
            other => other.to_owned(),
        };
    };
    let Some(folder) = folder.filter(|_| own != "ext" && own != "joy") else {
        return own.to_owned();
    };
    let deeper = DEEPER.contains(&format!("{krate}::{folder}").as_str());
    match module(2).filter(|_| deeper) {
        Some(part) => format!("{own}/{folder}/{part}"),
        None => format!("{own}/{folder}"),
    }
}

/// Types begin with a capital.
fn is_module(segment: &str) -> bool {
    segment.starts_with(|c: char| c.is_ascii_lowercase())
}

fn without_owner(name: &str) -> &'static str {
    if name.starts_with("OUTLINED_FUNCTION") {
        "sequences shared by all crates"
    } else if name == "_start" {
        "the image itself"
    } else if name.starts_with('<') {
        "library: the rest"
    } else if name.starts_with(['.', 'a']) && name.contains("anon.")
        || name.contains("switch.table")
    {
        "strings and unnamed constants"
    } else {
        "compiler_builtins"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group_of(name: &str) -> String {
        let line = format!("00000010 00000020 t {name}");
        group(&parse(&line)[0])
    }

    #[test]
    fn symbols_fall_into_groups() {
        for (name, expected) in [
            ("miniscript_core::vm::dispatch::execute", "core/vm"),
            ("<miniscript_core::heap::Heap>::charge", "core/heap"),
            (
                "miniscript_core::builtins::types::str::find::count",
                "core/builtins/types",
            ),
            (
                "<miniscript_core::compile::codegen::Gen>::stmt",
                "core/compile/codegen",
            ),
            ("<miniscript_core::Thing>::new", "core"),
            ("miniscript_core::compile::compile", "core/compile"),
            ("miniscript_stdlib::install", "stdlib"),
            ("miniscript_joy::words::time::now", "joy"),
            ("<f64 as miniscript_ext::arg::FromArg>::from_args", "ext"),
            ("miniscript_http::proto::url::parse", "http/proto"),
            ("miniscript_stdlib::math::module", "stdlib/math"),
            ("<hashbrown::raw::RawTable<u8>>::reserve", "hashbrown"),
            (
                "core::slice::sort::unstable::quicksort::<i64>",
                "library: core::slice",
            ),
            ("<alloc::rc::Rc<u8>>::drop_slow", "library: the rest"),
            ("<[u32]>::copy_within", "library: the rest"),
            ("compiler_builtins::mem::memmove", "compiler_builtins"),
            ("__aeabi_dadd", "compiler_builtins"),
            ("OUTLINED_FUNCTION_12", "sequences shared by all crates"),
            (".Lanon.84b7638af3.10", "strings and unnamed constants"),
            ("_start", "the image itself"),
            ("size_image::board::write", "the image itself"),
        ] {
            assert_eq!(group_of(name), expected, "{name}");
        }
    }

    #[test]
    fn lines_become_symbols() {
        let symbols = parse(
            "00000010 00000020 T a::b::c\n00000010 00000020 t a::b::folded\n\
             00000040 00000004 r e::f::G\n20000000 00000100 B a::b::BSS\n00000050 00000000 t a::empty\n\
             0000ffff T linker_made\n         U absent\n",
        );
        let seen: Vec<_> = symbols
            .iter()
            .map(|symbol| (symbol.name.as_str(), symbol.size, symbol.code))
            .collect();
        assert_eq!(seen, [("a::b::c", 32, true), ("e::f::G", 4, false)]);
    }

    #[test]
    fn sections_are_summed() {
        let text = "image  :\nsection  size  addr\n.ARM.exidx 32 65780\n.rodata 200 65832\n\
                    .text 700 298576\n.data 8 1100548\n.comment 101 0\nTotal 903929\n";
        let expected = Sections {
            text: 700,
            rodata: 200,
            other: 40,
        };
        assert_eq!(sections(text), expected);
    }
}
