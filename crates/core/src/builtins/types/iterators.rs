//! The built-in iterators that containers hand out: one set of methods for all.

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
pub(crate) static DICT_KEYS: TypeDef = iterator(ClassId::DictKeyIter, SIZED);
pub(crate) static DICT_VALUES: TypeDef = iterator(ClassId::DictValueIter, SIZED);
pub(crate) static DICT_ITEMS: TypeDef = iterator(ClassId::DictItemIter, SIZED);
pub(crate) static DICT_KEYS_REVERSE: TypeDef = iterator(ClassId::DictReverseKeyIter, SIZED);
pub(crate) static DICT_VALUES_REVERSE: TypeDef = iterator(ClassId::DictReverseValueIter, SIZED);
pub(crate) static DICT_ITEMS_REVERSE: TypeDef = iterator(ClassId::DictReverseItemIter, SIZED);
pub(crate) static SEQUENCE: TypeDef = iterator(ClassId::SeqIter, SIZED);
pub(crate) static SET: TypeDef = iterator(ClassId::SetIter, SIZED);
pub(crate) static CALL: TypeDef = iterator(ClassId::CallIter, PLAIN);
pub(crate) static BYTES: TypeDef = iterator(ClassId::BytesIter, SIZED);
pub(crate) static BYTE_ARRAY: TypeDef = iterator(ClassId::ByteArrayIter, SIZED);
pub(crate) static MEMORY: TypeDef = iterator(ClassId::MemoryIter, PLAIN);

/// Methods of iterators that know how much is left.
pub(crate) static SIZED: &[NativeDef] = &[
    NativeDef::method("__iter__", "(self, /)", itself),
    NativeDef::method("__next__", "(self, /)", next),
    NativeDef::method("__length_hint__", "(self, /)", length_hint),
];

/// Methods of the others.
pub(crate) static PLAIN: &[NativeDef] = &[
    NativeDef::method("__iter__", "(self, /)", itself),
    NativeDef::method("__next__", "(self, /)", next),
];

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
