//! Iteration: `iter()`, `next()`, and walking over any iterable from a native.
//!
//! Whoever walks uses a scope per item, so that the window does not grow with the
//! number of items; [`for_each`] does that.

use super::advance::advance;
use super::delegate;
use crate::builtins::protocol;
use crate::object::{ClassId, IterKind, Kind};
use crate::vm::context::foreign::check_stack;
use crate::vm::context::{Context, Local, Res, Scope};
use crate::vm::gather::Gather;
use crate::vm::generator;

/// `iter(object)`.
pub(crate) fn iter<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f> {
    match cx.kind(object) {
        Some(Kind::Iter) => Ok(object),
        Some(Kind::Generator) => delegate::iter(cx, object),
        Some(Kind::List) => cx.new_iter(IterKind::List, object, Local::NONE),
        Some(Kind::Tuple) => cx.new_iter(IterKind::Tuple, object, Local::NONE),
        Some(Kind::Str) => {
            let ascii = cx.str_bytes(object).map(<[u8]>::len) == cx.str_len(object);
            let kind = if ascii {
                IterKind::StrAscii
            } else {
                IterKind::Str
            };
            cx.new_iter(kind, object, Local::NONE)
        }
        Some(Kind::Bytes) => cx.new_iter(IterKind::Bytes, object, Local::NONE),
        Some(Kind::ByteArray) => cx.new_iter(IterKind::ByteArray, object, Local::NONE),
        Some(Kind::MemoryView) => {
            super::memory::walkable(cx, object)?;
            cx.new_iter(IterKind::Memory, object, Local::NONE)
        }
        Some(Kind::Range) => range_iter(cx, object),
        Some(Kind::Dict) => dict_iter(cx, IterKind::DictKeys, object),
        Some(Kind::Set) => protocol::sets::iter(cx, object),
        Some(Kind::DictView) => {
            let kind = match cx.class(object) {
                ClassId::DictValues => IterKind::DictValues,
                ClassId::DictItems => IterKind::DictItems,
                _ => IterKind::DictKeys,
            };
            match cx.pair_parts(object) {
                Some((dict, _)) => dict_iter(cx, kind, dict),
                None => Err(not_iterable(cx, object)),
            }
        }
        _ => iter_special(cx, object),
    }
}

/// An iterator over a range. Loops take its items for ints that fit the word;
/// others are found through the range itself.
pub(crate) fn range_iter<'f>(cx: &mut Context<'f>, range: Local<'f>) -> Res<'f> {
    let Some((start, stop, step)) = cx.range_parts(range) else {
        return crate::builtins::types::long_range::iter(cx, range);
    };
    let count = protocol::count(start, stop, step);
    match counting_iter(cx, start, step, count)? {
        Some(iterator) => Ok(iterator),
        None => crate::builtins::types::long_range::iter(cx, range),
    }
}

/// An iterator over `count` ints from `start` on; `None` where one of them or the
/// next would not fit the word. `limit` is how many are left.
pub(crate) fn counting_iter<'f>(
    cx: &mut Context<'f>,
    start: i64,
    step: i64,
    count: u64,
) -> Res<'f, Option<Local<'f>>> {
    const WORD: i128 = 1 << 46;
    let end = start as i128 + step as i128 * count as i128;
    if end.abs() >= WORD || (start as i128).abs() >= WORD {
        return Ok(None);
    }
    let iterator = cx.new_iter(IterKind::Range, Local::NONE, Local::NONE)?;
    cx.set_iter_state(iterator, start, count as i64, step);
    Ok(Some(iterator))
}

/// An iterator over a dict: `limit` its size when iteration began, `step` the
/// entries still to come.
pub(crate) fn dict_iter<'f>(cx: &mut Context<'f>, kind: IterKind, dict: Local<'f>) -> Res<'f> {
    let iterator = cx.new_iter(kind, dict, Local::NONE)?;
    let len = cx.dict_len(dict) as i64;
    let reverse = matches!(
        kind,
        IterKind::DictKeysReverse | IterKind::DictValuesReverse | IterKind::DictItemsReverse
    );
    let at = if reverse {
        cx.dict_used(dict) as i64 - 1
    } else {
        0
    };
    cx.set_iter_state(iterator, at, len, len);
    Ok(iterator)
}

fn iter_special<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f> {
    let names = cx.names();
    if let Some(iterator) = cx.call_special(object, names.iter, &[])? {
        return as_iterator(cx, iterator);
    }
    // `__iter__ = None` says that there is to be no iteration at all.
    if cx.type_attr(object, names.iter).is_none() && is_sequence(cx, object) {
        return cx.new_iter(IterKind::Sequence, object, Local::NONE);
    }
    Err(not_iterable(cx, object))
}

/// What an `__iter__` has returned, or TypeError.
pub(crate) fn as_iterator<'f>(cx: &mut Context<'f>, iterator: Local<'f>) -> Res<'f> {
    if is_iterator(cx, iterator) {
        return Ok(iterator);
    }
    let name = cx.type_name(iterator);
    Err(cx.type_error(format_args!(
        "iter() returned non-iterator of type '{name}'"
    )))
}

#[cold]
fn not_iterable<'f>(cx: &mut Context<'f>, object: Local<'f>) -> crate::vm::context::Error<'f> {
    let name = cx.type_name(object);
    cx.type_error(format_args!("'{name}' object is not iterable"))
}

/// Whether the type has `__getitem__` and is not a mapping (CPython's `PySequence_Check`).
pub(crate) fn is_sequence<'f>(cx: &mut Context<'f>, object: Local<'f>) -> bool {
    match cx.kind(object) {
        Some(
            Kind::List
            | Kind::Tuple
            | Kind::Str
            | Kind::Range
            | Kind::Bytes
            | Kind::ByteArray
            | Kind::MemoryView,
        ) => true,
        Some(Kind::Instance | Kind::Derived | Kind::Exception | Kind::User) => {
            let names = cx.names();
            let Some(getitem) = cx.type_attr(object, names.getitem) else {
                return false;
            };
            // What a native class finds by a key is a sequence only if it has a length.
            !cx.is(getitem, Kind::Native) || cx.type_attr(object, names.len).is_some()
        }
        _ => false,
    }
}

/// Whether `iter()` finds anything to begin with in the type.
pub(crate) fn has_iter<'f>(cx: &mut Context<'f>, object: Local<'f>) -> bool {
    let names = cx.names();
    cx.type_attr(object, names.iter).is_some() || is_sequence(cx, object)
}

/// Whether the type has `__next__`.
pub(crate) fn is_iterator<'f>(cx: &mut Context<'f>, object: Local<'f>) -> bool {
    match cx.kind(object) {
        Some(Kind::Iter) => return true,
        Some(Kind::Generator) => return delegate::is_generator(cx, object),
        _ => {}
    }
    let names = cx.names();
    cx.type_attr(object, names.next).is_some()
}

/// The next item of an iterator; `None` when it has ended.
#[inline]
pub(crate) fn next<'f>(cx: &mut Context<'f>, iterator: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    match cx.quick_next(iterator) {
        Some(item) => Ok(item),
        None => next_of_any(cx, iterator),
    }
}

#[inline(never)]
fn next_of_any<'f>(cx: &mut Context<'f>, iterator: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    match cx.kind(iterator) {
        Some(Kind::Iter) => match advance(cx, iterator) {
            // What a function under `map` and its like raises ends them.
            Err(error) if cx.error_is(&error, ClassId::StopIteration) => Ok(None),
            result => result,
        },
        Some(Kind::Generator) => delegate::next(cx, iterator),
        _ => {
            if let Some(step) = cx.step_of(iterator) {
                check_stack(cx)?;
                return match step(cx, iterator) {
                    Err(error) if cx.error_is(&error, ClassId::StopIteration) => Ok(None),
                    result => result,
                };
            }
            let names = cx.names();
            match cx.call_special(iterator, names.next, &[]) {
                Ok(Some(item)) => Ok(Some(item)),
                Ok(None) => {
                    let name = cx.type_name(iterator);
                    Err(cx.type_error(format_args!("'{name}' object is not an iterator")))
                }
                Err(error) if cx.error_is(&error, ClassId::StopIteration) => Ok(None),
                Err(error) => Err(error),
            }
        }
    }
}

/// Calls `body` with every item until it answers false.
pub(crate) fn for_each<'f>(
    cx: &mut Context<'f>,
    iterable: Local<'f>,
    body: impl for<'s> FnMut(&mut Scope<'s, 'f>, Local<'s>) -> Res<'s, bool>,
) -> Res<'f, ()> {
    let iterator = iter(cx, iterable)?;
    drain(cx, iterator, body)
}

/// The same for an iterator that has begun.
pub(crate) fn drain<'f>(
    cx: &mut Context<'f>,
    iterator: Local<'f>,
    mut body: impl for<'s> FnMut(&mut Scope<'s, 'f>, Local<'s>) -> Res<'s, bool>,
) -> Res<'f, ()> {
    loop {
        cx.charge(1)?;
        let more = cx.scope(|cx| match next(cx, iterator)? {
            Some(item) => body(cx, item),
            None => Ok(false),
        })?;
        if !more {
            return Ok(());
        }
    }
}

/// Whether an item counts as true, or, with `wanted` false, one as false; none behind it is
/// asked for.
pub(crate) fn find_truth<'f>(
    cx: &mut Context<'f>,
    iterable: Local<'f>,
    wanted: bool,
) -> Res<'f, bool> {
    let iterator = iter(cx, iterable)?;
    let mut found = false;
    if delegate::is_generator(cx, iterator) {
        let passed = if wanted { Gather::False } else { Gather::True };
        while !found {
            cx.charge(1)?;
            let more = cx.scope(|cx| {
                let item = generator::gather(cx, iterator, passed, Local::NONE)?;
                item.map(|item| protocol::truth(cx, item)).transpose()
            })?;
            let Some(truth) = more else { break };
            found = truth == wanted;
        }
        return Ok(found);
    }
    drain(cx, iterator, |cx, item| {
        found = protocol::truth(cx, item)? == wanted;
        Ok(!found)
    })?;
    Ok(found)
}

/// Items for a native whose work between two numbers no script can see: those that a generator
/// yields come in batches, until it yields something else.
pub(crate) struct Batches<'f> {
    iterator: Local<'f>,
    /// What a generator has yielded, and how many of these were handed on.
    batch: Option<(Local<'f>, usize)>,
    ended: bool,
    /// From now on one by one.
    singly: bool,
}

impl<'f> Batches<'f> {
    /// Those of an iterator; all one by one, if it `asks` a script about numbers too.
    pub(crate) fn new(
        cx: &mut Context<'f>,
        iterator: Local<'f>,
        asks: bool,
    ) -> Res<'f, Batches<'f>> {
        let batch = match !asks && delegate::is_generator(cx, iterator) {
            true => Some((cx.list(&[])?, 0)),
            false => None,
        };
        Ok(Batches {
            iterator,
            batch,
            ended: false,
            singly: false,
        })
    }

    /// The next item; `None` when there is none.
    #[inline]
    pub(crate) fn next<'s>(&mut self, cx: &mut Context<'s>) -> Res<'s, Option<Local<'s>>>
    where
        'f: 's,
    {
        let Some((list, at)) = &mut self.batch else {
            return next(cx, self.iterator);
        };
        if *at >= cx.list_len(*list) && !self.ended {
            if self.singly {
                return next(cx, self.iterator);
            }
            cx.list_clear(*list);
            *at = 0;
            match generator::gather(cx, self.iterator, Gather::Numbers, *list)? {
                // What is no number comes behind those that are.
                Some(item) => {
                    self.singly = !cx.is_plain_number(item);
                    cx.list_push(*list, item)?;
                }
                None => self.ended = true,
            }
        }
        *at += 1;
        Ok(cx.list_get(*list, *at - 1))
    }
}

/// `list.extend(iterable)`.
pub(crate) fn extend_list<'f>(
    cx: &mut Context<'f>,
    list: Local<'f>,
    iterable: Local<'f>,
) -> Res<'f, ()> {
    match cx.kind(iterable) {
        Some(Kind::List | Kind::Tuple) => {
            cx.charge(cx.seq_len(iterable))?;
            return cx.list_extend_from(list, iterable);
        }
        Some(Kind::Range) => {
            // What has no length cannot be a list.
            let count = protocol::len(cx, iterable)?;
            if let Some((start, _, step)) = cx.range_parts(iterable) {
                cx.charge(count)?;
                return cx.list_extend_ints(list, start, step, count);
            }
        }
        _ => {}
    }
    let iterator = iter(cx, iterable)?;
    ask_length(cx, iterable)?;
    if delegate::is_generator(cx, iterator) {
        while let Some(item) = generator::gather(cx, iterator, Gather::All, list)? {
            cx.charge(1)?;
            cx.list_push(list, item)?;
        }
        return Ok(());
    }
    drain(cx, iterator, |cx, item| {
        cx.list_push(list, item)?;
        Ok(true)
    })
}

/// A new list of the items.
pub(crate) fn list_of<'f>(cx: &mut Context<'f>, iterable: Local<'f>) -> Res<'f> {
    let list = cx.list(&[])?;
    extend_list(cx, list, iterable)?;
    Ok(list)
}

/// Containers ask a script's class how long it is before they walk over it. The
/// answer does not matter here, but a script can see the question and answer it
/// by an error.
fn ask_length<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f, ()> {
    if cx.kind(object).is_some_and(Kind::has_shape) {
        length_hint(cx, object).map(|_| ())
    } else {
        Ok(())
    }
}

/// `operator.length_hint`: the length, the hint, or `None`.
pub(crate) fn length_hint<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f, Option<i64>> {
    let names = cx.names();
    if cx.type_attr(object, names.len).is_some() {
        match protocol::len(cx, object) {
            Ok(len) => return Ok(Some(len as i64)),
            Err(error) if cx.error_is(&error, ClassId::TypeError) => {}
            Err(error) => return Err(error),
        }
    }
    let hint = match cx.call_special(object, names.length_hint, &[]) {
        Ok(Some(hint)) => hint,
        Ok(None) => return Ok(None),
        Err(error) if cx.error_is(&error, ClassId::TypeError) => return Ok(None),
        Err(error) => return Err(error),
    };
    if cx.same(hint, Local::NOT_IMPLEMENTED) {
        return Ok(None);
    }
    if !cx.is_int(hint) {
        let name = cx.type_name(hint);
        return Err(cx.type_error(format_args!(
            "__length_hint__ must be an integer, not {name}"
        )));
    }
    let hint = protocol::index_i64(cx, hint)?;
    if hint < 0 {
        return Err(cx.value_error(format_args!("__length_hint__() should return >= 0")));
    }
    Ok(Some(hint))
}
