//! The code generator: a tree and its scopes to protos.
//!
//! [`Gen`] holds what a compilation shares, [`Unit`] what belongs to the function that is being
//! compiled. Registers: variables first, temporaries above in a stack whose height is
//! [`Unit::top`]. Invariants:
//! - every temporary below `top` has been written;
//! - "into `dst`" means a variable's register or the one at `top`; a variable is written by the
//!   last instruction only, so that its old value is there as long as something may read it;
//! - a statement leaves `top` as it found it.

mod assemble;
mod asynchronous;
mod bits;
mod block;
mod call;
mod class;
mod comprehension;
mod cond;
mod constants;
mod display;
mod emit;
mod expr;
mod fold;
mod function;
mod import;
mod match_stmt;
mod name;
mod pattern;
mod spine;
mod stmt;
mod target;
mod try_star;
mod try_stmt;
mod warn;
mod with;

use super::chunk::{Chunk, Proto};
use super::names::{Sym, Symbols, copy_str, push};
use super::opcode::Op;
use super::scope::{Known, Scopes};
use super::{Options, chunk, scope};
use crate::syntax::{
    self, Body, Error, ErrorKind, ExprId, LineIndex, Mode, Span, StmtKind, Tree, Warning,
};
use alloc::boxed::Box;
use alloc::vec::Vec;
use bits::Bits;
use block::Block;
use constants::Constants;

pub(super) type Res<T = ()> = Result<T, Error>;

/// No register may have a higher number.
pub(super) const MAX_REGISTERS: u32 = 60_000;

/// A place in the code that jumps go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(u32);

#[derive(Clone, Copy, Debug)]
struct LabelState {
    at: u32,
    used: bool,
}

/// An instruction before its jump is laid.
#[derive(Clone, Copy, Debug)]
struct Ins {
    op: Op,
    d: u8,
    height: u16,
    a: u16,
    b: u16,
    c: u16,
    label: Option<Label>,
    span: Span,
}

struct RawHandler {
    start: u32,
    end: u32,
    target: Label,
    reg: u32,
}

/// The function that is being compiled.
struct Unit {
    scope: u32,
    /// Names that are not captured live in registers.
    registers: bool,
    /// Names go through the namespace (class bodies), not through the globals.
    namespace: bool,
    qualname: Box<str>,
    code: Vec<Ins>,
    labels: Vec<LabelState>,
    consts: Constants,
    sites: Vec<u16>,
    handlers: Vec<RawHandler>,
    blocks: Vec<Block>,
    locals: Vec<Sym>,
    free_start: u32,
    top: u32,
    nregs: u32,
    reachable: bool,
    /// Variables that are certainly bound here.
    bound: Bits,
    span: Span,
    /// The value to be formatted next is a part of an f-string.
    joining: bool,
    args: u32,
    posonly: u32,
    kwonly: u32,
    flags: u8,
    doc: Option<u16>,
    first: u32,
    /// The comparison that a condition jumped on last: where CPython sees an assertion fail.
    compared: Option<Span>,
}

/// A compilation.
pub(super) struct Gen<'t> {
    tree: &'t Tree,
    symbols: Symbols<'t>,
    known: Known,
    scopes: Scopes,
    lines: LineIndex,
    protos: Vec<Option<Proto>>,
    unit: Unit,
    options: &'t Options,
    mode: Mode,
    /// Instructions that may still be made: inlined `finally` bodies multiply.
    budget: usize,
    /// Statements before this offset may be a `from __future__`.
    futures_end: u32,
    warnings: &'t mut Vec<Warning>,
    /// The operand of the `not` that is being compiled.
    negated: Option<ExprId>,
}

/// Compiles a tree.
pub(super) fn generate(
    tree: &Tree,
    source: &[u8],
    filename: &str,
    mode: Mode,
    options: &Options,
    warnings: &mut Vec<Warning>,
) -> Res<Chunk> {
    let key = options.syntax.hash_key;
    let mut symbols = Symbols::new(tree, key)?;
    let known = Known::new(&mut symbols)?;
    let scopes = scope::analyze(tree, &mut symbols, known, key, options.text_annotations)?;
    let lines = LineIndex::new(source)?;
    let unit = Unit::new(0, copy_str("<module>")?, 0);
    let mut g = Gen {
        tree,
        symbols,
        known,
        scopes,
        lines,
        protos: Vec::new(),
        unit,
        options,
        mode,
        budget: options.max_instructions,
        futures_end: 0,
        warnings,
        negated: None,
    };
    syntax::number_ends(tree, source, &g.lines, g.warnings)?;
    g.futures_end = g.find_futures_end();
    push(&mut g.protos, None)?;
    g.unit_body()?;
    let proto = g.assemble()?;
    if let Some(slot) = g.protos.first_mut() {
        *slot = Some(proto);
    }
    let mut protos = Vec::new();
    protos
        .try_reserve_exact(g.protos.len())
        .map_err(|_| Error::memory())?;
    let text_annotations = g.scopes.text_annotations;
    for proto in g.protos {
        let mut proto = proto.ok_or_else(Error::memory)?;
        if text_annotations {
            proto.flags |= chunk::Proto::TEXT_ANNOTATIONS;
        }
        protos.push(proto);
    }
    Ok(Chunk {
        filename: copy_str(filename)?.into(),
        protos: protos.into_boxed_slice(),
    })
}

impl Unit {
    fn new(scope: u32, qualname: Box<str>, first: u32) -> Unit {
        Unit {
            scope,
            registers: false,
            namespace: false,
            qualname,
            code: Vec::new(),
            labels: Vec::new(),
            consts: Constants::default(),
            sites: Vec::new(),
            handlers: Vec::new(),
            blocks: Vec::new(),
            locals: Vec::new(),
            free_start: 0,
            top: 0,
            nregs: 0,
            reachable: true,
            bound: Bits::default(),
            span: Span::new(first, first),
            joining: false,
            args: 0,
            posonly: 0,
            kwonly: 0,
            flags: 0,
            doc: None,
            first,
            compared: None,
        }
    }
}

impl Gen<'_> {
    /// Compiles the unit's own body.
    fn unit_body(&mut self) -> Res {
        if self.options.namespace {
            self.unit.namespace = true;
            self.unit.flags |= chunk::Proto::NAMESPACE;
        }
        self.prologue()?;
        match self.tree.body() {
            Body::Expression(id) => {
                let reg = self.operand(id)?;
                self.emit(Op::Return, reg, 0, 0, 0)
            }
            Body::Module(body) | Body::Interactive(body) => {
                if self.annotates(body)? {
                    self.emit(Op::SetupAnnotations, 0, 0, 0, 0)?;
                }
                let body = self.tree.stmts(body);
                let mut rest = body;
                if self.mode.is_file()
                    && let Some(doc) = self.docstring(body)?
                {
                    // A body of nothing else has the text as its value, too.
                    if self.mode == Mode::Module || body.len() > 1 {
                        rest = body.get(1..).unwrap_or(&[]);
                    }
                    if let Some(&first) = body.first() {
                        self.at(self.tree.stmt(first).span);
                    }
                    let top = self.unit.top;
                    self.load_const(doc, top)?;
                    let name = self.symbols.intern("__doc__")?;
                    self.store_sym(name, top)?;
                }
                if self.mode == Mode::Value
                    && let Some((&last, before)) = rest.split_last()
                    && let StmtKind::Expr { value } = self.tree.stmt(last).kind
                {
                    before.iter().try_for_each(|&id| self.stmt(id))?;
                    self.at(self.tree.stmt(last).span);
                    let reg = self.operand(value)?;
                    return self.emit(Op::Return, reg, 0, 0, 0);
                }
                rest.iter().try_for_each(|&id| self.stmt(id))?;
                self.emit(Op::ReturnNone, 0, 0, 0, 0)
            }
        }
    }

    /// A limit that no realistic source meets.
    fn limit(&self, what: &'static str) -> Error {
        Error::new(ErrorKind::Syntax, what, self.unit.span)
    }
}
