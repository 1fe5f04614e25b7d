//! Compound statements and their blocks.

use super::super::error::{Decimal, ErrorKind, message};
use super::super::token::{Kind, Token};
use super::super::tree::*;
use super::targets::Target;
use super::{Parse, Parser, Stop};

impl Parser<'_> {
    /// `statement`: pushes what it parses on the stack of statements.
    pub(super) fn statement(&mut self) -> Parse<()> {
        let start = self.tok;
        let kind = match start.kind {
            Kind::If => self.if_statement()?,
            Kind::While => self.while_statement()?,
            Kind::For => self.for_statement(start, false)?,
            Kind::With => self.with_statement(start, false)?,
            Kind::Try => self.try_statement()?,
            Kind::Def => self.function(start, Range::EMPTY, false)?,
            Kind::Class => self.class(Range::EMPTY)?,
            Kind::At => return self.decorated(),
            Kind::Async => {
                self.advance()?;
                match self.tok.kind {
                    Kind::Def => self.function(self.tok, Range::EMPTY, true)?,
                    Kind::For => self.for_statement(self.tok, true)?,
                    Kind::With => self.with_statement(self.tok, true)?,
                    _ => return Err(Stop::Fail),
                }
            }
            Kind::Name if self.text(start) == b"match" && self.is_match()? => {
                self.match_statement()?
            }
            _ => return self.simple_statements(),
        };
        self.block_statement(start.start, kind)
    }

    fn block_statement(&mut self, start: u32, kind: StmtKind) -> Parse<()> {
        let span = self.span_from(start);
        let id = self.add_stmt(Stmt { kind, span })?;
        self.hold_stmt(id)
    }

    fn decorated(&mut self) -> Parse<()> {
        let mark = self.scratch.exprs.len();
        while self.eat(Kind::At)? {
            let decorator = self.named_expression()?;
            self.expect(Kind::Newline)?;
            self.hold_expr(decorator)?;
        }
        let decorators = self.take_exprs(mark)?;
        let start = self.tok;
        let kind = match start.kind {
            Kind::Def => self.function(start, decorators, false)?,
            Kind::Class => self.class(decorators)?,
            Kind::Async => {
                self.advance()?;
                self.require(Kind::Def)?;
                self.function(self.tok, decorators, true)?
            }
            _ => return Err(Stop::Fail),
        };
        self.block_statement(start.start, kind)
    }

    /// The `:` behind a header.
    pub(super) fn colon(&mut self) -> Parse<()> {
        if self.tok.kind == Kind::Newline {
            return Err(self.raise("expected ':'", self.tok.span()));
        }
        self.expect(Kind::Colon)
    }

    /// A `:` where nothing else can stand.
    fn forced_colon(&mut self) -> Parse<()> {
        if self.tok.kind != Kind::Colon {
            return Err(self.raise("expected ':'", self.tok.span()));
        }
        self.advance()
    }

    /// `block`, of the statement `what` whose keyword is `keyword`.
    pub(super) fn block(&mut self, what: &str, keyword: Token) -> Parse<StmtRange> {
        let mark = self.scratch.stmts.len();
        if !self.eat(Kind::Newline)? {
            self.simple_statements()?;
            return self.take_stmts(mark);
        }
        self.indent(what, keyword)?;
        self.enter()?;
        loop {
            self.statement()?;
            if self.tok.kind == Kind::Dedent {
                break;
            }
            if self.tok.kind == Kind::End {
                return Err(Stop::Fail);
            }
        }
        self.leave();
        self.advance()?;
        self.take_stmts(mark)
    }

    pub(super) fn indent(&mut self, what: &str, keyword: Token) -> Parse<()> {
        if self.tok.kind == Kind::Indent {
            return self.advance();
        }
        let line = Decimal::new(self.lexer.line_of(keyword.start as usize));
        let text = message(&[
            "expected an indented block after ",
            what,
            " on line ",
            line.as_str(),
        ]);
        let stop = self.raise_kind(ErrorKind::Indentation, text, self.place());
        let at_end = self.tok.end as usize >= self.src.len();
        if let Some(error) = &mut self.error {
            error.incomplete = at_end;
        }
        Err(stop)
    }

    fn if_statement(&mut self) -> Parse<StmtKind> {
        let keyword = self.tok;
        self.advance()?;
        let test = self.named_expression()?;
        self.colon()?;
        let body = self.block("'if' statement", keyword)?;
        // The branches of `elif` are kept as statements without `orelse` and linked afterwards,
        // from the last to the first.
        let mark = self.scratch.stmts.len();
        while self.tok.kind == Kind::Elif {
            let keyword = self.tok;
            self.advance()?;
            let test = self.named_expression()?;
            self.colon()?;
            let body = self.block("'elif' statement", keyword)?;
            let kind = StmtKind::If {
                test,
                body,
                orelse: Range::EMPTY,
            };
            let id = self.add_stmt(Stmt {
                kind,
                span: keyword.span(),
            })?;
            self.hold_stmt(id)?;
        }
        let mut rest = self.else_block()?;
        let end = self.prev.end;
        while self.scratch.stmts.len() > mark {
            let Some(id) = self.scratch.stmts.pop() else {
                break;
            };
            if let Some(stmt) = self.tree.stmts.get_mut(id.index()) {
                stmt.span.end = end;
                if let StmtKind::If { orelse, .. } = &mut stmt.kind {
                    *orelse = rest;
                }
            }
            let single = self.scratch.stmts.len();
            self.hold_stmt(id)?;
            rest = self.take_stmts(single)?;
        }
        Ok(StmtKind::If {
            test,
            body,
            orelse: rest,
        })
    }

    /// `[else_block]`.
    fn else_block(&mut self) -> Parse<StmtRange> {
        let keyword = self.tok;
        if !self.eat(Kind::Else)? {
            return Ok(Range::EMPTY);
        }
        self.forced_colon()?;
        self.block("'else' statement", keyword)
    }

    fn while_statement(&mut self) -> Parse<StmtKind> {
        let keyword = self.tok;
        self.advance()?;
        let test = self.named_expression()?;
        self.colon()?;
        let body = self.block("'while' statement", keyword)?;
        let orelse = self.else_block()?;
        Ok(StmtKind::While { test, body, orelse })
    }

    fn for_statement(&mut self, keyword: Token, is_async: bool) -> Parse<StmtKind> {
        self.advance()?;
        let target = self.for_target()?;
        self.expect(Kind::In)?;
        let iter = self.star_expressions()?;
        self.colon()?;
        let body = self.block("'for' statement", keyword)?;
        let orelse = self.else_block()?;
        Ok(if is_async {
            StmtKind::AsyncFor {
                target,
                iter,
                body,
                orelse,
            }
        } else {
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
            }
        })
    }

    fn with_statement(&mut self, keyword: Token, is_async: bool) -> Parse<StmtKind> {
        self.advance()?;
        let mut items = None;
        if self.tok.kind == Kind::LeftParen {
            items = self.attempt(|parser| {
                parser.advance()?;
                let items = parser.with_items(true)?;
                parser.expect(Kind::RightParen)?;
                if parser.tok.kind == Kind::Newline {
                    return Ok(items);
                }
                parser.require(Kind::Colon)?;
                Ok(items)
            })?;
        }
        let items = match items {
            Some(items) => items,
            None => self.with_items(false)?,
        };
        self.colon()?;
        let body = self.block("'with' statement", keyword)?;
        Ok(if is_async {
            StmtKind::AsyncWith { items, body }
        } else {
            StmtKind::With { items, body }
        })
    }

    fn with_items(&mut self, parenthesized: bool) -> Parse<Range<WithItem>> {
        let mark = self.scratch.with_items.len();
        loop {
            let context_expr = self.expression()?;
            let mut optional_vars = None;
            if self.eat(Kind::As)? {
                let target = self.star_expression()?;
                if matches!(self.tok.kind, Kind::Comma | Kind::RightParen | Kind::Colon) {
                    self.check_target(target, Target::Star)?;
                } else if self.invalid_target(target, Target::Star).is_some() {
                    return Err(Stop::Fail);
                }
                self.set_context(target, ExprContext::Store);
                optional_vars = Some(target);
            }
            self.hold_with_item(WithItem {
                context_expr,
                optional_vars,
            })?;
            if !self.eat(Kind::Comma)? || (parenthesized && self.tok.kind == Kind::RightParen) {
                return self.take_with_items(mark);
            }
        }
    }

    fn try_statement(&mut self) -> Parse<StmtKind> {
        let keyword = self.tok;
        self.advance()?;
        self.forced_colon()?;
        let body = self.block("'try' statement", keyword)?;
        if !matches!(self.tok.kind, Kind::Except | Kind::Finally) {
            let stop = self.raise("expected 'except' or 'finally' block", self.place());
            let at_end = self.tok.end as usize >= self.src.len();
            if let Some(error) = &mut self.error {
                error.incomplete = at_end;
            }
            return Err(stop);
        }
        let mark = self.scratch.handlers.len();
        let mut is_star = None;
        while self.tok.kind == Kind::Except {
            self.handler(&mut is_star)?;
        }
        let handlers = self.take_handlers(mark)?;
        let orelse = if handlers.is_empty() {
            Range::EMPTY
        } else {
            self.else_block()?
        };
        let keyword = self.tok;
        let mut finalbody = Range::EMPTY;
        if self.eat(Kind::Finally)? {
            self.forced_colon()?;
            finalbody = self.block("'finally' statement", keyword)?;
        }
        let is_star = is_star.unwrap_or(false);
        let id = self.add_try(TryStmt {
            body,
            handlers,
            orelse,
            finalbody,
            is_star,
        })?;
        Ok(StmtKind::Try(id))
    }

    fn handler(&mut self, is_star: &mut Option<bool>) -> Parse<()> {
        let keyword = self.tok;
        self.advance()?;
        let star_token = self.tok;
        let star = self.eat(Kind::Star)?;
        if star && matches!(self.tok.kind, Kind::Newline | Kind::Colon) {
            return Err(self.raise("expected one or more exception types", self.tok.span()));
        }
        let mut typ = None;
        let mut name = None;
        if !matches!(self.tok.kind, Kind::Colon | Kind::Newline) {
            let first = self.tok.start;
            typ = Some(self.expression()?);
            if self.tok.kind == Kind::Comma {
                return Err(self.multiple_types(first));
            }
            if self.eat(Kind::As)? {
                name = Some(self.name()?);
            }
        }
        self.colon()?;
        if is_star.is_some_and(|before| before != star) {
            let text = "cannot have both 'except' and 'except*' on the same 'try'";
            let place = if star {
                keyword.span().to(star_token.span())
            } else {
                keyword.span()
            };
            return Err(self.raise(text, place));
        }
        *is_star = Some(star);
        let what = if star {
            "'except*' statement"
        } else {
            "'except' statement"
        };
        let body = self.block(what, keyword)?;
        let span = self.span_from(keyword.start);
        self.hold_handler(ExceptHandler {
            typ,
            name,
            body,
            span,
        })
    }

    /// At the comma of `except A, B:`; the first type started at `start`.
    fn multiple_types(&mut self, start: u32) -> Stop {
        let mut end = self.tok.end;
        let fits = self.probe(|parser| {
            parser.advance()?;
            parser.expressions()?;
            if parser.eat(Kind::As)? {
                parser.name()?;
            }
            end = parser.tok.end.saturating_sub(1);
            parser.require(Kind::Colon)
        });
        let text = "multiple exception types must be parenthesized";
        self.raise_if(fits, text, Span::new(start, end))
    }

    fn function(
        &mut self,
        keyword: Token,
        decorator_list: ExprRange,
        is_async: bool,
    ) -> Parse<StmtKind> {
        self.advance()?;
        let name = self.name()?;
        if self.tok.kind != Kind::LeftParen {
            return Err(self.raise("expected '('", self.tok.span()));
        }
        self.advance()?;
        let args = self.parameters(false)?;
        self.expect(Kind::RightParen)?;
        let arrow = self.tok;
        let returns = if self.eat(Kind::Arrow)? {
            match self.expression() {
                Ok(value) => Some(value),
                // Without a value there is no arrow, and a colon would have to stand in its place.
                Err(Stop::Fail) => return Err(self.raise("expected ':'", arrow.span())),
                Err(stop) => return Err(stop),
            }
        } else {
            None
        };
        self.forced_colon()?;
        let body = self.block("function definition", keyword)?;
        let id = self.add_function(FunctionDef {
            name,
            args,
            body,
            decorator_list,
            returns,
            is_async,
        })?;
        Ok(StmtKind::FunctionDef(id))
    }

    fn class(&mut self, decorator_list: ExprRange) -> Parse<StmtKind> {
        let keyword = self.tok;
        self.advance()?;
        let name = self.name()?;
        let (bases, keywords) = if self.tok.kind == Kind::LeftParen {
            self.arguments(false)?
        } else {
            (Range::EMPTY, Range::EMPTY)
        };
        self.colon()?;
        let body = self.block("class definition", keyword)?;
        let id = self.add_class(ClassDef {
            name,
            bases,
            keywords,
            body,
            decorator_list,
        })?;
        Ok(StmtKind::ClassDef(id))
    }
}
