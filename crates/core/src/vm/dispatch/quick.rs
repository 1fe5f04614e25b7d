//! The short way of instructions that have one: true if that was all, false if the loop has to
//! go the slow way with the same instruction. What is stored is stored when all is decided.
//!
//! # Safety
//! As `dispatch` says: `instr` is the instruction that runs, its operands are in range.

use super::machine::Machine;
use crate::compile::opcode::{Instr, Op};
use crate::object::*;
use crate::value::Raw;
use crate::vm::fiber::Action;
use crate::vm::intrinsic::{self, Intrinsic};
use crate::vm::steps::{self, Step};
use crate::vm::{generator, keyed, slow};

// Variables

#[inline(always)]
pub(super) unsafe fn is_bound(m: &Machine, instr: Instr) -> bool {
    !m.get(instr.a()).is_unbound()
}

#[inline(always)]
pub(super) unsafe fn delete_local(m: &Machine, instr: Instr) -> bool {
    let bound = is_bound(m, instr);
    if bound {
        m.put(instr.a(), Raw::UNBOUND);
    }
    bound
}

#[inline(always)]
pub(super) unsafe fn load_cell(m: &Machine, instr: Instr) -> bool {
    let cell = m.get(instr.b());
    let found = is_kind(cell, Kind::Cell) && !(*cell.ptr::<PairObj>()).a.is_unbound();
    if found {
        m.put(instr.a(), (*cell.ptr::<PairObj>()).a);
    }
    found
}

#[inline(always)]
pub(super) unsafe fn store_cell(m: &Machine, instr: Instr) -> bool {
    let cell = m.get(instr.a());
    let found = is_kind(cell, Kind::Cell);
    if found {
        let value = m.get(instr.b());
        (*m.vm).heap.barrier(cell.ptr::<PairObj>(), value);
        (*cell.ptr::<PairObj>()).a = value;
    }
    found
}

#[inline(always)]
pub(super) unsafe fn load_global(m: &Machine, instr: Instr) -> bool {
    let (cache, globals) = (m.cache(instr), m.globals());
    let known = (*globals).layout() == (*cache).guard;
    if known {
        let entry = DictObj::entry(globals, (*cache).place as usize);
        m.put(instr.a(), (*entry).value);
    }
    known
}

#[inline(always)]
pub(super) unsafe fn load_builtin(m: &Machine, instr: Instr) -> bool {
    let (cache, globals) = (m.cache(instr), m.globals());
    // The value word holds the layout of the built-ins.
    let known = (*globals).layout() == (*cache).guard
        && (*(*m.vm).builtins).layout() as i64 == (*cache).value.small();
    if known {
        let entry = DictObj::entry((*m.vm).builtins, (*cache).place as usize);
        m.put(instr.a(), (*entry).value);
    }
    known
}

#[inline(always)]
pub(super) unsafe fn store_global(m: &Machine, instr: Instr) -> bool {
    let (cache, globals) = (m.cache(instr), m.globals());
    let known = (*globals).layout() == (*cache).guard;
    if known {
        let (heap, place) = (&mut (*m.vm).heap, (*cache).place as usize);
        DictObj::set_value(heap, globals, place, m.get(instr.a()));
    }
    known
}

// Attributes

#[inline(always)]
pub(super) unsafe fn load_slot(m: &Machine, instr: Instr) -> bool {
    let object = m.get(instr.b());
    let Some(cache) = m.entry(object, instr) else {
        return false;
    };
    let value = *InstanceObj::slot(object.ptr(), (*cache).place as usize);
    // A name of `__slots__` may have none.
    let bound = !value.is_unbound();
    if bound {
        m.put(instr.a(), value);
    }
    bound
}

#[inline(always)]
pub(super) unsafe fn load_class(m: &Machine, instr: Instr) -> bool {
    let object = m.get(instr.b());
    let Some(cache) = m.entry(object, instr) else {
        return false;
    };
    m.put(instr.a(), (*cache).held());
    true
}

/// What a class holds, as a site that knows the class's version has it.
#[inline(always)]
unsafe fn of_type(m: &Machine, instr: Instr) -> Option<Raw> {
    let (object, cache) = (m.get(instr.b()), m.cache(instr));
    let known = is_kind(object, Kind::Type) && (*object.ptr::<TypeObj>()).version == (*cache).guard;
    known.then(|| (*cache).held())
}

/// What a module holds, as a site that knows its layout has it.
#[inline(always)]
unsafe fn of_module(m: &Machine, instr: Instr) -> Option<Raw> {
    let (object, cache) = (m.get(instr.b()), m.cache(instr));
    if !is_kind(object, Kind::Module) {
        return None;
    }
    let dict = (*object.ptr::<ModuleObj>()).dict;
    let known = (*dict).layout() == (*cache).guard;
    known.then(|| (*DictObj::entry(dict, (*cache).place as usize)).value)
}

#[inline(always)]
pub(super) unsafe fn load_type(m: &Machine, instr: Instr) -> bool {
    let found = of_type(m, instr);
    if let Some(raw) = found {
        m.put(instr.a(), raw);
    }
    found.is_some()
}

#[inline(always)]
pub(super) unsafe fn load_module(m: &Machine, instr: Instr) -> bool {
    let found = of_module(m, instr);
    if let Some(raw) = found {
        m.put(instr.a(), raw);
    }
    found.is_some()
}

#[inline(always)]
pub(super) unsafe fn store_slot(m: &Machine, instr: Instr) -> bool {
    let object = m.get(instr.a());
    let Some(cache) = m.entry(object, instr) else {
        return false;
    };
    let (heap, slot) = (&mut (*m.vm).heap, (*cache).place as usize);
    InstanceObj::set(heap, object.ptr(), slot, m.get(instr.b()));
    true
}

#[inline(always)]
pub(super) unsafe fn store_new(m: &Machine, instr: Instr) -> bool {
    let object = m.get(instr.a());
    let Some(cache) = m.entry(object, instr) else {
        return false;
    };
    let object: *mut InstanceObj = object.ptr();
    let (slot, value) = ((*cache).place as usize, m.get(instr.b()));
    if slot >= (*object).header.aux as usize {
        return false;
    }
    (*m.vm).heap.barrier(object, value);
    *InstanceObj::inline(object).add(slot) = value;
    (*object).header.class = (*(*cache).value.ptr::<ShapeObj>()).id;
    true
}

#[inline(always)]
pub(super) unsafe fn method_of_class(m: &Machine, instr: Instr) -> bool {
    let object = m.get(instr.b());
    let Some(cache) = m.entry(object, instr) else {
        return false;
    };
    m.put(instr.a() + 1, object);
    m.put(instr.a(), (*cache).value);
    true
}

#[inline(always)]
pub(super) unsafe fn method_of_type(m: &Machine, instr: Instr) -> bool {
    unbound_method(m, instr, of_type(m, instr))
}

#[inline(always)]
pub(super) unsafe fn method_of_module(m: &Machine, instr: Instr) -> bool {
    unbound_method(m, instr, of_module(m, instr))
}

#[inline(always)]
unsafe fn unbound_method(m: &Machine, instr: Instr, found: Option<Raw>) -> bool {
    if let Some(raw) = found {
        m.put(instr.a(), raw);
        m.put(instr.a() + 1, Raw::UNBOUND);
    }
    found.is_some()
}

// Items

#[inline(always)]
pub(super) unsafe fn get_item(m: &Machine, instr: Instr) -> bool {
    let (object, key) = (m.get(instr.b()), m.get(instr.c()));
    if key.is_small() && is_kind(object, Kind::List) {
        let list: *mut ListObj = object.ptr();
        if let Some(at) = keyed::place(key.small(), (*list).len) {
            m.put(instr.a(), *ListObj::items(list).add(at));
            return true;
        }
        return false;
    }
    let found = keyed::item(m.vm, object, key);
    let known = !found.is_unbound();
    if known {
        m.put(instr.a(), found);
    }
    known
}

#[inline(always)]
pub(super) unsafe fn get_item_int(m: &Machine, instr: Instr) -> bool {
    let object = m.get(instr.b());
    let items = match kind_of(object) {
        Some(Kind::List) => ListObj::slice(object.ptr()),
        Some(Kind::Tuple) => TupleObj::slice(object.ptr()),
        _ => return false,
    };
    let Some(at) = keyed::place(instr.sc(), items.len()) else {
        return false;
    };
    m.put(instr.a(), *items.as_ptr().add(at));
    true
}

#[inline(always)]
pub(super) unsafe fn set_item(m: &Machine, instr: Instr) -> bool {
    let (object, key) = (m.get(instr.a()), m.get(instr.b()));
    if key.is_small() && is_kind(object, Kind::List) {
        let list: *mut ListObj = object.ptr();
        if let Some(at) = keyed::place(key.small(), (*list).len) {
            ListObj::set(&mut (*m.vm).heap, list, at, m.get(instr.c()));
            return true;
        }
        return false;
    }
    let value = m.get(instr.c());
    let place = keyed::place_for(m.vm, object, key, value);
    if !place.is_null() {
        *place = value;
    }
    !place.is_null()
}

#[inline(always)]
pub(super) unsafe fn contains(m: &Machine, instr: Instr) -> bool {
    let found = keyed::contains(m.vm, m.get(instr.c()), m.get(instr.b()));
    if let Some(found) = found {
        m.put(instr.a(), Raw::from_bool(found != (instr.d() != 0)));
    }
    found.is_some()
}

#[inline(always)]
pub(super) unsafe fn list_append(m: &Machine, instr: Instr) -> bool {
    let list = m.get(instr.a());
    is_kind(list, Kind::List)
        && ListObj::push(&mut (*m.vm).heap, list.ptr(), m.get(instr.b())).is_ok()
}

#[inline(always)]
pub(super) unsafe fn unpack(m: &Machine, instr: Instr) -> bool {
    let (source, count) = (m.get(instr.b()), instr.c());
    let items = match kind_of(source) {
        Some(Kind::Tuple) => TupleObj::slice(source.ptr()),
        Some(Kind::List) if count > 0 => ListObj::slice(source.ptr()),
        _ => return false,
    };
    if items.len() != count {
        return false;
    }
    for i in 0..count {
        m.put(instr.a() + i, *items.as_ptr().add(i));
    }
    true
}

// Identity

#[inline(always)]
pub(super) unsafe fn is(m: &Machine, instr: Instr) {
    let same = m.get(instr.b()) == m.get(instr.c());
    m.put(instr.a(), Raw::from_bool(same != (instr.d() != 0)));
}

#[inline(always)]
pub(super) unsafe fn jump_is(m: &mut Machine, instr: Instr) {
    if (m.get(instr.a()) == m.get(instr.b())) == (instr.d() != 0) {
        m.jump(instr.sc() as isize);
    }
}

#[inline(always)]
pub(super) unsafe fn jump_is_none(m: &mut Machine, instr: Instr) {
    if m.get(instr.a()).is_none() == (instr.d() != 0) {
        m.jump(instr.sc() as isize);
    }
}

// Operators of one operand

#[inline(always)]
pub(super) unsafe fn neg(m: &Machine, instr: Instr) -> bool {
    let x = m.get(instr.b());
    if x.is_double() {
        m.put(instr.a(), Raw::from_canonical(-x.double()));
        return true;
    }
    if x.is_small()
        && let Some(raw) = Raw::try_small(-x.small())
    {
        m.put(instr.a(), raw);
        return true;
    }
    false
}

#[inline(always)]
pub(super) unsafe fn not(m: &Machine, instr: Instr) -> bool {
    let x = m.get(instr.b());
    if x.is_bool() {
        m.put(instr.a(), Raw(x.0 ^ 1));
    }
    x.is_bool()
}

/// The truth of a value whose type needs no asking.
#[inline(always)]
pub(super) fn truth(raw: Raw) -> Option<bool> {
    if raw.is_bool() {
        Some(raw == Raw::TRUE)
    } else if raw.is_small() {
        Some(raw.small() != 0)
    } else if raw.is_none() {
        Some(false)
    } else {
        None
    }
}

// Loops

/// The iterator of a loop, if it is of a kind.
#[inline(always)]
unsafe fn iterator(m: &Machine, instr: Instr, class: ClassId) -> Option<*mut IterObj> {
    let iter = m.get(instr.a());
    (is_kind(iter, Kind::Iter) && (*iter.ptr::<Header>()).class == class).then(|| iter.ptr())
}

#[inline(always)]
pub(super) unsafe fn for_range(m: &mut Machine, instr: Instr) -> bool {
    let Some(iter) = iterator(m, instr, ClassId::RangeIter) else {
        return false;
    };
    if (*iter).limit > 0 {
        let value = (*iter).index;
        (*iter).limit -= 1;
        (*iter).index = value.wrapping_add((*iter).step);
        m.put(usize::from(instr.d()), Raw::from_small(value));
        m.jump(instr.bx() as isize);
    } else {
        m.put(instr.a(), Raw::UNBOUND);
    }
    true
}

/// The next of the items that an iterator goes over, or its end.
#[inline(always)]
unsafe fn next_of(m: &mut Machine, instr: Instr, iter: *mut IterObj, items: &[Raw]) {
    match items.get((*iter).index as usize) {
        Some(&item) => {
            (*iter).index += 1;
            m.put(usize::from(instr.d()), item);
            m.jump(instr.bx() as isize);
        }
        None => {
            (*iter).source = Raw::UNBOUND;
            m.put(instr.a(), Raw::UNBOUND);
        }
    }
}

#[inline(always)]
pub(super) unsafe fn for_list(m: &mut Machine, instr: Instr) -> bool {
    let Some(iter) = iterator(m, instr, ClassId::ListIter) else {
        return false;
    };
    let source = (*iter).source;
    let known = is_kind(source, Kind::List);
    if known {
        next_of(m, instr, iter, ListObj::slice(source.ptr()));
    }
    known
}

#[inline(always)]
pub(super) unsafe fn for_tuple(m: &mut Machine, instr: Instr) -> bool {
    let Some(iter) = iterator(m, instr, ClassId::TupleIter) else {
        return false;
    };
    let source = (*iter).source;
    let known = is_kind(source, Kind::Tuple);
    if known {
        next_of(m, instr, iter, TupleObj::slice(source.ptr()));
    }
    known
}

/// Goes on as a step has said.
#[inline(always)]
unsafe fn stepped(m: &mut Machine, instr: Instr, step: Step) -> bool {
    match step {
        Step::Taken => m.jump(instr.bx() as isize),
        Step::End => m.put(instr.a(), Raw::UNBOUND),
        Step::Other => {}
    }
    step != Step::Other
}

#[inline(always)]
pub(super) unsafe fn for_step(m: &mut Machine, instr: Instr) -> bool {
    let iter = m.get(instr.a());
    if !is_kind(iter, Kind::Iter) {
        return false;
    }
    let step = steps::item(m.vm, iter.ptr(), m.regs.add(usize::from(instr.d())));
    stepped(m, instr, step)
}

#[inline(always)]
pub(super) unsafe fn for_pair(m: &mut Machine, instr: Instr) -> bool {
    let iter = m.get(instr.a());
    if !is_kind(iter, Kind::Iter) {
        return false;
    }
    let step = steps::pair(m.vm, iter.ptr(), m.regs.add(usize::from(instr.d())));
    stepped(m, instr, step)
}

/// On into a generator that waits, or has not begun.
#[inline(always)]
pub(super) unsafe fn for_generator(m: &mut Machine, instr: Instr) -> bool {
    let iter = m.get(instr.a());
    if !is_kind(iter, Kind::Generator) {
        return false;
    }
    m.save();
    let entered = generator::enter(m.fiber, iter.ptr(), Raw::NONE);
    if entered {
        m.reload();
    }
    entered
}

/// Back to the loop that goes over the generator whose frame is on top.
#[inline(always)]
pub(super) unsafe fn do_yield(m: &mut Machine, instr: Instr) -> bool {
    let resumer = m.frame.sub(1);
    if (*m.frame).action != Action::Generator || (*resumer).func.is_null() || instr.d() != 0 {
        return false;
    }
    let waiting = Instr(*(*resumer).pc.sub(1));
    if waiting.op_byte() != Op::ForGenerator as u8 {
        return false;
    }
    let value = m.get(instr.b());
    m.save();
    generator::park(m.fiber, false, instr.a());
    m.reload();
    m.put(usize::from(waiting.d()), value);
    m.jump(waiting.bx() as isize);
    true
}

// Calls

/// Enters a script's function that takes the `count` arguments behind `a` as they stand.
#[inline(always)]
unsafe fn enter(m: &mut Machine, instr: Instr, callee: Raw, count: usize) -> bool {
    let func: *mut FuncObj = callee.ptr();
    if (*(*func).code).simple_args as usize != count {
        return false;
    }
    (*m.vm).heap.ticks -= 1;
    let base = (*m.frame).base as usize + instr.a() + 1;
    let nregs = (*(*func).code).nregs as usize;
    if !slow::can_push(m.fiber, base + nregs) {
        return false;
    }
    m.save();
    m.regs = m.regs.add(instr.a() + 1);
    m.frame = slow::push_simple(m.fiber, func, base, m.regs, count, instr.c());
    m.pc = (*m.frame).pc;
    true
}

#[inline(always)]
pub(super) unsafe fn call_function(m: &mut Machine, instr: Instr) -> bool {
    let callee = m.get(instr.a());
    is_kind(callee, Kind::Function) && enter(m, instr, callee, instr.b())
}

#[inline(always)]
pub(super) unsafe fn call_method(m: &mut Machine, instr: Instr) -> bool {
    let callee = m.get(instr.a());
    is_kind(callee, Kind::Function)
        && !m.get(instr.a() + 1).is_unbound()
        && enter(m, instr, callee, instr.b() + 1)
}

/// What a native's intrinsic answers to the `count` arguments from a register on.
#[inline(always)]
unsafe fn answered(m: &Machine, instr: Instr, first: usize, count: usize) -> bool {
    let callee = m.get(instr.a());
    if !is_kind(callee, Kind::Native) {
        return false;
    }
    let native: *mut NativeObj = callee.ptr();
    let intrinsic = (*(*native).def).intrinsic;
    if intrinsic == Intrinsic::None || !(*native).this.is_unbound() {
        return false;
    }
    let args = core::slice::from_raw_parts(m.regs.add(first), count);
    // The commonest of all needs not even the call.
    let answer = match (intrinsic, args) {
        (Intrinsic::Append, &[list, item]) if is_kind(list, Kind::List) => {
            let pushed = ListObj::push(&mut (*m.vm).heap, list.ptr(), item);
            pushed.is_ok().then_some(Raw::NONE)
        }
        _ => intrinsic::answer(m.vm, intrinsic, args),
    };
    let Some(raw) = answer else {
        return false;
    };
    m.put(instr.c(), raw);
    true
}

#[inline(always)]
pub(super) unsafe fn call_native(m: &Machine, instr: Instr) -> bool {
    answered(m, instr, instr.a() + 1, instr.b())
}

#[inline(always)]
pub(super) unsafe fn call_method_native(m: &Machine, instr: Instr) -> bool {
    !m.get(instr.a() + 1).is_unbound() && answered(m, instr, instr.a() + 1, instr.b() + 1)
}

/// Back to a script's frame that waits for the value in a register.
#[inline(always)]
pub(super) unsafe fn leave(m: &mut Machine, raw: Raw) -> bool {
    let raw = match (*m.frame).action {
        Action::Store => raw,
        Action::Init if raw.is_none() => (*m.frame).extra,
        Action::Binary if raw != (*m.vm).not_implemented => raw,
        _ => return false,
    };
    let dest = (*m.frame).dest as usize;
    (*m.fiber).depth -= 1;
    let len = (*m.fiber).frames.len() - 1;
    (*m.fiber).frames.set_len(len);
    m.frame = (*m.fiber).frames.as_mut_ptr().add(len - 1);
    m.pc = (*m.frame).pc;
    m.regs = (*m.fiber).stack.add((*m.frame).base as usize);
    m.put(dest, raw);
    true
}
