//! Displays, f-strings and the arguments of star calls.
//!
//! # Safety
//! As `slow` says: `fiber` runs, its frame on top is saved, `instr` is the instruction
//! that it stands behind.

use super::*;
use crate::builtins::protocol;
use crate::compile::opcode::Instr;
use crate::text::int::{DecimalBuf, decimal_len};
use crate::vm::call::plain;

unsafe fn put_made<T>(fiber: *mut Fiber, dest: usize, made: Result<*mut T, Flow>) -> Flow {
    match made {
        Ok(object) => {
            regs(fiber).add(dest).write(Raw::from_ptr(object));
            Flow::Go
        }
        Err(flow) => flow,
    }
}

#[inline(never)]
pub(crate) unsafe fn build_list(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let made = alloc(fiber, || {
        ListObj::from_slice(&mut (*vm).heap, regs(fiber).add(instr.b()), instr.c())
    });
    put_made(fiber, instr.a(), made)
}

#[inline(never)]
pub(crate) unsafe fn build_tuple(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    if instr.c() == 0 {
        regs(fiber).add(instr.a()).write((*vm).empty_tuple);
        return Flow::Go;
    }
    let made = alloc(fiber, || {
        TupleObj::from_slice(&mut (*vm).heap, regs(fiber).add(instr.b()), instr.c())
    });
    put_made(fiber, instr.a(), made)
}

#[inline(never)]
pub(crate) unsafe fn build_dict(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let result = cx.dict().and_then(|dict| {
        for i in 0..instr.c() {
            let at = instr.b() + 2 * i;
            cx.dict_set(dict, reg(fiber, at), reg(fiber, at + 1))?;
        }
        Ok(dict)
    });
    store(fiber, cx, instr.a(), result)
}

#[inline(never)]
pub(crate) unsafe fn build_string(fiber: *mut Fiber, instr: Instr) -> Flow {
    let parts = core::slice::from_raw_parts(regs(fiber).add(instr.b()), instr.c());
    if let Some(len) = ascii_len(parts) {
        let vm = (*fiber).vm;
        let made = alloc(fiber, || StrObj::uninit_ascii(&mut (*vm).heap, len));
        if let Ok(made) = made {
            write_ascii(parts, StrObj::ascii_data(made));
        }
        return put_made(fiber, instr.a(), made);
    }
    let mut cx = native(fiber);
    let mut text = cx.text();
    for i in 0..instr.c() {
        let part = reg(fiber, instr.b() + i);
        match cx.get(part).small_int() {
            Some(int) => {
                text.push_str(if int < 0 { "-" } else { "" });
                text.push(DecimalBuf::new().format(int.unsigned_abs()));
            }
            None => text.push(cx.str_bytes(part).unwrap_or(b"")),
        }
    }
    let result = cx.finish(text);
    store(fiber, cx, instr.a(), result)
}

/// The length of a text of these parts, strs and small ints, if all of it is ASCII and it is not
/// one of the VM's own texts, which are shorter than two characters.
unsafe fn ascii_len(parts: &[Raw]) -> Option<usize> {
    let mut len = 0usize;
    for &part in parts {
        len = len.checked_add(if part.is_small() {
            let int = part.small();
            decimal_len(int.unsigned_abs()) + usize::from(int < 0)
        } else if is_kind(part, Kind::Str) && (*part.ptr::<StrObj>()).is_ascii() {
            (*part.ptr::<StrObj>()).byte_len()
        } else {
            return None;
        })?;
    }
    (len > 1).then_some(len)
}

/// Writes the parts of which [`ascii_len`] has told the length.
unsafe fn write_ascii(parts: &[Raw], mut to: *mut u8) {
    for &part in parts {
        if !part.is_small() {
            let bytes = StrObj::bytes(part.ptr());
            to.copy_from_nonoverlapping(bytes.as_ptr(), bytes.len());
            to = to.add(bytes.len());
            continue;
        }
        let mut left = part.small().unsigned_abs();
        if part.small() < 0 {
            to.write(b'-');
            to = to.add(1);
        }
        let len = decimal_len(left);
        for at in (0..len).rev() {
            to.add(at).write(b'0' + (left % 10) as u8);
            left /= 10;
        }
        to = to.add(len);
    }
}

#[inline(never)]
#[cold]
pub(crate) unsafe fn list_append(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let result = cx.list_push(reg(fiber, instr.a()), reg(fiber, instr.b()));
    done(fiber, cx, result)
}

pub(crate) unsafe fn list_extend(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let (list, items) = (reg(fiber, instr.a()), reg(fiber, instr.b()));
    let result = if instr.d() == 1 {
        protocol::extend_args(&mut cx, list, items, reg(fiber, instr.c()))
    } else {
        protocol::extend_display(&mut cx, list, items)
    };
    done(fiber, cx, result)
}

pub(crate) unsafe fn list_to_tuple(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let result = cx.tuple_from_list(reg(fiber, instr.b()));
    store(fiber, cx, instr.a(), result)
}

#[inline(never)]
pub(crate) unsafe fn dict_set(fiber: *mut Fiber, instr: Instr) -> Flow {
    let regs = regs(fiber);
    let (dict, key) = (*regs.add(instr.a()), *regs.add(instr.b()));
    if is_kind(dict, Kind::Dict)
        && let Some(flow) = set_plain_key(fiber, dict.ptr(), key, *regs.add(instr.c()))
    {
        return flow;
    }
    let mut cx = native(fiber);
    let result = cx.dict_set(
        reg(fiber, instr.a()),
        reg(fiber, instr.b()),
        reg(fiber, instr.c()),
    );
    done(fiber, cx, result)
}

pub(crate) unsafe fn dict_update(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let result = protocol::dict_update(&mut cx, reg(fiber, instr.a()), reg(fiber, instr.b()));
    done(fiber, cx, result)
}

pub(crate) unsafe fn dict_merge(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let result = protocol::dict_merge(
        &mut cx,
        reg(fiber, instr.a()),
        reg(fiber, instr.b()),
        reg(fiber, instr.c()),
    );
    done(fiber, cx, result)
}

pub(crate) unsafe fn build_set(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let result = cx.empty_set().and_then(|set| {
        for i in 0..instr.c() {
            cx.set_add(set, reg(fiber, instr.b() + i))?;
        }
        Ok(set)
    });
    store(fiber, cx, instr.a(), result)
}

#[inline(never)]
pub(crate) unsafe fn set_add(fiber: *mut Fiber, instr: Instr) -> Flow {
    let (set, key) = (*regs(fiber).add(instr.a()), *regs(fiber).add(instr.b()));
    if is_kind(set, Kind::Set)
        && let Some(flow) = set_plain_key(fiber, SetObj::table(set.ptr()), key, Raw::NONE)
    {
        return flow;
    }
    let mut cx = native(fiber);
    let result = cx.set_add(reg(fiber, instr.a()), reg(fiber, instr.b()));
    done(fiber, cx, result.map(|_| ()))
}

pub(crate) unsafe fn set_update(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let result = protocol::sets::update(&mut cx, reg(fiber, instr.a()), reg(fiber, instr.b()));
    done(fiber, cx, result)
}

#[inline(never)]
pub(crate) unsafe fn format_value(fiber: *mut Fiber, instr: Instr) -> Flow {
    // Without a specification, as it is or by `!s`: mostly a str or a small int.
    if instr.d() & !1 == 8 {
        let value = *regs(fiber).add(instr.b());
        if value.is_small() {
            regs(fiber).add(instr.a()).write(value);
            return Flow::Go;
        }
    }
    if instr.d() & 4 == 0
        && instr.d() & 3 < 2
        && let Some(made) = plain::text((*fiber).vm, *regs(fiber).add(instr.b()))
    {
        regs(fiber).add(instr.a()).write(made);
        return Flow::Go;
    }
    let mut cx = native(fiber);
    let value = reg(fiber, instr.b());
    let spec = (instr.d() & 4 != 0).then(|| reg(fiber, instr.c()));
    let result = format(&mut cx, value, instr.d() & 3, spec);
    store(fiber, cx, instr.a(), result)
}

fn format<'f>(
    cx: &mut Context<'f>,
    value: Local<'f>,
    conversion: u8,
    spec: Option<Local<'f>>,
) -> Res<'f> {
    let value = match conversion {
        1 => protocol::str(cx, value)?,
        2 => protocol::repr(cx, value)?,
        3 => protocol::ascii(cx, value)?,
        _ => value,
    };
    match spec {
        None if cx.is(value, Kind::Str) => Ok(value),
        None => {
            let empty = cx.str("")?;
            protocol::format(cx, value, empty)
        }
        Some(spec) => protocol::format(cx, value, spec),
    }
}
