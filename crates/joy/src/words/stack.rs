//! Words that only move values of the stack.

use super::{Builtin, word};
use crate::eval::{Eval, Step};
use miniscript_core::{Datum, Local};

pub(super) const WORDS: &[Builtin] = &[
    word("id", |_| Ok(())),
    word("dup", |eval| rearrange(eval, &[0, 0])),
    word("pop", |eval| {
        let ([_], rest) = eval.args()?;
        eval.set_stack(rest);
        Ok(())
    }),
    word("swap", |eval| rearrange2(eval, &[0, 1])),
    word("over", |eval| rearrange2(eval, &[1, 0, 1])),
    word("pick", pick),
    // Z Y X, top first, become what is listed, deepest first.
    word("rollup", |eval| rearrange3(eval, &[0, 2, 1])),
    word("rolldown", |eval| rearrange3(eval, &[1, 0, 2])),
    word("rotate", |eval| rearrange3(eval, &[0, 1, 2])),
    word("dupd", |eval| rearrange2(eval, &[1, 1, 0])),
    word("popd", |eval| rearrange2(eval, &[0])),
    word("swapd", |eval| rearrange3(eval, &[1, 2, 0])),
    word("rollupd", |eval| rearrange4(eval, &[1, 3, 2, 0])),
    word("rolldownd", |eval| rearrange4(eval, &[2, 1, 3, 0])),
    word("rotated", |eval| rearrange4(eval, &[1, 2, 3, 0])),
    word("stack", |eval| {
        let stack = eval.stack();
        eval.push(stack)
    }),
    word("unstack", |eval| {
        let ([list], _) = eval.args()?;
        if !eval.is_list(list) {
            return eval.fail("list");
        }
        eval.set_stack(list);
        Ok(())
    }),
    word("choice", |eval| {
        let ([no, yes, condition], rest) = eval.args()?;
        let chosen = if crate::value::truth(eval.cx, condition) {
            yes
        } else {
            no
        };
        eval.push_on(chosen, rest)
    }),
];

/// Replaces the top `N` values by some of them: places count from the top, the
/// deepest result comes first.
fn rearranged<'s, const N: usize>(eval: &mut Eval<'_, 's>, places: &[usize]) -> Step<'s> {
    let (values, mut stack): ([Local<'s>; N], _) = eval.args()?;
    for &place in places {
        if let Some(value) = values.get(place) {
            stack = eval.cx.cons(*value, stack)?;
        }
    }
    eval.set_stack(stack);
    Ok(())
}

fn rearrange<'s>(eval: &mut Eval<'_, 's>, places: &[usize]) -> Step<'s> {
    rearranged::<1>(eval, places)
}

fn rearrange2<'s>(eval: &mut Eval<'_, 's>, places: &[usize]) -> Step<'s> {
    rearranged::<2>(eval, places)
}

fn rearrange3<'s>(eval: &mut Eval<'_, 's>, places: &[usize]) -> Step<'s> {
    rearranged::<3>(eval, places)
}

fn rearrange4<'s>(eval: &mut Eval<'_, 's>, places: &[usize]) -> Step<'s> {
    rearranged::<4>(eval, places)
}

fn pick<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([index, ..], _): ([Local<'s>; 4], _) = eval.args()?;
    let Datum::Int(index) = eval.cx.datum(index) else {
        return eval.fail("integer");
    };
    let Ok(index) = usize::try_from(index) else {
        return eval.fail("non-negative integer");
    };
    let stack = eval.stack();
    let below = eval.cx.cons_skip(stack, 1);
    // Beyond the bottom the bottom is meant.
    let depth = eval.cx.cons_len(below, index.saturating_add(1));
    let at = eval.cx.cons_skip(below, depth.saturating_sub(1));
    match eval.cx.uncons(at) {
        Some((value, _)) => eval.push_on(value, below),
        None => Ok(()),
    }
}
