//! How an answer can break the protocol or a limit.

use core::fmt;

/// A named limit that was exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exceeded {
    /// What was too large, as a subject: "the answer's head".
    pub what: &'static str,
    /// The field of [`Limits`](crate::Limits).
    pub limit: &'static str,
    /// The field's value.
    pub value: u64,
}

/// How a server's answer breaks HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProtocolError {
    /// The first bytes are not those of HTTP/1.
    NotHttp,
    /// httparse refused the head; its reason.
    Head(&'static str),
    /// The status is not one a final or informational answer may have here.
    Status(u16),
    /// 101, although no upgrade was asked for.
    Upgrade,
    /// Both `content-length` and `transfer-encoding`: request smuggling, or a broken server.
    LengthAndEncoding,
    /// `content-length` is not a number, or is given with different values.
    Length,
    /// A transfer coding that we do not decode.
    Encoding,
    /// The line that announces a part of a chunked body is malformed.
    ChunkSize,
    /// The data of a part of a chunked body is not followed by a line end.
    ChunkEnd,
    /// The trailer section of a chunked body is malformed; httparse's reason.
    Trailer(&'static str),
    /// The connection ended inside the response.
    Truncated {
        /// Bytes of the body that had arrived.
        received: u64,
        /// Bytes that the head had announced.
        expected: Option<u64>,
    },
    /// A limit was exceeded.
    Limit(Exceeded),
    /// The reader was used again after an error.
    Failed,
}

impl fmt::Display for Exceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} exceeds the limit {} of {}",
            self.what, self.limit, self.value
        )
    }
}

impl fmt::Display for ProtocolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ProtocolError::NotHttp => f.write_str("the answer is not HTTP/1.0 or HTTP/1.1"),
            ProtocolError::Head(why) => write!(f, "the answer's head is malformed: {why}"),
            ProtocolError::Status(status) => write!(f, "the answer has the status {status}"),
            ProtocolError::Upgrade => {
                f.write_str("the server switched to another protocol without being asked")
            }
            ProtocolError::LengthAndEncoding => {
                f.write_str("the answer has both content-length and transfer-encoding")
            }
            ProtocolError::Length => f.write_str("the answer's content-length is not one number"),
            ProtocolError::Encoding => {
                f.write_str("the answer's transfer-encoding is not just 'chunked'")
            }
            ProtocolError::ChunkSize => {
                f.write_str("the chunked body has a malformed chunk size line")
            }
            ProtocolError::ChunkEnd => f.write_str("the chunked body has a chunk of a wrong size"),
            ProtocolError::Trailer(why) => {
                write!(f, "the trailer of the chunked body is malformed: {why}")
            }
            ProtocolError::Truncated { .. } => f.write_str("the answer is incomplete"),
            ProtocolError::Limit(exceeded) => exceeded.fmt(f),
            ProtocolError::Failed => f.write_str("the answer had already failed"),
        }
    }
}

impl core::error::Error for ProtocolError {}

impl Exceeded {
    pub(crate) fn new(what: &'static str, limit: &'static str, value: usize) -> Exceeded {
        Exceeded {
            what,
            limit,
            value: value as u64,
        }
    }
}

/// httparse's reasons, as ends of a sentence.
pub(super) fn reason(error: httparse::Error) -> &'static str {
    match error {
        httparse::Error::HeaderName => "a header name has a character that is not allowed",
        httparse::Error::HeaderValue => "a header value has a character that is not allowed",
        httparse::Error::NewLine => "a line does not end with CR LF",
        httparse::Error::Status => "the status line is not valid",
        httparse::Error::Token => "the status line has a character that is not allowed",
        httparse::Error::TooManyHeaders => "it has too many header lines",
        httparse::Error::Version => "the version is not HTTP/1.0 or HTTP/1.1",
    }
}
