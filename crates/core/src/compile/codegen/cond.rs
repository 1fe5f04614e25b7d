//! Conditions: jumps without a boolean in between.
//!
//! `not (a < b)` is never turned into `a >= b` (NaN): the jump's `d` says for which outcome it
//! jumps.

use super::bits::Bits;
use super::fold::truth;
use super::{Gen, Label, Res};
use crate::compile::chunk::Const;
use crate::compile::opcode::Op;
use crate::syntax::{BoolOp, CmpOp, Comparison, ExprId, ExprKind, Range, UnaryOp};

impl Gen<'_> {
    /// Jumps to `label` if the truth of the expression is `sense`, else goes on.
    pub(super) fn jump_if(&mut self, id: ExprId, label: Label, sense: bool) -> Res {
        let top = self.unit.top;
        let outer = self.at(self.tree.expr(id).span);
        self.condition(id, label, sense)?;
        self.at(outer);
        self.unit.top = top;
        Ok(())
    }

    fn condition(&mut self, id: ExprId, label: Label, sense: bool) -> Res {
        let tree = self.tree;
        match tree.expr(id).kind {
            ExprKind::UnaryOp {
                op: UnaryOp::Not,
                operand,
            } => {
                self.negate(id, operand);
                return self.jump_if(operand, label, !sense);
            }
            ExprKind::BoolOp { op, values } => {
                // For this outcome one value is enough.
                let early = op == BoolOp::Or;
                let skip = self.label()?;
                let list = tree.exprs(values);
                // What the first value binds is bound, of the others nothing is certain.
                let mut state = self.unit.bound.copy()?;
                for (index, &value) in list.iter().enumerate() {
                    if index + 1 == list.len() || early == sense {
                        self.jump_if(value, label, sense)?;
                    } else {
                        self.jump_if(value, skip, early)?;
                    }
                    if index == 0 && self.unit.reachable {
                        state = self.unit.bound.copy()?;
                    }
                }
                self.bind(skip);
                if self.unit.reachable {
                    self.unit.bound = state;
                }
                return Ok(());
            }
            ExprKind::IfExp { test, body, orelse } => {
                let (no, end) = (self.label()?, self.label()?);
                let state = self.test(test, no)?;
                self.jump_if(body, label, sense)?;
                self.jump(end)?;
                self.unit.bound = state.copy()?;
                self.bind(no);
                self.jump_if(orelse, label, sense)?;
                self.unit.bound = state;
                self.bind(end);
                return Ok(());
            }
            ExprKind::Compare { left, rest } => {
                self.unit.compared = Some(self.unit.span);
                self.warn_of_compare(id, left, rest)?;
                return self.jump_compare(left, rest, label, sense);
            }
            _ => {}
        }
        if let Some(value) = self.fold(id)? {
            return if truth(&value) == sense {
                self.jump(label)
            } else {
                Ok(())
            };
        }
        let reg = self.operand(id)?;
        let op = if sense {
            Op::JumpIfTrue
        } else {
            Op::JumpIfFalse
        };
        self.emit_jump(op, reg, 0, 0, label)
    }

    /// Jumps to `no` if a test fails; what is certainly bound after it, either way.
    pub(super) fn test(&mut self, test: ExprId, no: Label) -> Res<Bits> {
        let before = self.unit.bound.copy()?;
        let reachable = self.unit.reachable;
        self.jump_if(test, no, false)?;
        if self.unit.reachable || !reachable {
            self.unit.bound.copy()
        } else {
            Ok(before)
        }
    }

    fn jump_compare(
        &mut self,
        left: ExprId,
        rest: Range<Comparison>,
        label: Label,
        sense: bool,
    ) -> Res {
        let links = self.tree.comparisons(rest);
        let base = self.unit.top;
        let skip = self.label()?;
        let mut reg = self.operand(left)?;
        let mut state = None;
        for (index, link) in links.iter().enumerate() {
            let last = index + 1 == links.len();
            let (target, outcome) = if last || !sense {
                (label, sense)
            } else {
                (skip, false)
            };
            let right = self.jump_link(reg, link, target, outcome, last)?;
            if let (false, Some(right)) = (last, right) {
                // The middle value becomes the left one.
                reg = right;
                if right > base && right >= self.variables() {
                    self.move_to(base, right)?;
                    reg = base;
                }
                self.unit.top = if reg >= self.variables() {
                    reg + 1
                } else {
                    base
                };
            }
            if state.is_none() {
                state = Some(self.unit.bound.copy()?);
            }
        }
        if let Some(state) = state {
            self.unit.bound = state;
        }
        self.bind(skip);
        Ok(())
    }

    /// One comparison and its jump; the register of the right value.
    fn jump_link(
        &mut self,
        left: u32,
        link: &Comparison,
        label: Label,
        sense: bool,
        last: bool,
    ) -> Res<Option<u32>> {
        let d = u8::from(sense);
        let folded = if last {
            self.fold_small(link.comparator)?
        } else {
            None
        };
        match (link.op, &folded) {
            (CmpOp::Is, Some(Const::None)) => {
                self.emit_jump(Op::JumpIsNone, left, 0, d, label)?;
                return Ok(None);
            }
            (CmpOp::IsNot, Some(Const::None)) => {
                self.emit_jump(Op::JumpIsNone, left, 0, d ^ 1, label)?;
                return Ok(None);
            }
            (op, Some(Const::Int(value))) => {
                let immediate = match op {
                    CmpOp::Lt => Some(Op::JumpLtInt),
                    CmpOp::LtE => Some(Op::JumpLeInt),
                    CmpOp::Gt => Some(Op::JumpGtInt),
                    CmpOp::GtE => Some(Op::JumpGeInt),
                    CmpOp::Eq => Some(Op::JumpEqInt),
                    CmpOp::NotEq => Some(Op::JumpNeInt),
                    _ => None,
                };
                if let (Some(op), Ok(value)) = (immediate, i16::try_from(*value)) {
                    self.emit_jump(op, left, u32::from(value as u16), d, label)?;
                    return Ok(None);
                }
            }
            _ => {}
        }
        let right = self.comparator(link.op, link.comparator)?;
        let (op, d) = match link.op {
            CmpOp::Lt => (Op::JumpLt, d),
            CmpOp::LtE => (Op::JumpLe, d),
            CmpOp::Gt => (Op::JumpGt, d),
            CmpOp::GtE => (Op::JumpGe, d),
            CmpOp::Eq => (Op::JumpEq, d),
            CmpOp::NotEq => (Op::JumpNe, d),
            CmpOp::Is => (Op::JumpIs, d),
            CmpOp::IsNot => (Op::JumpIs, d ^ 1),
            CmpOp::In | CmpOp::NotIn => {
                let (op, negated) = Self::compare_op(link.op);
                // The outcome replaces a dead left value or stands above the right one.
                let out = self.unit.top;
                self.emit(op, out, left, right, negated)?;
                let jump = if sense {
                    Op::JumpIfTrue
                } else {
                    Op::JumpIfFalse
                };
                self.emit_jump(jump, out, 0, 0, label)?;
                return Ok(Some(right));
            }
        };
        self.emit_jump(op, left, right, d, label)?;
        Ok(Some(right))
    }

    /// A constant that a compare-and-jump may hold.
    fn fold_small(&self, id: ExprId) -> Res<Option<Const>> {
        match self.tree.expr(id).kind {
            ExprKind::Constant(_) | ExprKind::UnaryOp { .. } | ExprKind::BinOp { .. } => {
                self.fold(id)
            }
            _ => Ok(None),
        }
    }
}
