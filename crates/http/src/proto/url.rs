//! URLs: parsed once into a type that can only hold something we can fetch.
//!
//! Called by [`Request`](crate::Request). Forgiving where requests and curl are (spaces and
//! non-ASCII characters in the path are percent-encoded, dot segments removed), strict where
//! parsers are known to disagree: credentials, odd hosts and control characters are refused with
//! a sentence. International host names are not translated (that takes large tables).

use alloc::string::{String, ToString};
use core::fmt;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::url_path::target;
use crate::limits::MAX_URL_BYTES;

/// An http or https URL; its `Display` is the normalised form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Url {
    origin: Origin,
    target: String,
}

/// Scheme, host and port: what two requests must share to share a connection.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The scheme.
    pub scheme: Scheme,
    /// The host.
    pub host: Host,
    /// The port, given or the scheme's own.
    pub port: u16,
}

/// The schemes that exist for us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// Over TCP.
    Http,
    /// Over TLS; parsed, but not fetched yet.
    Https,
}

/// A host as a URL names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Host {
    /// A name for the name service, in lower case.
    Name(String),
    /// An address.
    Address(IpAddr),
}

/// Why a URL cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UrlError {
    /// It is longer than [`MAX_URL_BYTES`].
    TooLong,
    /// It contains a line end, a tab or another control character.
    ControlCharacter,
    /// It does not begin with a scheme and `://`.
    NoScheme,
    /// It begins with a scheme other than http and https.
    Scheme(String),
    /// It contains a user name or a password.
    Credentials,
    /// There is no host between `://` and the path.
    NoHost,
    /// The host contains characters other than ASCII.
    InternationalHost(String),
    /// The host contains characters that no host name has.
    Host(String),
    /// The host in brackets is not an IPv6 address.
    Ipv6(String),
    /// The port is not a number from 1 to 65535.
    Port(String),
}

impl Url {
    /// Parses an absolute http or https URL.
    ///
    /// ```
    /// let url = miniscript_http::Url::parse("HTTP://Example.com/a b?q=é#top")?;
    /// assert_eq!(url.to_string(), "http://example.com/a%20b?q=%C3%A9");
    /// # Ok::<(), miniscript_http::proto::UrlError>(())
    /// ```
    ///
    /// # Errors
    /// See [`UrlError`].
    pub fn parse(text: &str) -> Result<Url, UrlError> {
        if text.len() > MAX_URL_BYTES {
            return Err(UrlError::TooLong);
        }
        let text = text.trim_start_matches(' ');
        if text.chars().any(|c| c.is_ascii_control()) {
            return Err(UrlError::ControlCharacter);
        }
        let (scheme, rest) = text.split_once("://").ok_or(UrlError::NoScheme)?;
        let scheme = Scheme::parse(scheme)?;
        let authority_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, tail) = rest.split_at_checked(authority_end).unwrap_or((rest, ""));
        let origin = Origin::parse(scheme, authority)?;
        let tail = tail.split('#').next().unwrap_or("");
        let (path, query) = match tail.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (tail, None),
        };
        Ok(Url {
            origin,
            target: target(path, query),
        })
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Path and query as a request line has them.
    pub fn target(&self) -> &str {
        &self.target
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = self.origin.scheme.name();
        write!(f, "{scheme}://{}{}", self.origin.authority(), self.target)
    }
}

impl Origin {
    fn parse(scheme: Scheme, authority: &str) -> Result<Origin, UrlError> {
        if authority.contains('@') {
            return Err(UrlError::Credentials);
        }
        let (host, port) = match authority.strip_prefix('[') {
            Some(bracketed) => {
                let (inside, after) = bracketed
                    .split_once(']')
                    .ok_or_else(|| UrlError::Ipv6(bracketed.to_string()))?;
                let address: Ipv6Addr = inside
                    .parse()
                    .map_err(|_| UrlError::Ipv6(inside.to_string()))?;
                let port = match after {
                    "" => "",
                    _ => after
                        .strip_prefix(':')
                        .ok_or_else(|| UrlError::Host(after.to_string()))?,
                };
                (Host::Address(IpAddr::V6(address)), port)
            }
            None => {
                let (name, port) = authority.split_once(':').unwrap_or((authority, ""));
                (Host::parse(name)?, port)
            }
        };
        Ok(Origin {
            scheme,
            host,
            port: parse_port(port, scheme)?,
        })
    }

    /// Host and port as a URL or a `host` field has them: without the scheme's own port.
    pub fn authority(&self) -> String {
        let mut out = self.host.to_string();
        if self.port != self.scheme.default_port() {
            out.push(':');
            out.push_str(&self.port.to_string());
        }
        out
    }
}

impl Scheme {
    fn parse(text: &str) -> Result<Scheme, UrlError> {
        if text.eq_ignore_ascii_case("http") {
            return Ok(Scheme::Http);
        }
        if text.eq_ignore_ascii_case("https") {
            return Ok(Scheme::Https);
        }
        let is_scheme = text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
        Err(if is_scheme {
            UrlError::Scheme(text.to_string())
        } else {
            UrlError::NoScheme
        })
    }

    /// The scheme as a URL has it.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Http => "http",
            Scheme::Https => "https",
        }
    }

    /// The port of a URL that gives none.
    pub fn default_port(self) -> u16 {
        match self {
            Scheme::Http => 80,
            Scheme::Https => 443,
        }
    }
}

/// The longest name that the domain name system can hold.
const MAX_HOST_BYTES: usize = 253;

impl Host {
    fn parse(text: &str) -> Result<Host, UrlError> {
        if text.is_empty() {
            return Err(UrlError::NoHost);
        }
        if !text.is_ascii() {
            return Err(UrlError::InternationalHost(text.to_string()));
        }
        if let Ok(address) = text.parse::<Ipv4Addr>() {
            return Ok(Host::Address(IpAddr::V4(address)));
        }
        let is_host_byte = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
        if text.len() > MAX_HOST_BYTES || !text.bytes().all(is_host_byte) {
            return Err(UrlError::Host(text.chars().take(MAX_HOST_BYTES).collect()));
        }
        Ok(Host::Name(text.to_ascii_lowercase()))
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Host::Name(name) => f.write_str(name),
            Host::Address(IpAddr::V4(address)) => address.fmt(f),
            Host::Address(IpAddr::V6(address)) => write!(f, "[{address}]"),
        }
    }
}

fn parse_port(text: &str, scheme: Scheme) -> Result<u16, UrlError> {
    if text.is_empty() {
        return Ok(scheme.default_port());
    }
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse::<u16>() {
        Ok(port) if digits && port != 0 => Ok(port),
        _ => Err(UrlError::Port(text.chars().take(20).collect())),
    }
}

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UrlError::TooLong => {
                write!(
                    f,
                    "the URL is longer than {MAX_URL_BYTES} bytes (limit MAX_URL_BYTES)"
                )
            }
            UrlError::ControlCharacter => {
                f.write_str("the URL contains a line end or another control character")
            }
            UrlError::NoScheme => f.write_str("the URL does not begin with http://"),
            UrlError::Scheme(scheme) => {
                write!(f, "the scheme '{scheme}' is not supported, only http is")
            }
            UrlError::Credentials => f.write_str(
                "user names and passwords in URLs are not supported, \
                 send an authorization header instead",
            ),
            UrlError::NoHost => f.write_str("the URL has no host"),
            UrlError::InternationalHost(host) => write!(
                f,
                "the host name '{host}' is not ASCII, write it in its encoded form (xn--...)"
            ),
            UrlError::Host(host) => write!(f, "'{host}' is not a valid host name"),
            UrlError::Ipv6(host) => write!(f, "'{host}' is not a valid IPv6 address"),
            UrlError::Port(port) => write!(f, "the port '{port}' is not a number from 1 to 65535"),
        }
    }
}

impl core::error::Error for UrlError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_urls() {
        for (text, shown, authority, target) in [
            ("http://h", "http://h/", "h", "/"),
            ("http://H:80/", "http://h/", "h", "/"),
            ("http://h:/x", "http://h/x", "h", "/x"),
            ("https://h:443/x", "https://h/x", "h", "/x"),
            ("https://h:80/x", "https://h:80/x", "h:80", "/x"),
            (
                "http://127.0.0.1:8080?q",
                "http://127.0.0.1:8080/?q",
                "127.0.0.1:8080",
                "/?q",
            ),
            (
                "http://[::1]:81/a#b?c",
                "http://[::1]:81/a",
                "[::1]:81",
                "/a",
            ),
            (
                "http://[2001:DB8::1]",
                "http://[2001:db8::1]/",
                "[2001:db8::1]",
                "/",
            ),
            (
                "  http://a_b.example./",
                "http://a_b.example./",
                "a_b.example.",
                "/",
            ),
            (
                "http://h?x=http://y@z/",
                "http://h/?x=http://y@z/",
                "h",
                "/?x=http://y@z/",
            ),
        ] {
            let url = Url::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(url.to_string(), shown);
            assert_eq!(
                (url.origin().authority().as_str(), url.target()),
                (authority, target)
            );
            assert_eq!(
                Url::parse(shown).as_ref(),
                Ok(&url),
                "a normalised URL is stable"
            );
        }
    }

    #[test]
    fn bad_urls() {
        let owned = |text: &str| text.to_string();
        for (text, expected) in [
            ("", UrlError::NoScheme),
            ("example.com/x", UrlError::NoScheme),
            ("localhost:80/x", UrlError::NoScheme),
            ("ftp://h/", UrlError::Scheme(owned("ftp"))),
            ("://h/", UrlError::NoScheme),
            ("http:///x", UrlError::NoHost),
            ("http://:80/", UrlError::NoHost),
            ("http://u:p@h/", UrlError::Credentials),
            ("http://u@h/", UrlError::Credentials),
            ("http://h\r\nx: y/", UrlError::ControlCharacter),
            ("http://h/\n", UrlError::ControlCharacter),
            (
                "http://b\u{fc}cher.example/",
                UrlError::InternationalHost(owned("b\u{fc}cher.example")),
            ),
            ("http://a b/", UrlError::Host(owned("a b"))),
            ("http://a%20b/", UrlError::Host(owned("a%20b"))),
            ("http://h\\x/", UrlError::Host(owned("h\\x"))),
            ("http://[::1/", UrlError::Ipv6(owned("::1"))),
            (
                "http://[fe80::1%25eth0]/",
                UrlError::Ipv6(owned("fe80::1%25eth0")),
            ),
            ("http://[::1]x/", UrlError::Host(owned("x"))),
            ("http://::1/", UrlError::NoHost),
            ("http://h:0/", UrlError::Port(owned("0"))),
            ("http://h:+80/", UrlError::Port(owned("+80"))),
            ("http://h:65536/", UrlError::Port(owned("65536"))),
            ("http://h:1:2/", UrlError::Port(owned("1:2"))),
        ] {
            assert_eq!(Url::parse(text), Err(expected), "{text:?}");
        }
        let long = "http://h/".to_string() + &"x".repeat(MAX_URL_BYTES);
        assert_eq!(Url::parse(&long), Err(UrlError::TooLong));
    }
}
