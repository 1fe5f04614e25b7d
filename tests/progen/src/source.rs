//! Choices out of bytes; at their end every choice is the first one, which is the simplest.

/// What a span of bytes made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanKind {
    /// A statement of a block; a program without its bytes is one without the statement.
    Statement,
    /// An expression; two zeros are the simplest in its place.
    Expression,
}

/// A span of the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// What it made.
    pub kind: SpanKind,
}

/// The bytes that are still to be used.
pub(crate) struct Source<'a> {
    bytes: &'a [u8],
    at: usize,
    pub(crate) spans: Vec<Span>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Source<'a> {
        Source {
            bytes,
            at: 0,
            spans: Vec::new(),
        }
    }

    /// Whether all bytes are used.
    pub(crate) fn done(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// How many bytes are used.
    pub(crate) fn used(&self) -> usize {
        self.at.min(self.bytes.len())
    }

    /// Leaves the rest unused: the program is long enough.
    pub(crate) fn stop(&mut self) {
        self.bytes = self.bytes.get(..self.at).unwrap_or(self.bytes);
    }

    /// A number below `count`, which is at most 256.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(byte) % count.max(1)
    }

    /// True once in `count`, and never at the end.
    pub(crate) fn once_in(&mut self, count: usize) -> bool {
        self.below(count) + 1 == count
    }

    /// One of these.
    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// Where a span begins.
    pub(crate) fn mark(&self) -> usize {
        self.used()
    }

    /// Ends the span that began there.
    pub(crate) fn span(&mut self, start: usize, kind: SpanKind) {
        let end = self.used();
        if start < end {
            self.spans.push(Span { start, end, kind });
        }
    }
}

/// A row of bytes of that length; each seed has its own (SplitMix64).
pub fn bytes_of(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x2545_F491_4F6C_DD1D);
    let mut bytes = Vec::with_capacity(length + 8);
    while bytes.len() < length {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = state;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bytes.extend_from_slice(&(word ^ (word >> 31)).to_le_bytes());
    }
    bytes.truncate(length);
    bytes
}
