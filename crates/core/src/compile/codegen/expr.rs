//! Expressions: the entry points, and the kinds that are short.
//!
//! [`Gen::operand`] leaves a value in any register (a variable's own, if nothing can change it
//! meanwhile, or a temporary that it takes); [`Gen::expr_to`] puts it into `dst`, which is a
//! variable's register or the one at the top.

use super::bits::Bits;
use super::{Gen, Res};
use crate::compile::chunk::Const;
use crate::compile::opcode::Op;
use crate::compile::scope::{Node, ScopeKind};
use crate::syntax::{
    BoolOp, CmpOp, Comparison, Conversion, Error, ExprContext, ExprId, ExprKind, ExprRange, Range,
    Span, UnaryOp,
};

impl Gen<'_> {
    /// The value in any register.
    pub(super) fn operand(&mut self, id: ExprId) -> Res<u32> {
        let expr = self.tree.expr(id);
        if let ExprKind::Name {
            id,
            ctx: ExprContext::Load,
        } = expr.kind
        {
            let sym = self.sym(id)?;
            let outer = self.at(expr.span);
            let found = self.in_place(sym)?;
            self.at(outer);
            if let Some(reg) = found {
                return Ok(reg);
            }
        }
        self.push_expr(id)
    }

    /// The value in a temporary of its own.
    pub(super) fn push_expr(&mut self, id: ExprId) -> Res<u32> {
        let top = self.unit.top;
        self.expr_to(id, top)?;
        Ok(self.push())
    }

    /// The values in consecutive temporaries.
    pub(super) fn push_all(&mut self, range: ExprRange) -> Res {
        let tree = self.tree;
        for &id in tree.exprs(range) {
            self.push_expr(id)?;
        }
        Ok(())
    }

    /// The value in `dst`.
    pub(super) fn expr_to(&mut self, id: ExprId, dst: u32) -> Res {
        let top = self.unit.top;
        let outer = self.at(self.tree.expr(id).span);
        self.expr_kind(id, dst)?;
        self.at(outer);
        self.unit.top = top;
        Ok(())
    }

    fn expr_kind(&mut self, id: ExprId, dst: u32) -> Res {
        let expr = *self.tree.expr(id);
        let span = expr.span;
        match expr.kind {
            ExprKind::Constant(value) => {
                let value = self.literal(value)?;
                self.load_const(value, dst)
            }
            ExprKind::Name { id, .. } => {
                let sym = self.sym(id)?;
                self.load_sym(sym, dst)
            }
            ExprKind::BinOp { .. }
            | ExprKind::Attribute { .. }
            | ExprKind::Subscript { .. }
            | ExprKind::Call { .. } => self.spine(id, dst),
            ExprKind::BoolOp { op, values } => self.bool_op(op, values, dst),
            ExprKind::NamedExpr { target, value } => self.named_expr(target, value, dst),
            ExprKind::UnaryOp { op, operand } => {
                if let Some(value) = self.fold(id)? {
                    return self.load_const(value, dst);
                }
                if op == UnaryOp::Not {
                    self.negate(id, operand);
                }
                let src = self.operand(operand)?;
                let op = match op {
                    UnaryOp::Invert => Op::Invert,
                    UnaryOp::Not => Op::Not,
                    UnaryOp::UAdd => Op::Pos,
                    UnaryOp::USub => Op::Neg,
                };
                self.emit(op, dst, src, 0, 0)
            }
            ExprKind::Lambda { args, body } => self.lambda(id, args, body, dst),
            ExprKind::IfExp { test, body, orelse } => {
                let (no, end) = (self.label()?, self.label()?);
                let state = self.test(test, no)?;
                self.expr_to(body, dst)?;
                // The value is alive during the jump.
                let top = self.unit.top;
                self.unit.top = top + u32::from(dst == top);
                self.jump(end)?;
                self.unit.top = top;
                self.unit.bound = state.copy()?;
                self.bind(no);
                self.expr_to(orelse, dst)?;
                self.unit.bound = state;
                self.bind(end);
                Ok(())
            }
            ExprKind::Dict { items } => self.dict(items, dst),
            ExprKind::Set { elts } => self.set(elts, dst),
            ExprKind::SetComp { elt, generators } => {
                self.comprehension(id, ScopeKind::SetComp, elt, None, generators, dst)
            }
            ExprKind::ListComp { elt, generators } => {
                self.comprehension(id, ScopeKind::ListComp, elt, None, generators, dst)
            }
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension(id, ScopeKind::Generator, elt, None, generators, dst)
            }
            ExprKind::DictComp {
                key,
                value,
                generators,
            } => self.comprehension(id, ScopeKind::DictComp, key, Some(value), generators, dst),
            ExprKind::Await { value } => self.await_expr(value, dst),
            ExprKind::Yield { value } => self.yield_value(value, dst),
            ExprKind::YieldFrom { value } => self.yield_from(value, dst),
            ExprKind::Compare { left, rest } => {
                self.warn_of_compare(id, left, rest)?;
                self.compare(left, rest, dst)
            }
            ExprKind::FormattedValue {
                value,
                conversion,
                format_spec,
            } => self.formatted(value, conversion, format_spec, dst),
            ExprKind::JoinedStr { values } => self.joined(values, dst),
            ExprKind::Starred { .. } => {
                Err(Error::syntax("can't use starred expression here", span))
            }
            ExprKind::List { elts, .. } => self.list(elts, dst),
            ExprKind::Tuple { elts, .. } => {
                if let Some(value) = self.fold(id)? {
                    return self.load_const(value, dst);
                }
                self.tuple(elts, dst)
            }
            ExprKind::Slice { lower, upper, step } => {
                let base = self.unit.top;
                for part in [lower, upper, step] {
                    match part {
                        Some(part) => {
                            self.push_expr(part)?;
                        }
                        None => {
                            self.emit(Op::LoadNone, self.unit.top, 0, 0, 0)?;
                            self.push();
                        }
                    }
                }
                self.emit(Op::BuildSlice, dst, base, 0, 0)
            }
        }
    }

    fn bool_op(&mut self, op: BoolOp, values: ExprRange, dst: u32) -> Res {
        let tree = self.tree;
        let top = self.unit.top;
        let end = self.label()?;
        let leave = if op == BoolOp::And {
            Op::JumpIfFalse
        } else {
            Op::JumpIfTrue
        };
        let mut state: Option<Bits> = None;
        let list = tree.exprs(values);
        for (index, &value) in list.iter().enumerate() {
            self.expr_to(value, top)?;
            if index + 1 < list.len() {
                self.emit_jump(leave, top, 0, 0, end)?;
                if state.is_none() {
                    state = Some(self.unit.bound.copy()?);
                }
            }
        }
        if let Some(state) = state {
            self.unit.bound = state;
        }
        self.bind(end);
        self.move_to(dst, top)
    }

    fn named_expr(&mut self, target: ExprId, value: ExprId, dst: u32) -> Res {
        let ExprKind::Name { id, .. } = self.tree.expr(target).kind else {
            return Err(Error::syntax(
                "cannot use assignment expressions with expression",
                self.tree.expr(target).span,
            ));
        };
        let sym = self.sym(id)?;
        self.check_assignable(sym, false, self.span_of(target))?;
        let top = self.unit.top;
        self.expr_to(value, top)?;
        self.push();
        self.store_sym(sym, top)?;
        self.move_to(dst, top)
    }

    /// The opcode, and its `d`, of a comparison as a value.
    pub(super) fn compare_op(op: CmpOp) -> (Op, u8) {
        match op {
            CmpOp::Eq => (Op::Eq, 0),
            CmpOp::NotEq => (Op::Ne, 0),
            CmpOp::Lt => (Op::Lt, 0),
            CmpOp::LtE => (Op::Le, 0),
            CmpOp::Gt => (Op::Gt, 0),
            CmpOp::GtE => (Op::Ge, 0),
            CmpOp::Is => (Op::Is, 0),
            CmpOp::IsNot => (Op::Is, 1),
            CmpOp::In => (Op::In, 0),
            CmpOp::NotIn => (Op::In, 1),
        }
    }

    /// The right side of a comparison: a list of constants behind `in` is a tuple.
    pub(super) fn comparator(&mut self, op: CmpOp, id: ExprId) -> Res<u32> {
        if let ExprKind::List { elts, .. } = self.tree.expr(id).kind
            && matches!(op, CmpOp::In | CmpOp::NotIn)
            && let Some(value) = self.fold_all(elts)?
        {
            let top = self.unit.top;
            self.load_const(value, top)?;
            return Ok(self.push());
        }
        self.operand(id)
    }

    fn compare(&mut self, left: ExprId, rest: Range<Comparison>, dst: u32) -> Res {
        let tree = self.tree;
        let links = tree.comparisons(rest);
        if let [link] = links {
            let left = self.operand(left)?;
            let right = self.comparator(link.op, link.comparator)?;
            let (op, d) = Self::compare_op(link.op);
            return self.emit(op, dst, left, right, d);
        }
        // A chain: the left value (then each result) at the top, the middle value behind it.
        let top = self.unit.top;
        let end = self.label()?;
        let mut state: Option<Bits> = None;
        self.push_expr(left)?;
        for (index, link) in links.iter().enumerate() {
            let (op, d) = Self::compare_op(link.op);
            let left = if index == 0 { top } else { top + 1 };
            let right = self.push_expr(link.comparator)?;
            self.emit(op, top, left, right, d)?;
            if index + 1 < links.len() {
                self.emit_jump(Op::JumpIfFalse, top, 0, 0, end)?;
                self.move_to(top + 1, right)?;
                self.unit.top = top + 2;
                if state.is_none() {
                    state = Some(self.unit.bound.copy()?);
                }
            }
        }
        if let Some(state) = state {
            self.unit.bound = state;
        }
        self.bind(end);
        self.unit.top = top;
        self.move_to(dst, top)
    }

    fn yield_value(&mut self, value: Option<ExprId>, dst: u32) -> Res {
        self.check_yield()?;
        let top = self.unit.top;
        let src = match value {
            Some(value) => self.operand(value)?,
            None => {
                self.emit(Op::LoadNone, top, 0, 0, 0)?;
                top
            }
        };
        // What is yielded does not stay alive in the generator.
        self.unit.top = top;
        let asynchronous = self.scopes.get(self.unit.scope).coroutine;
        self.emit(Op::Yield, dst, src, 0, u8::from(asynchronous))
    }

    fn yield_from(&mut self, value: ExprId, dst: u32) -> Res {
        self.check_yield()?;
        if self.scopes.get(self.unit.scope).is_async {
            let text = "'yield from' inside async function";
            return Err(Error::syntax(text, self.unit.span));
        }
        let top = self.unit.top;
        let src = self.operand(value)?;
        self.emit(Op::GetYieldFromIter, top, src, 0, 0)?;
        self.unit.top = top + 1;
        self.emit(Op::LoadNone, top + 1, 0, 0, 0)?;
        self.push();
        self.emit(Op::YieldFrom, top + 1, top, 0, 0)?;
        self.move_to(dst, top + 1)
    }

    fn check_yield(&self) -> Res {
        if self.scopes.get(self.unit.scope).kind.is_function() {
            return Ok(());
        }
        Err(Error::syntax("'yield' outside function", self.unit.span))
    }

    fn formatted(
        &mut self,
        value: ExprId,
        conversion: Conversion,
        spec: Option<ExprId>,
        dst: u32,
    ) -> Res {
        let part = core::mem::take(&mut self.unit.joining);
        let src = self.operand(value)?;
        let mut d = match conversion {
            Conversion::None => 0,
            Conversion::Str => 1,
            Conversion::Repr => 2,
            Conversion::Ascii => 3,
        };
        d |= u8::from(part) << 3;
        let mut c = src;
        if let Some(spec) = spec {
            d |= 4;
            c = self.operand(spec)?;
        }
        self.emit(Op::FormatValue, dst, src, c, d)
    }

    fn joined(&mut self, values: ExprRange, dst: u32) -> Res {
        /// How many strings are joined at once.
        const AT_ONCE: u32 = 256;
        let tree = self.tree;
        let base = self.unit.top;
        match tree.exprs(values) {
            [] => return self.load_const(Const::Str(crate::compile::part::Part::Lent(&[])), dst),
            [only] => {
                let span = self.unit.span;
                self.expr_to(*only, dst)?;
                self.at(span);
                return Ok(());
            }
            list => {
                for &value in list {
                    self.unit.joining =
                        matches!(tree.expr(value).kind, ExprKind::FormattedValue { .. });
                    self.push_expr(value)?;
                    let count = self.unit.top - base;
                    if count >= AT_ONCE {
                        self.emit(Op::BuildString, base, base, count, 0)?;
                        self.unit.top = base + 1;
                    }
                }
            }
        }
        let count = self.unit.top - base;
        self.emit(Op::BuildString, dst, base, count, 0)
    }

    /// The scope that an expression opens.
    pub(super) fn scope_of(&self, node: Node, span: Span) -> Res<u32> {
        self.scopes
            .find(node)
            .ok_or_else(|| Error::syntax("the syntax tree is damaged", span))
    }
}
