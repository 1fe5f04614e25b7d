//! Comprehensions and generator expressions: functions of their own.
//!
//! The iterator of the first `for` is made outside and is the only argument; the loops lie inside
//! each other in one function, whatever their number.

use super::asynchronous::From;
use super::{Gen, Res};
use crate::compile::names::push;
use crate::compile::opcode::Op;
use crate::compile::scope::{Node, ScopeKind};
use crate::syntax::{Comprehension, ExprId, Range, Span};
use alloc::vec::Vec;

impl Gen<'_> {
    /// A comprehension: a function of its own, called with the first iterator.
    pub(super) fn comprehension(
        &mut self,
        id: ExprId,
        kind: ScopeKind,
        elt: ExprId,
        value: Option<ExprId>,
        generators: Range<Comprehension>,
        dst: u32,
    ) -> Res {
        let tree = self.tree;
        let span = self.unit.span;
        let list = tree.comprehensions(generators);
        let Some(first) = list.first() else {
            return Ok(());
        };
        let scope = self.scope_of(Node::Expr(id), span)?;
        let waits = self.comprehension_waits(scope, kind)?;
        let proto = self.child(scope, span.start, |g| {
            g.add_local(g.known.dot0)?;
            g.unit.args = 1;
            g.unit.posonly = 1;
            g.prologue()?;
            g.unit.span = span;
            g.comprehension_body(kind, elt, value, list, span)
        })?;
        let top = self.unit.top;
        self.make_function(scope, proto, None, None, top)?;
        self.push();
        let iter = self.operand(first.iter)?;
        let get = if first.is_async {
            Op::GetAIter
        } else {
            Op::GetIter
        };
        self.emit(get, top + 1, iter, 0, 0)?;
        self.unit.top = top + 2;
        if !waits {
            return self.emit(Op::Call, top, 1, dst, 0);
        }
        self.emit(Op::Call, top, 1, top, 0)?;
        self.unit.top = top + 1;
        self.await_in_place(top, From::Expression)?;
        self.move_to(dst, top)
    }

    fn comprehension_body(
        &mut self,
        kind: ScopeKind,
        elt: ExprId,
        value: Option<ExprId>,
        list: &[Comprehension],
        span: Span,
    ) -> Res {
        let tree = self.tree;
        let base = self.unit.top;
        match kind {
            ScopeKind::Generator => {}
            ScopeKind::DictComp => {
                self.emit(Op::BuildDict, base, base, 0, 0)?;
                self.push();
            }
            _ => {
                let build = if kind == ScopeKind::SetComp {
                    Op::BuildSet
                } else {
                    Op::BuildList
                };
                self.emit(build, base, base, 0, 0)?;
                self.push();
            }
        }
        let mut loops = Vec::new();
        for (index, generator) in list.iter().enumerate() {
            let at = self.unit.top;
            let src = if index == 0 {
                0
            } else {
                self.operand(generator.iter)?
            };
            if index == 0 {
                self.move_to(at, src)?;
            } else if generator.is_async {
                self.emit(Op::GetAIter, at, src, 0, 0)?;
            } else {
                self.emit(Op::GetIter, at, src, 0, 0)?;
            }
            self.unit.top = at + 1;
            let (start, next) = (self.label()?, self.label()?);
            if generator.is_async {
                let head = self.unit.bound.copy()?;
                self.at(span);
                self.bind(next);
                let raised = self.async_next(at, start)?;
                self.unit.top = at + 3;
                self.store(generator.target, at + 2)?;
                self.unit.top = at + 1;
                for &condition in tree.exprs(generator.ifs) {
                    self.jump_if(condition, next, false)?;
                }
                push(&mut loops, (at, start, next, head, Some(raised)))?;
                continue;
            }
            let reachable = self.unit.reachable;
            let head = self.unit.bound.copy()?;
            self.jump(next)?;
            self.unit.reachable = reachable;
            self.unit.bound = head.copy()?;
            self.bind(start);
            self.unit.top = at + 2;
            self.at(span);
            self.store(generator.target, at + 1)?;
            self.unit.top = at + 1;
            for &condition in tree.exprs(generator.ifs) {
                self.jump_if(condition, next, false)?;
            }
            push(&mut loops, (at, start, next, head, None))?;
        }
        let top = self.unit.top;
        match (kind, value) {
            (ScopeKind::Generator, _) => {
                let src = self.operand(elt)?;
                self.unit.top = top;
                let waits = self.scopes.get(self.unit.scope).coroutine;
                self.emit(Op::Yield, top, src, 0, u8::from(waits))?;
            }
            (_, Some(value)) => {
                let key = self.operand(elt)?;
                let value = self.operand(value)?;
                self.emit(Op::DictSet, base, key, value, 0)?;
            }
            _ => {
                let src = self.operand(elt)?;
                let add = if kind == ScopeKind::SetComp {
                    Op::SetAdd
                } else {
                    Op::ListAppend
                };
                self.emit(add, base, src, 0, 0)?;
            }
        }
        while let Some((at, start, next, head, raised)) = loops.pop() {
            if let Some(raised) = raised {
                self.at(span);
                self.jump(next)?;
                self.bind_handler(start, raised, &head)?;
                self.unit.top = at + 2;
                self.emit(Op::EndAsyncFor, at + 1, 0, 0, 0)?;
                self.unit.top = at;
                continue;
            }
            self.unit.bound = head;
            self.unit.top = at + 1;
            self.bind(next);
            self.emit_jump(Op::ForNext, at, 0, 0, start)?;
            self.unit.top = at;
        }
        self.at(span);
        match kind {
            ScopeKind::Generator => self.emit(Op::ReturnNone, 0, 0, 0, 0),
            _ => self.emit(Op::Return, base, 0, 0, 0),
        }
    }
}
