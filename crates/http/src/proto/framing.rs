//! How the end of a body is found: RFC 9112, section 6.3, item by item.

use super::head::{ResponseHead, Version};
use super::protocol_error::{Exceeded, ProtocolError};
use crate::limits::Limits;

/// What follows a response head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Framing {
    /// No body, whatever the header fields say.
    Nothing,
    /// So many bytes.
    Length(u64),
    /// Parts with their sizes, and a trailer section.
    Chunked,
    /// Everything until the server closes.
    UntilClose,
}

impl Framing {
    /// The framing of the final response `head` to a request with `method`.
    ///
    /// # Errors
    /// The fields contradict each other, or announce a body larger than
    /// [`Limits::body_bytes`].
    pub fn of(
        head: &ResponseHead,
        method: &str,
        limits: &Limits,
    ) -> Result<Framing, ProtocolError> {
        // Items 1 and 2. (CONNECT is refused before it is sent.)
        if method == "HEAD" || matches!(head.status, 204 | 304) {
            return Ok(Framing::Nothing);
        }
        let has_length = head.headers.get("content-length").is_some();
        if head.headers.get("transfer-encoding").is_some() {
            // Item 3 lets the encoding win and warns of smuggling; no honest server sends both.
            if has_length {
                return Err(ProtocolError::LengthAndEncoding);
            }
            return transfer_coding(head);
        }
        if !has_length {
            // Item 8.
            return Ok(Framing::UntilClose);
        }
        // Items 5 and 6.
        let length = content_length(head)?;
        if length > limits.body_bytes {
            return Err(body_too_large(limits));
        }
        Ok(Framing::Length(length))
    }

    /// Whether the connection can carry another exchange after such a body.
    pub fn leaves_connection_usable(self, head: &ResponseHead) -> bool {
        // Section 6.1: chunks from a 1.0 server are faulty framing, close afterwards.
        let faulty = self == Framing::Chunked && head.version == Version::Http10;
        self != Framing::UntilClose && !faulty && head.keeps_alive()
    }
}

/// The error for a body that is, or will be, larger than the limit.
pub(super) fn body_too_large(limits: &Limits) -> ProtocolError {
    let (what, limit) = ("the body", "body_bytes");
    ProtocolError::Limit(Exceeded {
        what,
        limit,
        value: limits.body_bytes,
    })
}

/// Item 4, restricted to what we decode: exactly `chunked`. The obsolete `identity` alone means
/// that no coding was applied, so the body ends with the connection.
fn transfer_coding(head: &ResponseHead) -> Result<Framing, ProtocolError> {
    let mut codings = head
        .headers
        .get_all("transfer-encoding")
        .flat_map(|value| value.split(','))
        .map(|coding| coding.trim_matches([' ', '\t']));
    match (codings.next(), codings.next()) {
        (Some(coding), None) if coding.eq_ignore_ascii_case("chunked") => Ok(Framing::Chunked),
        (Some(coding), None) if coding.eq_ignore_ascii_case("identity") => Ok(Framing::UntilClose),
        _ => Err(ProtocolError::Encoding),
    }
}

/// One number, or the same number several times (RFC 9110, section 8.6).
fn content_length(head: &ResponseHead) -> Result<u64, ProtocolError> {
    let mut found = None;
    for item in head
        .headers
        .get_all("content-length")
        .flat_map(|value| value.split(','))
    {
        let digits = item.trim_matches([' ', '\t']);
        // `parse` would accept a sign.
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ProtocolError::Length);
        }
        // A number beyond 64 bits is larger than any limit.
        let length = digits.parse::<u64>().unwrap_or(u64::MAX);
        if found.is_some_and(|earlier| earlier != length) {
            return Err(ProtocolError::Length);
        }
        found = Some(length);
    }
    found.ok_or(ProtocolError::Length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proto::Headers;
    use alloc::string::String;

    const TOO_LARGE: ProtocolError = ProtocolError::Limit(Exceeded {
        what: "the body",
        limit: "body_bytes",
        value: Limits::DEFAULT.body_bytes,
    });

    #[test]
    fn rows_of_section_6_3() {
        use Framing::{Chunked, Length, Nothing, UntilClose};
        use ProtocolError as E;
        let length = |value| ("content-length", value);
        let coding = |value| ("transfer-encoding", value);
        type Row<'r> = (&'r str, u16, &'r [(&'r str, &'r str)], Result<Framing, E>);
        let rows: &[Row<'_>] = &[
            ("GET", 200, &[length("5")], Ok(Length(5))),
            ("GET", 200, &[length("0")], Ok(Length(0))),
            ("GET", 200, &[length("5"), length("5")], Ok(Length(5))),
            ("GET", 200, &[length("5, 5")], Ok(Length(5))),
            ("GET", 200, &[length("5"), length("6")], Err(E::Length)),
            ("GET", 200, &[length("5, 6")], Err(E::Length)),
            ("GET", 200, &[length("+5")], Err(E::Length)),
            ("GET", 200, &[length("-1")], Err(E::Length)),
            ("GET", 200, &[length("")], Err(E::Length)),
            ("GET", 200, &[length("5,")], Err(E::Length)),
            ("GET", 200, &[length("0x5")], Err(E::Length)),
            (
                "GET",
                200,
                &[length("99999999999999999999999")],
                Err(TOO_LARGE),
            ),
            ("GET", 200, &[], Ok(UntilClose)),
            ("POST", 500, &[], Ok(UntilClose)),
            ("GET", 200, &[coding("chunked")], Ok(Chunked)),
            ("GET", 200, &[coding("Chunked")], Ok(Chunked)),
            ("GET", 200, &[coding("identity")], Ok(UntilClose)),
            ("GET", 200, &[coding("gzip, chunked")], Err(E::Encoding)),
            (
                "GET",
                200,
                &[coding("chunked"), coding("chunked")],
                Err(E::Encoding),
            ),
            ("GET", 200, &[coding("")], Err(E::Encoding)),
            (
                "GET",
                200,
                &[coding("chunked"), length("5")],
                Err(E::LengthAndEncoding),
            ),
            ("HEAD", 200, &[length("5")], Ok(Nothing)),
            ("HEAD", 200, &[coding("chunked")], Ok(Nothing)),
            ("GET", 204, &[length("5")], Ok(Nothing)),
            ("GET", 304, &[length("5")], Ok(Nothing)),
        ];
        for (method, status, fields, expected) in rows {
            let mut headers = Headers::new();
            for (name, value) in *fields {
                headers.insert(name, value).unwrap();
            }
            let (version, reason) = (Version::Http11, String::new());
            let head = ResponseHead {
                version,
                status: *status,
                reason,
                headers,
            };
            let found = Framing::of(&head, method, &Limits::DEFAULT);
            assert_eq!(&found, expected, "{method} {status} {fields:?}");
        }
    }
}
