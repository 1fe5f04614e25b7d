//! Case as the engine sees it: one character at a time.
//!
//! Two characters are the same when their lower cases are, or when these have the same
//! upper case ([`relatives`]). Lower and upper case are the first characters of
//! Unicode's full mappings, as CPython's engine has them.

use miniscript_core::text::unicode;

/// Which characters have a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fold {
    /// Case matters.
    None,
    /// That of ASCII's letters does not.
    Ascii,
    /// Nor any other.
    Unicode,
}

impl Fold {
    /// The lower case of a character.
    #[inline]
    pub(super) fn lower(self, code: u32) -> u32 {
        match self {
            Fold::None => code,
            _ if code < 0x80 => u32::from((code as u8).to_ascii_lowercase()),
            Fold::Ascii => code,
            Fold::Unicode => first(unicode::to_lower(code), code),
        }
    }

    /// Whether the character has a case.
    pub(super) fn is_cased(self, code: u32) -> bool {
        match self {
            Fold::None => false,
            Fold::Ascii => u8::try_from(code).is_ok_and(|byte| byte.is_ascii_alphabetic()),
            Fold::Unicode => {
                first(unicode::to_lower(code), code) != code
                    || first(unicode::to_upper(code), code) != code
            }
        }
    }

    /// Other lower case characters that have the same upper case as this one.
    pub(super) fn relatives(self, lower: u32) -> &'static [u32] {
        if self != Fold::Unicode {
            return &[];
        }
        match RELATIVES.binary_search_by_key(&lower, |row| row.0) {
            Ok(at) => RELATIVES.get(at).map_or(&[], |row| row.1.as_slice()),
            Err(_) => &[],
        }
    }
}

fn first(mapping: unicode::Mapping, code: u32) -> u32 {
    mapping.as_slice().first().copied().unwrap_or(code)
}

/// Beyond this no character has a case.
pub(super) const LAST_CASED: u32 = 0x1_E943;

/// Lower case characters that share their upper case, sorted; a lonely one is twice there.
#[rustfmt::skip]
static RELATIVES: [(u32, [u32; 2]); 50] = [
    (0x69, [0x131, 0x131]),
    (0x73, [0x17F, 0x17F]),
    (0xB5, [0x3BC, 0x3BC]),
    (0x131, [0x69, 0x69]),
    (0x17F, [0x73, 0x73]),
    (0x345, [0x3B9, 0x1FBE]),
    (0x390, [0x1FD3, 0x1FD3]),
    (0x3B0, [0x1FE3, 0x1FE3]),
    (0x3B2, [0x3D0, 0x3D0]),
    (0x3B5, [0x3F5, 0x3F5]),
    (0x3B8, [0x3D1, 0x3D1]),
    (0x3B9, [0x345, 0x1FBE]),
    (0x3BA, [0x3F0, 0x3F0]),
    (0x3BC, [0xB5, 0xB5]),
    (0x3C0, [0x3D6, 0x3D6]),
    (0x3C1, [0x3F1, 0x3F1]),
    (0x3C2, [0x3C3, 0x3C3]),
    (0x3C3, [0x3C2, 0x3C2]),
    (0x3C6, [0x3D5, 0x3D5]),
    (0x3D0, [0x3B2, 0x3B2]),
    (0x3D1, [0x3B8, 0x3B8]),
    (0x3D5, [0x3C6, 0x3C6]),
    (0x3D6, [0x3C0, 0x3C0]),
    (0x3F0, [0x3BA, 0x3BA]),
    (0x3F1, [0x3C1, 0x3C1]),
    (0x3F5, [0x3B5, 0x3B5]),
    (0x432, [0x1C80, 0x1C80]),
    (0x434, [0x1C81, 0x1C81]),
    (0x43E, [0x1C82, 0x1C82]),
    (0x441, [0x1C83, 0x1C83]),
    (0x442, [0x1C84, 0x1C85]),
    (0x44A, [0x1C86, 0x1C86]),
    (0x463, [0x1C87, 0x1C87]),
    (0x1C80, [0x432, 0x432]),
    (0x1C81, [0x434, 0x434]),
    (0x1C82, [0x43E, 0x43E]),
    (0x1C83, [0x441, 0x441]),
    (0x1C84, [0x442, 0x1C85]),
    (0x1C85, [0x442, 0x1C84]),
    (0x1C86, [0x44A, 0x44A]),
    (0x1C87, [0x463, 0x463]),
    (0x1C88, [0xA64B, 0xA64B]),
    (0x1E61, [0x1E9B, 0x1E9B]),
    (0x1E9B, [0x1E61, 0x1E61]),
    (0x1FBE, [0x345, 0x3B9]),
    (0x1FD3, [0x390, 0x390]),
    (0x1FE3, [0x3B0, 0x3B0]),
    (0xA64B, [0x1C88, 0x1C88]),
    (0xFB05, [0xFB06, 0xFB06]),
    (0xFB06, [0xFB05, 0xFB05]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relatives_share_their_upper_case() {
        let upper = |code| first(unicode::to_upper(code), code);
        assert!(RELATIVES.is_sorted_by_key(|row| row.0));
        for (code, others) in RELATIVES {
            for other in others {
                assert_eq!(upper(code), upper(other), "{code:x}");
                assert!(Fold::Unicode.relatives(other).contains(&code));
            }
        }
    }

    #[test]
    fn nothing_has_a_case_beyond_the_last() {
        assert!(Fold::Unicode.is_cased(LAST_CASED));
        assert!((LAST_CASED + 1..0x11_0000).all(|code| !Fold::Unicode.is_cased(code)));
    }
}
