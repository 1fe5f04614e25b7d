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
use core::ptr::null_mut;

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

/// The hash of a key that [`find`] has answered for.
#[inline]
unsafe fn plain_hash(key: Raw) -> u64 {
    if key.is_small() {
        small_hash(key.small())
    } else if is_kind(key, Kind::Str) {
        (*key.ptr::<StrObj>()).hash
    } else {
        key.identity_hash()
    }
}

/// The place in a dict of a plain key: a small int, a str or an object that is only equal to
/// itself. [`Spot::Ask`] if the key, or one in the dict, must be asked.
///
/// # Safety
/// Raw layer: dict and key are live.
#[inline(always)]
pub(crate) unsafe fn find(vm: *mut State, dict: *mut DictObj, key: Raw) -> Spot {
    if key.is_small() {
        return DictObj::find_word(dict, key, small_hash(key.small()), (*vm).secret);
    }
    find_object(vm, dict, key)
}

/// [`find`] of what is no small int.
#[inline(never)]
unsafe fn find_object(vm: *mut State, dict: *mut DictObj, key: Raw) -> Spot {
    let secret = (*vm).secret;
    if is_kind(key, Kind::Str) {
        let text: *mut StrObj = key.ptr();
        let hash = (*vm).hash_str(text);
        return DictObj::find_text(dict, text, hash, secret).into();
    }
    if is_kind(key, Kind::Instance) && hashed_by_identity(vm, key) {
        return DictObj::find_word(dict, key, key.identity_hash(), secret);
    }
    Spot::Ask
}

/// Sets the value of a plain key (`Raw::NONE` in the table of a set).
#[inline]
pub(crate) unsafe fn set(
    vm: *mut State,
    dict: *mut DictObj,
    key: Raw,
    value: Raw,
) -> Option<Result<(), OutOfMemory>> {
    let found = find(vm, dict, key);
    let (heap, secret) = (&mut (*vm).heap, (*vm).secret);
    match found {
        Spot::At(at) => {
            DictObj::set_value(heap, dict, at as usize, value);
            Some(Ok(()))
        }
        Spot::Missing => {
            let hash = plain_hash(key);
            Some(DictObj::insert_new(heap, dict, key, hash, value, secret).map(|_| ()))
        }
        Spot::Ask => None,
    }
}

/// The value of a plain key, or `missing`; `None` if the key is no plain one.
#[inline(always)]
pub(crate) unsafe fn value(
    vm: *mut State,
    dict: *mut DictObj,
    key: Raw,
    missing: Raw,
) -> Option<Raw> {
    match find(vm, dict, key) {
        Spot::At(at) => Some((*DictObj::entry(dict, at as usize)).value),
        Spot::Missing => Some(missing),
        Spot::Ask => None,
    }
}

/// Whether there is a plain key; `None` if it is no plain one.
#[inline(always)]
pub(crate) unsafe fn has(vm: *mut State, dict: *mut DictObj, key: Raw) -> Option<bool> {
    match find(vm, dict, key) {
        Spot::At(_) => Some(true),
        Spot::Missing => Some(false),
        Spot::Ask => None,
    }
}

/// `del object[key]` of a dict that has this plain key; false if that was not done.
///
/// # Safety
/// Raw layer.
#[inline(never)]
pub(crate) unsafe fn del_item(vm: *mut State, object: Raw, key: Raw) -> bool {
    if is_kind(object, Kind::Dict)
        && let Spot::At(at) = find(vm, object.ptr(), key)
    {
        let (heap, secret) = (&mut (*vm).heap, (*vm).secret);
        DictObj::remove(heap, object.ptr(), at as usize, secret);
        return true;
    }
    false
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
        Some(Kind::Dict) => value(vm, object.ptr(), key, Raw::UNBOUND),
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

/// Where `value` is to be stored as `object[key]` of a dict, the collector having been told of it;
/// null if that is not known here.
///
/// # Safety
/// Raw layer.
#[inline(never)]
pub(crate) unsafe fn place_for(vm: *mut State, object: Raw, key: Raw, value: Raw) -> *mut Raw {
    if !is_kind(object, Kind::Dict) {
        return null_mut();
    }
    let dict: *mut DictObj = object.ptr();
    let found = find(vm, dict, key);
    let (heap, secret) = (&mut (*vm).heap, (*vm).secret);
    let at = match found {
        Spot::At(at) => {
            DictObj::tell(heap, dict, value);
            at as usize
        }
        Spot::Missing => {
            match DictObj::insert_new(heap, dict, key, plain_hash(key), value, secret) {
                Ok(at) => at,
                Err(OutOfMemory) => return null_mut(),
            }
        }
        Spot::Ask => return null_mut(),
    };
    &raw mut (*DictObj::entry(dict, at)).value
}

/// Whether a container has an item.
///
/// # Safety
/// Raw layer.
#[inline(never)]
pub(crate) unsafe fn contains(vm: *mut State, container: Raw, item: Raw) -> Option<bool> {
    let items = match kind_of(container)? {
        Kind::Dict => return has(vm, container.ptr(), item),
        Kind::Set => return has(vm, SetObj::table(container.ptr()), item),
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
