//! `Struct`, a format that has been read, and the iterator over structs that lie side
//! by side.

use super::format::Format;
use super::{error, format_text, pack_values, pack_values_into, unpack, unpack_from, values};
use crate::support::{self, data};
use miniscript_ext::{Args, Class, Context, Exception, Local, NativeDef, Res};

/// The format as the script sees it, a str.
const TEXT: usize = 0;
/// Its bytes.
const FORMAT: usize = 1;
const SIZE: usize = 2;
const COUNT: usize = 3;

pub(super) static STRUCT: Class = Class {
    name: "_struct.Struct",
    doc: "Struct(fmt) --> compiled struct object",
    fields: 4,
    weak: true,
    methods: &[
        NativeDef::constructor("(cls, *args, **kwargs)", new),
        NativeDef::method("__init__", "(self, format)", init),
        NativeDef::getter("format", format),
        NativeDef::getter("size", size),
        NativeDef::method("pack", "(self, *args)", pack_method),
        NativeDef::method("pack_into", "(self, *args)", pack_into_method),
        NativeDef::method("unpack", "(self, buffer, /)", unpack_method),
        NativeDef::method("unpack_from", "(self, /, buffer, offset=0)", unpack_from_method),
        NativeDef::method("iter_unpack", "(self, buffer, /)", iter_unpack_method),
    ],
    ..Class::PLAIN
};

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (empty, none) = (cx.str("")?, cx.bytes(b"")?);
    let size = cx.int(-1)?;
    cx.instance(args.at(0), &[empty, none, size, size])
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let object = args.at(0);
    let text = format_text(cx, args.at(1), true)?;
    let format = match Format::read(text) {
        Ok(format) => format,
        Err(message) => return Err(error(cx, format_args!("{message}"))),
    };
    let shown = cx.str_from_wtf8(text)?;
    cx.set_field(object, TEXT, shown);
    let bytes = cx.bytes(text)?;
    cx.set_field(object, FORMAT, bytes);
    cx.set_int_field(object, SIZE, i64::try_from(format.size).unwrap_or(i64::MAX))?;
    cx.set_int_field(object, COUNT, i64::try_from(format.count).unwrap_or(i64::MAX))?;
    Ok(Local::NONE)
}

/// The format of a `Struct`.
fn own<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f, Format<'f>> {
    let text = cx.field(object, FORMAT);
    let text = cx.as_bytes(text).unwrap_or_default();
    let size = cx.int_field(object, SIZE).and_then(|size| u64::try_from(size).ok());
    let count = cx.int_field(object, COUNT).and_then(|count| usize::try_from(count).ok());
    match (size, count) {
        (Some(size), Some(count)) => Ok(Format::known(text, size, count)),
        _ => Err(cx.raise_kind(
            Exception::RuntimeError,
            format_args!("Struct object is not initialized"),
        )),
    }
}

fn format<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.field(args.at(0), TEXT))
}

fn size<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.field(args.at(0), SIZE))
}

fn pack_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let format = own(cx, args.at(0))?;
    pack_values(cx, &format, args.skip(1))
}

fn pack_into_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let format = own(cx, args.at(0))?;
    pack_values_into(cx, &format, args.skip(1))
}

fn unpack_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let format = own(cx, args.at(0))?;
    let data = data(cx, args.at(1))?;
    unpack(cx, &format, data)
}

fn unpack_from_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let format = own(cx, args.at(0))?;
    let data = data(cx, args.at(1))?;
    let offset = match args.get(cx, 2) {
        Some(offset) => offset,
        None => cx.int(0)?,
    };
    unpack_from(cx, &format, data, offset)
}

fn iter_unpack_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let format = own(cx, args.at(0))?;
    iterator(cx, &format, args.at(1))
}

// The iterator: the format's text, what it reads, the place, and the format's numbers.
const BUFFER: usize = 0;
const PLACE: usize = 4;

pub(super) static UNPACK_ITERATOR: Class = Class {
    name: "_struct.unpack_iterator",
    fields: 5,
    methods: &[NativeDef::method("__length_hint__", "(self, /)", length_hint)],
    next: Some(next),
    derivable: false,
    ..Class::PLAIN
};

/// The iterator over the structs in a buffer.
pub(super) fn iterator<'f>(
    cx: &mut Context<'f>,
    format: &Format<'_>,
    buffer: Local<'f>,
) -> Res<'f> {
    if format.size == 0 {
        return Err(error(
            cx,
            format_args!("cannot iteratively unpack with a struct of length 0"),
        ));
    }
    let len = match cx.buffer(buffer) {
        Some(data) => data.len(),
        None => data(cx, buffer)?.len(),
    };
    if !(len as u64).is_multiple_of(format.size) {
        let size = format.size;
        return Err(error(
            cx,
            format_args!("iterative unpacking requires a buffer of a multiple of {size} bytes"),
        ));
    }
    let text = cx.bytes(format.whole)?;
    let size = cx.int(i64::try_from(format.size).unwrap_or(i64::MAX))?;
    let count = cx.int(i64::try_from(format.count).unwrap_or(i64::MAX))?;
    let class = cx.class_of(&UNPACK_ITERATOR)?;
    let start = cx.int(0)?;
    cx.instance(class, &[buffer, text, size, count, start])
}

fn next<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let Some(place) = cx.int_field(object, PLACE) else {
        return Ok(None);
    };
    let format = own(cx, object)?;
    let start = usize::try_from(place).unwrap_or(usize::MAX);
    let len = usize::try_from(format.size).unwrap_or(usize::MAX);
    let range = start..start.saturating_add(len);
    let buffer = cx.field(object, BUFFER);
    let copy;
    let data = match cx.as_bytes(buffer) {
        Some(data) => data.get(range),
        None => match cx.buffer(buffer).map(|data| data.get(range.clone()).is_some()) {
            Some(true) => {
                let mut out = support::reserve(cx, len)?;
                let all = cx.buffer(buffer).unwrap_or_default();
                out.extend_from_slice(all.get(range).unwrap_or_default());
                copy = out;
                Some(copy.as_slice())
            }
            _ => None,
        },
    };
    let Some(data) = data else {
        cx.clear_field(object, PLACE);
        cx.clear_field(object, BUFFER);
        return Ok(None);
    };
    cx.set_int_field(object, PLACE, place.saturating_add(len as i64))?;
    values::unpack(cx, &format, data).map(Some)
}

fn length_hint<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let object = args.at(0);
    let buffer = cx.field(object, BUFFER);
    let len = cx.buffer(buffer).map_or(0, <[u8]>::len) as i64;
    let place = cx.int_field(object, PLACE).unwrap_or(len);
    let size = cx.int_field(object, SIZE).unwrap_or(1).max(1);
    cx.int((len - place).max(0) / size)
}
