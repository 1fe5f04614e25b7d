//! Displays: lists, tuples, dicts, sets.

use super::{Gen, Res};
use crate::compile::chunk::Const;
use crate::compile::opcode::Op;
use crate::syntax::{DictItem, ExprId, ExprKind, ExprRange, Range};

/// Longer displays are built item by item, not from as many registers.
const AT_ONCE: usize = 32;

impl Gen<'_> {
    fn starred(&self, id: ExprId) -> Option<ExprId> {
        match self.tree.expr(id).kind {
            ExprKind::Starred { value, .. } => Some(value),
            _ => None,
        }
    }

    fn any_starred(&self, elts: ExprRange) -> bool {
        self.tree
            .exprs(elts)
            .iter()
            .any(|&elt| self.starred(elt).is_some())
    }

    pub(super) fn list(&mut self, elts: ExprRange, dst: u32) -> Res {
        let base = self.unit.top;
        if elts.len() <= AT_ONCE
            && !self.any_starred(elts)
            && (elts.len() < 3 || self.fold_all(elts)?.is_none())
        {
            self.push_all(elts)?;
            return self.emit(Op::BuildList, dst, base, elts.len() as u32, 0);
        }
        self.list_of(elts, None)?;
        self.move_to(dst, base)
    }

    pub(super) fn tuple(&mut self, elts: ExprRange, dst: u32) -> Res {
        let base = self.unit.top;
        if elts.len() <= AT_ONCE && !self.any_starred(elts) {
            self.push_all(elts)?;
            return self.emit(Op::BuildTuple, dst, base, elts.len() as u32, 0);
        }
        self.list_of(elts, None)?;
        self.emit(Op::ListToTuple, dst, base, 0, 0)
    }

    /// A list at the top, which is not taken; `callee` names a call for error messages.
    pub(super) fn list_of(&mut self, elts: ExprRange, callee: Option<u32>) -> Res {
        let tree = self.tree;
        let list = self.unit.top;
        let span = self.unit.span;
        if callee.is_none()
            && let Some(value) = self.fold_all(elts)?
        {
            self.emit(Op::BuildList, list, list, 0, 0)?;
            self.push();
            self.load_const(value, list + 1)?;
            self.push();
            self.emit(Op::ListExtend, list, list + 1, list, 0)?;
            self.unit.top = list;
            return Ok(());
        }
        // The items before the first star.
        let mut rest = tree.exprs(elts);
        while let Some((&elt, more)) = rest.split_first() {
            if self.starred(elt).is_some() || (self.unit.top - list) as usize >= AT_ONCE {
                break;
            }
            self.push_expr(elt)?;
            rest = more;
        }
        let count = self.unit.top - list;
        self.emit(Op::BuildList, list, list, count, 0)?;
        self.unit.top = list + 1;
        for &elt in rest {
            if let Some(value) = self.starred(elt) {
                let src = self.operand(value)?;
                // The call is named only for a star that is its one positional argument.
                let d = u8::from(callee.is_some() && elts.len() == 1);
                self.emit(Op::ListExtend, list, src, callee.unwrap_or(list), d)?;
            } else {
                let src = self.operand(elt)?;
                self.emit(Op::ListAppend, list, src, 0, 0)?;
            }
            self.unit.top = list + 1;
        }
        self.unit.top = list;
        self.at(span);
        Ok(())
    }

    pub(super) fn dict(&mut self, items: Range<DictItem>, dst: u32) -> Res {
        let tree = self.tree;
        let dict = self.unit.top;
        let list = tree.dict_items(items);
        let mut rest = list;
        while let Some((item, more)) = rest.split_first() {
            let Some(key) = item.key else { break };
            if (self.unit.top - dict) as usize >= 2 * AT_ONCE {
                break;
            }
            self.push_expr(key)?;
            self.push_expr(item.value)?;
            rest = more;
        }
        let pairs = (self.unit.top - dict) / 2;
        if rest.is_empty() {
            return self.emit(Op::BuildDict, dst, dict, pairs, 0);
        }
        self.emit(Op::BuildDict, dict, dict, pairs, 0)?;
        self.unit.top = dict + 1;
        for item in rest {
            match item.key {
                Some(key) => {
                    let key = self.operand(key)?;
                    let value = self.operand(item.value)?;
                    self.emit(Op::DictSet, dict, key, value, 0)?;
                }
                None => {
                    let other = self.operand(item.value)?;
                    self.emit(Op::DictUpdate, dict, other, 0, 0)?;
                }
            }
            self.unit.top = dict + 1;
        }
        self.unit.top = dict;
        self.move_to(dst, dict)
    }

    pub(super) fn set(&mut self, elts: ExprRange, dst: u32) -> Res {
        let tree = self.tree;
        let set = self.unit.top;
        let span = self.unit.span;
        if elts.len() >= 3
            && let Some(value) = self.fold_all(elts)?
        {
            self.emit(Op::BuildSet, set, set, 0, 0)?;
            self.push();
            self.load_const(value, set + 1)?;
            self.push();
            self.emit(Op::SetUpdate, set, set + 1, 0, 0)?;
            self.unit.top = set;
            return self.move_to(dst, set);
        }
        let mut rest = tree.exprs(elts);
        while let Some((&elt, more)) = rest.split_first() {
            if self.starred(elt).is_some() || (self.unit.top - set) as usize >= AT_ONCE {
                break;
            }
            self.push_expr(elt)?;
            rest = more;
        }
        let count = self.unit.top - set;
        if rest.is_empty() {
            return self.emit(Op::BuildSet, dst, set, count, 0);
        }
        self.emit(Op::BuildSet, set, set, count, 0)?;
        self.unit.top = set + 1;
        for &elt in rest {
            if let Some(value) = self.starred(elt) {
                let src = self.operand(value)?;
                self.emit(Op::SetUpdate, set, src, 0, 0)?;
            } else {
                let src = self.operand(elt)?;
                self.emit(Op::SetAdd, set, src, 0, 0)?;
            }
            self.unit.top = set + 1;
        }
        self.unit.top = set;
        self.at(span);
        self.move_to(dst, set)
    }

    /// A tuple of names, in `dst`.
    pub(super) fn load_names(&mut self, names: alloc::vec::Vec<Const>, dst: u32) -> Res {
        self.load_const(Const::Tuple(names.into_boxed_slice()), dst)
    }
}
