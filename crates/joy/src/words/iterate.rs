//! Combinators that run a quotation for each member, or a number of times.

use super::aggregate::{bit, lowest};
use super::{Builtin, word};
use crate::eval::{Eval, Step, Then};
use crate::value::truth;
use alloc::vec::Vec;
use miniscript_core::{Datum, Local};

pub(super) const WORDS: &[Builtin] = &[
    word("step", |eval| {
        let ([p, a], rest) = eval.args()?;
        eval.quotations(&[p])?;
        let members = members(eval, a)?;
        eval.set_stack(rest);
        eval.suspend()?;
        next(eval, members, 0, p)
    }),
    word("fold", |eval| {
        let ([p, x, a], rest) = eval.args()?;
        eval.quotations(&[p])?;
        let members = members(eval, a)?;
        eval.push_on(x, rest)?;
        eval.suspend()?;
        next(eval, members, 0, p)
    }),
    word("map", |eval| each(eval, Then::Map)),
    word("filter", |eval| each(eval, Then::Filter)),
    word("split", |eval| each(eval, Then::Split)),
    word("some", |eval| each(eval, Then::Some)),
    word("all", |eval| each(eval, Then::All)),
    word("times", |eval| {
        let ([p, count], rest) = eval.args()?;
        eval.quotations(&[p])?;
        let Datum::Int(count) = eval.cx.datum(count) else {
            return eval.fail("integer as second parameter");
        };
        eval.set_stack(rest);
        eval.suspend()?;
        again(eval, count, p)
    }),
    word("infra", |eval| {
        let ([p, list], rest) = eval.args()?;
        eval.quotations(&[p])?;
        if !eval.is_list(list) {
            return eval.fail("list as second parameter");
        }
        eval.set_stack(list);
        eval.run_then(p, Then::Infra, &[rest])
    }),
    word("primrec", primrec),
];

/// Members to walk: a list as it is, a string by its bytes, a set as a list.
fn members<'s>(eval: &mut Eval<'_, 's>, a: Local<'s>) -> Step<'s, Local<'s>> {
    match eval.cx.datum(a) {
        Datum::Cons | Datum::Nil => Ok(a),
        Datum::Str if eval.cx.ascii_len(a).is_some() => Ok(a),
        Datum::Str => {
            let bytes = eval.cx.str_as_bytes(a)?.unwrap_or_default();
            let items = eval.cx.list(&[])?;
            for &byte in bytes.iter() {
                eval.cx.scope(|scope| {
                    let char = scope.joy_char(byte)?;
                    scope.list_push(items, char)
                })?;
            }
            let nil = eval.cx.nil();
            Ok(eval.cx.cons_build(items, 0, nil)?)
        }
        Datum::Set(mut set) => {
            let items = eval.cx.list(&[])?;
            while set != 0 {
                let (member, others) = lowest(set);
                let member = eval.cx.int(member)?;
                eval.cx.list_push(items, member)?;
                set = others;
            }
            let nil = eval.cx.nil();
            Ok(eval.cx.cons_build(items, 0, nil)?)
        }
        _ => eval.fail("aggregate parameter"),
    }
}

/// The next member, and where the walk goes on.
fn advance<'s>(
    eval: &mut Eval<'_, 's>,
    members: Local<'s>,
    at: i64,
) -> Step<'s, Option<(Local<'s>, Local<'s>, i64)>> {
    if let Some((first, others)) = eval.cx.uncons(members) {
        return Ok(Some((first, others, at)));
    }
    let byte = usize::try_from(at)
        .ok()
        .and_then(|at| eval.cx.ascii_at(members, at));
    match byte {
        Some(byte) => {
            let char = eval.cx.joy_char(byte)?;
            Ok(Some((char, members, at.saturating_add(1))))
        }
        None => Ok(None),
    }
}

fn next<'s>(eval: &mut Eval<'_, 's>, members: Local<'s>, at: i64, p: Local<'s>) -> Step<'s> {
    match advance(eval, members, at)? {
        Some((member, members, at)) => {
            eval.push(member)?;
            let at = eval.cx.int(at)?;
            eval.run_then(p, Then::Step, &[members, at, p])
        }
        None => Ok(()),
    }
}

pub(crate) fn step_next<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [members, at, p] = eval.frame();
    let at = int(eval, at);
    next(eval, members, at, p)
}

/// An int of a frame.
fn int<'s>(eval: &Eval<'_, 's>, value: Local<'s>) -> i64 {
    match eval.cx.datum(value) {
        Datum::Int(value) => value,
        _ => 0,
    }
}

fn again<'s>(eval: &mut Eval<'_, 's>, count: i64, p: Local<'s>) -> Step<'s> {
    if count <= 0 {
        return Ok(());
    }
    let count = eval.cx.int(count - 1)?;
    eval.run_then(p, Then::Times, &[count, p])
}

pub(crate) fn times_next<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [count, p] = eval.frame();
    let count = int(eval, count);
    again(eval, count, p)
}

pub(crate) fn infra_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [saved] = eval.frame();
    let list = eval.stack();
    eval.push_on(list, saved)
}

/// A walk that looks at each member on the saved stack. The frame: members, position,
/// P, saved stack, the aggregate, the member, and two lists of results, last first.
fn each<'s>(eval: &mut Eval<'_, 's>, then: Then) -> Step<'s> {
    let ([p, a], rest) = eval.args()?;
    eval.quotations(&[p])?;
    let members = members(eval, a)?;
    eval.suspend()?;
    let nil = eval.cx.nil();
    eval.set_stack(rest);
    next_of_each(eval, then, [members, a, p, rest, nil, nil], 0)
}

fn next_of_each<'s>(
    eval: &mut Eval<'_, 's>,
    then: Then,
    [members, a, p, saved, results, others]: [Local<'s>; 6],
    at: i64,
) -> Step<'s> {
    match advance(eval, members, at)? {
        Some((member, members, at)) => {
            eval.push_on(member, saved)?;
            let at = eval.cx.int(at)?;
            eval.run_then(
                p,
                then,
                &[members, a, p, saved, results, others, at, member],
            )
        }
        None => {
            let last = match then {
                Then::Some => Local::FALSE,
                Then::All => Local::TRUE,
                Then::Split => {
                    let first = rebuilt(eval, a, results)?;
                    let second = rebuilt(eval, a, others)?;
                    let below = eval.cx.cons(first, saved)?;
                    return eval.push_on(second, below);
                }
                _ => rebuilt(eval, a, results)?,
            };
            eval.push_on(last, saved)
        }
    }
}

/// An aggregate of the kind of `like` from its members, last first.
fn rebuilt<'s>(
    eval: &mut Eval<'_, 's>,
    like: Local<'s>,
    results: Local<'s>,
) -> Step<'s, Local<'s>> {
    let items = eval.cx.list(&[])?;
    eval.cx.cons_collect(results, items, usize::MAX)?;
    let count = eval.cx.list_len(items);
    match eval.cx.datum(like) {
        Datum::Str => {
            let mut text = Vec::new();
            if text.try_reserve_exact(count).is_err() {
                return Err(eval.cx.out_of_memory().into());
            }
            for at in (0..count).rev() {
                let byte = eval.cx.scope(|scope| {
                    let item = scope.list_get(items, at);
                    Ok(match item.map(|item| scope.datum(item)) {
                        Some(Datum::Char(byte)) => Some(byte),
                        Some(Datum::Int(code)) => Some(code as u8),
                        _ => None,
                    })
                })?;
                match byte {
                    Some(byte) => text.push(byte),
                    None => return eval.fail("character"),
                }
            }
            Ok(eval.cx.byte_str(&text)?)
        }
        Datum::Set(_) => {
            let mut members = 0;
            for at in 0..count {
                match eval
                    .cx
                    .list_get(items, at)
                    .and_then(|item| bit(eval.cx.datum(item)))
                {
                    Some(bit) => members |= bit,
                    None => return eval.fail("small numeric"),
                }
            }
            Ok(eval.cx.joy_set(members)?)
        }
        _ => {
            let list = eval.cx.nil();
            let list = eval.cx.slot(list);
            for at in 0..count {
                eval.cx.scope(|scope| {
                    if let Some(item) = scope.list_get(items, at) {
                        let rest = scope.read(&list);
                        let cell = scope.cons(item, rest)?;
                        scope.assign(&list, cell);
                    }
                    Ok(())
                })?;
            }
            Ok(eval.cx.take(&list))
        }
    }
}

pub(crate) fn map_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [members, a, p, saved, results, others, at, _] = eval.frame();
    let top = eval.result("non-empty stack")?;
    let results = eval.cx.cons(top, results)?;
    let at = int(eval, at);
    next_of_each(eval, Then::Map, [members, a, p, saved, results, others], at)
}

pub(crate) fn filter_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [members, a, p, saved, mut results, others, at, member] = eval.frame();
    let top = eval.result("non-empty stack")?;
    if truth(eval.cx, top) {
        results = eval.cx.cons(member, results)?;
    }
    let at = int(eval, at);
    next_of_each(
        eval,
        Then::Filter,
        [members, a, p, saved, results, others],
        at,
    )
}

pub(crate) fn split_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [members, a, p, saved, mut results, mut others, at, member] = eval.frame();
    let top = eval.result("non-empty stack")?;
    if truth(eval.cx, top) {
        results = eval.cx.cons(member, results)?;
    } else {
        others = eval.cx.cons(member, others)?;
    }
    let at = int(eval, at);
    next_of_each(
        eval,
        Then::Split,
        [members, a, p, saved, results, others],
        at,
    )
}

/// `some` ends at the first that holds, `all` at the first that does not.
pub(crate) fn some_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [members, a, p, saved, results, others, at, _] = eval.frame();
    let top = eval.result("non-empty stack")?;
    let (then, decisive) = if eval.resumed(Then::Some) {
        (Then::Some, true)
    } else {
        (Then::All, false)
    };
    if truth(eval.cx, top) == decisive {
        return eval.push_on(Local::bool(decisive), saved);
    }
    let at = int(eval, at);
    next_of_each(eval, then, [members, a, p, saved, results, others], at)
}

fn primrec<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([c, i, x], rest) = eval.args()?;
    eval.quotations(&[c, i])?;
    let stack = eval.cx.slot(rest);
    let mut count = 0i64;
    match eval.cx.datum(x) {
        Datum::Int(number) => {
            for n in (1..=number.max(0)).rev() {
                eval.cx.charge(1)?;
                eval.cx.scope(|scope| {
                    let n = scope.int(n)?;
                    let below = scope.read(&stack);
                    let cell = scope.cons(n, below)?;
                    scope.assign(&stack, cell);
                    Ok(())
                })?;
            }
            count = number.max(0);
        }
        Datum::Cons | Datum::Nil | Datum::Str | Datum::Set(_) => {
            let members = members(eval, x)?;
            let items = eval.cx.list(&[])?;
            match eval.cx.ascii_len(members) {
                Some(len) => {
                    for at in 0..len {
                        eval.cx.scope(|scope| {
                            let byte = scope.ascii_at(members, at).unwrap_or(0);
                            let char = scope.joy_char(byte)?;
                            scope.list_push(items, char)
                        })?;
                    }
                }
                None => eval.cx.cons_collect(members, items, usize::MAX)?,
            }
            for at in 0..eval.cx.list_len(items) {
                count += 1;
                eval.cx.scope(|scope| {
                    if let Some(item) = scope.list_get(items, at) {
                        let below = scope.read(&stack);
                        let cell = scope.cons(item, below)?;
                        scope.assign(&stack, cell);
                    }
                    Ok(())
                })?;
            }
        }
        _ => return eval.fail("different type"),
    }
    let stack = eval.cx.take(&stack);
    eval.set_stack(stack);
    let count = eval.cx.int(count)?;
    eval.run_then(i, Then::Primrec, &[count, c])
}

pub(crate) fn primrec_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    times_next(eval)
}
