//! CPython's hashes of numbers, and exact comparison of ints with floats.
//!
//! Equal numbers have equal hashes whatever their type: all are taken modulo the prime 2**61 - 1.
//! The VM keys dicts and sets with these; `-1` is never a hash.

#![forbid(unsafe_code)]

use core::cmp::Ordering;

const BITS: i32 = 61;
const MODULUS: u64 = (1 << BITS) - 1;
const HASH_INF: i64 = 314_159;

/// `hash(value)`; none for nan, whose hash is its object's identity.
pub fn hash_f64(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    let Some((mantissa, exponent)) = super::arith::decompose(value) else {
        return Some(if value > 0.0 { HASH_INF } else { -HASH_INF });
    };
    // Multiplying by a power of two modulo 2**61 - 1 is rotating 61 bits.
    let rotation = exponent.rem_euclid(BITS);
    let magnitude = mantissa.unsigned_abs();
    let rotated = (magnitude << rotation & MODULUS) | magnitude >> (BITS - rotation);
    Some(signed(rotated % MODULUS, mantissa < 0))
}

/// `hash(value)` of an int.
#[inline]
pub fn hash_i64(value: i64) -> i64 {
    signed(value.unsigned_abs() % MODULUS, value < 0)
}

/// `hash(value)` of a big int, given as 64-bit limbs, the highest first.
pub fn hash_limbs(negative: bool, limbs_from_highest: impl Iterator<Item = u64>) -> i64 {
    let hash = limbs_from_highest.fold(0, |hash: u64, limb| {
        // 2**64 is 2**3 modulo 2**61 - 1.
        ((u128::from(hash) * 8 + u128::from(limb)) % u128::from(MODULUS)) as u64
    });
    signed(hash, negative)
}

/// The order of an int and a float, exactly; none when the float is nan.
pub fn cmp_i64_f64(left: i64, right: f64) -> Option<Ordering> {
    if right.is_nan() {
        return None;
    }
    // Both bounds are floats; the upper one is just beyond i64.
    if right >= 9_223_372_036_854_775_808.0 {
        return Some(Ordering::Less);
    }
    if right < -9_223_372_036_854_775_808.0 {
        return Some(Ordering::Greater);
    }
    let whole = libm::trunc(right);
    let by_whole = left.cmp(&(whole as i64));
    // Equal so far: what the truncation cut off decides.
    Some(by_whole.then_with(|| whole.partial_cmp(&right).unwrap_or(Ordering::Equal)))
}

fn signed(magnitude: u64, negative: bool) -> i64 {
    let hash = magnitude as i64;
    match if negative { -hash } else { hash } {
        -1 => -2,
        hash => hash,
    }
}
