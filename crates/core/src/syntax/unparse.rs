//! Expressions back to source text, as CPython's `ast_unparse.c` writes them: what
//! `from __future__ import annotations` stores in place of values.
//!
//! Called by the code generator. It walks with a stack of its own, so that long spines do not
//! matter; only f-strings, whose parts are quoted as a whole, recurse, and they nest as deep
//! as the parser allowed. The text is UTF-8 except between the parts of an f-string, where lone
//! surrogates wait for being quoted.

use super::arena::Tree;
use super::error::Error;
use super::tree::*;
use crate::text::float::write_repr;
use crate::text::repr;
use alloc::string::ToString;
use alloc::vec::Vec;
use num_bigint::BigUint;

/// How tight an expression binds, loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Level(u8);

impl Level {
    const TUPLE: Level = Level(0);
    /// `if`-`else`, `lambda`.
    const TEST: Level = Level(1);
    const OR: Level = Level(2);
    const AND: Level = Level(3);
    const NOT: Level = Level(4);
    const COMPARE: Level = Level(5);
    const BIT_OR: Level = Level(6);
    const BIT_XOR: Level = Level(7);
    const BIT_AND: Level = Level(8);
    const SHIFT: Level = Level(9);
    const ARITH: Level = Level(10);
    const TERM: Level = Level(11);
    const FACTOR: Level = Level(12);
    const POWER: Level = Level(13);
    const AWAIT: Level = Level(14);
    const ATOM: Level = Level(15);

    fn above(self) -> Level {
        Level(self.0 + 1)
    }
}

/// Longer integers have no decimal text; CPython's limit.
const MAX_DIGITS: usize = 4300;

type Res<T = ()> = Result<T, Error>;

/// The text of an expression, in UTF-8.
///
/// # Errors
/// No memory, or an integer that is too long to be written in decimal.
pub(crate) fn expression(tree: &Tree, id: ExprId) -> Res<Vec<u8>> {
    text(tree, id, Level::TEST)
}

fn text(tree: &Tree, id: ExprId, level: Level) -> Res<Vec<u8>> {
    let mut out = Vec::new();
    let mut writer = Writer {
        tree,
        stack: Vec::new(),
        parts: Vec::new(),
    };
    writer.stack.push(Item::Expr(id, level));
    while let Some(item) = writer.stack.pop() {
        match item {
            Item::Text(text) => put(&mut out, text.as_bytes())?,
            Item::Name(name) => put(&mut out, tree.name(name).as_bytes())?,
            Item::Expr(id, level) => {
                writer.expr(id, level, &mut out)?;
                // What was noted in order is done in order.
                let parts = writer.parts.len();
                writer
                    .stack
                    .try_reserve(parts)
                    .map_err(|_| Error::memory())?;
                writer.stack.extend(writer.parts.drain(..).rev());
            }
        }
    }
    Ok(out)
}

fn put(out: &mut Vec<u8>, bytes: &[u8]) -> Res {
    out.try_reserve(bytes.len()).map_err(|_| Error::memory())?;
    out.extend_from_slice(bytes);
    Ok(())
}

#[derive(Clone, Copy)]
enum Item {
    Text(&'static str),
    Name(NameId),
    Expr(ExprId, Level),
}

struct Writer<'t> {
    tree: &'t Tree,
    stack: Vec<Item>,
    /// The parts of the expression at hand.
    parts: Vec<Item>,
}

impl Writer<'_> {
    fn add(&mut self, item: Item) -> Res {
        self.parts.try_reserve(1).map_err(|_| Error::memory())?;
        self.parts.push(item);
        Ok(())
    }

    fn text(&mut self, text: &'static str) -> Res {
        self.add(Item::Text(text))
    }

    fn text_if(&mut self, condition: bool, text: &'static str) -> Res {
        if condition { self.text(text) } else { Ok(()) }
    }

    fn sub(&mut self, id: ExprId, level: Level) -> Res {
        self.add(Item::Expr(id, level))
    }

    /// Expressions between commas.
    fn list(&mut self, range: ExprRange) -> Res {
        for (index, &id) in self.tree.exprs(range).iter().enumerate() {
            self.text_if(index > 0, ", ")?;
            self.sub(id, Level::TEST)?;
        }
        Ok(())
    }

    fn expr(&mut self, id: ExprId, level: Level, out: &mut Vec<u8>) -> Res {
        let tree = self.tree;
        match tree.expr(id).kind {
            ExprKind::BoolOp { op, values } => {
                let (own, word) = match op {
                    BoolOp::And => (Level::AND, " and "),
                    BoolOp::Or => (Level::OR, " or "),
                };
                self.text_if(level > own, "(")?;
                for (index, &value) in tree.exprs(values).iter().enumerate() {
                    self.text_if(index > 0, word)?;
                    self.sub(value, own.above())?;
                }
                self.text_if(level > own, ")")
            }
            ExprKind::BinOp { left, op, right } => {
                let (own, word) = binary(op);
                let (a, b) = if op == Operator::Pow {
                    (own.above(), own)
                } else {
                    (own, own.above())
                };
                self.text_if(level > own, "(")?;
                self.sub(left, a)?;
                self.text(word)?;
                self.sub(right, b)?;
                self.text_if(level > own, ")")
            }
            ExprKind::UnaryOp { op, operand } => {
                let (own, word) = match op {
                    UnaryOp::Invert => (Level::FACTOR, "~"),
                    UnaryOp::Not => (Level::NOT, "not "),
                    UnaryOp::UAdd => (Level::FACTOR, "+"),
                    UnaryOp::USub => (Level::FACTOR, "-"),
                };
                self.text_if(level > own, "(")?;
                self.text(word)?;
                self.sub(operand, own)?;
                self.text_if(level > own, ")")
            }
            ExprKind::Lambda { args, body } => {
                self.text_if(level > Level::TEST, "(")?;
                self.lambda(tree.arguments(args))?;
                self.sub(body, Level::TEST)?;
                self.text_if(level > Level::TEST, ")")
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.text_if(level > Level::TEST, "(")?;
                self.sub(body, Level::TEST.above())?;
                self.text(" if ")?;
                self.sub(test, Level::TEST.above())?;
                self.text(" else ")?;
                self.sub(orelse, Level::TEST)?;
                self.text_if(level > Level::TEST, ")")
            }
            ExprKind::NamedExpr { target, value } => {
                self.text_if(level > Level::TUPLE, "(")?;
                self.sub(target, Level::ATOM)?;
                self.text(" := ")?;
                self.sub(value, Level::ATOM)?;
                self.text_if(level > Level::TUPLE, ")")
            }
            ExprKind::Compare { left, rest } => {
                self.text_if(level > Level::COMPARE, "(")?;
                self.sub(left, Level::COMPARE.above())?;
                for link in tree.comparisons(rest) {
                    self.text(comparison(link.op))?;
                    self.sub(link.comparator, Level::COMPARE.above())?;
                }
                self.text_if(level > Level::COMPARE, ")")
            }
            ExprKind::Await { value } => {
                self.text_if(level > Level::AWAIT, "(")?;
                self.text("await ")?;
                self.sub(value, Level::ATOM)?;
                self.text_if(level > Level::AWAIT, ")")
            }
            ExprKind::Yield { value: None } => self.text("(yield)"),
            ExprKind::Yield { value: Some(value) } => {
                self.text("(yield ")?;
                self.sub(value, Level::TEST)?;
                self.text(")")
            }
            ExprKind::YieldFrom { value } => {
                self.text("(yield from ")?;
                self.sub(value, Level::TEST)?;
                self.text(")")
            }
            ExprKind::Constant(value) => constant(tree, value, out),
            ExprKind::Name { id, .. } => self.add(Item::Name(id)),
            ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => {
                let mut body = Vec::new();
                fstring(tree, id, false, &mut body)?;
                put(out, b"f")?;
                repr::write_str(&body, out).map_err(|_| Error::memory())
            }
            _ => self.primary(id, level),
        }
    }

    /// Displays, comprehensions, and what begins with a primary.
    fn primary(&mut self, id: ExprId, level: Level) -> Res {
        let tree = self.tree;
        match tree.expr(id).kind {
            ExprKind::Dict { items } => {
                self.text("{")?;
                for (index, item) in tree.dict_items(items).iter().enumerate() {
                    self.text_if(index > 0, ", ")?;
                    match item.key {
                        Some(key) => {
                            self.sub(key, Level::TEST)?;
                            self.text(": ")?;
                            self.sub(item.value, Level::TEST)?;
                        }
                        None => {
                            self.text("**")?;
                            self.sub(item.value, Level::BIT_OR)?;
                        }
                    }
                }
                self.text("}")
            }
            ExprKind::Set { elts } => {
                self.text("{")?;
                self.list(elts)?;
                self.text("}")
            }
            ExprKind::List { elts, .. } => {
                self.text("[")?;
                self.list(elts)?;
                self.text("]")
            }
            ExprKind::Tuple { elts, .. } => {
                if elts.is_empty() {
                    return self.text("()");
                }
                self.text_if(level > Level::TUPLE, "(")?;
                self.list(elts)?;
                self.text_if(elts.len() == 1, ",")?;
                self.text_if(level > Level::TUPLE, ")")
            }
            ExprKind::ListComp { elt, generators } => {
                self.comprehension(("[", "]"), elt, None, generators)
            }
            ExprKind::SetComp { elt, generators } => {
                self.comprehension(("{", "}"), elt, None, generators)
            }
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension(("(", ")"), elt, None, generators)
            }
            ExprKind::DictComp {
                key,
                value,
                generators,
            } => self.comprehension(("{", "}"), key, Some(value), generators),
            ExprKind::Call {
                func,
                args,
                keywords,
            } => self.call(func, args, keywords),
            ExprKind::Attribute { value, attr, .. } => {
                self.sub(value, Level::ATOM)?;
                let int = matches!(
                    tree.expr(value).kind,
                    ExprKind::Constant(Constant::Int(_) | Constant::BigInt { .. })
                );
                self.text(if int { " ." } else { "." })?;
                self.add(Item::Name(attr))
            }
            ExprKind::Subscript { value, slice, .. } => {
                self.sub(value, Level::ATOM)?;
                self.text("[")?;
                self.sub(slice, Level::TUPLE)?;
                self.text("]")
            }
            ExprKind::Slice { lower, upper, step } => {
                if let Some(lower) = lower {
                    self.sub(lower, Level::TEST)?;
                }
                self.text(":")?;
                if let Some(upper) = upper {
                    self.sub(upper, Level::TEST)?;
                }
                if let Some(step) = step {
                    self.text(":")?;
                    self.sub(step, Level::TEST)?;
                }
                Ok(())
            }
            ExprKind::Starred { value, .. } => {
                self.text("*")?;
                self.sub(value, Level::BIT_OR)
            }
            _ => Ok(()),
        }
    }

    fn call(&mut self, func: ExprId, args: ExprRange, keywords: Range<Keyword>) -> Res {
        let tree = self.tree;
        self.sub(func, Level::ATOM)?;
        if let [only] = *tree.exprs(args)
            && keywords.is_empty()
            && matches!(tree.expr(only).kind, ExprKind::GeneratorExp { .. })
        {
            return self.sub(only, Level::ATOM);
        }
        self.text("(")?;
        self.list(args)?;
        for (index, keyword) in tree.keywords(keywords).iter().enumerate() {
            self.text_if(index > 0 || !args.is_empty(), ", ")?;
            match keyword.arg {
                None => self.text("**")?,
                Some(name) => {
                    self.add(Item::Name(name))?;
                    self.text("=")?;
                }
            }
            self.sub(keyword.value, Level::TEST)?;
        }
        self.text(")")
    }

    fn comprehension(
        &mut self,
        (open, close): (&'static str, &'static str),
        elt: ExprId,
        value: Option<ExprId>,
        generators: Range<Comprehension>,
    ) -> Res {
        self.text(open)?;
        self.sub(elt, Level::TEST)?;
        if let Some(value) = value {
            self.text(": ")?;
            self.sub(value, Level::TEST)?;
        }
        for part in self.tree.comprehensions(generators) {
            self.text(if part.is_async {
                " async for "
            } else {
                " for "
            })?;
            self.sub(part.target, Level::TUPLE)?;
            self.text(" in ")?;
            self.sub(part.iter, Level::TEST.above())?;
            for &test in self.tree.exprs(part.ifs) {
                self.text(" if ")?;
                self.sub(test, Level::TEST.above())?;
            }
        }
        self.text(close)
    }

    /// `lambda` with its parameters and the colon.
    fn lambda(&mut self, args: &Arguments) -> Res {
        let tree = self.tree;
        let positional = args.posonlyargs.len() + args.args.len();
        self.text(if positional > 0 { "lambda " } else { "lambda" })?;
        let mut first = true;
        let lists = [args.posonlyargs, args.args];
        for (index, arg) in lists.iter().flat_map(|&list| tree.args(list)).enumerate() {
            self.text_if(!first, ", ")?;
            first = false;
            self.parameter(arg)?;
            self.text_if(index + 1 == args.posonlyargs.len(), ", /")?;
        }
        if args.vararg.is_some() || !args.kwonlyargs.is_empty() {
            self.text_if(!first, ", ")?;
            first = false;
            self.text("*")?;
            if let Some(arg) = args.vararg {
                self.parameter(tree.arg(arg))?;
            }
        }
        for arg in tree.args(args.kwonlyargs) {
            self.text_if(!first, ", ")?;
            first = false;
            self.parameter(arg)?;
        }
        if let Some(arg) = args.kwarg {
            self.text_if(!first, ", ")?;
            self.text("**")?;
            self.parameter(tree.arg(arg))?;
        }
        self.text(": ")
    }

    fn parameter(&mut self, arg: &Arg) -> Res {
        self.add(Item::Name(arg.arg))?;
        if let Some(default) = arg.default {
            self.text("=")?;
            self.sub(default, Level::TEST)?;
        }
        Ok(())
    }
}

fn binary(op: Operator) -> (Level, &'static str) {
    match op {
        Operator::Add => (Level::ARITH, " + "),
        Operator::Sub => (Level::ARITH, " - "),
        Operator::Mult => (Level::TERM, " * "),
        Operator::MatMult => (Level::TERM, " @ "),
        Operator::Div => (Level::TERM, " / "),
        Operator::Mod => (Level::TERM, " % "),
        Operator::LShift => (Level::SHIFT, " << "),
        Operator::RShift => (Level::SHIFT, " >> "),
        Operator::BitOr => (Level::BIT_OR, " | "),
        Operator::BitXor => (Level::BIT_XOR, " ^ "),
        Operator::BitAnd => (Level::BIT_AND, " & "),
        Operator::FloorDiv => (Level::TERM, " // "),
        Operator::Pow => (Level::POWER, " ** "),
    }
}

fn comparison(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => " == ",
        CmpOp::NotEq => " != ",
        CmpOp::Lt => " < ",
        CmpOp::LtE => " <= ",
        CmpOp::Gt => " > ",
        CmpOp::GtE => " >= ",
        CmpOp::Is => " is ",
        CmpOp::IsNot => " is not ",
        CmpOp::In => " in ",
        CmpOp::NotIn => " not in ",
    }
}

fn constant(tree: &Tree, value: Constant, out: &mut Vec<u8>) -> Res {
    let written = match value {
        Constant::None => return put(out, b"None"),
        Constant::True => return put(out, b"True"),
        Constant::False => return put(out, b"False"),
        Constant::Ellipsis => return put(out, b"..."),
        Constant::Int(value) => return put(out, value.to_string().as_bytes()),
        Constant::BigInt { radix, digits } => return big(tree.bytes(digits), radix, out),
        Constant::Float(value) if value.is_infinite() => return put(out, b"1e309"),
        Constant::Float(value) => write_repr(value, out),
        Constant::Imaginary(value) if value.is_infinite() => return put(out, b"1e309j"),
        Constant::Imaginary(value) => {
            let mut text = Vec::new();
            write_repr(value, &mut text).map_err(|_| Error::memory())?;
            // A complex number's parts are written without a fraction of zero.
            put(out, text.strip_suffix(b".0").unwrap_or(&text))?;
            return put(out, b"j");
        }
        Constant::Str { value, u_prefix } => {
            if u_prefix {
                put(out, b"u")?;
            }
            repr::write_str(tree.bytes(value), out)
        }
        Constant::Bytes(value) => repr::write_bytes(tree.bytes(value), out),
    };
    written.map_err(|_| Error::memory())
}

fn big(digits: &[u8], radix: u8, out: &mut Vec<u8>) -> Res {
    let start = digits.iter().position(|&digit| digit != b'0');
    let digits = digits.get(start.unwrap_or(0)..).unwrap_or(digits);
    let too_long = || {
        let text = "Exceeds the limit (4300 digits) for integer string conversion";
        Error::syntax(text, Span::new(0, 0))
    };
    // A binary digit is 0.3 decimal ones, a hexadecimal one 1.2.
    if digits.len() > 4 * MAX_DIGITS {
        return Err(too_long());
    }
    let text = match BigUint::parse_bytes(digits, u32::from(radix)) {
        Some(value) => value.to_string(),
        None => return Err(Error::memory()),
    };
    if text.len() > MAX_DIGITS {
        return Err(too_long());
    }
    put(out, text.as_bytes())
}

/// A part of an f-string, unquoted; `spec`: of a format specification.
fn fstring(tree: &Tree, id: ExprId, spec: bool, out: &mut Vec<u8>) -> Res {
    match tree.expr(id).kind {
        ExprKind::JoinedStr { values } => {
            for &value in tree.exprs(values) {
                match tree.expr(value).kind {
                    // Inside of a specification there are no quotes of its own.
                    ExprKind::JoinedStr { .. } if !spec => {
                        let mut body = Vec::new();
                        fstring(tree, value, false, &mut body)?;
                        put(out, b"f")?;
                        repr::write_str(&body, out).map_err(|_| Error::memory())?;
                    }
                    _ => fstring(tree, value, spec, out)?,
                }
            }
            Ok(())
        }
        ExprKind::Constant(Constant::Str { value, .. }) => {
            for &byte in tree.bytes(value) {
                put(out, &[byte])?;
                if matches!(byte, b'{' | b'}') {
                    put(out, &[byte])?;
                }
            }
            Ok(())
        }
        ExprKind::FormattedValue {
            value,
            conversion,
            format_spec,
        } => {
            let inner = text(tree, value, Level::TEST.above())?;
            let brace: &[u8] = if inner.starts_with(b"{") { b"{ " } else { b"{" };
            put(out, brace)?;
            put(out, &inner)?;
            let conversion: &[u8] = match conversion {
                Conversion::None => b"",
                Conversion::Str => b"!s",
                Conversion::Repr => b"!r",
                Conversion::Ascii => b"!a",
            };
            put(out, conversion)?;
            if let Some(format_spec) = format_spec {
                put(out, b":")?;
                fstring(tree, format_spec, true, out)?;
            }
            put(out, b"}")
        }
        _ => Ok(()),
    }
}
