//! Templates of `str.format`: literal text and replacement fields.
//!
//! The str methods `format` and `format_map` walk a [`Template`], resolve each [`Field`] by
//! [`AutoNumber::split`] and [`Path`], and expand nested specifications with a template of their
//! own, [`MAX_DEPTH`] deep. Errors come in CPython 3.11's order and words.

#![forbid(unsafe_code)]

use super::spec::{SpecError, leading_integer};
use super::wtf8::{self, CodePoints};
use super::{Full, Sink, StackBuf};
use core::fmt::Write as _;

/// How many templates may be open at once, the outermost included: beyond it
/// [`FormatError::TooDeep`].
pub const MAX_DEPTH: usize = 2;

/// A ValueError of `str.format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatError {
    /// A message without parts.
    Message(&'static str),
    /// A conversion (a code point) other than r, s and a.
    UnknownConversion(u32),
}

impl FormatError {
    /// A field is nested too deep.
    pub const TOO_DEEP: FormatError = FormatError::Message("Max string recursion exceeded");
    /// `format_map` has no positional arguments.
    pub const POSITIONAL: FormatError =
        FormatError::Message("Format string contains positional fields");

    /// Writes CPython's message.
    pub fn write_message(self, out: &mut dyn Sink) -> Result<(), Full> {
        match self {
            FormatError::Message(message) => out.write_str(message),
            FormatError::UnknownConversion(conversion) => {
                out.write_str("Unknown conversion specifier ")?;
                if (33..127).contains(&conversion) {
                    return out.write_char(conversion);
                }
                let mut text = StackBuf::<12>::new();
                // Fits: a conversion has at most eight digits.
                let _ = write!(text, "\\x{conversion:x}");
                out.write(text.as_bytes())
            }
        }
    }
}

impl From<SpecError> for FormatError {
    /// Numbers in a template have one way to fail.
    fn from(_: SpecError) -> Self {
        FormatError::Message("Too many decimal digits in format string")
    }
}

/// Literal text (empty at times) and the field after it, if one follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What is written as it is.
    pub literal: &'a [u8],
    /// What follows.
    pub field: Option<Field<'a>>,
}

/// A replacement field: `{name!conversion:spec}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field<'a> {
    /// First name and path, unparsed; see [`AutoNumber::split`].
    pub name: &'a [u8],
    /// The character after `!`; see [`Field::conversion`].
    pub raw_conversion: Option<u32>,
    /// The specification.
    pub spec: &'a [u8],
    /// Whether the specification holds fields itself.
    pub spec_is_template: bool,
}

/// What is applied to the value before it is formatted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conversion {
    /// `!r`
    Repr,
    /// `!s`
    Str,
    /// `!a`
    Ascii,
}

impl Field<'_> {
    /// The conversion. CPython refuses an unknown one only after it has found the value.
    pub fn conversion(&self) -> Result<Option<Conversion>, FormatError> {
        match self.raw_conversion {
            None => Ok(None),
            Some(0x72) => Ok(Some(Conversion::Repr)),
            Some(0x73) => Ok(Some(Conversion::Str)),
            Some(0x61) => Ok(Some(Conversion::Ascii)),
            Some(other) => Err(FormatError::UnknownConversion(other)),
        }
    }
}

/// The pieces of a template.
#[derive(Debug, Clone)]
pub struct Template<'a> {
    rest: &'a [u8],
}

impl<'a> Template<'a> {
    /// Starts at the beginning of a template (in generalized UTF-8).
    pub fn new(text: &'a [u8]) -> Self {
        Template { rest: text }
    }

    fn piece(&mut self) -> Result<Piece<'a>, FormatError> {
        let text = self.rest;
        let Some(at) = memchr::memchr2(b'{', b'}', text) else {
            self.rest = &[];
            return Ok(Piece {
                literal: text,
                field: None,
            });
        };
        let (literal, markup) = text.split_at(at);
        match markup {
            [b'{', b'{', rest @ ..] | [b'}', b'}', rest @ ..] => {
                // The first of the two braces belongs to the literal.
                self.rest = rest;
                let literal = text.get(..at + 1).unwrap_or(literal);
                Ok(Piece {
                    literal,
                    field: None,
                })
            }
            [b'}', ..] => Err(FormatError::Message(
                "Single '}' encountered in format string",
            )),
            [_] => Err(FormatError::Message(
                "Single '{' encountered in format string",
            )),
            _ => {
                self.rest = markup.get(1..).unwrap_or_default();
                Ok(Piece {
                    literal,
                    field: Some(self.field()?),
                })
            }
        }
    }

    /// Parses what follows an opening brace, up to and with the closing one.
    fn field(&mut self) -> Result<Field<'a>, FormatError> {
        let text = self.rest;
        let mut at = 0;
        let (name, end) = loop {
            match text.get(at) {
                None => return Err(FormatError::Message("expected '}' before end of string")),
                Some(b'{') => {
                    return Err(FormatError::Message("unexpected '{' in field name"));
                }
                Some(b'[') => {
                    let rest = text.get(at..).unwrap_or_default();
                    at += memchr::memchr(b']', rest).unwrap_or(rest.len());
                }
                Some(end @ (b'}' | b':' | b'!')) => {
                    break (text.get(..at).unwrap_or_default(), *end);
                }
                Some(_) => at += 1,
            }
        };
        self.rest = text.get(at + 1..).unwrap_or_default();
        let mut field = Field {
            name,
            raw_conversion: None,
            spec: &[],
            spec_is_template: false,
        };
        if end == b'}' {
            return Ok(field);
        }
        if end == b'!' {
            let (conversion, len) = wtf8::decode(self.rest).ok_or(FormatError::Message(
                "end of string while looking for conversion specifier",
            ))?;
            field.raw_conversion = Some(conversion);
            self.rest = self.rest.get(len..).unwrap_or_default();
            match self.rest {
                [b'}', rest @ ..] => {
                    self.rest = rest;
                    return Ok(field);
                }
                [b':', rest @ ..] => self.rest = rest,
                [] => {}
                _ => {
                    return Err(FormatError::Message(
                        "expected ':' after conversion specifier",
                    ));
                }
            }
        }
        self.spec(&mut field)?;
        Ok(field)
    }

    fn spec(&mut self, field: &mut Field<'a>) -> Result<(), FormatError> {
        let text = self.rest;
        let mut depth = 1usize;
        for at in memchr::memchr2_iter(b'{', b'}', text) {
            if text.get(at) == Some(&b'{') {
                field.spec_is_template = true;
                depth += 1;
                continue;
            }
            depth -= 1;
            if depth == 0 {
                field.spec = text.get(..at).unwrap_or_default();
                self.rest = text.get(at + 1..).unwrap_or_default();
                return Ok(());
            }
        }
        Err(FormatError::Message("unmatched '{' in format spec"))
    }
}

impl<'a> Iterator for Template<'a> {
    type Item = Result<Piece<'a>, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let piece = self.piece();
        if piece.is_err() {
            self.rest = &[];
        }
        Some(piece)
    }
}

/// Where a field's value is looked up first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First<'a> {
    /// The positional argument with that index.
    Index(usize),
    /// The keyword argument with that name.
    Name(&'a [u8]),
}

/// Counts the fields without a name, and sees to it that numbered fields do not mix with them. One
/// serves a whole call of `format`, nested templates included.
#[derive(Debug, Clone, Default)]
pub struct AutoNumber {
    mode: Mode,
}

#[derive(Debug, Clone, Copy, Default)]
enum Mode {
    #[default]
    Unknown,
    Manual,
    /// The next number.
    Automatic(usize),
}

impl AutoNumber {
    /// Splits a field's name into what is looked up first and the path from there.
    pub fn split<'a>(&mut self, name: &'a [u8]) -> Result<(First<'a>, Path<'a>), FormatError> {
        let (first, index, path) = split_name(name)?;
        if first.is_empty() {
            let number = match self.mode {
                Mode::Unknown => 0,
                Mode::Automatic(next) => next,
                Mode::Manual => {
                    return Err(FormatError::Message(
                        "cannot switch from manual field specification to automatic field \
                         numbering",
                    ));
                }
            };
            self.mode = Mode::Automatic(number.saturating_add(1));
            return Ok((First::Index(number), path));
        }
        let Some(index) = index else {
            return Ok((First::Name(first), path));
        };
        if let Mode::Automatic(_) = self.mode {
            return Err(FormatError::Message(
                "cannot switch from automatic field numbering to manual field specification",
            ));
        }
        self.mode = Mode::Manual;
        Ok((First::Index(index), path))
    }
}

/// Splits a field's name as `string.Formatter` wants it: first part, its number if it is one, path.
pub fn split_name(name: &[u8]) -> Result<(&[u8], Option<usize>, Path<'_>), FormatError> {
    let at = memchr::memchr2(b'.', b'[', name).unwrap_or(name.len());
    let (first, rest) = name.split_at(at);
    Ok((first, whole_integer(first)?, Path { rest }))
}

/// One step from a value to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// `.name`
    Attribute(&'a [u8]),
    /// `[7]`
    Index(usize),
    /// `[key]`
    Key(&'a [u8]),
}

/// The steps after the first part of a name. CPython finds an error only when it gets there.
#[derive(Debug, Clone)]
pub struct Path<'a> {
    rest: &'a [u8],
}

impl<'a> Path<'a> {
    fn step(&mut self) -> Result<Step<'a>, FormatError> {
        let step = match self.rest {
            [b'.', rest @ ..] => {
                let end = memchr::memchr2(b'.', b'[', rest).unwrap_or(rest.len());
                let (name, rest) = rest.split_at(end);
                self.rest = rest;
                Step::Attribute(name)
            }
            [b'[', rest @ ..] => {
                let end = memchr::memchr(b']', rest)
                    .ok_or(FormatError::Message("Missing ']' in format string"))?;
                let key = rest.get(..end).unwrap_or_default();
                self.rest = rest.get(end + 1..).unwrap_or_default();
                whole_integer(key)?.map_or(Step::Key(key), Step::Index)
            }
            _ => {
                return Err(FormatError::Message(
                    "Only '.' or '[' may follow ']' in format field specifier",
                ));
            }
        };
        match step {
            Step::Attribute([]) | Step::Key([]) => {
                Err(FormatError::Message("Empty attribute in format string"))
            }
            step => Ok(step),
        }
    }
}

impl<'a> Iterator for Path<'a> {
    type Item = Result<Step<'a>, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let step = self.step();
        if step.is_err() {
            self.rest = &[];
        }
        Some(step)
    }
}

/// The number a text is, when it is nothing but digits.
fn whole_integer(text: &[u8]) -> Result<Option<usize>, FormatError> {
    // Digits beyond the limit are an error only when nothing else precedes them.
    let (value, rest) = leading_integer(CodePoints::new(text))?;
    Ok(value.filter(|_| rest.as_bytes().is_empty()))
}
