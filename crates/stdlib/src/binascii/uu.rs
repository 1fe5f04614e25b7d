//! Lines of uuencode: `b2a_uu`, `a2b_uu`.

use super::{Ascii, error};
use crate::support::{Data, reserve};
use miniscript_ext::{Context, Module, Res, closure};

pub(super) fn add(module: Module) -> Module {
    module
        .function("a2b_uu(data, /)", closure!(|cx, data: Ascii| decode(cx, data)))
        .function(
            "b2a_uu(data, /, *, backtick=False)",
            closure!(|cx, data: Data, backtick: bool| encode(cx, data, backtick)),
        )
}

fn encode<'f>(cx: &mut Context<'f>, data: &[u8], backtick: bool) -> Res<'f> {
    if data.len() > 45 {
        return Err(error(cx, format_args!("At most 45 bytes at once")));
    }
    let letter = |value: u32| match (value & 63) as u8 {
        0 if backtick => b'`',
        value => value + b' ',
    };
    let mut out = reserve(cx, data.len().div_ceil(3) * 4 + 2)?;
    out.push(letter(data.len() as u32));
    for group in data.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        out.extend([18, 12, 6, 0].map(|shift| letter(bits >> shift)));
    }
    out.push(b'\n');
    cx.bytes(&out)
}

fn decode<'f>(cx: &mut Context<'f>, line: &[u8]) -> Res<'f> {
    let (first, mut rest) = match line.split_first() {
        Some((&first, rest)) => (first, rest),
        None => (0, line),
    };
    let wanted = usize::from(first.wrapping_sub(b' ') & 63);
    let mut out = reserve(cx, wanted)?;
    let (mut bits, mut count) = (0_u32, 0);
    while out.len() < wanted {
        // What is missing at the end of a line was spaces: they stand for 0.
        let value = match rest.split_first() {
            None => 0,
            Some((&byte, after)) => {
                rest = after;
                match byte {
                    b'\n' | b'\r' => 0,
                    b' '..=b'`' => (byte - b' ') & 63,
                    _ => return Err(error(cx, format_args!("Illegal char"))),
                }
            }
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    if rest.iter().any(|byte| !matches!(byte, b' ' | b'`' | b'\n' | b'\r')) {
        return Err(error(cx, format_args!("Trailing garbage")));
    }
    cx.bytes(&out)
}
