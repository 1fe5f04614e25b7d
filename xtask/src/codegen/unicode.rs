//! `cargo xtask codegen unicode`: writes the Unicode 14 tables of core's `text::unicode`.
//!
//! The source is CPython 3.11 itself (`unicode.py` beside this file prints what it knows), so the
//! tables agree with the oracle by construction; `digests.rs` keeps a checksum of every property
//! for the test that runs without Python. Output is a function of that data only.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

const SCRIPT: &str = include_str!("unicode.py");
const CODE_POINTS: usize = 0x11_0000;

/// Reads the data, builds the tables and writes the files.
pub(crate) fn run() -> Result<(), String> {
    let data = Data::parse(&oracle()?)?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../crates/core/src/text/unicode")
        .canonicalize()
        .map_err(|error| format!("crates/core/src/text/unicode: {error}"))?;
    let (tables, bytes) = data.tables()?;
    for (name, text) in [("tables.rs", tables), ("digests.rs", data.digests())] {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    println!("text::unicode: {bytes} bytes of tables");
    Ok(())
}

/// The output of `unicode.py`.
fn oracle() -> Result<String, String> {
    let output = Command::new("python3")
        .args(["-c", SCRIPT])
        .output()
        .map_err(|error| format!("python3: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| format!("python3: {error}"))
}

/// Four mappings of one code point: upper, lower, title, casefold.
type Mappings = [Vec<u32>; 4];

/// What was read: per code point flags and digit, mappings where they are not the identity.
struct Data {
    flags: Vec<(u16, u8)>,
    mappings: Vec<(u32, Mappings)>,
    digests: Vec<(String, String)>,
}

impl Data {
    fn parse(text: &str) -> Result<Self, String> {
        let mut data = Data {
            flags: vec![(0, NO_DIGIT); CODE_POINTS],
            mappings: Vec::new(),
            digests: Vec::new(),
        };
        for line in text.lines() {
            data.line(line)
                .ok_or_else(|| format!("unicode.py printed {line:?}"))?;
        }
        Ok(data)
    }

    fn line(&mut self, line: &str) -> Option<()> {
        let words: Vec<&str> = line.split(' ').collect();
        if let ["digest", name, crc] = words.as_slice() {
            self.digests.push(((*name).to_owned(), (*crc).to_owned()));
            return Some(());
        }
        let [code, flags, digit, mapped @ ..] = words.as_slice() else {
            return None;
        };
        let code = u32::from_str_radix(code, 16).ok()?;
        let digit: i8 = digit.parse().ok()?;
        *self.flags.get_mut(code as usize)? = (
            u16::from_str_radix(flags, 16).ok()?,
            u8::try_from(digit).unwrap_or(NO_DIGIT),
        );
        let mappings: Vec<Vec<u32>> = mapped
            .iter()
            .map(|text| {
                text.split('.')
                    .map(|x| u32::from_str_radix(x, 16).ok())
                    .collect()
            })
            .collect::<Option<_>>()?;
        let mappings: Mappings = mappings.try_into().ok()?;
        if mappings.iter().any(|mapping| mapping.as_slice() != [code]) {
            self.mappings.push((code, mappings));
        }
        Some(())
    }

    /// The text of `tables.rs` and the size of its tables in bytes.
    fn tables(&self) -> Result<(String, usize), String> {
        let mut out = String::from(HEADER);
        let mut bytes = 0;

        let mut records = Interner::new((0, NO_DIGIT));
        let leaves = self
            .flags
            .iter()
            .map(|record| records.add(*record))
            .collect::<Vec<_>>();
        bytes += Trie::smallest(&to_bytes(&leaves)?).write("FLAGS", "flag records", &mut out)?;
        let text = records
            .values
            .iter()
            .map(|(flags, digit)| format!("({flags}, {digit})"));
        array(
            &mut out,
            "FLAG_RECORDS",
            "Flags and digit value, by record.",
            "(u16, u8)",
            text,
        );
        bytes += records.values.len() * 4;

        let mut records = Interner::new([0i32; 4]);
        let mut leaves = vec![0; CODE_POINTS];
        let mut special: Vec<(u32, [u16; 4])> = Vec::new();
        let mut long: Vec<u32> = Vec::new();
        for (code, mappings) in &self.mappings {
            let single = mappings.iter().all(|mapping| mapping.len() == 1);
            let record = if single {
                mappings
                    .each_ref()
                    .map(|mapping| mapping[0] as i32 - *code as i32)
            } else {
                special.push((
                    *code,
                    mappings
                        .each_ref()
                        .map(|mapping| intern(&mut long, mapping)),
                ));
                [SPECIAL; 4]
            };
            leaves[*code as usize] = records.add(record);
        }
        bytes += Trie::smallest(&to_bytes(&leaves)?).write("CASE", "case records", &mut out)?;
        let text = records.values.iter().map(|record| format!("{record:?}"));
        array(&mut out, "CASE_RECORDS", CASE_RECORDS_DOC, "[i32; 4]", text);
        bytes += records.values.len() * 16;
        let text = special
            .iter()
            .map(|(code, spans)| format!("({code}, {spans:?})"));
        array(
            &mut out,
            "SPECIAL_CASES",
            SPECIAL_CASES_DOC,
            "(u32, [u16; 4])",
            text,
        );
        bytes += special.len() * 12;
        let text = long.iter().map(|code| format!("{code}"));
        array(
            &mut out,
            "SPECIAL_TEXT",
            "The code points of all long mappings.",
            "u32",
            text,
        );
        bytes += long.len() * 4;
        Ok((out, bytes))
    }

    fn digests(&self) -> String {
        let mut out = String::from(DIGESTS_HEADER);
        let text = self
            .digests
            .iter()
            .map(|(name, crc)| format!("(\"{name}\", 0x{crc})"));
        array(
            &mut out,
            "DIGESTS",
            "Property and CRC-32.",
            "(&str, u32)",
            text,
        );
        out
    }
}

/// A digit value no character has.
const NO_DIGIT: u8 = 255;
/// A delta no character has: the mapping is found in `SPECIAL_CASES`.
const SPECIAL: i32 = i32::MAX;

const HEADER: &str = "//! Unicode 14 tables, written by `cargo xtask codegen unicode`: do not edit.

use super::trie::Trie;
";
const DIGESTS_HEADER: &str =
    "//! Checksums of what CPython 3.11 says about every code point, written by
//! `cargo xtask codegen unicode` (its `unicode.py` says of what): do not edit.
";
const CASE_RECORDS_DOC: &str =
    "Distances to upper, lower, title case and case folding; `i32::MAX`: a special case.";
const SPECIAL_CASES_DOC: &str =
    "Code point and, per mapping, `offset * 4 + length` in `SPECIAL_TEXT`, sorted.";

/// Distinct values in the order of their first appearance, the default first.
struct Interner<T> {
    values: Vec<T>,
    numbers: HashMap<T, usize>,
}

impl<T: Copy + Eq + std::hash::Hash> Interner<T> {
    fn new(default: T) -> Self {
        Interner {
            values: vec![default],
            numbers: HashMap::from([(default, 0)]),
        }
    }

    fn add(&mut self, value: T) -> usize {
        *self.numbers.entry(value).or_insert_with(|| {
            self.values.push(value);
            self.values.len() - 1
        })
    }
}

/// Puts a mapping into the shared text, where it may already be, and returns its span.
fn intern(text: &mut Vec<u32>, mapping: &[u32]) -> u16 {
    let found = text
        .windows(mapping.len())
        .position(|window| window == mapping);
    let offset = found.unwrap_or_else(|| {
        text.extend_from_slice(mapping);
        text.len() - mapping.len()
    });
    u16::try_from(offset * 4 + mapping.len()).expect("there are a few hundred special mappings")
}

fn to_bytes(numbers: &[usize]) -> Result<Vec<u8>, String> {
    numbers
        .iter()
        .map(|number| u8::try_from(*number).map_err(|_| "more than 256 records".to_owned()))
        .collect()
}

/// A three-level trie over all code points: `top` gives a middle block, `middle` a leaf block,
/// `leaves` a record number. `end` is the first code point from which all records are 0.
struct Trie {
    end: usize,
    middle_bits: u32,
    leaf_bits: u32,
    top: Vec<usize>,
    middle: Vec<usize>,
    leaves: Vec<usize>,
}

impl Trie {
    /// Tries all block sizes.
    fn smallest(records: &[u8]) -> Trie {
        let end = records
            .iter()
            .rposition(|record| *record != 0)
            .map_or(0, |last| last + 1);
        (3..8)
            .flat_map(|leaf_bits| (2..8).map(move |middle_bits| (leaf_bits, middle_bits)))
            .map(|(leaf_bits, middle_bits)| {
                let records: Vec<usize> = records[..end].iter().map(|x| usize::from(*x)).collect();
                let (leaf_numbers, leaves) = blocks(&records, leaf_bits);
                let (top, middle) = blocks(&leaf_numbers, middle_bits);
                Trie {
                    end,
                    middle_bits,
                    leaf_bits,
                    top,
                    middle,
                    leaves,
                }
            })
            .min_by_key(Trie::bytes)
            .expect("the ranges are not empty")
    }

    fn bytes(&self) -> usize {
        let middle = if self.middle.iter().any(|x| *x > 255) {
            2
        } else {
            1
        };
        self.top.len() + self.middle.len() * middle + self.leaves.len()
    }

    fn write(&self, name: &str, what: &str, out: &mut String) -> Result<usize, String> {
        to_bytes(&self.top)?;
        let wide = if self.middle.iter().any(|x| *x > 255) {
            "u16"
        } else {
            "u8"
        };
        let Trie {
            end,
            middle_bits,
            leaf_bits,
            ..
        } = self;
        let _ = write!(
            out,
            "\n/// Code point to the index of one of the {what}.\n\
             pub(super) static {name}: Trie<{wide}, {leaf_bits}, {middle_bits}> = Trie {{\n    \
             end: {end},\n    top: &{name}_TOP,\n    middle: &{name}_MIDDLE,\n    \
             leaves: &{name}_LEAVES,\n}};\n"
        );
        for (part, kind, numbers) in [
            ("TOP", "u8", &self.top),
            ("MIDDLE", wide, &self.middle),
            ("LEAVES", "u8", &self.leaves),
        ] {
            let text = numbers.iter().map(|number| number.to_string());
            array(
                out,
                &format!("{name}_{part}"),
                "A level of the trie above.",
                kind,
                text,
            );
        }
        Ok(self.bytes())
    }
}

/// Cuts numbers into blocks of `1 << bits` (the last filled with 0): the block number of each and
/// the distinct blocks one after the other.
fn blocks(numbers: &[usize], bits: u32) -> (Vec<usize>, Vec<usize>) {
    let mut known: HashMap<Vec<usize>, usize> = HashMap::new();
    let mut distinct = Vec::new();
    let of_each = numbers
        .chunks(1 << bits)
        .map(|chunk| {
            let mut block = chunk.to_vec();
            block.resize(1 << bits, 0);
            let next = known.len();
            *known.entry(block).or_insert_with_key(|block| {
                distinct.extend_from_slice(block);
                next
            })
        })
        .collect();
    (of_each, distinct)
}

/// Writes one static array, in lines of about 400 columns: nobody reads them, and files stay short.
fn array(
    out: &mut String,
    name: &str,
    doc: &str,
    kind: &str,
    items: impl ExactSizeIterator<Item = String>,
) {
    let visibility = if name.contains("FLAGS_") || name.contains("CASE_") && kind.starts_with('u') {
        ""
    } else {
        "pub(super) "
    };
    let _ = write!(
        out,
        "\n/// {doc}\n#[rustfmt::skip]\n{visibility}static {name}: [{kind}; {}] = [",
        items.len()
    );
    let mut column = usize::MAX;
    for item in items {
        if column > 400 {
            out.push_str("\n    ");
            column = 0;
        }
        column += item.len() + 1;
        out.push_str(&item);
        out.push(',');
    }
    out.push_str("\n];\n");
}
