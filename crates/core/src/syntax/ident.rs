//! Which characters make identifiers: the one place where the lexer asks the Unicode tables.

use crate::text::unicode;

/// Whether an identifier may start with `c`.
pub(super) fn is_identifier_start(c: char) -> bool {
    unicode::is_identifier_start(c as u32)
}

/// Whether an identifier may go on with `c`.
pub(super) fn is_identifier_continue(c: char) -> bool {
    unicode::is_identifier_continue(c as u32)
}

/// Whether CPython shows `c` itself in a message.
pub(super) fn is_printable(c: char) -> bool {
    unicode::is_printable(c as u32)
}
