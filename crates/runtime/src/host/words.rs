//! Words of the system (arguments, names of files) as text of scripts.

use std::ffi::OsStr;

/// UTF-8 of a word, in which each byte that is no UTF-8 is a lone surrogate (U+DC80 to
/// U+DCFF), as CPython's `surrogateescape` has it.
pub(crate) fn escaped(word: &OsStr) -> Vec<u8> {
    let mut text = Vec::new();
    for part in word.as_encoded_bytes().utf8_chunks() {
        text.extend_from_slice(part.valid().as_bytes());
        for byte in part.invalid() {
            // Of 0xDC00 + byte, for bytes of 0x80 and above.
            text.extend_from_slice(&[0xED, 0xB0 | byte >> 6, 0x80 | byte & 0x3F]);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    #[test]
    fn bytes_that_are_no_text_are_escaped() {
        use super::escaped;
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;

        let word = OsStr::from_bytes(b"a\xff\x80\xc3\xa9");
        assert_eq!(escaped(word), b"a\xed\xb3\xbf\xed\xb2\x80\xc3\xa9");
    }
}
