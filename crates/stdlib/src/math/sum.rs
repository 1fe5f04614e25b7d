//! Functions of several numbers: sums, products, distances.

use super::{Real, real};
use alloc::vec::Vec;
use miniscript_ext::{Context, Exception, FromArg, Local, Mismatch, Module, Res, Rest};

pub(super) fn add(module: Module) -> Module {
    module
        .function("fsum", fsum)
        .function("prod(iterable, /, *, start=1)", prod)
        .function("hypot", hypot)
        .function("dist", dist)
}

/// Calls `each` with every value of an iterable.
fn for_each<'f>(
    cx: &mut Context<'f>,
    iterable: Local<'f>,
    mut each: impl for<'s> FnMut(&mut miniscript_ext::Scope<'s, 'f>, Local<'s>) -> Res<'s, ()>,
) -> Res<'f, ()> {
    let iterator = cx.iter(iterable)?;
    loop {
        cx.charge(1)?;
        let more = cx.scope(|cx| match cx.next(iterator)? {
            Some(value) => each(cx, value).map(|()| true),
            None => Ok(false),
        })?;
        if !more {
            return Ok(());
        }
    }
}

fn prod<'f>(cx: &mut Context<'f>, iterable: Local<'f>, start: Local<'f>) -> Res<'f> {
    let product = cx.slot(start);
    for_each(cx, iterable, |cx, value| {
        let so_far = cx.read(&product);
        let next = cx.multiply(so_far, value)?;
        cx.assign(&product, next);
        Ok(())
    })?;
    Ok(cx.take(&product))
}

/// A sum without loss: Shewchuk's partial sums, which do not overlap.
fn fsum<'f>(cx: &mut Context<'f>, iterable: Local<'f>) -> Res<'f> {
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinities) = (0.0, 0.0);
    for_each(cx, iterable, |cx, value| {
        let given = match cx.as_float(value) {
            Some(float) => float,
            None => real(cx, value)?,
        };
        let mut x = given;
        let mut kept = 0;
        for at in 0..partials.len() {
            let Some(&partial) = partials.get(at) else {
                break;
            };
            let (large, small) = if libm::fabs(x) < libm::fabs(partial) {
                (partial, x)
            } else {
                (x, partial)
            };
            let high = large + small;
            let low = small - (high - large);
            if low != 0.0 {
                if let Some(place) = partials.get_mut(kept) {
                    *place = low;
                }
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if x == 0.0 {
            return Ok(());
        }
        if x.is_finite() {
            partials.push(x);
            return Ok(());
        }
        if given.is_finite() {
            return Err(cx.raise_kind(
                Exception::OverflowError,
                format_args!("intermediate overflow in fsum"),
            ));
        }
        if given.is_infinite() {
            infinities += given;
        }
        special += given;
        partials.clear();
        Ok(())
    })?;
    if special != 0.0 {
        if infinities.is_nan() {
            return Err(cx.value_error(format_args!("-inf + inf in fsum")));
        }
        return Ok(cx.float(special));
    }
    Ok(cx.float(round_partials(&partials)))
}

/// Adds the partial sums from the largest down, until one is lost in rounding; the
/// next one then says which way a half goes.
fn round_partials(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev();
    let Some(&first) = rest.next() else {
        return 0.0;
    };
    let (mut high, mut low) = (first, 0.0);
    for &partial in rest.by_ref() {
        let sum = high + partial;
        low = partial - (sum - high);
        high = sum;
        if low != 0.0 {
            break;
        }
    }
    if let Some(&next) = rest.next()
        && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
    {
        let twice = low * 2.0;
        let sum = high + twice;
        if twice == sum - high {
            return sum;
        }
    }
    high
}

fn hypot<'f>(cx: &mut Context<'f>, coordinates: Rest<'f>) -> Res<'f> {
    let mut vector = Vec::new();
    for value in coordinates.iter() {
        match Real::from_local(cx, value) {
            Ok(x) => vector.push(libm::fabs(x)),
            Err(Mismatch::Raised(error)) => return Err(error),
            Err(Mismatch::Expected(_)) => {}
        }
    }
    let norm = norm(&vector);
    Ok(cx.float(norm))
}

fn dist<'f>(cx: &mut Context<'f>, p: Local<'f>, q: Local<'f>) -> Res<'f> {
    let (p, q) = (points(cx, p)?, points(cx, q)?);
    if cx.seq_len(p) != cx.seq_len(q) {
        return Err(cx.value_error(format_args!(
            "both points must have the same number of dimensions"
        )));
    }
    let mut vector = Vec::new();
    for at in 0..cx.seq_len(p) {
        cx.charge(1)?;
        let (Some(a), Some(b)) = (cx.seq_get(p, at), cx.seq_get(q, at)) else {
            break;
        };
        let (a, b) = (real(cx, a)?, real(cx, b)?);
        vector.push(libm::fabs(a - b));
    }
    let norm = norm(&vector);
    Ok(cx.float(norm))
}

fn points<'f>(cx: &mut Context<'f>, point: Local<'f>) -> Res<'f> {
    if cx.is_tuple(point) {
        Ok(point)
    } else {
        cx.collect_list(point)
    }
}

/// A product split into high and low halves that multiply without loss.
fn split(x: f64) -> (f64, f64) {
    let t = x * 134_217_729.0;
    let high = t - (t - x);
    (high, x - high)
}

/// A sum that keeps what rounding takes from it, in three classes of size.
struct Squares {
    sum: f64,
    lost: [f64; 3],
}

impl Squares {
    fn add(&mut self, class: usize, x: f64) {
        let before = self.sum;
        self.sum += x;
        if let Some(lost) = self.lost.get_mut(class) {
            *lost += (before - self.sum) + x;
        }
    }

    fn total(&self) -> f64 {
        let [a, b, c] = self.lost;
        self.sum - 1.0 + (a + b + c)
    }
}

/// The length of a vector of sizes: squares scaled by a power of two and summed
/// without loss, the root corrected once.
fn norm(vector: &[f64]) -> f64 {
    if vector.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if vector.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    let largest = vector.iter().fold(0.0, |max: f64, &x| max.max(x));
    if largest == 0.0 || vector.len() <= 1 {
        return largest;
    }
    let mut squares = Squares {
        sum: 1.0,
        lost: [0.0; 3],
    };
    let (_, exponent) = libm::frexp(largest);
    if exponent < -1023 {
        // The power of two itself would overflow.
        for x in vector {
            let x = x / largest;
            squares.add(0, x * x);
        }
        let [lost, ..] = squares.lost;
        return largest * libm::sqrt(squares.sum - 1.0 + lost);
    }
    let scale = libm::ldexp(1.0, -exponent);
    for x in vector {
        let (high, low) = split(x * scale);
        squares.add(0, high * high);
        squares.add(1, 2.0 * high * low);
        let [_, _, lost] = &mut squares.lost;
        *lost += low * low;
    }
    let root = libm::sqrt(squares.total());
    let (high, low) = split(root);
    squares.add(0, -high * high);
    squares.add(1, -2.0 * high * low);
    squares.add(2, -low * low);
    (root + squares.total() / (2.0 * root)) / scale
}
