//! Combinators that run quotations once, and those that choose which.

use super::logic::same_type;
use super::{Builtin, word};
use crate::eval::{Eval, Step, Then};
use crate::value::truth;
use miniscript_core::{Datum, Local};

pub(super) const WORDS: &[Builtin] = &[
    word("i", run),
    word("app1", run),
    word("x", |eval| {
        let ([p], _) = eval.args()?;
        eval.quotations(&[p])?;
        eval.enter(p)
    }),
    word("dip", |eval| {
        let ([p, x], rest) = eval.args()?;
        eval.quotations(&[p])?;
        eval.set_stack(rest);
        eval.run_then(p, Then::Dip, &[x])
    }),
    word("app11", |eval| {
        let ([p, _, _], _) = eval.args()?;
        eval.quotations(&[p])?;
        drop_top(eval);
        eval.run_then(p, Then::PopUnder, &[])
    }),
    word("app12", |eval| {
        let ([p, _, _, _], _) = eval.args()?;
        eval.quotations(&[p])?;
        each(eval, Then::Unary2, 2, true)
    }),
    word("nullary", |eval| ary(eval, Then::Nullary, 0)),
    word("unary", |eval| ary(eval, Then::Unary, 1)),
    word("binary", |eval| ary(eval, Then::Binary, 2)),
    word("ternary", |eval| ary(eval, Then::Ternary, 3)),
    word("unary2", |eval| each(eval, Then::Unary2, 2, false)),
    word("unary3", |eval| each(eval, Then::Unary3, 3, false)),
    word("unary4", |eval| each(eval, Then::Unary4, 4, false)),
    word("app2", |eval| each(eval, Then::Unary2, 2, false)),
    word("app3", |eval| each(eval, Then::Unary3, 3, false)),
    word("app4", |eval| each(eval, Then::Unary4, 4, false)),
    word("cleave", |eval| {
        let ([q, p, x], rest) = eval.args()?;
        eval.quotations(&[q, p])?;
        eval.push_on(x, rest)?;
        eval.run_then(p, Then::Cleave, &[x, q, rest, Local::NONE])
    }),
    word("construct", |eval| {
        let ([list, p], rest) = eval.args()?;
        eval.quotations(&[list, p])?;
        eval.set_stack(rest);
        // The first "result" is that of P: nothing.
        let nil = eval.cx.nil();
        eval.run_then(p, Then::Construct, &[list, Local::NONE, nil, rest])
    }),
    word("branch", |eval| {
        let ([no, yes, condition], rest) = eval.args()?;
        eval.quotations(&[no, yes])?;
        eval.set_stack(rest);
        let chosen = if truth(eval.cx, condition) { yes } else { no };
        eval.enter(chosen)
    }),
    word("ifte", |eval| {
        let ([no, yes, condition], rest) = eval.args()?;
        eval.quotations(&[no, yes, condition])?;
        eval.set_stack(rest);
        eval.run_then(condition, Then::Ifte, &[yes, no, rest])
    }),
    word("cond", |eval| {
        let ([clauses], rest) = eval.args()?;
        if !eval.is_list(clauses) {
            return eval.fail("list");
        }
        if eval.cx.datum(clauses) == Datum::Nil {
            return eval.fail("non-empty list");
        }
        eval.set_stack(rest);
        eval.suspend()?;
        next_clause(eval, clauses, rest)
    }),
    word("case", case),
    word("opcase", opcase),
    word("while", |eval| {
        let ([body, condition], rest) = eval.args()?;
        eval.quotations(&[body, condition])?;
        eval.set_stack(rest);
        eval.run_then(condition, Then::While, &[condition, body, rest])
    }),
];

fn run<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([p], rest) = eval.args()?;
    eval.quotations(&[p])?;
    eval.set_stack(rest);
    eval.enter(p)
}

fn drop_top(eval: &mut Eval<'_, '_>) {
    let stack = eval.stack();
    let below = eval.cx.cons_skip(stack, 1);
    eval.set_stack(below);
}

pub(crate) fn dip_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [x] = eval.frame();
    eval.push(x)
}

pub(crate) fn pop_under<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([top, _], rest) = eval.args()?;
    eval.push_on(top, rest)
}

/// Runs P; what it leaves on top replaces `count` values.
fn ary<'s>(eval: &mut Eval<'_, 's>, then: Then, count: usize) -> Step<'s> {
    let ([p], stack) = eval.args()?;
    if eval.cx.cons_len(stack, count) < count {
        let what = eval.parameters(count + 1);
        return eval.fail(&what);
    }
    eval.quotations(&[p])?;
    let rest = eval.cx.cons_skip(stack, count);
    eval.set_stack(stack);
    eval.run_then(p, then, &[rest])
}

pub(crate) fn ary_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [rest] = eval.frame();
    let top = eval.result("value to push")?;
    eval.push_on(top, rest)
}

/// Runs P for each of the top values, with what is below all of them under it; with
/// `under` one more value is below and taken off at the end.
fn each<'s>(eval: &mut Eval<'_, 's>, then: Then, count: usize, under: bool) -> Step<'s> {
    let ([p], stack) = eval.args()?;
    if eval.cx.cons_len(stack, count) < count {
        let what = eval.parameters(count + 1);
        return eval.fail(&what);
    }
    eval.quotations(&[p])?;
    // The deepest comes first.
    let mut remaining = eval.cx.nil();
    let mut rest = stack;
    for _ in 0..count {
        if let Some((x, below)) = eval.cx.uncons(rest) {
            remaining = eval.cx.cons(x, remaining)?;
            rest = below;
        }
    }
    let base = if under {
        eval.cx.cons_skip(rest, 1)
    } else {
        rest
    };
    eval.suspend()?;
    let nil = eval.cx.nil();
    next_of_each(eval, then, remaining, p, rest, base, nil)
}

fn next_of_each<'s>(
    eval: &mut Eval<'_, 's>,
    then: Then,
    remaining: Local<'s>,
    p: Local<'s>,
    rest: Local<'s>,
    base: Local<'s>,
    results: Local<'s>,
) -> Step<'s> {
    match eval.cx.uncons(remaining) {
        Some((x, remaining)) => {
            eval.push_on(x, rest)?;
            eval.run_then(p, then, &[remaining, p, rest, base, results])
        }
        None => {
            // The results, last first, go onto the stack in their order.
            let items = eval.cx.list(&[])?;
            eval.cx.cons_collect(results, items, usize::MAX)?;
            let stack = eval.cx.cons_build(items, 0, base)?;
            eval.set_stack(stack);
            Ok(())
        }
    }
}

pub(crate) fn each_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [remaining, p, rest, base, results] = eval.frame();
    let top = eval.result("value to push")?;
    let results = eval.cx.cons(top, results)?;
    let then = if eval.resumed(Then::Unary2) {
        Then::Unary2
    } else if eval.resumed(Then::Unary3) {
        Then::Unary3
    } else {
        Then::Unary4
    };
    next_of_each(eval, then, remaining, p, rest, base, results)
}

/// The first quotation has a result, or the second too: then Q is None.
pub(crate) fn cleave_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [x, q, rest, first] = eval.frame();
    let top = eval.result("value to push")?;
    if eval.cx.datum(q) == Datum::Nothing {
        let below = eval.cx.cons(first, rest)?;
        return eval.push_on(top, below);
    }
    eval.push_on(x, rest)?;
    eval.run_then(q, Then::Cleave, &[x, Local::NONE, rest, top])
}

/// P, or one of the quotations, has run: the next one starts from what P has left.
pub(crate) fn construct_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [remaining, start, results, saved] = eval.frame();
    let (start, results) = if eval.cx.datum(start) == Datum::Nothing {
        (eval.stack(), results)
    } else {
        let top = eval.result("value to push")?;
        (start, eval.cx.cons(top, results)?)
    };
    match eval.cx.uncons(remaining) {
        Some((q, remaining)) => {
            if !eval.is_list(q) {
                return eval.fail("quotation as top parameter");
            }
            eval.set_stack(start);
            eval.run_then(q, Then::Construct, &[remaining, start, results, saved])
        }
        None => {
            let items = eval.cx.list(&[])?;
            eval.cx.cons_collect(results, items, usize::MAX)?;
            // Last first: onto the saved stack they go from the end.
            let stack = eval.cx.cons_build(items, 0, saved)?;
            eval.set_stack(stack);
            Ok(())
        }
    }
}

/// What a condition has left; the stack is as it was before.
pub(super) fn condition<'s>(eval: &mut Eval<'_, 's>, saved: Local<'s>) -> Step<'s, bool> {
    let top = eval.result("one parameter")?;
    let holds = truth(eval.cx, top);
    eval.set_stack(saved);
    Ok(holds)
}

pub(crate) fn ifte_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [yes, no, saved] = eval.frame();
    let chosen = if condition(eval, saved)? { yes } else { no };
    eval.enter(chosen)
}

/// Tries the first of the clauses; the last one is run as it is.
fn next_clause<'s>(eval: &mut Eval<'_, 's>, clauses: Local<'s>, saved: Local<'s>) -> Step<'s> {
    let Some((clause, others)) = eval.cx.uncons(clauses) else {
        return Ok(());
    };
    if !eval.is_list(clause) {
        return eval.fail("internal list");
    }
    if eval.cx.datum(others) == Datum::Nil {
        return eval.enter(clause);
    }
    match eval.cx.uncons(clause) {
        Some((test, _)) if eval.is_list(test) => eval.run_then(test, Then::Cond, &[clauses, saved]),
        _ => eval.fail("internal list"),
    }
}

pub(crate) fn cond_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [clauses, saved] = eval.frame();
    let holds = condition(eval, saved)?;
    let Some((clause, others)) = eval.cx.uncons(clauses) else {
        return Ok(());
    };
    if holds {
        let body = eval.cx.cons_skip(clause, 1);
        return eval.enter(body);
    }
    next_clause(eval, others, saved)
}

/// The clause whose first member `matches`; true if it is the last, the default.
fn clause_for<'s>(
    eval: &mut Eval<'_, 's>,
    clauses: Local<'s>,
    mut matches: impl FnMut(&mut Eval<'_, 's>, Local<'s>) -> Step<'s, bool>,
) -> Step<'s, (Local<'s>, bool)> {
    if !eval.is_list(clauses) {
        return eval.fail("list");
    }
    let mut remaining = clauses;
    let mut last = None;
    while let Some((clause, others)) = eval.cx.uncons(remaining) {
        eval.cx.charge(1)?;
        if !eval.is_list(clause) {
            return eval.fail("internal list");
        }
        if eval.cx.datum(others) == Datum::Nil {
            last = Some(clause);
            break;
        }
        match eval.cx.uncons(clause) {
            Some((first, _)) if matches(eval, first)? => return Ok((clause, false)),
            Some(_) => {}
            None => return eval.fail("internal list"),
        }
        remaining = others;
    }
    match last {
        Some(clause) => Ok((clause, true)),
        None => eval.fail("non-empty list"),
    }
}

fn case<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([clauses, x], rest) = eval.args()?;
    let (clause, default) = clause_for(eval, clauses, |eval, value| {
        Ok(eval.order(x, value)?.is_eq())
    })?;
    if default {
        eval.push_on(x, rest)?;
        return eval.enter(clause);
    }
    eval.set_stack(rest);
    let body = eval.cx.cons_skip(clause, 1);
    eval.enter(body)
}

fn opcase<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([clauses, x], rest) = eval.args()?;
    let wanted = eval.cx.datum(x);
    let (clause, default) = clause_for(eval, clauses, |eval, value| {
        Ok(match (wanted, eval.cx.datum(value)) {
            (Datum::Word(a), Datum::Word(b)) => a == b,
            (a, b) => same_type(a, b),
        })
    })?;
    let chosen = if default {
        clause
    } else {
        eval.cx.cons_skip(clause, 1)
    };
    let below = eval.cx.cons(x, rest)?;
    eval.push_on(chosen, below)
}

pub(crate) fn while_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [test, body, saved] = eval.frame();
    let top = eval.result("non-empty stack")?;
    let holds = truth(eval.cx, top);
    eval.set_stack(saved);
    if holds {
        eval.run_then(body, Then::WhileBody, &[test, body])
    } else {
        Ok(())
    }
}

pub(crate) fn while_body<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [test, body] = eval.frame();
    let saved = eval.stack();
    eval.run_then(test, Then::While, &[test, body, saved])
}
