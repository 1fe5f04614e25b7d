//! Paths and queries: percent-encoding and dot segments, as requests and curl treat them.

use alloc::string::String;
use alloc::vec::Vec;

/// The request target for a path and an optional query: never empty, pure printable ASCII.
pub(super) fn target(path: &str, query: Option<&str>) -> String {
    let mut out = String::with_capacity(path.len() + 1);
    encode(&mut out, &without_dot_segments(path));
    if let Some(query) = query {
        out.push('?');
        encode(&mut out, query);
    }
    out
}

/// Appends `text`, with each byte that a URL cannot hold as `%XX`. What is already encoded stays;
/// a `%` that begins no encoding is itself encoded.
fn encode(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    for (index, &byte) in bytes.iter().enumerate() {
        let is_hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
        let plain = match byte {
            b'%' => is_hex(index + 1) && is_hex(index + 2),
            // RFC 3986's unreserved and reserved characters, as requests' `requote_uri` has them.
            _ => byte.is_ascii_alphanumeric() || b"-._~!#$&'()*+,/:;=?@[]".contains(&byte),
        };
        if plain {
            out.push(char::from(byte));
        } else {
            const HEX: [char; 16] = [
                '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
            ];
            out.push('%');
            out.push(HEX[usize::from(byte >> 4)]);
            out.push(HEX[usize::from(byte & 15)]);
        }
    }
}

/// RFC 3986, section 5.2.4, for a path that is empty or begins with a slash.
fn without_dot_segments(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut ends_open = false;
    for segment in path.split('/').skip(1) {
        ends_open = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            _ => kept.push(segment),
        }
    }
    let mut out = String::with_capacity(path.len() + 1);
    for segment in &kept {
        out.push('/');
        out.push_str(segment);
    }
    if ends_open || kept.is_empty() {
        out.push('/');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        for (path, query, expected) in [
            ("", None, "/"),
            ("/", None, "/"),
            ("/a/b", Some("x=1&y=[2]"), "/a/b?x=1&y=[2]"),
            (
                "/a b\u{e9}",
                Some("\u{20ac} \""),
                "/a%20b%C3%A9?%E2%82%AC%20%22",
            ),
            ("/%41%zz%", None, "/%41%25zz%25"),
            ("/a/./b/../c", None, "/a/c"),
            ("/../../x", None, "/x"),
            ("/a/..", None, "/"),
            ("/a/.", None, "/a/"),
            ("/a//b/", None, "/a//b/"),
            ("/a", Some(""), "/a?"),
            ("", Some("../x"), "/?../x"),
        ] {
            assert_eq!(target(path, query), expected, "{path:?} {query:?}");
        }
    }
}
