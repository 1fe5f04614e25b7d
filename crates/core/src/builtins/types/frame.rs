//! Frame objects: how scripts see the calls in progress.

use crate::builtins::protocol::delegate;
use crate::object::{ClassId, Kind};
use crate::vm::context::misc::FramePart;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};
use core::fmt::Write;

static METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("clear", "(self, /)", clear),
    NativeDef::getter("f_back", back),
    NativeDef::getter("f_code", code),
    NativeDef::getter("f_globals", globals),
    NativeDef::getter("f_locals", locals),
    NativeDef::getter("f_builtins", builtins),
    NativeDef::property("f_lineno", line, set_line),
    NativeDef::getter("f_lasti", lasti),
    NativeDef::property("f_trace", trace, set_trace),
    NativeDef::getter("f_trace_lines", yes),
    NativeDef::getter("f_trace_opcodes", no),
];

/// `frame`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Frame,
    new: None,
    methods: METHODS,
    doc: "",
    base: false,
};

fn part<'f>(cx: &mut Context<'f>, args: Args<'f>, part: FramePart) -> Res<'f> {
    Ok(cx.frame_part(args.at(0), part).unwrap_or(Local::NONE))
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let code = part(cx, args, FramePart::Code)?;
    let (_, line) = cx.frame_position(args.at(0)).unwrap_or((0, 0));
    let name = cx.code_proto(code).map_or("?", |proto| &*proto.name);
    let mut text = cx.text();
    let _ = write!(
        text,
        "<frame at {:#x}, file '{}', line {line}, code {name}>",
        cx.address(args.at(0)),
        cx.code_filename(code),
    );
    cx.finish(text)
}

/// Forgets the variables; a generator that is parked is closed.
fn clear<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let frame = args.at(0);
    if cx.frame_is_running(frame) {
        return Err(cx.raise(
            ClassId::RuntimeError,
            format_args!("cannot clear an executing frame"),
        ));
    }
    if let Some(generator) = cx.frame_part(frame, FramePart::Generator)
        && cx.is(generator, Kind::Generator)
        && !crate::vm::generator::has_ended(cx, generator)
    {
        crate::vm::finalize::warn_of_coroutine(cx, generator)?;
        delegate::close(cx, generator)?;
        return Ok(Local::NONE);
    }
    cx.clear_frame(frame);
    Ok(Local::NONE)
}

fn back<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.frame_back(args.at(0))
}

fn code<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    part(cx, args, FramePart::Code)
}

fn globals<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    part(cx, args, FramePart::Globals)
}

fn locals<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.frame_locals(args.at(0))
}

fn builtins<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    part(cx, args, FramePart::Builtins)
}

fn line<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.frame_position(args.at(0)) {
        Some((_, line)) => cx.int(i64::from(line)),
        None => Ok(Local::NONE),
    }
}

/// There are no trace functions, which alone may jump.
fn set_line<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(value) = args.get(cx, 1) else {
        return Err(cx.raise(
            ClassId::AttributeError,
            format_args!("cannot delete attribute"),
        ));
    };
    if !cx.is_int(value) {
        return Err(cx.value_error(format_args!("lineno must be an integer")));
    }
    Err(cx.value_error(format_args!("f_lineno can only be set by a trace function")))
}

fn lasti<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (offset, _) = cx.frame_position(args.at(0)).unwrap_or((-1, 0));
    // A generator that has not begun stands behind what has made it.
    cx.int(2 * offset.max(0))
}

fn trace<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    part(cx, args, FramePart::Trace)
}

fn set_trace<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = args.get(cx, 1).filter(|&value| !cx.is_none(value));
    cx.set_frame_trace(args.at(0), value);
    Ok(Local::NONE)
}

fn yes<'f>(_: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Ok(Local::TRUE)
}

fn no<'f>(_: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Ok(Local::FALSE)
}
