//! The words and operators of a source line, for looking at a line that is wrong: strings
//! become one token, comments none, and nothing is ever refused.

use alloc::vec::Vec;

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// Its text.
    pub(super) text: &'a str,
    /// The byte it starts at.
    pub(super) at: usize,
    /// Whether it is a string literal.
    pub(super) string: bool,
}

impl Token<'_> {
    /// Whether it is a name, a keyword or a number.
    pub(super) fn is_word(&self) -> bool {
        !self.string && self.text.bytes().all(is_word) && !self.text.is_empty()
    }
}

/// Operators of other languages (and ours) that are one token, longest first.
const LONG: &[&str] = &[
    "===", "!==", "**=", "//=", "<<=", ">>=", "...", "<=>", "&&", "||", "++", "--", "=>", "=<",
    "<>", "->", "::", ":=", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "**", "//", "<<",
    ">>", "/*", "*/", "${",
];

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// The tokens of a line.
pub(super) fn tokens(line: &str) -> Vec<Token<'_>> {
    let bytes = line.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = line.get(at..).unwrap_or_default();
        let mut string = false;
        let length = match byte {
            b' ' | b'\t' | 0x0C | b'\r' | b'\n' => {
                at += 1;
                continue;
            }
            b'#' => break,
            b'"' | b'\'' => {
                string = true;
                string_length(rest.as_bytes(), byte)
            }
            _ if is_word(byte) => rest
                .bytes()
                .position(|byte| !is_word(byte))
                .unwrap_or(rest.len()),
            _ => LONG
                .iter()
                .find(|operator| rest.starts_with(**operator))
                .map_or(1, |operator| operator.len()),
        };
        if let Some(text) = line.get(at..at + length) {
            found.push(Token { text, at, string });
        }
        at += length.max(1);
    }
    found
}

/// The length of a string literal; one that does not end goes to the end of the line.
fn string_length(rest: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while let Some(&byte) = rest.get(at) {
        match byte {
            b'\\' => at += 2,
            _ if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_into_words_and_operators() {
        let texts = |line| {
            let found = tokens(line);
            found.iter().map(|token| token.text).collect::<Vec<_>>()
        };
        assert_eq!(
            texts("if (a && b) { // x"),
            ["if", "(", "a", "&&", "b", ")", "{", "//", "x"]
        );
        assert_eq!(texts("x = 'a\\'&&' # &&"), ["x", "=", "'a\\'&&'"]);
        assert_eq!(
            texts("i++; \u{e4}b !== 'open"),
            ["i", "++", ";", "\u{e4}b", "!==", "'open"]
        );
    }
}
