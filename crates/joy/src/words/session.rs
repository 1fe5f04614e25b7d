//! Settings, the environment, and the session itself.

use super::{Builtin, TABLES, Words, word};
use crate::eval::{Eval, Step, Stop};
use crate::interpreter::reg;
use miniscript_core::{Datum, Local};

pub(super) const WORDS: &[Builtin] = &[
    word("true", |eval| eval.push(Local::TRUE)),
    word("false", |eval| eval.push(Local::FALSE)),
    word("maxint", |eval| {
        let stack = eval.stack();
        eval.push_int(i64::MAX, stack)
    }),
    word("stdin", |eval| push_file(eval, 0)),
    word("stdout", |eval| push_file(eval, 1)),
    word("stderr", |eval| push_file(eval, 2)),
    word("setsize", |eval| {
        let stack = eval.stack();
        eval.push_int(64, stack)
    }),
    word("autoput", |eval| {
        let (value, stack) = (eval.joy.settings.autoput, eval.stack());
        eval.push_int(value, stack)
    }),
    word("echo", |eval| {
        let (value, stack) = (eval.joy.settings.echo, eval.stack());
        eval.push_int(value, stack)
    }),
    word("undeferror", |eval| {
        let (value, stack) = (eval.joy.settings.undeferror, eval.stack());
        eval.push_int(value, stack)
    }),
    word("setautoput", |eval| {
        let value = setting(eval)?;
        if !eval.joy.settings.autoput_fixed {
            eval.joy.settings.autoput = value;
        }
        Ok(())
    }),
    word("setecho", |eval| {
        eval.joy.settings.echo = setting(eval)?;
        Ok(())
    }),
    word("setundeferror", |eval| {
        let value = setting(eval)?;
        if !eval.joy.settings.undeferror_fixed {
            eval.joy.settings.undeferror = value;
        }
        Ok(())
    }),
    word("undefs", undefs),
    word("rand", |eval| {
        // xorshift64*; 31 bits as C's `rand` gives them.
        let mut x = eval.joy.random;
        x ^= x >> 12;
        x ^= x << 25;
        x ^= x >> 27;
        eval.joy.random = x;
        let value = x.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        let stack = eval.stack();
        eval.push_int(value as i64, stack)
    }),
    word("srand", |eval| {
        let value = setting(eval)?;
        eval.joy.random = (value as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        Ok(())
    }),
    word("argc", |eval| {
        let count = i64::try_from(eval.joy.arguments.len()).unwrap_or(i64::MAX);
        let stack = eval.stack();
        eval.push_int(count, stack)
    }),
    word("argv", |eval| {
        let items = eval.cx.list(&[])?;
        for argument in &eval.joy.arguments {
            eval.cx.scope(|scope| {
                let text = scope.byte_str(argument)?;
                scope.list_push(items, text)
            })?;
        }
        push_items(eval, items)
    }),
    word("getenv", |eval| {
        let ([name], rest) = eval.args()?;
        let Some(name) = eval.cx.str_as_bytes(name)? else {
            return eval.fail("string");
        };
        let value = eval.joy.host.variable(&name).unwrap_or_default();
        let value = eval.cx.byte_str(&value)?;
        eval.push_on(value, rest)
    }),
    word("conts", |eval| {
        // What is still to be done of the quotation that runs, innermost first.
        let code = eval.register(reg::CODE);
        let nil = eval.cx.nil();
        let list = eval.cx.cons(code, nil)?;
        eval.push(list)
    }),
    word("abort", |_| Err(Stop::Term)),
    word("quit", |_| Err(Stop::Quit)),
    word("gc", |eval| {
        eval.cx.collect_garbage();
        Ok(())
    }),
    // Core's collector has no trace: the setting is taken and has no effect.
    word("__settracegc", |eval| setting(eval).map(|_| ())),
    word("__symtabindex", |eval| {
        let (count, stack) = (eval.joy.words.count(), eval.stack());
        eval.push_int(i64::from(count), stack)
    }),
    word("help", |eval| {
        for at in 0..eval.joy.words.count() {
            let number = Words::FIRST.saturating_add(at);
            eval.cx.charge(1)?;
            let joy = &eval.joy;
            eval.cx.scope(|scope| {
                let name = joy.words.name(scope, number)?;
                scope.output(&name)?;
                scope.output(b" ")
            })?;
        }
        eval.cx.output(b"\n")?;
        Ok(())
    }),
    word("_help", |eval| {
        for builtin in TABLES.iter().copied().flatten() {
            if !builtin.name.starts_with('#') {
                eval.cx.output(builtin.name.as_bytes())?;
                eval.cx.output(b" ")?;
            }
        }
        eval.cx.output(b"\n")?;
        Ok(())
    }),
];

fn push_file<'s>(eval: &mut Eval<'_, 's>, number: u32) -> Step<'s> {
    let file = eval.cx.joy_file(number)?;
    eval.push(file)
}

/// Takes an int off the stack.
fn setting<'s>(eval: &mut Eval<'_, 's>) -> Step<'s, i64> {
    let ([value], rest) = eval.args()?;
    let value = match eval.cx.datum(value) {
        Datum::Int(value) => value,
        Datum::Bool(value) => i64::from(value),
        _ => return eval.fail("integer"),
    };
    eval.set_stack(rest);
    Ok(value)
}

fn push_items<'s>(eval: &mut Eval<'_, 's>, items: Local<'s>) -> Step<'s> {
    let nil = eval.cx.nil();
    let list = eval.cx.cons_build(items, 0, nil)?;
    eval.push(list)
}

/// Names of the words that were read but have no body.
fn undefs<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let items = eval.cx.list(&[])?;
    for at in 0..eval.joy.words.count() {
        eval.cx.charge(1)?;
        let number = Words::FIRST.saturating_add(at);
        let registers = eval.registers;
        let joy = &eval.joy;
        eval.cx.scope(|scope| {
            if let Some(body) = Words::body(scope, registers, number)
                && scope.datum(body) == Datum::Nothing
            {
                let name = joy.words.name_str(scope, number)?;
                scope.list_push(items, name)?;
            }
            Ok(())
        })?;
    }
    push_items(eval, items)
}
