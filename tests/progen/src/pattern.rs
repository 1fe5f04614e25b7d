//! `match` statements.

use crate::make::{Make, Ty};

impl Make<'_> {
    pub(crate) fn matching(&mut self) {
        let subject = match self.src.below(8) {
            0 => self.expr(Ty::Int),
            1 => self.expr(Ty::Ints),
            2 => self.expr(Ty::Dict),
            3 => self.expr(Ty::Tuple),
            4 => self.expr(Ty::Str),
            5 => match self.object() {
                Some((name, _)) => name,
                None => self.expr(Ty::Float),
            },
            6 => format!("{}, {}", self.expr(Ty::Int), self.expr(Ty::Str)),
            _ => format!("[{}, {{'k': {}}}]", self.expr(Ty::Int), self.expr(Ty::Ints)),
        };
        self.line(&format!("match {subject}:"));
        self.indent += 1;
        let count = 1 + self.src.below(3);
        for _ in 0..count {
            let mut names = Vec::new();
            let pattern = self.refutable(2, &mut names);
            let guard = match self.src.below(4) {
                3 => format!(" if {}", self.expr(Ty::Bool)),
                _ => String::new(),
            };
            self.line(&format!("case {pattern}{guard}:"));
            // What was bound may be anything, but can be shown.
            self.line(&format!("    print('case', {})", names.join(", ")));
            self.block();
        }
        match self.src.below(3) {
            0 => {}
            1 => {
                self.line("case _:");
                self.block();
            }
            _ => {
                let name = self.fresh("m");
                self.line(&format!("case {name}:"));
                self.line(&format!("    print('any', {name})"));
            }
        }
        self.indent -= 1;
    }

    /// A pattern that may fail.
    fn refutable(&mut self, depth: u32, names: &mut Vec<String>) -> String {
        let kind = self.src.below(if depth == 0 { 4 } else { 12 });
        match kind {
            0 => {
                let from = [
                    "0", "1", "'abc'", "None", "True", "-1.5", "b'a'", "255", "-3", "'a' 'b'",
                    "1+2j",
                ];
                self.src.pick(&from).to_owned()
            }
            1 => "math.inf".to_owned(),
            2 => self
                .src
                .pick(&[
                    "int()", "str()", "float()", "dict()", "list()", "Boom()", "bool()",
                ])
                .to_owned(),
            3 => {
                let class = self
                    .src
                    .pick(&["int", "str", "list", "float", "tuple", "dict"]);
                let name = self.captured(names);
                format!("{class}({name})")
            }
            4 | 5 => {
                let (a, b) = (self.sub(depth, names), self.sub(depth, names));
                match self.src.below(5) {
                    0 => format!("[{a}, {b}]"),
                    1 => format!("({a}, {b}, *_)"),
                    2 => {
                        let rest = self.captured(names);
                        format!("[{a}, *{rest}, {b}]")
                    }
                    3 => {
                        let rest = self.captured(names);
                        format!("[*{rest}, {a}, {b}]")
                    }
                    _ => format!("[{a}, {b}, _]"),
                }
            }
            6 => {
                let rest = self.captured(names);
                let key = self.src.pick(&["'a'", "'k'", "'b'", "1", "'x'"]);
                format!("{{{key}: {}, **{rest}}}", self.sub(depth, names))
            }
            7 => {
                let key = self.src.pick(&["'a'", "'k'", "''", "'c'"]);
                format!("{{{key}: {}}}", self.sub(depth, names))
            }
            8 => {
                // Alternatives bind nothing here.
                let (mut a, mut b) = (Vec::new(), Vec::new());
                let (x, y) = (self.refutable(0, &mut a), self.refutable(0, &mut b));
                if a.is_empty() && b.is_empty() {
                    return format!("({x} | {y} | 'z')");
                }
                "(1 | 'q')".to_owned()
            }
            9 => {
                let inner = self.refutable(depth - 1, names);
                let name = self.captured(names);
                format!("({inner} as {name})")
            }
            10 => {
                let name = self.captured(names);
                format!("int(real={name}, imag=0)")
            }
            _ => match self.classes.len() {
                0 => format!("Boom(a={})", self.sub(depth, names)),
                count => {
                    let chosen = self.src.below(count.min(256));
                    let name = self.classes[chosen].name.clone();
                    let (a, b) = (self.sub(depth, names), self.sub(depth, names));
                    match self.src.below(3) {
                        0 => format!("{name}(a={a}, b={b})"),
                        1 => format!("{name}({a}, b={b})"),
                        _ => format!("{name}({a}, {b})"),
                    }
                }
            },
        }
    }

    fn captured(&mut self, names: &mut Vec<String>) -> String {
        let name = self.fresh("m");
        names.push(name.clone());
        name
    }

    /// A pattern inside of another one: it may always match.
    fn sub(&mut self, depth: u32, names: &mut Vec<String>) -> String {
        match self.src.below(4) {
            0 => "_".to_owned(),
            1 | 2 => self.captured(names),
            _ => self.refutable(depth - 1, names),
        }
    }
}
