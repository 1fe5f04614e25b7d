//! Branches, loops, `try` and `with`.

use crate::make::{Make, Ty};

const KINDS: &[&str] = &[
    "ValueError",
    "Exception",
    "(KeyError, TypeError)",
    "Boom",
    "ArithmeticError",
    "LookupError",
    "(IndexError, ValueError, NameError)",
    "RuntimeError",
];

impl Make<'_> {
    pub(crate) fn branch(&mut self) {
        let condition = self.condition();
        self.line(&format!("if {condition}:"));
        self.block();
        if self.src.once_in(3) {
            let condition = self.condition();
            self.line(&format!("elif {condition}:"));
            self.block();
        }
        if self.src.below(2) == 1 {
            self.line("else:");
            self.block();
        }
    }

    fn condition(&mut self) -> String {
        match self.src.below(4) {
            3 => {
                let ty = self.ty();
                self.expr(ty)
            }
            _ => self.expr(Ty::Bool),
        }
    }

    /// The body of a loop, counted.
    fn body(&mut self) {
        self.line("    T()");
        self.loops += 1;
        self.block();
        self.loops -= 1;
        if self.src.once_in(3) {
            self.line("else:");
            self.block();
        }
    }

    pub(crate) fn repeat(&mut self) {
        let head = match self.src.below(9) {
            0 => {
                let name = self.bind("v", Ty::Int);
                format!("{name} in range({})", self.src.below(5))
            }
            1 | 2 => {
                let iterable = self.iterable();
                let name = self.bind("v", Ty::Int);
                format!("{name} in {iterable}")
            }
            3 => {
                let text = self.expr(Ty::Str);
                let name = self.bind("v", Ty::Str);
                format!("{name} in ({text})[:5]")
            }
            4 => {
                let dict = self.expr(Ty::Dict);
                let (key, value) = (self.bind("v", Ty::Str), self.bind("v", Ty::Int));
                format!("{key}, {value} in ({dict}).items()")
            }
            5 => {
                let strs = self.expr(Ty::Strs);
                let (number, text) = (self.bind("v", Ty::Int), self.bind("v", Ty::Str));
                format!("{number}, {text} in enumerate({strs}, -1)")
            }
            6 => {
                let (a, b) = (self.iterable(), self.iterable());
                let (x, y) = (self.bind("v", Ty::Int), self.bind("v", Ty::Int));
                format!("{x}, {y} in zip({a}, {b})")
            }
            7 => {
                let (a, b) = (self.expr(Ty::Ints), self.expr(Ty::Tuple));
                let (x, rest) = (self.bind("v", Ty::Int), self.bind("v", Ty::Ints));
                format!("{x}, *{rest} in ({a}, {b}, (1, 2))")
            }
            _ => {
                let (key, number) = (self.fresh("k"), self.iterable());
                let rest = self.bind("v", Ty::Ints);
                self.line(&format!(
                    "for {key}, {rest} in [(k, list(g)) for k, g in itertools.groupby({number}, lambda x: x % 2)]:"
                ));
                return self.body();
            }
        };
        self.line(&format!("for {head}:"));
        self.body();
    }

    pub(crate) fn while_loop(&mut self) {
        let counter = self.fresh("n");
        let most = 1 + self.src.below(5);
        // In the text whatever happens: names that it binds are known from here on.
        let condition = self.expr(Ty::Bool);
        self.line(&format!("{counter} = 0"));
        match self.src.below(3) {
            0 => self.line(&format!("while {counter} < {most} and {condition}:")),
            1 => self.line(&format!(
                "while {counter} < {most} or not ({condition}, 1):"
            )),
            _ => {
                self.line("while True:");
                self.line(&format!("    if {counter} >= {most} or not {condition}:"));
                self.line("        break");
            }
        }
        self.line(&format!("    {counter} += 1"));
        self.body();
    }

    pub(crate) fn attempt(&mut self) {
        self.no_yield += 1;
        self.line("try:");
        self.block();
        if self.src.below(2) == 1 {
            self.indent += 1;
            self.raise();
            self.indent -= 1;
        }
        let handlers = self.src.below(3);
        let finally = self.src.once_in(3);
        let count = if finally { handlers } else { handlers.max(1) };
        for _ in 0..count {
            let kind = self.src.pick(KINDS);
            match self.src.below(4) {
                0 => self.line(&format!("except {kind}:")),
                _ => {
                    let name = self.fresh("e");
                    self.line(&format!("except {kind} as {name}:"));
                    self.line(&format!("    E({name})"));
                    if self.src.once_in(5) {
                        self.line(&format!("    {name}.add_note('seen')"));
                    }
                }
            }
            self.block();
            match self.src.below(6) {
                4 => self.line("    raise"),
                5 => {
                    let other = self.exception();
                    self.line(&format!("    raise {other}"));
                }
                _ => {}
            }
        }
        if count > 0 && self.src.once_in(3) {
            self.line("else:");
            self.block();
        }
        if finally {
            self.line("finally:");
            self.line("    print('finally')");
            self.block();
        }
        self.no_yield -= 1;
    }

    pub(crate) fn with(&mut self) {
        self.no_yield += 1;
        let key = self.literal(Ty::Int);
        let swallow =
            self.src
                .pick(&["", ", ValueError", ", (KeyError, TypeError)", ", Exception"]);
        let name = self.fresh("v");
        let form = self.src.below(5);
        if form != 2 {
            self.know(&name, Ty::Int);
        }
        let text = match form {
            0 => format!("with CM({key}{swallow}) as {name}:"),
            1 => format!("with (CM({key}{swallow}) as {name}, CM('in')):"),
            2 => format!("with CM('out'), CM({key}{swallow}):"),
            3 => format!("with contextlib.suppress(ValueError, LookupError), CM({key}) as {name}:"),
            _ => format!("with contextlib.nullcontext({key}) as {name}:"),
        };
        self.line(&text);
        self.block();
        if self.src.once_in(3) {
            self.indent += 1;
            self.raise();
            self.indent -= 1;
        }
        self.no_yield -= 1;
    }

    /// Exception groups.
    pub(crate) fn group(&mut self) {
        self.no_yield += 1;
        let (a, b, c) = (self.exception(), self.exception(), self.exception());
        self.line("try:");
        self.line("    try:");
        match self.src.below(3) {
            0 => self.line(&format!("        raise ExceptionGroup('g', [({a}), ({b})])")),
            1 => self.line(&format!(
                "        raise ExceptionGroup('g', [({a})(), ExceptionGroup('h', [ValueError(1), KeyError(2)])])"
            )),
            _ => self.line(&format!("        raise {c}")),
        }
        for _ in 0..=self.src.below(2) {
            let kind = self.src.pick(&[
                "ValueError",
                "Boom",
                "(KeyError, TypeError)",
                "LookupError",
                "OSError",
            ]);
            let name = self.fresh("e");
            self.line(&format!("    except* {kind} as {name}:"));
            self.line(&format!("        print('group', [type(x).__name__ for x in {name}.exceptions], {name}.message)"));
            // Nothing may leave such a block by a jump.
            let (loops, place) = (std::mem::take(&mut self.loops), self.place);
            self.place = crate::make::Place::Module;
            self.indent += 1;
            self.block();
            if self.src.once_in(3) {
                self.indent += 1;
                self.raise();
                self.indent -= 1;
            }
            self.indent -= 1;
            (self.loops, self.place) = (loops, place);
        }
        self.line("except BaseException as e:");
        self.line("    E(e)");
        self.line("    if isinstance(e, BaseExceptionGroup):");
        self.line("        print([type(x).__name__ for x in e.exceptions])");
        self.line("    if isinstance(e, Stop):");
        self.line("        raise");
        self.no_yield -= 1;
    }
}
