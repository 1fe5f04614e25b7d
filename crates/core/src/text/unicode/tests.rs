//! The tables against the stored checksums of CPython 3.11, over all code points.

use super::*;

const LAST: u32 = 0x10_ffff;

/// CRC-32 as in zlib.
struct Crc(u32);

impl Crc {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 ^= u32::from(*byte);
            for _ in 0..8 {
                self.0 = (self.0 >> 1) ^ (0xedb8_8320 & (self.0 & 1).wrapping_neg());
            }
        }
    }
}

#[cfg(feature = "unicode")]
fn digest(name: &str) -> u32 {
    let mut crc = Crc(u32::MAX);
    for code_point in 0..=LAST {
        let predicate = match name {
            "alpha" => is_alpha(code_point),
            "decimal" => is_decimal(code_point),
            "digit" => is_digit(code_point),
            "numeric" => is_numeric(code_point),
            "space" => is_space(code_point),
            "printable" => is_printable(code_point),
            "upper" => is_upper(code_point),
            "lower" => is_lower(code_point),
            "title" => is_title(code_point),
            "xid_start" => is_identifier_start(code_point),
            "xid_continue" => is_identifier_continue(code_point),
            "cased" => is_cased(code_point),
            "wide" => is_wide(code_point),
            "case_ignorable" => is_case_ignorable(code_point),
            "digit_value" => {
                crc.add(&[digit_value(code_point).map_or(0, |digit| digit + 1)]);
                continue;
            }
            mapping => {
                let mapped = match mapping {
                    "to_upper" => to_upper(code_point),
                    "to_lower" => to_lower(code_point),
                    "to_title" => to_title(code_point),
                    "to_casefold" => to_casefold(code_point),
                    other => panic!("no property {other}"),
                };
                for code_point in mapped.as_slice().iter().chain(&[0]) {
                    crc.add(&code_point.to_le_bytes());
                }
                continue;
            }
        };
        crc.add(&[u8::from(predicate)]);
    }
    !crc.0
}

#[test]
fn every_property_has_the_digest_of_cpython() {
    for (name, crc) in digests::DIGESTS {
        assert_eq!(digest(name), crc, "{name}");
    }
}

#[test]
fn decimals_are_the_digits_int_takes() {
    for code_point in 0..=LAST {
        let expected = digit_value(code_point).filter(|_| is_decimal(code_point));
        assert_eq!(decimal_value(code_point), expected, "{code_point:x}");
    }
}

#[test]
fn code_points_that_do_not_exist_have_no_property() {
    for code_point in [0x11_0000, 0x7fff_ffff, u32::MAX] {
        assert!(!is_alpha(code_point) && !is_printable(code_point) && !is_space(code_point));
        assert_eq!(to_upper(code_point).as_slice(), [code_point]);
    }
}

#[test]
fn latin_alone_says_the_same() {
    for code_point in 0..0x100_u32 {
        let number = tables::FLAGS.record(code_point);
        let at = code_point as usize;
        assert_eq!(
            latin::FLAGS[at],
            tables::FLAG_RECORDS[number],
            "{code_point}"
        );
        let record = tables::CASE_RECORDS[tables::CASE.record(code_point)];
        let latin = latin::CASE_RECORDS[usize::from(latin::CASE[at])];
        assert_eq!(latin, record, "{code_point}");
    }
    // The only one with a text of its own.
    let (code_point, spans) = latin::SPECIAL_CASES[0];
    assert_eq!(code_point, 0xDF);
    for (column, span) in spans.into_iter().map(usize::from).enumerate() {
        let text = latin::SPECIAL_TEXT.get(span / 4..span / 4 + span % 4);
        let whole = tables::SPECIAL_TEXT.get(span / 4..span / 4 + span % 4);
        assert_eq!(text, whole, "{column}");
    }
}
