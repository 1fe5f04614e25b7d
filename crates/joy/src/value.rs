//! Values as Joy looks at them: conditions, comparison, numbers.

use crate::eval::{Eval, Step};
use crate::words::Words;
use alloc::borrow::Cow;
use core::cmp::Ordering;
use miniscript_core::{Context, Datum, Local, Res};

/// Whether a condition holds. Words do.
pub(crate) fn truth<'f>(cx: &Context<'f>, value: Local<'f>) -> bool {
    !is_zero(cx, value)
}

/// Whether the value is one of those that are false and equal to each other.
pub(crate) fn is_zero<'f>(cx: &Context<'f>, value: Local<'f>) -> bool {
    match cx.datum(value) {
        Datum::Bool(b) => !b,
        Datum::Int(i) => i == 0,
        Datum::Char(c) => c == 0,
        Datum::Float(f) => f == 0.0,
        Datum::Set(s) => s == 0,
        Datum::Str => cx.ascii_len(value) == Some(0),
        Datum::Nil | Datum::Nothing => true,
        Datum::File(number) => number == NULL_FILE,
        _ => false,
    }
}

/// The file that stands for a failure to open one.
pub(crate) const NULL_FILE: u32 = 3;

/// A number, as comparison sees it.
enum Number {
    Int(i64),
    Float(f64),
}

fn number(datum: Datum) -> Option<Number> {
    Some(match datum {
        Datum::Bool(b) => Number::Int(i64::from(b)),
        Datum::Char(c) => Number::Int(i64::from(c)),
        Datum::Int(i) => Number::Int(i),
        Datum::Set(s) => Number::Int(s as i64),
        Datum::Float(f) => Number::Float(f),
        _ => return None,
    })
}

/// The value of an int or float.
pub(crate) fn as_float(datum: Datum) -> Option<f64> {
    match datum {
        Datum::Int(i) => Some(i as f64),
        Datum::Float(f) => Some(f),
        _ => None,
    }
}

/// The bytes that strings and words are compared by.
fn text<'f>(
    cx: &mut Context<'f>,
    words: &Words,
    value: Local<'f>,
) -> Res<'f, Option<Cow<'f, [u8]>>> {
    match cx.datum(value) {
        Datum::Str => cx.str_as_bytes(value),
        Datum::Word(word) => words.name(cx, word).map(Some),
        _ => Ok(None),
    }
}

/// The order of two values that are not lists; what cannot be ordered is greater.
pub(crate) fn compare<'f>(
    cx: &mut Context<'f>,
    words: &Words,
    a: Local<'f>,
    b: Local<'f>,
) -> Res<'f, Ordering> {
    if is_zero(cx, a) && is_zero(cx, b) {
        return Ok(Ordering::Equal);
    }
    let (left, right) = (cx.datum(a), cx.datum(b));
    if let (Some(left), Some(right)) = (number(left), number(right)) {
        let float = |n| match n {
            Number::Int(i) => i as f64,
            Number::Float(f) => f,
        };
        return Ok(match (left, right) {
            (Number::Int(left), Number::Int(right)) => left.cmp(&right),
            // NaN equals everything, as subtraction would have it.
            (left, right) => float(left)
                .partial_cmp(&float(right))
                .unwrap_or(Ordering::Equal),
        });
    }
    if let (Datum::File(left), Datum::File(right)) = (left, right) {
        return Ok(left.cmp(&right));
    }
    if let Some(left) = text(cx, words, a)?
        && let Some(right) = text(cx, words, b)?
    {
        return Ok(left.cmp(&right));
    }
    Ok(Ordering::Greater)
}

impl<'s> Eval<'_, 's> {
    /// The order of two values.
    pub(crate) fn order(&mut self, a: Local<'s>, b: Local<'s>) -> Step<'s, Ordering> {
        Ok(compare(self.cx, &self.joy.words, a, b)?)
    }

    /// Whether two values are equal, lists member by member.
    pub(crate) fn equal(&mut self, a: Local<'s>, b: Local<'s>) -> Step<'s, bool> {
        let pending = self.cx.list(&[a, b])?;
        let words = &self.joy.words;
        let mut equal = true;
        while equal && self.cx.list_len(pending) > 0 {
            self.cx.charge(1)?;
            self.cx.scope(|scope| {
                let (Some(b), Some(a)) = (scope.list_pop(pending), scope.list_pop(pending)) else {
                    return Ok(());
                };
                match (scope.uncons(a), scope.uncons(b)) {
                    (Some((x, xs)), Some((y, ys))) => {
                        // Shared tails need no look.
                        if !scope.same_object(a, b) {
                            for item in [xs, ys, x, y] {
                                scope.list_push(pending, item)?;
                            }
                        }
                    }
                    _ => equal = compare(scope, words, a, b)?.is_eq(),
                }
                Ok(())
            })?;
        }
        Ok(equal)
    }
}
