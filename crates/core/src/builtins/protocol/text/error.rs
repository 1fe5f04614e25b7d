//! The UnicodeEncodeError of lone surrogates.

use crate::object::{ClassId, Kind};
use crate::text::wtf8;
use crate::vm::context::{Context, Error, Local};

/// The UnicodeEncodeError of a str that holds lone surrogates.
#[cold]
pub(crate) fn encode_error<'f>(cx: &mut Context<'f>, text: Local<'f>) -> Error<'f> {
    debug_assert!(cx.is(text, Kind::Str));
    let bytes = cx.str_bytes(text).unwrap_or_default();
    let at = wtf8::first_surrogate(bytes).unwrap_or(0);
    let (before, after) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
    let start = wtf8::count(before);
    let run = wtf8::CodePoints::new(after)
        .take_while(|&code_point| wtf8::is_surrogate(code_point))
        .count();
    let parts = (|| {
        let encoding = cx.str("utf-8")?;
        let start_local = cx.size(start)?;
        let end = cx.size(start + run)?;
        let reason = cx.str("surrogates not allowed")?;
        Ok([encoding, text, start_local, end, reason])
    })();
    match parts {
        Ok(parts) => cx.raise_with(ClassId::UnicodeEncodeError, &parts),
        Err(error) => error,
    }
}
