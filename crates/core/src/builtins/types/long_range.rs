//! Ranges of any ints: what `range` does where 64 bits do not suffice, for the parts
//! of the range or for a result on the way.
//!
//! Called by [`range`](super::range) and the protocols; all functions take ranges of
//! either form. None of them is quick, none needs to be.

use crate::builtins::protocol;
use crate::object::{IntValue, IterKind};
use crate::vm::context::{Context, Local, Res};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

/// A range in full.
pub(crate) struct Long {
    pub(crate) start: BigInt,
    stop: BigInt,
    pub(crate) step: BigInt,
    /// How many ints it has.
    pub(crate) count: BigInt,
}

impl Long {
    /// The parts of a range.
    pub(crate) fn of<'f>(cx: &mut Context<'f>, range: Local<'f>) -> Long {
        if let Some((start, stop, step)) = cx.range_parts(range) {
            return Long::new(start.into(), stop.into(), step.into());
        }
        let mut parts = [BigInt::zero(), BigInt::zero(), BigInt::one()];
        if let Some(tuple) = cx.long_range_parts(range) {
            for (i, part) in parts.iter_mut().enumerate() {
                if let Some(value) = cx.tuple_get(tuple, i).and_then(|at| cx.int_value(at)) {
                    *part = value.into_big();
                }
            }
        }
        let [start, stop, step] = parts;
        Long::new(start, stop, step)
    }

    fn new(start: BigInt, stop: BigInt, step: BigInt) -> Long {
        let span = if step.is_negative() {
            &start - &stop
        } else {
            &stop - &start
        };
        let count = if span.is_positive() && !step.is_zero() {
            (span - 1_u32) / step.abs() + 1_u32
        } else {
            BigInt::zero()
        };
        Long {
            start,
            stop,
            step,
            count,
        }
    }

    /// What stands at `at`, inside the range or not.
    fn at(&self, at: &BigInt) -> BigInt {
        &self.start + &self.step * at
    }

    /// The place of a number.
    fn place(&self, number: &BigInt) -> Option<BigInt> {
        let (at, rest) = (number - &self.start).div_rem(&self.step);
        (rest.is_zero() && !at.is_negative() && at < self.count).then_some(at)
    }

    /// Whether two ranges have the same items.
    pub(crate) fn same(&self, other: &Long) -> bool {
        self.count == other.count
            && (self.count.is_zero()
                || self.start == other.start && (self.count.is_one() || self.step == other.step))
    }
}

/// A range of three ints, in the form that fits; `step` is not zero.
pub(crate) fn make<'f>(
    cx: &mut Context<'f>,
    start: Local<'f>,
    stop: Local<'f>,
    step: Local<'f>,
) -> Res<'f> {
    match (cx.as_int(start), cx.as_int(stop), cx.as_int(step)) {
        (Some(start), Some(stop), Some(step)) => cx.range(start, stop, step),
        _ => {
            let parts = cx.tuple(&[start, stop, step])?;
            cx.long_range(parts)
        }
    }
}

fn make_of<'f>(cx: &mut Context<'f>, parts: [&BigInt; 3]) -> Res<'f> {
    let [start, stop, step] = parts;
    let start = cx.big(start)?;
    let stop = cx.big(stop)?;
    let step = cx.big(step)?;
    make(cx, start, stop, step)
}

/// `range[key]` of an int; `None` where there is no such item.
pub(crate) fn item<'f>(
    cx: &mut Context<'f>,
    range: Local<'f>,
    key: &BigInt,
) -> Res<'f, Option<Local<'f>>> {
    let range = Long::of(cx, range);
    let at = if key.is_negative() {
        key + &range.count
    } else {
        key.clone()
    };
    if at.is_negative() || at >= range.count {
        return Ok(None);
    }
    cx.big(&range.at(&at)).map(Some)
}

/// Item `at`, which exists: for iterators.
pub(crate) fn nth<'f>(cx: &mut Context<'f>, range: Local<'f>, at: i64) -> Res<'f> {
    if let Some((start, _, step)) = cx.range_parts(range) {
        // The item has 64 bits, whatever the way there has.
        return cx.int(start.wrapping_add(step.wrapping_mul(at)));
    }
    let range = Long::of(cx, range);
    cx.big(&range.at(&at.into()))
}

/// `range[slice]`.
pub(crate) fn slice<'f>(cx: &mut Context<'f>, range: Local<'f>, key: Local<'f>) -> Res<'f> {
    let Some((first, last, stride)) = cx.slice_parts(key) else {
        return Ok(range);
    };
    let stride = part(cx, stride)?.unwrap_or_else(BigInt::one);
    if stride.is_zero() {
        return Err(cx.value_error(format_args!("slice step cannot be zero")));
    }
    let (first, last) = (part(cx, first)?, part(cx, last)?);
    let range = Long::of(cx, range);
    let back = stride.is_negative();
    let (lowest, highest) = if back {
        (BigInt::from(-1), &range.count - 1_u32)
    } else {
        (BigInt::zero(), range.count.clone())
    };
    let bound = |at: Option<BigInt>, missing: &BigInt| match at {
        None => missing.clone(),
        Some(at) if at.is_negative() => (at + &range.count).max(lowest.clone()),
        Some(at) => at.min(highest.clone()),
    };
    let (first, last) = if back {
        (bound(first, &highest), bound(last, &lowest))
    } else {
        (bound(first, &lowest), bound(last, &highest))
    };
    let (start, stop) = (range.at(&first), range.at(&last));
    make_of(cx, [&start, &stop, &(&range.step * stride)])
}

fn part<'f>(cx: &mut Context<'f>, part: Local<'f>) -> Res<'f, Option<BigInt>> {
    if cx.is_none(part) {
        return Ok(None);
    }
    if !protocol::has_index(cx, part) {
        return Err(cx.type_error(format_args!(
            "slice indices must be integers or None or have an __index__ method"
        )));
    }
    let int = protocol::index(cx, part)?;
    Ok(cx.int_value(int).map(IntValue::into_big))
}

/// The place of a number in a range.
pub(crate) fn place<'f>(cx: &mut Context<'f>, range: Local<'f>, number: &BigInt) -> Option<BigInt> {
    Long::of(cx, range).place(number)
}

/// An iterator over a range, its items found through the range.
pub(crate) fn iter<'f>(cx: &mut Context<'f>, range: Local<'f>) -> Res<'f> {
    let long = Long::of(cx, range);
    let fits = |value: &BigInt| i64::try_from(value).is_ok();
    // CPython takes a range for a short one if the number behind its last does not
    // overflow.
    let short = cx.range_parts(range).is_some()
        && fits(&long.count)
        && fits(&(&long.stop + &long.step - long.step.signum()));
    let kind = if short {
        IterKind::WideRange
    } else {
        IterKind::LongRange
    };
    let iterator = cx.new_iter(kind, range, Local::NONE)?;
    // Nobody counts further than that.
    let limit = i64::try_from(&long.count).unwrap_or(i64::MAX);
    cx.set_iter_state(iterator, 0, limit, 1);
    Ok(iterator)
}

/// The range of the same ints from the last to the first.
pub(crate) fn reversed<'f>(cx: &mut Context<'f>, range: Local<'f>) -> Res<'f> {
    let long = Long::of(cx, range);
    let last = long.at(&(&long.count - 1_u32));
    let stop = &long.start - &long.step;
    make_of(cx, [&last, &stop, &-&long.step])
}
