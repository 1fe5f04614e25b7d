//! What native modules share: bytes-like parameters with CPython's words, exceptions
//! of a module's own classes, and buffers that are held against the memory limit.
#![allow(
    dead_code,
    reason = "modules are features, and each helper is for some of them"
)]

use alloc::vec::Vec;
use miniscript_ext::{Context, Error, Exception, FromArg, Local, Mismatch, Res, Shape};

/// A bytes-like object: its data, which a native may keep while scripts run.
pub(crate) struct Data;

impl FromArg for Data {
    type Out<'f> = &'f [u8];

    #[inline]
    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<&'f [u8], Mismatch<'f>> {
        data(cx, value).map_err(Mismatch::Raised)
    }
}

/// The data of a bytes-like object, or TypeError.
pub(crate) fn data<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, &'f [u8]> {
    match cx.frozen(value)? {
        Some(data) => Ok(data),
        None => {
            let found = cx.type_name(value);
            Err(cx.type_error(format_args!(
                "a bytes-like object is required, not '{found}'"
            )))
        }
    }
}

/// An argument that may be left out; None is a value like others.
pub(crate) struct Given;

impl FromArg for Given {
    type Out<'f> = Option<Local<'f>>;
    const SHAPE: Shape = Shape::Optional;

    fn from_local<'f>(
        _: &mut Context<'f>,
        value: Local<'f>,
    ) -> Result<Option<Local<'f>>, Mismatch<'f>> {
        Ok(Some(value))
    }

    fn absent<'f>() -> Option<Option<Local<'f>>> {
        Some(None)
    }
}

/// An int of any size (by `__index__` where it is none itself), or TypeError.
pub(crate) fn index<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f> {
    match cx.to_index(value)? {
        Some(int) => Ok(int),
        None => {
            let found = cx.type_name(value);
            Err(cx.type_error(format_args!(
                "'{found}' object cannot be interpreted as an integer"
            )))
        }
    }
}

/// The low 64 bits of an int, which wraps around.
pub(crate) fn low_bits<'f>(cx: &mut Context<'f>, int: Local<'f>) -> u64 {
    if let Some(word) = cx.as_int(int) {
        return word as u64;
    }
    let Some(big) = cx.as_big(int) else {
        return 0;
    };
    let low = big.iter_u64_digits().next().unwrap_or(0);
    if big < miniscript_core::num_bigint::BigInt::ZERO {
        low.wrapping_neg()
    } else {
        low
    }
}

/// A C int.
pub(crate) struct CInt;

impl FromArg for CInt {
    type Out<'f> = i32;

    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<i32, Mismatch<'f>> {
        let int = index(cx, value)?;
        let word = cx.as_int(int);
        match word.and_then(|word| i32::try_from(word).ok()) {
            Some(int) => Ok(int),
            None => Err(Mismatch::Raised(cx.raise_kind(
                Exception::OverflowError,
                format_args!("Python int too large to convert to C int"),
            ))),
        }
    }
}

/// An exception of a class that a module defines.
#[cold]
pub(crate) fn raise<'f>(
    cx: &mut Context<'f>,
    module: &str,
    class: &str,
    message: core::fmt::Arguments<'_>,
) -> Error<'f> {
    let made = (|| {
        let module = cx.import(module)?;
        let class = cx.attribute(module, class)?;
        let message = cx.str(&alloc::format!("{message}"))?;
        cx.call(class, &[message])
    })();
    match made {
        Ok(exception) => cx.raise_value(exception),
        Err(error) => error,
    }
}

/// An empty buffer with room for `len` bytes, or MemoryError where the memory limit
/// does not allow as many. Work on them counts as fuel.
pub(crate) fn reserve<'f>(cx: &mut Context<'f>, len: usize) -> Res<'f, Vec<u8>> {
    let mut buffer = Vec::new();
    if len > cx.heap_room() || buffer.try_reserve_exact(len).is_err() {
        return Err(cx.memory_error());
    }
    cx.charge(len / 32)?;
    Ok(buffer)
}
