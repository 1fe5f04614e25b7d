//! Base 64 of RFC 3548: `b2a_base64`, `a2b_base64`.

use super::{Ascii, error};
use crate::support::{Data, reserve};
use miniscript_ext::{Context, Module, Res, closure};

pub(super) fn add(module: Module) -> Module {
    module
        .function(
            "a2b_base64(data, /, *, strict_mode=False)",
            closure!(|cx, data: Ascii, strict: bool| decode(cx, data, strict)),
        )
        .function(
            "b2a_base64(data, /, *, newline=True)",
            closure!(|cx, data: Data, newline: bool| encode(cx, data, newline)),
        )
}

const ALPHABET: [u8; 64] = *b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The value of each character, 64 for those outside of the alphabet.
const VALUES: [u8; 256] = {
    let mut values = [64; 256];
    let mut at = 0;
    while at < 64 {
        values[ALPHABET[at] as usize] = at as u8;
        at += 1;
    }
    values
};

fn letter(value: u32) -> u8 {
    ALPHABET
        .get((value & 63) as usize)
        .copied()
        .unwrap_or(b'=')
}

fn encode<'f>(cx: &mut Context<'f>, data: &[u8], newline: bool) -> Res<'f> {
    let len = data.len().div_ceil(3).saturating_mul(4);
    let mut out = reserve(cx, len.saturating_add(usize::from(newline)))?;
    let mut groups = data.chunks_exact(3);
    for group in &mut groups {
        let &[a, b, c] = group else { continue };
        let bits = u32::from(a) << 16 | u32::from(b) << 8 | u32::from(c);
        out.extend_from_slice(&[
            letter(bits >> 18),
            letter(bits >> 12),
            letter(bits >> 6),
            letter(bits),
        ]);
    }
    match *groups.remainder() {
        [a] => {
            let bits = u32::from(a) << 16;
            out.extend_from_slice(&[letter(bits >> 18), letter(bits >> 12), b'=', b'=']);
        }
        [a, b] => {
            let bits = u32::from(a) << 16 | u32::from(b) << 8;
            out.extend_from_slice(&[
                letter(bits >> 18),
                letter(bits >> 12),
                letter(bits >> 6),
                b'=',
            ]);
        }
        _ => {}
    }
    if newline {
        out.push(b'\n');
    }
    cx.bytes(&out)
}

fn decode<'f>(cx: &mut Context<'f>, text: &[u8], strict: bool) -> Res<'f> {
    if strict && text.first() == Some(&b'=') {
        return Err(error(cx, format_args!("Leading padding not allowed")));
    }
    let mut out = reserve(cx, text.len().div_ceil(4).saturating_mul(3))?;
    // Values of the group that is being read, and how many.
    let (mut bits, mut place) = (0_u32, 0_usize);
    let (mut pads, mut padded) = (0, false);
    for (at, &byte) in text.iter().enumerate() {
        if byte == b'=' {
            padded = true;
            if place >= 2 {
                pads += 1;
                if place + pads >= 4 {
                    if strict && at + 1 < text.len() {
                        return Err(error(cx, format_args!("Excess data after padding")));
                    }
                    return cx.bytes(&out);
                }
            }
            continue;
        }
        let value = VALUES.get(usize::from(byte)).copied().unwrap_or(64);
        if value >= 64 {
            if strict {
                return Err(error(cx, format_args!("Only base64 data is allowed")));
            }
            continue;
        }
        if strict && padded {
            return Err(error(
                cx,
                format_args!("Discontinuous padding not allowed"),
            ));
        }
        pads = 0;
        bits = bits << 6 | u32::from(value);
        // The second, third and fourth value complete a byte each.
        match place {
            0 => {}
            1 => out.push((bits >> 4) as u8),
            2 => out.push((bits >> 2) as u8),
            _ => out.push(bits as u8),
        }
        place = (place + 1) % 4;
    }
    match place {
        0 => cx.bytes(&out),
        1 => {
            let count = out.len() / 3 * 4 + 1;
            Err(error(
                cx,
                format_args!(
                    "Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4"
                ),
            ))
        }
        _ => Err(error(cx, format_args!("Incorrect padding"))),
    }
}
