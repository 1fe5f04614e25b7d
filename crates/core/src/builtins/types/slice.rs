//! `slice`.

use super::compare::{eq, ge, gt, le, lt, ne};
use crate::builtins::protocol;
use crate::object::ClassId;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

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
    NativeDef::getter("start", start),
    NativeDef::getter("stop", stop),
    NativeDef::getter("step", step),
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

fn indices<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let len = protocol::index(cx, args.at(1))?;
    let negative = match cx.int_value(len) {
        Some(crate::object::IntValue::Big(big)) => big.sign() == num_bigint::Sign::Minus,
        _ => cx.as_int(len).is_some_and(|len| len < 0),
    };
    if negative {
        return Err(cx.value_error(format_args!("length should not be negative")));
    }
    let Some(len) = cx.as_int(len) else {
        return Err(cx.raise(
            ClassId::OverflowError,
            format_args!("slice.indices() with a length of more than 64 bits is not supported yet"),
        ));
    };
    let (start, stop, step) = protocol::unpack_slice(cx, args.at(0))?;
    let (start, stop, _) = protocol::adjust(start, stop, step, len);
    let (start, stop, step) = (cx.int(start)?, cx.int(stop)?, cx.int(step)?);
    cx.tuple(&[start, stop, step])
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
