//! Dicts and sets by the commonest keys, which nobody needs to be asked about: small ints, strs,
//! and objects that are only equal to themselves.
//!
//! # Safety
//! The raw layer's contract (`heap`): dicts, keys and values are live. Nothing here collects.

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
    match DictObj::find(dict, key, hash, (*vm).secret) {
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

/// The value of a plain key that is there.
#[inline]
pub(crate) unsafe fn get(vm: *mut State, dict: *mut DictObj, key: Raw) -> Option<Raw> {
    let at = find(vm, dict, key)?.1?;
    Some((*DictObj::entry(dict, at)).value)
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
