//! Operator methods that int, bool and float share, callable by name:
//! `(5).__add__(3)`. What an operand's type does not do is NotImplemented.

use crate::builtins::protocol::{self, BinOp, Cmp, UnOp};
use crate::vm::context::{Args, Context, Local, Res};

pub(super) const ADD: usize = BinOp::Add as usize;
pub(super) const SUB: usize = BinOp::Sub as usize;
pub(super) const MUL: usize = BinOp::Mul as usize;
pub(super) const TRUEDIV: usize = BinOp::TrueDiv as usize;
pub(super) const FLOORDIV: usize = BinOp::FloorDiv as usize;
pub(super) const MOD: usize = BinOp::Mod as usize;
pub(super) const LSHIFT: usize = BinOp::LShift as usize;
pub(super) const RSHIFT: usize = BinOp::RShift as usize;
pub(super) const AND: usize = BinOp::And as usize;
pub(super) const OR: usize = BinOp::Or as usize;
pub(super) const XOR: usize = BinOp::Xor as usize;
pub(super) const NEG: usize = UnOp::Neg as usize;
pub(super) const POS: usize = UnOp::Pos as usize;
pub(super) const INVERT: usize = UnOp::Invert as usize;
pub(super) const LT: usize = Cmp::Lt as usize;
pub(super) const LE: usize = Cmp::Le as usize;
pub(super) const GT: usize = Cmp::Gt as usize;
pub(super) const GE: usize = Cmp::Ge as usize;
pub(super) const EQ: usize = Cmp::Eq as usize;
pub(super) const NE: usize = Cmp::Ne as usize;

/// Whether `self` and the other operand are of the kinds that the type's methods take.
fn accepts<'f>(cx: &Context<'f>, this: Local<'f>, other: Local<'f>) -> bool {
    if cx.is_int(this) {
        cx.is_int(other)
    } else {
        cx.is_int(other) || cx.as_float(other).is_some()
    }
}

/// `self op value`.
pub(super) fn forward<'f, const OP: usize>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !accepts(cx, args.at(0), args.at(1)) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    Ok(
        protocol::number_binary(cx, BinOp::ALL[OP], args.at(0), args.at(1))?
            .unwrap_or(Local::NOT_IMPLEMENTED),
    )
}

/// `value op self`.
pub(super) fn reflected<'f, const OP: usize>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !accepts(cx, args.at(0), args.at(1)) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    Ok(
        protocol::number_binary(cx, BinOp::ALL[OP], args.at(1), args.at(0))?
            .unwrap_or(Local::NOT_IMPLEMENTED),
    )
}

/// `op self`.
pub(super) fn unary<'f, const OP: usize>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::unary(cx, UnOp::ALL[OP], args.at(0))
}

/// A comparison.
pub(super) fn compare<'f, const OP: usize>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !accepts(cx, args.at(0), args.at(1)) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    Ok(protocol::of_numbers(
        cx,
        Cmp::ALL[OP],
        args.at(0),
        args.at(1),
    ))
}

/// `self ** value`, or with a third argument its remainder.
pub(super) fn pow<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    power(cx, args.at(0), args.at(0), args.at(1), args.get(cx, 2))
}

/// `value ** self`.
pub(super) fn rpow<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    power(cx, args.at(0), args.at(1), args.at(0), args.get(cx, 2))
}

fn power<'f>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    a: Local<'f>,
    b: Local<'f>,
    modulus: Option<Local<'f>>,
) -> Res<'f> {
    let other = if cx.same(this, a) { b } else { a };
    if !accepts(cx, this, other) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    protocol::power(cx, a, b, modulus)
}

/// `divmod(self, value)`.
pub(super) fn divmod<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !accepts(cx, args.at(0), args.at(1)) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    protocol::divmod(cx, args.at(0), args.at(1))
}

/// `divmod(value, self)`.
pub(super) fn rdivmod<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !accepts(cx, args.at(0), args.at(1)) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    protocol::divmod(cx, args.at(1), args.at(0))
}

/// `abs(self)`.
pub(super) fn abs<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::absolute(cx, args.at(0))
}

/// `bool(self)`.
pub(super) fn bool<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(protocol::truth(cx, args.at(0))?))
}

/// `hash(self)`.
pub(super) fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let hash = protocol::hash(cx, args.at(0))?;
    cx.int(hash as i64)
}

/// `repr(self)`.
pub(super) fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::repr(cx, args.at(0))
}

/// `format(self, spec)`.
pub(super) fn format<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
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

/// `float(self)`.
pub(super) fn float<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let float = protocol::float_of(cx, args.at(0))?;
    Ok(cx.float(float))
}

/// The number itself, as an int or float proper (a bool becomes an int).
pub(super) fn itself<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.as_int(args.at(0)) {
        Some(word) => cx.int(word),
        None => Ok(args.at(0)),
    }
}

/// What pickling and copying hand to the constructor.
pub(super) fn getnewargs<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = itself(cx, args)?;
    cx.tuple(&[this])
}
