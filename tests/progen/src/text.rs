//! Strs and bytes: operators, methods, and every way of formatting.

use crate::make::{Make, Ty};

/// Specs by type; some do not fit.
fn specs(ty: Ty) -> &'static [&'static str] {
    match ty {
        Ty::Int | Ty::Bool => &[
            "", "d", "5", "<8", "08", "+", ",", "_", "#x", "b", "#o", "X", ">+10,", "^9", "e",
            ".2f", "%", "*^12", "=+8", "_b", "s", "g", " ", "010,", ".3",
        ],
        Ty::Float => &[
            "", ".3f", "g", "e", ".0f", "10.2f", "+.1e", "%", ",.2f", "012.3f", "<10", "_.1f",
            ".3", "#.0f", "G", "d", "^+9.2", "z", ".17g", "n",
        ],
        Ty::Str => &[
            "", ">8", "^9", "*<7", ".2", "s", "10.3", "d", "=5", "08", "\u{e9}^6", ",",
        ],
        _ => &["", ">8", "s", "5"],
    }
}

impl Make<'_> {
    /// A slice's inside.
    fn slice(&mut self) -> String {
        match self.src.below(8) {
            0 => "1:".to_owned(),
            1 => ":2".to_owned(),
            2 => "::-1".to_owned(),
            3 => "1:-1".to_owned(),
            4 => "::2".to_owned(),
            5 => format!("{}:{}", self.index(), self.index()),
            6 => format!("{}::-2", self.index()),
            _ => format!(":{}:{}", self.index(), self.index()),
        }
    }

    /// A slice of a value of that type.
    pub(crate) fn sliced(&mut self, ty: Ty) -> String {
        let value = self.operand(ty);
        format!("({value})[{}]", self.slice())
    }

    /// Two of the type put together, or one many times.
    pub(crate) fn joined(&mut self, ty: Ty) -> String {
        self.grew = true;
        match self.src.below(3) {
            2 => {
                let (value, times) = (self.expr(ty), self.src.below(4));
                format!("(({value}) * {times})")
            }
            _ => {
                let (a, b) = (self.expr(ty), self.operand(ty));
                format!("({a} + {b})")
            }
        }
    }

    pub(crate) fn str(&mut self) -> String {
        match self.src.below(30) {
            0 | 1 => self.joined(Ty::Str),
            2 => self.sliced(Ty::Str),
            3 => format!("({})[{}]", self.expr(Ty::Str), self.index()),
            4..=6 => self.fstring(),
            7 => {
                let ty = self.shown_ty();
                let name = self.src.pick(&["str", "repr", "ascii"]);
                format!("{name}({})", self.expr(ty))
            }
            8 | 9 => {
                let name = self.src.pick(&[
                    "upper",
                    "lower",
                    "title",
                    "strip",
                    "swapcase",
                    "capitalize",
                    "casefold",
                    "lstrip",
                    "rstrip",
                    "expandtabs",
                ]);
                format!("({}).{name}()", self.expr(Ty::Str))
            }
            10 => {
                let name = self.src.pick(&[
                    "strip",
                    "removeprefix",
                    "removesuffix",
                    "lstrip",
                    "rstrip",
                    "__add__",
                ]);
                format!("({}).{name}({})", self.expr(Ty::Str), self.operand(Ty::Str))
            }
            11 => {
                let (a, b, c) = (self.expr(Ty::Str), self.expr(Ty::Str), self.expr(Ty::Str));
                let count = self.src.pick(&["", ", 1", ", -1", ", 2"]);
                format!("({a}).replace({b}, {c}{count})")
            }
            12 => {
                let name = self.src.pick(&["center", "ljust", "rjust", "zfill"]);
                let width = self.src.below(14);
                let fill = self.src.pick(&["", ", '*'", ", '\\xe9'"]);
                let fill = if name == "zfill" { "" } else { fill };
                format!("({}).{name}({width}{fill})", self.expr(Ty::Str))
            }
            13 => format!("({}).join({})", self.expr(Ty::Str), self.operand(Ty::Strs)),
            14 => {
                let iterable = self.iterable();
                let separator = self.literal(Ty::Str);
                format!("{separator}.join(str(s) for s in {iterable})")
            }
            15..=17 => self.percent(),
            18..=20 => self.by_format(),
            21 => format!("chr(({}) % 0x300)", self.expr(Ty::Int)),
            22 => {
                let name = self.src.pick(&["hex", "bin", "oct"]);
                format!("{name}({})", self.operand(Ty::Int))
            }
            23 => {
                let ty = self.ty();
                format!("type({}).__name__", self.expr(ty))
            }
            24 => {
                let codec = self.src.pick(&[
                    "",
                    "'utf-8', 'replace'",
                    "'latin-1'",
                    "'ascii'",
                    "'utf-16-le', 'ignore'",
                ]);
                format!("({}).decode({codec})", self.expr(Ty::Bytes))
            }
            25 => {
                let ty = self.shown_ty();
                let spec = self.src.pick(specs(ty));
                format!("format({}, '{spec}')", self.expr(ty))
            }
            26 => format!("({})[{}]", self.expr(Ty::Strs), self.index()),
            27 => {
                let (a, b) = (self.expr(Ty::Str), self.literal(Ty::Str));
                let index = self.src.below(3);
                format!("({a}).partition({b})[{index}]")
            }
            28 => {
                let ty = self
                    .src
                    .pick(&[Ty::Dict, Ty::Ints, Ty::Str, Ty::Bool, Ty::Int]);
                format!("json.dumps({})", self.expr(ty))
            }
            _ => self.call(Ty::Str),
        }
    }

    /// What may stand in an f-string: no quotes of its kind, no backslash, no line's end.
    fn field(&mut self, ty: Ty) -> String {
        self.no_walrus += 1;
        let value = self.expr(ty);
        self.no_walrus -= 1;
        if value.contains(['"', '\\', '#', '\n']) {
            return self.var_or(ty);
        }
        value
    }

    fn var_or(&mut self, ty: Ty) -> String {
        let value = self.var(ty);
        if value.contains(['"', '\\', '#']) {
            return "0".to_owned();
        }
        value
    }

    fn fstring(&mut self) -> String {
        let mut text = String::from("f\"");
        let count = 1 + self.src.below(3);
        for _ in 0..count {
            text += self
                .src
                .pick(&["", "a", " ", "{{", "}}", "\\n", "\\xe9", "'", "<", "%"]);
            let ty = self.shown_ty();
            let value = self.field(ty);
            let equals = self.src.pick(&["", "", "", "="]);
            let conversion = self.src.pick(&["", "", "", "!r", "!s", "!a"]);
            let spec = match self.src.below(5) {
                0 | 1 => String::new(),
                2 if conversion.is_empty() => format!(":{}", self.src.pick(specs(ty))),
                3 => {
                    let width = self.in_comprehension(|make| make.var_or(Ty::Int));
                    format!(":>{{({width}) % 12}}")
                }
                _ => format!(":{}", self.src.pick(specs(Ty::Str))),
            };
            text += &format!("{{ {value} {equals}{conversion}{spec}}}");
        }
        text + "\""
    }

    fn percent(&mut self) -> String {
        let mut form = String::new();
        let mut values = Vec::new();
        let count = 1 + self.src.below(2);
        for _ in 0..count {
            let ty = self
                .src
                .pick(&[Ty::Int, Ty::Str, Ty::Float, Ty::Ints, Ty::Bool]);
            let flags = self
                .src
                .pick(&["", "", "5", "-6", "+", "05", "#", " ", ".2", "8.3", "-+7"]);
            let letter = match ty {
                Ty::Int => self
                    .src
                    .pick(&["d", "x", "s", "r", "o", "X", "i", "f", "e", "u"]),
                Ty::Float => self.src.pick(&["f", "g", "e", "d", "s", "G", "E", "r"]),
                _ => self.src.pick(&["s", "r", "a", "s", "d", "c"]),
            };
            form += &format!("{}%{flags}{letter}", self.src.pick(&["", "a", "%%", " "]));
            values.push(self.operand(ty));
        }
        if self.src.once_in(20) {
            values.push("0".to_owned());
        }
        let comma = if values.len() == 1 { "," } else { "" };
        format!("('{form}' % ({}{comma}))", values.join(", "))
    }

    fn by_format(&mut self) -> String {
        let mut form = String::new();
        let mut values = Vec::new();
        let style = self.src.below(3);
        let count = 1 + self.src.below(3);
        for number in 0..count {
            let ty = self.shown_ty();
            let value = self.operand(ty);
            let conversion = self.src.pick(&["", "", "!r", "!s", "!a"]);
            let spec = match conversion {
                "" => self.src.pick(specs(ty)),
                _ => self.src.pick(specs(Ty::Str)),
            };
            let colon = if spec.is_empty() { "" } else { ":" };
            let inside = match ty {
                Ty::Ints | Ty::Strs | Ty::Tuple => self.src.pick(&["", "", "[0]"]),
                Ty::Dict => self.src.pick(&["", "[a]", "[zz]"]),
                Ty::Int => self.src.pick(&["", "", ".real", ".nope"]),
                _ => "",
            };
            let field = match style {
                0 => String::new(),
                1 => (count - 1 - number).to_string(),
                _ => format!("k{number}"),
            };
            let before = self.src.pick(&["", "-", "{{", " "]);
            form += &format!("{before}{{{field}{inside}{conversion}{colon}{spec}}}");
            values.push(match style {
                2 => format!("k{number}={value}"),
                _ => value,
            });
        }
        format!("'{form}'.format({})", values.join(", "))
    }

    pub(crate) fn bytes(&mut self) -> String {
        match self.src.below(14) {
            0 | 1 => self.joined(Ty::Bytes),
            2 => self.sliced(Ty::Bytes),
            3 | 4 => {
                let codec = self.src.pick(&[
                    "",
                    "'utf-8'",
                    "'latin-1', 'replace'",
                    "'ascii', 'backslashreplace'",
                    "'utf-16'",
                    "'ascii'",
                    "'latin-1', 'xmlcharrefreplace'",
                ]);
                format!("({}).encode({codec})", self.expr(Ty::Str))
            }
            5 => format!("bytes(b % 256 for b in {})", self.iterable()),
            6 => format!("bytes({})", self.expr(Ty::Ints)),
            7 => {
                let name =
                    self.src
                        .pick(&["upper", "lower", "strip", "title", "swapcase", "capitalize"]);
                format!("({}).{name}()", self.expr(Ty::Bytes))
            }
            8 => {
                let length = self.src.below(10);
                let order = self.src.pick(&["'big'", "'little', signed=True"]);
                format!("({}).to_bytes({length}, {order})", self.expr(Ty::Int))
            }
            9 => {
                let (a, b, c) = (
                    self.expr(Ty::Bytes),
                    self.expr(Ty::Bytes),
                    self.expr(Ty::Bytes),
                );
                format!("({a}).replace({b}, {c})")
            }
            10 => format!(
                "(b'%d-%b' % ({}, {}))",
                self.operand(Ty::Int),
                self.operand(Ty::Bytes)
            ),
            11 => format!(
                "({}).join([{}, b'x'])",
                self.expr(Ty::Bytes),
                self.expr(Ty::Bytes)
            ),
            12 => {
                let form = self.src.pick(&["<i", ">q", "<hB", "!d", "2s", "<?x"]);
                let more = self.src.pick(&["", ", 1"]);
                format!("struct.pack('{form}', {}{more})", self.operand(Ty::Int))
            }
            _ => self.call(Ty::Bytes),
        }
    }
}
