//! Items of arrays: from a value to its bytes and back, and their order.

use crate::support::index;
use core::cmp::Ordering;
use miniscript_core::num_bigint::{BigInt, Sign};
use miniscript_ext::{Context, Error, Exception, Local, Res};

/// What the items of an array are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Code(u8);

/// The bytes of an item, as many as it has.
pub(super) type Word = [u8; 8];

impl Code {
    pub(super) const ALL: &'static str = "bBuhHiIlLqQfd";

    pub(super) fn of(letter: u8) -> Option<Code> {
        Code::ALL.as_bytes().contains(&letter).then_some(Code(letter))
    }

    pub(super) fn letter(self) -> u8 {
        self.0
    }

    /// Bytes of an item.
    pub(super) fn size(self) -> usize {
        match self.0 {
            b'b' | b'B' => 1,
            b'h' | b'H' => 2,
            b'i' | b'I' | b'f' | b'u' => 4,
            _ => 8,
        }
    }

    pub(super) fn is_float(self) -> bool {
        matches!(self.0, b'f' | b'd')
    }

    pub(super) fn is_text(self) -> bool {
        self.0 == b'u'
    }

    /// The int that bytes stand for; the code is none of a float.
    #[inline]
    pub(super) fn int(self, bytes: &[u8]) -> i128 {
        let mut word = [0; 8];
        for (to, from) in word.iter_mut().zip(bytes) {
            *to = *from;
        }
        let word = u64::from_le_bytes(word);
        let unused = 64 - self.size() as u32 * 8;
        if self.0.is_ascii_lowercase() && !self.is_text() {
            i128::from((word << unused) as i64 >> unused)
        } else {
            i128::from(word)
        }
    }

    /// The float that bytes stand for.
    #[inline]
    pub(super) fn float(self, bytes: &[u8]) -> f64 {
        match (self.0, bytes.first_chunk::<4>(), bytes.first_chunk::<8>()) {
            (b'f', Some(bytes), _) => f64::from(f32::from_le_bytes(*bytes)),
            (_, _, Some(bytes)) => f64::from_le_bytes(*bytes),
            _ => 0.0,
        }
    }

    /// The value that bytes stand for.
    #[inline]
    pub(super) fn value<'f>(self, cx: &mut Context<'f>, bytes: &[u8]) -> Res<'f> {
        if self.is_float() {
            return Ok(cx.float(self.float(bytes)));
        }
        let int = self.int(bytes);
        if self.is_text() {
            return character(cx, int as u32);
        }
        match i64::try_from(int) {
            Ok(int) => cx.int(int),
            Err(_) => cx.big_int(&BigInt::from(int)),
        }
    }

    /// The bytes of a value.
    #[inline]
    pub(super) fn word<'f>(self, cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Word> {
        match self.0 {
            b'f' => Ok(u64::from((real(cx, value)? as f32).to_bits()).to_le_bytes()),
            b'd' => Ok(real(cx, value)?.to_le_bytes()),
            b'u' => code_point(cx, value).map(|code| u64::from(code).to_le_bytes()),
            _ => match cx.as_int(value) {
                Some(word) if self.fits(word) => Ok(word.to_le_bytes()),
                _ => self.slow_word(cx, value),
            },
        }
    }

    /// Whether an int of 64 bits is one of the items.
    fn fits(self, word: i64) -> bool {
        let bits = self.size() as u32 * 8;
        if self.0.is_ascii_lowercase() {
            let unused = 64 - bits;
            word << unused >> unused == word
        } else {
            word >= 0 && (bits == 64 || word >> bits == 0)
        }
    }

    /// An int that is none of 64 bits, or does not fit.
    #[cold]
    fn slow_word<'f>(self, cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Word> {
        let int = index(cx, value)?;
        let word = cx.as_int(int);
        if let Some(word) = word
            && self.fits(word)
        {
            return Ok(word.to_le_bytes());
        }
        let big = match word {
            Some(word) => BigInt::from(word),
            None => cx.as_big(int).unwrap_or_default(),
        };
        if self.size() == 8
            && self.0.is_ascii_uppercase()
            && let Ok(word) = u64::try_from(&big)
        {
            return Ok(word.to_le_bytes());
        }
        let message = self.misfit(word, big.sign() == Sign::Minus, big.bits() > 64);
        Err(cx.raise_kind(Exception::OverflowError, format_args!("{message}")))
    }

    /// Why an int is none of the items, in the words of the C functions that CPython
    /// converts it by.
    fn misfit(self, word: Option<i64>, negative: bool, huge: bool) -> &'static str {
        let pair = |less, greater| if negative { less } else { greater };
        match self.0 {
            b'q' => return "int too big to convert",
            b'Q' => return pair("can't convert negative int to unsigned", "int too big to convert"),
            b'I' | b'L' if negative => return "can't convert negative value to unsigned int",
            b'I' if !huge => return "unsigned int is greater than maximum",
            b'I' | b'L' => return "Python int too large to convert to C unsigned long",
            _ => {}
        }
        let Some(word) = word else {
            return "Python int too large to convert to C long";
        };
        match self.0 {
            b'b' | b'h' if self.0 == b'h' || i16::try_from(word).is_err() => pair(
                "signed short integer is less than minimum",
                "signed short integer is greater than maximum",
            ),
            b'b' => pair(
                "signed char is less than minimum",
                "signed char is greater than maximum",
            ),
            b'B' => pair(
                "unsigned byte integer is less than minimum",
                "unsigned byte integer is greater than maximum",
            ),
            b'H' if i32::try_from(word).is_ok() => pair(
                "unsigned short is less than minimum",
                "unsigned short is greater than maximum",
            ),
            _ => pair(
                "signed integer is less than minimum",
                "signed integer is greater than maximum",
            ),
        }
    }
}

fn real<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, f64> {
    match cx.to_float(value)? {
        Some(float) => Ok(float),
        None => {
            let found = cx.type_name(value);
            Err(cx.type_error(format_args!("must be real number, not {found}")))
        }
    }
}

fn code_point<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, u32> {
    if cx.str_len(value) == Some(1)
        && let Some(text) = cx.as_wtf8(value)
        && let Some(code) = miniscript_core::text::wtf8::CodePoints::new(text).next()
    {
        return Ok(code);
    }
    Err(cx.type_error(format_args!("array item must be unicode character")))
}

/// A str of one character, which the array may have from anywhere.
fn character<'f>(cx: &mut Context<'f>, code: u32) -> Res<'f> {
    let mut bytes = alloc::vec::Vec::new();
    if push_code(&mut bytes, code) {
        return cx.str_from_wtf8(&bytes);
    }
    Err(cx.value_error(format_args!("chr() arg not in range(0x110000)")))
}

/// Appends a character in the form that strs have; whether it is one.
pub(super) fn push_code(out: &mut alloc::vec::Vec<u8>, code: u32) -> bool {
    match char::from_u32(code) {
        Some(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        // A lone surrogate.
        None if code < 0x10000 => out.extend_from_slice(&[
            0xED,
            0x80 | (code >> 6 & 63) as u8,
            0x80 | (code & 63) as u8,
        ]),
        None => return false,
    }
    true
}

#[cold]
pub(super) fn bad_code<'f>(cx: &mut Context<'f>, code: u32) -> Error<'f> {
    cx.value_error(format_args!(
        "character U+{code:x} is not in range [U+0000; U+10ffff]"
    ))
}

/// How two items compare; `None` where they are not ordered, or only scripts can tell.
pub(super) fn compare(a: Code, x: &[u8], b: Code, y: &[u8]) -> Option<Ordering> {
    match (a.is_float(), b.is_float()) {
        (false, false) => Some(a.int(x).cmp(&b.int(y))),
        (true, true) => a.float(x).partial_cmp(&b.float(y)),
        (true, false) => mixed(a.float(x), b.int(y)),
        (false, true) => mixed(b.float(y), a.int(x)).map(Ordering::reverse),
    }
}

/// A float against an int, exactly.
fn mixed(float: f64, int: i128) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    // Beyond 2**64 no item of an array lies.
    if libm::fabs(float) >= 36_893_488_147_419_103_232.0 {
        return Some(if float > 0.0 {
            Ordering::Greater
        } else {
            Ordering::Less
        });
    }
    let whole = libm::trunc(float);
    let order = (whole as i128).cmp(&int);
    Some(match order {
        Ordering::Equal if float > whole => Ordering::Greater,
        Ordering::Equal if float < whole => Ordering::Less,
        order => order,
    })
}
