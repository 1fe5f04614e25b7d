//! The types `bytes` and `bytearray`: constructors and special methods; the methods
//! that both have by topic, those of bytearray alone in `array`.
//!
//! A method answers with a value of its own type: a bytearray makes bytearrays.

mod array;
mod case;
mod find;
mod hex;
mod pad;
mod split;
mod translate;

use super::str::codec_names as names;
use crate::builtins::protocol::{self, Cmp, text};
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Out, Part, Res};
use crate::vm::native::{NativeDef, TypeDef};

pub(crate) use hex::of_data as hex_of;

/// `bytes`.
pub(crate) static BYTES: TypeDef = TypeDef {
    class: ClassId::Bytes,
    new: Some(NativeDef::function(
        "bytes",
        "(cls, /, source=b'', encoding='utf-8', errors='strict')",
        new,
    )),
    methods: BYTES_METHODS,
    doc: crate::features::doc(
        "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object",
    ),
    base: true,
};

/// `bytearray`.
pub(crate) static ARRAY: TypeDef = TypeDef {
    class: ClassId::ByteArray,
    new: Some(NativeDef::function(
        "bytearray",
        "(cls, /, source=b'', encoding='utf-8', errors='strict')",
        array::new,
    )),
    methods: ARRAY_METHODS,
    doc: crate::features::doc(
        "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array",
    ),
    base: true,
};

/// The methods of both types behind those of one.
macro_rules! methods {
    ($name:ident, $count:literal: $($own:expr),* $(,)?) => {
        static $name: &[NativeDef; $count + 57] = &[
            $($own,)*
            NativeDef::method("__add__", "(self, value, /)", add),
            NativeDef::method("__contains__", "(self, key, /)", contains),
            NativeDef::method("__eq__", "(self, value, /)", eq),
            NativeDef::method("__ge__", "(self, value, /)", ge),
            NativeDef::method("__getitem__", "(self, key, /)", getitem),
            NativeDef::method("__gt__", "(self, value, /)", gt),
            NativeDef::method("__iter__", "(self, /)", iter),
            NativeDef::method("__le__", "(self, value, /)", le),
            NativeDef::method("__len__", "(self, /)", len),
            NativeDef::method("__lt__", "(self, value, /)", lt),
            NativeDef::method("__mod__", "(self, value, /)", modulo),
            NativeDef::method("__mul__", "(self, value, /)", mul),
            NativeDef::method("__ne__", "(self, value, /)", ne),
            NativeDef::method("__rmod__", "(self, value, /)", rmod),
            NativeDef::method("__rmul__", "(self, value, /)", mul),
            NativeDef::method("capitalize", "(self, /)", case::capitalize),
            NativeDef::method("center", "(self, width, fillchar=b' ', /)", pad::center),
            NativeDef::method("count", "(self, sub, start=None, end=None, /)", find::count),
            NativeDef::method("decode", "(self, /, encoding='utf-8', errors='strict')", decode),
            NativeDef::method("endswith", "(self, suffix, start=None, end=None, /)", find::endswith),
            NativeDef::method("expandtabs", "(self, /, tabsize=8)", pad::expandtabs),
            NativeDef::method("find", "(self, sub, start=None, end=None, /)", find::find),
            NativeDef::class_method("fromhex", "(cls, string, /)", hex::fromhex),
            NativeDef::method("hex", "(self, /, sep=None, bytes_per_sep=1)", hex::hex),
            NativeDef::method("index", "(self, sub, start=None, end=None, /)", find::index),
            NativeDef::method("isalnum", "(self, /)", case::isalnum),
            NativeDef::method("isalpha", "(self, /)", case::isalpha),
            NativeDef::method("isascii", "(self, /)", case::isascii),
            NativeDef::method("isdigit", "(self, /)", case::isdigit),
            NativeDef::method("islower", "(self, /)", case::islower),
            NativeDef::method("isspace", "(self, /)", case::isspace),
            NativeDef::method("istitle", "(self, /)", case::istitle),
            NativeDef::method("isupper", "(self, /)", case::isupper),
            NativeDef::method("join", "(self, iterable_of_bytes, /)", split::join),
            NativeDef::method("ljust", "(self, width, fillchar=b' ', /)", pad::ljust),
            NativeDef::method("lower", "(self, /)", case::lower),
            NativeDef::method("lstrip", "(self, bytes=None, /)", split::lstrip),
            NativeDef::static_method("maketrans", "(frm, to, /)", translate::maketrans),
            NativeDef::method("partition", "(self, sep, /)", find::partition),
            NativeDef::method("removeprefix", "(self, prefix, /)", find::removeprefix),
            NativeDef::method("removesuffix", "(self, suffix, /)", find::removesuffix),
            NativeDef::method("replace", "(self, old, new, count=-1, /)", find::replace),
            NativeDef::method("rfind", "(self, sub, start=None, end=None, /)", find::rfind),
            NativeDef::method("rindex", "(self, sub, start=None, end=None, /)", find::rindex),
            NativeDef::method("rjust", "(self, width, fillchar=b' ', /)", pad::rjust),
            NativeDef::method("rpartition", "(self, sep, /)", find::rpartition),
            NativeDef::method("rsplit", "(self, /, sep=None, maxsplit=-1)", split::rsplit),
            NativeDef::method("rstrip", "(self, bytes=None, /)", split::rstrip),
            NativeDef::method("split", "(self, /, sep=None, maxsplit=-1)", split::split),
            NativeDef::method("splitlines", "(self, /, keepends=False)", split::splitlines),
            NativeDef::method("startswith", "(self, prefix, start=None, end=None, /)", find::startswith),
            NativeDef::method("strip", "(self, bytes=None, /)", split::strip),
            NativeDef::method("swapcase", "(self, /)", case::swapcase),
            NativeDef::method("title", "(self, /)", case::title),
            NativeDef::method("translate", "(self, table, /, delete=b'')", translate::translate),
            NativeDef::method("upper", "(self, /)", case::upper),
            NativeDef::method("zfill", "(self, width, /)", pad::zfill),
        ];
    };
}

methods! { BYTES_METHODS, 5:
    NativeDef::method("__bytes__", "(self, /)", itself),
    NativeDef::method("__getnewargs__", "(self, /)", getnewargs),
    NativeDef::method("__hash__", "(self, /)", hash),
    NativeDef::method("__repr__", "(self, /)", text::repr_method),
    NativeDef::method("__str__", "(self, /)", text::repr_method),
}

methods! { ARRAY_METHODS, 17:
    NativeDef::method(
        "__init__",
        "(self, /, source=b'', encoding='utf-8', errors='strict')",
        array::init,
    ),
    NativeDef::method("__alloc__", "(self, /)", array::alloc),
    NativeDef::method("__delitem__", "(self, key, /)", array::delitem),
    NativeDef::method("__iadd__", "(self, value, /)", array::iadd),
    NativeDef::method("__imul__", "(self, value, /)", array::imul),
    NativeDef::method("__setitem__", "(self, key, value, /)", array::setitem),
    NativeDef::whole_method("__repr__", "(self, /)", array::repr),
    NativeDef::whole_method("__str__", "(self, /)", array::repr),
    NativeDef::method("append", "(self, item, /)", array::append),
    NativeDef::method("clear", "(self, /)", array::clear),
    NativeDef::method("copy", "(self, /)", array::copy),
    NativeDef::method("extend", "(self, iterable_of_ints, /)", array::extend),
    NativeDef::method("insert", "(self, index, item, /)", array::insert),
    NativeDef::method("pop", "(self, index=-1, /)", array::pop),
    NativeDef::method("remove", "(self, value, /)", array::remove),
    NativeDef::method("reverse", "(self, /)", array::reverse),
    NativeDef::method("__sizeof__", "(self, /)", array::sizeof),
}

/// The object's own data, for as long as the native runs.
fn own<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, &'f [u8]> {
    protocol::data_of(cx, args.at(0))
}

/// A part of the object, of its type: bytes themselves if it is all of them.
fn part_of<'f>(cx: &mut Context<'f>, this: Local<'f>, start: usize, count: usize) -> Res<'f> {
    let len = cx.buffer(this).map_or(0, <[u8]>::len);
    if count == len && cx.is(this, Kind::Bytes) {
        return Ok(this);
    }
    let part = Part {
        start,
        step: 1,
        count,
    };
    let array = protocol::is_array(cx, this);
    cx.bytes_part(this, part, array)
}

/// A value of the object's type with these data.
fn made<'f>(cx: &mut Context<'f>, this: Local<'f>, data: &[u8]) -> Res<'f> {
    if protocol::is_array(cx, this) {
        cx.bytearray(data)
    } else {
        cx.bytes(data)
    }
}

/// Writes data by a pure function and makes a value of the object's type of them;
/// `room` is about how much will be written.
fn written<'f>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    room: usize,
    write: impl FnOnce(&mut Out) -> Result<(), crate::text::Full>,
) -> Res<'f> {
    cx.charge(room / 16)?;
    let mut out = cx.out();
    let done = crate::text::Sink::reserve(&mut out, room).and_then(|()| write(&mut out));
    cx.fits(done)?;
    let array = protocol::is_array(cx, this);
    cx.finish_bytes(&out, array)
}

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let [encoding, errors] = names(cx, args, 2, "bytes")?;
    let Some(source) = args.get(cx, 1) else {
        not_without_text(cx, encoding, errors)?;
        return cx.bytes(&[]);
    };
    let is_text = cx.str_bytes(source).is_some();
    if is_text && encoding.is_some() {
        return protocol::encode(cx, source, encoding, errors);
    }
    if !is_text {
        not_without_text(cx, encoding, errors)?;
    }
    if cx.is(source, Kind::Bytes) {
        return Ok(source);
    }
    if errors.is_none()
        && let Some(bytes) = by_method(cx, source)?
    {
        return Ok(bytes);
    }
    if is_text {
        return Err(no_encoding(cx));
    }
    let out = match content(cx, source)? {
        Content::Zeros(count) => return cx.bytes_filled(count, false, |_| {}),
        Content::Same => return of_buffer(cx, source),
        Content::Items => protocol::bytes_of_items(cx, source, "bytes", "bytes")?,
    };
    cx.finish_bytes(&out, false)
}

/// What `__bytes__` makes of an object, if its type has it.
pub(crate) fn by_method<'f>(cx: &mut Context<'f>, source: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    if !cx.has_specials(source) {
        return Ok(None);
    }
    let name = cx.names().bytes;
    let Some(bytes) = cx.call_special(source, name, &[])? else {
        return Ok(None);
    };
    if cx.as_bytes(bytes).is_none() {
        let found = cx.type_name(bytes);
        return Err(cx.type_error(format_args!("__bytes__ returned non-bytes (type {found})")));
    }
    Ok(Some(bytes))
}

/// Bytes of something with bytes, whose items need not lie side by side.
pub(crate) fn of_buffer<'f>(cx: &mut Context<'f>, source: Local<'f>) -> Res<'f> {
    if cx.is(source, Kind::MemoryView) {
        let view = protocol::memory::view_of(cx, source)?;
        return protocol::memory::gather(cx, source, &view);
    }
    let data = protocol::data_of(cx, source)?;
    cx.bytes(data)
}

fn not_without_text<'f>(
    cx: &mut Context<'f>,
    encoding: Option<Local<'f>>,
    errors: Option<Local<'f>>,
) -> Res<'f, ()> {
    let what = match (encoding, errors) {
        (Some(_), _) => "encoding",
        (None, Some(_)) => "errors",
        (None, None) => return Ok(()),
    };
    Err(cx.type_error(format_args!("{what} without a string argument")))
}

fn no_encoding<'f>(cx: &mut Context<'f>) -> crate::vm::context::Error<'f> {
    cx.type_error(format_args!("string argument without an encoding"))
}

/// What a constructor makes its bytes of.
enum Content {
    /// So many zeros.
    Zeros(usize),
    /// The bytes of another object.
    Same,
    /// The ints of an iterable.
    Items,
}

fn content<'f>(cx: &mut Context<'f>, source: Local<'f>) -> Res<'f, Content> {
    if protocol::has_index(cx, source) {
        match protocol::index(cx, source) {
            Ok(int) => {
                let Some(count) = cx.as_int(int) else {
                    return Err(protocol::cannot_fit(cx, source));
                };
                if count < 0 {
                    return Err(cx.value_error(format_args!("negative count")));
                }
                let Ok(count) = usize::try_from(count) else {
                    return Err(cx.memory_error());
                };
                if count <= cx.bytes_left() {
                    cx.charge(count / 64)?;
                }
                return Ok(Content::Zeros(count));
            }
            Err(error) if cx.error_is(&error, ClassId::TypeError) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(if cx.is_bytes_like(source) {
        Content::Same
    } else {
        Content::Items
    })
}

fn itself<'f>(_: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(args.at(0))
}

fn getnewargs<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.tuple(&[args.at(0)])
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let hash = protocol::hash(cx, args.at(0))?;
    cx.int(hash as i64)
}

fn decode<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let [encoding, errors] = names(cx, args, 1, "decode")?;
    protocol::decode(cx, args.at(0), encoding, errors)
}

fn add<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::bytes_concat(cx, args.at(0), args.at(1), false)
}

fn contains<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::bytes_contains(cx, args.at(0), args.at(1)).map(Local::bool)
}

fn getitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::bytes_item(cx, args.at(0), args.at(1))
}

fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::iter(cx, args.at(0))
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let len = cx.buffer(args.at(0)).map_or(0, <[u8]>::len);
    cx.size(len)
}

fn modulo<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::percent_bytes(cx, args.at(0), args.at(1))
}

fn rmod<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let template = cx.plain(args.at(1));
    if cx.kind(template) == cx.kind(args.at(0)) {
        protocol::percent_bytes(cx, template, args.at(0))
    } else {
        Ok(Local::NOT_IMPLEMENTED)
    }
}

fn mul<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let count = protocol::index(cx, args.at(1))?;
    match cx.as_int(count) {
        Some(count) => protocol::bytes_repeat(cx, args.at(0), count, false),
        None => Err(protocol::cannot_fit(cx, count)),
    }
}

fn compare<'f>(cx: &mut Context<'f>, op: Cmp, args: Args<'f>) -> Res<'f> {
    // The other may be of a class derived from either type.
    let other = cx.plain(args.at(1));
    Ok(match protocol::bytes_compare(cx, op, args.at(0), other)? {
        Some(answer) => Local::bool(answer),
        None => Local::NOT_IMPLEMENTED,
    })
}

fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Eq, args)
}

fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Ne, args)
}

fn lt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Lt, args)
}

fn le<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Le, args)
}

fn gt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Gt, args)
}

fn ge<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Ge, args)
}
