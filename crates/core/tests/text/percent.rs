//! `template % value` with random templates.

use miniscript_core::text::percent::write::{self, Resolved};
use miniscript_core::text::percent::{Amount, Kind, PercentError, Piece, Pieces};

use crate::oracle::{Random, compare, error, hex, written};

/// The arguments: always these, so that only the template varies.
const INTS: [i64; 4] = [-42, 7, 255, 65];

fn message(failure: PercentError) -> String {
    let kind = match failure {
        PercentError::NeedsMapping
        | PercentError::StarWantsInt
        | PercentError::NotEnoughArguments
        | PercentError::NotAllConverted
        | PercentError::CharWanted => "TypeError",
        PercentError::CharRange | PercentError::PrecisionTooLarge => "OverflowError",
        _ => "ValueError",
    };
    error(kind, failure.message().as_bytes())
}

/// The operator, for a tuple of ints.
fn percent(template: &[u8]) -> Result<Vec<u8>, String> {
    let mut arguments = INTS.iter().copied();
    let mut next = || {
        arguments
            .next()
            .ok_or_else(|| message(PercentError::NotEnoughArguments))
    };
    let mut out = Vec::new();
    for piece in Pieces::new(template) {
        let conversion = match piece {
            Piece::Literal(text) => {
                out.extend_from_slice(text);
                continue;
            }
            Piece::Conversion(conversion) => conversion,
        };
        if conversion.key.is_some() {
            return Err(message(PercentError::NeedsMapping));
        }
        let mut how = Resolved {
            flags: conversion.flags,
            width: 0,
            precision: None,
        };
        match conversion.width {
            Some(Amount::Star) => {
                let width = next()?;
                how.flags.left |= width < 0;
                how.width = width.unsigned_abs() as usize;
            }
            Some(Amount::Given(width)) => how.width = width,
            None => {}
        }
        match conversion.precision {
            Some(Amount::Star) => how.precision = Some(next()?.max(0) as usize),
            Some(Amount::Given(precision)) => how.precision = Some(precision),
            None => {}
        }
        let kind = conversion.kind.map_err(message)?;
        let value = next()?;
        match kind {
            Kind::Float(letter) => write::write_f64(value as f64 / 8.0, letter, &how, &mut out),
            Kind::Char => u32::try_from(value)
                .map_err(|_| PercentError::CharRange)
                .and_then(|code_point| write::write_char(code_point, &how, &mut out)),
            Kind::Str | Kind::Repr | Kind::Ascii => {
                write::write_text(value.to_string().as_bytes(), &how, &mut out)
            }
            Kind::Bytes(unsupported) | Kind::Unsupported(unsupported) => {
                let text = written(|out| unsupported.write_message(out));
                return Err(error("ValueError", &text));
            }
            kind => write::write_i64(value, kind, &how, &mut out),
        }
        .map_err(message)?;
    }
    if arguments.next().is_some() {
        return Err(message(PercentError::NotAllConverted));
    }
    Ok(out)
}

#[test]
fn templates() {
    const PIECES: [&str; 43] = [
        "%",
        "%",
        "%",
        "%%",
        "a",
        "\u{e9}",
        "-",
        "+",
        " ",
        "#",
        "0",
        "5",
        "12",
        ".",
        ".3",
        ".0",
        "*",
        ".*",
        "d",
        "i",
        "u",
        "o",
        "x",
        "X",
        "e",
        "f",
        "g",
        "G",
        "c",
        "s",
        "r",
        "a",
        "h",
        "l",
        "L",
        "b",
        "q",
        "\u{20ac}",
        "(k)",
        "(",
        "99999999999999999999",
        ".9999999999",
        "\0",
    ];
    const CODES: [&str; 16] = [
        "d", "i", "u", "o", "x", "X", "e", "E", "f", "F", "g", "G", "c", "s", "r", "%",
    ];
    let mut random = Random::new(31);
    let cases: Vec<String> = (0..40_000)
        .map(|_| {
            if random.chance(2) {
                return random.text(&PIECES, 8);
            }
            let mut template = String::new();
            for _ in 0..4 {
                template += "%";
                template += &random.text(&PIECES[6..11], 2);
                template += &random.text(&PIECES[11..13], 1);
                template += &random.text(&PIECES[13..16], 1);
                template += random.pick(&CODES);
            }
            template
        })
        .collect();
    let script = "class N(int):
    def __float__(self): return int(self) / 8.0
args = tuple(N(x) for x in (-42, 7, 255, 65))
def one(t):
    return answer(lambda: enc(text(t) % args))";
    compare(
        "%",
        script,
        &cases,
        |case| hex(case.as_bytes()),
        |template| {
            percent(template.as_bytes())
                .map(|out| hex(&out))
                .unwrap_or_else(|message| message)
        },
    );
}
