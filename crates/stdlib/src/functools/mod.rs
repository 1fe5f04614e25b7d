//! `_functools`: what `functools` has that is called often: `partial`, `reduce`,
//! `cmp_to_key`, the function behind `lru_cache`.

mod cache;
mod compare;
mod partial;

use crate::settings::Settings;
use miniscript_ext::{Args, Context, Exception, Local, Module, Res, untyped};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_functools")
        .doc("Tools that operate on functions.")
        .class(&partial::PARTIAL)
        .class(&cache::CACHE)
        .function("reduce(*args)", untyped(reduce))
        .function("cmp_to_key(mycmp)", compare::cmp_to_key)
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let given = args.len();
    if !(2..=3).contains(&given) {
        let (bound, limit) = if given < 2 { ("least", 2) } else { ("most", 3) };
        return Err(cx.type_error(format_args!(
            "reduce expected at {bound} {limit} arguments, got {given}"
        )));
    }
    let function = args.at(0);
    let items = match cx.iter(args.at(1)) {
        Ok(items) => items,
        Err(error) if cx.error_is_kind(&error, Exception::TypeError) => {
            return Err(cx.type_error(format_args!("reduce() arg 2 must support iteration")));
        }
        Err(error) => return Err(error),
    };
    let first = match args.get(cx, 2) {
        Some(first) => Some(first),
        None => cx.next(items)?,
    };
    let Some(first) = first else {
        return Err(cx.type_error(format_args!(
            "reduce() of empty iterable with no initial value"
        )));
    };
    let total = cx.slot(first);
    loop {
        cx.charge(1)?;
        let more = cx.scope(|cx| {
            let Some(item) = cx.next(items)? else {
                return Ok(false);
            };
            let before = cx.read(&total);
            let after = cx.call(function, &[before, item])?;
            cx.assign(&total, after);
            Ok(true)
        })?;
        if !more {
            return Ok(cx.take(&total));
        }
    }
}

/// The arguments of a call: those that came first, and the others.
pub(crate) fn call_joined<'f>(
    cx: &mut Context<'f>,
    function: Local<'f>,
    first: Local<'f>,
    rest: impl ExactSizeIterator<Item = Local<'f>>,
    named: Option<Local<'f>>,
) -> Res<'f> {
    const FEW: usize = 8;
    let before = cx.tuple_len(first);
    let total = before + rest.len();
    if total <= FEW && named.is_none() {
        let mut few = [Local::NONE; FEW];
        for (at, place) in few.iter_mut().enumerate().take(before) {
            *place = cx.tuple_get(first, at).unwrap_or(Local::NONE);
        }
        for (place, arg) in few.iter_mut().skip(before).zip(rest) {
            *place = arg;
        }
        return cx.call(function, few.get(..total).unwrap_or(&[]));
    }
    let all = joined(cx, first, rest)?;
    cx.call_ex(function, all, named)
}

/// A tuple of the items of a tuple and others.
pub(crate) fn joined<'f>(
    cx: &mut Context<'f>,
    first: Local<'f>,
    rest: impl ExactSizeIterator<Item = Local<'f>>,
) -> Res<'f> {
    if rest.len() == 0 {
        return Ok(first);
    }
    let list = cx.collect_list(first)?;
    for arg in rest {
        cx.list_push(list, arg)?;
    }
    cx.tuple_from_list(list)
}
