//! What the code generator warns of, where CPython's compiler does: as often, and in its order.

use super::{Gen, Res};
use crate::compile::chunk::Const;
use crate::compile::names::push;
use crate::syntax::{
    CmpOp, Comparison, Constant, ExprId, ExprKind, Range, Span, Warning, WarningKind,
};

impl Gen<'_> {
    fn warn(&mut self, span: Span, kind: WarningKind) -> Res {
        let line = self.lines.position(span.start).line;
        push(self.warnings, Warning { line, kind })
    }

    /// Notes that `operand` is compiled for the operator `not` that is expression `id`.
    pub(super) fn negate(&mut self, id: ExprId, operand: ExprId) {
        self.negated = (self.negated != Some(id)).then_some(operand);
    }

    /// `is` with a literal; `not x is y` is `x is not y`.
    pub(super) fn warn_of_compare(
        &mut self,
        id: ExprId,
        left: ExprId,
        rest: Range<Comparison>,
    ) -> Res {
        let tree = self.tree;
        let negated = self.negated.take() == Some(id) && rest.len() == 1;
        let mut left = left;
        for link in tree.comparisons(rest) {
            if matches!(link.op, CmpOp::Is | CmpOp::IsNot)
                && (self.is_literal(left)? || self.is_literal(link.comparator)?)
            {
                let kind = if (link.op == CmpOp::Is) != negated {
                    WarningKind::IsLiteral
                } else {
                    WarningKind::IsNotLiteral
                };
                return self.warn(tree.expr(id).span, kind);
            }
            left = link.comparator;
        }
        Ok(())
    }

    /// An assertion of a tuple, which is true.
    pub(super) fn warn_of_assert(&mut self, test: ExprId) -> Res {
        match self.tree.expr(test).kind {
            ExprKind::Tuple { elts, .. } if !elts.is_empty() => {
                self.warn(self.unit.span, WarningKind::AssertTuple)
            }
            _ => Ok(()),
        }
    }

    /// A call of or a subscript on a literal of a type that has no such thing.
    pub(super) fn warn_of_literal(&mut self, id: ExprId) -> Res {
        let tree = self.tree;
        let span = tree.expr(id).span;
        match tree.expr(id).kind {
            ExprKind::Call { func, .. } => match tree.expr(func).kind {
                ExprKind::Lambda { .. } => Ok(()),
                _ => match self.literal_type(func)? {
                    Some(found) => self.warn(span, WarningKind::NotCallable(found)),
                    None => Ok(()),
                },
            },
            ExprKind::Subscript { value, slice, .. } => {
                let Some(object) = self.literal_type(value)? else {
                    return Ok(());
                };
                match object {
                    "str" | "tuple" | "list" | "bytes" => match self.literal_type(slice)? {
                        None | Some("int" | "bool") => Ok(()),
                        Some(index) => self.warn(span, WarningKind::Index(object, index)),
                    },
                    "dict" => Ok(()),
                    _ => self.warn(span, WarningKind::NotSubscriptable(object)),
                }
            }
            _ => Ok(()),
        }
    }

    /// CPython compiles the test of a `while` before its body, too: what was warned of from
    /// `after` on is repeated at `before`.
    pub(super) fn warn_of_test_twice(&mut self, before: usize, after: usize) -> Res {
        let count = self.warnings.len().saturating_sub(after);
        for at in 0..count {
            if let Some(&warning) = self.warnings.get(after + at) {
                push(self.warnings, warning)?;
            }
        }
        if let Some(tail) = self.warnings.get_mut(before..) {
            tail.rotate_right(count);
        }
        Ok(())
    }

    /// CPython compiles defaults and annotations before the function's body: the first `count`
    /// warnings from `at` on come last.
    pub(super) fn warn_later(&mut self, at: usize, count: usize) {
        if let Some(tail) = self.warnings.get_mut(at..)
            && count <= tail.len()
        {
            tail.rotate_left(count);
        }
    }

    /// Whether the identity of a value says nothing: any constant but the singletons.
    fn is_literal(&self, id: ExprId) -> Res<bool> {
        Ok(match self.tree.expr(id).kind {
            ExprKind::Constant(value) => !matches!(
                value,
                Constant::None | Constant::True | Constant::False | Constant::Ellipsis
            ),
            ExprKind::UnaryOp { .. } | ExprKind::BinOp { .. } | ExprKind::Tuple { .. } => {
                !matches!(
                    self.fold(id)?,
                    None | Some(Const::None | Const::Bool(_) | Const::Ellipsis)
                )
            }
            _ => false,
        })
    }

    /// The type of an expression that shows it.
    fn literal_type(&self, id: ExprId) -> Res<Option<&'static str>> {
        Ok(Some(match self.tree.expr(id).kind {
            ExprKind::Tuple { .. } => "tuple",
            ExprKind::List { .. } | ExprKind::ListComp { .. } => "list",
            ExprKind::Dict { .. } | ExprKind::DictComp { .. } => "dict",
            ExprKind::Set { .. } | ExprKind::SetComp { .. } => "set",
            ExprKind::GeneratorExp { .. } => "generator",
            ExprKind::Lambda { .. } => "function",
            ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => "str",
            ExprKind::Constant(value) => match value {
                Constant::None => "NoneType",
                Constant::True | Constant::False => "bool",
                Constant::Ellipsis => "ellipsis",
                Constant::Int(_) | Constant::BigInt { .. } => "int",
                Constant::Float(_) => "float",
                Constant::Imaginary(_) => "complex",
                Constant::Str { .. } => "str",
                Constant::Bytes(_) => "bytes",
            },
            ExprKind::UnaryOp { .. } | ExprKind::BinOp { .. } => match self.fold(id)? {
                None => return Ok(None),
                Some(Const::None) => "NoneType",
                Some(Const::Bool(_)) => "bool",
                Some(Const::Ellipsis) => "ellipsis",
                Some(Const::Int(_) | Const::Big(_)) => "int",
                Some(Const::Float(_)) => "float",
                Some(Const::Imaginary(_)) => "complex",
                Some(Const::Str(_)) => "str",
                Some(Const::Bytes(_)) => "bytes",
                Some(Const::Tuple(_)) => "tuple",
            },
            _ => return Ok(None),
        }))
    }
}
