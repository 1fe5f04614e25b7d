//! The gamma function and its logarithm by Lanczos' approximation, with Boost's
//! thirteen coefficients for g = 6.02468: CPython uses the same ones, so that
//! results agree.

use super::elementary::{cos, exp, fmod, log, pow, sin};
use super::float::Special;
use core::f64::consts::PI;

const G: f64 = 6.02468004077673;
const G_LESS_HALF: f64 = 5.52468004077673;
const LOG_PI: f64 = 1.144_729_885_849_400_2;

/// Numerator and denominator of the rational function, constant terms first.
const LANCZOS: [(f64, f64); 13] = [
    (23531376880.41076, 0.0),
    (42919803642.6491, 39_916_800.0),
    (35711959237.35567, 120_543_840.0),
    (17921034426.03721, 150_917_976.0),
    (6039542586.352028, 105_258_076.0),
    (1439720407.3117216, 45_995_730.0),
    (248874557.86205417, 13_339_535.0),
    (31426415.585400194, 2_637_558.0),
    (2876370.6289353725, 357_423.0),
    (186056.26539522348, 32_670.0),
    (8071.672002365816, 1_925.0),
    (210.82427775157936, 66.0),
    (2.5066282746310002, 1.0),
];

/// The rational function at `x > 0`; large arguments go by powers of `1/x`, which
/// cannot overflow.
fn lanczos(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for (a, b) in LANCZOS.iter().rev() {
            above = above * x + a;
            below = below * x + b;
        }
    } else {
        for (a, b) in &LANCZOS {
            above = above / x + a;
            below = below / x + b;
        }
    }
    above / below
}

/// `sin(pi * x)` of a finite number, exact at whole and half ones.
fn sin_pi(x: f64) -> f64 {
    let y = fmod(libm::fabs(x), 2.0);
    let sine = match libm::round(2.0 * y) as u32 {
        0 => sin(PI * y),
        1 => cos(PI * (y - 0.5)),
        // Not -sin(pi * (y - 1)): that gives -0.0 at 1.
        2 => sin(PI * (1.0 - y)),
        3 => -cos(PI * (y - 1.5)),
        _ => sin(PI * (y - 2.0)),
    };
    libm::copysign(1.0, x) * sine
}

/// The gamma function.
pub(super) fn gamma(x: f64) -> Special {
    if x.is_nan() || x == f64::INFINITY {
        return Special::Value(x);
    }
    let whole = x == libm::floor(x);
    if x == 0.0 || (x < 0.0 && whole) {
        return Special::Domain;
    }
    if whole && x <= 23.0 {
        // Factorials below 2^53 times a power of two are exact.
        let factorial = (1..x as u32).fold(1.0, |product, n| product * f64::from(n));
        return Special::Value(factorial);
    }
    let size = libm::fabs(x);
    if size < 1e-20 {
        return finite(1.0 / x);
    }
    if size > 200.0 {
        return if x < 0.0 {
            Special::Value(0.0 / sin_pi(x))
        } else {
            Special::Range
        };
    }
    let y = size + G_LESS_HALF;
    // What rounding has taken from y, which powers would magnify.
    let lost = if size > G_LESS_HALF {
        (y - size) - G_LESS_HALF
    } else {
        (y - G_LESS_HALF) - size
    };
    let correction = lost * G / y;
    // The power in two halves where it would overflow.
    let (power, twice) = if size < 140.0 {
        (pow(y, size - 0.5), false)
    } else {
        (pow(y, size / 2.0 - 0.25), true)
    };
    if x < 0.0 {
        let mut result = -PI / sin_pi(size) / size * exp(y) / lanczos(size);
        result -= correction * result;
        result /= power;
        if twice {
            result /= power;
        }
        finite(result)
    } else {
        let mut result = lanczos(size) / exp(y);
        result += correction * result;
        result *= power;
        if twice {
            result *= power;
        }
        finite(result)
    }
}

/// The logarithm of the gamma function's size.
pub(super) fn lgamma(x: f64) -> Special {
    if x.is_nan() {
        return Special::Value(x);
    }
    if x.is_infinite() {
        return Special::Value(f64::INFINITY);
    }
    if x == libm::floor(x) && x <= 2.0 {
        return if x <= 0.0 {
            Special::Domain
        } else {
            Special::Value(0.0)
        };
    }
    let size = libm::fabs(x);
    if size < 1e-20 {
        return Special::Value(-log(size));
    }
    let mut result = log(lanczos(size)) - G;
    result += (size - 0.5) * (log(size + G - 0.5) - 1.0);
    if x < 0.0 {
        result = LOG_PI - log(libm::fabs(sin_pi(size))) - log(size) - result;
    }
    finite(result)
}

fn finite(result: f64) -> Special {
    if result.is_infinite() {
        Special::Range
    } else {
        Special::Value(result)
    }
}
