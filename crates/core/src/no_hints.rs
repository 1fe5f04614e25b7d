//! A build without the feature `hints`: exceptions have none.

use crate::vm::context::{Context, Local};
use alloc::string::String;

/// The help beside an exception.
pub(crate) fn of<'f>(_: &mut Context<'f>, _: Local<'f>) -> Option<String> {
    None
}
