//! The built-in types: a file each, with its description in `TYPE`.

pub(crate) mod float;
pub(crate) mod int;
mod number;
mod singletons;
mod str;

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
];
