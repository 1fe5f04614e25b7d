//! Signatures as authors write them behind a function's name:
//! `"log(x, base=None, /, *, exact=False)"`. Read once, when the function is made.

use crate::arg::Shape;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;
use miniscript_core::{Context, Local, Res};

/// A default value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Literal {
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(String),
}

impl Literal {
    fn parse(text: &str) -> Option<Literal> {
        Some(match text {
            "None" => Literal::None,
            "True" => Literal::Bool(true),
            "False" => Literal::Bool(false),
            _ => {
                let quoted = |quote| text.strip_prefix(quote)?.strip_suffix(quote);
                if let Some(inner) = quoted('\'').or_else(|| quoted('"')) {
                    if inner.contains('\\') {
                        return None;
                    }
                    Literal::Str(String::from(inner))
                } else if let Ok(int) = text.parse() {
                    Literal::Int(int)
                } else if text.contains(|c: char| c.is_ascii_digit()) {
                    Literal::Float(text.parse().ok()?)
                } else {
                    return None;
                }
            }
        })
    }

    pub(crate) fn value<'f>(&self, cx: &mut Context<'f>) -> Res<'f> {
        match self {
            Literal::None => Ok(Local::NONE),
            Literal::Bool(bool) => Ok(Local::bool(*bool)),
            Literal::Int(int) => cx.int(*int),
            Literal::Float(float) => Ok(cx.float(*float)),
            Literal::Str(text) => cx.str(text),
        }
    }
}

/// A function's name with its signature text and the defaults by place.
pub(crate) struct Signature {
    pub(crate) name: String,
    /// As core reads it.
    pub(crate) text: String,
    pub(crate) defaults: Box<[Option<Literal>]>,
    /// What does not fit the code.
    pub(crate) fault: Option<String>,
}

/// One named parameter.
struct Named<'a> {
    name: &'a str,
    default: Option<&'a str>,
}

impl Signature {
    /// The name alone; what parameters there are is the caller's matter.
    pub(crate) fn plain(written: &str, fallback: &str) -> Signature {
        let (name, text) = split(written);
        Signature {
            name: String::from(name),
            text: String::from(text.unwrap_or(fallback)),
            defaults: Box::default(),
            fault: None,
        }
    }

    /// Reads what was written and holds it against the code's parameters.
    pub(crate) fn of(written: &str, shapes: &[Shape]) -> Signature {
        let (name, text) = split(written);
        let Some(text) = text else {
            return Signature {
                name: String::from(name),
                text: generated(shapes),
                defaults: Box::default(),
                fault: None,
            };
        };
        let (defaults, fault) = match check(text, shapes) {
            Ok(defaults) => (defaults.into_boxed_slice(), None),
            Err(fault) => (Box::default(), Some(fault)),
        };
        Signature {
            name: String::from(name),
            text: String::from(text),
            defaults,
            fault,
        }
    }
}

/// `"f(a, b)"` is the name `f` and the text `(a, b)`.
fn split(written: &str) -> (&str, Option<&str>) {
    match written.find('(') {
        Some(at) if written.ends_with(')') => {
            let (name, text) = written.split_at(at);
            (name, Some(text))
        }
        _ => (written, None),
    }
}

/// Positional-only parameters without names.
fn generated(shapes: &[Shape]) -> String {
    let mut text = String::from("(");
    let mut named = 0;
    for shape in shapes {
        match shape {
            Shape::Required => {
                named += 1;
                let _ = write!(text, "arg{named}, ");
            }
            Shape::Optional => {
                named += 1;
                let _ = write!(text, "arg{named}=None, ");
            }
            Shape::Rest | Shape::Keywords => {}
        }
    }
    if named > 0 {
        text.push_str("/, ");
    }
    for shape in shapes {
        match shape {
            Shape::Rest => text.push_str("*args, "),
            Shape::Keywords => text.push_str("**kwargs, "),
            Shape::Required | Shape::Optional => {}
        }
    }
    text.truncate(text.trim_end_matches(", ").len());
    text.push(')');
    text
}

fn check(text: &str, shapes: &[Shape]) -> Result<Vec<Option<Literal>>, String> {
    let inner = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'))
        .unwrap_or("");
    let (mut named, mut rest, mut keywords) = (Vec::new(), false, false);
    for part in inner.split(',').map(str::trim) {
        if let Some(name) = part.strip_prefix("**") {
            keywords |= !name.is_empty();
        } else if let Some(name) = part.strip_prefix('*') {
            rest |= !name.is_empty();
        } else if !part.is_empty() && part != "/" {
            let (name, default) = match part.split_once('=') {
                Some((name, default)) => (name.trim(), Some(default.trim())),
                None => (part, None),
            };
            named.push(Named { name, default });
        }
    }
    let takes = |shape| shapes.contains(&shape);
    let count = shapes
        .iter()
        .filter(|shape| matches!(shape, Shape::Required | Shape::Optional))
        .count();
    if named.len() != count {
        return Err(alloc::format!(
            "its signature {text} names {} parameters, its code has {count}",
            named.len()
        ));
    }
    if rest != takes(Shape::Rest) || keywords != takes(Shape::Keywords) {
        return Err(alloc::format!(
            "*args and **kwargs in its signature {text} must stand for `Rest` and `Kwargs` in its code"
        ));
    }
    let mut defaults = Vec::new();
    for (parameter, shape) in named.iter().zip(shapes) {
        let literal = match parameter.default {
            None => None,
            Some(default) => match Literal::parse(default) {
                Some(literal) => Some(literal),
                None if *shape == Shape::Optional => None,
                None => {
                    return Err(alloc::format!(
                        "the default {default} of parameter '{}' is no number, string, bool or None",
                        parameter.name
                    ));
                }
            },
        };
        defaults.push(literal);
    }
    Ok(defaults)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_made_from_shapes() {
        use Shape::*;
        for (shapes, text) in [
            (&[][..], "()"),
            (&[Required, Required][..], "(arg1, arg2, /)"),
            (&[Required, Optional][..], "(arg1, arg2=None, /)"),
            (&[Rest][..], "(*args)"),
            (
                &[Required, Rest, Keywords][..],
                "(arg1, /, *args, **kwargs)",
            ),
        ] {
            assert_eq!(generated(shapes), text);
        }
    }

    #[test]
    fn signatures_are_checked() {
        use Shape::*;
        let defaults = |text, shapes: &[Shape]| check(text, shapes).ok();
        assert_eq!(
            defaults("(a, b=2, *, c='x')", &[Required, Required, Required]),
            Some(alloc::vec![
                None,
                Some(Literal::Int(2)),
                Some(Literal::Str("x".into()))
            ])
        );
        assert_eq!(
            defaults("(a=1.5, b=-3)", &[Required, Required]),
            Some(alloc::vec![
                Some(Literal::Float(1.5)),
                Some(Literal::Int(-3))
            ])
        );
        assert_eq!(defaults("(a)", &[Required, Required]), None);
        assert_eq!(defaults("(a, *b)", &[Required]), None);
        assert_eq!(defaults("(a=<object>)", &[Required]), None);
        assert!(defaults("(a=<object>)", &[Optional]).is_some());
    }
}
