//! Elementary functions. With the feature `std` they are the C library's, so that
//! results agree with CPython's to the last digit; without it `libm`'s. Both
//! variants offer the same names; what rounds in one way only is `libm`'s always.

pub(super) use chosen::*;

/// The rest of a division, with the sign of the dividend: exact.
pub(super) fn fmod(x: f64, y: f64) -> f64 {
    libm::fmod(x, y)
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
