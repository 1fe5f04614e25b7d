//! Functions over iterables: `len`, `iter`, `next`, `all`, `any`, `sorted`.
//! (`enumerate`, `zip`, `map`, `filter` and `reversed` are types.)

use crate::builtins::protocol;
use crate::builtins::types::list::sort_options;
use crate::object::{ClassId, IterKind, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::intrinsic::Intrinsic;
use crate::vm::native::NativeDef;

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("all", "(iterable, /)", all),
    NativeDef::function("any", "(iterable, /)", any),
    NativeDef::function("iter", "(object, sentinel=None, /)", iter),
    NativeDef::function("len", "(obj, /)", len).with_intrinsic(Intrinsic::Len),
    NativeDef::function("next", "(iterator, default=None, /)", next)
        .with_intrinsic(Intrinsic::Next),
    NativeDef::function("sorted", "(*iterables, key=None, reverse=False)", sorted),
];

fn all<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let stops = protocol::find_truth(cx, args.at(0), false)?;
    Ok(Local::bool(!stops))
}

fn any<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let found = protocol::find_truth(cx, args.at(0), true)?;
    Ok(Local::bool(found))
}

fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(sentinel) = args.get(cx, 1) else {
        return protocol::iter(cx, args.at(0));
    };
    if !is_callable(cx, args.at(0)) {
        return Err(cx.type_error(format_args!("iter(v, w): v must be callable")));
    }
    cx.new_iter(IterKind::Call, args.at(0), sentinel)
}

fn is_callable<'f>(cx: &mut Context<'f>, object: Local<'f>) -> bool {
    match cx.kind(object) {
        Some(Kind::Function | Kind::Native | Kind::Method | Kind::Type | Kind::StaticMethod) => {
            true
        }
        _ => {
            let names = cx.names();
            cx.type_attr(object, names.call).is_some()
        }
    }
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let len = protocol::length(cx, args.at(0))?;
    // Of 63 bits: no length is negative.
    cx.int(len as i64)
}

fn next<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let iterator = args.at(0);
    let default = args.get(cx, 1);
    match cx.kind(iterator) {
        // As they end by themselves, the exception need not be made and unmade.
        Some(Kind::Iter) => {
            if let Some(item) = protocol::next(cx, iterator)? {
                return Ok(item);
            }
        }
        _ => {
            // The script's own StopIteration is passed on, with its value.
            let names = cx.names();
            match cx.call_special(iterator, names.next, &[]) {
                Ok(Some(item)) => return Ok(item),
                Ok(None) => {
                    let name = cx.type_name(iterator);
                    return Err(cx.type_error(format_args!("'{name}' object is not an iterator")));
                }
                Err(error) if default.is_some() && cx.error_is(&error, ClassId::StopIteration) => {}
                Err(error) => return Err(error),
            }
        }
    }
    match default {
        Some(default) => Ok(default),
        None => Err(cx.raise_empty(ClassId::StopIteration)),
    }
}

/// The keyword arguments come first, then what was passed by position.
fn sorted<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let given = args.len().saturating_sub(2);
    if given != 1 {
        return Err(cx.type_error(format_args!("sorted expected 1 argument, got {given}")));
    }
    let list = protocol::list_of(cx, args.at(2))?;
    let (key, reverse) = sort_options(cx, args.get(cx, 0), args.get(cx, 1))?;
    protocol::sort_list(cx, list, key, reverse)?;
    Ok(list)
}
