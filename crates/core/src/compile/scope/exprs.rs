//! The part of the walk that visits expressions: names, lambdas, comprehensions, `:=`.

use super::collect::Collector;
use super::{Node, ScopeKind, flags, quoted};
use crate::compile::names::push;
use crate::syntax::{Comprehension, Error, ExprContext, ExprId, ExprKind, NameId, Range, Span};
use alloc::vec::Vec;

impl Collector<'_, '_> {
    pub(super) fn expr(&mut self, mut id: ExprId) -> Result<(), Error> {
        let tree = self.tree;
        // Spines: what hangs off them is visited after the base, from the inside out.
        let mut spine = Vec::new();
        loop {
            let below = match tree.expr(id).kind {
                ExprKind::BinOp { left, .. } => left,
                ExprKind::Attribute { value, .. } | ExprKind::Subscript { value, .. } => value,
                ExprKind::Call { func, .. } => func,
                _ => break,
            };
            push(&mut spine, id)?;
            id = below;
        }
        self.plain_expr(id)?;
        for &id in spine.iter().rev() {
            match tree.expr(id).kind {
                ExprKind::BinOp { right, .. } => self.expr(right)?,
                ExprKind::Subscript { slice, .. } => self.expr(slice)?,
                ExprKind::Call { args, keywords, .. } => {
                    self.exprs(args)?;
                    for keyword in tree.keywords(keywords) {
                        self.expr(keyword.value)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn plain_expr(&mut self, id: ExprId) -> Result<(), Error> {
        let tree = self.tree;
        let expr = tree.expr(id);
        match expr.kind {
            ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr { values } => {
                self.exprs(values)?;
            }
            ExprKind::NamedExpr { target, value } => {
                self.not_annotating("named expression", expr.span)?;
                self.named(expr.span, target, value)?;
            }
            ExprKind::UnaryOp { operand, .. } => self.expr(operand)?,
            ExprKind::Lambda { args, body } => {
                self.defaults(args)?;
                let private = self.private();
                let name = self.known.lambda;
                let outer = self.enter(Node::Expr(id), ScopeKind::Function, name, private)?;
                self.parameters(args)?;
                self.expr(body)?;
                self.current = outer;
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.expr(test)?;
                self.expr(body)?;
                self.expr(orelse)?;
            }
            ExprKind::Dict { items } => {
                for item in tree.dict_items(items) {
                    self.maybe(item.key)?;
                    self.expr(item.value)?;
                }
            }
            ExprKind::Set { elts } | ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => {
                self.exprs(elts)?
            }
            ExprKind::ListComp { elt, generators } => {
                self.comprehension(id, ScopeKind::ListComp, elt, None, generators)?;
            }
            ExprKind::SetComp { elt, generators } => {
                self.comprehension(id, ScopeKind::SetComp, elt, None, generators)?;
            }
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension(id, ScopeKind::Generator, elt, None, generators)?;
            }
            ExprKind::DictComp {
                key,
                value,
                generators,
            } => {
                self.comprehension(id, ScopeKind::DictComp, key, Some(value), generators)?;
            }
            ExprKind::Await { value } => {
                self.not_annotating("await expression", expr.span)?;
                self.expr(value)?;
                self.scope().coroutine = true;
            }
            ExprKind::Yield { value } => {
                self.not_annotating("yield expression", expr.span)?;
                self.maybe(value)?;
                self.yields(expr.span)?;
            }
            ExprKind::YieldFrom { value } => {
                self.not_annotating("yield expression", expr.span)?;
                self.expr(value)?;
                self.yields(expr.span)?;
            }
            ExprKind::Compare { left, rest } => {
                self.expr(left)?;
                for link in tree.comparisons(rest) {
                    self.expr(link.comparator)?;
                }
            }
            ExprKind::FormattedValue {
                value, format_spec, ..
            } => {
                self.expr(value)?;
                self.maybe(format_spec)?;
            }
            ExprKind::Starred { value, .. } => self.expr(value)?,
            ExprKind::Name { id, ctx } => {
                let flag = match ctx {
                    ExprContext::Load => flags::USE,
                    ExprContext::Store => flags::LOCAL,
                    ExprContext::Del => flags::LOCAL | flags::DELETED,
                };
                self.define(id, flag, expr.span)?;
                if ctx == ExprContext::Load
                    && id.index() == self.known.super_.0 as usize
                    && self.scopes.get(self.current).kind.is_function()
                {
                    self.define_sym(self.known.class, flags::USE, expr.span)?;
                }
            }
            ExprKind::Slice { lower, upper, step } => {
                self.maybe(lower)?;
                self.maybe(upper)?;
                self.maybe(step)?;
            }
            ExprKind::Constant(_)
            | ExprKind::BinOp { .. }
            | ExprKind::Call { .. }
            | ExprKind::Attribute { .. }
            | ExprKind::Subscript { .. } => {}
        }
        Ok(())
    }

    fn yields(&mut self, span: Span) -> Result<(), Error> {
        let text = match self.scope().kind {
            ScopeKind::ListComp => "'yield' inside list comprehension",
            ScopeKind::SetComp => "'yield' inside set comprehension",
            ScopeKind::DictComp => "'yield' inside dict comprehension",
            ScopeKind::Generator => "'yield' inside generator expression",
            _ => {
                self.scope().generator = true;
                return Ok(());
            }
        };
        Err(Error::syntax(text, span))
    }

    fn named(&mut self, span: Span, target: ExprId, value: ExprId) -> Result<(), Error> {
        if self.scope().comp_iter_expr > 0 {
            let text =
                "assignment expression cannot be used in a comprehension iterable expression";
            return Err(Error::syntax(text, span));
        }
        if let ExprKind::Name { id, .. } = self.tree.expr(target).kind {
            if self.scope().kind.is_comprehension() {
                self.extend_named(id, self.tree.expr(target).span)?;
            }
            let private = self.private();
            let sym = self.symbols.mangle(private, id)?;
            self.expr(value)?;
            self.expr(target)?;
            return self.define_sym(sym, flags::WALRUS, span);
        }
        self.expr(value)?;
        self.expr(target)
    }

    /// `:=` in a comprehension binds in the function around.
    fn extend_named(&mut self, name: NameId, span: Span) -> Result<(), Error> {
        let private = self.private();
        let sym = self.symbols.mangle(private, name)?;
        let mut at = Some(self.current);
        while let Some(id) = at {
            let scope = self.scopes.get(id);
            at = scope.parent;
            let have = self.scopes.flags(id, sym);
            match scope.kind {
                ScopeKind::Function => {
                    let global = have & flags::GLOBAL != 0;
                    let flag = if global {
                        flags::GLOBAL
                    } else {
                        flags::NONLOCAL
                    };
                    self.define_sym(sym, flag, span)?;
                    return self.define_in(id, sym, flags::LOCAL, span);
                }
                ScopeKind::Module => {
                    self.define_sym(sym, flags::GLOBAL, span)?;
                    return self.define_in(id, sym, flags::GLOBAL, span);
                }
                ScopeKind::Class => {
                    let text = "assignment expression within a comprehension cannot be used in a \
                                class body";
                    return Err(Error::syntax(text, span));
                }
                _ => {
                    if have & flags::COMP_ITER != 0 && have & (flags::LOCAL | flags::GLOBAL) != 0 {
                        let before = "assignment expression cannot rebind comprehension iteration \
                                      variable '";
                        return Err(quoted(before, self.tree.name(name), "'", span));
                    }
                }
            }
        }
        Ok(())
    }

    fn comprehension(
        &mut self,
        id: ExprId,
        kind: ScopeKind,
        elt: ExprId,
        value: Option<ExprId>,
        generators: Range<Comprehension>,
    ) -> Result<(), Error> {
        let tree = self.tree;
        let list = tree.comprehensions(generators);
        let Some(first) = list.first() else {
            return Ok(());
        };
        self.scope().comp_iter_expr += 1;
        self.expr(first.iter)?;
        self.scope().comp_iter_expr -= 1;
        let name = match kind {
            ScopeKind::ListComp => self.known.listcomp,
            ScopeKind::SetComp => self.known.setcomp,
            ScopeKind::DictComp => self.known.dictcomp,
            _ => self.known.genexpr,
        };
        let private = self.private();
        let outer = self.enter(Node::Expr(id), kind, name, private)?;
        self.define_sym(self.known.dot0, flags::PARAM, tree.expr(id).span)?;
        for (index, generator) in list.iter().enumerate() {
            self.scope().coroutine |= generator.is_async;
            self.scope().comp_iter_target = true;
            self.expr(generator.target)?;
            self.scope().comp_iter_target = false;
            if index > 0 {
                self.scope().comp_iter_expr += 1;
                self.expr(generator.iter)?;
                self.scope().comp_iter_expr -= 1;
            }
            self.exprs(generator.ifs)?;
        }
        self.maybe(value)?;
        self.expr(elt)?;
        self.scope().generator = kind == ScopeKind::Generator;
        let waits = self.scope().coroutine && kind != ScopeKind::Generator;
        self.current = outer;
        // Such a comprehension is awaited where it stands.
        self.scope().coroutine |= waits;
        Ok(())
    }
}
