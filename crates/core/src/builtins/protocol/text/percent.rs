//! The operator `%` of str.

use super::{ascii, int, repr, str};
use crate::builtins::protocol;
use crate::object::{ClassId, IntValue, Kind};
use crate::text::percent::write::{self, Resolved};
use crate::text::percent::{Amount, Conversion, Flags, Kind as Code, PercentError, Piece, Pieces};
use crate::vm::context::{Context, Error, Local, Out, Res, Scope, Slot};
use num_bigint::{BigInt, Sign};
use num_traits::FromPrimitive;

/// Where the values come from.
struct Values<'f> {
    /// The right operand; after a key, the value it stood for.
    current: Slot<'f>,
    /// Items of the tuple; `None` where there is one value.
    count: Option<usize>,
    /// Values taken.
    taken: usize,
    /// The right operand has items by key.
    mapping: bool,
    /// The template is bytes.
    bytes: bool,
}

/// `template % args`; the template is a str.
pub(crate) fn percent<'f>(cx: &mut Context<'f>, template: Local<'f>, args: Local<'f>) -> Res<'f> {
    let Some(text) = cx.str_bytes(template) else {
        return Ok(Local::NOT_IMPLEMENTED);
    };
    let mut out = cx.out();
    format(cx, text, args, false, &mut out)?;
    cx.finish_out(&out)
}

/// `template % args`; the template is bytes or a bytearray.
pub(crate) fn percent_bytes<'f>(
    cx: &mut Context<'f>,
    template: Local<'f>,
    args: Local<'f>,
) -> Res<'f> {
    let text = protocol::data_of(cx, template)?;
    let mut out = cx.out();
    format(cx, text, args, true, &mut out)?;
    let array = protocol::is_array(cx, template);
    cx.finish_bytes(&out, array)
}

fn format<'f>(
    cx: &mut Context<'f>,
    text: &[u8],
    args: Local<'f>,
    bytes: bool,
    out: &mut Out,
) -> Res<'f, ()> {
    let tuple = cx.is(args, Kind::Tuple);
    let getitem = cx.names().getitem;
    let text_like = cx.is(args, Kind::Str)
        || bytes && matches!(cx.kind(args), Some(Kind::Bytes | Kind::ByteArray));
    let mapping = !tuple && !text_like && cx.type_attr(args, getitem).is_some();
    let count = if tuple {
        Some(cx.tuple_len(args))
    } else {
        None
    };
    let current = cx.slot(args);
    let mut values = Values {
        current,
        count,
        taken: 0,
        mapping,
        bytes,
    };
    for piece in Pieces::new(text) {
        cx.charge(1)?;
        match piece {
            Piece::Literal(literal) => cx.put(out, literal)?,
            Piece::Conversion(conversion) => {
                cx.scope(|cx| convert(cx, &conversion, args, &mut values, out))?;
            }
        }
    }
    if values.taken < values.count.unwrap_or(1) && !mapping {
        if bytes {
            return Err(cx.type_error(format_args!(
                "not all arguments converted during bytes formatting"
            )));
        }
        return Err(raise(cx, PercentError::NotAllConverted));
    }
    Ok(())
}

fn convert<'s, 'f>(
    cx: &mut Scope<'s, 'f>,
    conversion: &Conversion<'_>,
    args: Local<'s>,
    values: &mut Values<'f>,
    out: &mut Out,
) -> Res<'s, ()> {
    if let Some(key) = conversion.key {
        if !values.mapping {
            return Err(raise(cx, PercentError::NeedsMapping));
        }
        let key = key.map_err(|error| raise(cx, error))?;
        let key = if values.bytes {
            cx.bytes(key)?
        } else {
            cx.wtf8(key)?
        };
        let value = protocol::get_item(cx, args, key)?;
        cx.assign(&values.current, value);
        values.count = None;
        values.taken = 0;
    }
    let mut how = Resolved {
        flags: conversion.flags,
        width: 0,
        precision: None,
    };
    match conversion.width {
        Some(Amount::Given(width)) => how.width = width,
        Some(Amount::Star) => star_width(cx, values, &mut how.flags, &mut how.width)?,
        None => {}
    }
    match conversion.precision {
        Some(Amount::Given(precision)) => how.precision = Some(precision),
        Some(Amount::Star) => how.precision = Some(star_precision(cx, values)?),
        None => {}
    }
    let kind = conversion.kind.map_err(|error| raise(cx, error))?;
    let value = next(cx, values)?;
    let written = match kind {
        Code::Str | Code::Bytes(_) if values.bytes => {
            let data = content(cx, value)?;
            let data = cx.as_bytes(data).unwrap_or_default();
            write::write_bytes(data, &how, out)
        }
        Code::Repr if values.bytes => {
            let text = ascii(cx, value)?;
            write::write_bytes(cx.str_bytes(text).unwrap_or_default(), &how, out)
        }
        Code::Char if values.bytes => {
            let byte = single_byte(cx, value)?;
            write::write_bytes(
                &[byte],
                &Resolved {
                    precision: None,
                    ..how
                },
                out,
            )
        }
        Code::Str | Code::Repr | Code::Ascii => {
            let text = match kind {
                Code::Repr => repr(cx, value)?,
                Code::Ascii => ascii(cx, value)?,
                _ => str(cx, value)?,
            };
            write::write_text(cx.str_bytes(text).unwrap_or_default(), &how, out)
        }
        Code::Decimal | Code::Octal | Code::Hex | Code::UpperHex => {
            integer(cx, value, kind, conversion.letter, &how, out)?
        }
        Code::Float(letter) => {
            let found = cx.type_name(value);
            let value = match protocol::float_of(cx, value) {
                Err(error) if values.bytes && cx.error_is(&error, ClassId::TypeError) => {
                    return Err(cx.type_error(format_args!("float argument required, not {found}")));
                }
                value => value?,
            };
            write::write_f64(value, letter, &how, out)
        }
        Code::Char => match character(cx, value)? {
            Some(code_point) => write::write_char(code_point, &how, out),
            None => Err(PercentError::CharWanted),
        },
        Code::Bytes(unsupported) | Code::Unsupported(unsupported) => {
            return Err(cx.raise_written(ClassId::ValueError, |out| unsupported.write_message(out)));
        }
    };
    written.map_err(|error| raise(cx, error))
}

/// What `%s` of bytes writes, as bytes.
fn content<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f> {
    if let Some(Kind::Bytes | Kind::ByteArray) = cx.bytes_kind(value) {
        return crate::builtins::types::bytes::of_buffer(cx, value);
    }
    if let Some(bytes) = crate::builtins::types::bytes::by_method(cx, value)? {
        return Ok(bytes);
    }
    if cx.bytes_kind(value).is_some() {
        return crate::builtins::types::bytes::of_buffer(cx, value);
    }
    let found = cx.type_name(value);
    Err(cx.type_error(format_args!(
        "%b requires a bytes-like object, or an object that implements __bytes__, not '{found}'"
    )))
}

/// What `%c` of bytes writes.
fn single_byte<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, u8> {
    if let (Some(Kind::Bytes | Kind::ByteArray), Some(&[byte])) =
        (cx.bytes_kind(value), cx.buffer(value))
    {
        return Ok(byte);
    }
    if protocol::has_index(cx, value) {
        let value = protocol::index_clamped(cx, value)?;
        return match u8::try_from(value) {
            Ok(byte) => Ok(byte),
            Err(_) => Err(cx.raise(
                ClassId::OverflowError,
                format_args!("%c arg not in range(256)"),
            )),
        };
    }
    Err(cx.type_error(format_args!(
        "%c requires an integer in range(256) or a single byte"
    )))
}

/// The next value.
fn next<'s, 'f>(cx: &mut Scope<'s, 'f>, values: &mut Values<'f>) -> Res<'s> {
    let at = values.taken;
    let current = cx.read(&values.current);
    let found = match values.count {
        None if at == 0 => Some(current),
        None => None,
        Some(_) => cx.tuple_get(current, at),
    };
    values.taken += 1;
    match found {
        Some(value) => Ok(value),
        None => Err(raise(cx, PercentError::NotEnoughArguments)),
    }
}

fn star<'s, 'f>(cx: &mut Scope<'s, 'f>, values: &mut Values<'f>) -> Res<'s> {
    let value = next(cx, values)?;
    if cx.is_int(value) {
        Ok(value)
    } else {
        Err(raise(cx, PercentError::StarWantsInt))
    }
}

fn star_width<'s, 'f>(
    cx: &mut Scope<'s, 'f>,
    values: &mut Values<'f>,
    flags: &mut Flags,
    width: &mut usize,
) -> Res<'s, ()> {
    let value = star(cx, values)?;
    let Some(value) = cx.as_int(value) else {
        return Err(cx.raise(
            ClassId::OverflowError,
            format_args!("Python int too large to convert to C ssize_t"),
        ));
    };
    flags.left |= value < 0;
    *width = usize::try_from(value.unsigned_abs()).unwrap_or(isize::MAX as usize);
    Ok(())
}

fn star_precision<'s, 'f>(cx: &mut Scope<'s, 'f>, values: &mut Values<'f>) -> Res<'s, usize> {
    let value = star(cx, values)?;
    match cx.as_int(value).and_then(|value| i32::try_from(value).ok()) {
        Some(value) => Ok(usize::try_from(value).unwrap_or(0)),
        None => {
            let message = format_args!("Python int too large to convert to C int");
            Err(cx.raise(ClassId::OverflowError, message))
        }
    }
}

fn integer<'f>(
    cx: &mut Context<'f>,
    value: Local<'f>,
    kind: Code,
    letter: u8,
    how: &Resolved,
    out: &mut Out,
) -> Res<'f, Result<(), PercentError>> {
    let value = if cx.is_int(value) {
        value
    } else {
        to_integer(cx, value, kind, letter)?
    };
    Ok(match cx.int_value(value) {
        Some(IntValue::Word(word)) => write::write_i64(word, kind, how, out),
        Some(IntValue::Big(big)) => {
            let digits = int::digits(cx, &big, write::base_of(kind), kind == Code::UpperHex)?;
            write::write_big(big.sign() == Sign::Minus, &digits, kind, how, out)
        }
        None => Ok(()),
    })
}

/// `%d` truncates numbers, the others take what stands for an int.
fn to_integer<'f>(cx: &mut Context<'f>, value: Local<'f>, kind: Code, letter: u8) -> Res<'f> {
    if kind == Code::Decimal
        && let Some(float) = cx.as_float(value)
    {
        return truncated(cx, float);
    }
    let names = cx.names();
    let numeric = [names.index, names.int, names.float]
        .into_iter()
        .any(|name| cx.type_attr(value, name).is_some());
    if numeric && !cx.is(value, Kind::Str) {
        let result = if kind == Code::Decimal {
            let int = cx.class_object(ClassId::Int);
            cx.call(int, &[value])
        } else {
            protocol::index(cx, value)
        };
        match result {
            Err(error) if cx.error_is(&error, ClassId::TypeError) => {}
            result => return result,
        }
    }
    let wanted = if kind == Code::Decimal {
        "a real number"
    } else {
        "an integer"
    };
    let (letter, found) = (char::from(letter), cx.type_name(value));
    Err(cx.type_error(format_args!(
        "%{letter} format: {wanted} is required, not {found}"
    )))
}

fn truncated<'f>(cx: &mut Context<'f>, float: f64) -> Res<'f> {
    match BigInt::from_f64(libm::trunc(float)) {
        Some(big) => cx.big(&big),
        None if float.is_nan() => {
            Err(cx.value_error(format_args!("cannot convert float NaN to integer")))
        }
        None => {
            let message = format_args!("cannot convert float infinity to integer");
            Err(cx.raise(ClassId::OverflowError, message))
        }
    }
}

/// The code point for `%c`; `None` for what is neither an int nor one character.
fn character<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Option<u32>> {
    if let Some(bytes) = cx.str_bytes(value) {
        let one = cx.str_len(value) == Some(1);
        return Ok(crate::text::wtf8::decode(bytes)
            .filter(|_| one)
            .map(|(code_point, _)| code_point));
    }
    let value = match protocol::index(cx, value) {
        Ok(value) => value,
        Err(error) if cx.error_is(&error, ClassId::TypeError) => return Ok(None),
        Err(error) => return Err(error),
    };
    // What is beyond every character is refused with the range in the message.
    Ok(Some(
        cx.as_int(value)
            .and_then(|value| u32::try_from(value).ok())
            .unwrap_or(u32::MAX),
    ))
}

#[cold]
fn raise<'f>(cx: &mut Context<'f>, error: PercentError) -> Error<'f> {
    let class = match error {
        PercentError::Full => return cx.memory_error(),
        PercentError::PrecisionTooLarge | PercentError::CharRange => ClassId::OverflowError,
        PercentError::IncompleteKey
        | PercentError::Incomplete
        | PercentError::WidthTooBig
        | PercentError::PrecisionTooBig => ClassId::ValueError,
        _ => ClassId::TypeError,
    };
    cx.raise(class, format_args!("{}", error.message()))
}
