//! The type `str`: constructor and special methods; the other methods by topic.

mod case;
mod find;
mod pad;
mod replace;
mod split;
mod translate;

use crate::builtins::protocol::{self, text};
use crate::object::{ClassId, IterKind};
use crate::text::Sink;
use crate::vm::context::{Args, Context, Local, Out, Res};
use crate::vm::intrinsic::Intrinsic;
use crate::vm::native::{NativeDef, TypeDef};

/// `str`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Str,
    new: Some(NativeDef::function(
        "str",
        "(cls, /, object='', encoding='utf-8', errors='strict')",
        new,
    )),
    methods: METHODS,
    doc: crate::features::doc(
        "str(object='') -> str\n\nCreate a new string object from the given object.",
    ),
    base: true,
};

static METHODS: &[NativeDef] = &[
    NativeDef::method("__add__", "(self, value, /)", add),
    NativeDef::method("__contains__", "(self, key, /)", contains),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::whole_method("__format__", "(self, format_spec, /)", text::format_method),
    NativeDef::method("__ge__", "(self, value, /)", ge),
    NativeDef::method("__getitem__", "(self, key, /)", getitem),
    NativeDef::method("__getnewargs__", "(self, /)", getnewargs),
    NativeDef::method("__gt__", "(self, value, /)", gt),
    NativeDef::method("__hash__", "(self, /)", hash),
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__le__", "(self, value, /)", le),
    NativeDef::method("__len__", "(self, /)", len),
    NativeDef::method("__lt__", "(self, value, /)", lt),
    NativeDef::method("__mod__", "(self, value, /)", modulo),
    NativeDef::method("__mul__", "(self, value, /)", mul),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__repr__", "(self, /)", text::repr_method),
    NativeDef::method("__rmod__", "(self, value, /)", rmod),
    NativeDef::method("__rmul__", "(self, value, /)", mul),
    NativeDef::method("__str__", "(self, /)", text::str_method),
    NativeDef::method("capitalize", "(self, /)", case::capitalize),
    NativeDef::method("casefold", "(self, /)", case::casefold),
    NativeDef::method("center", "(self, width, fillchar=' ', /)", pad::center),
    NativeDef::method("count", "(self, sub, start=None, end=None, /)", find::count),
    NativeDef::whole_method(
        "encode",
        "(self, /, encoding='utf-8', errors='strict')",
        encode,
    ),
    NativeDef::method(
        "endswith",
        "(self, suffix, start=None, end=None, /)",
        find::endswith,
    )
    .with_intrinsic(Intrinsic::EndsWith),
    NativeDef::method("expandtabs", "(self, /, tabsize=8)", pad::expandtabs),
    NativeDef::method("find", "(self, sub, start=None, end=None, /)", find::find),
    NativeDef::method("format", "(self, /, *args, **kwargs)", format),
    NativeDef::method("format_map", "(self, mapping, /)", format_map),
    NativeDef::method("index", "(self, sub, start=None, end=None, /)", find::index),
    NativeDef::method("isalnum", "(self, /)", case::isalnum),
    NativeDef::method("isalpha", "(self, /)", case::isalpha),
    NativeDef::method("isascii", "(self, /)", case::isascii),
    NativeDef::method("isdecimal", "(self, /)", case::isdecimal),
    NativeDef::method("isdigit", "(self, /)", case::isdigit),
    NativeDef::method("isidentifier", "(self, /)", case::isidentifier),
    NativeDef::method("islower", "(self, /)", case::islower),
    NativeDef::method("isnumeric", "(self, /)", case::isnumeric),
    NativeDef::method("isprintable", "(self, /)", case::isprintable),
    NativeDef::method("isspace", "(self, /)", case::isspace),
    NativeDef::method("istitle", "(self, /)", case::istitle),
    NativeDef::method("isupper", "(self, /)", case::isupper),
    NativeDef::method("join", "(self, iterable, /)", join),
    NativeDef::method("ljust", "(self, width, fillchar=' ', /)", pad::ljust),
    NativeDef::method("lower", "(self, /)", case::lower).with_intrinsic(Intrinsic::Lower),
    NativeDef::method("lstrip", "(self, chars=None, /)", split::lstrip),
    NativeDef::static_method("maketrans", "(x, y=None, z=None, /)", translate::maketrans),
    NativeDef::method("partition", "(self, sep, /)", find::partition),
    NativeDef::method("removeprefix", "(self, prefix, /)", find::removeprefix),
    NativeDef::method("removesuffix", "(self, suffix, /)", find::removesuffix),
    NativeDef::method("replace", "(self, old, new, count=-1, /)", replace::replace),
    NativeDef::method("rfind", "(self, sub, start=None, end=None, /)", find::rfind),
    NativeDef::method(
        "rindex",
        "(self, sub, start=None, end=None, /)",
        find::rindex,
    ),
    NativeDef::method("rjust", "(self, width, fillchar=' ', /)", pad::rjust),
    NativeDef::method("rpartition", "(self, sep, /)", find::rpartition),
    NativeDef::method("rsplit", "(self, /, sep=None, maxsplit=-1)", split::rsplit),
    NativeDef::method("rstrip", "(self, chars=None, /)", split::rstrip),
    NativeDef::method("split", "(self, /, sep=None, maxsplit=-1)", split::split),
    NativeDef::method("splitlines", "(self, /, keepends=False)", split::splitlines),
    NativeDef::method(
        "startswith",
        "(self, prefix, start=None, end=None, /)",
        find::startswith,
    )
    .with_intrinsic(Intrinsic::StartsWith),
    NativeDef::method("strip", "(self, chars=None, /)", split::strip)
        .with_intrinsic(Intrinsic::Strip),
    NativeDef::method("swapcase", "(self, /)", case::swapcase),
    NativeDef::method("title", "(self, /)", case::title),
    NativeDef::method("translate", "(self, table, /)", translate::translate),
    NativeDef::method("upper", "(self, /)", case::upper).with_intrinsic(Intrinsic::Upper),
    NativeDef::method("zfill", "(self, width, /)", pad::zfill),
];

/// The bytes of argument `i`, which is a str (the object itself, mostly).
fn bytes<'f>(cx: &Context<'f>, args: Args<'f>, i: usize) -> &'f [u8] {
    cx.str_bytes(args.at(i)).unwrap_or_default()
}

/// The bytes of an argument that must be a str, or TypeError "WHAT must be str, not X".
fn str_arg<'f>(cx: &mut Context<'f>, arg: Local<'f>, what: &str) -> Res<'f, &'f [u8]> {
    match cx.str_bytes(arg) {
        Some(bytes) => Ok(bytes),
        None => Err(text::bad_argument(cx, what, arg)),
    }
}

/// A str of these bytes: the object itself if it consists of them.
fn part_of<'f>(cx: &mut Context<'f>, whole: Local<'f>, part: &[u8]) -> Res<'f> {
    match cx.str_text(whole) {
        Some((bytes, _)) if bytes.len() == part.len() => Ok(whole),
        Some((_, ascii)) => cx.str_part(part, ascii),
        None => cx.wtf8(part),
    }
}

/// Writes a text by a pure function and makes a str of it.
fn written<'f>(
    cx: &mut Context<'f>,
    write: impl FnOnce(&mut Out) -> Result<(), crate::text::Full>,
) -> Res<'f> {
    let mut out = cx.out();
    let done = write(&mut out);
    cx.fits(done)?;
    cx.finish_out(&out)
}

/// As [`written`], with room made for about `room` bytes.
fn written_in<'f>(
    cx: &mut Context<'f>,
    room: usize,
    write: impl FnOnce(&mut Out) -> Result<(), crate::text::Full>,
) -> Res<'f> {
    cx.charge(room / 16)?;
    written(cx, |out| {
        out.reserve(room)?;
        write(out)
    })
}

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let object = args.get(cx, 1);
    let [encoding, errors] = codec_names(cx, args, 2, "str")?;
    let Some(object) = object else {
        return cx.wtf8(b"");
    };
    if encoding.is_none() && errors.is_none() {
        return protocol::text::whole_str(cx, object);
    }
    if cx.str_bytes(object).is_some() {
        return Err(cx.type_error(format_args!("decoding str is not supported")));
    }
    if cx.buffer(object).is_none() {
        let found = cx.type_name(object);
        return Err(cx.type_error(format_args!(
            "decoding to str: need a bytes-like object, {found} found"
        )));
    }
    protocol::decode(cx, object, encoding, errors)
}

/// Names of an encoding and of an error handler, which must be strs.
pub(super) fn codec_names<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    first: usize,
    function: &str,
) -> Res<'f, [Option<Local<'f>>; 2]> {
    let names = [args.get(cx, first), args.get(cx, first + 1)];
    for (name, what) in names.into_iter().zip(["encoding", "errors"]) {
        if let Some(name) = name
            && cx.str_bytes(name).is_none()
        {
            let found = if cx.is_none(name) {
                "None"
            } else {
                cx.type_name(name)
            };
            return Err(cx.type_error(format_args!(
                "{function}() argument '{what}' must be str, not {found}"
            )));
        }
    }
    Ok(names)
}

fn encode<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let [encoding, errors] = codec_names(cx, args, 1, "encode")?;
    protocol::encode(cx, args.at(0), encoding, errors)
}

fn add<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let right = cx.plain(args.at(1));
    protocol::str_concat(cx, args.at(0), right)
}

fn contains<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let item = cx.plain(args.at(1));
    protocol::str_contains(cx, args.at(0), item).map(Local::bool)
}

fn compare<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    test: impl FnOnce(core::cmp::Ordering) -> bool,
) -> Res<'f> {
    match (cx.str_bytes(args.at(0)), cx.str_bytes(args.at(1))) {
        // The encoding orders as code points do.
        (Some(a), Some(b)) => Ok(Local::bool(test(a.cmp(b)))),
        _ => Ok(Local::NOT_IMPLEMENTED),
    }
}

fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, args, |order| order.is_eq())
}

fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, args, |order| order.is_ne())
}

fn lt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, args, |order| order.is_lt())
}

fn le<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, args, |order| order.is_le())
}

fn gt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, args, |order| order.is_gt())
}

fn ge<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, args, |order| order.is_ge())
}

fn getitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::str_item(cx, args.at(0), args.at(1))
}

fn getnewargs<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.tuple(&[args.at(0)])
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let hash = protocol::hash(cx, args.at(0))?;
    cx.int(hash as i64)
}

fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.new_iter(IterKind::Str, args.at(0), Local::NONE)
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let len = cx.str_len(args.at(0)).unwrap_or(0);
    cx.size(len)
}

fn modulo<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::percent(cx, args.at(0), args.at(1))
}

fn rmod<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::percent(cx, args.at(1), args.at(0))
}

fn mul<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let count = protocol::index_i64(cx, args.at(1))?;
    protocol::str_repeat(cx, args.at(0), count)
}

fn join<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::join(cx, args.at(0), args.at(1))
}

fn format<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    // Behind the template: the positional arguments, then the dict of the named ones.
    let values = args.skip(1);
    let count = values.len().saturating_sub(1);
    let kwargs = values.get(cx, count);
    text::format_fields(cx, args.at(0), text::Values::Args(values, count, kwargs))
}

fn format_map<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    text::format_fields(cx, args.at(0), text::Values::Mapping(args.at(1)))
}
