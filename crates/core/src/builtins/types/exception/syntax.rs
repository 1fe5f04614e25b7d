//! `SyntaxError`: a message, and where it is.

use super::fields::{
    end_lineno, end_offset, has_script, line_text, lineno, msg, offset, print_file_and_line,
    source_name,
};
use super::{class_of, tuple_of};
use crate::builtins::protocol;
use crate::object::ClassId;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::NativeDef;

/// What `SyntaxError` has.
pub(super) static METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, /, *args)", init),
    msg::DEF,
    source_name::DEF,
    lineno::DEF,
    offset::DEF,
    line_text::DEF,
    end_lineno::DEF,
    end_offset::DEF,
    print_file_and_line::DEF,
];

/// `SyntaxError.__new__` with the work of its `__init__`.
pub(super) fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = class_of(cx, args.at(0), ClassId::SyntaxError)?;
    let tuple = tuple_of(cx, args, 1, args.len())?;
    let exception = cx.new_exception(class, tuple)?;
    if !has_script(cx, args.at(0), "__init__") {
        take_details(cx, exception)?;
    }
    Ok(exception)
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let tuple = tuple_of(cx, args, 1, args.len())?;
    cx.set_exception_args(args.at(0), tuple);
    take_details(cx, args.at(0))?;
    Ok(Local::NONE)
}

/// Reads the details, any iterable of four or six items, into fields.
fn take_details<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, ()> {
    let args = cx.exception_args(exception);
    if cx.tuple_len(args) != 2 {
        return Ok(());
    }
    let details = cx.tuple_get(args, 1).unwrap_or(Local::NONE);
    let details = protocol::list_of(cx, details)?;
    match cx.list_len(details) {
        given @ 0..=3 => {
            return Err(cx.type_error(format_args!(
                "function takes at least 4 arguments ({given} given)"
            )));
        }
        5 => {
            return Err(cx.type_error(format_args!(
                "end_offset must be provided when end_lineno is provided"
            )));
        }
        4 | 6 => {}
        given => {
            return Err(cx.type_error(format_args!(
                "function takes at most 6 arguments ({given} given)"
            )));
        }
    }
    for (at, name) in [
        "filename",
        "lineno",
        "offset",
        "text",
        "end_lineno",
        "end_offset",
    ]
    .iter()
    .enumerate()
    {
        if let Some(value) = cx.list_get(details, at) {
            cx.set_own_field(exception, name, value)?;
        }
    }
    Ok(())
}
