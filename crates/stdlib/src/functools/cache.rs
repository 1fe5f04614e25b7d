//! The function behind `lru_cache`: results by arguments, the least recently used ones
//! going first.
//!
//! With a largest size the results hang in a ring of links, the one used last before
//! `RING`, which is itself a link. The cache may change while the function runs.

use super::call_joined;
use miniscript_ext::{Args, Class, Context, Local, NativeDef, Res};

/// `functools._lru_cache_wrapper`.
pub(super) static CACHE: Class = Class {
    name: "functools._lru_cache_wrapper",
    doc: "Create a cached callable that wraps another function.\n\nuser_function:      the function being cached\n\nmaxsize:  0         for no caching\n          None      for unlimited cache size\n          n         for a bounded cache\n\ntyped:    False     cache f(3) and f(3.0) as identical calls\n          True      cache f(3) and f(3.0) as distinct calls\n\ncache_info_type:    namedtuple class with the fields:\n                        hits misses currsize maxsize\n",
    fields: 9,
    attributes: true,
    weak: true,
    methods: &[
        NativeDef::constructor(
            "(cls, user_function, maxsize, typed, cache_info_type)",
            new,
        ),
        NativeDef::method("__call__", "(self, /, *args, **kwargs)", call),
        NativeDef::method("__get__", "(self, instance, owner=None, /)", get),
        NativeDef::method("cache_info", "(self, /)", info),
        NativeDef::method("cache_clear", "(self, /)", clear),
        NativeDef::method("__copy__", "(self, /)", itself),
        NativeDef::method("__deepcopy__", "(self, memo, /)", itself),
        NativeDef::method("__reduce__", "(self, /)", reduce),
    ],
    ..Class::PLAIN
};

/// A result in the ring.
static LINK: Class = Class {
    name: "functools._lru_list_elem",
    fields: 4,
    derivable: false,
    ..Class::PLAIN
};

const FUNCTION: usize = 0;
const RESULTS: usize = 1;
const LARGEST: usize = 2;
const TYPED: usize = 3;
const HITS: usize = 4;
const MISSES: usize = 5;
const INFO: usize = 6;
const RING: usize = 7;
const MARK: usize = 8;

const BEFORE: usize = 0;
const AFTER: usize = 1;
const KEY: usize = 2;
const RESULT: usize = 3;

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (function, largest, typed) = (args.at(1), args.at(2), args.at(3));
    if !cx.is_callable(function) {
        return Err(cx.type_error(format_args!("the first argument must be callable")));
    }
    let largest = if cx.is_none(largest) {
        largest
    } else {
        let Some(number) = cx.to_index(largest)? else {
            return Err(cx.type_error(format_args!("maxsize should be integer or None")));
        };
        let number = crate::convert::size(cx, number)?;
        cx.int(number.max(0))?
    };
    let typed = Local::bool(cx.truth(typed)?);
    let (results, zero) = (cx.dict()?, cx.int(0)?);
    let class = cx.class_of(&LINK)?;
    let ring = cx.instance(class, &[])?;
    empty_ring(cx, ring);
    // What stands between arguments and names in a key equals nothing else.
    let mark = cx.instance(class, &[])?;
    let info = args.at(4);
    cx.instance(
        args.at(0),
        &[
            function, results, largest, typed, zero, zero, info, ring, mark,
        ],
    )
}

fn empty_ring<'f>(cx: &mut Context<'f>, ring: Local<'f>) {
    cx.set_field(ring, BEFORE, ring);
    cx.set_field(ring, AFTER, ring);
}

fn call<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let last = args.len().saturating_sub(1);
    let named = args.at(last);
    let given = args.len().saturating_sub(2);
    let largest = cx.field(this, LARGEST);
    if cx.as_int(largest) == Some(0) {
        count(cx, this, MISSES)?;
        return run(cx, this, args, named);
    }
    let key = key_of(cx, this, args, given, named)?;
    let results = cx.field(this, RESULTS);
    let found = cx.dict_get(results, key)?;
    if cx.is_none(largest) {
        if let Some(found) = found {
            count(cx, this, HITS)?;
            return Ok(found);
        }
        count(cx, this, MISSES)?;
        let result = run(cx, this, args, named)?;
        cx.dict_set(results, key, result)?;
        return Ok(result);
    }
    let ring = cx.field(this, RING);
    if let Some(link) = found {
        unlink(cx, link);
        put_last(cx, ring, link);
        count(cx, this, HITS)?;
        return Ok(cx.field(link, RESULT));
    }
    count(cx, this, MISSES)?;
    let result = run(cx, this, args, named)?;
    if cx.dict_get(results, key)?.is_some() {
        // The call has brought the same key in.
        return Ok(result);
    }
    let largest = cx.as_int(largest).unwrap_or(i64::MAX);
    let oldest = cx.field(ring, AFTER);
    let full = i64::try_from(cx.dict_len(results)).unwrap_or(i64::MAX) >= largest;
    if full && !cx.same(oldest, ring) {
        unlink(cx, oldest);
        let old = cx.field(oldest, KEY);
        cx.dict_remove(results, old)?;
    }
    let class = cx.class_of(&LINK)?;
    let link = cx.instance(class, &[Local::NONE, Local::NONE, key, result])?;
    cx.dict_set(results, key, link)?;
    put_last(cx, ring, link);
    Ok(result)
}

fn run<'f>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    args: Args<'f>,
    named: Local<'f>,
) -> Res<'f> {
    let (function, first) = (cx.field(this, FUNCTION), cx.tuple(&[])?);
    let rest = args.rest(1).take(args.len().saturating_sub(2));
    let named = (cx.dict_len(named) > 0).then_some(named);
    call_joined(cx, function, first, rest, named)
}

fn count<'f>(cx: &mut Context<'f>, this: Local<'f>, field: usize) -> Res<'f, ()> {
    let number = cx.int_field(this, field).unwrap_or(0).saturating_add(1);
    cx.set_int_field(this, field, number)
}

fn unlink<'f>(cx: &mut Context<'f>, link: Local<'f>) {
    let (before, after) = (cx.field(link, BEFORE), cx.field(link, AFTER));
    cx.set_field(before, AFTER, after);
    cx.set_field(after, BEFORE, before);
}

fn put_last<'f>(cx: &mut Context<'f>, ring: Local<'f>, link: Local<'f>) {
    let last = cx.field(ring, BEFORE);
    cx.set_field(last, AFTER, link);
    cx.set_field(ring, BEFORE, link);
    cx.set_field(link, BEFORE, last);
    cx.set_field(link, AFTER, ring);
}

/// What the arguments are found by: one int or str stands for itself.
fn key_of<'f>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    args: Args<'f>,
    given: usize,
    named: Local<'f>,
) -> Res<'f> {
    let typed = cx.field(this, TYPED);
    let typed = cx.as_bool(typed) == Some(true);
    let names = cx.dict_len(named);
    if !typed && names == 0 {
        if given == 1 && is_plain(cx, args.at(1)) {
            return Ok(args.at(1));
        }
        const FEW: usize = 8;
        let mut few = [Local::NONE; FEW];
        if given <= FEW {
            for (place, arg) in few.iter_mut().zip(args.rest(1).take(given)) {
                *place = arg;
            }
            return cx.tuple(few.get(..given).unwrap_or(&[]));
        }
    }
    let parts = cx.list(&[])?;
    for arg in args.rest(1).take(given) {
        cx.list_push(parts, arg)?;
    }
    if names > 0 {
        let mark = cx.field(this, MARK);
        cx.list_push(parts, mark)?;
        let mut at = 0;
        while let Some((next, key, value)) = cx.dict_next(named, at) {
            cx.list_push(parts, key)?;
            cx.list_push(parts, value)?;
            at = next + 1;
        }
    }
    if typed {
        for arg in args.rest(1).take(given) {
            let class = cx.type_of(arg);
            cx.list_push(parts, class)?;
        }
        let mut at = 0;
        while let Some((next, _, value)) = cx.dict_next(named, at) {
            let class = cx.type_of(value);
            cx.list_push(parts, class)?;
            at = next + 1;
        }
    }
    cx.tuple_from_list(parts)
}

/// Whether a value is an int or a str itself, of no class that derives from these.
fn is_plain<'f>(cx: &mut Context<'f>, value: Local<'f>) -> bool {
    cx.is_str(value) || cx.is_int(value) && cx.type_name(value) == "int"
}

fn get<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (this, object) = (args.at(0), args.at(1));
    if cx.is_none(object) {
        return Ok(this);
    }
    match cx.hidden_type("method") {
        Some(method) => cx.call(method, &[this, object]),
        None => Ok(this),
    }
}

fn info<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let results = cx.field(this, RESULTS);
    let held = cx.int(i64::try_from(cx.dict_len(results)).unwrap_or(i64::MAX))?;
    let (class, hits, misses, largest) = (
        cx.field(this, INFO),
        cx.field(this, HITS),
        cx.field(this, MISSES),
        cx.field(this, LARGEST),
    );
    cx.call(class, &[hits, misses, largest, held])
}

fn clear<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let (results, ring) = (cx.field(this, RESULTS), cx.field(this, RING));
    cx.dict_clear(results);
    empty_ring(cx, ring);
    cx.set_int_field(this, HITS, 0)?;
    cx.set_int_field(this, MISSES, 0)?;
    Ok(Local::NONE)
}

fn itself<'f>(_: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(args.at(0))
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.attribute(args.at(0), "__qualname__")
}
