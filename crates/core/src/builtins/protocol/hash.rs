//! Hashes: CPython's for numbers and tuples, the VM's keyed ones for strs, the
//! address for what is equal to itself only.

use crate::builtins::types::long_range::Long;
use crate::object::{IntValue, Kind};
use crate::text::float::hash as numbers;
use crate::vm::context::{Context, Local, Res};
use num_bigint::BigInt;
use num_traits::Zero;

/// `hash(a)` as a word: two's complement.
#[inline]
pub(crate) fn hash<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, u64> {
    if let Some(hash) = cx.str_hash(a) {
        return Ok(hash);
    }
    if cx.is_derived(a) {
        return cx.scope(|cx| special(cx, a));
    }
    if let Some(word) = cx.as_int(a) {
        return Ok(numbers::hash_i64(word) as u64);
    }
    other(cx, a)
}

fn other<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, u64> {
    if let Some(float) = cx.as_float(a) {
        // All nans are one word here, so they share a hash.
        return Ok(numbers::hash_f64(float).unwrap_or(0) as u64);
    }
    match cx.kind(a) {
        Some(Kind::Big) => match cx.int_value(a) {
            Some(IntValue::Big(value)) => Ok(big(&value)),
            _ => Ok(0),
        },
        Some(Kind::Tuple) => tuple(cx, a),
        Some(Kind::Range) => range(cx, a),
        Some(Kind::Method) => {
            let Some((function, this)) = cx.pair_parts(a) else {
                return Ok(0);
            };
            Ok(avoid_error(
                cx.identity_hash(this) ^ cx.identity_hash(function),
            ))
        }
        Some(Kind::Code) => Ok(avoid_error(cx.code_hash(a))),
        Some(Kind::Bytes) => Ok(cx.bytes_hash(a).unwrap_or(0)),
        Some(Kind::MemoryView) => memory(cx, a),
        Some(Kind::List | Kind::Dict | Kind::Slice | Kind::ByteArray | Kind::Cell) => {
            Err(unhashable(cx, a))
        }
        Some(Kind::Set) => match cx.frozenset_hash(a)? {
            Some(hash) => Ok(hash),
            None => Err(unhashable(cx, a)),
        },
        Some(Kind::DictView) if cx.class(a) != crate::object::ClassId::DictValues => {
            Err(unhashable(cx, a))
        }
        Some(_) if cx.has_specials(a) => cx.scope(|cx| special(cx, a)),
        _ => Ok(avoid_error(cx.identity_hash(a))),
    }
}

/// -1 is CPython's sign of an error, never a hash.
fn avoid_error(hash: u64) -> u64 {
    if hash == u64::MAX { u64::MAX - 1 } else { hash }
}

fn unhashable<'f>(cx: &mut Context<'f>, a: Local<'f>) -> crate::vm::context::Error<'f> {
    let found = cx.type_name(a);
    cx.type_error(format_args!("unhashable type: '{found}'"))
}

fn special<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, u64> {
    let name = cx.names().hash;
    let Some(method) = cx.own_special(a, name) else {
        return Ok(avoid_error(cx.identity_hash(a)));
    };
    if cx.is_none(method) {
        return Err(unhashable(cx, a));
    }
    let answer = cx.call_found(method, a, &[])?;
    match cx.int_value(answer) {
        Some(IntValue::Word(word)) => Ok(avoid_error(word as u64)),
        Some(IntValue::Big(_)) => hash(cx, answer),
        None => Err(cx.type_error(format_args!("__hash__ method should return an integer"))),
    }
}

/// CPython's variant of xxHash, over the hashes of the items.
struct TupleHash(u64);

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

impl TupleHash {
    fn add(&mut self, lane: u64) {
        self.0 = self.0.wrapping_add(lane.wrapping_mul(PRIME_2));
        self.0 = self.0.rotate_left(31).wrapping_mul(PRIME_1);
    }

    fn finish(self, len: usize) -> u64 {
        match self.0.wrapping_add(len as u64 ^ PRIME_5 ^ 3_527_539) {
            u64::MAX => 1_546_275_796,
            hash => hash,
        }
    }
}

fn tuple<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, u64> {
    let len = cx.tuple_len(a);
    cx.charge(len / 8)?;
    cx.enter_recursion("")?;
    let mut state = TupleHash(PRIME_5);
    for i in 0..len {
        let lane = cx.scope(|cx| match cx.tuple_get(a, i) {
            Some(item) => hash(cx, item),
            None => Ok(0),
        });
        match lane {
            Ok(lane) => state.add(lane),
            Err(error) => {
                cx.leave_recursion();
                return Err(error);
            }
        }
    }
    cx.leave_recursion();
    Ok(state.finish(len))
}

/// The hash of a view that cannot change is that of its bytes.
fn memory<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, u64> {
    let known = cx.view_hash(a);
    if known != 0 {
        return Ok(known);
    }
    let view = super::memory::view_of(cx, a)?;
    if !view.readonly {
        return Err(cx.value_error(format_args!("cannot hash writable memoryview object")));
    }
    if !matches!(view.letter, b'B' | b'b' | b'c') {
        return Err(cx.value_error(format_args!(
            "memoryview: hashing is restricted to formats 'B', 'b' or 'c'"
        )));
    }
    cx.scope(|cx| {
        if let Some((owner, _)) = cx.view_objects(a) {
            hash(cx, owner)?;
        }
        let bytes = super::memory::gather(cx, a, &view)?;
        let hash = cx.bytes_hash(bytes).unwrap_or(0);
        cx.set_view_hash(a, hash);
        Ok(hash)
    })
}

/// The hash of (length, start, step), with None for what makes no difference.
fn range<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, u64> {
    let range = Long::of(cx, a);
    let none = hash(cx, Local::NONE)?;
    let (empty, short) = (range.count.is_zero(), range.count <= BigInt::from(1));
    let mut state = TupleHash(PRIME_5);
    state.add(big(&range.count));
    state.add(if empty { none } else { big(&range.start) });
    state.add(if short { none } else { big(&range.step) });
    Ok(state.finish(3))
}

fn big(value: &BigInt) -> u64 {
    let negative = value.sign() == num_bigint::Sign::Minus;
    numbers::hash_limbs(negative, value.iter_u64_digits().rev()) as u64
}
