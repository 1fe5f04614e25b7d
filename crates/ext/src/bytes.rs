//! Bytes as arguments and results: `&[u8]` and [`Bytes`]. (A `Vec<u8>` is a list of
//! numbers, as a `Vec` of anything is; as a parameter it takes bytes as well.)

use crate::arg::{FromArg, Mismatch};
use crate::value::IntoValue;
use alloc::vec::Vec;
use miniscript_core::{Context, Local, Res};

/// Bytes that a native owns: a `bytes` object as its result, anything with bytes as
/// its argument.
///
/// ```
/// use miniscript_ext::{Bytes, Module};
///
/// let module = Module::new("pack")
///     .function("join", |a: &[u8], b: &[u8]| Bytes([a, b].concat()))
///     .function("reversed", |mut data: Bytes| {
///         data.0.reverse();
///         data
///     });
/// # let _ = module;
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl FromArg for &[u8] {
    type Out<'f> = &'f [u8];

    /// The data of bytes; a copy of those of a bytearray or memoryview, which may change.
    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<&'f [u8], Mismatch<'f>> {
        match cx.frozen(value)? {
            Some(data) => Ok(data),
            None => Err(Mismatch::Expected("bytes-like object")),
        }
    }
}

impl FromArg for Bytes {
    type Out<'f> = Bytes;

    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<Bytes, Mismatch<'f>> {
        let Some(data) = cx.buffer(value) else {
            return Err(Mismatch::Expected("bytes-like object"));
        };
        let mut out = Vec::new();
        if out.try_reserve_exact(data.len()).is_err() {
            return Err(Mismatch::Raised(cx.memory_error()));
        }
        out.extend_from_slice(data);
        Ok(Bytes(out))
    }
}

impl IntoValue for Bytes {
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        cx.bytes(&self.0)
    }
}

impl IntoValue for &[u8] {
    fn into_value<'f>(self, cx: &mut Context<'f>) -> Res<'f> {
        cx.bytes(self)
    }
}
