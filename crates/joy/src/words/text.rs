//! Numbers to text and back.

use super::{Builtin, word};
use crate::eval::{Eval, Step};
use crate::value::as_float;
use alloc::vec::Vec;
use core::fmt::Write;
use miniscript_core::Datum;
use miniscript_core::text::float::{Notation, Style, write_styled};
use miniscript_core::text::{Sink, StackBuf};

pub(super) const WORDS: &[Builtin] = &[
    word("format", format),
    word("formatf", formatf),
    word("strtol", strtol),
    word("strtod", |eval| {
        let ([text], rest) = eval.args()?;
        if eval.cx.datum(text) != Datum::Str {
            return eval.fail("string");
        }
        let bytes = eval.cx.str_as_bytes(text)?.unwrap_or_default();
        eval.push_float(float_prefix(&bytes), rest)
    }),
];

/// Widths and precisions beyond this are cut: nobody reads so many blanks.
const WIDEST: i64 = 100_000;

fn format<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([digits, width, letter, number], rest) = eval.args()?;
    let (Datum::Int(digits), Datum::Int(width)) = (eval.cx.datum(digits), eval.cx.datum(width))
    else {
        return eval.fail("two integers");
    };
    let Datum::Char(letter) = eval.cx.datum(letter) else {
        return eval.fail("character");
    };
    if !b"dioxX".contains(&letter) {
        return eval.fail("one of: d i o x X");
    }
    let Some(number) = super::arithmetic::numeric(eval.cx.datum(number)) else {
        return eval.fail("numeric");
    };
    let mut text = StackBuf::<32>::new();
    let (negative, magnitude) = match letter {
        b'd' | b'i' => (number < 0, number.unsigned_abs()),
        _ => (false, number as u64),
    };
    // 64 bits have at most 22 octal digits.
    let _ = match letter {
        b'o' => write!(text, "{magnitude:o}"),
        b'x' => write!(text, "{magnitude:x}"),
        b'X' => write!(text, "{magnitude:X}"),
        // As in C no digit is written of a zero with precision zero.
        _ if magnitude == 0 && digits == 0 => Ok(()),
        _ => write!(text, "{magnitude}"),
    };
    let digits = usize::try_from(digits.clamp(0, WIDEST)).unwrap_or(0);
    let mut out = Vec::new();
    let zeros = digits.saturating_sub(text.as_bytes().len());
    let _ = out.fill(u32::from(b'0'), zeros);
    let _ = out.write(text.as_bytes());
    if negative {
        out.insert(0, b'-');
    }
    padded(eval, out, width, rest)
}

/// Pushes text, padded with blanks to a width (on the right if that is negative).
fn padded<'s>(
    eval: &mut Eval<'_, 's>,
    mut text: Vec<u8>,
    width: i64,
    rest: miniscript_core::Local<'s>,
) -> Step<'s> {
    let wanted = usize::try_from(width.clamp(-WIDEST, WIDEST).abs()).unwrap_or(0);
    let missing = wanted.saturating_sub(text.len());
    if width < 0 {
        let _ = text.fill(u32::from(b' '), missing);
    } else if missing > 0 {
        let mut front = Vec::new();
        let _ = front.fill(u32::from(b' '), missing);
        let _ = front.write(&text);
        text = front;
    }
    let text = eval.cx.byte_str(&text)?;
    eval.push_on(text, rest)
}

fn formatf<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([digits, width, letter, number], rest) = eval.args()?;
    let (Datum::Int(digits), Datum::Int(width)) = (eval.cx.datum(digits), eval.cx.datum(width))
    else {
        return eval.fail("two integers");
    };
    let Datum::Char(letter) = eval.cx.datum(letter) else {
        return eval.fail("character");
    };
    let notation = match letter {
        b'e' | b'E' => Notation::Exponent,
        b'f' => Notation::Fixed,
        b'g' | b'G' => Notation::General,
        _ => return eval.fail("one of: e E f g G"),
    };
    let Some(number) = as_float(eval.cx.datum(number)) else {
        return eval.fail("float or integer");
    };
    let precision = match digits {
        // A negative precision is none: C's default.
        i64::MIN..0 => 6,
        _ => usize::try_from(digits.min(WIDEST)).unwrap_or(6),
    };
    let style = Style {
        notation,
        precision,
        upper: letter.is_ascii_uppercase(),
        add_dot_zero: false,
        ..Style::REPR
    };
    let mut out = Vec::new();
    if write_styled(number, &style, &mut out).is_err() {
        return Err(eval.cx.out_of_memory().into());
    }
    padded(eval, out, width, rest)
}

fn strtol<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([base, text], rest) = eval.args()?;
    let Datum::Int(base) = eval.cx.datum(base) else {
        return eval.fail("integer");
    };
    if eval.cx.datum(text) != Datum::Str {
        return eval.fail("string as second parameter");
    }
    let bytes = eval.cx.str_as_bytes(text)?.unwrap_or_default();
    eval.push_int(int_prefix(&bytes, base), rest)
}

fn skip_blanks(text: &[u8]) -> &[u8] {
    let blank = |byte: &u8| matches!(byte, b' ' | 9..=13);
    let at = text.iter().position(|byte| !blank(byte));
    text.get(at.unwrap_or(text.len())..).unwrap_or_default()
}

/// C's `strtoll`: the int that a text begins with, saturated.
fn int_prefix(text: &[u8], base: i64) -> i64 {
    let text = skip_blanks(text);
    let (negative, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let hex = matches!(text, [b'0', b'x' | b'X', digit, ..] if digit.is_ascii_hexdigit());
    let (base, text) = match (base, text) {
        (0 | 16, [_, _, rest @ ..]) if hex => (16, rest),
        (0, [b'0', ..]) => (8, text),
        (0, _) => (10, text),
        (2..=36, _) => (base as u32, text),
        _ => return 0,
    };
    let mut value: i64 = 0;
    for &byte in text {
        let Some(digit) = char::from(byte).to_digit(base) else {
            break;
        };
        let next = value.checked_mul(i64::from(base)).and_then(|value| {
            if negative {
                value.checked_sub(i64::from(digit))
            } else {
                value.checked_add(i64::from(digit))
            }
        });
        match next {
            Some(next) => value = next,
            None if negative => return i64::MIN,
            None => return i64::MAX,
        }
    }
    value
}

/// C's `strtod`, without hexadecimal floats: the float that a text begins with.
fn float_prefix(text: &[u8]) -> f64 {
    let text = skip_blanks(text);
    let signed = usize::from(matches!(text.first(), Some(b'-' | b'+')));
    let after = text.get(signed..).unwrap_or_default();
    for word in [&b"infinity"[..], b"inf", b"nan"] {
        if after.len() >= word.len()
            && after
                .iter()
                .zip(word)
                .all(|(a, b)| a.eq_ignore_ascii_case(b))
        {
            let value = if word == b"nan" {
                f64::NAN
            } else {
                f64::INFINITY
            };
            return if text.first() == Some(&b'-') {
                -value
            } else {
                value
            };
        }
    }
    let digits = |from: usize| {
        text.iter()
            .skip(from)
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let mut end = signed + digits(signed);
    let mut count = end - signed;
    if text.get(end) == Some(&b'.') {
        let fraction = digits(end + 1);
        if count + fraction > 0 {
            count += fraction;
            end += 1 + fraction;
        }
    }
    if count == 0 {
        return 0.0;
    }
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(end + 1), Some(b'-' | b'+')));
        let exponent = digits(end + 1 + sign);
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    parse_float(text.get(..end).unwrap_or_default())
}

/// The float of a text that is one.
pub(crate) fn parse_float(text: &[u8]) -> f64 {
    core::str::from_utf8(text)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_c_reads_them() {
        let ints: &[(&str, i64, i64)] = &[
            ("42", 10, 42),
            ("  -17xyz", 10, -17),
            ("0x1F", 0, 31),
            ("0x1F", 16, 31),
            ("017", 0, 15),
            ("101", 2, 5),
            ("zz", 36, 1295),
            ("99999999999999999999", 10, i64::MAX),
            ("-99999999999999999999", 10, i64::MIN),
            ("", 10, 0),
            ("7", 99, 0),
        ];
        for &(text, base, value) in ints {
            assert_eq!(int_prefix(text.as_bytes(), base), value, "{text} {base}");
        }
        let floats: &[(&str, f64)] = &[
            ("1.5", 1.5),
            (" -2e3x", -2000.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("1e", 1.0),
            ("inf", f64::INFINITY),
            ("-Infinity", f64::NEG_INFINITY),
            ("abc", 0.0),
            (".", 0.0),
        ];
        for &(text, value) in floats {
            assert_eq!(float_prefix(text.as_bytes()), value, "{text}");
        }
    }
}
