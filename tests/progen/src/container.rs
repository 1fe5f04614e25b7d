//! Lists, tuples, dicts and sets.

use crate::make::{Gives, Make, Ty};

impl Make<'_> {
    /// Up to three items, with a star before one now and then.
    fn items(&mut self, ty: Ty, starred: Ty) -> String {
        let count = self.src.below(4);
        let items: Vec<String> = (0..count)
            .map(|_| match self.src.once_in(6) {
                true => format!("*{}", self.expr(starred)),
                false => self.expr(ty),
            })
            .collect();
        items.join(", ")
    }

    pub(crate) fn ints(&mut self) -> String {
        match self.src.below(22) {
            0..=2 => format!("[{}]", self.items(Ty::Int, Ty::Ints)),
            3..=5 => self.comprehension('[', ']'),
            6 => self.joined(Ty::Ints),
            7 => self.sliced(Ty::Ints),
            8 | 9 => format!("list({})", self.iterable()),
            10 => {
                let more = self.src.pick(&[
                    "",
                    ", reverse=True",
                    ", key=abs",
                    ", key=lambda k: (k % 3, k)",
                    ", key=str",
                ]);
                format!("sorted({}{more})", self.iterable())
            }
            11 => {
                let name = self.fresh("l");
                let body = self.body_with(&name, Ty::Int, Ty::Int);
                format!("list(map(lambda {name}: {body}, {}))", self.iterable())
            }
            12 => {
                let name = self.fresh("l");
                let body = self.body_with(&name, Ty::Int, Ty::Bool);
                format!("[*filter(lambda {name}: {body}, {})]", self.iterable())
            }
            13 => format!(
                "[a - b for a, b in zip({}, {})]",
                self.iterable(),
                self.iterable()
            ),
            14 => format!(
                "[n * 2 + i for n, i in enumerate({}, {})]",
                self.iterable(),
                self.src.below(3)
            ),
            15 => format!(
                "list(itertools.islice({}, {}))",
                self.iterable(),
                self.src.below(5)
            ),
            16 => format!(
                "[*itertools.takewhile(lambda x: x < 9, {})]",
                self.iterable()
            ),
            17 => format!("list(({}).values())", self.expr(Ty::Dict)),
            18 => {
                let strs = self.in_comprehension(|make| make.expr(Ty::Strs));
                format!("[len(w) for w in {strs}]")
            }
            19 => match self.known(Gives::Items) {
                Some(call) => format!("list({call})"),
                None => format!("list({})", self.expr(Ty::Tuple)),
            },
            20 => {
                let ty = self.src.pick(&[Ty::Ints, Ty::Tuple]);
                format!("json.loads(json.dumps({}))", self.expr(ty))
            }
            _ => self.call(Ty::Ints),
        }
    }

    /// The body of a lambda with one parameter.
    fn body_with(&mut self, name: &str, of: Ty, ty: Ty) -> String {
        self.enter();
        self.know(name, of);
        let body = self.in_comprehension(|make| make.expr(ty));
        self.leave();
        body
    }

    pub(crate) fn strs(&mut self) -> String {
        match self.src.below(14) {
            0 | 1 => format!("[{}]", self.items(Ty::Str, Ty::Strs)),
            2 => {
                let how = self
                    .src
                    .pick(&["", "','", "' ', 1", "'a'", "None, 1", "''"]);
                let name = self.src.pick(&["split", "rsplit"]);
                format!("({}).{name}({how})", self.expr(Ty::Str))
            }
            3 => format!("sorted({})", self.expr(Ty::Dict)),
            4 => format!("list({})", self.expr(Ty::Str)),
            5 => {
                let name = self.fresh("s");
                let strs = self.in_comprehension(|make| make.expr(Ty::Strs));
                let body = self.body_with(&name, Ty::Str, Ty::Str);
                format!("[{body} for {name} in {strs}]")
            }
            6 => format!(
                "({}).splitlines({})",
                self.expr(Ty::Str),
                self.expr(Ty::Bool)
            ),
            7 => self.joined(Ty::Strs),
            8 => self.sliced(Ty::Strs),
            9 => {
                let more = self
                    .src
                    .pick(&["", ", key=len", ", reverse=True", ", key=str.lower"]);
                format!("sorted({}{more})", self.expr(Ty::Strs))
            }
            10 => format!("[*({})]", self.expr(Ty::Dict)),
            11 => format!("list(map(str, {}))", self.iterable()),
            12 => {
                let pattern = self.src.pick(&[
                    "[a-z]+", "\\\\d", "(?i)A|b", ".", "^|x", "\\\\w*?", "(.)\\\\1", "[^,]*",
                    "\\\\b",
                ]);
                let name = self.src.pick(&["findall", "split"]);
                format!("re.{name}('{pattern}', {})", self.expr(Ty::Str))
            }
            _ => self.call(Ty::Strs),
        }
    }

    pub(crate) fn tuple(&mut self) -> String {
        match self.src.below(10) {
            0..=2 => match self.items(Ty::Int, Ty::Tuple) {
                items if items.is_empty() => "()".to_owned(),
                items => format!("({items},)"),
            },
            3 => format!("tuple({})", self.iterable()),
            4 => self.sliced(Ty::Tuple),
            5 => self.joined(Ty::Tuple),
            6 => format!("divmod({}, {})", self.expr(Ty::Int), self.expr(Ty::Int)),
            7 => format!("tuple{}", self.comprehension('(', ')')),
            8 => format!("(*{}, {})", self.expr(Ty::Ints), self.expr(Ty::Int)),
            _ => self.call(Ty::Tuple),
        }
    }

    pub(crate) fn dict(&mut self) -> String {
        match self.src.below(12) {
            0..=2 => {
                let count = self.src.below(4);
                let items: Vec<String> = (0..count)
                    .map(|_| match self.src.once_in(5) {
                        true => format!("**{}", self.expr(Ty::Dict)),
                        false => {
                            let key = self.operand(Ty::Str);
                            format!("{key}: {}", self.expr(Ty::Int))
                        }
                    })
                    .collect();
                format!("{{{}}}", items.join(", "))
            }
            3 => {
                let iterable = self.in_comprehension(|make| make.expr(Ty::Strs));
                let name = self.fresh("s");
                let value = self.body_with(&name, Ty::Str, Ty::Int);
                let key = self.body_with(&name, Ty::Str, Ty::Str);
                format!("{{{key}: {value} for {name} in {iterable}}}")
            }
            4 => format!("dict(zip({}, {}))", self.expr(Ty::Strs), self.iterable()),
            5 => format!("dict({}, z={})", self.expr(Ty::Dict), self.expr(Ty::Int)),
            6 | 7 => self.binary(Ty::Dict, &["|"]),
            8 => format!(
                "dict.fromkeys({}, {})",
                self.expr(Ty::Str),
                self.expr(Ty::Int)
            ),
            9 => format!("dict(collections.Counter({}))", self.expr(Ty::Str)),
            10 => format!(
                "dict(sorted(({}).items(), key=lambda p: p[1]))",
                self.expr(Ty::Dict)
            ),
            _ => self.call(Ty::Dict),
        }
    }

    pub(crate) fn set(&mut self) -> String {
        match self.src.below(8) {
            0 | 1 => match self.items(Ty::Int, Ty::Ints) {
                items if items.is_empty() => "set()".to_owned(),
                items => format!("{{{items}}}"),
            },
            2 => self.comprehension('{', '}'),
            3 | 4 => self.binary(Ty::Set, &["|", "&", "-", "^"]),
            5 => format!("set({})", self.iterable()),
            6 => format!("frozenset({})", self.iterable()),
            _ => {
                let name = self.src.pick(&[
                    "union",
                    "intersection",
                    "difference",
                    "symmetric_difference",
                ]);
                format!("({}).{name}({})", self.expr(Ty::Set), self.iterable())
            }
        }
    }
}
