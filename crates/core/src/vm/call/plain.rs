//! Conversions of plain values that need no call: `str(7)`, `int(7)`, `float(7)`, `f"{7}"`.
//! Everything else goes the way of every call, also where there is no memory: that collects.
//!
//! # Safety
//! The raw layer's contract (`heap`). Nothing here collects. A str that is made has room for the
//! sign and the digits, and nobody sees it before they are written.

use crate::object::*;
use crate::text::int::DecimalBuf;
use crate::value::Raw;
use crate::vm::state::State;

/// What a built-in type makes of one argument, where that is plain to see.
///
/// # Safety
/// `ty` and `raw` are live.
#[inline]
pub(crate) unsafe fn converted(vm: *mut State, ty: *mut TypeObj, raw: Raw) -> Option<Raw> {
    match (*ty).id {
        ClassId::Type => Some(Raw::from_ptr((*vm).type_of(raw))),
        ClassId::Str => text(vm, raw),
        ClassId::Int if raw.is_small() => Some(raw),
        ClassId::Float if raw.is_double() => Some(raw),
        ClassId::Float if raw.is_small() => Some(Raw::from_canonical(raw.small() as f64)),
        _ => None,
    }
}

/// The text of a str or of a small int.
///
/// # Safety
/// `raw` is live.
pub(crate) unsafe fn text(vm: *mut State, raw: Raw) -> Option<Raw> {
    if is_kind(raw, Kind::Str) {
        return Some(raw);
    }
    if !raw.is_small() {
        return None;
    }
    let word = raw.small();
    if let digit @ 0..=9 = word {
        return Some((*vm).ascii[usize::from(b'0') + digit as usize]);
    }
    let mut digits = DecimalBuf::new();
    let digits = digits.format(word.unsigned_abs());
    let sign = usize::from(word < 0);
    let len = digits.len() + sign;
    let made = StrObj::uninit(&mut (*vm).heap, len, len, Header::ASCII).ok()?;
    let data = StrObj::data(made);
    data.write(b'-');
    data.add(sign)
        .copy_from_nonoverlapping(digits.as_ptr(), digits.len());
    Some(Raw::from_ptr(made))
}
