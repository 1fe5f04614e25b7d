//! What lexer and compiler warn of: the `SyntaxWarning`s of CPython 3.11.
//!
//! Collected while compiling; whoever compiles decides whether they are shown. (An invalid
//! escape is a `DeprecationWarning`, which only programs see that ask for it.)

use super::lexer::Lexer;
use super::memory::Budget;
use super::token::Kind;
use super::tree::{Constant, ExprKind};
use super::{Error, LineIndex, Options, Tree, number, source};
use alloc::vec::Vec;
use core::fmt;

/// A warning and the line (from 1) it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The line.
    pub line: u32,
    /// What is wrong.
    pub kind: WarningKind,
}

/// Adds the numbers of `tree` that a keyword follows at once.
pub(crate) fn number_ends(
    tree: &Tree,
    source: &[u8],
    lines: &LineIndex,
    warnings: &mut Vec<Warning>,
) -> Result<(), Error> {
    let first = warnings.len();
    for expr in &tree.exprs {
        let is_number = matches!(
            expr.kind,
            ExprKind::Constant(
                Constant::Int(_)
                    | Constant::BigInt { .. }
                    | Constant::Float(_)
                    | Constant::Imaginary(_)
            )
        );
        let (start, end) = (expr.span.start as usize, expr.span.end as usize);
        if is_number && source.get(end).is_some_and(u8::is_ascii_alphabetic) {
            warnings.try_reserve(1).map_err(|_| Error::memory())?;
            warnings.push(Warning {
                line: lines.position(expr.span.start).line,
                kind: WarningKind::NumberEnd(number::kind_name(
                    source.get(start..end).unwrap_or(&[]),
                )),
            });
        }
    }
    for &(start, letter) in &tree.escapes {
        warnings.try_reserve(1).map_err(|_| Error::memory())?;
        warnings.push(Warning {
            line: lines.position(start).line,
            kind: match u8::try_from(letter) {
                Ok(letter) => WarningKind::Escape(letter),
                Err(_) => WarningKind::Octal(letter),
            },
        });
    }
    if let Some(found) = warnings.get_mut(first..) {
        found.sort_by_key(|warning| warning.line);
    }
    Ok(())
}

/// Adds the numbers of a source that does not parse: its tokens are all that there is.
pub(crate) fn number_tokens(
    source: &[u8],
    options: &Options,
    warnings: &mut Vec<Warning>,
) -> Result<(), Error> {
    let start = source::check(source, options.cookie)?;
    let lines = LineIndex::new(source)?;
    let mut lexer = Lexer::new(source, start, options.max_parentheses);
    let mut budget = Budget::new(options.max_bytes);
    while let Ok(token) = lexer.next(&mut budget) {
        let (start, end) = (token.start as usize, token.end as usize);
        match token.kind {
            Kind::End => break,
            Kind::Number if source.get(end).is_some_and(u8::is_ascii_alphabetic) => {
                warnings.try_reserve(1).map_err(|_| Error::memory())?;
                warnings.push(Warning {
                    line: lines.position(token.start).line,
                    kind: WarningKind::NumberEnd(number::kind_name(
                        source.get(start..end).unwrap_or(&[]),
                    )),
                });
            }
            _ => {}
        }
    }
    Ok(())
}

/// How many tokens a source has: the lexer alone, for tests and fuzzers.
///
/// # Errors
/// What the lexer refuses.
pub fn tokens(source: &[u8], options: &Options) -> Result<usize, Error> {
    let start = source::check(source, options.cookie)?;
    let mut lexer = Lexer::new(source, start, options.max_parentheses);
    let mut budget = Budget::new(options.max_bytes);
    let mut count = 0;
    loop {
        let token = lexer.next(&mut budget)?;
        debug_assert!(token.start <= token.end && token.end as usize <= source.len());
        if token.kind == Kind::End {
            return Ok(count);
        }
        count += 1;
    }
}

/// What is wrong; [`Display`](fmt::Display) is CPython's wording. Types are named as scripts
/// name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WarningKind {
    /// `x is 5`.
    IsLiteral,
    /// `x is not 5`.
    IsNotLiteral,
    /// `(1, 2) (3, 4)`.
    NotCallable(&'static str),
    /// `1[0]`.
    NotSubscriptable(&'static str),
    /// `[1, 2]["a"]`: the types of object and index.
    Index(&'static str, &'static str),
    /// `assert (x, "message")`.
    AssertTuple,
    /// `1if x else y`: the kind of the number.
    NumberEnd(&'static str),
    /// `'\d'`: the letter behind the backslash. A DeprecationWarning.
    Escape(u8),
    /// `'\400'`: what the digits say, more than a byte holds. A DeprecationWarning.
    Octal(u16),
}

impl fmt::Display for WarningKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const COMMA: &str = "perhaps you missed a comma?";
        match self {
            WarningKind::IsLiteral => f.write_str("\"is\" with a literal. Did you mean \"==\"?"),
            WarningKind::IsNotLiteral => {
                f.write_str("\"is not\" with a literal. Did you mean \"!=\"?")
            }
            WarningKind::NotCallable(found) => {
                write!(f, "'{found}' object is not callable; {COMMA}")
            }
            WarningKind::NotSubscriptable(found) => {
                write!(f, "'{found}' object is not subscriptable; {COMMA}")
            }
            WarningKind::Index(object, index) => write!(
                f,
                "{object} indices must be integers or slices, not {index}; {COMMA}"
            ),
            WarningKind::AssertTuple => {
                f.write_str("assertion is always true, perhaps remove parentheses?")
            }
            WarningKind::Escape(letter) => {
                write!(f, "invalid escape sequence '\\{}'", char::from(*letter))
            }
            WarningKind::Octal(code) => write!(f, "invalid octal escape sequence '\\{code:o}'"),
            WarningKind::NumberEnd(kind) => write!(f, "invalid {kind} literal"),
        }
    }
}
