//! Chunks: what the compiler makes and any number of VMs run.
//!
//! A chunk is immutable, `Send + Sync`, and holds plain data only; each VM builds
//! the constants in its own heap when it links a function (`object::CodeObj`).

use alloc::boxed::Box;

/// A compiled unit: a module, an expression, a REPL input.
#[derive(Debug)]
pub struct Chunk {
    /// What tracebacks call the source: a path or `<string>`.
    pub(crate) filename: Box<str>,
    /// Functions; the first is the unit's own body.
    pub(crate) protos: Box<[Proto]>,
}

/// One function's code.
#[derive(Debug)]
pub(crate) struct Proto {
    pub(crate) name: Box<str>,
    pub(crate) qualname: Box<str>,
    pub(crate) first_line: u32,
    pub(crate) code: Box<[u64]>,
    pub(crate) consts: Box<[Const]>,
    /// Index of the constant that names each site.
    pub(crate) sites: Box<[u16]>,
    /// Source range of each instruction; empty when stripped.
    pub(crate) positions: Box<[Position]>,
    /// How many registers are live while each instruction runs.
    pub(crate) heights: Box<[u16]>,
    /// Handlers, inner ones before outer ones.
    pub(crate) handlers: Box<[Handler]>,
    /// Registers of a frame.
    pub(crate) nregs: u16,
    /// Positional parameters, positional-only ones included; they fill `R[0] ..`.
    pub(crate) args: u16,
    /// Of these, positional-only.
    pub(crate) posonly: u16,
    /// Keyword-only parameters, in the registers behind; then `*args`, then `**kwargs`.
    pub(crate) kwonly: u16,
    pub(crate) flags: u8,
    /// Names of the registers that are variables.
    pub(crate) reg_names: Box<[Box<str>]>,
    /// The first register that holds a cell of an enclosing function.
    pub(crate) free_start: u16,
    /// Names of captured variables of enclosing functions, in closure order.
    pub(crate) free_names: Box<[Box<str>]>,
    /// Index of the docstring's constant.
    pub(crate) doc: Option<u16>,
}

impl Proto {
    /// Has `*args`.
    pub(crate) const VARARGS: u8 = 1;
    /// Has `**kwargs`.
    pub(crate) const VARKW: u8 = 2;
    /// A call makes a generator; with `COROUTINE`, an asynchronous one.
    pub(crate) const GENERATOR: u8 = 4;
    /// A class body, or a unit whose names live in a dict.
    pub(crate) const NAMESPACE: u8 = 8;
    /// A call makes a coroutine.
    pub(crate) const COROUTINE: u8 = 16;

    /// See [`crate::object::CodeObj::simple_args`].
    pub(crate) fn simple_args(&self) -> u16 {
        if self.flags == 0 && self.kwonly == 0 {
            self.args
        } else {
            u16::MAX
        }
    }
}

/// A constant, as plain data.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Const {
    None,
    Bool(bool),
    Ellipsis,
    Int(i64),
    /// An int beyond 64 bits: 32-bit digits, least significant first, never negative.
    Big(Box<[u32]>),
    Float(f64),
    /// Generalised UTF-8.
    Str(Box<[u8]>),
    Bytes(Box<[u8]>),
    Tuple(Box<[Const]>),
}

/// A handler: an exception in `start..end` puts it into register `reg` and goes to `target`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Handler {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) target: u32,
    pub(crate) reg: u16,
}

/// A range of source text: lines from 1, columns in bytes from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: u32,
    pub(crate) end_line: u32,
    pub(crate) column: u16,
    /// `u16::MAX`: unknown, no carets.
    pub(crate) end_column: u16,
}
