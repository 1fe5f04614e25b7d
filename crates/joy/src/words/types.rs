//! What a value is, and values as other types.

use super::logic::same_type;
use super::{Builtin, Words, word};
use crate::eval::{Eval, Step};
use miniscript_core::{Datum, Local};

pub(super) const WORDS: &[Builtin] = &[
    word("integer", |eval| test(eval, |d| matches!(d, Datum::Int(_)))),
    word("char", |eval| test(eval, |d| matches!(d, Datum::Char(_)))),
    word("logical", |eval| {
        test(eval, |d| matches!(d, Datum::Bool(_)))
    }),
    word("set", |eval| test(eval, |d| matches!(d, Datum::Set(_)))),
    word("string", |eval| test(eval, |d| d == Datum::Str)),
    word("list", |eval| test(eval, is_list)),
    word("leaf", |eval| test(eval, |d| !is_list(d))),
    word("float", |eval| test(eval, |d| matches!(d, Datum::Float(_)))),
    word("file", |eval| test(eval, |d| matches!(d, Datum::File(_)))),
    word("user", |eval| {
        test(eval, |d| matches!(d, Datum::Word(n) if n >= Words::FIRST))
    }),
    word("typeof", |eval| {
        let ([x], rest) = eval.args()?;
        let code = type_code(eval.cx.datum(x));
        eval.push_int(code, rest)
    }),
    word("sametype", |eval| {
        let ([b, a], rest) = eval.args()?;
        let (left, right) = (eval.cx.datum(a), eval.cx.datum(b));
        let same = match (left, right) {
            (Datum::Word(a), Datum::Word(b)) => a == b || (a >= Words::FIRST && b >= Words::FIRST),
            (a, b) => same_type(a, b),
        };
        eval.push_bool(same, rest)
    }),
    word("casting", casting),
    word("name", |eval| {
        let ([x], rest) = eval.args()?;
        let name = match eval.cx.datum(x) {
            Datum::Word(number) => {
                let name = eval.joy.words.name(eval.cx, number)?;
                let plain = operator_name(&name);
                match plain {
                    Some(plain) => eval.cx.str(plain)?,
                    None => eval.joy.words.name_str(eval.cx, number)?,
                }
            }
            other => eval.cx.str(type_name(other))?,
        };
        eval.push_on(name, rest)
    }),
    word("intern", |eval| {
        let ([name], rest) = eval.args()?;
        if eval.cx.datum(name) != Datum::Str {
            return eval.fail("string");
        }
        let bytes = eval.cx.str_as_bytes(name)?.unwrap_or_default();
        if !crate::reader::is_word(&bytes) {
            return eval.fail("valid name");
        }
        let number = eval.joy.words.global(eval.cx, eval.registers, name)?;
        let word = eval.cx.joy_word(number)?;
        eval.push_on(word, rest)
    }),
    word("body", |eval| {
        let ([x], rest) = eval.args()?;
        let Datum::Word(number) = eval.cx.datum(x) else {
            return eval.fail("user defined symbol");
        };
        if number < Words::FIRST {
            return eval.fail("user defined symbol");
        }
        let body = match Words::body(eval.cx, eval.registers, number) {
            Some(body) if eval.is_list(body) => body,
            _ => eval.cx.nil(),
        };
        eval.push_on(body, rest)
    }),
    word("assign", |eval| {
        let ([target, x], rest) = eval.args()?;
        let number = assigned(eval, target)?;
        let nil = eval.cx.nil();
        let body = eval.cx.cons(x, nil)?;
        Words::set_body(eval.cx, eval.registers, number, body);
        eval.set_stack(rest);
        Ok(())
    }),
    word("unassign", |eval| {
        let ([target], rest) = eval.args()?;
        let number = assigned(eval, target)?;
        Words::set_body(eval.cx, eval.registers, number, Local::NONE);
        eval.set_stack(rest);
        Ok(())
    }),
    word("ifinteger", |eval| {
        choose(eval, |d| matches!(d, Datum::Int(_)))
    }),
    word("ifchar", |eval| {
        choose(eval, |d| matches!(d, Datum::Char(_)))
    }),
    word("iflogical", |eval| {
        choose(eval, |d| matches!(d, Datum::Bool(_)))
    }),
    word("ifset", |eval| choose(eval, |d| matches!(d, Datum::Set(_)))),
    word("ifstring", |eval| choose(eval, |d| d == Datum::Str)),
    word("iflist", |eval| choose(eval, is_list)),
    word("iffloat", |eval| {
        choose(eval, |d| matches!(d, Datum::Float(_)))
    }),
    word("iffile", |eval| {
        choose(eval, |d| matches!(d, Datum::File(_)))
    }),
];

fn is_list(datum: Datum) -> bool {
    matches!(datum, Datum::Cons | Datum::Nil)
}

fn test<'s>(eval: &mut Eval<'_, 's>, holds: fn(Datum) -> bool) -> Step<'s> {
    let ([x], rest) = eval.args()?;
    let value = holds(eval.cx.datum(x));
    eval.push_bool(value, rest)
}

/// X stays where it is.
fn choose<'s>(eval: &mut Eval<'_, 's>, holds: fn(Datum) -> bool) -> Step<'s> {
    let ([no, yes, x], _) = eval.args()?;
    eval.quotations(&[no, yes])?;
    let stack = eval.stack();
    let below = eval.cx.cons_skip(stack, 2);
    eval.set_stack(below);
    let chosen = if holds(eval.cx.datum(x)) { yes } else { no };
    eval.enter(chosen)
}

/// The word that a quotation of one word names.
fn assigned<'s>(eval: &mut Eval<'_, 's>, target: Local<'s>) -> Step<'s, u32> {
    if !eval.is_list(target) {
        return eval.fail("list");
    }
    match eval.cx.uncons(target) {
        Some((first, _)) => match eval.cx.datum(first) {
            Datum::Word(number) if number >= Words::FIRST => Ok(number),
            _ => eval.fail("user defined symbol"),
        },
        None => eval.fail("non-empty list"),
    }
}

/// The number that `typeof` gives.
pub(super) fn type_code(datum: Datum) -> i64 {
    match datum {
        Datum::Word(number) if number >= Words::FIRST => 2,
        Datum::Word(_) => 3,
        Datum::Bool(_) => 4,
        Datum::Char(_) => 5,
        Datum::Int(_) => 6,
        Datum::Set(_) => 7,
        Datum::Str => 8,
        Datum::Cons | Datum::Nil => 9,
        Datum::Float(_) => 10,
        Datum::File(_) => 11,
        Datum::Native | Datum::Sequence | Datum::Nothing | Datum::Other => 0,
    }
}

fn type_name(datum: Datum) -> &'static str {
    match datum {
        Datum::Bool(_) => " truth value type",
        Datum::Char(_) => " character type",
        Datum::Int(_) => " integer type",
        Datum::Set(_) => " set type",
        Datum::Str => " string type",
        Datum::Cons | Datum::Nil => " list type",
        Datum::Float(_) => " float type",
        Datum::File(_) => " file type",
        _ => " object type",
    }
}

fn operator_name(name: &[u8]) -> Option<&'static str> {
    Some(match name {
        b"+" => "plus",
        b"-" => "minus",
        b"*" => "mul",
        b"/" => "divide",
        b"=" => "eql",
        b"!=" => "neql",
        b"<" => "less",
        b"<=" => "leql",
        b">" => "greater",
        b">=" => "geql",
        _ => return None,
    })
}

/// Reinterprets the word of a value as a value of another type.
fn casting<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([code, x], rest) = eval.args()?;
    let Datum::Int(code) = eval.cx.datum(code) else {
        return eval.fail("integer");
    };
    let from = eval.cx.datum(x);
    if type_code(from) == code {
        return eval.push_on(x, rest);
    }
    let bits = match from {
        Datum::Bool(b) => u64::from(b),
        Datum::Char(c) => u64::from(c),
        Datum::Int(i) => i as u64,
        Datum::Set(members) => members,
        Datum::Float(f) => f.to_bits(),
        _ => return eval.fail("numeric"),
    };
    let value = match code {
        4 => Local::bool(bits != 0),
        5 => eval.cx.joy_char(bits as u8)?,
        6 => eval.cx.int(bits as i64)?,
        7 => eval.cx.joy_set(bits)?,
        10 => eval.cx.float(f64::from_bits(bits)),
        _ => return eval.fail("different type"),
    };
    eval.push_on(value, rest)
}
