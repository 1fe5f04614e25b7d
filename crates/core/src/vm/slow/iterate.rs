//! Iteration, generators, unpacking.
//!
//! # Safety
//! As `slow` says: `fiber` runs, its frame on top is saved, `instr` is the instruction
//! that it stands behind.

use super::calls::push_call;
use super::*;
use crate::builtins::protocol;
use crate::builtins::protocol::delegate;
use crate::compile::chunk::Proto;
use crate::compile::opcode::{Instr, Op};
use crate::vm::call::{Answer, Called};
use crate::vm::context::foreign::check_stack;
use crate::vm::fiber::Action;
use crate::vm::steps::{self, Step};
use crate::vm::{gather, generator, types};

#[inline(never)]
pub(crate) unsafe fn get_iter(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let object = *regs(fiber).add(instr.b());
    match kind_of(object) {
        Some(Kind::List) => {
            return match alloc(fiber, || {
                IterObj::new(&mut (*vm).heap, IterKind::List, object, Raw::UNBOUND)
            }) {
                Ok(iter) => {
                    regs(fiber).add(instr.a()).write(Raw::from_ptr(iter));
                    Flow::Go
                }
                Err(flow) => flow,
            };
        }
        Some(Kind::Range) => {
            let range = object.ptr::<RangeObj>();
            let (start, step, count) = ((*range).start, (*range).step, (*range).count());
            // All items must fit the word for the fast loop.
            let last = start as i128 + step as i128 * count as i128;
            if last.abs() < Raw::INT_MAX as i128 && start.abs() < Raw::INT_MAX {
                return match alloc(fiber, || {
                    IterObj::new(&mut (*vm).heap, IterKind::Range, Raw::UNBOUND, Raw::UNBOUND)
                }) {
                    Ok(iter) => {
                        (*iter).index = start;
                        (*iter).limit = count as i64;
                        (*iter).step = step;
                        regs(fiber).add(instr.a()).write(Raw::from_ptr(iter));
                        Flow::Go
                    }
                    Err(flow) => flow,
                };
            }
        }
        Some(Kind::Generator) if (*object.ptr::<Header>()).class == ClassId::Generator => {
            regs(fiber).add(instr.a()).write(object);
            return Flow::Go;
        }
        Some(Kind::Instance | Kind::Derived) => {
            let name = (*vm).names.iter;
            if let Some(method) = types::lookup(vm, (*vm).type_of(object), name)
                && is_kind(method, Kind::Function)
            {
                let answer = Answer::by(Action::Iter, instr.a(), Raw::UNBOUND);
                return push_call(fiber, method, &[object], answer);
            }
        }
        _ => {}
    }
    let mut cx = native(fiber);
    let result = protocol::iter(&mut cx, reg(fiber, instr.b()));
    store(fiber, cx, instr.a(), result)
}

#[inline(never)]
pub(crate) unsafe fn for_next(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    (*vm).heap.ticks -= 1;
    if (*vm).heap.ticks <= 0
        && let Flow::Raise = safepoint(fiber)
    {
        return Flow::Raise;
    }
    let iter = *regs(fiber).add(instr.a());
    match kind_of(iter) {
        Some(Kind::Generator) => {
            let object: *mut GeneratorObj = iter.ptr();
            if (*object).header.aux == GeneratorObj::FINISHED {
                for_exhausted(fiber);
                return Flow::Go;
            }
            quicken::loop_form(fiber, Op::ForGenerator);
            let frame = frame(fiber);
            let at = (*frame).base as usize + (*(*frame).code).nregs as usize;
            let _ = native(fiber);
            return match generator::push(fiber, object, at, Raw::NONE) {
                Called::Frame => Flow::Go,
                _ => Flow::Raise,
            };
        }
        Some(Kind::Instance | Kind::Derived) => {
            let name = (*vm).names.next;
            if let Some(step) = (*(*vm).type_of(iter)).step {
                let mut cx = native(fiber);
                let stepped =
                    check_stack(&mut cx).and_then(|()| step(&mut cx, reg(fiber, instr.a())));
                return match stepped {
                    Ok(Some(item)) => {
                        let raw = cx.raw(item);
                        for_item(fiber, raw)
                    }
                    Ok(None) => {
                        for_exhausted(fiber);
                        Flow::Go
                    }
                    Err(error) if cx.error_is(&error, ClassId::StopIteration) => {
                        for_exhausted(fiber);
                        Flow::Go
                    }
                    Err(error) => fail(fiber, cx, error),
                };
            } else if let Some(method) = types::lookup(vm, (*vm).type_of(iter), name)
                && is_kind(method, Kind::Function)
            {
                return push_call(
                    fiber,
                    method,
                    &[iter],
                    Answer::by(Action::ForNext, 0, Raw::UNBOUND),
                );
            }
        }
        Some(Kind::Iter) => {
            let iter: *mut IterObj = iter.ptr();
            match (*iter).kind() {
                IterKind::Range => quicken::loop_form(fiber, Op::ForRange),
                IterKind::List => quicken::loop_form(fiber, Op::ForList),
                IterKind::Tuple => quicken::loop_form(fiber, Op::ForTuple),
                IterKind::StrAscii | IterKind::DictKeys | IterKind::DictValues => {
                    quicken::loop_form(fiber, Op::ForStep);
                }
                _ if steps::is_pair(iter) => quicken::pair_form(fiber),
                _ => quicken::loop_form(fiber, Op::ForNext),
            }
            let taken = for_step(fiber, iter);
            if taken != Step::Other {
                return Flow::Go;
            }
        }
        _ => {}
    }
    let mut cx = native(fiber);
    match protocol::next(&mut cx, reg(fiber, instr.a())) {
        Ok(Some(item)) => {
            let raw = cx.raw(item);
            for_item(fiber, raw)
        }
        Ok(None) => {
            for_exhausted(fiber);
            Flow::Go
        }
        Err(error) if cx.error_is(&error, ClassId::StopIteration) => {
            for_exhausted(fiber);
            Flow::Go
        }
        Err(error) => fail(fiber, cx, error),
    }
}

/// Where a loop's step puts the item, or the first of a pair.
#[inline]
fn item_register(instr: Instr) -> usize {
    if instr.op_byte() == Op::ForNext as u8 {
        instr.a() + 1
    } else {
        usize::from(instr.d())
    }
}

/// A step of a loop over a built-in iterator, if it is one of [`steps`].
#[inline]
unsafe fn for_step(fiber: *mut Fiber, iter: *mut IterObj) -> Step {
    let (vm, frame) = ((*fiber).vm, frame(fiber));
    let instr = Instr(*(*frame).pc.sub(1));
    let to = regs(fiber).add(item_register(instr));
    let step = if instr.op_byte() == Op::ForPair as u8 {
        steps::pair(vm, iter, to)
    } else {
        steps::item(vm, iter, to)
    };
    match step {
        Step::Taken => (*frame).pc = (*frame).pc.offset(instr.bx() as isize),
        Step::End => for_exhausted(fiber),
        Step::Other => {}
    }
    step
}

/// An item for the loop that the frame on top is at: stored, and back to the body.
pub(super) unsafe fn for_item(fiber: *mut Fiber, item: Raw) -> Flow {
    let frame = frame(fiber);
    quicken::single_form(frame);
    let instr = Instr(*(*frame).pc.sub(1));
    regs(fiber).add(item_register(instr)).write(item);
    (*frame).pc = (*frame).pc.offset(instr.bx() as isize);
    Flow::Go
}

/// The loop that the frame on top is at has ended.
pub(crate) unsafe fn for_exhausted(fiber: *mut Fiber) {
    let instr = Instr(*(*frame(fiber)).pc.sub(1));
    regs(fiber).add(instr.a()).write(Raw::UNBOUND);
}

#[inline(never)]
pub(crate) unsafe fn do_yield(fiber: *mut Fiber, instr: Instr) -> Flow {
    let frame = frame(fiber);
    let value = *regs(fiber).add(instr.b());
    if instr.d() == 1 && (*frame).action == Action::Generator {
        (*(*frame).extra.ptr::<GeneratorObj>()).produced = true;
    }
    if gather::taken(fiber, value) {
        regs(fiber).add(instr.a()).write(Raw::NONE);
        return Flow::Go;
    }
    leave(fiber, value, false, instr.a())
}

/// Parks the generator on top and hands `value` to whoever resumed it; it goes on behind the
/// instruction that runs, or with this one `again`.
unsafe fn leave(fiber: *mut Fiber, value: Raw, again: bool, dest: usize) -> Flow {
    let top = frame(fiber);
    if (*top).action != Action::Generator {
        let mut cx = native(fiber);
        let error = cx.raise(
            ClassId::SystemError,
            format_args!("yield outside of a generator"),
        );
        return fail(fiber, cx, error);
    }
    generator::park(fiber, again, dest);
    let resumer = frame(fiber);
    if (*resumer).func.is_null() {
        return Flow::Exit(value);
    }
    let instr = Instr(*(*resumer).pc.sub(1));
    match instr.op() {
        Some(Op::YieldFrom) => {
            // The value passes through: this generator yields it in turn, and goes
            // on with this same instruction.
            leave(fiber, value, true, instr.a())
        }
        Some(op) if is_call(op) => {
            regs(fiber).add(instr.c()).write(value);
            Flow::Go
        }
        _ => for_item(fiber, value),
    }
}

/// Whether an instruction that resumed a generator is a call, of `next` or `send`.
fn is_call(op: Op) -> bool {
    matches!(
        op,
        Op::Call
            | Op::CallClass
            | Op::CallNative
            | Op::CallFunction
            | Op::CallMethod
            | Op::CallMethodNative
            | Op::CallMethodFunction
    )
}

/// A generator's frame has returned `raw`: tells whoever resumed it.
pub(super) unsafe fn generator_returned(fiber: *mut Fiber, raw: Raw) -> Flow {
    let resumer = frame(fiber);
    if (*resumer).func.is_null() {
        return Flow::Exit(raw);
    }
    let instr = Instr(*(*resumer).pc.sub(1));
    match instr.op() {
        Some(Op::YieldFrom) => {
            regs(fiber).add(instr.a()).write(raw);
            Flow::Go
        }
        Some(op) if is_call(op) => {
            let mut cx = native(fiber);
            let value = cx.root(raw);
            let error = delegate::stop(&mut cx, value);
            fail(fiber, cx, error)
        }
        _ => {
            for_exhausted(fiber);
            Flow::Go
        }
    }
}

#[inline(never)]
pub(crate) unsafe fn yield_from(fiber: *mut Fiber, instr: Instr) -> Flow {
    let iter = *regs(fiber).add(instr.b());
    let sent = *regs(fiber).add(instr.a());
    if is_kind(iter, Kind::Generator) {
        let object: *mut GeneratorObj = iter.ptr();
        if (*object).header.aux == GeneratorObj::FINISHED
            && (*object).header.class == ClassId::Generator
        {
            regs(fiber).add(instr.a()).write(Raw::NONE);
            return Flow::Go;
        }
        let frame = frame(fiber);
        let at = (*frame).base as usize + (*(*frame).code).nregs as usize;
        let _ = native(fiber);
        return match generator::push(fiber, object, at, sent) {
            Called::Frame => Flow::Go,
            _ => Flow::Raise,
        };
    }
    let mut cx = native(fiber);
    let (iter_local, sent_local) = (reg(fiber, instr.b()), reg(fiber, instr.a()));
    match delegate::step(&mut cx, iter_local, sent_local) {
        Ok(delegate::Step::Yielded(value)) => {
            let raw = cx.raw(value);
            leave(fiber, raw, true, instr.a())
        }
        Ok(delegate::Step::Returned(value)) => {
            let raw = cx.raw(value);
            regs(fiber).add(instr.a()).write(raw);
            Flow::Go
        }
        Err(error) => fail(fiber, cx, error),
    }
}

pub(crate) unsafe fn get_yield_from_iter(fiber: *mut Fiber, instr: Instr) -> Flow {
    let object = *regs(fiber).add(instr.b());
    if is_kind(object, Kind::Generator) && (*object.ptr::<Header>()).class == ClassId::Coroutine {
        let code = (*frame(fiber)).code;
        if (*code).header.aux & CodeObj::ITERABLE != 0 {
            // A generator of `types.coroutine`.
            regs(fiber).add(instr.a()).write(object);
            return Flow::Go;
        }
        let mut cx = native(fiber);
        let error = cx.type_error(format_args!(
            "cannot 'yield from' a coroutine object in a non-coroutine generator"
        ));
        return fail(fiber, cx, error);
    }
    get_iter(fiber, instr)
}

pub(crate) unsafe fn get_awaitable(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let object = *regs(fiber).add(instr.b());
    if is_kind(object, Kind::Instance)
        && let Some(method) = types::lookup(vm, (*vm).type_of(object), (*vm).names.await_)
        && is_kind(method, Kind::Function)
        && makes_generator(method.ptr())
    {
        // What it makes is what is stepped.
        return push_call(fiber, method, &[object], Answer::store(instr.a()));
    }
    let mut cx = native(fiber);
    let result = protocol::awaitable(&mut cx, reg(fiber, instr.b()), instr.d());
    store(fiber, cx, instr.a(), result)
}

/// Whether a call of a function makes a generator, and no coroutine.
unsafe fn makes_generator(function: *mut FuncObj) -> bool {
    let kind = (*(*(*function).code).proto).flags & (Proto::GENERATOR | Proto::COROUTINE);
    kind == Proto::GENERATOR
}

pub(crate) unsafe fn get_aiter(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let result = protocol::async_iter(&mut cx, reg(fiber, instr.b()));
    store(fiber, cx, instr.a(), result)
}

pub(crate) unsafe fn get_anext(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let result = protocol::async_next(&mut cx, reg(fiber, instr.b()));
    store(fiber, cx, instr.a(), result)
}

/// The end of an `async for`: StopAsyncIteration is no error.
pub(crate) unsafe fn end_async_for(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let exception = *regs(fiber).add(instr.a());
    if is_kind(exception, Kind::Exception)
        && (*vm).is_subclass(
            (*exception.ptr::<Header>()).class,
            ClassId::StopAsyncIteration,
        )
    {
        return Flow::Go;
    }
    control::reraise(fiber, instr)
}

unsafe fn spread(fiber: *mut Fiber, cx: Context<'_>, list: Local<'_>, dest: usize) -> Flow {
    let list: Local<'_> = Local::at(list.index());
    let raw = *(*cx.fiber()).stack.add(list.index());
    for (i, &item) in ListObj::slice(raw.ptr()).iter().enumerate() {
        regs(fiber).add(dest + i).write(item);
    }
    Flow::Go
}

#[inline(never)]
pub(crate) unsafe fn unpack(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    match protocol::unpack(&mut cx, reg(fiber, instr.b()), instr.c()) {
        Ok(list) => spread(fiber, cx, list, instr.a()),
        Err(error) => fail(fiber, cx, error),
    }
}

pub(crate) unsafe fn unpack_star(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    match protocol::unpack_star(
        &mut cx,
        reg(fiber, instr.b()),
        instr.c(),
        instr.d() as usize,
    ) {
        Ok(list) => spread(fiber, cx, list, instr.a()),
        Err(error) => fail(fiber, cx, error),
    }
}
