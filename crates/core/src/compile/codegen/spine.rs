//! Spines: operators, attributes, subscripts and calls that nest to the left without bound.
//!
//! `a.b(c)[d] + e + ...` is collected from the outside in, then compiled from the inside out
//! in one loop. The value so far is in the temporary at the top, in a variable's register, or
//! still a constant.

use super::fold::fold_binary;
use super::{Gen, Res};
use crate::compile::chunk::Const;
use crate::compile::names::push;
use crate::compile::opcode::Op;
use crate::syntax::{ExprId, ExprKind, NameId, Operator, Span};
use alloc::vec::Vec;

/// The value so far.
enum Value {
    /// Not evaluated yet.
    Expr(ExprId),
    Const(Const, Span),
    Reg(u32),
}

impl Gen<'_> {
    /// Compiles the spine whose outermost node is `id`.
    pub(super) fn spine(&mut self, id: ExprId, dst: u32) -> Res {
        let tree = self.tree;
        let mut nodes = Vec::new();
        let mut base = id;
        loop {
            let below = match tree.expr(base).kind {
                ExprKind::BinOp { left, .. } => left,
                ExprKind::Attribute { value, .. } | ExprKind::Subscript { value, .. } => value,
                ExprKind::Call { func, .. } => func,
                _ => break,
            };
            self.warn_of_literal(base)?;
            push(&mut nodes, base)?;
            base = below;
        }
        let top = self.unit.top;
        let mut value = Value::Expr(base);
        if let Some(&first) = nodes.last()
            && matches!(tree.expr(first).kind, ExprKind::BinOp { .. })
            && let Some(folded) = self.fold(base)?
        {
            value = Value::Const(folded, tree.expr(base).span);
        }
        while let Some(node) = nodes.pop() {
            let out = if nodes.is_empty() { dst } else { top };
            self.unit.top = top;
            let expr = *tree.expr(node);
            match expr.kind {
                ExprKind::BinOp { op, right, .. } => {
                    if let Value::Const(left, _) = &value
                        && let Some(right) = self.fold(right)?
                        && let Some(folded) = fold_binary(op, left, &right)?
                    {
                        value = Value::Const(folded, expr.span);
                        continue;
                    }
                    let left = self.settle(value)?;
                    self.at(expr.span);
                    self.binary(op, out, left, right, 0)?;
                }
                ExprKind::Attribute { attr, .. } => {
                    let call = nodes
                        .last()
                        .copied()
                        .filter(|&call| self.is_method_call(call));
                    let object = self.settle(value)?;
                    if let Some(call) = call {
                        nodes.pop();
                        let out = if nodes.is_empty() { dst } else { top };
                        self.method_call(object, node, call, out)?;
                    } else {
                        self.at_attribute(node);
                        self.attribute(out, object, attr)?;
                    }
                }
                ExprKind::Subscript { slice, .. } => {
                    let object = self.settle(value)?;
                    self.at(expr.span);
                    if let Some(Const::Int(index)) = self.fold(slice)?
                        && let Ok(index) = i16::try_from(index)
                    {
                        self.emit(Op::GetItemInt, out, object, u32::from(index as u16), 0)?;
                    } else {
                        let index = self.operand(slice)?;
                        self.emit(Op::GetItem, out, object, index, 0)?;
                    }
                }
                _ => {
                    if let Value::Expr(func) = value
                        && self.call_super(func, node, out)?
                    {
                    } else {
                        // The callee must be at the top.
                        let func = match value {
                            Value::Expr(func) => self.push_expr(func)?,
                            other => self.settle(other)?,
                        };
                        if func != top {
                            self.move_to(top, func)?;
                            self.unit.top = top + 1;
                        }
                        self.at(expr.span);
                        self.call(node, out)?;
                    }
                }
            }
            value = Value::Reg(out);
        }
        match value {
            Value::Const(folded, span) => {
                self.at(span);
                self.load_const(folded, dst)
            }
            _ => Ok(()),
        }
    }

    /// The value in a register; a temporary is taken.
    fn settle(&mut self, value: Value) -> Res<u32> {
        match value {
            Value::Expr(id) => self.operand(id),
            Value::Const(folded, span) => {
                let top = self.unit.top;
                self.at(span);
                self.load_const(folded, top)?;
                Ok(self.push())
            }
            Value::Reg(reg) => {
                if reg == self.unit.top {
                    self.push();
                }
                Ok(reg)
            }
        }
    }

    /// `R[out] = R[left] op right`.
    pub(super) fn binary(
        &mut self,
        op: Operator,
        out: u32,
        left: u32,
        right: ExprId,
        d: u8,
    ) -> Res {
        let immediate = match op {
            Operator::Add => Some(Op::AddInt),
            Operator::Sub => Some(Op::SubInt),
            Operator::Mult => Some(Op::MulInt),
            Operator::FloorDiv => Some(Op::FloorDivInt),
            Operator::Mod => Some(Op::ModInt),
            Operator::BitAnd => Some(Op::BitAndInt),
            Operator::LShift => Some(Op::LShiftInt),
            Operator::RShift => Some(Op::RShiftInt),
            _ => None,
        };
        if let Some(immediate) = immediate
            && let Some(Const::Int(value)) = self.fold(right)?
            && let Ok(value) = i16::try_from(value)
        {
            return self.emit(immediate, out, left, u32::from(value as u16), d);
        }
        let right = self.operand(right)?;
        let op = match op {
            Operator::Add => Op::Add,
            Operator::Sub => Op::Sub,
            Operator::Mult => Op::Mul,
            Operator::MatMult => Op::MatMul,
            Operator::Div => Op::TrueDiv,
            Operator::Mod => Op::Mod,
            Operator::Pow => Op::Pow,
            Operator::LShift => Op::LShift,
            Operator::RShift => Op::RShift,
            Operator::BitOr => Op::BitOr,
            Operator::BitXor => Op::BitXor,
            Operator::BitAnd => Op::BitAnd,
            Operator::FloorDiv => Op::FloorDiv,
        };
        self.emit(op, out, left, right, d)
    }

    /// `R[out] = R[object].attr`.
    pub(super) fn attribute(&mut self, out: u32, object: u32, attr: NameId) -> Res {
        let sym = self.sym(attr)?;
        let site = self.site(sym)?;
        self.emit(Op::LoadAttr, out, object, site, 0)
    }

    /// Sets the place of an attribute; if it ends on a later line than it starts, CPython shows
    /// the line of the name.
    pub(super) fn at_attribute(&mut self, id: ExprId) -> Span {
        let expr = self.tree.expr(id);
        let span = self.name_of_attribute(id, expr.span);
        self.at(span)
    }

    /// `span`, but from the attribute's name on if that is on another line.
    pub(super) fn name_of_attribute(&self, id: ExprId, span: Span) -> Span {
        let expr = self.tree.expr(id);
        let ExprKind::Attribute { attr, .. } = expr.kind else {
            return span;
        };
        let (start, end) = (
            self.lines.position(span.start),
            self.lines.position(expr.span.end),
        );
        if start.line == end.line {
            return span;
        }
        let length = self.tree.name(attr).len() as u32;
        Span::new(expr.span.end.saturating_sub(length), span.end)
    }
}
