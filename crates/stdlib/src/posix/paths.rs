//! Paths as arguments and results: str, bytes, what has `__fspath__`, numbers of files.

use alloc::vec::Vec;
use miniscript_core::{foreign, system::Place};
use miniscript_ext::{Context, Error, Local, Res};

/// A path that a script has given.
pub(super) struct Path<'f> {
    /// As the system has it.
    pub(super) bytes: Vec<u8>,
    /// As it was given: for errors.
    pub(super) given: Local<'f>,
    /// Names that come from it are bytes.
    pub(super) is_bytes: bool,
    /// It is an open file's number.
    pub(super) file: Option<i32>,
}

impl Path<'_> {
    /// What it names; a link's target, or the link itself.
    pub(super) fn place(&self, follow: bool) -> Place<'_> {
        match self.file {
            Some(file) => Place::File(file),
            None if follow => Place::Path(&self.bytes),
            None => Place::Link(&self.bytes),
        }
    }
}

/// What an argument may be besides a path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Also {
    Nothing,
    Number,
}

/// An argument as a path; `what` is the function and the argument's name.
pub(super) fn path<'f>(
    cx: &mut Context<'f>,
    value: Local<'f>,
    what: &str,
    also: Also,
) -> Res<'f, Path<'f>> {
    if also == Also::Number && cx.is_int(value) {
        return Ok(Path {
            bytes: Vec::new(),
            given: value,
            is_bytes: false,
            file: Some(super::small(cx, value)?),
        });
    }
    let mut path = value;
    if cx.as_wtf8(path).is_none() && cx.as_bytes(path).is_none() {
        path = match cx.call_on_type(value, "__fspath__", &[])? {
            Some(path) => path,
            None if also == Also::Number && cx.to_index(value)?.is_some() => {
                let number = super::small(cx, value)?;
                return Ok(Path {
                    bytes: Vec::new(),
                    given: value,
                    is_bytes: false,
                    file: Some(number),
                });
            }
            None => return Err(no_path(cx, value, what, also)),
        };
        if cx.as_wtf8(path).is_none() && cx.as_bytes(path).is_none() {
            let (class, found) = (cx.type_name(value), cx.type_name(path));
            return Err(cx.type_error(format_args!(
                "expected {class}.__fspath__() to return str or bytes, not {found}"
            )));
        }
    }
    let bytes = match cx.as_bytes(path) {
        Some(bytes) => {
            let mut copy = Vec::new();
            if copy.try_reserve_exact(bytes.len()).is_err() {
                return Err(cx.memory_error());
            }
            copy.extend_from_slice(bytes);
            copy
        }
        None => encoded(cx, path)?,
    };
    if bytes.contains(&0) {
        return Err(cx.value_error(format_args!("embedded null byte")));
    }
    Ok(Path {
        bytes,
        given: path,
        is_bytes: cx.as_bytes(path).is_some(),
        file: None,
    })
}

#[cold]
fn no_path<'f>(cx: &mut Context<'f>, value: Local<'f>, what: &str, also: Also) -> Error<'f> {
    let found = cx.type_name(value);
    let kinds = match also {
        Also::Nothing => "string, bytes or os.PathLike",
        Also::Number if what == "listdir: path" || what == "scandir: path" => {
            "string, bytes, os.PathLike, integer or None"
        }
        Also::Number => "string, bytes, os.PathLike or integer",
    };
    cx.type_error(format_args!("{what} should be {kinds}, not {found}"))
}

/// The bytes of a str outside: UTF-8, in which surrogates stand for bytes.
pub(super) fn encoded<'f>(cx: &mut Context<'f>, text: Local<'f>) -> Res<'f, Vec<u8>> {
    let mut bytes = Vec::new();
    let given = cx.as_wtf8(text).unwrap_or_default();
    if core::str::from_utf8(given).is_err() {
        // Surrogates that stand for no byte are an error, which the codec tells.
        let (encoding, errors) = (cx.str("utf-8")?, cx.str("surrogateescape")?);
        cx.call_method(text, "encode", &[encoding, errors])?;
    }
    match foreign::text_bytes(given, &mut bytes) {
        Ok(()) => Ok(bytes),
        Err(_) => Err(cx.memory_error()),
    }
}

/// A name of the system's as a script gets it.
pub(super) fn name<'f>(cx: &mut Context<'f>, name: &[u8], is_bytes: bool) -> Res<'f> {
    if is_bytes {
        cx.bytes(name)
    } else {
        foreign::text(cx, name)
    }
}
