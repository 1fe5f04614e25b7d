//! `dict_keys`, `dict_values` and `dict_items`.

use super::compare::{eq, ge, gt, le, lt, ne};
use super::mapping_proxy;
use crate::builtins::protocol::{self, BinOp, sets};
use crate::object::{ClassId, IterKind, Kind};
use crate::vm::context::{Args, Context, Local, Place, Res};
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
    NativeDef::getter("mapping", mapping),
    NativeDef::method("__len__", "(self, /)", len),
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__reversed__", "(self, /)", reversed),
];

static SET_METHODS: &[NativeDef] = &[
    NativeDef::getter("mapping", mapping),
    NativeDef::method("__len__", "(self, /)", len),
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__reversed__", "(self, /)", reversed),
    NativeDef::method("__contains__", "(self, key, /)", has),
    NativeDef::method("isdisjoint", "(self, other, /)", isdisjoint),
    NativeDef::method("__and__", "(self, value, /)", and),
    NativeDef::method("__rand__", "(self, value, /)", rand),
    NativeDef::method("__or__", "(self, value, /)", or),
    NativeDef::method("__ror__", "(self, value, /)", ror),
    NativeDef::method("__sub__", "(self, value, /)", sub),
    NativeDef::method("__rsub__", "(self, value, /)", rsub),
    NativeDef::method("__xor__", "(self, value, /)", xor),
    NativeDef::method("__rxor__", "(self, value, /)", rxor),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__lt__", "(self, value, /)", lt),
    NativeDef::method("__le__", "(self, value, /)", le),
    NativeDef::method("__gt__", "(self, value, /)", gt),
    NativeDef::method("__ge__", "(self, value, /)", ge),
];

/// A read-only view of the dict.
fn mapping<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let dict = dict_of(cx, args.at(0));
    mapping_proxy::of(cx, dict)
}

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

/// Whether the value is a view of keys or items.
pub(crate) fn is_set_like<'f>(cx: &Context<'f>, value: Local<'f>) -> bool {
    cx.is(value, Kind::DictView)
        && matches!(cx.class(value), ClassId::DictKeys | ClassId::DictItems)
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

/// A set of what an operand gives: a dict's keys come with their hashes.
fn to_set<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f> {
    let source = if cx.is(value, Kind::DictView) && cx.class(value) == ClassId::DictKeys {
        dict_of(cx, value)
    } else {
        value
    };
    sets::collect(cx, ClassId::Set, source)
}

/// `a op b` where one is a view of keys or items; the other any iterable.
pub(crate) fn operator<'f>(cx: &mut Context<'f>, op: BinOp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    if op == BinOp::And {
        return intersection(cx, a, b);
    }
    let items =
        |cx: &Context<'f>, value| is_set_like(cx, value) && cx.class(value) == ClassId::DictItems;
    if op == BinOp::Xor && items(cx, a) && items(cx, b) {
        return items_xor(cx, a, b);
    }
    let result = to_set(cx, a)?;
    match op {
        BinOp::Sub => sets::difference_update(cx, result, b)?,
        BinOp::Xor => sets::symmetric_difference_update(cx, result, b)?,
        _ => sets::update(cx, result, b)?,
    }
    Ok(result)
}

fn intersection<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let (view, other) = if is_set_like(cx, a) { (a, b) } else { (b, a) };
    let len = view_len(cx, view);
    if cx.class(other) == ClassId::Set && len <= cx.set_len(other) {
        return sets::intersection(cx, other, view);
    }
    // The larger view is asked, the smaller one walked over.
    let (view, other) = if is_set_like(cx, other) && view_len(cx, other) > len {
        (other, view)
    } else {
        (view, other)
    };
    let result = cx.empty_set()?;
    protocol::for_each(cx, other, |cx, item| {
        if contains(cx, view, item)? {
            cx.set_add(result, item)?;
        }
        Ok(true)
    })?;
    Ok(result)
}

/// `a ^ b` of items: values that are equal need no hash.
fn items_xor<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let (left, right) = (dict_of(cx, a), dict_of(cx, b));
    cx.charge(cx.dict_len(left) / 4)?;
    let rest = cx.dict_copy(left)?;
    let result = cx.empty_set()?;
    let mut at = 0;
    loop {
        cx.charge(1)?;
        let next = cx.scope(|cx| {
            let Some((index, key, value)) = cx.dict_next(right, at) else {
                return Ok(None);
            };
            let hash = cx.dict_hash_at(right, index);
            let both = match cx.dict_lookup(rest, key, hash)? {
                Some(other) => protocol::eq(cx, other, value)?,
                None => false,
            };
            if both {
                // Looked up again: the values may have done anything.
                if let Place::At(place) = cx.dict_find(rest, key, hash)? {
                    cx.dict_remove_at(rest, place);
                }
            } else {
                let pair = cx.tuple(&[key, value])?;
                cx.set_add(result, pair)?;
            }
            Ok(Some(index + 1))
        })?;
        match next {
            Some(index) => at = index,
            None => break,
        }
    }
    let rest = cx.pair(Kind::DictView, ClassId::DictItems, rest, Local::NONE)?;
    sets::update(cx, result, rest)?;
    Ok(result)
}

macro_rules! operators {
    ($($op:ident $plain:ident $reflected:ident;)*) => {$(
        fn $plain<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
            operator(cx, BinOp::$op, args.at(0), args.at(1))
        }

        fn $reflected<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
            operator(cx, BinOp::$op, args.at(1), args.at(0))
        }
    )*};
}
operators! {
    And and rand;
    Or or ror;
    Sub sub rsub;
    Xor xor rxor;
}
