//! `deque`: a list used as a ring, with fast ends.
//!
//! The items are `len` places of the list `ITEMS` from `head` on, around its end; the
//! list's length is a power of two or 0, and places without an item hold None. These
//! numbers are data of Rust ([`Ring`]). Whoever calls a script reads all of this again
//! afterwards.

use super::deque_ops as ops;
use crate::convert::{class_item, plain_size};
use miniscript_ext::{Args, Class, Context, Error, Exception, Local, NativeDef, Res};

/// `collections.deque`.
pub(super) static DEQUE: Class = Class {
    name: "collections.deque",
    doc: "deque([iterable[, maxlen]]) --> deque object\n\nA list-like sequence optimized for data accesses near its endpoints.",
    fields: 2,
    weak: true,
    len: Some(size),
    methods: &[
        NativeDef::constructor("(cls, /, *args, **kwargs)", new),
        NativeDef::method("__init__", "(self, iterable=(), maxlen=None)", init),
        NativeDef::getter("maxlen", maxlen),
        NativeDef::method("append", "(self, item, /)", append),
        NativeDef::method("appendleft", "(self, item, /)", appendleft),
        NativeDef::method("pop", "(self, /)", pop),
        NativeDef::method("popleft", "(self, /)", popleft),
        NativeDef::method("extend", "(self, iterable, /)", extend),
        NativeDef::method("extendleft", "(self, iterable, /)", extendleft),
        NativeDef::method("clear", "(self, /)", clear),
        NativeDef::method("copy", "(self, /)", ops::copy),
        NativeDef::method("__copy__", "(self, /)", ops::copy),
        NativeDef::method("count", "(self, value, /)", ops::count),
        NativeDef::method("index", "(self, /, *args)", ops::index_of),
        NativeDef::method("insert", "(self, /, *args)", ops::insert),
        NativeDef::method("remove", "(self, value, /)", ops::remove),
        NativeDef::method("reverse", "(self, /)", ops::reverse),
        NativeDef::method("rotate", "(self, /, *args)", ops::rotate),
        NativeDef::method("__getitem__", "(self, index, /)", ops::get_item),
        NativeDef::method("__setitem__", "(self, index, value, /)", ops::set_item),
        NativeDef::method("__delitem__", "(self, index, /)", ops::del_item),
        NativeDef::method("__contains__", "(self, value, /)", ops::contains),
        NativeDef::method("__iter__", "(self, /)", super::deque_iter::forward),
        NativeDef::method("__reversed__", "(self, /)", super::deque_iter::backward),
        NativeDef::method("__repr__", "(self, /)", ops::repr),
        NativeDef::method("__reduce__", "(self, /)", ops::reduce),
        NativeDef::method("__eq__", "(self, other, /)", ops::eq),
        NativeDef::method("__ne__", "(self, other, /)", ops::ne),
        NativeDef::method("__lt__", "(self, other, /)", ops::lt),
        NativeDef::method("__le__", "(self, other, /)", ops::le),
        NativeDef::method("__gt__", "(self, other, /)", ops::gt),
        NativeDef::method("__ge__", "(self, other, /)", ops::ge),
        NativeDef::method("__add__", "(self, other, /)", ops::add),
        NativeDef::method("__iadd__", "(self, other, /)", ops::iadd),
        NativeDef::method("__mul__", "(self, value, /)", ops::mul),
        NativeDef::method("__rmul__", "(self, value, /)", ops::mul),
        NativeDef::method("__imul__", "(self, value, /)", ops::imul),
        NativeDef::class_method("__class_getitem__", "(cls, item, /)", class_item),
    ],
    ..Class::PLAIN
};

const ITEMS: usize = 0;
const RING: usize = 1;

/// Places of the smallest ring.
const SMALL: usize = 8;

/// Where the items are.
#[derive(Default)]
struct Ring {
    head: usize,
    len: usize,
    /// Most items that there may be.
    most: Option<usize>,
    /// Counts the changes that iterators have to notice.
    state: i64,
}

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    empty(cx, args.at(0))
}

/// An empty deque of a class.
pub(super) fn empty<'f>(cx: &mut Context<'f>, class: Local<'f>) -> Res<'f> {
    let items = cx.list(&[])?;
    let made = cx.instance(class, &[items])?;
    cx.set_payload(made, RING, Ring::default())?;
    Ok(made)
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let most = match args.get(cx, 2).filter(|&most| !cx.is_none(most)) {
        Some(most) => {
            let most = plain_size(cx, most)?;
            let Ok(most) = usize::try_from(most) else {
                return Err(cx.value_error(format_args!("maxlen must be non-negative")));
            };
            Some(most)
        }
        None => None,
    };
    set_most(cx, this, most);
    if size(cx, this) > 0 {
        empty_out(cx, this)?;
    }
    match args.get(cx, 1) {
        Some(iterable) => extend_with(cx, this, iterable, false),
        None => Ok(Local::NONE),
    }
}

fn maxlen<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match most(cx, args.at(0)) {
        Some(most) => cx.int(i64::try_from(most).unwrap_or(i64::MAX)),
        None => Ok(Local::NONE),
    }
}

/// Looks at the numbers of a deque, or changes them.
#[inline]
fn ring<'f, R: Default>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    body: impl FnOnce(&mut Ring) -> R,
) -> R {
    cx.payload(this, RING, body).unwrap_or_default()
}

/// How many items there are.
#[inline]
pub(super) fn size<'f>(cx: &mut Context<'f>, this: Local<'f>) -> usize {
    ring(cx, this, |ring| ring.len)
}

/// How many there may be.
pub(super) fn most<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Option<usize> {
    ring(cx, this, |ring| ring.most)
}

/// Says how many there may be.
pub(super) fn set_most<'f>(cx: &mut Context<'f>, this: Local<'f>, most: Option<usize>) {
    ring(cx, this, |ring| ring.most = most);
}

/// What changes with every change.
#[inline]
pub(super) fn state<'f>(cx: &mut Context<'f>, this: Local<'f>) -> i64 {
    ring(cx, this, |ring| ring.state)
}

impl Ring {
    /// Counts a change, within what an int holds without memory of its own.
    #[inline]
    fn changed(&mut self) {
        self.state = self.state.wrapping_add(1) & 0x3FFF_FFFF_FFFF;
    }
}

/// The place in the ring of item `at`.
#[inline]
fn place(head: usize, at: usize, capacity: usize) -> usize {
    head.wrapping_add(at) & capacity.wrapping_sub(1)
}

/// Item `at`.
#[inline]
pub(super) fn get<'f>(cx: &mut Context<'f>, this: Local<'f>, at: usize) -> Option<Local<'f>> {
    let (head, len) = ring(cx, this, |ring| (ring.head, ring.len));
    if at >= len {
        return None;
    }
    let items = cx.field(this, ITEMS);
    let capacity = cx.list_len(items);
    cx.list_get(items, place(head, at, capacity))
}

/// Overwrites item `at`, which is there.
pub(super) fn put<'f>(cx: &mut Context<'f>, this: Local<'f>, at: usize, value: Local<'f>) {
    let (head, len) = ring(cx, this, |ring| (ring.head, ring.len));
    let items = cx.field(this, ITEMS);
    let capacity = cx.list_len(items);
    if at < len {
        cx.list_set(items, place(head, at, capacity), value);
    }
}

/// Makes room for one more item.
#[cold]
fn grow<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f, ()> {
    let items = cx.field(this, ITEMS);
    let (head, count) = ring(cx, this, |ring| (ring.head, ring.len));
    let old = cx.list_len(items);
    let capacity = (old * 2).max(SMALL);
    let wider = cx.list_with_capacity(capacity)?;
    cx.charge(capacity / 8)?;
    for at in 0..capacity {
        cx.scope(|cx| {
            let item = match at < count {
                true => cx.list_get(items, place(head, at, old)),
                false => None,
            };
            cx.list_push(wider, item.unwrap_or(Local::NONE))
        })?;
    }
    cx.set_field(this, ITEMS, wider);
    ring(cx, this, |ring| ring.head = 0);
    Ok(())
}

/// Adds an item at an end; one at the other goes where there are too many.
#[inline]
pub(super) fn push<'f>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    item: Local<'f>,
    left: bool,
) -> Res<'f, ()> {
    let mut items = cx.field(this, ITEMS);
    let mut capacity = cx.list_len(items);
    let (len, most) = ring(cx, this, |ring| (ring.len, ring.most));
    if most == Some(0) {
        return Ok(());
    }
    if len >= capacity {
        grow(cx, this)?;
        items = cx.field(this, ITEMS);
        capacity = cx.list_len(items);
    }
    let (at, gone) = ring(cx, this, |ring| {
        let at = if left {
            ring.head = place(ring.head, capacity.wrapping_sub(1), capacity);
            ring.head
        } else {
            place(ring.head, ring.len, capacity)
        };
        ring.len += 1;
        ring.changed();
        // The item that is too much, at the other end.
        let mut gone = None;
        if ring.most.is_some_and(|most| ring.len > most) {
            ring.len -= 1;
            gone = Some(place(ring.head, if left { ring.len } else { 0 }, capacity));
            if !left {
                ring.head = place(ring.head, 1, capacity);
            }
        }
        (at, gone)
    });
    cx.list_set(items, at, item);
    if let Some(gone) = gone {
        cx.list_set(items, gone, Local::NONE);
    }
    Ok(())
}

/// Takes the item at an end out.
#[inline]
pub(super) fn take<'f>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    left: bool,
) -> Res<'f, Option<Local<'f>>> {
    let items = cx.field(this, ITEMS);
    let capacity = cx.list_len(items);
    let at = ring(cx, this, |ring| {
        ring.len = ring.len.checked_sub(1)?;
        ring.changed();
        let at = place(ring.head, if left { 0 } else { ring.len }, capacity);
        if left {
            ring.head = place(ring.head, 1, capacity);
        }
        Some(at)
    });
    let Some(at) = at else {
        return Ok(None);
    };
    let item = cx.list_get(items, at);
    cx.list_set(items, at, Local::NONE);
    Ok(Some(item.unwrap_or(Local::NONE)))
}

fn append<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    push(cx, args.at(0), args.at(1), false)?;
    Ok(Local::NONE)
}

fn appendleft<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    push(cx, args.at(0), args.at(1), true)?;
    Ok(Local::NONE)
}

fn pop<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match take(cx, args.at(0), false)? {
        Some(item) => Ok(item),
        None => Err(nothing(cx)),
    }
}

fn popleft<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match take(cx, args.at(0), true)? {
        Some(item) => Ok(item),
        None => Err(nothing(cx)),
    }
}

#[cold]
fn nothing<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise_kind(
        Exception::IndexError,
        format_args!("pop from an empty deque"),
    )
}

fn extend<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    extend_with(cx, args.at(0), args.at(1), false)
}

fn extendleft<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    extend_with(cx, args.at(0), args.at(1), true)
}

/// Adds the items of an iterable at an end, one after the other.
pub(super) fn extend_with<'f>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    iterable: Local<'f>,
    left: bool,
) -> Res<'f> {
    let source = match cx.same(iterable, this) {
        true => list_of(cx, this)?,
        false => iterable,
    };
    let iterator = cx.iter(source)?;
    loop {
        cx.charge(1)?;
        let more = cx.scope(|cx| match cx.next(iterator)? {
            Some(item) => push(cx, this, item, left).map(|()| true),
            None => Ok(false),
        })?;
        if !more {
            return Ok(Local::NONE);
        }
    }
}

/// A list of the items.
pub(super) fn list_of<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f> {
    let count = size(cx, this);
    cx.charge(count / 8)?;
    let list = cx.list_with_capacity(count)?;
    for at in 0..count {
        cx.scope(|cx| match get(cx, this, at) {
            Some(item) => cx.list_push(list, item),
            None => Ok(()),
        })?;
    }
    Ok(list)
}

/// Takes the items of a list, which nobody else has, for its own.
pub(super) fn adopt<'f>(cx: &mut Context<'f>, this: Local<'f>, list: Local<'f>) -> Res<'f, ()> {
    let count = cx.list_len(list);
    let capacity = match count {
        0 => 0,
        _ => count.checked_next_power_of_two().unwrap_or(count).max(SMALL),
    };
    for _ in count..capacity {
        cx.list_push(list, Local::NONE)?;
    }
    cx.set_field(this, ITEMS, list);
    ring(cx, this, |ring| {
        (ring.head, ring.len) = (0, count);
        ring.changed();
    });
    Ok(())
}

fn clear<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    empty_out(cx, args.at(0))?;
    Ok(Local::NONE)
}

fn empty_out<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f, ()> {
    let list = cx.list(&[])?;
    adopt(cx, this, list)
}
