//! Ints, floats and truth values.

use crate::make::{Make, Ty};

impl Make<'_> {
    /// Two operands and a sign between them, in brackets or not.
    pub(crate) fn binary(&mut self, ty: Ty, signs: &[&str]) -> String {
        let (a, b) = (self.expr(ty), self.operand(ty));
        let sign = self.src.pick(signs);
        if self.src.once_in(3) {
            return format!("{a} {sign} {b}");
        }
        format!("({a} {sign} {b})")
    }

    pub(crate) fn int(&mut self) -> String {
        match self.src.below(36) {
            0 | 1 => self.binary(Ty::Int, &["+", "-"]),
            2 => self.binary(Ty::Int, &["//", "%"]),
            3 => self.binary(Ty::Int, &["&", "|", "^"]),
            4 => {
                self.grew = true;
                let (a, b) = (self.expr(Ty::Int), self.expr(Ty::Int));
                format!("(({a}) * ({b}))")
            }
            5 => {
                self.grew = true;
                let sign = self.src.pick(&["<<", ">>", "**"]);
                let by = self.src.pick(&["1", "0", "3", "7", "2", "5"]);
                format!("(({}) {sign} {by})", self.expr(Ty::Int))
            }
            6 => {
                let sign = self.src.pick(&["-", "~", "+", "-~", "not "]);
                format!("({sign}({}))", self.expr(Ty::Int))
            }
            7 => {
                let of = self.src.pick(&[
                    Ty::Ints,
                    Ty::Str,
                    Ty::Dict,
                    Ty::Tuple,
                    Ty::Set,
                    Ty::Bytes,
                    Ty::Strs,
                ]);
                format!("len({})", self.operand(of))
            }
            8 | 9 => {
                let of = self.src.pick(&[Ty::Ints, Ty::Tuple, Ty::Bytes]);
                format!("({})[{}]", self.expr(of), self.index())
            }
            10 => format!("({})[{}]", self.expr(Ty::Dict), self.operand(Ty::Str)),
            11 => {
                let key = self.expr(Ty::Str);
                let (dict, default) = (self.expr(Ty::Dict), self.expr(Ty::Int));
                format!("({dict}).get({key}, {default})")
            }
            12 => {
                let base = self
                    .src
                    .pick(&["", ", 10", ", 16", ", 0", ", 2", ", base=36"]);
                format!("int({}{base})", self.operand(Ty::Str))
            }
            13 => format!("int({})", self.operand(Ty::Float)),
            14 => {
                let name = self.src.pick(&["sum", "min", "max"]);
                format!("{name}({})", self.iterable())
            }
            15 => {
                let name = self.src.pick(&["min", "max"]);
                let (a, b) = (self.expr(Ty::Int), self.iterable());
                format!("{name}({a}, *{b}, key=lambda k: (k % 5, -k))")
            }
            16 => {
                let name = self.src.pick(&["min", "max"]);
                let default = self.expr(Ty::Int);
                format!("{name}({}, default={default})", self.iterable())
            }
            17 => {
                let name = self
                    .src
                    .pick(&["find", "count", "index", "rfind", "rindex"]);
                let (a, b) = (self.expr(Ty::Str), self.operand(Ty::Str));
                format!("({a}).{name}({b})")
            }
            18 => format!("ord(({})[:1] or 'z')", self.expr(Ty::Str)),
            19 => {
                let (a, b) = (self.expr(Ty::Int), self.operand(Ty::Int));
                let index = self.src.below(2);
                format!("divmod({a}, {b})[{index}]")
            }
            20 => {
                let (a, b, c) = (self.expr(Ty::Int), self.expr(Ty::Int), self.expr(Ty::Int));
                format!("pow({a}, ({b}) % 50, {c})")
            }
            21 => {
                let name = self.src.pick(&[
                    "bit_length",
                    "bit_count",
                    "__neg__",
                    "conjugate",
                    "__hash__",
                ]);
                format!("({}).{name}()", self.expr(Ty::Int))
            }
            22 => {
                let order = self.src.pick(&["'big'", "'little'"]);
                let signed = self.src.pick(&["", ", signed=True"]);
                format!("int.from_bytes({}, {order}{signed})", self.expr(Ty::Bytes))
            }
            23 => {
                let name = self
                    .src
                    .pick(&["round", "math.floor", "math.ceil", "math.trunc"]);
                format!("{name}({})", self.expr(Ty::Float))
            }
            24 => {
                let places = self.src.pick(&["-1", "0", "1", "-3"]);
                format!("round({}, {places})", self.expr(Ty::Int))
            }
            25 => {
                let name = self.src.pick(&["math.gcd", "math.lcm"]);
                let (a, b) = (self.expr(Ty::Int), self.expr(Ty::Int));
                format!("{name}({a}, {b})")
            }
            26 => format!("math.isqrt({})", self.expr(Ty::Int)),
            27 => format!("abs({})", self.operand(Ty::Int)),
            28 => format!("next(iter({}), {})", self.iterable(), self.expr(Ty::Int)),
            29 => {
                let sign = self.src.pick(&["add", "sub", "xor", "floordiv"]);
                format!(
                    "functools.reduce(operator.{sign}, {}, {})",
                    self.iterable(),
                    self.expr(Ty::Int)
                )
            }
            30 => {
                let name = self.src.pick(&["count", "index", "__getitem__"]);
                let of = self.src.pick(&[Ty::Ints, Ty::Tuple]);
                format!("({}).{name}({})", self.expr(of), self.expr(Ty::Int))
            }
            31 => {
                let key = self.expr(Ty::Str);
                format!("({} | {{'z': 1}}).pop({key}, 5)", self.expr(Ty::Dict))
            }
            32 => {
                let condition = self.expr(Ty::Bool);
                format!("({condition}) + {}", self.expr(Ty::Int))
            }
            33 => format!("({}).pop({})", self.expr(Ty::Ints), self.index()),
            34 => {
                let (a, b) = (self.expr(Ty::Int), self.expr(Ty::Int));
                self.in_comprehension(|make| {
                    format!(
                        "(lambda *a, k={}: sum(a) - k)({a}, *[{b}])",
                        make.literal(Ty::Int)
                    )
                })
            }
            _ => self.call(Ty::Int),
        }
    }

    /// An index: mostly small.
    pub(crate) fn index(&mut self) -> String {
        match self.src.below(6) {
            0 => "0".to_owned(),
            1 => "-1".to_owned(),
            2 => "1".to_owned(),
            3 => format!("({}) % 4", self.expr(Ty::Int)),
            4 => "2".to_owned(),
            _ => self.operand(Ty::Int),
        }
    }

    pub(crate) fn float(&mut self) -> String {
        match self.src.below(18) {
            0 | 1 => self.binary(Ty::Float, &["+", "-", "*"]),
            2 => self.binary(Ty::Float, &["/", "//", "%"]),
            3 => self.binary(Ty::Int, &["/"]),
            4 => format!("float({})", self.operand(Ty::Int)),
            5 => format!("float({})", self.operand(Ty::Str)),
            6 => {
                let places = self.src.pick(&["1", "0", "-1", "2", "15"]);
                format!("round({}, {places})", self.expr(Ty::Float))
            }
            7 => format!("abs({})", self.expr(Ty::Float)),
            8 => {
                let sign = self.src.pick(&["-", "+"]);
                format!("{sign}({})", self.expr(Ty::Float))
            }
            9 => {
                let name = self.src.pick(&["min", "max"]);
                let (a, b) = (self.expr(Ty::Float), self.operand(Ty::Float));
                format!("{name}({a}, {b})")
            }
            10 => {
                let (a, b) = (self.expr(Ty::Float), self.expr(Ty::Int));
                let sign = self.src.pick(&["+", "*", "-", "/"]);
                format!("(({a}) {sign} ({b}))")
            }
            11 => format!("sum({}, 0.5)", self.iterable()),
            12 => format!(
                "divmod({}, {})[1]",
                self.expr(Ty::Float),
                self.expr(Ty::Float)
            ),
            13 => {
                let name = self
                    .src
                    .pick(&["sqrt", "fabs", "modf", "copysign", "fmod", "ldexp"]);
                let a = self.expr(Ty::Float);
                match name {
                    "modf" => format!("math.modf({a})[0]"),
                    "copysign" | "fmod" => format!("math.{name}({a}, {})", self.expr(Ty::Float)),
                    "ldexp" => format!("math.ldexp({a}, {})", self.src.below(40)),
                    _ => format!("math.{name}({a})"),
                }
            }
            14 => format!("float.fromhex(({}).hex())", self.expr(Ty::Float)),
            15 => format!("math.fsum({})", self.iterable()),
            16 => format!("(({}) + 2j).imag", self.expr(Ty::Float)),
            _ => self.call(Ty::Float),
        }
    }

    /// A type and a value of it to compare with others of it.
    fn chain(&mut self) -> String {
        let ty = self
            .src
            .pick(&[Ty::Int, Ty::Str, Ty::Float, Ty::Tuple, Ty::Ints, Ty::Bytes]);
        let mut text = self.expr(ty);
        let more = if self.src.once_in(3) { 2 } else { 1 };
        for _ in 0..more {
            let sign = self.src.pick(&["<", "==", "!=", ">=", ">", "<="]);
            text += &format!(" {sign} {}", self.operand(ty));
        }
        format!("({text})")
    }

    pub(crate) fn boolean(&mut self) -> String {
        match self.src.below(18) {
            0..=3 => self.chain(),
            4 => format!("(not {})", self.expr(Ty::Bool)),
            5 => self.binary(Ty::Bool, &["and", "or", "and not", "or not"]),
            6 => {
                let word = self.src.pick(&["in", "not in"]);
                let (a, b) = match self.src.below(5) {
                    0 => (self.operand(Ty::Int), self.expr(Ty::Ints)),
                    1 => (self.operand(Ty::Str), self.expr(Ty::Str)),
                    2 => (self.operand(Ty::Str), self.expr(Ty::Dict)),
                    3 => (self.operand(Ty::Int), self.expr(Ty::Set)),
                    _ => (self.operand(Ty::Int), format!("({})", self.iterable())),
                };
                format!("({a} {word} {b})")
            }
            7 => {
                let ty = self.ty();
                let word = self.src.pick(&["is", "is not"]);
                let name = self.readable(ty).unwrap_or_else(|| "STEPS".to_owned());
                format!("({name} {word} None)")
            }
            8 => {
                let ty = self.ty();
                let types = self.src.pick(&[
                    "int",
                    "(str, bytes)",
                    "int | list",
                    "dict",
                    "bool",
                    "object",
                ]);
                format!("isinstance({}, {types})", self.expr(ty))
            }
            9 => {
                let name = self.src.pick(&[
                    "isdigit",
                    "isalpha",
                    "isupper",
                    "islower",
                    "isspace",
                    "isidentifier",
                    "isnumeric",
                    "istitle",
                    "isascii",
                    "isprintable",
                    "isdecimal",
                    "isalnum",
                ]);
                format!("({}).{name}()", self.expr(Ty::Str))
            }
            10 => {
                let name = self
                    .src
                    .pick(&["startswith", "endswith", "__contains__", "__lt__"]);
                format!("({}).{name}({})", self.expr(Ty::Str), self.operand(Ty::Str))
            }
            11 => {
                let name = self.src.pick(&["any", "all"]);
                format!("{name}({})", self.iterable())
            }
            12 => {
                let ty = self.ty();
                format!("bool({})", self.expr(ty))
            }
            13 => self.binary(Ty::Set, &["==", "<=", "<", "!=", ">="]),
            14 => self.binary(Ty::Dict, &["==", "!=", "<"]),
            15 => {
                let name = self
                    .src
                    .pick(&["isdisjoint", "issubset", "issuperset", "__eq__"]);
                format!("({}).{name}({})", self.expr(Ty::Set), self.expr(Ty::Set))
            }
            16 => {
                let name = self.src.pick(&["isnan", "isinf", "isfinite"]);
                format!("math.{name}({})", self.operand(Ty::Float))
            }
            _ => self.call(Ty::Bool),
        }
    }
}
