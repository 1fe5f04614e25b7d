//! `cargo xtask bench --layout`: writes `crates/cli/layout.ld`, the order of the executables' code
//! and constants.
//!
//! The system maps an executable's pages in groups of 16 around each that is touched, and all of
//! them count as the process's memory. A script runs through some 600 of 8,000 functions, which
//! lie all over the text if nobody says otherwise: two thirds of it were resident in an empty
//! script. So the linker is told to put those first that the bench programs execute: what every
//! program needs, then what most of them do, and side by side what the same programs do.
//!
//! Constants are treated alike: first those that every program reads. Most have no name (texts,
//! most of all), so what a program reads is found by its loads; the rest of the small ones comes
//! behind the tables by which functions jump. Modules in bytecode, Unicode's names and what only
//! unwinding reads lie apart. So a script reads from two groups of pages instead of twelve.
//!
//! The file is a linker script of patterns, because a mangled name ends in a hash that changes
//! with the compiler, its flags and the program. Only where many functions share a name (`quicksort`
//! of every type of item), most of which no program executes, the hash is kept, and a pattern for
//! all of them comes last. Constants without a name are called by their number in their crate, which
//! changes with the crate. A name that is gone matches nothing and does no harm; what is new lies
//! behind with the rest, until the task is run again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::callgrind::Callgrind;
use super::engines;
use super::lackey::{Lackey, Map};
use super::programs::{EMPTY, PROGRAMS};
use crate::cli::{Failure, Outcome};
use crate::process;

const LAYOUT: &str = "crates/cli/layout.ld";
/// Tells the executables' build script where the linker is to write its map.
const LINK_MAP: &str = "MINISCRIPT_LINK_MAP";
/// No program makes sense with less.
const LEAST: u32 = 4;
/// Functions that share a name and have more bytes together are told apart by their hashes.
const MOST: u64 = 8 << 10;
/// The same of more constants than this.
const SHARED: usize = 4;

const HEAD: &str =
    "/* Which code the executables begin with: made by `cargo xtask bench --layout`. */
SECTIONS
{
  .text.layout :
  {
    KEEP(*(.init))
    KEEP(*(.fini))
    *crt1.o(.text)
    *crtbegin*.o(.text)
    *(.plt)
    *.rcgu.o(.text)
";
const CONSTANTS: &str = "  }
}
INSERT BEFORE .text;
SECTIONS
{
  .rodata.layout :
  {
    *(.rodata.cst*)
";
const TAIL: &str = "    *(.rodata.str*)
    *(.rodata..Lswitch.*)
    *(.rodata..Lanon.*)
  }
}
INSERT BEFORE .rodata;
SECTIONS
{
  .gcc_except_table : { *(.gcc_except_table*) }
}
INSERT AFTER .rodata;
";

/// Runs every program at its small size and writes the script.
///
/// # Errors
/// When a program cannot be counted, or the file cannot be written.
pub(super) fn run() -> Outcome {
    let callgrind = Callgrind::find().ok_or("valgrind is not installed (valgrind)")?;
    let lackey = Lackey::find().ok_or("valgrind is not installed (valgrind)")?;
    let map = process::target_dir().join("bench-layout.map");
    let own = engines::own_with("release", &[(LINK_MAP, map.as_os_str())])?;
    let map = Map::open(&map)?;
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    for section in map.sections() {
        *alike.entry(section_pattern(section)).or_default() += 1;
    }
    let shared = symbols(&own)?;
    let mut users: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut readers: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut last = BTreeSet::new();
    for (name, size) in std::iter::once((EMPTY, None)).chain(
        PROGRAMS
            .iter()
            .map(|program| (program.name, Some(program.quick))),
    ) {
        println!("{name}");
        let mut command = own.command(name, size)?;
        // As users run it: with a key of hashes from the system.
        command.env("PYTHONHASHSEED", "random");
        for function in callgrind.functions(&command, name)? {
            let open = pattern(&function);
            // Callgrind has names of its own for what has none.
            let entry = match shared.get(&open) {
                Some(size) if *size <= MOST => open,
                Some(_) => {
                    last.insert(open);
                    function
                }
                None => continue,
            };
            users.entry(entry).or_default().insert(name);
        }
        let least = size.map(least);
        for section in lackey.read(&own.command(name, least.as_deref())?, name, &map)? {
            let open = section_pattern(section);
            let many = alike.get(&open).is_some_and(|count| *count > SHARED);
            let entry = if many { section.to_owned() } else { open };
            readers.entry(entry).or_default().insert(name);
        }
    }
    let order = by_use(&users);
    let mut text = HEAD.to_owned();
    let mut tables = CONSTANTS.to_owned();
    for pattern in by_use(&readers) {
        let _ = writeln!(tables, "    *({pattern})");
    }
    for pattern in order.iter().copied().chain(&last) {
        // Before the name stands `.text.`, or `.text.unlikely.` for what is called rarely.
        let _ = writeln!(text, "    *(.text*.{pattern})");
        let _ = writeln!(tables, "    *(.rodata*.{pattern})");
    }
    text.push_str(&tables);
    text.push_str(TAIL);
    let path = process::root().join(LAYOUT);
    std::fs::write(path, text).map_err(|error| format!("{LAYOUT} cannot be written: {error}"))?;
    println!(
        "wrote {LAYOUT}: {} functions, {} constants",
        order.len(),
        readers.len()
    );
    Ok(())
}

/// The patterns, those first that every program uses.
fn by_use<'p>(users: &'p BTreeMap<String, BTreeSet<&str>>) -> Vec<&'p String> {
    let mut order: Vec<_> = users.iter().collect();
    order.sort_by_key(|(_, users)| (!users.contains(EMPTY), usize::MAX - users.len(), *users));
    order.into_iter().map(|(pattern, _)| pattern).collect()
}

/// A smaller size of a program: a trace of its loads takes long, and a loop reads the same
/// constants each time.
fn least(quick: &str) -> String {
    let size = quick.parse().unwrap_or(LEAST);
    (size / 8).max(LEAST).to_string()
}

/// The pattern of a section of constants: without the hash of a name.
fn section_pattern(section: &str) -> String {
    match section.find("_ZN").or_else(|| section.find("_R")) {
        Some(at) => format!("{}{}*", &section[..at], pattern(&section[at..])),
        None => section.to_owned(),
    }
}

/// How many bytes the functions of the executable that match each pattern have together.
fn symbols(own: &engines::Engine) -> Result<BTreeMap<String, u64>, Failure> {
    let mut nm = process::program("nm");
    nm.args(["--defined-only", "--print-size"])
        .arg(&own.program);
    let mut sizes = BTreeMap::new();
    for line in process::output(&mut nm)?.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (size, name) = match words[..] {
            [_, size, _, name] => (u64::from_str_radix(size, 16).unwrap_or_default(), name),
            [_, _, name] => (0, name),
            _ => continue,
        };
        *sizes.entry(pattern(name)).or_default() += size;
    }
    Ok(sizes)
}

/// A mangled name with `*` for the hashes in it: the one that ends a legacy name
/// (`17h0123456789abcdefE`), and the crates' in a name of the scheme v0 (`CsjrHSEGnQ3l9_3std`);
/// and for the number behind it by which the linker tells namesakes apart (`.llvm.123`, `.45`).
fn pattern(name: &str) -> String {
    if let Some(at) = name.rfind("17h")
        && name.starts_with("_ZN")
        && name.as_bytes().get(at + "17h".len() + 16) == Some(&b'E')
    {
        return format!("{}17h*E*", &name[..at]);
    }
    if !name.starts_with("_R") {
        return name.to_owned();
    }
    let (name, numbered) = match name.split_once('.') {
        Some((name, _)) => (name, "*"),
        None => (name, ""),
    };
    let mut text = String::new();
    let mut rest = name;
    while let Some(at) = rest.find("Cs") {
        let (before, from) = rest.split_at(at + "Cs".len());
        text.push_str(before);
        rest = from;
        let digits = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        if rest.as_bytes().get(digits) == Some(&b'_') {
            text.push('*');
            rest = &rest[digits..];
        }
    }
    text + rest + numbered
}

#[cfg(test)]
mod tests {
    use super::{pattern, section_pattern};

    #[test]
    fn hashes_are_left_open() {
        assert_eq!(
            pattern("_ZN15miniscript_core2vm8dispatch7execute17hfbba218b637bc245E"),
            "_ZN15miniscript_core2vm8dispatch7execute17h*E*"
        );
        assert_eq!(
            pattern("_ZN4core3ops8function6FnOnce9call_once17h0123456789abcdefE.llvm.18"),
            "_ZN4core3ops8function6FnOnce9call_once17h*E*"
        );
        assert_eq!(
            pattern("_RINvNtCsgEmfK2I1SDS_4core4cellNtCslNYArtu3iFV_5alloc3vecE"),
            "_RINvNtCs*_4core4cellNtCs*_5alloc3vecE"
        );
        assert_eq!(
            pattern("_RNvCsgEmfK2I1SDS_4core2eq.1495"),
            "_RNvCs*_4core2eq*"
        );
        assert_eq!(pattern("main"), "main");
    }

    #[test]
    fn sections_keep_the_numbers_of_what_has_no_name() {
        assert_eq!(
            section_pattern(".rodata._ZN1a1b17h0123456789abcdefE.12"),
            ".rodata._ZN1a1b17h*E**"
        );
        assert_eq!(
            section_pattern(".rodata..Lanon.1f.7"),
            ".rodata..Lanon.1f.7"
        );
    }
}
