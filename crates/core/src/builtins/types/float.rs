//! `float`: construction and methods. The operators live in `protocol`.

use super::number::{self, *};
use crate::builtins::protocol;
use crate::object::ClassId;
use crate::text::StackBuf;
use crate::text::float as text;
use crate::text::float::hex::FromHexError;
use crate::text::repr::write_str;
use crate::text::wtf8::split::Space;
use crate::vm::context::{Args, Context, Error, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};
use alloc::vec::Vec;
use num_bigint::BigInt;

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
    NativeDef::method("__divmod__", "(self, value, /)", divmod),
    NativeDef::method("__rdivmod__", "(self, value, /)", rdivmod),
    NativeDef::method("__pow__", "(self, value, mod=None, /)", pow),
    NativeDef::method("__rpow__", "(self, value, mod=None, /)", rpow),
    NativeDef::method("__neg__", "(self, /)", unary::<NEG>),
    NativeDef::method("__pos__", "(self, /)", unary::<POS>),
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
    NativeDef::method("__int__", "(self, /)", trunc),
    NativeDef::method("__float__", "(self, /)", itself),
    NativeDef::method("__trunc__", "(self, /)", trunc),
    NativeDef::method("__floor__", "(self, /)", floor),
    NativeDef::method("__ceil__", "(self, /)", ceil),
    NativeDef::method("__round__", "(self, ndigits=None, /)", round_method),
    NativeDef::method("__getnewargs__", "(self, /)", getnewargs),
    NativeDef::class_method("__getformat__", "(cls, typestr, /)", getformat),
    NativeDef::method("conjugate", "(self, /)", itself),
    NativeDef::method("is_integer", "(self, /)", is_integer),
    NativeDef::method("as_integer_ratio", "(self, /)", as_integer_ratio),
    NativeDef::method("hex", "(self, /)", hex),
    NativeDef::class_method("fromhex", "(cls, string, /)", fromhex),
    NativeDef::getter("real", itself),
    NativeDef::getter("imag", imag),
];

/// `float`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Float,
    new: Some(NativeDef::function("float", "(cls, x=0, /)", new)),
    methods: METHODS,
    doc: crate::features::doc(
        "Convert a string or number to a floating point number, if possible.",
    ),
    base: true,
};

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(value) = args.get(cx, 1) else {
        return Ok(cx.float(0.0));
    };
    let name = cx.names().float;
    if protocol::is_overridden(cx, value, name)
        && let Some(answer) = cx.call_special(value, name, &[])?
    {
        let float = protocol::strict_float(cx, value, answer)?;
        return Ok(cx.float(float));
    }
    if let Some(bytes) = cx.str_bytes(value) {
        cx.charge(bytes.len() / 64)?;
        return match text::parse::parse(bytes, Space::Str) {
            Some(float) => Ok(cx.float(float)),
            None => Err(invalid(cx, bytes)),
        };
    }
    match protocol::find_float(cx, value)? {
        Some(float) => Ok(cx.float(float)),
        None => {
            if let Some(data) = cx.frozen(value)? {
                cx.charge(data.len() / 64)?;
                return match text::parse::parse(data, Space::Bytes) {
                    Some(float) => Ok(cx.float(float)),
                    None => {
                        let shown = protocol::repr(cx, value)?;
                        let mut message = cx.text();
                        message.push_str("could not convert string to float: ");
                        message.push(cx.str_bytes(shown).unwrap_or_default());
                        Err(cx.raise_bytes(ClassId::ValueError, message.bytes()))
                    }
                };
            }
            let found = cx.type_name(value);
            Err(cx.type_error(format_args!(
                "float() argument must be a string or a real number, not '{found}'"
            )))
        }
    }
}

#[cold]
fn invalid<'f>(cx: &mut Context<'f>, bytes: &[u8]) -> Error<'f> {
    let mut message = Vec::from(&b"could not convert string to float: "[..]);
    if bytes.len() > cx.bytes_left() / 8 || write_str(bytes, &mut message).is_err() {
        return cx.memory_error();
    }
    cx.raise_bytes(ClassId::ValueError, &message)
}

fn this<'f>(cx: &Context<'f>, args: Args<'f>) -> f64 {
    cx.as_float(args.at(0)).unwrap_or(0.0)
}

fn trunc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let float = this(cx, args);
    protocol::float_to_int(cx, float)
}

fn floor<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let float = libm::floor(this(cx, args));
    protocol::float_to_int(cx, float)
}

fn ceil<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let float = libm::ceil(this(cx, args));
    protocol::float_to_int(cx, float)
}

/// `round(float, ndigits)`: an int without digits, else a float.
pub(crate) fn round<'f>(cx: &mut Context<'f>, float: f64, digits: Option<Local<'f>>) -> Res<'f> {
    let Some(digits) = digits.filter(|&digits| !cx.is_none(digits)) else {
        return protocol::float_to_int(cx, text::round_half_even(float));
    };
    let places = protocol::index_clamped(cx, digits)?;
    match text::round_to(float, places) {
        Ok(rounded) => Ok(cx.float(rounded)),
        Err(_) => Err(cx.raise(
            ClassId::OverflowError,
            format_args!("{}", text::RoundError::MESSAGE),
        )),
    }
}

fn round_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (float, digits) = (this(cx, args), args.get(cx, 1));
    round(cx, float, digits)
}

fn is_integer<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(text::arith::is_integer(this(cx, args))))
}

fn as_integer_ratio<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let float = this(cx, args);
    let Some((mantissa, exponent)) = text::arith::decompose(float) else {
        return Err(if float.is_nan() {
            cx.value_error(format_args!("cannot convert NaN to integer ratio"))
        } else {
            cx.raise(
                ClassId::OverflowError,
                format_args!("cannot convert Infinity to integer ratio"),
            )
        });
    };
    let numerator = cx.big(&(BigInt::from(mantissa) << exponent.max(0) as u32))?;
    let denominator = cx.big(&(BigInt::from(1) << exponent.min(0).unsigned_abs()))?;
    cx.tuple(&[numerator, denominator])
}

fn hex<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mut out = StackBuf::<32>::new();
    // The longest is `-0x1.fffffffffffffp-1022`.
    let _ = text::hex::write_hex(this(cx, args), &mut out);
    cx.wtf8(out.as_bytes())
}

fn fromhex<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(bytes) = cx.str_bytes(args.at(1)) else {
        return Err(cx.type_error(format_args!("bad argument type for built-in operation")));
    };
    cx.charge(bytes.len() / 64)?;
    match text::hex::from_hex(bytes) {
        Ok(float) => {
            let made = cx.float(float);
            if cx.class_id(args.at(0)) == Some(ClassId::Float) {
                return Ok(made);
            }
            cx.call(args.at(0), &[made])
        }
        Err(error @ FromHexError::Invalid) => {
            Err(cx.value_error(format_args!("{}", error.message())))
        }
        Err(error @ FromHexError::TooLarge) => {
            Err(cx.raise(ClassId::OverflowError, format_args!("{}", error.message())))
        }
    }
}

fn getformat<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.as_str(args.at(1)) {
        Some("double" | "float") if cfg!(target_endian = "big") => cx.str("IEEE, big-endian"),
        Some("double" | "float") => cx.str("IEEE, little-endian"),
        Some(_) => Err(cx.value_error(format_args!(
            "__getformat__() argument 1 must be 'double' or 'float'"
        ))),
        None => {
            let found = cx.type_name(args.at(1));
            Err(cx.type_error(format_args!(
                "__getformat__() argument must be str, not {found}"
            )))
        }
    }
}

fn imag<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Ok(cx.float(0.0))
}
