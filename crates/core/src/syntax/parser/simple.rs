//! Simple statements, and the line that holds them.

use super::super::error::message;
use super::super::token::Kind;
use super::super::tree::*;
use super::targets::Target;
use super::{Parse, Parser, Stop};

impl Parser<'_> {
    /// `simple_stmts`: statements between semicolons, up to the end of the line.
    pub(super) fn simple_statements(&mut self) -> Parse<()> {
        loop {
            let start = self.tok.start;
            let kind = self.simple_statement()?;
            let span = self.span_from(start);
            let id = self.add_stmt(Stmt { kind, span })?;
            self.hold_stmt(id)?;
            if !self.eat(Kind::Semicolon)? || self.tok.kind == Kind::Newline {
                break;
            }
        }
        self.expect(Kind::Newline)
    }

    fn simple_statement(&mut self) -> Parse<StmtKind> {
        match self.tok.kind {
            Kind::Pass => self.word(StmtKind::Pass),
            Kind::Break => self.word(StmtKind::Break),
            Kind::Continue => self.word(StmtKind::Continue),
            Kind::Return => {
                self.advance()?;
                let none = !self.starts_expression(true);
                let value = if none {
                    None
                } else {
                    Some(self.star_expressions()?)
                };
                Ok(StmtKind::Return { value })
            }
            Kind::Raise => self.raise_statement(),
            Kind::Global => Ok(StmtKind::Global {
                names: self.declared_names()?,
            }),
            Kind::Nonlocal => Ok(StmtKind::Nonlocal {
                names: self.declared_names()?,
            }),
            Kind::Del => self.del(),
            Kind::Assert => {
                self.advance()?;
                let test = self.expression()?;
                let msg = if self.eat(Kind::Comma)? {
                    Some(self.expression()?)
                } else {
                    None
                };
                Ok(StmtKind::Assert { test, msg })
            }
            Kind::Import => self.import(),
            Kind::From => self.import_from(),
            _ => self.expression_statement(),
        }
    }

    fn word(&mut self, kind: StmtKind) -> Parse<StmtKind> {
        self.advance()?;
        Ok(kind)
    }

    fn raise_statement(&mut self) -> Parse<StmtKind> {
        self.advance()?;
        if !self.starts_expression(true) {
            return Ok(StmtKind::Raise {
                exc: None,
                cause: None,
            });
        }
        let exc = Some(self.expression()?);
        let cause = if self.eat(Kind::From)? {
            Some(self.expression()?)
        } else {
            None
        };
        Ok(StmtKind::Raise { exc, cause })
    }

    fn declared_names(&mut self) -> Parse<NameRange> {
        let mark = self.scratch.names.len();
        self.advance()?;
        loop {
            let name = self.name()?;
            self.hold_name(name)?;
            if !self.eat(Kind::Comma)? {
                return self.take_names(mark);
            }
        }
    }

    fn del(&mut self) -> Parse<StmtKind> {
        self.advance()?;
        let mark = self.scratch.exprs.len();
        loop {
            if self.tok.kind == Kind::Star {
                let starred = self.starred()?;
                self.check_target(starred, Target::Del)?;
            }
            let target = self.expression()?;
            self.hold_expr(target)?;
            if !self.eat(Kind::Comma)? || !self.starts_expression(true) {
                break;
            }
        }
        let targets = self.take_exprs(mark)?;
        for index in 0..targets.len() {
            if let Some(&target) = self.tree.exprs(targets).get(index) {
                self.check_target(target, Target::Del)?;
                self.set_context(target, ExprContext::Del);
            }
        }
        if !matches!(self.tok.kind, Kind::Semicolon | Kind::Newline) {
            return Err(Stop::Fail);
        }
        Ok(StmtKind::Delete { targets })
    }

    fn import(&mut self) -> Parse<StmtKind> {
        self.advance()?;
        let mark = self.scratch.aliases.len();
        loop {
            let start = self.tok.start;
            let name = self.dotted_name()?;
            let asname = if self.eat(Kind::As)? {
                Some(self.name()?)
            } else {
                None
            };
            let span = self.span_from(start);
            self.hold_alias(Alias { name, asname, span })?;
            if !self.eat(Kind::Comma)? {
                break;
            }
        }
        Ok(StmtKind::Import {
            names: self.take_aliases(mark)?,
        })
    }

    /// Names with dots between them, as one name.
    fn dotted_name(&mut self) -> Parse<NameId> {
        let first = self.tok;
        let mut name = self.name()?;
        if self.tok.kind != Kind::Dot {
            return Ok(name);
        }
        let mark = self.tree.pool.len();
        let part = self.text(first);
        let result = self.budget.extend(&mut self.tree.pool, part);
        self.keep(result)?;
        while self.eat(Kind::Dot)? {
            let part = self.text(self.tok);
            self.name()?;
            let result = self.budget.push(&mut self.tree.pool, b'.');
            self.keep(result)?;
            let result = self.budget.extend(&mut self.tree.pool, part);
            self.keep(result)?;
        }
        let joined = self.tree.pool.get(mark..).unwrap_or(&[]);
        let result = self.tree.names.intern(joined, &mut self.budget);
        name = self.keep(result).unwrap_or(name);
        self.tree.pool.truncate(mark);
        if self.error.is_some() {
            Err(Stop::Raised)
        } else {
            Ok(name)
        }
    }

    fn import_from(&mut self) -> Parse<StmtKind> {
        self.advance()?;
        let mut level = 0_u32;
        loop {
            match self.tok.kind {
                Kind::Dot => level = level.saturating_add(1),
                Kind::Ellipsis => level = level.saturating_add(3),
                _ => break,
            }
            self.advance()?;
        }
        let module = if level > 0 && self.tok.kind == Kind::Import {
            None
        } else {
            Some(self.dotted_name()?)
        };
        self.expect(Kind::Import)?;
        let mark = self.scratch.aliases.len();
        if self.tok.kind == Kind::Star {
            let name = self.intern(b"*")?;
            let span = self.tok.span();
            self.advance()?;
            self.hold_alias(Alias {
                name,
                asname: None,
                span,
            })?;
        } else {
            self.imported_names()?;
        }
        let names = self.take_aliases(mark)?;
        Ok(StmtKind::ImportFrom {
            module,
            names,
            level,
        })
    }

    fn imported_names(&mut self) -> Parse<()> {
        let parenthesized = self.eat(Kind::LeftParen)?;
        loop {
            let start = self.tok.start;
            let name = self.name()?;
            let asname = if self.eat(Kind::As)? {
                Some(self.name()?)
            } else {
                None
            };
            let span = self.span_from(start);
            self.hold_alias(Alias { name, asname, span })?;
            if !self.eat(Kind::Comma)? {
                break;
            }
            match self.tok.kind {
                Kind::RightParen if parenthesized => break,
                Kind::Newline if !parenthesized => {
                    let text = "trailing comma not allowed without surrounding parentheses";
                    return Err(self.raise(text, self.tok.span()));
                }
                _ => {}
            }
        }
        if parenthesized {
            self.expect(Kind::RightParen)
        } else {
            Ok(())
        }
    }

    /// `assignment` or `star_expressions`.
    fn expression_statement(&mut self) -> Parse<StmtKind> {
        let start = self.tok;
        let first = self.yield_or_star_expressions()?;
        if let Some(op) = augmented_operator(self.tok.kind) {
            return self.augmented(first, op);
        }
        match self.tok.kind {
            Kind::Equal => self.assignment(start.kind, first),
            Kind::Colon => self.annotated(start.start, start.kind, first),
            Kind::ColonEqual => {
                let element = self.element_start;
                let element = self.last_element(first, element);
                if !matches!(self.kind(element), ExprKind::Name { .. }) {
                    return Err(self.hint_walrus_target(element));
                }
                Err(Stop::Fail)
            }
            _ => Ok(StmtKind::Expr { value: first }),
        }
    }

    /// The last element of a tuple without parentheses, which starts at `start`, or `id` itself.
    fn last_element(&self, id: ExprId, start: u32) -> ExprId {
        match self.kind(id) {
            ExprKind::Tuple { elts, .. } if start > self.span(id).start => {
                self.tree.exprs(elts).last().copied().unwrap_or(id)
            }
            _ => id,
        }
    }

    fn assignment(&mut self, kind: Kind, first: ExprId) -> Parse<StmtKind> {
        let mark = self.scratch.exprs.len();
        let (equal, start) = (self.tok, self.element_start);
        let mut value = first;
        let mut yields = kind == Kind::Yield;
        while self.tok.kind == Kind::Equal {
            if yields {
                let text = "assignment to yield expression not possible";
                return Err(self.raise(text, self.span(value)));
            }
            if self.invalid_target(value, Target::Star).is_some() {
                // CPython looks for a better message from the start of the statement.
                self.lexer.pos = equal.end as usize;
                (self.tok, self.ahead) = (equal, None);
                let element = self.last_element(first, start);
                self.hint_equal_for_comparison(start, element)?;
                self.check_target(value, Target::Star)?;
            }
            self.set_context(value, ExprContext::Store);
            self.hold_expr(value)?;
            self.advance()?;
            yields = self.tok.kind == Kind::Yield;
            value = self.yield_or_star_expressions()?;
        }
        if augmented_operator(self.tok.kind).is_some() {
            return Err(Stop::Fail);
        }
        let targets = self.take_exprs(mark)?;
        Ok(StmtKind::Assign { targets, value })
    }

    fn augmented(&mut self, target: ExprId, op: Operator) -> Parse<StmtKind> {
        let fits = matches!(
            self.kind(target),
            ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. }
        );
        self.advance()?;
        let value = self.yield_or_star_expressions()?;
        if !fits {
            let name = self.expression_name(target);
            let text = message(&[
                "'",
                name,
                "' is an illegal expression for augmented assignment",
            ]);
            return Err(self.raise(text, self.span(target)));
        }
        self.set_context(target, ExprContext::Store);
        Ok(StmtKind::AugAssign { target, op, value })
    }

    /// At the `:` behind `target`, which started at `start` with a token of kind `first`.
    fn annotated(&mut self, start: u32, first: Kind, target: ExprId) -> Parse<StmtKind> {
        let place = self.span(target);
        let wrong = match self.kind(target) {
            ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => None,
            ExprKind::List { .. } => {
                Some(("only single target (not list) can be annotated", place))
            }
            ExprKind::Tuple { elts, .. } => {
                let text = "only single target (not tuple) can be annotated";
                let bare = first != Kind::LeftParen || self.prev.kind != Kind::RightParen;
                let element = self.tree.exprs(elts).first().copied();
                let element = element.map_or(place, |element| self.span(element));
                Some((text, if bare { element } else { place }))
            }
            ExprKind::Yield { .. } | ExprKind::YieldFrom { .. } => return Err(Stop::Fail),
            _ => Some(("illegal target for annotation", place)),
        };
        if let Some((text, place)) = wrong {
            let fits = self.probe(|parser| {
                parser.advance()?;
                parser.expression().map(|_| ())
            });
            return Err(self.raise_if(fits, text, place));
        }
        self.advance()?;
        let annotation = self.expression()?;
        let value = if self.eat(Kind::Equal)? {
            Some(self.yield_or_star_expressions()?)
        } else {
            None
        };
        self.set_context(target, ExprContext::Store);
        let simple = matches!(self.kind(target), ExprKind::Name { .. }) && place.start == start;
        Ok(StmtKind::AnnAssign {
            target,
            annotation,
            value,
            simple,
        })
    }
}

/// The operator of an augmented assignment.
fn augmented_operator(kind: Kind) -> Option<Operator> {
    Some(match kind {
        Kind::PlusEqual => Operator::Add,
        Kind::MinusEqual => Operator::Sub,
        Kind::StarEqual => Operator::Mult,
        Kind::AtEqual => Operator::MatMult,
        Kind::SlashEqual => Operator::Div,
        Kind::PercentEqual => Operator::Mod,
        Kind::AmpersandEqual => Operator::BitAnd,
        Kind::PipeEqual => Operator::BitOr,
        Kind::CaretEqual => Operator::BitXor,
        Kind::LeftShiftEqual => Operator::LShift,
        Kind::RightShiftEqual => Operator::RShift,
        Kind::DoubleStarEqual => Operator::Pow,
        Kind::DoubleSlashEqual => Operator::FloorDiv,
        _ => return None,
    })
}
