//! Combinators that recur. What remains to be done after a recursion is a frame, so
//! they recur as deep as memory lasts.
//!
//! The quotations of one combinator travel as a list, its *program*, so that a frame
//! holds a single word for them.

use super::choose::condition;
use super::{Builtin, Words, word};
use crate::eval::{Eval, Step, Then};
use miniscript_core::{Datum, Local};

pub(super) const WORDS: &[Builtin] = &[
    word("linrec", |eval| {
        let ([r2, r1, t, p], rest) = eval.args()?;
        eval.quotations(&[r2, r1, t, p])?;
        begin(eval, Then::Linrec, &[p, t, r1, r2], rest)
    }),
    word("tailrec", |eval| {
        let ([r1, t, p], rest) = eval.args()?;
        eval.quotations(&[r1, t, p])?;
        begin(eval, Then::Tailrec, &[p, t, r1], rest)
    }),
    word("binrec", |eval| {
        let ([r2, r1, t, p], rest) = eval.args()?;
        eval.quotations(&[r2, r1, t, p])?;
        begin(eval, Then::Binrec, &[p, t, r1, r2], rest)
    }),
    word("genrec", |eval| {
        let ([r2, r1, t, p], rest) = eval.args()?;
        eval.quotations(&[r2, r1, t, p])?;
        // [[P] [T] [R1] R2 ..]
        let mut program = r2;
        for part in [r1, t, p] {
            program = eval.cx.cons(part, program)?;
        }
        eval.set_stack(rest);
        genrec(eval, program)
    }),
    // No source can name this one: `#` begins a comment.
    word("#genrecaux", |eval| {
        let ([program], rest) = eval.args()?;
        if eval.cx.cons_len(program, 3) < 3 {
            return eval.fail("list");
        }
        eval.set_stack(rest);
        genrec(eval, program)
    }),
    word("condlinrec", |eval| cond_rec(eval, Then::Condlinrec)),
    word("condnestrec", |eval| cond_rec(eval, Then::Condnestrec)),
    word("treestep", |eval| {
        let ([p, tree], rest) = eval.args()?;
        eval.quotations(&[p])?;
        eval.set_stack(rest);
        eval.suspend()?;
        node(eval, tree, p)
    }),
    word("treerec", |eval| {
        let ([c, o, _tree], _) = eval.args()?;
        eval.quotations(&[c, o])?;
        let program = eval.cx.cons(o, c)?;
        treerec(eval, program, 2)
    }),
    word("#treerecaux", |eval| {
        let ([program], _) = eval.args()?;
        treerec(eval, program, 1)
    }),
    word("treegenrec", |eval| {
        let ([c, o2, o1, _tree], _) = eval.args()?;
        eval.quotations(&[c, o2, o1])?;
        let program = eval.cx.cons(o2, c)?;
        let program = eval.cx.cons(o1, program)?;
        treegenrec(eval, program, 3)
    }),
    word("#treegenrecaux", |eval| {
        let ([program], _) = eval.args()?;
        treegenrec(eval, program, 1)
    }),
];

/// Part number `at` of a program.
fn part<'s>(eval: &mut Eval<'_, 's>, program: Local<'s>, at: usize) -> Local<'s> {
    let tail = eval.cx.cons_skip(program, at);
    match eval.cx.uncons(tail) {
        Some((part, _)) => part,
        None => eval.cx.nil(),
    }
}

fn begin<'s>(
    eval: &mut Eval<'_, 's>,
    then: Then,
    parts: &[Local<'s>],
    rest: Local<'s>,
) -> Step<'s> {
    let mut program = eval.cx.nil();
    for &part in parts.iter().rev() {
        program = eval.cx.cons(part, program)?;
    }
    eval.set_stack(rest);
    recur(eval, then, program)
}

/// Asks the condition whether the recursion ends here.
fn recur<'s>(eval: &mut Eval<'_, 's>, then: Then, program: Local<'s>) -> Step<'s> {
    let test = part(eval, program, 0);
    let saved = eval.stack();
    eval.run_then(test, then, &[program, saved])
}

pub(crate) fn rec_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [program, saved] = eval.frame();
    if condition(eval, saved)? {
        let last = part(eval, program, 1);
        return eval.enter(last);
    }
    let then = if eval.resumed(Then::Linrec) {
        Then::LinrecAgain
    } else if eval.resumed(Then::Tailrec) {
        Then::TailrecAgain
    } else {
        Then::BinrecAgain
    };
    let before = part(eval, program, 2);
    eval.run_then(before, then, &[program])
}

pub(crate) fn again<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [program] = eval.frame();
    if eval.resumed(Then::TailrecAgain) {
        return recur(eval, Then::Tailrec, program);
    }
    after(eval, program)?;
    recur(eval, Then::Linrec, program)
}

/// Leaves R2 for later.
fn after<'s>(eval: &mut Eval<'_, 's>, program: Local<'s>) -> Step<'s> {
    let last = part(eval, program, 3);
    if eval.cx.datum(last) == Datum::Cons {
        eval.then(Then::Run, &[last])?;
    }
    Ok(())
}

/// The first recursion works on what is under the top, the second on the top.
pub(crate) fn bin_again<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [program] = eval.frame();
    let ([second], rest) = eval.args()?;
    eval.set_stack(rest);
    after(eval, program)?;
    eval.then(Then::BinrecSecond, &[program, second])?;
    recur(eval, Then::Binrec, program)
}

pub(crate) fn bin_second<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [program, second] = eval.frame();
    eval.push(second)?;
    recur(eval, Then::Binrec, program)
}

fn genrec<'s>(eval: &mut Eval<'_, 's>, program: Local<'s>) -> Step<'s> {
    recur(eval, Then::Genrec, program)
}

/// A quotation of a program and the word that runs it.
fn packed<'s>(eval: &mut Eval<'_, 's>, program: Local<'s>, name: &str) -> Step<'s, Local<'s>> {
    let name = eval.cx.str(name)?;
    let globals = eval.joy.words.globals(eval.cx)?;
    let number = Words::find(eval.cx, globals, name)?.unwrap_or(0);
    let word = eval.cx.joy_word(number)?;
    let nil = eval.cx.nil();
    let tail = eval.cx.cons(word, nil)?;
    Ok(eval.cx.cons(program, tail)?)
}

pub(crate) fn genrec_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [program, saved] = eval.frame();
    if condition(eval, saved)? {
        let last = part(eval, program, 1);
        return eval.enter(last);
    }
    // R1, then the packed recursion is pushed, then R2.
    let before = part(eval, program, 2);
    let packed = packed(eval, program, "#genrecaux")?;
    let after = eval.cx.cons_skip(program, 3);
    if eval.cx.datum(after) == Datum::Cons {
        eval.then(Then::Run, &[after])?;
    }
    eval.run_then(before, Then::Dip, &[packed])
}

fn cond_rec<'s>(eval: &mut Eval<'_, 's>, then: Then) -> Step<'s> {
    let ([clauses], rest) = eval.args()?;
    if !eval.is_list(clauses) {
        return eval.fail("list");
    }
    if eval.cx.datum(clauses) == Datum::Nil {
        return eval.fail("non-empty list");
    }
    eval.set_stack(rest);
    eval.suspend()?;
    try_clause(eval, then, clauses, clauses)
}

fn try_clause<'s>(
    eval: &mut Eval<'_, 's>,
    then: Then,
    clauses: Local<'s>,
    remaining: Local<'s>,
) -> Step<'s> {
    let Some((clause, others)) = eval.cx.uncons(remaining) else {
        return Ok(());
    };
    if !eval.is_list(clause) {
        return eval.fail("internal list");
    }
    if eval.cx.datum(others) == Datum::Nil {
        return run_parts(eval, next_of(then), clauses, clause);
    }
    match eval.cx.uncons(clause) {
        Some((test, _)) if eval.is_list(test) => {
            let saved = eval.stack();
            eval.run_then(test, then, &[clauses, remaining, saved])
        }
        _ => eval.fail("internal list"),
    }
}

fn next_of(then: Then) -> Then {
    if then == Then::Condlinrec {
        Then::CondlinrecNext
    } else {
        Then::CondnestrecNext
    }
}

pub(crate) fn cond_rec_end<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [clauses, remaining, saved] = eval.frame();
    let then = if eval.resumed(Then::Condlinrec) {
        Then::Condlinrec
    } else {
        Then::Condnestrec
    };
    let holds = condition(eval, saved)?;
    let Some((clause, others)) = eval.cx.uncons(remaining) else {
        return Ok(());
    };
    if !holds {
        return try_clause(eval, then, clauses, others);
    }
    let parts = eval.cx.cons_skip(clause, 1);
    run_parts(eval, next_of(then), clauses, parts)
}

/// Runs the first of the parts; between two of them lies a recursion.
fn run_parts<'s>(
    eval: &mut Eval<'_, 's>,
    then: Then,
    clauses: Local<'s>,
    parts: Local<'s>,
) -> Step<'s> {
    let Some((first, others)) = eval.cx.uncons(parts) else {
        return Ok(());
    };
    if !eval.is_list(first) {
        return eval.fail("internal list");
    }
    if eval.cx.datum(others) == Datum::Nil {
        return eval.enter(first);
    }
    eval.run_then(first, then, &[clauses, others])
}

/// A part has run: recur, then go on with the next part.
pub(crate) fn cond_rec_next<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [clauses, parts] = eval.frame();
    let (then, next) = if eval.resumed(Then::CondlinrecNext) {
        (Then::Condlinrec, Then::CondlinrecNext)
    } else {
        (Then::Condnestrec, Then::CondnestrecNext)
    };
    let Some((first, others)) = eval.cx.uncons(parts) else {
        return Ok(());
    };
    if !eval.is_list(first) {
        return eval.fail("internal list");
    }
    if eval.cx.datum(others) == Datum::Cons {
        eval.then(next, &[clauses, others])?;
    }
    if eval.cx.datum(first) == Datum::Cons {
        eval.then(Then::Run, &[first])?;
    }
    try_clause(eval, then, clauses, clauses)
}

/// A leaf is pushed and P run; a tree's members follow each other.
fn node<'s>(eval: &mut Eval<'_, 's>, tree: Local<'s>, p: Local<'s>) -> Step<'s> {
    match eval.cx.datum(tree) {
        Datum::Cons => eval.then(Then::Treestep, &[tree, p]),
        Datum::Nil => Ok(()),
        _ => {
            eval.push(tree)?;
            eval.enter(p)
        }
    }
}

pub(crate) fn treestep_next<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let [members, p] = eval.frame();
    let Some((first, others)) = eval.cx.uncons(members) else {
        return Ok(());
    };
    if eval.cx.datum(others) == Datum::Cons {
        eval.then(Then::Treestep, &[others, p])?;
    }
    node(eval, first, p)
}

/// The program [[O] C ..] on what lies under the top `count` values.
fn treerec<'s>(eval: &mut Eval<'_, 's>, program: Local<'s>, count: usize) -> Step<'s> {
    let stack = eval.stack();
    let rest = eval.cx.cons_skip(stack, count);
    let Some((tree, _)) = eval.cx.uncons(rest) else {
        let what = eval.parameters(count + 1);
        return eval.fail(&what);
    };
    if !eval.is_list(program) {
        return eval.fail("list");
    }
    if eval.is_list(tree) {
        let packed = packed(eval, program, "#treerecaux")?;
        eval.push_on(packed, rest)?;
        let combine = eval.cx.cons_skip(program, 1);
        return eval.enter(combine);
    }
    eval.set_stack(rest);
    let leaf = part(eval, program, 0);
    enter_list(eval, leaf)
}

/// The program [[O1] [O2] C ..] likewise.
fn treegenrec<'s>(eval: &mut Eval<'_, 's>, program: Local<'s>, count: usize) -> Step<'s> {
    let stack = eval.stack();
    let rest = eval.cx.cons_skip(stack, count);
    let Some((tree, _)) = eval.cx.uncons(rest) else {
        let what = eval.parameters(count + 1);
        return eval.fail(&what);
    };
    if !eval.is_list(program) {
        return eval.fail("list");
    }
    eval.set_stack(rest);
    if !eval.is_list(tree) {
        let leaf = part(eval, program, 0);
        return enter_list(eval, leaf);
    }
    let before = part(eval, program, 1);
    if !eval.is_list(before) {
        return eval.fail("list");
    }
    let packed = packed(eval, program, "#treegenrecaux")?;
    let combine = eval.cx.cons_skip(program, 2);
    eval.suspend()?;
    if eval.cx.datum(combine) == Datum::Cons {
        eval.then(Then::Run, &[combine])?;
    }
    eval.run_then(before, Then::Dip, &[packed])
}

fn enter_list<'s>(eval: &mut Eval<'_, 's>, quotation: Local<'s>) -> Step<'s> {
    if eval.is_list(quotation) {
        eval.enter(quotation)
    } else {
        eval.fail("list")
    }
}
