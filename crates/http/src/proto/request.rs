//! Requests: checked when they are made, so that a head can always be written.
//!
//! What is sent beside the caller's own fields: `host`, `user-agent`, `accept: */*` and
//! `accept-encoding: identity` (we decode no content coding), each unless the caller gives it, and
//! `content-length` for a body. As with the `requests` library, a body brings no `content-type`,
//! methods are sent in upper case, and every method but GET and HEAD sends `content-length: 0`
//! when there is no body.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::time::Duration;

use super::headers::{Headers, is_token};
use super::url::Url;
use crate::error::{Cause, Error};

/// What to fetch, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    method: String,
    url: Url,
    headers: Headers,
    body: Option<Vec<u8>>,
    timeout: Option<Duration>,
}

/// Why a request cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestError {
    /// The method is not a token.
    Method(String),
    /// The method is CONNECT, which opens tunnels.
    Connect,
    /// The header name is not a token.
    HeaderName(String),
    /// The value of this header has a line end, another control character, or a character
    /// outside Latin-1.
    HeaderValue(String),
    /// The header is one that the client sets itself.
    OwnHeader(&'static str),
}

/// The `user-agent` of requests that give none.
const USER_AGENT: &str = concat!("miniscript/", env!("CARGO_PKG_VERSION"));

/// Fields that are sent unless the caller gives them.
const DEFAULTS: [(&str, &str); 3] = [
    ("user-agent", USER_AGENT),
    ("accept", "*/*"),
    ("accept-encoding", "identity"),
];

/// Fields that describe the message's framing: only the client knows their values.
const OWN_HEADERS: [&str; 3] = ["content-length", "transfer-encoding", "upgrade"];

impl Request {
    /// A request with any method but CONNECT.
    ///
    /// # Errors
    /// The method or the URL cannot be used.
    pub fn new(method: &str, url: &str) -> Result<Request, Error> {
        let failed = |cause| Error::new(url, None, cause);
        let parsed = Url::parse(url).map_err(|error| failed(Cause::Url(error)))?;
        if !is_token(method) {
            return Err(failed(Cause::Request(RequestError::Method(
                method.to_string(),
            ))));
        }
        let method = method.to_ascii_uppercase();
        if method == "CONNECT" {
            return Err(failed(Cause::Request(RequestError::Connect)));
        }
        Ok(Request {
            method,
            url: parsed,
            headers: Headers::new(),
            body: None,
            timeout: None,
        })
    }

    /// A GET request.
    ///
    /// # Errors
    /// The URL cannot be used.
    pub fn get(url: &str) -> Result<Request, Error> {
        Request::new("GET", url)
    }

    /// A POST request with a body.
    ///
    /// # Errors
    /// The URL cannot be used.
    pub fn post(url: &str, body: impl Into<Vec<u8>>) -> Result<Request, Error> {
        Ok(Request::new("POST", url)?.body(body))
    }

    /// Adds a header field.
    ///
    /// # Errors
    /// The name or the value cannot be sent, or the client sets this field itself.
    pub fn header(mut self, name: &str, value: &str) -> Result<Request, Error> {
        let own = OWN_HEADERS
            .iter()
            .find(|own| own.eq_ignore_ascii_case(name));
        let result = match own {
            Some(own) => Err(RequestError::OwnHeader(own)),
            None => self.headers.insert(name, value),
        };
        match result {
            Ok(()) => Ok(self),
            Err(error) => Err(Error::new(
                &self.url.to_string(),
                None,
                Cause::Request(error),
            )),
        }
    }

    /// Sets the body.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Request {
        self.body = Some(body.into());
        self
    }

    /// Sets how long the whole exchange may take, instead of
    /// [`Limits::exchange_time`](crate::Limits::exchange_time).
    pub fn timeout(mut self, timeout: Duration) -> Request {
        self.timeout = Some(timeout);
        self
    }

    /// The method, in upper case.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The URL.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// The caller's header fields.
    pub fn headers(&self) -> &Headers {
        &self.headers
    }

    /// The body; empty if there is none.
    pub fn body_bytes(&self) -> &[u8] {
        self.body.as_deref().unwrap_or_default()
    }

    /// The request's own time limit.
    pub fn own_timeout(&self) -> Option<Duration> {
        self.timeout
    }

    /// Whether sending it twice has the effect of sending it once (RFC 9110, section 9.2.2).
    pub fn is_idempotent(&self) -> bool {
        matches!(
            self.method.as_str(),
            "GET" | "HEAD" | "PUT" | "DELETE" | "OPTIONS" | "TRACE"
        )
    }

    /// Whether the request itself asks for the connection to be closed.
    pub fn asks_to_close(&self) -> bool {
        self.headers.has_token("connection", "close")
    }

    /// The head as it goes over the wire.
    pub fn head_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(256);
        out.extend_from_slice(self.method.as_bytes());
        out.push(b' ');
        out.extend_from_slice(self.url.target().as_bytes());
        out.extend_from_slice(b" HTTP/1.1\r\n");
        // RFC 9110, section 7.2: `host` should be the first field.
        let authority = self.url.origin().authority();
        push_field(
            &mut out,
            "host",
            self.headers.get("host").unwrap_or(&authority),
        );
        for (name, value) in DEFAULTS {
            if self.headers.get(name).is_none() {
                push_field(&mut out, name, value);
            }
        }
        let takes_body = !matches!(self.method.as_str(), "GET" | "HEAD");
        if self.body.is_some() || takes_body {
            push_field(
                &mut out,
                "content-length",
                &self.body_bytes().len().to_string(),
            );
        }
        for (name, value) in self.headers.iter() {
            if !name.eq_ignore_ascii_case("host") {
                push_field(&mut out, name, value);
            }
        }
        out.extend_from_slice(b"\r\n");
        out
    }
}

fn push_field(out: &mut Vec<u8>, name: &str, value: &str) {
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b": ");
    // `Headers::insert` has proved that every character fits one byte; the others are ours.
    out.extend(
        value
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')),
    );
    out.extend_from_slice(b"\r\n");
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RequestError::Method(method) => {
                write!(
                    f,
                    "the method '{}' is not a valid name",
                    method.escape_debug()
                )
            }
            RequestError::Connect => f.write_str("the method CONNECT is not supported"),
            RequestError::HeaderName(name) => {
                write!(
                    f,
                    "the header name '{}' is not a valid name",
                    name.escape_debug()
                )
            }
            RequestError::HeaderValue(name) => write!(
                f,
                "the value of the header '{name}' has a line end, another control character or \
                 a character outside Latin-1"
            ),
            RequestError::OwnHeader(name) => {
                write!(f, "the header '{name}' is set by the HTTP client itself")
            }
        }
    }
}

impl core::error::Error for RequestError {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    fn head(request: &Request) -> String {
        String::from_utf8(request.head_bytes()).unwrap()
    }

    const AGENT: &str = USER_AGENT;

    #[test]
    fn heads() {
        let get = Request::get("http://h:81/a?b").unwrap();
        assert_eq!(
            head(&get),
            format!(
                "GET /a?b HTTP/1.1\r\nhost: h:81\r\nuser-agent: {AGENT}\r\naccept: */*\r\n\
                 accept-encoding: identity\r\n\r\n"
            )
        );
        let post = Request::post("http://h/", "hello").unwrap();
        let post = post
            .header("X-A", "1")
            .unwrap()
            .header("Accept", "text/html")
            .unwrap();
        assert_eq!(
            head(&post),
            format!(
                "POST / HTTP/1.1\r\nhost: h\r\nuser-agent: {AGENT}\r\naccept-encoding: identity\r\n\
                 content-length: 5\r\nX-A: 1\r\nAccept: text/html\r\n\r\n"
            )
        );
        let put = Request::new("put", "http://h/").unwrap();
        assert!(head(&put).starts_with("PUT / "));
        assert!(head(&put).contains("\r\ncontent-length: 0\r\n"));
    }

    #[test]
    fn refused() {
        for method in ["", "GET /", "GE\r\nT", "G\u{e9}T", "CONNECT", "connect"] {
            assert!(Request::new(method, "http://h/").is_err(), "{method:?}");
        }
        for name in ["Content-Length", "transfer-encoding", "x\r\ny"] {
            let request = Request::get("http://h/").unwrap();
            assert!(request.header(name, "1").is_err(), "{name:?}");
        }
        let error = Request::get("http://h/")
            .unwrap()
            .header("x", "a\r\nb")
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "cannot fetch http://h/: the value of the header 'x' has a line end, another control \
             character or a character outside Latin-1"
        );
    }
}
