//! Arguments of calls and of class headers.

use super::super::token::Kind;
use super::super::tree::*;
use super::{Parse, Parser, Stop};
use alloc::vec::Vec;

impl Parser<'_> {
    /// What is called with the arguments at the current `(`.
    pub(super) fn call(&mut self, func: ExprId) -> Parse<ExprKind> {
        let (args, keywords) = self.arguments(true)?;
        Ok(ExprKind::Call {
            func,
            args,
            keywords,
        })
    }

    /// `'(' [arguments] ')'`; a generator needs no parentheses of its own in a `call`.
    pub(super) fn arguments(&mut self, call: bool) -> Parse<(ExprRange, Range<Keyword>)> {
        let open = self.tok.start;
        self.expect(Kind::LeftParen)?;
        let args = self.scratch.exprs.len();
        let keywords = self.scratch.keywords.len();
        while self.tok.kind != Kind::RightParen {
            self.argument(keywords)?;
            if call && matches!(self.tok.kind, Kind::For | Kind::Async) {
                self.generator_argument(open, args, keywords)?;
            }
            if !self.eat(Kind::Comma)? {
                break;
            }
        }
        self.expect(Kind::RightParen)?;
        self.check_repeated(keywords)?;
        Ok((self.take_exprs(args)?, self.take_keywords(keywords)?))
    }

    /// SyntaxError for a keyword argument that is passed twice.
    fn check_repeated(&mut self, from: usize) -> Parse<()> {
        let held = self.scratch.keywords.get(from..).unwrap_or(&[]);
        let mut names: Vec<(NameId, usize)> = Vec::new();
        // Without memory for the names the tree, which needs more, fails as well.
        if held.len() < 2 || names.try_reserve(held.len()).is_err() {
            return Ok(());
        }
        let named = |(at, keyword): (usize, &Keyword)| keyword.arg.map(|name| (name, at));
        names.extend(held.iter().enumerate().filter_map(named));
        names.sort_unstable();
        let repeated = names
            .windows(2)
            .filter(|pair| pair[0].0 == pair[1].0)
            .min_by_key(|pair| pair[0].1)
            .and_then(|pair| held.get(pair[1].1));
        let Some(&Keyword {
            arg: Some(name),
            span,
            ..
        }) = repeated
        else {
            return Ok(());
        };
        let text =
            super::super::error::message(&["keyword argument repeated: ", self.tree.name(name)]);
        let stop = self.raise(text, span);
        if let Some(error) = &mut self.error {
            // It is CPython's compiler that looks for it.
            error.at = super::At::Tree;
        }
        Err(stop)
    }

    fn argument(&mut self, keywords: usize) -> Parse<()> {
        let start = self.tok;
        match start.kind {
            Kind::Star => {
                let held = self.scratch.keywords.get(keywords..).unwrap_or(&[]);
                if held.iter().any(|keyword| keyword.arg.is_none()) {
                    let text = "iterable argument unpacking follows keyword argument unpacking";
                    return Err(self.raise(text, start.span()));
                }
                self.advance()?;
                let value = self.expression()?;
                let span = self.span_from(start.start);
                let value = self.expr(
                    ExprKind::Starred {
                        value,
                        ctx: ExprContext::Load,
                    },
                    span,
                )?;
                return self.hold_expr(value);
            }
            Kind::DoubleStar => {
                self.advance()?;
                let value = self.expression()?;
                let span = self.span_from(start.start);
                return self.hold_keyword(Keyword {
                    arg: None,
                    value,
                    span,
                });
            }
            _ => {}
        }
        let value = self.expression()?;
        match self.tok.kind {
            Kind::Equal => self.keyword_argument(start.start, value),
            Kind::ColonEqual => {
                if !matches!(self.kind(value), ExprKind::Name { .. }) {
                    return Err(Stop::Fail);
                }
                let value = self.assignment_expression(start.start, value)?;
                self.positional(value, keywords)
            }
            _ => self.positional(value, keywords),
        }
    }

    fn positional(&mut self, value: ExprId, keywords: usize) -> Parse<()> {
        let generator = matches!(self.tok.kind, Kind::For | Kind::Async);
        if self.scratch.keywords.len() > keywords && !generator {
            return Err(self.hint_positional_after_keyword(keywords));
        }
        self.hold_expr(value)
    }

    /// `name=value`, at the `=`.
    fn keyword_argument(&mut self, start: u32, name: ExprId) -> Parse<()> {
        let equal = self.tok.span();
        let span = self.span(name);
        let bare = span.start == start;
        let id = match self.kind(name) {
            ExprKind::Name { id, .. } if bare => id,
            ExprKind::Constant(value @ (Constant::True | Constant::False | Constant::None))
                if bare =>
            {
                let text = match value {
                    Constant::True => "cannot assign to True",
                    Constant::False => "cannot assign to False",
                    _ => "cannot assign to None",
                };
                return Err(self.raise(text, span.to(equal)));
            }
            _ => {
                let text = "expression cannot contain assignment, perhaps you meant \"==\"?";
                return Err(self.raise(text, span.to(equal)));
            }
        };
        self.advance()?;
        let value = self.expression()?;
        if matches!(self.tok.kind, Kind::For | Kind::Async) {
            let text = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
            if self.probe(|parser| parser.for_if_clauses())?.is_some() {
                return Err(self.raise(text, span.to(equal)));
            }
        }
        let span = self.span_from(start);
        self.hold_keyword(Keyword {
            arg: Some(id),
            value,
            span,
        })
    }

    /// `elt for ... in ...` as an argument: it must be the only one.
    fn generator_argument(&mut self, open: u32, args: usize, keywords: usize) -> Parse<()> {
        // Behind a keyword or starred argument no generator starts.
        if self.scratch.exprs.len() == args {
            return Err(Stop::Fail);
        }
        let Some(elt) = self.scratch.exprs.pop() else {
            return Err(Stop::Fail);
        };
        if matches!(self.kind(elt), ExprKind::Starred { .. }) {
            return Err(Stop::Fail);
        }
        let generators = self.for_if_clauses()?;
        let alone = self.scratch.exprs.len() == args && self.scratch.keywords.len() == keywords;
        if !alone || self.tok.kind == Kind::Comma {
            let last = self.tree.comprehensions(generators).last().copied();
            let last = last.map(|last| {
                self.tree
                    .exprs(last.ifs)
                    .last()
                    .copied()
                    .unwrap_or(last.iter)
            });
            let end = last.map_or(self.prev.end, |last| self.span(last).end);
            let text = "Generator expression must be parenthesized";
            return Err(self.raise(text, Span::new(self.span(elt).start, end)));
        }
        self.require(Kind::RightParen)?;
        let span = Span::new(open, self.tok.end);
        let value = self.expr(ExprKind::GeneratorExp { elt, generators }, span)?;
        self.hold_expr(value)
    }
}
