//! The crate's one error: which URL, in which phase, for what cause, and who is to blame.
//!
//! Details live beside the code that fails ([`UrlError`], [`RequestError`], [`ProtocolError`]);
//! this module joins them to a URL and a phase and makes the sentence that a user reads.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;
use core::time::Duration;

use crate::proto::{Exceeded, ProtocolError, RequestError, UrlError};

/// Why an exchange gave no response; one word wide.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Detail>);

#[derive(Clone, PartialEq, Eq)]
struct Detail {
    url: String,
    phase: Option<Phase>,
    cause: Cause,
}

/// How far an exchange had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Waits for one of [`Limits::in_flight`](crate::Limits::in_flight) places.
    Queued,
    /// The host name is being looked up.
    Resolving,
    /// A connection is being opened.
    Connecting,
    /// The request is being sent.
    Sending,
    /// The request is sent, no complete response head has arrived.
    Waiting,
    /// The response head has arrived, the body has not ended.
    Reading,
    /// The exchange is over.
    Done,
}

/// Who can do something about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Blame {
    /// The caller asked for something impossible.
    Caller,
    /// The server broke the protocol or one of our limits.
    Peer,
    /// Something between us and the server failed.
    Network,
    /// A bug in this crate or in a driver.
    Ours,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The URL cannot be used.
    Url(UrlError),
    /// The method, a header or the body cannot be sent.
    Request(RequestError),
    /// The URL asks for TLS, which this build does not have.
    TlsMissing,
    /// The server's answer breaks the protocol.
    Protocol(ProtocolError),
    /// The server's answer, or the caller's demand, is larger than a named limit.
    Limit(Exceeded),
    /// Time ran out.
    Timeout {
        /// The name of the limit.
        limit: &'static str,
        /// Its value.
        after: Duration,
    },
    /// The network or the name service failed.
    Network(Failure),
    /// The server closed the connection before the answer was complete.
    Closed {
        /// Bytes of the body that had arrived.
        received: u64,
        /// Bytes that the head had announced.
        expected: Option<u64>,
    },
    /// There was no memory for the body.
    OutOfMemory,
    /// The client was dropped while the exchange was under way.
    Stopped,
    /// Something that this crate's own rules exclude.
    Bug(&'static str),
}

/// What a driver reports when a lookup, a connection or a transfer fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The kind, for decisions.
    pub kind: FailureKind,
    /// The system's own words or the address concerned; may be empty.
    pub detail: String,
}

/// The kinds of failure that a driver tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FailureKind {
    /// The name service knows no such host, or does not answer.
    UnknownHost,
    /// Nothing listens at the address.
    Refused,
    /// The other side ended the connection abruptly.
    Reset,
    /// No way to the address.
    Unreachable,
    /// The system gave up waiting.
    TimedOut,
    /// The system or driver has no socket, thread or memory left.
    Exhausted,
    /// Anything else; the detail says what.
    Other,
}

impl Error {
    /// An error about `url` with a cause; `url` is shortened and made printable.
    pub(crate) fn new(url: &str, phase: Option<Phase>, cause: Cause) -> Error {
        let cause = match cause {
            Cause::Protocol(ProtocolError::Limit(exceeded)) => Cause::Limit(exceeded),
            other => other,
        };
        Error(Box::new(Detail {
            url: shown(url),
            phase,
            cause,
        }))
    }

    /// The URL, without credentials, shortened if it is very long.
    pub fn url(&self) -> &str {
        &self.0.url
    }

    /// How far the exchange had come; none if it was refused before it began.
    pub fn phase(&self) -> Option<Phase> {
        self.0.phase
    }

    /// What went wrong.
    pub fn cause(&self) -> &Cause {
        &self.0.cause
    }

    /// Who can do something about it.
    pub fn blame(&self) -> Blame {
        match &self.0.cause {
            Cause::Url(_) | Cause::Request(_) | Cause::TlsMissing | Cause::Stopped => Blame::Caller,
            Cause::Limit(_) if self.0.phase == Some(Phase::Queued) => Blame::Caller,
            Cause::Protocol(_) | Cause::Limit(_) | Cause::Closed { .. } => Blame::Peer,
            Cause::Network(failure) if failure.kind == FailureKind::Exhausted => Blame::Caller,
            Cause::Timeout { .. } | Cause::Network(_) => Blame::Network,
            Cause::OutOfMemory => Blame::Caller,
            Cause::Bug(_) => Blame::Ours,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot fetch {}: {}", self.0.url, self.0.cause)?;
        match self.0.phase {
            Some(phase) => write!(f, " (while {phase})"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("url", &self.0.url)
            .field("phase", &self.0.phase)
            .field("cause", &self.0.cause)
            .finish()
    }
}

impl core::error::Error for Error {}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Phase::Queued => "queued",
            Phase::Resolving => "resolving the host name",
            Phase::Connecting => "connecting",
            Phase::Sending => "sending the request",
            Phase::Waiting => "waiting for the answer",
            Phase::Reading => "reading the body",
            Phase::Done => "finishing",
        })
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cause::Url(error) => error.fmt(f),
            Cause::Request(error) => error.fmt(f),
            Cause::TlsMissing => f.write_str(
                "https needs TLS, which is not built in yet; only http:// URLs can be fetched",
            ),
            Cause::Protocol(error) => error.fmt(f),
            Cause::Limit(exceeded) => exceeded.fmt(f),
            Cause::Timeout { limit, after } => {
                write!(
                    f,
                    "no success after {} s (limit {limit})",
                    after.as_secs_f32()
                )
            }
            Cause::Network(failure) => failure.fmt(f),
            Cause::Closed {
                received: 0,
                expected: None,
            } => f.write_str("the server closed the connection before the answer was complete"),
            Cause::Closed {
                received,
                expected: Some(expected),
            } => write!(
                f,
                "the server closed the connection after {received} of {expected} bytes of the body"
            ),
            Cause::Closed {
                received,
                expected: None,
            } => write!(
                f,
                "the server closed the connection after {received} bytes, before the end of the body"
            ),
            Cause::OutOfMemory => f.write_str("there is not enough memory for the body"),
            Cause::Stopped => f.write_str("the HTTP client was shut down"),
            Cause::Bug(what) => {
                write!(
                    f,
                    "{what}; this is a bug in miniscript-http, please report it"
                )
            }
        }
    }
}

impl Failure {
    /// A failure with the system's own words, which may be empty.
    pub fn new(kind: FailureKind, detail: impl Into<String>) -> Failure {
        Failure {
            kind,
            detail: detail.into(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            FailureKind::UnknownHost => "unknown host",
            FailureKind::Refused => "connection refused",
            FailureKind::Reset => "connection reset by the server",
            FailureKind::Unreachable => "the address cannot be reached",
            FailureKind::TimedOut => "the system gave up waiting",
            FailureKind::Exhausted => "no socket or thread is left",
            FailureKind::Other => "network error",
        };
        f.write_str(what)?;
        if self.detail.is_empty() {
            Ok(())
        } else {
            write!(f, ": {}", self.detail)
        }
    }
}

/// How much of a URL an error shows: enough to recognise it, not enough to fill a screen.
const SHOWN_URL_CHARS: usize = 200;

/// `url` fit for a message: credentials removed, control characters escaped, shortened.
fn shown(url: &str) -> String {
    let (before, rest) = match url.find("://") {
        Some(at) => url.split_at(at + 3),
        None => ("", url),
    };
    let authority_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(authority_end);
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let mut out = String::new();
    for (count, c) in before
        .chars()
        .chain(host.chars())
        .chain(tail.chars())
        .enumerate()
    {
        if count == SHOWN_URL_CHARS {
            out.push_str("...");
            break;
        }
        if c.is_control() {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn a_sentence_has_url_cause_and_phase() {
        let cause = Cause::Network(Failure::new(FailureKind::Refused, "127.0.0.1:9"));
        let error = Error::new("http://a:secret@h/x", Some(Phase::Connecting), cause);
        assert_eq!(
            error.to_string(),
            "cannot fetch http://h/x: connection refused: 127.0.0.1:9 (while connecting)"
        );
        assert_eq!(error.blame(), Blame::Network);
        assert_eq!(size_of::<Error>(), size_of::<usize>());
    }

    #[test]
    fn urls_in_messages_are_short_and_printable() {
        assert_eq!(shown("http://h/\r\n"), "http://h/\\r\\n");
        assert!(shown(&"x".repeat(5000)).len() < 210);
    }
}
