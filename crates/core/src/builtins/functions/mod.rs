//! The built-in functions.

pub(crate) mod execute;
mod number;
pub(crate) mod object;
pub(crate) mod reflect;
mod sequence;
mod stream;
mod text;

use crate::vm::native::NativeDef;

/// Every table of functions that goes into the `builtins` namespace.
pub(crate) static FUNCTIONS: &[&[NativeDef]] = &[
    text::FUNCTIONS,
    stream::FUNCTIONS,
    number::FUNCTIONS,
    sequence::FUNCTIONS,
    object::FUNCTIONS,
    reflect::FUNCTIONS,
    execute::FUNCTIONS,
    super::types::coroutine::FUNCTIONS,
];
