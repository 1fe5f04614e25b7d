//! Dicts and sets by the commonest keys, small ints and strs, which need no native call.
//!
//! # Safety
//! As in `slow`; dicts, keys and values are live.

use super::*;
use crate::vm::state::State;

/// CPython's hash of a small int: the value modulo 2**61 - 1, which 48 bits never reach.
#[inline]
fn small_hash(value: i64) -> u64 {
    if value == -1 {
        -2i64 as u64
    } else {
        value as u64
    }
}

/// Where a plain key is in a dict; `None` if the key, or one in the dict, must be asked.
#[inline]
pub(super) unsafe fn find(
    vm: *mut State,
    dict: *mut DictObj,
    key: Raw,
) -> Option<(u64, Option<usize>)> {
    let hash = if key.is_small() {
        small_hash(key.small())
    } else if is_kind(key, Kind::Str) {
        (*vm).hash_str(key.ptr())
    } else {
        return None;
    };
    match DictObj::find(dict, key, hash, (*vm).secret) {
        Lookup::Found(at) => Some((hash, Some(at))),
        Lookup::Missing => Some((hash, None)),
        Lookup::Ask { .. } => None,
    }
}

/// The value of a plain key that is there.
#[inline]
pub(super) unsafe fn get(vm: *mut State, dict: *mut DictObj, key: Raw) -> Option<Raw> {
    let at = find(vm, dict, key)?.1?;
    Some((*DictObj::entry(dict, at)).value)
}

/// Sets the value of a plain key.
#[inline]
pub(super) unsafe fn set(
    fiber: *mut Fiber,
    dict: *mut DictObj,
    key: Raw,
    value: Raw,
) -> Option<Flow> {
    let vm = (*fiber).vm;
    let (hash, place) = find(vm, dict, key)?;
    if let Some(at) = place {
        DictObj::set_value(&mut (*vm).heap, dict, at, value);
        return Some(Flow::Go);
    }
    Some(insert(fiber, dict, key, hash, value))
}

/// Adds a plain key to a set.
#[inline]
pub(super) unsafe fn add(fiber: *mut Fiber, set: *mut SetObj, key: Raw) -> Option<Flow> {
    let table = SetObj::table(set);
    let (hash, place) = find((*fiber).vm, table, key)?;
    Some(match place {
        Some(_) => Flow::Go,
        None => insert(fiber, table, key, hash, Raw::NONE),
    })
}

unsafe fn insert(fiber: *mut Fiber, dict: *mut DictObj, key: Raw, hash: u64, value: Raw) -> Flow {
    let vm = (*fiber).vm;
    let secret = (*vm).secret;
    let inserted = alloc(fiber, || {
        DictObj::insert_new(&mut (*vm).heap, dict, key, hash, value, secret)
    });
    match inserted {
        Ok(_) => Flow::Go,
        Err(flow) => flow,
    }
}
