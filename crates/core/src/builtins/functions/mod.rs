//! The built-in functions.

mod text;

use crate::vm::native::NativeDef;

mod number;

/// Every table of functions that goes into the `builtins` namespace.
pub(crate) static FUNCTIONS: &[&[NativeDef]] = &[number::FUNCTIONS];
pub(crate) static FUNCTIONS: &[&[NativeDef]] = &[text::FUNCTIONS];
