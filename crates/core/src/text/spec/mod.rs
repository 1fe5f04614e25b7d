//! The format specification mini-language of `format()` and f-strings:
//! `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
//!
//! `__format__` of str, int and float calls [`parse`] with its own defaults and then a writer of
//! [`apply`](self). Checks come in CPython 3.11's order, so the first error is the same one.

#![forbid(unsafe_code)]

mod apply;
mod complex;
mod error;

pub use super::number::Align;
pub use apply::{IntKind, int_kind, write_big, write_f64, write_i64, write_str};
pub use complex::write_complex;
pub use error::SpecError;

use super::unicode;
use super::wtf8::CodePoints;

/// Whose `__format__` it is: decides the default alignment and type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Left, `s`.
    Str,
    /// Right, `d`.
    Int,
    /// Right, none.
    Float,
    /// Right, none.
    Complex,
}

/// What is written before a number that is not negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Nothing, and nothing was said.
    Unset,
    /// `-`: nothing.
    Minus,
    /// `+`
    Plus,
    /// A blank.
    Space,
}

/// What stands between groups of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// `,` every three digits.
    Comma,
    /// `_` every three digits, every four of b, o, x and X.
    Underscore,
}

impl Grouping {
    fn character(self) -> u8 {
        match self {
            Grouping::Comma => b',',
            Grouping::Underscore => b'_',
        }
    }
}

/// A parsed specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spec {
    /// The fill character, any code point.
    pub fill: u32,
    /// The alignment.
    pub align: Align,
    /// The sign.
    pub sign: Sign,
    /// `z`
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// The width, if given.
    pub width: Option<usize>,
    /// The grouping.
    pub grouping: Option<Grouping>,
    /// The precision, if given.
    pub precision: Option<usize>,
    /// The type: a code point, 0 for a float's default.
    pub code: u32,
}

/// Parses a specification (in generalized UTF-8).
pub fn parse(text: &[u8], subject: Subject) -> Result<Spec, SpecError> {
    let mut spec = Spec {
        fill: u32::from(b' '),
        align: if subject == Subject::Str {
            Align::Left
        } else {
            Align::Right
        },
        sign: Sign::Unset,
        no_negative_zero: false,
        alternate: false,
        width: None,
        grouping: None,
        precision: None,
        code: match subject {
            Subject::Str => u32::from(b's'),
            Subject::Int => u32::from(b'd'),
            Subject::Float | Subject::Complex => 0,
        },
    };
    let mut cursor = Cursor {
        rest: CodePoints::new(text),
    };
    let mut fill_given = false;
    let mut align_given = true;
    if let Some((fill, align)) = cursor.fill_and_align() {
        (spec.fill, spec.align) = (fill, align);
        fill_given = true;
    } else if let Some(align) = cursor.peek().and_then(align_of) {
        spec.align = align;
        cursor.skip();
    } else {
        align_given = false;
    }
    spec.sign = match cursor.peek() {
        Some(b'+') => Sign::Plus,
        Some(b'-') => Sign::Minus,
        Some(b' ') => Sign::Space,
        _ => Sign::Unset,
    };
    if spec.sign != Sign::Unset {
        cursor.skip();
    }
    spec.no_negative_zero = cursor.take(b'z');
    spec.alternate = cursor.take(b'#');
    if !fill_given && cursor.take(b'0') {
        spec.fill = u32::from(b'0');
        if !align_given && subject != Subject::Str {
            spec.align = Align::AfterSign;
        }
    }
    spec.width = cursor.integer()?;
    if cursor.take(b',') {
        spec.grouping = Some(Grouping::Comma);
    }
    if cursor.take(b'_') {
        if spec.grouping.is_some() {
            return Err(SpecError::BothSeparators);
        }
        spec.grouping = Some(Grouping::Underscore);
    }
    if cursor.peek() == Some(b',') && spec.grouping == Some(Grouping::Underscore) {
        return Err(SpecError::BothSeparators);
    }
    if cursor.take(b'.') {
        spec.precision = Some(cursor.integer()?.ok_or(SpecError::MissingPrecision)?);
    }
    if let Some(code) = cursor.rest.next() {
        spec.code = code;
    }
    if cursor.rest.next().is_some() {
        return Err(SpecError::Invalid);
    }
    spec.check_grouping()?;
    Ok(spec)
}

impl Spec {
    /// The type as ASCII; 0 also for what is none.
    fn ascii_code(&self) -> u8 {
        u8::try_from(self.code).unwrap_or(0)
    }

    /// The size of groups is that of the type.
    fn check_grouping(&self) -> Result<(), SpecError> {
        let Some(grouping) = self.grouping else {
            return Ok(());
        };
        match u8::try_from(self.code) {
            Ok(b'd' | b'e' | b'f' | b'g' | b'E' | b'G' | b'%' | b'F' | 0) => Ok(()),
            Ok(b'b' | b'o' | b'x' | b'X') if grouping == Grouping::Underscore => Ok(()),
            _ => Err(SpecError::SeparatorWithCode(
                grouping.character(),
                self.code,
            )),
        }
    }
}

struct Cursor<'a> {
    rest: CodePoints<'a>,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    fn skip(&mut self) {
        self.rest.next();
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.skip();
        }
        found
    }

    fn fill_and_align(&mut self) -> Option<(u32, Align)> {
        let mut ahead = self.rest.clone();
        let fill = ahead.next()?;
        let align = align_of(*ahead.as_bytes().first()?)?;
        ahead.next();
        self.rest = ahead;
        Some((fill, align))
    }

    fn integer(&mut self) -> Result<Option<usize>, SpecError> {
        let (value, rest) = leading_integer(self.rest.clone())?;
        self.rest = rest;
        Ok(value)
    }
}

/// Reads decimal digits of any script, as CPython does; refuses what is beyond its `Py_ssize_t`.
pub(super) fn leading_integer(
    mut rest: CodePoints<'_>,
) -> Result<(Option<usize>, CodePoints<'_>), SpecError> {
    // What no memory could hold is refused later, and as on a machine of 64 bits.
    let size = |value: u64| usize::try_from(value).unwrap_or(isize::MAX as usize);
    let mut value: Option<u64> = None;
    loop {
        let mut ahead = rest.clone();
        let Some(digit) = ahead.next().and_then(unicode::decimal_value) else {
            return Ok((value.map(size), rest));
        };
        let sum = value
            .unwrap_or(0)
            .checked_mul(10)
            .and_then(|x| x.checked_add(digit.into()));
        let sum = sum.filter(|sum| i64::try_from(*sum).is_ok());
        value = Some(sum.ok_or(SpecError::TooManyDigits)?);
        rest = ahead;
    }
}

fn align_of(byte: u8) -> Option<Align> {
    match byte {
        b'<' => Some(Align::Left),
        b'>' => Some(Align::Right),
        b'=' => Some(Align::AfterSign),
        b'^' => Some(Align::Center),
        _ => None,
    }
}
