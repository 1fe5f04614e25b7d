//! Intrinsics: what the commonest natives answer for plain arguments, straight from the
//! registers, without a window, a context or a call. One that does not know what it meets has
//! done nothing, and the native is called as every other.
//!
//! # Safety
//! The raw layer's contract (`heap`). Arguments are live; nothing here collects, runs a script
//! or keeps what it was given anywhere but in the object that is changed.

mod text;

use crate::object::*;
use crate::text::word;
use crate::value::Raw;
use crate::vm::keyed;
use crate::vm::state::State;

/// Which intrinsic a native has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Intrinsic {
    None,
    Abs,
    /// Of lists; the loop itself does it.
    Append,
    Chr,
    DictGet,
    EndsWith,
    IsInstance,
    Len,
    Lower,
    Max,
    Min,
    /// Of generators, as [`Intrinsic::Send`]: see `slow::native_call`, which enters them.
    Next,
    Ord,
    Pop,
    Send,
    SetAdd,
    StartsWith,
    Strip,
    Upper,
}

/// What a native answers, if its intrinsic knows.
///
/// # Safety
/// Raw layer: `args` are as many live words as it says, `self` the first of a method's.
#[inline(never)]
pub(crate) unsafe fn answer(vm: *mut State, intrinsic: Intrinsic, args: &[Raw]) -> Option<Raw> {
    match (intrinsic, args) {
        (Intrinsic::Abs, &[x]) if x.is_small() => Raw::try_small(x.small().abs()),
        (Intrinsic::Abs, &[x]) if x.is_double() => Some(Raw::from_canonical(x.double().abs())),
        (Intrinsic::Chr, &[code]) if code.is_small() => {
            let code = usize::try_from(code.small()).ok()?;
            (*vm).ascii.get(code).copied()
        }
        (Intrinsic::DictGet, &[dict, key]) => dict_get(vm, dict, key, Raw::NONE),
        (Intrinsic::DictGet, &[dict, key, default]) => dict_get(vm, dict, key, default),
        (Intrinsic::EndsWith, &[text, part]) => text::has_end(text, part, <[u8]>::ends_with),
        (Intrinsic::IsInstance, &[object, class]) => {
            is_instance(vm, object, class).map(Raw::from_bool)
        }
        (Intrinsic::Len, &[object]) => Raw::try_small(i64::try_from(len(object)?).ok()?),
        (Intrinsic::Lower, &[text]) => text::mapped(vm, text, word::lower),
        (Intrinsic::Max, &[a, b]) => Some(if less(a, b)? { b } else { a }),
        (Intrinsic::Min, &[a, b]) => Some(if less(b, a)? { b } else { a }),
        (Intrinsic::Ord, &[text]) if is_kind(text, Kind::Str) => match StrObj::bytes(text.ptr()) {
            &[byte] => Some(Raw::from_small(i64::from(byte))),
            _ => None,
        },
        (Intrinsic::Pop, &[list]) if is_kind(list, Kind::List) => {
            let list: *mut ListObj = list.ptr();
            let last = *ListObj::slice(list).last()?;
            ListObj::close_gap(&mut (*vm).heap, list, (*list).len - 1, 1);
            Some(last)
        }
        (Intrinsic::SetAdd, &[set, item]) => {
            // Frozen sets are of the same kind.
            if !is_kind(set, Kind::Set) || (*set.ptr::<Header>()).class != ClassId::Set {
                return None;
            }
            keyed::set(vm, SetObj::table(set.ptr()), item, Raw::NONE)?.ok()?;
            Some(Raw::NONE)
        }
        (Intrinsic::StartsWith, &[text, part]) => text::has_end(text, part, <[u8]>::starts_with),
        (Intrinsic::Strip, &[text]) => text::strip(vm, text, None),
        (Intrinsic::Strip, &[text, chars]) => text::strip(vm, text, Some(chars)),
        (Intrinsic::Upper, &[text]) => text::mapped(vm, text, word::upper),
        _ => None,
    }
}

/// `a < b` of two small ints or two floats.
fn less(a: Raw, b: Raw) -> Option<bool> {
    if a.both_small(b) {
        return Some(a.small() < b.small());
    }
    (a.is_double() && b.is_double()).then(|| a.double() < b.double())
}

unsafe fn len(object: Raw) -> Option<usize> {
    Some(match kind_of(object)? {
        Kind::Str => (*object.ptr::<StrObj>()).char_len(),
        Kind::List => (*object.ptr::<ListObj>()).len,
        Kind::Tuple => (*object.ptr::<TupleObj>()).len,
        Kind::Dict => (*object.ptr::<DictObj>()).len(),
        Kind::Set => (*SetObj::table(object.ptr())).len(),
        _ => return None,
    })
}

/// Whether an object's own class is one, or derives from it. What says otherwise, its class or
/// its own `__class__`, is left to be asked.
unsafe fn is_instance(vm: *mut State, object: Raw, class: Raw) -> Option<bool> {
    if is_kind(class, Kind::Tuple) {
        for &class in TupleObj::slice(class.ptr()) {
            // A tuple within goes the long way: nothing here goes deep.
            if is_kind(class, Kind::Tuple) {
                return None;
            }
            if is_instance(vm, object, class)? {
                return Some(true);
            }
        }
        return Some(false);
    }
    if !is_kind(class, Kind::Type) || (*class.ptr::<Header>()).class != ClassId::Type {
        return None;
    }
    let own = (*vm).type_of(object);
    if Raw::from_ptr(own) == class {
        return Some(true);
    }
    let mro = (*own).mro;
    if mro.is_ptr() && TupleObj::slice(mro.ptr()).contains(&class) {
        return Some(true);
    }
    let plain = match kind_of(object) {
        None => true,
        Some(kind) => matches!(
            kind,
            Kind::Int64
                | Kind::Big
                | Kind::Str
                | Kind::Bytes
                | Kind::List
                | Kind::Tuple
                | Kind::Dict
                | Kind::Set
        ),
    };
    plain.then_some(false)
}

unsafe fn dict_get(vm: *mut State, dict: Raw, key: Raw, default: Raw) -> Option<Raw> {
    if !is_kind(dict, Kind::Dict) {
        return None;
    }
    keyed::value(vm, dict.ptr(), key, default)
}
