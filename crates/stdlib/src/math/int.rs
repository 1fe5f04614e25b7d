//! Functions of ints of any size. Each checks what it will need against the heap's
//! limit, and charges its work, before it begins.

use super::integer;
use miniscript_core::num_bigint::{BigInt, BigUint, Sign};
use miniscript_ext::{Context, Exception, Local, Module, Res, Rest};
use num_integer::Integer;

pub(super) fn add(module: Module) -> Module {
    module
        .function("factorial", factorial)
        .function("comb", comb)
        .function("perm", perm)
        .function("gcd", gcd)
        .function("lcm", lcm)
        .function("isqrt", isqrt)
}

fn big<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, BigInt> {
    let int = integer(cx, value)?;
    Ok(cx.as_big(int).unwrap_or_default())
}

/// Work of a product or quotient of numbers of this many bits.
fn work(bits: u64) -> u64 {
    let words = bits / 64 + 1;
    words.saturating_mul(1 + words.min(32))
}

/// The product of `first ..= last`, in halves so that factors stay of a size.
fn product<'f>(cx: &mut Context<'f>, first: u64, last: u64) -> Res<'f, BigUint> {
    if first > last {
        return Ok(BigUint::from(1u32));
    }
    if last - first < 8 {
        cx.charge(8)?;
        return Ok((first..=last).fold(BigUint::from(1u32), |product, n| product * n));
    }
    let middle = first + (last - first) / 2;
    let low = product(cx, first, middle)?;
    let high = product(cx, middle + 1, last)?;
    let bits = low.bits() + high.bits();
    cx.reserve_bits(bits, work(bits))?;
    Ok(low * high)
}

/// Refuses at once what can never fit: `count` factors of up to `largest`.
fn check_room<'f>(cx: &mut Context<'f>, count: u64, largest: u64) -> Res<'f, ()> {
    // Half of the bits at the least: factors are spread between 1 and the largest.
    let bits = count.saturating_mul(u64::from(64 - largest.leading_zeros())) / 2;
    cx.reserve_bits(bits, 1)
}

fn factorial<'f>(cx: &mut Context<'f>, n: Local<'f>) -> Res<'f> {
    let n = big(cx, n)?;
    if n.sign() == Sign::Minus {
        return Err(cx.value_error(format_args!("factorial() not defined for negative values")));
    }
    let Some(n) = i64::try_from(&n).ok().and_then(|n| u64::try_from(n).ok()) else {
        return Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("factorial() argument should not exceed {}", i64::MAX),
        ));
    };
    check_room(cx, n, n)?;
    let result = product(cx, 2, n)?;
    cx.big_int(&BigInt::from(result))
}

/// `n! / (n - k)!`, where both are known to be fit for it.
fn falling<'f>(cx: &mut Context<'f>, n: &BigInt, k: u64) -> Res<'f, BigUint> {
    if let Ok(n) = u64::try_from(n) {
        check_room(cx, k, n)?;
        return product(cx, (n - k).saturating_add(1), n);
    }
    let mut result = BigUint::from(1u32);
    let mut factor = n.magnitude().clone();
    for _ in 0..k {
        let bits = result.bits() + factor.bits();
        cx.reserve_bits(bits, work(bits))?;
        result *= &factor;
        factor -= 1u32;
    }
    Ok(result)
}

fn perm<'f>(cx: &mut Context<'f>, n: Local<'f>, k: Option<Local<'f>>) -> Res<'f> {
    let Some(k) = k else {
        return factorial(cx, n);
    };
    let (n, k) = (big(cx, n)?, big(cx, k)?);
    if let Some(error) = negative(cx, &n, &k) {
        return Err(error);
    }
    if n < k {
        return cx.int(0);
    }
    let Some(k) = i64::try_from(&k).ok().and_then(|k| u64::try_from(k).ok()) else {
        return Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("k must not exceed {}", i64::MAX),
        ));
    };
    let result = falling(cx, &n, k)?;
    cx.big_int(&BigInt::from(result))
}

fn comb<'f>(cx: &mut Context<'f>, n: Local<'f>, k: Local<'f>) -> Res<'f> {
    let (n, k) = (big(cx, n)?, big(cx, k)?);
    if let Some(error) = negative(cx, &n, &k) {
        return Err(error);
    }
    if n < k {
        return cx.int(0);
    }
    let k = k.clone().min(&n - &k);
    let Some(k) = i64::try_from(&k).ok().and_then(|k| u64::try_from(k).ok()) else {
        return Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("min(n - k, k) must not exceed {}", i64::MAX),
        ));
    };
    let above = falling(cx, &n, k)?;
    let below = product(cx, 2, k)?;
    let bits = above.bits();
    cx.reserve_bits(bits, work(bits))?;
    cx.big_int(&BigInt::from(above / below))
}

fn negative<'f>(cx: &mut Context<'f>, n: &BigInt, k: &BigInt) -> Option<miniscript_ext::Error<'f>> {
    let name = if n.sign() == Sign::Minus {
        "n"
    } else if k.sign() == Sign::Minus {
        "k"
    } else {
        return None;
    };
    Some(cx.value_error(format_args!("{name} must be a non-negative integer")))
}

fn gcd<'f>(cx: &mut Context<'f>, numbers: Rest<'f>) -> Res<'f> {
    let mut result = BigInt::ZERO;
    for value in numbers.iter() {
        let value = big(cx, value)?;
        let bits = result.bits() + value.bits();
        // Binary GCD: one subtraction for each bit.
        cx.charge(usize::try_from((bits / 64).saturating_mul(bits) + 1).unwrap_or(usize::MAX))?;
        result = result.gcd(&value);
    }
    cx.big_int(&result)
}

fn lcm<'f>(cx: &mut Context<'f>, numbers: Rest<'f>) -> Res<'f> {
    let mut result = BigInt::from(1);
    for value in numbers.iter() {
        let value = big(cx, value)?;
        let bits = result.bits() + value.bits();
        cx.reserve_bits(bits, (bits / 64).saturating_mul(bits) + 1)?;
        result = result.lcm(&value);
    }
    cx.big_int(&result)
}

fn isqrt<'f>(cx: &mut Context<'f>, n: Local<'f>) -> Res<'f> {
    let n = big(cx, n)?;
    if n.sign() == Sign::Minus {
        return Err(cx.value_error(format_args!("isqrt() argument must be nonnegative")));
    }
    cx.reserve_bits(n.bits() / 2, work(n.bits()).saturating_mul(8))?;
    cx.big_int(&n.sqrt())
}
