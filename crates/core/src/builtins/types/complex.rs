//! `complex`. Its operators are methods like those of a script's class: `protocol` finds
//! them by name, so that the fast paths of ints and floats do not know the type.

use super::number::*;
use crate::builtins::protocol::{self, BinOp};
use crate::features::{self, COMPLEX};
use crate::object::{ClassId, IntValue};
use crate::text::float::complex::{self, Complex, ComplexError, ParseError};
use crate::text::float::hash::{cmp_i64_f64, hash_f64};
use crate::text::repr::write_str;
use crate::vm::context::{Args, Context, Error, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};
use alloc::vec::Vec;
use core::cmp::Ordering;
use num_bigint::BigInt;
use num_traits::FromPrimitive;

const POW: usize = BinOp::Pow as usize;

static METHODS: &[NativeDef] = &[
    NativeDef::method("__add__", "(self, value, /)", operator::<ADD, false>),
    NativeDef::method("__radd__", "(self, value, /)", operator::<ADD, true>),
    NativeDef::method("__sub__", "(self, value, /)", operator::<SUB, false>),
    NativeDef::method("__rsub__", "(self, value, /)", operator::<SUB, true>),
    NativeDef::method("__mul__", "(self, value, /)", operator::<MUL, false>),
    NativeDef::method("__rmul__", "(self, value, /)", operator::<MUL, true>),
    NativeDef::method(
        "__truediv__",
        "(self, value, /)",
        operator::<TRUEDIV, false>,
    ),
    NativeDef::method(
        "__rtruediv__",
        "(self, value, /)",
        operator::<TRUEDIV, true>,
    ),
    NativeDef::method(
        "__pow__",
        "(self, value, mod=None, /)",
        operator::<POW, false>,
    ),
    NativeDef::method(
        "__rpow__",
        "(self, value, mod=None, /)",
        operator::<POW, true>,
    ),
    NativeDef::method("__neg__", "(self, /)", neg),
    NativeDef::method("__pos__", "(self, /)", pos),
    NativeDef::method("__abs__", "(self, /)", abs),
    NativeDef::method("__bool__", "(self, /)", bool),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__lt__", "(self, value, /)", unordered),
    NativeDef::method("__le__", "(self, value, /)", unordered),
    NativeDef::method("__gt__", "(self, value, /)", unordered),
    NativeDef::method("__ge__", "(self, value, /)", unordered),
    NativeDef::method("__hash__", "(self, /)", hash),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::whole_method("__format__", "(self, format_spec, /)", format),
    NativeDef::method("__complex__", "(self, /)", pos),
    NativeDef::method("__getnewargs__", "(self, /)", getnewargs),
    NativeDef::method("conjugate", "(self, /)", conjugate),
    NativeDef::property("real", real, read_only),
    NativeDef::property("imag", imag, read_only),
];

/// `complex`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Complex,
    new: Some(NativeDef::function("complex", "(cls, real=0, imag=0)", new)),
    methods: features::table(COMPLEX, METHODS),
    doc: crate::features::doc(
        "Create a complex number from a real part and an optional imaginary part.\n\nThis is equivalent to (real + imag*1j) where imag defaults to 0.",
    ),
    base: true,
};

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !COMPLEX {
        return Err(cx.left_out("complex numbers are", "complex"));
    }
    let (first, second) = (args.get(cx, 1), args.get(cx, 2));
    let Some(first) = first else {
        let imaginary = match second {
            Some(second) => part(cx, second, false)?,
            None => (0.0, 0.0),
        };
        return cx.complex(-imaginary.1 + 0.0, imaginary.0);
    };
    if second.is_none() && cx.is_record(first, ClassId::Complex) && !cx.is_derived(first) {
        return Ok(first);
    }
    if let Some(text) = cx.str_bytes(first) {
        if second.is_some() {
            return Err(cx.type_error(format_args!(
                "complex() can't take second arg if first is a string"
            )));
        }
        return from_text(cx, text);
    }
    if let Some(second) = second
        && cx.str_bytes(second).is_some()
    {
        return Err(cx.type_error(format_args!("complex() second arg can't be a string")));
    }
    let special = by_method(cx, first)?;
    let is_complex = special.is_some() || cx.as_complex(first).is_some();
    let real = match special {
        Some(value) => value,
        None => part(cx, first, true)?,
    };
    let Some(second) = second else {
        return cx.complex(real.0, real.1);
    };
    let second_complex = cx.as_complex(second).is_some();
    let imaginary = part(cx, second, false)?;
    let mut result = (real.0, imaginary.0);
    if second_complex {
        result.0 -= imaginary.1;
    }
    if is_complex {
        result.1 += real.1;
    }
    cx.complex(result.0, result.1)
}

/// What `__complex__` of a script's class says.
fn by_method<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Option<Complex>> {
    if !cx.has_specials(value) || cx.is_record(value, ClassId::Complex) && !cx.is_derived(value) {
        return Ok(None);
    }
    let name = cx.name("__complex__")?;
    let class = cx.type_of(value);
    let Some(method) = cx.find_attr(class, name)? else {
        return Ok(None);
    };
    if cx.native_def(method).is_some() {
        return Ok(None);
    }
    let answer = cx.call_found(method, value, &[])?;
    match cx.as_complex(answer) {
        Some(parts) if cx.is_record(answer, ClassId::Complex) => {
            if cx.is_derived(answer) {
                let found = cx.type_name(answer);
                cx.warn_of_subclass("__complex__", "complex", found)?;
            }
            Ok(Some(parts))
        }
        _ => {
            let found = cx.type_name(answer);
            Err(cx.type_error(format_args!(
                "__complex__ returned non-complex (type {found})"
            )))
        }
    }
}

/// An argument of the constructor as a number.
fn part<'f>(cx: &mut Context<'f>, value: Local<'f>, first: bool) -> Res<'f, Complex> {
    if let Some(parts) = cx.as_complex(value) {
        return Ok(parts);
    }
    if let Some(float) = protocol::find_float(cx, value)? {
        return Ok((float, 0.0));
    }
    let found = cx.type_name(value);
    Err(if first {
        cx.type_error(format_args!(
            "complex() first argument must be a string or a number, not '{found}'"
        ))
    } else {
        cx.type_error(format_args!(
            "complex() second argument must be a number, not '{found}'"
        ))
    })
}

fn from_text<'f>(cx: &mut Context<'f>, text: &[u8]) -> Res<'f> {
    cx.charge(text.len() / 64)?;
    if text.len() > cx.bytes_left() / 8 {
        return Err(cx.memory_error());
    }
    match complex::parse(text) {
        Ok((real, imaginary)) => cx.complex(real, imaginary),
        Err(ParseError::Malformed) => {
            Err(cx.value_error(format_args!("complex() arg is a malformed string")))
        }
        Err(ParseError::Full) => Err(cx.memory_error()),
        Err(ParseError::Underscore) => {
            let mut message = Vec::from(&b"could not convert string to complex: "[..]);
            if write_str(text, &mut message).is_err() {
                return Err(cx.memory_error());
            }
            Err(cx.raise_bytes(ClassId::ValueError, &message))
        }
    }
}

/// The number that an operand is; `None` where it is none.
fn operand<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Option<Complex>> {
    if let Some(parts) = cx.as_complex(value) {
        return Ok(Some(parts));
    }
    if let Some(float) = cx.as_float(value) {
        return Ok(Some((float, 0.0)));
    }
    if cx.is_int(value) {
        return Ok(Some((protocol::float_of(cx, value)?, 0.0)));
    }
    Ok(None)
}

fn operator<'f, const OP: usize, const REFLECTED: bool>(
    cx: &mut Context<'f>,
    args: Args<'f>,
) -> Res<'f> {
    let (Some(this), Some(other)) = (operand(cx, args.at(0))?, operand(cx, args.at(1))?) else {
        return Ok(Local::NOT_IMPLEMENTED);
    };
    let (a, b) = if REFLECTED {
        (other, this)
    } else {
        (this, other)
    };
    let result = match BinOp::ALL[OP] {
        BinOp::Add => (a.0 + b.0, a.1 + b.1),
        BinOp::Sub => (a.0 - b.0, a.1 - b.1),
        BinOp::Mul => complex::product(a, b),
        BinOp::TrueDiv => match complex::quotient(a, b) {
            Ok(result) => result,
            Err(_) => return Err(zero_division(cx, "complex division by zero")),
        },
        _ => {
            if args.get(cx, 2).is_some_and(|modulus| !cx.is_none(modulus)) {
                return Err(cx.value_error(format_args!("complex modulo")));
            }
            return power(cx, a, b);
        }
    };
    cx.complex(result.0, result.1)
}

/// `a ** b`.
pub(crate) fn power<'f>(cx: &mut Context<'f>, a: Complex, b: Complex) -> Res<'f> {
    if !COMPLEX {
        return Err(cx.left_out("complex numbers are", "complex"));
    }
    match complex::power(a, b) {
        Ok((real, imaginary)) => cx.complex(real, imaginary),
        Err(ComplexError::Zero) => Err(zero_division(cx, "0.0 to a negative or complex power")),
        Err(ComplexError::Range) => Err(cx.raise(
            ClassId::OverflowError,
            format_args!("complex exponentiation"),
        )),
    }
}

#[cold]
fn zero_division<'f>(cx: &mut Context<'f>, message: &str) -> Error<'f> {
    cx.raise(ClassId::ZeroDivisionError, format_args!("{message}"))
}

fn this<'f>(cx: &Context<'f>, args: Args<'f>) -> Complex {
    cx.as_complex(args.at(0)).unwrap_or_default()
}

fn neg<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (real, imaginary) = this(cx, args);
    cx.complex(-real, -imaginary)
}

/// The number itself, without what a script's class adds.
fn pos<'f>(_: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(args.at(0))
}

fn conjugate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (real, imaginary) = this(cx, args);
    cx.complex(real, -imaginary)
}

fn abs<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match complex::absolute(this(cx, args)) {
        Ok(size) => Ok(cx.float(size)),
        Err(_) => Err(cx.raise(
            ClassId::OverflowError,
            format_args!("absolute value too large"),
        )),
    }
}

fn bool<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(this(cx, args) != (0.0, 0.0)))
}

/// Whether a complex number equals another number; `None` where it is none.
fn equals<'f>(cx: &Context<'f>, (real, imaginary): Complex, other: Local<'f>) -> Option<bool> {
    if let Some(other) = cx.as_complex(other) {
        return Some((real, imaginary) == other);
    }
    if let Some(float) = cx.as_float(other) {
        return Some(real == float && imaginary == 0.0);
    }
    let int = cx.int_value(other)?;
    Some(
        imaginary == 0.0
            && match int {
                IntValue::Word(word) => cmp_i64_f64(word, real) == Some(Ordering::Equal),
                IntValue::Big(big) => BigInt::from_f64(real).is_some_and(|real| real == big),
            },
    )
}

fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let equal = equals(cx, this(cx, args), args.at(1));
    Ok(equal.map_or(Local::NOT_IMPLEMENTED, Local::bool))
}

fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let equal = equals(cx, this(cx, args), args.at(1));
    Ok(equal.map_or(Local::NOT_IMPLEMENTED, |equal| Local::bool(!equal)))
}

fn unordered<'f>(_: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Ok(Local::NOT_IMPLEMENTED)
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (real, imaginary) = this(cx, args);
    let of = |part| hash_f64(part).unwrap_or(0);
    let hash = of(imaginary).wrapping_mul(1_000_003).wrapping_add(of(real));
    cx.int(if hash == -1 { -2 } else { hash })
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

fn format<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let spec = args.at(1);
    if cx.str_bytes(spec).is_none() {
        return Err(protocol::text::bad_argument(
            cx,
            "__format__() argument",
            spec,
        ));
    }
    protocol::text::format_of_kind(cx, args.at(0), spec)
}

fn getnewargs<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (real, imaginary) = this(cx, args);
    let (real, imaginary) = (cx.float(real), cx.float(imaginary));
    cx.tuple(&[real, imaginary])
}

fn real<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (real, _) = this(cx, args);
    Ok(cx.float(real))
}

fn imag<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (_, imaginary) = this(cx, args);
    Ok(cx.float(imaginary))
}

fn read_only<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Err(cx.raise(ClassId::AttributeError, format_args!("readonly attribute")))
}
