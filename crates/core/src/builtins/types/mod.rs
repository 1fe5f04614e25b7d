//! The built-in types: a file each, with its description in `TYPE`.

mod class;
mod code;
pub(crate) mod exception;
pub(crate) mod float;
mod function;
mod generator;
pub(crate) mod int;
mod method;
mod module;
mod number;
mod object;
mod property;
mod singletons;
mod str;
pub(crate) mod super_object;
pub(crate) mod traceback;

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
    &class::TYPE,
    &code::CELL,
    &code::TYPE,
    &function::TYPE,
    &generator::TYPE,
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
];

/// The descriptions of [`TYPES`] and those of the exceptions.
pub(crate) fn all() -> impl Iterator<Item = &'static TypeDef> {
    TYPES.iter().copied().chain(exception::TYPES)
}
