//! Statements, and loops in particular.

use super::block::Kind;
use super::{Gen, Res};
use crate::compile::opcode::Op;
use crate::compile::scope::ScopeKind;
use crate::syntax::{Error, ExprId, ExprKind, Mode, StmtId, StmtKind, StmtRange, TryStmt};

impl Gen<'_> {
    pub(super) fn stmts(&mut self, range: StmtRange) -> Res {
        let tree = self.tree;
        tree.stmts(range).iter().try_for_each(|&id| self.stmt(id))
    }

    pub(super) fn stmt(&mut self, id: StmtId) -> Res {
        let top = self.unit.top;
        let outer = self.at(self.tree.stmt(id).span);
        self.stmt_kind(id)?;
        self.at(outer);
        self.unit.top = top;
        Ok(())
    }

    fn stmt_kind(&mut self, id: StmtId) -> Res {
        let tree = self.tree;
        let stmt = *tree.stmt(id);
        let span = stmt.span;
        match stmt.kind {
            StmtKind::FunctionDef(function) => self.function_def(id, tree.function(function)),
            StmtKind::ClassDef(class) => self.class_def(id, tree.class(class)),
            StmtKind::Return { value } => self.return_stmt(value),
            StmtKind::Delete { targets } => tree
                .exprs(targets)
                .iter()
                .try_for_each(|&target| self.delete(target)),
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, op, value } => self.aug_assign(target, op, value),
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => self.ann_assign(target, annotation, value, simple),
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
            } => self.for_stmt(target, iter, body, orelse),
            StmtKind::While { test, body, orelse } => self.while_stmt(test, body, orelse),
            StmtKind::If { .. } => self.if_stmt(id),
            StmtKind::With { items, body } => self.with_stmt(items, 0, body, span, false),
            StmtKind::AsyncFor {
                target,
                iter,
                body,
                orelse,
            } => {
                self.check_async(span, "'async for' outside async function")?;
                self.async_for(target, iter, body, orelse)
            }
            StmtKind::AsyncWith { items, body } => {
                self.check_async(span, "'async with' outside async function")?;
                self.with_stmt(items, 0, body, span, true)
            }
            StmtKind::Match { subject, cases } => self.match_stmt(subject, cases),
            StmtKind::Raise { exc, cause } => self.raise(exc, cause),
            StmtKind::Try(id) => self.try_stmt(tree.try_stmt(id)),
            StmtKind::Assert { test, msg } => self.assert(test, msg),
            StmtKind::Import { names } => self.import(names),
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => self.import_from(module, names, level, id),
            StmtKind::Global { .. } | StmtKind::Nonlocal { .. } | StmtKind::Pass => Ok(()),
            StmtKind::Expr { value } => self.expr_stmt(value),
            StmtKind::Break => self.break_stmt(),
            StmtKind::Continue => self.continue_stmt(),
        }
    }

    fn check_async(&self, span: crate::syntax::Span, text: &'static str) -> Res {
        if self.scopes.get(self.unit.scope).is_async {
            return Ok(());
        }
        Err(Error::syntax(text, span))
    }

    fn expr_stmt(&mut self, value: ExprId) -> Res {
        if self.mode == Mode::Single
            && self.unit.scope == 0
            && self.scopes.get(0).kind == ScopeKind::Module
        {
            let reg = self.operand(value)?;
            return self.emit(Op::PrintExpr, reg, 0, 0, 0);
        }
        match self.tree.expr(value).kind {
            ExprKind::Constant(constant) => {
                // For its errors.
                self.literal(constant)?;
                Ok(())
            }
            ExprKind::Name { .. } => self.operand(value).map(|_| ()),
            _ => self.push_expr(value).map(|_| ()),
        }
    }

    fn if_stmt(&mut self, mut id: StmtId) -> Res {
        let tree = self.tree;
        let end = self.label()?;
        let mut joined: Option<super::bits::Bits> = None;
        // An `elif` chain is a loop here.
        loop {
            let stmt = *tree.stmt(id);
            let StmtKind::If { test, body, orelse } = stmt.kind else {
                self.stmt(id)?;
                break;
            };
            self.at(stmt.span);
            if orelse.is_empty() && self.jump_out_if(test, body)? {
                break;
            }
            let no = self.label()?;
            let state = self.test(test, no)?;
            self.stmts(body)?;
            let more = !orelse.is_empty();
            if more {
                self.at(stmt.span);
                self.jump_join(end, &mut joined)?;
                self.bind(no);
                self.unit.bound = state;
                if !self.unit.reachable {
                    self.set_unreachable();
                }
            } else {
                // Falls through to the end.
                if self.is_used(no) {
                    self.unit.bound.meet(&state);
                }
                self.bind(no);
                break;
            }
            match tree.stmts(orelse) {
                [only] => id = *only,
                _ => {
                    self.stmts(orelse)?;
                    break;
                }
            }
        }
        if let Some(joined) = &joined {
            self.unit.bound.meet(joined);
        }
        self.bind(end);
        Ok(())
    }

    /// `if test: break` (or `continue`) where nothing lies between it and its loop.
    fn jump_out_if(&mut self, test: ExprId, body: StmtRange) -> Res<bool> {
        let tree = self.tree;
        let [only] = *tree.stmts(body) else {
            return Ok(false);
        };
        let kind = tree.stmt(only).kind;
        let before = self.unit.bound.copy()?;
        let Some(block) = self.unit.blocks.last_mut() else {
            return Ok(false);
        };
        let Kind::Loop { brk, cont, state } = &mut block.kind else {
            return Ok(false);
        };
        let label = match kind {
            StmtKind::Break => {
                // What the test itself binds does not count.
                match state {
                    Some(state) => state.meet(&before),
                    None => *state = Some(before),
                }
                *brk
            }
            StmtKind::Continue => *cont,
            _ => return Ok(false),
        };
        self.jump_if(test, label, true)?;
        Ok(true)
    }

    /// Jumps to a label where states meet.
    pub(super) fn jump_join(
        &mut self,
        label: super::Label,
        joined: &mut Option<super::bits::Bits>,
    ) -> Res {
        if self.unit.reachable {
            match joined {
                Some(joined) => joined.meet(&self.unit.bound),
                None => *joined = Some(self.unit.bound.copy()?),
            }
        }
        self.jump(label)
    }

    fn while_stmt(&mut self, test: ExprId, body: StmtRange, orelse: StmtRange) -> Res {
        let span = self.unit.span;
        self.forget_deletable();
        let head = self.unit.bound.copy()?;
        let reachable = self.unit.reachable;
        let (start, cont, brk) = (self.label()?, self.label()?, self.label()?);
        let endless = self
            .fold(test)?
            .is_some_and(|value| super::fold::truth(&value));
        if endless {
            self.bind(start);
        } else {
            self.jump(cont)?;
            self.unit.reachable = reachable;
            self.unit.bound = head.copy()?;
            self.bind(start);
        }
        self.open(
            Kind::Loop {
                brk,
                cont,
                state: None,
            },
            None,
        )?;
        let before = self.warnings.len();
        self.stmts(body)?;
        let state = self.close_loop();
        self.bind(cont);
        self.unit.bound = head;
        if endless {
            self.at(span);
            self.jump(start)?;
        } else {
            let after = self.warnings.len();
            self.jump_if(test, start, true)?;
            self.warn_of_test_twice(before, after)?;
        }
        self.stmts(orelse)?;
        if let Some(state) = state {
            self.unit.bound.meet(&state);
        }
        self.bind(brk);
        Ok(())
    }

    fn for_stmt(
        &mut self,
        target: ExprId,
        iter: ExprId,
        body: StmtRange,
        orelse: StmtRange,
    ) -> Res {
        let top = self.unit.top;
        let span = self.unit.span;
        let src = self.operand(iter)?;
        self.emit(Op::GetIter, top, src, 0, 0)?;
        self.unit.top = top + 1;
        self.forget_deletable();
        let head = self.unit.bound.copy()?;
        let reachable = self.unit.reachable;
        let (start, cont, brk) = (self.label()?, self.label()?, self.label()?);
        self.jump(cont)?;
        self.unit.reachable = reachable;
        self.unit.bound = head.copy()?;
        self.bind(start);
        self.unit.top = top + 2;
        self.store(target, top + 1)?;
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
        self.bind(cont);
        self.unit.bound = head;
        self.at(span);
        self.emit_jump(Op::ForNext, top, 0, 0, start)?;
        self.unit.top = top;
        self.stmts(orelse)?;
        if let Some(state) = state {
            self.unit.bound.meet(&state);
        }
        self.bind(brk);
        Ok(())
    }

    fn break_stmt(&mut self) -> Res {
        let Some(depth) = self.innermost_loop() else {
            return Err(self.no_loop("'break' outside loop"));
        };
        self.leave(depth + 1, |g| {
            let reachable = g.unit.reachable;
            let here = g.unit.bound.copy()?;
            let Some(block) = g.unit.blocks.get_mut(depth) else {
                return Ok(());
            };
            let Kind::Loop { brk, state, .. } = &mut block.kind else {
                return Ok(());
            };
            if reachable {
                match state {
                    Some(state) => state.meet(&here),
                    None => *state = Some(here),
                }
            }
            let brk = *brk;
            g.jump(brk)
        })
    }

    fn continue_stmt(&mut self) -> Res {
        let Some(depth) = self.innermost_loop() else {
            return Err(self.no_loop("'continue' not properly in loop"));
        };
        self.leave(depth + 1, |g| {
            let Some(block) = g.unit.blocks.get(depth) else {
                return Ok(());
            };
            let Kind::Loop { cont, .. } = block.kind else {
                return Ok(());
            };
            g.jump(cont)
        })
    }

    fn return_stmt(&mut self, value: Option<ExprId>) -> Res {
        if !self.scopes.get(self.unit.scope).kind.is_function() {
            return Err(Error::syntax("'return' outside function", self.unit.span));
        }
        let scope = self.scopes.get(self.unit.scope);
        if value.is_some() && scope.is_async && scope.generator {
            let text = "'return' with value in async generator";
            return Err(Error::syntax(text, self.unit.span));
        }
        if let Some(value) = value
            && matches!(self.tree.expr(value).kind, ExprKind::Constant(_))
        {
            // CPython looks from the constant.
            let span = self.at(self.span_of(value));
            self.check_no_group()?;
            self.at(span);
        }
        let constant = match value {
            None => true,
            Some(value) => matches!(self.fold(value)?, Some(crate::compile::chunk::Const::None)),
        };
        if constant {
            return self.leave(0, |g| g.emit(Op::ReturnNone, 0, 0, 0, 0));
        }
        let Some(value) = value else { return Ok(()) };
        // Code on the way out may change variables.
        let reg = if self.exits_run_code() {
            self.push_expr(value)?
        } else {
            self.operand(value)?
        };
        self.leave(0, |g| g.emit(Op::Return, reg, 0, 0, 0))
    }

    fn raise(&mut self, exc: Option<ExprId>, cause: Option<ExprId>) -> Res {
        let Some(exc) = exc else {
            return self.emit(Op::RaiseAgain, 0, 0, 0, 0);
        };
        let exc = self.operand(exc)?;
        match cause {
            None => self.emit(Op::Raise, exc, 0, 0, 0),
            Some(cause) => {
                let cause = self.operand(cause)?;
                self.emit(Op::RaiseFrom, exc, cause, 0, 0)
            }
        }
    }

    fn assert(&mut self, test: ExprId, msg: Option<ExprId>) -> Res {
        self.warn_of_assert(test)?;
        if !self.options.debug {
            return Ok(());
        }
        let yes = self.label()?;
        let before = self.unit.bound.copy()?;
        self.unit.compared = None;
        self.jump_if(test, yes, true)?;
        if let Some(span) = self.unit.compared {
            self.at(span);
        }
        let state = if self.unit.reachable {
            self.unit.bound.copy()?
        } else {
            before
        };
        let top = self.unit.top;
        self.emit(Op::LoadAssertionError, top, 0, 0, 0)?;
        self.push();
        if let Some(msg) = msg {
            self.push_expr(msg)?;
            self.emit(Op::Call, top, 1, top, 0)?;
        }
        self.emit(Op::Raise, top, 0, 0, 0)?;
        self.unit.bound = state;
        self.bind(yes);
        Ok(())
    }

    fn try_stmt(&mut self, def: &TryStmt) -> Res {
        if def.finalbody.is_empty() {
            self.try_handlers(def)
        } else {
            self.try_finally(def)
        }
    }
}
