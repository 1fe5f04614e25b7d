//! A printer for trees, in the format of CPython's `ast.dump`.
//!
//! For tests and debugging tools: it allocates what it needs without a budget. Strings are shown
//! as by `ascii()`. It walks with a stack of its own, so the depth of a tree does not matter.

use super::arena::{Body, Tree};
use super::lines::LineIndex;
use super::tree::*;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write as _;

/// The text of `ast.dump(tree)`; with `lines`, that of `ast.dump(tree, include_attributes=True)`.
#[must_use]
pub fn dump(tree: &Tree, lines: Option<&LineIndex>) -> String {
    let mut out = String::new();
    let mut printer = Printer {
        tree,
        lines,
        stack: Vec::new(),
    };
    let first = match tree.body() {
        Body::Module(body) => list("Module(body=", printer.stmts(body)).then("], type_ignores=[])"),
        Body::Interactive(body) => list("Interactive(body=", printer.stmts(body)).then("])"),
        Body::Expression(value) => Parts::new().then("Expression(body=").expr(value).then(")"),
    };
    printer.stack.extend(first.0.into_iter().rev());
    while let Some(item) = printer.stack.pop() {
        let parts = match item {
            Item::Text(text) => {
                out.push_str(text);
                continue;
            }
            Item::Owned(text) => {
                out.push_str(&text);
                continue;
            }
            Item::Expr(id) => printer.expr(id),
            Item::Stmt(id) => printer.stmt(id),
            Item::Pattern(id) => printer.pattern(id),
        };
        printer.stack.extend(parts.0.into_iter().rev());
    }
    out
}

enum Item {
    Text(&'static str),
    Owned(String),
    Expr(ExprId),
    Stmt(StmtId),
    Pattern(PatternId),
}

/// What a node prints, in order.
struct Parts(Vec<Item>);

impl Parts {
    fn new() -> Parts {
        Parts(Vec::new())
    }
    fn then(mut self, text: &'static str) -> Parts {
        self.0.push(Item::Text(text));
        self
    }
    fn own(mut self, text: String) -> Parts {
        self.0.push(Item::Owned(text));
        self
    }
    fn expr(mut self, id: ExprId) -> Parts {
        self.0.push(Item::Expr(id));
        self
    }
    fn option(self, label: &'static str, id: Option<ExprId>) -> Parts {
        match id {
            Some(id) => self.then(label).expr(id),
            None => self,
        }
    }
    fn join(mut self, other: Parts) -> Parts {
        self.0.extend(other.0);
        self
    }
    /// `label`, then the items between commas; the bracket is closed by the caller.
    fn list(self, label: &'static str, items: Vec<Parts>) -> Parts {
        let mut parts = self.then(label).then("[");
        for (place, item) in items.into_iter().enumerate() {
            if place > 0 {
                parts = parts.then(", ");
            }
            parts = parts.join(item);
        }
        parts
    }
}

fn list(label: &'static str, items: Vec<Parts>) -> Parts {
    Parts::new().list(label, items)
}

struct Printer<'t> {
    tree: &'t Tree,
    lines: Option<&'t LineIndex>,
    stack: Vec<Item>,
}

impl Printer<'_> {
    fn exprs(&self, range: ExprRange) -> Vec<Parts> {
        self.tree
            .exprs(range)
            .iter()
            .map(|&id| Parts::new().expr(id))
            .collect()
    }

    fn stmts(&self, range: StmtRange) -> Vec<Parts> {
        self.tree
            .stmts(range)
            .iter()
            .map(|&id| Parts(Vec::from([Item::Stmt(id)])))
            .collect()
    }

    fn patterns(&self, range: PatternRange) -> Vec<Parts> {
        self.tree
            .patterns(range)
            .iter()
            .map(|&id| Parts(Vec::from([Item::Pattern(id)])))
            .collect()
    }

    fn names(&self, range: NameRange) -> Vec<Parts> {
        self.tree
            .names(range)
            .iter()
            .map(|&id| Parts::new().own(self.quoted(id)))
            .collect()
    }

    fn quoted(&self, id: NameId) -> String {
        string_repr(self.tree.name(id).as_bytes(), "")
    }

    /// The attributes of a node and its closing parenthesis.
    fn close(&self, parts: Parts, span: Span, fields: bool) -> Parts {
        let Some(lines) = self.lines else {
            return parts.then(")");
        };
        let (start, end) = (lines.position(span.start), lines.position(span.end));
        parts.own(format!(
            "{}lineno={}, col_offset={}, end_lineno={}, end_col_offset={})",
            if fields { ", " } else { "" },
            start.line,
            start.column,
            end.line,
            end.column
        ))
    }

    fn keyword(&self, keyword: &Keyword) -> Parts {
        let parts = match keyword.arg {
            Some(arg) => Parts::new().own(format!("keyword(arg={}, value=", self.quoted(arg))),
            None => Parts::new().then("keyword(value="),
        };
        self.close(parts.expr(keyword.value), keyword.span, true)
    }

    fn keywords(&self, range: Range<Keyword>) -> Vec<Parts> {
        self.tree
            .keywords(range)
            .iter()
            .map(|keyword| self.keyword(keyword))
            .collect()
    }

    fn arg(&self, arg: &Arg) -> Parts {
        let parts = Parts::new().own(format!("arg(arg={}", self.quoted(arg.arg)));
        self.close(
            parts.option(", annotation=", arg.annotation),
            arg.span,
            true,
        )
    }

    fn args(&self, args: &[Arg]) -> Vec<Parts> {
        args.iter().map(|arg| self.arg(arg)).collect()
    }

    fn arguments(&self, id: ArgumentsId) -> Parts {
        let arguments = *self.tree.arguments(id);
        let positional = self.tree.args(arguments.posonlyargs);
        let both = self.tree.args(arguments.args);
        let keyword = self.tree.args(arguments.kwonlyargs);
        let mut parts = list("arguments(posonlyargs=", self.args(positional))
            .list("], args=", self.args(both))
            .then("]");
        if let Some(vararg) = arguments.vararg {
            parts = parts
                .then(", vararg=")
                .join(self.arg(self.tree.arg(vararg)));
        }
        let kw_defaults = keyword.iter().map(|arg| match arg.default {
            Some(value) => Parts::new().expr(value),
            None => Parts::new().then("None"),
        });
        parts = parts
            .list(", kwonlyargs=", self.args(keyword))
            .list("], kw_defaults=", kw_defaults.collect())
            .then("]");
        if let Some(kwarg) = arguments.kwarg {
            parts = parts.then(", kwarg=").join(self.arg(self.tree.arg(kwarg)));
        }
        let defaults = positional.iter().chain(both).filter_map(|arg| arg.default);
        let defaults = defaults.map(|value| Parts::new().expr(value)).collect();
        parts.list(", defaults=", defaults).then("])")
    }

    fn comprehensions(&self, range: Range<Comprehension>) -> Vec<Parts> {
        let one = |each: &Comprehension| {
            let parts = Parts::new().then("comprehension(target=").expr(each.target);
            let parts = parts
                .then(", iter=")
                .expr(each.iter)
                .list(", ifs=", self.exprs(each.ifs));
            parts.own(format!("], is_async={})", u8::from(each.is_async)))
        };
        self.tree.comprehensions(range).iter().map(one).collect()
    }

    fn expr(&self, id: ExprId) -> Parts {
        let Expr { kind, span } = *self.tree.expr(id);
        let new = Parts::new;
        let load = |ctx: ExprContext| match ctx {
            ExprContext::Load => ", ctx=Load()",
            ExprContext::Store => ", ctx=Store()",
            ExprContext::Del => ", ctx=Del()",
        };
        let parts = match kind {
            ExprKind::BoolOp { op, values } => new()
                .own(format!("BoolOp(op={op:?}()"))
                .list(", values=", self.exprs(values))
                .then("]"),
            ExprKind::NamedExpr { target, value } => new()
                .then("NamedExpr(target=")
                .expr(target)
                .then(", value=")
                .expr(value),
            ExprKind::BinOp { left, op, right } => new()
                .then("BinOp(left=")
                .expr(left)
                .own(format!(", op={op:?}(), right="))
                .expr(right),
            ExprKind::UnaryOp { op, operand } => new()
                .own(format!("UnaryOp(op={op:?}(), operand="))
                .expr(operand),
            ExprKind::Lambda { args, body } => new()
                .then("Lambda(args=")
                .join(self.arguments(args))
                .then(", body=")
                .expr(body),
            ExprKind::IfExp { test, body, orelse } => {
                let parts = new()
                    .then("IfExp(test=")
                    .expr(test)
                    .then(", body=")
                    .expr(body);
                parts.then(", orelse=").expr(orelse)
            }
            ExprKind::Dict { items } => {
                let items = self.tree.dict_items(items);
                let keys = items.iter().map(|item| match item.key {
                    Some(key) => new().expr(key),
                    None => new().then("None"),
                });
                let values = items.iter().map(|item| new().expr(item.value));
                list("Dict(keys=", keys.collect())
                    .list("], values=", values.collect())
                    .then("]")
            }
            ExprKind::Set { elts } => list("Set(elts=", self.exprs(elts)).then("]"),
            ExprKind::ListComp { elt, generators } => {
                self.comprehension("ListComp(elt=", elt, generators)
            }
            ExprKind::SetComp { elt, generators } => {
                self.comprehension("SetComp(elt=", elt, generators)
            }
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension("GeneratorExp(elt=", elt, generators)
            }
            ExprKind::DictComp {
                key,
                value,
                generators,
            } => new()
                .then("DictComp(key=")
                .expr(key)
                .then(", value=")
                .expr(value)
                .list(", generators=", self.comprehensions(generators))
                .then("]"),
            ExprKind::Await { value } => new().then("Await(value=").expr(value),
            ExprKind::Yield { value } => new().then("Yield(").option("value=", value),
            ExprKind::YieldFrom { value } => new().then("YieldFrom(value=").expr(value),
            ExprKind::Compare { left, rest } => {
                let rest = self.tree.comparisons(rest);
                let ops = rest
                    .iter()
                    .map(|link| new().own(format!("{:?}()", link.op)));
                let comparators = rest.iter().map(|link| new().expr(link.comparator));
                let parts = new()
                    .then("Compare(left=")
                    .expr(left)
                    .list(", ops=", ops.collect());
                parts
                    .list("], comparators=", comparators.collect())
                    .then("]")
            }
            ExprKind::Call {
                func,
                args,
                keywords,
            } => new()
                .then("Call(func=")
                .expr(func)
                .list(", args=", self.exprs(args))
                .list("], keywords=", self.keywords(keywords))
                .then("]"),
            ExprKind::FormattedValue {
                value,
                conversion,
                format_spec,
            } => {
                let number = match conversion {
                    Conversion::None => -1,
                    Conversion::Str => 115,
                    Conversion::Repr => 114,
                    Conversion::Ascii => 97,
                };
                let parts = new().then("FormattedValue(value=").expr(value);
                parts
                    .own(format!(", conversion={number}"))
                    .option(", format_spec=", format_spec)
            }
            ExprKind::JoinedStr { values } => {
                list("JoinedStr(values=", self.exprs(values)).then("]")
            }
            ExprKind::Constant(value) => {
                let kind = if let Constant::Str { u_prefix: true, .. } = value {
                    ", kind='u'"
                } else {
                    ""
                };
                new()
                    .own(format!("Constant(value={}", self.constant(value)))
                    .then(kind)
            }
            ExprKind::Attribute { value, attr, ctx } => new()
                .then("Attribute(value=")
                .expr(value)
                .own(format!(", attr={}", self.quoted(attr)))
                .then(load(ctx)),
            ExprKind::Subscript { value, slice, ctx } => {
                let parts = new()
                    .then("Subscript(value=")
                    .expr(value)
                    .then(", slice=")
                    .expr(slice);
                parts.then(load(ctx))
            }
            ExprKind::Starred { value, ctx } => {
                new().then("Starred(value=").expr(value).then(load(ctx))
            }
            ExprKind::Name { id, ctx } => new()
                .own(format!("Name(id={}", self.quoted(id)))
                .then(load(ctx)),
            ExprKind::List { elts, ctx } => list("List(elts=", self.exprs(elts))
                .then("]")
                .then(load(ctx)),
            ExprKind::Tuple { elts, ctx } => list("Tuple(elts=", self.exprs(elts))
                .then("]")
                .then(load(ctx)),
            ExprKind::Slice { lower, upper, step } => {
                let mut parts = new().then("Slice(");
                let mut label = "";
                for (name, part) in [("lower=", lower), ("upper=", upper), ("step=", step)] {
                    if part.is_some() {
                        parts = parts.then(label).option(name, part);
                        label = ", ";
                    }
                }
                let fields = !label.is_empty();
                return self.close(parts, span, fields);
            }
        };
        self.close(
            parts,
            span,
            !matches!(kind, ExprKind::Yield { value: None }),
        )
    }

    fn comprehension(
        &self,
        label: &'static str,
        elt: ExprId,
        generators: Range<Comprehension>,
    ) -> Parts {
        let parts = Parts::new().then(label).expr(elt);
        parts
            .list(", generators=", self.comprehensions(generators))
            .then("]")
    }

    fn constant(&self, value: Constant) -> String {
        match value {
            Constant::None => "None".to_string(),
            Constant::True => "True".to_string(),
            Constant::False => "False".to_string(),
            Constant::Ellipsis => "Ellipsis".to_string(),
            Constant::Int(value) => value.to_string(),
            Constant::BigInt { radix, digits } => {
                let digits = self.tree.bytes(digits);
                num_bigint::BigUint::parse_bytes(digits, u32::from(radix))
                    .map_or_else(String::new, |value| value.to_string())
            }
            Constant::Float(value) => float_repr(value, ".0"),
            Constant::Imaginary(value) => float_repr(value, "") + "j",
            Constant::Str { value, .. } => string_repr(self.tree.bytes(value), ""),
            Constant::Bytes(value) => string_repr(self.tree.bytes(value), "b"),
        }
    }

    fn handler(&self, handler: &ExceptHandler) -> Parts {
        let mut parts = Parts::new()
            .then("ExceptHandler(")
            .option("type=", handler.typ);
        if handler.typ.is_some() {
            parts = parts.then(", ");
        }
        if let Some(name) = handler.name {
            parts = parts.own(format!("name={}, ", self.quoted(name)));
        }
        self.close(
            parts.list("body=", self.stmts(handler.body)).then("]"),
            handler.span,
            true,
        )
    }

    fn with_items(&self, range: Range<WithItem>) -> Vec<Parts> {
        let one = |item: &WithItem| {
            let parts = Parts::new()
                .then("withitem(context_expr=")
                .expr(item.context_expr);
            parts
                .option(", optional_vars=", item.optional_vars)
                .then(")")
        };
        self.tree.with_items(range).iter().map(one).collect()
    }

    fn aliases(&self, range: Range<Alias>) -> Vec<Parts> {
        let one = |alias: &Alias| {
            let mut text = format!("alias(name={}", self.quoted(alias.name));
            if let Some(asname) = alias.asname {
                text += ", asname=";
                text += &self.quoted(asname);
            }
            self.close(Parts::new().own(text), alias.span, true)
        };
        self.tree.aliases(range).iter().map(one).collect()
    }

    fn cases(&self, range: Range<MatchCase>) -> Vec<Parts> {
        let one = |case: &MatchCase| {
            let mut parts = Parts::new().then("match_case(pattern=");
            parts.0.push(Item::Pattern(case.pattern));
            parts
                .option(", guard=", case.guard)
                .list(", body=", self.stmts(case.body))
                .then("])")
        };
        self.tree.cases(range).iter().map(one).collect()
    }

    fn stmt(&self, id: StmtId) -> Parts {
        let Stmt { kind, span } = *self.tree.stmt(id);
        let new = Parts::new;
        let loops = |label, target, iter, body, orelse| {
            let parts = new().then(label).expr(target).then(", iter=").expr(iter);
            let parts = parts.list(", body=", self.stmts(body));
            parts.list("], orelse=", self.stmts(orelse)).then("]")
        };
        let tests = |label, test, body, orelse| {
            let parts = new()
                .then(label)
                .expr(test)
                .list(", body=", self.stmts(body));
            parts.list("], orelse=", self.stmts(orelse)).then("]")
        };
        let mut fields = true;
        let parts = match kind {
            StmtKind::FunctionDef(id) => self.function(id),
            StmtKind::ClassDef(id) => {
                let class = *self.tree.class(id);
                new()
                    .own(format!("ClassDef(name={}", self.quoted(class.name)))
                    .list(", bases=", self.exprs(class.bases))
                    .list("], keywords=", self.keywords(class.keywords))
                    .list("], body=", self.stmts(class.body))
                    .list("], decorator_list=", self.exprs(class.decorator_list))
                    .then("]")
            }
            StmtKind::Return { value } => {
                fields = value.is_some();
                new().then("Return(").option("value=", value)
            }
            StmtKind::Delete { targets } => list("Delete(targets=", self.exprs(targets)).then("]"),
            StmtKind::Assign { targets, value } => list("Assign(targets=", self.exprs(targets))
                .then("], value=")
                .expr(value),
            StmtKind::AugAssign { target, op, value } => new()
                .then("AugAssign(target=")
                .expr(target)
                .own(format!(", op={op:?}(), value="))
                .expr(value),
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => new()
                .then("AnnAssign(target=")
                .expr(target)
                .then(", annotation=")
                .expr(annotation)
                .option(", value=", value)
                .own(format!(", simple={}", u8::from(simple))),
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
            } => loops("For(target=", target, iter, body, orelse),
            StmtKind::AsyncFor {
                target,
                iter,
                body,
                orelse,
            } => loops("AsyncFor(target=", target, iter, body, orelse),
            StmtKind::While { test, body, orelse } => tests("While(test=", test, body, orelse),
            StmtKind::If { test, body, orelse } => tests("If(test=", test, body, orelse),
            StmtKind::With { items, body } => list("With(items=", self.with_items(items))
                .list("], body=", self.stmts(body))
                .then("]"),
            StmtKind::AsyncWith { items, body } => list("AsyncWith(items=", self.with_items(items))
                .list("], body=", self.stmts(body))
                .then("]"),
            StmtKind::Match { subject, cases } => new()
                .then("Match(subject=")
                .expr(subject)
                .list(", cases=", self.cases(cases))
                .then("]"),
            StmtKind::Raise { exc, cause } => {
                fields = exc.is_some();
                new()
                    .then("Raise(")
                    .option("exc=", exc)
                    .option(", cause=", cause)
            }
            StmtKind::Try(id) => {
                let each = *self.tree.try_stmt(id);
                let label = if each.is_star {
                    "TryStar(body="
                } else {
                    "Try(body="
                };
                let handlers = self.tree.handlers(each.handlers).iter();
                list(label, self.stmts(each.body))
                    .list("], handlers=", handlers.map(|h| self.handler(h)).collect())
                    .list("], orelse=", self.stmts(each.orelse))
                    .list("], finalbody=", self.stmts(each.finalbody))
                    .then("]")
            }
            StmtKind::Assert { test, msg } => {
                new().then("Assert(test=").expr(test).option(", msg=", msg)
            }
            StmtKind::Import { names } => list("Import(names=", self.aliases(names)).then("]"),
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => {
                let module = module.map_or_else(String::new, |name| {
                    format!("module={}, ", self.quoted(name))
                });
                new()
                    .own(format!("ImportFrom({module}"))
                    .list("names=", self.aliases(names))
                    .own(format!("], level={level}"))
            }
            StmtKind::Global { names } => list("Global(names=", self.names(names)).then("]"),
            StmtKind::Nonlocal { names } => list("Nonlocal(names=", self.names(names)).then("]"),
            StmtKind::Expr { value } => new().then("Expr(value=").expr(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => {
                fields = false;
                new().own(format!("{kind:?}("))
            }
        };
        self.close(parts, span, fields)
    }

    fn function(&self, id: FunctionId) -> Parts {
        let function = *self.tree.function(id);
        let label = if function.is_async {
            "AsyncFunctionDef"
        } else {
            "FunctionDef"
        };
        Parts::new()
            .own(format!(
                "{label}(name={}, args=",
                self.quoted(function.name)
            ))
            .join(self.arguments(function.args))
            .list(", body=", self.stmts(function.body))
            .list("], decorator_list=", self.exprs(function.decorator_list))
            .then("]")
            .option(", returns=", function.returns)
    }

    fn pattern(&self, id: PatternId) -> Parts {
        let Pattern { kind, span } = *self.tree.pattern(id);
        let new = Parts::new;
        let mut fields = true;
        let parts = match kind {
            PatternKind::MatchValue { value } => new().then("MatchValue(value=").expr(value),
            PatternKind::MatchSingleton { value } => {
                new().own(format!("MatchSingleton(value={}", self.constant(value)))
            }
            PatternKind::MatchSequence { patterns } => {
                list("MatchSequence(patterns=", self.patterns(patterns)).then("]")
            }
            PatternKind::MatchMapping {
                keys,
                patterns,
                rest,
            } => {
                let parts = list("MatchMapping(keys=", self.exprs(keys))
                    .list("], patterns=", self.patterns(patterns))
                    .then("]");
                match rest {
                    Some(rest) => parts.own(format!(", rest={}", self.quoted(rest))),
                    None => parts,
                }
            }
            PatternKind::MatchClass {
                cls,
                patterns,
                kwd_attrs,
                kwd_patterns,
            } => new()
                .then("MatchClass(cls=")
                .expr(cls)
                .list(", patterns=", self.patterns(patterns))
                .list("], kwd_attrs=", self.names(kwd_attrs))
                .list("], kwd_patterns=", self.patterns(kwd_patterns))
                .then("]"),
            PatternKind::MatchStar { name } => {
                fields = name.is_some();
                let name = name.map_or_else(String::new, |n| format!("name={}", self.quoted(n)));
                new().own(format!("MatchStar({name}"))
            }
            PatternKind::MatchAs { pattern, name } => {
                fields = name.is_some();
                let mut parts = new().then("MatchAs(");
                if let Some(pattern) = pattern {
                    parts = parts.then("pattern=");
                    parts.0.push(Item::Pattern(pattern));
                    parts = parts.then(", ");
                }
                match name {
                    Some(name) => parts.own(format!("name={}", self.quoted(name))),
                    None => parts,
                }
            }
            PatternKind::MatchOr { patterns } => {
                list("MatchOr(patterns=", self.patterns(patterns)).then("]")
            }
        };
        self.close(parts, span, fields)
    }
}

/// `repr(value)`; `whole` ends a number without fraction.
fn float_repr(value: f64, whole: &str) -> String {
    if value.is_infinite() {
        return "inf".to_string();
    }
    let text = format!("{value:e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if value != 0.0 && !(-4..16).contains(&exponent) {
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{mantissa}e{sign}{:02}", exponent.unsigned_abs());
    }
    let text = format!("{value}");
    if text.contains('.') {
        text
    } else {
        text + whole
    }
}

/// `ascii(value)` of WTF-8 text, or `repr` of bytes with the prefix `b`.
fn string_repr(value: &[u8], prefix: &str) -> String {
    let quote = if value.contains(&b'\'') && !value.contains(&b'"') {
        '"'
    } else {
        '\''
    };
    let mut out = String::from(prefix);
    out.push(quote);
    let mut rest = value;
    while let [first, ..] = rest {
        let (code, used) = if prefix.is_empty() {
            code_point(rest)
        } else {
            ((*first).into(), 1)
        };
        rest = rest.get(used..).unwrap_or(&[]);
        let _ = match code {
            0x5C => write!(out, "\\\\"),
            0x0A => write!(out, "\\n"),
            0x0D => write!(out, "\\r"),
            0x09 => write!(out, "\\t"),
            0x20..=0x7E => {
                let c = char::from(code as u8);
                if c == quote {
                    write!(out, "\\{c}")
                } else {
                    write!(out, "{c}")
                }
            }
            0..=0xFF => write!(out, "\\x{code:02x}"),
            0x100..=0xFFFF => write!(out, "\\u{code:04x}"),
            _ => write!(out, "\\U{code:08x}"),
        };
    }
    out.push(quote);
    out
}

/// The first code point of WTF-8 text and its length.
fn code_point(text: &[u8]) -> (u32, usize) {
    let byte = |place: usize| u32::from(text.get(place).copied().unwrap_or(0));
    let tail = |place: usize| byte(place) & 0x3F;
    match byte(0) {
        first @ 0..=0x7F => (first, 1),
        first @ 0x80..=0xDF => ((first & 0x1F) << 6 | tail(1), 2),
        first @ 0xE0..=0xEF => ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3),
        first => (
            (first & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3),
            4,
        ),
    }
}
