//! `set` and `frozenset`; what they do is in `protocol::sets`.

use super::compare::{eq, ge, gt, le, lt, ne};
use crate::builtins::protocol::{self, BinOp, sets};
use crate::object::ClassId;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::intrinsic::Intrinsic;
use crate::vm::native::{NativeDef, TypeDef};

pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Set,
    new: Some(NativeDef::function("set", "(cls, iterable=None, /)", new)),
    methods: METHODS,
    doc: crate::features::doc(
        "set() -> new empty set object\nset(iterable) -> new set object\n\nBuild an unordered collection of unique elements.",
    ),
    base: true,
};

pub(crate) static FROZEN: TypeDef = TypeDef {
    class: ClassId::FrozenSet,
    new: Some(NativeDef::function(
        "frozenset",
        "(cls, iterable=None, /)",
        new_frozen,
    )),
    methods: FROZEN_METHODS,
    doc: crate::features::doc(
        "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\nBuild an immutable unordered collection of unique elements.",
    ),
    base: true,
};

/// The methods of both, and those of one of them.
macro_rules! methods {
    ($($own:expr),* $(,)?) => {
        &[
            $($own,)*
            NativeDef::method("difference", "(self, /, *others)", difference),
            NativeDef::method("intersection", "(self, /, *others)", intersection),
            NativeDef::method("isdisjoint", "(self, other, /)", is_disjoint),
            NativeDef::method("issubset", "(self, other, /)", is_subset),
            NativeDef::method("issuperset", "(self, other, /)", is_superset),
            NativeDef::method("symmetric_difference", "(self, other, /)", symmetric_difference),
            super::generic_alias::CLASS_GETITEM,
            NativeDef::method("union", "(self, /, *others)", union),
            NativeDef::whole_method("__repr__", "(self, /)", protocol::text::set_repr_method),
            NativeDef::method("__len__", "(self, /)", len),
            NativeDef::method("__iter__", "(self, /)", iter),
            NativeDef::method("__contains__", "(self, key, /)", contains),
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
        ]
    };
}

static METHODS: &[NativeDef] = methods![
    NativeDef::method("__init__", "(self, iterable=None, /)", init),
    NativeDef::method("add", "(self, object, /)", add).with_intrinsic(Intrinsic::SetAdd),
    NativeDef::method("clear", "(self, /)", clear),
    NativeDef::method("copy", "(self, /)", copy),
    NativeDef::method("difference_update", "(self, /, *others)", difference_update),
    NativeDef::method("discard", "(self, object, /)", discard),
    NativeDef::method(
        "intersection_update",
        "(self, /, *others)",
        intersection_update
    ),
    NativeDef::method("pop", "(self, /)", pop),
    NativeDef::method("remove", "(self, object, /)", remove),
    NativeDef::method(
        "symmetric_difference_update",
        "(self, other, /)",
        symmetric_difference_update,
    ),
    NativeDef::method("update", "(self, /, *others)", update),
    NativeDef::method("__iand__", "(self, value, /)", iand),
    NativeDef::method("__ior__", "(self, value, /)", ior),
    NativeDef::method("__isub__", "(self, value, /)", isub),
    NativeDef::method("__ixor__", "(self, value, /)", ixor),
];

static FROZEN_METHODS: &[NativeDef] = methods![
    NativeDef::whole_method("copy", "(self, /)", copy_frozen),
    NativeDef::method("__hash__", "(self, /)", hash),
];

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let set = cx.empty_set()?;
    if let Some(iterable) = args.get(cx, 1) {
        sets::update(cx, set, iterable)?;
    }
    Ok(set)
}

fn new_frozen<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match args.get(cx, 1) {
        Some(iterable) => cx.frozenset(iterable),
        None => cx.new_set(ClassId::FrozenSet),
    }
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.set_clear(args.at(0));
    if let Some(iterable) = args.get(cx, 1) {
        sets::update(cx, args.at(0), iterable)?;
    }
    Ok(Local::NONE)
}

fn add<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.set_add(args.at(0), args.at(1))?;
    Ok(Local::NONE)
}

fn clear<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.set_clear(args.at(0));
    Ok(Local::NONE)
}

fn copy<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    sets::copy(cx, args.at(0))
}

/// A frozenset needs no copy; of an instance of a derived class a frozenset is made.
fn copy_frozen<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let whole = args.at(0);
    if cx.is_set(whole) {
        return Ok(whole);
    }
    let plain = cx.plain(whole);
    sets::copy(cx, plain)
}

fn discard<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let set = args.at(0);
    sets::with_key(cx, args.at(1), |cx, item, hash| {
        cx.set_discard(set, item, hash)
    })?;
    Ok(Local::NONE)
}

fn remove<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let set = args.at(0);
    let there = sets::with_key(cx, args.at(1), |cx, item, hash| {
        cx.set_discard(set, item, hash)
    })?;
    if there {
        Ok(Local::NONE)
    } else {
        Err(cx.raise_with(ClassId::KeyError, &[args.at(1)]))
    }
}

fn pop<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.set_pop(args.at(0)) {
        Some(item) => Ok(item),
        None => Err(cx.raise(ClassId::KeyError, format_args!("pop from an empty set"))),
    }
}

fn update<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    for other in args.rest(1) {
        sets::update(cx, args.at(0), other)?;
    }
    Ok(Local::NONE)
}

fn union<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let result = sets::copy(cx, args.at(0))?;
    for other in args.rest(1) {
        if !cx.same(other, args.at(0)) {
            sets::update(cx, result, other)?;
        }
    }
    Ok(result)
}

fn difference<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mut others = args.rest(1);
    let Some(first) = others.next() else {
        return sets::copy(cx, args.at(0));
    };
    let result = sets::difference(cx, args.at(0), first)?;
    for other in others {
        sets::difference_update(cx, result, other)?;
    }
    Ok(result)
}

fn difference_update<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    for other in args.rest(1) {
        sets::difference_update(cx, args.at(0), other)?;
    }
    Ok(Local::NONE)
}

fn intersection<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mut others = args.rest(1);
    let Some(first) = others.next() else {
        return sets::copy(cx, args.at(0));
    };
    let mut result = sets::intersection(cx, args.at(0), first)?;
    for other in others {
        result = sets::intersection(cx, result, other)?;
    }
    Ok(result)
}

fn intersection_update<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let result = intersection(cx, args)?;
    cx.set_swap(args.at(0), result);
    Ok(Local::NONE)
}

fn symmetric_difference<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    sets::symmetric_difference(cx, args.at(0), args.at(1))
}

fn symmetric_difference_update<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    sets::symmetric_difference_update(cx, args.at(0), args.at(1))?;
    Ok(Local::NONE)
}

fn is_disjoint<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    sets::is_disjoint(cx, args.at(0), args.at(1)).map(Local::bool)
}

fn is_subset<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    sets::is_subset(cx, args.at(0), args.at(1)).map(Local::bool)
}

fn is_superset<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    sets::is_superset(cx, args.at(0), args.at(1)).map(Local::bool)
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.size(cx.set_len(args.at(0)))
}

fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    sets::iter(cx, args.at(0))
}

fn contains<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    sets::contains(cx, args.at(0), args.at(1)).map(Local::bool)
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let hash = protocol::hash(cx, args.at(0))?;
    cx.int(hash as i64)
}

/// An operator's method, which answers for sets only.
fn operator<'f>(
    cx: &mut Context<'f>,
    op: BinOp,
    a: Local<'f>,
    b: Local<'f>,
    inplace: bool,
) -> Res<'f> {
    let (Some(a), Some(b)) = (sets::any_set(cx, a), sets::any_set(cx, b)) else {
        return Ok(Local::NOT_IMPLEMENTED);
    };
    let result = sets::operator(cx, op, a, b, inplace)?;
    Ok(result.unwrap_or(Local::NOT_IMPLEMENTED))
}

macro_rules! operators {
    ($($op:ident $plain:ident $reflected:ident $in_place:ident;)*) => {$(
        fn $plain<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
            operator(cx, BinOp::$op, args.at(0), args.at(1), false)
        }

        fn $reflected<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
            operator(cx, BinOp::$op, args.at(1), args.at(0), false)
        }

        fn $in_place<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
            operator(cx, BinOp::$op, args.at(0), args.at(1), true)
        }
    )*};
}
operators! {
    And and rand iand;
    Or or ror ior;
    Sub sub rsub isub;
    Xor xor rxor ixor;
}
