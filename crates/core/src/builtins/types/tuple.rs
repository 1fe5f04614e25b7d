//! `tuple`.

use super::compare::{eq, ge, gt, le, lt, ne};
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Tuple,
    new: Some(NativeDef::function("tuple", "(cls, iterable=None, /)", new)),
    methods: METHODS,
    doc: crate::features::doc(
        "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
    ),
    base: true,
};

static METHODS: &[NativeDef] = &[
    super::generic_alias::CLASS_GETITEM,
    NativeDef::method("count", "(self, value, /)", count),
    NativeDef::method(
        "index",
        "(self, value, start=0, stop=9223372036854775807, /)",
        index,
    ),
    NativeDef::method("__getnewargs__", "(self, /)", getnewargs),
    NativeDef::method("__repr__", "(self, /)", protocol::text::repr_method),
    NativeDef::method("__len__", "(self, /)", len),
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__contains__", "(self, key, /)", contains),
    NativeDef::method("__getitem__", "(self, key, /)", get_item),
    NativeDef::method("__hash__", "(self, /)", hash),
    NativeDef::method("__add__", "(self, value, /)", add),
    NativeDef::method("__mul__", "(self, value, /)", mul),
    NativeDef::method("__rmul__", "(self, value, /)", mul),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__lt__", "(self, value, /)", lt),
    NativeDef::method("__le__", "(self, value, /)", le),
    NativeDef::method("__gt__", "(self, value, /)", gt),
    NativeDef::method("__ge__", "(self, value, /)", ge),
];

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match args.get(cx, 1) {
        Some(iterable) => tuple_of(cx, iterable),
        None => cx.tuple(&[]),
    }
}

/// A tuple of an iterable's items; a tuple itself is its own.
pub(crate) fn tuple_of<'f>(cx: &mut Context<'f>, iterable: Local<'f>) -> Res<'f> {
    match cx.kind(iterable) {
        Some(Kind::Tuple) => Ok(iterable),
        Some(Kind::List) => cx.tuple_from_list(iterable),
        _ => {
            let list = protocol::list_of(cx, iterable)?;
            cx.tuple_from_list(list)
        }
    }
}

fn count<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let count = protocol::count_equal(cx, args.at(0), args.at(1))?;
    cx.size(count)
}

fn index<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (start, stop) = (args.get(cx, 2), args.get(cx, 3));
    match protocol::index_within(cx, args.at(0), args.at(1), start, stop)? {
        Some(at) => cx.size(at),
        None => Err(cx.value_error(format_args!("tuple.index(x): x not in tuple"))),
    }
}

fn getnewargs<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.tuple(&[args.at(0)])
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.size(cx.tuple_len(args.at(0)))
}

fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::iter(cx, args.at(0))
}

fn contains<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::contains(cx, args.at(0), args.at(1)).map(Local::bool)
}

fn get_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::get_item(cx, args.at(0), args.at(1))
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let hash = protocol::hash(cx, args.at(0))?;
    cx.int(hash as i64)
}

fn add<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    super::list::concat(cx, args)
}

fn mul<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    super::list::repeat(cx, args, false)
}
