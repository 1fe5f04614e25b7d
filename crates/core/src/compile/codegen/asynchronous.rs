//! `await`, `async for` and what `async with` and comprehensions need of them.
//!
//! Waiting is `yield from` of the iterator that `GetAwaitable` or `GetANext` has made: what
//! it yields goes to the event loop.

use super::block::Kind;
use super::{Gen, Res};
use crate::compile::opcode::Op;
use crate::compile::scope::ScopeKind;
use crate::syntax::{Error, ExprId, StmtRange};

/// What made the awaitable, for the message if it is none.
#[derive(Clone, Copy)]
pub(super) enum From {
    Expression = 0,
    Enter = 1,
    Exit = 2,
}

impl Gen<'_> {
    /// `await value` into `dst`.
    pub(super) fn await_expr(&mut self, value: ExprId, dst: u32) -> Res {
        let scope = self.scopes.get(self.unit.scope);
        if !scope.kind.is_function() {
            return Err(Error::syntax("'await' outside function", self.unit.span));
        }
        if !scope.is_async && !scope.kind.is_comprehension() {
            let text = "'await' outside async function";
            return Err(Error::syntax(text, self.unit.span));
        }
        let top = self.unit.top;
        let src = self.operand(value)?;
        self.emit(Op::GetAwaitable, top, src, 0, From::Expression as u8)?;
        self.wait(top)?;
        self.move_to(dst, top + 1)
    }

    /// Awaits the value in the last temporary `reg`, which the result replaces.
    pub(super) fn await_in_place(&mut self, reg: u32, from: From) -> Res {
        self.emit(Op::GetAwaitable, reg, reg, 0, from as u8)?;
        self.wait(reg)?;
        self.move_to(reg, reg + 1)
    }

    /// Yields from the iterator in `reg` until it ends: its value is then in the next
    /// register. Both are free afterwards.
    fn wait(&mut self, reg: u32) -> Res {
        self.unit.top = reg + 1;
        self.emit(Op::LoadNone, reg + 1, 0, 0, 0)?;
        self.push();
        self.emit(Op::YieldFrom, reg + 1, reg, 0, 0)?;
        self.unit.top = reg;
        Ok(())
    }

    /// The next item of the asynchronous iterator in `iter` into the register behind the
    /// next one; at the end goes to the handler, with the exception in the next register.
    pub(super) fn async_next(&mut self, iter: u32, end: super::Label) -> Res<bool> {
        self.open(Kind::Except, Some((end, iter + 1)))?;
        self.emit(Op::GetANext, iter + 1, iter, 0, 0)?;
        self.wait(iter + 1)?;
        self.close()
    }

    pub(super) fn async_for(
        &mut self,
        target: ExprId,
        iter: ExprId,
        body: StmtRange,
        orelse: StmtRange,
    ) -> Res {
        let top = self.unit.top;
        let span = self.unit.span;
        let src = self.operand(iter)?;
        self.at(self.span_of(iter));
        self.emit(Op::GetAIter, top, src, 0, 0)?;
        self.unit.top = top + 1;
        self.forget_deletable();
        let (cont, brk, end) = (self.label()?, self.label()?, self.label()?);
        let head = self.unit.bound.copy()?;
        self.bind(cont);
        let raised = self.async_next(top, end)?;
        self.unit.top = top + 3;
        self.store(target, top + 2)?;
        self.unit.top = top + 1;
        self.open(
            Kind::Loop {
                brk,
                cont,
                state: None,
            },
            None,
        )?;
        self.stmts(body)?;
        let state = self.close_loop();
        self.at(span);
        self.jump(cont)?;
        self.bind_handler(end, raised, &head)?;
        self.unit.top = top + 2;
        self.emit(Op::EndAsyncFor, top + 1, 0, 0, 0)?;
        self.unit.top = top;
        self.stmts(orelse)?;
        if let Some(state) = state {
            self.unit.bound.meet(&state);
        }
        self.bind(brk);
        Ok(())
    }

    /// Whether a comprehension of this scope waits; an error where it may not.
    pub(super) fn comprehension_waits(&self, scope: u32, kind: ScopeKind) -> Res<bool> {
        if !self.scopes.get(scope).coroutine || kind == ScopeKind::Generator {
            return Ok(false);
        }
        let here = self.scopes.get(self.unit.scope);
        if here.is_async || here.kind.is_comprehension() {
            return Ok(true);
        }
        let text = "asynchronous comprehension outside of an asynchronous function";
        Err(Error::syntax(text, self.unit.span))
    }
}
