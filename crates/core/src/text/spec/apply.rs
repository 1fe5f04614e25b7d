//! Writing a str, an int or a float by a parsed specification.

#![forbid(unsafe_code)]

use super::{Align, Grouping, Sign, Spec, SpecError};
use crate::text::float::{FloatText, Notation, Style};
use crate::text::int::{Base, RadixBuf};
use crate::text::number::{Field, Number};
use crate::text::{Sink, wtf8};

/// `str.__format__`; width and precision count code points.
pub fn write_str(text: &[u8], spec: &Spec, out: &mut dyn Sink) -> Result<(), SpecError> {
    if spec.code != u32::from(b's') {
        return Err(SpecError::UnknownCode(spec.code));
    }
    match spec.sign {
        Sign::Unset => {}
        Sign::Space => {
            return Err(SpecError::NotAllowed(
                "Space not allowed in string format specifier",
            ));
        }
        _ => {
            return Err(SpecError::NotAllowed(
                "Sign not allowed in string format specifier",
            ));
        }
    }
    if spec.no_negative_zero {
        return Err(SpecError::NotAllowed(
            "Negative zero coercion (z) not allowed in string format specifier",
        ));
    }
    if spec.alternate {
        return Err(SpecError::NotAllowed(
            "Alternate form (#) not allowed in string format specifier",
        ));
    }
    if spec.align == Align::AfterSign {
        return Err(SpecError::NotAllowed(
            "'=' alignment not allowed in string format specifier",
        ));
    }
    let text = spec
        .precision
        .map_or(text, |precision| wtf8::slice(text, 0, precision));
    let padding = match spec.width {
        Some(width) => width.saturating_sub(wtf8::count(text)),
        None => 0,
    };
    let left = match spec.align {
        Align::Right => padding,
        Align::Center => padding / 2,
        _ => 0,
    };
    out.reserve(text.len().saturating_add(padding))?;
    out.fill(spec.fill, left)?;
    out.write(text)?;
    out.fill(spec.fill, padding - left)?;
    Ok(())
}

/// What an int is formatted as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntKind {
    /// Digits in a base.
    Digits(Base),
    /// `c`: the character with that code point.
    Char,
    /// As the float it becomes: convert it and call [`write_f64`].
    Float,
}

/// Decides what `int.__format__` does, after the checks that precede looking at the value.
pub fn int_kind(spec: &Spec) -> Result<IntKind, SpecError> {
    let kind = match spec.ascii_code() {
        b'b' => IntKind::Digits(Base::Binary),
        b'o' => IntKind::Digits(Base::Octal),
        b'd' | b'n' => IntKind::Digits(Base::Decimal),
        b'x' | b'X' => IntKind::Digits(Base::Hex),
        b'c' => IntKind::Char,
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%' => return Ok(IntKind::Float),
        _ => return Err(SpecError::UnknownCode(spec.code)),
    };
    if spec.precision.is_some() {
        return Err(SpecError::NotAllowed(
            "Precision not allowed in integer format specifier",
        ));
    }
    if spec.no_negative_zero {
        return Err(SpecError::NotAllowed(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    if kind == IntKind::Char {
        if spec.sign != Sign::Unset {
            return Err(SpecError::NotAllowed(
                "Sign not allowed with integer format specifier 'c'",
            ));
        }
        if spec.alternate {
            return Err(SpecError::NotAllowed(
                "Alternate form (#) not allowed with integer format specifier 'c'",
            ));
        }
    }
    Ok(kind)
}

/// `int.__format__` of a small int; the caller has dealt with [`IntKind::Float`], which a small int
/// survives as well: it is converted here.
pub fn write_i64(value: i64, spec: &Spec, out: &mut dyn Sink) -> Result<(), SpecError> {
    match int_kind(spec)? {
        IntKind::Float => write_f64(value as f64, spec, out),
        IntKind::Char => {
            let code_point = u32::try_from(value)
                .ok()
                .filter(|code_point| *code_point < 0x11_0000);
            let encoded = wtf8::Encoded::new(code_point.ok_or(SpecError::CharRange)?);
            let number = Number {
                tail: encoded.as_bytes(),
                ..Number::default()
            };
            Ok(field(spec, None).write(&number, out)?)
        }
        IntKind::Digits(base) => {
            let mut buffer = RadixBuf::new();
            let digits = buffer.format(value.unsigned_abs(), base, spec.code == u32::from(b'X'));
            write_digits(value < 0, digits, base, spec, out)
        }
    }
}

/// `int.__format__` of a big int, given by its digits in the base [`int_kind`] named (without sign
/// and prefix; in upper case for the type `X`).
pub fn write_big(
    negative: bool,
    digits: &[u8],
    spec: &Spec,
    out: &mut dyn Sink,
) -> Result<(), SpecError> {
    match int_kind(spec)? {
        // A big int is no code point; as a float the caller formats it.
        IntKind::Char | IntKind::Float => Err(SpecError::IntTooLarge),
        IntKind::Digits(base) => write_digits(negative, digits, base, spec, out),
    }
}

/// `float.__format__`.
pub fn write_f64(value: f64, spec: &Spec, out: &mut dyn Sink) -> Result<(), SpecError> {
    let (notation, percent) = match spec.ascii_code() {
        0 if spec.code == 0 && spec.precision.is_none() => (Notation::Repr, false),
        0 if spec.code == 0 => (Notation::General, false),
        b'e' | b'E' => (Notation::Exponent, false),
        b'f' | b'F' => (Notation::Fixed, false),
        b'g' | b'G' | b'n' => (Notation::General, false),
        b'%' => (Notation::Fixed, true),
        _ => return Err(SpecError::UnknownCode(spec.code)),
    };
    if spec
        .precision
        .is_some_and(|precision| i32::try_from(precision).is_err())
    {
        return Err(SpecError::PrecisionTooBig);
    }
    let style = Style {
        notation,
        precision: spec.precision.unwrap_or(6),
        upper: matches!(spec.ascii_code(), b'E' | b'F' | b'G'),
        alternate: spec.alternate,
        add_dot_zero: spec.code == 0,
        no_negative_zero: spec.no_negative_zero,
        percent,
    };
    let text = FloatText::new(if percent { value * 100.0 } else { value }, &style);
    Ok(field(spec, grouping(spec, 3)).write(&text.number(), out)?)
}

fn write_digits(
    negative: bool,
    digits: &[u8],
    base: Base,
    spec: &Spec,
    out: &mut dyn Sink,
) -> Result<(), SpecError> {
    let prefix = match (spec.alternate, spec.ascii_code()) {
        (true, b'X') => "0X",
        (true, _) => base.prefix(),
        (false, _) => "",
    };
    let number = Number {
        negative,
        prefix,
        digits,
        ..Number::default()
    };
    let size = if base == Base::Decimal { 3 } else { 4 };
    Ok(field(spec, grouping(spec, size)).write(&number, out)?)
}

pub(super) fn grouping(spec: &Spec, size: usize) -> Option<(u8, usize)> {
    spec.grouping
        .map(|grouping: Grouping| (grouping.character(), size))
}

fn field(spec: &Spec, grouping: Option<(u8, usize)>) -> Field {
    Field {
        sign: match spec.sign {
            Sign::Plus => Some(b'+'),
            Sign::Space => Some(b' '),
            Sign::Minus | Sign::Unset => None,
        },
        fill: spec.fill,
        align: spec.align,
        width: spec.width.unwrap_or(0),
        grouping,
    }
}
