//! `hex` and `fromhex`.

use crate::builtins::protocol;
use crate::object::ClassId;
use crate::text::{Full, Sink, wtf8};
use crate::vm::context::{Args, Context, Local, Res};

pub(super) fn hex<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let data = super::own(cx, args)?;
    of_data(cx, args, data)
}

/// Two digits for each byte; arguments 1 and 2 say what separates how many of them.
pub(crate) fn of_data<'f>(cx: &mut Context<'f>, args: Args<'f>, data: &[u8]) -> Res<'f> {
    let separator = args.get(cx, 1);
    let group = match args.get(cx, 2) {
        Some(group) => {
            let group = protocol::index(cx, group)?;
            match cx.as_int(group).and_then(|group| i32::try_from(group).ok()) {
                Some(group) => group,
                None => {
                    let message = format_args!("Python int too large to convert to C int");
                    return Err(cx.raise(ClassId::OverflowError, message));
                }
            }
        }
        None => 1,
    };
    let separator = match separator {
        None => None,
        Some(separator) => Some(separator_of(cx, separator)?),
    };
    let separator = separator.filter(|_| group != 0 && !data.is_empty());
    let size = usize::try_from(group.unsigned_abs())
        .unwrap_or(usize::MAX)
        .max(1);
    // Groups are counted from the end unless the number is negative.
    let phase = if group > 0 { data.len() % size } else { 0 };
    cx.charge(data.len() / 16)?;
    let mut out = cx.out();
    let written: Result<(), Full> = (|| {
        out.reserve(data.len().saturating_mul(2))?;
        for (i, byte) in data.iter().enumerate() {
            if let Some(separator) = separator
                && i > 0
                && i % size == phase
            {
                out.write_byte(separator)?;
            }
            for digit in [byte >> 4, byte & 15] {
                out.write_byte(if digit < 10 {
                    b'0' + digit
                } else {
                    b'a' + digit - 10
                })?;
            }
        }
        Ok(())
    })();
    cx.fits(written)?;
    cx.finish_out(&out)
}

/// The separator: one ASCII character or byte.
fn separator_of<'f>(cx: &mut Context<'f>, separator: Local<'f>) -> Res<'f, u8> {
    let len = protocol::len(cx, separator)?;
    if len != 1 {
        return Err(cx.value_error(format_args!("sep must be length 1.")));
    }
    let byte = match (cx.str_bytes(separator), cx.as_bytes(separator)) {
        (Some(text), _) => text.first().copied(),
        (None, Some(bytes)) => bytes.first().copied(),
        (None, None) => return Err(cx.type_error(format_args!("sep must be str or bytes."))),
    };
    match byte {
        Some(byte) if byte.is_ascii() => Ok(byte),
        _ => Err(cx.value_error(format_args!("sep must be ASCII."))),
    }
}

pub(super) fn fromhex<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(text) = cx.str_bytes(args.at(1)) else {
        let found = cx.type_name(args.at(1));
        return Err(cx.type_error(format_args!("fromhex() argument must be str, not {found}")));
    };
    cx.charge(text.len() / 16)?;
    let mut out = cx.out();
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        if matches!(byte, 0x09..=0x0d | b' ') {
            at += 1;
            continue;
        }
        let (Some(high), low) = (digit(byte), text.get(at + 1).copied().and_then(digit)) else {
            return Err(not_hex(cx, text, at));
        };
        let Some(low) = low else {
            return Err(not_hex(cx, text, at + 1));
        };
        cx.put(&mut out, &[high << 4 | low])?;
        at += 2;
    }
    let class = args.at(0);
    match cx.class_id(class) {
        Some(ClassId::Bytes) => cx.finish_bytes(&out, false),
        Some(ClassId::ByteArray) => cx.finish_bytes(&out, true),
        // A derived class makes its own instances.
        _ => {
            let bytes = cx.finish_bytes(&out, false)?;
            cx.call(class, &[bytes])
        }
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cold]
fn not_hex<'f>(cx: &mut Context<'f>, text: &[u8], at: usize) -> crate::vm::context::Error<'f> {
    // CPython names the first character that is not ASCII before it reads any digit.
    let at = match text.iter().position(|byte| !byte.is_ascii()) {
        Some(other) => other,
        None => wtf8::count(text.get(..at).unwrap_or(text)),
    };
    cx.value_error(format_args!(
        "non-hexadecimal number found in fromhex() arg at position {at}"
    ))
}
