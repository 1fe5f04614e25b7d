//! Which characters make identifiers: the one place that decides.
//!
//! For characters beyond ASCII the rule is, for now, that of `char::is_alphabetic` and
//! `char::is_alphanumeric`, which is narrower than XID in marks and connectors; it is to be
//! switched to the generated Unicode 14 tables when they are there.

/// Whether an identifier may start with `c`.
pub(super) fn is_identifier_start(c: char) -> bool {
    c == '_'
        || if c.is_ascii() {
            c.is_ascii_alphabetic()
        } else {
            c.is_alphabetic()
        }
}

/// Whether an identifier may go on with `c`.
pub(super) fn is_identifier_continue(c: char) -> bool {
    c == '_'
        || if c.is_ascii() {
            c.is_ascii_alphanumeric()
        } else {
            c.is_alphanumeric()
        }
}

/// Whether CPython would show `c` in a message: not a control, format, separator or private
/// character. To be switched to the tables as well.
pub(super) fn is_printable(c: char) -> bool {
    let hidden = matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{FFFE}'..='\u{FFFF}' | '\u{E0000}'..='\u{10FFFF}');
    !(hidden || c.is_control() || (c.is_whitespace() && c != ' '))
}
