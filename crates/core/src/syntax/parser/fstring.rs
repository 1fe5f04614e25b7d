//! f-strings: finding literal text and expressions, as CPython 3.11's `string_parser.c` does.
//!
//! The text between the quotes is scanned for `{`; each expression is parsed in place by a lexer
//! of its own that ends where the expression ends, so spans are those of the whole source.

use super::super::error::message;
use super::super::lexer::Lexer;
use super::super::token::{Kind, Token};
use super::super::tree::*;
use super::strings::{Joined, Literal, shown};
use super::{Parse, Parser};

/// The text of an f-string being scanned.
struct Scan {
    pos: usize,
    end: usize,
    raw: bool,
}

impl Parser<'_> {
    /// Appends the parts of the f-string `literal` to `joined`.
    pub(super) fn format_string(&mut self, literal: Literal, joined: &mut Joined) -> Parse<()> {
        let body = literal.body;
        let mut scan = Scan {
            pos: body.start as usize,
            end: body.end as usize,
            raw: literal.raw,
        };
        self.format_parts(&mut scan, joined, 0)?;
        if scan.pos < scan.end {
            return Err(self.format_error(": unexpected end of string"));
        }
        Ok(())
    }

    fn byte(&self, pos: usize, scan: &Scan) -> u8 {
        if pos < scan.end {
            self.src.get(pos).copied().unwrap_or(0)
        } else {
            0
        }
    }

    /// Literal text and expressions up to the end, or in a format spec up to its `}`.
    fn format_parts(&mut self, scan: &mut Scan, joined: &mut Joined, nesting: u8) -> Parse<()> {
        loop {
            self.format_text(scan, nesting)?;
            if self.byte(scan.pos, scan) != b'{' {
                return Ok(());
            }
            self.replacement(scan, joined, nesting)?;
        }
    }

    /// Literal text up to a brace that means something.
    fn format_text(&mut self, scan: &mut Scan, nesting: u8) -> Parse<()> {
        let mut start = scan.pos;
        let mut pos = scan.pos;
        while pos < scan.end {
            let mut c = self.byte(pos, scan);
            pos += 1;
            if c == b'\\' && !scan.raw && pos < scan.end {
                c = self.byte(pos, scan);
                pos += 1;
                if c == b'N' {
                    if self.byte(pos, scan) == b'{' {
                        while pos < scan.end && self.byte(pos, scan) != b'}' {
                            pos += 1;
                        }
                        pos = (pos + 1).min(scan.end);
                    }
                    continue;
                }
            }
            if c != b'{' && c != b'}' {
                continue;
            }
            if nesting == 0 {
                if self.byte(pos, scan) == c {
                    self.decode(Span::new(start as u32, pos as u32), scan.raw)?;
                    pos += 1;
                    start = pos;
                    continue;
                }
                if c == b'}' {
                    return Err(self.format_error(": single '}' is not allowed"));
                }
            }
            pos -= 1;
            break;
        }
        self.decode(Span::new(start as u32, pos as u32), scan.raw)?;
        scan.pos = pos;
        Ok(())
    }

    /// A replacement field, at its `{`.
    fn replacement(&mut self, scan: &mut Scan, joined: &mut Joined, nesting: u8) -> Parse<()> {
        if nesting >= 2 {
            return Err(self.format_error(": expressions nested too deeply"));
        }
        let start = scan.pos + 1;
        let end = self.expression_end(start, scan)?;
        let mut pos = end;
        let mark = self.tree.pool.len();
        // The literal text before belongs in front of the field; the debug text, too.
        let debug = self.byte(pos, scan) == b'=';
        if !debug {
            self.end_text(joined)?;
        }
        let value = self.format_expression(Span::new(start as u32, end as u32))?;
        if debug {
            // Strings in the expression have gone to the pool behind the text: it is put again.
            pos += 1;
            while matches!(
                self.byte(pos, scan),
                b' ' | b'\t' | b'\n' | b'\r' | b'\x0B' | b'\x0C'
            ) {
                pos += 1;
            }
            let text = joined.text as usize..mark;
            joined.text = self.tree.pool.len() as u32;
            for index in text {
                let byte = self.tree.pool.get(index).copied().unwrap_or(0);
                self.put(&[byte])?;
            }
            self.decode(Span::new(start as u32, pos as u32), true)?;
            self.end_text(joined)?;
        }
        let mut conversion = Conversion::None;
        if self.byte(pos, scan) == b'!' {
            pos += 1;
            if pos >= scan.end {
                return Err(self.format_error(": expecting '}'"));
            }
            conversion = match self.byte(pos, scan) {
                b's' => Conversion::Str,
                b'r' => Conversion::Repr,
                b'a' => Conversion::Ascii,
                _ => {
                    let text = ": invalid conversion character: expected 's', 'r', or 'a'";
                    return Err(self.format_error(text));
                }
            };
            pos += 1;
        }
        let mut format_spec = None;
        if self.byte(pos, scan) == b':' {
            scan.pos = pos + 1;
            if scan.pos >= scan.end {
                return Err(self.format_error(": expecting '}'"));
            }
            let mut spec = Joined {
                text: self.tree.pool.len() as u32,
                values: self.scratch.exprs.len(),
                span: joined.span,
                u_prefix: joined.u_prefix,
                format: true,
            };
            self.format_parts(scan, &mut spec, nesting + 1)?;
            self.end_text(&mut spec)?;
            let values = self.take_exprs(spec.values)?;
            format_spec = Some(self.expr(ExprKind::JoinedStr { values }, joined.span)?);
            pos = scan.pos;
        }
        if self.byte(pos, scan) != b'}' {
            return Err(self.format_error(": expecting '}'"));
        }
        scan.pos = pos + 1;
        if debug && format_spec.is_none() && conversion == Conversion::None {
            conversion = Conversion::Repr;
        }
        joined.text = self.tree.pool.len() as u32;
        let kind = ExprKind::FormattedValue {
            value,
            conversion,
            format_spec,
        };
        let id = self.expr(kind, joined.span)?;
        self.hold_expr(id)
    }

    /// Where the expression that starts at `start` ends: at `!`, `:`, `=` or `}`.
    fn expression_end(&mut self, start: usize, scan: &Scan) -> Parse<usize> {
        let mark = self.tree.pool.len();
        let mut pos = start;
        // The quote of the string within the expression, and how many of them delimit it.
        let mut quote: Option<(u8, usize)> = None;
        while pos < scan.end {
            let c = self.byte(pos, scan);
            let tripled = self.byte(pos + 1, scan) == c && self.byte(pos + 2, scan) == c;
            if c == b'\\' {
                return Err(self.format_error(" expression part cannot include a backslash"));
            }
            if let Some((open, count)) = quote {
                if c == open && (count == 1 || tripled) {
                    pos += count - 1;
                    quote = None;
                }
                pos += 1;
                continue;
            }
            // The pool's end serves as the stack of brackets; it is cut back below.
            let depth = self.tree.pool.len() - mark;
            match c {
                b'\'' | b'"' => {
                    let count = if tripled { 3 } else { 1 };
                    pos += count - 1;
                    quote = Some((c, count));
                }
                b'[' | b'{' | b'(' => {
                    if depth >= self.max_parentheses {
                        return Err(self.format_error(": too many nested parenthesis"));
                    }
                    self.put(&[c])?;
                }
                b'#' => return Err(self.format_error(" expression part cannot include '#'")),
                b'!' | b':' | b'}' | b'=' | b'>' | b'<' if depth == 0 => {
                    if self.byte(pos + 1, scan) == b'=' && matches!(c, b'!' | b'=' | b'<' | b'>') {
                        pos += 1;
                    } else if c != b'<' && c != b'>' {
                        break;
                    }
                }
                b']' | b'}' | b')' => self.close_bracket(c, depth)?,
                _ => {}
            }
            pos += 1;
        }
        let open = self
            .tree
            .pool
            .get(mark..)
            .and_then(|stack| stack.last())
            .copied();
        self.tree.pool.truncate(mark);
        if quote.is_some() {
            return Err(self.format_error(": unterminated string"));
        }
        if let Some(open) = open {
            let text = message(&[": unmatched '", shown(&[open]), "'"]);
            return Err(self.format_error(&text));
        }
        if pos >= scan.end {
            return Err(self.format_error(": expecting '}'"));
        }
        Ok(pos)
    }

    fn close_bracket(&mut self, c: u8, depth: usize) -> Parse<()> {
        let open = if depth == 0 {
            None
        } else {
            self.tree.pool.pop()
        };
        let text = match (open, c) {
            (Some(b'('), b')') | (Some(b'['), b']') | (Some(b'{'), b'}') => return Ok(()),
            (None, _) => message(&[": unmatched '", shown(&[c]), "'"]),
            (Some(open), _) => message(&[
                ": closing parenthesis '",
                shown(&[c]),
                "' does not match opening parenthesis '",
                shown(&[open]),
                "'",
            ]),
        };
        Err(self.format_error(&text))
    }

    /// Parses the expression at `place`.
    fn format_expression(&mut self, place: Span) -> Parse<ExprId> {
        let src = self.src;
        let text = src
            .get(place.start as usize..place.end as usize)
            .unwrap_or(&[]);
        if text
            .iter()
            .all(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\x0C' | b'\r'))
        {
            let text = match src.get(place.end as usize) {
                Some(b'!') => ": expression required before '!'",
                Some(b':') => ": expression required before ':'",
                Some(b'=') => ": expression required before '='",
                _ => ": empty expression not allowed",
            };
            return Err(self.format_error(text));
        }
        let part = src.get(..place.end as usize).unwrap_or(src);
        let lexer = Lexer::inner(part, place.start as usize, self.max_parentheses);
        let lexer = core::mem::replace(&mut self.lexer, lexer);
        let state = (
            self.tok,
            self.ahead.take(),
            self.prev,
            self.count,
            self.furthest,
        );
        let element_start = self.element_start;
        let outer = self.fstring.replace(place);
        self.furthest = (
            self.count,
            Token {
                kind: Kind::Newline,
                level: 1,
                ..self.tok
            },
        );
        // A parser of its own in CPython: it explains its errors whoever looks for it.
        let quiet = core::mem::take(&mut self.quiet);
        let result = self.format_inner();
        self.quiet = quiet;
        if let Err(stop) = result {
            let token = self.furthest.1;
            let inner = self.fstring;
            if stop == super::Stop::Fail {
                let _ = self.raise("invalid syntax", at_least_one(token.span()));
            } else if let Some(error) = &mut self.error
                && error.fstring.is_none()
            {
                // An error of the lexer or of a number: CPython gives it no prefix.
                error.fstring = inner;
            }
            self.lexer = lexer;
            (self.tok, self.ahead, self.prev, self.count, self.furthest) = state;
            return Err(if self.error.is_some() {
                super::Stop::Raised
            } else {
                stop
            });
        }
        self.lexer = lexer;
        (self.tok, self.ahead, self.prev, self.count, self.furthest) = state;
        self.element_start = element_start;
        self.fstring = outer;
        result
    }

    /// What may stand in the unseen parentheses of a replacement field.
    fn format_inner(&mut self) -> Parse<ExprId> {
        self.enter()?;
        self.advance()?;
        let start = self.tok.start;
        let value = if self.tok.kind == Kind::Yield {
            self.yield_expression()?
        } else if self.tok.kind == Kind::DoubleStar {
            return Err(self.hint_double_star_group(Kind::End));
        } else {
            let first = self.star_named_expression()?;
            let starred = matches!(self.kind(first), ExprKind::Starred { .. });
            match self.tok.kind {
                Kind::For | Kind::Async => {
                    let generators = self.for_if_clauses()?;
                    let span = self.span_from(start);
                    self.expr(
                        ExprKind::GeneratorExp {
                            elt: first,
                            generators,
                        },
                        span,
                    )?
                }
                Kind::Comma => {
                    let mark = self.scratch.exprs.len();
                    self.hold_expr(first)?;
                    self.more_elements(Kind::End)?;
                    let elts = self.take_exprs(mark)?;
                    let span = self.span_from(start);
                    self.expr(
                        ExprKind::Tuple {
                            elts,
                            ctx: ExprContext::Load,
                        },
                        span,
                    )?
                }
                Kind::End if starred => {
                    return Err(self.raise("cannot use starred expression here", self.span(first)));
                }
                _ => first,
            }
        };
        self.require(Kind::End)?;
        self.leave();
        Ok(value)
    }
}

/// The unseen closing parenthesis has a width in CPython.
fn at_least_one(span: Span) -> Span {
    Span::new(span.start, span.end.max(span.start + 1))
}
