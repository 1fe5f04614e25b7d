//! The items of memoryviews: what the letters of formats read and write. The views'
//! subscripts, lists and comparisons come here.

use super::memory::left_out;
use crate::builtins::protocol;
use crate::features::MEMORYVIEW;
use crate::object::{ClassId, IntValue};
use crate::vm::context::{Context, Error, Local, Res, View};
use num_traits::ToPrimitive;

/// The bytes of item `at`, which exists, and how many there are.
pub(super) fn raw_item<'f>(cx: &Context<'f>, object: Local<'f>, view: &View, at: usize) -> [u8; 8] {
    let mut bytes = [0; 8];
    let offset = view.offset(at);
    let found = cx
        .view_data(object)
        .get(offset..offset.saturating_add(view.size))
        .unwrap_or_default();
    for (to, from) in bytes.iter_mut().zip(found) {
        *to = *from;
    }
    bytes
}

/// Item `at` of a view, which exists.
pub(crate) fn item_at<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    view: &View,
    at: usize,
) -> Res<'f> {
    if !MEMORYVIEW {
        return Err(left_out(cx));
    }
    if view.letter == b'w' {
        return Err(cx.raise(
            ClassId::NotImplementedError,
            format_args!("memoryview: format w not supported"),
        ));
    }
    let bytes = raw_item(cx, object, view, at);
    let word = u64::from_le_bytes(bytes);
    match view.letter {
        b'c' => cx.bytes(bytes.get(..1).unwrap_or_default()),
        b'?' => Ok(Local::bool(word != 0)),
        b'b' => cx.int(i64::from(word as i8)),
        b'h' => cx.int(i64::from(word as i16)),
        b'i' => cx.int(i64::from(word as i32)),
        b'l' | b'q' | b'n' => cx.int(word as i64),
        b'f' => Ok(cx.float(f64::from(f32::from_bits(word as u32)))),
        b'd' => Ok(cx.float(f64::from_bits(word))),
        _ => match i64::try_from(word) {
            Ok(word) => cx.int(word),
            Err(_) => cx.big(&num_bigint::BigInt::from(word)),
        },
    }
}

/// A value in a format, little-endian.
pub(super) fn packed<'f>(cx: &mut Context<'f>, letter: u8, value: Local<'f>) -> Res<'f, [u8; 8]> {
    let wrong_type = |cx: &mut Context<'f>| wrong_type(cx, letter);
    let wrong_value = |cx: &mut Context<'f>| wrong_value(cx, letter);
    match letter {
        b'w' => Err(cx.raise(
            ClassId::NotImplementedError,
            format_args!("memoryview: format w not supported"),
        )),
        b'c' => match cx.as_bytes(value) {
            Some(&[byte]) => Ok(u64::from(byte).to_le_bytes()),
            Some(_) => Err(wrong_value(cx)),
            None => Err(wrong_type(cx)),
        },
        b'?' => Ok(u64::from(protocol::truth(cx, value)?).to_le_bytes()),
        b'f' | b'd' => {
            let float = match protocol::float_of(cx, value) {
                Ok(float) => float,
                Err(error) => return Err(refused(cx, letter, error)),
            };
            Ok(if letter == b'd' {
                float.to_le_bytes()
            } else {
                u64::from((float as f32).to_bits()).to_le_bytes()
            })
        }
        _ => {
            let int = match protocol::index(cx, value) {
                Ok(int) => int,
                Err(error) => return Err(refused(cx, letter, error)),
            };
            let word = match cx.int_value(int) {
                Some(IntValue::Word(word)) => i128::from(word),
                Some(IntValue::Big(big)) => big.to_i128().unwrap_or(i128::MAX),
                None => return Err(wrong_type(cx)),
            };
            if !range_of(letter).contains(&word) {
                return Err(wrong_value(cx));
            }
            Ok((word as u64).to_le_bytes())
        }
    }
}

#[cold]
fn wrong_type<'f>(cx: &mut Context<'f>, letter: u8) -> Error<'f> {
    let letter = char::from(letter);
    cx.type_error(format_args!(
        "memoryview: invalid type for format '{letter}'"
    ))
}

#[cold]
fn wrong_value<'f>(cx: &mut Context<'f>, letter: u8) -> Error<'f> {
    let letter = char::from(letter);
    cx.value_error(format_args!(
        "memoryview: invalid value for format '{letter}'"
    ))
}

/// The error of a value that could not become a number.
#[cold]
fn refused<'f>(cx: &mut Context<'f>, letter: u8, error: Error<'f>) -> Error<'f> {
    if cx.error_is(&error, ClassId::TypeError) {
        wrong_type(cx, letter)
    } else if cx.error_is(&error, ClassId::OverflowError)
        || cx.error_is(&error, ClassId::ValueError)
    {
        wrong_value(cx, letter)
    } else {
        error
    }
}

/// The ints that a format has.
fn range_of(letter: u8) -> core::ops::RangeInclusive<i128> {
    match letter {
        b'b' => -0x80..=0x7f,
        b'B' => 0..=0xff,
        b'h' => -0x8000..=0x7fff,
        b'H' => 0..=0xffff,
        b'i' => i128::from(i32::MIN)..=i128::from(i32::MAX),
        b'I' => 0..=i128::from(u32::MAX),
        b'l' | b'q' | b'n' => i128::from(i64::MIN)..=i128::from(i64::MAX),
        b'P' => i128::from(i64::MIN)..=i128::from(u64::MAX),
        _ => 0..=i128::from(u64::MAX),
    }
}
