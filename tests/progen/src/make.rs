//! The state of a program in the making: names, their types, and where the text stands.

use crate::source::{Source, SpanKind};
use crate::{PRELUDE, Program};
use std::fmt::Write;

/// What an expression gives, as far as the generator knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ty {
    Int,
    Float,
    Bool,
    Str,
    Bytes,
    /// A list of ints.
    Ints,
    /// A list of strs.
    Strs,
    /// A tuple of ints.
    Tuple,
    /// From str to int.
    Dict,
    /// Of ints.
    Set,
    /// An instance of the class of that number.
    Object(usize),
}

/// The types that a variable may begin with.
pub(crate) const PLAIN: &[Ty] = &[
    Ty::Int,
    Ty::Str,
    Ty::Ints,
    Ty::Float,
    Ty::Bool,
    Ty::Dict,
    Ty::Strs,
    Ty::Tuple,
    Ty::Bytes,
    Ty::Set,
];

/// What kind of code a statement stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Module,
    Function(Ty),
    Generator,
    Async(Ty),
}

/// Names of one function, comprehension or the module.
pub(crate) struct Scope {
    pub(crate) vars: Vec<(String, Ty)>,
    /// How many functions were known when it began.
    functions: usize,
    /// Those of its names that are the module's or an outer function's.
    borrowed: Vec<String>,
}

/// How a parameter is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Passing {
    Positional,
    Either,
    Keyword,
}

pub(crate) struct Param {
    pub(crate) name: String,
    pub(crate) ty: Ty,
    pub(crate) passing: Passing,
    pub(crate) default: bool,
}

/// What calling it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gives {
    Value(Ty),
    /// An iterator over ints.
    Items,
    Awaitable(Ty),
}

pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) params: Vec<Param>,
    pub(crate) rest: bool,
    pub(crate) keywords: bool,
    pub(crate) gives: Gives,
}

pub(crate) struct Class {
    pub(crate) name: String,
    /// Attributes and properties.
    pub(crate) fields: Vec<(String, Ty)>,
    /// Methods of one argument: its type and the result's.
    pub(crate) methods: Vec<(String, Ty, Ty)>,
    /// Special methods, by the operation's sign.
    pub(crate) special: Vec<&'static str>,
}

/// A program in the making.
pub(crate) struct Make<'a> {
    pub(crate) src: Source<'a>,
    pub(crate) out: String,
    pub(crate) indent: usize,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) functions: Vec<Function>,
    pub(crate) classes: Vec<Class>,
    pub(crate) place: Place,
    /// How deep the expression is nested.
    pub(crate) depth: u32,
    /// How deep the block is nested.
    pub(crate) blocks: u32,
    /// Loops of this function around the statement.
    pub(crate) loops: u32,
    /// Above 0 where `:=` may not stand or would bind elsewhere.
    pub(crate) no_walrus: u32,
    /// Above 0 where a suspended generator would have something left to do.
    pub(crate) no_yield: u32,
    /// Whether the expression may have grown beyond bounds.
    pub(crate) grew: bool,
    names: usize,
}

/// A longer program ends.
const LONGEST: usize = 9_000;

/// The program that the bytes choose.
pub(crate) fn program(bytes: &[u8]) -> Program {
    let mut make = Make {
        src: Source::new(bytes),
        out: PRELUDE.to_owned(),
        indent: 0,
        scopes: Vec::new(),
        functions: Vec::new(),
        classes: Vec::new(),
        place: Place::Module,
        depth: 0,
        blocks: 0,
        loops: 0,
        no_walrus: 0,
        no_yield: 0,
        grew: false,
        names: 0,
    };
    make.enter();
    for ty in [Ty::Int, Ty::Str, Ty::Ints, Ty::Dict] {
        let value = make.literal(ty);
        let name = make.bind("v", ty);
        make.line(&format!("{name} = {value}"));
    }
    let open = make.src.once_in(3);
    while !make.src.done() {
        make.top_statement(true);
    }
    if open {
        make.top_statement(false);
    }
    Program {
        used: make.src.used(),
        spans: make.src.spans,
        text: make.out,
    }
}

impl Make<'_> {
    /// A statement of the module, inside a `try` that prints what it raises.
    fn top_statement(&mut self, guarded: bool) {
        let start = self.src.mark();
        if guarded {
            self.line("try:");
            self.indent += 1;
        }
        self.statement();
        if guarded {
            self.indent -= 1;
            self.line("except Exception as e:");
            self.line("    E(e)");
        }
        self.src.span(start, SpanKind::Statement);
        if self.out.len() > PRELUDE.len() + LONGEST {
            self.src.stop();
        }
    }

    /// Writes a line.
    pub(crate) fn line(&mut self, text: &str) {
        let indent = self.indent * 4;
        let _ = writeln!(self.out, "{:indent$}{text}", "");
    }

    /// A name that nothing has yet.
    pub(crate) fn fresh(&mut self, prefix: &str) -> String {
        self.names += 1;
        format!("{prefix}{}", self.names)
    }

    /// A new variable of the innermost scope.
    pub(crate) fn bind(&mut self, prefix: &str, ty: Ty) -> String {
        let name = self.fresh(prefix);
        self.know(&name, ty);
        name
    }

    /// Adds a name to the innermost scope.
    pub(crate) fn know(&mut self, name: &str, ty: Ty) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.vars.retain(|(known, _)| known != name);
            scope.vars.push((name.to_owned(), ty));
        }
    }

    /// Begins a scope.
    pub(crate) fn enter(&mut self) {
        self.scopes.push(Scope {
            vars: Vec::new(),
            functions: self.functions.len(),
            borrowed: Vec::new(),
        });
    }

    /// Notes that a name of the innermost scope is another scope's.
    pub(crate) fn borrow(&mut self, name: &str) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.borrowed.push(name.to_owned());
        }
    }

    /// Whether a name of the innermost scope is another scope's.
    pub(crate) fn is_borrowed(&self, name: &str) -> bool {
        let scope = self.scopes.last();
        scope.is_some_and(|scope| scope.borrowed.iter().any(|known| known == name))
    }

    /// Ends the scope; functions defined in it are gone.
    pub(crate) fn leave(&mut self) {
        if let Some(scope) = self.scopes.pop() {
            self.functions.truncate(scope.functions);
        }
    }

    /// A variable of that type that can be read here.
    pub(crate) fn readable(&mut self, ty: Ty) -> Option<String> {
        let all = self.scopes.iter().flat_map(|scope| &scope.vars);
        let names: Vec<&String> = all.filter(|var| var.1 == ty).map(|var| &var.0).collect();
        let chosen = self.src.below(names.len().clamp(1, 256));
        names.get(chosen).map(|name| (*name).clone())
    }

    /// A variable of that type that an assignment here reaches.
    pub(crate) fn assignable(&mut self, ty: Ty) -> Option<String> {
        let scope = self.scopes.last()?;
        let names = scope.vars.iter().filter(|var| var.1 == ty);
        let names: Vec<&String> = names.map(|var| &var.0).collect();
        let chosen = self.src.below(names.len().clamp(1, 256));
        names.get(chosen).map(|name| (*name).clone())
    }

    /// An instance that can be read here, and its class's number.
    pub(crate) fn object(&mut self) -> Option<(String, usize)> {
        let all = self.scopes.iter().flat_map(|scope| &scope.vars);
        let found: Vec<(&String, usize)> = all
            .filter_map(|(name, ty)| match ty {
                Ty::Object(class) => Some((name, *class)),
                _ => None,
            })
            .collect();
        let chosen = self.src.below(found.len().clamp(1, 256));
        found
            .get(chosen)
            .map(|(name, class)| ((*name).clone(), *class))
    }

    /// One of the types.
    pub(crate) fn ty(&mut self) -> Ty {
        self.src.pick(PLAIN)
    }

    /// A type whose values can be shown as they are.
    pub(crate) fn shown_ty(&mut self) -> Ty {
        self.src.pick(&PLAIN[..PLAIN.len() - 1])
    }
}
