//! `_struct`, beneath `struct`: values as bytes, by format strings. Sizes of the native formats are
//! those of a 64-bit little-endian machine on every target.

mod class;
mod format;
mod values;

use crate::settings::Settings;
use crate::support::{self, Data, reserve};
use format::Format;
use miniscript_ext::{Args, Context, Error, Exception, Local, Module, Res, closure, untyped};


/// The values to be packed, in order.
type Values<'f> = Args<'f>;

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_struct")
        .doc(
            "Functions to convert between Python values and C structs represented\nas Python bytes objects.",
        )
        .init(|cx, dict| {
            let error = cx.new_exception_class("struct", "error", "Exception")?;
            cx.dict_set_str(dict, "error", error)
        })
        .function(
            "calcsize(format, /)",
            closure!(|cx, format: Local| {
                let format = format_of(cx, format)?;
                cx.int(i64::try_from(format.size).unwrap_or(i64::MAX))
            }),
        )
        .function("pack(*args)", untyped(pack))
        .function("pack_into(*args)", untyped(pack_into))
        .function(
            "unpack(format, buffer, /)",
            closure!(|cx, format: Local, buffer: Data| {
                let format = format_of(cx, format)?;
                unpack(cx, &format, buffer)
            }),
        )
        .function(
            "unpack_from(format, /, buffer, offset=0)",
            closure!(|cx, format: Local, buffer: Data, offset: Local| {
                let format = format_of(cx, format)?;
                unpack_from(cx, &format, buffer, offset)
            }),
        )
        .function(
            "iter_unpack(format, buffer, /)",
            closure!(|cx, format: Local, buffer: Local| {
                let format = format_of(cx, format)?;
                class::iterator(cx, &format, buffer)
            }),
        )
        .class(&class::STRUCT)
        .function("_clearcache()", || ())
}

/// `struct.error`.
#[cold]
fn error<'f>(cx: &mut Context<'f>, message: core::fmt::Arguments<'_>) -> Error<'f> {
    support::raise(cx, "_struct", "error", message)
}

/// The format that a str or bytes holds.
fn format_of<'f>(cx: &mut Context<'f>, format: Local<'f>) -> Res<'f, Format<'f>> {
    let text = format_text(cx, format, false)?;
    cx.charge(text.len() / 32)?;
    match Format::read(text) {
        Ok(format) => Ok(format),
        Err(message) => Err(error(cx, format_args!("{message}"))),
    }
}

/// The text of a format, for the class `Struct` or for one of the functions.
fn format_text<'f>(cx: &mut Context<'f>, format: Local<'f>, class: bool) -> Res<'f, &'f [u8]> {
    if let Some(bytes) = cx.as_bytes(format) {
        return Ok(bytes);
    }
    let Some(text) = cx.as_wtf8(format) else {
        let found = cx.type_name(format);
        if cx.is_bytearray(format) && !class {
            return Err(cx.type_error(format_args!("unhashable type: '{found}'")));
        }
        return Err(cx.type_error(format_args!(
            "Struct() argument 1 must be a str or bytes object, not {found}"
        )));
    };
    if !text.is_ascii() {
        let ascii = cx.str("ascii")?;
        cx.call_method(format, "encode", &[ascii])?;
    }
    Ok(text)
}

fn is_bytes_or_array<'f>(cx: &Context<'f>, value: Local<'f>) -> bool {
    cx.as_bytes(value).is_some() || cx.is_bytearray(value)
}

fn pack<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(format) = args.get(cx, 0) else {
        return Err(cx.type_error(format_args!("missing format argument")));
    };
    let format = format_of(cx, format)?;
    pack_values(cx, &format, args.skip(1))
}

/// The values as new bytes.
fn pack_values<'f>(cx: &mut Context<'f>, format: &Format<'_>, values: Values<'f>) -> Res<'f> {
    if values.len() != format.count {
        let (count, given) = (format.count, values.len());
        return Err(error(
            cx,
            format_args!("pack expected {count} items for packing (got {given})"),
        ));
    }
    if format.size > i64::MAX as u64 - 40 {
        return Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("byte string is too large"),
        ));
    }
    let len = usize::try_from(format.size).unwrap_or(usize::MAX);
    if len <= 64 {
        let mut few = [0; 64];
        let out = few.get_mut(..len).unwrap_or_default();
        values::pack(cx, format, values, out)?;
        return cx.bytes(out);
    }
    let mut out = reserve(cx, len)?;
    out.resize(len, 0);
    values::pack(cx, format, values, &mut out)?;
    cx.bytes(&out)
}

fn pack_into<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(format) = args.get(cx, 0) else {
        return Err(cx.type_error(format_args!("missing format argument")));
    };
    let format = format_of(cx, format)?;
    pack_values_into(cx, &format, args.skip(1))
}

/// Packs into a buffer; it, the offset and the values are in `args`.
fn pack_values_into<'f>(cx: &mut Context<'f>, format: &Format<'_>, args: Args<'f>) -> Res<'f> {
    let Some(buffer) = args.get(cx, 0) else {
        return Err(error(
            cx,
            format_args!("pack_into expected buffer argument"),
        ));
    };
    let Some(offset) = args.get(cx, 1) else {
        return Err(error(
            cx,
            format_args!("pack_into expected offset argument"),
        ));
    };
    let values = args.skip(2);
    if values.len() != format.count {
        let (count, given) = (format.count, values.len());
        return Err(error(
            cx,
            format_args!("pack_into expected {count} items for packing (got {given})"),
        ));
    }
    let Some(room) = cx.buffer_mut(buffer).map(|data| data.len()) else {
        let found = cx.type_name(buffer);
        return Err(cx.type_error(format_args!(
            "argument must be read-write bytes-like object, not {found}"
        )));
    };
    let offset = support::index(cx, offset)?;
    let Some(offset) = cx.as_int(offset) else {
        return Err(cx.raise_kind(
            Exception::IndexError,
            format_args!("cannot fit 'int' into an index-sized integer"),
        ));
    };
    let at = place(cx, format, room, offset, false)?;
    let len = usize::try_from(format.size).unwrap_or(usize::MAX);
    let mut out = reserve(cx, len)?;
    out.resize(len, 0);
    // What comes before a value that does not fit is written all the same.
    let packed = values::pack(cx, format, values, &mut out);
    let data = cx.buffer_mut(buffer).unwrap_or_default();
    match data.get_mut(at..at.saturating_add(len)) {
        Some(to) => {
            to.copy_from_slice(&out);
            packed.map(|()| Local::NONE)
        }
        // A value's `__index__` has taken the room away.
        None => Err(cx.raise_kind(
            Exception::BufferError,
            format_args!("Existing exports of data: object cannot be re-sized"),
        )),
    }
}

/// Where a struct lies in a buffer of `len` bytes, at an offset that counts from the
/// end when it is negative.
fn place<'f>(
    cx: &mut Context<'f>,
    format: &Format<'_>,
    len: usize,
    offset: i64,
    unpack: bool,
) -> Res<'f, usize> {
    let size = format.size;
    let length = i64::try_from(len).unwrap_or(i64::MAX);
    let mut at = offset;
    if offset < 0 {
        if i64::try_from(size).unwrap_or(i64::MAX).saturating_add(offset) > 0 {
            return Err(match unpack {
                true => error(
                    cx,
                    format_args!("not enough data to unpack {size} bytes at offset {offset}"),
                ),
                false => error(
                    cx,
                    format_args!("no space to pack {size} bytes at offset {offset}"),
                ),
            });
        }
        at = offset.saturating_add(length);
        if at < 0 {
            return Err(error(
                cx,
                format_args!("offset {offset} out of range for {len}-byte buffer"),
            ));
        }
    }
    let start = at as u64;
    if (len as u64).saturating_sub(start) < size || start > len as u64 {
        let needed = start.saturating_add(size);
        return Err(match unpack {
            true => error(
                cx,
                format_args!(
                    "unpack_from requires a buffer of at least {needed} bytes for unpacking {size} bytes at offset {start} (actual buffer size is {len})"
                ),
            ),
            false => error(
                cx,
                format_args!(
                    "pack_into requires a buffer of at least {needed} bytes for packing {size} bytes at offset {start} (actual buffer size is {len})"
                ),
            ),
        });
    }
    Ok(usize::try_from(start).unwrap_or(usize::MAX))
}

fn unpack<'f>(cx: &mut Context<'f>, format: &Format<'_>, data: &[u8]) -> Res<'f> {
    if data.len() as u64 != format.size {
        let size = format.size;
        return Err(error(
            cx,
            format_args!("unpack requires a buffer of {size} bytes"),
        ));
    }
    values::unpack(cx, format, data)
}

fn unpack_from<'f>(
    cx: &mut Context<'f>,
    format: &Format<'_>,
    data: &[u8],
    offset: Local<'f>,
) -> Res<'f> {
    let offset = support::index(cx, offset)?;
    let Some(offset) = cx.as_int(offset) else {
        return Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("Python int too large to convert to C ssize_t"),
        ));
    };
    let at = place(cx, format, data.len(), offset, true)?;
    let len = usize::try_from(format.size).unwrap_or(usize::MAX);
    let data = data.get(at..at.saturating_add(len)).unwrap_or_default();
    values::unpack(cx, format, data)
}
