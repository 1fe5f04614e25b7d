//! What natives written in another language need of the VM: a look at a value by its
//! plain type, text of any bytes, room on the native stack, and modules that are added
//! while scripts run.
//!
//! Used by the plugin loader and by the C interface, which hold no type of core's heap.

use super::{Context, Local, Res};
use crate::object::{ClassId, Kind};
use crate::registry::{Module, Refusal};
use crate::task::check_native_stack;
use crate::text::wtf8;
use alloc::vec::Vec;

/// A value as a boundary sees it. Instances of classes derived from a built-in one
/// are [`Look::Other`]: they are more than their plain value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Look<'f> {
    /// An int of 64 bits.
    Int(i64),
    /// An int beyond 64 bits.
    BigInt,
    /// A float.
    Float(f64),
    /// A bool.
    Bool(bool),
    /// A str: generalised UTF-8 (see [`crate::text::wtf8`]).
    Str(&'f [u8]),
    /// A list.
    List,
    /// A tuple.
    Tuple,
    /// A dict.
    Dict,
    /// None and everything else.
    Other,
}

/// What a value is.
pub fn look<'f>(cx: &Context<'f>, value: Local<'f>) -> Look<'f> {
    let word = cx.raw(value);
    if word.is_bool() {
        return Look::Bool(word == cx.raw(Local::TRUE));
    }
    if let Some(number) = word.as_double() {
        return Look::Float(number);
    }
    if let Some(number) = cx.as_int(value) {
        return Look::Int(number);
    }
    match cx.kind(value) {
        Some(Kind::Big) => Look::BigInt,
        Some(Kind::Str) => cx.str_bytes(value).map_or(Look::Other, Look::Str),
        Some(Kind::List) => Look::List,
        Some(Kind::Tuple) => Look::Tuple,
        Some(Kind::Dict) => Look::Dict,
        _ => Look::Other,
    }
}

/// Raises RecursionError unless foreign code has the room on this native stack that
/// it is promised: 128 KiB on 64-bit hosts, 1 MiB in debug builds.
///
/// # Errors
/// RecursionError.
pub fn check_stack<'f>(cx: &mut Context<'f>) -> Res<'f, ()> {
    // SAFETY: the context's fiber is the running one.
    match unsafe { check_native_stack(cx.fiber()) } {
        Ok(()) => Ok(()),
        Err(text) => Err(cx.raise(ClassId::RecursionError, format_args!("{text}"))),
    }
}

/// A str of bytes that come from outside. What is not generalised UTF-8 becomes lone
/// surrogates, a byte each, as CPython's `surrogateescape` has it; [`text_bytes`]
/// gives the same bytes again.
///
/// # Errors
/// MemoryError.
pub fn text<'f>(cx: &mut Context<'f>, bytes: &[u8]) -> Res<'f> {
    if wtf8::is_valid(bytes) {
        return cx.wtf8(bytes);
    }
    let mut valid: Vec<u8> = Vec::new();
    let room = bytes.len().saturating_mul(3);
    if valid.try_reserve_exact(room).is_err() {
        return Err(cx.memory_error());
    }
    let mut rest = bytes;
    while let Err(error) = core::str::from_utf8(rest) {
        let (good, bad) = rest.split_at(error.valid_up_to());
        valid.extend_from_slice(good);
        rest = match bad {
            // A lone surrogate, which strings may hold.
            [0xED, 0xA0..=0xBF, 0x80..=0xBF, rest @ ..] => {
                valid.extend_from_slice(&bad[..3]);
                rest
            }
            [byte, rest @ ..] => {
                let escaped = wtf8::Encoded::new(ESCAPES + u32::from(*byte));
                valid.extend_from_slice(escaped.as_bytes());
                rest
            }
            [] => bad,
        };
    }
    valid.extend_from_slice(rest);
    cx.wtf8(&valid)
}

/// The bytes that a str stands for outside, appended to `out`: its text, and for each
/// surrogate that escapes a byte that byte.
///
/// # Errors
/// When there is no memory for them.
pub fn text_bytes(text: &[u8], out: &mut Vec<u8>) -> Result<(), crate::heap::OutOfMemory> {
    out.try_reserve(text.len())
        .map_err(|_| crate::heap::OutOfMemory)?;
    if !wtf8::has_surrogates(text) {
        out.extend_from_slice(text);
        return Ok(());
    }
    for code in wtf8::CodePoints::new(text) {
        match code.checked_sub(ESCAPES).map(u8::try_from) {
            Some(Ok(byte @ 128..)) => out.push(byte),
            _ => out.extend_from_slice(wtf8::Encoded::new(code).as_bytes()),
        }
    }
    Ok(())
}

/// Registers an extension module while the VM runs.
///
/// # Errors
/// The limit or the name that stands in the way; nothing is half registered.
pub fn add_module(cx: &mut Context<'_>, module: Module) -> Result<(), Refusal> {
    cx.with_registry(|registry| registry.register(module))
}

/// Byte `b` above 127 is escaped as code point `ESCAPES + b`.
const ESCAPES: u32 = 0xDC00;
