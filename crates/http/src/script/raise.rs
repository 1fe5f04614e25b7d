//! Which exception stands for which error. The sentence is the error's own: URL, cause, phase.

use miniscript_ext::{Context, Error as Raised, Exception};

use crate::{Cause, Error, FailureKind};

/// Raises an error of an exchange.
///
/// What the caller asked for wrongly is a ValueError; all that can go wrong on the way is an
/// OSError, as a ConnectionError or TimeoutError where one fits.
#[cold]
pub(super) fn raise<'f>(cx: &mut Context<'f>, error: &Error) -> Raised<'f> {
    cx.raise_kind(kind(error.cause()), format_args!("{error}"))
}

fn kind(cause: &Cause) -> Exception {
    match cause {
        Cause::Url(_) | Cause::Request(_) => Exception::ValueError,
        Cause::Timeout { .. } => Exception::TimeoutError,
        Cause::Network(failure) => match failure.kind {
            FailureKind::Refused => Exception::ConnectionRefusedError,
            FailureKind::Reset => Exception::ConnectionResetError,
            FailureKind::TimedOut => Exception::TimeoutError,
            FailureKind::UnknownHost
            | FailureKind::Unreachable
            | FailureKind::Exhausted
            | FailureKind::Other => Exception::OSError,
        },
        Cause::Closed { .. } => Exception::ConnectionError,
        Cause::OutOfMemory => Exception::MemoryError,
        Cause::Bug(_) => Exception::RuntimeError,
        Cause::TlsMissing | Cause::Protocol(_) | Cause::Limit(_) | Cause::Stopped => {
            Exception::OSError
        }
    }
}
