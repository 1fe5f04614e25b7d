//! The system's errors as the failures that the client tells apart.

use alloc::string::{String, ToString};
use std::io::{self, ErrorKind};

use crate::error::{Failure, FailureKind};

/// What went wrong with a socket. Kinds that have a sentence of their own carry no detail.
pub(super) fn failure(error: &io::Error) -> Failure {
    // EMFILE, ENFILE and WSAEMFILE have no stable kind.
    const NO_SOCKETS: [i32; 3] = [23, 24, 10024];
    let kind = match error.kind() {
        ErrorKind::ConnectionRefused => FailureKind::Refused,
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe => {
            FailureKind::Reset
        }
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => {
            FailureKind::Unreachable
        }
        ErrorKind::AddrNotAvailable => FailureKind::Unreachable,
        ErrorKind::TimedOut => FailureKind::TimedOut,
        ErrorKind::OutOfMemory => FailureKind::Exhausted,
        _ if error
            .raw_os_error()
            .is_some_and(|code| NO_SOCKETS.contains(&code)) =>
        {
            FailureKind::Exhausted
        }
        _ => return Failure::new(FailureKind::Other, words(error)),
    };
    Failure::new(kind, "")
}

/// The system's words, without the number that Rust appends.
pub(super) fn words(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    match text.strip_prefix("failed to lookup address information: ") {
        Some(rest) => rest.to_string(),
        None => text.to_string(),
    }
}
