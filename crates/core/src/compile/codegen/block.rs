//! Blocks: what surrounds a statement and must be undone when a jump or return leaves it.
//!
//! A block may protect its code by a handler. Leaving a block from the inside runs its exit (an
//! inlined `finally` body, a call of `__exit__`, ...) outside of its own protection: the range
//! of code that the handler covers is interrupted there.

use super::bits::Bits;
use super::{Gen, Label, RawHandler, Res};
use crate::compile::names::{Sym, push};
use crate::compile::opcode::Op;
use crate::syntax::{Error, Span, StmtRange};
use alloc::vec::Vec;

/// CPython's limit.
const MAX_BLOCKS: usize = 20;

/// What a block is.
#[derive(Debug)]
pub(super) enum Kind {
    /// `state`: what is bound at every `break` so far.
    Loop {
        brk: Label,
        cont: Label,
        state: Option<Bits>,
    },
    /// The body of a `try` with `except`.
    Except,
    /// A handler: the exception handled before is in register `prev`.
    Handler { prev: u32 },
    /// The handlers of an `except*`, which no jump may leave; as `Handler`.
    Group,
    /// The body of `except ... as sym`.
    Named { sym: Sym },
    /// The body of a `try` with `finally`.
    Finally { body: StmtRange },
    /// The body of a `with`; `reg` and the next one hold `__exit__`.
    With { reg: u32, span: Span, waits: bool },
}

/// A block.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) kind: Kind,
    handler: Option<(Label, u32)>,
    start: u32,
    ranges: Vec<(u32, u32)>,
}

impl Block {
    fn interrupt(&mut self, here: u32) -> Res {
        if self.handler.is_some() && self.start < here {
            push(&mut self.ranges, (self.start, here))?;
        }
        Ok(())
    }
}

impl Gen<'_> {
    /// Opens a block; a handler is a label and the register for the exception.
    pub(super) fn open(&mut self, kind: Kind, handler: Option<(Label, u32)>) -> Res {
        if self.unit.blocks.len() >= MAX_BLOCKS {
            let text = "too many statically nested blocks";
            return Err(Error::syntax(text, self.unit.span));
        }
        let start = self.here();
        push(
            &mut self.unit.blocks,
            Block {
                kind,
                handler,
                start,
                ranges: Vec::new(),
            },
        )
    }

    /// Closes the innermost block; whether its handler can be reached.
    pub(super) fn close(&mut self) -> Res<bool> {
        let here = self.here();
        let Some(mut block) = self.unit.blocks.pop() else {
            return Ok(false);
        };
        block.interrupt(here)?;
        let Some((target, reg)) = block.handler else {
            return Ok(false);
        };
        for &(start, end) in &block.ranges {
            push(
                &mut self.unit.handlers,
                RawHandler {
                    start,
                    end,
                    target,
                    reg,
                },
            )?;
        }
        Ok(!block.ranges.is_empty())
    }

    /// Closes a loop: what is bound at its `break`s.
    pub(super) fn close_loop(&mut self) -> Option<Bits> {
        match self.unit.blocks.pop()?.kind {
            Kind::Loop { state, .. } => state,
            _ => None,
        }
    }

    /// Starts a handler's code.
    pub(super) fn bind_handler(&mut self, label: Label, reachable: bool, state: &Bits) -> Res {
        self.set_unreachable();
        self.bind(label);
        self.unit.reachable = reachable;
        self.unit.bound = state.copy()?;
        Ok(())
    }

    /// Whether leaving all blocks runs code that may change variables.
    pub(super) fn exits_run_code(&self) -> bool {
        self.unit.blocks.iter().any(|block| {
            matches!(
                block.kind,
                Kind::Named { .. } | Kind::Finally { .. } | Kind::With { .. }
            )
        })
    }

    /// Leaves the blocks from `depth` on, runs `go` (which ends in a jump or return), and is
    /// inside the blocks again.
    pub(super) fn leave(&mut self, depth: usize, go: impl FnOnce(&mut Self) -> Res) -> Res {
        let mut left = Vec::new();
        while self.unit.blocks.len() > depth {
            let here = self.here();
            let Some(mut block) = self.unit.blocks.pop() else {
                break;
            };
            block.interrupt(here)?;
            self.exit(&block)?;
            push(&mut left, block)?;
        }
        go(self)?;
        let here = self.here();
        while let Some(mut block) = left.pop() {
            block.start = here;
            push(&mut self.unit.blocks, block)?;
        }
        Ok(())
    }

    fn exit(&mut self, block: &Block) -> Res {
        let span = self.unit.span;
        match block.kind {
            Kind::Loop { .. } | Kind::Except => {}
            Kind::Handler { prev } => self.emit(Op::PopExc, prev, 0, 0, 0)?,
            Kind::Group => return Err(self.leaves_group()),
            Kind::Named { sym } => self.forget(sym)?,
            Kind::Finally { body } => self.stmts(body)?,
            Kind::With { reg, span, waits } => {
                self.at(span);
                self.exit_with(reg, waits)?;
            }
        }
        self.at(span);
        Ok(())
    }

    /// The error of a jump out of an `except*`.
    fn leaves_group(&self) -> Error {
        let text = "'break', 'continue' and 'return' cannot appear in an except* block";
        Error::syntax(text, self.unit.span)
    }

    /// Refuses what leaves all blocks if one of them is the handlers of an `except*`.
    pub(super) fn check_no_group(&self) -> Res {
        let in_group = |block: &Block| matches!(block.kind, Kind::Group);
        if self.unit.blocks.iter().any(in_group) {
            return Err(self.leaves_group());
        }
        Ok(())
    }

    /// The error of a `break` or `continue` outside of a loop.
    pub(super) fn no_loop(&self, text: &'static str) -> Error {
        match self.check_no_group() {
            Ok(()) => Error::syntax(text, self.unit.span),
            Err(error) => error,
        }
    }

    /// The index of the innermost loop.
    pub(super) fn innermost_loop(&self) -> Option<usize> {
        self.unit
            .blocks
            .iter()
            .rposition(|block| matches!(block.kind, Kind::Loop { .. }))
    }
}
