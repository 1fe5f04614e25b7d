//! The layouts of heap objects, and the operations on them that need no script.
//!
//! Raw layer (contract: `heap`). Every layout is `repr(C)` and begins with a
//! [`Header`]. Constructors here allocate without collecting.
#![allow(
    unsafe_op_in_unsafe_fn,
    reason = "raw layer: every function states its contract"
)]
#![allow(
    clippy::needless_borrow,
    reason = "rustc wants a reference that is made through a raw pointer to be visible"
)]

mod bytes;
mod class;
mod code;
mod dict;
mod frame;
mod header;
mod instance;
mod iter;
mod number;
mod record;
mod seq;
mod set;
mod string;
mod trace;
mod weak;
mod wide;

pub(crate) use bytes::{ByteArrayObj, BytesObj, MemoryViewObj, Span};
pub(crate) use class::{ClassId, builtin_class_table, exc};
pub(crate) use code::{Cache, CodeObj, FuncObj, GeneratorObj, NativeObj};
#[cfg(test)]
pub(crate) use dict::spread;
pub(crate) use dict::{DictObj, Entry, Lookup, Spot};
pub(crate) use frame::{FrameObj, TracebackObj};
pub(crate) use header::{Header, Kind};
pub(crate) use instance::{
    ExceptionObj, InstanceObj, ModuleObj, ShapeObj, TypeFlags, TypeObj, UserObj,
};
pub(crate) use iter::{IterKind, IterObj};
pub(crate) use number::{BigObj, Int64Obj, IntValue, TaggedObj};
pub(crate) use record::RecordObj;
pub(crate) use seq::{ListObj, PairObj, RangeObj, SliceObj, TupleObj, WordsObj};
pub(crate) use set::SetObj;
pub(crate) use string::{ByteBuf, StrObj};
pub(crate) use trace::{drop_foreign, trace};
pub(crate) use weak::WeakObj;
pub(crate) use wide::Wide;

use crate::value::Raw;

/// The kind of a heap value, `None` for immediates.
///
/// # Safety
/// `raw` is a live value.
#[inline]
pub(crate) unsafe fn kind_of(raw: Raw) -> Option<Kind> {
    if raw.is_ptr() {
        Some((*raw.ptr::<Header>()).kind)
    } else {
        None
    }
}

/// Whether the value is an object with a shape and slots.
///
/// # Safety
/// `raw` is a live value.
#[inline]
pub(crate) unsafe fn has_shape(raw: Raw) -> bool {
    match kind_of(raw) {
        Some(kind) => kind.has_shape(),
        None => false,
    }
}

/// Whether the value is an object of exactly this kind.
///
/// # Safety
/// `raw` is a live value.
#[inline]
pub(crate) unsafe fn is_kind(raw: Raw, kind: Kind) -> bool {
    raw.is_ptr() && (*raw.ptr::<Header>()).kind == kind
}
