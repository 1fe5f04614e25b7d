//! Makes programs of the language from a row of bytes.
//!
//! Every program compiles, ends, and prints the same at each run: loops and calls are counted
//! ([`PRELUDE`]), values are kept small, and nothing shows an order of sets, an address or a
//! moment of the collector. What raises is caught and printed, but for the last statement now and
//! then. That makes them comparable with CPython; the bytes may come from a seed, from a fuzzer or
//! from a strategy of proptest, and fewer or smaller bytes give a smaller program ([`shrink`]).
//!
//! `source` hands out the choices, `gen` holds the state of a program in the making, `expr` and
//! `stmt` are the grammar.

#![forbid(unsafe_code)]

mod class;
mod container;
mod coroutine;
mod definition;
mod expr;
mod flow;
mod make;
mod number;
mod pattern;
mod shrink;
mod source;
mod stmt;
mod template;
mod text;

pub use shrink::shrink;
pub use source::{Span, SpanKind, bytes_of};

/// What stands before every program: counters, printers, and some classes to use.
pub const PRELUDE: &str = include_str!("prelude.py");

/// Runs many programs in one process; it takes their files as arguments and ends the output of each
/// with a line of its name.
pub const DRIVER: &str = include_str!("driver.py");

/// A program and how it came to be.
#[derive(Clone, Debug)]
pub struct Program {
    /// The whole text, the prelude included.
    pub text: String,
    /// Which of the bytes made which statement or expression; inner ones come first.
    pub spans: Vec<Span>,
    /// How many bytes were used.
    pub used: usize,
}

impl Program {
    /// The program that these choices make.
    pub fn from_bytes(bytes: &[u8]) -> Program {
        make::program(bytes)
    }

    /// The program of a number.
    pub fn from_seed(seed: u64) -> Program {
        Program::from_bytes(&bytes_of_seed(seed))
    }

    /// The text without the prelude.
    pub fn body(&self) -> &str {
        self.text.strip_prefix(PRELUDE).unwrap_or(&self.text)
    }
}

/// The bytes of a seed's program: some are short, some long.
pub fn bytes_of_seed(seed: u64) -> Vec<u8> {
    bytes_of(seed, 100 + (seed % 13) as usize * 70)
}

#[cfg(test)]
mod tests;
