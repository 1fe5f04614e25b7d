//! SipHash-1-3 of bytes that lie at hand: a word at a time, without a buffer between.
//!
//! The function of Aumasson and Bernstein with one round for each word and three at the end: what
//! keeps keys chosen by an adversary from meeting in one slot, at the cost of a short string.

#![forbid(unsafe_code)]

use super::word;

/// The four words of the state.
struct State([u64; 4]);

impl State {
    #[inline]
    fn round(&mut self) {
        let [mut a, mut b, mut c, mut d] = self.0;
        a = a.wrapping_add(b);
        c = c.wrapping_add(d);
        b = b.rotate_left(13) ^ a;
        d = d.rotate_left(16) ^ c;
        a = a.rotate_left(32).wrapping_add(d);
        c = c.wrapping_add(b);
        d = d.rotate_left(21) ^ a;
        b = b.rotate_left(17) ^ c;
        self.0 = [a, b, c.rotate_left(32), d];
    }

    #[inline]
    fn absorb(&mut self, word: u64) {
        self.0[3] ^= word;
        self.round();
        self.0[0] ^= word;
    }
}

/// The hash of `bytes` under a key.
#[inline]
pub(crate) fn hash(key: (u64, u64), bytes: &[u8]) -> u64 {
    let mut state = State([
        key.0 ^ 0x736f_6d65_7073_6575,
        key.1 ^ 0x646f_7261_6e64_6f6d,
        key.0 ^ 0x6c79_6765_6e65_7261,
        key.1 ^ 0x7465_6462_7974_6573,
    ]);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        state.absorb(u64::from_le_bytes(*word));
    }
    state.absorb((bytes.len() as u64) << 56 | word::tail(rest));
    state.0[2] ^= 0xFF;
    for _ in 0..3 {
        state.round();
    }
    let [a, b, c, d] = state.0;
    a ^ b ^ c ^ d
}

#[cfg(test)]
mod tests {
    use core::hash::Hasher;
    use siphasher::sip::SipHasher13;

    #[test]
    fn agrees_with_the_crate_at_every_length() {
        let bytes: alloc::vec::Vec<u8> = (0..70u8).map(|i| i.wrapping_mul(37) ^ 0xA5).collect();
        for key in [
            (0, 0),
            (1, u64::MAX),
            (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908),
        ] {
            for len in 0..bytes.len() {
                let mut hasher = SipHasher13::new_with_keys(key.0, key.1);
                hasher.write(&bytes[..len]);
                assert_eq!(
                    super::hash(key, &bytes[..len]),
                    hasher.finish(),
                    "{key:?} {len}"
                );
            }
        }
    }
}
