//! `printf`-style formatting: `"%5.2f" % x`, for str and bytes.
//!
//! [`Pieces`] parses the template; the operator fetches keys, stars and values in order and calls a
//! writer of [`write`]. A conversion that cannot be parsed to its end is still a piece, because
//! CPython looks up the key and takes the stars' values before it finds the error.

#![forbid(unsafe_code)]

pub mod write;

use super::wtf8;
use super::{Full, Sink, StackBuf};
use core::fmt::Write as _;

/// A part of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text that is written as it is.
    Literal(&'a [u8]),
    /// A conversion, to be resolved in the order of its fields.
    Conversion(Conversion<'a>),
}

/// `%(key)#0-+ 10.3ld`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conversion<'a> {
    /// The key, if there is one: without a mapping it is a [`PercentError::NeedsMapping`].
    pub key: Option<Result<&'a [u8], PercentError>>,
    /// The flags.
    pub flags: Flags,
    /// The width.
    pub width: Option<Amount>,
    /// The precision.
    pub precision: Option<Amount>,
    /// What is converted; an error comes after key and stars were fetched.
    pub kind: Result<Kind, PercentError>,
    /// The type's letter, which messages name (`d`, `i` and `u` are one kind).
    pub letter: u8,
}

/// The flags of a conversion.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flags {
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A blank.
    pub space: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
}

/// A width or precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// In the template.
    Given(usize),
    /// `*`: the next argument. A negative width means its magnitude and the flag `-`, a negative
    /// precision 0.
    Star,
}

/// The type of a conversion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `d`, `i` and `u`
    Decimal,
    /// `o`
    Octal,
    /// `x`
    Hex,
    /// `X`
    UpperHex,
    /// `e`, `E`, `f`, `F`, `g` or `G`
    Float(u8),
    /// `c`
    Char,
    /// `s`
    Str,
    /// `r`
    Repr,
    /// `a`
    Ascii,
    /// `b`, which only bytes have; for str an [`Unsupported`].
    Bytes(Unsupported),
    /// Any other: an error once an argument was fetched for it.
    Unsupported(Unsupported),
}

/// A type that does not exist, and where it stands: a ValueError.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsupported {
    /// The code point.
    pub character: u32,
    /// Its index, in code points of the whole template.
    pub index: usize,
}

impl Unsupported {
    /// Writes CPython's message.
    pub fn write_message(self, out: &mut dyn Sink) -> Result<(), Full> {
        let shown = if (31..127).contains(&self.character) {
            self.character
        } else {
            0x3f
        };
        out.write_str("unsupported format character '")?;
        out.write_char(shown)?;
        let mut text = StackBuf::<64>::new();
        // Fits: two numbers and a few words.
        let _ = write!(text, "' (0x{:x}) at index {}", self.character, self.index);
        out.write(text.as_bytes())
    }
}

/// What else can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PercentError {
    /// TypeError: a key without a mapping.
    NeedsMapping,
    /// ValueError: a key without its closing parenthesis.
    IncompleteKey,
    /// ValueError: the template ends within a conversion.
    Incomplete,
    /// ValueError.
    WidthTooBig,
    /// ValueError.
    PrecisionTooBig,
    /// TypeError: a star's argument is no int.
    StarWantsInt,
    /// TypeError.
    NotEnoughArguments,
    /// TypeError; bytes say "bytes" for "string".
    NotAllConverted,
    /// OverflowError: a precision of an int near the limit of CPython's `int`.
    PrecisionTooLarge,
    /// OverflowError: `%c` with an int that is no code point.
    CharRange,
    /// TypeError: `%c` with something else.
    CharWanted,
    /// The sink refused: a MemoryError.
    Full,
}

impl PercentError {
    /// CPython's message for str.
    pub fn message(self) -> &'static str {
        match self {
            PercentError::NeedsMapping => "format requires a mapping",
            PercentError::IncompleteKey => "incomplete format key",
            PercentError::Incomplete => "incomplete format",
            PercentError::WidthTooBig => "width too big",
            PercentError::PrecisionTooBig => "precision too big",
            PercentError::StarWantsInt => "* wants int",
            PercentError::NotEnoughArguments => "not enough arguments for format string",
            PercentError::NotAllConverted => "not all arguments converted during string formatting",
            PercentError::PrecisionTooLarge => "precision too large",
            PercentError::CharRange => "%c arg not in range(0x110000)",
            PercentError::CharWanted => "%c requires int or char",
            PercentError::Full => "",
        }
    }
}

impl From<Full> for PercentError {
    fn from(Full: Full) -> Self {
        PercentError::Full
    }
}

/// The pieces of a template.
#[derive(Debug, Clone)]
pub struct Pieces<'a> {
    text: &'a [u8],
    /// A byte offset, at most the length.
    at: usize,
}

impl<'a> Pieces<'a> {
    /// Starts at the beginning of a template.
    pub fn new(text: &'a [u8]) -> Self {
        Pieces { text, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// The next code point; it is passed.
    fn next_char(&mut self) -> Option<u32> {
        let (code_point, len) = wtf8::decode(self.text.get(self.at..)?)?;
        self.at += len;
        Some(code_point)
    }

    /// Parses what follows the percent sign.
    fn conversion(&mut self) -> Conversion<'a> {
        let mut conversion = Conversion {
            key: None,
            flags: Flags::default(),
            width: None,
            precision: None,
            kind: Err(PercentError::Incomplete),
            letter: 0,
        };
        if self.peek() == Some(b'(') {
            let key = self.key();
            conversion.key = Some(key);
            if key.is_err() {
                return conversion;
            }
        }
        conversion.flags = self.flags();
        conversion.kind = self.amounts(&mut conversion.width, &mut conversion.precision);
        // Letters that are kinds are ASCII: the last byte passed.
        let last = self.at.checked_sub(1).and_then(|at| self.text.get(at));
        conversion.letter = last.copied().unwrap_or(0);
        conversion
    }

    /// A key may hold balanced parentheses.
    fn key(&mut self) -> Result<&'a [u8], PercentError> {
        self.at += 1;
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut depth = 1usize;
        for at in memchr::memchr2_iter(b'(', b')', rest) {
            match rest.get(at) {
                Some(b'(') => depth += 1,
                _ => depth -= 1,
            }
            if depth == 0 {
                self.at += at + 1;
                return Ok(rest.get(..at).unwrap_or_default());
            }
        }
        self.at = self.text.len();
        Err(PercentError::IncompleteKey)
    }

    fn flags(&mut self) -> Flags {
        let mut flags = Flags::default();
        loop {
            match self.peek() {
                Some(b'-') => flags.left = true,
                Some(b'+') => flags.plus = true,
                Some(b' ') => flags.space = true,
                Some(b'#') => flags.alternate = true,
                Some(b'0') => flags.zero = true,
                _ => return flags,
            }
            self.at += 1;
        }
    }

    fn amounts(
        &mut self,
        width: &mut Option<Amount>,
        precision: &mut Option<Amount>,
    ) -> Result<Kind, PercentError> {
        *width = self.amount(i64::MAX as u64, PercentError::WidthTooBig)?;
        if self.peek() == Some(b'.') {
            self.at += 1;
            let given = self.amount(i32::MAX as u64, PercentError::PrecisionTooBig)?;
            *precision = Some(given.unwrap_or(Amount::Given(0)));
        }
        if let Some(b'h' | b'l' | b'L') = self.peek() {
            self.at += 1;
        }
        let at = self.at;
        let character = self.next_char().ok_or(PercentError::Incomplete)?;
        let index = || wtf8::count(self.text.get(..at).unwrap_or_default());
        Ok(match u8::try_from(character).unwrap_or(0) {
            b'd' | b'i' | b'u' => Kind::Decimal,
            b'o' => Kind::Octal,
            b'x' => Kind::Hex,
            b'X' => Kind::UpperHex,
            letter @ (b'e' | b'E' | b'f' | b'F' | b'g' | b'G') => Kind::Float(letter),
            b'c' => Kind::Char,
            b's' => Kind::Str,
            b'r' => Kind::Repr,
            b'a' => Kind::Ascii,
            b'b' => Kind::Bytes(Unsupported {
                character,
                index: index(),
            }),
            _ => Kind::Unsupported(Unsupported {
                character,
                index: index(),
            }),
        })
    }

    /// A star, or ASCII digits up to a limit.
    fn amount(&mut self, max: u64, error: PercentError) -> Result<Option<Amount>, PercentError> {
        if self.peek() == Some(b'*') {
            self.at += 1;
            return Ok(Some(Amount::Star));
        }
        let mut amount: Option<u64> = None;
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            let digit = u64::from(byte - b'0');
            let sum = amount
                .unwrap_or(0)
                .checked_mul(10)
                .and_then(|sum| sum.checked_add(digit));
            amount = Some(sum.filter(|sum| *sum <= max).ok_or(error)?);
            self.at += 1;
        }
        // What no memory could hold is refused later, and as on a machine of 64 bits.
        let size = |amount| usize::try_from(amount).unwrap_or(isize::MAX as usize);
        Ok(amount.map(size).map(Amount::Given))
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let rest = self.text.get(self.at..)?;
        match rest {
            [] => None,
            // Only side by side: `%5%` is a conversion of an unknown type.
            [b'%', b'%', ..] => {
                self.at += 2;
                Some(Piece::Literal(b"%"))
            }
            [b'%', ..] => {
                self.at += 1;
                let conversion = self.conversion();
                if conversion.kind.is_err() {
                    self.at = self.text.len();
                }
                Some(Piece::Conversion(conversion))
            }
            _ => {
                let end = memchr::memchr(b'%', rest).unwrap_or(rest.len());
                self.at += end;
                Some(Piece::Literal(rest.get(..end)?))
            }
        }
    }
}
