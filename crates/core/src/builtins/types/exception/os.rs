//! `OSError`: its fields, and the subclass that an error number asks for.

use super::fields::{errno, filename, filename2, has_script_init, strerror};
use super::{class_of, tuple_of};
use crate::object::ClassId;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::NativeDef;

/// What `OSError` has.
pub(super) static METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, /, *args)", init),
    errno::DEF,
    strerror::DEF,
    filename::DEF,
    filename2::DEF,
    NativeDef::property("characters_written", get_written, set_written),
];

/// `OSError.__new__`: chooses the class by the error number.
pub(super) fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mut class = class_of(cx, args.at(0), ClassId::OSError)?;
    let count = args.len().saturating_sub(1);
    if class == ClassId::OSError
        && (2..=5).contains(&count)
        && let Some(errno) = cx.as_int(args.at(1))
    {
        class = class_of_errno(errno);
    }
    let tuple = tuple_of(cx, args, 1, args.len())?;
    let exception = cx.new_exception(class, tuple)?;
    if !has_script_init(cx, args.at(0)) {
        take_filenames(cx, exception)?;
    }
    Ok(exception)
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let tuple = tuple_of(cx, args, 1, args.len())?;
    cx.set_exception_args(args.at(0), tuple);
    take_filenames(cx, args.at(0))?;
    Ok(Local::NONE)
}

/// Moves the file names out of the arguments, of which the first two stay.
fn take_filenames<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, ()> {
    let args = cx.exception_args(exception);
    if !(3..=5).contains(&cx.tuple_len(args)) {
        return Ok(());
    }
    let file = filename::read(cx, exception);
    if cx.is_none(file) {
        return Ok(());
    }
    let second = filename2::read(cx, exception);
    cx.set_own_field(exception, "filename", file)?;
    if !cx.is_none(second) {
        cx.set_own_field(exception, "filename2", second)?;
    }
    let number = cx.tuple_get(args, 0).unwrap_or(Local::NONE);
    let message = cx.tuple_get(args, 1).unwrap_or(Local::NONE);
    let kept = cx.tuple(&[number, message])?;
    cx.set_exception_args(exception, kept);
    Ok(())
}

/// How much was written: the third argument of a BlockingIOError, if it is an int, or what was
/// assigned.
fn get_written<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let exception = args.at(0);
    if let Some(count) = cx.own_field(exception, WRITTEN) {
        return Ok(count);
    }
    let given = cx.exception_args(exception);
    let third = cx.tuple_get(given, 2).unwrap_or(Local::NONE);
    if cx.is_instance(exception, ClassId::BlockingIOError)
        && (3..=5).contains(&cx.tuple_len(given))
        && cx.is_int(third)
    {
        return Ok(third);
    }
    Err(cx.raise(ClassId::AttributeError, format_args!("{WRITTEN}")))
}

fn set_written<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(value) = args.get(cx, 1) else {
        return Err(cx.raise(ClassId::AttributeError, format_args!("{WRITTEN}")));
    };
    let Some(count) = cx.to_index(value)? else {
        let found = cx.type_name(value);
        return Err(cx.type_error(format_args!(
            "'{found}' object cannot be interpreted as an integer"
        )));
    };
    cx.set_own_field(args.at(0), WRITTEN, count)?;
    Ok(Local::NONE)
}

const WRITTEN: &str = "characters_written";

/// The subclass for an error number (Linux's numbers, as CPython there).
fn class_of_errno(errno: i64) -> ClassId {
    match errno {
        1 | 13 => ClassId::PermissionError,
        2 => ClassId::FileNotFoundError,
        3 => ClassId::ProcessLookupError,
        4 => ClassId::InterruptedError,
        10 => ClassId::ChildProcessError,
        11 | 114 | 115 => ClassId::BlockingIOError,
        17 => ClassId::FileExistsError,
        20 => ClassId::NotADirectoryError,
        21 => ClassId::IsADirectoryError,
        32 | 108 => ClassId::BrokenPipeError,
        103 => ClassId::ConnectionAbortedError,
        104 => ClassId::ConnectionResetError,
        110 => ClassId::TimeoutError,
        111 => ClassId::ConnectionRefusedError,
        _ => ClassId::OSError,
    }
}
