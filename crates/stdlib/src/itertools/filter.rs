//! `compress`, `dropwhile`, `takewhile`, `filterfalse`, `starmap`: an item at a time,
//! by what a function or another iterator says.

use crate::convert::{expect, reduced, tuple_of};
use miniscript_ext::{Args, Class, Context, Local, NativeDef, Res};

const FUNCTION: usize = 0;
const ITEMS: usize = 1;
/// `dropwhile`: it has found where to begin. `takewhile`: it has ended.
const DONE: usize = 2;

/// `compress`: data and selectors.
pub(super) static COMPRESS: Class = Class {
    name: "itertools.compress",
    doc: "Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.",
    fields: 2,
    methods: &[
        NativeDef::constructor("(cls, data, selectors)", compress),
        NativeDef::method("__reduce__", "(self, /)", reduce),
    ],
    next: Some(compress_next),
    ..Class::PLAIN
};

/// `dropwhile`.
pub(super) static DROPWHILE: Class = Class {
    name: "itertools.dropwhile",
    doc: "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.",
    fields: 3,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", dropwhile),
        NativeDef::method("__reduce__", "(self, /)", reduce_done),
        NativeDef::method("__setstate__", "(self, state, /)", set_done),
    ],
    next: Some(dropwhile_next),
    ..Class::PLAIN
};

/// `takewhile`.
pub(super) static TAKEWHILE: Class = Class {
    name: "itertools.takewhile",
    doc: "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
    fields: 3,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", takewhile),
        NativeDef::method("__reduce__", "(self, /)", reduce_done),
        NativeDef::method("__setstate__", "(self, state, /)", set_done),
    ],
    next: Some(takewhile_next),
    ..Class::PLAIN
};

/// `filterfalse`.
pub(super) static FILTERFALSE: Class = Class {
    name: "itertools.filterfalse",
    doc: "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.",
    fields: 2,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", filterfalse),
        NativeDef::method("__reduce__", "(self, /)", reduce),
    ],
    next: Some(filterfalse_next),
    ..Class::PLAIN
};

/// `starmap`.
pub(super) static STARMAP: Class = Class {
    name: "itertools.starmap",
    doc: "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.",
    fields: 2,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", starmap),
        NativeDef::method("__reduce__", "(self, /)", reduce),
    ],
    next: Some(starmap_next),
    ..Class::PLAIN
};

fn compress<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let data = cx.iter(args.at(1))?;
    let selectors = cx.iter(args.at(2))?;
    cx.instance(args.at(0), &[data, selectors])
}

fn compress_next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let (data, selectors) = (cx.field(it, 0), cx.field(it, 1));
    search(cx, |cx| {
        let Some(item) = cx.next(data)? else {
            return Ok(None);
        };
        let Some(selector) = cx.next(selectors)? else {
            return Ok(None);
        };
        Ok(Some((item, cx.truth(selector)?)))
    })
}

/// Steps until an item is wanted or there is none.
fn search<'f>(
    cx: &mut Context<'f>,
    mut step: impl for<'s> FnMut(
        &mut miniscript_ext::Scope<'s, 'f>,
    ) -> Res<'s, Option<(Local<'s>, bool)>>,
) -> Res<'f, Option<Local<'f>>> {
    let kept = cx.slot(Local::NONE);
    loop {
        let wanted = cx.scope(|cx| {
            let Some((item, wanted)) = step(cx)? else {
                return Ok(None);
            };
            if wanted {
                cx.assign(&kept, item);
            }
            Ok(Some(wanted))
        })?;
        match wanted {
            Some(true) => return Ok(Some(cx.take(&kept))),
            Some(false) => cx.charge(1)?,
            None => return Ok(None),
        }
    }
}

/// An iterator of a function and an iterable.
fn made<'f>(cx: &mut Context<'f>, name: &str, args: Args<'f>, flag: bool) -> Res<'f> {
    expect(cx, name, args, 2, 2)?;
    let items = cx.iter(args.at(2))?;
    let fields = [args.at(1), items, Local::FALSE];
    cx.instance(
        args.at(0),
        if flag { &fields } else { fields.split_at(2).0 },
    )
}

fn dropwhile<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    made(cx, "dropwhile", args, true)
}

fn takewhile<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    made(cx, "takewhile", args, true)
}

fn filterfalse<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    made(cx, "filterfalse", args, false)
}

fn starmap<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    made(cx, "starmap", args, false)
}

fn is_done<'f>(cx: &mut Context<'f>, it: Local<'f>) -> bool {
    let done = cx.field(it, DONE);
    cx.as_bool(done) == Some(true)
}

fn dropwhile_next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let (function, items) = (cx.field(it, FUNCTION), cx.field(it, ITEMS));
    search(cx, |cx| {
        let Some(item) = cx.next(items)? else {
            return Ok(None);
        };
        if is_done(cx, it) {
            return Ok(Some((item, true)));
        }
        let verdict = cx.call(function, &[item])?;
        if cx.truth(verdict)? {
            return Ok(Some((item, false)));
        }
        cx.set_field(it, DONE, Local::TRUE);
        Ok(Some((item, true)))
    })
}

fn takewhile_next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    if is_done(cx, it) {
        return Ok(None);
    }
    let (function, items) = (cx.field(it, FUNCTION), cx.field(it, ITEMS));
    let Some(item) = cx.next(items)? else {
        return Ok(None);
    };
    let verdict = cx.call(function, &[item])?;
    if cx.truth(verdict)? {
        return Ok(Some(item));
    }
    cx.set_field(it, DONE, Local::TRUE);
    Ok(None)
}

fn filterfalse_next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let (function, items) = (cx.field(it, FUNCTION), cx.field(it, ITEMS));
    let bool_type = cx.hidden_type("bool").unwrap_or(Local::NONE);
    let plain = cx.is_none(function) || cx.same(function, bool_type);
    search(cx, |cx| {
        let Some(item) = cx.next(items)? else {
            return Ok(None);
        };
        let verdict = if plain {
            item
        } else {
            cx.call(function, &[item])?
        };
        Ok(Some((item, !cx.truth(verdict)?)))
    })
}

fn starmap_next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let (function, items) = (cx.field(it, FUNCTION), cx.field(it, ITEMS));
    let Some(item) = cx.next(items)? else {
        return Ok(None);
    };
    const FEW: usize = 4;
    let given = tuple_of(cx, item)?;
    let count = cx.tuple_len(given);
    if count > FEW {
        return cx.call_ex(function, given, None).map(Some);
    }
    let mut few = [Local::NONE; FEW];
    for (at, place) in few.iter_mut().enumerate().take(count) {
        *place = cx.tuple_get(given, at).unwrap_or(Local::NONE);
    }
    cx.call(function, few.get(..count).unwrap_or(&[])).map(Some)
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (a, b) = (cx.field(args.at(0), 0), cx.field(args.at(0), 1));
    reduced(cx, args.at(0), &[a, b], None)
}

fn reduce_done<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let it = args.at(0);
    let (function, items) = (cx.field(it, FUNCTION), cx.field(it, ITEMS));
    let done = i64::from(is_done(cx, it));
    let done = cx.int(done)?;
    reduced(cx, it, &[function, items], Some(done))
}

fn set_done<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let done = cx.truth(args.at(1))?;
    cx.set_field(args.at(0), DONE, Local::bool(done));
    Ok(Local::NONE)
}
