//! The built-in types: a file each, with its description in `TYPE`.

mod str;

use crate::vm::native::TypeDef;

/// Every description; a type without one has no methods of its own.
pub(crate) static TYPES: &[&TypeDef] = &[&str::TYPE];
