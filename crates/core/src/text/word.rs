//! Eight bytes at a time: short texts are read, hashed and put into another case by words.

#![forbid(unsafe_code)]

/// A one in every byte.
const ONES: u64 = u64::from_ne_bytes([1; 8]);
/// The highest bit of every byte.
const HIGH: u64 = ONES << 7;

/// Fewer than eight bytes as the low bytes of a word, zeros above them.
#[inline]
pub(crate) fn tail(bytes: &[u8]) -> u64 {
    debug_assert!(bytes.len() < 8);
    let len = bytes.len();
    // The two halves overlap where there are not twice as many: the same bytes there.
    if let (Some(low), Some(high)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let (low, high) = (u32::from_le_bytes(*low), u32::from_le_bytes(*high));
        return u64::from(low) | u64::from(high) << ((8 * (len - 4)) & 63);
    }
    let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else {
        return 0;
    };
    let middle = bytes.get(len / 2).copied().unwrap_or(last);
    u64::from(first) | u64::from(middle) << (8 * (len / 2)) | u64::from(last) << (8 * (len - 1))
}

/// Whether two short texts are the same, without a call for them.
#[inline]
pub(crate) fn equal(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    // Words at both ends meet or overlap in the middle.
    if let (8..=16, Some(x), Some(y)) = (a.len(), a.first_chunk::<8>(), b.first_chunk::<8>()) {
        return x == y && a.last_chunk::<8>() == b.last_chunk::<8>();
    }
    if let (4..8, Some(x), Some(y)) = (a.len(), a.first_chunk::<4>(), b.first_chunk::<4>()) {
        return x == y && a.last_chunk::<4>() == b.last_chunk::<4>();
    }
    a == b
}

/// The highest bit of each byte that lies in `first ..= last`; all are ASCII.
#[inline]
fn between(word: u64, first: u8, last: u8) -> u64 {
    // No byte carries into the next: each is below 0x80, and so is what is added.
    let from = word.wrapping_add(ONES * u64::from(0x80 - first));
    let beyond = word.wrapping_add(ONES * u64::from(0x7F - last));
    from & !beyond & HIGH
}

/// Eight characters of ASCII in lower case.
#[inline]
pub(crate) fn lower(word: u64) -> u64 {
    word | between(word, b'A', b'Z') >> 2
}

/// Eight characters of ASCII in upper case.
#[inline]
pub(crate) fn upper(word: u64) -> u64 {
    word & !(between(word, b'a', b'z') >> 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_are_the_low_bytes() {
        let bytes = [1, 2, 3, 4, 5, 6, 7];
        for len in 0..=7 {
            let mut whole = [0; 8];
            whole[..len].copy_from_slice(&bytes[..len]);
            assert_eq!(tail(&bytes[..len]), u64::from_le_bytes(whole), "{len}");
        }
    }

    #[test]
    fn equal_is_equal_at_every_length() {
        let text: [u8; 40] = core::array::from_fn(|i| i as u8);
        let copy = text;
        for len in 0..=40 {
            assert!(equal(&text[..len], &copy[..len]));
            assert!(len == 40 || !equal(&text[..len], &text[..len + 1]));
            for at in 0..len {
                let mut other = text;
                other[at] ^= 1;
                assert!(!equal(&text[..len], &other[..len]), "{len} {at}");
            }
        }
    }

    #[test]
    fn every_byte_has_its_case_whatever_is_beside_it() {
        for byte in 0..128u8 {
            for beside in [0, b'A', b'z', 127] {
                let mut word = [beside; 8];
                word[3] = byte;
                let number = u64::from_le_bytes(word);
                assert_eq!(
                    lower(number).to_le_bytes(),
                    word.map(|b| b.to_ascii_lowercase())
                );
                assert_eq!(
                    upper(number).to_le_bytes(),
                    word.map(|b| b.to_ascii_uppercase())
                );
            }
        }
    }
}
