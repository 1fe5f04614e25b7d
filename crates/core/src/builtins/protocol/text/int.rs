//! Ints as text, big ones too.

use crate::object::IntValue;
use crate::text::Sink;
use crate::text::int::{Base, write_i64};
use crate::vm::context::{Context, Local, Out, Res};
use alloc::vec::Vec;
use num_bigint::{BigInt, Sign};

/// Writes an int's decimal digits and sign.
pub(crate) fn write_decimal<'f>(
    cx: &mut Context<'f>,
    obj: Local<'f>,
    out: &mut Out,
) -> Res<'f, ()> {
    match cx.int_value(obj) {
        Some(IntValue::Word(word)) => {
            let written = write_i64(word, out);
            cx.fits(written)
        }
        Some(IntValue::Big(big)) => {
            let digits = digits(cx, &big, Base::Decimal, false)?;
            if big.sign() == Sign::Minus {
                cx.put(out, b"-")?;
            }
            cx.put(out, &digits)
        }
        None => Ok(()),
    }
}

/// The digits of a big int's magnitude; ValueError for too many decimal ones.
pub(crate) fn digits<'f>(
    cx: &mut Context<'f>,
    big: &BigInt,
    base: Base,
    upper: bool,
) -> Res<'f, Vec<u8>> {
    let bits = match base {
        Base::Binary => 1,
        Base::Octal => 3,
        Base::Hex => 4,
        Base::Decimal => {
            let limit = cx.max_digits();
            let bits = usize::try_from(big.bits()).unwrap_or(usize::MAX);
            // A number with more bits has more digits than that.
            if limit == 0 || bits <= limit.saturating_mul(10) / 3 + 2 {
                let words = bits / 64;
                cx.charge(words.saturating_mul(words) / 64)?;
                let mut room = cx.out();
                if Sink::reserve(&mut room, bits / 2).is_err() {
                    return Err(cx.memory_error());
                }
                drop(room);
                let mut digits = big.magnitude().to_radix_be(10);
                if limit == 0 || digits.len() <= limit {
                    digits.iter_mut().for_each(|digit| *digit += b'0');
                    return Ok(digits);
                }
            }
            return Err(cx.value_error(format_args!(
                "Exceeds the limit ({limit} digits) for integer string conversion; \
                 use sys.set_int_max_str_digits() to increase the limit"
            )));
        }
    };
    let count = usize::try_from(big.bits().div_ceil(bits)).unwrap_or(usize::MAX);
    // Bounded by the int's own size, but counted against the limit all the same.
    let mut room = cx.out();
    if Sink::reserve(&mut room, count).is_err() {
        return Err(cx.memory_error());
    }
    drop(room);
    cx.charge(count / 8)?;
    let mut digits: Vec<u8> = Vec::new();
    if digits.try_reserve_exact(count).is_err() {
        return Err(cx.memory_error());
    }
    let words: &[u8] = if upper {
        b"0123456789ABCDEF"
    } else {
        b"0123456789abcdef"
    };
    let (mut pending, mut have) = (0u64, 0);
    for word in big.iter_u32_digits() {
        pending |= u64::from(word) << have;
        have += 32;
        while u64::from(have as u32) >= bits && digits.len() < count {
            let digit = (pending & ((1 << bits) - 1)) as usize;
            digits.push(words.get(digit).copied().unwrap_or(b'0'));
            pending >>= bits;
            have -= bits as i32;
        }
    }
    if digits.len() < count {
        digits.push(words.get(pending as usize & 15).copied().unwrap_or(b'0'));
    }
    digits.reverse();
    Ok(digits)
}
