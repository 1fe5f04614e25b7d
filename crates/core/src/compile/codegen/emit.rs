//! Instructions, labels and sites of the function in the making.
//!
//! Code that cannot be reached is compiled (for its errors) but not emitted.

use super::{Gen, Ins, Label, LabelState, MAX_REGISTERS, Res};
use crate::compile::chunk::{Const, Proto};
use crate::compile::extent::extent;
use crate::compile::names::{Sym, push};
use crate::compile::opcode::{Instr, Op};
use crate::syntax::{Error, Span};
use alloc::boxed::Box;
use alloc::vec::Vec;

const NOWHERE: u32 = u32::MAX;

impl Gen<'_> {
    /// The index of the next instruction.
    pub(super) fn here(&self) -> u32 {
        self.unit.code.len() as u32
    }

    /// Appends an instruction at the current place in the source.
    pub(super) fn emit(&mut self, op: Op, a: u32, b: u32, c: u32, d: u8) -> Res {
        if [a, b, c].iter().any(|&field| field > u32::from(u16::MAX)) {
            return Err(self.limit("too many variables or too large an expression in a function"));
        }
        self.put(op, a as u16, b as u16, c as u16, d, None)
    }

    /// As [`Gen::emit`] with a 32-bit operand.
    pub(super) fn emit_bx(&mut self, op: Op, a: u32, bx: i32) -> Res {
        let wide = bx as u32;
        self.emit(op, a, wide & 0xFFFF, wide >> 16, 0)
    }

    /// Appends a jump.
    pub(super) fn emit_jump(&mut self, op: Op, a: u32, b: u32, d: u8, label: Label) -> Res {
        if a > MAX_REGISTERS || b > u32::from(u16::MAX) {
            return Err(self.limit("too many variables or too large an expression in a function"));
        }
        if self.unit.reachable
            && let Some(state) = self.unit.labels.get_mut(label.0 as usize)
        {
            state.used = true;
        }
        self.put(op, a as u16, b as u16, 0, d, Some(label))
    }

    fn put(&mut self, op: Op, a: u16, b: u16, c: u16, d: u8, label: Option<Label>) -> Res {
        if !self.unit.reachable {
            return Ok(());
        }
        self.budget = self.budget.checked_sub(1).ok_or_else(Error::memory)?;
        let parks = self.unit.flags & (Proto::GENERATOR | Proto::COROUTINE) != 0;
        let op = match op {
            Op::PushExc if parks => Op::PushOwnExc,
            Op::PopExc if parks => Op::PopOwnExc,
            op => op,
        };
        let used = extent(op, Instr::new(op, a, b, c, d));
        let height = if op == Op::Yield {
            self.unit.top
        } else {
            self.unit.top.max(used.read)
        };
        let registers = height.max(used.read).max(used.written);
        if registers > MAX_REGISTERS {
            return Err(self.limit("too many variables or too large an expression in a function"));
        }
        self.unit.nregs = self.unit.nregs.max(registers);
        let span = self.unit.span;
        let ins = Ins {
            op,
            d,
            height: height as u16,
            a,
            b,
            c,
            label,
            span,
        };
        push(&mut self.unit.code, ins)?;
        let ends = matches!(
            op,
            Op::Jump
                | Op::Return
                | Op::ReturnNone
                | Op::Raise
                | Op::RaiseFrom
                | Op::RaiseAgain
                | Op::Reraise
        );
        if ends {
            self.set_unreachable();
        }
        Ok(())
    }

    pub(super) fn set_unreachable(&mut self) {
        self.unit.reachable = false;
        self.unit.bound.fill();
    }

    /// A label that is not bound yet.
    pub(super) fn label(&mut self) -> Res<Label> {
        let label = Label(self.unit.labels.len() as u32);
        push(
            &mut self.unit.labels,
            LabelState {
                at: NOWHERE,
                used: false,
            },
        )?;
        Ok(label)
    }

    /// Puts a label here; code is reachable from here on if a jump goes to it.
    pub(super) fn bind(&mut self, label: Label) {
        let here = self.here();
        if let Some(state) = self.unit.labels.get_mut(label.0 as usize) {
            state.at = here;
            if state.used {
                self.unit.reachable = true;
            }
        }
    }

    /// Whether a jump to the label was emitted.
    pub(super) fn is_used(&self, label: Label) -> bool {
        self.unit
            .labels
            .get(label.0 as usize)
            .is_some_and(|state| state.used)
    }

    /// Where a label is, if it is bound.
    pub(super) fn label_at(&self, label: Label) -> Option<u32> {
        let state = self.unit.labels.get(label.0 as usize)?;
        (state.at != NOWHERE).then_some(state.at)
    }

    pub(super) fn jump(&mut self, label: Label) -> Res {
        self.emit_jump(Op::Jump, 0, 0, 0, label)
    }

    /// Sets the place in the source of what is emitted next and gives the one before.
    pub(super) fn at(&mut self, span: Span) -> Span {
        core::mem::replace(&mut self.unit.span, span)
    }

    /// Takes the temporary at the top, which has been written.
    pub(super) fn push(&mut self) -> u32 {
        let reg = self.unit.top;
        self.unit.top += 1;
        reg
    }

    /// The index of a constant that any operand may hold, added if it is new.
    pub(super) fn constant(&mut self, value: Const) -> Res<u32> {
        let key = self.options.syntax.hash_key;
        match self.unit.consts.near(value, key)? {
            Some(index) => Ok(index),
            None => Err(self.limit("too many names in a function")),
        }
    }

    /// The constant that holds a symbol's text.
    pub(super) fn name_constant(&mut self, sym: Sym) -> Res<u32> {
        let text = copy_bytes(self.symbols.text(sym).as_bytes())?;
        self.constant(Const::Str(text.into()))
    }

    /// A new site for a name.
    pub(super) fn site(&mut self, sym: Sym) -> Res<u32> {
        if !self.unit.reachable {
            return Ok(0);
        }
        let name = self.name_constant(sym)? as u16;
        let site = self.unit.sites.len() as u32;
        if site >= u32::from(u16::MAX) {
            return Err(self.limit("too many uses of names in a function"));
        }
        push(&mut self.unit.sites, name)?;
        Ok(site)
    }

    /// Loads a constant.
    pub(super) fn load_const(&mut self, value: Const, dst: u32) -> Res {
        match value {
            Const::None => self.emit(Op::LoadNone, dst, 0, 0, 0),
            Const::Bool(true) => self.emit(Op::LoadTrue, dst, 0, 0, 0),
            Const::Bool(false) => self.emit(Op::LoadFalse, dst, 0, 0, 0),
            Const::Int(value) if i32::try_from(value).is_ok() => {
                self.emit_bx(Op::LoadInt, dst, value as i32)
            }
            value => {
                if !self.unit.reachable {
                    return Ok(());
                }
                let key = self.options.syntax.hash_key;
                match self.unit.consts.any(value, key)? {
                    Some(index) => self.emit_bx(Op::LoadConst, dst, index as i32),
                    None => Err(self.limit("too many constants in a function")),
                }
            }
        }
    }

    /// `R[dst] = R[src]`.
    pub(super) fn move_to(&mut self, dst: u32, src: u32) -> Res {
        if dst == src {
            Ok(())
        } else {
            self.emit(Op::Move, dst, src, 0, 0)
        }
    }
}

/// Copies bytes fallibly.
pub(super) fn copy_bytes(bytes: &[u8]) -> Res<Box<[u8]>> {
    let mut out = Vec::new();
    out.try_reserve_exact(bytes.len())
        .map_err(|_| Error::memory())?;
    out.extend_from_slice(bytes);
    Ok(out.into_boxed_slice())
}
