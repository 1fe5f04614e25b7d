//! Operators that the fast paths leave: natives for built-in types, frames for
//! methods that scripts define.
//!
//! # Safety
//! As `slow` says: `fiber` runs, its frame on top is saved, `instr` is the instruction
//! that it stands behind.

use super::calls::push_call;
use super::*;
use crate::builtins::protocol::{self, BinOp, Cmp, UnOp};
use crate::compile::opcode::{Instr, Op};
use crate::vm::call::Answer;
use crate::vm::fiber::Action;
use crate::vm::types;

/// The operator of an arithmetic instruction.
fn operator(instr: Instr) -> BinOp {
    match instr.op() {
        Some(Op::Add | Op::AddInt) => BinOp::Add,
        Some(Op::Sub | Op::SubInt) => BinOp::Sub,
        Some(Op::Mul | Op::MulInt) => BinOp::Mul,
        Some(Op::TrueDiv) => BinOp::TrueDiv,
        Some(Op::FloorDiv | Op::FloorDivInt) => BinOp::FloorDiv,
        Some(Op::Mod | Op::ModInt) => BinOp::Mod,
        Some(Op::Pow) => BinOp::Pow,
        Some(Op::MatMul) => BinOp::MatMul,
        Some(Op::LShift | Op::LShiftInt) => BinOp::LShift,
        Some(Op::RShift | Op::RShiftInt) => BinOp::RShift,
        Some(Op::BitAnd | Op::BitAndInt) => BinOp::And,
        Some(Op::BitOr) => BinOp::Or,
        _ => BinOp::Xor,
    }
}

/// Names of an operator's methods: in place, plain, reflected.
unsafe fn methods(fiber: *mut Fiber, op: BinOp) -> [*mut StrObj; 3] {
    let n = &(*(*fiber).vm).names;
    match op {
        BinOp::Add => [n.iadd, n.add, n.radd],
        BinOp::Sub => [n.isub, n.sub, n.rsub],
        BinOp::Mul => [n.imul, n.mul, n.rmul],
        BinOp::TrueDiv => [n.itruediv, n.truediv, n.rtruediv],
        BinOp::FloorDiv => [n.ifloordiv, n.floordiv, n.rfloordiv],
        BinOp::Mod => [n.imod, n.mod_, n.rmod],
        BinOp::Pow => [n.ipow, n.pow, n.rpow],
        BinOp::MatMul => [n.imatmul, n.matmul, n.rmatmul],
        BinOp::LShift => [n.ilshift, n.lshift, n.rlshift],
        BinOp::RShift => [n.irshift, n.rshift, n.rrshift],
        BinOp::And => [n.iand, n.and, n.rand],
        BinOp::Or => [n.ior, n.or, n.ror],
        BinOp::Xor => [n.ixor, n.xor, n.rxor],
    }
}

fn is_immediate(instr: Instr) -> bool {
    matches!(
        instr.op(),
        Some(
            Op::AddInt
                | Op::SubInt
                | Op::MulInt
                | Op::FloorDivInt
                | Op::ModInt
                | Op::BitAndInt
                | Op::LShiftInt
                | Op::RShiftInt
        )
    )
}

unsafe fn operands(fiber: *mut Fiber, instr: Instr) -> (Raw, Raw) {
    let left = *regs(fiber).add(instr.b());
    let right = if is_immediate(instr) {
        Raw::from_small(instr.sc())
    } else {
        *regs(fiber).add(instr.c())
    };
    (left, right)
}

#[inline(never)]
pub(crate) unsafe fn binary(fiber: *mut Fiber, instr: Instr) -> Flow {
    let (left, right) = operands(fiber, instr);
    if is_kind(left, Kind::Str) && is_kind(right, Kind::Str) && instr.op() == Some(Op::Add) {
        let vm = (*fiber).vm;
        return match alloc(fiber, || {
            StrObj::concat(&mut (*vm).heap, left.ptr(), right.ptr())
        }) {
            Ok(s) => {
                regs(fiber).add(instr.a()).write(Raw::from_ptr(s));
                Flow::Go
            }
            Err(flow) => flow,
        };
    }
    if has_shape(left) || has_shape(right) {
        if instr.d() == 0 && own_operator(fiber, instr, left, right) {
            return Flow::Go;
        }
        return binary_methods(fiber, instr, 0);
    }
    if let Some(flow) = wide_ints(fiber, instr, left, right) {
        return flow;
    }
    native_binary(fiber, instr)
}

/// Enters the left operand's method, where nobody has a say before it: the right operand is of
/// the same class, or of none that a script has made.
#[inline]
unsafe fn own_operator(fiber: *mut Fiber, instr: Instr, left: Raw, right: Raw) -> bool {
    let vm = (*fiber).vm;
    if !is_kind(left, Kind::Instance) {
        return false;
    }
    let class = (*vm).type_of(left);
    if has_shape(right) && (*vm).type_of(right) != class {
        return false;
    }
    let [_, plain, _] = methods(fiber, operator(instr));
    types::lookup(vm, class, plain)
        .is_some_and(|method| calls::operated(fiber, method, [left, right], instr.a()))
}

/// Ints of more bits than a value's word has, but not of many more.
#[inline]
unsafe fn wide_ints(fiber: *mut Fiber, instr: Instr, left: Raw, right: Raw) -> Option<Flow> {
    let (x, y) = (Wide::of(left)?, Wide::of(right)?);
    let result = x.binary(operator(instr), y)?;
    let heap = &raw mut (*(*fiber).vm).heap;
    Some(match alloc(fiber, || result.make(&mut *heap)) {
        Ok(raw) => {
            regs(fiber).add(instr.a()).write(raw);
            Flow::Go
        }
        Err(flow) => flow,
    })
}

#[inline(never)]
pub(crate) unsafe fn binary_int(fiber: *mut Fiber, instr: Instr) -> Flow {
    let left = *regs(fiber).add(instr.b());
    if left.is_double() {
        let (x, y) = (left.double(), instr.sc() as f64);
        let result = match instr.op() {
            Some(Op::AddInt) => Some(x + y),
            Some(Op::SubInt) => Some(x - y),
            Some(Op::MulInt) => Some(x * y),
            _ => None,
        };
        if let Some(result) = result {
            regs(fiber)
                .add(instr.a())
                .write(Raw::from_canonical(result));
            return Flow::Go;
        }
    }
    if let Some(flow) = wide_ints(fiber, instr, left, Raw::from_small(instr.sc())) {
        return flow;
    }
    if has_shape(left) {
        return binary_methods(fiber, instr, 0);
    }
    native_binary(fiber, instr)
}

unsafe fn native_binary(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let right = if is_immediate(instr) {
        cx.immediate(Raw::from_small(instr.sc()))
    } else {
        reg(fiber, instr.c())
    };
    let result = protocol::binary(
        &mut cx,
        operator(instr),
        reg(fiber, instr.b()),
        right,
        instr.d() != 0,
    );
    store(fiber, cx, instr.a(), result)
}

/// Tries the methods of an operator from candidate `from` on: 0 in place, 1 and 2
/// plain and reflected in the order that the types ask for. A script's method
/// becomes a frame; when it answers NotImplemented the next candidate is tried.
unsafe fn binary_methods(fiber: *mut Fiber, instr: Instr, from: usize) -> Flow {
    let vm = (*fiber).vm;
    let (left, right) = operands(fiber, instr);
    let op = operator(instr);
    if op == BinOp::Mod
        && matches!(
            kind_of(left),
            Some(Kind::Str | Kind::Bytes | Kind::ByteArray)
        )
    {
        return native_binary(fiber, instr);
    }
    let derived = is_kind(right, Kind::Derived) || instr.d() != 0;
    if from == 0 && derived && !kind_of(left).is_some_and(Kind::has_specials) {
        let mut cx = native(fiber);
        let (left, right) = (cx.root(left), cx.root(right));
        let first = protocol::builtin_first(&mut cx, op, left, right, instr.d() != 0);
        if let Some(result) = first.transpose() {
            return store(fiber, cx, instr.a(), result);
        }
    }
    let [inplace, plain, reflected] = methods(fiber, op);
    let (left_type, right_type) = ((*vm).type_of(left), (*vm).type_of(right));
    let swapped = left_type != right_type
        && (*vm).is_subclass((*right_type).id, (*left_type).id)
        && types::lookup(vm, right_type, reflected) != types::lookup(vm, left_type, reflected);
    for candidate in from..3 {
        let forward = candidate == if swapped { 2 } else { 1 };
        let (name, this, other) = match candidate {
            0 if instr.d() == 0 => continue,
            0 => (inplace, left, right),
            _ if forward => (plain, left, right),
            _ if left_type == right_type => continue,
            _ => (reflected, right, left),
        };
        // Built-in values do their part below, when no method has answered.
        if !kind_of(this).is_some_and(Kind::has_specials) {
            continue;
        }
        let Some(method) = types::lookup(vm, (*vm).type_of(this), name) else {
            continue;
        };
        if is_kind(method, Kind::Function) {
            let answer = Answer::by(
                Action::Binary,
                instr.a(),
                Raw::from_small(candidate as i64 + 1),
            );
            return push_call(fiber, method, &[this, other], answer);
        }
        let mut cx = native(fiber);
        let (method, this, other) = (cx.root(method), cx.root(this), cx.root(other));
        match crate::vm::call::special(&mut cx, method, this, &[other]) {
            Ok(result) if cx.same(result, Local::NOT_IMPLEMENTED) => {}
            result => return store(fiber, cx, instr.a(), result),
        }
    }
    let mut cx = native(fiber);
    let (left, right) = (cx.root(left), cx.root(right));
    let result = protocol::fallback(&mut cx, op, left, right, instr.d() != 0);
    store(fiber, cx, instr.a(), result)
}

/// A method of an operator has answered: stores, or goes on with the next candidate.
pub(super) unsafe fn binary_answered(
    fiber: *mut Fiber,
    value: Raw,
    next: usize,
    dest: usize,
) -> Flow {
    let Some(instr) = attrs::current(fiber) else {
        return Flow::Go;
    };
    if value != (*(*fiber).vm).not_implemented {
        regs(fiber).add(dest).write(value);
        return Flow::Go;
    }
    if let Some(cmp) = comparison(instr) {
        return compare_methods(fiber, instr, cmp, next);
    }
    binary_methods(fiber, instr, next)
}

#[inline(never)]
pub(crate) unsafe fn unary(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let value = *regs(fiber).add(instr.b());
    let (op, name) = match instr.op() {
        Some(Op::Neg) => (UnOp::Neg, (*vm).names.neg),
        Some(Op::Pos) => (UnOp::Pos, (*vm).names.pos),
        _ => (UnOp::Invert, (*vm).names.invert),
    };
    if has_shape(value)
        && let Some(method) = types::lookup(vm, (*vm).type_of(value), name)
        && is_kind(method, Kind::Function)
    {
        return push_call(fiber, method, &[value], Answer::store(instr.a()));
    }
    let mut cx = native(fiber);
    let result = protocol::unary(&mut cx, op, reg(fiber, instr.b()));
    store(fiber, cx, instr.a(), result)
}

#[inline(never)]
pub(crate) unsafe fn not(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    match protocol::truth(&mut cx, reg(fiber, instr.b())) {
        Ok(truth) => {
            regs(fiber).add(instr.a()).write(Raw::from_bool(!truth));
            Flow::Go
        }
        Err(error) => fail(fiber, cx, error),
    }
}

/// The comparison of an instruction, in any of its forms.
fn comparison(instr: Instr) -> Option<Cmp> {
    Some(match instr.op()? {
        Op::Lt | Op::JumpLt | Op::LoopLt | Op::JumpLtInt | Op::LoopLtInt => Cmp::Lt,
        Op::Le | Op::JumpLe | Op::LoopLe | Op::JumpLeInt | Op::LoopLeInt => Cmp::Le,
        Op::Gt | Op::JumpGt | Op::LoopGt | Op::JumpGtInt | Op::LoopGtInt => Cmp::Gt,
        Op::Ge | Op::JumpGe | Op::LoopGe | Op::JumpGeInt | Op::LoopGeInt => Cmp::Ge,
        Op::Eq | Op::JumpEq | Op::LoopEq | Op::JumpEqInt | Op::LoopEqInt => Cmp::Eq,
        Op::Ne | Op::JumpNe | Op::LoopNe | Op::JumpNeInt | Op::LoopNeInt => Cmp::Ne,
        _ => return None,
    })
}

/// How a comparison's result is used.
#[derive(Clone, Copy, PartialEq)]
enum Use {
    Value,
    Jump,
    JumpInt,
}

fn usage(instr: Instr) -> Use {
    match instr.op() {
        Some(Op::Lt | Op::Le | Op::Gt | Op::Ge | Op::Eq | Op::Ne) => Use::Value,
        Some(
            Op::JumpLtInt
            | Op::JumpLeInt
            | Op::JumpGtInt
            | Op::JumpGeInt
            | Op::JumpEqInt
            | Op::JumpNeInt
            | Op::LoopLtInt
            | Op::LoopLeInt
            | Op::LoopGtInt
            | Op::LoopGeInt
            | Op::LoopEqInt
            | Op::LoopNeInt,
        ) => Use::JumpInt,
        _ => Use::Jump,
    }
}

unsafe fn compared(fiber: *mut Fiber, instr: Instr) -> (Raw, Raw) {
    match usage(instr) {
        Use::Value => (*regs(fiber).add(instr.b()), *regs(fiber).add(instr.c())),
        Use::Jump => (*regs(fiber).add(instr.a()), *regs(fiber).add(instr.b())),
        Use::JumpInt => (*regs(fiber).add(instr.a()), Raw::from_small(instr.sb())),
    }
}

#[inline(never)]
pub(crate) unsafe fn compare(fiber: *mut Fiber, instr: Instr) -> Flow {
    let Some(cmp) = comparison(instr) else {
        return Flow::Go;
    };
    let (left, right) = compared(fiber, instr);
    if has_shape(left) || has_shape(right) {
        return compare_methods(fiber, instr, cmp, 0);
    }
    if is_kind(left, Kind::Str) && is_kind(right, Kind::Str) {
        let (a, b) = (StrObj::bytes(left.ptr()), StrObj::bytes(right.ptr()));
        (*(*fiber).vm).heap.note_bytes(a.len().min(b.len()));
        let truth = match cmp {
            Cmp::Eq => left == right || a == b,
            Cmp::Ne => left != right && a != b,
            Cmp::Lt => a < b,
            Cmp::Le => a <= b,
            Cmp::Gt => a > b,
            Cmp::Ge => a >= b,
        };
        return settle(fiber, instr, truth);
    }
    let mut cx = native(fiber);
    let (left, right) = (cx.root(left), cx.root(right));
    match protocol::compare(&mut cx, cmp, left, right) {
        Ok(result) => {
            let raw = cx.raw(result);
            decided(fiber, instr, raw)
        }
        Err(error) => fail(fiber, cx, error),
    }
}

#[inline(never)]
pub(crate) unsafe fn compare_jump(fiber: *mut Fiber, instr: Instr) -> Flow {
    compare(fiber, instr)
}

#[inline(never)]
pub(crate) unsafe fn compare_jump_int(fiber: *mut Fiber, instr: Instr) -> Flow {
    compare(fiber, instr)
}

/// Uses a comparison's truth: stores it or jumps.
unsafe fn settle(fiber: *mut Fiber, instr: Instr, truth: bool) -> Flow {
    if usage(instr) == Use::Value {
        regs(fiber).add(instr.a()).write(Raw::from_bool(truth));
    } else if truth == (instr.d() != 0) {
        let frame = frame(fiber);
        (*frame).pc = (*frame).pc.offset(instr.sc() as isize);
    }
    Flow::Go
}

/// Uses a comparison's result, which need not be a bool.
unsafe fn decided(fiber: *mut Fiber, instr: Instr, result: Raw) -> Flow {
    if usage(instr) == Use::Value {
        regs(fiber).add(instr.a()).write(result);
        return Flow::Go;
    }
    if result.is_bool() {
        return settle(fiber, instr, result == Raw::TRUE);
    }
    let mut cx = native(fiber);
    let result = cx.root(result);
    match protocol::truth(&mut cx, result) {
        Ok(truth) => settle(fiber, instr, truth),
        Err(error) => fail(fiber, cx, error),
    }
}

/// Candidates of a comparison: 0 and 1, the right operand's first if its type is
/// derived from the left's.
unsafe fn compare_methods(fiber: *mut Fiber, instr: Instr, cmp: Cmp, from: usize) -> Flow {
    let vm = (*fiber).vm;
    let (left, right) = compared(fiber, instr);
    let n = &(*vm).names;
    let (name, mirrored) = match cmp {
        Cmp::Lt => (n.lt, n.gt),
        Cmp::Le => (n.le, n.ge),
        Cmp::Gt => (n.gt, n.lt),
        Cmp::Ge => (n.ge, n.le),
        Cmp::Eq => (n.eq, n.eq),
        Cmp::Ne => (n.ne, n.ne),
    };
    let (left_type, right_type) = ((*vm).type_of(left), (*vm).type_of(right));
    let swapped = left_type != right_type && (*vm).is_subclass((*right_type).id, (*left_type).id);
    for candidate in from..2 {
        let forward = (candidate == 0) != swapped;
        let (name, this, other) = if forward {
            (name, left, right)
        } else {
            (mirrored, right, left)
        };
        let Some(method) = types::lookup(vm, (*vm).type_of(this), name) else {
            continue;
        };
        if is_kind(method, Kind::Function) {
            let usage = usage(instr);
            let answer = Answer::by(
                if usage == Use::Value {
                    Action::Binary
                } else {
                    Action::Jump
                },
                instr.a(),
                Raw::from_small(candidate as i64 + 1),
            );
            return push_call(fiber, method, &[this, other], answer);
        }
        let mut cx = native(fiber);
        let (method, this, other) = (cx.root(method), cx.root(this), cx.root(other));
        match crate::vm::call::special(&mut cx, method, this, &[other]) {
            Ok(result) if cx.same(result, Local::NOT_IMPLEMENTED) => {}
            Ok(result) => {
                let raw = cx.raw(result);
                return decided(fiber, instr, raw);
            }
            Err(error) => return fail(fiber, cx, error),
        }
    }
    match cmp {
        Cmp::Eq => settle(fiber, instr, left == right),
        Cmp::Ne => settle(fiber, instr, left != right),
        _ => {
            let mut cx = native(fiber);
            let (left, right) = (cx.root(left), cx.root(right));
            let error = protocol::not_ordered(&mut cx, cmp, left, right);
            fail(fiber, cx, error)
        }
    }
}

/// A method under a compare-jump or a `__bool__` has answered.
pub(super) unsafe fn jump_answered(fiber: *mut Fiber, value: Raw, next: usize) -> Flow {
    let Some(instr) = attrs::current(fiber) else {
        return Flow::Go;
    };
    match comparison(instr) {
        Some(cmp) if value == (*(*fiber).vm).not_implemented => {
            compare_methods(fiber, instr, cmp, next)
        }
        _ => decided(fiber, instr, value),
    }
}

#[inline(never)]
pub(crate) unsafe fn jump_if(fiber: *mut Fiber, instr: Instr) -> Flow {
    let sense = matches!(instr.op(), Some(Op::JumpIfTrue | Op::LoopIfTrue));
    let mut cx = native(fiber);
    match protocol::truth(&mut cx, reg(fiber, instr.a())) {
        Ok(truth) => {
            if truth == sense {
                let frame = frame(fiber);
                (*frame).pc = (*frame).pc.offset(instr.bx() as isize);
            }
            Flow::Go
        }
        Err(error) => fail(fiber, cx, error),
    }
}
