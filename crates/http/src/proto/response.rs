//! A complete response, and its body as text.

use alloc::string::String;
use alloc::vec::Vec;

use super::head::Version;
use super::headers::Headers;

/// A complete response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The URL that was fetched, normalised.
    pub url: String,
    /// The protocol version of the answer.
    pub version: Version,
    /// The status, 200 to 999.
    pub status: u16,
    /// The text after the status; often empty.
    pub reason: String,
    /// The header fields.
    pub headers: Headers,
    /// The body, decoded from its transfer coding.
    pub body: Vec<u8>,
}

impl Response {
    /// The body as text, in the charset of its `content-type` and never failing: what cannot be
    /// decoded becomes U+FFFD. Without a charset, and with one that is not known, it is UTF-8.
    pub fn text(&self) -> String {
        decode(&self.body, self.charset())
    }

    /// The `charset` parameter of `content-type`, if there is one.
    pub fn charset(&self) -> Option<&str> {
        let parameters = self.headers.get("content-type")?.split(';').skip(1);
        for parameter in parameters {
            if let Some((name, value)) = parameter.split_once('=')
                && name.trim().eq_ignore_ascii_case("charset")
            {
                return Some(value.trim().trim_matches(['"', '\'']));
            }
        }
        None
    }
}

fn decode(bytes: &[u8], charset: Option<&str>) -> String {
    let is = |names: &[&str]| {
        charset.is_some_and(|charset| names.iter().any(|name| charset.eq_ignore_ascii_case(name)))
    };
    if is(&[
        "iso-8859-1",
        "iso8859-1",
        "iso_8859-1",
        "latin-1",
        "latin1",
        "l1",
    ]) {
        bytes.iter().map(|&byte| char::from(byte)).collect()
    } else if is(&["us-ascii", "ascii"]) {
        let decode = |&byte: &u8| {
            if byte < 0x80 {
                char::from(byte)
            } else {
                '\u{fffd}'
            }
        };
        bytes.iter().map(decode).collect()
    } else {
        String::from_utf8_lossy(bytes).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charsets() {
        for (content_type, bytes, text) in [
            ("text/plain", &b"\xc3\xa9\xff"[..], "\u{e9}\u{fffd}"),
            ("text/html; charset=UTF-8", b"\xc3\xa9", "\u{e9}"),
            (
                "text/html; a=b; Charset=\"ISO-8859-1\"",
                b"\xc3\xa9",
                "\u{c3}\u{a9}",
            ),
            ("text/html;charset=latin-1", b"\xff", "\u{ff}"),
            ("text/plain; charset=us-ascii", b"a\xe9", "a\u{fffd}"),
            ("text/plain; charset=klingon", b"\xc3\xa9", "\u{e9}"),
        ] {
            let mut headers = Headers::new();
            headers.insert("Content-Type", content_type).unwrap();
            let response = Response {
                url: String::new(),
                version: Version::Http11,
                status: 200,
                reason: String::new(),
                headers,
                body: Vec::from(bytes),
            };
            assert_eq!(response.text(), text, "{content_type}");
        }
    }
}
