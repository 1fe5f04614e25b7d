//! Imports.

use super::emit::copy_bytes;
use super::{Gen, Res};
use crate::compile::chunk::Const;
use crate::compile::names::{join, push};
use crate::compile::opcode::Op;
use crate::compile::scope::{ScopeKind, futures, quoted};
use crate::syntax::{Alias, Error, NameId, Range, Span, StmtId};
use alloc::vec::Vec;

/// What `__future__` offers: the rule by now, but for the last.
const FUTURES: [&str; 9] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "generator_stop",
    "annotations",
];

impl Gen<'_> {
    pub(super) fn import(&mut self, names: Range<Alias>) -> Res {
        let tree = self.tree;
        let top = self.unit.top;
        for alias in tree.aliases(names) {
            let full = self.sym(alias.name)?;
            let name = self.name_constant(full)?;
            self.emit(Op::LoadNone, top, 0, 0, 0)?;
            self.emit(Op::ImportName, top, name, top, 0)?;
            self.unit.top = top + 1;
            let text = tree.name(alias.name);
            match alias.asname {
                Some(asname) => {
                    for part in text.split('.').skip(1) {
                        let part = self.symbols.intern(part)?;
                        let site = self.site(part)?;
                        self.emit(Op::ImportFrom, top, top, site, 0)?;
                    }
                    let sym = self.sym(asname)?;
                    self.check_assignable(sym, false, self.unit.span)?;
                    self.store_sym(sym, top)?;
                }
                None => {
                    let sym = match text.split_once('.') {
                        None => full,
                        Some((first, _)) => self.symbols.intern(first)?,
                    };
                    self.check_assignable(sym, false, self.unit.span)?;
                    self.store_sym(sym, top)?;
                }
            }
            self.unit.top = top;
        }
        Ok(())
    }

    pub(super) fn import_from(
        &mut self,
        module: Option<NameId>,
        names: Range<Alias>,
        level: u32,
        stmt: StmtId,
    ) -> Res {
        let tree = self.tree;
        let top = self.unit.top;
        if level == 0 && module.is_some_and(|module| tree.name(module) == "__future__") {
            self.check_future(names, stmt)?;
        }
        let Ok(level) = u8::try_from(level) else {
            return Err(self.limit("too many dots in a relative import"));
        };
        let mut list = Vec::new();
        for alias in tree.aliases(names) {
            let text = copy_bytes(tree.name(alias.name).as_bytes())?;
            push(&mut list, Const::Str(text.into()))?;
        }
        self.load_names(list, top)?;
        self.unit.top = top + 1;
        let module = match module {
            Some(module) => self.sym(module)?,
            None => self.symbols.intern("")?,
        };
        let name = self.name_constant(module)?;
        self.emit(Op::ImportName, top, name, top, level)?;
        for alias in tree.aliases(names) {
            if tree.name(alias.name) == "*" {
                if self.scopes.get(self.unit.scope).kind != ScopeKind::Module {
                    let text = "import * only allowed at module level";
                    return Err(Error::syntax(text, alias.span));
                }
                self.emit(Op::ImportStar, top, 0, 0, 0)?;
                continue;
            }
            let sym = self.sym(alias.name)?;
            let site = self.site(sym)?;
            self.emit(Op::ImportFrom, top + 1, top, site, 0)?;
            self.unit.top = top + 2;
            let target = match alias.asname {
                Some(asname) => self.sym(asname)?,
                None => sym,
            };
            self.check_assignable(target, false, self.unit.span)?;
            self.store_sym(target, top + 1)?;
            self.unit.top = top + 1;
        }
        self.unit.top = top;
        Ok(())
    }

    /// Where the statements that may be a `from __future__` end.
    pub(super) fn find_futures_end(&self) -> u32 {
        let last = futures(self.tree).last();
        last.map_or(0, |&id| self.tree.stmt(id).span.end)
    }

    /// A `from __future__` must come first and name a feature.
    fn check_future(&self, names: Range<Alias>, stmt: StmtId) -> Res {
        let tree = self.tree;
        let span = self.unit.span;
        let point = Span::new(span.start, span.start);
        if tree.stmt(stmt).span.start >= self.futures_end {
            let text = "from __future__ imports must occur at the beginning of the file";
            return Err(Error::syntax(text, span));
        }
        for alias in tree.aliases(names) {
            let name = tree.name(alias.name);
            if FUTURES.contains(&name) {
                continue;
            }
            return match name {
                "barry_as_FLUFL" => {
                    let text = join(&["from __future__ import ", name, " is not supported yet"])?;
                    Err(Error::syntax(alloc::string::String::from(text), span))
                }
                "braces" => Err(Error::syntax("not a chance", point)),
                _ => Err(quoted("future feature ", name, " is not defined", point)),
            };
        }
        Ok(())
    }
}
