//! `try`: handlers, `else`, `finally`.
//!
//! A handler's code lies behind the body. It begins with the exception in the first free
//! register and saves the one handled so far behind it; a protection of its own restores that
//! one when the handler itself raises. `finally` bodies are compiled once per way out.

use super::bits::Bits;
use super::block::Kind;
use super::{Gen, Label, Res};
use crate::compile::opcode::Op;
use crate::syntax::{Error, ExceptHandler, StmtRange, TryStmt};

impl Gen<'_> {
    /// What is certainly bound in a handler of the code that begins here.
    pub(super) fn handler_state(&mut self) -> Res<Bits> {
        let state = self.unit.bound.copy()?;
        let now = core::mem::replace(&mut self.unit.bound, state);
        self.forget_deletable();
        Ok(core::mem::replace(&mut self.unit.bound, now))
    }

    pub(super) fn try_finally(&mut self, def: &TryStmt) -> Res {
        let top = self.unit.top;
        let span = self.unit.span;
        let (handler, end) = (self.label()?, self.label()?);
        let state = self.handler_state()?;
        self.open(
            Kind::Finally {
                body: def.finalbody,
            },
            Some((handler, top)),
        )?;
        if def.handlers.is_empty() {
            self.stmts(def.body)?;
        } else {
            self.try_handlers(def)?;
        }
        let raised = self.close()?;
        self.stmts(def.finalbody)?;
        let mut joined = None;
        self.at(span);
        self.jump_join(end, &mut joined)?;
        self.bind_handler(handler, raised, &state)?;
        self.exceptional(top, def.finalbody)?;
        self.set_unreachable();
        if let Some(joined) = joined {
            self.unit.bound = joined;
        }
        self.bind(end);
        Ok(())
    }

    /// `finally` on the way of the exception in register `top`.
    fn exceptional(&mut self, top: u32, body: StmtRange) -> Res {
        let span = self.unit.span;
        let prev = top + 1;
        let cleanup = self.begin_handler(top, false)?;
        let before = self.unit.code.len();
        self.stmts(body)?;
        let raised = self.close()?;
        // The frame is left at the end of that code, or at a statement that has none.
        let tree = self.tree;
        if self.unit.code.len() > before {
            if let Some(last) = self.unit.code.last().map(|ins| ins.span) {
                self.at(last);
            }
        } else if let Some(&last) = tree.stmts(body).last() {
            self.at(tree.stmt(last).span);
        }
        self.emit(Op::PopExc, prev, 0, 0, 0)?;
        self.emit(Op::Reraise, top, 1, 0, 0)?;
        self.at(span);
        self.end_handler(top, cleanup, raised)
    }

    /// The exception is in register `top`: takes it and saves the one before. `star`: for
    /// the handlers of an `except*`.
    pub(super) fn begin_handler(&mut self, top: u32, star: bool) -> Res<Label> {
        let prev = top + 1;
        self.unit.top = top + 1;
        self.emit(Op::PushExc, prev, top, 0, 0)?;
        self.unit.top = top + 2;
        let cleanup = self.label()?;
        let kind = if star {
            Kind::Group
        } else {
            Kind::Handler { prev }
        };
        self.open(kind, Some((cleanup, top + 2)))?;
        Ok(cleanup)
    }

    /// Behind a handler: an exception that it raised itself goes on.
    pub(super) fn end_handler(&mut self, top: u32, cleanup: Label, raised: bool) -> Res {
        let state = self.unit.bound.copy()?;
        self.bind_handler(cleanup, raised, &state)?;
        self.unit.top = top + 3;
        self.emit(Op::PopExc, top + 1, 0, 0, 0)?;
        self.emit(Op::Reraise, top + 2, 0, 0, 0)?;
        self.unit.top = top;
        Ok(())
    }

    /// The body, its handlers and `else`.
    pub(super) fn try_handlers(&mut self, def: &TryStmt) -> Res {
        if def.is_star {
            self.try_star(def)
        } else {
            self.try_except(def)
        }
    }

    fn try_except(&mut self, def: &TryStmt) -> Res {
        let tree = self.tree;
        let top = self.unit.top;
        let span = self.unit.span;
        let (handler, end) = (self.label()?, self.label()?);
        let state = self.handler_state()?;
        self.open(Kind::Except, Some((handler, top)))?;
        self.stmts(def.body)?;
        let raised = self.close()?;
        self.stmts(def.orelse)?;
        let mut joined = None;
        self.at(span);
        self.jump_join(end, &mut joined)?;
        self.bind_handler(handler, raised, &state)?;
        let cleanup = self.begin_handler(top, false)?;
        let handlers = tree.handlers(def.handlers);
        for (index, one) in handlers.iter().enumerate() {
            self.at(one.span);
            if one.typ.is_none() && index + 1 < handlers.len() {
                return Err(Error::syntax("default 'except:' must be last", one.span));
            }
            self.except(one, top, end, &mut joined, &state)?;
        }
        let raised = self.close()?;
        self.emit(Op::PopExc, top + 1, 0, 0, 0)?;
        // None of them wants it: the frame is left at the last one.
        self.emit(Op::Reraise, top, 1, 0, 0)?;
        self.at(span);
        self.end_handler(top, cleanup, raised)?;
        self.set_unreachable();
        if let Some(joined) = joined {
            self.unit.bound = joined;
        }
        self.bind(end);
        Ok(())
    }

    fn except(
        &mut self,
        one: &ExceptHandler,
        top: u32,
        end: Label,
        joined: &mut Option<Bits>,
        state: &Bits,
    ) -> Res {
        let next = self.label()?;
        if let Some(typ) = one.typ {
            let base = self.unit.top;
            let class = self.operand(typ)?;
            self.emit(Op::MatchExc, base, top, class, 0)?;
            self.unit.top = base;
            self.emit_jump(Op::JumpIfFalse, base, 0, 0, next)?;
        }
        match one.name {
            None => {
                self.stmts(one.body)?;
                self.at(one.span);
                self.emit(Op::PopExc, top + 1, 0, 0, 0)?;
                self.jump_join(end, joined)?;
            }
            Some(name) => {
                let sym = self.sym(name)?;
                self.check_assignable(sym, false, one.span)?;
                self.store_sym(sym, top)?;
                let inner = self.label()?;
                self.open(Kind::Named { sym }, Some((inner, top + 2)))?;
                self.stmts(one.body)?;
                self.at(one.span);
                let raised = self.close()?;
                self.forget(sym)?;
                self.emit(Op::PopExc, top + 1, 0, 0, 0)?;
                self.jump_join(end, joined)?;
                self.bind_handler(inner, raised, state)?;
                self.unit.top = top + 3;
                self.forget(sym)?;
                self.emit(Op::Reraise, top + 2, 0, 0, 0)?;
                self.unit.top = top + 2;
            }
        }
        self.bind(next);
        if self.unit.reachable {
            self.unit.bound = state.copy()?;
        }
        Ok(())
    }
}
