//! The walk that finds scopes and the names that each binds and uses.
//!
//! Follows the order of CPython's `symtable.c`, because errors depend on it ("assigned to before
//! global declaration"). Recursion is bounded by the tree's nesting; spines are walked by loops.

use super::{Known, Node, Scope, ScopeKind, Scopes, flags, quoted};
use crate::compile::names::{Sym, Symbols, push};
use crate::syntax::{
    Arg, ArgumentsId, Body, Error, ExprId, ExprKind, ExprRange, NameId, NameRange, PatternId,
    PatternKind, PatternRange, Span, StmtId, StmtKind, StmtRange, Tree,
};
use alloc::vec::Vec;

pub(super) struct Collector<'a, 't> {
    pub(super) tree: &'t Tree,
    pub(super) symbols: &'a mut Symbols<'t>,
    pub(super) known: Known,
    pub(super) scopes: &'a mut Scopes,
    pub(super) current: u32,
    /// The scope of the annotation that is visited, if it is only text: nothing in it
    /// counts.
    pub(super) annotating: Option<u32>,
}

/// Fills `scopes`; the unit's own scope is the first.
pub(super) fn collect<'t>(
    tree: &'t Tree,
    symbols: &mut Symbols<'t>,
    known: Known,
    scopes: &mut Scopes,
) -> Result<(), Error> {
    let mut walk = Collector {
        tree,
        symbols,
        known,
        scopes,
        current: 0,
        annotating: None,
    };
    walk.enter(Node::Unit, ScopeKind::Module, known.module, None)?;
    match tree.body() {
        Body::Module(body) | Body::Interactive(body) => walk.stmts(body),
        Body::Expression(expr) => walk.expr(expr),
    }
}

impl<'t> Collector<'_, 't> {
    pub(super) fn enter(
        &mut self,
        node: Node,
        kind: ScopeKind,
        name: Sym,
        private: Option<Sym>,
    ) -> Result<u32, Error> {
        let outer = self.current;
        let id = u32::try_from(self.scopes.scopes.len()).map_err(|_| Error::memory())?;
        let parent = if node == Node::Unit {
            None
        } else {
            Some(outer)
        };
        let comp_iter_expr = parent.map_or(0, |parent| self.scopes.get(parent).comp_iter_expr);
        let scope = Scope {
            kind,
            parent,
            name,
            private,
            symbols: Vec::new(),
            free: Vec::new(),
            generator: false,
            is_async: false,
            coroutine: false,
            class_cell: false,
            proto: None,
            node,
            comp_iter_expr,
            comp_iter_target: false,
        };
        push(&mut self.scopes.scopes, scope)?;
        push(&mut self.scopes.nodes, (node, id))?;
        self.current = id;
        Ok(outer)
    }

    pub(super) fn scope(&mut self) -> &mut Scope {
        self.scopes.get_mut(self.current)
    }

    pub(super) fn private(&self) -> Option<Sym> {
        self.scopes.get(self.current).private
    }

    pub(super) fn define(&mut self, name: NameId, flag: u16, span: Span) -> Result<(), Error> {
        let private = self.private();
        let sym = self.symbols.mangle(private, name)?;
        self.define_sym(sym, flag, span)
    }

    pub(super) fn define_sym(&mut self, sym: Sym, flag: u16, span: Span) -> Result<(), Error> {
        self.define_in(self.current, sym, flag, span)
    }

    pub(super) fn define_in(
        &mut self,
        scope: u32,
        sym: Sym,
        flag: u16,
        span: Span,
    ) -> Result<(), Error> {
        if self.annotating.is_some() {
            return Ok(());
        }
        let iterating = self.scopes.get(scope).comp_iter_target;
        let symbol = self.scopes.entry(scope, sym)?;
        if flag & flags::PARAM != 0 && symbol.flags & flags::PARAM != 0 {
            let name = self.symbols.text(sym);
            let after = "' in function definition";
            return Err(quoted("duplicate argument '", name, after, span));
        }
        let declared = symbol.flags & (flags::GLOBAL | flags::NONLOCAL) != 0;
        symbol.flags |= flag;
        if flag & (flags::GLOBAL | flags::NONLOCAL) != 0 && !declared {
            symbol.directive = span;
        }
        if iterating {
            if symbol.flags & (flags::GLOBAL | flags::NONLOCAL) != 0 {
                let before =
                    "comprehension inner loop cannot rebind assignment expression target '";
                return Err(quoted(before, self.symbols.text(sym), "'", span));
            }
            symbol.flags |= flags::COMP_ITER;
        }
        Ok(())
    }

    fn stmts(&mut self, range: StmtRange) -> Result<(), Error> {
        let tree = self.tree;
        tree.stmts(range).iter().try_for_each(|&id| self.stmt(id))
    }

    pub(super) fn exprs(&mut self, range: ExprRange) -> Result<(), Error> {
        let tree = self.tree;
        tree.exprs(range).iter().try_for_each(|&id| self.expr(id))
    }

    pub(super) fn maybe(&mut self, id: Option<ExprId>) -> Result<(), Error> {
        id.map_or(Ok(()), |id| self.expr(id))
    }

    fn stmt(&mut self, mut id: StmtId) -> Result<(), Error> {
        let tree = self.tree;
        loop {
            let stmt = tree.stmt(id);
            match stmt.kind {
                StmtKind::If { test, body, orelse } => {
                    self.expr(test)?;
                    self.stmts(body)?;
                    // An `elif` chain is walked by this loop.
                    match tree.stmts(orelse) {
                        [only] => {
                            id = *only;
                            continue;
                        }
                        _ => self.stmts(orelse)?,
                    }
                }
                _ => self.other_stmt(id)?,
            }
            return Ok(());
        }
    }

    fn other_stmt(&mut self, id: StmtId) -> Result<(), Error> {
        let tree = self.tree;
        let stmt = tree.stmt(id);
        match stmt.kind {
            StmtKind::FunctionDef(function) => {
                let def = tree.function(function);
                self.define(def.name, flags::LOCAL, stmt.span)?;
                self.defaults(def.args)?;
                self.annotations(def.args, def.returns)?;
                self.exprs(def.decorator_list)?;
                let name = Sym(def.name.index() as u32);
                let private = self.private();
                let outer = self.enter(Node::Stmt(id), ScopeKind::Function, name, private)?;
                self.scope().is_async = def.is_async;
                self.scope().coroutine = def.is_async;
                self.parameters(def.args)?;
                self.stmts(def.body)?;
                self.current = outer;
            }
            StmtKind::ClassDef(class) => {
                let def = tree.class(class);
                self.define(def.name, flags::LOCAL, stmt.span)?;
                self.exprs(def.bases)?;
                for keyword in tree.keywords(def.keywords) {
                    self.expr(keyword.value)?;
                }
                self.exprs(def.decorator_list)?;
                let name = Sym(def.name.index() as u32);
                let outer = self.enter(Node::Stmt(id), ScopeKind::Class, name, Some(name))?;
                self.stmts(def.body)?;
                self.current = outer;
            }
            StmtKind::Return { value } => self.maybe(value)?,
            StmtKind::Delete { targets } => self.exprs(targets)?,
            StmtKind::Assign { targets, value } => {
                self.exprs(targets)?;
                self.expr(value)?;
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.expr(target)?;
                self.expr(value)?;
            }
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => {
                self.annotated(stmt.span, target, value, simple)?;
                self.annotation(Some(annotation))?;
                self.maybe(value)?;
            }
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
            }
            | StmtKind::AsyncFor {
                target,
                iter,
                body,
                orelse,
            } => {
                self.expr(target)?;
                self.expr(iter)?;
                self.stmts(body)?;
                self.stmts(orelse)?;
            }
            StmtKind::While { test, body, orelse } | StmtKind::If { test, body, orelse } => {
                self.expr(test)?;
                self.stmts(body)?;
                self.stmts(orelse)?;
            }
            StmtKind::With { items, body } | StmtKind::AsyncWith { items, body } => {
                for item in tree.with_items(items) {
                    self.expr(item.context_expr)?;
                    self.maybe(item.optional_vars)?;
                }
                self.stmts(body)?;
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                for case in tree.cases(cases) {
                    self.pattern(case.pattern)?;
                    self.maybe(case.guard)?;
                    self.stmts(case.body)?;
                }
            }
            StmtKind::Raise { exc, cause } => {
                self.maybe(exc)?;
                self.maybe(cause)?;
            }
            StmtKind::Try(id) => {
                let def = tree.try_stmt(id);
                self.stmts(def.body)?;
                self.stmts(def.orelse)?;
                for handler in tree.handlers(def.handlers) {
                    self.maybe(handler.typ)?;
                    if let Some(name) = handler.name {
                        self.define(name, flags::LOCAL | flags::DELETED, handler.span)?;
                    }
                    self.stmts(handler.body)?;
                }
                self.stmts(def.finalbody)?;
            }
            StmtKind::Assert { test, msg } => {
                self.expr(test)?;
                self.maybe(msg)?;
            }
            StmtKind::Import { names } | StmtKind::ImportFrom { names, .. } => {
                for alias in tree.aliases(names) {
                    self.import(alias.name, alias.asname, alias.span)?;
                }
            }
            StmtKind::Global { names } => self.declare(names, stmt.span, flags::GLOBAL)?,
            StmtKind::Nonlocal { names } => self.declare(names, stmt.span, flags::NONLOCAL)?,
            StmtKind::Expr { value } => self.expr(value)?,
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => {}
        }
        Ok(())
    }

    fn annotated(
        &mut self,
        span: Span,
        target: ExprId,
        value: Option<ExprId>,
        simple: bool,
    ) -> Result<(), Error> {
        let ExprKind::Name { id, .. } = self.tree.expr(target).kind else {
            return self.expr(target);
        };
        let private = self.private();
        let sym = self.symbols.mangle(private, id)?;
        let have = self.scopes.flags(self.current, sym);
        let declared = have & (flags::GLOBAL | flags::NONLOCAL);
        if declared != 0 && simple && self.current != 0 {
            let after = if have & flags::GLOBAL != 0 {
                "' can't be global"
            } else {
                "' can't be nonlocal"
            };
            return Err(quoted("annotated name '", self.tree.name(id), after, span));
        }
        let span = self.tree.expr(target).span;
        if simple {
            self.define_sym(sym, flags::ANNOT | flags::LOCAL, span)?;
        } else if value.is_some() {
            self.define_sym(sym, flags::LOCAL, span)?;
        }
        Ok(())
    }

    fn declare(&mut self, names: NameRange, span: Span, flag: u16) -> Result<(), Error> {
        let global = flag == flags::GLOBAL;
        let tree = self.tree;
        for &name in tree.names(names) {
            let private = self.private();
            let sym = self.symbols.mangle(private, name)?;
            let have = self.scopes.flags(self.current, sym);
            let text = tree.name(name);
            let (before, after) = if have & flags::PARAM != 0 {
                (
                    "name '",
                    ["' is parameter and nonlocal", "' is parameter and global"],
                )
            } else if have & flags::USE != 0 {
                let after = [
                    "' is used prior to nonlocal declaration",
                    "' is used prior to global declaration",
                ];
                ("name '", after)
            } else if have & flags::ANNOT != 0 {
                (
                    "annotated name '",
                    ["' can't be nonlocal", "' can't be global"],
                )
            } else if have & flags::LOCAL != 0 {
                let after = [
                    "' is assigned to before nonlocal declaration",
                    "' is assigned to before global declaration",
                ];
                ("name '", after)
            } else {
                self.define_sym(sym, flag, span)?;
                if global && self.current != 0 {
                    // The unit's own code means the global, too, when it runs with a
                    // namespace that is another one.
                    self.scopes.entry(0, sym)?.flags |= flags::GLOBAL;
                }
                continue;
            };
            return Err(quoted(before, text, after[usize::from(global)], span));
        }
        Ok(())
    }

    fn import(&mut self, name: NameId, asname: Option<NameId>, span: Span) -> Result<(), Error> {
        if let Some(asname) = asname {
            return self.define(asname, flags::IMPORT, span);
        }
        let text = self.tree.name(name);
        if text == "*" {
            if self.scopes.get(self.current).kind != ScopeKind::Module {
                return Err(Error::syntax("import * only allowed at module level", span));
            }
            return Ok(());
        }
        match text.split_once('.') {
            None => self.define(name, flags::IMPORT, span),
            Some((top, _)) => {
                let sym = self.symbols.intern(top)?;
                self.define_sym(sym, flags::IMPORT, span)
            }
        }
    }

    pub(super) fn defaults(&mut self, id: ArgumentsId) -> Result<(), Error> {
        let tree = self.tree;
        let args = tree.arguments(id);
        for list in [args.posonlyargs, args.args, args.kwonlyargs] {
            for arg in tree.args(list) {
                self.maybe(arg.default)?;
            }
        }
        Ok(())
    }

    fn annotations(&mut self, id: ArgumentsId, returns: Option<ExprId>) -> Result<(), Error> {
        let tree = self.tree;
        let args = tree.arguments(id);
        for list in [args.posonlyargs, args.args] {
            for arg in tree.args(list) {
                self.annotation(arg.annotation)?;
            }
        }
        for arg in [args.vararg, args.kwarg].into_iter().flatten() {
            self.annotation(tree.arg(arg).annotation)?;
        }
        for arg in tree.args(args.kwonlyargs) {
            self.annotation(arg.annotation)?;
        }
        self.annotation(returns)
    }

    /// An annotation, which is evaluated or only text.
    fn annotation(&mut self, id: Option<ExprId>) -> Result<(), Error> {
        if !self.scopes.text_annotations {
            return self.maybe(id);
        }
        let outer = self.annotating.replace(self.current);
        self.maybe(id)?;
        self.annotating = outer;
        Ok(())
    }

    /// Refuses what cannot be an annotation that is only text.
    pub(super) fn not_annotating(&self, what: &str, span: Span) -> Result<(), Error> {
        if self.annotating != Some(self.current) {
            return Ok(());
        }
        let after = "' can not be used within an annotation";
        Err(quoted("'", what, after, span))
    }

    pub(super) fn parameters(&mut self, id: ArgumentsId) -> Result<(), Error> {
        let tree = self.tree;
        let args = tree.arguments(id);
        let define = |walk: &mut Self, arg: &Arg| walk.define(arg.arg, flags::PARAM, arg.span);
        for list in [args.posonlyargs, args.args, args.kwonlyargs] {
            for arg in tree.args(list) {
                define(self, arg)?;
            }
        }
        for arg in [args.vararg, args.kwarg].into_iter().flatten() {
            define(self, tree.arg(arg))?;
        }
        Ok(())
    }

    fn pattern(&mut self, id: PatternId) -> Result<(), Error> {
        let tree = self.tree;
        let pattern = tree.pattern(id);
        let span = pattern.span;
        match pattern.kind {
            PatternKind::MatchValue { value } => self.expr(value)?,
            PatternKind::MatchSingleton { .. } => {}
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => {
                self.patterns(patterns)?;
            }
            PatternKind::MatchMapping {
                keys,
                patterns,
                rest,
            } => {
                self.exprs(keys)?;
                self.patterns(patterns)?;
                if let Some(rest) = rest {
                    self.define(rest, flags::LOCAL, span)?;
                }
            }
            PatternKind::MatchClass {
                cls,
                patterns,
                kwd_patterns,
                ..
            } => {
                self.expr(cls)?;
                self.patterns(patterns)?;
                self.patterns(kwd_patterns)?;
            }
            PatternKind::MatchStar { name } => {
                if let Some(name) = name {
                    self.define(name, flags::LOCAL, span)?;
                }
            }
            PatternKind::MatchAs { pattern, name } => {
                if let Some(pattern) = pattern {
                    self.pattern(pattern)?;
                }
                if let Some(name) = name {
                    self.define(name, flags::LOCAL, span)?;
                }
            }
        }
        Ok(())
    }

    fn patterns(&mut self, range: PatternRange) -> Result<(), Error> {
        let tree = self.tree;
        tree.patterns(range)
            .iter()
            .try_for_each(|&id| self.pattern(id))
    }
}
