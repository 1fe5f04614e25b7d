//! Errors of Rust as exceptions: which class stands for which error.

use core::error::Error as StdError;
use miniscript_core::{Context, Error, Exception, Fail};

/// Raises an author's error: a [`Fail`] as what it says, errors of the standard
/// library as the class that fits, anything else as RuntimeError.
#[cold]
pub(crate) fn raise<'f>(cx: &mut Context<'f>, error: &(dyn StdError + 'static)) -> Error<'f> {
    if let Some(fail) = error.downcast_ref::<Fail>() {
        return fail.clone().into();
    }
    let kind = kind(error).unwrap_or(Exception::RuntimeError);
    cx.raise_kind(kind, format_args!("{error}"))
}

fn kind(error: &(dyn StdError + 'static)) -> Option<Exception> {
    if error.is::<core::num::ParseIntError>()
        || error.is::<core::num::ParseFloatError>()
        || error.is::<core::str::ParseBoolError>()
        || error.is::<core::str::Utf8Error>()
        || error.is::<alloc::string::FromUtf8Error>()
    {
        Some(Exception::ValueError)
    } else if error.is::<core::num::TryFromIntError>() {
        Some(Exception::OverflowError)
    } else if error.is::<alloc::collections::TryReserveError>() {
        Some(Exception::MemoryError)
    } else {
        os::kind(error)
    }
}

#[cfg(feature = "std")]
mod os {
    use super::{Exception, StdError};
    use std::io::{Error, ErrorKind};

    pub(super) fn kind(error: &(dyn StdError + 'static)) -> Option<Exception> {
        Some(match error.downcast_ref::<Error>()?.kind() {
            ErrorKind::NotFound => Exception::FileNotFoundError,
            ErrorKind::PermissionDenied => Exception::PermissionError,
            ErrorKind::AlreadyExists => Exception::FileExistsError,
            ErrorKind::TimedOut => Exception::TimeoutError,
            ErrorKind::ConnectionRefused => Exception::ConnectionRefusedError,
            ErrorKind::ConnectionReset => Exception::ConnectionResetError,
            ErrorKind::ConnectionAborted => Exception::ConnectionAbortedError,
            ErrorKind::BrokenPipe => Exception::BrokenPipeError,
            ErrorKind::WouldBlock => Exception::BlockingIOError,
            ErrorKind::Interrupted => Exception::InterruptedError,
            ErrorKind::UnexpectedEof => Exception::EOFError,
            ErrorKind::OutOfMemory => Exception::MemoryError,
            _ => Exception::OSError,
        })
    }
}

#[cfg(not(feature = "std"))]
mod os {
    use super::{Exception, StdError};

    pub(super) fn kind(_: &(dyn StdError + 'static)) -> Option<Exception> {
        None
    }
}
