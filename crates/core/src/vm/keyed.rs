//! Containers by the commonest keys, which nobody needs to be asked about: small ints, strs, and
//! objects that are only equal to themselves. What is not known here has not been touched, and
//! goes the long way.
//!
//! # Safety
//! The raw layer's contract (`heap`): containers, keys and values are live. Nothing here collects.

use crate::heap::OutOfMemory;
use crate::object::*;
use crate::value::Raw;
use crate::vm::state::State;
use crate::vm::types;

/// CPython's hash of a small int: the value modulo 2**61 - 1, which 48 bits never reach.
#[inline]
fn small_hash(value: i64) -> u64 {
    if value == -1 {
        -2i64 as u64
    } else {
        value as u64
    }
}

/// Whether an object's class has its `__hash__` from `object`.
unsafe fn hashed_by_identity(vm: *mut State, object: Raw) -> bool {
    let name = (*vm).names.hash;
    let found = types::lookup(vm, (*vm).type_of(object), name);
    found == types::lookup(vm, (*vm).type_by_id(ClassId::Object), name)
}

/// The hash of a plain key, a small int, a str or an object that is only equal to itself, and its
/// place in a dict; `None` if the key, or one in the dict, must be asked.
///
/// # Safety
/// Raw layer: dict and key are live.
#[inline(always)]
pub(crate) unsafe fn find(
    vm: *mut State,
    dict: *mut DictObj,
    key: Raw,
) -> Option<(u64, Option<usize>)> {
    if is_kind(key, Kind::Str) {
        let found = find_text(vm, dict, key.ptr());
        let hash = (*key.ptr::<StrObj>()).hash;
        return match found {
            Found::At(at) => Some((hash, Some(at as usize))),
            Found::Missing => Some((hash, None)),
            Found::Ask => None,
        };
    }
    find_other(vm, dict, key)
}

/// [`find`] for what is no str.
#[inline(never)]
unsafe fn find_other(vm: *mut State, dict: *mut DictObj, key: Raw) -> Option<(u64, Option<usize>)> {
    let hash = if key.is_small() {
        small_hash(key.small())
    } else if is_kind(key, Kind::Instance) && hashed_by_identity(vm, key) {
        key.identity_hash()
    } else {
        return None;
    };
    match DictObj::find_plain(dict, key, hash, (*vm).secret) {
        Lookup::Found(at) => Some((hash, Some(at))),
        Lookup::Missing => Some((hash, None)),
        Lookup::Ask { .. } => None,
    }
}

/// A [`Lookup`] that fits a register.
enum Found {
    At(u32),
    Missing,
    Ask,
}

/// Looks a str up, whose hash is known after.
#[inline(never)]
unsafe fn find_text(vm: *mut State, dict: *mut DictObj, key: *mut StrObj) -> Found {
    let hash = (*vm).hash_str(key);
    match DictObj::find_text(dict, key, hash, (*vm).secret) {
        Lookup::Found(at) => Found::At(at as u32),
        Lookup::Missing => Found::Missing,
        Lookup::Ask { .. } => Found::Ask,
    }
}

/// Sets the value of a plain key (`Raw::NONE` in the table of a set).
#[inline]
pub(crate) unsafe fn set(
    vm: *mut State,
    dict: *mut DictObj,
    key: Raw,
    value: Raw,
) -> Option<Result<(), OutOfMemory>> {
    let (hash, place) = find(vm, dict, key)?;
    let (heap, secret) = (&mut (*vm).heap, (*vm).secret);
    Some(match place {
        Some(at) => {
            DictObj::set_value(heap, dict, at, value);
            Ok(())
        }
        None => DictObj::insert_new(heap, dict, key, hash, value, secret).map(|_| ()),
    })
}

/// Items that are looked through here; more are work that is counted.
const FEW: usize = 32;

/// What `object[key]` is, or unbound.
///
/// # Safety
/// Raw layer.
#[inline(never)]
pub(crate) unsafe fn item(vm: *mut State, object: Raw, key: Raw) -> Raw {
    let found = match kind_of(object) {
        Some(Kind::Dict) => find(vm, object.ptr(), key)
            .and_then(|(_, at)| Some((*DictObj::entry(object.ptr(), at?)).value)),
        Some(Kind::Tuple) if key.is_small() => {
            let items = TupleObj::slice(object.ptr());
            place(key.small(), items.len()).map(|at| items[at])
        }
        Some(Kind::Str) if key.is_small() && (*object.ptr::<StrObj>()).is_ascii() => {
            let bytes = StrObj::bytes(object.ptr());
            place(key.small(), bytes.len()).map(|at| (&(*vm).ascii)[usize::from(bytes[at] & 127)])
        }
        _ => None,
    };
    found.unwrap_or(Raw::UNBOUND)
}

/// The place of an index in `len` items, counted from the end if it is negative.
#[inline]
pub(crate) fn place(at: i64, len: usize) -> Option<usize> {
    let at = if at < 0 { at + len as i64 } else { at };
    (at >= 0 && at < len as i64).then_some(at as usize)
}

/// Sets `object[key]` of a dict; false if that was not done.
///
/// # Safety
/// Raw layer.
#[inline(never)]
pub(crate) unsafe fn set_item(vm: *mut State, object: Raw, key: Raw, value: Raw) -> bool {
    is_kind(object, Kind::Dict) && set(vm, object.ptr(), key, value).is_some_and(|set| set.is_ok())
}

/// Whether a container has an item.
///
/// # Safety
/// Raw layer.
#[inline(never)]
pub(crate) unsafe fn contains(vm: *mut State, container: Raw, item: Raw) -> Option<bool> {
    let items = match kind_of(container)? {
        Kind::Dict => return Some(find(vm, container.ptr(), item)?.1.is_some()),
        Kind::Set => return Some(find(vm, SetObj::table(container.ptr()), item)?.1.is_some()),
        Kind::Tuple => TupleObj::slice(container.ptr()),
        Kind::List => ListObj::slice(container.ptr()),
        _ => return None,
    };
    if items.len() > FEW {
        return None;
    }
    for &other in items {
        if same(vm, item, other)? {
            return Some(true);
        }
    }
    Some(false)
}

/// Whether two small ints or strs, or None, are equal.
unsafe fn same(vm: *mut State, a: Raw, b: Raw) -> Option<bool> {
    let (text, other) = (is_kind(a, Kind::Str), is_kind(b, Kind::Str));
    if text && other {
        let (x, y) = (StrObj::bytes(a.ptr()), StrObj::bytes(b.ptr()));
        (*vm).heap.note_bytes(x.len().min(y.len()));
        return Some(a == b || x == y);
    }
    let plain = |raw: Raw, text| text || raw.is_small() || raw.is_none();
    (plain(a, text) && plain(b, other)).then_some(a == b)
}
