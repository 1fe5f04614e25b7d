//! What functions are at infinities, at numbers that are none, and at zeros with a
//! sign beside these: Annex G of C11, as CPython follows it. Rows are the real part,
//! columns the imaginary one (for `rect` length and angle), in the order of `class`.

use core::f64::consts::{FRAC_PI_2 as P12, FRAC_PI_4 as P14, PI as P};

/// Both parts, or for the domain error that is raised.
pub(super) type Entry = (f64, f64);
pub(super) type Table = [[Entry; 7]; 7];

const P34: f64 = 0.75 * P;
const I: f64 = f64::INFINITY;
const N: f64 = f64::NAN;
const Z: f64 = 0.0;
const ONE: f64 = 1.0;
/// Never looked up: both parts are finite, or the caller computes it.
const U: Entry = (Z, Z);
/// A domain error: no entry has this value.
const E: Entry = (-7.0, Z);

/// The entry, `None` for a domain error.
pub(super) fn look(table: &Table, x: f64, y: f64) -> Option<Entry> {
    let row = table.get(class(x))?;
    let entry = *row.get(class(y))?;
    (entry.0 != E.0).then_some(entry)
}

/// -inf, negative, -0, 0, positive, inf, nan.
fn class(x: f64) -> usize {
    if x.is_nan() {
        6
    } else if x == 0.0 {
        if x.is_sign_negative() { 2 } else { 3 }
    } else {
        match (x.is_infinite(), x < 0.0) {
            (true, true) => 0,
            (false, true) => 1,
            (false, false) => 4,
            (true, false) => 5,
        }
    }
}

pub(super) const ACOS: Table = [
    [(P34, I), (P, I), (P, I), (P, -I), (P, -I), (P34, -I), (N, I)],
    [(P12, I), U, U, U, U, (P12, -I), (N, N)],
    [(P12, I), U, U, U, U, (P12, -I), (P12, N)],
    [(P12, I), U, U, U, U, (P12, -I), (P12, N)],
    [(P12, I), U, U, U, U, (P12, -I), (N, N)],
    [(P14, I), (Z, I), (Z, I), (Z, -I), (Z, -I), (P14, -I), (N, I)],
    [(N, I), (N, N), (N, N), (N, N), (N, N), (N, -I), (N, N)],
];

pub(super) const ACOSH: Table = [
    [(I, -P34), (I, -P), (I, -P), (I, P), (I, P), (I, P34), (I, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P14), (I, -Z), (I, -Z), (I, Z), (I, Z), (I, P14), (I, N)],
    [(I, N), (N, N), (N, N), (N, N), (N, N), (I, N), (N, N)],
];

pub(super) const ASINH: Table = [
    [(-I, -P14), (-I, -Z), (-I, -Z), (-I, Z), (-I, Z), (-I, P14), (-I, N)],
    [(-I, -P12), U, U, U, U, (-I, P12), (N, N)],
    [(-I, -P12), U, U, U, U, (-I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P14), (I, -Z), (I, -Z), (I, Z), (I, Z), (I, P14), (I, N)],
    [(I, N), (N, N), (N, -Z), (N, Z), (N, N), (I, N), (N, N)],
];

pub(super) const ATANH: Table = [
    [(-Z, -P12), (-Z, -P12), (-Z, -P12), (-Z, P12), (-Z, P12), (-Z, P12), (-Z, N)],
    [(-Z, -P12), U, U, U, U, (-Z, P12), (N, N)],
    [(-Z, -P12), U, U, U, U, (-Z, P12), (-Z, N)],
    [(Z, -P12), U, U, U, U, (Z, P12), (Z, N)],
    [(Z, -P12), U, U, U, U, (Z, P12), (N, N)],
    [(Z, -P12), (Z, -P12), (Z, -P12), (Z, P12), (Z, P12), (Z, P12), (Z, N)],
    [(Z, -P12), (N, N), (N, N), (N, N), (N, N), (Z, P12), (N, N)],
];

pub(super) const COSH: Table = [
    [E, (I, I), (I, Z), (I, -Z), (I, -I), E, (I, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, Z)],
    [E, U, U, U, U, E, (N, Z)],
    [E, U, U, U, U, E, (N, N)],
    [E, (I, -I), (I, -Z), (I, Z), (I, I), E, (I, N)],
    [(N, N), (N, N), (N, Z), (N, Z), (N, N), (N, N), (N, N)],
];

pub(super) const EXP: Table = [
    [(Z, Z), (Z, -Z), (Z, -Z), (Z, Z), (Z, Z), (Z, Z), (Z, Z)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, (I, -I), (I, -Z), (I, Z), (I, I), E, (I, N)],
    [(N, N), (N, N), (N, -Z), (N, Z), (N, N), (N, N), (N, N)],
];

pub(super) const LOG: Table = [
    [(I, -P34), (I, -P), (I, -P), (I, P), (I, P), (I, P34), (I, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P14), (I, -Z), (I, -Z), (I, Z), (I, Z), (I, P14), (I, N)],
    [(I, N), (N, N), (N, N), (N, N), (N, N), (I, N), (N, N)],
];

pub(super) const RECT: Table = [
    [E, (-I, I), (-I, Z), (-I, -Z), (-I, -I), E, (I, N)],
    [E, U, U, U, U, E, (N, N)],
    [(Z, Z), U, U, U, U, (Z, Z), (Z, Z)],
    [(Z, Z), U, U, U, U, (Z, Z), (Z, Z)],
    [E, U, U, U, U, E, (N, N)],
    [E, (I, -I), (I, -Z), (I, Z), (I, I), E, (I, N)],
    [(N, N), (N, N), (N, Z), (N, Z), (N, N), (N, N), (N, N)],
];

pub(super) const SINH: Table = [
    [E, (-I, -I), (-I, -Z), (-I, Z), (-I, I), E, (I, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (Z, N)],
    [E, U, U, U, U, E, (Z, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, (I, -I), (I, -Z), (I, Z), (I, I), E, (I, N)],
    [(N, N), (N, N), (N, -Z), (N, Z), (N, N), (N, N), (N, N)],
];

pub(super) const SQRT: Table = [
    [(I, -I), (Z, -I), (Z, -I), (Z, I), (Z, I), (I, I), (N, I)],
    [(I, -I), U, U, U, U, (I, I), (N, N)],
    [(I, -I), U, U, U, U, (I, I), (N, N)],
    [(I, -I), U, U, U, U, (I, I), (N, N)],
    [(I, -I), U, U, U, U, (I, I), (N, N)],
    [(I, -I), (I, -Z), (I, -Z), (I, Z), (I, Z), (I, I), (I, N)],
    [(I, -I), (N, N), (N, N), (N, N), (N, N), (I, I), (N, N)],
];

pub(super) const TANH: Table = [
    [(-ONE, Z), (-ONE, -Z), (-ONE, -Z), (-ONE, Z), (-ONE, Z), (-ONE, Z), (-ONE, Z)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, N)],
    [(ONE, Z), (ONE, -Z), (ONE, -Z), (ONE, Z), (ONE, Z), (ONE, Z), (ONE, Z)],
    [(N, N), (N, N), (N, -Z), (N, Z), (N, N), (N, N), (N, N)],
];
