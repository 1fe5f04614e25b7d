//! Calls, returns, and the functions and classes that are made.
//!
//! # Safety
//! As `slow` says: `fiber` runs, its frame on top is saved, `instr` is the instruction
//! that it stands behind.

use super::*;
use crate::builtins::protocol;
use crate::builtins::types::class;
use crate::compile::chunk::Proto;
use crate::compile::opcode::{Instr, Op};
use crate::vm::call::{self, Answer, Called, Window};
use crate::vm::fiber::Action;
use crate::vm::intrinsic::Intrinsic;
use crate::vm::{frames, generator, link, types};

/// Calls `function` with these words above the frame's registers.
pub(super) unsafe fn push_call(
    fiber: *mut Fiber,
    function: Raw,
    args: &[Raw],
    answer: Answer,
) -> Flow {
    let frame = frame(fiber);
    let at = (*frame).base as usize + (*(*frame).code).nregs as usize;
    if (*fiber).ensure(at + args.len() + 1).is_err() {
        return no_memory(fiber);
    }
    (*fiber).stack.add(at).write(function);
    for (i, &arg) in args.iter().enumerate() {
        (*fiber).stack.add(at + 1 + i).write(arg);
    }
    let called = call::call(
        fiber,
        function,
        Window::positional(at + 1, args.len()),
        answer,
    );
    conclude(fiber, called, answer)
}

/// Goes on after a call: a value is used as the frame's answer would be.
unsafe fn conclude(fiber: *mut Fiber, called: Called, answer: Answer) -> Flow {
    match called {
        Called::Frame => Flow::Go,
        Called::Value(raw) => answered(
            fiber,
            raw,
            answer.action,
            answer.dest as usize,
            answer.extra,
        ),
        Called::Error => Flow::Raise,
        Called::Pending => wait(fiber, answer),
    }
}

/// A native waits. Directly under an instruction that stores, the task is parked
/// without its native stack; elsewhere the stack is kept.
unsafe fn wait(fiber: *mut Fiber, answer: Answer) -> Flow {
    if answer.action == Action::Store && crate::task::may_park(fiber) {
        let frame = frame(fiber);
        (*fiber).task.dest = (*frame).base as usize + answer.dest as usize;
        let _ = native(fiber);
        return Flow::Exit(Raw::PENDING);
    }
    match crate::task::wait_here(fiber) {
        Raw::ERROR => Flow::Raise,
        raw => answered(
            fiber,
            raw,
            answer.action,
            answer.dest as usize,
            answer.extra,
        ),
    }
}

/// Uses a value that a frame or a native has answered with; the frame on top is
/// the caller's.
unsafe fn answered(fiber: *mut Fiber, raw: Raw, action: Action, dest: usize, extra: Raw) -> Flow {
    match action {
        Action::Store | Action::GetAttr => {
            regs(fiber).add(dest).write(raw);
            Flow::Go
        }
        Action::Discard => Flow::Go,
        Action::StoreBool => {
            let mut cx = native(fiber);
            let value = cx.root(raw);
            match protocol::truth(&mut cx, value) {
                Ok(truth) => {
                    regs(fiber)
                        .add(dest)
                        .write(Raw::from_bool(truth != (extra == Raw::TRUE)));
                    Flow::Go
                }
                Err(error) => fail(fiber, cx, error),
            }
        }
        Action::Init => {
            let _ = native(fiber);
            match call::check_init(fiber, raw, extra) {
                Called::Value(made) => {
                    regs(fiber).add(dest).write(made);
                    Flow::Go
                }
                _ => Flow::Raise,
            }
        }
        Action::Iter => {
            let mut cx = native(fiber);
            let made = cx.root(raw);
            match protocol::as_iterator(&mut cx, made) {
                Ok(_) => {
                    regs(fiber).add(dest).write(raw);
                    Flow::Go
                }
                Err(error) => fail(fiber, cx, error),
            }
        }
        Action::Jump => ops::jump_answered(fiber, raw, extra.small() as usize),
        Action::Binary => ops::binary_answered(fiber, raw, extra.small() as usize, dest),
        Action::ForNext => iterate::for_item(fiber, raw),
        Action::Class => finish_class(fiber, raw, dest, extra),
        Action::Exit | Action::Generator | Action::Watched | Action::Gather => Flow::Exit(raw),
    }
}

/// A frame whose answer is not just stored has returned `raw`.
#[inline(never)]
pub(crate) unsafe fn returned(fiber: *mut Fiber, raw: Raw) -> Flow {
    let Some(frame) = (*fiber).frames.pop() else {
        return Flow::Exit(raw);
    };
    if frame.counted {
        (*fiber).depth -= 1;
    }
    let action = frames::action(&frame);
    if FrameObj::is(frame.names) {
        frames::leave(fiber, &frame, (*fiber).frames.len());
    }
    match action {
        Action::Exit => Flow::Exit(raw),
        Action::Generator => {
            let object: *mut GeneratorObj = frame.extra.ptr();
            generator::finished(fiber, object);
            iterate::generator_returned(fiber, raw)
        }
        Action::Class => {
            // The namespace is what the class is made of.
            finish_class_frame(fiber, &frame, raw)
        }
        action => answered(fiber, raw, action, frame.dest as usize, frame.extra),
    }
}

/// Whether a frame may be pushed without a further look.
#[inline]
pub(crate) unsafe fn can_push(fiber: *mut Fiber, end: usize) -> bool {
    let vm = (*fiber).vm;
    end + 32 <= (*fiber).capacity
        && (*fiber).frames.len() < (*fiber).frames.capacity()
        && (*fiber).depth < (*vm).recursion_limit
        && (*vm).heap.ticks > 0
}

/// Pushes the frame of a call whose arguments are just the parameters.
#[inline]
pub(crate) unsafe fn push_simple(
    fiber: *mut Fiber,
    func: *mut FuncObj,
    base: usize,
    regs: *mut Raw,
    filled: usize,
    dest: usize,
) -> *mut Frame {
    let code = (*func).code;
    (*fiber).depth += 1;
    for i in filled..(*code).nregs as usize {
        regs.add(i).write(Raw::UNBOUND);
    }
    let len = (*fiber).frames.len();
    let frame = (*fiber).frames.as_mut_ptr().add(len);
    frame.write(Frame {
        func,
        code,
        pc: (*code).entry,
        base: base as u32,
        window: 0,
        dest: dest as u16,
        action: Action::Store,
        counted: true,
        extra: Raw::UNBOUND,
        names: Raw::UNBOUND,
    });
    (*fiber).frames.set_len(len + 1);
    frame
}

/// Makes a plain object and enters its class's `__init__`, where a call does nothing else.
#[inline]
unsafe fn constructed(fiber: *mut Fiber, callee: Raw, window: Window, dest: usize) -> bool {
    if !is_kind(callee, Kind::Type) {
        return false;
    }
    let ty: *mut TypeObj = callee.ptr();
    let Some(init) = TypeObj::plain_init(ty) else {
        return false;
    };
    let (base, count) = (window.first - 1, window.argc + 1);
    let code = (*init).code;
    let fits = (*code).simple_args as usize == count;
    if !fits || !can_push(fiber, base + (*code).nregs as usize) {
        return false;
    }
    let heap = &mut (*(*fiber).vm).heap;
    let Ok(made) = InstanceObj::new(heap, (*(*ty).root).id, (*ty).inline_slots) else {
        return false;
    };
    let regs = (*fiber).stack.add(base);
    regs.write(Raw::from_ptr(made));
    let frame = push_simple(fiber, init, base, regs, count, dest);
    (*frame).action = Action::Init;
    (*frame).extra = Raw::from_ptr(made);
    true
}

/// Enters the method that an operator has for operands of one class, or for an object and a
/// built-in value, which has no say before it.
#[inline]
pub(super) unsafe fn operated(fiber: *mut Fiber, method: Raw, args: [Raw; 2], dest: usize) -> bool {
    if !is_kind(method, Kind::Function) {
        return false;
    }
    let func: *mut FuncObj = method.ptr();
    let frame = frame(fiber);
    let base = (*frame).base as usize + (*(*frame).code).nregs as usize;
    let code = (*func).code;
    let fits = (*code).simple_args as usize == args.len();
    if !fits || !can_push(fiber, base + (*code).nregs as usize) {
        return false;
    }
    let regs = (*fiber).stack.add(base);
    regs.write(args[0]);
    regs.add(1).write(args[1]);
    let frame = push_simple(fiber, func, base, regs, args.len(), dest);
    (*frame).action = Action::Binary;
    // The candidate that is tried if this one knows no answer.
    (*frame).extra = Raw::from_small(2);
    true
}

/// A safepoint at a call: the arguments lie below `end` registers.
unsafe fn call_safepoint(fiber: *mut Fiber) -> Option<Flow> {
    let vm = (*fiber).vm;
    (*vm).heap.ticks -= 1;
    if (*vm).heap.ticks <= 0
        && let Flow::Raise = safepoint(fiber)
    {
        return Some(Flow::Raise);
    }
    None
}

#[inline(never)]
pub(crate) unsafe fn call(fiber: *mut Fiber, instr: Instr) -> Flow {
    if let Some(flow) = call_safepoint(fiber) {
        return flow;
    }
    let frame = frame(fiber);
    let first = (*frame).base as usize + instr.a() + 1;
    let callee = *regs(fiber).add(instr.a());
    if is_kind(callee, Kind::Function)
        && (*(*callee.ptr::<FuncObj>()).code).simple_args as usize == instr.b()
    {
        quicken::rewrite(fiber, Op::CallFunction);
    }
    if is_kind(callee, Kind::Native) {
        quicken::rewrite(fiber, Op::CallNative);
    }
    if instr.b() == 1
        && is_kind(callee, Kind::Type)
        && (*callee.ptr::<Header>()).class == ClassId::Type
        && let Some(made) =
            call::plain::converted((*fiber).vm, callee.ptr(), *(*fiber).stack.add(first))
    {
        regs(fiber).add(instr.c()).write(made);
        return Flow::Go;
    }
    let window = Window::positional(first, instr.b());
    if constructed(fiber, callee, window, instr.c()) {
        return Flow::Go;
    }
    let answer = Answer::store(instr.c());
    let called = call::call(fiber, callee, window, answer);
    conclude(fiber, called, answer)
}

/// A call of a native function without keywords.
#[inline(never)]
pub(crate) unsafe fn call_native(fiber: *mut Fiber, instr: Instr) -> Flow {
    let callee = *regs(fiber).add(instr.a());
    if !is_kind(callee, Kind::Native) {
        quicken::rewrite(fiber, Op::Call);
        return call(fiber, instr);
    }
    let first = (*frame(fiber)).base as usize + instr.a() + 1;
    native_call(
        fiber,
        callee,
        Window::positional(first, instr.b()),
        instr.c(),
    )
}

/// A call of a built-in type's method, or of a module's native function.
#[inline(never)]
pub(crate) unsafe fn call_method_native(fiber: *mut Fiber, instr: Instr) -> Flow {
    let at = instr.a();
    let callee = *regs(fiber).add(at);
    if !is_kind(callee, Kind::Native) {
        quicken::rewrite(fiber, Op::CallMethod);
        return call_method(fiber, instr);
    }
    let base = (*frame(fiber)).base as usize;
    let window = if (*regs(fiber).add(at + 1)).is_unbound() {
        Window::positional(base + at + 2, instr.b())
    } else {
        Window::positional(base + at + 1, instr.b() + 1)
    };
    native_call(fiber, callee, window, instr.c())
}

/// A call that only resumes a generator that waits: its frame is put over the caller's, and what
/// it yields is the call's answer.
#[inline]
unsafe fn resumed(fiber: *mut Fiber, native: *mut NativeObj, window: Window) -> bool {
    let args = core::slice::from_raw_parts((*fiber).stack.add(window.first), window.argc);
    let (object, sent, owner) = match ((*(*native).def).intrinsic, args) {
        (Intrinsic::Next, &[object]) => (object, Raw::NONE, ClassId::Generator),
        (Intrinsic::Send, &[object, sent]) if is_kind((*native).owner, Kind::Type) => {
            (object, sent, (*(*native).owner.ptr::<TypeObj>()).id)
        }
        _ => return false,
    };
    is_kind(object, Kind::Generator)
        && (*object.ptr::<Header>()).class == owner
        && (*native).this.is_unbound()
        && generator::enter(fiber, object.ptr(), sent)
}

#[inline]
unsafe fn native_call(fiber: *mut Fiber, callee: Raw, window: Window, dest: usize) -> Flow {
    if resumed(fiber, callee.ptr(), window) {
        return Flow::Go;
    }
    // Binding and refusing arguments allocates: as in `call::call`.
    (*fiber).native_base = window.first - 1;
    (*fiber).top = window.first + window.argc;
    match call::native(fiber, callee.ptr(), window) {
        Raw::ERROR => Flow::Raise,
        Raw::PENDING => wait(fiber, Answer::store(dest)),
        raw => {
            regs(fiber).add(dest).write(raw);
            Flow::Go
        }
    }
}

#[inline(never)]
pub(crate) unsafe fn call_method(fiber: *mut Fiber, instr: Instr) -> Flow {
    if let Some(flow) = call_safepoint(fiber) {
        return flow;
    }
    let at = instr.a();
    let callee = *regs(fiber).add(at);
    let base = (*frame(fiber)).base as usize;
    let bound = !(*regs(fiber).add(at + 1)).is_unbound();
    let window = if bound {
        Window::positional(base + at + 1, instr.b() + 1)
    } else {
        Window::positional(base + at + 2, instr.b())
    };
    if bound
        && is_kind(callee, Kind::Function)
        && (*(*callee.ptr::<FuncObj>()).code).simple_args as usize == window.argc
    {
        quicken::rewrite(fiber, Op::CallMethodFunction);
    } else if is_kind(callee, Kind::Native) {
        quicken::rewrite(fiber, Op::CallMethodNative);
    } else if constructed(fiber, callee, window, instr.c()) {
        return Flow::Go;
    }
    let answer = Answer::store(instr.c());
    let called = call::call(fiber, callee, window, answer);
    conclude(fiber, called, answer)
}

#[inline(never)]
pub(crate) unsafe fn call_kw(fiber: *mut Fiber, instr: Instr) -> Flow {
    if let Some(flow) = call_safepoint(fiber) {
        return flow;
    }
    let at = instr.a();
    let method = instr.d() != 0;
    let callee = *regs(fiber).add(at);
    let base = (*frame(fiber)).base as usize;
    let names = *regs(fiber).add(at + 1 + instr.b() + method as usize);
    let bound = method && !(*regs(fiber).add(at + 1)).is_unbound();
    let mut window = if bound {
        Window::positional(base + at + 1, instr.b() + 1)
    } else {
        Window::positional(base + at + 1 + method as usize, instr.b())
    };
    window.names = names;
    if !is_kind(names, Kind::Tuple) || (*names.ptr::<TupleObj>()).len > instr.b() {
        let mut cx = native(fiber);
        let error = cx.raise(
            ClassId::SystemError,
            format_args!("bad names of keyword arguments"),
        );
        return fail(fiber, cx, error);
    }
    let answer = Answer::store(instr.c());
    let called = call::call(fiber, callee, window, answer);
    conclude(fiber, called, answer)
}

#[inline(never)]
pub(crate) unsafe fn call_ex(fiber: *mut Fiber, instr: Instr) -> Flow {
    if let Some(flow) = call_safepoint(fiber) {
        return flow;
    }
    let callee = *regs(fiber).add(instr.a());
    let mut cx = native(fiber);
    let at = (*fiber).top;
    let kwargs = *regs(fiber).add(instr.a() + 2);
    let kwargs = if kwargs.is_unbound() {
        None
    } else {
        Some(reg(fiber, instr.a() + 2))
    };
    let window = match call::spread(&mut cx, at, reg(fiber, instr.a() + 1), kwargs) {
        Ok(window) => window,
        Err(error) => return fail(fiber, cx, error),
    };
    (*fiber).stack.add(at).write(callee);
    let answer = Answer::store(instr.c());
    let called = call::call(fiber, callee, window, answer);
    conclude(fiber, called, answer)
}

/// The first instruction of a cold function.
#[inline(never)]
pub(crate) unsafe fn enter(fiber: *mut Fiber, _instr: Instr) -> Flow {
    let frame = frame(fiber);
    let code = (*frame).code;
    if quicken::heat(fiber, code) {
        (*frame).pc = (*code).copy.add(1);
    }
    Flow::Go
}

#[inline(never)]
pub(crate) unsafe fn make_function(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let current = frame(fiber);
    let chunk = CodeObj::chunk((*current).code);
    let (globals, builtins) = ((*(*current).func).globals, (*(*current).func).builtins);
    if !parts_fit(fiber, instr, chunk.protos.get(instr.b())) {
        let mut cx = native(fiber);
        let error = cx.raise(
            ClassId::SystemError,
            format_args!("bad parts of a function"),
        );
        return fail(fiber, cx, error);
    }
    let made = alloc(fiber, || {
        let code = link::cached(vm, (*current).code, &chunk, instr.b())?;
        let func = FuncObj::new(&mut (*vm).heap, code, globals, builtins)?;
        let parts = regs(fiber).add(instr.c());
        let flags = instr.d();
        if flags & 1 != 0 {
            (*func).defaults = *parts;
        }
        if flags & 2 != 0 {
            (*func).kwdefaults = *parts.add(1);
        }
        if flags & 8 != 0 {
            (*func).closure = *parts.add(3);
        }
        if flags & 4 != 0 {
            let fields = DictObj::new(&mut (*vm).heap)?;
            let name = (*vm).names.annotations;
            let secret = (*vm).secret;
            DictObj::set_str(&mut (*vm).heap, fields, name, *parts.add(2), secret)?;
            (*func).fields = Raw::from_ptr(fields);
        }
        Ok(func)
    });
    match made {
        Ok(func) => {
            regs(fiber).add(instr.a()).write(Raw::from_ptr(func));
            Flow::Go
        }
        Err(flow) => flow,
    }
}

/// Whether the parts of a function are of the kinds that calls rely on: code from outside
/// may have put anything in their registers.
unsafe fn parts_fit(fiber: *mut Fiber, instr: Instr, proto: Option<&Proto>) -> bool {
    let (parts, flags) = (regs(fiber).add(instr.c()), instr.d());
    let Some(proto) = proto else {
        return false;
    };
    let defaults = flags & 1 == 0
        || is_kind(*parts, Kind::Tuple)
            && (*(*parts).ptr::<TupleObj>()).len <= usize::from(proto.args);
    let kwdefaults = flags & 2 == 0 || is_kind(*parts.add(1), Kind::Dict);
    let closure = flags & 8 == 0
        || is_kind(*parts.add(3), Kind::Tuple) && {
            let cells = TupleObj::slice((*parts.add(3)).ptr());
            cells.len() == proto.free_names.len()
                && cells.iter().all(|&cell| is_kind(cell, Kind::Cell))
        };
    defaults && kwdefaults && closure
}

/// `class`: runs the body with a namespace of its own.
pub(crate) unsafe fn build_class(fiber: *mut Fiber, instr: Instr) -> Flow {
    let vm = (*fiber).vm;
    let body = *regs(fiber).add(instr.b());
    if !is_kind(body, Kind::Function) {
        let mut cx = native(fiber);
        let error = cx.type_error(format_args!("__build_class__: func must be a function"));
        return fail(fiber, cx, error);
    }
    let func: *mut FuncObj = body.ptr();
    // The body's frame is pushed without binding arguments.
    let proto = &*(*(*func).code).proto;
    let stars = proto.flags & (Proto::VARARGS | Proto::VARKW);
    let name = *regs(fiber).add(instr.b() + 1);
    if proto.args != 0 || proto.kwonly != 0 || stars != 0 || !is_kind(name, Kind::Str) {
        let mut cx = native(fiber);
        let error = cx.raise(ClassId::SystemError, format_args!("bad body of a class"));
        return fail(fiber, cx, error);
    }
    if let Some(flow) = builder_missing(fiber) {
        return flow;
    }
    let mut bases = Raw::UNBOUND;
    let namespace = match prepared(fiber, instr, &mut bases) {
        Ok(Some(namespace)) => namespace,
        Ok(None) => match alloc(fiber, || DictObj::new(&mut (*vm).heap)) {
            Ok(dict) => Raw::from_ptr(dict),
            Err(flow) => return flow,
        },
        Err(flow) => return flow,
    };
    let current = frame(fiber);
    let at = (*current).base as usize + (*(*current).code).nregs as usize;
    let answer = Answer::by(Action::Class, instr.a(), bases);
    let called = call::push_frame(fiber, func, at, 0, answer);
    if let Called::Frame = called {
        (*frame(fiber)).names = namespace;
    }
    conclude(fiber, called, answer)
}

/// CPython finds what makes classes among the built-ins: others may lack it.
unsafe fn builder_missing(fiber: *mut Fiber) -> Option<Flow> {
    let (vm, builtins) = ((*fiber).vm, (*(*frame(fiber)).func).builtins);
    if builtins == Raw::from_ptr((*vm).builtins) {
        return None;
    }
    let mut cx = native(fiber);
    let found = cx.name("__build_class__").and_then(|name| {
        let builtins = cx.root(builtins);
        names::item(&mut cx, builtins, name)
    });
    let error = match found {
        Ok(Some(_)) => return None,
        Ok(None) => cx.raise(
            ClassId::NameError,
            format_args!("__build_class__ not found"),
        ),
        Err(error) => error,
    };
    Some(fail(fiber, cx, error))
}

/// The namespace that a metaclass's `__prepare__` makes. Nothing collects before the
/// body's frame holds it.
unsafe fn prepared(
    fiber: *mut Fiber,
    instr: Instr,
    resolved: &mut Raw,
) -> Result<Option<Raw>, Flow> {
    let parts = regs(fiber).add(instr.b() + 2);
    let plain =
        |raw: Raw| is_kind(raw, Kind::Type) && (*raw.ptr::<Header>()).class == ClassId::Type;
    if instr.d() == 0 && (0..instr.c()).all(|i| plain(*parts.add(i))) {
        return Ok(None);
    }
    let mut cx = native(fiber);
    match prepare(&mut cx, fiber, instr) {
        Ok((bases, namespace)) => {
            *resolved = bases.map_or(Raw::UNBOUND, |bases| cx.raw(bases));
            match namespace {
                Some(namespace) => Ok(Some(cx.raw(namespace))),
                // The bases are not rooted beyond this.
                None => match cx.dict() {
                    Ok(namespace) => Ok(Some(cx.raw(namespace))),
                    Err(error) => Err(fail(fiber, cx, error)),
                },
            }
        }
        Err(error) => Err(fail(fiber, cx, error)),
    }
}

/// The bases of a class statement, a tuple.
unsafe fn bases_of<'f>(cx: &mut Context<'f>, fiber: *mut Fiber, instr: Instr) -> Res<'f> {
    if instr.d() & 2 != 0 {
        let list = reg(fiber, instr.b() + 2);
        return if cx.is(list, Kind::List) {
            cx.tuple_from_list(list)
        } else {
            cx.tuple(&[])
        };
    }
    let mut bases = alloc::vec::Vec::new();
    if bases.try_reserve(instr.c()).is_err() {
        return Err(cx.memory_error());
    }
    for i in 0..instr.c() {
        bases.push(reg(fiber, instr.b() + 2 + i));
    }
    cx.tuple(&bases)
}

/// The bases, if they are not those that are written, and the namespace.
unsafe fn prepare<'f>(
    cx: &mut Context<'f>,
    fiber: *mut Fiber,
    instr: Instr,
) -> Res<'f, (Option<Local<'f>>, Option<Local<'f>>)> {
    let given = bases_of(cx, fiber, instr)?;
    let bases = class::resolve_bases(cx, given)?;
    let keywords = (instr.d() & 1 != 0).then(|| reg(fiber, instr.b() + 2 + instr.c()));
    let (metaclass, keywords) = class::metaclass_of(cx, bases, keywords)?;
    let namespace = class::prepared(cx, metaclass, reg(fiber, instr.b() + 1), bases, keywords)?;
    Ok(((!cx.same(bases, given)).then_some(bases), namespace))
}

/// A class body has ended: the namespace it leaves becomes a class.
unsafe fn finish_class_frame(fiber: *mut Fiber, body: &Frame, cell: Raw) -> Flow {
    let namespace = FrameObj::names_of(body.names);
    let dest = body.dest as usize;
    let Some(instr) = attrs::current(fiber) else {
        return Flow::Go;
    };
    let mut cx = native(fiber);
    let (namespace, cell) = (cx.root(namespace), cx.root(cell));
    let resolved = body.extra.is_ptr().then(|| cx.root(body.extra));
    let name = reg(fiber, instr.b() + 1);
    let keywords = (instr.d() & 1 != 0).then(|| reg(fiber, instr.b() + 2 + instr.c()));
    let result = bases_of(&mut cx, fiber, instr)
        .and_then(|bases| make(&mut cx, name, (bases, resolved), namespace, cell, keywords));
    store(fiber, cx, dest, result)
}

fn make<'f>(
    cx: &mut Context<'f>,
    name: Local<'f>,
    (given, resolved): (Local<'f>, Option<Local<'f>>),
    namespace: Local<'f>,
    cell: Local<'f>,
    keywords: Option<Local<'f>>,
) -> Res<'f> {
    let mut bases = given;
    if let Some(resolved) = resolved {
        let name = cx.name("__orig_bases__")?;
        protocol::set_item(cx, namespace, name, bases)?;
        bases = resolved;
    }
    let (metaclass, keywords) = class::metaclass_of(cx, bases, keywords)?;
    // Filled as soon as there is a class.
    if cx.is(cell, Kind::Cell) {
        let name = cx.name("__classcell__")?;
        protocol::set_item(cx, namespace, name, cell)?;
    }
    if cx.class_id(metaclass) == Some(ClassId::Type) {
        let class = types::make_class(cx, metaclass, name, bases, namespace)?;
        class::announce(cx, class, keywords)?;
        return Ok(class);
    }
    let args = cx.tuple(&[name, bases, namespace])?;
    let class = cx.call_ex(metaclass, args, keywords)?;
    if cx.is(cell, Kind::Cell) && cx.is(class, Kind::Type) {
        check_class_cell(cx, cell, name, class)?;
    }
    Ok(class)
}

/// `super()` and `__class__` in the body must mean the class that the metaclass has made.
fn check_class_cell<'f>(
    cx: &mut Context<'f>,
    cell: Local<'f>,
    name: Local<'f>,
    class: Local<'f>,
) -> Res<'f, ()> {
    let set = cx.cell_contents(cell);
    if set.is_some_and(|set| cx.same(set, class)) {
        return Ok(());
    }
    let (name, class) = (protocol::repr(cx, name)?, protocol::repr(cx, class)?);
    let (name, class) = (
        cx.as_str(name).unwrap_or("?"),
        cx.as_str(class).unwrap_or("?"),
    );
    let Some(set) = set else {
        return Err(cx.raise(
            ClassId::RuntimeError,
            format_args!(
                "__class__ not set defining {name} as {class}. \
                 Was __classcell__ propagated to type.__new__?"
            ),
        ));
    };
    let set = protocol::repr(cx, set)?;
    let set = cx.as_str(set).unwrap_or("?");
    Err(cx.type_error(format_args!(
        "__class__ set to {set} defining {name} as {class}"
    )))
}

unsafe fn finish_class(fiber: *mut Fiber, raw: Raw, dest: usize, _extra: Raw) -> Flow {
    regs(fiber).add(dest).write(raw);
    Flow::Go
}
