//! The built-in types: a file each, with its description in `TYPE`.

use crate::vm::native::TypeDef;

/// Every description; a type without one has no methods of its own.
pub(crate) static TYPES: &[&TypeDef] = &[];
