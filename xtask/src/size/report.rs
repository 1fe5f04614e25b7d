//! The tables, as text.

use super::parts::Part;
use super::symbols::{Sections, Symbol, group};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The longest name that is printed whole.
const WIDTH: usize = 100;

/// Code and constants by group. What no symbol tells (the linker merges strings and drops their
/// names) stands below, so that the totals are those of the sections.
pub(super) fn groups(symbols: &[Symbol], sections: Sections) -> String {
    let mut groups: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for symbol in symbols {
        let (code, constants) = groups.entry(group(symbol)).or_default();
        *(if symbol.code { code } else { constants }) += symbol.size;
    }
    let code: u64 = groups.values().map(|(code, _)| code).sum();
    let constants: u64 = groups.values().map(|(_, constants)| constants).sum();
    let mut rows: Vec<(String, (u64, u64))> = groups.into_iter().collect();
    rows.sort_by_key(|(_, (code, constants))| Reverse(code + constants));
    rows.push((
        "strings, alignment: without a symbol".to_owned(),
        (
            sections.text.saturating_sub(code),
            sections.rodata.saturating_sub(constants),
        ),
    ));
    rows.push(("total".to_owned(), (sections.text, sections.rodata)));

    let mut text = "    text   rodata  bytes in flash, by crate and folder\n".to_owned();
    for (name, (code, constants)) in rows {
        text += &format!("{code:>8} {constants:>8}  {name}\n");
    }
    let Sections {
        text: code,
        rodata,
        other,
    } = sections;
    text + &format!(
        "{:>17}  flash: text, rodata, {other} of initial values and unwinding tables\n",
        code + rodata + other
    )
}

/// The parts that must be there.
pub(super) fn parts(parts: &[Part]) -> String {
    let mut text = "    text  of the parts that must be inside\n".to_owned();
    for Part { name, size } in parts {
        text += &format!("{size:>8}  {name}\n");
    }
    text
}

/// One line: what lies in flash of an image, and how far from its mark.
pub(super) fn against(name: &str, sections: Sections, mark: Option<u64>) -> String {
    let Sections {
        text,
        rodata,
        other,
    } = sections;
    let flash = text + rodata + other;
    let mark = match mark {
        None => String::new(),
        Some(mark) if flash <= mark => format!(", within the mark of {} KB", mark >> 10),
        Some(mark) => format!(
            ", over the mark of {} KB by {} KB",
            mark >> 10,
            (flash - mark).div_ceil(1024)
        ),
    };
    format!(
        "{name}: {} KB in flash, {} KB of it code{mark}\n",
        flash.div_ceil(1024),
        text.div_ceil(1024)
    )
}

/// The largest symbols.
pub(super) fn largest(symbols: &[Symbol], top: usize) -> String {
    let mut rows: Vec<&Symbol> = symbols.iter().collect();
    rows.sort_by_key(|symbol| Reverse(symbol.size));
    let mut text = "   bytes  kind    of the largest symbols\n".to_owned();
    for symbol in rows.into_iter().take(top) {
        let kind = if symbol.code { "text" } else { "rodata" };
        let name: String = symbol.name.chars().take(WIDTH).collect();
        text += &format!("{:>8}  {kind:6}  {name}\n", symbol.size);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::symbols::parse;
    use super::*;

    const NAMES: &str = "00000010 00000020 T miniscript_core::vm::call::call\n\
                         00000030 00000010 t <miniscript_core::vm::fiber::Fiber>::push\n\
                         00000040 00000004 r miniscript_core::vm::types::TABLE\n\
                         00000050 00000008 r ryu::TABLE\n";

    #[test]
    fn groups_add_up_to_the_sections() {
        let sections = Sections {
            text: 50,
            rodata: 100,
            other: 8,
        };
        let expected = "    text   rodata  bytes in flash, by crate and folder
      48        4  core/vm
       0        8  ryu
       2       88  strings, alignment: without a symbol
      50      100  total
              158  flash: text, rodata, 8 of initial values and unwinding tables
";
        assert_eq!(groups(&parse(NAMES), sections), expected);
    }

    #[test]
    fn marks_are_told() {
        let sections = Sections {
            text: 3000,
            rodata: 1000,
            other: 96,
        };
        let line = |mark| against("small", sections, mark);
        assert_eq!(line(None), "small: 4 KB in flash, 3 KB of it code\n");
        let within = "small: 4 KB in flash, 3 KB of it code, within the mark of 4 KB\n";
        assert_eq!(line(Some(4096)), within);
        let over = "small: 4 KB in flash, 3 KB of it code, over the mark of 3 KB by 1 KB\n";
        assert_eq!(line(Some(3072)), over);
    }

    #[test]
    fn the_largest_come_first() {
        let expected = "   bytes  kind    of the largest symbols
      32  text    miniscript_core::vm::call::call
      16  text    <miniscript_core::vm::fiber::Fiber>::push
       8  rodata  ryu::TABLE
";
        assert_eq!(largest(&parse(NAMES), 3), expected);
    }
}
