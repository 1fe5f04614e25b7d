//! Hexadecimal digits: `hexlify`, `unhexlify`, each under both of its names.

use super::{Ascii, error};
use crate::support::{CInt, Data, Given, reserve};
use miniscript_ext::{Context, Local, Module, Res, closure};

pub(super) fn add(mut module: Module) -> Module {
    for name in ["hexlify", "b2a_hex"] {
        module = module.function(
            &alloc::format!("{name}(data, sep=<unrepresentable>, bytes_per_sep=1)"),
            closure!(|cx, data: Data, sep: Given, group: CInt| hexlify(cx, data, sep, group)),
        );
    }
    for name in ["unhexlify", "a2b_hex"] {
        module = module.function(
            &alloc::format!("{name}(hexstr, /)"),
            closure!(|cx, digits: Ascii| unhexlify(cx, digits)),
        );
    }
    module
}

const DIGITS: [u8; 16] = *b"0123456789abcdef";

/// The two digits of a byte.
fn digits(byte: u8) -> [u8; 2] {
    let digit = |at: u8| DIGITS.get(usize::from(at & 15)).copied().unwrap_or(b'0');
    [digit(byte >> 4), digit(byte)]
}

fn hexlify<'f>(
    cx: &mut Context<'f>,
    data: &[u8],
    sep: Option<Local<'f>>,
    group: i32,
) -> Res<'f> {
    let sep = match sep {
        Some(sep) => Some(separator(cx, sep)?),
        None => None,
    };
    let every = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    let sep = sep.filter(|_| every != 0 && every < data.len());
    let separators = match sep {
        Some(_) => data.len().saturating_sub(1) / every.max(1),
        None => 0,
    };
    let mut out = reserve(cx, data.len().saturating_mul(2).saturating_add(separators))?;
    let Some(sep) = sep else {
        for &byte in data {
            out.extend_from_slice(&digits(byte));
        }
        return cx.bytes(&out);
    };
    // Groups are counted from the right, or with a negative count from the left.
    let first = match data.len() % every {
        rest if group > 0 && rest > 0 => rest,
        _ => every,
    };
    let (head, tail) = data.split_at_checked(first).unwrap_or((data, &[]));
    for &byte in head {
        out.extend_from_slice(&digits(byte));
    }
    for part in tail.chunks(every) {
        out.push(sep);
        for &byte in part {
            out.extend_from_slice(&digits(byte));
        }
    }
    cx.bytes(&out)
}

/// A separator: one character of Latin-1, or one byte.
fn separator<'f>(cx: &mut Context<'f>, sep: Local<'f>) -> Res<'f, u8> {
    if let Some(len) = cx.str_len(sep) {
        if len != 1 {
            return Err(cx.value_error(format_args!("sep must be length 1.")));
        }
        return match cx.as_str(sep).and_then(|text| text.chars().next()) {
            Some(c) if u32::from(c) < 0x100 => Ok(u32::from(c) as u8),
            _ => Err(cx.value_error(format_args!("sep must be ASCII."))),
        };
    }
    let len = match cx.as_bytes(sep) {
        Some(bytes) => bytes.len(),
        None => match cx.call_on_type(sep, "__len__", &[])? {
            Some(len) => usize::try_from(cx.as_int(len).unwrap_or(0)).unwrap_or(0),
            None => {
                let found = cx.type_name(sep);
                return Err(cx.type_error(format_args!("object of type '{found}' has no len()")));
            }
        },
    };
    if len != 1 {
        return Err(cx.value_error(format_args!("sep must be length 1.")));
    }
    match cx.as_bytes(sep).and_then(|bytes| bytes.first()) {
        Some(&byte) => Ok(byte),
        None => Err(cx.type_error(format_args!("sep must be str or bytes."))),
    }
}

fn unhexlify<'f>(cx: &mut Context<'f>, text: &[u8]) -> Res<'f> {
    if !text.len().is_multiple_of(2) {
        return Err(error(cx, format_args!("Odd-length string")));
    }
    let mut out = reserve(cx, text.len() / 2)?;
    for pair in text.chunks_exact(2) {
        let value = |at: usize| {
            let digit = pair.get(at).copied().unwrap_or(0);
            char::from(digit).to_digit(16)
        };
        match (value(0), value(1)) {
            (Some(high), Some(low)) => out.push((high << 4 | low) as u8),
            _ => return Err(error(cx, format_args!("Non-hexadecimal digit found"))),
        }
    }
    cx.bytes(&out)
}
