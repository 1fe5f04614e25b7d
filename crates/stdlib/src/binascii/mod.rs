//! `binascii`: conversions between bytes and their ASCII forms, and checksums.
//! `base64`, `codecs` and others stand on it.

mod base64;
mod checksum;
mod hex;
mod quoted;
mod uu;

use crate::settings::Settings;
use crate::support;
use miniscript_ext::{Context, Error, FromArg, Local, Mismatch, Module, Res};

pub(crate) fn module(_: &Settings) -> Module {
    let module = Module::new("binascii")
        .doc("Conversion between binary data and ASCII")
        .init(|cx, dict| {
            let error = cx.new_exception_class("binascii", "Error", "ValueError")?;
            cx.dict_set_str(dict, "Error", error)?;
            let incomplete = cx.new_exception_class("binascii", "Incomplete", "Exception")?;
            cx.dict_set_str(dict, "Incomplete", incomplete)
        });
    let module = hex::add(module);
    let module = base64::add(module);
    let module = uu::add(module);
    let module = quoted::add(module);
    checksum::add(module)
}

/// Bytes, or a str of ASCII characters only.
struct Ascii;

impl FromArg for Ascii {
    type Out<'f> = &'f [u8];

    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<&'f [u8], Mismatch<'f>> {
        ascii(cx, value).map_err(Mismatch::Raised)
    }
}

fn ascii<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, &'f [u8]> {
    if let Some(text) = cx.as_wtf8(value) {
        if text.is_ascii() {
            return Ok(text);
        }
        return Err(cx.value_error(format_args!(
            "string argument should contain only ASCII characters"
        )));
    }
    match cx.frozen(value)? {
        Some(data) => Ok(data),
        None => {
            let found = cx.type_name(value);
            Err(cx.type_error(format_args!(
                "argument should be bytes, buffer or ASCII string, not '{found}'"
            )))
        }
    }
}

/// `binascii.Error`.
#[cold]
fn error<'f>(cx: &mut Context<'f>, message: core::fmt::Arguments<'_>) -> Error<'f> {
    support::raise(cx, "binascii", "Error", message)
}
