//! Arguments: how a script's value becomes a Rust one. Implemented here for
//! numbers, bool, str, Locals and `Option`; authors may implement [`FromArg`] for
//! types of their own.

use crate::call::Site;
use alloc::string::String;
use miniscript_core::num_bigint::BigInt;
use miniscript_core::{Args, Context, Error, Exception, Local, Res, Root};

/// A type that a native's parameter can have.
///
/// `Out<'f>` is what the native receives in an activation `'f`: the type itself,
/// or, for what is lent, the type with that lifetime.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a parameter of a native function",
    note = "parameters are numbers, bool, `&str`, `String`, `&[u8]`, `Bytes`, `Vec`, tuples, maps, sets, `Option`, `Local`, `Callable`, `Rest`, `Kwargs` and what implements `FromArg`"
)]
pub trait FromArg {
    /// What the native receives.
    type Out<'f>;
    /// What kind of parameter it makes.
    const SHAPE: Shape = Shape::Required;

    /// Converts a value that was passed.
    ///
    /// # Errors
    /// [`Mismatch::Expected`] names what would have fitted: the caller makes the
    /// TypeError. [`Mismatch::Raised`] is raised as it is.
    fn from_local<'f>(
        cx: &mut Context<'f>,
        value: Local<'f>,
    ) -> Result<Self::Out<'f>, Mismatch<'f>>;

    /// What stands for an argument that was not passed and has no default.
    fn absent<'f>() -> Option<Self::Out<'f>> {
        None
    }

    /// Finds parameter `at` among the arguments of a call and converts it.
    ///
    /// # Errors
    /// A TypeError that names the function and the parameter.
    #[inline]
    fn from_args<'f>(
        cx: &mut Context<'f>,
        args: Args<'f>,
        at: usize,
        site: &Site,
    ) -> Res<'f, Self::Out<'f>> {
        match args.get(cx, at) {
            Some(value) => match Self::from_local(cx, value) {
                Ok(out) => Ok(out),
                Err(mismatch) => Err(site.mismatch(cx, at, value, mismatch)),
            },
            None => site.missing::<Self>(cx, at),
        }
    }
}

/// How a parameter takes part in a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Must be passed.
    Required,
    /// May be left out.
    Optional,
    /// All further positional arguments.
    Rest,
    /// All further keyword arguments.
    Keywords,
}

/// Why a value is not what a parameter takes.
pub enum Mismatch<'f> {
    /// It should have been this: `"int"`, `"real number"`.
    Expected(&'static str),
    /// An exception of its own.
    Raised(Error<'f>),
}

impl<'f> From<Error<'f>> for Mismatch<'f> {
    fn from(error: Error<'f>) -> Self {
        Mismatch::Raised(error)
    }
}

fn overflow<'f>(cx: &mut Context<'f>, text: &str) -> Mismatch<'f> {
    Mismatch::Raised(cx.raise_kind(Exception::OverflowError, format_args!("{text}")))
}

/// An int (by `__index__` where it is none itself) as a Local.
#[cold]
fn slow_int<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<Local<'f>, Mismatch<'f>> {
    match cx.to_index(value)? {
        Some(int) => Ok(int),
        None => Err(Mismatch::Expected("int")),
    }
}

/// A 64-bit int, or where it lies.
enum Word {
    Fits(i64),
    Large(BigInt),
}

#[inline]
fn word<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<Word, Mismatch<'f>> {
    if let Some(word) = cx.as_int(value) {
        return Ok(Word::Fits(word));
    }
    let int = slow_int(cx, value)?;
    match (cx.as_int(int), cx.as_big(int)) {
        (Some(word), _) => Ok(Word::Fits(word)),
        (None, Some(big)) => Ok(Word::Large(big)),
        (None, None) => Err(Mismatch::Expected("int")),
    }
}

macro_rules! signed {
    ($($int:ty: $less:literal, $greater:literal;)*) => {$(
        impl FromArg for $int {
            type Out<'f> = $int;
            #[inline]
            fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<$int, Mismatch<'f>> {
                match word(cx, value)? {
                    Word::Fits(word) => <$int>::try_from(word)
                        .map_err(|_| overflow(cx, if word < 0 { $less } else { $greater })),
                    Word::Large(_) => Err(overflow(cx, "Python int too large to convert to C long")),
                }
            }
        }
    )*};
}

signed! {
    i8: "signed char is less than minimum", "signed char is greater than maximum";
    i16: "signed short integer is less than minimum", "signed short integer is greater than maximum";
    i32: "signed integer is less than minimum", "signed integer is greater than maximum";
    i64: "Python int too large to convert to C long", "Python int too large to convert to C long";
    isize: "Python int too large to convert to C ssize_t", "Python int too large to convert to C ssize_t";
}

macro_rules! unsigned {
    ($($int:ty: $greater:literal;)*) => {$(
        impl FromArg for $int {
            type Out<'f> = $int;
            #[inline]
            fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<$int, Mismatch<'f>> {
                let (negative, fits) = match word(cx, value)? {
                    Word::Fits(word) => (word < 0, <$int>::try_from(word).ok()),
                    Word::Large(big) => (big < BigInt::ZERO, <$int>::try_from(big).ok()),
                };
                match fits {
                    Some(int) => Ok(int),
                    None if negative => Err(overflow(cx, "can't convert negative int to unsigned")),
                    None => Err(overflow(cx, $greater)),
                }
            }
        }
    )*};
}

unsigned! {
    u8: "unsigned byte integer is greater than maximum";
    u16: "unsigned short integer is greater than maximum";
    u32: "Python int too large to convert to C unsigned int";
    u64: "Python int too large to convert to C unsigned long";
    usize: "Python int too large to convert to C size_t";
}

impl FromArg for BigInt {
    type Out<'f> = BigInt;
    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<BigInt, Mismatch<'f>> {
        let int = slow_int(cx, value)?;
        cx.as_big(int).ok_or(Mismatch::Expected("int"))
    }
}

impl FromArg for f64 {
    type Out<'f> = f64;
    #[inline]
    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<f64, Mismatch<'f>> {
        match cx.as_float(value) {
            Some(float) => Ok(float),
            None => match cx.to_float(value)? {
                Some(float) => Ok(float),
                None => Err(Mismatch::Expected("real number")),
            },
        }
    }
}

impl FromArg for f32 {
    type Out<'f> = f32;
    #[inline]
    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<f32, Mismatch<'f>> {
        f64::from_local(cx, value).map(|float| float as f32)
    }
}

impl FromArg for bool {
    type Out<'f> = bool;
    #[inline]
    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<bool, Mismatch<'f>> {
        match cx.as_bool(value) {
            Some(bool) => Ok(bool),
            None => cx.truth(value).map_err(Mismatch::Raised),
        }
    }
}

impl FromArg for &str {
    type Out<'f> = &'f str;
    #[inline]
    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<&'f str, Mismatch<'f>> {
        match cx.as_str(value) {
            Some(text) => Ok(text),
            None => Err(no_text(cx, value)),
        }
    }
}

impl FromArg for String {
    type Out<'f> = String;
    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<String, Mismatch<'f>> {
        <&str>::from_local(cx, value).map(String::from)
    }
}

impl FromArg for char {
    type Out<'f> = char;
    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<char, Mismatch<'f>> {
        let mut chars = <&str>::from_local(cx, value)?.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Ok(c),
            _ => Err(Mismatch::Expected("a unicode character")),
        }
    }
}

/// A str with lone surrogates has no UTF-8; other values are no str.
#[cold]
fn no_text<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Mismatch<'f> {
    if !cx.is_str(value) {
        return Mismatch::Expected("str");
    }
    let mut at = 0;
    let mut code = 0xD800;
    if let Some(bytes) = cx.as_wtf8(value) {
        for point in miniscript_core::text::wtf8::CodePoints::new(bytes) {
            if miniscript_core::text::wtf8::is_surrogate(point) {
                code = point;
                break;
            }
            at += 1;
        }
    }
    Mismatch::Raised(cx.raise_kind(
        Exception::UnicodeError,
        format_args!(
            "'utf-8' codec can't encode character '\\u{code:04x}' in position {at}: surrogates not allowed"
        ),
    ))
}

impl FromArg for Local<'_> {
    type Out<'f> = Local<'f>;
    #[inline(always)]
    fn from_local<'f>(_: &mut Context<'f>, value: Local<'f>) -> Result<Local<'f>, Mismatch<'f>> {
        Ok(value)
    }
}

impl FromArg for Root {
    type Out<'f> = Root;
    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<Root, Mismatch<'f>> {
        cx.keep(value).map_err(Mismatch::Raised)
    }
}

impl<T: FromArg> FromArg for Option<T> {
    type Out<'f> = Option<T::Out<'f>>;
    const SHAPE: Shape = Shape::Optional;

    #[inline]
    fn from_local<'f>(
        cx: &mut Context<'f>,
        value: Local<'f>,
    ) -> Result<Option<T::Out<'f>>, Mismatch<'f>> {
        if cx.is_none(value) {
            Ok(None)
        } else {
            T::from_local(cx, value).map(Some)
        }
    }

    fn absent<'f>() -> Option<Option<T::Out<'f>>> {
        Some(None)
    }
}
