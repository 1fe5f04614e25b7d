//! `round(x, n)`: exact, by way of correctly rounded decimal text, as CPython does it.

#![forbid(unsafe_code)]

use super::digits::Digits;
use crate::text::{Sink, StackBuf};

/// The rounded value is beyond the largest float.
///
/// CPython: OverflowError, "rounded value too large to represent".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundError;

impl RoundError {
    /// CPython's message, of an OverflowError.
    pub const MESSAGE: &'static str = "rounded value too large to represent";
}

/// `round(value)` before it becomes an int: half to even. inf and nan stay.
pub fn round_half_even(value: f64) -> f64 {
    libm::rint(value)
}

/// `round(value, places)`; an int too big for `i64` is clamped by the caller.
pub fn round_to(value: f64, places: i64) -> Result<f64, RoundError> {
    if !value.is_finite() || value == 0.0 || places > MAX_PLACES {
        return Ok(value);
    }
    if places < MIN_PLACES {
        return Ok(0.0 * value);
    }
    let digits = match usize::try_from(places) {
        Ok(places) => Digits::fixed(value, places),
        Err(_) => {
            // Exact: no float has more digits.
            let mut digits = Digits::significant(value, 767);
            match usize::try_from(i64::from(digits.point()) + places) {
                Ok(keep) => digits.round(keep),
                // Below a tenth of the place rounded to.
                Err(_) => return Ok(0.0 * value),
            }
            digits
        }
    };
    let rounded = from_digits(&digits).copysign(value);
    if rounded.is_finite() {
        Ok(rounded)
    } else {
        Err(RoundError)
    }
}

/// Beyond this a float has no digits (CPython's `NDIGITS_MAX`).
const MAX_PLACES: i64 = 323;
/// Below this everything rounds to zero (CPython's `NDIGITS_MIN`).
const MIN_PLACES: i64 = -308;

fn from_digits(digits: &Digits) -> f64 {
    let mut text = StackBuf::<800>::new();
    let exponent = i64::from(digits.point()) - digits.as_bytes().len() as i64;
    let mut buffer = crate::text::int::DecimalBuf::new();
    // Fits: 767 digits, an exponent of at most four characters.
    let written = text
        .write(digits.as_bytes())
        .and_then(|()| text.write(if exponent < 0 { b"e-" } else { b"e+" }))
        .and_then(|()| text.write(buffer.format(exponent.unsigned_abs())));
    debug_assert!(written.is_ok());
    text.as_str()
        .and_then(|text| text.parse().ok())
        .unwrap_or(f64::NAN)
}
