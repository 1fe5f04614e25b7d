//! Response heads: the status line and header fields, parsed by httparse once they are complete.

use alloc::string::{String, ToString};
use alloc::vec;

use super::block::{Block, Caps, Leading};
use super::headers::Headers;
use super::protocol_error::{ProtocolError, reason};
use crate::limits::Limits;

/// The version in a status line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// HTTP/1.0: connections close unless the server says `keep-alive`.
    Http10,
    /// HTTP/1.1: connections stay open unless one side says `close`.
    Http11,
}

/// The status line and header fields of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseHead {
    /// The protocol version.
    pub version: Version,
    /// The status, 100 to 999.
    pub status: u16,
    /// The text after the status; often empty.
    pub reason: String,
    /// The header fields.
    pub headers: Headers,
}

impl ResponseHead {
    /// Whether the server will keep the connection open after this response
    /// (RFC 9112, section 9.3).
    pub fn keeps_alive(&self) -> bool {
        let closes = self.headers.has_token("connection", "close");
        let keeps = self.headers.has_token("connection", "keep-alive");
        !closes && (self.version == Version::Http11 || keeps)
    }
}

/// Every status line begins with this; a byte that differs proves another protocol at once, so
/// that a server that waits for us to speak (SSH, SMTP) does not cost the whole exchange time.
const PREFIX: &[u8] = b"HTTP/1.";

/// Collects a head and parses it when it is complete.
#[derive(Debug)]
pub(super) struct HeadReader {
    block: Block,
    prefix_seen: usize,
}

impl HeadReader {
    pub(super) fn new() -> HeadReader {
        HeadReader {
            block: Block::new(Leading::Skip),
            prefix_seen: 0,
        }
    }

    /// Takes from `input` up to the end of the head; none while it is incomplete.
    pub(super) fn push(
        &mut self,
        input: &mut &[u8],
        limits: &Limits,
    ) -> Result<Option<ResponseHead>, ProtocolError> {
        self.check_prefix(input)?;
        let caps = Caps {
            what: "the answer's head",
            bytes: ("head_bytes", limits.head_bytes),
            // The status line is a line as well.
            lines: ("head_lines", limits.head_lines.saturating_add(1)),
        };
        if !self
            .block
            .push(input, &caps)
            .map_err(ProtocolError::Limit)?
        {
            return Ok(None);
        }
        parse(self.block.bytes(), self.block.lines()).map(Some)
    }

    fn check_prefix(&mut self, input: &[u8]) -> Result<(), ProtocolError> {
        for &byte in input {
            match PREFIX.get(self.prefix_seen) {
                None => return Ok(()),
                Some(_) if self.prefix_seen == 0 && matches!(byte, b'\r' | b'\n') => {}
                Some(&expected) if byte == expected => self.prefix_seen += 1,
                Some(_) => return Err(ProtocolError::NotHttp),
            }
        }
        Ok(())
    }
}

fn parse(bytes: &[u8], lines: usize) -> Result<ResponseHead, ProtocolError> {
    // The lines are counted and capped: this is what arrived, not what somebody claims.
    let mut fields = vec![httparse::EMPTY_HEADER; lines];
    let mut parsed = httparse::Response::new(&mut fields);
    let mut config = httparse::ParserConfig::default();
    config.allow_obsolete_multiline_headers_in_responses(true);
    let complete = config
        .parse_response(&mut parsed, bytes)
        .map_err(|error| ProtocolError::Head(reason(error)))?
        .is_complete();
    let (Some(minor), Some(status), true) = (parsed.version, parsed.code, complete) else {
        return Err(ProtocolError::Head("it ends too early"));
    };
    let mut headers = Headers::new();
    for field in parsed.headers.iter() {
        headers.push_received(field.name, field.value);
    }
    if status < 100 {
        return Err(ProtocolError::Status(status));
    }
    Ok(ResponseHead {
        version: if minor == 0 {
            Version::Http10
        } else {
            Version::Http11
        },
        status,
        reason: parsed.reason.unwrap_or_default().to_string(),
        headers,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Option<ResponseHead>, ProtocolError> {
        HeadReader::new().push(&mut text.as_bytes(), &Limits::DEFAULT)
    }

    #[test]
    fn heads() {
        let head = read("\r\nHTTP/1.1 404 Not Found\r\nA: b\r\na: c\r\n\r\nbody")
            .unwrap()
            .unwrap();
        assert_eq!((head.status, head.reason.as_str()), (404, "Not Found"));
        assert_eq!(head.headers.combined("A").as_deref(), Some("b, c"));
        assert!(head.keeps_alive());
        assert_eq!(read("HTTP/1.1 200 OK\r\nA: b\r\n"), Ok(None));
        assert!(!read("HTTP/1.0 200 OK\n\n").unwrap().unwrap().keeps_alive());
        assert!(
            read("HTTP/1.0 200\nconnection: Keep-Alive\n\n")
                .unwrap()
                .unwrap()
                .keeps_alive()
        );
    }

    #[test]
    fn malformed_heads() {
        for (text, expected) in [
            ("SSH-2.0-OpenSSH", ProtocolError::NotHttp),
            ("HTTP/2 200 OK", ProtocolError::NotHttp),
            (
                "HTTP/1.1 OK\r\n\r\n",
                ProtocolError::Head("the status line is not valid"),
            ),
            ("HTTP/1.1 099 x\r\n\r\n", ProtocolError::Status(99)),
            (
                "HTTP/1.1 200 OK\r\nbad header: 1\r\n\r\n",
                ProtocolError::Head("a header name has a character that is not allowed"),
            ),
        ] {
            assert_eq!(read(text), Err(expected), "{text:?}");
        }
    }
}
