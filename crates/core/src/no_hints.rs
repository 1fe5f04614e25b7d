//! A build without the feature `hints`: exceptions have none.

use crate::vm::context::{Context, Local};
use alloc::string::String;

/// The help beside an exception.
pub(crate) fn of<'f>(_: &mut Context<'f>, _: Local<'f>) -> Option<String> {
    None
}

/// The help beside a limit that has stopped a script.
pub(crate) fn stopped(_: &str) -> Option<String> {
    None
}
