//! Expressions by type: what all types have in common.

use crate::make::{Gives, Make, Param, Passing, Ty};
use crate::source::SpanKind;

/// How deep expressions nest.
const DEEPEST: u32 = 4;

impl Make<'_> {
    /// An expression of that type. Two zero bytes make a literal.
    pub(crate) fn expr(&mut self, ty: Ty) -> String {
        let start = self.src.mark();
        self.depth += 1;
        let kind = self.src.below(256);
        let text = if self.depth > DEEPEST {
            match kind % 2 {
                0 => self.literal(ty),
                _ => self.var(ty),
            }
        } else {
            match kind % 16 {
                0 => self.literal(ty),
                1..=4 => self.var(ty),
                5 => self.common(ty, kind / 16),
                _ => self.special(ty),
            }
        };
        self.depth -= 1;
        self.src.span(start, SpanKind::Expression);
        text
    }

    /// An expression that binds no name: it may be left out, or stand in a class's body.
    pub(crate) fn plain(&mut self, ty: Ty) -> String {
        self.in_comprehension(|make| make.expr(ty))
    }

    fn special(&mut self, ty: Ty) -> String {
        match ty {
            Ty::Int => self.int(),
            Ty::Float => self.float(),
            Ty::Bool => self.boolean(),
            Ty::Str => self.str(),
            Ty::Bytes => self.bytes(),
            Ty::Ints => self.ints(),
            Ty::Strs => self.strs(),
            Ty::Tuple => self.tuple(),
            Ty::Dict => self.dict(),
            Ty::Set => self.set(),
            Ty::Object(_) => self.literal(ty),
        }
    }

    /// An operand: of that type, and now and then of another one.
    pub(crate) fn operand(&mut self, ty: Ty) -> String {
        if self.src.once_in(40) {
            let other = self.shown_ty();
            return self.expr(other);
        }
        self.expr(ty)
    }

    /// A variable, or a literal where there is none.
    pub(crate) fn var(&mut self, ty: Ty) -> String {
        match self.readable(ty) {
            Some(name) => name,
            None => simplest(ty).to_owned(),
        }
    }

    /// What every type can be made by.
    fn common(&mut self, ty: Ty, kind: usize) -> String {
        match kind {
            0..=2 => {
                let (yes, condition) = (self.expr(ty), self.expr(Ty::Bool));
                format!("({yes} if {condition} else {})", self.expr(ty))
            }
            3 | 4 if self.no_walrus == 0 => {
                let value = self.expr(ty);
                let name = self.bind("w", ty);
                format!("({name} := {value})")
            }
            5 | 6 => {
                let number = self.src.below(100);
                format!("V({number}, {})", self.operand(ty))
            }
            7 => self.lambda(ty),
            8 => {
                let (a, b) = (self.expr(ty), self.expr(ty));
                let word = self.src.pick(&["and", "or"]);
                format!("({a} {word} {b})")
            }
            9 | 10 => self.of_object(ty),
            11 => {
                let (a, b, index) = (
                    self.expr(ty),
                    self.expr(ty),
                    self.src.pick(&["0", "-1", "2"]),
                );
                format!("[{a}, {b}][{index}]")
            }
            12 => {
                let (key, value) = (self.expr(Ty::Str), self.expr(ty));
                format!("{{{key}: {value}}}[{}]", self.expr(Ty::Str))
            }
            _ => self.call(ty),
        }
    }

    fn lambda(&mut self, ty: Ty) -> String {
        let of = self.ty();
        let default = self.expr(of);
        self.enter();
        self.no_walrus += 1;
        let (a, b) = (self.bind("l", of), self.bind("l", of));
        let body = self.expr(ty);
        self.no_walrus -= 1;
        self.leave();
        let argument = self.expr(of);
        match self.src.below(4) {
            0 => format!("(lambda {a}, {b}={default}: {body})({argument})"),
            1 => format!("(lambda {a}, *, {b}={default}: {body})({a}={argument})"),
            2 => format!("(lambda *{a}s, {a}=0, {b}={default}: {body})(1, {a}={argument})"),
            _ => format!("(lambda {a}, {b}, /: {body})(*[{argument}, {default}])"),
        }
    }

    /// The call of a function that gives a value of the type; a literal where there is none.
    pub(crate) fn call(&mut self, ty: Ty) -> String {
        match self.known(Gives::Value(ty)) {
            Some(call) => call,
            None => self.literal(ty),
        }
    }

    /// The call of a function that gives this.
    pub(crate) fn known(&mut self, gives: Gives) -> Option<String> {
        let of = |function: &&crate::make::Function| function.gives == gives;
        let count = self.functions.iter().filter(of).count();
        if count == 0 {
            return None;
        }
        let chosen = self.src.below(count.min(256));
        let function = self.functions.iter().filter(of).nth(chosen)?;
        let name = function.name.clone();
        let params: Vec<(String, Ty, Passing, bool)> = function
            .params
            .iter()
            .map(
                |Param {
                     name,
                     ty,
                     passing,
                     default,
                 }| (name.clone(), *ty, *passing, *default),
            )
            .collect();
        let (rest, keywords) = (function.rest, function.keywords);
        Some(self.call_with(&name, &params, rest, keywords))
    }

    fn call_with(
        &mut self,
        name: &str,
        params: &[(String, Ty, Passing, bool)],
        rest: bool,
        keywords: bool,
    ) -> String {
        let style = self.src.below(12);
        let mut positional = Vec::new();
        let mut named = Vec::new();
        let mut skipped = false;
        for (param, ty, passing, default) in params {
            if *default && self.src.once_in(3) {
                skipped = true;
                continue;
            }
            if skipped && *passing == Passing::Positional {
                continue;
            }
            let value = self.operand(*ty);
            let by_name = *passing == Passing::Keyword
                || *passing == Passing::Either && (skipped || !named.is_empty() || style > 8);
            if by_name {
                named.push((param.clone(), value));
            } else if !skipped {
                positional.push(value);
            }
        }
        let given = named.is_empty() && !skipped;
        if rest && given && style % 3 == 1 {
            positional.push(self.expr(Ty::Int));
        }
        if keywords && style % 3 == 2 {
            let value = self.expr(Ty::Int);
            named.push((format!("extra{}", style % 2), value));
        }
        // Now and then what a function refuses.
        if self.src.once_in(40) {
            positional.push("0".to_owned());
        }
        let mut words = match style {
            1 | 2 if !positional.is_empty() => vec![format!("*[{}]", positional.join(", "))],
            3 if positional.len() > 1 => {
                let first = positional.remove(0);
                vec![first, format!("*({},)", positional.join(", "))]
            }
            _ => positional,
        };
        if style == 4 || style == 10 {
            let pairs: Vec<String> = named
                .iter()
                .map(|(name, value)| format!("'{name}': {value}"))
                .collect();
            words.push(format!("**{{{}}}", pairs.join(", ")));
        } else {
            words.extend(named.iter().map(|(name, value)| format!("{name}={value}")));
        }
        format!("{name}({})", words.join(", "))
    }

    /// A value that an object has or gives.
    fn of_object(&mut self, ty: Ty) -> String {
        let Some((name, class)) = self.object() else {
            return self.literal(ty);
        };
        let method = self.src.below(2) == 1;
        let chosen = self.src.below(8);
        let Some(class) = self.classes.get(class) else {
            return self.literal(ty);
        };
        if method {
            let methods: Vec<(String, Ty)> = class
                .methods
                .iter()
                .filter(|method| method.2 == ty)
                .map(|method| (method.0.clone(), method.1))
                .collect();
            if let Some((method, of)) = methods.get(chosen % methods.len().max(1)) {
                let argument = self.operand(*of);
                return format!("{name}.{method}({argument})");
            }
        }
        let fields = class.fields.iter().filter(|field| field.1 == ty);
        let fields: Vec<&String> = fields.map(|field| &field.0).collect();
        match fields.get(chosen % fields.len().max(1)) {
            Some(field) => format!("{name}.{field}"),
            None => self.literal(ty),
        }
    }

    /// An iterable of ints; it may stand in a comprehension.
    pub(crate) fn iterable(&mut self) -> String {
        self.in_comprehension(Make::any_iterable)
    }

    fn any_iterable(&mut self) -> String {
        match self.src.below(12) {
            0 => format!("range({})", self.src.below(6)),
            1 => self.expr(Ty::Ints),
            2 => self.expr(Ty::Tuple),
            3 => format!("sorted({})", self.expr(Ty::Set)),
            4 => {
                let (a, b) = (self.src.below(5), self.src.below(9));
                let step = self.src.pick(&["1", "2", "-1", "-3", "0"]);
                format!("range({a}, {b}, {step})")
            }
            5 => format!("reversed({})", self.expr(Ty::Ints)),
            6 => format!("{}.values()", self.expr(Ty::Dict)),
            7 => format!("map(len, {})", self.expr(Ty::Strs)),
            8 => self.comprehension('(', ')'),
            9 => format!(
                "itertools.chain({}, {})",
                self.expr(Ty::Ints),
                self.expr(Ty::Tuple)
            ),
            10 => format!("itertools.accumulate({}[:9])", self.expr(Ty::Ints)),
            _ => match self.known(Gives::Items) {
                Some(call) => call,
                None => self.expr(Ty::Bytes),
            },
        }
    }

    /// A comprehension of ints in these brackets.
    pub(crate) fn comprehension(&mut self, open: char, close: char) -> String {
        let iterable = self.iterable();
        self.enter();
        let name = self.bind("i", Ty::Int);
        let mut clauses = format!("for {name} in {iterable}");
        if self.src.once_in(3) {
            let condition = self.in_comprehension(|make| make.expr(Ty::Bool));
            clauses += &format!(" if {condition}");
        }
        if self.src.once_in(5) {
            let inner = self.bind("i", Ty::Int);
            clauses += &format!(" for {inner} in range({name} % 3)");
        }
        let item = self.in_comprehension(|make| make.expr(Ty::Int));
        self.leave();
        format!("{open}{item} {clauses}{close}")
    }

    /// Makes a part of a comprehension, where `:=` may not stand.
    pub(crate) fn in_comprehension(&mut self, part: impl FnOnce(&mut Self) -> String) -> String {
        self.no_walrus += 1;
        let text = part(self);
        self.no_walrus -= 1;
        text
    }

    /// A literal, by one byte.
    pub(crate) fn literal(&mut self, ty: Ty) -> String {
        let from: &[&str] = match ty {
            Ty::Int => INTS,
            Ty::Float => FLOATS,
            Ty::Bool => &["True", "False"],
            Ty::Str => STRS,
            Ty::Bytes => BYTES,
            Ty::Ints => &[
                "[]",
                "[1]",
                "[3, 1, 2]",
                "[0, -1, 255, 10**20]",
                "([5] * 3)",
                "[*range(4)]",
            ],
            Ty::Strs => &[
                "[]",
                "['a']",
                "['b', '', 'ab']",
                "['x', 'Y', '\\xe9']",
                "[*'abc']",
            ],
            Ty::Tuple => &["()", "(1,)", "(2, 1)", "(0, True, -5)", "(1, *(2, 3))"],
            Ty::Dict => &[
                "{}",
                "{'a': 1}",
                "{'b': 2, 'a': 1}",
                "dict(a=3, c=-1)",
                "{'': 0, 'x': 10**18}",
            ],
            Ty::Set => &[
                "set()",
                "{1}",
                "{3, 1, 2}",
                "{0, -1, True}",
                "{*range(3)}",
                "frozenset({2, 4})",
            ],
            Ty::Object(class) => {
                let name = self.classes.get(class).map_or("Boom", |class| &class.name);
                let name = name.to_owned();
                let arguments = self
                    .src
                    .pick(&["", "1", "2, 'q'", "b='z'", "a=-1", "*(5,)"]);
                return format!("{name}({arguments})");
            }
        };
        self.src.pick(from).to_owned()
    }
}

/// What stands for a variable where there is none.
fn simplest(ty: Ty) -> &'static str {
    match ty {
        Ty::Int => "7",
        Ty::Float => "2.5",
        Ty::Bool => "True",
        Ty::Str => "'str'",
        Ty::Bytes => "b'by'",
        Ty::Ints => "[4, 5]",
        Ty::Strs => "['s', 't']",
        Ty::Tuple => "(8, 9)",
        Ty::Dict => "{'k': 6}",
        Ty::Set => "{6, 7}",
        Ty::Object(_) => "Boom()",
    }
}

const INTS: &[&str] = &[
    "0",
    "1",
    "-1",
    "2",
    "3",
    "5",
    "7",
    "10",
    "-3",
    "100",
    "255",
    "-256",
    "0x_ff",
    "0b101",
    "0o17",
    "1_000",
    "2**31",
    "-2**31",
    "2**47",
    "-2**47 - 1",
    "2**53 + 1",
    "2**62",
    "2**63 - 1",
    "-2**63",
    "2**64",
    "10**20",
    "-10**30",
    "True",
];

const FLOATS: &[&str] = &[
    "0.0",
    "1.0",
    "-1.5",
    "0.1",
    "2.5",
    "-0.0",
    "1e16",
    "1e-7",
    "123456.789",
    "float('inf')",
    "float('nan')",
    "1e308",
    "5e-324",
    "3.",
    ".5e1",
    "1_0.2",
    "0.3",
    "-2.675",
    "1e22",
    "1e23",
];

const STRS: &[&str] = &[
    "''",
    "'a'",
    "'abc'",
    "'Hello, World'",
    "' x '",
    "'12'",
    "'-7'",
    "'\\xe9'",
    "'\\u4e2d\\u6587'",
    "'\\U0001f600'",
    "'a\\nb'",
    "'tab\\t'",
    "'it\\'s'",
    "\"q'q\"",
    "'\\xdf'",
    "'\\u0130'",
    "'A1b2'",
    "'a,b,,c'",
    "'x' 'y'",
    "r'\\n'",
    "'\\0'",
    "'1.5'",
    "'\\u0661'",
    "'e\\u0301'",
    "'''m\nn'''",
];

const BYTES: &[&str] = &[
    "b''",
    "b'a'",
    "b'abc'",
    "b'\\x00\\xff'",
    "b'12'",
    "b' x '",
    "b'\\'q\"'",
    "bytes(3)",
    "b'A,b'",
    "bytearray(b'ba')",
];
