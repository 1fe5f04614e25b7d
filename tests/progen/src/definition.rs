//! Functions of every kind: plain ones, generators, coroutines, closures.

use crate::make::{Function, Gives, Make, Param, Passing, Place, Ty};

/// What a function's body hides of the code around it.
struct Around {
    place: Place,
    loops: u32,
    no_yield: u32,
    no_walrus: u32,
    depth: u32,
}

impl Make<'_> {
    /// Begins a function's body.
    fn enter_function(&mut self, place: Place) -> Around {
        let around = Around {
            place: self.place,
            loops: self.loops,
            no_yield: self.no_yield,
            no_walrus: self.no_walrus,
            depth: self.depth,
        };
        (self.place, self.loops, self.no_yield) = (place, 0, 0);
        (self.no_walrus, self.depth) = (0, 0);
        self.enter();
        around
    }

    fn leave_function(&mut self, around: Around) {
        self.leave();
        (self.place, self.loops, self.no_yield) = (around.place, around.loops, around.no_yield);
        (self.no_walrus, self.depth) = (around.no_walrus, around.depth);
    }

    /// Parameters as they are written; defaults are expressions of the scope around.
    fn parameters(&mut self) -> (Vec<Param>, Vec<String>, bool, bool) {
        let count = self.src.below(4);
        let only = if self.src.once_in(3) { 1 } else { 0 };
        let rest = self.src.once_in(4);
        let keywords = self.src.once_in(5);
        let (mut params, mut words) = (Vec::new(), Vec::new());
        let (mut defaults, mut starred) = (false, false);
        for number in 0..count {
            let ty = self.ty();
            let name = self.fresh("p");
            if number > 0 && !starred && self.src.once_in(4) {
                words.push(if rest { "*rest" } else { "*" }.to_owned());
                starred = true;
            }
            defaults |= self.src.once_in(3);
            let default = if starred {
                self.src.below(2) == 1
            } else {
                defaults
            };
            let note = self.src.pick(&["", "", "", ": int", ": 'x'"]);
            words.push(match default {
                true => {
                    let value = self.expr(ty);
                    format!("{name}{note}={value}")
                }
                false => format!("{name}{note}"),
            });
            let passing = match number {
                _ if starred => Passing::Keyword,
                number if number < only => Passing::Positional,
                _ => Passing::Either,
            };
            if number + 1 == only {
                words.push("/".to_owned());
            }
            params.push(Param {
                name,
                ty,
                passing,
                default,
            });
        }
        if rest && !starred {
            words.push("*rest".to_owned());
        }
        if keywords {
            words.push("**more".to_owned());
        }
        (params, words, rest, keywords)
    }

    /// A function's head and the first lines of its body; the rest is `body`'s.
    pub(crate) fn define(
        &mut self,
        prefix: &str,
        place: Place,
        gives: Gives,
        body: fn(&mut Self, Gives),
    ) -> String {
        let name = self.fresh(prefix);
        let (params, words, rest, keywords) = self.parameters();
        if self.src.once_in(6) {
            let line = self.src.pick(&[
                "@wrapped('w')",
                "@(lambda f: f)",
                "@functools.partial(lambda k, f: f, 1)",
            ]);
            self.line(line);
        }
        let word = if matches!(place, Place::Async(_)) {
            "async def"
        } else {
            "def"
        };
        let note = self.src.pick(&["", "", " -> None", " -> 'note'"]);
        self.line(&format!("{word} {name}({}){note}:", words.join(", ")));
        let outer = self.src.below(6);
        let borrowed = match outer {
            4 => self.borrowed(),
            _ => None,
        };
        let around = self.enter_function(place);
        for param in &params {
            self.know(&param.name, param.ty);
        }
        if rest {
            self.know("rest", Ty::Tuple);
        }
        if keywords {
            self.know("more", Ty::Dict);
        }
        self.indent += 1;
        if outer == 5 {
            self.line("'''doc'''");
        }
        if let Some((line, name, ty)) = borrowed {
            self.line(&line);
            self.know(&name, ty);
            self.borrow(&name);
        }
        self.line("T()");
        self.indent -= 1;
        self.block();
        self.indent += 1;
        body(self, gives);
        self.indent -= 1;
        self.leave_function(around);
        self.functions.push(Function {
            name: name.clone(),
            params,
            rest,
            keywords,
            gives,
        });
        name
    }

    /// A variable of the scope around that the function will assign to.
    fn borrowed(&mut self) -> Option<(String, String, Ty)> {
        let ty = self.src.pick(&[Ty::Int, Ty::Str, Ty::Ints]);
        let name = self.assignable(ty)?;
        if self.scopes.len() == 1 || self.is_borrowed(&name) {
            // What is borrowed may be so from the module: that much is certain only there.
            return (self.scopes.len() == 1).then(|| (format!("global {name}"), name, ty));
        }
        Some((format!("nonlocal {name}"), name, ty))
    }

    pub(crate) fn function(&mut self) {
        let ty = self.ty();
        let gives = Gives::Value(ty);
        let name = self.define("f", Place::Function(ty), gives, |make, gives| {
            if let Gives::Value(ty) = gives {
                let value = make.bounded(ty);
                make.line(&format!("return {value}"));
            }
        });
        if self.src.below(3) != 2
            && let Some(call) = self.known(gives)
        {
            let call = if ty == Ty::Set {
                format!("sorted({call})")
            } else {
                call
            };
            self.line(&format!("print({call})"));
        }
        if self.src.once_in(8) {
            self.line(&format!(
                "print({name}.__name__, {name}.__doc__, {name}.__code__.co_argcount)"
            ));
        }
    }

    pub(crate) fn generator(&mut self) {
        let name = self.define("g", Place::Generator, Gives::Items, |make, _| {
            let value = make.bounded(Ty::Int);
            make.line(&format!("yield {value}"));
            make.give();
        });
        let Some(call) = self.known(Gives::Items) else {
            return;
        };
        match self.src.below(5) {
            0 | 1 => self.line(&format!("print(list({call}))")),
            2 => {
                let item = self.bind("v", Ty::Int);
                self.line(&format!("for {item} in {call}:"));
                self.line(&format!("    print({item})"));
            }
            3 => {
                self.line(&format!("it = {call}"));
                self.line("print(next(it), next(it, 'none'), it.gi_running)");
                self.line("it.close()");
            }
            _ => self.line(&format!("print(sum({call}), {name}.__name__)")),
        }
    }

    pub(crate) fn closure(&mut self) {
        let name = self.fresh("c");
        let start = self.in_comprehension(|make| make.bounded(Ty::Int));
        let (by, step) = (self.plain(Ty::Int), self.plain(Ty::Int));
        match self.src.below(3) {
            0 => {
                self.line(&format!("def {name}(n):"));
                self.line("    count = n");
                self.line(&format!("    def inc(by={by}):"));
                self.line("        nonlocal count");
                self.line("        count = C(count + by)");
                self.line("        return count");
                self.line("    return inc, lambda: (count, n)");
                self.line(&format!("inc, get = {name}({start})"));
                self.line(&format!(
                    "print(inc(), inc({step}), get(), inc.__code__.co_freevars)"
                ));
            }
            1 => {
                self.line(&format!(
                    "{name} = [lambda k=k: k + i for i in range(3) for k in [{start}]]"
                ));
                self.line(&format!("print([f() for f in {name}], {name}[0]({by}))"));
            }
            _ => {
                self.line(&format!("def {name}(*fs):"));
                self.line("    return functools.reduce(lambda f, g: lambda x: C(g(f(x))), fs)");
                self.line(&format!(
                    "print({name}(lambda x: x + {by}, lambda x: x - {step}, abs)({start}))"
                ));
            }
        }
    }

    pub(crate) fn recursion(&mut self) {
        let name = self.fresh("r");
        let ty = self.src.pick(&[Ty::Int, Ty::Str, Ty::Ints, Ty::Tuple]);
        let start = self.expr(ty);
        let around = self.enter_function(Place::Function(ty));
        self.know("n", Ty::Int);
        self.know("acc", ty);
        let next = self.bounded(ty);
        let stop = self.expr(Ty::Bool);
        self.leave_function(around);
        self.line(&format!("def {name}(n, acc={start}):"));
        self.line("    T()");
        self.line(&format!("    if n <= 0 or {stop}:"));
        self.line("        return acc");
        self.line(&format!("    return {name}(n - 1, C({next}))"));
        let depth = self.src.below(8);
        self.line(&format!("print({name}({depth}))"));
    }

    /// A generator that is sent values and exceptions.
    pub(crate) fn send(&mut self) {
        let (name, it) = (self.fresh("g"), self.fresh("it"));
        let (start, again) = (self.plain(Ty::Int), self.plain(Ty::Int));
        self.line(&format!("def {name}():"));
        self.line(&format!("    total = {start}"));
        self.line("    try:");
        self.line("        while True:");
        self.line("            T()");
        self.line("            try:");
        self.line("                x = yield total");
        self.line("            except ValueError as e:");
        self.line("                print('caught', repr(e))");
        self.line(&format!("                total = {again}"));
        self.line("                continue");
        self.line("            if x is None:");
        self.line("                return total");
        self.line("            total = C(total + x)");
        self.line("    finally:");
        self.line("        print('closing')");
        let delegate = self.src.below(2) == 1;
        if delegate {
            self.line(&format!("def {it}d():"));
            self.line(&format!("    r = yield from {name}()"));
            self.line("    print('inner', r)");
            self.line("    return [r]");
        }
        self.line(&format!(
            "{it} = {}()",
            if delegate { format!("{it}d") } else { name }
        ));
        self.line("try:");
        self.line(&format!("    print(next({it}))"));
        for _ in 0..=self.src.below(4) {
            let value = self.plain(Ty::Int);
            let call = self
                .src
                .pick(&["send", "send", "throw", "next", "close", "throw2"]);
            match call {
                "send" => self.line(&format!("    print({it}.send({value}))")),
                "throw" => self.line(&format!("    print({it}.throw(ValueError({value})))")),
                "throw2" => self.line(&format!("    print({it}.throw(KeyError))")),
                "next" => self.line(&format!("    print(next({it}))")),
                _ => self.line(&format!("    print({it}.close())")),
            }
        }
        self.line("except StopIteration as stop:");
        self.line("    print('stop', stop.value)");
        self.line("except (KeyError, ValueError) as e:");
        self.line("    print('out', repr(e))");
        self.line("finally:");
        self.line(&format!("    {it}.close()"));
    }
}
