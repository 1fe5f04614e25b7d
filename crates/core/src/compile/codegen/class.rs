//! Classes.

use super::emit::copy_bytes;
use super::{Gen, Res};
use crate::compile::chunk::Const;
use crate::compile::names::push;
use crate::compile::opcode::Op;
use crate::compile::scope::Node;
use crate::syntax::{ClassDef, ExprId, ExprKind, StmtId, StmtKind, StmtRange};

impl Gen<'_> {
    /// Whether a body annotates variables of its own.
    pub(super) fn annotates(&self, body: StmtRange) -> Res<bool> {
        let tree = self.tree;
        let mut work = alloc::vec::Vec::new();
        push(&mut work, body)?;
        while let Some(range) = work.pop() {
            for &id in tree.stmts(range) {
                match tree.stmt(id).kind {
                    StmtKind::AnnAssign { .. } => return Ok(true),
                    StmtKind::For { body, orelse, .. }
                    | StmtKind::AsyncFor { body, orelse, .. }
                    | StmtKind::While { body, orelse, .. }
                    | StmtKind::If { body, orelse, .. } => {
                        push(&mut work, body)?;
                        push(&mut work, orelse)?;
                    }
                    StmtKind::With { body, .. } | StmtKind::AsyncWith { body, .. } => {
                        push(&mut work, body)?;
                    }
                    StmtKind::Match { cases, .. } => {
                        for case in tree.cases(cases) {
                            push(&mut work, case.body)?;
                        }
                    }
                    StmtKind::Try(id) => {
                        let def = tree.try_stmt(id);
                        push(&mut work, def.body)?;
                        push(&mut work, def.orelse)?;
                        push(&mut work, def.finalbody)?;
                        for handler in tree.handlers(def.handlers) {
                            push(&mut work, handler.body)?;
                        }
                    }
                    _ => {}
                }
            }
        }
        Ok(false)
    }

    pub(super) fn class_def(&mut self, id: StmtId, def: &ClassDef) -> Res {
        let tree = self.tree;
        let span = self.unit.span;
        let top = self.unit.top;
        self.push_all(def.decorator_list)?;
        let first = match tree.exprs(def.decorator_list).first() {
            Some(&decorator) => self.span_of(decorator).start,
            None => span.start,
        };
        let scope = self.scope_of(Node::Stmt(id), span)?;
        let proto = self.child(scope, first, |g| g.class_body(def, scope))?;
        let base = self.unit.top;
        self.class_function(scope, proto, base)?;
        self.push();
        let name = copy_bytes(tree.name(def.name).as_bytes())?;
        self.load_const(Const::Str(name.into()), base + 1)?;
        self.push();
        let starred = |&class: &ExprId| matches!(tree.expr(class).kind, ExprKind::Starred { .. });
        let mut d = 0;
        let mut count = def.bases.len() as u32;
        if tree.exprs(def.bases).iter().any(starred) {
            self.list_of(def.bases, None)?;
            self.push();
            (d, count) = (2, 1);
        } else {
            self.push_all(def.bases)?;
        }
        if !def.keywords.is_empty() {
            self.double_starred(def.keywords, base)?;
            d |= 1;
        }
        self.emit(Op::BuildClass, base, base, count, d)?;
        self.unit.top = base + 1;
        self.decorate(def.decorator_list)?;
        self.unit.top = top + 1;
        let sym = self.sym(def.name)?;
        self.check_assignable(sym, false, span)?;
        self.store_sym(sym, top)
    }

    fn class_body(&mut self, def: &ClassDef, scope: u32) -> Res {
        let tree = self.tree;
        self.prologue()?;
        let top = self.unit.top;
        let name = self.symbols.intern("__name__")?;
        let site = self.site(name)?;
        self.emit(Op::LoadName, top, 0, site, 0)?;
        let module = self.symbols.intern("__module__")?;
        let site = self.site(module)?;
        self.emit(Op::StoreName, top, 0, site, 0)?;
        let qualname = copy_bytes(self.unit.qualname.as_bytes())?;
        self.load_const(Const::Str(qualname.into()), top)?;
        let name = self.symbols.intern("__qualname__")?;
        let site = self.site(name)?;
        self.emit(Op::StoreName, top, 0, site, 0)?;
        if self.annotates(def.body)? {
            self.emit(Op::SetupAnnotations, 0, 0, 0, 0)?;
        }
        let mut body = tree.stmts(def.body);
        if let Some(doc) = self.docstring(body)? {
            if let Some(&first) = body.first() {
                self.at(tree.stmt(first).span);
            }
            self.load_const(doc, top)?;
            let name = self.symbols.intern("__doc__")?;
            let site = self.site(name)?;
            self.emit(Op::StoreName, top, 0, site, 0)?;
            body = body.get(1..).unwrap_or(&[]);
        }
        body.iter().try_for_each(|&id| self.stmt(id))?;
        if self.scopes.get(scope).class_cell {
            // The caller fills the cell with the class.
            return self.emit(Op::Return, 0, 0, 0, 0);
        }
        self.emit(Op::ReturnNone, 0, 0, 0, 0)
    }
}
