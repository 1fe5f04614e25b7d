//! Format specifications applied to strs, ints and floats.

use super::int;
use crate::builtins::protocol;
use crate::object::{ClassId, IntValue, Kind};
use crate::text::int::Base;
use crate::text::spec::{self, IntKind, Spec, SpecError, Subject};
use crate::vm::context::{Context, Error, Local, Out, Res};
use num_bigint::{BigInt, Sign};

/// Writes a str, int or float by a specification.
pub(super) fn write<'f>(
    cx: &mut Context<'f>,
    obj: Local<'f>,
    text: &[u8],
    out: &mut Out,
) -> Res<'f, ()> {
    let subject = if cx.is(obj, Kind::Str) {
        Subject::Str
    } else if cx.is_int(obj) {
        Subject::Int
    } else if cx.as_float(obj).is_some() {
        Subject::Float
    } else if cx.as_complex(obj).is_some() {
        Subject::Complex
    } else {
        let found = cx.type_name(obj);
        return Err(cx.type_error(format_args!(
            "unsupported format string passed to {found}.__format__"
        )));
    };
    let spec = match spec::parse(text, subject) {
        Ok(spec) => spec,
        Err(error) => return Err(raise(cx, error, text, obj)),
    };
    let written = match subject {
        Subject::Str => spec::write_str(cx.str_bytes(obj).unwrap_or_default(), &spec, out),
        Subject::Float => spec::write_f64(cx.as_float(obj).unwrap_or_default(), &spec, out),
        Subject::Complex => spec::write_complex(cx.as_complex(obj).unwrap_or_default(), &spec, out),
        Subject::Int => match cx.int_value(obj) {
            Some(IntValue::Word(word)) => spec::write_i64(word, &spec, out),
            Some(IntValue::Big(big)) => write_big(cx, obj, &big, &spec, out)?,
            None => Ok(()),
        },
    };
    written.map_err(|error| raise(cx, error, text, obj))
}

fn write_big<'f>(
    cx: &mut Context<'f>,
    obj: Local<'f>,
    big: &BigInt,
    spec: &Spec,
    out: &mut Out,
) -> Res<'f, Result<(), SpecError>> {
    Ok(match spec::int_kind(spec) {
        Err(error) => Err(error),
        Ok(IntKind::Float) => {
            let value = protocol::float_of(cx, obj)?;
            spec::write_f64(value, spec, out)
        }
        Ok(IntKind::Char) => Err(SpecError::IntTooLarge),
        Ok(IntKind::Digits(base)) => {
            let upper = base == Base::Hex && spec.code == u32::from(b'X');
            let digits = int::digits(cx, big, base, upper)?;
            spec::write_big(big.sign() == Sign::Minus, &digits, spec, out)
        }
    })
}

#[cold]
fn raise<'f>(cx: &mut Context<'f>, error: SpecError, text: &[u8], obj: Local<'f>) -> Error<'f> {
    if error == SpecError::Full {
        return cx.memory_error();
    }
    let class = if error.is_overflow() {
        ClassId::OverflowError
    } else {
        ClassId::ValueError
    };
    let type_name = cx.type_name(obj);
    cx.raise_written(class, |out| error.write_message(text, type_name, out))
}
