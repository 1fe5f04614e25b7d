//! `slice`.

use super::compare::{eq, ge, gt, le, lt, ne};
use super::function::read_only;
use crate::builtins::protocol;
use crate::object::ClassId;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};
use num_bigint::{BigInt, Sign};

pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Slice,
    new: Some(NativeDef::function(
        "slice",
        "(cls, start, stop=None, step=None, /)",
        new,
    )),
    methods: METHODS,
    doc: crate::features::doc(
        "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
    ),
    base: false,
};

static METHODS: &[NativeDef] = &[
    NativeDef::method("indices", "(self, length, /)", indices),
    NativeDef::property("start", start, read_only),
    NativeDef::property("stop", stop, read_only),
    NativeDef::property("step", step, read_only),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__lt__", "(self, value, /)", lt),
    NativeDef::method("__le__", "(self, value, /)", le),
    NativeDef::method("__gt__", "(self, value, /)", gt),
    NativeDef::method("__ge__", "(self, value, /)", ge),
];

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match args.get(cx, 2) {
        Some(stop) => {
            let step = args.get(cx, 3).unwrap_or(Local::NONE);
            cx.slice(args.at(1), stop, step)
        }
        None => cx.slice(Local::NONE, args.at(1), Local::NONE),
    }
}

/// Start, stop and step for a length, all of any size.
fn indices<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let length = protocol::index(cx, args.at(1))?;
    let length = cx.as_big(length).unwrap_or_default();
    if length.sign() == Sign::Minus {
        return Err(cx.value_error(format_args!("length should not be negative")));
    }
    let Some((start, stop, step)) = cx.slice_parts(args.at(0)) else {
        return Ok(Local::NONE);
    };
    let step = part(cx, step)?.unwrap_or_else(|| BigInt::from(1));
    if step.sign() == Sign::NoSign {
        return Err(cx.value_error(format_args!("slice step cannot be zero")));
    }
    // The places that a start or a stop can have.
    let (low, high) = match step.sign() {
        Sign::Minus => (BigInt::from(-1), &length - 1),
        _ => (BigInt::ZERO, length.clone()),
    };
    let place = |given: Option<BigInt>, left_out: &BigInt| match given {
        None => left_out.clone(),
        Some(at) if at.sign() == Sign::Minus => (at + &length).max(low.clone()),
        Some(at) => at.min(high.clone()),
    };
    let (first, last) = match step.sign() {
        Sign::Minus => (&high, &low),
        _ => (&low, &high),
    };
    let start = place(part(cx, start)?, first);
    let stop = place(part(cx, stop)?, last);
    let (start, stop, step) = (cx.big_int(&start)?, cx.big_int(&stop)?, cx.big_int(&step)?);
    cx.tuple(&[start, stop, step])
}

/// A part of a slice as a number, if it is not None.
fn part<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Option<BigInt>> {
    if cx.is_none(value) {
        return Ok(None);
    }
    match protocol::find_index(cx, value)? {
        Some(int) => Ok(cx.as_big(int)),
        None => Err(cx.type_error(format_args!(
            "slice indices must be integers or None or have an __index__ method"
        ))),
    }
}

fn start<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .slice_parts(args.at(0))
        .map_or(Local::NONE, |parts| parts.0))
}

fn stop<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .slice_parts(args.at(0))
        .map_or(Local::NONE, |parts| parts.1))
}

fn step<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .slice_parts(args.at(0))
        .map_or(Local::NONE, |parts| parts.2))
}
