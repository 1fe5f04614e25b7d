//! Patterns of `match` statements, and `except*`.
//!
//! # Safety
//! As `slow` says: `fiber` runs, its frame on top is saved, `instr` is the instruction
//! that it stands behind.

use super::*;
use crate::builtins::protocol;
use crate::builtins::types::exception::group;
use crate::compile::opcode::Instr;

pub(crate) unsafe fn match_kind(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let subject = *regs(fiber).add(instr.b());
    let wanted = match instr.d() {
        0 => TypeFlags::SEQUENCE,
        _ => TypeFlags::MAPPING,
    };
    let is = (*(*vm).type_of(subject)).flags & wanted != 0;
    regs(fiber).add(instr.a()).write(Raw::from_bool(is));
    Flow::Go
}

pub(crate) unsafe fn get_len(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let result = protocol::len(&mut cx, reg(fiber, instr.b())).and_then(|len| cx.size(len));
    store(fiber, cx, instr.a(), result)
}

pub(crate) unsafe fn match_keys(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let result = protocol::match_keys(&mut cx, reg(fiber, instr.b()), reg(fiber, instr.c()));
    store(fiber, cx, instr.a(), result)
}

pub(crate) unsafe fn match_class(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let (subject, class) = (reg(fiber, instr.b()), reg(fiber, instr.c()));
    let names = reg(fiber, instr.c() + 1);
    let count = cx.as_int(reg(fiber, instr.c() + 2));
    let count = count
        .and_then(|count| usize::try_from(count).ok())
        .unwrap_or(0);
    let result = protocol::match_class(&mut cx, subject, class, names, count);
    store(fiber, cx, instr.a(), result)
}

pub(crate) unsafe fn match_group(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    match group::matched(&mut cx, reg(fiber, instr.a()), reg(fiber, instr.c())) {
        Ok((found, rest)) => {
            let (found, rest) = (cx.raw(found), cx.raw(rest));
            regs(fiber).add(instr.a()).write(rest);
            regs(fiber).add(instr.b()).write(found);
            if !found.is_none() {
                (*fiber).handled = found;
            }
            Flow::Go
        }
        Err(error) => fail(fiber, cx, error),
    }
}

pub(crate) unsafe fn merge_group(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let result = group::merged(&mut cx, reg(fiber, instr.b()), reg(fiber, instr.c()));
    store(fiber, cx, instr.a(), result)
}
