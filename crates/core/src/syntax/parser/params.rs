//! Parameters of functions and lambdas.

use super::super::token::{Kind, Token};
use super::super::tree::*;
use super::{Parse, Parser, Stop};

/// Where in a parameter list the parser is.
struct State {
    posonlyargs: Range<Arg>,
    slash: bool,
    args: Option<Range<Arg>>,
    vararg: Option<ArgId>,
    defaults: bool,
    mark: usize,
}

impl Parser<'_> {
    /// The parameters up to `)`, or up to `:` for a lambda, which have no annotations.
    pub(super) fn parameters(&mut self, lambda: bool) -> Parse<ArgumentsId> {
        let end = if lambda {
            Kind::Colon
        } else {
            Kind::RightParen
        };
        let mut state = State {
            posonlyargs: Range::EMPTY,
            slash: false,
            args: None,
            vararg: None,
            defaults: false,
            mark: self.scratch.args.len(),
        };
        let mut kwarg = None;
        while self.tok.kind != end {
            match self.tok.kind {
                Kind::Slash => self.slash(&mut state)?,
                Kind::Star => self.star(&mut state, lambda, end)?,
                Kind::DoubleStar => {
                    kwarg = Some(self.double_star(lambda)?);
                    break;
                }
                Kind::LeftParen => return Err(self.hint_parenthesized_parameters(lambda)),
                _ => self.parameter(&mut state, lambda)?,
            }
            if !self.eat(Kind::Comma)? {
                break;
            }
        }
        let rest = self.take_args(state.mark)?;
        let (args, kwonlyargs) = match state.args {
            Some(args) => (args, rest),
            None => (rest, Range::EMPTY),
        };
        self.add_arguments(Arguments {
            posonlyargs: state.posonlyargs,
            args,
            vararg: state.vararg,
            kwonlyargs,
            kwarg,
        })
    }

    fn slash(&mut self, state: &mut State) -> Parse<()> {
        let slash = self.tok;
        if state.args.is_some() {
            return Err(self.raise("/ must be ahead of *", slash.span()));
        }
        if state.slash {
            return Err(self.raise("/ may appear only once", slash.span()));
        }
        if self.scratch.args.len() == state.mark {
            let fits = self.probe(|parser| {
                parser.advance()?;
                parser.require(Kind::Comma)
            });
            let text = "at least one argument must precede /";
            return Err(self.raise_if(fits, text, slash.span()));
        }
        self.advance()?;
        if self.tok.kind == Kind::Star {
            return Err(self.raise("expected comma between / and *", self.tok.span()));
        }
        state.slash = true;
        state.posonlyargs = self.take_args(state.mark)?;
        Ok(())
    }

    fn star(&mut self, state: &mut State, lambda: bool, end: Kind) -> Parse<()> {
        let star = self.tok;
        if state.args.is_some() {
            let next = self.peek()?;
            if matches!(next, Kind::Name | Kind::Comma) {
                return Err(self.raise("* argument may appear only once", star.span()));
            }
            return Err(Stop::Fail);
        }
        self.advance()?;
        state.args = Some(self.take_args(state.mark)?);
        state.defaults = false;
        if self.tok.kind == Kind::Comma {
            let next = self.peek()?;
            if next == end || next == Kind::DoubleStar {
                return Err(self.bare_star(star, lambda));
            }
        } else if self.tok.kind == end {
            return Err(self.bare_star(star, lambda));
        } else {
            let arg = self.bare_parameter(lambda, true)?;
            if self.tok.kind == Kind::Equal {
                let text = "var-positional argument cannot have default value";
                return Err(self.raise(text, self.tok.span()));
            }
            state.vararg = Some(self.add_arg(arg)?);
        }
        Ok(())
    }

    fn bare_star(&mut self, star: Token, lambda: bool) -> Stop {
        let place = if lambda {
            self.furthest.1.span()
        } else {
            star.span()
        };
        self.raise("named arguments must follow bare *", place)
    }

    fn double_star(&mut self, lambda: bool) -> Parse<ArgId> {
        self.advance()?;
        let arg = self.bare_parameter(lambda, false)?;
        if self.tok.kind == Kind::Equal {
            let text = "var-keyword argument cannot have default value";
            return Err(self.raise(text, self.tok.span()));
        }
        if self.eat(Kind::Comma)?
            && matches!(
                self.tok.kind,
                Kind::Name | Kind::Star | Kind::DoubleStar | Kind::Slash
            )
        {
            let text = "arguments cannot follow var-keyword argument";
            return Err(self.raise(text, self.tok.span()));
        }
        self.add_arg(arg)
    }

    fn parameter(&mut self, state: &mut State, lambda: bool) -> Parse<()> {
        let mut arg = self.bare_parameter(lambda, false)?;
        if self.tok.kind == Kind::Equal {
            let equal = self.tok.span();
            self.advance()?;
            let end = if lambda {
                Kind::Colon
            } else {
                Kind::RightParen
            };
            if self.tok.kind == Kind::Comma || (self.tok.kind == end && !lambda) {
                return Err(self.raise("expected default value expression", equal));
            }
            arg.default = Some(self.expression()?);
            state.defaults = true;
        } else if state.defaults
            && state.args.is_none()
            && matches!(self.tok.kind, Kind::Comma | Kind::RightParen | Kind::Colon)
        {
            let text = "non-default argument follows default argument";
            return Err(self.raise(text, arg.span));
        }
        self.hold_arg(arg)
    }

    /// A name with its annotation; that of `*args` may be starred.
    fn bare_parameter(&mut self, lambda: bool, vararg: bool) -> Parse<Arg> {
        let start = self.tok.start;
        let arg = self.name()?;
        let mut annotation = None;
        if !lambda && self.eat(Kind::Colon)? {
            annotation = Some(if vararg {
                self.star_expression()?
            } else {
                self.expression()?
            });
        }
        Ok(Arg {
            arg,
            annotation,
            default: None,
            span: self.span_from(start),
        })
    }
}
