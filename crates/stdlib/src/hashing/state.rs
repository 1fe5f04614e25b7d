//! The algorithms behind one type: a state that takes data and gives a digest at any
//! time, without ending.

use alloc::boxed::Box;
use alloc::vec::Vec;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};
use sha3::digest::{ExtendableOutput, Update, XofReader};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512, Shake128, Shake256};

/// An algorithm: its name, bytes of its digest (0 where the caller says how many) and
/// of a block.
pub(super) struct Algorithm {
    pub(super) name: &'static str,
    pub(super) digest: usize,
    pub(super) block: usize,
    start: fn() -> State,
}

macro_rules! algorithms {
    ($($variant:ident $type:ty, $name:literal $digest:literal $block:literal;)*) => {
        /// A hash on its way.
        #[derive(Clone)]
        pub(super) enum State {
            $($variant($type),)*
            Shake128(Shake128),
            Shake256(Shake256),
            Blake2b(Box<blake2b_simd::State>, usize),
            Blake2s(Box<blake2s_simd::State>, usize),
        }

        /// What has a name, and no parameters.
        pub(super) static ALGORITHMS: &[Algorithm] = &[
            $(Algorithm {
                name: $name,
                digest: $digest,
                block: $block,
                start: || State::$variant(<$type>::default()),
            },)*
            Algorithm {
                name: "shake_128",
                digest: 0,
                block: 168,
                start: || State::Shake128(Shake128::default()),
            },
            Algorithm {
                name: "shake_256",
                digest: 0,
                block: 136,
                start: || State::Shake256(Shake256::default()),
            },
            Algorithm {
                name: "blake2b",
                digest: 64,
                block: 128,
                start: || State::Blake2b(Box::new(blake2b_simd::State::new()), 64),
            },
            Algorithm {
                name: "blake2s",
                digest: 32,
                block: 64,
                start: || State::Blake2s(Box::new(blake2s_simd::State::new()), 32),
            },
        ];

        impl State {
            /// Takes more data.
            pub(super) fn update(&mut self, data: &[u8]) {
                match self {
                    $(State::$variant(state) => Digest::update(state, data),)*
                    State::Shake128(state) => Update::update(state, data),
                    State::Shake256(state) => Update::update(state, data),
                    State::Blake2b(state, _) => {
                        state.update(data);
                    }
                    State::Blake2s(state, _) => {
                        state.update(data);
                    }
                }
            }

            /// Writes the digest of all data so far; the buffer is as long as it is, and
            /// of any length where the algorithm leaves it open.
            pub(super) fn digest_into(&self, out: &mut [u8]) {
                match self {
                    $(State::$variant(state) => fill(out, &state.clone().finalize()),)*
                    State::Shake128(state) => state.clone().finalize_xof().read(out),
                    State::Shake256(state) => state.clone().finalize_xof().read(out),
                    State::Blake2b(state, _) => fill(out, state.finalize().as_bytes()),
                    State::Blake2s(state, _) => fill(out, state.finalize().as_bytes()),
                }
            }

            /// The algorithm's description.
            pub(super) fn algorithm(&self) -> &'static Algorithm {
                let name = match self {
                    $(State::$variant(_) => $name,)*
                    State::Shake128(_) => "shake_128",
                    State::Shake256(_) => "shake_256",
                    State::Blake2b(..) => "blake2b",
                    State::Blake2s(..) => "blake2s",
                };
                named(name).unwrap_or(&FIRST)
            }
        }

        const FIRST: Algorithm = Algorithm {
            name: "md5",
            digest: 16,
            block: 64,
            start: || State::Md5(Md5::default()),
        };
    };
}

algorithms! {
    Md5 Md5, "md5" 16 64;
    Sha1 Sha1, "sha1" 20 64;
    Sha224 Sha224, "sha224" 28 64;
    Sha256 Sha256, "sha256" 32 64;
    Sha384 Sha384, "sha384" 48 128;
    Sha512 Sha512, "sha512" 64 128;
    Sha512x224 Sha512_224, "sha512_224" 28 128;
    Sha512x256 Sha512_256, "sha512_256" 32 128;
    Sha3x224 Sha3_224, "sha3_224" 28 144;
    Sha3x256 Sha3_256, "sha3_256" 32 136;
    Sha3x384 Sha3_384, "sha3_384" 48 104;
    Sha3x512 Sha3_512, "sha3_512" 64 72;
}

fn fill(out: &mut [u8], digest: &[u8]) {
    for (to, from) in out.iter_mut().zip(digest) {
        *to = *from;
    }
}

/// The algorithm of that name, exactly.
pub(super) fn named(name: &str) -> Option<&'static Algorithm> {
    ALGORITHMS.iter().find(|algorithm| algorithm.name == name)
}

/// The algorithm of a name, however OpenSSL would let it be written.
pub(super) fn find(name: &str) -> Option<&'static Algorithm> {
    if let Some(found) = named(name) {
        return Some(found);
    }
    let mut plain = name.to_ascii_lowercase().replace(['-', '/'], "_");
    for (from, to) in [
        ("sha_", "sha"),
        ("sha2_", "sha"),
        ("shake128", "shake_128"),
        ("shake256", "shake_256"),
        ("blake2b512", "blake2b"),
        ("blake2s256", "blake2s"),
    ] {
        if let Some(rest) = plain.strip_prefix(from) {
            plain = alloc::format!("{to}{rest}");
        }
    }
    named(&plain)
}

impl Algorithm {
    /// A hash of nothing yet.
    pub(super) fn start(&self) -> State {
        (self.start)()
    }
}

impl State {
    /// Bytes of its digest, 0 where the caller says how many.
    pub(super) fn digest_size(&self) -> usize {
        match self {
            State::Blake2b(_, size) | State::Blake2s(_, size) => *size,
            _ => self.algorithm().digest,
        }
    }

    /// The digest of all data so far, where its length is fixed.
    pub(super) fn digest(&self) -> Digested {
        let mut digested = Digested {
            bytes: [0; 64],
            len: self.digest_size().min(64),
        };
        self.digest_into(digested.bytes.get_mut(..digested.len).unwrap_or_default());
        digested
    }
}

/// A digest of at most 64 bytes.
#[derive(Clone)]
pub(super) struct Digested {
    bytes: [u8; 64],
    len: usize,
}

impl Digested {
    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// HMAC of RFC 2104: two hashes that have taken the key.
#[derive(Clone)]
pub(super) struct Mac {
    pub(super) inner: State,
    outer: State,
}

impl Mac {
    /// `None` for an algorithm without a digest of fixed length.
    pub(super) fn new(algorithm: &Algorithm, key: &[u8]) -> Option<Mac> {
        if algorithm.digest == 0 {
            return None;
        }
        let mut block: Vec<u8> = Vec::from(key);
        if block.len() > algorithm.block {
            let mut state = algorithm.start();
            state.update(key);
            block = Vec::from(state.digest().bytes());
        }
        block.resize(algorithm.block, 0);
        let keyed = |pad: u8| {
            let padded: Vec<u8> = block.iter().map(|byte| byte ^ pad).collect();
            let mut state = algorithm.start();
            state.update(&padded);
            state
        };
        Some(Mac {
            inner: keyed(0x36),
            outer: keyed(0x5C),
        })
    }

    pub(super) fn update(&mut self, data: &[u8]) {
        self.inner.update(data);
    }

    pub(super) fn digest(&self) -> Digested {
        let mut outer = self.outer.clone();
        outer.update(self.inner.digest().bytes());
        outer.digest()
    }
}
