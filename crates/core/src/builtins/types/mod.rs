//! The built-in types: a file each, with its description in `TYPE`.

pub(crate) mod adapters;
pub(crate) mod bare;
pub(crate) mod bytes;
pub(crate) mod class;
mod code;
mod compare;
pub(crate) mod complex;
pub(crate) mod coroutine;
pub(crate) mod dict;
pub(crate) mod dict_views;
pub(crate) mod exception;
pub(crate) mod float;
mod frame;
mod function;
pub(crate) mod generator;
pub(crate) mod generic_alias;
pub(crate) mod int;
mod int_bytes;
mod iterator_state;
pub(crate) mod iterators;
pub(crate) mod list;
pub(crate) mod long_range;
pub(crate) mod mapping_proxy;
mod member;
mod memoryview;
mod memoryview_cast;
mod method;
mod module;
mod number;
pub(crate) mod object;
pub(crate) mod property;
pub(crate) mod range;
pub(crate) mod reduce;
mod reduce_iter;
mod set;
mod singletons;
pub(crate) mod slice;
mod str;
pub(crate) mod super_object;
pub(crate) mod traceback;
pub(crate) mod tuple;
pub(crate) mod union_type;
pub(crate) mod weakref;

use crate::vm::native::TypeDef;

/// Every description; a type without one has no methods of its own.
pub(crate) static TYPES: &[&TypeDef] = &[
    &str::TYPE,
    &class::TYPE,
    &code::CELL,
    &code::TYPE,
    &function::TYPE,
    &generator::TYPE,
    &coroutine::COROUTINE,
    &coroutine::WRAPPER,
    &coroutine::ASYNC_GENERATOR,
    &coroutine::ASYNC_SEND,
    &coroutine::ASYNC_THROW,
    &coroutine::ANEXT,
    &method::DESCRIPTOR,
    &method::NATIVE,
    &method::TYPE,
    &method::WRAPPER,
    &module::TYPE,
    &object::TYPE,
    &property::CLASS_METHOD,
    &property::STATIC_METHOD,
    &property::TYPE,
    &super_object::TYPE,
    &traceback::TYPE,
    &int::TYPE,
    &float::TYPE,
    &singletons::BOOL,
    &singletons::NONE,
    &singletons::NOT_IMPLEMENTED,
    &singletons::ELLIPSIS,
    &list::TYPE,
    &tuple::TYPE,
    &dict::TYPE,
    &dict_views::KEYS,
    &dict_views::VALUES,
    &dict_views::ITEMS,
    &range::TYPE,
    &slice::TYPE,
    &iterators::LIST,
    &iterators::LIST_REVERSE,
    &iterators::TUPLE,
    &iterators::STR,
    &iterators::STR_ASCII,
    &iterators::RANGE,
    &iterators::WIDE_RANGE,
    &iterators::LONG_RANGE,
    &iterators::DICT_KEYS,
    &iterators::DICT_VALUES,
    &iterators::DICT_ITEMS,
    &iterators::DICT_KEYS_REVERSE,
    &iterators::DICT_VALUES_REVERSE,
    &iterators::DICT_ITEMS_REVERSE,
    &iterators::SEQUENCE,
    &iterators::CALL,
    &adapters::ENUMERATE,
    &adapters::ZIP,
    &adapters::MAP,
    &adapters::FILTER,
    &adapters::REVERSED,
    &complex::TYPE,
    &member::TYPE,
    &generic_alias::TYPE,
    &union_type::TYPE,
    &weakref::TYPE,
    &set::TYPE,
    &set::FROZEN,
    &iterators::SET,
    &bytes::BYTES,
    &bytes::ARRAY,
    &memoryview::TYPE,
    &iterators::BYTES,
    &iterators::BYTE_ARRAY,
    &iterators::MEMORY,
    &mapping_proxy::TYPE,
    &frame::TYPE,
    &method::BOUND_WRAPPER,
    &method::CLASS_DESCRIPTOR,
    &method::GETSET,
];

/// The descriptions of [`TYPES`] and those of the exceptions.
pub(crate) fn all() -> impl Iterator<Item = &'static TypeDef> {
    TYPES.iter().copied().chain(exception::TYPES)
}
