//! What natives see of exceptions, functions, types, modules and frames.
//!
//! Called by the natives that show these objects to scripts (`builtins::types`,
//! `builtins::traceback`). Invariants: every word handed out is rooted, kinds are
//! checked, and a value of the wrong kind is answered by `None` or ignored.

mod exception;
mod execute;
mod frame;
mod frame_object;
mod function;
mod own;
mod place;
mod record;
mod types;
mod weak;

pub(crate) use frame::{Entry, Place};
pub(crate) use frame_object::FramePart;
pub(crate) use function::{FunctionPart, PropertyPart};
