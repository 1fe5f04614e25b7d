//! The Mersenne Twister MT19937 of Matsumoto and Nishimura: 32-bit words with a period
//! of 2^19937 - 1.

/// Words of state.
pub(super) const WORDS: usize = 624;
const SHIFT: usize = 397;

/// A generator; all zeros until it is seeded.
pub(super) struct Twister {
    state: [u32; WORDS],
    /// The next word to be handed out; `WORDS` when new ones are due.
    index: usize,
}

impl Twister {
    pub(super) fn new() -> Twister {
        Twister {
            state: [0; WORDS],
            index: 0,
        }
    }

    /// A generator in the state that [`Twister::state`] gave; the index is at most `WORDS`.
    pub(super) fn with_state(state: [u32; WORDS], index: usize) -> Twister {
        Twister {
            state,
            index: index.min(WORDS),
        }
    }

    pub(super) fn state(&self) -> (&[u32; WORDS], usize) {
        (&self.state, self.index)
    }

    /// Starts from one word.
    fn start(&mut self, seed: u32) {
        let mut last = seed;
        for (place, word) in self.state.iter_mut().enumerate() {
            if place > 0 {
                last = (last ^ (last >> 30))
                    .wrapping_mul(1_812_433_253)
                    .wrapping_add(place as u32);
            }
            *word = last;
        }
        self.index = WORDS;
    }

    fn at(&self, place: usize) -> u32 {
        self.state.get(place).copied().unwrap_or(0)
    }

    fn put(&mut self, place: usize, word: u32) {
        if let Some(to) = self.state.get_mut(place) {
            *to = word;
        }
    }

    /// Seeds by a key of any length.
    pub(super) fn seed(&mut self, key: &[u32]) {
        self.start(19_650_218);
        let mixed = |last: u32, factor: u32| (last ^ (last >> 30)).wrapping_mul(factor);
        let mut place = 1;
        let advance = |twister: &mut Twister, place: usize| {
            if place + 1 < WORDS {
                return place + 1;
            }
            let last = twister.at(WORDS - 1);
            twister.put(0, last);
            1
        };
        let rounds = WORDS.max(key.len());
        for (at, &word) in key.iter().enumerate().cycle().take(rounds) {
            let new = (self.at(place) ^ mixed(self.at(place - 1), 1_664_525))
                .wrapping_add(word)
                .wrapping_add(at as u32);
            self.put(place, new);
            place = advance(self, place);
        }
        for _ in 1..WORDS {
            let new = (self.at(place) ^ mixed(self.at(place - 1), 1_566_083_941))
                .wrapping_sub(place as u32);
            self.put(place, new);
            place = advance(self, place);
        }
        self.put(0, 0x8000_0000);
    }

    /// Makes the next `WORDS` words.
    fn refill(&mut self) {
        let twist = |high: u32, low: u32, far: u32| {
            let both = (high & 0x8000_0000) | (low & 0x7FFF_FFFF);
            far ^ (both >> 1) ^ if low & 1 != 0 { 0x9908_B0DF } else { 0 }
        };
        let state = &mut self.state;
        for place in 0..WORDS - SHIFT {
            state[place] = twist(state[place], state[place + 1], state[place + SHIFT]);
        }
        for place in WORDS - SHIFT..WORDS - 1 {
            state[place] = twist(
                state[place],
                state[place + 1],
                state[place + SHIFT - WORDS],
            );
        }
        state[WORDS - 1] = twist(state[WORDS - 1], state[0], state[SHIFT - 1]);
        self.index = 0;
    }

    /// The next word.
    #[inline]
    pub(super) fn word(&mut self) -> u32 {
        if self.index >= WORDS {
            self.refill();
        }
        let mut word = self.at(self.index);
        self.index += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9D2C_5680;
        word ^= (word << 15) & 0xEFC6_0000;
        word ^ (word >> 18)
    }

    /// A number from 0 to 1, 1 excluded, of 53 bits.
    #[inline]
    pub(super) fn fraction(&mut self) -> f64 {
        let (a, b) = (self.word() >> 5, self.word() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A number of `bits` bits, at most 64, the low word first.
    #[inline]
    pub(super) fn bits(&mut self, bits: u32) -> u64 {
        match bits {
            0 => 0,
            1..=32 => u64::from(self.word() >> (32 - bits)),
            _ => {
                let low = u64::from(self.word());
                let high = u64::from(self.word() >> (64 - bits.min(64)));
                high << 32 | low
            }
        }
    }

    /// A number below `limit`, which is not 0: numbers of as many bits are drawn until
    /// one fits.
    #[inline]
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        let bits = 64 - limit.leading_zeros();
        loop {
            let drawn = self.bits(bits);
            if drawn < limit {
                return drawn;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_authors() {
        let mut twister = Twister::new();
        twister.seed(&[0x123, 0x234, 0x345, 0x456]);
        let words: [u32; 4] = core::array::from_fn(|_| twister.word());
        assert_eq!(words, [1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783]);
    }

    #[test]
    fn a_state_goes_on_where_it_was_taken() {
        let mut twister = Twister::new();
        twister.seed(&[7]);
        for _ in 0..1000 {
            twister.word();
        }
        let (state, index) = twister.state();
        let mut other = Twister::with_state(*state, index);
        for _ in 0..1000 {
            assert_eq!(twister.below(1_000_003), other.below(1_000_003));
        }
    }
}
