//! `BaseExceptionGroup` and `ExceptionGroup`, and what `except*` does with them.
//!
//! A group keeps its message and the tuple of its exceptions outside of its arguments, which
//! scripts may change. [`matched`] and [`merged`] are called by the opcodes of `except*`;
//! CPython's counterparts are `exception_group_match` and `_PyExc_PrepReraiseStar`.

use super::{class_of, tuple_of};
use crate::builtins::functions::reflect;
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::NativeDef;

/// What a group has.
pub(super) static METHODS: &[NativeDef] = &[
    crate::builtins::types::generic_alias::CLASS_GETITEM,
    NativeDef::method("__init__", "(self, /, *args, **kwargs)", init),
    NativeDef::method("__str__", "(self, /)", text),
    NativeDef::method("derive", "(self, excs, /)", derive),
    NativeDef::method("split", "(self, /, *args)", split),
    NativeDef::method("subgroup", "(self, /, *args)", subgroup),
    NativeDef::property("message", message, read_only),
    NativeDef::property("exceptions", exceptions, read_only),
];

/// `BaseExceptionGroup.__new__`.
pub(super) fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = class_of(cx, args.at(0), ClassId::BaseExceptionGroup)?;
    // The last place is the dict of named arguments.
    let end = args.len().saturating_sub(1);
    let given = end.saturating_sub(1);
    if given != 2 {
        return Err(cx.type_error(format_args!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({given} given)"
        )));
    }
    let (message, items) = (args.at(1), args.at(2));
    let message = cx.plain(message);
    if !cx.is(message, Kind::Str) {
        let found = cx.type_name(message);
        return Err(cx.type_error(format_args!(
            "BaseExceptionGroup.__new__() argument 1 must be str, not {found}"
        )));
    }
    if !protocol::is_sequence(cx, items) {
        return Err(cx.type_error(format_args!(
            "second argument (exceptions) must be a sequence"
        )));
    }
    let list = protocol::list_of(cx, items)?;
    let count = cx.list_len(list);
    if count == 0 {
        return Err(cx.value_error(format_args!(
            "second argument (exceptions) must be a non-empty sequence"
        )));
    }
    let ordinary = cx.class_object(ClassId::Exception);
    let mut all_ordinary = true;
    for at in 0..count {
        cx.charge(1)?;
        all_ordinary &= cx.scope(|cx| {
            let item = cx.list_get(list, at).unwrap_or(Local::NONE);
            if !cx.is(item, Kind::Exception) {
                return Err(cx.value_error(format_args!(
                    "Item {at} of second argument (exceptions) is not an exception"
                )));
            }
            reflect::is_instance(cx, item, ordinary)
        })?;
    }
    let class = match class {
        ClassId::ExceptionGroup if !all_ordinary => {
            return Err(cx.type_error(format_args!(
                "Cannot nest BaseExceptions in an ExceptionGroup"
            )));
        }
        ClassId::BaseExceptionGroup if all_ordinary => ClassId::ExceptionGroup,
        class => {
            if !all_ordinary && cx.is_subtype(args.at(0), ordinary) {
                let name = cx.name_of_type(args.at(0));
                return Err(cx.type_error(format_args!("Cannot nest BaseExceptions in '{name}'")));
            }
            class
        }
    };
    let own = tuple_of(cx, args, 1, end)?;
    let exception = cx.new_exception(class, own)?;
    let items = cx.tuple_from_list(list)?;
    let group = cx.tuple(&[message, items])?;
    cx.set_exception_group(exception, group);
    // `BaseExceptionGroup(...)` makes instances of another class, whose `__init__` is the
    // same: so what it refuses is refused here.
    let kwargs = args.at(end);
    if cx.dict_len(kwargs) > 0 && !super::fields::has_script(cx, args.at(0), "__init__") {
        return Err(no_keywords(cx, exception));
    }
    Ok(exception)
}

#[cold]
fn no_keywords<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> crate::vm::context::Error<'f> {
    let name = cx.type_name(exception);
    cx.type_error(format_args!("{name}() takes no keyword arguments"))
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let end = args.len().saturating_sub(1);
    let kwargs = args.at(end);
    if cx.dict_len(kwargs) > 0 {
        return Err(no_keywords(cx, args.at(0)));
    }
    let tuple = tuple_of(cx, args, 1, end)?;
    cx.set_exception_args(args.at(0), tuple);
    Ok(Local::NONE)
}

/// Message and exceptions of a group.
pub(crate) fn parts<'f>(cx: &mut Context<'f>, group: Local<'f>) -> Res<'f, (Local<'f>, Local<'f>)> {
    let found = cx.exception_group(group);
    let part = |cx: &mut Context<'f>, at| found.and_then(|group| cx.tuple_get(group, at));
    let message = part(cx, 0).unwrap_or(Local::NONE);
    let items = match part(cx, 1) {
        Some(items) => items,
        None => cx.tuple(&[])?,
    };
    Ok((message, items))
}

fn message<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(parts(cx, args.at(0))?.0)
}

fn exceptions<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(parts(cx, args.at(0))?.1)
}

fn read_only<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Err(cx.raise(ClassId::AttributeError, format_args!("readonly attribute")))
}

fn text<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (message, items) = parts(cx, args.at(0))?;
    let message = protocol::str(cx, message)?;
    let count = cx.tuple_len(items);
    let mut text = cx.text();
    text.push(cx.str_bytes(message).unwrap_or_default());
    let plural = if count > 1 { "s" } else { "" };
    let _ =
        core::fmt::Write::write_fmt(&mut text, format_args!(" ({count} sub-exception{plural})"));
    cx.finish(text)
}

fn derive<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (message, _) = parts(cx, args.at(0))?;
    make(cx, message, args.at(1))
}

/// `BaseExceptionGroup(message, exceptions)`.
fn make<'f>(cx: &mut Context<'f>, message: Local<'f>, items: Local<'f>) -> Res<'f> {
    let class = cx.class_object(ClassId::BaseExceptionGroup);
    cx.call(class, &[message, items])
}

/// What the leaves of a group are asked.
#[derive(Clone, Copy)]
enum Matcher<'f> {
    /// Is it an instance of a class or of one of a tuple?
    Class(Local<'f>),
    /// What does a function say?
    Function(Local<'f>),
    /// Is it one of these exceptions, the keys of a dict by address?
    Leaves(Local<'f>),
}

impl<'f> Matcher<'f> {
    fn of(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Matcher<'f>> {
        if cx.is(value, Kind::Function) {
            return Ok(Matcher::Function(value));
        }
        let classes = if cx.is(value, Kind::Tuple) {
            cx.tuple_len(value)
        } else {
            0
        };
        let all = (0..classes).all(|at| {
            cx.tuple_get(value, at)
                .is_some_and(|item| is_exception_class(cx, item))
        });
        if all && cx.is(value, Kind::Tuple) || is_exception_class(cx, value) {
            return Ok(Matcher::Class(value));
        }
        Err(cx.type_error(format_args!(
            "expected a function, exception type or tuple of exception types"
        )))
    }

    fn matches(self, cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, bool> {
        match self {
            Matcher::Class(class) => Ok(is_one_of(cx, exception, class)),
            Matcher::Function(function) => {
                let answer = cx.call(function, &[exception])?;
                protocol::truth(cx, answer)
            }
            Matcher::Leaves(leaves) => {
                if is_group(cx, exception) {
                    return Ok(false);
                }
                let key = address(cx, exception)?;
                Ok(cx.dict_get(leaves, key)?.is_some())
            }
        }
    }
}

fn is_exception_class<'f>(cx: &mut Context<'f>, value: Local<'f>) -> bool {
    let base = cx.class_object(ClassId::BaseException);
    cx.is(value, Kind::Type) && cx.is_subtype(value, base)
}

/// Whether an exception is an instance of a class or of one of a tuple.
fn is_one_of<'f>(cx: &mut Context<'f>, exception: Local<'f>, classes: Local<'f>) -> bool {
    let own = cx.class(exception);
    let own = cx.class_object(own);
    if !cx.is(classes, Kind::Tuple) {
        return cx.is_subtype(own, classes);
    }
    let count = cx.tuple_len(classes);
    (0..count).any(|at| match cx.tuple_get(classes, at) {
        Some(class) => cx.is_subtype(own, class),
        None => false,
    })
}

pub(crate) fn is_group<'f>(cx: &Context<'f>, value: Local<'f>) -> bool {
    cx.is(value, Kind::Exception) && cx.is_instance(value, ClassId::BaseExceptionGroup)
}

fn address<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f> {
    let address = cx.address(exception);
    // Addresses fit; should they not, a wrapped one names the object as well.
    cx.int(address as i64)
}

fn only_argument<'f>(cx: &mut Context<'f>, args: Args<'f>, name: &str) -> Res<'f> {
    let given = args.len().saturating_sub(1);
    if given != 1 {
        return Err(cx.type_error(format_args!("{name} expected 1 argument, got {given}")));
    }
    Ok(args.at(1))
}

fn split<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = only_argument(cx, args, "split")?;
    let matcher = Matcher::of(cx, value)?;
    let (found, rest) = divide(cx, args.at(0), matcher, true)?;
    cx.tuple(&[found, rest])
}

fn subgroup<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = only_argument(cx, args, "subgroup")?;
    let matcher = Matcher::of(cx, value)?;
    Ok(divide(cx, args.at(0), matcher, false)?.0)
}

/// The part of an exception that matches, and the rest if it is wanted; None for nothing.
fn divide<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    matcher: Matcher<'f>,
    wants_rest: bool,
) -> Res<'f, (Local<'f>, Local<'f>)> {
    if matcher.matches(cx, exception)? {
        return Ok((exception, Local::NONE));
    }
    if !is_group(cx, exception) {
        return Ok((Local::NONE, exception));
    }
    let (_, items) = parts(cx, exception)?;
    let (found, rest) = (cx.list(&[])?, cx.list(&[])?);
    for at in 0..cx.tuple_len(items) {
        cx.charge(1)?;
        let item = cx.tuple_get(items, at).unwrap_or(Local::NONE);
        let what = " in exceptiongroup_split_recursive";
        let (part, other) = cx.nested(what, |cx| divide(cx, item, matcher, wants_rest))?;
        if !cx.is_none(part) {
            cx.list_push(found, part)?;
        }
        if wants_rest && !cx.is_none(other) {
            cx.list_push(rest, other)?;
        }
    }
    let found = subset(cx, exception, found)?;
    let rest = if wants_rest {
        subset(cx, exception, rest)?
    } else {
        Local::NONE
    };
    Ok((found, rest))
}

/// A group of some exceptions of another group, with its traceback, links and notes.
fn subset<'f>(cx: &mut Context<'f>, group: Local<'f>, items: Local<'f>) -> Res<'f> {
    if cx.list_len(items) == 0 {
        return Ok(Local::NONE);
    }
    let made = cx.call_method(group, "derive", &[items])?;
    if !is_group(cx, made) {
        return Err(cx.type_error(format_args!(
            "derive must return an instance of BaseExceptionGroup"
        )));
    }
    if let Some((cause, context, traceback, _)) = cx.exception_links(group) {
        cx.set_exception_traceback(made, traceback);
        cx.set_exception_context(made, context);
        cx.set_cause(made, cause);
    }
    let name = cx.name("__notes__")?;
    if let Some(notes) = cx.find_attr(group, name)?
        && protocol::is_sequence(cx, notes)
    {
        let copy = protocol::list_of(cx, notes)?;
        cx.set_attr(made, name, copy)?;
    }
    Ok(made)
}

/// `except* class`: the part of an exception (or None) that it handles, and the rest.
pub(crate) fn matched<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    class: Local<'f>,
) -> Res<'f, (Local<'f>, Local<'f>)> {
    check_class(cx, class)?;
    if !cx.is(exception, Kind::Exception) {
        return Ok((Local::NONE, exception));
    }
    let group = is_group(cx, exception);
    if is_one_of(cx, exception, class) {
        if group {
            return Ok((exception, Local::NONE));
        }
        let (message, items) = (cx.str("")?, cx.tuple(&[exception])?);
        return Ok((make(cx, message, items)?, Local::NONE));
    }
    if !group {
        return Ok((Local::NONE, exception));
    }
    let pair = cx.call_method(exception, "split", &[class])?;
    if !cx.is(pair, Kind::Tuple) {
        let (owner, found) = (cx.type_name(exception), cx.type_name(pair));
        return Err(cx.type_error(format_args!(
            "{owner}.split must return a tuple, not {found}"
        )));
    }
    let count = cx.tuple_len(pair);
    let (Some(found), Some(rest)) = (cx.tuple_get(pair, 0), cx.tuple_get(pair, 1)) else {
        let owner = cx.type_name(exception);
        return Err(cx.type_error(format_args!(
            "{owner}.split must return a 2-tuple, got tuple of size {count}"
        )));
    };
    Ok((found, rest))
}

/// What `except*` may name: exception classes that are no groups.
fn check_class<'f>(cx: &mut Context<'f>, class: Local<'f>) -> Res<'f, ()> {
    let single = cx.tuple(&[class])?;
    let classes = if cx.is(class, Kind::Tuple) {
        class
    } else {
        single
    };
    let group = cx.class_object(ClassId::BaseExceptionGroup);
    for at in 0..cx.tuple_len(classes) {
        let class = cx.tuple_get(classes, at).unwrap_or(Local::NONE);
        if !is_exception_class(cx, class) {
            return Err(cx.type_error(format_args!(
                "catching classes that do not inherit from BaseException is not allowed"
            )));
        }
    }
    for at in 0..cx.tuple_len(classes) {
        let class = cx.tuple_get(classes, at).unwrap_or(Local::NONE);
        if cx.is_subtype(class, group) {
            return Err(cx.type_error(format_args!(
                "catching ExceptionGroup with except* is not allowed. Use except instead."
            )));
        }
    }
    Ok(())
}

/// The end of an `except*`: what is to be raised of what its handlers have raised and of
/// what no handler has taken (a list with Nones), or None.
pub(crate) fn merged<'f>(cx: &mut Context<'f>, original: Local<'f>, results: Local<'f>) -> Res<'f> {
    if !is_group(cx, original) {
        // It was wrapped: at most one handler has run.
        return Ok(cx.list_get(results, 0).unwrap_or(Local::NONE));
    }
    let raised = cx.list(&[])?;
    let leaves = cx.dict()?;
    for at in 0..cx.list_len(results) {
        cx.charge(1)?;
        let exception = cx.list_get(results, at).unwrap_or(Local::NONE);
        if cx.is_none(exception) {
            continue;
        }
        if is_part_of(cx, exception, original) {
            add_leaves(cx, exception, leaves)?;
        } else {
            cx.list_push(raised, exception)?;
        }
    }
    if cx.dict_len(leaves) > 0 {
        let (again, _) = divide(cx, original, Matcher::Leaves(leaves), false)?;
        if !cx.is_none(again) {
            cx.list_push(raised, again)?;
        }
    }
    match cx.list_len(raised) {
        0 => Ok(Local::NONE),
        1 => Ok(cx.list_get(raised, 0).unwrap_or(Local::NONE)),
        _ => {
            let message = cx.str("")?;
            make(cx, message, raised)
        }
    }
}

/// Whether an exception is a part of a group that nothing was added to: raised again, not
/// anew.
fn is_part_of<'f>(cx: &mut Context<'f>, exception: Local<'f>, group: Local<'f>) -> bool {
    if !is_group(cx, exception) {
        return false;
    }
    if cx.same(exception, group) {
        return true;
    }
    let (Some(one), Some(other)) = (cx.exception_links(exception), cx.exception_links(group))
    else {
        return false;
    };
    cx.same(one.2, other.2) && cx.same(one.0, other.0) && cx.same(one.1, other.1)
}

/// Notes the leaves of a group by address.
fn add_leaves<'f>(cx: &mut Context<'f>, exception: Local<'f>, leaves: Local<'f>) -> Res<'f, ()> {
    cx.charge(1)?;
    if !is_group(cx, exception) {
        let key = address(cx, exception)?;
        return cx.dict_set(leaves, key, Local::TRUE);
    }
    let (_, items) = parts(cx, exception)?;
    for at in 0..cx.tuple_len(items) {
        let item = cx.tuple_get(items, at).unwrap_or(Local::NONE);
        let what = " in collect_exception_group_leaf_ids";
        cx.nested(what, |cx| add_leaves(cx, item, leaves))?;
    }
    Ok(())
}
