//! The loop: one arm per opcode, a small fast path each, all else out of line.
//!
//! `pc`, `regs` and `frame` live in machine registers. Whatever may leave the
//! arm saves `pc` in the frame first and reloads all three afterwards (`slow!`),
//! because the value stack and the frames may have moved.
//!
//! # Safety
//! The raw layer's contract (`heap`). The frame on top of `fiber` is a script's with
//! a saved `pc`, and its code was compiled here or verified: registers, constants and
//! sites of an instruction are in range, so no arm checks them.

pub(crate) mod fast;

use crate::compile::opcode::{Instr, Op};
use crate::object::*;
use crate::value::Raw;
use crate::vm::fiber::{Action, Fiber, Frame};
use crate::vm::slow::{self, Flow};
use crate::vm::unwind::{self, Unwound};
use core::mem::transmute;

/// Runs the frame on top until its run ends: the value, ERROR (the exception is
/// in `fiber.error`) or PENDING (the task is to be parked).
///
/// # Safety
/// Raw layer: the frame on top is a script's.
pub(crate) unsafe fn run(fiber: *mut Fiber) -> Raw {
    (*fiber).nesting += 1;
    let raw = execute(fiber, false);
    (*fiber).nesting -= 1;
    raw
}

/// As [`run`], beginning with the exception in `fiber.error` raised in the frame.
///
/// # Safety
/// As [`run`].
pub(crate) unsafe fn run_raising(fiber: *mut Fiber) -> Raw {
    (*fiber).nesting += 1;
    let raw = execute(fiber, true);
    (*fiber).nesting -= 1;
    raw
}

#[inline(never)]
#[allow(
    unused_assignments,
    reason = "one macro reloads for all arms; some do not read all of it again"
)]
unsafe fn execute(fiber: *mut Fiber, raising: bool) -> Raw {
    let vm = (*fiber).vm;
    let mut frame: *mut Frame;
    let mut pc: *const u64;
    let mut regs: *mut Raw;

    macro_rules! reload {
        () => {{
            frame = (*fiber).frames.as_mut_ptr().add((*fiber).frames.len() - 1);
            pc = (*frame).pc;
            regs = (*fiber).stack.add((*frame).base as usize);
        }};
    }
    macro_rules! raise {
        () => {{
            match unwind::unwind(fiber) {
                Unwound::Resume => reload!(),
                Unwound::Exit => return Raw::ERROR,
            }
        }};
    }
    // Leaves the arm: the function finds the frame saved and stores its results itself.
    macro_rules! slow {
        ($function:expr, $instr:expr) => {{
            (*frame).pc = pc;
            match $function(fiber, $instr) {
                Flow::Go => reload!(),
                Flow::Raise => raise!(),
                Flow::Reraise => match unwind::unwind_from(fiber) {
                    Unwound::Resume => reload!(),
                    Unwound::Exit => return Raw::ERROR,
                },
                Flow::Exit(raw) => return raw,
            }
        }};
    }
    macro_rules! get {
        ($index:expr) => {
            *regs.add($index)
        };
    }
    macro_rules! put {
        ($index:expr, $raw:expr) => {
            *regs.add($index) = $raw
        };
    }
    macro_rules! cache {
        ($instr:expr) => {
            (*(*frame).code).caches.add(2 * $instr.c())
        };
    }
    // The entry of a site that knows this class; the slow way otherwise.
    macro_rules! entry {
        ($object:ident, $instr:ident, $slow:path) => {{
            let cache = cache!($instr);
            if !$object.is_ptr() {
                slow!($slow, $instr);
                continue;
            }
            let class = (*$object.ptr::<Header>()).class.0;
            if class == (*cache).guard {
                cache
            } else if class == (*cache.add(1)).guard {
                cache.add(1)
            } else {
                slow!($slow, $instr);
                continue;
            }
        }};
    }
    // One shared counter for fuel, collector and interrupts.
    macro_rules! safepoint {
        ($instr:expr) => {{
            (*vm).heap.ticks -= 1;
            if (*vm).heap.ticks <= 0 {
                (*frame).pc = pc;
                if let Flow::Raise = slow::safepoint(fiber) {
                    raise!();
                    continue;
                }
                // Finalizers may have run: the stack and the frames may have moved.
                frame = (*fiber).frames.as_mut_ptr().add((*fiber).frames.len() - 1);
                regs = (*fiber).stack.add((*frame).base as usize);
                reload!();
            }
        }};
    }
    macro_rules! arithmetic {
        ($instr:ident, $fast:path, $float:expr) => {{
            let (x, y) = (get!($instr.b()), get!($instr.c()));
            if x.both_small(y) {
                if let Some(raw) = $fast(x, y) {
                    put!($instr.a(), raw);
                    continue;
                }
            } else if x.is_double() && y.is_double() {
                let float: Option<f64> = $float(x.double(), y.double());
                if let Some(float) = float {
                    put!($instr.a(), Raw::from_canonical(float));
                    continue;
                }
            }
            slow!(slow::binary, $instr);
        }};
    }
    macro_rules! arithmetic_int {
        ($instr:ident, $fast:path) => {{
            let x = get!($instr.b());
            if x.is_small() {
                if let Some(raw) = $fast(x, Raw::from_small($instr.sc())) {
                    put!($instr.a(), raw);
                    continue;
                }
            }
            slow!(slow::binary_int, $instr);
        }};
    }
    macro_rules! bitwise {
        ($instr:ident, $op:tt) => {{
            let (x, y) = (get!($instr.b()), get!($instr.c()));
            if x.both_small(y) {
                put!($instr.a(), Raw::from_small_high(x.small_high() $op y.small_high()));
                continue;
            }
            slow!(slow::binary, $instr);
        }};
    }
    macro_rules! compare {
        ($instr:ident, $op:tt) => {{
            let (x, y) = (get!($instr.b()), get!($instr.c()));
            if x.both_small(y) {
                put!($instr.a(), Raw::from_bool(x.small_high() $op y.small_high()));
            } else if x.is_double() && y.is_double() {
                put!($instr.a(), Raw::from_bool(x.double() $op y.double()));
            } else {
                slow!(slow::compare, $instr);
            }
        }};
    }
    macro_rules! compare_jump {
        ($instr:ident, $op:tt, $back:expr) => {{
            if $back {
                safepoint!($instr);
            }
            let (x, y) = (get!($instr.a()), get!($instr.b()));
            let truth = if x.both_small(y) {
                x.small_high() $op y.small_high()
            } else if x.is_double() && y.is_double() {
                x.double() $op y.double()
            } else {
                slow!(slow::compare_jump, $instr);
                continue;
            };
            if truth == ($instr.d() != 0) {
                pc = pc.offset($instr.sc() as isize);
            }
        }};
    }
    macro_rules! compare_jump_int {
        ($instr:ident, $op:tt, $back:expr) => {{
            if $back {
                safepoint!($instr);
            }
            let x = get!($instr.a());
            let truth = if x.is_small() {
                x.small() $op $instr.sb()
            } else if x.is_double() {
                x.double() $op $instr.sb() as f64
            } else {
                slow!(slow::compare_jump_int, $instr);
                continue;
            };
            if truth == ($instr.d() != 0) {
                pc = pc.offset($instr.sc() as isize);
            }
        }};
    }
    macro_rules! jump_if {
        ($instr:ident, $sense:expr, $back:expr) => {{
            if $back {
                safepoint!($instr);
            }
            let raw = get!($instr.a());
            let truth = if raw.is_bool() {
                raw == Raw::TRUE
            } else if raw.is_small() {
                raw.small() != 0
            } else if raw.is_none() {
                false
            } else {
                slow!(slow::jump_if, $instr);
                continue;
            };
            if truth == $sense {
                pc = pc.offset($instr.bx() as isize);
            }
        }};
    }

    reload!();
    if raising {
        raise!();
    }
    loop {
        let instr = Instr(*pc);
        pc = pc.add(1);
        // Verified when the chunk was loaded: the byte is an opcode.
        let op: Op = transmute::<u8, Op>(instr.op_byte());
        match op {
            Op::Nop => {}
            Op::Enter => slow!(slow::enter, instr),

            Op::Move => put!(instr.a(), get!(instr.b())),
            Op::LoadConst => put!(instr.a(), *(*(*frame).code).consts.add(instr.bx() as usize)),
            Op::LoadInt => put!(instr.a(), Raw::from_small(instr.bx() as i64)),
            Op::LoadNone => put!(instr.a(), Raw::NONE),
            Op::LoadTrue => put!(instr.a(), Raw::TRUE),
            Op::LoadFalse => put!(instr.a(), Raw::FALSE),
            Op::Unbind => put!(instr.a(), Raw::UNBOUND),
            Op::CheckLocal => {
                if get!(instr.a()).is_unbound() {
                    slow!(slow::unbound_local, instr);
                }
            }
            Op::DeleteLocal => {
                if get!(instr.a()).is_unbound() {
                    slow!(slow::unbound_local, instr);
                } else {
                    put!(instr.a(), Raw::UNBOUND);
                }
            }

            Op::MakeCell => slow!(slow::make_cell, instr),
            Op::LoadClosure => slow!(slow::load_closure, instr),
            Op::LoadCell => {
                let cell = get!(instr.b());
                if is_kind(cell, Kind::Cell) && !(*cell.ptr::<PairObj>()).a.is_unbound() {
                    put!(instr.a(), (*cell.ptr::<PairObj>()).a);
                } else {
                    slow!(slow::empty_cell, instr);
                }
            }
            Op::StoreCell => {
                let cell = get!(instr.a());
                if is_kind(cell, Kind::Cell) {
                    let value = get!(instr.b());
                    (*cell.ptr::<PairObj>()).a = value;
                    (*vm).heap.barrier(cell.ptr::<PairObj>(), value);
                } else {
                    slow!(slow::empty_cell, instr);
                }
            }

            Op::LoadGlobal => slow!(slow::load_global, instr),
            Op::LoadGlobalEntry => {
                let cache = cache!(instr);
                let globals = (*(*frame).func).globals;
                if (*globals).layout() == (*cache).guard {
                    put!(
                        instr.a(),
                        (*DictObj::entry(globals, (*cache).place as usize)).value
                    );
                } else {
                    slow!(slow::load_global, instr);
                }
            }
            Op::LoadBuiltinEntry => {
                let cache = cache!(instr);
                let globals = (*(*frame).func).globals;
                // The value word holds the layout of the built-ins.
                if (*globals).layout() == (*cache).guard
                    && (*(*vm).builtins).layout() as i64 == (*cache).value.small()
                {
                    put!(
                        instr.a(),
                        (*DictObj::entry((*vm).builtins, (*cache).place as usize)).value
                    );
                } else {
                    slow!(slow::load_global, instr);
                }
            }
            Op::StoreGlobal => slow!(slow::store_global, instr),
            Op::StoreGlobalEntry => {
                let cache = cache!(instr);
                let globals = (*(*frame).func).globals;
                if (*globals).layout() == (*cache).guard {
                    DictObj::set_value(
                        &mut (*vm).heap,
                        globals,
                        (*cache).place as usize,
                        get!(instr.a()),
                    );
                } else {
                    slow!(slow::store_global, instr);
                }
            }
            Op::LoadName => slow!(slow::load_name, instr),
            Op::StoreName => slow!(slow::store_name, instr),

            Op::LoadAttr => slow!(slow::load_attr, instr),
            Op::LoadAttrSlot => {
                let object = get!(instr.b());
                let cache = entry!(object, instr, slow::load_attr);
                put!(
                    instr.a(),
                    *InstanceObj::slot(object.ptr(), (*cache).place as usize)
                );
            }
            Op::LoadAttrClass => {
                let object = get!(instr.b());
                let cache = entry!(object, instr, slow::load_attr);
                put!(instr.a(), (*cache).held());
            }
            Op::LoadAttrType => {
                let (object, cache) = (get!(instr.b()), cache!(instr));
                if is_kind(object, Kind::Type)
                    && (*object.ptr::<TypeObj>()).version == (*cache).guard
                {
                    put!(instr.a(), (*cache).held());
                } else {
                    slow!(slow::load_attr, instr);
                }
            }
            Op::LoadAttrModule => {
                let (object, cache) = (get!(instr.b()), cache!(instr));
                if is_kind(object, Kind::Module)
                    && (*(*object.ptr::<ModuleObj>()).dict).layout() == (*cache).guard
                {
                    let dict = (*object.ptr::<ModuleObj>()).dict;
                    put!(
                        instr.a(),
                        (*DictObj::entry(dict, (*cache).place as usize)).value
                    );
                } else {
                    slow!(slow::load_attr, instr);
                }
            }
            Op::StoreAttr => slow!(slow::store_attr, instr),
            Op::StoreAttrSlot => {
                let object = get!(instr.a());
                let cache = entry!(object, instr, slow::store_attr);
                let value = get!(instr.b());
                InstanceObj::set(
                    &mut (*vm).heap,
                    object.ptr(),
                    (*cache).place as usize,
                    value,
                );
            }
            Op::StoreAttrNew => {
                let object = get!(instr.a());
                let cache = entry!(object, instr, slow::store_attr);
                let object: *mut InstanceObj = object.ptr();
                if (*cache).place as usize >= (*object).header.aux as usize {
                    slow!(slow::store_attr, instr);
                    continue;
                }
                *InstanceObj::inline(object).add((*cache).place as usize) = get!(instr.b());
                (*object).header.class = (*(*cache).value.ptr::<ShapeObj>()).id;
                (*vm).heap.barrier(object, get!(instr.b()));
            }
            Op::LoadMethod => slow!(slow::load_method, instr),
            Op::LoadMethodClass => {
                let object = get!(instr.b());
                let cache = entry!(object, instr, slow::load_method);
                put!(instr.a() + 1, object);
                put!(instr.a(), (*cache).value);
            }
            Op::LoadMethodType => {
                let (object, cache) = (get!(instr.b()), cache!(instr));
                if is_kind(object, Kind::Type)
                    && (*object.ptr::<TypeObj>()).version == (*cache).guard
                {
                    put!(instr.a(), (*cache).held());
                    put!(instr.a() + 1, Raw::UNBOUND);
                } else {
                    slow!(slow::load_method, instr);
                }
            }
            Op::LoadMethodModule => {
                let (object, cache) = (get!(instr.b()), cache!(instr));
                if is_kind(object, Kind::Module)
                    && (*(*object.ptr::<ModuleObj>()).dict).layout() == (*cache).guard
                {
                    let dict = (*object.ptr::<ModuleObj>()).dict;
                    put!(
                        instr.a(),
                        (*DictObj::entry(dict, (*cache).place as usize)).value
                    );
                    put!(instr.a() + 1, Raw::UNBOUND);
                } else {
                    slow!(slow::load_method, instr);
                }
            }
            Op::GetItem => {
                let (object, key) = (get!(instr.b()), get!(instr.c()));
                if key.is_small() && is_kind(object, Kind::List) {
                    let list: *mut ListObj = object.ptr();
                    let len = (*list).len as i64;
                    let at = key.small();
                    let at = if at < 0 { at + len } else { at };
                    if at >= 0 && at < len {
                        put!(instr.a(), *ListObj::items(list).add(at as usize));
                        continue;
                    }
                }
                slow!(slow::get_item, instr);
            }
            Op::GetItemInt => {
                let object = get!(instr.b());
                let len = match kind_of(object) {
                    Some(Kind::List) => (*object.ptr::<ListObj>()).len as i64,
                    Some(Kind::Tuple) => (*object.ptr::<TupleObj>()).len as i64,
                    _ => 0,
                };
                let at = instr.sc();
                let at = if at < 0 { at + len } else { at };
                if at >= 0 && at < len {
                    let items = match (*object.ptr::<Header>()).kind {
                        Kind::List => ListObj::items(object.ptr()),
                        _ => TupleObj::items(object.ptr()),
                    };
                    put!(instr.a(), *items.add(at as usize));
                } else {
                    slow!(slow::get_item_int, instr);
                }
            }
            Op::SetItem => {
                let (object, key) = (get!(instr.a()), get!(instr.b()));
                if key.is_small() && is_kind(object, Kind::List) {
                    let list: *mut ListObj = object.ptr();
                    let len = (*list).len as i64;
                    let at = key.small();
                    let at = if at < 0 { at + len } else { at };
                    if at >= 0 && at < len {
                        ListObj::set(&mut (*vm).heap, list, at as usize, get!(instr.c()));
                        continue;
                    }
                }
                slow!(slow::set_item, instr);
            }

            Op::Add => arithmetic!(instr, fast::add, |x: f64, y: f64| Some(x + y)),
            Op::Sub => arithmetic!(instr, fast::sub, |x: f64, y: f64| Some(x - y)),
            Op::Mul => arithmetic!(instr, fast::mul, |x: f64, y: f64| Some(x * y)),
            Op::TrueDiv => arithmetic!(instr, fast::true_div, |x: f64, y: f64| if y != 0.0 {
                Some(x / y)
            } else {
                None
            }),
            Op::FloorDiv => arithmetic!(instr, fast::floor_div, |_, _| None),
            Op::Mod => arithmetic!(instr, fast::modulo, |_, _| None),
            Op::Pow | Op::MatMul => slow!(slow::binary, instr),
            Op::LShift => {
                let (x, y) = (get!(instr.b()), get!(instr.c()));
                if x.both_small(y)
                    && let Some(raw) = fast::shift_left(x, y)
                {
                    put!(instr.a(), raw);
                } else {
                    slow!(slow::binary, instr);
                }
            }
            Op::RShift => {
                let (x, y) = (get!(instr.b()), get!(instr.c()));
                if x.both_small(y)
                    && let Some(raw) = fast::shift_right(x, y)
                {
                    put!(instr.a(), raw);
                } else {
                    slow!(slow::binary, instr);
                }
            }
            Op::BitAnd => bitwise!(instr, &),
            Op::BitOr => bitwise!(instr, |),
            Op::BitXor => bitwise!(instr, ^),
            Op::AddInt => arithmetic_int!(instr, fast::add),
            Op::SubInt => arithmetic_int!(instr, fast::sub),
            Op::MulInt => arithmetic_int!(instr, fast::mul),
            Op::FloorDivInt => arithmetic_int!(instr, fast::floor_div),
            Op::ModInt => arithmetic_int!(instr, fast::modulo),
            Op::BitAndInt => arithmetic_int!(instr, fast::and),
            Op::LShiftInt => arithmetic_int!(instr, fast::shift_left),
            Op::RShiftInt => arithmetic_int!(instr, fast::shift_right),
            Op::Neg => {
                let x = get!(instr.b());
                if x.is_double() {
                    put!(instr.a(), Raw::from_canonical(-x.double()));
                } else if x.is_small()
                    && let Some(raw) = Raw::try_small(-x.small())
                {
                    put!(instr.a(), raw);
                } else {
                    slow!(slow::unary, instr);
                }
            }
            Op::Pos | Op::Invert => slow!(slow::unary, instr),
            Op::Not => {
                let x = get!(instr.b());
                if x.is_bool() {
                    put!(instr.a(), Raw(x.0 ^ 1));
                } else {
                    slow!(slow::not, instr);
                }
            }

            Op::Lt => compare!(instr, <),
            Op::Le => compare!(instr, <=),
            Op::Gt => compare!(instr, >),
            Op::Ge => compare!(instr, >=),
            Op::Eq => compare!(instr, ==),
            Op::Ne => compare!(instr, !=),
            Op::Is => put!(
                instr.a(),
                Raw::from_bool((get!(instr.b()) == get!(instr.c())) != (instr.d() != 0))
            ),
            Op::In => slow!(slow::contains, instr),

            Op::Jump => pc = pc.offset(instr.bx() as isize),
            Op::JumpIfFalse => jump_if!(instr, false, false),
            Op::JumpIfTrue => jump_if!(instr, true, false),
            Op::JumpIs => {
                if (get!(instr.a()) == get!(instr.b())) == (instr.d() != 0) {
                    pc = pc.offset(instr.sc() as isize);
                }
            }
            Op::JumpIsNone => {
                if get!(instr.a()).is_none() == (instr.d() != 0) {
                    pc = pc.offset(instr.sc() as isize);
                }
            }
            Op::JumpLt => compare_jump!(instr, <, false),
            Op::JumpLe => compare_jump!(instr, <=, false),
            Op::JumpGt => compare_jump!(instr, >, false),
            Op::JumpGe => compare_jump!(instr, >=, false),
            Op::JumpEq => compare_jump!(instr, ==, false),
            Op::JumpNe => compare_jump!(instr, !=, false),
            Op::JumpLtInt => compare_jump_int!(instr, <, false),
            Op::JumpLeInt => compare_jump_int!(instr, <=, false),
            Op::JumpGtInt => compare_jump_int!(instr, >, false),
            Op::JumpGeInt => compare_jump_int!(instr, >=, false),
            Op::JumpEqInt => compare_jump_int!(instr, ==, false),
            Op::JumpNeInt => compare_jump_int!(instr, !=, false),
            Op::Loop => slow!(slow::hot_loop, instr),
            Op::HotLoop => {
                safepoint!(instr);
                pc = pc.offset(instr.bx() as isize);
            }
            Op::LoopIfFalse => jump_if!(instr, false, true),
            Op::LoopIfTrue => jump_if!(instr, true, true),
            Op::LoopLt => compare_jump!(instr, <, true),
            Op::LoopLe => compare_jump!(instr, <=, true),
            Op::LoopGt => compare_jump!(instr, >, true),
            Op::LoopGe => compare_jump!(instr, >=, true),
            Op::LoopEq => compare_jump!(instr, ==, true),
            Op::LoopNe => compare_jump!(instr, !=, true),
            Op::LoopLtInt => compare_jump_int!(instr, <, true),
            Op::LoopLeInt => compare_jump_int!(instr, <=, true),
            Op::LoopGtInt => compare_jump_int!(instr, >, true),
            Op::LoopGeInt => compare_jump_int!(instr, >=, true),
            Op::LoopEqInt => compare_jump_int!(instr, ==, true),
            Op::LoopNeInt => compare_jump_int!(instr, !=, true),

            Op::GetIter => slow!(slow::get_iter, instr),
            Op::ForNext => slow!(slow::for_next, instr),
            Op::ForRange => {
                safepoint!(instr);
                let iter = get!(instr.a());
                if is_kind(iter, Kind::Iter) && (*iter.ptr::<Header>()).class == ClassId::RangeIter
                {
                    let iter: *mut IterObj = iter.ptr();
                    if (*iter).limit > 0 {
                        let value = (*iter).index;
                        (*iter).limit -= 1;
                        (*iter).index = value.wrapping_add((*iter).step);
                        put!(instr.a() + 1, Raw::from_small(value));
                        pc = pc.offset(instr.bx() as isize);
                    } else {
                        put!(instr.a(), Raw::UNBOUND);
                    }
                } else {
                    slow!(slow::for_next, instr);
                }
            }
            Op::ForList => {
                safepoint!(instr);
                let iter = get!(instr.a());
                if is_kind(iter, Kind::Iter) && (*iter.ptr::<Header>()).class == ClassId::ListIter {
                    let iter: *mut IterObj = iter.ptr();
                    let (source, at) = ((*iter).source, (*iter).index as usize);
                    if is_kind(source, Kind::List) && at < (*source.ptr::<ListObj>()).len {
                        (*iter).index += 1;
                        put!(instr.a() + 1, *ListObj::items(source.ptr()).add(at));
                        pc = pc.offset(instr.bx() as isize);
                        continue;
                    }
                }
                slow!(slow::for_next, instr);
            }

            Op::Call | Op::CallClass => slow!(slow::call, instr),
            Op::CallNative => slow!(slow::call_native, instr),
            Op::CallFunction => {
                let callee = get!(instr.a());
                if is_kind(callee, Kind::Function) {
                    let func: *mut FuncObj = callee.ptr();
                    if (*(*func).code).simple_args as usize == instr.b() {
                        (*vm).heap.ticks -= 1;
                        let base = (*frame).base as usize + instr.a() + 1;
                        let nregs = (*(*func).code).nregs as usize;
                        if slow::can_push(fiber, base + nregs) {
                            (*frame).pc = pc;
                            regs = regs.add(instr.a() + 1);
                            frame =
                                slow::push_simple(fiber, func, base, regs, instr.b(), instr.c());
                            pc = (*frame).pc;
                            continue;
                        }
                    }
                }
                slow!(slow::call, instr);
            }
            Op::CallMethod => slow!(slow::call_method, instr),
            Op::CallMethodNative => {
                // `list.append`, the commonest native method, needs no call.
                let (callee, this) = (get!(instr.a()), get!(instr.a() + 1));
                if callee == (*vm).list_append && instr.b() == 1 && is_kind(this, Kind::List) {
                    let item = get!(instr.a() + 2);
                    if ListObj::push(&mut (*vm).heap, this.ptr(), item).is_ok() {
                        put!(instr.c(), Raw::NONE);
                        continue;
                    }
                }
                slow!(slow::call_method_native, instr);
            }
            Op::CallMethodFunction => {
                let callee = get!(instr.a());
                if is_kind(callee, Kind::Function) && !get!(instr.a() + 1).is_unbound() {
                    let func: *mut FuncObj = callee.ptr();
                    if (*(*func).code).simple_args as usize == instr.b() + 1 {
                        (*vm).heap.ticks -= 1;
                        let base = (*frame).base as usize + instr.a() + 1;
                        let nregs = (*(*func).code).nregs as usize;
                        if slow::can_push(fiber, base + nregs) {
                            (*frame).pc = pc;
                            regs = regs.add(instr.a() + 1);
                            frame = slow::push_simple(
                                fiber,
                                func,
                                base,
                                regs,
                                instr.b() + 1,
                                instr.c(),
                            );
                            pc = (*frame).pc;
                            continue;
                        }
                    }
                }
                slow!(slow::call_method, instr);
            }
            Op::CallKw => slow!(slow::call_kw, instr),
            Op::CallEx => slow!(slow::call_ex, instr),
            Op::Return | Op::ReturnNone => {
                let raw = if let Op::Return = op {
                    get!(instr.a())
                } else {
                    Raw::NONE
                };
                if (*frame).action == Action::Store {
                    let dest = (*frame).dest as usize;
                    (*fiber).depth -= 1;
                    let len = (*fiber).frames.len() - 1;
                    (*fiber).frames.set_len(len);
                    frame = (*fiber).frames.as_mut_ptr().add(len - 1);
                    pc = (*frame).pc;
                    regs = (*fiber).stack.add((*frame).base as usize);
                    put!(dest, raw);
                } else {
                    (*frame).pc = pc;
                    match slow::returned(fiber, raw) {
                        Flow::Go => reload!(),
                        Flow::Raise | Flow::Reraise => raise!(),
                        Flow::Exit(raw) => return raw,
                    }
                }
            }
            Op::Yield => slow!(slow::do_yield, instr),
            Op::YieldFrom => slow!(slow::yield_from, instr),

            Op::BuildList => slow!(slow::build_list, instr),
            Op::BuildTuple => slow!(slow::build_tuple, instr),
            Op::BuildDict => slow!(slow::build_dict, instr),
            Op::BuildString => slow!(slow::build_string, instr),
            Op::ListAppend => {
                let list = get!(instr.a());
                if is_kind(list, Kind::List)
                    && ListObj::push(&mut (*vm).heap, list.ptr(), get!(instr.b())).is_ok()
                {
                    continue;
                }
                slow!(slow::list_append, instr);
            }
            Op::DictSet => slow!(slow::dict_set, instr),
            Op::SetAdd => slow!(slow::set_add, instr),
            Op::FormatValue => slow!(slow::format_value, instr),
            Op::Unpack => {
                let source = get!(instr.b());
                let count = instr.c();
                let items = match kind_of(source) {
                    Some(Kind::Tuple) if (*source.ptr::<TupleObj>()).len == count => {
                        TupleObj::items(source.ptr())
                    }
                    Some(Kind::List) if (*source.ptr::<ListObj>()).len == count && count > 0 => {
                        ListObj::items(source.ptr())
                    }
                    _ => {
                        slow!(slow::unpack, instr);
                        continue;
                    }
                };
                for i in 0..count {
                    put!(instr.a() + i, *items.add(i));
                }
            }

            Op::MakeFunction => slow!(slow::make_function, instr),

            Op::Raise => slow!(slow::raise, instr),
            Op::Reraise => slow!(slow::reraise, instr),
            Op::PushExc => {
                put!(instr.a(), (*fiber).handled);
                (*fiber).handled = slow::handled(get!(instr.b()));
            }
            Op::PopExc => (*fiber).handled = slow::handled(get!(instr.a())),
            Op::MatchExc => slow!(slow::match_exc, instr),
            Op::LoadAssertionError => put!(
                instr.a(),
                Raw::from_ptr((*vm).type_by_id(ClassId::AssertionError))
            ),

            // What is slow anyway and in no inner loop shares one arm.
            _ => slow!(slow::rare, instr),
        }
    }
}
