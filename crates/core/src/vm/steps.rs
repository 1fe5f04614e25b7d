//! Steps of built-in iterators that make no object, or whose pair goes into two registers
//! instead of a tuple. What they leave, `protocol::next` does.
//!
//! # Safety
//! The raw layer's contract (`heap`); the iterator is live, and its source is of the kind that its
//! sub-kind says. What is given is for the caller to root.

use crate::object::*;
use crate::value::Raw;
use crate::vm::state::State;

/// What a step has come to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// What was next is where it was wanted.
    Taken,
    End,
    /// Another kind, or another state, than these steps know; nothing was taken.
    Other,
}

/// The next item of a list, a tuple, a range, an ASCII str, a dict's keys or values, to `to`.
pub(crate) unsafe fn item(vm: *mut State, iter: *mut IterObj, to: *mut Raw) -> Step {
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
        to.write(number);
        return Step::Taken;
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
            let Some(entry) = entry(iter, source) else {
                return Step::Other;
            };
            to.write(if kind == IterKind::DictKeys {
                (*entry).key
            } else {
                (*entry).value
            });
            return Step::Taken;
        }
        _ => return Step::Other,
    };
    match found {
        Some(item) => {
            (*iter).index += 1;
            to.write(item);
            Step::Taken
        }
        None => {
            (*iter).source = Raw::UNBOUND;
            Step::End
        }
    }
}

/// The next pair of `enumerate`, of `zip` of two, or of a dict's items, to `to` and behind it.
pub(crate) unsafe fn pair(vm: *mut State, iter: *mut IterObj, to: *mut Raw) -> Step {
    let source = (*iter).source;
    if !source.is_ptr() {
        return Step::Other;
    }
    match (*iter).kind() {
        IterKind::Enumerate if is_simple(source) && (*iter).extra.is_none() => {
            let Some(number) = Raw::try_small((*iter).index) else {
                return Step::Other;
            };
            let step = item(vm, source.ptr(), to.add(1));
            if step == Step::Taken {
                (*iter).index += 1;
                to.write(number);
            }
            step
        }
        IterKind::Zip if (*iter).limit == 0 => {
            let &[left, right] = TupleObj::slice(source.ptr()) else {
                return Step::Other;
            };
            if !is_simple(left) || !is_simple(right) {
                return Step::Other;
            }
            // What is left of a pair that is not whole goes nowhere.
            let mut first = Raw::UNBOUND;
            match item(vm, left.ptr(), &raw mut first) {
                // A simple step that has something to give gives it.
                Step::Taken if item(vm, right.ptr(), to.add(1)) == Step::Taken => {
                    to.write(first);
                    Step::Taken
                }
                Step::Taken => Step::End,
                step => step,
            }
        }
        IterKind::DictItems => {
            let Some(entry) = entry(iter, source) else {
                return Step::Other;
            };
            to.write((*entry).key);
            to.add(1).write((*entry).value);
            Step::Taken
        }
        _ => Step::Other,
    }
}

/// Whether [`pair`] knows the next step.
pub(crate) unsafe fn is_pair(iter: *mut IterObj) -> bool {
    let source = (*iter).source;
    source.is_ptr()
        && match (*iter).kind() {
            IterKind::Enumerate => is_simple(source) && (*iter).extra.is_none(),
            IterKind::Zip if (*iter).limit == 0 => {
                matches!(TupleObj::slice(source.ptr()), &[a, b] if is_simple(a) && is_simple(b))
            }
            kind => kind == IterKind::DictItems,
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

/// The entry that a dict's iterator is at, unless the dict has changed or ends here.
#[inline]
unsafe fn entry(iter: *mut IterObj, source: Raw) -> Option<*mut Entry> {
    if !is_kind(source, Kind::Dict) {
        return None;
    }
    let dict: *mut DictObj = source.ptr();
    if (*iter).limit != (*dict).len() as i64 || (*iter).step <= 0 {
        return None;
    }
    let at = DictObj::next_live(dict, usize::try_from((*iter).index).ok()?)?;
    (*iter).index = at as i64 + 1;
    (*iter).step -= 1;
    Some(DictObj::entry(dict, at))
}
