//! `dict_keys`, `dict_values` and `dict_items`.

use super::compare::{eq, ge, gt, le, lt, ne};
use crate::builtins::protocol;
use crate::object::{ClassId, IterKind, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

pub(crate) static KEYS: TypeDef = TypeDef {
    class: ClassId::DictKeys,
    new: None,
    methods: SET_METHODS,
    doc: "",
    base: false,
};

pub(crate) static VALUES: TypeDef = TypeDef {
    class: ClassId::DictValues,
    new: None,
    methods: VALUE_METHODS,
    doc: "",
    base: false,
};

pub(crate) static ITEMS: TypeDef = TypeDef {
    class: ClassId::DictItems,
    new: None,
    methods: SET_METHODS,
    doc: "",
    base: false,
};

static VALUE_METHODS: &[NativeDef] = &[
    NativeDef::method("__len__", "(self, /)", len),
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__reversed__", "(self, /)", reversed),
];

static SET_METHODS: &[NativeDef] = &[
    NativeDef::method("__len__", "(self, /)", len),
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__reversed__", "(self, /)", reversed),
    NativeDef::method("__contains__", "(self, key, /)", has),
    NativeDef::method("isdisjoint", "(self, other, /)", isdisjoint),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__lt__", "(self, value, /)", lt),
    NativeDef::method("__le__", "(self, value, /)", le),
    NativeDef::method("__gt__", "(self, value, /)", gt),
    NativeDef::method("__ge__", "(self, value, /)", ge),
];

/// The dict that a view shows.
fn dict_of<'f>(cx: &mut Context<'f>, view: Local<'f>) -> Local<'f> {
    cx.pair_parts(view).map_or(Local::NONE, |(dict, _)| dict)
}

/// Number of entries that a view shows.
pub(crate) fn view_len<'f>(cx: &mut Context<'f>, view: Local<'f>) -> usize {
    let dict = dict_of(cx, view);
    cx.dict_len(dict)
}

/// `item in view`.
pub(crate) fn contains<'f>(
    cx: &mut Context<'f>,
    view: Local<'f>,
    item: Local<'f>,
) -> Res<'f, bool> {
    let dict = dict_of(cx, view);
    match cx.class(view) {
        ClassId::DictKeys => Ok(cx.dict_get(dict, item)?.is_some()),
        ClassId::DictItems => {
            if cx.tuple_len(item) != 2 {
                return Ok(false);
            }
            let (Some(key), Some(value)) = (cx.tuple_get(item, 0), cx.tuple_get(item, 1)) else {
                return Ok(false);
            };
            match cx.dict_get(dict, key)? {
                Some(found) => protocol::eq(cx, found, value),
                None => Ok(false),
            }
        }
        _ => protocol::contains_by_walking(cx, view, item),
    }
}

fn is_set_like<'f>(cx: &Context<'f>, value: Local<'f>) -> bool {
    cx.is(value, Kind::DictView) && cx.class(value) != ClassId::DictValues
}

/// No item of `other` is in the view.
fn isdisjoint<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (view, other) = (args.at(0), args.at(1));
    if cx.same(view, other) {
        return Ok(Local::bool(view_len(cx, view) == 0));
    }
    // The shorter view is walked over.
    let (view, other) = if is_set_like(cx, other) && view_len(cx, other) > view_len(cx, view) {
        (other, view)
    } else {
        (view, other)
    };
    let mut disjoint = true;
    protocol::for_each(cx, other, |cx, item| {
        disjoint = !contains(cx, view, item)?;
        Ok(disjoint)
    })?;
    Ok(Local::bool(disjoint))
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let len = view_len(cx, args.at(0));
    cx.size(len)
}

fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::iter(cx, args.at(0))
}

fn reversed<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    reverse_iter(cx, args.at(0))
}

/// An iterator from the end of a view.
pub(crate) fn reverse_iter<'f>(cx: &mut Context<'f>, view: Local<'f>) -> Res<'f> {
    let kind = match cx.class(view) {
        ClassId::DictValues => IterKind::DictValuesReverse,
        ClassId::DictItems => IterKind::DictItemsReverse,
        _ => IterKind::DictKeysReverse,
    };
    let dict = dict_of(cx, view);
    protocol::dict_iter(cx, kind, dict)
}

fn has<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    contains(cx, args.at(0), args.at(1)).map(Local::bool)
}
