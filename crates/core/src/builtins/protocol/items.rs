//! Subscription and membership: `x[k]`, `x[k] = v`, `del x[k]`, `k in x`.

use super::iterate::drain;
use super::slices::{has_index, index_of, place, slice_indices, unpack_slice};
use crate::builtins::protocol;
use crate::builtins::types::generic_alias;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Context, Error, Local, Place, Res};

/// `object[key]`.
pub(crate) fn get_item<'f>(cx: &mut Context<'f>, object: Local<'f>, key: Local<'f>) -> Res<'f> {
    match cx.kind(object) {
        Some(Kind::List | Kind::Tuple) => seq_item(cx, object, key),
        Some(Kind::Dict) => match cx.dict_get(object, key)? {
            Some(value) => Ok(value),
            None => {
                let error = cx.raise_with(ClassId::KeyError, &[key]);
                cx.blame(&error, object);
                Err(error)
            }
        },
        Some(Kind::Str) => protocol::str_item(cx, object, key),
        Some(Kind::Range) => crate::builtins::types::range::item(cx, object, key),
        Some(Kind::Bytes | Kind::ByteArray) => protocol::bytes_item(cx, object, key),
        Some(Kind::MemoryView) => super::memory::view_item(cx, object, key),
        _ => {
            let names = cx.names();
            match cx.call_special(object, names.getitem, &[key])? {
                Some(value) => Ok(value),
                None => class_item(cx, object, key),
            }
        }
    }
}

/// Item or slice of a list or tuple.
fn seq_item<'f>(cx: &mut Context<'f>, seq: Local<'f>, key: Local<'f>) -> Res<'f> {
    if let Some(index) = index_of(cx, key)? {
        let found = match place(index, cx.seq_len(seq)) {
            Some(at) => cx.seq_get(seq, at),
            None => None,
        };
        return match found {
            Some(item) => Ok(item),
            None => {
                let name = cx.type_name(seq);
                let error = cx.raise(
                    ClassId::IndexError,
                    format_args!("{name} index out of range"),
                );
                cx.blame(&error, seq);
                Err(error)
            }
        };
    }
    if !cx.is(key, Kind::Slice) {
        return Err(bad_index(cx, seq, key));
    }
    let parts = unpack_slice(cx, key)?;
    let len = cx.seq_len(seq);
    let (start, _, count) = super::slices::adjust(parts.0, parts.1, parts.2, len as i64);
    let count = count as usize;
    cx.charge(count)?;
    if cx.is(seq, Kind::List) {
        return cx.list_from_range(seq, start, parts.2, count);
    }
    if count == len && parts.2 == 1 {
        Ok(seq)
    } else {
        cx.tuple_from_stride(seq, start, parts.2, count)
    }
}

#[cold]
fn bad_index<'f>(cx: &mut Context<'f>, seq: Local<'f>, key: Local<'f>) -> Error<'f> {
    let (name, found) = (cx.type_name(seq), cx.type_name(key));
    cx.type_error(format_args!(
        "{name} indices must be integers or slices, not {found}"
    ))
}

/// `Class[key]` by `__class_getitem__`, or the error.
fn class_item<'f>(cx: &mut Context<'f>, object: Local<'f>, key: Local<'f>) -> Res<'f> {
    if cx.is(object, Kind::Type) {
        if cx.class_id(object) == Some(ClassId::Type) {
            return generic_alias::of(cx, object, key);
        }
        let name = cx.name("__class_getitem__")?;
        if let Some(method) = cx.find_attr(object, name)? {
            return cx.call(method, &[key]);
        }
        let name = cx.name_of_type(object);
        return Err(cx.type_error(format_args!("type '{name}' is not subscriptable")));
    }
    let name = cx.type_name(object);
    Err(cx.type_error(format_args!("'{name}' object is not subscriptable")))
}

/// `object[key] = value`.
pub(crate) fn set_item<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    key: Local<'f>,
    value: Local<'f>,
) -> Res<'f, ()> {
    match cx.kind(object) {
        Some(Kind::Dict) => cx.dict_set(object, key, value),
        Some(Kind::List) => {
            if let Some(index) = index_of(cx, key)? {
                return match place(index, cx.list_len(object)) {
                    Some(at) => {
                        cx.list_set(object, at, value);
                        Ok(())
                    }
                    None => Err(assignment_range(cx)),
                };
            }
            set_slice(cx, object, key, value)
        }
        Some(Kind::ByteArray) => protocol::array_set_item(cx, object, key, value),
        Some(Kind::MemoryView) => super::memory::view_set_item(cx, object, key, value),
        _ => {
            let names = cx.names();
            match cx.call_special(object, names.setitem, &[key, value])? {
                Some(_) => Ok(()),
                None => {
                    let name = cx.type_name(object);
                    Err(cx.type_error(format_args!(
                        "'{name}' object does not support item assignment"
                    )))
                }
            }
        }
    }
}

#[cold]
fn assignment_range<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise(
        ClassId::IndexError,
        format_args!("list assignment index out of range"),
    )
}

fn set_slice<'f>(
    cx: &mut Context<'f>,
    list: Local<'f>,
    key: Local<'f>,
    value: Local<'f>,
) -> Res<'f, ()> {
    if !cx.is(key, Kind::Slice) {
        return Err(bad_index(cx, list, key));
    }
    let len = cx.list_len(list);
    let (start, stop, step, count) = slice_indices(cx, key, len)?;
    let text = if step == 1 {
        "can only assign an iterable"
    } else {
        "must assign iterable to extended slice"
    };
    let Some(items) = fresh_list(cx, value)? else {
        return Err(cx.type_error(format_args!("{text}")));
    };
    if step == 1 {
        // Walking over the value may have changed the list.
        let len = cx.list_len(list);
        let from = (start as usize).min(len);
        let to = (stop.max(0) as usize).clamp(from, len);
        return cx.list_splice(list, from, to - from, items);
    }
    let given = cx.list_len(items);
    if given != count {
        return Err(cx.value_error(format_args!(
            "attempt to assign sequence of size {given} to extended slice of size {count}"
        )));
    }
    let mut at = start;
    for i in 0..count {
        cx.scope(|cx| {
            if let (Some(item), Ok(at)) = (cx.list_get(items, i), usize::try_from(at)) {
                cx.list_set(list, at, item);
            }
            Ok(())
        })?;
        at = at.wrapping_add(step);
    }
    Ok(())
}

/// A new list of a value's items; `None` where `iter(value)` is a TypeError, which
/// callers word in their own way (CPython's `PySequence_Fast`).
pub(crate) fn fresh_list<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    if matches!(cx.kind(value), Some(Kind::List | Kind::Tuple)) {
        return protocol::list_of(cx, value).map(Some);
    }
    match protocol::iter(cx, value) {
        Ok(iterator) => protocol::list_of(cx, iterator).map(Some),
        Err(error) if cx.error_is(&error, ClassId::TypeError) => Ok(None),
        Err(error) => Err(error),
    }
}

/// `del object[key]`.
pub(crate) fn del_item<'f>(cx: &mut Context<'f>, object: Local<'f>, key: Local<'f>) -> Res<'f, ()> {
    match cx.kind(object) {
        Some(Kind::Dict) => match cx.dict_remove(object, key)? {
            Some(_) => Ok(()),
            None => {
                let error = cx.raise_with(ClassId::KeyError, &[key]);
                cx.blame(&error, object);
                Err(error)
            }
        },
        Some(Kind::List) => {
            if let Some(index) = index_of(cx, key)? {
                return match place(index, cx.list_len(object)) {
                    Some(at) => {
                        cx.list_remove(object, at, 1);
                        Ok(())
                    }
                    None => Err(assignment_range(cx)),
                };
            }
            del_slice(cx, object, key)
        }
        Some(Kind::ByteArray) => protocol::array_del_item(cx, object, key),
        Some(Kind::MemoryView) => {
            let view = super::memory::view_of(cx, object)?;
            let what = if view.readonly {
                "cannot modify read-only memory"
            } else {
                "cannot delete memory"
            };
            Err(cx.type_error(format_args!("{what}")))
        }
        _ => {
            let names = cx.names();
            match cx.call_special(object, names.delitem, &[key])? {
                Some(_) => Ok(()),
                None => Err(no_deletion(cx, object, key)),
            }
        }
    }
}

fn del_slice<'f>(cx: &mut Context<'f>, list: Local<'f>, key: Local<'f>) -> Res<'f, ()> {
    if !cx.is(key, Kind::Slice) {
        return Err(bad_index(cx, list, key));
    }
    let parts = unpack_slice(cx, key)?;
    let step = parts.2;
    let (start, _, count) = super::slices::adjust(parts.0, parts.1, step, cx.list_len(list) as i64);
    let count = count as usize;
    if count == 0 {
        return Ok(());
    }
    if step == 1 {
        cx.list_remove(list, start as usize, count);
        return Ok(());
    }
    // From the front, whichever way the slice runs.
    let first = if step < 0 {
        start + step * (count as i64 - 1)
    } else {
        start
    };
    let stride = usize::try_from(step.unsigned_abs()).unwrap_or(usize::MAX);
    cx.list_delete_stride(list, first.max(0) as usize, stride, count);
    Ok(())
}

/// CPython words this in two ways, by whether the type has any sequence behaviour.
#[cold]
fn no_deletion<'f>(cx: &mut Context<'f>, object: Local<'f>, key: Local<'f>) -> Error<'f> {
    let sequence = matches!(
        cx.kind(object),
        Some(
            Kind::Tuple
                | Kind::Str
                | Kind::Range
                | Kind::DictView
                | Kind::Set
                | Kind::Instance
                | Kind::Derived
                | Kind::Bytes
        )
    );
    let name = cx.type_name(object);
    if sequence && has_index(cx, key) {
        cx.type_error(format_args!(
            "'{name}' object doesn't support item deletion"
        ))
    } else {
        cx.type_error(format_args!(
            "'{name}' object does not support item deletion"
        ))
    }
}

/// `item in container`.
pub(crate) fn contains<'f>(
    cx: &mut Context<'f>,
    container: Local<'f>,
    item: Local<'f>,
) -> Res<'f, bool> {
    if let Some(answer) = cx.has_plain_key(container, item) {
        return Ok(answer);
    }
    match cx.kind(container) {
        Some(Kind::List | Kind::Tuple) => Ok(find(cx, container, item, 0, usize::MAX)?.is_some()),
        Some(Kind::Dict) => Ok(cx.dict_get(container, item)?.is_some()),
        Some(Kind::Set) => protocol::sets::contains(cx, container, item),
        Some(Kind::Str) => protocol::str_contains(cx, container, item),
        Some(Kind::Range) => crate::builtins::types::range::contains(cx, container, item),
        Some(Kind::Bytes | Kind::ByteArray) => protocol::bytes_contains(cx, container, item),
        Some(Kind::DictView) => crate::builtins::types::dict_views::contains(cx, container, item),
        _ => {
            let names = cx.names();
            if let Some(answer) = cx.call_special(container, names.contains, &[item])? {
                return protocol::truth(cx, answer);
            }
            if cx.type_attr(container, names.contains).is_some() {
                let name = cx.type_name(container);
                return Err(cx.type_error(format_args!("'{name}' object is not a container")));
            }
            contains_by_walking(cx, container, item)
        }
    }
}

/// Asks each item in turn.
pub(crate) fn contains_by_walking<'f>(
    cx: &mut Context<'f>,
    container: Local<'f>,
    item: Local<'f>,
) -> Res<'f, bool> {
    let iterator = match protocol::iter(cx, container) {
        Ok(iterator) => iterator,
        Err(error) if cx.error_is(&error, ClassId::TypeError) => {
            let name = cx.type_name(container);
            return Err(cx.type_error(format_args!("argument of type '{name}' is not iterable")));
        }
        Err(error) => return Err(error),
    };
    let mut found = false;
    drain(cx, iterator, |cx, candidate| {
        found = protocol::eq(cx, candidate, item)?;
        Ok(!found)
    })?;
    Ok(found)
}

/// The first place of an equal item in a list or tuple, between two bounds. The
/// list may change while scripts compare.
pub(crate) fn find<'f>(
    cx: &mut Context<'f>,
    seq: Local<'f>,
    item: Local<'f>,
    from: usize,
    to: usize,
) -> Res<'f, Option<usize>> {
    let mut at = from;
    while let Some((candidate, equal)) = cx.seq_candidate(seq, item, at) {
        cx.charge(1 + (candidate - at) / 16)?;
        if candidate >= to {
            return Ok(None);
        }
        let equal = equal
            || cx.scope(|cx| match cx.seq_get(seq, candidate) {
                Some(found) => protocol::eq(cx, found, item),
                None => Ok(false),
            })?;
        if equal {
            return Ok(Some(candidate));
        }
        at = candidate + 1;
    }
    cx.charge(cx.seq_len(seq).saturating_sub(at) / 16)?;
    Ok(None)
}

/// How many items of a list or tuple are equal.
pub(crate) fn count_equal<'f>(
    cx: &mut Context<'f>,
    seq: Local<'f>,
    item: Local<'f>,
) -> Res<'f, usize> {
    let (mut at, mut count) = (0, 0);
    while let Some(found) = find(cx, seq, item, at, usize::MAX)? {
        count += 1;
        at = found + 1;
    }
    Ok(count)
}

/// `list.index` and `tuple.index`: the place, if there is one within the bounds.
pub(crate) fn index_within<'f>(
    cx: &mut Context<'f>,
    seq: Local<'f>,
    item: Local<'f>,
    start: Option<Local<'f>>,
    stop: Option<Local<'f>>,
) -> Res<'f, Option<usize>> {
    let len = cx.seq_len(seq);
    let start = super::slices::search_bound(cx, start, len, 0)?;
    let stop = super::slices::search_bound(cx, stop, len, i64::MAX)?;
    find(cx, seq, item, start, stop)
}

/// The entry of a key in a dict, by the key's own hash.
pub(crate) fn dict_place<'f>(
    cx: &mut Context<'f>,
    dict: Local<'f>,
    key: Local<'f>,
) -> Res<'f, (u64, Option<usize>)> {
    let hash = protocol::hash(cx, key)?;
    Ok(match cx.dict_find(dict, key, hash)? {
        Place::At(at) => (hash, Some(at)),
        Place::Missing => (hash, None),
    })
}
