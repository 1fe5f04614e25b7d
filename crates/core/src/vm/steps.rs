//! Steps of built-in iterators that make no object, or whose pair goes into two registers
//! instead of a tuple. What they leave, `protocol::next` does.
//!
//! # Safety
//! The raw layer's contract (`heap`); the iterator is live, and its source is of the kind that its
//! sub-kind says. What is given is for the caller to root.

use crate::object::*;
use crate::value::Raw;
use crate::vm::state::State;

/// What a step gives.
pub(crate) enum Step<T> {
    Item(T),
    End,
    /// Another kind, or another state, than these steps know; nothing was taken.
    Other,
}

/// The next item of a list, a tuple, a range, an ASCII str, a dict's keys or values.
#[inline]
pub(crate) unsafe fn item(vm: *mut State, iter: *mut IterObj) -> Step<Raw> {
    let source = (*iter).source;
    let kind = (*iter).kind();
    if kind == IterKind::Range {
        if (*iter).limit <= 0 {
            return Step::End;
        }
        let Some(number) = Raw::try_small((*iter).index) else {
            return Step::Other;
        };
        (*iter).index = (*iter).index.wrapping_add((*iter).step);
        (*iter).limit -= 1;
        return Step::Item(number);
    }
    if !source.is_ptr() {
        return Step::Other;
    }
    let at = (*iter).index as usize;
    let found = match kind {
        IterKind::List => ListObj::slice(source.ptr()).get(at).copied(),
        IterKind::Tuple => TupleObj::slice(source.ptr()).get(at).copied(),
        IterKind::StrAscii => StrObj::bytes(source.ptr())
            .get(at)
            .and_then(|&byte| (*vm).ascii.get(usize::from(byte)).copied()),
        IterKind::DictKeys | IterKind::DictValues => {
            return match entry(iter, source) {
                Step::Item(entry) if kind == IterKind::DictKeys => Step::Item((*entry).key),
                Step::Item(entry) => Step::Item((*entry).value),
                Step::End => Step::End,
                Step::Other => Step::Other,
            };
        }
        _ => return Step::Other,
    };
    match found {
        Some(item) => {
            (*iter).index += 1;
            Step::Item(item)
        }
        None => {
            (*iter).source = Raw::UNBOUND;
            Step::End
        }
    }
}

/// The next pair of `enumerate`, of `zip` of two, or of a dict's items.
#[inline]
pub(crate) unsafe fn pair(vm: *mut State, iter: *mut IterObj) -> Step<(Raw, Raw)> {
    let source = (*iter).source;
    if !source.is_ptr() {
        return Step::Other;
    }
    match (*iter).kind() {
        IterKind::Enumerate if is_simple(source) && (*iter).extra.is_none() => {
            let Some(number) = Raw::try_small((*iter).index) else {
                return Step::Other;
            };
            match item(vm, source.ptr()) {
                Step::Item(item) => {
                    (*iter).index += 1;
                    Step::Item((number, item))
                }
                Step::End => Step::End,
                Step::Other => Step::Other,
            }
        }
        IterKind::Zip if (*iter).limit == 0 => {
            let &[left, right] = TupleObj::slice(source.ptr()) else {
                return Step::Other;
            };
            if !is_simple(left) || !is_simple(right) {
                return Step::Other;
            }
            match item(vm, left.ptr()) {
                Step::Item(left) => match item(vm, right.ptr()) {
                    Step::Item(right) => Step::Item((left, right)),
                    // A simple step that has something to give gives it.
                    Step::End | Step::Other => Step::End,
                },
                Step::End => Step::End,
                Step::Other => Step::Other,
            }
        }
        IterKind::DictItems => match entry(iter, source) {
            Step::Item(entry) => Step::Item(((*entry).key, (*entry).value)),
            Step::End => Step::End,
            Step::Other => Step::Other,
        },
        _ => Step::Other,
    }
}

/// Whether [`item`] knows every step of an iterator: it ends where that says so.
unsafe fn is_simple(raw: Raw) -> bool {
    is_kind(raw, Kind::Iter)
        && match (*raw.ptr::<IterObj>()).kind() {
            IterKind::List | IterKind::Tuple => (*raw.ptr::<IterObj>()).source.is_ptr(),
            // Also if both of a pair are the same iterator.
            IterKind::Range => {
                let iter: *mut IterObj = raw.ptr();
                let next = (*iter).index.saturating_add((*iter).step);
                Raw::try_small((*iter).index).is_some() && Raw::try_small(next).is_some()
            }
            _ => false,
        }
}

/// The entry that a dict's iterator is at, unless the dict has changed.
#[inline]
unsafe fn entry(iter: *mut IterObj, source: Raw) -> Step<*mut Entry> {
    if !is_kind(source, Kind::Dict) {
        return Step::Other;
    }
    let dict: *mut DictObj = source.ptr();
    if (*iter).limit != (*dict).len() as i64 || (*iter).step <= 0 {
        return Step::Other;
    }
    let Some(at) = usize::try_from((*iter).index)
        .ok()
        .and_then(|at| DictObj::next_live(dict, at))
    else {
        return Step::Other;
    };
    (*iter).index = at as i64 + 1;
    (*iter).step -= 1;
    Step::Item(DictObj::entry(dict, at))
}
