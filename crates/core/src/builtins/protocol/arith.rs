//! Binary and unary operators: numbers and sequences first, then special methods.
//!
//! Called by the VM's slow paths and by natives. The order of candidates is
//! CPython's `binary_op1`: the right operand's reflected method goes first where its
//! type is a subclass that has its own; number-like methods go before concatenation
//! and repetition.

use super::number;
use super::{BinOp, UnOp};
use crate::builtins::protocol;
use crate::object::{ClassId, Kind, StrObj};
use crate::vm::context::{Context, Error, Local, Res};

/// `a op b`, or with `inplace` the value that `a op= b` assigns.
#[inline]
pub(crate) fn binary<'f>(
    cx: &mut Context<'f>,
    op: BinOp,
    a: Local<'f>,
    b: Local<'f>,
    inplace: bool,
) -> Res<'f> {
    if cx.is_derived(a) || cx.is_derived(b) {
        return derived(cx, op, a, b, inplace);
    }
    match number::number_binary(cx, op, a, b)? {
        Some(result) => Ok(result),
        None => others(cx, op, a, b, inplace),
    }
}

/// Operands of which at least one is of a class derived from a built-in type: their
/// methods first, then what the built-in values give.
fn derived<'f>(
    cx: &mut Context<'f>,
    op: BinOp,
    a: Local<'f>,
    b: Local<'f>,
    inplace: bool,
) -> Res<'f> {
    let reflected = cx.names().rmod;
    if op == BinOp::Mod
        && let Some(Kind::Str | Kind::Bytes | Kind::ByteArray) = cx.kind(a)
        && cx
            .type_attr(b, reflected)
            .is_none_or(|method| cx.native_def(method).is_some())
    {
        // A format gets the value as it is, not the text in it; a tuple's items are its values.
        let plain = cx.plain(b);
        let b = if cx.is(plain, Kind::Tuple) { plain } else { b };
        return if cx.is(a, Kind::Str) {
            protocol::percent(cx, a, b)
        } else {
            protocol::percent_bytes(cx, a, b)
        };
    }
    let result = cx.scope_local(|cx| special_binary(cx, op, a, b, inplace))?;
    if cx.same(result, Local::NOT_IMPLEMENTED) {
        fallback(cx, op, a, b, inplace)
    } else {
        Ok(result)
    }
}

fn others<'f>(
    cx: &mut Context<'f>,
    op: BinOp,
    a: Local<'f>,
    b: Local<'f>,
    inplace: bool,
) -> Res<'f> {
    if op == BinOp::Mod {
        match cx.kind(a) {
            Some(Kind::Str) => return protocol::percent(cx, a, b),
            Some(Kind::Bytes | Kind::ByteArray) => return protocol::percent_bytes(cx, a, b),
            _ => {}
        }
    }
    if cx.has_specials(a) || cx.has_specials(b) {
        let result = cx.scope_local(|cx| special_binary(cx, op, a, b, inplace))?;
        if !cx.same(result, Local::NOT_IMPLEMENTED) {
            return Ok(result);
        }
    }
    fallback(cx, op, a, b, inplace)
}

/// What is left when no special method has answered: sequences and dicts, else
/// the TypeError. For the VM, which tries the methods itself.
pub(crate) fn fallback<'f>(
    cx: &mut Context<'f>,
    op: BinOp,
    a: Local<'f>,
    b: Local<'f>,
    inplace: bool,
) -> Res<'f> {
    if cx.is_derived(a) || cx.is_derived(b) {
        let (left, right) = (cx.plain(a), cx.plain(b));
        // Sets have answered for themselves, views have not.
        if cx.is(left, Kind::DictView) || cx.is(right, Kind::DictView) {
            return match protocol::sets::operator(cx, op, a, b, false)? {
                Some(result) => Ok(result),
                None => Err(unsupported(cx, op, a, b, inplace)),
            };
        }
        let sequence = |cx: &Context<'f>, x| {
            matches!(
                cx.kind(x),
                Some(Kind::Str | Kind::Tuple | Kind::List | Kind::Bytes | Kind::ByteArray)
            )
        };
        let possible = match op {
            BinOp::Add => sequence(cx, left),
            BinOp::Mul => sequence(cx, left) || sequence(cx, right),
            BinOp::Mod => matches!(
                cx.kind(left),
                Some(Kind::Str | Kind::Bytes | Kind::ByteArray)
            ),
            BinOp::Or => cx.is(left, Kind::Dict) && (inplace || cx.is(right, Kind::Dict)),
            _ => false,
        };
        let number = cx.is_int(left) || cx.as_float(left).is_some();
        // The other operand of numbers has refused already.
        if !possible && !number || cx.has_specials(right) {
            return Err(unsupported(cx, op, a, b, inplace));
        }
        let result = match number::number_binary(cx, op, left, right)? {
            Some(result) => return Ok(result),
            // What is no operand is named by its own class.
            None if op == BinOp::Mul && possible => {
                let own = |cx: &Context<'f>, plain, whole| {
                    if sequence(cx, plain) { plain } else { whole }
                };
                let (left, right) = (own(cx, left, a), own(cx, right, b));
                repeat(cx, left, right, inplace)?
            }
            None if op == BinOp::Add && possible => {
                let alike = !inplace && cx.kind(left) == cx.kind(right);
                concat(cx, left, if alike { right } else { b }, inplace)?
            }
            None if possible => others(cx, op, left, right, inplace)?,
            None => return Err(unsupported(cx, op, a, b, inplace)),
        };
        return Ok(if cx.same(result, left) && inplace {
            a
        } else {
            result
        });
    }
    // `dict |= view` is the dict's.
    let updates = inplace && op == BinOp::Or && cx.is(a, Kind::Dict);
    if !updates && let Some(result) = protocol::sets::operator(cx, op, a, b, inplace)? {
        return Ok(result);
    }
    match op {
        BinOp::Add => concat(cx, a, b, inplace),
        BinOp::Mul => repeat(cx, a, b, inplace),
        BinOp::Or => merge(cx, a, b, inplace),
        _ => Err(unsupported(cx, op, a, b, inplace)),
    }
}

/// What a built-in left operand answers before methods of the right one's type are asked: dicts
/// and sets in place, and numbers and sets beside what derives from such, unless it derives from
/// the left one's own type.
pub(crate) fn builtin_first<'f>(
    cx: &mut Context<'f>,
    op: BinOp,
    a: Local<'f>,
    b: Local<'f>,
    inplace: bool,
) -> Res<'f, Option<Local<'f>>> {
    let right = cx.plain(b);
    if inplace && op == BinOp::Or && cx.is(a, Kind::Dict) {
        return merge(cx, a, b, true).map(Some);
    }
    if inplace && cx.is_mutable_set(a) && cx.is_set(right) {
        return protocol::sets::operator(cx, op, a, right, true);
    }
    let class = cx.class(a);
    if !cx.is_derived(b) || cx.is_instance(b, class) {
        return Ok(None);
    }
    if cx.is_set(a) && cx.is_set(right) {
        return protocol::sets::operator(cx, op, a, right, false);
    }
    let known = match () {
        () if cx.is_int(a) => cx.is_int(right),
        () if cx.as_float(a).is_some() => cx.is_int(right) || cx.as_float(right).is_some(),
        () => false,
    };
    if known {
        number::number_binary(cx, op, a, right)
    } else {
        Ok(None)
    }
}

/// What the special methods of the operands' types make of it, or NotImplemented.
fn special_binary<'f>(
    cx: &mut Context<'f>,
    op: BinOp,
    a: Local<'f>,
    b: Local<'f>,
    inplace: bool,
) -> Res<'f> {
    let [name, reflected, in_place] = method_names(cx, op);
    if !cx.has_specials(a)
        && let Some(result) = builtin_first(cx, op, a, b, inplace)?
    {
        return Ok(result);
    }
    if inplace && cx.has_specials(a) {
        let result = call_operator(cx, a, in_place, b)?;
        if !cx.same(result, Local::NOT_IMPLEMENTED) {
            return Ok(result);
        }
    }
    special_pair(cx, a, b, name, reflected)
}

/// Tries `a.name(b)` and `b.reflected(a)` in the order that their types demand.
pub(crate) fn special_pair<'f>(
    cx: &mut Context<'f>,
    a: Local<'f>,
    b: Local<'f>,
    name: *mut StrObj,
    reflected: *mut StrObj,
) -> Res<'f> {
    let (left, right) = (cx.class(a), cx.class(b));
    let mut other = left != right && cx.has_specials(b);
    if other && cx.is_instance(b, left) {
        let own = cx.type_attr(b, reflected);
        let inherited = cx.type_attr(a, reflected);
        let overloaded = match (own, inherited) {
            (Some(own), Some(inherited)) => !cx.same(own, inherited),
            (own, _) => own.is_some(),
        };
        if overloaded {
            let result = call_operator(cx, b, reflected, a)?;
            if !cx.same(result, Local::NOT_IMPLEMENTED) {
                return Ok(result);
            }
            other = false;
        }
    }
    if cx.has_specials(a) {
        let result = call_operator(cx, a, name, b)?;
        if !cx.same(result, Local::NOT_IMPLEMENTED) {
            return Ok(result);
        }
    }
    if other {
        call_operator(cx, b, reflected, a)
    } else {
        Ok(Local::NOT_IMPLEMENTED)
    }
}

fn call_operator<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    name: *mut StrObj,
    argument: Local<'f>,
) -> Res<'f> {
    Ok(cx
        .call_special(object, name, &[argument])?
        .unwrap_or(Local::NOT_IMPLEMENTED))
}

/// Names of an operator's methods: normal, reflected, in place.
pub(crate) fn method_names<'f>(cx: &Context<'f>, op: BinOp) -> [*mut StrObj; 3] {
    let n = cx.names();
    match op {
        BinOp::Add => [n.add, n.radd, n.iadd],
        BinOp::Sub => [n.sub, n.rsub, n.isub],
        BinOp::Mul => [n.mul, n.rmul, n.imul],
        BinOp::TrueDiv => [n.truediv, n.rtruediv, n.itruediv],
        BinOp::FloorDiv => [n.floordiv, n.rfloordiv, n.ifloordiv],
        BinOp::Mod => [n.mod_, n.rmod, n.imod],
        BinOp::Pow => [n.pow, n.rpow, n.ipow],
        BinOp::MatMul => [n.matmul, n.rmatmul, n.imatmul],
        BinOp::LShift => [n.lshift, n.rlshift, n.ilshift],
        BinOp::RShift => [n.rshift, n.rrshift, n.irshift],
        BinOp::And => [n.and, n.rand, n.iand],
        BinOp::Or => [n.or, n.ror, n.ior],
        BinOp::Xor => [n.xor, n.rxor, n.ixor],
    }
}

/// The TypeError of operands that an operator cannot take.
#[cold]
pub(crate) fn unsupported<'f>(
    cx: &mut Context<'f>,
    op: BinOp,
    a: Local<'f>,
    b: Local<'f>,
    inplace: bool,
) -> Error<'f> {
    let symbol = match (op, inplace) {
        (BinOp::Add, _) => "+",
        (BinOp::Sub, _) => "-",
        (BinOp::Mul, _) => "*",
        (BinOp::TrueDiv, _) => "/",
        (BinOp::FloorDiv, _) => "//",
        (BinOp::Mod, _) => "%",
        (BinOp::Pow, false) => "** or pow()",
        (BinOp::Pow, true) => "**",
        (BinOp::MatMul, _) => "@",
        (BinOp::LShift, _) => "<<",
        (BinOp::RShift, _) => ">>",
        (BinOp::And, _) => "&",
        (BinOp::Or, _) => "|",
        (BinOp::Xor, _) => "^",
    };
    let equals = if inplace { "=" } else { "" };
    let (left, right) = (cx.type_name(a), cx.type_name(b));
    cx.type_error(format_args!(
        "unsupported operand type(s) for {symbol}{equals}: '{left}' and '{right}'"
    ))
}

/// `a + b` of sequences.
fn concat<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>, inplace: bool) -> Res<'f> {
    let kind = cx.kind(a);
    match kind {
        Some(Kind::Str) => return protocol::str_concat(cx, a, b),
        Some(Kind::Bytes | Kind::ByteArray) => return protocol::bytes_concat(cx, a, b, inplace),
        Some(Kind::List) if inplace => {
            protocol::extend_list(cx, a, b)?;
            return Ok(a);
        }
        Some(Kind::List) if cx.is(b, Kind::List) => {
            cx.charge((cx.list_len(a) + cx.list_len(b)) / 16)?;
            return cx.list_concat(a, b);
        }
        Some(Kind::Tuple) if cx.is(b, Kind::Tuple) => {
            cx.charge((cx.tuple_len(a) + cx.tuple_len(b)) / 16)?;
            return cx.tuple_concat(a, b);
        }
        Some(Kind::List | Kind::Tuple) => {}
        _ => return Err(unsupported(cx, BinOp::Add, a, b, inplace)),
    }
    let (own, found) = (cx.type_name(a), cx.type_name(b));
    Err(cx.type_error(format_args!(
        "can only concatenate {own} (not \"{found}\") to {own}"
    )))
}

/// `a * b` where one is a sequence.
fn repeat<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>, inplace: bool) -> Res<'f> {
    let is_sequence = |cx: &Context<'f>, x| {
        matches!(
            cx.kind(x),
            Some(Kind::Str | Kind::List | Kind::Tuple | Kind::Bytes | Kind::ByteArray)
        )
    };
    let (sequence, times) = if is_sequence(cx, a) {
        (a, b)
    } else if is_sequence(cx, b) {
        (b, a)
    } else {
        return Err(unsupported(cx, BinOp::Mul, a, b, inplace));
    };
    let Some(int) = protocol::find_index(cx, times)? else {
        let found = cx.type_name(times);
        return Err(cx.type_error(format_args!(
            "can't multiply sequence by non-int of type '{found}'"
        )));
    };
    let Some(count) = cx.as_int(int) else {
        return Err(protocol::cannot_fit(cx, int));
    };
    if cx.is(sequence, Kind::Str) {
        return protocol::str_repeat(cx, sequence, count);
    }
    if matches!(cx.kind(sequence), Some(Kind::Bytes | Kind::ByteArray)) {
        return protocol::bytes_repeat(cx, sequence, count, inplace && cx.same(sequence, a));
    }
    // A count below zero is zero; one beyond the address space fails below.
    let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
    let total = cx.seq_len(sequence).saturating_mul(count);
    // What cannot fit fails before it is paid for.
    if total <= cx.bytes_left() / 8 {
        cx.charge(total / 16)?;
    }
    match cx.kind(sequence) {
        Some(Kind::Tuple) => cx.tuple_repeat(sequence, count),
        _ => {
            let repeated = cx.list_repeat(sequence, count)?;
            if inplace && cx.same(sequence, a) {
                cx.list_swap(sequence, repeated);
                return Ok(sequence);
            }
            Ok(repeated)
        }
    }
}

/// `a | b` of dicts.
fn merge<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>, inplace: bool) -> Res<'f> {
    if !cx.is(a, Kind::Dict) || !(inplace || cx.is(b, Kind::Dict)) {
        return Err(unsupported(cx, BinOp::Or, a, b, inplace));
    }
    if !cx.is(b, Kind::Dict) {
        // A mapping, or an iterable of pairs.
        cx.call_method(a, "update", &[b])?;
        return Ok(a);
    }
    let result = if inplace { a } else { cx.dict_copy(a)? };
    if !cx.same(result, b) {
        update(cx, result, b)?;
    }
    Ok(result)
}

/// Copies the entries of dict `b` into dict `a`.
pub(crate) fn update<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f, ()> {
    let len = cx.dict_len(b);
    cx.charge(len / 4)?;
    let mut at = 0;
    loop {
        let next = cx.scope(|cx| {
            let Some((index, key, value)) = cx.dict_next(b, at) else {
                return Ok(None);
            };
            let hash = cx.dict_hash_at(b, index);
            cx.dict_set_hashed(a, key, hash, value)?;
            Ok(Some(index + 1))
        })?;
        match next {
            Some(index) => at = index,
            None => return Ok(()),
        }
        // A key's `__eq__` may have changed the dict.
        if cx.dict_len(b) != len {
            return Err(cx.raise(
                ClassId::RuntimeError,
                format_args!("dict mutated during update"),
            ));
        }
    }
}

/// `-a`, `+a` or `~a`.
pub(crate) fn unary<'f>(cx: &mut Context<'f>, op: UnOp, a: Local<'f>) -> Res<'f> {
    if !cx.is_derived(a)
        && let Some(result) = number::unary(cx, op, a)?
    {
        return Ok(result);
    }
    let (name, symbol) = match op {
        UnOp::Neg => (cx.names().neg, "-"),
        UnOp::Pos => (cx.names().pos, "+"),
        UnOp::Invert => (cx.names().invert, "~"),
    };
    if cx.has_specials(a)
        && let Some(result) = cx.call_special(a, name, &[])?
    {
        return Ok(result);
    }
    let found = cx.type_name(a);
    Err(cx.type_error(format_args!(
        "bad operand type for unary {symbol}: '{found}'"
    )))
}

/// `abs(a)`.
pub(crate) fn absolute<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f> {
    if !cx.is_derived(a)
        && let Some(result) = number::absolute(cx, a)?
    {
        return Ok(result);
    }
    let name = cx.names().abs;
    if cx.has_specials(a)
        && let Some(result) = cx.call_special(a, name, &[])?
    {
        return Ok(result);
    }
    let found = cx.type_name(a);
    Err(cx.type_error(format_args!("bad operand type for abs(): '{found}'")))
}

/// `divmod(a, b)`.
pub(crate) fn divmod<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    if !cx.is_derived(a)
        && !cx.is_derived(b)
        && let Some(result) = number::divmod(cx, a, b)?
    {
        return Ok(result);
    }
    let (name, reflected) = (cx.names().divmod, cx.names().rdivmod);
    let result = special_pair(cx, a, b, name, reflected)?;
    if !cx.same(result, Local::NOT_IMPLEMENTED) {
        return Ok(result);
    }
    let (left, right) = (cx.type_name(a), cx.type_name(b));
    Err(cx.type_error(format_args!(
        "unsupported operand type(s) for divmod(): '{left}' and '{right}'"
    )))
}

/// `pow(a, b, modulus)`.
pub(crate) fn power<'f>(
    cx: &mut Context<'f>,
    a: Local<'f>,
    b: Local<'f>,
    modulus: Option<Local<'f>>,
) -> Res<'f> {
    let Some(modulus) = modulus.filter(|&modulus| !cx.is_none(modulus)) else {
        return binary(cx, BinOp::Pow, a, b, false);
    };
    // A class derived from int may have its own `__pow__`.
    if !cx.is_derived(a)
        && let (Some(x), Some(y), Some(z)) =
            (cx.int_value(a), cx.int_value(b), cx.int_value(modulus))
    {
        return number::power_mod(cx, x.into_big(), y.into_big(), z.into_big());
    }
    if cx.has_specials(a) {
        let name = cx.names().pow;
        if let Some(result) = cx.call_special(a, name, &[b, modulus])?
            && !cx.same(result, Local::NOT_IMPLEMENTED)
        {
            return Ok(result);
        }
    }
    if let (Some(x), Some(y), Some(z)) = (cx.int_value(a), cx.int_value(b), cx.int_value(modulus)) {
        return number::power_mod(cx, x.into_big(), y.into_big(), z.into_big());
    }
    let mut all = true;
    let mut complex = false;
    for local in [a, b, modulus] {
        let is_complex = cx.as_complex(local).is_some();
        complex |= is_complex;
        all &= is_complex || number::number(cx, local).is_some();
    }
    if all && complex {
        return Err(cx.value_error(format_args!("complex modulo")));
    }
    if all {
        return Err(cx.type_error(format_args!(
            "pow() 3rd argument not allowed unless all arguments are integers"
        )));
    }
    let (a, b, c) = (cx.type_name(a), cx.type_name(b), cx.type_name(modulus));
    Err(cx.type_error(format_args!(
        "unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'"
    )))
}
