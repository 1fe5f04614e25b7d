//! The built-in types: a file each, with its description in `TYPE`.

pub(crate) mod adapters;
mod compare;
pub(crate) mod dict;
pub(crate) mod dict_views;
pub(crate) mod float;
pub(crate) mod int;
pub(crate) mod iterators;
pub(crate) mod list;
mod number;
pub(crate) mod range;
mod singletons;
pub(crate) mod slice;
mod str;
pub(crate) mod tuple;

use crate::vm::native::TypeDef;

/// Every description; a type without one has no methods of its own.
pub(crate) static TYPES: &[&TypeDef] = &[
    &str::TYPE,
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
    &iterators::RANGE,
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
];
