//! `match` statements and patterns.

use super::super::token::{Kind, Token};
use super::super::tree::*;
use super::{Parse, Parser, Stop};

impl Parser<'_> {
    /// Whether the name `match` at the current token starts a `match` statement.
    ///
    /// Most next tokens decide. Before those that could also go on an expression (`match(x)`,
    /// `match[x]`, `match -x`) the logical line is read ahead: it is a statement if a colon
    /// outside of brackets ends the line.
    pub(super) fn is_match(&mut self) -> Parse<bool> {
        match self.peek()? {
            Kind::Name
            | Kind::Number
            | Kind::String
            | Kind::LeftBrace
            | Kind::Ellipsis
            | Kind::False
            | Kind::None
            | Kind::True
            | Kind::Await
            | Kind::Lambda
            | Kind::Tilde => Ok(true),
            Kind::LeftParen
            | Kind::LeftBracket
            | Kind::Minus
            | Kind::Plus
            | Kind::Star
            | Kind::Not => {
                let level = self.tok.level;
                let found = self.probe(|parser| {
                    let mut before = Kind::Name;
                    loop {
                        match parser.tok.kind {
                            Kind::Newline | Kind::End if before == Kind::Colon => return Ok(()),
                            Kind::Newline | Kind::End => return Err(Stop::Fail),
                            _ => {}
                        }
                        let outside = parser.tok.level == level;
                        before = if outside { parser.tok.kind } else { Kind::Name };
                        parser.advance()?;
                    }
                })?;
                Ok(found.is_some())
            }
            _ => Ok(false),
        }
    }

    pub(super) fn match_statement(&mut self) -> Parse<StmtKind> {
        let keyword = self.tok;
        self.advance()?;
        let start = self.tok.start;
        let first = self.star_named_expression()?;
        let subject = if self.tok.kind == Kind::Comma {
            let mark = self.scratch.exprs.len();
            self.hold_expr(first)?;
            while self.eat(Kind::Comma)? {
                if !self.starts_expression(true) {
                    break;
                }
                let next = self.star_named_expression()?;
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
        } else if matches!(self.kind(first), ExprKind::Starred { .. }) {
            return Err(Stop::Fail);
        } else {
            first
        };
        self.colon()?;
        self.expect(Kind::Newline)?;
        self.indent("'match' statement", keyword)?;
        let mark = self.scratch.cases.len();
        self.enter()?;
        while self.tok.kind != Kind::Dedent {
            self.case()?;
        }
        self.leave();
        self.advance()?;
        Ok(StmtKind::Match {
            subject,
            cases: self.take_cases(mark)?,
        })
    }

    fn case(&mut self) -> Parse<()> {
        let keyword = self.tok;
        if keyword.kind != Kind::Name || self.text(keyword) != b"case" {
            return Err(Stop::Fail);
        }
        self.advance()?;
        let pattern = self.patterns()?;
        let guard = if self.eat(Kind::If)? {
            Some(self.named_expression()?)
        } else {
            None
        };
        self.colon()?;
        let body = self.block("'case' statement", keyword)?;
        self.hold_case(MatchCase {
            pattern,
            guard,
            body,
        })
    }

    /// `patterns`: one pattern, or a sequence without brackets.
    fn patterns(&mut self) -> Parse<PatternId> {
        let start = self.tok.start;
        let first = self.maybe_star_pattern()?;
        let star = matches!(self.tree.pattern(first).kind, PatternKind::MatchStar { .. });
        if self.tok.kind != Kind::Comma {
            return if star { Err(Stop::Fail) } else { Ok(first) };
        }
        let mark = self.scratch.patterns.len();
        self.hold_pattern(first)?;
        while self.eat(Kind::Comma)? {
            if matches!(self.tok.kind, Kind::Colon | Kind::If | Kind::Newline) {
                break;
            }
            let next = self.maybe_star_pattern()?;
            self.hold_pattern(next)?;
        }
        let patterns = self.take_patterns(mark)?;
        let span = self.span_from(start);
        self.new_pattern(PatternKind::MatchSequence { patterns }, span)
    }

    fn new_pattern(&mut self, kind: PatternKind, span: Span) -> Parse<PatternId> {
        self.add_pattern(Pattern { kind, span })
    }

    fn maybe_star_pattern(&mut self) -> Parse<PatternId> {
        let start = self.tok.start;
        if !self.eat(Kind::Star)? {
            return self.pattern();
        }
        let wildcard = self.text(self.tok) == b"_";
        let name = self.name()?;
        let span = self.span_from(start);
        self.new_pattern(
            PatternKind::MatchStar {
                name: (!wildcard).then_some(name),
            },
            span,
        )
    }

    /// `as_pattern | or_pattern`.
    fn pattern(&mut self) -> Parse<PatternId> {
        self.enter()?;
        let start = self.tok.start;
        let pattern = self.or_pattern()?;
        self.leave();
        if !self.eat(Kind::As)? {
            return Ok(pattern);
        }
        let target = self.tok;
        if target.kind != Kind::Name {
            let place = self.probe(|parser| {
                let target = parser.expression()?;
                Ok(parser.span(target))
            })?;
            let Some(place) = place else {
                return Err(Stop::Fail);
            };
            return Err(self.raise("invalid pattern target", place));
        }
        if self.text(target) == b"_" {
            return Err(self.raise("cannot use '_' as a target", target.span()));
        }
        let name = Some(self.name()?);
        if matches!(self.tok.kind, Kind::Dot | Kind::LeftParen | Kind::Equal) {
            return Err(Stop::Fail);
        }
        let span = self.span_from(start);
        self.new_pattern(
            PatternKind::MatchAs {
                pattern: Some(pattern),
                name,
            },
            span,
        )
    }

    fn or_pattern(&mut self) -> Parse<PatternId> {
        let start = self.tok.start;
        let first = self.closed_pattern()?;
        if self.tok.kind != Kind::Pipe {
            return Ok(first);
        }
        let mark = self.scratch.patterns.len();
        self.hold_pattern(first)?;
        while self.eat(Kind::Pipe)? {
            let next = self.closed_pattern()?;
            self.hold_pattern(next)?;
        }
        let patterns = self.take_patterns(mark)?;
        let span = self.span_from(start);
        self.new_pattern(PatternKind::MatchOr { patterns }, span)
    }

    fn closed_pattern(&mut self) -> Parse<PatternId> {
        let start = self.tok;
        let kind = match start.kind {
            Kind::Number | Kind::Minus | Kind::String => PatternKind::MatchValue {
                value: self.literal_pattern()?,
            },
            Kind::None => self.singleton(Constant::None)?,
            Kind::True => self.singleton(Constant::True)?,
            Kind::False => self.singleton(Constant::False)?,
            Kind::Name => return self.name_pattern(start),
            Kind::LeftParen => return self.group_pattern(),
            Kind::LeftBracket => {
                self.advance()?;
                let patterns = self.sequence(None, Kind::RightBracket)?;
                PatternKind::MatchSequence { patterns }
            }
            Kind::LeftBrace => self.mapping_pattern()?,
            _ => return Err(Stop::Fail),
        };
        let span = self.span_from(start.start);
        self.new_pattern(kind, span)
    }

    fn singleton(&mut self, value: Constant) -> Parse<PatternKind> {
        self.advance()?;
        Ok(PatternKind::MatchSingleton { value })
    }

    /// Strings, numbers, negative numbers, complex numbers.
    fn literal_pattern(&mut self) -> Parse<ExprId> {
        if self.tok.kind == Kind::String {
            return self.primary_literal();
        }
        let start = self.tok.start;
        let left = self.signed_number()?;
        let op = match self.tok.kind {
            Kind::Plus => Operator::Add,
            Kind::Minus => Operator::Sub,
            _ => return Ok(left),
        };
        if self.is_imaginary(left) {
            let text = "real number required in complex literal";
            return Err(self.raise(text, self.span(left)));
        }
        self.advance()?;
        self.require(Kind::Number)?;
        let right = self.primary_literal()?;
        if !self.is_imaginary(right) {
            let text = "imaginary number required in complex literal";
            return Err(self.raise(text, self.span(right)));
        }
        let span = self.span_from(start);
        self.expr(ExprKind::BinOp { left, op, right }, span)
    }

    fn signed_number(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        let negative = self.eat(Kind::Minus)?;
        self.require(Kind::Number)?;
        let operand = self.primary_literal()?;
        if !negative {
            return Ok(operand);
        }
        let span = self.span_from(start);
        self.expr(
            ExprKind::UnaryOp {
                op: UnaryOp::USub,
                operand,
            },
            span,
        )
    }

    /// A number or string as an expression, and nothing behind it.
    fn primary_literal(&mut self) -> Parse<ExprId> {
        self.atom()
    }

    fn is_imaginary(&self, id: ExprId) -> bool {
        match self.kind(id) {
            ExprKind::UnaryOp { operand, .. } => {
                matches!(
                    self.kind(operand),
                    ExprKind::Constant(Constant::Imaginary(_))
                )
            }
            kind => matches!(kind, ExprKind::Constant(Constant::Imaginary(_))),
        }
    }

    /// A capture, `_`, a dotted value, or a class with arguments.
    fn name_pattern(&mut self, start: Token) -> Parse<PatternId> {
        let wildcard = self.text(start) == b"_";
        let id = self.name()?;
        if !matches!(self.tok.kind, Kind::Dot | Kind::LeftParen) {
            if self.tok.kind == Kind::Equal {
                return Err(Stop::Fail);
            }
            let name = (!wildcard).then_some(id);
            return self.new_pattern(
                PatternKind::MatchAs {
                    pattern: None,
                    name,
                },
                start.span(),
            );
        }
        let value = self.dotted_value(start, id)?;
        let kind = if self.tok.kind == Kind::LeftParen {
            self.class_pattern(value)?
        } else {
            PatternKind::MatchValue { value }
        };
        let span = self.span_from(start.start);
        self.new_pattern(kind, span)
    }

    /// The attributes behind the name `id` at `start`.
    fn dotted_value(&mut self, start: Token, id: NameId) -> Parse<ExprId> {
        let kind = ExprKind::Name {
            id,
            ctx: ExprContext::Load,
        };
        let mut value = self.expr(kind, start.span())?;
        while self.eat(Kind::Dot)? {
            let attr = self.name()?;
            let span = self.span_from(start.start);
            let kind = ExprKind::Attribute {
                value,
                attr,
                ctx: ExprContext::Load,
            };
            value = self.expr(kind, span)?;
        }
        Ok(value)
    }

    /// `(pattern)` or a sequence in parentheses.
    fn group_pattern(&mut self) -> Parse<PatternId> {
        let start = self.tok.start;
        self.advance()?;
        let mut first = None;
        if self.tok.kind != Kind::RightParen {
            let pattern = self.maybe_star_pattern()?;
            let star = matches!(
                self.tree.pattern(pattern).kind,
                PatternKind::MatchStar { .. }
            );
            if self.tok.kind == Kind::RightParen && !star {
                self.advance()?;
                return Ok(pattern);
            }
            if self.tok.kind != Kind::Comma {
                return Err(Stop::Fail);
            }
            first = Some(pattern);
        }
        let patterns = self.sequence(first, Kind::RightParen)?;
        let span = self.span_from(start);
        self.new_pattern(PatternKind::MatchSequence { patterns }, span)
    }

    /// The patterns up to `end`, which is passed; with a `first`, from the comma behind it.
    fn sequence(&mut self, first: Option<PatternId>, end: Kind) -> Parse<PatternRange> {
        let mark = self.scratch.patterns.len();
        if let Some(first) = first {
            self.hold_pattern(first)?;
            self.expect(Kind::Comma)?;
        }
        while self.tok.kind != end {
            let next = self.maybe_star_pattern()?;
            self.hold_pattern(next)?;
            if !self.eat(Kind::Comma)? {
                break;
            }
        }
        self.expect(end)?;
        self.take_patterns(mark)
    }

    fn mapping_pattern(&mut self) -> Parse<PatternKind> {
        self.advance()?;
        let keys = self.scratch.exprs.len();
        let values = self.scratch.patterns.len();
        let mut rest = None;
        while self.tok.kind != Kind::RightBrace {
            if self.eat(Kind::DoubleStar)? {
                if self.text(self.tok) == b"_" {
                    return Err(Stop::Fail);
                }
                rest = Some(self.name()?);
                self.eat(Kind::Comma)?;
                break;
            }
            let key = self.mapping_key()?;
            self.hold_expr(key)?;
            self.expect(Kind::Colon)?;
            let value = self.pattern()?;
            self.hold_pattern(value)?;
            if !self.eat(Kind::Comma)? {
                break;
            }
        }
        self.expect(Kind::RightBrace)?;
        let keys = self.take_exprs(keys)?;
        let patterns = self.take_patterns(values)?;
        Ok(PatternKind::MatchMapping {
            keys,
            patterns,
            rest,
        })
    }

    fn mapping_key(&mut self) -> Parse<ExprId> {
        let start = self.tok;
        match start.kind {
            Kind::None | Kind::True | Kind::False => self.primary_literal(),
            Kind::Name => {
                let id = self.name()?;
                self.require(Kind::Dot)?;
                self.dotted_value(start, id)
            }
            Kind::Number | Kind::Minus | Kind::String => self.literal_pattern(),
            _ => Err(Stop::Fail),
        }
    }

    fn class_pattern(&mut self, cls: ExprId) -> Parse<PatternKind> {
        self.advance()?;
        let positional = self.scratch.patterns.len();
        let names = self.scratch.names.len();
        let mut more = true;
        while self.tok.kind != Kind::RightParen {
            let keyword = self.tok.kind == Kind::Name && self.peek()? == Kind::Equal;
            if keyword {
                break;
            }
            let pattern = self.pattern()?;
            self.hold_pattern(pattern)?;
            more = self.eat(Kind::Comma)?;
            if !more {
                break;
            }
        }
        let patterns = self.take_patterns(positional)?;
        while more && self.tok.kind == Kind::Name && self.peek()? == Kind::Equal {
            let name = self.name()?;
            self.hold_name(name)?;
            self.advance()?;
            let pattern = self.pattern()?;
            self.hold_pattern(pattern)?;
            if !self.eat(Kind::Comma)? {
                break;
            }
        }
        if self.prev.kind == Kind::Comma && self.tok.kind != Kind::RightParen {
            return Err(self.positional_after_keyword()?);
        }
        self.expect(Kind::RightParen)?;
        let kwd_patterns = self.take_patterns(positional)?;
        let kwd_attrs = self.take_names(names)?;
        Ok(PatternKind::MatchClass {
            cls,
            patterns,
            kwd_attrs,
            kwd_patterns,
        })
    }

    /// At a positional pattern behind keyword patterns.
    fn positional_after_keyword(&mut self) -> Parse<Stop> {
        let start = self.tok.start;
        let mut end = None;
        self.probe(|parser| {
            loop {
                parser.pattern()?;
                if parser.tok.kind == Kind::Equal {
                    return Ok(());
                }
                end = Some(parser.prev.end);
                if !parser.eat(Kind::Comma)? || parser.tok.kind == Kind::RightParen {
                    return Ok(());
                }
            }
        })?;
        let Some(end) = end else {
            return Ok(Stop::Fail);
        };
        let text = "positional patterns follow keyword patterns";
        Ok(self.raise(text, Span::new(start, end)))
    }
}
