//! `try` with `except*`.
//!
//! All handlers are one protected stretch of code. Registers from `top` on: the exception, the
//! one handled before, a list of what the handlers raise, and the part that no handler has
//! taken yet. Each handler gets the part of that which matches (`MatchGroup`); at the end
//! `MergeGroup` makes one exception of the list and the rest, or none.

use super::block::Kind;
use super::{Gen, Res};
use crate::compile::opcode::Op;
use crate::syntax::{ExceptHandler, TryStmt};

impl Gen<'_> {
    pub(super) fn try_star(&mut self, def: &TryStmt) -> Res {
        let tree = self.tree;
        let top = self.unit.top;
        let (results, rest, base) = (top + 2, top + 3, top + 4);
        let span = self.unit.span;
        let (handler, end, done) = (self.label()?, self.label()?, self.label()?);
        let state = self.handler_state()?;
        self.open(Kind::Except, Some((handler, top)))?;
        self.stmts(def.body)?;
        let raised = self.close()?;
        self.stmts(def.orelse)?;
        let mut joined = None;
        self.at(span);
        self.jump_join(end, &mut joined)?;
        self.bind_handler(handler, raised, &state)?;
        let cleanup = self.begin_handler(top, true)?;
        self.emit(Op::BuildList, results, results, 0, 0)?;
        self.push();
        self.move_to(rest, top)?;
        self.push();
        for one in tree.handlers(def.handlers) {
            self.at(one.span);
            self.except_star(one, top)?;
            if self.unit.reachable {
                self.unit.bound = state.copy()?;
            }
        }
        self.emit(Op::ListAppend, results, rest, 0, 0)?;
        self.emit(Op::MergeGroup, base, top, results, 0)?;
        self.push();
        let raised = self.close()?;
        self.emit_jump(Op::JumpIsNone, base, 0, 1, done)?;
        self.at(span);
        self.emit(Op::PopExc, top + 1, 0, 0, 0)?;
        self.emit(Op::Reraise, base, 0, 0, 0)?;
        self.bind(done);
        if self.unit.reachable {
            self.unit.bound = state;
        }
        self.unit.top = top + 2;
        self.emit(Op::PopExc, top + 1, 0, 0, 0)?;
        self.unit.top = top;
        self.jump_join(end, &mut joined)?;
        self.end_handler(top, cleanup, raised)?;
        self.set_unreachable();
        if let Some(joined) = joined {
            self.unit.bound = joined;
        }
        self.bind(end);
        Ok(())
    }

    /// One handler; what it raises is noted and the next one has its turn.
    fn except_star(&mut self, one: &ExceptHandler, top: u32) -> Res {
        let (results, rest, base) = (top + 2, top + 3, top + 4);
        let (next, failed) = (self.label()?, self.label()?);
        let state = self.handler_state()?;
        let class = match one.typ {
            Some(typ) => self.operand(typ)?,
            None => rest,
        };
        self.emit(Op::MatchGroup, rest, base, class, 0)?;
        self.unit.top = base + 1;
        self.emit_jump(Op::JumpIsNone, base, 0, 1, next)?;
        let sym = match one.name {
            Some(name) => Some(self.sym(name)?),
            None => None,
        };
        let mut kind = Kind::Except;
        if let Some(sym) = sym {
            self.check_assignable(sym, false, one.span)?;
            self.store_sym(sym, base)?;
            kind = Kind::Named { sym };
        }
        self.unit.top = base;
        self.open(kind, Some((failed, base)))?;
        self.stmts(one.body)?;
        let raised = self.close()?;
        self.at(one.span);
        if let Some(sym) = sym {
            self.forget(sym)?;
        }
        self.jump(next)?;
        self.bind_handler(failed, raised, &state)?;
        self.unit.top = base + 1;
        if let Some(sym) = sym {
            self.forget(sym)?;
        }
        self.emit(Op::ListAppend, results, base, 0, 0)?;
        self.unit.top = base;
        self.bind(next);
        Ok(())
    }
}
