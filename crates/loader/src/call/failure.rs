//! What came of a call: what it did to the stack, or why it failed.
#![forbid(unsafe_code)]

use miniscript_core::{Context, Error, Exception, Local};
use std::fmt;

/// What a function did to its caller's stack.
pub struct Outcome<'f> {
    /// Values to take off the stack.
    pub taken: usize,
    /// Values to push then, the deepest first.
    pub left: Vec<Local<'f>>,
}

/// Why a call failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failure<'f> {
    /// `joy_type_error`: shown as `EXPECTED needed for NAME`.
    Type {
        /// What was expected.
        expected: String,
        /// In which function.
        name: String,
    },
    /// `joy_error`: shown as `MSG in NAME`.
    Plugin {
        /// What went wrong.
        message: String,
        /// In which function.
        name: String,
    },
    /// An integer did not fit 64 bits.
    Overflow,
    /// There is no memory.
    Memory,
    /// An exception of the VM.
    Raised(Error<'f>),
}

impl fmt::Display for Failure<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Type { expected, name } => write!(f, "{expected} needed for {name}"),
            Failure::Plugin { message, name } => write!(f, "{message} in {name}"),
            Failure::Overflow => f.write_str("int too big to convert"),
            Failure::Memory => f.write_str("out of memory"),
            Failure::Raised(error) => write!(f, "{error:?}"),
        }
    }
}

impl<'f> Failure<'f> {
    /// The exception that a MiniScript program sees.
    pub fn raise(self, cx: &mut Context<'f>) -> Error<'f> {
        let what = match &self {
            Failure::Type { .. } => Exception::TypeError,
            Failure::Plugin { .. } => Exception::PluginError,
            Failure::Overflow => Exception::OverflowError,
            Failure::Memory => return cx.memory_error(),
            Failure::Raised(_) => Exception::RuntimeError,
        };
        match self {
            Failure::Raised(error) => error,
            failure => cx.raise_kind(what, format_args!("{failure}")),
        }
    }
}
