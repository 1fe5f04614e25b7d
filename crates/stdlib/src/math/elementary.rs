//! Elementary functions. With the feature `std` they are the C library's, so that
//! results agree with CPython's to the last digit; without it `libm`'s. Both
//! variants offer the same names; what rounds in one way only is `libm`'s always.

pub(crate) use chosen::*;

/// The rest of a division, with the sign of the dividend: exact.
pub(crate) fn fmod(x: f64, y: f64) -> f64 {
    libm::fmod(x, y)
}

// The inverse hyperbolic functions are made of logarithms as the C library makes them:
// what the language's own library has differs in the last digit.

/// Beyond it `x * x + 1` is `x * x`.
const HUGE: f64 = 268_435_456.0;

pub(crate) fn acosh(x: f64) -> f64 {
    if x > HUGE {
        log(x) + core::f64::consts::LN_2
    } else if x > 2.0 {
        log(2.0 * x - 1.0 / (x + libm::sqrt(x * x - 1.0)))
    } else if x >= 1.0 {
        let t = x - 1.0;
        log1p(t + libm::sqrt(2.0 * t + t * t))
    } else {
        f64::NAN
    }
}

pub(crate) fn asinh(x: f64) -> f64 {
    let size = libm::fabs(x);
    let result = if !x.is_finite() || size < 1.0 / HUGE {
        return x;
    } else if size > HUGE {
        log(size) + core::f64::consts::LN_2
    } else if size > 2.0 {
        log(2.0 * size + 1.0 / (libm::sqrt(x * x + 1.0) + size))
    } else {
        let t = x * x;
        log1p(size + t / (1.0 + libm::sqrt(1.0 + t)))
    };
    libm::copysign(result, x)
}

pub(crate) fn atanh(x: f64) -> f64 {
    let size = libm::fabs(x);
    let result = if size < 1.0 / HUGE {
        return x;
    } else if size < 0.5 {
        let t = size + size;
        0.5 * log1p(t + t * size / (1.0 - size))
    } else if size == 1.0 {
        f64::INFINITY
    } else {
        0.5 * log1p((size + size) / (1.0 - size))
    };
    libm::copysign(result, x)
}

#[cfg(feature = "std")]
mod chosen {
    // The methods of `f64` are in it.
    extern crate std;

    macro_rules! functions {
        ($($name:ident $method:ident),*) => {
            $(pub(crate) fn $name(x: f64) -> f64 { x.$method() })*
        };
    }
    functions!(
        sin sin, cos cos, tan tan, asin asin, acos acos, atan atan, sinh sinh, cosh cosh,
        tanh tanh, exp exp, exp2 exp2, expm1 exp_m1, log ln, log2 log2, log10 log10,
        log1p ln_1p, cbrt cbrt
    );

    pub(crate) fn pow(x: f64, y: f64) -> f64 {
        x.powf(y)
    }

    pub(crate) fn atan2(y: f64, x: f64) -> f64 {
        y.atan2(x)
    }
}

#[cfg(not(feature = "std"))]
mod chosen {
    macro_rules! functions {
        ($($name:ident),*) => {
            $(pub(crate) fn $name(x: f64) -> f64 { libm::$name(x) })*
        };
    }
    functions!(
        sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, exp, exp2, expm1, log, log2, log10,
        log1p, cbrt
    );

    pub(crate) fn pow(x: f64, y: f64) -> f64 {
        libm::pow(x, y)
    }

    pub(crate) fn atan2(y: f64, x: f64) -> f64 {
        libm::atan2(y, x)
    }
}
