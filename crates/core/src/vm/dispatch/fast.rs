//! Arithmetic on small ints; `None` where the result does not fit or the
//! operation is an error. Only the loop's arms call it.

use crate::value::Raw;

#[inline(always)]
pub(crate) fn add(x: Raw, y: Raw) -> Option<Raw> {
    x.small_high()
        .checked_add(y.small_high())
        .map(Raw::from_small_high)
}

#[inline(always)]
pub(crate) fn sub(x: Raw, y: Raw) -> Option<Raw> {
    x.small_high()
        .checked_sub(y.small_high())
        .map(Raw::from_small_high)
}

#[inline(always)]
pub(crate) fn mul(x: Raw, y: Raw) -> Option<Raw> {
    x.small_high()
        .checked_mul(y.small())
        .map(Raw::from_small_high)
}

#[inline(always)]
pub(crate) fn and(x: Raw, y: Raw) -> Option<Raw> {
    Some(Raw::from_small_high(x.small_high() & y.small_high()))
}

#[inline(always)]
pub(crate) fn true_div(x: Raw, y: Raw) -> Option<Raw> {
    if y.small() == 0 {
        None
    } else {
        Some(Raw::from_canonical(x.small() as f64 / y.small() as f64))
    }
}

#[inline(always)]
pub(crate) fn float_div(x: f64, y: f64) -> Option<f64> {
    (y != 0.0).then(|| x / y)
}

#[inline(always)]
pub(crate) fn floor_div(x: Raw, y: Raw) -> Option<Raw> {
    let (x, y) = (x.small(), y.small());
    // A 32-bit division is several times cheaper than a 64-bit one.
    if ((x | y) as u64) >> 32 == 0 && y != 0 {
        return Some(Raw::from_small((x as u32 / y as u32) as i64));
    }
    if y == 0 {
        return None;
    }
    let quotient = x / y;
    let floored = if x % y != 0 && (x < 0) != (y < 0) {
        quotient - 1
    } else {
        quotient
    };
    Raw::try_small(floored)
}

#[inline(always)]
pub(crate) fn modulo(x: Raw, y: Raw) -> Option<Raw> {
    let (x, y) = (x.small(), y.small());
    if ((x | y) as u64) >> 32 == 0 && y != 0 {
        return Some(Raw::from_small((x as u32 % y as u32) as i64));
    }
    if y == 0 {
        return None;
    }
    let rest = x % y;
    Some(Raw::from_small(if rest != 0 && (rest < 0) != (y < 0) {
        rest + y
    } else {
        rest
    }))
}

#[inline(always)]
pub(crate) fn shift_left(x: Raw, y: Raw) -> Option<Raw> {
    let (x, y) = (x.small(), y.small());
    if !(0..48).contains(&y) {
        return None;
    }
    let shifted = x << y;
    if shifted >> y == x {
        Raw::try_small(shifted)
    } else {
        None
    }
}

#[inline(always)]
pub(crate) fn shift_right(x: Raw, y: Raw) -> Option<Raw> {
    let (x, y) = (x.small(), y.small());
    if y < 0 {
        None
    } else {
        Some(Raw::from_small(x >> y.min(63)))
    }
}
