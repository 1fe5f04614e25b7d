//! `UnicodeEncodeError`, `UnicodeDecodeError`, `UnicodeTranslateError`.

use super::fields::{encoding, end, has_script, object, reason, start};
use super::{class_of, tuple_of};
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::NativeDef;

/// What the three have.
pub(super) static METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, /, *args)", init),
    encoding::DEF,
    object::DEF,
    start::DEF,
    end::DEF,
    reason::DEF,
];

/// `UnicodeEncodeError.__new__` with the work of its `__init__`.
pub(super) fn encode_new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    new(cx, args, ClassId::UnicodeEncodeError)
}

/// `UnicodeDecodeError.__new__` with the work of its `__init__`.
pub(super) fn decode_new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    new(cx, args, ClassId::UnicodeDecodeError)
}

/// `UnicodeTranslateError.__new__` with the work of its `__init__`.
pub(super) fn translate_new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    new(cx, args, ClassId::UnicodeTranslateError)
}

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>, base: ClassId) -> Res<'f> {
    let class = class_of(cx, args.at(0), base)?;
    let tuple = tuple_of(cx, args, 1, args.len())?;
    let exception = cx.new_exception(class, tuple)?;
    if !has_script(cx, args.at(0), "__init__") {
        check(cx, exception)?;
    }
    Ok(exception)
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let tuple = tuple_of(cx, args, 1, args.len())?;
    cx.set_exception_args(args.at(0), tuple);
    check(cx, args.at(0))?;
    Ok(Local::NONE)
}

/// What an argument must be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Str,
    Int,
    /// Something with bytes: those that could not be decoded.
    Bytes,
}

/// Checks number and types of the arguments.
fn check<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, ()> {
    let wanted: &[Wanted] = if cx.is_instance(exception, ClassId::UnicodeTranslateError) {
        &[Wanted::Str, Wanted::Int, Wanted::Int, Wanted::Str]
    } else if cx.is_instance(exception, ClassId::UnicodeDecodeError) {
        &[
            Wanted::Str,
            Wanted::Bytes,
            Wanted::Int,
            Wanted::Int,
            Wanted::Str,
        ]
    } else {
        &[
            Wanted::Str,
            Wanted::Str,
            Wanted::Int,
            Wanted::Int,
            Wanted::Str,
        ]
    };
    let args = cx.exception_args(exception);
    let given = cx.tuple_len(args);
    if given != wanted.len() {
        return Err(cx.type_error(format_args!(
            "function takes exactly {} arguments ({given} given)",
            wanted.len()
        )));
    }
    for (at, &wanted) in wanted.iter().enumerate() {
        let Some(value) = cx.tuple_get(args, at) else {
            continue;
        };
        if wanted == Wanted::Str && !cx.is(value, Kind::Str) {
            let found = if cx.is_none(value) {
                "None"
            } else {
                cx.type_name(value)
            };
            return Err(cx.type_error(format_args!("argument {} must be str, not {found}", at + 1)));
        }
        if wanted == Wanted::Bytes && cx.buffer(value).is_none() {
            return Err(crate::builtins::protocol::bytes_required(cx, value));
        }
        if wanted == Wanted::Int && !cx.is_int(value) {
            let found = cx.type_name(value);
            return Err(cx.type_error(format_args!(
                "'{found}' object cannot be interpreted as an integer"
            )));
        }
    }
    Ok(())
}
