//! Dicts and sets by the commonest keys, small ints and strs, which need no native call.
//!
//! # Safety
//! As in `slow`; dicts, keys and values are live.

use super::*;
use crate::vm::leaf::find;
use crate::vm::state::State;

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
