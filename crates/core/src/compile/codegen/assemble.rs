//! From instructions with labels to a proto: jumps are laid, backward ones become loops.
//!
//! A conditional jump with a 16-bit distance that does not reach becomes its opposite around a
//! 32-bit jump; so does a backward one that has no loop form. The sizes are found by repetition
//! until nothing grows.

use super::{Gen, Ins, Res};
use crate::compile::chunk::{Handler, Position, Positions, Proto};
use crate::compile::names::{copy_str, push};
use crate::compile::opcode::{Instr, Op};
use crate::syntax::{Error, LineIndex, Span};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// The form of a jump that goes back, if it has one.
fn backward(op: Op) -> Option<Op> {
    Some(match op {
        Op::Jump => Op::Loop,
        Op::JumpIfFalse => Op::LoopIfFalse,
        Op::JumpIfTrue => Op::LoopIfTrue,
        Op::JumpLt => Op::LoopLt,
        Op::JumpLe => Op::LoopLe,
        Op::JumpGt => Op::LoopGt,
        Op::JumpGe => Op::LoopGe,
        Op::JumpEq => Op::LoopEq,
        Op::JumpNe => Op::LoopNe,
        Op::JumpLtInt => Op::LoopLtInt,
        Op::JumpLeInt => Op::LoopLeInt,
        Op::JumpGtInt => Op::LoopGtInt,
        Op::JumpGeInt => Op::LoopGeInt,
        Op::JumpEqInt => Op::LoopEqInt,
        Op::JumpNeInt => Op::LoopNeInt,
        Op::ForNext => Op::ForNext,
        _ => return None,
    })
}

fn is_short(op: Op) -> bool {
    op.format().as_bytes().get(2) == Some(&b'j')
}

/// A vector made into a boxed slice without a panic.
fn boxed<T>(mut items: Vec<T>) -> Box<[T]> {
    items.shrink_to_fit();
    items.into_boxed_slice()
}

fn filled<T: Clone>(count: usize, value: T) -> Res<Vec<T>> {
    let mut items = Vec::new();
    items
        .try_reserve_exact(count)
        .map_err(|_| Error::memory())?;
    items.resize(count, value);
    Ok(items)
}

impl Gen<'_> {
    /// Where each instruction comes to stand, and the end.
    fn layout(&self) -> Res<Vec<u32>> {
        let code = &self.unit.code;
        let mut sizes = filled(code.len(), 1_u8)?;
        for ((index, ins), size) in code.iter().enumerate().zip(&mut sizes) {
            let target = ins.label.and_then(|label| self.label_at(label));
            if ins.op == Op::Jump && target == Some(index as u32 + 1) {
                *size = 0;
            }
        }
        let mut places = filled(code.len() + 1, 0_u32)?;
        loop {
            let mut at = 0_u32;
            for (place, &size) in places.iter_mut().zip(&sizes) {
                *place = at;
                at += u32::from(size);
            }
            if let Some(end) = places.last_mut() {
                *end = at;
            }
            let mut grown = false;
            for ((index, ins), size) in code.iter().enumerate().zip(&mut sizes) {
                let Some(target) = ins.label.and_then(|label| self.label_at(label)) else {
                    continue;
                };
                let from = i64::from(place(&places, index as u32)) + 1;
                let distance = i64::from(place(&places, target)) - from;
                let back = target as usize <= index;
                let short = is_short(ins.op) && i16::try_from(distance).is_err();
                let formless = back && backward(ins.op).is_none();
                if *size == 1 && (short || formless) {
                    *size = 2;
                    grown = true;
                }
            }
            if !grown {
                return Ok(places);
            }
        }
    }

    /// Ends the function that is being compiled.
    pub(super) fn assemble(&mut self) -> Res<Proto> {
        let places = self.layout()?;
        let count = places.last().copied().unwrap_or(0) as usize;
        let unit = &self.unit;
        let mut code = Vec::new();
        code.try_reserve_exact(count).map_err(|_| Error::memory())?;
        let mut heights = Vec::new();
        heights
            .try_reserve_exact(count)
            .map_err(|_| Error::memory())?;
        let mut runs: Vec<u32> = Vec::new();
        let mut run = None;
        let mut last = (Span::new(0, 0), position(&self.lines, Span::new(0, 0)));
        for (index, ins) in unit.code.iter().enumerate() {
            if ins.span != last.0 {
                last = (ins.span, position(&self.lines, ins.span));
            }
            let size = place(&places, index as u32 + 1) - place(&places, index as u32);
            for word in self
                .words(ins, index, size, &places)
                .into_iter()
                .take(size as usize)
            {
                code.push(word);
                heights.push(ins.height);
            }
            if self.options.positions && size > 0 && run != Some(last.1) {
                run = Some(last.1);
                runs.try_reserve(4).map_err(|_| Error::memory())?;
                let start = place(&places, index as u32);
                runs.extend_from_slice(&Positions::words(start, last.1));
            }
        }
        let mut handlers = Vec::new();
        for raw in &unit.handlers {
            let Some(target) = self.label_at(raw.target) else {
                continue;
            };
            let handler = Handler {
                start: place(&places, raw.start),
                end: place(&places, raw.end),
                target: place(&places, target),
                reg: raw.reg as u16,
            };
            if handler.start < handler.end {
                push(&mut handlers, handler)?;
            }
        }
        let mut reg_names = Vec::new();
        for &sym in &unit.locals {
            push(&mut reg_names, copy_str(self.symbols.text(sym))?.into())?;
        }
        let mut free_names = Vec::new();
        for &sym in &self.scopes.get(unit.scope).free {
            push(&mut free_names, copy_str(self.symbols.text(sym))?.into())?;
        }
        let scope = self.scopes.get(unit.scope);
        let name = copy_str(self.symbols.text(scope.name))?;
        let first_line = self.lines.position(unit.first).line;
        let unit = &mut self.unit;
        let consts = unit.consts.take()?;
        Ok(Proto {
            name: name.into(),
            qualname: core::mem::take(&mut unit.qualname).into(),
            first_line,
            code: boxed(code).into(),
            consts,
            sites: boxed(core::mem::take(&mut unit.sites)).into(),
            positions: Positions::Full(boxed(runs).into()),
            heights: boxed(heights).into(),
            handlers: boxed(handlers),
            nregs: unit.nregs.max(unit.locals.len() as u32) as u16,
            args: unit.args as u16,
            posonly: unit.posonly as u16,
            kwonly: unit.kwonly as u16,
            flags: unit.flags,
            reg_names: boxed(reg_names),
            free_start: unit.free_start as u16,
            free_names: boxed(free_names),
            doc: unit.doc,
        })
    }

    /// The words of an instruction; of these, `size` count.
    fn words(&self, ins: &Ins, index: usize, size: u32, places: &[u32]) -> [u64; 2] {
        if ins.op == Op::LoadConst {
            let number = u32::from(ins.b) | u32::from(ins.c) << 16;
            let placed = self.unit.consts.placed(number);
            return [Instr::with_bx(ins.op, ins.a, placed as i32).0, 0];
        }
        let plain = Instr::new(ins.op, ins.a, ins.b, ins.c, ins.d).0;
        let Some(label) = ins.label else {
            return [plain, 0];
        };
        let Some(target) = self.label_at(label) else {
            return [plain, 0];
        };
        let back = target as usize <= index;
        let from = place(places, index as u32).wrapping_add(size);
        let distance = place(places, target).wrapping_sub(from) as i32;
        if size == 2 {
            // The opposite condition skips the jump.
            let skip = Instr::new(ins.op, ins.a, ins.b, 1, ins.d ^ 1).0;
            let op = if back { Op::Loop } else { Op::Jump };
            return [skip, Instr::with_bx(op, 0, distance).0];
        }
        let op = if back {
            backward(ins.op).unwrap_or(ins.op)
        } else {
            ins.op
        };
        if is_short(op) {
            [
                Instr::new(op, ins.a, ins.b, distance as i16 as u16, ins.d).0,
                0,
            ]
        } else {
            [Instr::with_bx(op, ins.a, distance).0, 0]
        }
    }
}

fn place(places: &[u32], index: u32) -> u32 {
    places.get(index as usize).copied().unwrap_or(0)
}

fn position(lines: &LineIndex, span: Span) -> Position {
    let (start, end) = (lines.position(span.start), lines.position(span.end));
    let column = u16::try_from(start.column);
    let end_column = u16::try_from(end.column);
    match (column, end_column) {
        (Ok(column), Ok(end_column)) => Position {
            line: start.line,
            end_line: end.line,
            column,
            end_column,
        },
        _ => Position {
            line: start.line,
            end_line: end.line,
            column: 0,
            end_column: u16::MAX,
        },
    }
}
