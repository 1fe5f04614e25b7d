//! Functions on classes: isinstance, issubclass, callable; and `__import__`.

use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::import;
use crate::vm::intrinsic::Intrinsic;
use crate::vm::native::NativeDef;

/// The functions of this file.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("isinstance", "(obj, class_or_tuple, /)", isinstance)
        .with_intrinsic(Intrinsic::IsInstance),
    NativeDef::function("issubclass", "(cls, class_or_tuple, /)", issubclass),
    NativeDef::function("callable", "(obj, /)", callable),
    NativeDef::function(
        "__import__",
        "(name, globals=None, locals=None, fromlist=None, level=0)",
        import_module,
    ),
];

const BAD_INSTANCE_CLASS: &str = "isinstance() arg 2 must be a type, a tuple of types, or a union";
const BAD_CLASS: &str = "issubclass() arg 2 must be a class, a tuple of classes, or a union";
const BAD_SUBCLASS: &str = "issubclass() arg 1 must be a class";

/// Bases that a search through `__bases__` of objects that are no types visits at most.
const MAX_ABSTRACT_BASES: usize = 10_000;

fn isinstance<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    isinstance_of_any(cx, args.at(0), args.at(1))
}

/// `isinstance` of a class or a tuple of classes.
pub(crate) fn isinstance_of_any<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    classes: Local<'f>,
) -> Res<'f> {
    any_class(cx, object, classes, " in __instancecheck__", is_instance)
}

/// `isinstance` with one class, whose metaclass may have its own opinion.
pub(crate) fn is_instance<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    class: Local<'f>,
) -> Res<'f, bool> {
    let own = cx.class(object);
    if cx.class_id(class) == Some(own) {
        return Ok(true);
    }
    if cx.class(class) != ClassId::Type {
        let name = cx.names().instancecheck;
        if let Some(answer) = cx.call_special(class, name, &[object])? {
            return protocol::truth(cx, answer);
        }
    }
    is_instance_of(cx, object, class)
}

fn issubclass<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    issubclass_of_any(cx, args.at(0), args.at(1))
}

/// `issubclass` of a class or a tuple of classes.
pub(crate) fn issubclass_of_any<'f>(
    cx: &mut Context<'f>,
    subclass: Local<'f>,
    classes: Local<'f>,
) -> Res<'f> {
    any_class(
        cx,
        subclass,
        classes,
        " in __subclasscheck__",
        |cx, subclass, class| {
            if cx.class(class) != ClassId::Type {
                let name = cx.names().subclasscheck;
                if let Some(answer) = cx.call_special(class, name, &[subclass])? {
                    return protocol::truth(cx, answer);
                }
            }
            is_subclass_of(cx, subclass, class)
        },
    )
}

/// A question about a value and a class.
type Ask = for<'s> fn(&mut Context<'s>, Local<'s>, Local<'s>) -> Res<'s, bool>;

/// Asks about a class, or about the classes of a tuple (of tuples) until one says yes.
fn any_class<'f>(
    cx: &mut Context<'f>,
    subject: Local<'f>,
    classes: Local<'f>,
    place: &str,
    ask: Ask,
) -> Res<'f> {
    let classes = cx.plain(classes);
    if !cx.is(classes, Kind::Tuple) {
        return Ok(Local::bool(ask(cx, subject, classes)?));
    }
    let mut depth = 0;
    let answer = any_of_tuple(cx, subject, classes, ask, |cx, deeper| {
        if deeper {
            cx.enter_recursion(place)?;
            depth += 1;
        } else {
            cx.leave_recursion();
            depth -= 1;
        }
        Ok(())
    });
    for _ in 0..depth {
        cx.leave_recursion();
    }
    answer
}

/// The same for a tuple. No native stack is used for the tuples within, but they count as
/// calls: `step` is told when one is entered, or left.
fn any_of_tuple<'f>(
    cx: &mut Context<'f>,
    subject: Local<'f>,
    classes: Local<'f>,
    ask: Ask,
    mut step: impl for<'s> FnMut(&mut Context<'s>, bool) -> Res<'s, ()>,
) -> Res<'f> {
    step(cx, true)?;
    // Tuples under way, as a stack of (tuple, next index).
    let stack = cx.list(&[classes])?;
    let first = cx.int(0)?;
    let indices = cx.list(&[first])?;
    loop {
        cx.charge(1)?;
        let depth = cx.list_len(stack);
        let Some(top) = depth.checked_sub(1) else {
            return Ok(Local::FALSE);
        };
        let yes = cx.scope(|cx| {
            let (Some(tuple), Some(index)) = (cx.list_get(stack, top), cx.list_get(indices, top))
            else {
                return Ok(false);
            };
            let at = cx
                .as_int(index)
                .and_then(|at| usize::try_from(at).ok())
                .unwrap_or(usize::MAX);
            let Some(item) = cx.tuple_get(tuple, at) else {
                step(cx, false)?;
                cx.list_remove(stack, top, 1);
                cx.list_remove(indices, top, 1);
                return Ok(false);
            };
            let next = cx.size(at + 1)?;
            cx.list_set(indices, top, next);
            let item = cx.plain(item);
            if cx.is(item, Kind::Tuple) {
                step(cx, true)?;
                let first = cx.int(0)?;
                cx.list_push(stack, item)?;
                cx.list_push(indices, first)?;
                return Ok(false);
            }
            ask(cx, subject, item)
        })?;
        if yes {
            return Ok(Local::TRUE);
        }
    }
}

/// What `type.__instancecheck__` says: by the type, and by what `__class__` claims.
pub(crate) fn is_instance_of<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    class: Local<'f>,
) -> Res<'f, bool> {
    let own = cx.class(object);
    let own = cx.class_object(own);
    let is_type = cx.is(class, Kind::Type);
    if is_type && cx.is_subtype(own, class) {
        return Ok(true);
    }
    if !is_type && bases_of(cx, class)?.is_none() {
        return Err(cx.type_error(format_args!("{BAD_INSTANCE_CLASS}")));
    }
    // Objects of built-in layouts do not lie about their class.
    if is_type
        && !matches!(
            cx.kind(object),
            Some(Kind::Instance | Kind::Derived | Kind::Exception | Kind::User)
        )
    {
        return Ok(false);
    }
    let name = cx.name("__class__")?;
    let Some(claimed) = cx.find_attr(object, name)? else {
        return Ok(false);
    };
    if is_type {
        return Ok(cx.is(claimed, Kind::Type) && cx.is_subtype(claimed, class));
    }
    is_below(cx, claimed, class)
}

/// What `type.__subclasscheck__` says.
pub(crate) fn is_subclass_of<'f>(
    cx: &mut Context<'f>,
    subclass: Local<'f>,
    class: Local<'f>,
) -> Res<'f, bool> {
    if cx.is(subclass, Kind::Type) && cx.is(class, Kind::Type) {
        return Ok(cx.is_subtype(subclass, class));
    }
    if bases_of(cx, subclass)?.is_none() {
        return Err(cx.type_error(format_args!("{BAD_SUBCLASS}")));
    }
    if bases_of(cx, class)?.is_none() {
        return Err(cx.type_error(format_args!("{BAD_CLASS}")));
    }
    is_below(cx, subclass, class)
}

/// The `__bases__` of something that behaves like a class.
fn bases_of<'f>(cx: &mut Context<'f>, class: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let name = cx.name("__bases__")?;
    let bases = cx.find_attr(class, name)?;
    Ok(bases.filter(|&bases| cx.is(bases, Kind::Tuple)))
}

/// Searches `__bases__` for a class.
fn is_below<'f>(cx: &mut Context<'f>, subclass: Local<'f>, class: Local<'f>) -> Res<'f, bool> {
    let pending = cx.list(&[subclass])?;
    for _ in 0..MAX_ABSTRACT_BASES {
        cx.charge(1)?;
        let Some(last) = cx.list_len(pending).checked_sub(1) else {
            return Ok(false);
        };
        let found = cx.scope(|cx| {
            let Some(candidate) = cx.list_get(pending, last) else {
                return Ok(false);
            };
            cx.list_remove(pending, last, 1);
            if cx.same(candidate, class) {
                return Ok(true);
            }
            if let Some(bases) = bases_of(cx, candidate)? {
                for at in (0..cx.tuple_len(bases)).rev() {
                    if let Some(base) = cx.tuple_get(bases, at) {
                        cx.list_push(pending, base)?;
                    }
                }
            }
            Ok(false)
        })?;
        if found {
            return Ok(true);
        }
    }
    Err(cx.raise(
        ClassId::RecursionError,
        format_args!("maximum recursion depth exceeded in __subclasscheck__"),
    ))
}

fn callable<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(is_callable(cx, args.at(0))))
}

/// Whether a value can be called.
pub(crate) fn is_callable<'f>(cx: &mut Context<'f>, value: Local<'f>) -> bool {
    match cx.kind(value) {
        Some(Kind::Native) => cx
            .native_def(value)
            .is_some_and(|def| def.flags & NativeDef::GETTER == 0),
        Some(Kind::Function | Kind::Method | Kind::Type | Kind::StaticMethod) => true,
        _ => {
            let name = cx.names().call;
            cx.type_attr(value, name).is_some()
        }
    }
}

/// Whether a value is `__import__` itself.
pub(crate) fn is_import<'f>(cx: &Context<'f>, function: Local<'f>) -> bool {
    cx.native_def(function).is_some_and(|def| {
        FUNCTIONS.iter().any(|own| core::ptr::eq(own, def)) && def.name == "__import__"
    })
}

fn import_module<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let name = args.at(0);
    if !cx.is(name, Kind::Str) {
        return Err(cx.type_error(format_args!("module name must be a string")));
    }
    let fromlist = args.get(cx, 3).unwrap_or(Local::NONE);
    let level = match args.get(cx, 4) {
        Some(level) => protocol::index_i64(cx, level)?,
        None => 0,
    };
    let Ok(level) = u8::try_from(level) else {
        return Err(cx.value_error(format_args!("level must be >= 0")));
    };
    if level == 0 && cx.as_str(name).is_some_and(str::is_empty) {
        return Err(cx.value_error(format_args!("Empty module name")));
    }
    import::import(cx, name, fromlist, level)
}
