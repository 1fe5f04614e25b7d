//! Lists, strings and sets. What a word gives is of the kind it was given.

use super::logic::same_type;
use super::{Builtin, word};
use crate::eval::{Eval, Step};
use crate::value::compare;
use alloc::vec::Vec;
use miniscript_core::{Datum, Local};

pub(super) const WORDS: &[Builtin] = &[
    word("first", |eval| {
        let ([a], rest) = eval.args()?;
        let (first, _) = taken_apart(eval, a)?;
        eval.push_on(first, rest)
    }),
    word("rest", |eval| {
        let ([a], rest) = eval.args()?;
        let (_, others) = taken_apart(eval, a)?;
        eval.push_on(others, rest)
    }),
    word("uncons", |eval| {
        let ([a], rest) = eval.args()?;
        let (first, others) = taken_apart(eval, a)?;
        let rest = eval.cx.cons(first, rest)?;
        eval.push_on(others, rest)
    }),
    word("unswons", |eval| {
        let ([a], rest) = eval.args()?;
        let (first, others) = taken_apart(eval, a)?;
        let rest = eval.cx.cons(others, rest)?;
        eval.push_on(first, rest)
    }),
    word("cons", |eval| {
        let ([a, x], rest) = eval.args()?;
        let made = put_together(eval, x, a)?;
        eval.push_on(made, rest)
    }),
    word("swons", |eval| {
        let ([x, a], rest) = eval.args()?;
        let made = put_together(eval, x, a)?;
        eval.push_on(made, rest)
    }),
    word("size", |eval| {
        let ([a], rest) = eval.args()?;
        match size(eval, a)? {
            Some(size) => eval.push_int(size as i64, rest),
            None => eval.fail("aggregate parameter"),
        }
    }),
    word("null", |eval| {
        let ([a], rest) = eval.args()?;
        let null = crate::value::is_zero(eval.cx, a);
        eval.push_bool(null, rest)
    }),
    word("small", |eval| {
        let ([a], rest) = eval.args()?;
        let small = is_small(eval, a)?;
        eval.push_bool(small, rest)
    }),
    word("at", |eval| {
        let ([index, a], rest) = eval.args()?;
        member(eval, a, index, "integer", rest)
    }),
    word("of", |eval| {
        let ([a, index], rest) = eval.args()?;
        member(eval, a, index, "integer as second parameter", rest)
    }),
    word("in", |eval| {
        let ([a, x], rest) = eval.args()?;
        let found = contains(eval, a, x)?;
        eval.push_bool(found, rest)
    }),
    word("has", |eval| {
        let ([x, a], rest) = eval.args()?;
        let found = contains(eval, a, x)?;
        eval.push_bool(found, rest)
    }),
    word("take", |eval| cut(eval, true)),
    word("drop", |eval| cut(eval, false)),
    word("concat", |eval| {
        let ([b, a], rest) = eval.args()?;
        let joined = join(eval, a, b)?;
        eval.push_on(joined, rest)
    }),
    word("enconcat", |eval| {
        let ([b, a, x], rest) = eval.args()?;
        if !same_type(eval.cx.datum(a), eval.cx.datum(b)) {
            return eval.fail("two parameters of the same type");
        }
        let b = put_together(eval, x, b)?;
        let joined = join(eval, a, b)?;
        eval.push_on(joined, rest)
    }),
];

/// The lowest member of a set that is not empty, and the others.
pub(crate) fn lowest(members: u64) -> (i64, u64) {
    (
        i64::from(members.trailing_zeros()),
        members & members.wrapping_sub(1),
    )
}

/// First member and the others.
fn taken_apart<'s>(eval: &mut Eval<'_, 's>, a: Local<'s>) -> Step<'s, (Local<'s>, Local<'s>)> {
    match eval.cx.datum(a) {
        Datum::Cons => match eval.cx.uncons(a) {
            Some(parts) => Ok(parts),
            None => eval.fail("non-empty list"),
        },
        Datum::Nil => eval.fail("non-empty list"),
        Datum::Str => {
            let bytes = eval.cx.str_as_bytes(a)?.unwrap_or_default();
            match bytes.split_first() {
                Some((&first, others)) => {
                    let first = eval.cx.joy_char(first)?;
                    Ok((first, eval.cx.byte_str(others)?))
                }
                None => eval.fail("non-empty string"),
            }
        }
        Datum::Set(0) => eval.fail("non-empty set"),
        Datum::Set(members) => {
            let (first, others) = lowest(members);
            let first = eval.cx.int(first)?;
            Ok((first, eval.cx.joy_set(others)?))
        }
        _ => eval.fail("aggregate parameter"),
    }
}

/// The bit of a member of a set.
pub(crate) fn bit(datum: Datum) -> Option<u64> {
    let number = match datum {
        Datum::Int(i) => i,
        Datum::Char(c) => i64::from(c),
        _ => return None,
    };
    (0..64).contains(&number).then(|| 1 << number)
}

/// An aggregate with one more member in front.
fn put_together<'s>(eval: &mut Eval<'_, 's>, x: Local<'s>, a: Local<'s>) -> Step<'s, Local<'s>> {
    match eval.cx.datum(a) {
        Datum::Cons | Datum::Nil => Ok(eval.cx.cons(x, a)?),
        Datum::Str => {
            let Datum::Char(first) = eval.cx.datum(x) else {
                return eval.fail("character");
            };
            let bytes = eval.cx.str_as_bytes(a)?.unwrap_or_default();
            let mut text = Vec::new();
            if text.try_reserve_exact(bytes.len() + 1).is_err() {
                return Err(eval.cx.out_of_memory().into());
            }
            text.push(first);
            text.extend_from_slice(&bytes);
            Ok(eval.cx.byte_str(&text)?)
        }
        Datum::Set(members) => match bit(eval.cx.datum(x)) {
            Some(bit) => Ok(eval.cx.joy_set(members | bit)?),
            None => eval.fail("small numeric"),
        },
        _ => eval.fail("aggregate parameter"),
    }
}

/// Members of an aggregate; `None` for other values.
pub(super) fn size<'s>(eval: &mut Eval<'_, 's>, a: Local<'s>) -> Step<'s, Option<usize>> {
    Ok(match eval.cx.datum(a) {
        Datum::Cons | Datum::Nil => {
            let len = eval.cx.cons_len(a, usize::MAX);
            eval.cx.charge(len)?;
            Some(len)
        }
        Datum::Str => match eval.cx.ascii_len(a) {
            Some(len) => Some(len),
            None => eval.cx.str_as_bytes(a)?.map(|bytes| bytes.len()),
        },
        Datum::Set(members) => Some(members.count_ones() as usize),
        _ => None,
    })
}

fn is_small<'s>(eval: &mut Eval<'_, 's>, a: Local<'s>) -> Step<'s, bool> {
    Ok(match eval.cx.datum(a) {
        Datum::Cons | Datum::Nil => eval.cx.cons_len(a, 2) < 2,
        Datum::Bool(_) => true,
        Datum::Int(i) => (0..2).contains(&i) || i < 0,
        Datum::Char(c) => c < 2,
        Datum::Float(f) => f < 2.0,
        Datum::Str | Datum::Set(_) => size(eval, a)?.is_some_and(|size| size < 2),
        _ => return eval.fail("different type"),
    })
}

/// Member number `index`.
fn member<'s>(
    eval: &mut Eval<'_, 's>,
    a: Local<'s>,
    index: Local<'s>,
    integer: &str,
    rest: Local<'s>,
) -> Step<'s> {
    let Datum::Int(index) = eval.cx.datum(index) else {
        return eval.fail(integer);
    };
    let Ok(index) = usize::try_from(index) else {
        return eval.fail("non-negative integer");
    };
    let found = match eval.cx.datum(a) {
        Datum::Cons | Datum::Nil => {
            let tail = eval.cx.cons_skip(a, index);
            eval.cx.uncons(tail).map(|(first, _)| first)
        }
        Datum::Str => match eval.cx.str_as_bytes(a)?.and_then(|b| b.get(index).copied()) {
            Some(byte) => Some(eval.cx.joy_char(byte)?),
            None => None,
        },
        Datum::Set(mut members) => {
            for _ in 0..index.min(64) {
                members = lowest(members).1;
            }
            match members {
                0 => None,
                members => Some(eval.cx.int(lowest(members).0)?),
            }
        }
        _ => return eval.fail("aggregate parameter"),
    };
    match found {
        Some(found) => eval.push_on(found, rest),
        None => eval.fail("smaller index"),
    }
}

/// Whether an aggregate has a member.
fn contains<'s>(eval: &mut Eval<'_, 's>, a: Local<'s>, x: Local<'s>) -> Step<'s, bool> {
    match eval.cx.datum(a) {
        Datum::Cons | Datum::Nil => {
            let tail = eval.cx.slot(a);
            let words = &eval.joy.words;
            loop {
                eval.cx.charge(1)?;
                // Some: the search is over.
                let answer = eval.cx.scope(|scope| {
                    let list = scope.read(&tail);
                    let Some((first, others)) = scope.uncons(list) else {
                        return Ok(Some(false));
                    };
                    scope.assign(&tail, others);
                    Ok(compare(scope, words, x, first)?.is_eq().then_some(true))
                })?;
                if let Some(found) = answer {
                    return Ok(found);
                }
            }
        }
        Datum::Str => match super::arithmetic::numeric(eval.cx.datum(x)) {
            Some(code) => {
                let bytes = eval.cx.str_as_bytes(a)?.unwrap_or_default();
                Ok(bytes.iter().any(|&byte| i64::from(byte) == code))
            }
            None => eval.fail("character"),
        },
        Datum::Set(members) => match eval.cx.datum(x) {
            Datum::Int(_) | Datum::Char(_) => {
                Ok(bit(eval.cx.datum(x)).is_some_and(|bit| members & bit != 0))
            }
            _ => eval.fail("small numeric"),
        },
        _ => eval.fail("aggregate parameter"),
    }
}

fn cut<'s>(eval: &mut Eval<'_, 's>, take: bool) -> Step<'s> {
    let ([count, a], rest) = eval.args()?;
    let Datum::Int(count) = eval.cx.datum(count) else {
        return eval.fail("integer");
    };
    let Ok(count) = usize::try_from(count) else {
        return eval.fail("non-negative integer");
    };
    let result = match eval.cx.datum(a) {
        Datum::Cons | Datum::Nil if take => {
            let items = eval.cx.list(&[])?;
            eval.cx.cons_collect(a, items, count)?;
            let nil = eval.cx.nil();
            eval.cx.cons_build(items, 0, nil)?
        }
        Datum::Cons | Datum::Nil => eval.cx.cons_skip(a, count),
        Datum::Str => {
            let bytes = eval.cx.str_as_bytes(a)?.unwrap_or_default();
            let (front, back) = bytes.split_at(count.min(bytes.len()));
            eval.cx.byte_str(if take { front } else { back })?
        }
        Datum::Set(members) => {
            let mut back = members;
            for _ in 0..count.min(64) {
                back = lowest(back).1;
            }
            eval.cx.joy_set(if take { members & !back } else { back })?
        }
        _ => return eval.fail("aggregate parameter"),
    };
    eval.push_on(result, rest)
}

fn join<'s>(eval: &mut Eval<'_, 's>, a: Local<'s>, b: Local<'s>) -> Step<'s, Local<'s>> {
    let (left, right) = (eval.cx.datum(a), eval.cx.datum(b));
    if !same_type(left, right) {
        return eval.fail("two parameters of the same type");
    }
    match (left, right) {
        (Datum::Nil, _) => Ok(b),
        (_, Datum::Nil) => Ok(a),
        (Datum::Cons, _) => {
            let items = eval.cx.list(&[])?;
            eval.cx.cons_collect(a, items, usize::MAX)?;
            Ok(eval.cx.cons_build(items, 0, b)?)
        }
        (Datum::Str, _) => {
            let left = eval.cx.str_as_bytes(a)?.unwrap_or_default();
            let right = eval.cx.str_as_bytes(b)?.unwrap_or_default();
            let mut text = Vec::new();
            if text.try_reserve_exact(left.len() + right.len()).is_err() {
                return Err(eval.cx.out_of_memory().into());
            }
            text.extend_from_slice(&left);
            text.extend_from_slice(&right);
            Ok(eval.cx.byte_str(&text)?)
        }
        (Datum::Set(left), Datum::Set(right)) => Ok(eval.cx.joy_set(left | right)?),
        _ => eval.fail("aggregate parameter"),
    }
}
