//! Exceptions: `BaseException` and what its built-in subclasses add.
//!
//! An exception object holds its arguments and links; every further field
//! (`errno`, `value`, `filename`, ...) is read from the dict of the object if it was
//! set there, and derived from the arguments otherwise. So exceptions that natives
//! raise with arguments only, and instances of script classes whose `__init__` does
//! not call its base, show the same fields as those made by their constructors.

mod classes;
pub(crate) mod fields;
pub(crate) mod group;
mod os;
mod syntax;
mod text;
mod unicode;

pub(crate) use classes::TYPES;

use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{Call, NativeDef, NativeFn};

/// What `BaseException` has.
pub(super) static BASE_METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, /, *args)", init),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__str__", "(self, /)", text::method),
    NativeDef::method("with_traceback", "(self, tb, /)", with_traceback),
    NativeDef::method("add_note", "(self, note, /)", add_note),
    NativeDef::property("args", args_of, set_args),
    NativeDef::property("__cause__", cause, set_cause),
    NativeDef::property("__context__", context, set_context),
    NativeDef::property(
        "__suppress_context__",
        suppress_context,
        set_suppress_context,
    ),
    NativeDef::property("__traceback__", traceback, set_traceback),
];

/// `__new__`: keeps the arguments, whatever `__init__` does with them.
pub(super) fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = class_of(cx, args.at(0), ClassId::BaseException)?;
    let tuple = tuple_of(cx, args, 1, args.len())?;
    cx.new_exception(class, tuple)
}

/// Whether a constructor does no more than [`new`].
pub(crate) fn is_plain(def: &NativeDef) -> bool {
    match def.call {
        Call::Plain(function) => core::ptr::fn_addr_eq(function, new as NativeFn),
        Call::Closure(_) => false,
    }
}

/// Whether a constructor is needed even if a script's class has an `__init__`.
pub(crate) fn is_needed(def: &NativeDef) -> bool {
    match def.call {
        Call::Plain(function) => core::ptr::fn_addr_eq(function, group::new as NativeFn),
        Call::Closure(_) => false,
    }
}

/// The class to be made, which must be `base` or derived from it.
pub(super) fn class_of<'f>(
    cx: &mut Context<'f>,
    class: Local<'f>,
    base: ClassId,
) -> Res<'f, ClassId> {
    let wanted = cx.class_object(base);
    let name = cx.name_of_type(wanted);
    let Some(id) = cx.class_id(class) else {
        let found = cx.type_name(class);
        return Err(cx.type_error(format_args!(
            "{name}.__new__(X): X is not a type object ({found})"
        )));
    };
    if !cx.is_subtype(class, wanted) {
        let found = cx.name_of_type(class);
        return Err(cx.type_error(format_args!(
            "{name}.__new__({found}): {found} is not a subtype of {name}"
        )));
    }
    Ok(id)
}

/// Arguments `from .. to` as a tuple.
pub(in crate::builtins) fn tuple_of<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    from: usize,
    to: usize,
) -> Res<'f> {
    if from >= to {
        return cx.tuple(&[]);
    }
    let list = cx.list_with_capacity(to - from)?;
    for i in from..to {
        cx.list_push(list, args.at(i))?;
    }
    cx.tuple_from_list(list)
}

/// `BaseException.__init__`.
pub(super) fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let tuple = tuple_of(cx, args, 1, args.len())?;
    cx.set_exception_args(args.at(0), tuple);
    Ok(Local::NONE)
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

fn args_of<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.exception_args(args.at(0)))
}

fn set_args<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(value) = args.get(cx, 1) else {
        return Err(cx.type_error(format_args!("args may not be deleted")));
    };
    let list = protocol::list_of(cx, value)?;
    let tuple = cx.tuple_from_list(list)?;
    cx.set_exception_args(args.at(0), tuple);
    Ok(Local::NONE)
}

fn cause<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .exception_links(args.at(0))
        .map_or(Local::NONE, |(cause, ..)| cause))
}

fn context<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .exception_links(args.at(0))
        .map_or(Local::NONE, |(_, context, ..)| context))
}

fn suppress_context<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(
        cx.exception_links(args.at(0))
            .is_some_and(|(.., suppressed)| suppressed),
    ))
}

/// The value of a link: an exception or None.
fn link<'f>(cx: &mut Context<'f>, args: Args<'f>, name: &str) -> Res<'f> {
    let Some(value) = args.get(cx, 1) else {
        return Err(cx.type_error(format_args!("__{name}__ may not be deleted")));
    };
    if !cx.is_none(value) && !cx.is(value, Kind::Exception) {
        return Err(cx.type_error(format_args!(
            "exception {name} must be None or derive from BaseException"
        )));
    }
    Ok(value)
}

fn set_cause<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = link(cx, args, "cause")?;
    cx.set_cause(args.at(0), value);
    Ok(Local::NONE)
}

fn set_context<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = link(cx, args, "context")?;
    cx.set_exception_context(args.at(0), value);
    Ok(Local::NONE)
}

fn set_suppress_context<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(value) = args.get(cx, 1) else {
        return Err(cx.type_error(format_args!("can't delete numeric/char attribute")));
    };
    let suppress = cx.same(value, Local::TRUE);
    if !suppress && !cx.same(value, Local::FALSE) {
        return Err(cx.type_error(format_args!("attribute value type must be bool")));
    }
    cx.set_suppress_context(args.at(0), suppress);
    Ok(Local::NONE)
}

fn traceback<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.exception_links(args.at(0)) {
        Some((_, _, traceback, _)) => Ok(traceback),
        None => Ok(Local::NONE),
    }
}

fn set_traceback<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(value) = args.get(cx, 1) else {
        return Err(cx.type_error(format_args!("__traceback__ may not be deleted")));
    };
    let value = super::traceback::checked(cx, value)?;
    cx.set_exception_traceback(args.at(0), value);
    Ok(Local::NONE)
}

fn with_traceback<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = super::traceback::checked(cx, args.at(1))?;
    cx.set_exception_traceback(args.at(0), value);
    Ok(args.at(0))
}

fn add_note<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (exception, note) = (args.at(0), args.at(1));
    if !cx.is(note, Kind::Str) {
        let found = cx.type_name(note);
        return Err(cx.type_error(format_args!("note must be a str, not '{found}'")));
    }
    let name = cx.name("__notes__")?;
    let notes = match cx.find_attr(exception, name)? {
        Some(notes) => notes,
        None => {
            let notes = cx.list(&[])?;
            cx.set_attr(exception, name, notes)?;
            notes
        }
    };
    let notes = cx.plain(notes);
    if !cx.is(notes, Kind::List) {
        return Err(cx.type_error(format_args!("Cannot add note: __notes__ is not a list")));
    }
    cx.list_push(notes, note)?;
    Ok(Local::NONE)
}
