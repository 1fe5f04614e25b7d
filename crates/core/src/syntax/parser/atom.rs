//! Primaries and atoms: names, literals, displays, comprehensions, attributes, subscripts.

use super::super::number;
use super::super::token::Kind;
use super::super::tree::*;
use super::{Parse, Parser, Stop};

impl Parser<'_> {
    /// `primary`: an atom with calls, attributes and subscripts behind it.
    pub(super) fn primary(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        let mut value = self.atom()?;
        loop {
            let kind = match self.tok.kind {
                Kind::Dot => {
                    self.advance()?;
                    let attr = self.name()?;
                    ExprKind::Attribute {
                        value,
                        attr,
                        ctx: ExprContext::Load,
                    }
                }
                Kind::LeftParen => self.call(value)?,
                Kind::LeftBracket => {
                    self.advance()?;
                    let slice = self.slices()?;
                    self.expect(Kind::RightBracket)?;
                    ExprKind::Subscript {
                        value,
                        slice,
                        ctx: ExprContext::Load,
                    }
                }
                _ => return Ok(value),
            };
            let span = self.span_from(start);
            value = self.expr(kind, span)?;
        }
    }

    fn slices(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        let first = self.slice()?;
        let starred = matches!(self.kind(first), ExprKind::Starred { .. });
        if self.tok.kind != Kind::Comma && !starred {
            return Ok(first);
        }
        let mark = self.scratch.exprs.len();
        self.hold_expr(first)?;
        while self.eat(Kind::Comma)? {
            if self.tok.kind == Kind::RightBracket {
                break;
            }
            let next = self.slice()?;
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

    fn slice(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        let lower = match self.tok.kind {
            Kind::Star => return self.starred(),
            Kind::Colon => None,
            _ => {
                let value = self.named_expression()?;
                if self.tok.kind != Kind::Colon {
                    return Ok(value);
                }
                Some(value)
            }
        };
        self.expect(Kind::Colon)?;
        let upper = self.slice_part()?;
        let step = if self.eat(Kind::Colon)? {
            self.slice_part()?
        } else {
            None
        };
        let span = self.span_from(start);
        self.expr(ExprKind::Slice { lower, upper, step }, span)
    }

    fn slice_part(&mut self) -> Parse<Option<ExprId>> {
        match self.tok.kind {
            Kind::Colon | Kind::Comma | Kind::RightBracket => Ok(None),
            _ => Ok(Some(self.expression()?)),
        }
    }

    pub(super) fn atom(&mut self) -> Parse<ExprId> {
        let token = self.tok;
        let kind = match token.kind {
            Kind::Name => {
                let id = self.intern(self.text(token))?;
                ExprKind::Name {
                    id,
                    ctx: ExprContext::Load,
                }
            }
            Kind::Number => {
                let text = self.text(token);
                let (pool, budget) = (&mut self.tree.pool, &mut self.budget);
                let value = number::value(text, token.span(), pool, budget);
                ExprKind::Constant(self.keep(value)?)
            }
            Kind::True => ExprKind::Constant(Constant::True),
            Kind::False => ExprKind::Constant(Constant::False),
            Kind::None => ExprKind::Constant(Constant::None),
            Kind::Ellipsis => ExprKind::Constant(Constant::Ellipsis),
            Kind::String => return self.strings(),
            Kind::LeftParen => return self.parenthesized(),
            Kind::LeftBracket => return self.list(),
            Kind::LeftBrace => return self.dict_or_set(),
            _ => return Err(Stop::Fail),
        };
        self.advance()?;
        self.expr(kind, token.span())
    }

    /// `tuple | group | genexp`.
    fn parenthesized(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        self.advance()?;
        match self.tok.kind {
            Kind::RightParen => {
                self.advance()?;
                let span = self.span_from(start);
                let kind = ExprKind::Tuple {
                    elts: Range::EMPTY,
                    ctx: ExprContext::Load,
                };
                return self.expr(kind, span);
            }
            Kind::Yield => {
                let value = self.yield_expression()?;
                self.expect(Kind::RightParen)?;
                return Ok(value);
            }
            Kind::DoubleStar => return Err(self.hint_double_star_group(Kind::RightParen)),
            _ => {}
        }
        let first = self.first_element()?;
        let starred = matches!(self.kind(first), ExprKind::Starred { .. });
        match self.tok.kind {
            Kind::For | Kind::Async => {
                let generators = self.comprehension(first)?;
                self.expect(Kind::RightParen)?;
                let span = self.span_from(start);
                self.expr(
                    ExprKind::GeneratorExp {
                        elt: first,
                        generators,
                    },
                    span,
                )
            }
            Kind::Comma => {
                let mark = self.scratch.exprs.len();
                self.hold_expr(first)?;
                self.more_elements(Kind::RightParen)?;
                self.expect(Kind::RightParen)?;
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
            Kind::RightParen if starred => {
                Err(self.raise("cannot use starred expression here", self.span(first)))
            }
            _ => {
                self.expect(Kind::RightParen)?;
                Ok(first)
            }
        }
    }

    /// The elements behind the first of a display, up to its `end`.
    pub(super) fn more_elements(&mut self, end: Kind) -> Parse<()> {
        while self.eat(Kind::Comma)? {
            if self.tok.kind == end || !self.starts_expression(true) {
                break;
            }
            let next = self.star_named_expression()?;
            self.hold_expr(next)?;
        }
        Ok(())
    }

    fn list(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        self.advance()?;
        let mark = self.scratch.exprs.len();
        if self.tok.kind != Kind::RightBracket {
            let first = self.first_element()?;
            if matches!(self.tok.kind, Kind::For | Kind::Async) {
                let generators = self.comprehension(first)?;
                self.expect(Kind::RightBracket)?;
                let span = self.span_from(start);
                return self.expr(
                    ExprKind::ListComp {
                        elt: first,
                        generators,
                    },
                    span,
                );
            }
            self.hold_expr(first)?;
            self.more_elements(Kind::RightBracket)?;
            if matches!(self.tok.kind, Kind::For | Kind::Async) {
                return Err(self.hint_comprehension_target(mark));
            }
        }
        self.expect(Kind::RightBracket)?;
        let elts = self.take_exprs(mark)?;
        let span = self.span_from(start);
        self.expr(
            ExprKind::List {
                elts,
                ctx: ExprContext::Load,
            },
            span,
        )
    }

    fn dict_or_set(&mut self) -> Parse<ExprId> {
        let start = self.tok.start;
        self.advance()?;
        if matches!(self.tok.kind, Kind::RightBrace | Kind::DoubleStar) {
            return self.dict(start, None);
        }
        let bare = self.tok.kind != Kind::LeftParen;
        let first = self.first_element()?;
        let no_key = match self.kind(first) {
            ExprKind::Starred { .. } => true,
            ExprKind::NamedExpr { .. } => bare,
            _ => false,
        };
        match self.tok.kind {
            Kind::Colon if !no_key => return self.dict(start, Some(first)),
            Kind::For | Kind::Async => {
                let generators = self.comprehension(first)?;
                self.expect(Kind::RightBrace)?;
                let span = self.span_from(start);
                return self.expr(
                    ExprKind::SetComp {
                        elt: first,
                        generators,
                    },
                    span,
                );
            }
            _ => {}
        }
        let mark = self.scratch.exprs.len();
        self.hold_expr(first)?;
        self.more_elements(Kind::RightBrace)?;
        if matches!(self.tok.kind, Kind::For | Kind::Async) {
            return Err(self.hint_comprehension_target(mark));
        }
        self.expect(Kind::RightBrace)?;
        let elts = self.take_exprs(mark)?;
        let span = self.span_from(start);
        self.expr(ExprKind::Set { elts }, span)
    }

    /// A dict display or comprehension, at its first item or behind the first key.
    fn dict(&mut self, start: u32, first: Option<ExprId>) -> Parse<ExprId> {
        let mark = self.scratch.dict_items.len();
        let mut key = first;
        while self.tok.kind != Kind::RightBrace {
            let token = self.tok;
            if key.is_none() && self.eat(Kind::DoubleStar)? {
                let value = self.bitwise_or()?;
                if matches!(self.tok.kind, Kind::For | Kind::Async) {
                    return Err(self.hint_dict_unpacking(token));
                }
                self.hold_dict_item(DictItem { key: None, value })?;
            } else {
                let (key, value) = self.key_value(key.take())?;
                let only = self.scratch.dict_items.len() == mark;
                if only && matches!(self.tok.kind, Kind::For | Kind::Async) {
                    let generators = self.for_if_clauses()?;
                    self.expect(Kind::RightBrace)?;
                    let span = self.span_from(start);
                    return self.expr(
                        ExprKind::DictComp {
                            key,
                            value,
                            generators,
                        },
                        span,
                    );
                }
                self.hold_dict_item(DictItem {
                    key: Some(key),
                    value,
                })?;
            }
            if !self.eat(Kind::Comma)? {
                break;
            }
        }
        self.expect(Kind::RightBrace)?;
        let items = self.take_dict_items(mark)?;
        let span = self.span_from(start);
        self.expr(ExprKind::Dict { items }, span)
    }

    fn key_value(&mut self, key: Option<ExprId>) -> Parse<(ExprId, ExprId)> {
        let key = match key {
            Some(key) => key,
            None => {
                let key = self.attempt(|parser| {
                    parser.quiet += 1;
                    let key = parser.expression();
                    parser.quiet -= 1;
                    let key = key?;
                    parser.require(Kind::Colon)?;
                    Ok(key)
                })?;
                match key {
                    Some(key) => key,
                    // It would only fail again, in each dict of a nest twice as often.
                    None if self.quiet > 0 => return Err(Stop::Fail),
                    None => {
                        self.hint_dict_key()?;
                        let key = self.expression()?;
                        if self.tok.kind != Kind::Colon {
                            return Err(self.hint_dict_colon(self.span(key)));
                        }
                        key
                    }
                }
            }
        };
        let colon = self.tok;
        self.expect(Kind::Colon)?;
        match self.tok.kind {
            Kind::Star => Err(self.hint_dict_star()),
            Kind::RightBrace | Kind::Comma => {
                let text = "expression expected after dictionary key and ':'";
                Err(self.raise(text, colon.span()))
            }
            _ => Ok((key, self.expression()?)),
        }
    }

    /// The `for` clauses of a comprehension of `elt`.
    fn comprehension(&mut self, elt: ExprId) -> Parse<Range<Comprehension>> {
        let generators = self.for_if_clauses()?;
        if matches!(self.kind(elt), ExprKind::Starred { .. }) {
            let text = "iterable unpacking cannot be used in comprehension";
            return Err(self.raise(text, self.span(elt)));
        }
        Ok(generators)
    }

    /// `for_if_clauses`, at a `for` or `async`.
    pub(super) fn for_if_clauses(&mut self) -> Parse<Range<Comprehension>> {
        let mark = self.scratch.comprehensions.len();
        while matches!(self.tok.kind, Kind::For | Kind::Async) {
            let is_async = self.eat(Kind::Async)?;
            self.expect(Kind::For)?;
            let target = self.for_target()?;
            self.expect(Kind::In)?;
            let iter = self.disjunction()?;
            let conditions = self.scratch.exprs.len();
            while self.eat(Kind::If)? {
                let condition = self.disjunction()?;
                self.hold_expr(condition)?;
            }
            let ifs = self.take_exprs(conditions)?;
            self.hold_comprehension(Comprehension {
                target,
                iter,
                ifs,
                is_async,
            })?;
        }
        self.take_comprehensions(mark)
    }
}
