//! The built-in iterators that containers hand out: one set of methods for all.

use super::iterator_state::{reduce, set_state};
use crate::builtins::protocol;
use crate::object::ClassId;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

const fn iterator(class: ClassId, methods: &'static [NativeDef]) -> TypeDef {
    TypeDef {
        class,
        new: None,
        methods,
        doc: "",
        base: false,
    }
}

pub(crate) static LIST: TypeDef = iterator(ClassId::ListIter, SIZED);
pub(crate) static LIST_REVERSE: TypeDef = iterator(ClassId::ListReverseIter, SIZED);
pub(crate) static TUPLE: TypeDef = iterator(ClassId::TupleIter, SIZED);
pub(crate) static STR: TypeDef = iterator(ClassId::StrIter, SIZED);
pub(crate) static STR_ASCII: TypeDef = iterator(ClassId::StrAsciiIter, SIZED);
pub(crate) static RANGE: TypeDef = iterator(ClassId::RangeIter, SIZED);
pub(crate) static WIDE_RANGE: TypeDef = iterator(ClassId::WideRangeIter, SIZED);
pub(crate) static LONG_RANGE: TypeDef = iterator(ClassId::LongRangeIter, SIZED);
pub(crate) static DICT_KEYS: TypeDef = iterator(ClassId::DictKeyIter, LEFT);
pub(crate) static DICT_VALUES: TypeDef = iterator(ClassId::DictValueIter, LEFT);
pub(crate) static DICT_ITEMS: TypeDef = iterator(ClassId::DictItemIter, LEFT);
pub(crate) static DICT_KEYS_REVERSE: TypeDef = iterator(ClassId::DictReverseKeyIter, LEFT);
pub(crate) static DICT_VALUES_REVERSE: TypeDef = iterator(ClassId::DictReverseValueIter, LEFT);
pub(crate) static DICT_ITEMS_REVERSE: TypeDef = iterator(ClassId::DictReverseItemIter, LEFT);
pub(crate) static SEQUENCE: TypeDef = iterator(ClassId::SeqIter, SIZED);
pub(crate) static SET: TypeDef = iterator(ClassId::SetIter, LEFT);
pub(crate) static CALL: TypeDef = iterator(ClassId::CallIter, PLAIN);
pub(crate) static BYTES: TypeDef = iterator(ClassId::BytesIter, SIZED);
pub(crate) static BYTE_ARRAY: TypeDef = iterator(ClassId::ByteArrayIter, SIZED);
pub(crate) static MEMORY: TypeDef = iterator(ClassId::MemoryIter, BARE);

const ITER: NativeDef = NativeDef::method("__iter__", "(self, /)", itself);
const NEXT: NativeDef = NativeDef::method("__next__", "(self, /)", next);
const HINT: NativeDef = NativeDef::method("__length_hint__", "(self, /)", length_hint);
const REDUCE: NativeDef = NativeDef::whole_method("__reduce__", "(self, /)", reduce);
const SET_STATE: NativeDef = NativeDef::method("__setstate__", "(self, state, /)", set_state);

/// Methods of iterators that know how much is left and count where they are.
pub(crate) static SIZED: &[NativeDef] = &[ITER, NEXT, HINT, REDUCE, SET_STATE];

/// Of those that only know what is left.
static LEFT: &[NativeDef] = &[ITER, NEXT, HINT, REDUCE];

/// Of those that ask others.
pub(crate) static PLAIN: &[NativeDef] = &[ITER, NEXT, REDUCE];

/// Of `zip`, whose state is whether it is strict.
pub(crate) static STRICT: &[NativeDef] = &[ITER, NEXT, REDUCE, SET_STATE];

/// Of those that cannot be copied.
static BARE: &[NativeDef] = &[ITER, NEXT];

fn itself<'f>(_: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(args.at(0))
}

fn next<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match protocol::advance(cx, args.at(0))? {
        Some(item) => Ok(item),
        None => Err(cx.raise_empty(ClassId::StopIteration)),
    }
}

fn length_hint<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match protocol::hint(cx, args.at(0))? {
        Some(hint) => cx.int(hint),
        None => Ok(Local::NOT_IMPLEMENTED),
    }
}
