//! The parser: recursive descent with one token of lookahead.
//!
//! [`run`] is called by [`parse`](super::parse). Nothing here goes back over the source, with two
//! exceptions, each bounded by one statement header or one attempt per error: [`Parser::attempt`]
//! (the parenthesised `with`, and the search for a better message once the source is known to be
//! wrong) and the lookahead for the soft keyword `match`.
//!
//! A rule that does not match returns [`Stop::Fail`]; the error then is `invalid syntax` at the
//! furthest token read, as CPython has it. A rule that knows better calls [`Parser::raise`].
//! Lists under construction lie on stacks in [`Scratch`] and are moved to the tree when complete.

mod atom;
mod call;
mod compound;
mod expr;
mod fstring;
mod hints;
mod params;
mod pattern;
mod simple;
mod strings;
mod targets;

use super::arena::{Body, Tree};
use super::error::{At, Columns, Error, ErrorKind};
use super::lexer::Lexer;
use super::memory::Budget;
use super::names::Names;
use super::token::{Kind, Token};
use super::tree::*;
use super::{Mode, Options};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// What a compound statement begins with (`match` does not tell: it may be a name).
const COMPOUND: [&[u8]; 9] = [
    b"if", b"for", b"while", b"try", b"with", b"def", b"class", b"async", b"@",
];

/// Why a rule stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// It does not match.
    Fail,
    /// The error is in [`Parser::error`].
    Raised,
}

type Parse<T> = Result<T, Stop>;

/// Parses `src` from byte `start`.
pub(super) fn run(src: &[u8], start: usize, mode: Mode, options: &Options) -> Result<Tree, Error> {
    let mut parser = Parser::new(
        src,
        Lexer::new(src, start, options.max_parentheses),
        options,
    );
    let body = match parser.top(mode) {
        Ok(body) => body,
        Err(stop) => return Err(parser.final_error(stop)),
    };
    parser.tree.body = body;
    Ok(parser.tree)
}

/// The state of the parser.
struct Parser<'s> {
    src: &'s [u8],
    lexer: Lexer<'s>,
    budget: Budget,
    tree: Tree,
    /// The current token.
    tok: Token,
    /// The token after it, when it has been looked at.
    ahead: Option<Token>,
    /// The last token passed that is not of layout.
    prev: Token,
    /// The kind of the last token passed, of layout or not.
    passed: Kind,
    /// How many tokens have been read, and the last that was read outside of an attempt.
    count: u32,
    furthest: (u32, Token),
    /// The same, attempts included.
    reached: (u32, Token),
    /// Above 0 while trying what may come next in a source known to be wrong: no hints then, and
    /// the furthest token stays.
    quiet: u32,
    depth: u32,
    max_depth: u32,
    max_parentheses: usize,
    unicode: Option<super::UnicodeData>,
    /// The expression of the f-string being parsed.
    fstring: Option<Span>,
    /// Where the last element of a list of expressions starts, parentheses included.
    element_start: u32,
    /// Where the string literal that is decoded starts.
    literal_start: u32,
    error: Option<Error>,
    /// Whether the error is the lexer's.
    lexer_failed: bool,
    /// Whether it is a string's, which CPython reports wherever it meets one.
    string_failed: bool,
    scratch: Scratch,
}

/// Lists under construction.
#[derive(Default)]
struct Scratch {
    exprs: Vec<ExprId>,
    stmts: Vec<StmtId>,
    patterns: Vec<PatternId>,
    names: Vec<NameId>,
    args: Vec<Arg>,
    dict_items: Vec<DictItem>,
    comparisons: Vec<Comparison>,
    comprehensions: Vec<Comprehension>,
    keywords: Vec<Keyword>,
    handlers: Vec<ExceptHandler>,
    with_items: Vec<WithItem>,
    aliases: Vec<Alias>,
    cases: Vec<MatchCase>,
}

/// Makes, for each kind of list, `hold` (push on the stack) and `take` (move all above a mark to
/// the tree).
macro_rules! lists {
    ($($hold:ident $take:ident: $field:ident to $vec:ident of $item:ty;)*) => {
        impl Parser<'_> {
            $(
                fn $hold(&mut self, item: $item) -> Parse<()> {
                    let result = self.budget.push(&mut self.scratch.$field, item);
                    self.keep(result)
                }
                fn $take(&mut self, mark: usize) -> Parse<Range<$item>> {
                    let start = self.tree.$vec.len() as u32;
                    let items = self.scratch.$field.get(mark..).unwrap_or(&[]);
                    let result = self.budget.extend(&mut self.tree.$vec, items);
                    self.scratch.$field.truncate(mark);
                    self.keep(result)?;
                    Ok(Range::new(start, self.tree.$vec.len() as u32))
                }
            )*
        }
        impl Scratch {
            fn lengths(&self) -> [usize; 13] {
                [$(self.$field.len()),*]
            }
            fn truncate(&mut self, lengths: [usize; 13]) {
                let mut lengths = lengths.into_iter();
                $(self.$field.truncate(lengths.next().unwrap_or(0));)*
            }
        }
    };
}

lists! {
    hold_expr take_exprs: exprs to expr_lists of ExprId;
    hold_stmt take_stmts: stmts to stmt_lists of StmtId;
    hold_pattern take_patterns: patterns to pattern_lists of PatternId;
    hold_name take_names: names to name_lists of NameId;
    hold_arg take_args: args to args of Arg;
    hold_dict_item take_dict_items: dict_items to dict_items of DictItem;
    hold_comparison take_comparisons: comparisons to comparisons of Comparison;
    hold_comprehension take_comprehensions:
        comprehensions to comprehensions of Comprehension;
    hold_keyword take_keywords: keywords to keywords of Keyword;
    hold_handler take_handlers: handlers to handlers of ExceptHandler;
    hold_with_item take_with_items: with_items to with_items of WithItem;
    hold_alias take_aliases: aliases to aliases of Alias;
    hold_case take_cases: cases to cases of MatchCase;
}

/// Makes, for each kind of node, the function that adds one to the tree.
macro_rules! nodes {
    ($($add:ident: $vec:ident of $item:ty as $id:ident;)*) => {
        impl Parser<'_> {
            $(
                #[inline]
                fn $add(&mut self, item: $item) -> Parse<$id> {
                    let index = self.tree.$vec.len() as u32;
                    let result = self.budget.push(&mut self.tree.$vec, item);
                    self.keep(result)?;
                    Ok($id::new(index))
                }
            )*
        }
    };
}

nodes! {
    add_expr: exprs of Expr as ExprId;
    add_stmt: stmts of Stmt as StmtId;
    add_pattern: patterns of Pattern as PatternId;
    add_function: functions of FunctionDef as FunctionId;
    add_class: classes of ClassDef as ClassId;
    add_try: tries of TryStmt as TryId;
    add_arguments: arguments of Arguments as ArgumentsId;
    add_arg: args of Arg as ArgId;
}

impl<'s> Parser<'s> {
    fn new(src: &'s [u8], lexer: Lexer<'s>, options: &Options) -> Parser<'s> {
        let start = Token {
            kind: Kind::Newline,
            level: 0,
            start: 0,
            end: 0,
        };
        Parser {
            src,
            lexer,
            budget: Budget::new(options.max_bytes),
            tree: Tree {
                body: Body::Module(Range::EMPTY),
                exprs: Vec::new(),
                stmts: Vec::new(),
                patterns: Vec::new(),
                functions: Vec::new(),
                classes: Vec::new(),
                tries: Vec::new(),
                arguments: Vec::new(),
                args: Vec::new(),
                expr_lists: Vec::new(),
                stmt_lists: Vec::new(),
                pattern_lists: Vec::new(),
                name_lists: Vec::new(),
                dict_items: Vec::new(),
                comparisons: Vec::new(),
                comprehensions: Vec::new(),
                keywords: Vec::new(),
                handlers: Vec::new(),
                with_items: Vec::new(),
                aliases: Vec::new(),
                cases: Vec::new(),
                pool: Vec::new(),
                escapes: Vec::new(),
                names: Names::new(options.hash_key),
                may_continue: false,
            },
            tok: start,
            ahead: None,
            prev: start,
            passed: Kind::Newline,
            count: 0,
            furthest: (0, start),
            reached: (0, start),
            quiet: 0,
            depth: 0,
            max_depth: options.max_depth,
            max_parentheses: options.max_parentheses,
            unicode: options.unicode,
            fstring: None,
            element_start: 0,
            literal_start: 0,
            error: None,
            lexer_failed: false,
            string_failed: false,
            scratch: Scratch::default(),
        }
    }

    /// `file`, `eval` or `interactive`.
    fn top(&mut self, mode: Mode) -> Parse<Body> {
        self.advance()?;
        match mode {
            Mode::Module | Mode::Value => {
                let mark = self.scratch.stmts.len();
                while self.tok.kind != Kind::End {
                    self.statement()?;
                }
                Ok(Body::Module(self.take_stmts(mark)?))
            }
            Mode::Eval => {
                let value = self.expressions()?;
                while self.tok.kind == Kind::Newline {
                    self.advance()?;
                }
                self.expect(Kind::End)?;
                Ok(Body::Expression(value))
            }
            Mode::Single => {
                let mark = self.scratch.stmts.len();
                if self.tok.kind != Kind::End {
                    let compound = COMPOUND.contains(&self.text(self.tok));
                    self.statement()?;
                    let block = compound || self.passed == Kind::Dedent;
                    self.tree.may_continue = block && !self.ends_with_blank_line();
                    if self.tok.kind != Kind::End {
                        let text = "multiple statements found while compiling a single statement";
                        return Err(self.raise(text, Span::new(self.prev.end, self.prev.end)));
                    }
                }
                Ok(Body::Interactive(self.take_stmts(mark)?))
            }
        }
    }

    /// Whether the source ends with an empty line, which tells a REPL that a block is
    /// complete; one of blanks does not.
    fn ends_with_blank_line(&self) -> bool {
        [&b"\n\n"[..], b"\n\r\n", b"\r\r"]
            .iter()
            .any(|end| self.src.ends_with(end))
    }

    /// The error of a parse that ended with `stop`.
    fn final_error(&mut self, stop: Stop) -> Error {
        let error = match (stop, self.error.take()) {
            (Stop::Raised, Some(error)) => error,
            _ => {
                let error = self.generic_error();
                if error.kind == ErrorKind::Indentation {
                    return error;
                }
                error
            }
        };
        let reached = self.reached.1.start;
        Error {
            reached,
            ..self.check_rest(error)
        }
    }

    /// What CPython says when no rule has a better message.
    fn generic_error(&self) -> Error {
        let token = self.furthest.1;
        let incomplete = token.kind == Kind::End
            || (token.kind == Kind::Dedent && token.end as usize >= self.src.len());
        let error = match token.kind {
            Kind::Indent => Error::new(ErrorKind::Indentation, "unexpected indent", token.span()),
            Kind::Dedent => Error::new(
                ErrorKind::Indentation,
                "unexpected unindent",
                self.place_of(token),
            ),
            _ => Error::syntax("invalid syntax", self.place_of(token)),
        };
        Error {
            incomplete,
            at: match self.layout(token) {
                At::End if token.kind == Kind::End => At::Nowhere,
                at => at,
            },
            ..error
        }
    }

    /// Lexes the rest of the source: an error of the lexer is reported in place of the parser's,
    /// and so is a bracket left open on a line before the error's.
    fn check_rest(&mut self, error: Error) -> Error {
        if !matches!(error.kind, ErrorKind::Syntax | ErrorKind::Indentation) || self.lexer_failed {
            return error;
        }
        let line = self.lexer.line_of(self.reached.1.start as usize);
        loop {
            match self.lexer.next(&mut self.budget) {
                Ok(token) if token.kind == Kind::End => return error,
                Ok(_) => {}
                Err(later) => {
                    if self.lexer.at_open_end() {
                        let open = self.lexer.open_bracket().map_or(0, |(_, at)| at as usize);
                        return if line > self.lexer.line_of(open) {
                            later
                        } else {
                            error
                        };
                    }
                    let raised =
                        later.kind == ErrorKind::Syntax && !later.message.starts_with("unexpected");
                    return if raised { later } else { error };
                }
            }
        }
    }

    // ---- tokens ----

    /// Reads the next token.
    #[inline]
    fn advance(&mut self) -> Parse<()> {
        if !matches!(self.tok.kind, Kind::Newline | Kind::Indent | Kind::Dedent) {
            self.prev = self.tok;
        }
        self.passed = self.tok.kind;
        self.tok = match self.ahead.take() {
            Some(token) => token,
            None => self.fetch()?,
        };
        Ok(())
    }

    #[inline]
    fn fetch(&mut self) -> Parse<Token> {
        match self.lexer.next(&mut self.budget) {
            Ok(token) => {
                self.count = self.count.wrapping_add(1);
                if self.count > self.reached.0 {
                    self.reached = (self.count, token);
                }
                if self.quiet == 0 && self.count > self.furthest.0 {
                    self.furthest = (self.count, token);
                }
                Ok(token)
            }
            Err(error) => {
                self.lexer_failed = true;
                self.error = Some(error);
                Err(Stop::Raised)
            }
        }
    }

    /// The token after the current one.
    fn peek(&mut self) -> Parse<Kind> {
        if self.ahead.is_none() {
            self.ahead = Some(self.fetch()?);
        }
        Ok(self.ahead.map_or(Kind::End, |token| token.kind))
    }

    /// Passes a token of `kind`, if it is the current one.
    #[inline]
    fn eat(&mut self, kind: Kind) -> Parse<bool> {
        if self.tok.kind != kind {
            return Ok(false);
        }
        self.advance()?;
        Ok(true)
    }

    /// Passes a token of `kind` and nothing else.
    #[inline]
    fn expect(&mut self, kind: Kind) -> Parse<()> {
        if self.tok.kind != kind {
            return Err(Stop::Fail);
        }
        self.advance()
    }

    /// The text of a token.
    fn text(&self, token: Token) -> &'s [u8] {
        self.src
            .get(token.start as usize..token.end as usize)
            .unwrap_or(&[])
    }

    /// Passes a name.
    fn name(&mut self) -> Parse<NameId> {
        if self.tok.kind != Kind::Name {
            return Err(Stop::Fail);
        }
        let name = self.intern(self.text(self.tok))?;
        self.advance()?;
        Ok(name)
    }

    fn intern(&mut self, name: &[u8]) -> Parse<NameId> {
        if !name.is_ascii()
            && let Some(unicode) = self.unicode
            && let Ok(text) = core::str::from_utf8(name)
            && let Some(normal) = (unicode.compatible)(text)
        {
            let result = self.tree.names.intern(normal.as_bytes(), &mut self.budget);
            return self.keep(result);
        }
        let result = self.tree.names.intern(name, &mut self.budget);
        self.keep(result)
    }

    /// From `start` to the end of the last token passed.
    fn span_from(&self, start: u32) -> Span {
        Span::new(start, self.prev.end)
    }

    // ---- nodes ----

    fn expr(&mut self, kind: ExprKind, span: Span) -> Parse<ExprId> {
        self.add_expr(Expr { kind, span })
    }

    fn kind(&self, id: ExprId) -> ExprKind {
        self.tree.expr(id).kind
    }

    fn span(&self, id: ExprId) -> Span {
        self.tree.expr(id).span
    }

    // ---- errors ----

    /// Where CPython reports an error at the current token: at the end of the source, which has
    /// no place, that is the last newline.
    fn place(&self) -> Span {
        self.place_of(self.tok)
    }

    fn place_of(&self, token: Token) -> Span {
        let length = self.src.len() as u32;
        if token.start < length || token.kind == Kind::Newline {
            return token.span();
        }
        let newline = matches!(self.src.last(), Some(b'\n' | b'\r'));
        let at = if newline { length - 1 } else { length };
        Span::new(at, at)
    }

    /// Whether a token is one of layout, without a place of its own.
    fn layout(&self, token: Token) -> At {
        match token.kind {
            Kind::Dedent if (token.end as usize) < self.src.len() => At::Dedent,
            Kind::Dedent | Kind::End => At::End,
            _ => At::Token,
        }
    }

    /// Keeps the error of `result` in the parser.
    #[inline]
    fn keep<T>(&mut self, result: Result<T, Error>) -> Parse<T> {
        result.map_err(|error| {
            self.error = Some(error);
            Stop::Raised
        })
    }

    /// A `SyntaxError` at `span`, to be returned as the error of a rule.
    fn raise(&mut self, text: impl Into<Cow<'static, str>>, span: Span) -> Stop {
        self.raise_kind(ErrorKind::Syntax, text.into(), span)
    }

    fn raise_kind(&mut self, kind: ErrorKind, text: Cow<'static, str>, span: Span) -> Stop {
        let text = match self.fstring {
            Some(_) => super::error::message(&["f-string: ", &text]),
            None => text,
        };
        self.error = Some(Error {
            fstring: self.fstring,
            columns: self.columns(),
            at: if span == self.place() {
                self.layout(self.tok)
            } else {
                At::Token
            },
            ..Error::new(kind, text, span)
        });
        Stop::Raised
    }

    /// What the columns of the parser's errors count here.
    fn columns(&self) -> Columns {
        match self.fstring {
            Some(_) => Columns::Bytes,
            None => Columns::Parser,
        }
    }

    /// Whether there is no memory; nesting too deeply counts as failure in a probe.
    fn out_of_memory(&self) -> bool {
        let memory = |e: &Error| e.kind == ErrorKind::Memory && e.message.is_empty();
        self.error.as_ref().is_some_and(memory)
    }

    /// Goes one level deeper; [`Parser::leave`] comes back.
    #[inline]
    fn enter(&mut self) -> Parse<()> {
        self.depth += 1;
        if self.depth > self.max_depth {
            let text = Cow::Borrowed("source code is nested too deeply for the parser");
            return Err(self.raise_kind(ErrorKind::Memory, text, self.tok.span()));
        }
        Ok(())
    }

    #[inline]
    fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Tries `rule`; when it fails, everything is as before. Errors it raises are passed on.
    #[inline(never)]
    fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<Option<T>> {
        let saved = self.lexer.save();
        let saved = self.keep(saved)?;
        let state = (
            self.tok,
            self.ahead,
            self.prev,
            self.count,
            self.depth,
            self.element_start,
        );
        let lengths = self.scratch.lengths();
        let kept = self.tree.lengths();
        match rule(self) {
            Ok(value) => Ok(Some(value)),
            Err(Stop::Raised) => Err(Stop::Raised),
            Err(Stop::Fail) => {
                (
                    self.tok,
                    self.ahead,
                    self.prev,
                    self.count,
                    self.depth,
                    self.element_start,
                ) = state;
                self.lexer.restore(saved);
                self.scratch.truncate(lengths);
                self.tree.truncate(kept);
                Ok(None)
            }
        }
    }

    /// Tries `rule` and goes back in any case. Errors that it raises count as failure, except
    /// those of the lexer and want of memory.
    #[inline(never)]
    fn probe<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<Option<T>> {
        let mut found = None;

        self.quiet += 1;
        let result = self.attempt(|parser| {
            match rule(parser) {
                Ok(value) => found = Some(value),
                Err(Stop::Raised)
                    if parser.lexer_failed || parser.string_failed || parser.out_of_memory() =>
                {
                    return Err(Stop::Raised);
                }
                Err(_) => {}
            }
            Err::<(), Stop>(Stop::Fail)
        });
        self.quiet -= 1;

        result?;
        self.error = None;
        Ok(found)
    }
}
