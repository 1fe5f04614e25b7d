//! Names of characters, and characters of names.

use super::data::{Section, section, u16_at, u32_at};
use alloc::string::String;
use alloc::vec::Vec;

const IDEOGRAPH: &str = "CJK UNIFIED IDEOGRAPH-";
const SYLLABLE: &str = "HANGUL SYLLABLE ";

const LEADS: [&str; 19] = [
    "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P",
    "H",
];
const VOWELS: [&str; 21] = [
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE",
    "WI", "YU", "EU", "YI", "I",
];
const TAILS: [&str; 28] = [
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M",
    "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H",
];

/// The name of a code point.
pub(super) fn name(code: u32) -> Option<String> {
    let index = code.wrapping_sub(0xAC00);
    if index < 11172 {
        let mut name = String::from(SYLLABLE);
        let (lead, vowel, tail) = (index / 588, index % 588 / 28, index % 28);
        name.push_str(LEADS.get(lead as usize)?);
        name.push_str(VOWELS.get(vowel as usize)?);
        name.push_str(TAILS.get(tail as usize)?);
        return Some(name);
    }
    if is_ideograph(code) {
        return Some(alloc::format!("{IDEOGRAPH}{code:X}"));
    }
    let (first, number) = run(|first, _| first <= code)?;
    let at = number + (code - first) as usize;
    // A run ends where the next one begins, by number.
    if runs_end(number) <= at {
        return None;
    }
    text(at)
}

fn is_ideograph(code: u32) -> bool {
    let ranges = section(Section::Ideographs);
    let ranges = ranges.chunks_exact(8);
    ranges
        .map(|pair| u32_at(pair, 0)..=u32_at(pair, 4))
        .any(|range| range.contains(&code))
}

/// The last run for which `before` holds: its first code point, and number of the name.
fn run(before: impl Fn(u32, usize) -> bool) -> Option<(u32, usize)> {
    let runs = section(Section::Runs);
    let at = |run: usize| (u32_at(runs, run * 8), u32_at(runs, run * 8 + 4) as usize);
    let (mut low, mut high) = (0, runs.len() / 8);
    while low < high {
        let middle = (low + high) / 2;
        let (code, number) = at(middle);
        if before(code, number) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low.checked_sub(1).map(at)
}

/// The number of the first name behind the run of a name.
fn runs_end(number: usize) -> usize {
    let runs = section(Section::Runs);
    let next = runs
        .chunks_exact(8)
        .map(|run| u32_at(run, 4) as usize)
        .find(|&first| first > number);
    next.unwrap_or(section(Section::Order).len() / 2)
}

/// The text of a name by its number.
fn text(number: usize) -> Option<String> {
    let names = section(Section::Names);
    let mut at = u32_at(section(Section::Starts), number / 16 * 4) as usize;
    for _ in 0..number % 16 {
        at += usize::from(*names.get(at)?) + 1;
    }
    let len = usize::from(*names.get(at)?);
    let mut codes = names.get(at + 1..at + 1 + len)?.iter();
    let short = usize::from(*section(Section::Short).first()?);
    let mut name = String::new();
    while let Some(&code) = codes.next() {
        let mut word = usize::from(code);
        if word >= short {
            word = short + (word - short) * 256 + usize::from(*codes.next()?);
        }
        if !name.is_empty() {
            name.push(' ');
        }
        let offsets = section(Section::WordOffsets);
        let (start, end) = (u32_at(offsets, word * 4), u32_at(offsets, word * 4 + 4));
        let bytes = section(Section::Words).get(start as usize..end as usize)?;
        name.push_str(core::str::from_utf8(bytes).ok()?);
    }
    Some(name)
}

/// The longest name, and more.
pub(super) const LONGEST: usize = 256;

/// The characters of a name in any case: one, or a named sequence.
pub(super) fn find(name: &str) -> Option<Vec<u32>> {
    if name.len() > LONGEST {
        return None;
    }
    // Of these names, which are computed, CPython takes capitals only.
    if let Some(digits) = name.strip_prefix(IDEOGRAPH) {
        let fits = (4..=5).contains(&digits.len())
            && digits
                .bytes()
                .all(|digit| matches!(digit, b'0'..=b'9' | b'A'..=b'F'));
        let code = u32::from_str_radix(digits, 16).ok().filter(|_| fits)?;
        return is_ideograph(code).then(|| Vec::from([code]));
    }
    if let Some(rest) = name.strip_prefix(SYLLABLE) {
        return syllable(rest).map(|code| Vec::from([code]));
    }
    let name = name.to_ascii_uppercase();
    let order = section(Section::Order);
    let (mut low, mut high) = (0, order.len() / 2);
    while low < high {
        let middle = (low + high) / 2;
        let number = usize::from(u16_at(order, middle * 2));
        let found = text(number)?;
        match found.as_str().cmp(name.as_str()) {
            core::cmp::Ordering::Equal => {
                let (first, start) = run(|_, first| first <= number)?;
                return Some(Vec::from([first + (number - start) as u32]));
            }
            core::cmp::Ordering::Less => low = middle + 1,
            core::cmp::Ordering::Greater => high = middle,
        }
    }
    alias(&name)
}

/// Of several ways to read a syllable the one that takes most wins, as in CPython.
fn syllable(text: &str) -> Option<u32> {
    fn longest<'t>(text: &'t str, parts: &[&str]) -> Option<(u32, &'t str)> {
        let fits = parts.iter().enumerate();
        let fits = fits.filter(|(_, part)| text.starts_with(**part));
        let (at, part) = fits.max_by_key(|(_, part)| part.len())?;
        Some((at as u32, text.get(part.len()..)?))
    }
    let (lead, rest) = longest(text, &LEADS)?;
    let (vowel, rest) = longest(rest, &VOWELS)?;
    let (tail, rest) = longest(rest, &TAILS)?;
    rest.is_empty().then_some(0xAC00 + (lead * 21 + vowel) * 28 + tail)
}

fn alias(name: &str) -> Option<Vec<u32>> {
    let lines = core::str::from_utf8(section(Section::Aliases)).ok()?;
    let line = lines
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(';'))?;
    line.split(' ')
        .map(|code| u32::from_str_radix(code, 16).ok())
        .collect()
}
