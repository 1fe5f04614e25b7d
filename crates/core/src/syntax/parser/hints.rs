//! CPython's `invalid_*` rules for expressions: the better messages.
//!
//! Called where the source is already known to be wrong. Each may look on with
//! [`Parser::probe`]; inside a probe none is tried, so one error costs a bounded number of passes
//! over the expression at fault.

use super::super::error::message;
use super::super::token::{Kind, Token};
use super::super::tree::*;
use super::{Parse, Parser, Stop};

const EQUAL_OR_WALRUS: &str = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

impl Parser<'_> {
    /// At a `=` behind `value` (whose text starts at `start`) where none may stand.
    pub(super) fn hint_equal_for_comparison(&mut self, start: u32, value: ExprId) -> Parse<()> {
        let list = self.src.get(start as usize) == Some(&b'[')
            && !matches!(self.kind(value), ExprKind::ListComp { .. });
        if self.quiet > 0 || list {
            return Ok(());
        }
        let span = self.span(value);
        let bare = span.start == start;
        let name = match self.kind(value) {
            ExprKind::Name { .. } if bare => true,
            ExprKind::Compare { .. }
            | ExprKind::BoolOp { .. }
            | ExprKind::UnaryOp {
                op: UnaryOp::Not, ..
            }
            | ExprKind::IfExp { .. }
            | ExprKind::Starred { .. }
            | ExprKind::Lambda { .. }
                if bare =>
            {
                return Ok(());
            }
            ExprKind::List { .. }
            | ExprKind::Tuple { .. }
            | ExprKind::GeneratorExp { .. }
            | ExprKind::Constant(Constant::None | Constant::True | Constant::False)
                if bare =>
            {
                return Ok(());
            }
            _ => false,
        };
        let mut right = self.probe(|parser| parser.right_of_equal(Self::bitwise_or))?;
        if right.is_none() {
            // An operator without right operand does not take back what stands before it.
            right = self.probe(|parser| parser.right_of_equal(Self::factor))?;
        }
        match right {
            None => Ok(()),
            Some(right) if name => Err(self.raise(EQUAL_OR_WALRUS, span.to(right))),
            Some(_) => {
                let text = message(&[
                    "cannot assign to ",
                    self.expression_name(value),
                    " here. Maybe you meant '==' instead of '='?",
                ]);
                Err(self.raise(text, span))
            }
        }
    }

    fn right_of_equal(&mut self, rule: fn(&mut Self) -> Parse<ExprId>) -> Parse<Span> {
        self.advance()?;
        let right = rule(self)?;
        if matches!(self.tok.kind, Kind::Equal | Kind::ColonEqual) {
            return Err(Stop::Fail);
        }
        Ok(self.span(right))
    }

    /// At a `:=` behind something that is not a name.
    pub(super) fn hint_walrus_target(&mut self, target: ExprId) -> Stop {
        if self.quiet > 0 {
            return Stop::Fail;
        }
        let value = self.probe(|parser| {
            parser.advance()?;
            parser.expression()
        });
        match value {
            Err(stop) => stop,
            Ok(None) => Stop::Fail,
            Ok(Some(_)) => {
                let name = self.expression_name(target);
                let text = message(&["cannot use assignment expressions with ", name]);
                self.raise(text, self.span(target))
            }
        }
    }

    /// At the start of an expression right behind another, which started with `first`.
    pub(super) fn hint_after_expression(&mut self, first: Token, body: ExprId) -> Parse<()> {
        if self.quiet > 0 {
            return Ok(());
        }
        let span = self.span(body);
        let text = self.text(first);
        let name = first.kind == Kind::Name;
        let bare = name && span == first.span();
        let legacy = bare && (text == b"print" || text == b"exec");
        let soft = name && (text == b"match" || text == b"case" || text == b"_");
        let prefix = bare && self.tok.kind == Kind::String;
        if !(legacy || soft || prefix) {
            let end = |parser: &Self, id| (parser.span(id), parser.prev.level);
            let next = self.probe(|parser| {
                let next = parser.expression()?;
                Ok(end(parser, next))
            })?;
            if let Some((next, level)) = next
                && level > 0
            {
                let text = "invalid syntax. Perhaps you forgot a comma?";
                return Err(self.raise(text, span.to(next)));
            }
        }
        if bare && self.tok.kind != Kind::LeftParen {
            let argument = self.probe(|parser| {
                let argument = parser.star_expressions()?;
                Ok(parser.span(argument))
            })?;
            if let Some(argument) = argument.filter(|_| legacy) {
                let text = if text == b"print" {
                    "Missing parentheses in call to 'print'. Did you mean print(...)?"
                } else {
                    "Missing parentheses in call to 'exec'. Did you mean exec(...)?"
                };
                return Err(self.raise(text, span.to(argument)));
            }
        }
        Ok(())
    }

    /// Behind `body if test`, where `else` is missing.
    pub(super) fn hint_missing_else(&mut self, body: ExprId, test: ExprId) -> Stop {
        if self.quiet > 0 || self.tok.kind == Kind::Colon {
            return Stop::Fail;
        }
        let span = self.span(body).to(self.span(test));
        self.raise("expected 'else' after 'if' expression", span)
    }

    /// At the `if` behind `body` whose test does not parse: `else` is what is missing behind
    /// the part of it that does.
    pub(super) fn hint_wrong_test(&mut self, body: ExprId) -> Stop {
        let test = self.probe(|parser| {
            parser.advance()?;
            let test = parser.disjunction()?;
            Ok((parser.span(test), parser.tok.kind))
        });
        match test {
            Err(stop) => stop,
            Ok(Some((test, next))) if !matches!(next, Kind::Else | Kind::Colon) => {
                let span = self.span(body).to(test);
                self.raise("expected 'else' after 'if' expression", span)
            }
            Ok(_) => Stop::Fail,
        }
    }

    /// At a key behind the first: CPython looks no further for what could be wrong with it
    /// than for the `:` behind.
    pub(super) fn hint_dict_key(&mut self) -> Parse<()> {
        let key = self.probe(|parser| {
            let key = parser.expression()?;
            Ok((parser.span(key), parser.tok.kind))
        })?;
        match key {
            Some((key, next)) if next != Kind::Colon => Err(self.hint_dict_colon(key)),
            _ => Ok(()),
        }
    }

    /// At the `**` of `(**`, which `end` would close.
    pub(super) fn hint_double_star_group(&mut self, end: Kind) -> Stop {
        let place = self.tok.span();
        let fits = self.probe(|parser| {
            parser.advance()?;
            parser.expression()?;
            parser.require(end)
        });
        self.raise_if(fits, "cannot use double starred expression here", place)
    }

    /// At the `for` behind more than one element of a display; they lie above `mark`.
    pub(super) fn hint_comprehension_target(&mut self, mark: usize) -> Stop {
        let held = self.scratch.exprs.get(mark..).unwrap_or(&[]);
        let (first, count) = (held.first().copied(), held.len());
        let last = held.last().copied();
        let (Some(first), Some(last)) = (first, last) else {
            return Stop::Fail;
        };
        let end = if count == 1 {
            self.prev.span()
        } else {
            self.span(last)
        };
        let place = self.span(first).to(end);
        let fits = self.probe(|parser| parser.for_if_clauses().map(|_| ()));
        self.raise_if(
            fits,
            "did you forget parentheses around the comprehension target?",
            place,
        )
    }

    /// At the `for` of `{**a for`; `star` is the `**`.
    pub(super) fn hint_dict_unpacking(&mut self, star: Token) -> Stop {
        let fits = self.probe(|parser| {
            parser.for_if_clauses()?;
            parser.require(Kind::RightBrace)
        });
        let text = "dict unpacking cannot be used in dict comprehension";
        self.raise_if(fits, text, star.span())
    }

    /// Behind a key (not the first) that no `:` follows.
    pub(super) fn hint_dict_colon(&mut self, key: Span) -> Stop {
        if self.quiet > 0 {
            return Stop::Fail;
        }
        let at = key.end.saturating_sub(1);
        self.raise("':' expected after dictionary key", Span::new(at, at))
    }

    /// At the `*` of `key: *value`.
    pub(super) fn hint_dict_star(&mut self) -> Stop {
        let start = self.tok.start;
        let mut end = self.tok.end;
        let mut behind = self.tok;
        let fits = self.probe(|parser| {
            parser.advance()?;
            behind = parser.tok;
            parser.bitwise_or()?;
            end = parser.tok.end.saturating_sub(1);
            Ok(())
        });
        if self.quiet == 0 && self.furthest.1.start < behind.start {
            // CPython looks one token further here.
            self.furthest = (self.furthest.0.wrapping_add(1), behind);
        }
        let text = "cannot use a starred expression in a dictionary value";
        self.raise_if(fits, text, Span::new(start, end))
    }

    /// Behind a positional argument after keyword arguments, which lie above `keywords`.
    pub(super) fn hint_positional_after_keyword(&mut self, keywords: usize) -> Stop {
        if self.quiet > 0 {
            return Stop::Fail;
        }
        let held = self.scratch.keywords.get(keywords..).unwrap_or(&[]);
        let unpacking = held.iter().any(|keyword| keyword.arg.is_none());
        let text = if unpacking {
            "positional argument follows keyword argument unpacking"
        } else {
            "positional argument follows keyword argument"
        };
        let mut place = self.tok.span();
        let rest = self.probe(|parser| {
            while parser.eat(Kind::Comma)? {
                place = parser.tok.span();
                if matches!(parser.tok.kind, Kind::Star | Kind::DoubleStar) {
                    parser.advance()?;
                }
                parser.expression()?;
                place = parser.tok.span();
                if parser.eat(Kind::Equal)? {
                    parser.expression()?;
                    place = parser.tok.span();
                }
            }
            Ok(())
        });
        match rest {
            Err(stop) => stop,
            Ok(_) => self.raise(text, place),
        }
    }

    /// At a `(` among parameters.
    pub(super) fn hint_parenthesized_parameters(&mut self, lambda: bool) -> Stop {
        let start = self.tok.start;
        let mut end = self.tok.end;
        let fits = self.probe(|parser| {
            parser.advance()?;
            parser.name()?;
            while parser.eat(Kind::Comma)? {
                if parser.tok.kind != Kind::Name {
                    break;
                }
                parser.name()?;
            }
            end = parser.tok.end;
            parser.require(Kind::RightParen)
        });
        let text = if lambda {
            "Lambda expression parameters cannot be parenthesized"
        } else {
            "Function parameters cannot be parenthesized"
        };
        self.raise_if(fits, text, Span::new(start, end))
    }

    /// The error `text` if a probe succeeded, else plain failure.
    pub(super) fn raise_if(
        &mut self,
        fits: Parse<Option<()>>,
        text: &'static str,
        place: Span,
    ) -> Stop {
        match fits {
            Err(stop) => stop,
            Ok(Some(())) if self.quiet == 0 => self.raise(text, place),
            Ok(_) => Stop::Fail,
        }
    }
}
