//! Expressions from `star_expressions` down to `await_primary`: operators and their precedence.
//!
//! Chains of left-associative operators are loops; what nests goes through [`Parser::enter`].

use super::super::token::{Kind, Token};
use super::super::tree::*;
use super::{Parse, Parser, Stop};

impl Parser<'_> {
    /// `star_expressions`: one expression, or a tuple without parentheses.
    pub(super) fn star_expressions(&mut self) -> Parse<ExprId> {
        self.tuple_of(Self::star_expression)
    }

    /// `expressions`: the same without stars.
    pub(super) fn expressions(&mut self) -> Parse<ExprId> {
        self.tuple_of(Self::expression)
    }

    fn tuple_of(&mut self, element: fn(&mut Self) -> Parse<ExprId>) -> Parse<ExprId> {
        let start = self.tok.start;
        self.element_start = start;
        let first = element(self)?;
        if self.tok.kind != Kind::Comma {
            return Ok(first);
        }
        let mark = self.scratch.exprs.len();
        self.hold_expr(first)?;
        while self.eat(Kind::Comma)? {
            if !self.starts_expression(true) {
                break;
            }
            self.element_start = self.tok.start;
            let next = element(self)?;
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
        )
    }

    /// `star_expression`: `*a` or an expression.
    pub(super) fn star_expression(&mut self) -> Parse<ExprId> {
        if self.tok.kind == Kind::Star {
            self.starred()
        } else {
            self.expression()
        }
    }

    /// `star_named_expression`: `*a` or an expression or an assignment expression.
    pub(super) fn star_named_expression(&mut self) -> Parse<ExprId> {
        if self.tok.kind == Kind::Star {
            self.starred()
        } else {
            self.named_expression()
        }
    }

    /// The first element of a display. CPython has also read a starred one as an expression with
    /// a `for` behind it, and found what is wrong with that.
    pub(super) fn first_element(&mut self) -> Parse<ExprId> {
        if self.tok.kind == Kind::Star {
            self.starred_with(true)
        } else {
            self.named_expression()
        }
    }

    /// `'*' bitwise_or`.
    pub(super) fn starred(&mut self) -> Parse<ExprId> {
        self.starred_with(false)
    }

    fn starred_with(&mut self, hinted: bool) -> Parse<ExprId> {
        let start = self.tok.start;
        self.expect(Kind::Star)?;
        let first = self.tok;
        let (furthest, hinted) = (self.furthest, hinted && self.quiet == 0);
        if hinted && first.kind == Kind::Lambda {
            self.attempt(|parser| {
                parser.lambda()?;
                Err::<(), Stop>(Stop::Fail)
            })?;
            self.furthest = furthest;
        }
        let value = self.bitwise_or()?;
        if hinted && (self.tok.kind == Kind::If || self.starts_expression(false)) {
            let furthest = self.furthest;
            self.attempt(|parser| {
                parser.behind_body(first, value)?;
                Err::<(), Stop>(Stop::Fail)
            })?;
            self.furthest = furthest;
        }
        let span = self.span_from(start);
        self.expr(
            ExprKind::Starred {
                value,
                ctx: ExprContext::Load,
            },
            span,
        )
    }

    /// `named_expression`: an expression, or `name := expression`.
    pub(super) fn named_expression(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        let value = self.expression()?;
        match self.tok.kind {
            Kind::ColonEqual => self.assignment_expression(start, value),
            Kind::Equal => {
                self.hint_equal_for_comparison(start, value)?;
                Ok(value)
            }
            _ => Ok(value),
        }
    }

    /// What follows `target`, which started at `start`, at a `:=`.
    pub(super) fn assignment_expression(&mut self, start: u32, target: ExprId) -> Parse<ExprId> {
        let ExprKind::Name { id, .. } = self.kind(target) else {
            return Err(self.hint_walrus_target(target));
        };
        if self.span(target).start != start {
            return Err(self.hint_walrus_target(target));
        }
        self.advance()?;
        let value = self.expression()?;
        let span = self.span(target);
        let target = self.expr(
            ExprKind::Name {
                id,
                ctx: ExprContext::Store,
            },
            span,
        )?;
        let span = self.span_from(start);
        self.expr(ExprKind::NamedExpr { target, value }, span)
    }

    /// `expression`: `lambda`, or a disjunction with or without `if ... else`.
    pub(super) fn expression(&mut self) -> Parse<ExprId> {
        self.enter()?;
        let result = if self.tok.kind == Kind::Lambda {
            self.lambda()
        } else {
            self.conditional()
        };
        self.leave();
        result
    }

    fn conditional(&mut self) -> Parse<ExprId> {
        let first = self.tok;
        let body = self.disjunction()?;
        self.behind_body(first, body)
    }

    /// The rest of an expression that is `body` so far and began with `first`.
    fn behind_body(&mut self, first: Token, body: ExprId) -> Parse<ExprId> {
        if self.tok.kind != Kind::If {
            if self.starts_expression(false) {
                self.hint_after_expression(first, body)?;
            }
            return Ok(body);
        }
        if self.quiet > 0 {
            let choice = self.attempt(|parser| {
                parser.advance()?;
                let test = parser.disjunction()?;
                parser.expect(Kind::Else)?;
                let orelse = parser.expression()?;
                let span = parser.span_from(first.start);
                parser.expr(ExprKind::IfExp { test, body, orelse }, span)
            })?;
            return Ok(choice.unwrap_or(body));
        }
        let test = self.attempt(|parser| {
            parser.advance()?;
            parser.disjunction()
        })?;
        let Some(test) = test else {
            return Err(self.hint_wrong_test(body));
        };
        if self.tok.kind != Kind::Else {
            return Err(self.hint_missing_else(body, test));
        }
        self.advance()?;
        let orelse = self.expression()?;
        let span = self.span_from(first.start);
        self.expr(ExprKind::IfExp { test, body, orelse }, span)
    }

    fn lambda(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        self.advance()?;
        let args = self.parameters(true)?;
        self.expect(Kind::Colon)?;
        let body = self.expression()?;
        let span = self.span_from(start);
        self.expr(ExprKind::Lambda { args, body }, span)
    }

    /// `disjunction`: operands of `or`.
    pub(super) fn disjunction(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        let first = self.conjunction()?;
        if self.tok.kind != Kind::Or {
            return Ok(first);
        }
        self.operands(start, first, BoolOp::Or, Self::conjunction)
    }

    fn conjunction(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        let first = self.inversion()?;
        if self.tok.kind != Kind::And {
            return Ok(first);
        }
        self.operands(start, first, BoolOp::And, Self::inversion)
    }

    /// The operands after the first; not inlined, as most expressions have one and every level of
    /// nesting pays for the frames.
    #[inline(never)]
    fn operands(
        &mut self,
        start: u32,
        first: ExprId,
        op: BoolOp,
        operand: fn(&mut Self) -> Parse<ExprId>,
    ) -> Parse<ExprId> {
        let word = match op {
            BoolOp::Or => Kind::Or,
            BoolOp::And => Kind::And,
        };
        let mark = self.scratch.exprs.len();
        self.hold_expr(first)?;
        while self.tok.kind == word {
            let Some(next) = self.operand(operand)? else {
                break;
            };
            self.hold_expr(next)?;
        }
        if self.scratch.exprs.len() == mark + 1 {
            self.scratch.exprs.truncate(mark);
            return Ok(first);
        }
        let values = self.take_exprs(mark)?;
        let span = self.span_from(start);
        self.expr(ExprKind::BoolOp { op, values }, span)
    }

    fn inversion(&mut self) -> Parse<ExprId> {
        if self.tok.kind != Kind::Not {
            return self.comparison();
        }
        let start = self.tok.start;
        self.advance()?;
        self.enter()?;
        let operand = self.inversion()?;
        self.leave();
        let span = self.span_from(start);
        self.expr(
            ExprKind::UnaryOp {
                op: UnaryOp::Not,
                operand,
            },
            span,
        )
    }

    fn comparison(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        let left = self.bitwise_or()?;
        let mark = self.scratch.comparisons.len();
        loop {
            let link = self.lenient(|parser| match parser.comparison_operator()? {
                Some(op) => Ok(Some((op, parser.bitwise_or()?))),
                None => Ok(None),
            })?;
            let Some(Some((op, comparator))) = link else {
                break;
            };
            self.hold_comparison(Comparison { op, comparator })?;
        }
        if self.scratch.comparisons.len() == mark {
            return Ok(left);
        }
        let rest = self.take_comparisons(mark)?;
        let span = self.span_from(start);
        self.expr(ExprKind::Compare { left, rest }, span)
    }

    fn comparison_operator(&mut self) -> Parse<Option<CmpOp>> {
        let op = match self.tok.kind {
            Kind::EqualEqual => CmpOp::Eq,
            Kind::NotEqual => CmpOp::NotEq,
            Kind::Less => CmpOp::Lt,
            Kind::LessEqual => CmpOp::LtE,
            Kind::Greater => CmpOp::Gt,
            Kind::GreaterEqual => CmpOp::GtE,
            Kind::In => CmpOp::In,
            Kind::Is => {
                self.advance()?;
                let not = self.eat(Kind::Not)?;
                return Ok(Some(if not { CmpOp::IsNot } else { CmpOp::Is }));
            }
            Kind::Not => {
                if self.peek()? != Kind::In {
                    return Ok(None);
                }
                self.advance()?;
                CmpOp::NotIn
            }
            _ => return Ok(None),
        };
        self.advance()?;
        Ok(Some(op))
    }

    /// `bitwise_or` and below: the binary operators.
    pub(super) fn bitwise_or(&mut self) -> Parse<ExprId> {
        self.binary(1)
    }

    /// Operators that bind at least as tightly as `least`.
    fn binary(&mut self, least: u8) -> Parse<ExprId> {
        let start = self.tok.start;
        let mut left = self.factor()?;
        while let Some((op, binding)) = binary_operator(self.tok.kind) {
            if binding < least {
                break;
            }
            let right = self.operand(|parser| parser.binary(binding + 1))?;
            let Some(right) = right else {
                break;
            };
            let span = self.span_from(start);
            left = self.expr(ExprKind::BinOp { left, op, right }, span)?;
        }
        Ok(left)
    }

    pub(super) fn factor(&mut self) -> Parse<ExprId> {
        let op = match self.tok.kind {
            Kind::Plus => UnaryOp::UAdd,
            Kind::Minus => UnaryOp::USub,
            Kind::Tilde => UnaryOp::Invert,
            _ => return self.power(),
        };
        let start = self.tok.start;
        self.advance()?;
        self.enter()?;
        let operand = self.factor()?;
        self.leave();
        let span = self.span_from(start);
        self.expr(ExprKind::UnaryOp { op, operand }, span)
    }

    fn power(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        let left = if self.tok.kind == Kind::Await {
            self.advance()?;
            let value = self.primary()?;
            let span = self.span_from(start);
            self.expr(ExprKind::Await { value }, span)?
        } else {
            self.primary()?
        };
        if self.tok.kind != Kind::DoubleStar {
            return Ok(left);
        }
        let right = self.operand(|parser| {
            parser.enter()?;
            let right = parser.factor()?;
            parser.leave();
            Ok(right)
        })?;
        let Some(right) = right else {
            return Ok(left);
        };
        let span = self.span_from(start);
        self.expr(
            ExprKind::BinOp {
                left,
                op: Operator::Pow,
                right,
            },
            span,
        )
    }

    /// What follows the operator at the current token; see [`Parser::lenient`].
    #[inline(never)]
    fn operand(&mut self, rule: impl FnOnce(&mut Self) -> Parse<ExprId>) -> Parse<Option<ExprId>> {
        self.lenient(|parser| {
            parser.advance()?;
            rule(parser)
        })
    }

    /// Runs the rest of a rule that may end before it. In a probe a rest that fails is `None`,
    /// as if it had not been there: a grammar that goes back would end before the operator.
    #[inline(never)]
    fn lenient<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<Option<T>> {
        if self.quiet > 0 {
            self.attempt(rule)
        } else {
            rule(self).map(Some)
        }
    }

    /// `yield_expr`.
    pub(super) fn yield_expression(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        self.expect(Kind::Yield)?;
        let kind = if self.eat(Kind::From)? {
            ExprKind::YieldFrom {
                value: self.expression()?,
            }
        } else if self.starts_expression(true) {
            ExprKind::Yield {
                value: Some(self.star_expressions()?),
            }
        } else {
            ExprKind::Yield { value: None }
        };
        let span = self.span_from(start);
        self.expr(kind, span)
    }

    /// `yield_expr | star_expressions`.
    pub(super) fn yield_or_star_expressions(&mut self) -> Parse<ExprId> {
        if self.tok.kind == Kind::Yield {
            self.yield_expression()
        } else {
            self.star_expressions()
        }
    }

    /// Whether the current token can start an expression, or (`operators`) a star or sign, too.
    pub(super) fn starts_expression(&self, operators: bool) -> bool {
        match self.tok.kind {
            Kind::Name
            | Kind::Number
            | Kind::String
            | Kind::LeftParen
            | Kind::LeftBracket
            | Kind::LeftBrace
            | Kind::Ellipsis
            | Kind::False
            | Kind::None
            | Kind::True
            | Kind::Await
            | Kind::Lambda
            | Kind::Not
            | Kind::Tilde => true,
            Kind::Plus | Kind::Minus | Kind::Star => operators,
            _ => false,
        }
    }

    /// Fails unless the current token is `kind`; for rules that look ahead.
    pub(super) fn require(&self, kind: Kind) -> Parse<()> {
        if self.tok.kind == kind {
            Ok(())
        } else {
            Err(Stop::Fail)
        }
    }
}

/// A binary operator and how tightly it binds.
fn binary_operator(kind: Kind) -> Option<(Operator, u8)> {
    Some(match kind {
        Kind::Pipe => (Operator::BitOr, 1),
        Kind::Caret => (Operator::BitXor, 2),
        Kind::Ampersand => (Operator::BitAnd, 3),
        Kind::LeftShift => (Operator::LShift, 4),
        Kind::RightShift => (Operator::RShift, 4),
        Kind::Plus => (Operator::Add, 5),
        Kind::Minus => (Operator::Sub, 5),
        Kind::Star => (Operator::Mult, 6),
        Kind::Slash => (Operator::Div, 6),
        Kind::DoubleSlash => (Operator::FloorDiv, 6),
        Kind::Percent => (Operator::Mod, 6),
        Kind::At => (Operator::MatMult, 6),
        _ => return None,
    })
}
