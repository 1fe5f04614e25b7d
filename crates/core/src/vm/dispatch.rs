//! The loop: one arm per opcode, a small fast path each ([`quick`]), all else out of line
//! (`slow`).
//!
//! `pc`, `regs` and `frame` live in machine registers ([`machine`]). Whatever may leave the
//! arm saves `pc` in the frame first and reloads all three afterwards (`slow!`),
//! because the value stack and the frames may have moved. Every arm ends with a `continue` of
//! its own: the compiler then gives each its own jump to the next one's code, which the
//! processor foretells by what was before.
//!
//! # Safety
//! The raw layer's contract (`heap`). The frame on top of `fiber` is a script's with
//! a saved `pc`, and its code was compiled here or verified: registers, constants and
//! sites of an instruction are in range, so no arm checks them.

#[macro_use]
mod macros;
pub(crate) mod fast;
mod machine;
mod quick;

use crate::compile::opcode::Op;
use crate::object::*;
use crate::value::Raw;
use crate::vm::fiber::Fiber;
use crate::vm::slow::{self, Flow};
use crate::vm::unwind::{self, Unwound};
use core::mem::transmute;
use machine::Machine;

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
unsafe fn execute(fiber: *mut Fiber, raising: bool) -> Raw {
    let mut m = Machine::new(fiber);
    if raising {
        raise!(m, unwind::unwind);
    }
    loop {
        let instr = m.fetch();
        // Verified when the chunk was loaded: the byte is an opcode.
        let op: Op = transmute::<u8, Op>(instr.op_byte());
        match op {
            Op::Nop => continue,
            Op::Enter => slow!(m, slow::enter, instr),

            // Registers and constants
            Op::Move => next!(m.put(instr.a(), m.get(instr.b()))),
            Op::LoadConst => next!(m.put(instr.a(), m.constant(instr.bx() as usize))),
            Op::LoadInt => next!(m.put(instr.a(), Raw::from_small(instr.bx() as i64))),
            Op::LoadNone => next!(m.put(instr.a(), Raw::NONE)),
            Op::LoadTrue => next!(m.put(instr.a(), Raw::TRUE)),
            Op::LoadFalse => next!(m.put(instr.a(), Raw::FALSE)),
            Op::Unbind => next!(m.put(instr.a(), Raw::UNBOUND)),

            // Variables
            Op::CheckLocal => quick!(m, quick::is_bound, slow::unbound_local, instr),
            Op::DeleteLocal => quick!(m, quick::delete_local, slow::unbound_local, instr),
            Op::MakeCell => slow!(m, slow::make_cell, instr),
            Op::LoadClosure => slow!(m, slow::load_closure, instr),
            Op::LoadCell => quick!(m, quick::load_cell, slow::empty_cell, instr),
            Op::StoreCell => quick!(m, quick::store_cell, slow::empty_cell, instr),
            Op::LoadGlobal => slow!(m, slow::load_global, instr),
            Op::LoadGlobalEntry => quick!(m, quick::load_global, slow::load_global, instr),
            Op::LoadBuiltinEntry => quick!(m, quick::load_builtin, slow::load_global, instr),
            Op::StoreGlobal => slow!(m, slow::store_global, instr),
            Op::StoreGlobalEntry => quick!(m, quick::store_global, slow::store_global, instr),
            Op::LoadName => slow!(m, slow::load_name, instr),
            Op::StoreName => slow!(m, slow::store_name, instr),

            // Attributes and items
            Op::LoadAttr => slow!(m, slow::load_attr, instr),
            Op::LoadAttrSlot => quick!(m, quick::load_slot, slow::load_attr, instr),
            Op::LoadAttrClass => quick!(m, quick::load_class, slow::load_attr, instr),
            Op::LoadAttrType => quick!(m, quick::load_type, slow::load_attr, instr),
            Op::LoadAttrModule => quick!(m, quick::load_module, slow::load_attr, instr),
            Op::StoreAttr => slow!(m, slow::store_attr, instr),
            Op::StoreAttrSlot => quick!(m, quick::store_slot, slow::store_attr, instr),
            Op::StoreAttrNew => quick!(m, quick::store_new, slow::store_attr, instr),
            Op::LoadMethod => slow!(m, slow::load_method, instr),
            Op::LoadMethodClass => quick!(m, quick::method_of_class, slow::load_method, instr),
            Op::LoadMethodType => quick!(m, quick::method_of_type, slow::load_method, instr),
            Op::LoadMethodModule => quick!(m, quick::method_of_module, slow::load_method, instr),
            Op::GetItem => quick!(m, quick::get_item, slow::get_item, instr),
            Op::GetItemInt => quick!(m, quick::get_item_int, slow::get_item_int, instr),
            Op::SetItem => quick!(m, quick::set_item, slow::set_item, instr),

            // Operators
            Op::Add => arithmetic!(m, instr, fast::add, |x: f64, y: f64| Some(x + y)),
            Op::Sub => arithmetic!(m, instr, fast::sub, |x: f64, y: f64| Some(x - y)),
            Op::Mul => arithmetic!(m, instr, fast::mul, |x: f64, y: f64| Some(x * y)),
            Op::TrueDiv => arithmetic!(m, instr, fast::true_div, fast::float_div),
            Op::FloorDiv => integral!(m, instr, fast::floor_div),
            Op::Mod => integral!(m, instr, fast::modulo),
            Op::Pow | Op::MatMul => slow!(m, slow::binary, instr),
            Op::LShift => integral!(m, instr, fast::shift_left),
            Op::RShift => integral!(m, instr, fast::shift_right),
            Op::BitAnd => bitwise!(m, instr, &),
            Op::BitOr => bitwise!(m, instr, |),
            Op::BitXor => bitwise!(m, instr, ^),
            Op::AddInt => arithmetic_int!(m, instr, fast::add),
            Op::SubInt => arithmetic_int!(m, instr, fast::sub),
            Op::MulInt => arithmetic_int!(m, instr, fast::mul),
            Op::FloorDivInt => arithmetic_int!(m, instr, fast::floor_div),
            Op::ModInt => arithmetic_int!(m, instr, fast::modulo),
            Op::BitAndInt => arithmetic_int!(m, instr, fast::and),
            Op::LShiftInt => arithmetic_int!(m, instr, fast::shift_left),
            Op::RShiftInt => arithmetic_int!(m, instr, fast::shift_right),
            Op::Neg => quick!(m, quick::neg, slow::unary, instr),
            Op::Pos | Op::Invert => slow!(m, slow::unary, instr),
            Op::Not => quick!(m, quick::not, slow::not, instr),
            Op::Lt => compare!(m, instr, <),
            Op::Le => compare!(m, instr, <=),
            Op::Gt => compare!(m, instr, >),
            Op::Ge => compare!(m, instr, >=),
            Op::Eq => compare!(m, instr, ==),
            Op::Ne => compare!(m, instr, !=),
            Op::Is => next!(quick::is(&m, instr)),
            Op::In => quick!(m, quick::contains, slow::contains, instr),

            // Jumps
            Op::Jump => jump!(m, instr),
            Op::JumpIfFalse => jump_if!(m, instr, false),
            Op::JumpIfTrue => jump_if!(m, instr, true),
            Op::JumpIs => next!(quick::jump_is(&mut m, instr)),
            Op::JumpIsNone => next!(quick::jump_is_none(&mut m, instr)),
            Op::JumpLt => compare_jump!(m, instr, <),
            Op::JumpLe => compare_jump!(m, instr, <=),
            Op::JumpGt => compare_jump!(m, instr, >),
            Op::JumpGe => compare_jump!(m, instr, >=),
            Op::JumpEq => compare_jump!(m, instr, ==),
            Op::JumpNe => compare_jump!(m, instr, !=),
            Op::JumpLtInt => compare_jump_int!(m, instr, <),
            Op::JumpLeInt => compare_jump_int!(m, instr, <=),
            Op::JumpGtInt => compare_jump_int!(m, instr, >),
            Op::JumpGeInt => compare_jump_int!(m, instr, >=),
            Op::JumpEqInt => compare_jump_int!(m, instr, ==),
            Op::JumpNeInt => compare_jump_int!(m, instr, !=),
            Op::Loop => slow!(m, slow::hot_loop, instr),
            Op::HotLoop => looping!(m, jump, instr),
            Op::LoopIfFalse => looping!(m, jump_if, instr, false),
            Op::LoopIfTrue => looping!(m, jump_if, instr, true),
            Op::LoopLt => looping!(m, compare_jump, instr, <),
            Op::LoopLe => looping!(m, compare_jump, instr, <=),
            Op::LoopGt => looping!(m, compare_jump, instr, >),
            Op::LoopGe => looping!(m, compare_jump, instr, >=),
            Op::LoopEq => looping!(m, compare_jump, instr, ==),
            Op::LoopNe => looping!(m, compare_jump, instr, !=),
            Op::LoopLtInt => looping!(m, compare_jump_int, instr, <),
            Op::LoopLeInt => looping!(m, compare_jump_int, instr, <=),
            Op::LoopGtInt => looping!(m, compare_jump_int, instr, >),
            Op::LoopGeInt => looping!(m, compare_jump_int, instr, >=),
            Op::LoopEqInt => looping!(m, compare_jump_int, instr, ==),
            Op::LoopNeInt => looping!(m, compare_jump_int, instr, !=),

            // Iteration
            Op::GetIter => slow!(m, slow::get_iter, instr),
            Op::ForNext => slow!(m, slow::for_next, instr),
            Op::ForRange => looping!(m, quick, quick::for_range, slow::for_next, instr),
            Op::ForList => looping!(m, quick, quick::for_list, slow::for_next, instr),
            Op::ForTuple => looping!(m, quick, quick::for_tuple, slow::for_next, instr),
            Op::ForStep => looping!(m, quick, quick::for_step, slow::for_next, instr),
            Op::ForPair => looping!(m, quick, quick::for_pair, slow::for_next, instr),
            Op::ForGenerator => looping!(m, quick, quick::for_generator, slow::for_next, instr),
            Op::Yield => quick!(m, quick::do_yield, slow::do_yield, instr),
            Op::YieldFrom => slow!(m, slow::yield_from, instr),

            // Calls
            Op::Call | Op::CallClass => slow!(m, slow::call, instr),
            Op::CallNative => quick!(m, quick::call_native, slow::call_native, instr),
            Op::CallFunction => quick!(m, quick::call_function, slow::call, instr),
            Op::CallMethod => slow!(m, slow::call_method, instr),
            Op::CallMethodNative => {
                quick!(
                    m,
                    quick::call_method_native,
                    slow::call_method_native,
                    instr
                )
            }
            Op::CallMethodFunction => quick!(m, quick::call_method, slow::call_method, instr),
            Op::CallKw => slow!(m, slow::call_kw, instr),
            Op::CallEx => slow!(m, slow::call_ex, instr),
            Op::Return | Op::ReturnNone => {
                let raw = if let Op::Return = op {
                    m.get(instr.a())
                } else {
                    Raw::NONE
                };
                if quick::leave(&mut m, raw) {
                    continue;
                }
                slow!(m, slow::returned, raw);
            }
            Op::MakeFunction => slow!(m, slow::make_function, instr),

            // Displays
            Op::BuildList => slow!(m, slow::build_list, instr),
            Op::BuildTuple => slow!(m, slow::build_tuple, instr),
            Op::BuildDict => slow!(m, slow::build_dict, instr),
            Op::BuildString => slow!(m, slow::build_string, instr),
            Op::BuildSlice => slow!(m, slow::build_slice, instr),
            Op::ListAppend => quick!(m, quick::list_append, slow::list_append, instr),
            Op::DictSet => slow!(m, slow::dict_set, instr),
            Op::SetAdd => slow!(m, slow::set_add, instr),
            Op::FormatValue => slow!(m, slow::format_value, instr),
            Op::Unpack => quick!(m, quick::unpack, slow::unpack, instr),

            // Exceptions
            Op::Raise => slow!(m, slow::raise, instr),
            Op::Reraise => slow!(m, slow::reraise, instr),
            Op::PushExc => {
                m.put(instr.a(), (*fiber).handled);
                (*fiber).handled = slow::handled(m.get(instr.b()));
                continue;
            }
            Op::PopExc => next!((*fiber).handled = slow::handled(m.get(instr.a()))),
            Op::MatchExc => slow!(m, slow::match_exc, instr),
            Op::LoadAssertionError => {
                let class = (*m.vm).type_by_id(ClassId::AssertionError);
                next!(m.put(instr.a(), Raw::from_ptr(class)));
            }

            // What is slow anyway and in no inner loop shares one arm. All are named: a match
            // without a default jumps without a check.
            Op::DeleteCell
            | Op::LoadClassCell
            | Op::DeleteGlobal
            | Op::DeleteName
            | Op::SetupAnnotations
            | Op::DeleteAttr
            | Op::CallSuper
            | Op::DeleteItem
            | Op::GetYieldFromIter
            | Op::GetAwaitable
            | Op::GetAIter
            | Op::GetANext
            | Op::EndAsyncFor
            | Op::ListExtend
            | Op::ListToTuple
            | Op::DictUpdate
            | Op::DictMerge
            | Op::BuildSet
            | Op::SetUpdate
            | Op::UnpackStar
            | Op::BuildClass
            | Op::RaiseFrom
            | Op::RaiseAgain
            | Op::BeforeWith
            | Op::ExcInfo
            | Op::ImportName
            | Op::ImportFrom
            | Op::ImportStar
            | Op::PrintExpr
            | Op::MatchKind
            | Op::GetLen
            | Op::MatchKeys
            | Op::MatchClass
            | Op::MatchGroup
            | Op::MergeGroup
            | Op::PushOwnExc
            | Op::PopOwnExc => slow!(m, slow::rare, instr),
        }
    }
}
