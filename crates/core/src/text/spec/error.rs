//! What can be wrong with a format specification, in CPython 3.11's words.

#![forbid(unsafe_code)]

use crate::text::{Full, Sink, StackBuf};
use core::fmt::Write as _;

/// Why a value cannot be formatted. A ValueError but for [`SpecError::is_overflow`] and `Full`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpecError {
    /// More than one character is left where the type stands.
    Invalid,
    /// The type (a code point) is none of the subject's.
    UnknownCode(u32),
    /// A separator (`,` or `_`) with a type that has none.
    SeparatorWithCode(u8, u32),
    /// Both `,` and `_`.
    BothSeparators,
    /// Width or precision beyond CPython's `Py_ssize_t`.
    TooManyDigits,
    /// A point without digits.
    MissingPrecision,
    /// A float's precision beyond CPython's `int`.
    PrecisionTooBig,
    /// Something the subject does not have; the whole message.
    NotAllowed(&'static str),
    /// `c` with an int that is no code point: an OverflowError.
    CharRange,
    /// `c` with a big int: an OverflowError.
    IntTooLarge,
    /// The sink refused: a MemoryError.
    Full,
}

impl SpecError {
    /// Whether it is an OverflowError.
    pub fn is_overflow(self) -> bool {
        matches!(self, SpecError::CharRange | SpecError::IntTooLarge)
    }

    /// Writes CPython's message; `spec` is the specification's text, `type_name` the name of the
    /// subject's type, of which 200 bytes count.
    pub fn write_message(
        self,
        spec: &[u8],
        type_name: &str,
        out: &mut dyn Sink,
    ) -> Result<(), Full> {
        match self {
            SpecError::Invalid => {
                out.write_str("Invalid format specifier '")?;
                out.write(spec)?;
                write_type(type_name, out)
            }
            SpecError::UnknownCode(code) => {
                out.write_str("Unknown format code '")?;
                write_code(code, out)?;
                write_type(type_name, out)
            }
            SpecError::SeparatorWithCode(separator, code) => {
                out.write_str("Cannot specify '")?;
                out.write_byte(separator)?;
                out.write_str("' with '")?;
                write_code(code, out)?;
                out.write_str("'.")
            }
            SpecError::BothSeparators => out.write_str("Cannot specify both ',' and '_'."),
            SpecError::TooManyDigits => out.write_str("Too many decimal digits in format string"),
            SpecError::MissingPrecision => out.write_str("Format specifier missing precision"),
            SpecError::PrecisionTooBig => out.write_str("precision too big"),
            SpecError::NotAllowed(message) => out.write_str(message),
            SpecError::CharRange => out.write_str("%c arg not in range(0x110000)"),
            SpecError::IntTooLarge => out.write_str("Python int too large to convert to C long"),
            SpecError::Full => Ok(()),
        }
    }
}

impl From<Full> for SpecError {
    fn from(Full: Full) -> Self {
        SpecError::Full
    }
}

/// CPython shows what is printable in ASCII, and DEL, and gives the rest in hexadecimal.
fn write_code(code: u32, out: &mut dyn Sink) -> Result<(), Full> {
    if (33..128).contains(&code) {
        return out.write_char(code);
    }
    let mut text = StackBuf::<12>::new();
    // Fits: a code has at most eight digits.
    let _ = write!(text, "\\x{code:x}");
    out.write(text.as_bytes())
}

fn write_type(type_name: &str, out: &mut dyn Sink) -> Result<(), Full> {
    out.write_str("' for object of type '")?;
    out.write(type_name.get(..200).unwrap_or(type_name).as_bytes())?;
    out.write_str("'")
}
