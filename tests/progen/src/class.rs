//! Classes and what is done with their instances.

use crate::make::{Class, Make, Place, Ty};

/// Special methods: a sign, and the lines of the body (`{i}`, `{s}`: expressions).
const SPECIAL: &[(&str, &[&str])] = &[
    (
        "+",
        &[
            "def __add__(self, other):",
            "    return type(self)(C(self.a + getattr(other, 'a', other)), {s})",
        ],
    ),
    (
        "r+",
        &[
            "def __radd__(self, other):",
            "    return type(self)({i}, str(other))",
        ],
    ),
    (
        "-",
        &[
            "def __sub__(self, other):",
            "    return NotImplemented if {c} else {i}",
        ],
    ),
    (
        "+=",
        &[
            "def __iadd__(self, other):",
            "    self.a = C(self.a + {i})",
            "    return self",
        ],
    ),
    (
        "==",
        &[
            "def __eq__(self, other):",
            "    return self.a == getattr(other, 'a', other)",
        ],
    ),
    (
        "<",
        &[
            "def __lt__(self, other):",
            "    return self.a < getattr(other, 'a', {i})",
        ],
    ),
    (
        "[]",
        &[
            "def __getitem__(self, key):",
            "    if key == {i}:",
            "        raise IndexError(key)",
            "    return {s}",
        ],
    ),
    (
        "[]=",
        &[
            "def __setitem__(self, key, value):",
            "    print('set', key, value)",
        ],
    ),
    ("len", &["def __len__(self):", "    return {i}"]),
    ("in", &["def __contains__(self, item):", "    return {c}"]),
    (
        "()",
        &[
            "def __call__(self, *args, **kw):",
            "    return self.a, args, kw",
        ],
    ),
    (
        "iter",
        &[
            "def __iter__(self):",
            "    yield self.a",
            "    yield from {l}",
        ],
    ),
    ("bool", &["def __bool__(self):", "    return {c}"]),
    (
        "format",
        &[
            "def __format__(self, spec):",
            "    return f'<{self.a}:{spec}>'",
        ],
    ),
    ("index", &["def __index__(self):", "    return {i}"]),
    ("neg", &["def __neg__(self):", "    return {i}"]),
    (
        "with",
        &[
            "def __enter__(self):",
            "    return self",
            "def __exit__(self, *a):",
            "    print('left', a[0])",
            "    return {c}",
        ],
    ),
    (
        "getattr",
        &[
            "def __getattr__(self, name):",
            "    if name.startswith('_'):",
            "        raise AttributeError(name)",
            "    return name + {s}",
        ],
    ),
    (
        "setattr",
        &[
            "def __setattr__(self, name, value):",
            "    if name == 'c':",
            "        print('c', value)",
            "    super().__setattr__(name, value)",
        ],
    ),
    ("str", &["def __str__(self):", "    return {s}"]),
    ("hash", &["def __hash__(self):", "    return {i}"]),
    (
        "@",
        &["def __matmul__(self, other):", "    return other, {i}"],
    ),
    ("match", &["__match_args__ = ('a', 'b')"]),
];

impl Make<'_> {
    /// Bases: none, one, or two.
    fn bases(&mut self) -> (String, Vec<usize>) {
        let count = self.classes.len();
        match self.src.below(5) {
            2 | 3 if count > 0 => {
                let base = self.src.below(count.min(256));
                (format!("({})", self.classes[base].name), vec![base])
            }
            4 if count > 1 => {
                let (a, b) = (
                    self.src.below(count.min(256)),
                    self.src.below(count.min(256)),
                );
                if a == b {
                    return (format!("({})", self.classes[a].name), vec![a]);
                }
                (
                    format!("({}, {})", self.classes[a].name, self.classes[b].name),
                    vec![a, b],
                )
            }
            1 => ("(object)".to_owned(), Vec::new()),
            _ => (String::new(), Vec::new()),
        }
    }

    pub(crate) fn class(&mut self) {
        // The class is known where it is defined and after; in a function it may be gone later.
        let (bases, from) = self.bases();
        let name = self.fresh("K");
        if self.src.once_in(8) {
            self.line("@(lambda k: print('decorated', k.__name__) or k)");
        }
        self.line(&format!("class {name}{bases}:"));
        let around = (self.place, self.loops, self.no_yield);
        (self.place, self.loops, self.no_yield) = (Place::Function(Ty::Int), 0, 1);
        let mut class = Class {
            name: name.clone(),
            fields: vec![("a".to_owned(), Ty::Int), ("b".to_owned(), Ty::Str)],
            methods: Vec::new(),
            special: Vec::new(),
        };
        for base in from.iter().filter_map(|base| self.classes.get(*base)) {
            class.fields.extend(base.fields.iter().cloned());
            class.methods.extend(base.methods.iter().cloned());
            class.special.extend(base.special.iter().copied());
        }
        self.indent += 1;
        self.no_walrus += 1;
        self.beginning(!from.is_empty());
        for _ in 0..=self.src.below(4) {
            match self.src.below(6) {
                0 | 1 => {
                    let (sign, lines) = self.src.pick(SPECIAL);
                    self.special_lines(lines);
                    class.special.push(sign);
                }
                2 | 3 => self.method(&mut class),
                4 => self.property(&mut class),
                _ => {
                    let ty = self.shown_ty();
                    let field = self.fresh("t");
                    let value = self.expr(ty);
                    self.line(&format!("{field} = {value}"));
                    class.fields.push((field, ty));
                }
            }
        }
        self.no_walrus -= 1;
        self.indent -= 1;
        (self.place, self.loops, self.no_yield) = around;
        self.classes.push(class);
        let number = self.classes.len() - 1;
        let value = self.literal(Ty::Object(number));
        let object = self.bind("o", Ty::Object(number));
        self.line(&format!("{object} = {value}"));
        self.line(&format!(
            "print({object}, [k.__name__ for k in {name}.__mro__])"
        ));
        self.object_statement();
    }

    /// `__init__` and `__repr__`, which every class has.
    fn beginning(&mut self, derived: bool) {
        let (a, b) = (self.literal(Ty::Int), self.literal(Ty::Str));
        if !derived || self.src.below(2) == 1 {
            self.line(&format!("def __init__(self, a={a}, b={b}):"));
            if derived {
                self.line("    super().__init__(a, b=b)");
            }
            let value = self.src.pick(&["a", "a", "a + 1", "-a", "len(b)"]);
            self.line(&format!("    self.a = {value}"));
            self.line("    self.b = b");
        }
        if !derived {
            self.line("def __repr__(self):");
            self.line("    return f'{type(self).__name__}({self.a!r}, {self.b!r})'");
        }
    }

    fn special_lines(&mut self, lines: &[&str]) {
        for line in lines {
            let mut text = (*line).to_owned();
            for (mark, ty) in [
                ("{i}", Ty::Int),
                ("{s}", Ty::Str),
                ("{c}", Ty::Bool),
                ("{l}", Ty::Ints),
            ] {
                if text.contains(mark) {
                    let value = self.expr(ty);
                    text = text.replace(mark, &format!("({value})"));
                }
            }
            self.line(&text);
        }
    }

    fn method(&mut self, class: &mut Class) {
        let (of, gives) = (self.shown_ty(), self.ty());
        let name = self.fresh("m");
        let default = self.literal(of);
        let head = match self.src.below(4) {
            0 | 1 => format!("def {name}(self, p={default}):"),
            2 => {
                self.line("@classmethod");
                format!("def {name}(cls, p={default}):")
            }
            _ => {
                self.line("@staticmethod");
                format!("def {name}(p={default}):")
            }
        };
        self.line(&head);
        let walrus = std::mem::take(&mut self.no_walrus);
        let place = std::mem::replace(&mut self.place, Place::Function(gives));
        self.enter();
        self.know("p", of);
        self.line("    T()");
        self.block();
        let value = self.bounded(gives);
        self.line(&format!("    return {value}"));
        self.leave();
        self.no_walrus = walrus;
        self.place = place;
        class.methods.push((name, of, gives));
    }

    fn property(&mut self, class: &mut Class) {
        let ty = self.shown_ty();
        let name = self.fresh("q");
        let value = self.expr(ty);
        self.line("@property");
        self.line(&format!("def {name}(self):"));
        self.line(&format!("    return {value}"));
        if self.src.below(2) == 1 {
            self.line(&format!("@{name}.setter"));
            self.line(&format!("def {name}(self, value):"));
            self.line("    print('setter', value)");
        }
        class.fields.push((name, ty));
    }

    /// Something done with an instance.
    pub(crate) fn object_statement(&mut self) {
        let Some((name, number)) = self.object() else {
            return self.print();
        };
        let chosen = self.src.below(256);
        let Some(class) = self.classes.get(number) else {
            return self.print();
        };
        let sign = match class.special.len() {
            0 => "",
            count => class.special[chosen % count],
        };
        let fields = class.fields.clone();
        let (field, ty) = fields[chosen % fields.len()].clone();
        let class = class.name.clone();
        let (i, s) = (self.plain(Ty::Int), self.plain(Ty::Str));
        let text = match self.src.below(8) {
            0 => {
                let shown = format!("{name}.{field}");
                format!(
                    "print({})",
                    if ty == Ty::Set {
                        format!("sorted({shown})")
                    } else {
                        shown
                    }
                )
            }
            1 => format!("{name}.a = {}", self.bounded(Ty::Int)),
            2 => format!("{name}.{field} = {i}"),
            3 => format!("{name}.c = {s}; print({name}.c, sorted(vars({name})))"),
            4 => self
                .src
                .pick(&[
                    "print(isinstance(O, K), issubclass(K, (int, Boom)), hasattr(O, 'zz'))",
                    "del O.b",
                    "print(getattr(O, 'nope', 3), K.__name__, K.__qualname__)",
                    "print(O.nope)",
                    "print(super(K, O).__repr__ is not None, O == O, O != O)",
                    "K.extra = 5; print(O.extra, K.extra)",
                    "print(K(1, 2, 3))",
                    "print(f'{O!r:>30}', '%s' % O)",
                ])
                .replace('O', &name)
                .replace('K', &class),
            _ => match sign {
                "+" => format!("print({name} + {i})"),
                "r+" => format!("print({i} + {name})"),
                "-" => format!("print({name} - {i})"),
                "+=" => format!("{name}.__iadd__({i}); print({name})"),
                "==" => format!("print({name} == {i}, {i} != {name}, {name} in [{i}])"),
                "<" => format!(
                    "print({name} < {i}, {name} > {class}({i}), sorted([{name}, {class}({i})]))"
                ),
                "[]" => format!("print({name}[{i}]); print([*itertools.islice({name}, 4)])"),
                "[]=" => format!("{name}[{i}] = {s}; {name}[1:2, ...] = {i}"),
                "len" => format!("print(len({name}), bool({name}))"),
                "in" => format!("print({i} in {name}, {s} not in {name})"),
                "()" => format!("print({name}({i}, k={s}), callable({name}))"),
                "iter" => format!("print(*{name}); v, *w = {name}; print(v, w, {i} in {name})"),
                "bool" => format!("print(not {name}, {name} and {i})"),
                "format" => format!("print(f'{{{name}:abc}}', format({name}, {s}))"),
                "index" => format!("print([1, 2, 3][{name}], hex({name}), range({name})[:3])"),
                "neg" => format!("print(-{name}, ~{name})"),
                "with" => format!("with {name} as w_: print(w_.a, {i} // 0)"),
                "getattr" => format!("print({name}.some, {name}._none)"),
                "setattr" => format!("{name}.c = {i}; print(vars({name}))"),
                "str" => format!("print({name}, repr({name}), {name}.b + str({name}))"),
                "hash" => format!("print(hash({name}), {{{name}: {i}}})"),
                "@" => format!("print({name} @ {i}, {i} @ {name})"),
                _ => format!("print({name}.a, {name} + {i})"),
            },
        };
        self.line(&text);
    }
}
