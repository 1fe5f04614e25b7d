//! Calls: windows of arguments, keywords, stars, methods, `super()`.

use super::{Gen, Res};
use crate::compile::chunk::Const;
use crate::compile::names::{Sym, push};
use crate::compile::opcode::Op;
use crate::compile::scope::Place;
use crate::syntax::{ExprId, ExprKind, ExprRange, Keyword, NameId, Range, Span};
use alloc::vec::Vec;

/// Calls with more arguments collect them in a list and a dict.
const MAX_WINDOW: usize = 200;

impl Gen<'_> {
    fn is_plain(&self, args: ExprRange, keywords: Range<Keyword>) -> bool {
        let tree = self.tree;
        args.len() + keywords.len() <= MAX_WINDOW
            && !tree
                .exprs(args)
                .iter()
                .any(|&arg| matches!(tree.expr(arg).kind, ExprKind::Starred { .. }))
            && tree
                .keywords(keywords)
                .iter()
                .all(|keyword| keyword.arg.is_some())
    }

    /// Whether `id` is a call that an attribute load may prepare.
    pub(super) fn is_method_call(&self, id: ExprId) -> bool {
        match self.tree.expr(id).kind {
            ExprKind::Call { args, keywords, .. } => self.is_plain(args, keywords),
            _ => false,
        }
    }

    /// `R[out] = R[object].attr(...)`.
    pub(super) fn method_call(
        &mut self,
        object: u32,
        attribute: ExprId,
        call: ExprId,
        out: u32,
    ) -> Res {
        let tree = self.tree;
        let ExprKind::Attribute { attr, .. } = tree.expr(attribute).kind else {
            return Ok(());
        };
        let ExprKind::Call { args, keywords, .. } = tree.expr(call).kind else {
            return Ok(());
        };
        // An object in a temporary is replaced by the function.
        let is_temporary = object + 1 == self.unit.top && object >= self.variables();
        let window = if is_temporary { object } else { self.unit.top };
        let sym = self.sym(attr)?;
        let site = self.site(sym)?;
        self.at_attribute(attribute);
        self.emit(Op::LoadMethod, window, object, site, 0)?;
        self.unit.top = window + 2;
        let span = self.name_of_attribute(attribute, tree.expr(call).span);
        self.arguments(args, keywords, window, true, out, span)
    }

    /// How many registers are variables.
    pub(super) fn variables(&self) -> u32 {
        self.unit.locals.len() as u32
    }

    /// Calls the value in the last taken temporary.
    pub(super) fn call(&mut self, id: ExprId, out: u32) -> Res {
        let tree = self.tree;
        let ExprKind::Call { args, keywords, .. } = tree.expr(id).kind else {
            return Ok(());
        };
        let window = self.unit.top.saturating_sub(1);
        if self.is_plain(args, keywords) {
            let span = tree.expr(id).span;
            return self.arguments(args, keywords, window, false, out, span);
        }
        self.starred_arguments(args, window)?;
        self.double_starred(keywords, window)?;
        self.emit(Op::CallEx, window, 0, out, 0)
    }

    fn arguments(
        &mut self,
        args: ExprRange,
        keywords: Range<Keyword>,
        window: u32,
        method: bool,
        out: u32,
        span: Span,
    ) -> Res {
        let tree = self.tree;
        self.push_all(args)?;
        let mut names = Vec::new();
        for keyword in tree.keywords(keywords) {
            self.push_expr(keyword.value)?;
            if let Some(name) = keyword.arg {
                self.check_keyword(name, span)?;
                let text = super::emit::copy_bytes(tree.name(name).as_bytes())?;
                push(&mut names, Const::Str(text.into()))?;
            }
        }
        let count = self.unit.top - window - if method { 2 } else { 1 };
        self.at(span);
        if names.is_empty() {
            let op = if method { Op::CallMethod } else { Op::Call };
            return self.emit(op, window, count, out, 0);
        }
        let top = self.unit.top;
        self.load_const(Const::Tuple(names.into_boxed_slice()), top)?;
        self.push();
        self.emit(Op::CallKw, window, count, out, u8::from(method))
    }

    fn check_keyword(&self, name: NameId, span: Span) -> Res {
        self.check_assignable(Sym(name.index() as u32), false, span)
    }

    /// The positional arguments as a list or tuple behind the callee.
    fn starred_arguments(&mut self, args: ExprRange, window: u32) -> Res {
        if args.is_empty() {
            let top = self.unit.top;
            self.load_const(Const::Tuple(alloc::boxed::Box::default()), top)?;
        } else {
            self.list_of(args, Some(window))?;
        }
        self.push();
        Ok(())
    }

    /// The keyword arguments as a dict behind that, or nothing.
    pub(super) fn double_starred(&mut self, keywords: Range<Keyword>, callee: u32) -> Res {
        let tree = self.tree;
        let dict = self.unit.top;
        if keywords.is_empty() {
            self.emit(Op::Unbind, dict, 0, 0, 0)?;
            self.push();
            return Ok(());
        }
        // The keywords before the first `**` are the dict, later ones are merged into it.
        let mut base = dict;
        let list = tree.keywords(keywords);
        for (index, keyword) in list.iter().enumerate() {
            let Some(name) = keyword.arg else {
                if base == dict {
                    self.emit(Op::BuildDict, dict, dict, 0, 0)?;
                    self.push();
                    base = dict + 1;
                }
                let other = self.operand(keyword.value)?;
                self.emit(Op::DictMerge, dict, other, callee, 0)?;
                self.unit.top = base;
                continue;
            };
            self.check_keyword(name, self.unit.span)?;
            let text = super::emit::copy_bytes(tree.name(name).as_bytes())?;
            self.load_const(Const::Str(text.into()), self.unit.top)?;
            self.push();
            self.push_expr(keyword.value)?;
            let pairs = (self.unit.top - base) / 2;
            let ends = list.get(index + 1).is_none_or(|next| next.arg.is_none());
            if ends || pairs >= 16 {
                self.emit(Op::BuildDict, base, base, pairs, 0)?;
                self.unit.top = base + 1;
                if base == dict {
                    base = dict + 1;
                } else {
                    self.emit(Op::DictMerge, dict, base, callee, 0)?;
                    self.unit.top = base;
                }
            }
        }
        Ok(())
    }

    /// `super()` without arguments inside a method.
    pub(super) fn call_super(&mut self, func: ExprId, call: ExprId, out: u32) -> Res<bool> {
        let tree = self.tree;
        let ExprKind::Name { id, .. } = tree.expr(func).kind else {
            return Ok(false);
        };
        let ExprKind::Call { args, keywords, .. } = tree.expr(call).kind else {
            return Ok(false);
        };
        if id.index() != self.known.super_.0 as usize || !args.is_empty() || !keywords.is_empty() {
            return Ok(false);
        }
        let scope = self.unit.scope;
        let class = match self.scopes.symbol(scope, self.known.class) {
            Some(symbol) if symbol.place == Place::Free => symbol.reg,
            _ => return Ok(false),
        };
        if !self.unit.registers || self.unit.args == 0 {
            return Ok(false);
        }
        let first = self.unit.locals.first().copied().unwrap_or(Sym(0));
        let top = self.unit.top;
        let captured = self
            .scopes
            .symbol(scope, first)
            .is_some_and(|symbol| symbol.place == Place::Cell);
        self.at(tree.expr(func).span);
        self.load_sym(self.known.super_, top)?;
        self.push();
        self.at(tree.expr(call).span);
        let mut object = 0;
        if captured {
            object = self.unit.top;
            self.emit(Op::LoadCell, object, 0, 0, 0)?;
            self.push();
        }
        self.emit(Op::CallSuper, top, class, object, 0)?;
        self.unit.top = top;
        self.move_to(out, top)?;
        Ok(true)
    }
}
