//! Writing a complex number by a parsed specification: two numbers in one field.

#![forbid(unsafe_code)]

use super::apply::grouping;
use super::{Align, Sign, Spec, SpecError};
use crate::text::float::{FloatText, Notation, Style};
use crate::text::number::Field;
use crate::text::{Full, Sink, wtf8};

/// `complex.__format__`, as CPython's `format_complex_internal`.
pub fn write_complex(
    (real, imaginary): (f64, f64),
    spec: &Spec,
    out: &mut dyn Sink,
) -> Result<(), SpecError> {
    let notation = match spec.ascii_code() {
        0 if spec.code == 0 && spec.precision.is_none() => Notation::Repr,
        0 if spec.code == 0 => Notation::General,
        b'e' | b'E' => Notation::Exponent,
        b'f' | b'F' => Notation::Fixed,
        b'g' | b'G' | b'n' => Notation::General,
        _ => return Err(SpecError::UnknownCode(spec.code)),
    };
    if spec
        .precision
        .is_some_and(|precision| i32::try_from(precision).is_err())
    {
        return Err(SpecError::PrecisionTooBig);
    }
    if spec.fill == u32::from(b'0') {
        return Err(SpecError::NotAllowed(
            "Zero padding is not allowed in complex format specifier",
        ));
    }
    if spec.align == Align::AfterSign {
        return Err(SpecError::NotAllowed(
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    let style = Style {
        notation,
        precision: spec.precision.unwrap_or(6),
        upper: matches!(spec.ascii_code(), b'E' | b'F' | b'G'),
        alternate: spec.alternate,
        add_dot_zero: false,
        no_negative_zero: spec.no_negative_zero,
        percent: false,
    };
    // Like `repr`: parentheses, or the imaginary part alone.
    let plain = spec.code == 0;
    let alone = plain && real == 0.0 && real.is_sign_positive();
    let field = Field {
        sign: match spec.sign {
            Sign::Plus => Some(b'+'),
            Sign::Space => Some(b' '),
            Sign::Minus | Sign::Unset => None,
        },
        fill: u32::from(b' '),
        align: Align::Left,
        width: 0,
        grouping: grouping(spec, 3),
    };
    let second = if alone {
        field
    } else {
        Field {
            sign: Some(b'+'),
            ..field
        }
    };
    let write = |out: &mut dyn Sink| -> Result<(), Full> {
        if plain && !alone {
            out.write_byte(b'(')?;
        }
        if !alone {
            field.write(&FloatText::new(real, &style).number(), out)?;
        }
        second.write(&FloatText::new(imaginary, &style).number(), out)?;
        out.write_byte(b'j')?;
        if plain && !alone {
            out.write_byte(b')')?;
        }
        Ok(())
    };
    let mut count = Count(0);
    write(&mut count)?;
    let padding = spec.width.unwrap_or(0).saturating_sub(count.0);
    let left = match spec.align {
        Align::Left => 0,
        Align::Center => padding / 2,
        Align::Right | Align::AfterSign => padding,
    };
    out.reserve(count.0.saturating_add(padding))?;
    out.fill(spec.fill, left)?;
    write(out)?;
    out.fill(spec.fill, padding - left)?;
    Ok(())
}

/// Counts characters.
struct Count(usize);

impl Sink for Count {
    fn write(&mut self, bytes: &[u8]) -> Result<(), Full> {
        self.0 = self.0.saturating_add(wtf8::count(bytes));
        Ok(())
    }

    fn fill(&mut self, _: u32, count: usize) -> Result<(), Full> {
        self.0 = self.0.saturating_add(count);
        Ok(())
    }
}
