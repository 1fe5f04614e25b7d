//! Traceback objects: how scripts see where an exception went through. An exception's
//! chain of them begins with the outermost frame and grows at its beginning.

use crate::builtins::protocol;
use crate::object::ClassId;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

static METHODS: &[NativeDef] = &[
    NativeDef::method("__dir__", "(self, /)", dir),
    NativeDef::property("tb_next", next, set_next),
    NativeDef::property("tb_frame", frame, super::function::read_only),
    NativeDef::property("tb_lineno", lineno, super::function::read_only),
    NativeDef::property("tb_lasti", lasti, super::function::read_only),
];

/// `traceback`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Traceback,
    new: Some(NativeDef::function(
        "TracebackType",
        "(cls, tb_next, tb_frame, tb_lasti, tb_lineno)",
        new,
    )),
    methods: METHODS,
    doc: crate::features::doc("Create a new traceback object."),
    base: false,
};

/// What `__traceback__` may be.
pub(crate) fn checked<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f> {
    if cx.is_none(value) || cx.is_traceback(value) {
        return Ok(value);
    }
    Err(cx.type_error(format_args!("__traceback__ must be a traceback or None")))
}

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (next, frame) = (args.at(1), args.at(2));
    if cx.class(frame) != ClassId::Frame {
        let found = cx.type_name(frame);
        return Err(cx.type_error(format_args!(
            "TracebackType() argument 'tb_frame' must be frame, not {found}"
        )));
    }
    let lasti = int_of(cx, args.at(3))?;
    let line = int_of(cx, args.at(4))?;
    if !cx.is_none(next) && !cx.is_traceback(next) {
        let found = cx.type_name(next);
        return Err(cx.type_error(format_args!(
            "expected traceback object or None, got '{found}'"
        )));
    }
    let line = cx.int(line)?;
    // Instructions are counted in twos for scripts.
    let offset = if lasti < 0 { -1 } else { lasti / 2 };
    cx.new_traceback(next, frame, offset, line)
}

/// A C int.
pub(super) fn int_of<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i64> {
    let value = protocol::index(cx, value)?;
    match cx.as_int(value).filter(|&int| i32::try_from(int).is_ok()) {
        Some(int) => Ok(int),
        None => Err(cx.raise(
            ClassId::OverflowError,
            format_args!("Python int too large to convert to C int"),
        )),
    }
}

fn dir<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    let names = cx.list(&[])?;
    for name in ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"] {
        let name = cx.name(name)?;
        cx.list_push(names, name)?;
    }
    Ok(names)
}

fn next<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.traceback_next(args.at(0)))
}

fn set_next<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(value) = args.get(cx, 1) else {
        return Err(cx.type_error(format_args!("can't delete tb_next attribute")));
    };
    if !cx.is_none(value) && !cx.is_traceback(value) {
        let found = cx.type_name(value);
        return Err(cx.type_error(format_args!("expected traceback object, got '{found}'")));
    }
    let mut closes = false;
    cx.scope(|cx| {
        let mut at = value;
        while cx.is_traceback(at) && !closes {
            cx.charge(1)?;
            closes = cx.same(at, args.at(0));
            at = cx.traceback_next(at);
        }
        Ok(())
    })?;
    if closes {
        return Err(cx.value_error(format_args!("traceback loop detected")));
    }
    cx.set_traceback_next(args.at(0), value);
    Ok(Local::NONE)
}

fn frame<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.traceback_frame(args.at(0)))
}

fn lineno<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.traceback_entry(args.at(0)) {
        Some(entry) => {
            let line = entry.line.unwrap_or(i64::from(entry.place().line));
            cx.int(line)
        }
        None => Ok(Local::NONE),
    }
}

fn lasti<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let offset = cx.traceback_offset(args.at(0));
    cx.int(if offset < 0 { -1 } else { 2 * offset })
}
