//! One field: from a value to its bytes and back.

use super::format::{Format, Run};
use super::{Values, error};
use crate::support::low_bits;
use miniscript_core::num_bigint::BigInt;
use miniscript_ext::{Context, Error, Exception, Local, Res};

/// Writes all fields; `out` is as long as the format says, and zero where padding is.
pub(super) fn pack<'f>(
    cx: &mut Context<'f>,
    format: &Format<'_>,
    values: Values<'f>,
    out: &mut [u8],
) -> Res<'f, ()> {
    let mut values = values.rest(0);
    for run in format.runs() {
        let Ok(mut at) = usize::try_from(run.at) else {
            break;
        };
        if run.letter == b'x' {
            continue;
        }
        if matches!(run.letter, b's' | b'p') {
            let len = usize::try_from(run.count).unwrap_or(usize::MAX);
            let Some(value) = values.next() else { break };
            let field = out.get_mut(at..at.saturating_add(len)).unwrap_or_default();
            string(cx, run.letter, value, field)?;
            continue;
        }
        for _ in 0..run.count {
            let Some(value) = values.next() else { break };
            let field = field(cx, &run, value)?;
            let bytes = match run.big {
                true => field.to_be_bytes(),
                false => field.to_le_bytes(),
            };
            let bytes = match run.big {
                true => bytes.get(8 - run.size..),
                false => bytes.get(..run.size),
            };
            if let (Some(to), Some(from)) = (out.get_mut(at..at.saturating_add(run.size)), bytes) {
                to.copy_from_slice(from);
            }
            at = at.saturating_add(run.size);
        }
    }
    Ok(())
}

fn string<'f>(cx: &mut Context<'f>, letter: u8, value: Local<'f>, field: &mut [u8]) -> Res<'f, ()> {
    let data = match cx.buffer(value) {
        Some(data) if super::is_bytes_or_array(cx, value) => data,
        _ => {
            return Err(error(
                cx,
                format_args!("argument for '{}' must be a bytes object", letter as char),
            ));
        }
    };
    let field = match (letter, field.split_first_mut()) {
        (b'p', Some((len, rest))) => {
            *len = data.len().min(rest.len()).min(255) as u8;
            rest
        }
        (b'p', None) => return Ok(()),
        (_, Some(_)) | (_, None) => field,
    };
    for (to, from) in field.iter_mut().zip(data) {
        *to = *from;
    }
    Ok(())
}

#[cold]
fn out_of_range<'f>(cx: &mut Context<'f>) -> Error<'f> {
    error(cx, format_args!("argument out of range"))
}

/// An int as the low bits of a word, and whether it lies within 64 bits.
enum Int {
    Signed(i64),
    /// From 2**63 on.
    Unsigned(u64),
    Large,
}

fn int<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Int> {
    if let Some(word) = cx.as_int(value) {
        return Ok(Int::Signed(word));
    }
    let Some(int) = cx.to_index(value)? else {
        return Err(error(
            cx,
            format_args!("required argument is not an integer"),
        ));
    };
    if let Some(word) = cx.as_int(int) {
        return Ok(Int::Signed(word));
    }
    match cx.as_big(int) {
        Some(big) if big > BigInt::ZERO && big.bits() <= 64 => {
            Ok(Int::Unsigned(low_bits(cx, int)))
        }
        _ => Ok(Int::Large),
    }
}

/// The bits of a field that is no string, in the low end of a word.
#[inline]
fn field<'f>(cx: &mut Context<'f>, run: &Run, value: Local<'f>) -> Res<'f, u64> {
    match run.letter {
        // What CPython packs by other routines in the foreign order than in its own.
        b'H' if run.big => {
            let word = match int(cx, value)? {
                Int::Signed(word) if word >= 0 => word as u64,
                Int::Unsigned(word) => word,
                _ => return Err(out_of_range(cx)),
            };
            if word > 65535 {
                return Err(range_error(cx, run, 0, 65535));
            }
            Ok(word)
        }
        b'q' | b'Q' if run.big => match (run.letter, int(cx, value)?) {
            (b'q', Int::Signed(word)) => Ok(word as u64),
            (b'Q', Int::Signed(word)) if word >= 0 => Ok(word as u64),
            (b'Q', Int::Unsigned(word)) => Ok(word),
            _ => Err(error(cx, format_args!("int too large to convert"))),
        },
        b'b' | b'h' | b'i' | b'l' | b'q' | b'n' | b'B' | b'H' => {
            let Int::Signed(word) = int(cx, value)? else {
                return Err(out_of_range(cx));
            };
            let bits = run.size as u32 * 8;
            let (low, high) = match run.letter {
                b'B' => (0, 255),
                b'H' => (0, 65535),
                _ => (i64::MIN >> (64 - bits), i64::MAX >> (64 - bits)),
            };
            if (low..=high).contains(&word) {
                Ok(word as u64)
            } else {
                Err(range_error(cx, run, low, high as u64))
            }
        }
        b'I' | b'L' | b'Q' | b'N' => {
            let word = match int(cx, value)? {
                Int::Signed(word) if word >= 0 => word as u64,
                Int::Unsigned(word) => word,
                _ => return Err(out_of_range(cx)),
            };
            if run.size == 4 && word > u64::from(u32::MAX) {
                return Err(range_error(cx, run, 0, u64::from(u32::MAX)));
            }
            Ok(word)
        }
        b'f' | b'd' | b'e' => real(cx, run, value),
        b'?' => cx.truth(value).map(u64::from),
        b'c' => match cx.as_bytes(value) {
            Some(&[byte]) => Ok(u64::from(byte)),
            _ => Err(error(
                cx,
                format_args!("char format requires a bytes object of length 1"),
            )),
        },
        // A pointer.
        _ => match int(cx, value)? {
            Int::Signed(word) => Ok(word as u64),
            Int::Unsigned(word) => Ok(word),
            Int::Large => Err(error(cx, format_args!("int too large to convert"))),
        },
    }
}

#[cold]
fn range_error<'f>(cx: &mut Context<'f>, run: &Run, low: i64, high: u64) -> Error<'f> {
    let requires = format_args!("format requires {low} <= number <= {high}");
    match run.letter {
        b'b' => error(cx, format_args!("byte {requires}")),
        b'B' => error(cx, format_args!("ubyte {requires}")),
        b'h' if !run.big => error(cx, format_args!("short {requires}")),
        b'H' if !run.big => error(cx, format_args!("ushort {requires}")),
        letter => error(cx, format_args!("'{}' {requires}", letter as char)),
    }
}

fn real<'f>(cx: &mut Context<'f>, run: &Run, value: Local<'f>) -> Res<'f, u64> {
    let float = match cx.as_float(value) {
        Some(float) => float,
        None => match cx.to_float(value) {
            Ok(Some(float)) => float,
            _ => {
                return Err(error(cx, format_args!("required argument is not a float")));
            }
        },
    };
    match run.letter {
        b'd' => Ok(float.to_bits()),
        b'f' => {
            let single = float as f32;
            if single.is_infinite() && float.is_finite() && !run.native {
                return Err(too_large(cx, value, 'f'));
            }
            Ok(u64::from(single.to_bits()))
        }
        _ => match half(float) {
            Some(bits) => Ok(u64::from(bits)),
            None => Err(too_large(cx, value, 'e')),
        },
    }
}

#[cold]
fn too_large<'f>(cx: &mut Context<'f>, value: Local<'f>, letter: char) -> Error<'f> {
    if cx.is_int(value) {
        return error(cx, format_args!("int too large to convert"));
    }
    cx.raise_kind(
        Exception::OverflowError,
        format_args!("float too large to pack with {letter} format"),
    )
}

/// A float with 11 significant bits, rounded to even; `None` if it is too large.
fn half(float: f64) -> Option<u16> {
    let sign = u16::from(float.is_sign_negative()) << 15;
    if float.is_nan() {
        return Some(sign | 0x7E00);
    }
    if float.is_infinite() {
        return Some(sign | 0x7C00);
    }
    let size = libm::fabs(float);
    if size == 0.0 {
        return Some(sign);
    }
    let (_, exponent) = libm::frexp(size);
    // The unit of the last place: 2**-24 for numbers below 2**-14.
    let unit = (exponent - 11).max(-24);
    let units = libm::rint(libm::ldexp(size, -unit)) as u16;
    // With the hidden bit added, 2048 units carry into the exponent by themselves.
    let bits = (((unit + 24) as u16) << 10) + units;
    (bits < 0x7C00).then_some(sign | bits)
}

/// What 16 bits stand for.
fn from_half(bits: u16) -> f64 {
    let fraction = f64::from(bits & 0x3FF);
    let size = match (bits >> 10) & 31 {
        0 => libm::ldexp(fraction, -24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        exponent => libm::ldexp(fraction + 1024.0, i32::from(exponent) - 25),
    };
    if bits & 0x8000 != 0 { -size } else { size }
}

/// Reads all fields of `data`, which is as long as the format says.
pub(super) fn unpack<'f>(cx: &mut Context<'f>, format: &Format<'_>, data: &[u8]) -> Res<'f> {
    // What is usual needs no memory.
    let mut few = [Local::NONE; 16];
    let mut many = alloc::vec::Vec::new();
    let places: &mut [Local<'f>] = match few.get_mut(..format.count) {
        Some(places) => places,
        None => {
            let bytes = format.count.saturating_mul(16);
            if bytes > cx.heap_room() || many.try_reserve_exact(format.count).is_err() {
                return Err(cx.memory_error());
            }
            cx.charge(format.count / 8)?;
            many.resize(format.count, Local::NONE);
            &mut many
        }
    };
    let mut free = places.iter_mut();
    for run in format.runs() {
        let Ok(mut at) = usize::try_from(run.at) else {
            break;
        };
        if run.letter == b'x' {
            continue;
        }
        if matches!(run.letter, b's' | b'p') {
            let len = usize::try_from(run.count).unwrap_or(usize::MAX);
            let mut field = data.get(at..at.saturating_add(len)).unwrap_or_default();
            if run.letter == b'p' {
                if field.is_empty() {
                    return Err(cx.raise_kind(
                        Exception::SystemError,
                        format_args!("Negative size passed to PyBytes_FromStringAndSize"),
                    ));
                }
                let (len, rest) = field.split_first().unwrap_or((&0, &[]));
                field = rest.get(..usize::from(*len)).unwrap_or(rest);
            }
            let value = cx.bytes(field)?;
            if let Some(place) = free.next() {
                *place = value;
            }
            continue;
        }
        for _ in 0..run.count {
            let bytes = data.get(at..at.saturating_add(run.size)).unwrap_or_default();
            let value = value(cx, &run, bytes)?;
            match free.next() {
                Some(place) => *place = value,
                None => break,
            }
            at = at.saturating_add(run.size);
        }
    }
    cx.tuple(places)
}

/// The value of a field that is no string.
#[inline]
fn value<'f>(cx: &mut Context<'f>, run: &Run, bytes: &[u8]) -> Res<'f> {
    let mut word = [0; 8];
    if run.big {
        for (to, from) in word.iter_mut().zip(bytes.iter().rev()) {
            *to = *from;
        }
    } else {
        for (to, from) in word.iter_mut().zip(bytes) {
            *to = *from;
        }
    }
    let word = u64::from_le_bytes(word);
    match run.letter {
        b'c' => cx.bytes(bytes),
        b'?' => Ok(Local::bool(word != 0)),
        b'f' => Ok(cx.float(f64::from(f32::from_bits(word as u32)))),
        b'd' => Ok(cx.float(f64::from_bits(word))),
        b'e' => Ok(cx.float(from_half(word as u16))),
        b'b' | b'h' | b'i' | b'l' | b'q' | b'n' => {
            let unused = 64 - run.size as u32 * 8;
            cx.int((word << unused) as i64 >> unused)
        }
        _ => match i64::try_from(word) {
            Ok(word) => cx.int(word),
            Err(_) => cx.big_int(&BigInt::from(word)),
        },
    }
}
