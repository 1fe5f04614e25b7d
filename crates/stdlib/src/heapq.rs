//! `_heapq`: heaps in lists. What compares may change the list: its length is looked at
//! again after each comparison.

use crate::settings::Settings;
use miniscript_ext::{Context, Error, Exception, Local, Module, Res};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_heapq")
        .doc("Heap queue algorithm (a.k.a. priority queue).")
        .function("heappush(heap, item, /)", push)
        .function("heappushpop(heap, item, /)", push_pop)
        .function("heappop(heap, /)", pop)
        .function("heapreplace(heap, item, /)", replace)
        .function("heapify(heap, /)", heapify)
        .function("_heappop_max(heap, /)", pop_max)
        .function("_heapreplace_max(heap, item, /)", replace_max)
        .function("_heapify_max(heap, /)", heapify_max)
}

/// Which item comes first.
#[derive(Clone, Copy, PartialEq)]
enum Order {
    Smallest,
    Largest,
}

fn check<'f>(cx: &mut Context<'f>, what: &str, heap: Local<'f>) -> Res<'f, ()> {
    let list = cx.hidden_type("list");
    if cx.is_list(heap) || list.is_some_and(|list| cx.is_instance_of(heap, list)) {
        return Ok(());
    }
    let found = cx.type_name(heap);
    Err(cx.type_error(format_args!(
        "{what} must be list, not {found}"
    )))
}

#[cold]
fn changed<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise_kind(
        Exception::RuntimeError,
        format_args!("list changed size during iteration"),
    )
}

#[cold]
fn nothing<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise_kind(
        Exception::IndexError,
        format_args!("index out of range"),
    )
}

/// Whether item `a` of a heap belongs above item `b`.
fn above<'f>(
    cx: &mut Context<'f>,
    heap: Local<'f>,
    order: Order,
    a: usize,
    b: usize,
) -> Res<'f, bool> {
    let len = cx.list_len(heap);
    let result = cx.scope(|cx| {
        let (Some(a), Some(b)) = (cx.list_get(heap, a), cx.list_get(heap, b)) else {
            return Err(nothing(cx));
        };
        match order {
            Order::Smallest => cx.less(a, b),
            Order::Largest => cx.less(b, a),
        }
    })?;
    if cx.list_len(heap) != len {
        return Err(changed(cx));
    }
    Ok(result)
}

fn swap<'f>(cx: &mut Context<'f>, heap: Local<'f>, a: usize, b: usize) -> Res<'f, ()> {
    cx.scope(|cx| {
        let (Some(x), Some(y)) = (cx.list_get(heap, a), cx.list_get(heap, b)) else {
            return Err(nothing(cx));
        };
        cx.list_set(heap, a, y);
        cx.list_set(heap, b, x);
        Ok(())
    })
}

/// Moves the item at a place up, until its parent is not below it.
fn rise<'f>(
    cx: &mut Context<'f>,
    heap: Local<'f>,
    order: Order,
    top: usize,
    place: usize,
) -> Res<'f, ()> {
    let mut place = place;
    while place > top {
        cx.charge(1)?;
        let parent = (place - 1) / 2;
        if !above(cx, heap, order, place, parent)? {
            break;
        }
        swap(cx, heap, place, parent)?;
        place = parent;
    }
    Ok(())
}

/// Lets children rise into the place down to a leaf, and the item up from there: fewer
/// comparisons than to stop where it fits.
fn sink<'f>(cx: &mut Context<'f>, heap: Local<'f>, order: Order, place: usize) -> Res<'f, ()> {
    let end = cx.list_len(heap);
    let top = place;
    let mut place = place;
    // The last place that has a child.
    while place < end / 2 {
        cx.charge(1)?;
        let mut child = 2 * place + 1;
        if child + 1 < end && !above(cx, heap, order, child, child + 1)? {
            child += 1;
        }
        swap(cx, heap, place, child)?;
        place = child;
    }
    rise(cx, heap, order, top, place)
}

fn push<'f>(cx: &mut Context<'f>, heap: Local<'f>, item: Local<'f>) -> Res<'f> {
    check(cx, "heappush() argument 1", heap)?;
    cx.list_push(heap, item)?;
    let last = cx.list_len(heap).saturating_sub(1);
    rise(cx, heap, Order::Smallest, 0, last)?;
    Ok(Local::NONE)
}

fn push_pop<'f>(cx: &mut Context<'f>, heap: Local<'f>, item: Local<'f>) -> Res<'f> {
    check(cx, "heappushpop() argument 1", heap)?;
    let Some(first) = cx.list_get(heap, 0) else {
        return Ok(item);
    };
    if !cx.less(first, item)? {
        return Ok(item);
    }
    let Some(first) = cx.list_get(heap, 0) else {
        return Err(nothing(cx));
    };
    cx.list_set(heap, 0, item);
    sink(cx, heap, Order::Smallest, 0)?;
    Ok(first)
}

fn take<'f>(cx: &mut Context<'f>, heap: Local<'f>, order: Order) -> Res<'f> {
    let Some(last) = cx.list_len(heap).checked_sub(1) else {
        return Err(nothing(cx));
    };
    let item = cx.list_get(heap, last).unwrap_or(Local::NONE);
    cx.list_remove(heap, last, 1);
    if last == 0 {
        return Ok(item);
    }
    exchange(cx, heap, order, item)
}

/// Puts an item in the first one's place.
fn exchange<'f>(
    cx: &mut Context<'f>,
    heap: Local<'f>,
    order: Order,
    item: Local<'f>,
) -> Res<'f> {
    let Some(first) = cx.list_get(heap, 0) else {
        return Err(nothing(cx));
    };
    cx.list_set(heap, 0, item);
    sink(cx, heap, order, 0)?;
    Ok(first)
}

fn order_all<'f>(cx: &mut Context<'f>, heap: Local<'f>, order: Order) -> Res<'f> {
    for place in (0..cx.list_len(heap) / 2).rev() {
        sink(cx, heap, order, place)?;
    }
    Ok(Local::NONE)
}

fn pop<'f>(cx: &mut Context<'f>, heap: Local<'f>) -> Res<'f> {
    check(cx, "heappop() argument", heap)?;
    take(cx, heap, Order::Smallest)
}

fn replace<'f>(cx: &mut Context<'f>, heap: Local<'f>, item: Local<'f>) -> Res<'f> {
    check(cx, "heapreplace() argument 1", heap)?;
    exchange(cx, heap, Order::Smallest, item)
}

fn heapify<'f>(cx: &mut Context<'f>, heap: Local<'f>) -> Res<'f> {
    check(cx, "heapify() argument", heap)?;
    order_all(cx, heap, Order::Smallest)
}

fn pop_max<'f>(cx: &mut Context<'f>, heap: Local<'f>) -> Res<'f> {
    check(cx, "_heappop_max() argument", heap)?;
    take(cx, heap, Order::Largest)
}

fn replace_max<'f>(cx: &mut Context<'f>, heap: Local<'f>, item: Local<'f>) -> Res<'f> {
    check(cx, "_heapreplace_max() argument 1", heap)?;
    exchange(cx, heap, Order::Largest, item)
}

fn heapify_max<'f>(cx: &mut Context<'f>, heap: Local<'f>) -> Res<'f> {
    check(cx, "_heapify_max() argument", heap)?;
    order_all(cx, heap, Order::Largest)
}
