//! The functions themselves. Branch cuts and ranges follow Kahan's "Branch cuts for
//! complex elementary functions"; where a square or a product would overflow, numbers
//! are scaled first.

use super::Complex;
use super::tables::{self, Table, look};
use crate::math::elementary as e;
use core::f64::consts::{E, FRAC_PI_2, LN_2, LN_10};
use libm::{copysign, fabs, hypot, ldexp, sqrt as root};

/// Why there is no result.
#[derive(Clone, Copy)]
pub(super) enum Fault {
    Domain,
    Range,
}

pub(super) type Outcome = Result<Complex, Fault>;

/// The name and the function.
type Unary = (&'static str, fn(Complex) -> Outcome);

pub(super) const UNARY: &[Unary] = &[
    ("acos", acos),
    ("acosh", acosh),
    ("asin", asin),
    ("asinh", asinh),
    ("atan", atan),
    ("atanh", atanh),
    ("cos", cos),
    ("cosh", cosh),
    ("exp", exp),
    ("log10", log10),
    ("sin", sin),
    ("sinh", sinh),
    ("sqrt", sqrt),
    ("tan", tan),
    ("tanh", tanh),
];

/// Beyond it a sum of two or a product with 2 overflows.
const LARGE: f64 = f64::MAX / 4.0;
const SMALLEST: f64 = f64::MIN_POSITIVE;
/// Below it the hyperbolic functions are finite: ln(LARGE).
const LOG_LARGE: f64 = 708.396_418_532_264_1;

/// The value of a table where a part is not finite.
fn special(table: &Table, (x, y): Complex) -> Option<Outcome> {
    if x.is_finite() && y.is_finite() {
        return None;
    }
    Some(look(table, x, y).ok_or(Fault::Domain))
}

/// An infinite real part beside an angle: the quadrant gives the signs.
fn at_infinity((x, y): Complex) -> bool {
    x.is_infinite() && y.is_finite() && y != 0.0
}

fn finite(z: Complex) -> Outcome {
    if z.0.is_infinite() || z.1.is_infinite() {
        Err(Fault::Range)
    } else {
        Ok(z)
    }
}

fn is_large((x, y): Complex) -> bool {
    fabs(x) > LARGE || fabs(y) > LARGE
}

/// ln(2 |z|) of a large number.
fn log_of_twice((x, y): Complex) -> f64 {
    e::log(hypot(x / 2.0, y / 2.0)) + LN_2 * 2.0
}

fn acos(z: Complex) -> Outcome {
    if let Some(outcome) = special(&tables::ACOS, z) {
        return outcome;
    }
    let (x, y) = z;
    if is_large(z) {
        let size = log_of_twice(z);
        let imaginary = if x < 0.0 {
            -copysign(size, y)
        } else {
            copysign(size, -y)
        };
        return Ok((e::atan2(fabs(y), x), imaginary));
    }
    let (a, b) = (sqrt((1.0 - x, -y))?, sqrt((1.0 + x, y))?);
    Ok((
        2.0 * e::atan2(a.0, b.0),
        e::asinh(b.0 * a.1 - b.1 * a.0),
    ))
}

fn acosh(z: Complex) -> Outcome {
    if let Some(outcome) = special(&tables::ACOSH, z) {
        return outcome;
    }
    let (x, y) = z;
    if is_large(z) {
        return Ok((log_of_twice(z), e::atan2(y, x)));
    }
    let (a, b) = (sqrt((x - 1.0, y))?, sqrt((x + 1.0, y))?);
    Ok((
        e::asinh(a.0 * b.0 + a.1 * b.1),
        2.0 * e::atan2(a.1, b.0),
    ))
}

/// i z, for the functions of which another one is known at a right angle.
fn turned((x, y): Complex) -> Complex {
    (-y, x)
}

/// -i z.
fn turned_back((x, y): Complex) -> Complex {
    (y, -x)
}

fn asin(z: Complex) -> Outcome {
    asinh(turned(z)).map(turned_back)
}

fn asinh(z: Complex) -> Outcome {
    if let Some(outcome) = special(&tables::ASINH, z) {
        return outcome;
    }
    let (x, y) = z;
    if is_large(z) {
        let size = log_of_twice(z);
        let real = if y >= 0.0 {
            copysign(size, x)
        } else {
            -copysign(size, -x)
        };
        return Ok((real, e::atan2(y, fabs(x))));
    }
    let (a, b) = (sqrt((1.0 + y, -x))?, sqrt((1.0 - y, x))?);
    Ok((
        e::asinh(a.0 * b.1 - b.0 * a.1),
        e::atan2(y, a.0 * b.0 - a.1 * b.1),
    ))
}

fn atan(z: Complex) -> Outcome {
    atanh(turned(z)).map(turned_back)
}

fn atanh(z: Complex) -> Outcome {
    if let Some(outcome) = special(&tables::ATANH, z) {
        return outcome;
    }
    let (x, y) = z;
    if x < 0.0 || (x == 0.0 && x.is_sign_negative()) {
        return atanh((-x, -y)).map(|(x, y)| (-x, -y));
    }
    let size = fabs(y);
    if x > root(LARGE) || size > root(LARGE) {
        let h = hypot(x / 2.0, y / 2.0);
        return Ok((x / 4.0 / h / h, -copysign(FRAC_PI_2, -y)));
    }
    if x == 1.0 && size < root(SMALLEST) {
        if size == 0.0 {
            return Err(Fault::Domain);
        }
        return Ok((
            -e::log(root(size) / root(hypot(size, 2.0))),
            copysign(e::atan2(2.0, -size) / 2.0, y),
        ));
    }
    Ok((
        e::log1p(4.0 * x / ((1.0 - x) * (1.0 - x) + size * size)) / 4.0,
        -e::atan2(-2.0 * y, (1.0 - x) * (1.0 + x) - size * size) / 2.0,
    ))
}

fn cos(z: Complex) -> Outcome {
    cosh(turned(z))
}

fn cosh(z: Complex) -> Outcome {
    let (x, y) = z;
    if at_infinity(z) {
        let imaginary = copysign(f64::INFINITY, e::sin(y));
        let real = copysign(f64::INFINITY, e::cos(y));
        return Ok((real, if x > 0.0 { imaginary } else { -imaginary }));
    }
    if let Some(outcome) = special(&tables::COSH, z) {
        return outcome;
    }
    if fabs(x) > LOG_LARGE {
        let less = x - copysign(1.0, x);
        return finite((
            e::cos(y) * e::cosh(less) * E,
            e::sin(y) * e::sinh(less) * E,
        ));
    }
    finite((e::cos(y) * e::cosh(x), e::sin(y) * e::sinh(x)))
}

fn exp(z: Complex) -> Outcome {
    let (x, y) = z;
    if at_infinity(z) {
        let size = if x > 0.0 { f64::INFINITY } else { 0.0 };
        return Ok((copysign(size, e::cos(y)), copysign(size, e::sin(y))));
    }
    if let Some(outcome) = special(&tables::EXP, z) {
        return outcome;
    }
    if x > LOG_LARGE {
        let size = e::exp(x - 1.0);
        return finite((size * e::cos(y) * E, size * e::sin(y) * E));
    }
    let size = e::exp(x);
    finite((size * e::cos(y), size * e::sin(y)))
}

pub(super) fn log(z: Complex) -> Outcome {
    if let Some(outcome) = special(&tables::LOG, z) {
        return outcome;
    }
    let (x, y) = z;
    let (a, b) = (fabs(x), fabs(y));
    let real = if is_large(z) {
        e::log(hypot(a / 2.0, b / 2.0)) + LN_2
    } else if a < SMALLEST && b < SMALLEST {
        if a == 0.0 && b == 0.0 {
            return Err(Fault::Domain);
        }
        e::log(hypot(ldexp(a, 53), ldexp(b, 53))) - 53.0 * LN_2
    } else {
        let size = hypot(a, b);
        if (0.71..=1.73).contains(&size) {
            let (most, least) = if a > b { (a, b) } else { (b, a) };
            e::log1p((most - 1.0) * (most + 1.0) + least * least) / 2.0
        } else {
            e::log(size)
        }
    };
    Ok((real, e::atan2(y, x)))
}

fn log10(z: Complex) -> Outcome {
    log(z).map(|(x, y)| (x / LN_10, y / LN_10))
}

fn sin(z: Complex) -> Outcome {
    sinh(turned(z)).map(turned_back)
}

fn sinh(z: Complex) -> Outcome {
    let (x, y) = z;
    if at_infinity(z) {
        let real = copysign(f64::INFINITY, e::cos(y));
        let imaginary = copysign(f64::INFINITY, e::sin(y));
        return Ok((if x > 0.0 { real } else { -real }, imaginary));
    }
    if let Some(outcome) = special(&tables::SINH, z) {
        return outcome;
    }
    if fabs(x) > LOG_LARGE {
        let less = x - copysign(1.0, x);
        return finite((
            e::cos(y) * e::sinh(less) * E,
            e::sin(y) * e::cosh(less) * E,
        ));
    }
    finite((e::cos(y) * e::sinh(x), e::sin(y) * e::cosh(x)))
}

fn sqrt(z: Complex) -> Outcome {
    let (x, y) = z;
    if x.is_infinite() && y.is_finite() && y != 0.0 {
        return Ok(if x > 0.0 {
            (x, copysign(0.0, y))
        } else {
            (0.0, copysign(f64::INFINITY, y))
        });
    }
    if let Some(outcome) = special(&tables::SQRT, z) {
        return outcome;
    }
    if x == 0.0 && y == 0.0 {
        return Ok((0.0, y));
    }
    let (a, b) = (fabs(x), fabs(y));
    let s = if a < SMALLEST && b < SMALLEST {
        let a = ldexp(a, 53);
        ldexp(root(a + hypot(a, ldexp(b, 53))), -27)
    } else {
        let a = a / 8.0;
        2.0 * root(a + hypot(a, b / 8.0))
    };
    let d = b / (2.0 * s);
    Ok(if x >= 0.0 {
        (s, copysign(d, y))
    } else {
        (d, copysign(s, y))
    })
}

fn tan(z: Complex) -> Outcome {
    tanh(turned(z)).map(turned_back)
}

fn tanh(z: Complex) -> Outcome {
    let (x, y) = z;
    if at_infinity(z) {
        return Ok((
            copysign(1.0, x),
            copysign(0.0, 2.0 * e::sin(y) * e::cos(y)),
        ));
    }
    if let Some(outcome) = special(&tables::TANH, z) {
        return outcome;
    }
    if fabs(x) > LOG_LARGE {
        return Ok((
            copysign(1.0, x),
            4.0 * e::sin(y) * e::cos(y) * e::exp(-2.0 * fabs(x)),
        ));
    }
    let (tx, ty) = (e::tanh(x), e::tan(y));
    let c = 1.0 / e::cosh(x);
    let product = tx * ty;
    let denominator = 1.0 + product * product;
    Ok((
        tx * (1.0 + ty * ty) / denominator,
        ((ty / denominator) * c) * c,
    ))
}

pub(super) fn phase((x, y): Complex) -> f64 {
    e::atan2(y, x)
}

/// The length, which can be too large.
pub(super) fn abs((x, y): Complex) -> Result<f64, Fault> {
    if x.is_infinite() || y.is_infinite() {
        return Ok(f64::INFINITY);
    }
    let length = hypot(x, y);
    if length.is_infinite() {
        return Err(Fault::Range);
    }
    Ok(length)
}

pub(super) fn rect(r: f64, phi: f64) -> Outcome {
    if at_infinity((r, phi)) {
        let (x, y) = (
            copysign(f64::INFINITY, e::cos(phi)),
            copysign(f64::INFINITY, e::sin(phi)),
        );
        return Ok(if r > 0.0 { (x, y) } else { (-x, -y) });
    }
    if let Some(outcome) = special(&tables::RECT, (r, phi)) {
        return outcome;
    }
    if phi == 0.0 {
        // The angle's sign goes on.
        return Ok((r, r * phi));
    }
    Ok((r * e::cos(phi), r * e::sin(phi)))
}

/// A quotient; a zero below is an error.
pub(super) fn divide(above: Complex, below: Complex) -> Outcome {
    let (a, b) = (fabs(below.0), fabs(below.1));
    if a >= b {
        if a == 0.0 {
            return Err(Fault::Domain);
        }
        let ratio = below.1 / below.0;
        let denominator = below.0 + below.1 * ratio;
        Ok((
            (above.0 + above.1 * ratio) / denominator,
            (above.1 - above.0 * ratio) / denominator,
        ))
    } else if b >= a {
        let ratio = below.0 / below.1;
        let denominator = below.0 * ratio + below.1;
        Ok((
            (above.0 * ratio + above.1) / denominator,
            (above.1 * ratio - above.0) / denominator,
        ))
    } else {
        Ok((f64::NAN, f64::NAN))
    }
}
