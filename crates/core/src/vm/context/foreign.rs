//! What natives written in another language need of the VM: a look at a value by its
//! plain type, the exceptions that a boundary raises, room on the native stack, and
//! modules that are added while scripts run.
//!
//! Used by the plugin loader and by the C interface, which hold no type of core's heap.

use super::{Context, Error, Local, Res};
use crate::object::{ClassId, Kind};
use crate::registry::{Module, Refusal};
use crate::task::check_native_stack;
use crate::text::wtf8;
use alloc::vec::Vec;
use core::fmt;

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

/// The exceptions that a boundary raises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Raise {
    /// `TypeError`.
    Type,
    /// `ValueError`.
    Value,
    /// `OverflowError`.
    Overflow,
    /// `ImportError`.
    Import,
    /// `RuntimeError`.
    Runtime,
    /// `PluginError`.
    Plugin,
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

/// An exception with this text (at most 1 KiB of it).
#[cold]
pub fn raise<'f>(cx: &mut Context<'f>, what: Raise, message: fmt::Arguments<'_>) -> Error<'f> {
    let class = match what {
        Raise::Type => ClassId::TypeError,
        Raise::Value => ClassId::ValueError,
        Raise::Overflow => ClassId::OverflowError,
        Raise::Import => ClassId::ImportError,
        Raise::Runtime => ClassId::RuntimeError,
        Raise::Plugin => ClassId::PluginError,
    };
    cx.raise(class, message)
}

/// The MemoryError that is always there.
#[cold]
pub fn out_of_memory<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.memory_error()
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
    for part in bytes.utf8_chunks() {
        valid.extend_from_slice(part.valid().as_bytes());
        for &byte in part.invalid() {
            let escaped = wtf8::Encoded::new(ESCAPES + u32::from(byte));
            valid.extend_from_slice(escaped.as_bytes());
        }
    }
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

/// `import NAME`: the module.
///
/// # Errors
/// ModuleNotFoundError, and what the module's own code raises.
pub fn import<'f>(cx: &mut Context<'f>, name: &str) -> Res<'f> {
    crate::vm::import::load(cx, name)
}

/// Byte `b` above 127 is escaped as code point `ESCAPES + b`.
const ESCAPES: u32 = 0xDC00;
