//! `_operator`: the operators of the language as functions, and the getters.

mod getters;

use crate::convert::equal;
use crate::settings::Settings;
use miniscript_ext::{BinOp, Cmp, Context, Exception, Local, Module, Res, UnOp};

macro_rules! binary {
    ($($name:ident $operate:ident $op:expr),* $(,)?) => {$(
        fn $name<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
            cx.$operate($op, a, b)
        }
    )*};
}

binary! {
    lt compare Cmp::Lt, le compare Cmp::Le, eq compare Cmp::Eq,
    ne compare Cmp::Ne, ge compare Cmp::Ge, gt compare Cmp::Gt,
    add operate BinOp::Add, sub operate BinOp::Sub, mul operate BinOp::Mul,
    truediv operate BinOp::TrueDiv, floordiv operate BinOp::FloorDiv,
    modulo operate BinOp::Mod, pow operate BinOp::Pow, matmul operate BinOp::MatMul,
    lshift operate BinOp::LShift, rshift operate BinOp::RShift, and operate BinOp::And,
    or operate BinOp::Or, xor operate BinOp::Xor,
    iadd operate_in_place BinOp::Add, isub operate_in_place BinOp::Sub,
    imul operate_in_place BinOp::Mul, itruediv operate_in_place BinOp::TrueDiv,
    ifloordiv operate_in_place BinOp::FloorDiv, imod operate_in_place BinOp::Mod,
    ipow operate_in_place BinOp::Pow, imatmul operate_in_place BinOp::MatMul,
    ilshift operate_in_place BinOp::LShift, irshift operate_in_place BinOp::RShift,
    iand operate_in_place BinOp::And, ior operate_in_place BinOp::Or,
    ixor operate_in_place BinOp::Xor,
}

macro_rules! unary {
    ($($name:ident $op:expr),* $(,)?) => {$(
        fn $name<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f> {
            cx.operate_on($op, a)
        }
    )*};
}

unary! { neg UnOp::Neg, pos UnOp::Pos, invert UnOp::Invert }

pub(crate) fn module(_: &Settings) -> Module {
    let module = Module::new("_operator")
        .doc("Operator interface.")
        .class(&getters::ITEMGETTER)
        .class(&getters::ATTRGETTER)
        .class(&getters::METHODCALLER)
        .function("lt(a, b, /)", lt)
        .function("le(a, b, /)", le)
        .function("eq(a, b, /)", eq)
        .function("ne(a, b, /)", ne)
        .function("ge(a, b, /)", ge)
        .function("gt(a, b, /)", gt)
        .function("add(a, b, /)", add)
        .function("sub(a, b, /)", sub)
        .function("mul(a, b, /)", mul)
        .function("truediv(a, b, /)", truediv)
        .function("floordiv(a, b, /)", floordiv)
        .function("mod(a, b, /)", modulo)
        .function("pow(a, b, /)", pow)
        .function("matmul(a, b, /)", matmul)
        .function("lshift(a, b, /)", lshift)
        .function("rshift(a, b, /)", rshift)
        .function("and_(a, b, /)", and)
        .function("or_(a, b, /)", or)
        .function("xor(a, b, /)", xor)
        .function("neg(a, /)", neg)
        .function("pos(a, /)", pos)
        .function("inv(a, /)", invert)
        .function("invert(a, /)", invert);
    in_place(module)
        .function("not_(a, /)", not)
        .function("truth(a, /)", truth)
        .function("is_(a, b, /)", is)
        .function("is_not(a, b, /)", is_not)
        .function("abs(a, /)", abs)
        .function("concat(a, b, /)", concat)
        .function("iconcat(a, b, /)", iconcat)
        .function("contains(a, b, /)", contains)
        .function("countOf(a, b, /)", count_of)
        .function("indexOf(a, b, /)", index_of)
        .function("getitem(a, b, /)", get_item)
        .function("setitem(a, b, c, /)", set_item)
        .function("delitem(a, b, /)", del_item)
}

fn in_place(module: Module) -> Module {
    module
        .function("iadd(a, b, /)", iadd)
        .function("isub(a, b, /)", isub)
        .function("imul(a, b, /)", imul)
        .function("itruediv(a, b, /)", itruediv)
        .function("ifloordiv(a, b, /)", ifloordiv)
        .function("imod(a, b, /)", imod)
        .function("ipow(a, b, /)", ipow)
        .function("imatmul(a, b, /)", imatmul)
        .function("ilshift(a, b, /)", ilshift)
        .function("irshift(a, b, /)", irshift)
        .function("iand(a, b, /)", iand)
        .function("ior(a, b, /)", ior)
        .function("ixor(a, b, /)", ixor)
}

fn not<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f> {
    Ok(Local::bool(!cx.truth(a)?))
}

fn truth<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f> {
    Ok(Local::bool(cx.truth(a)?))
}

fn is<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    Ok(Local::bool(cx.same(a, b)))
}

fn is_not<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    Ok(Local::bool(!cx.same(a, b)))
}

fn abs<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f> {
    cx.absolute(a)
}

/// Sequences can be concatenated: what has items and is no mapping.
fn check_sequence<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, ()> {
    if cx.find_on_type(a, "__getitem__")?.is_some() && !cx.is_dict(a) {
        return Ok(());
    }
    let name = cx.type_name(a);
    Err(cx.type_error(format_args!("'{name}' object can't be concatenated")))
}

fn concat<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    check_sequence(cx, a)?;
    cx.operate(BinOp::Add, a, b)
}

fn iconcat<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    check_sequence(cx, a)?;
    cx.operate_in_place(BinOp::Add, a, b)
}

fn contains<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    Ok(Local::bool(cx.contains(a, b)?))
}

fn get_item<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    cx.get_item(a, b)
}

fn set_item<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>, c: Local<'f>) -> Res<'f> {
    cx.set_item(a, b, c)?;
    Ok(Local::NONE)
}

fn del_item<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    cx.del_item(a, b)?;
    Ok(Local::NONE)
}

/// Walks over what equals a value: how many there are, or the place of the first.
fn walk<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>, first: bool) -> Res<'f, Option<i64>> {
    let items = match cx.iter(a) {
        Err(error) if cx.error_is_kind(&error, Exception::TypeError) => {
            let name = cx.type_name(a);
            return Err(cx.type_error(format_args!(
                "argument of type '{name}' is not iterable"
            )));
        }
        items => items?,
    };
    let (mut place, mut count) = (0, 0);
    loop {
        cx.charge(1)?;
        let found = cx.scope(|cx| match cx.next(items)? {
            Some(item) => equal(cx, item, b).map(Some),
            None => Ok(None),
        })?;
        match found {
            Some(true) if first => return Ok(Some(place)),
            Some(found) => count += i64::from(found),
            None if first => return Ok(None),
            None => return Ok(Some(count)),
        }
        place += 1;
    }
}

fn count_of<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let count = walk(cx, a, b, false)?.unwrap_or(0);
    cx.int(count)
}

fn index_of<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    match walk(cx, a, b, true)? {
        Some(at) => cx.int(at),
        None => Err(cx.value_error(format_args!("sequence.index(x): x not in sequence"))),
    }
}
