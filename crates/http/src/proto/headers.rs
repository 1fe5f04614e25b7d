//! Header fields in the order they came, found by name without regard to case.
//!
//! Values are text: bytes above 127 are Latin-1, as CPython's http.client reads them. A `Headers`
//! that was filled through [`Headers::insert`] holds nothing that could end a line, which is why
//! requests cannot smuggle headers.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::request::RequestError;

/// Header fields of a request or response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// No fields.
    pub fn new() -> Headers {
        Headers::default()
    }

    /// Appends a field after checking it; white space around the value is dropped.
    ///
    /// # Errors
    /// The name is not a token, or the value has a control character (a line end above all) or a
    /// character outside Latin-1.
    pub fn insert(&mut self, name: &str, value: &str) -> Result<(), RequestError> {
        if !is_token(name) {
            return Err(RequestError::HeaderName(name.to_string()));
        }
        let value = value.trim_matches([' ', '\t']);
        let sendable = |c: char| (c == '\t' || !c.is_control()) && u32::from(c) <= 0xff;
        if !value.chars().all(sendable) {
            return Err(RequestError::HeaderValue(name.to_string()));
        }
        self.0.push((name.to_string(), value.to_string()));
        Ok(())
    }

    /// Appends a field as it came from a peer; httparse has checked it.
    pub(super) fn push_received(&mut self, name: &str, value: &[u8]) {
        // A line folded as RFC 9112, section 5.2 describes: its breaks become spaces.
        let mut text = String::with_capacity(value.len());
        let mut pending_space = false;
        for &byte in value {
            if matches!(byte, b'\r' | b'\n') {
                pending_space = true;
                continue;
            }
            if pending_space {
                if matches!(byte, b' ' | b'\t') {
                    continue;
                }
                text.push(' ');
                pending_space = false;
            }
            text.push(char::from(byte));
        }
        let trimmed = text.trim_matches([' ', '\t']);
        let text = if trimmed.len() == text.len() {
            text
        } else {
            trimmed.to_string()
        };
        self.0.push((name.to_string(), text));
    }

    /// The first field of that name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// All fields of that name, in order.
    pub fn get_all<'h>(&'h self, name: &'h str) -> impl Iterator<Item = &'h str> {
        let found = move |(key, _): &&(String, String)| key.eq_ignore_ascii_case(name);
        self.0.iter().filter(found).map(|(_, value)| value.as_str())
    }

    /// All fields of that name as one value, joined by commas (RFC 9110, section 5.3); what the
    /// `headers` of a script's response shows.
    pub fn combined(&self, name: &str) -> Option<String> {
        let mut all = self.get_all(name);
        let mut out = all.next()?.to_string();
        for value in all {
            out.push_str(", ");
            out.push_str(value);
        }
        Some(out)
    }

    /// Whether a comma-separated list among the fields of that name contains `token`.
    pub fn has_token(&self, name: &str, token: &str) -> bool {
        self.get_all(name)
            .flat_map(|value| value.split(','))
            .any(|item| item.trim_matches([' ', '\t']).eq_ignore_ascii_case(token))
    }

    /// The fields, in order, with their names as they were written.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// How many fields there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether `text` is a token of RFC 9110, section 5.6.2.
pub(super) fn is_token(text: &str) -> bool {
    let is_tchar = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    !text.is_empty() && text.bytes().all(is_tchar)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_no_case_and_values_keep_order() {
        let mut headers = Headers::new();
        headers.insert("Set-Cookie", " a=1\t").unwrap();
        headers.insert("X", "y").unwrap();
        headers.insert("set-cookie", "b=2").unwrap();
        assert_eq!(headers.get("SET-COOKIE"), Some("a=1"));
        assert_eq!(headers.combined("set-cookie").as_deref(), Some("a=1, b=2"));
        assert_eq!(headers.combined("none"), None);
        assert_eq!(headers.iter().next(), Some(("Set-Cookie", "a=1")));
        assert_eq!((headers.len(), headers.is_empty()), (3, false));
    }

    #[test]
    fn nothing_that_ends_a_line_gets_in() {
        let mut headers = Headers::new();
        for (name, value) in [
            ("x", "a\r\nevil: 1"),
            ("x", "a\nb"),
            ("x", "a\0b"),
            ("x", "\u{7f}"),
            ("x", "\u{2014}"),
            ("x\r\nevil", "1"),
            ("x y", "1"),
            ("x:", "1"),
            ("", "1"),
        ] {
            assert!(headers.insert(name, value).is_err(), "{name:?}: {value:?}");
        }
        assert!(headers.is_empty());
    }

    #[test]
    fn folded_lines_become_one() {
        let mut headers = Headers::new();
        headers.push_received("x", b"one\r\n  two\r\n\tthree\xe9");
        assert_eq!(headers.get("x"), Some("one two three\u{e9}"));
        assert!(!headers.has_token("x", "one"));
    }

    #[test]
    fn lists_of_tokens() {
        let mut headers = Headers::new();
        headers.insert("Connection", "TE, Close").unwrap();
        assert!(headers.has_token("connection", "close"));
        assert!(!headers.has_token("connection", "keep-alive"));
    }
}
