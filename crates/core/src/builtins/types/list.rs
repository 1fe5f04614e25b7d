//! `list`.

use super::compare::{eq, ge, gt, le, lt, ne};
use crate::builtins::protocol::{self, BinOp};
use crate::object::{ClassId, IterKind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::intrinsic::Intrinsic;
use crate::vm::native::{NativeDef, TypeDef};

pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::List,
    new: Some(NativeDef::function("list", "(cls, iterable=None, /)", new)),
    methods: METHODS,
    doc: crate::features::doc(
        "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
    ),
    base: true,
};

static METHODS: &[NativeDef] = &[
    super::generic_alias::CLASS_GETITEM,
    NativeDef::method("__init__", "(self, iterable=None, /)", init),
    NativeDef::method("append", "(self, object, /)", append).with_intrinsic(Intrinsic::Append),
    NativeDef::method("clear", "(self, /)", clear),
    NativeDef::method("copy", "(self, /)", copy),
    NativeDef::method("count", "(self, value, /)", count),
    NativeDef::method("extend", "(self, iterable, /)", extend),
    NativeDef::method(
        "index",
        "(self, value, start=0, stop=9223372036854775807, /)",
        index,
    ),
    NativeDef::method("insert", "(self, index, object, /)", insert),
    NativeDef::method("pop", "(self, index=-1, /)", pop).with_intrinsic(Intrinsic::Pop),
    NativeDef::method("remove", "(self, value, /)", remove),
    NativeDef::method("reverse", "(self, /)", reverse),
    NativeDef::method("sort", "(self, *args, key=None, reverse=False)", sort),
    NativeDef::method("__repr__", "(self, /)", protocol::text::repr_method),
    NativeDef::method("__len__", "(self, /)", len),
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__reversed__", "(self, /)", reversed),
    NativeDef::method("__contains__", "(self, key, /)", contains),
    NativeDef::method("__getitem__", "(self, index, /)", get_item),
    NativeDef::method("__setitem__", "(self, key, value, /)", set_item),
    NativeDef::method("__delitem__", "(self, key, /)", del_item),
    NativeDef::method("__add__", "(self, value, /)", add),
    NativeDef::method("__iadd__", "(self, value, /)", iadd),
    NativeDef::method("__mul__", "(self, value, /)", mul),
    NativeDef::method("__rmul__", "(self, value, /)", mul),
    NativeDef::method("__imul__", "(self, value, /)", imul),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__lt__", "(self, value, /)", lt),
    NativeDef::method("__le__", "(self, value, /)", le),
    NativeDef::method("__gt__", "(self, value, /)", gt),
    NativeDef::method("__ge__", "(self, value, /)", ge),
];

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match args.get(cx, 1) {
        Some(iterable) => protocol::list_of(cx, iterable),
        None => cx.list(&[]),
    }
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.list_clear(args.at(0));
    if let Some(iterable) = args.get(cx, 1) {
        protocol::extend_list(cx, args.at(0), iterable)?;
    }
    Ok(Local::NONE)
}

pub(crate) fn append<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.list_push(args.at(0), args.at(1))?;
    Ok(Local::NONE)
}

fn clear<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.list_clear(args.at(0));
    Ok(Local::NONE)
}

fn copy<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::list_of(cx, args.at(0))
}

fn count<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let count = protocol::count_equal(cx, args.at(0), args.at(1))?;
    cx.size(count)
}

fn extend<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::extend_list(cx, args.at(0), args.at(1))?;
    Ok(Local::NONE)
}

fn index<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (start, stop) = (args.get(cx, 2), args.get(cx, 3));
    if let Some(at) = protocol::index_within(cx, args.at(0), args.at(1), start, stop)? {
        return cx.size(at);
    }
    let item = protocol::repr(cx, args.at(1))?;
    let mut text = cx.text();
    text.push(cx.str_bytes(item).unwrap_or(b"?"));
    text.push(b" is not in list");
    Err(cx.raise_bytes(ClassId::ValueError, text.bytes()))
}

fn insert<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let list = args.at(0);
    let at = protocol::index_i64(cx, args.at(1))?;
    let len = cx.list_len(list);
    let at = if at < 0 {
        at.saturating_add(len as i64).max(0)
    } else {
        at
    };
    let at = usize::try_from(at).unwrap_or(len).min(len);
    cx.charge((len - at) / 16)?;
    cx.list_insert(list, at, args.at(2))?;
    Ok(Local::NONE)
}

fn pop<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let list = args.at(0);
    let index = match args.get(cx, 1) {
        Some(index) => protocol::index_i64(cx, index)?,
        None => -1,
    };
    let len = cx.list_len(list);
    if len == 0 {
        return Err(cx.raise(ClassId::IndexError, format_args!("pop from empty list")));
    }
    let Some(at) = protocol::place(index, len) else {
        return Err(cx.raise(ClassId::IndexError, format_args!("pop index out of range")));
    };
    let item = cx.list_get(list, at).unwrap_or(Local::NONE);
    cx.list_remove(list, at, 1);
    cx.charge((len - at) / 16)?;
    Ok(item)
}

fn remove<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let list = args.at(0);
    match protocol::find(cx, list, args.at(1), 0, usize::MAX)? {
        Some(at) => {
            cx.list_remove(list, at, 1);
            Ok(Local::NONE)
        }
        None => Err(cx.value_error(format_args!("list.remove(x): x not in list"))),
    }
}

fn reverse<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.charge(cx.list_len(args.at(0)) / 8)?;
    cx.list_reverse(args.at(0));
    Ok(Local::NONE)
}

fn sort<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if args.len() > 3 {
        return Err(cx.type_error(format_args!("sort() takes no positional arguments")));
    }
    let (key, reverse) = sort_options(cx, args.get(cx, 1), args.get(cx, 2))?;
    protocol::sort_list(cx, args.at(0), key, reverse)?;
    Ok(Local::NONE)
}

/// `key=` and `reverse=` of `sort` and `sorted`.
pub(crate) fn sort_options<'f>(
    cx: &mut Context<'f>,
    key: Option<Local<'f>>,
    reverse: Option<Local<'f>>,
) -> Res<'f, (Option<Local<'f>>, bool)> {
    let reverse = match reverse {
        Some(reverse) => protocol::index_i64(cx, reverse)? != 0,
        None => false,
    };
    Ok((key.filter(|&key| !cx.is_none(key)), reverse))
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.size(cx.list_len(args.at(0)))
}

fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::iter(cx, args.at(0))
}

fn reversed<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    reverse_iter(cx, args.at(0))
}

/// An iterator from the end of a list.
pub(crate) fn reverse_iter<'f>(cx: &mut Context<'f>, list: Local<'f>) -> Res<'f> {
    let iterator = cx.new_iter(IterKind::ListReverse, list, Local::NONE)?;
    cx.set_iter_state(iterator, cx.list_len(list) as i64 - 1, 0, 1);
    Ok(iterator)
}

fn contains<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::contains(cx, args.at(0), args.at(1)).map(Local::bool)
}

fn get_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::get_item(cx, args.at(0), args.at(1))
}

fn set_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::set_item(cx, args.at(0), args.at(1), args.at(2))?;
    Ok(Local::NONE)
}

fn del_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::del_item(cx, args.at(0), args.at(1))?;
    Ok(Local::NONE)
}

fn add<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    concat(cx, args)
}

/// `__add__` of a list or tuple, which takes its own kind only.
pub(crate) fn concat<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (a, b) = (args.at(0), args.at(1));
    let plain = cx.plain(b);
    if cx.kind(a) == cx.kind(plain) {
        return protocol::binary(cx, BinOp::Add, a, plain, false);
    }
    let (own, found) = (cx.type_name(a), cx.type_name(b));
    Err(cx.type_error(format_args!(
        "can only concatenate {own} (not \"{found}\") to {own}"
    )))
}

fn iadd<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::extend_list(cx, args.at(0), args.at(1))?;
    Ok(args.at(0))
}

fn mul<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    repeat(cx, args, false)
}

fn imul<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    repeat(cx, args, true)
}

/// `__mul__` of a list or tuple.
pub(crate) fn repeat<'f>(cx: &mut Context<'f>, args: Args<'f>, inplace: bool) -> Res<'f> {
    let count = protocol::index(cx, args.at(1))?;
    protocol::binary(cx, BinOp::Mul, args.at(0), count, inplace)
}
