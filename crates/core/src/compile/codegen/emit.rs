//! Instructions, labels, constants and sites of the function in the making.
//!
//! Code that cannot be reached is compiled (for its errors) but not emitted.

use super::{Gen, Ins, Label, LabelState, MAX_REGISTERS, Res};
use crate::compile::chunk::{Const, Proto};
use crate::compile::extent::extent;
use crate::compile::names::{Sym, hash_bytes, push};
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

    /// The index of a constant, added if it is new.
    pub(super) fn constant(&mut self, value: Const) -> Res<u32> {
        let key = self.options.syntax.hash_key;
        let hash = hash_const(&value, key)?;
        let consts = &self.unit.consts;
        let found = self.unit.const_table.find(hash, |&index| {
            consts
                .get(index as usize)
                .is_some_and(|known| same(known, &value))
        });
        if let Some(&index) = found {
            return Ok(index);
        }
        let index = self.unit.consts.len() as u32;
        if index >= u32::from(u16::MAX) {
            return Err(self.limit("too many constants and names in a function"));
        }
        let consts = &self.unit.consts;
        let rehash = |&index: &u32| {
            consts
                .get(index as usize)
                .map_or(0, |known| hash_const(known, key).unwrap_or(0))
        };
        self.unit
            .const_table
            .try_reserve(1, rehash)
            .map_err(|_| Error::memory())?;
        let rehash = |&index: &u32| {
            consts
                .get(index as usize)
                .map_or(0, |known| hash_const(known, key).unwrap_or(0))
        };
        self.unit.const_table.insert_unique(hash, index, rehash);
        push(&mut self.unit.consts, value)?;
        Ok(index)
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
                let index = self.constant(value)?;
                self.emit_bx(Op::LoadConst, dst, index as i32)
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

/// Equal in type and value, zeros by sign.
fn same(a: &Const, b: &Const) -> bool {
    match (a, b) {
        (Const::Float(a), Const::Float(b)) | (Const::Imaginary(a), Const::Imaginary(b)) => {
            a.to_bits() == b.to_bits()
        }
        (Const::Tuple(a), Const::Tuple(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Const::Float(_) | Const::Imaginary(_) | Const::Tuple(_), _) => false,
        _ => a == b,
    }
}

fn hash_const(value: &Const, key: u64) -> Res<u64> {
    let tagged = |tag: u64, bits: u64| {
        let mut bytes = [0; 16];
        for (to, from) in bytes
            .iter_mut()
            .zip(tag.to_le_bytes().into_iter().chain(bits.to_le_bytes()))
        {
            *to = from;
        }
        hash_bytes(&bytes, key)
    };
    Ok(match value {
        Const::None => tagged(0, 0),
        Const::Bool(value) => tagged(1, u64::from(*value)),
        Const::Ellipsis => tagged(2, 0),
        Const::Int(value) => tagged(3, *value as u64),
        Const::Big(digits) => digits
            .iter()
            .fold(tagged(4, 0), |h, &digit| tagged(h, digit.into())),
        Const::Float(value) => tagged(5, value.to_bits()),
        Const::Imaginary(value) => tagged(7, value.to_bits()),
        Const::Str(text) => hash_bytes(text, key),
        Const::Bytes(data) => tagged(7, hash_bytes(data, key)),
        Const::Tuple(items) => {
            let mut hash = tagged(6, items.len() as u64);
            for item in items {
                hash = tagged(hash, hash_const(item, key)?);
            }
            hash
        }
    })
}
