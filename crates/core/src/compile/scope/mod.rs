//! Scopes: which names each function, class and module binds, and where each name lives.
//!
//! The counterpart of CPython's `symtable.c`: [`analyze`] walks the tree once
//! (`collect.rs`), then decides for every name of every scope whether it is a local, a cell, a
//! captured variable or a global, with CPython's errors. The code generator looks scopes up by
//! the node that opens them.
//!
//! Invariant: a scope's `free` list names every captured variable that it or a scope inside it
//! uses, in the order of the closure.

mod collect;
mod exprs;

use super::names::{Sym, Symbols, copy_str, join, push};
use crate::syntax::{Body, Constant, Error, ExprId, ExprKind, Span, StmtId, StmtKind, Tree};
use alloc::vec::Vec;
use hashbrown::HashTable;

/// What opens a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    Unit,
    Stmt(StmtId),
    Expr(ExprId),
}

/// The kind of a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScopeKind {
    Module,
    Class,
    Function,
    ListComp,
    SetComp,
    DictComp,
    Generator,
}

impl ScopeKind {
    /// A scope whose names live in registers.
    pub(crate) fn is_function(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }

    pub(crate) fn is_comprehension(self) -> bool {
        self.is_function() && self != ScopeKind::Function
    }
}

/// Where a name lives, seen from one scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A register, or the namespace of a class or module.
    Local,
    /// A cell of this scope.
    Cell,
    /// A cell of an enclosing function.
    Free,
    GlobalExplicit,
    GlobalImplicit,
}

/// How a scope uses a name.
pub(crate) mod flags {
    pub(crate) const GLOBAL: u16 = 1;
    pub(crate) const LOCAL: u16 = 2;
    pub(crate) const PARAM: u16 = 4;
    pub(crate) const NONLOCAL: u16 = 8;
    pub(crate) const USE: u16 = 16;
    pub(crate) const ANNOT: u16 = 32;
    pub(crate) const COMP_ITER: u16 = 64;
    pub(crate) const IMPORT: u16 = 128;
    /// Target of an assignment expression: may change while an expression is evaluated.
    pub(crate) const WALRUS: u16 = 256;
    /// May become unbound: a target of `del`, the name of an `except ... as`.
    pub(crate) const DELETED: u16 = 512;
    pub(crate) const BOUND: u16 = LOCAL | PARAM | IMPORT;
}

/// A name in a scope.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Symbol {
    pub(crate) sym: Sym,
    pub(crate) flags: u16,
    pub(crate) place: Place,
    /// In the scope's `free` list.
    pub(crate) is_free: bool,
    /// Given by the code generator.
    pub(crate) reg: u32,
    /// Where a declaration of it stands.
    directive: Span,
}

/// A module, class, function, lambda or comprehension.
#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) kind: ScopeKind,
    pub(crate) parent: Option<u32>,
    pub(crate) name: Sym,
    /// The class whose private names are mangled here.
    pub(crate) private: Option<Sym>,
    pub(crate) symbols: Vec<Symbol>,
    pub(crate) free: Vec<Sym>,
    pub(crate) generator: bool,
    /// `async def`.
    pub(crate) is_async: bool,
    /// Awaits: `async def`, and comprehensions with `await` or `async for` in them.
    pub(crate) coroutine: bool,
    /// A class with a `__class__` cell.
    pub(crate) class_cell: bool,
    /// The proto made of it.
    pub(crate) proto: Option<u16>,
    node: Node,
    /// Depth of iterables of comprehensions around the walk.
    comp_iter_expr: u32,
    comp_iter_target: bool,
}

/// All scopes of a unit.
pub(crate) struct Scopes {
    scopes: Vec<Scope>,
    /// (scope, symbol) to place in `symbols`.
    index: HashTable<(u32, Sym, u32)>,
    /// Sorted by node.
    nodes: Vec<(Node, u32)>,
    key: u64,
    /// `from __future__ import annotations`: annotations are text.
    pub(crate) text_annotations: bool,
}

/// The names that the compiler knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub(crate) class: Sym,
    pub(crate) super_: Sym,
    pub(crate) dot0: Sym,
    pub(crate) debug: Sym,
    pub(crate) lambda: Sym,
    pub(crate) listcomp: Sym,
    pub(crate) setcomp: Sym,
    pub(crate) dictcomp: Sym,
    pub(crate) genexpr: Sym,
    pub(crate) module: Sym,
}

impl Known {
    pub(crate) fn new(symbols: &mut Symbols<'_>) -> Result<Known, Error> {
        Ok(Known {
            class: symbols.intern("__class__")?,
            super_: symbols.intern("super")?,
            dot0: symbols.intern(".0")?,
            debug: symbols.intern("__debug__")?,
            lambda: symbols.intern("<lambda>")?,
            listcomp: symbols.intern("<listcomp>")?,
            setcomp: symbols.intern("<setcomp>")?,
            dictcomp: symbols.intern("<dictcomp>")?,
            genexpr: symbols.intern("<genexpr>")?,
            module: symbols.intern("<module>")?,
        })
    }
}

/// Makes the scopes of `tree`.
///
/// # Errors
/// What CPython's symbol table refuses.
pub(crate) fn analyze<'t>(
    tree: &'t Tree,
    symbols: &mut Symbols<'t>,
    known: Known,
    key: u64,
    text_annotations: bool,
) -> Result<Scopes, Error> {
    let mut scopes = Scopes {
        scopes: Vec::new(),
        index: HashTable::new(),
        nodes: Vec::new(),
        key,
        text_annotations: text_annotations
            || futures(tree)
                .iter()
                .any(|&id| imports(tree, id, "annotations")),
    };
    collect::collect(tree, symbols, known, &mut scopes)?;
    scopes.nodes.sort_unstable();
    for scope in 0..scopes.scopes.len() {
        scopes.resolve_scope(scope as u32, symbols, known)?;
    }
    for scope in &mut scopes.scopes {
        // The order of `co_freevars` and of closures.
        let text = |sym: Sym| symbols.text(sym);
        scope.free.sort_unstable_by(|&a, &b| text(a).cmp(text(b)));
    }
    Ok(scopes)
}

/// The statements at the start of a source that are a `from __future__`; a docstring may
/// come before.
pub(crate) fn futures(tree: &Tree) -> &[StmtId] {
    let body = match tree.body() {
        Body::Module(body) | Body::Interactive(body) => tree.stmts(body),
        Body::Expression(_) => &[],
    };
    let is_docstring = |id: StmtId| match tree.stmt(id).kind {
        StmtKind::Expr { value } => matches!(
            tree.expr(value).kind,
            ExprKind::Constant(Constant::Str { .. })
        ),
        _ => false,
    };
    let is_future = |id: StmtId| match tree.stmt(id).kind {
        StmtKind::ImportFrom {
            module: Some(module),
            level: 0,
            ..
        } => tree.name(module) == "__future__",
        _ => false,
    };
    let first = usize::from(body.first().is_some_and(|&id| is_docstring(id)));
    let rest = body.get(first..).unwrap_or(&[]);
    let count = rest.iter().take_while(|&&id| is_future(id)).count();
    rest.get(..count).unwrap_or(&[])
}

/// Whether a `from` statement imports a name.
fn imports(tree: &Tree, id: StmtId, name: &str) -> bool {
    match tree.stmt(id).kind {
        StmtKind::ImportFrom { names, .. } => tree
            .aliases(names)
            .iter()
            .any(|alias| tree.name(alias.name) == name),
        _ => false,
    }
}

/// An error whose message quotes a name.
pub(crate) fn quoted(before: &str, name: &str, after: &str, span: Span) -> Error {
    match join(&[before, name, after]) {
        Ok(text) => Error::syntax(alloc::string::String::from(text), span),
        Err(error) => error,
    }
}

impl Scopes {
    /// The scope `id`, which this object gave out.
    pub(crate) fn get(&self, id: u32) -> &Scope {
        &self.scopes[id as usize]
    }

    /// As [`Scopes::get`].
    pub(crate) fn get_mut(&mut self, id: u32) -> &mut Scope {
        &mut self.scopes[id as usize]
    }

    /// The scope that a node opens.
    pub(crate) fn find(&self, node: Node) -> Option<u32> {
        let at = self
            .nodes
            .binary_search_by_key(&node, |entry| entry.0)
            .ok()?;
        self.nodes.get(at).map(|entry| entry.1)
    }

    fn hash(&self, scope: u32, sym: Sym) -> u64 {
        hash_pair(scope, sym, self.key)
    }

    fn symbol_index(&self, scope: u32, sym: Sym) -> Option<usize> {
        let found = self.index.find(self.hash(scope, sym), |entry| {
            entry.0 == scope && entry.1 == sym
        })?;
        Some(found.2 as usize)
    }

    /// What `scope` knows of a name.
    pub(crate) fn symbol(&self, scope: u32, sym: Sym) -> Option<&Symbol> {
        self.scopes
            .get(scope as usize)?
            .symbols
            .get(self.symbol_index(scope, sym)?)
    }

    /// As [`Scopes::symbol`].
    pub(crate) fn symbol_mut(&mut self, scope: u32, sym: Sym) -> Option<&mut Symbol> {
        let index = self.symbol_index(scope, sym)?;
        self.scopes.get_mut(scope as usize)?.symbols.get_mut(index)
    }

    fn flags(&self, scope: u32, sym: Sym) -> u16 {
        self.symbol(scope, sym).map_or(0, |symbol| symbol.flags)
    }

    /// The symbol, added if it is new.
    pub(super) fn entry(&mut self, scope: u32, sym: Sym) -> Result<&mut Symbol, Error> {
        let index = match self.symbol_index(scope, sym) {
            Some(index) => index,
            None => {
                let index = self.get(scope).symbols.len();
                let key = self.key;
                let hash = self.hash(scope, sym);
                let rehash = |entry: &(u32, Sym, u32)| hash_pair(entry.0, entry.1, key);
                self.index
                    .try_reserve(1, rehash)
                    .map_err(|_| Error::memory())?;
                self.index
                    .insert_unique(hash, (scope, sym, index as u32), rehash);
                let symbol = Symbol {
                    sym,
                    flags: 0,
                    place: Place::GlobalImplicit,
                    is_free: false,
                    reg: 0,
                    directive: Span::new(0, 0),
                };
                push(&mut self.get_mut(scope).symbols, symbol)?;
                index
            }
        };
        self.get_mut(scope)
            .symbols
            .get_mut(index)
            .ok_or_else(Error::memory)
    }

    fn resolve_scope(
        &mut self,
        scope: u32,
        symbols: &Symbols<'_>,
        known: Known,
    ) -> Result<(), Error> {
        // Symbols that inner scopes add while they are resolved come resolved.
        for index in 0..self.get(scope).symbols.len() {
            let Some(&symbol) = self.get(scope).symbols.get(index) else {
                break;
            };
            if symbol.flags == 0 {
                continue;
            }
            let name = || symbols.text(symbol.sym);
            let place = if symbol.flags & flags::GLOBAL != 0 {
                if symbol.flags & flags::NONLOCAL != 0 {
                    let after = "' is nonlocal and global";
                    return Err(quoted("name '", name(), after, symbol.directive));
                }
                Place::GlobalExplicit
            } else if symbol.flags & flags::NONLOCAL != 0 {
                if self.get(scope).kind == ScopeKind::Module {
                    let text = "nonlocal declaration not allowed at module level";
                    return Err(Error::syntax(text, symbol.directive));
                }
                if !self.capture(scope, symbol.sym, known)? {
                    let before = "no binding for nonlocal '";
                    return Err(quoted(before, name(), "' found", symbol.directive));
                }
                Place::Free
            } else if symbol.flags & flags::BOUND != 0 {
                // An inner scope cannot have run before: cells are marked later.
                Place::Local
            } else if self.capture(scope, symbol.sym, known)? {
                Place::Free
            } else {
                Place::GlobalImplicit
            };
            if let Some(symbol) = self.get_mut(scope).symbols.get_mut(index) {
                symbol.place = place;
            }
        }
        Ok(())
    }

    /// Looks for the function around `scope` that binds `sym`, and lays the way to it.
    fn capture(&mut self, scope: u32, sym: Sym, known: Known) -> Result<bool, Error> {
        let mut at = self.get(scope).parent;
        let owner = loop {
            let Some(id) = at else { return Ok(false) };
            let outer = self.get(id);
            if outer.kind == ScopeKind::Class {
                if sym == known.class {
                    self.get_mut(id).class_cell = true;
                    break id;
                }
            } else if outer.kind == ScopeKind::Module {
                return Ok(false);
            } else if let Some(symbol) = self.symbol(id, sym) {
                if symbol.flags & flags::GLOBAL != 0 {
                    return Ok(false);
                }
                if symbol.flags & flags::NONLOCAL == 0 && symbol.flags & flags::BOUND != 0 {
                    if let Some(symbol) = self.symbol_mut(id, sym) {
                        symbol.place = Place::Cell;
                    }
                    break id;
                }
            }
            at = outer.parent;
        };
        let mut at = scope;
        while at != owner {
            let function = self.get(at).kind.is_function();
            let symbol = self.entry(at, sym)?;
            if symbol.is_free {
                break;
            }
            symbol.is_free = true;
            if symbol.flags == 0 || function {
                symbol.place = Place::Free;
            }
            push(&mut self.get_mut(at).free, sym)?;
            let Some(parent) = self.get(at).parent else {
                break;
            };
            at = parent;
        }
        Ok(true)
    }

    /// The qualified name of a scope.
    pub(crate) fn qualname(
        &self,
        scope: u32,
        parent_qualname: &str,
        symbols: &Symbols<'_>,
    ) -> Result<alloc::boxed::Box<str>, Error> {
        let this = self.get(scope);
        let name = symbols.text(this.name);
        let Some(parent) = this.parent else {
            return copy_str(name);
        };
        let outer = self.get(parent);
        let named = matches!(this.node, Node::Stmt(_));
        if named
            && self
                .symbol(parent, this.name)
                .is_some_and(|s| s.place == Place::GlobalExplicit)
        {
            return copy_str(name);
        }
        match outer.kind {
            ScopeKind::Module => copy_str(name),
            ScopeKind::Function => join(&[parent_qualname, ".<locals>.", name]),
            _ => join(&[parent_qualname, ".", name]),
        }
    }
}

fn hash_pair(scope: u32, sym: Sym, key: u64) -> u64 {
    let word = u64::from(scope) << 32 | u64::from(sym.0);
    super::names::hash_bytes(&word.to_le_bytes(), key)
}
