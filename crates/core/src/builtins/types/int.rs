//! `int`: construction and methods. The operators live in `protocol`.

use super::int_bytes::digits_of;
use super::number::{self, *};
use crate::builtins::protocol;
use crate::object::{ClassId, IntValue, Kind};
use crate::text::int::{BASE_MESSAGE, BigDigits, ParseError, Parsed, parse};
use crate::text::repr::{write_bytes, write_str};
use crate::text::wtf8::split::Space;
use crate::vm::context::{Args, Context, Error, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};
use alloc::vec::Vec;
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::Signed;

static METHODS: &[NativeDef] = &[
    NativeDef::method("__add__", "(self, value, /)", forward::<ADD>),
    NativeDef::method("__radd__", "(self, value, /)", reflected::<ADD>),
    NativeDef::method("__sub__", "(self, value, /)", forward::<SUB>),
    NativeDef::method("__rsub__", "(self, value, /)", reflected::<SUB>),
    NativeDef::method("__mul__", "(self, value, /)", forward::<MUL>),
    NativeDef::method("__rmul__", "(self, value, /)", reflected::<MUL>),
    NativeDef::method("__truediv__", "(self, value, /)", forward::<TRUEDIV>),
    NativeDef::method("__rtruediv__", "(self, value, /)", reflected::<TRUEDIV>),
    NativeDef::method("__floordiv__", "(self, value, /)", forward::<FLOORDIV>),
    NativeDef::method("__rfloordiv__", "(self, value, /)", reflected::<FLOORDIV>),
    NativeDef::method("__mod__", "(self, value, /)", forward::<MOD>),
    NativeDef::method("__rmod__", "(self, value, /)", reflected::<MOD>),
    NativeDef::method("__divmod__", "(self, value, /)", number::divmod),
    NativeDef::method("__rdivmod__", "(self, value, /)", rdivmod),
    NativeDef::method("__pow__", "(self, value, mod=None, /)", pow),
    NativeDef::method("__rpow__", "(self, value, mod=None, /)", rpow),
    NativeDef::method("__lshift__", "(self, value, /)", forward::<LSHIFT>),
    NativeDef::method("__rlshift__", "(self, value, /)", reflected::<LSHIFT>),
    NativeDef::method("__rshift__", "(self, value, /)", forward::<RSHIFT>),
    NativeDef::method("__rrshift__", "(self, value, /)", reflected::<RSHIFT>),
    NativeDef::method("__and__", "(self, value, /)", forward::<AND>),
    NativeDef::method("__rand__", "(self, value, /)", reflected::<AND>),
    NativeDef::method("__or__", "(self, value, /)", forward::<OR>),
    NativeDef::method("__ror__", "(self, value, /)", reflected::<OR>),
    NativeDef::method("__xor__", "(self, value, /)", forward::<XOR>),
    NativeDef::method("__rxor__", "(self, value, /)", reflected::<XOR>),
    NativeDef::method("__neg__", "(self, /)", unary::<NEG>),
    NativeDef::method("__pos__", "(self, /)", unary::<POS>),
    NativeDef::method("__invert__", "(self, /)", unary::<INVERT>),
    NativeDef::method("__abs__", "(self, /)", abs),
    NativeDef::method("__bool__", "(self, /)", number::bool),
    NativeDef::method("__lt__", "(self, value, /)", compare::<LT>),
    NativeDef::method("__le__", "(self, value, /)", compare::<LE>),
    NativeDef::method("__gt__", "(self, value, /)", compare::<GT>),
    NativeDef::method("__ge__", "(self, value, /)", compare::<GE>),
    NativeDef::method("__eq__", "(self, value, /)", compare::<EQ>),
    NativeDef::method("__ne__", "(self, value, /)", compare::<NE>),
    NativeDef::method("__hash__", "(self, /)", hash),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::whole_method("__format__", "(self, format_spec, /)", format),
    NativeDef::method("__int__", "(self, /)", itself),
    NativeDef::method("__index__", "(self, /)", itself),
    NativeDef::method("__float__", "(self, /)", float),
    NativeDef::method("__trunc__", "(self, /)", itself),
    NativeDef::method("__floor__", "(self, /)", itself),
    NativeDef::method("__ceil__", "(self, /)", itself),
    NativeDef::method("__round__", "(self, ndigits=None, /)", round_method),
    NativeDef::method("__getnewargs__", "(self, /)", getnewargs),
    NativeDef::method("conjugate", "(self, /)", itself),
    NativeDef::method("bit_length", "(self, /)", bit_length),
    NativeDef::method("bit_count", "(self, /)", bit_count),
    NativeDef::method("as_integer_ratio", "(self, /)", as_integer_ratio),
    NativeDef::method(
        "to_bytes",
        "(self, /, length=1, byteorder='big', *, signed=False)",
        super::int_bytes::to_bytes,
    ),
    NativeDef::class_method(
        "from_bytes",
        "(cls, /, bytes, byteorder='big', *, signed=False)",
        super::int_bytes::from_bytes,
    ),
    NativeDef::getter("real", itself),
    NativeDef::getter("imag", zero),
    NativeDef::getter("numerator", itself),
    NativeDef::getter("denominator", one),
];

/// `int`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Int,
    new: Some(NativeDef::function("int", "(cls, x=0, /, base=10)", new)),
    methods: METHODS,
    doc: crate::features::doc(
        "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments are given.",
    ),
    base: true,
};

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(value) = args.get(cx, 1) else {
        if args.get(cx, 2).is_some() {
            return Err(cx.type_error(format_args!("int() missing string argument")));
        }
        return cx.int(0);
    };
    let Some(base) = args.get(cx, 2) else {
        return of(cx, value);
    };
    let base = protocol::index_clamped(cx, base)?;
    if base != 0 && !(2..=36).contains(&base) {
        return Err(cx.value_error(format_args!("{BASE_MESSAGE}")));
    }
    let plain = cx.plain(value);
    let text = match cx.kind(plain) {
        Some(Kind::Str | Kind::Bytes | Kind::ByteArray) => digits_of(cx, value)?,
        _ => None,
    };
    match text {
        Some((text, bytes)) => from_text(cx, text, base as u32, bytes),
        None => Err(cx.type_error(format_args!(
            "int() can't convert non-string with explicit base"
        ))),
    }
}

/// An int proper of an int of any class.
fn whole<'f>(cx: &mut Context<'f>, int: Local<'f>) -> Res<'f> {
    match cx.as_int(int) {
        Some(word) => cx.int(word),
        None => Ok(cx.plain(int)),
    }
}

/// `int(value)`.
pub(crate) fn of<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f> {
    if cx.is(value, Kind::Str) {
        let text = cx.str_bytes(value).unwrap_or_default();
        return from_text(cx, text, 10, false);
    }
    let name = cx.names().int;
    if !protocol::is_overridden(cx, value, name) {
        if let Some(word) = cx.as_int(value) {
            return cx.int(word);
        }
        if cx.is_int(value) {
            return Ok(cx.plain(value));
        }
        if let Some(float) = cx.as_float(value) {
            return protocol::float_to_int(cx, float);
        }
    }
    if cx.has_specials(value) {
        if let Some(answer) = cx.call_special(value, name, &[])? {
            let int = protocol::strict_int(cx, answer, "__int__")?;
            return whole(cx, int);
        }
        if let Some(int) = protocol::find_index(cx, value)? {
            return whole(cx, int);
        }
        let name = cx.names().trunc;
        if cx.type_attr(value, name).is_some() {
            cx.warn(
                ClassId::DeprecationWarning,
                format_args!("The delegation of int() to __trunc__ is deprecated."),
            )?;
        }
        if let Some(answer) = cx.call_special(value, name, &[])? {
            if let Some(int) = protocol::find_index(cx, answer)? {
                return whole(cx, int);
            }
            let found = cx.type_name(answer);
            return Err(cx.type_error(format_args!(
                "__trunc__ returned non-Integral (type {found})"
            )));
        }
    }
    if let Some((text, bytes)) = digits_of(cx, value)? {
        return from_text(cx, text, 10, bytes);
    }
    let found = cx.type_name(value);
    Err(cx.type_error(format_args!(
        "int() argument must be a string, a bytes-like object or a real number, not '{found}'"
    )))
}

/// Digits that a conversion between text and int may have, unless the base is a
/// power of two: beyond, the work would be quadratic.
pub(crate) const MAX_DIGITS: usize = 4300;

fn from_text<'f>(cx: &mut Context<'f>, text: &[u8], base: u32, bytes: bool) -> Res<'f> {
    cx.charge(text.len() / 64)?;
    let space = if bytes { Space::Bytes } else { Space::Str };
    match parse(text, base, space) {
        Ok(Parsed::Small(word)) => cx.int(word),
        Ok(Parsed::Big(digits)) => from_digits(cx, &digits),
        Err(ParseError::BadBase) => Err(cx.value_error(format_args!("{BASE_MESSAGE}"))),
        Err(ParseError::Invalid) => Err(invalid(cx, text, base, bytes)),
    }
}

fn from_digits<'f>(cx: &mut Context<'f>, digits: &BigDigits<'_>) -> Res<'f> {
    let BigDigits {
        base,
        count,
        negative,
        ..
    } = *digits;
    let limit = cx.max_digits();
    if !base.is_power_of_two() && limit > 0 && count > limit {
        return Err(cx.value_error(format_args!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {count} digits; \
             use sys.set_int_max_str_digits() to increase the limit"
        )));
    }
    protocol::reserve(cx, (count as u64).saturating_mul(16), count as u64 / 16)?;
    let mut values: Vec<u8> = Vec::new();
    if values.try_reserve_exact(count).is_err() {
        return Err(cx.memory_error());
    }
    values.extend(digits.values());
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    // The values are below the base: they were checked by the parser.
    let big = BigInt::from_radix_be(sign, &values, base).unwrap_or_default();
    cx.big(&big)
}

#[cold]
fn invalid<'f>(cx: &mut Context<'f>, text: &[u8], base: u32, bytes: bool) -> Error<'f> {
    let mut shown = Vec::new();
    let write = if bytes { write_bytes } else { write_str };
    if write(text, &mut shown).is_err() {
        return cx.memory_error();
    }
    // CPython shows 200 characters of the text.
    let end = crate::text::wtf8::offset_of(&shown, 200)
        .unwrap_or(shown.len())
        .min(shown.len());
    shown.truncate(end);
    let mut message: Vec<u8> = Vec::from(alloc::format!(
        "invalid literal for int() with base {base}: "
    ));
    message.extend_from_slice(&shown);
    cx.raise_bytes(ClassId::ValueError, &message)
}

/// `round(int, ndigits)`: to a power of ten, half to even.
pub(crate) fn round<'f>(
    cx: &mut Context<'f>,
    value: Local<'f>,
    digits: Option<Local<'f>>,
) -> Res<'f> {
    let digits = match digits {
        Some(digits) => protocol::index_clamped(cx, digits)?,
        None => 0,
    };
    if digits >= 0 {
        return of(cx, value);
    }
    let Some(int) = cx.int_value(value) else {
        return Ok(Local::NOT_IMPLEMENTED);
    };
    let big = int.into_big();
    let places = digits.unsigned_abs();
    // Three bits and a little make a digit: so many places leave nothing.
    if places > big.bits() / 3 + 2 {
        return cx.int(0);
    }
    protocol::reserve(
        cx,
        places.saturating_mul(8),
        (places / 16).saturating_mul(places / 64 + 1),
    )?;
    let unit = BigInt::from(10).pow(u32::try_from(places).unwrap_or(u32::MAX));
    let (quotient, remainder) = big.div_mod_floor(&unit);
    let twice = &remainder + &remainder;
    let up = twice > unit || (twice == unit && quotient.is_odd());
    let rounded = if up {
        big - remainder + unit
    } else {
        big - remainder
    };
    cx.big(&rounded)
}

fn round_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let digits = args.get(cx, 1);
    round(cx, args.at(0), digits)
}

fn bit_length<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let bits = match cx.int_value(args.at(0)) {
        Some(IntValue::Word(word)) => u64::from(64 - word.unsigned_abs().leading_zeros()),
        Some(IntValue::Big(big)) => big.bits(),
        None => 0,
    };
    cx.int(bits as i64)
}

fn bit_count<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let ones = match cx.int_value(args.at(0)) {
        Some(IntValue::Word(word)) => u64::from(word.unsigned_abs().count_ones()),
        Some(IntValue::Big(big)) => big
            .abs()
            .iter_u64_digits()
            .map(|digit| u64::from(digit.count_ones()))
            .sum(),
        None => 0,
    };
    cx.int(ones as i64)
}

fn as_integer_ratio<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (this, one) = (itself(cx, args)?, cx.int(1)?);
    cx.tuple(&[this, one])
}

fn zero<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    cx.int(0)
}

fn one<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    cx.int(1)
}
