//! Loops that are still cold, raising, handling, `with`.
//!
//! # Safety
//! As `slow` says: `fiber` runs, its frame on top is saved, `instr` is the instruction
//! that it stands behind.

use super::*;
use crate::compile::opcode::{Instr, Op};
use crate::vm::{attr, types};

/// A backward jump in code that may become warm here.
#[inline(never)]
pub(crate) unsafe fn hot_loop(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    (*vm).heap.ticks -= 1;
    if (*vm).heap.ticks <= 0
        && let Flow::Raise = safepoint(fiber)
    {
        return Flow::Raise;
    }
    let frame = frame(fiber);
    let code = (*frame).code;
    let at = CodeObj::offset_of(code, (*frame).pc);
    if quicken::heat(fiber, code) {
        (*frame).pc = (*code).copy.add(at);
        quicken::rewrite(fiber, Op::HotLoop);
    }
    (*frame).pc = (*frame).pc.offset(instr.bx() as isize);
    Flow::Go
}

/// Turns what `raise` got into an exception: an instance, or a class that is called.
fn exception_of<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f> {
    if cx.is(value, Kind::Exception) {
        return Ok(value);
    }
    if let Some(class) = cx.class_id(value) {
        // SAFETY: the class table is valid for every id.
        let is_exception = unsafe { (*cx.vm()).is_subclass(class, ClassId::BaseException) };
        if is_exception {
            let made = cx.call(value, &[])?;
            if cx.is(made, Kind::Exception) {
                return Ok(made);
            }
            return Err(crate::builtins::types::generator::no_exception(
                cx, value, made,
            ));
        }
    }
    Err(cx.type_error(format_args!("exceptions must derive from BaseException")))
}

#[inline(never)]
pub(crate) unsafe fn raise(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let error = match exception_of(&mut cx, reg(fiber, instr.a())) {
        Ok(exception) => cx.raise_object(exception),
        Err(error) => error,
    };
    fail(fiber, cx, error)
}

pub(crate) unsafe fn raise_from(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut cx = native(fiber);
    let cause = reg(fiber, instr.b());
    let raised = exception_of(&mut cx, reg(fiber, instr.a())).and_then(|exception| {
        let cause = if cx.is_none(cause) {
            cause
        } else {
            match exception_of(&mut cx, cause) {
                Ok(cause) => cause,
                Err(error) => {
                    return Err(if cx.is(cause, Kind::Type) {
                        error
                    } else {
                        cx.type_error(format_args!(
                            "exception causes must derive from BaseException"
                        ))
                    });
                }
            }
        };
        cx.set_cause(exception, cause);
        Ok(exception)
    });
    let error = match raised {
        Ok(exception) => cx.raise_object(exception),
        Err(error) => error,
    };
    fail(fiber, cx, error)
}

/// The generator whose frame is on top.
unsafe fn running_generator(fiber: *mut Fiber) -> Option<*mut GeneratorObj> {
    let frame = (*fiber).frames.last()?;
    let extra = frame.extra;
    (frame.action == Action::Generator && is_kind(extra, Kind::Generator)).then(|| extra.ptr())
}

pub(crate) unsafe fn push_own_exc(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut before = (*fiber).handled;
    if let Some(generator) = running_generator(fiber) {
        if !(*generator).handling {
            before = Raw::NONE;
        }
        (*generator).handling = true;
    }
    let exception = *regs(fiber).add(instr.b());
    regs(fiber).add(instr.a()).write(before);
    (*fiber).handled = handled(exception);
    Flow::Go
}

pub(crate) unsafe fn pop_own_exc(fiber: *mut Fiber, instr: Instr) -> Flow {
    let mut before = *regs(fiber).add(instr.a());
    if before.is_none()
        && let Some(generator) = running_generator(fiber)
    {
        (*generator).handling = false;
        before = (*generator).handled;
    }
    (*fiber).handled = handled(before);
    Flow::Go
}

pub(crate) unsafe fn raise_again(fiber: *mut Fiber, _instr: Instr) -> Flow {
    let handled = (*fiber).handled;
    if is_kind(handled, Kind::Exception) {
        let depth = (*fiber).frames.len();
        let frame = frame(fiber);
        let at = CodeObj::offset_of((*frame).code, (*frame).pc).saturating_sub(1);
        (*fiber).again = (depth, at, handled);
        (*fiber).error = handled;
        return Flow::Reraise;
    }
    let mut cx = native(fiber);
    let error = cx.raise(
        ClassId::RuntimeError,
        format_args!("No active exception to reraise"),
    );
    fail(fiber, cx, error)
}

#[inline(never)]
pub(crate) unsafe fn reraise(fiber: *mut Fiber, instr: Instr) -> Flow {
    let exception = *regs(fiber).add(instr.a());
    if is_kind(exception, Kind::Exception) {
        (*fiber).error = exception;
        return Flow::Reraise;
    }
    raise_again(fiber, instr)
}

/// What may stand as the exception that is handled: an exception or None. Code from outside
/// may give anything.
#[inline]
pub(crate) unsafe fn handled(word: Raw) -> Raw {
    if is_kind(word, Kind::Exception) {
        word
    } else {
        Raw::NONE
    }
}

#[inline(never)]
pub(crate) unsafe fn match_exc(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let (exception, pattern) = (*regs(fiber).add(instr.b()), *regs(fiber).add(instr.c()));
    let class = (*vm).class_of(exception);
    let single = [pattern];
    let patterns = if is_kind(pattern, Kind::Tuple) {
        TupleObj::slice(pattern.ptr())
    } else {
        &single
    };
    let mut matched = false;
    for &pattern in patterns {
        let id = if is_kind(pattern, Kind::Type) {
            Some((*pattern.ptr::<TypeObj>()).id)
        } else {
            None
        };
        match id {
            Some(id) if (*vm).is_subclass(id, ClassId::BaseException) => {
                matched |= (*vm).is_subclass(class, id)
            }
            _ => {
                let mut cx = native(fiber);
                let error = cx.type_error(format_args!(
                    "catching classes that do not inherit from BaseException is not allowed"
                ));
                return fail(fiber, cx, error);
            }
        }
    }
    regs(fiber).add(instr.a()).write(Raw::from_bool(matched));
    Flow::Go
}

pub(crate) unsafe fn before_with(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let manager = *regs(fiber).add(instr.b());
    let ty = (*vm).type_of(manager);
    let waits = instr.d() == 1;
    let (enter, exit) = if waits {
        ((*vm).names.aenter, (*vm).names.aexit)
    } else {
        ((*vm).names.enter, (*vm).names.exit)
    };
    let (kind, missed) = if waits {
        ("asynchronous context manager", "__aexit__")
    } else {
        ("context manager", "__exit__")
    };
    let entering = types::lookup(vm, ty, enter);
    let exiting = types::lookup(vm, ty, exit);
    let (Some(entering), Some(exiting)) = (entering, exiting) else {
        let mut cx = native(fiber);
        let name = (*vm).type_name(manager);
        let error = if entering.is_none() {
            cx.type_error(format_args!(
                "'{name}' object does not support the {kind} protocol"
            ))
        } else {
            cx.type_error(format_args!(
                "'{name}' object does not support the {kind} protocol (missed {missed} method)"
            ))
        };
        return fail(fiber, cx, error);
    };
    let simple = |method: Raw| {
        matches!(
            kind_of(method),
            Some(Kind::StaticMethod | Kind::ClassMethod | Kind::Function | Kind::Native)
        )
    };
    if !simple(entering) || !simple(exiting) {
        return before_with_bound(fiber, instr, entering, exiting);
    }
    for (at, function) in [(0, exiting), (2, entering)] {
        let (function, this) = match kind_of(function) {
            Some(Kind::StaticMethod) => ((*function.ptr::<PairObj>()).a, Raw::UNBOUND),
            Some(Kind::ClassMethod) => ((*function.ptr::<PairObj>()).a, Raw::from_ptr(ty)),
            _ => (function, manager),
        };
        regs(fiber).add(instr.a() + at).write(function);
        regs(fiber).add(instr.a() + at + 1).write(this);
    }
    Flow::Go
}

/// The same where the methods are descriptors that have to be asked.
#[cold]
unsafe fn before_with_bound(fiber: *mut Fiber, instr: Instr, entering: Raw, exiting: Raw) -> Flow {
    let mut cx = native(fiber);
    let manager = reg(fiber, instr.b());
    let (entering, exiting) = (cx.root(entering), cx.root(exiting));
    let bound = attr::bind_special(&mut cx, entering, manager)
        .and_then(|entering| Ok((entering, attr::bind_special(&mut cx, exiting, manager)?)));
    match bound {
        Ok((entering, exiting)) => {
            for (at, function) in [(0, exiting), (2, entering)] {
                regs(fiber).add(instr.a() + at).write(cx.raw(function));
                regs(fiber).add(instr.a() + at + 1).write(Raw::UNBOUND);
            }
            done(fiber, cx, Ok(()))
        }
        Err(error) => fail(fiber, cx, error),
    }
}

pub(crate) unsafe fn exc_info(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let mut cx = native(fiber);
    let traceback = match cx.exception_links(reg(fiber, instr.b())) {
        Some((_, _, traceback, _)) => Ok(traceback),
        None => Ok(Local::NONE),
    };
    // Written only now: a collection empties registers that are not live yet.
    let exception = *regs(fiber).add(instr.b());
    let class = Raw::from_ptr((*vm).type_of(exception));
    regs(fiber).add(instr.a()).write(class);
    regs(fiber).add(instr.a() + 1).write(exception);
    store(fiber, cx, instr.a() + 2, traceback)
}
