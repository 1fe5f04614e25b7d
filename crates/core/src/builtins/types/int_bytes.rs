//! `int.to_bytes` and `int.from_bytes`.

use crate::builtins::protocol;
use crate::object::{ClassId, IntValue};
use crate::vm::context::{Args, Context, Local, Res};
use num_bigint::{BigInt, Sign};

/// Whether `byteorder`, argument `i`, says that the lowest byte comes first.
fn is_little<'f>(cx: &mut Context<'f>, args: Args<'f>, i: usize, function: &str) -> Res<'f, bool> {
    let Some(order) = args.get(cx, i) else {
        return Ok(false);
    };
    match cx.str_bytes(order) {
        Some(b"little") => Ok(true),
        Some(b"big") => Ok(false),
        Some(_) => Err(cx.value_error(format_args!("byteorder must be either 'little' or 'big'"))),
        None => {
            let found = if cx.is_none(order) {
                "None"
            } else {
                cx.type_name(order)
            };
            Err(cx.type_error(format_args!(
                "{function}() argument 'byteorder' must be str, not {found}"
            )))
        }
    }
}

fn is_signed<'f>(cx: &mut Context<'f>, args: Args<'f>, i: usize) -> Res<'f, bool> {
    match args.get(cx, i) {
        Some(signed) => protocol::truth(cx, signed),
        None => Ok(false),
    }
}

pub(super) fn to_bytes<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let length = match args.get(cx, 1) {
        Some(length) => protocol::index_i64(cx, length)?,
        None => 1,
    };
    let little = is_little(cx, args, 2, "to_bytes")?;
    let signed = is_signed(cx, args, 3)?;
    let Ok(length) = usize::try_from(length) else {
        return Err(cx.value_error(format_args!("length argument must be non-negative")));
    };
    let big = match cx.int_value(args.at(0)) {
        Some(IntValue::Word(word)) => BigInt::from(word),
        Some(IntValue::Big(big)) => big,
        None => BigInt::default(),
    };
    let negative = big.sign() == Sign::Minus;
    if negative && !signed {
        return Err(cx.raise(
            ClassId::OverflowError,
            format_args!("can't convert negative int to unsigned"),
        ));
    }
    // The fewest bytes that hold the value, and its sign if it has one.
    let bytes = if signed {
        big.to_signed_bytes_le()
    } else {
        big.to_bytes_le().1
    };
    // num-bigint writes zero as one byte.
    let needed = if big.sign() == Sign::NoSign {
        0
    } else {
        bytes.len()
    };
    if needed > length {
        return Err(cx.raise(
            ClassId::OverflowError,
            format_args!("int too big to convert"),
        ));
    }
    if length <= cx.bytes_left() {
        cx.charge(length / 32)?;
    }
    let filler = if negative { 0xff } else { 0 };
    cx.bytes_filled(length, false, |to| {
        to.fill(filler);
        for (to, from) in to.iter_mut().zip(&bytes) {
            *to = *from;
        }
        if !little {
            to.reverse();
        }
    })
}

pub(super) fn from_bytes<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = args.at(0);
    let little = is_little(cx, args, 2, "from_bytes")?;
    let source = args.at(1);
    let bytes = match super::bytes::by_method(cx, source)? {
        Some(bytes) => bytes,
        None if cx.is_bytes_like(source) => super::bytes::of_buffer(cx, source)?,
        None if cx.str_bytes(source).is_some() => {
            let found = cx.type_name(source);
            return Err(cx.type_error(format_args!("cannot convert '{found}' object to bytes")));
        }
        None => {
            let out = protocol::bytes_of_items(cx, source, "bytes", "bytes")?;
            cx.finish_bytes(&out, false)?
        }
    };
    let signed = is_signed(cx, args, 3)?;
    let data = cx.as_bytes(bytes).unwrap_or_default();
    protocol::reserve(cx, data.len() as u64 * 8, data.len() as u64 / 16)?;
    let big = match (little, signed) {
        (true, true) => BigInt::from_signed_bytes_le(data),
        (true, false) => BigInt::from_bytes_le(Sign::Plus, data),
        (false, true) => BigInt::from_signed_bytes_be(data),
        (false, false) => BigInt::from_bytes_be(Sign::Plus, data),
    };
    let int = cx.big(&big)?;
    if cx.class_id(class) == Some(ClassId::Int) {
        Ok(int)
    } else {
        cx.call(class, &[int])
    }
}

/// What `int(x)` reads digits from: the text, and whether it is bytes.
pub(super) fn digits_of<'f>(
    cx: &mut Context<'f>,
    value: Local<'f>,
) -> Res<'f, Option<(&'f [u8], bool)>> {
    if let Some(text) = cx.str_bytes(value) {
        return Ok(Some((text, false)));
    }
    Ok(cx.frozen(value)?.map(|data| (data, true)))
}
