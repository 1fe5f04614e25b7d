//! Slices of strs, lists and tuples: `s[a:b]` makes its result at once, without the slice.
//!
//! # Safety
//! As in `slow`. The register of a slice that is only a subscript is not read again.

use super::*;
use crate::compile::opcode::{Instr, Op};
use core::ops::Range;

/// What is copied here at most, in items or bytes: more is charged for by the native.
const SHORT: usize = 512;

#[inline(never)]
pub(crate) unsafe fn build_slice(fiber: *mut Fiber, instr: Instr) -> Flow {
    if let Some(flow) = sliced(fiber, instr) {
        return flow;
    }
    let vm = (*fiber).vm;
    let made = alloc(fiber, || {
        let parts = regs(fiber).add(instr.b());
        SliceObj::new(&mut (*vm).heap, *parts, *parts.add(1), *parts.add(2))
    });
    match made {
        Ok(slice) => {
            regs(fiber).add(instr.a()).write(Raw::from_ptr(slice));
            Flow::Go
        }
        Err(flow) => flow,
    }
}

/// The slice and the subscript that follows in one, if both are plain.
#[inline]
unsafe fn sliced(fiber: *mut Fiber, instr: Instr) -> Option<Flow> {
    let next = Instr(*(*frame(fiber)).pc);
    if next.op_byte() != Op::GetItem as u8 || next.c() != instr.a() || next.b() == instr.a() {
        return None;
    }
    let parts = regs(fiber).add(instr.b());
    let bounds = [*parts, *parts.add(1)];
    if !(*parts.add(2)).is_none() {
        return None;
    }
    let heap = &raw mut (*(*fiber).vm).heap;
    let object = *regs(fiber).add(next.b());
    let made = match kind_of(object)? {
        Kind::Str if (*object.ptr::<StrObj>()).is_ascii() => {
            let range = range(bounds, StrObj::bytes(object.ptr()).len())?;
            let part = StrObj::bytes(object.ptr()).get(range)?;
            match part {
                [] => Ok((*(*fiber).vm).empty_str),
                &[byte] => Ok((*(*fiber).vm).ascii[usize::from(byte & 127)]),
                _ if part.len() == StrObj::bytes(object.ptr()).len() => Ok(object),
                _ => alloc(fiber, || StrObj::new(&mut *heap, part).map(Raw::from_ptr)),
            }
        }
        Kind::List => {
            let range = range(bounds, ListObj::slice(object.ptr()).len())?;
            let part = ListObj::slice(object.ptr()).get(range)?;
            alloc(fiber, || {
                ListObj::from_slice(&mut *heap, part.as_ptr(), part.len()).map(Raw::from_ptr)
            })
        }
        Kind::Tuple => {
            let range = range(bounds, TupleObj::slice(object.ptr()).len())?;
            let part = TupleObj::slice(object.ptr()).get(range)?;
            match part {
                [] => Ok((*(*fiber).vm).empty_tuple),
                _ if part.len() == TupleObj::slice(object.ptr()).len() => Ok(object),
                _ => alloc(fiber, || {
                    TupleObj::from_slice(&mut *heap, part.as_ptr(), part.len()).map(Raw::from_ptr)
                }),
            }
        }
        _ => return None,
    };
    Some(match made {
        Ok(raw) => {
            regs(fiber).add(next.a()).write(raw);
            (*frame(fiber)).pc = (*frame(fiber)).pc.add(1);
            Flow::Go
        }
        Err(flow) => flow,
    })
}

/// The range that two plain bounds name in `len` items, if it is short.
fn range([start, stop]: [Raw; 2], len: usize) -> Option<Range<usize>> {
    let place = |bound: Raw, otherwise: usize| {
        if bound.is_none() {
            return Some(otherwise);
        }
        if !bound.is_small() {
            return None;
        }
        let at = bound.small();
        let from_end = if at < 0 { at + len as i64 } else { at };
        Some(from_end.clamp(0, len as i64) as usize)
    };
    let start = place(start, 0)?;
    let stop = place(stop, len)?.max(start);
    (stop - start <= SHORT).then_some(start..stop)
}
