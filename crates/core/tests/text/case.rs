//! Case conversion of strings, and the live comparison of the Unicode tables.

use std::fmt::Write as _;

use miniscript_core::text::unicode::{self, case};

use crate::oracle::{self, Random, compare, hex, written};

/// A word list around the final sigma, besides random code points.
const PIECES: [&str; 14] = [
    "\u{3a3}", "A", "b", "\u{2b0}", ".", "'", " ", "\u{345}", "\u{1c5}", "\u{df}", "\u{130}", "i",
    "\u{301}", "7",
];

#[test]
fn conversions() {
    let mut random = Random::new(51);
    let cases: Vec<Vec<u8>> = (0..30_000)
        .map(|_| {
            if random.chance(2) {
                random.code_points(8)
            } else {
                random.text(&PIECES, 6).into()
            }
        })
        .collect();
    let script = "def one(a):
    s = text(a)
    return ' '.join([enc(x) for x in (s.lower(), s.upper(), s.title(), s.capitalize(), s.swapcase(),
        s.casefold())] + [str(x) for x in (s.islower(), s.isupper(), s.istitle(), s.isidentifier())])";
    compare(
        "case",
        script,
        &cases,
        |text| hex(text),
        |text| {
            let converted = [
                written(|out| case::write_lower(text, out)),
                written(|out| case::write_upper(text, out)),
                written(|out| case::write_title(text, out)),
                written(|out| case::write_capitalize(text, out)),
                written(|out| case::write_swapcase(text, out)),
                written(|out| case::write_casefold(text, out)),
            ];
            let predicates = [
                case::is_lower(text),
                case::is_upper(text),
                case::is_title(text),
                case::is_identifier(text),
            ];
            let mut words: Vec<String> = converted.iter().map(|text| hex(text)).collect();
            words.extend(predicates.map(|is| (if is { "True" } else { "False" }).to_owned()));
            words.join(" ")
        },
    );
}

/// Every property of every code point: what the generator read, read again. It takes CPython ten
/// seconds, so only CI does it; elsewhere the stored digests stand for it.
#[test]
fn tables_match_the_live_cpython() {
    let script = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../xtask/src/codegen/unicode.py"
    );
    let Ok(script) = std::fs::read_to_string(script) else {
        return oracle::skip("unicode tables", "this is not the whole workspace");
    };
    if std::env::var_os("CI").is_none() || !oracle::available("unicode tables") {
        return;
    }
    let theirs = oracle::run(&script, String::new());
    let mut theirs = theirs
        .lines()
        .filter(|line| !line.starts_with("digest"))
        .peekable();
    for code_point in 0..0x11_0000 {
        let Some(line) = line(code_point) else {
            continue;
        };
        assert_eq!(Some(line.as_str()), theirs.next());
    }
    assert_eq!(theirs.next(), None);
}

fn line(code_point: u32) -> Option<String> {
    let predicates = [
        unicode::is_alpha(code_point),
        unicode::is_decimal(code_point),
        unicode::is_digit(code_point),
        unicode::is_numeric(code_point),
        unicode::is_space(code_point),
        unicode::is_printable(code_point),
        unicode::is_upper(code_point),
        unicode::is_lower(code_point),
        unicode::is_title(code_point),
        unicode::is_identifier_start(code_point),
        unicode::is_identifier_continue(code_point),
        unicode::is_cased(code_point),
        unicode::is_case_ignorable(code_point),
        unicode::is_wide(code_point),
    ];
    let flags = predicates
        .iter()
        .enumerate()
        .fold(0, |sum, (bit, is)| sum | u32::from(*is) << bit);
    let digit = unicode::digit_value(code_point).map_or(-1, i32::from);
    let mappings = [
        unicode::to_upper(code_point),
        unicode::to_lower(code_point),
        unicode::to_title(code_point),
        unicode::to_casefold(code_point),
    ];
    if flags == 0 && digit < 0 && mappings.iter().all(|x| x.as_slice() == [code_point]) {
        return None;
    }
    let mut line = format!("{code_point:x} {flags:x} {digit}");
    for mapping in mappings {
        let words: Vec<String> = mapping
            .as_slice()
            .iter()
            .map(|x| format!("{x:x}"))
            .collect();
        write!(line, " {}", words.join(".")).expect("a String takes all");
    }
    Some(line)
}
