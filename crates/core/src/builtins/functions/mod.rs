//! The built-in functions.

use crate::vm::native::NativeDef;

mod number;

/// Every table of functions that goes into the `builtins` namespace.
pub(crate) static FUNCTIONS: &[&[NativeDef]] = &[number::FUNCTIONS];
