//! `OSError`: its fields, and the subclass that an error number asks for.

use super::fields::{counted, errno, filename, filename2, has_script, strerror};
use super::{class_of, tuple_of};
use crate::builtins::protocol;
use crate::object::ClassId;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::NativeDef;

/// How much of a blocked write was done: a field of its own, None once it is deleted.
const WRITTEN: &str = "characters_written";

/// What `OSError` has.
pub(super) static METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, /, *args)", init),
    errno::DEF,
    strerror::DEF,
    filename::DEF,
    filename2::DEF,
    NativeDef::property(WRITTEN, written, set_written),
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
    if by_init(cx, args.at(0)) {
        let none = cx.tuple(&[])?;
        return cx.new_exception(class, none);
    }
    let tuple = tuple_of(cx, args, 1, args.len())?;
    let exception = cx.new_exception(class, tuple)?;
    take_filenames(cx, exception)?;
    Ok(exception)
}

/// Whether `__init__` gets the arguments: a class that replaces it and not `__new__`.
fn by_init<'f>(cx: &mut Context<'f>, class: Local<'f>) -> bool {
    has_script(cx, class, "__init__") && !has_script(cx, class, "__new__")
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = cx.type_of(args.at(0));
    if !by_init(cx, class) {
        return Ok(Local::NONE);
    }
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

/// `characters_written`: the third argument of a BlockingIOError, or what was assigned.
fn written<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let exception = args.at(0);
    let value = match cx.own_field(exception, WRITTEN) {
        Some(value) => value,
        None => counted(cx, exception),
    };
    if cx.is_none(value) {
        return Err(cx.raise(ClassId::AttributeError, format_args!("{WRITTEN}")));
    }
    Ok(value)
}

fn set_written<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = match args.get(cx, 1) {
        Some(value) => {
            let number = protocol::index_i64(cx, value)?;
            cx.int(number)?
        }
        None => {
            written(cx, args)?;
            Local::NONE
        }
    };
    cx.set_own_field(args.at(0), WRITTEN, value)?;
    Ok(Local::NONE)
}

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
