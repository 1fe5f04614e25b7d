//! What methods of `str` answer for short texts of ASCII.
//!
//! # Safety
//! As `intrinsic` says.

use crate::object::*;
use crate::text::wtf8::split::{Space, trim_end, trim_start};
use crate::value::Raw;
use crate::vm::context::parts;
use crate::vm::state::State;

/// Longer texts are work that is counted.
const SHORT: usize = 256;
/// More characters are sooner counted among than compared.
const FEW: usize = 4;

/// The bytes of a short str of ASCII.
unsafe fn short<'a>(text: Raw) -> Option<&'a [u8]> {
    if !is_kind(text, Kind::Str) || !(*text.ptr::<StrObj>()).is_ascii() {
        return None;
    }
    let bytes: &'a [u8] = StrObj::bytes(text.ptr());
    (bytes.len() <= SHORT).then_some(bytes)
}

/// `text.lower()` and `text.upper()`, by eight characters at a time.
pub(super) unsafe fn mapped(vm: *mut State, text: Raw, map: impl Fn(u64) -> u64) -> Option<Raw> {
    parts::mapped(vm, short(text)?, map).ok()
}

/// `text.strip()` and `text.strip(chars)`.
pub(super) unsafe fn strip(vm: *mut State, text: Raw, chars: Option<Raw>) -> Option<Raw> {
    let bytes = short(text)?;
    let part = match chars {
        None => trim_end(trim_start(bytes, Space::Str), Space::Str),
        Some(chars) => {
            let chars = short(chars).filter(|chars| chars.len() <= FEW)?;
            let is_other = |byte: &u8| !chars.contains(byte);
            match (
                bytes.iter().position(is_other),
                bytes.iter().rposition(is_other),
            ) {
                (Some(first), Some(last)) => bytes.get(first..=last)?,
                _ => &[],
            }
        }
    };
    if part.len() == bytes.len() {
        return Some(text);
    }
    parts::made(vm, part, true).ok()
}

/// `text.startswith(part)` and `text.endswith(part)`.
pub(super) unsafe fn has_end(text: Raw, part: Raw, has: fn(&[u8], &[u8]) -> bool) -> Option<Raw> {
    Some(Raw::from_bool(has(short(text)?, short(part)?)))
}
