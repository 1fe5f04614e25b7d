//! Targets: expressions that are assigned to or deleted.
//!
//! They are parsed as expressions, checked, and given their context afterwards; the recursion over
//! tuples and lists is as deep as brackets nest.

use super::super::error::message;
use super::super::token::Kind;
use super::super::tree::*;
use super::{Parse, Parser, Stop};

/// Which statement a target belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// `=`, `with ... as`.
    Star,
    /// `del`.
    Del,
    /// `for`.
    For,
}

impl Parser<'_> {
    /// The `star_targets` of a `for`, which end before `in`.
    pub(super) fn for_target(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        let first = self.for_target_element()?;
        let target = if self.tok.kind == Kind::Comma {
            let mark = self.scratch.exprs.len();
            self.hold_expr(first)?;
            while self.eat(Kind::Comma)? {
                if !self.starts_expression(true) {
                    break;
                }
                let next = self.for_target_element()?;
                self.hold_expr(next)?;
            }
            let elts = self.take_exprs(mark)?;
            let span = self.span_from(start);
            self.expr(
                ExprKind::Tuple {
                    elts,
                    ctx: ExprContext::Load,
                },
                span,
            )?
        } else {
            first
        };
        self.check_target(target, Target::For)?;
        self.set_context(target, ExprContext::Store);
        Ok(target)
    }

    fn for_target_element(&mut self) -> Parse<ExprId> {
        let first = self.tok;
        let element = match first.kind {
            Kind::Star => return self.starred(),
            // No target begins so: CPython's first pass ends here.
            Kind::Plus | Kind::Minus | Kind::Tilde | Kind::Not | Kind::Lambda | Kind::Await => {
                let found = self.probe(Self::star_expressions)?;
                if found.is_none() {
                    return Err(Stop::Fail);
                }
                self.expression()?
            }
            _ => self.bitwise_or()?,
        };
        if !matches!(self.tok.kind, Kind::In | Kind::Comma) && self.starts_expression(false) {
            self.hint_after_expression(first, element)?;
        }
        Ok(element)
    }

    /// Raises CPython's error if `target` cannot be assigned to or deleted.
    pub(super) fn check_target(&mut self, target: ExprId, which: Target) -> Parse<()> {
        let Some(invalid) = self.invalid_target(target, which) else {
            return Ok(());
        };
        let verb = if which == Target::Del {
            "cannot delete "
        } else {
            "cannot assign to "
        };
        let text = message(&[verb, self.expression_name(invalid)]);
        Err(self.raise(text, self.span(invalid)))
    }

    /// The part of `target` that cannot be a target.
    pub(super) fn invalid_target(&self, target: ExprId, which: Target) -> Option<ExprId> {
        match self.kind(target) {
            ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => None,
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                let elts = self.tree.exprs(elts);
                elts.iter()
                    .find_map(|&element| self.invalid_target(element, which))
            }
            ExprKind::Starred { value, .. } if which != Target::Del => {
                self.invalid_target(value, which)
            }
            ExprKind::Compare { left, rest } if which == Target::For => {
                let first = self.tree.comparisons(rest).first().map(|link| link.op);
                if first == Some(CmpOp::In) {
                    self.invalid_target(left, which)
                } else {
                    None
                }
            }
            _ => Some(target),
        }
    }

    /// Makes `target` and what it contains be written or deleted.
    pub(super) fn set_context(&mut self, target: ExprId, context: ExprContext) {
        let Some(expr) = self.tree.exprs.get_mut(target.index()) else {
            return;
        };
        let range = match &mut expr.kind {
            ExprKind::Name { ctx, .. }
            | ExprKind::Attribute { ctx, .. }
            | ExprKind::Subscript { ctx, .. } => {
                *ctx = context;
                return;
            }
            ExprKind::Starred { value, ctx } => {
                *ctx = context;
                let value = *value;
                return self.set_context(value, context);
            }
            ExprKind::Tuple { elts, ctx } | ExprKind::List { elts, ctx } => {
                *ctx = context;
                *elts
            }
            _ => return,
        };
        for index in range.start..range.end {
            if let Some(&element) = self.tree.expr_lists.get(index as usize) {
                self.set_context(element, context);
            }
        }
    }

    /// `_PyPegen_get_expr_name`: what CPython's messages call an expression.
    pub(super) fn expression_name(&self, id: ExprId) -> &'static str {
        match self.kind(id) {
            ExprKind::Attribute { .. } => "attribute",
            ExprKind::Subscript { .. } => "subscript",
            ExprKind::Starred { .. } => "starred",
            ExprKind::Name { .. } => "name",
            ExprKind::List { .. } => "list",
            ExprKind::Tuple { .. } => "tuple",
            ExprKind::Lambda { .. } => "lambda",
            ExprKind::Call { .. } => "function call",
            ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. } => {
                "expression"
            }
            ExprKind::GeneratorExp { .. } => "generator expression",
            ExprKind::Yield { .. } | ExprKind::YieldFrom { .. } => "yield expression",
            ExprKind::Await { .. } => "await expression",
            ExprKind::ListComp { .. } => "list comprehension",
            ExprKind::SetComp { .. } => "set comprehension",
            ExprKind::DictComp { .. } => "dict comprehension",
            ExprKind::Dict { .. } => "dict literal",
            ExprKind::Set { .. } => "set display",
            ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => "f-string expression",
            ExprKind::Constant(Constant::None) => "None",
            ExprKind::Constant(Constant::True) => "True",
            ExprKind::Constant(Constant::False) => "False",
            ExprKind::Constant(Constant::Ellipsis) => "ellipsis",
            ExprKind::Constant(_) => "literal",
            ExprKind::Compare { .. } => "comparison",
            ExprKind::IfExp { .. } => "conditional expression",
            ExprKind::NamedExpr { .. } => "named expression",
            ExprKind::Slice { .. } => "slice",
        }
    }
}
