//! Chunks: what the compiler makes and any number of VMs run.
//!
//! A chunk is immutable, `Send + Sync`, and holds plain data only; each VM builds
//! the constants in its own heap when it links a function (`object::CodeObj`). What an image in
//! read-only memory holds is borrowed from there (`image`).

use super::opcode::{Instr, Op};
use super::part::Part;
pub(crate) use super::positions::{Position, Positions};
use alloc::boxed::Box;

/// A compiled unit: a module, an expression, a REPL input.
#[derive(Debug, Clone)]
pub struct Chunk {
    /// What tracebacks call the source: a path or `<string>`.
    pub(crate) filename: Part<str>,
    /// Functions; the first is the unit's own body.
    pub(crate) protos: Box<[Proto]>,
}

impl Chunk {
    /// What tracebacks call the source.
    pub fn filename(&self) -> &str {
        &self.filename
    }

    /// The chunk with another name for its source; an empty one changes nothing.
    pub fn with_filename(mut self, filename: impl Into<Box<str>>) -> Chunk {
        let filename = filename.into();
        if !filename.is_empty() {
            self.filename = Part::Own(filename);
        }
        self
    }

    /// Whether function `a` of this chunk and `b` of `other` are compiled from the same
    /// text at the same place.
    pub(crate) fn same_function(&self, a: &Proto, other: &Chunk, b: &Proto) -> bool {
        if core::ptr::eq(a, b) {
            return true;
        }
        if !a.same_text(b) {
            return false;
        }
        // The functions inside stand in both chunks in the same order.
        let inner = |proto: &Proto| -> Option<(usize, usize)> {
            let indices = || {
                let code = proto.code.iter().map(|&word| Instr(word));
                code.filter(|instr| instr.op() == Some(Op::MakeFunction))
                    .map(Instr::b)
            };
            Some((indices().min()?, indices().max()?))
        };
        let (Some((mine, last)), Some((theirs, _))) = (inner(a), inner(b)) else {
            return true;
        };
        // Those that these make lie between them.
        (0..=last - mine).all(|at| {
            let pair = (self.protos.get(mine + at), other.protos.get(theirs + at));
            matches!(pair, (Some(x), Some(y)) if x.same_text(y))
        })
    }
}

/// One function's code.
#[derive(Debug, Clone)]
pub(crate) struct Proto {
    pub(crate) name: Part<str>,
    pub(crate) qualname: Part<str>,
    pub(crate) first_line: u32,
    pub(crate) code: Part<[u64]>,
    pub(crate) consts: Box<[Const]>,
    /// Index of the constant that names each site.
    pub(crate) sites: Part<[u16]>,
    /// Source range of each instruction; empty when stripped.
    pub(crate) positions: Positions,
    /// How many registers are live while each instruction runs.
    pub(crate) heights: Part<[u16]>,
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
    pub(crate) reg_names: Box<[Part<str>]>,
    /// The first register that holds a cell of an enclosing function.
    pub(crate) free_start: u16,
    /// Names of captured variables of enclosing functions, in closure order.
    pub(crate) free_names: Box<[Part<str>]>,
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
    /// `from __future__ import annotations` holds, also for what is compiled from within.
    pub(crate) const TEXT_ANNOTATIONS: u8 = 32;

    /// Everything but the functions inside is the same.
    fn same_text(&self, other: &Proto) -> bool {
        let counts = |p: &Proto| (p.args, p.posonly, p.kwonly, p.flags, p.first_line);
        // The numbers of functions inside are the chunk's.
        fn words(p: &Proto) -> impl Iterator<Item = (u64, usize, usize)> + '_ {
            let code = p.code.iter().map(|&word| Instr(word));
            code.map(|instr| match instr.op() {
                Some(op @ Op::MakeFunction) => (op as u64, instr.a(), instr.c()),
                _ => (instr.0, 0, 0),
            })
        }
        self.name == other.name
            && counts(self) == counts(other)
            && self.reg_names == other.reg_names
            && self.free_names == other.free_names
            && self.sites == other.sites
            && self.positions == other.positions
            && self.consts.len() == other.consts.len()
            && (self.consts.iter().zip(&other.consts)).all(|(a, b)| a.is_identical(b))
            && words(self).eq(words(other))
    }

    /// Whether constant `index` is a tuple of strs.
    pub(crate) fn is_tuple_of_strs(&self, index: usize) -> bool {
        let Some(Const::Tuple(items)) = self.consts.get(index) else {
            return false;
        };
        items.iter().all(|item| matches!(item, Const::Str(_)))
    }

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
    /// A literal with `j`: the real part is zero.
    Imaginary(f64),
    /// Generalised UTF-8.
    Str(Part<[u8]>),
    Bytes(Part<[u8]>),
    Tuple(Box<[Const]>),
}

impl Const {
    /// Equal in type and to the last bit.
    fn is_identical(&self, other: &Const) -> bool {
        match (self, other) {
            (Const::Float(a), Const::Float(b)) | (Const::Imaginary(a), Const::Imaginary(b)) => {
                a.to_bits() == b.to_bits()
            }
            (Const::Tuple(a), Const::Tuple(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.is_identical(b))
            }
            _ => self == other,
        }
    }
}

/// A handler: an exception in `start..end` puts it into register `reg` and goes to `target`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Handler {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) target: u32,
    pub(crate) reg: u16,
}
