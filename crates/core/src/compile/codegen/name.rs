//! Names: where each lives, loads, stores and deletions.

use super::{Gen, Res};
use crate::compile::chunk::Const;
use crate::compile::names::Sym;
use crate::compile::opcode::Op;
use crate::compile::scope::{Place, ScopeKind, flags};
use crate::syntax::{Error, NameId, Span};

/// Where a name lives, as the code generator needs it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Home {
    /// The register of a variable.
    Register(u32),
    /// The register of a cell.
    Cell(u32),
    /// The namespace, else the cell in the register.
    ClassCell(u32),
    Global,
    Namespace,
}

impl Gen<'_> {
    /// The symbol of a name, mangled as the current scope does.
    pub(super) fn sym(&mut self, name: NameId) -> Res<Sym> {
        let private = self.scopes.get(self.unit.scope).private;
        self.symbols.mangle(private, name)
    }

    pub(super) fn home(&self, sym: Sym) -> Home {
        let named = if self.unit.namespace {
            Home::Namespace
        } else {
            Home::Global
        };
        let Some(symbol) = self.scopes.symbol(self.unit.scope, sym) else {
            return named;
        };
        let class = self.scopes.get(self.unit.scope).kind == ScopeKind::Class;
        match symbol.place {
            Place::Local if self.unit.registers => Home::Register(symbol.reg),
            Place::Local => named,
            Place::Cell => Home::Cell(symbol.reg),
            Place::Free if class => Home::ClassCell(symbol.reg),
            Place::Free => Home::Cell(symbol.reg),
            Place::GlobalExplicit => Home::Global,
            Place::GlobalImplicit if self.unit.registers => Home::Global,
            Place::GlobalImplicit => named,
        }
    }

    fn has_flag(&self, sym: Sym, flag: u16) -> bool {
        self.scopes
            .symbol(self.unit.scope, sym)
            .is_some_and(|s| s.flags & flag != 0)
    }

    /// Forgets that variables which may be deleted are bound: at the head of a loop or handler.
    pub(super) fn forget_deletable(&mut self) {
        let scope = self.scopes.get(self.unit.scope);
        for symbol in &scope.symbols {
            if symbol.flags & flags::DELETED != 0 && symbol.place == Place::Local {
                self.unit.bound.set(symbol.reg, false);
            }
        }
    }

    /// Checks that a variable is bound, if that is not certain.
    pub(super) fn check_local(&mut self, reg: u32) -> Res {
        if !self.unit.bound.has(reg) {
            self.emit(Op::CheckLocal, reg, 0, 0, 0)?;
            self.unit.bound.set(reg, true);
        }
        Ok(())
    }

    /// The register of a name that an operand may use in place.
    pub(super) fn in_place(&mut self, sym: Sym) -> Res<Option<u32>> {
        match self.home(sym) {
            Home::Register(reg) if !self.has_flag(sym, flags::WALRUS) => {
                self.check_local(reg)?;
                Ok(Some(reg))
            }
            _ => Ok(None),
        }
    }

    pub(super) fn load_sym(&mut self, sym: Sym, dst: u32) -> Res {
        match self.home(sym) {
            Home::Register(reg) => {
                self.check_local(reg)?;
                self.move_to(dst, reg)
            }
            Home::Cell(reg) => self.emit(Op::LoadCell, dst, reg, 0, 0),
            Home::ClassCell(reg) => {
                let site = self.site(sym)?;
                self.emit(Op::LoadClassCell, dst, reg, site, 0)
            }
            Home::Global => {
                if sym == self.known.debug {
                    return self.load_const(Const::Bool(self.options.debug), dst);
                }
                let site = self.site(sym)?;
                self.emit(Op::LoadGlobal, dst, 0, site, 0)
            }
            Home::Namespace => {
                if sym == self.known.debug {
                    return self.load_const(Const::Bool(self.options.debug), dst);
                }
                let site = self.site(sym)?;
                self.emit(Op::LoadName, dst, 0, site, 0)
            }
        }
    }

    pub(super) fn store_sym(&mut self, sym: Sym, src: u32) -> Res {
        match self.home(sym) {
            Home::Register(reg) => {
                self.move_to(reg, src)?;
                self.unit.bound.set(reg, true);
                Ok(())
            }
            Home::Cell(reg) | Home::ClassCell(reg) => self.emit(Op::StoreCell, reg, src, 0, 0),
            Home::Global => {
                let site = self.site(sym)?;
                self.emit(Op::StoreGlobal, src, 0, site, 0)
            }
            Home::Namespace => {
                let site = self.site(sym)?;
                self.emit(Op::StoreName, src, 0, site, 0)
            }
        }
    }

    pub(super) fn delete_sym(&mut self, sym: Sym) -> Res {
        match self.home(sym) {
            Home::Register(reg) => {
                self.emit(Op::DeleteLocal, reg, 0, 0, 0)?;
                if self.unit.reachable {
                    self.unit.bound.set(reg, false);
                }
                Ok(())
            }
            Home::Cell(reg) | Home::ClassCell(reg) => self.emit(Op::DeleteCell, reg, 0, 0, 0),
            Home::Global => {
                let site = self.site(sym)?;
                self.emit(Op::DeleteGlobal, 0, 0, site, 0)
            }
            Home::Namespace => {
                let site = self.site(sym)?;
                self.emit(Op::DeleteName, 0, 0, site, 0)
            }
        }
    }

    /// `sym = None; del sym`, which also works when it is unbound.
    pub(super) fn forget(&mut self, sym: Sym) -> Res {
        if let Home::Register(reg) = self.home(sym) {
            self.emit(Op::Unbind, reg, 0, 0, 0)?;
            if self.unit.reachable {
                self.unit.bound.set(reg, false);
            }
            return Ok(());
        }
        let top = self.unit.top;
        self.emit(Op::LoadNone, top, 0, 0, 0)?;
        self.store_sym(sym, top)?;
        self.delete_sym(sym)
    }

    /// `__debug__` may not be bound.
    pub(super) fn check_assignable(&self, sym: Sym, deleted: bool, span: Span) -> Res {
        if sym != self.known.debug {
            return Ok(());
        }
        let text = if deleted {
            "cannot delete __debug__"
        } else {
            "cannot assign to __debug__"
        };
        Err(Error::syntax(text, span))
    }
}
