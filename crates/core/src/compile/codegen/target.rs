//! Targets: assignment, unpacking, augmented assignment, deletion.

use super::name::Home;
use super::{Gen, Res};
use crate::compile::chunk::Const;
use crate::compile::opcode::Op;
use crate::compile::scope::ScopeKind;
use crate::syntax::{Error, ExprId, ExprKind, ExprRange, Operator, Span};

impl Gen<'_> {
    /// `targets = value`.
    pub(super) fn assign(&mut self, targets: ExprRange, value: ExprId) -> Res {
        let tree = self.tree;
        let top = self.unit.top;
        if let [target] = *tree.exprs(targets) {
            if let Some(reg) = self.plain_local(target)? {
                self.expr_to(value, reg)?;
                self.unit.bound.set(reg, true);
                return Ok(());
            }
            if self.assign_pairwise(target, value)? {
                self.unit.top = top;
                return Ok(());
            }
        }
        let reg = self.operand(value)?;
        for &target in tree.exprs(targets) {
            self.store(target, reg)?;
        }
        self.unit.top = top;
        Ok(())
    }

    /// The register of a target that is a variable in a register.
    fn plain_local(&mut self, target: ExprId) -> Res<Option<u32>> {
        let ExprKind::Name { id, .. } = self.tree.expr(target).kind else {
            return Ok(None);
        };
        let sym = self.sym(id)?;
        match self.home(sym) {
            Home::Register(reg) => Ok(Some(reg)),
            _ => Ok(None),
        }
    }

    /// `a, b = b, a` without a tuple.
    fn assign_pairwise(&mut self, target: ExprId, value: ExprId) -> Res<bool> {
        let tree = self.tree;
        let (ExprKind::Tuple { elts: to, .. } | ExprKind::List { elts: to, .. }) =
            tree.expr(target).kind
        else {
            return Ok(false);
        };
        let ExprKind::Tuple { elts: from, .. } = tree.expr(value).kind else {
            return Ok(false);
        };
        let starred = |id: &ExprId| matches!(tree.expr(*id).kind, ExprKind::Starred { .. });
        let same = to.len() == from.len() && (1..=16).contains(&to.len());
        if !same || tree.exprs(to).iter().any(starred) || tree.exprs(from).iter().any(starred) {
            return Ok(false);
        }
        let base = self.unit.top;
        self.push_all(from)?;
        for (index, &target) in tree.exprs(to).iter().enumerate() {
            self.store(target, base + index as u32)?;
        }
        Ok(true)
    }

    /// Stores `R[src]` into a target.
    pub(super) fn store(&mut self, target: ExprId, src: u32) -> Res {
        let expr = *self.tree.expr(target);
        let top = self.unit.top;
        let outer = self.at(expr.span);
        match expr.kind {
            ExprKind::Name { id, .. } => {
                let sym = self.sym(id)?;
                self.check_assignable(sym, false, expr.span)?;
                self.store_sym(sym, src)?;
            }
            ExprKind::Attribute { value, attr, .. } => {
                let object = self.operand(value)?;
                let sym = self.sym(attr)?;
                self.check_assignable(sym, false, expr.span)?;
                let site = self.site(sym)?;
                self.at_attribute(target);
                self.emit(Op::StoreAttr, object, src, site, 0)?;
            }
            ExprKind::Subscript { value, slice, .. } => {
                let object = self.operand(value)?;
                let index = self.operand(slice)?;
                self.emit(Op::SetItem, object, index, src, 0)?;
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                self.unpack(elts, src)?;
            }
            ExprKind::Starred { .. } => {
                let text = "starred assignment target must be in a list or tuple";
                return Err(Error::syntax(text, expr.span));
            }
            _ => return Err(Error::syntax("cannot assign to expression", expr.span)),
        }
        self.at(outer);
        self.unit.top = top;
        Ok(())
    }

    fn unpack(&mut self, elts: ExprRange, src: u32) -> Res {
        let tree = self.tree;
        let list = tree.exprs(elts);
        let span = self.unit.span;
        let is_star = |id: &ExprId| matches!(tree.expr(*id).kind, ExprKind::Starred { .. });
        let base = self.unit.top;
        match list.iter().position(is_star) {
            None => self.emit(Op::Unpack, base, src, list.len() as u32, 0)?,
            Some(star) => {
                let after = list.len() - star - 1;
                if list.iter().skip(star + 1).any(is_star) {
                    let text = "multiple starred expressions in assignment";
                    return Err(Error::syntax(text, span));
                }
                let Ok(after) = u8::try_from(after) else {
                    let text = "too many expressions in star-unpacking assignment";
                    return Err(Error::syntax(text, span));
                };
                self.emit(Op::UnpackStar, base, src, star as u32, after)?;
            }
        }
        self.unit.top = base + list.len() as u32;
        for (index, &target) in list.iter().enumerate() {
            let target = match tree.expr(target).kind {
                ExprKind::Starred { value, .. } => value,
                _ => target,
            };
            self.store(target, base + index as u32)?;
        }
        self.unit.top = base;
        Ok(())
    }

    /// `target op= value`.
    pub(super) fn aug_assign(&mut self, target: ExprId, op: Operator, value: ExprId) -> Res {
        let expr = *self.tree.expr(target);
        let span = self.unit.span;
        let top = self.unit.top;
        match expr.kind {
            ExprKind::Name { id, .. } => {
                let sym = self.sym(id)?;
                self.check_assignable(sym, false, expr.span)?;
                self.at(expr.span);
                let home = self.home(sym);
                let left = match self.in_place(sym)? {
                    Some(reg) => reg,
                    None => {
                        self.load_sym(sym, top)?;
                        self.push()
                    }
                };
                self.at(span);
                if let Home::Register(reg) = home {
                    self.binary(op, reg, left, value, 1)?;
                    self.unit.bound.set(reg, true);
                } else {
                    self.binary(op, top, left, value, 1)?;
                    self.unit.top = top + 1;
                    self.at(expr.span);
                    self.store_sym(sym, top)?;
                }
            }
            ExprKind::Attribute {
                value: object,
                attr,
                ..
            } => {
                self.at(expr.span);
                let object = self.operand(object)?;
                let out = self.unit.top;
                self.at_attribute(target);
                self.attribute(out, object, attr)?;
                self.push();
                self.at(span);
                self.binary(op, out, out, value, 1)?;
                self.unit.top = out + 1;
                let sym = self.sym(attr)?;
                let site = self.site(sym)?;
                self.at_attribute(target);
                self.emit(Op::StoreAttr, object, out, site, 0)?;
            }
            ExprKind::Subscript {
                value: object,
                slice,
                ..
            } => {
                self.at(expr.span);
                let object = self.operand(object)?;
                let index = self.operand(slice)?;
                let out = self.unit.top;
                self.emit(Op::GetItem, out, object, index, 0)?;
                self.push();
                self.at(span);
                self.binary(op, out, out, value, 1)?;
                self.unit.top = out + 1;
                self.at(expr.span);
                self.emit(Op::SetItem, object, index, out, 0)?;
            }
            _ => {
                let text = "illegal expression for augmented assignment";
                return Err(Error::syntax(text, expr.span));
            }
        }
        self.at(span);
        self.unit.top = top;
        Ok(())
    }

    /// `del` of one target.
    pub(super) fn delete(&mut self, target: ExprId) -> Res {
        let tree = self.tree;
        let expr = *tree.expr(target);
        let top = self.unit.top;
        let outer = self.at(expr.span);
        match expr.kind {
            ExprKind::Name { id, .. } => {
                let sym = self.sym(id)?;
                self.check_assignable(sym, true, expr.span)?;
                self.delete_sym(sym)?;
            }
            ExprKind::Attribute { value, attr, .. } => {
                let object = self.operand(value)?;
                let sym = self.sym(attr)?;
                self.check_assignable(sym, true, expr.span)?;
                let site = self.site(sym)?;
                self.at_attribute(target);
                self.emit(Op::DeleteAttr, object, 0, site, 0)?;
            }
            ExprKind::Subscript { value, slice, .. } => {
                let object = self.operand(value)?;
                let index = self.operand(slice)?;
                self.emit(Op::DeleteItem, object, index, 0, 0)?;
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                tree.exprs(elts)
                    .iter()
                    .try_for_each(|&elt| self.delete(elt))?;
            }
            _ => return Err(Error::syntax("cannot delete expression", expr.span)),
        }
        self.at(outer);
        self.unit.top = top;
        Ok(())
    }

    /// `target: annotation = value`.
    pub(super) fn ann_assign(
        &mut self,
        target: ExprId,
        annotation: ExprId,
        value: Option<ExprId>,
        simple: bool,
    ) -> Res {
        let tree = self.tree;
        let top = self.unit.top;
        let expr = *tree.expr(target);
        let kind = self.scopes.get(self.unit.scope).kind;
        let evaluated = matches!(kind, ScopeKind::Module | ScopeKind::Class);
        if let Some(value) = value {
            match self.plain_local(target)? {
                Some(reg) => {
                    self.expr_to(value, reg)?;
                    self.unit.bound.set(reg, true);
                }
                None => {
                    let reg = self.operand(value)?;
                    self.store(target, reg)?;
                }
            }
            self.unit.top = top;
        }
        match expr.kind {
            ExprKind::Name { id, .. } => {
                let sym = self.sym(id)?;
                self.check_assignable(sym, false, self.unit.span)?;
                if simple && evaluated {
                    let value = if self.scopes.text_annotations {
                        self.push_annotation(annotation)?
                    } else {
                        self.operand(annotation)?
                    };
                    let name = self.symbols.intern("__annotations__")?;
                    let dict = self.unit.top;
                    self.load_annotations(name, dict)?;
                    self.push();
                    let key = self.unit.top;
                    let text = super::emit::copy_bytes(self.symbols.text(sym).as_bytes())?;
                    self.load_const(Const::Str(text.into()), key)?;
                    self.push();
                    self.emit(Op::SetItem, dict, key, value, 0)?;
                }
            }
            ExprKind::Attribute {
                value: object,
                attr,
                ..
            } => {
                let sym = self.sym(attr)?;
                self.check_assignable(sym, false, self.unit.span)?;
                if value.is_none() {
                    self.push_expr(object)?;
                }
            }
            ExprKind::Subscript {
                value: object,
                slice,
                ..
            } if value.is_none() => {
                self.push_expr(object)?;
                self.push_expr(slice)?;
            }
            _ => {}
        }
        self.unit.top = top;
        if !simple && evaluated && !self.scopes.text_annotations {
            self.push_expr(annotation)?;
            self.unit.top = top;
        }
        Ok(())
    }

    fn load_annotations(&mut self, name: crate::compile::names::Sym, dst: u32) -> Res {
        let site = self.site(name)?;
        let op = if self.unit.namespace {
            Op::LoadName
        } else {
            Op::LoadGlobal
        };
        self.emit(op, dst, 0, site, 0)
    }

    /// The span of an expression.
    pub(super) fn span_of(&self, id: ExprId) -> Span {
        self.tree.expr(id).span
    }
}
