//! Fields of exceptions: set ones, and what the arguments say otherwise. Also the
//! constructors that take fields by keyword.

use super::{class_of, tuple_of};
use crate::object::ClassId;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::NativeDef;

/// Makes the getter and the setter of a field from its name and what it is by default.
macro_rules! fields {
    ($($field:ident $name:literal $default:expr;)*) => {
        $(pub(crate) mod $field {
            use super::*;

            /// Reads the field.
            pub(in super::super) fn get<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
                Ok(read(cx, args.at(0)))
            }

            /// Assigns the field; deleting makes it None.
            pub(in super::super) fn set<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
                let value = args.get(cx, 1).unwrap_or(Local::NONE);
                cx.set_own_field(args.at(0), $name, value)?;
                Ok(Local::NONE)
            }

            /// The field's value.
            pub(crate) fn read<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Local<'f> {
                match cx.own_field(exception, $name) {
                    Some(value) => value,
                    None => $default(cx, exception),
                }
            }

            /// The field as an attribute.
            pub(in super::super) const DEF: NativeDef = NativeDef::property($name, get, set);
        })*
    };
}

fields! {
    value "value" |cx, e| arg(cx, e, 0);
    code "code" whole;
    name "name" |_, _| Local::NONE;
    path "path" |_, _| Local::NONE;
    obj "obj" |_, _| Local::NONE;
    import_msg "msg" only;
    errno "errno" |cx, e| os_arg(cx, e, 0);
    strerror "strerror" |cx, e| os_arg(cx, e, 1);
    filename "filename" |cx, e| os_arg(cx, e, 2);
    filename2 "filename2" |cx, e| os_arg(cx, e, 4);
    msg "msg" |cx, e| arg(cx, e, 0);
    source_name "filename" |cx, e| detail(cx, e, 0);
    lineno "lineno" |cx, e| detail(cx, e, 1);
    offset "offset" |cx, e| detail(cx, e, 2);
    line_text "text" |cx, e| detail(cx, e, 3);
    end_lineno "end_lineno" |cx, e| detail(cx, e, 4);
    end_offset "end_offset" |cx, e| detail(cx, e, 5);
    print_file_and_line "print_file_and_line" |_, _| Local::NONE;
    encoding "encoding" |cx, e| unicode_arg(cx, e, 0);
    object "object" |cx, e| unicode_arg(cx, e, 1);
    start "start" |cx, e| unicode_arg(cx, e, 2);
    end "end" |cx, e| unicode_arg(cx, e, 3);
    reason "reason" |cx, e| unicode_arg(cx, e, 4);
}

/// Argument `at`, or None.
fn arg<'f>(cx: &mut Context<'f>, exception: Local<'f>, at: usize) -> Local<'f> {
    let args = cx.exception_args(exception);
    cx.tuple_get(args, at).unwrap_or(Local::NONE)
}

/// The only argument, or None.
fn only<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Local<'f> {
    let args = cx.exception_args(exception);
    if cx.tuple_len(args) == 1 {
        arg(cx, exception, 0)
    } else {
        Local::NONE
    }
}

/// None, the only argument, or all of them.
fn whole<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Local<'f> {
    let args = cx.exception_args(exception);
    match cx.tuple_len(args) {
        0 | 1 => arg(cx, exception, 0),
        _ => args,
    }
}

/// An argument of an OSError that has the right number of them.
fn os_arg<'f>(cx: &mut Context<'f>, exception: Local<'f>, at: usize) -> Local<'f> {
    let args = cx.exception_args(exception);
    if !(2..=5).contains(&cx.tuple_len(args)) {
        return Local::NONE;
    }
    let number = counted(cx, exception);
    if at == 2 && !cx.is_none(number) {
        Local::NONE
    } else {
        arg(cx, exception, at)
    }
}

/// The number of characters that a BlockingIOError has as its third argument, or None.
pub(super) fn counted<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Local<'f> {
    let args = cx.exception_args(exception);
    let value = match cx.tuple_len(args) {
        3..=5 => arg(cx, exception, 2),
        _ => Local::NONE,
    };
    let counts = cx.is_int(value) && cx.is_instance(exception, ClassId::BlockingIOError);
    if counts { value } else { Local::NONE }
}

/// Part of the second argument of a SyntaxError, the tuple of its details.
fn detail<'f>(cx: &mut Context<'f>, exception: Local<'f>, at: usize) -> Local<'f> {
    let args = cx.exception_args(exception);
    if cx.tuple_len(args) != 2 {
        return Local::NONE;
    }
    let details = arg(cx, exception, 1);
    cx.seq_get(details, at).unwrap_or(Local::NONE)
}

/// An argument of a UnicodeError; UnicodeTranslateError has no encoding.
fn unicode_arg<'f>(cx: &mut Context<'f>, exception: Local<'f>, at: usize) -> Local<'f> {
    let translate = cx.is_instance(exception, ClassId::UnicodeTranslateError);
    match at.checked_sub(usize::from(translate)) {
        Some(at) => arg(cx, exception, at),
        None => Local::NONE,
    }
}

/// `StopIteration` and `StopAsyncIteration` (of which only the first has a value).
pub(super) static STOP_ITERATION: &[NativeDef] = &[value::DEF];

/// `SystemExit`.
pub(super) static SYSTEM_EXIT: &[NativeDef] = &[code::DEF];

/// `ImportError`.
pub(super) static IMPORT_ERROR: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, /, *args, **kwargs)", import_init),
    import_msg::DEF,
    name::DEF,
    path::DEF,
];

/// `NameError`.
pub(super) static NAME_ERROR: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, /, *args, **kwargs)", name_init),
    name::DEF,
];

/// `AttributeError`.
pub(super) static ATTRIBUTE_ERROR: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, /, *args, **kwargs)", attribute_init),
    name::DEF,
    obj::DEF,
];

/// `ImportError.__new__` with the work of its `__init__`.
pub(super) fn import_new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    new_with(cx, args, ClassId::ImportError, &["name", "path"])
}

/// `NameError.__new__` with the work of its `__init__`.
pub(super) fn name_new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    new_with(cx, args, ClassId::NameError, &["name"])
}

/// `AttributeError.__new__` with the work of its `__init__`.
pub(super) fn attribute_new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    new_with(cx, args, ClassId::AttributeError, &["name", "obj"])
}

fn import_init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    init_with(cx, args, ClassId::ImportError, &["name", "path"])
}

fn name_init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    init_with(cx, args, ClassId::NameError, &["name"])
}

fn attribute_init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    init_with(cx, args, ClassId::AttributeError, &["name", "obj"])
}

fn new_with<'f>(cx: &mut Context<'f>, args: Args<'f>, base: ClassId, names: &[&str]) -> Res<'f> {
    let class = class_of(cx, args.at(0), base)?;
    // The last place is the dict of named arguments.
    let tuple = tuple_of(cx, args, 1, args.len().saturating_sub(1))?;
    let exception = cx.new_exception(class, tuple)?;
    // A script's `__init__` decides itself what it does with named arguments.
    if !cx.is_script_type(args.at(0)) || !has_script(cx, args.at(0), "__init__") {
        set_named(cx, exception, args, base, names)?;
    }
    Ok(exception)
}

fn init_with<'f>(cx: &mut Context<'f>, args: Args<'f>, base: ClassId, names: &[&str]) -> Res<'f> {
    let exception = args.at(0);
    let tuple = tuple_of(cx, args, 1, args.len().saturating_sub(1))?;
    cx.set_exception_args(exception, tuple);
    for name in names {
        cx.set_own_field(exception, name, Local::NONE)?;
    }
    set_named(cx, exception, args, base, names)?;
    Ok(Local::NONE)
}

/// Whether a class has a method (`__init__`, `__new__`) written in a script.
pub(super) fn has_script<'f>(cx: &mut Context<'f>, class: Local<'f>, name: &str) -> bool {
    cx.type_lookup(class, name)
        .is_some_and(|method| cx.native_def(method).is_none())
}

/// Sets the fields that were passed by keyword.
fn set_named<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    args: Args<'f>,
    base: ClassId,
    names: &[&str],
) -> Res<'f, ()> {
    let kwargs = args.at(args.len().saturating_sub(1));
    let mut at = 0;
    while let Some((index, key, value)) = cx.dict_next(kwargs, at) {
        at = index + 1;
        let text = cx.as_str(key).unwrap_or("?");
        match names.iter().find(|&&name| name == text) {
            Some(name) => cx.set_own_field(exception, name, value)?,
            None => {
                let class = cx.class_object(base);
                let class = cx.name_of_type(class);
                return Err(cx.type_error(format_args!(
                    "'{text}' is an invalid keyword argument for {class}()"
                )));
            }
        }
    }
    Ok(())
}
