//! A Rust source as the rules read it: its code without comments and strings, and where the
//! bodies of functions and tests lie.
//!
//! This is a scanner, not a parser: it knows enough of the language not to take a brace in a
//! string for a block. `code` has exactly the lines and columns (in bytes) of the file.

use std::ops::Range;

/// One file.
pub(super) struct Source {
    /// The path from the workspace's root, with `/`.
    pub(super) file: String,
    /// The lines as they are.
    pub(super) lines: Vec<String>,
    /// The same text with comments and the contents of literals as blanks.
    pub(super) code: String,
    line_starts: Vec<usize>,
    tests: Vec<Range<usize>>,
}

impl Source {
    pub(super) fn new(file: &str, text: &str) -> Self {
        let code = mask(text);
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        let tests = code
            .match_indices("#[cfg(test)]")
            .filter_map(|(at, gate)| block(&code, at + gate.len()))
            .collect();
        Self {
            file: file.to_owned(),
            lines: text.lines().map(str::to_owned).collect(),
            code,
            line_starts,
            tests,
        }
    }

    /// Whether the file was made by a program.
    pub(super) fn is_generated(&self) -> bool {
        self.lines
            .first()
            .is_some_and(|line| line.starts_with("// @generated"))
    }

    /// Whether the whole file is a test.
    pub(super) fn is_test(&self) -> bool {
        self.file.starts_with("tests/")
            || self.file.contains("/tests/")
            || self.file.ends_with("/tests.rs")
    }

    /// Whether the place lies in a `#[cfg(test)]` item.
    pub(super) fn in_tests(&self, at: usize) -> bool {
        self.is_test() || self.tests.iter().any(|range| range.contains(&at))
    }

    /// The number of the place's line, counted from 1.
    pub(super) fn line_of(&self, at: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= at)
    }

    /// One line of the code, counted from 1.
    pub(super) fn code_line(&self, line: usize) -> &str {
        self.code.lines().nth(line - 1).unwrap_or("")
    }

    /// Every place where the word stands in the code by itself.
    pub(super) fn words(&self, word: &str) -> Vec<usize> {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let found = self.code.match_indices(word).map(|(at, _)| at);
        let alone = |at: &usize| {
            !self.code[..*at].ends_with(is_part)
                && !self.code[*at + word.len()..].starts_with(is_part)
        };
        found.filter(alone).collect()
    }

    /// The bodies of all functions.
    pub(super) fn bodies(&self) -> Vec<Range<usize>> {
        self.words("fn")
            .into_iter()
            .filter_map(|at| block(&self.code, at))
            .collect()
    }
}

/// The first block after a place, if one begins before the next `;` outside of brackets.
fn block(code: &str, from: usize) -> Option<Range<usize>> {
    let mut brackets = 0_usize;
    let rest = code.bytes().enumerate().skip(from);
    let mut start = None;
    for (at, byte) in rest {
        match byte {
            b'(' | b'[' => brackets += 1,
            b')' | b']' if brackets == 0 => return None,
            b')' | b']' => brackets -= 1,
            b';' | b'}' | b','
                if brackets == 0 && (byte != b',' || !code[from..at].contains('(')) =>
            {
                return None;
            }
            b'{' if brackets == 0 => {
                start = Some(at);
                break;
            }
            _ => {}
        }
    }
    let start = start?;
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(start) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(start..at + 1);
        }
    }
    Some(start..code.len())
}

/// Blanks out comments and the contents of string and character literals, byte for byte.
fn mask(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'/' if bytes[at..].starts_with(b"//") => find(bytes, at, b"\n").unwrap_or(bytes.len()),
            b'/' if bytes[at..].starts_with(b"/*") => comment_end(bytes, at),
            b'"' => string_end(bytes, at),
            b'r' if !follows_word(bytes, at) && raw_hashes(bytes, at).is_some() => {
                raw_end(bytes, at)
            }
            b'\'' => char_end(bytes, at),
            _ => at + 1,
        };
        if end > at + 1 {
            for byte in &mut out[at..end] {
                if *byte != b'\n' {
                    *byte = b' ';
                }
            }
        }
        at = end;
    }
    // Only ASCII took the place of whole literals and comments, so this is UTF-8 again.
    String::from_utf8_lossy(&out).into_owned()
}

fn follows_word(bytes: &[u8], at: usize) -> bool {
    // `br"..."` is a raw string as well.
    let before = if at > 0 && bytes[at - 1] == b'b' {
        at - 1
    } else {
        at
    };
    before > 0 && (bytes[before - 1].is_ascii_alphanumeric() || bytes[before - 1] == b'_')
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    bytes[from..]
        .windows(what.len())
        .position(|window| window == what)
        .map(|at| from + at)
}

fn comment_end(bytes: &[u8], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0_usize);
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    bytes.len()
}

fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn raw_hashes(bytes: &[u8], at: usize) -> Option<usize> {
    let hashes = bytes[at + 1..]
        .iter()
        .take_while(|byte| **byte == b'#')
        .count();
    (bytes.get(at + 1 + hashes) == Some(&b'"')).then_some(hashes)
}

fn raw_end(bytes: &[u8], start: usize) -> usize {
    let hashes = raw_hashes(bytes, start).unwrap_or(0);
    let close = [b"\"".as_slice(), &vec![b'#'; hashes]].concat();
    find(bytes, start + 2 + hashes, &close).map_or(bytes.len(), |at| at + close.len())
}

/// A character literal ends at its quote; a lifetime is only its tick.
fn char_end(bytes: &[u8], start: usize) -> usize {
    match bytes.get(start + 1) {
        Some(b'\\') => find(bytes, start + 3, b"'").map_or(bytes.len(), |at| at + 1),
        Some(byte) => {
            let width = match byte {
                0..=0x7f => 1,
                0xc0..=0xdf => 2,
                0xe0..=0xef => 3,
                _ => 4,
            };
            let end = start + 1 + width;
            if bytes.get(end) == Some(&b'\'') {
                end + 1
            } else {
                start + 1
            }
        }
        None => start + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_and_comments_become_blanks() {
        let rows = [
            ("a /* b /* c */ d */ e", "a                   e"),
            ("x // y\nz", "x     \nz"),
            (r#"f("a\"{", 'b', '\'', 'c)"#, r"f(      ,    ,     , 'c)"),
            (r###"g(r#"a"b"#, br"\")"###, "g(        , b    )"),
            ("'ä' is", "     is"),
        ];
        for (text, expected) in rows {
            assert_eq!(mask(text), expected);
        }
    }

    #[test]
    fn bodies_and_tests_are_found() {
        let text = "trait T { fn a(&self) -> [u8; 2]; }\nfn b() { let c = '{'; }\n#[cfg(test)]\nmod tests { fn d() {} }\n";
        let source = Source::new("crates/core/src/a.rs", text);
        let bodies: Vec<&str> = source
            .bodies()
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(bodies, ["{ let c = '{'; }", "{}"]);
        assert!(source.in_tests(text.find("fn d").expect("there")));
        assert!(!source.in_tests(text.find("fn b").expect("there")));
        assert_eq!(source.line_of(text.find("fn b").expect("there")), 2);
    }
}
